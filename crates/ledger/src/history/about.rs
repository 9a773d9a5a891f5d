//! What an operation was about, told from its first changes alone, so that a long list costs the same whatever its lines changed.

use super::changes::{CHANGE, ChangeView, change};
use super::list::kind_of;
use super::{OperationSummary, maybe_uuid};
use crate::error::Result;
use crate::image;
use crate::ledger::Ledger;
use claims::ids::OperationId;
use rusqlite::OptionalExtension;
use serde_json::Value;
use uuid::Uuid;

/// How many changes of an operation are looked at.
const LOOKED_AT: u32 = 1000;

/// What an operation was about.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// Each table touched, with how many rows, in the order in which they first stand there.
    pub tables: Vec<(String, u32)>,
    /// How many changes these counts cover: all, or the first thousand.
    pub counted: u32,
    /// The change of the record that it was about: the first of the table that the command is named after, else the first of all.
    pub main: Option<ChangeView>,
}

/// The table that a kind of command writes into, where it is called otherwise.
fn table_of(kind: &str) -> &str {
    match kind {
        "cell" => "answer",
        "evidence" => "evidence_link",
        "checklist" => "checklist_line",
        other => other,
    }
}

impl Ledger {
    /// What an operation was about.
    pub fn about(&self, operation: &OperationSummary) -> Result<About> {
        let mut statement = self.conn.prepare_cached(
            "SELECT table_name, count(*) FROM (SELECT table_name, seq FROM change WHERE operation_id = ?1 ORDER BY seq LIMIT ?2)
             GROUP BY table_name ORDER BY min(seq)",
        )?;
        let tables = statement
            .query_map((operation.position, LOOKED_AT), |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, u32)>>>()?;
        let name = self.first_name(operation)?;
        let main = table_of(kind_of(&name));
        let main = if tables.iter().any(|(table, _)| table == main) { Some(main) } else { None };
        let sql = format!(
            "SELECT {CHANGE} FROM change WHERE operation_id = ?1 AND (?2 IS NULL OR table_name = ?2) ORDER BY seq LIMIT 1"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query((operation.position, main))?;
        let main = rows.next()?.map(change).transpose()?;
        Ok(About { counted: tables.iter().map(|(_, n)| n).sum(), tables, main })
    }

    /// The name of the command whose work an operation is: of undo and redo, that of what they took back.
    fn first_name(&self, operation: &OperationSummary) -> Result<String> {
        let (mut name, mut undoes) = (operation.name.clone(), operation.undoes);
        let mut statement = self.conn.prepare_cached("SELECT name, undoes FROM operation WHERE uuid = ?1")?;
        while let Some(id) = undoes {
            let found = statement
                .query_row([id.to_string()], |row| Ok((row.get(0)?, maybe_uuid(row, 1)?.map(OperationId))))
                .optional()?;
            let Some(next) = found else { break };
            (name, undoes) = next;
        }
        Ok(name)
    }

    /// The image of a row as it is, or, of one that was taken out, as it last was; none if nothing is left of it.
    pub fn image(&self, table: &str, id: Uuid) -> Result<Option<Value>> {
        let Some(table) = self.schema.table(table) else { return Ok(None) };
        let uuid = id.to_string();
        let text = match image::current(&self.conn, table, &uuid)? {
            Some(text) => Some(text),
            None => self
                .conn
                .prepare_cached(
                    "SELECT coalesce(after, before) FROM change WHERE row_uuid = ?1 AND table_name = ?2 AND salt IS NOT NULL
                     ORDER BY operation_id DESC, seq DESC LIMIT 1",
                )?
                .query_row([uuid.as_str(), table.name.as_str()], |row| row.get(0))
                .optional()?,
        };
        Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
    }
}
