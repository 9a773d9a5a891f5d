//! The one door for writes: a closure, and what it changed as one operation with its history.

use crate::error::LedgerError;
use crate::ledger::Ledger;
use crate::tx::Tx;
use claims::ids::{CaseId, EditorId, OperationId};
use uuid::Uuid;

/// Who does what, and why.
#[derive(Debug, Clone, Default)]
pub struct Act<'a> {
    /// The command, for example `claim.add`.
    pub name: &'a str,
    /// Who; none for what the app does by itself.
    pub editor: Option<EditorId>,
    /// Why, in the editor's words.
    pub reason: Option<&'a str>,
    /// Undo passes over it, and it does not empty redo.
    pub background: bool,
    /// Thousands of rows: synced to the disk less strictly while it runs.
    pub bulk: bool,
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It was added.
    Added,
    /// Some of its fields changed.
    Changed,
    /// It was taken out (by undo or redo).
    Removed,
}

/// A row that an operation changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its table.
    pub table: String,
    /// Its identity.
    pub row: Uuid,
    /// The case it belongs to, if to one.
    pub case: Option<CaseId>,
    /// What happened to it.
    pub kind: Kind,
}

/// What came of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the closure returned.
    pub value: T,
    /// The operation; none if nothing changed.
    pub operation: Option<OperationId>,
    /// The rows it changed, in order; the first thousand.
    pub changed: Vec<Changed>,
}

impl Ledger {
    /// Runs `f` and records what it changed as one operation, or, on error, changes nothing.
    pub fn transact<T, E: From<LedgerError>>(
        &mut self,
        _act: &Act<'_>,
        _f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        Err(LedgerError::Stopped.into())
    }
}
