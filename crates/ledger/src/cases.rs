//! The list of cases, with what the first screen counts.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::CaseId;
use claims::records::Case;
use claims::words::CaseStatus;

/// Which cases, newest first.
#[derive(Debug, Clone, Default)]
pub struct CasesRequest {
    /// Those in the trash instead of those that are not.
    pub trashed: bool,
    /// Only those that stand there.
    pub status: Option<CaseStatus>,
    /// Only those after this one.
    pub after: Option<CaseId>,
    /// No more than this many; none = all.
    pub limit: Option<u32>,
}

/// A case with its counts. Nothing in the trash is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub case: Case,
    /// Accounts.
    pub n_accounts: u32,
    /// Claims.
    pub n_claims: u32,
    /// Claims with at least one assessment.
    pub n_claims_rated: u32,
    /// Points at issue.
    pub n_points: u32,
    /// Points on which some account has neither answer nor silence.
    pub n_points_open: u32,
    /// Name of the editor who takes care of it.
    pub assignee: Option<String>,
    /// Time of the last operation that touched it (instant).
    pub changed: Option<String>,
}

impl Ledger {
    /// The cases, newest first.
    pub fn cases(&self, _request: &CasesRequest) -> Result<Vec<CaseRow>> {
        Err(LedgerError::Stopped)
    }
}
