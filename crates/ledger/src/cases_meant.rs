//! The cases that somebody can mean by a few words: an id, a name, another spelling, a part of an id.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::CaseId;
use rusqlite::named_params;

/// A part of an id is at least this long.
const PART: usize = 4;

impl Ledger {
    /// The cases that are meant, newest first: those of that id; else of that name, in capitals or not; else of that other spelling;
    /// else those whose id begins or ends so. Nothing in the trash is meant.
    pub fn cases_meant(&self, words: &str) -> Result<Vec<CaseId>> {
        let low = words.to_lowercase();
        let mut statement = self.conn.prepare_cached(include_str!("cases_meant.sql"))?;
        let mut rows = statement.query(named_params! { ":words": words, ":plain": words.is_ascii() })?;
        let mut steps: [Vec<CaseId>; 4] = Default::default();
        while let Some(row) = rows.next()? {
            let uuid = row.get_ref(0)?.as_str().unwrap_or_default();
            let name = row.get_ref(1)?.as_str().unwrap_or_default();
            let spelling: bool = row.get(2)?;
            let same = || name == words || name.to_lowercase() == low;
            let step = match spelling {
                true if same() => 2,
                false if uuid == low => 0,
                false if same() => 1,
                false if low.len() >= PART && (uuid.starts_with(&low) || uuid.ends_with(&low)) => 3,
                _ => continue,
            };
            let id = uuid
                .parse()
                .map_err(|_| LedgerError::Damaged { words: format!("{uuid} is no id of a case") })?;
            if steps[step].last() != Some(&id) {
                steps[step].push(id);
            }
        }
        Ok(steps.into_iter().find(|found| !found.is_empty()).unwrap_or_default())
    }
}
