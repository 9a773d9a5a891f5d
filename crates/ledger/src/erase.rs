//! Erasing a text for good: from the row and from the history, leaving a mark.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use crate::transact::Done;
use claims::ids::{EditorId, OperationId};
use uuid::Uuid;

/// What to erase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Erase {
    /// Texts of a record, with all their earlier wordings.
    Fields {
        /// Table of the record.
        table: String,
        /// The record.
        row: Uuid,
        /// Columns, each one of [`Ledger::erasable`].
        fields: Vec<String>,
    },
    /// The reason that an operation gave.
    Reason(OperationId),
}

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Changes in the history whose images are gone.
    pub changes: u64,
    /// Whether the journal beside the file was emptied too; if not, another reader held it open, and it is emptied once all have closed.
    pub cleaned: bool,
}

impl Ledger {
    /// Erases a text from the row and from every earlier image that holds it.
    pub fn erase(&mut self, _editor: EditorId, _what: &Erase, _reason: &str) -> Result<Done<Erased>> {
        Err(LedgerError::Stopped)
    }

    /// The columns of a table whose text can be erased.
    pub fn erasable(_table: &str) -> &'static [&'static str] {
        &[]
    }
}
