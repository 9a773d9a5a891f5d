//! Reading records: one by identity, or a list.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::CaseId;
use claims::records::Record;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Which records, and how many. The order is that in which they were added.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those of this case.
    pub case: Option<CaseId>,
    /// Only those whose reference column holds this identity.
    pub equal: Vec<(&'static str, Uuid)>,
    /// Only those in the trash (`true`) or not in it (`false`); none = both.
    pub trashed: Option<bool>,
    /// Only those after this one, in the order asked for.
    pub after: Option<Uuid>,
    /// Newest first.
    pub newest_first: bool,
    /// No more than this many; none = all.
    pub limit: Option<u32>,
}

impl Ledger {
    /// The record with this identity, in the trash or not.
    pub fn get<R: Record + DeserializeOwned>(&self, _id: impl Into<Uuid>) -> Result<Option<R>> {
        Err(LedgerError::Stopped)
    }

    /// The records that the filter names.
    pub fn list<R: Record + DeserializeOwned>(&self, _filter: &Filter) -> Result<Vec<R>> {
        Err(LedgerError::Stopped)
    }
}
