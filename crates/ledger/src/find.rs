//! A row by its identity alone, whatever its table.

use crate::error::Result;
use crate::image;
use crate::ledger::Ledger;
use crate::schema::quoted;
use claims::ids::CaseId;
use rusqlite::OptionalExtension;
use serde_json::Value;
use uuid::Uuid;

/// A row that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its table.
    pub table: String,
    /// Its image.
    pub image: Value,
    /// The case it belongs to; of a case, itself.
    pub case: Option<CaseId>,
    /// That case's name.
    pub case_name: Option<String>,
    /// Whether it lies in the trash.
    pub trashed: bool,
}

impl Ledger {
    /// The row with this identity, in the trash or not; none if no table has it. What the file says of itself is not looked through.
    pub fn find(&self, id: Uuid) -> Result<Option<Found>> {
        let snapshot = self.conn.unchecked_transaction()?;
        let uuid = id.to_string();
        for table in &self.schema.tables {
            if matches!(table.name.as_str(), "migration" | "erasure" | "device") {
                continue;
            }
            let Some(text) = image::current(&snapshot, table, &uuid)? else { continue };
            let image: Value = serde_json::from_str(&text)?;
            let of_case = if table.name == "case" { Some(uuid.as_str()) } else { image["case_id"].as_str() };
            let case_name = match of_case {
                Some(case) => snapshot
                    .prepare_cached(&format!("SELECT name FROM {} WHERE uuid = ?1", quoted("case")))?
                    .query_row([case], |row| row.get(0))
                    .optional()?,
                None => None,
            };
            return Ok(Some(Found {
                table: table.name.clone(),
                case: of_case.and_then(|case| case.parse().ok()),
                case_name,
                trashed: image["trashed"] == 1,
                image,
            }));
        }
        Ok(None)
    }
}
