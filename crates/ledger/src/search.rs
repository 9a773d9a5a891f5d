//! Full-text search over cases, claims, statements, actors and items, newest first.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::CaseId;
use uuid::Uuid;

/// What to look for.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// Words; each must begin a word of what is found. Anything may stand here: nothing is an error.
    pub words: String,
    /// About how many hits; the last record found is given whole.
    pub limit: u32,
    /// Only hits older than this key: the smallest of the page before.
    pub before: Option<i64>,
    /// Only in this case, and in what it refers to.
    pub case: Option<CaseId>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Place in the order; higher is newer.
    pub key: i64,
    /// Table of the record.
    pub table: String,
    /// Its identity.
    pub uuid: Uuid,
    /// Its label.
    pub name: String,
    /// The case it belongs to, or one that refers to it.
    pub case: Option<CaseId>,
    /// That case's name.
    pub case_name: Option<String>,
    /// The words around the first match, as written.
    pub snippet: String,
    /// Whether it lies in the trash.
    pub trashed: bool,
}

impl Ledger {
    /// Finds records by words, newest first.
    pub fn search(&self, _request: &SearchRequest) -> Result<Vec<Hit>> {
        Err(LedgerError::Stopped)
    }
}
