//! Undo and redo: the recorded images written back, as new operations.

use crate::error::{LedgerError, Result};
use crate::history::OperationSummary;
use crate::ledger::Ledger;
use crate::transact::Done;
use claims::ids::{CaseId, EditorId};

impl Ledger {
    /// Takes back this device's last operation (of one case, if given) that still stands; the value is the operation taken back.
    pub fn undo(&mut self, _editor: EditorId, _case: Option<CaseId>, _reason: Option<&str>) -> Result<Done<OperationSummary>> {
        Err(LedgerError::Stopped)
    }

    /// Does again what was undone last; the value is the operation that stands again.
    pub fn redo(&mut self, _editor: EditorId, _case: Option<CaseId>) -> Result<Done<OperationSummary>> {
        Err(LedgerError::Stopped)
    }

    /// What undo would take back.
    pub fn can_undo(&self, _case: Option<CaseId>) -> Result<Option<OperationSummary>> {
        Err(LedgerError::Stopped)
    }

    /// What redo would do again.
    pub fn can_redo(&self, _case: Option<CaseId>) -> Result<Option<OperationSummary>> {
        Err(LedgerError::Stopped)
    }
}
