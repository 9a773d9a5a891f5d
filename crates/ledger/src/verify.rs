//! Checking the whole file against its own history.

use crate::error::{LedgerError, Result};
use crate::history::Head;
use crate::ledger::Ledger;
use claims::ids::OperationId;
use uuid::Uuid;

/// What to check besides.
#[derive(Debug, Clone, Default)]
pub struct VerifyRequest {
    /// A hash that must be in one of the chains: printed by an earlier verification or by a report.
    pub head: Option<String>,
}

/// How far the check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being checked: `operations`, `rows`, `derived` or `file`.
    pub stage: &'static str,
    /// How many are done.
    pub done: u64,
    /// Of how many.
    pub total: u64,
}

/// A text that was erased, where an image is missing with good reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedNote {
    /// The operation whose image or reason is gone.
    pub operation: OperationId,
    /// Which change of it; 0 = its reason.
    pub seq: i64,
    /// Name of the editor who erased it.
    pub by: Option<String>,
    /// When (instant).
    pub on: String,
}

/// Something that is not as the history says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind: a fixed word, for example `chain`, `change_hash`, `row`.
    pub code: String,
    /// What is wrong, in words.
    pub words: String,
    /// The operation concerned.
    pub operation: Option<OperationId>,
    /// The change concerned.
    pub seq: Option<i64>,
    /// The table concerned.
    pub table: Option<String>,
    /// The row concerned.
    pub row: Option<Uuid>,
}

/// What came of the check. A cut-off tail or a wholly rewritten file cannot be seen from inside: compare `heads` with those kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// No fault was found, nothing was left out, and the head asked for (if any) was found.
    pub ok: bool,
    /// Operations checked.
    pub operations: u64,
    /// Changes checked.
    pub changes: u64,
    /// Rows compared.
    pub rows: u64,
    /// Texts erased, with who and when.
    pub erased: Vec<ErasedNote>,
    /// Faults; the first thousand.
    pub faults: Vec<Fault>,
    /// The heads of the chains.
    pub heads: Vec<Head>,
    /// Whether the head asked for is in a chain; none if none was asked for.
    pub head_found: Option<bool>,
    /// It was stopped before the end.
    pub stopped: bool,
}

impl Ledger {
    /// Checks chains, images, rows, derived tables and schema. `progress` returns `false` to stop.
    pub fn verify(
        &self,
        _request: &VerifyRequest,
        _progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Verified> {
        Err(LedgerError::Stopped)
    }
}
