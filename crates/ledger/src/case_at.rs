//! One case with everything that it refers to, now or at an earlier position of the history.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use chrono::{DateTime, Utc};
use claims::case_at::CaseAt;
use claims::ids::{CaseId, OperationId};

/// A position in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// Right after this operation.
    Operation(OperationId),
    /// After the last operation of each device that is not later.
    Time(DateTime<Utc>),
}

impl Ledger {
    /// A case with everything that it refers to, trashed records included; none if there was no such case then.
    pub fn case_at(&self, _case: CaseId, _as_of: Option<&AsOf>) -> Result<Option<CaseAt>> {
        Err(LedgerError::Stopped)
    }
}
