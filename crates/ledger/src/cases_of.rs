//! Which cases an item stands in.

use crate::error::Result;
use crate::history;
use crate::ledger::Ledger;
use claims::ids::{CaseId, ItemId};

impl Ledger {
    /// The cases that refer to an item, or to an excerpt of a copy of it, by records that are not in the trash; oldest first.
    pub fn cases_of_item(&self, item: ItemId) -> Result<Vec<CaseId>> {
        let mut statement = self.conn.prepare_cached(include_str!("cases_of.sql"))?;
        let found = statement.query_map([item.to_string()], |row| history::uuid(row, 0))?;
        Ok(found.map(|id| id.map(CaseId)).collect::<rusqlite::Result<_>>()?)
    }
}
