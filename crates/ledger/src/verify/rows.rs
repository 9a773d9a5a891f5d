//! The images replayed, row by row, against the tables: what the history says must stand there, and nothing else.

use super::{Check, Fault, count};
use crate::error::{LedgerError, Result};
use crate::image;
use crate::schema::quoted;
use rusqlite::OptionalExtension;
use std::collections::HashMap;

/// What the history says of a row so far.
enum State {
    Absent,
    Present {
        image: String,
        operation: i64,
    },
    /// Its image was erased.
    Erased,
}

struct Row {
    uuid: String,
    table: String,
    state: State,
}

impl Check<'_> {
    pub(super) fn rows(&mut self) -> Result<()> {
        let conn = self.conn;
        let mut statement = conn.prepare(
            "SELECT row_uuid, table_name, before, after, salt IS NULL, operation_id, seq FROM change ORDER BY row_uuid, operation_id, seq",
        )?;
        let mut changes = statement.query([])?;
        let mut live: HashMap<String, u64> = HashMap::new();
        // More than one only if two tables use one identity.
        let mut group: Vec<Row> = Vec::new();
        let (mut done, total) = (0, self.found.changes);
        while let Some(change) = changes.next()? {
            let uuid = change.get_ref(0)?.as_str().unwrap_or_default();
            let table = change.get_ref(1)?.as_str().unwrap_or_default();
            if group.first().is_some_and(|row| row.uuid != uuid) {
                self.settle(&mut group, &mut live)?;
            }
            let place = match group.iter().position(|row| row.table == table) {
                Some(place) => place,
                None => {
                    group.push(Row { uuid: uuid.into(), table: table.into(), state: State::Absent });
                    group.len() - 1
                }
            };
            let (before, after): (Option<String>, Option<String>) = (change.get(2)?, change.get(3)?);
            let (operation, seq): (i64, i64) = (change.get(5)?, change.get(6)?);
            let row = &mut group[place];
            if change.get(4)? {
                self.erased(row, operation, seq)?;
            } else {
                self.replay(row, before, after, operation, seq)?;
            }
            done += 1;
            self.step("rows", done, total)?;
        }
        self.settle(&mut group, &mut live)?;
        self.unrecorded(&live)
    }

    /// One change on a row.
    fn replay(
        &mut self,
        row: &mut Row,
        before: Option<String>,
        after: Option<String>,
        operation: i64,
        seq: i64,
    ) -> Result<()> {
        let stands = match (&row.state, &before) {
            (State::Absent, None) => true,
            (State::Absent, Some(_)) => false,
            // Only an erasure says what a row is without saying what it was.
            (State::Present { .. } | State::Erased, None) => self.kind(operation)? == "erase",
            (State::Erased, Some(_)) => true,
            (State::Present { image, operation: last }, Some(before)) => {
                image == before || {
                    let from = self.written_before(operation)?;
                    self.same(&row.table, (image, self.written(*last)?), (before, from))?
                }
            }
        };
        if !stands {
            let uuid = self.operation_uuid(operation)?;
            let fault = Fault::new("replay", "it does not start from what the history left");
            self.fault(fault.of(&uuid).at(seq).row(&row.table, &row.uuid));
        }
        row.state = match after {
            Some(image) => State::Present { image, operation },
            None => State::Absent,
        };
        Ok(())
    }

    /// A change whose images were erased: the erasure still says what it did to the row.
    fn erased(&mut self, row: &mut Row, operation: i64, seq: i64) -> Result<()> {
        let uuid = self.operation_uuid(operation)?;
        let was = self.was(&uuid, seq)?.unwrap_or_default();
        let absent = matches!(row.state, State::Absent);
        if !was.is_empty() && absent != (was == "added") {
            let fault = Fault::new("replay", "it does not start from what the history left");
            self.fault(fault.of(&uuid).at(seq).row(&row.table, &row.uuid));
        }
        row.state = if was == "removed" { State::Absent } else { State::Erased };
        Ok(())
    }

    /// Compares what the history says of the rows of this identity with the tables.
    fn settle(&mut self, group: &mut Vec<Row>, live: &mut HashMap<String, u64>) -> Result<()> {
        for row in group.drain(..) {
            self.found.rows += 1;
            let Some(table) = self.schema.table(&row.table) else {
                let words = format!("the history names a table {} that is not there", row.table);
                self.fault(Fault::new("table", words).row(&row.table, &row.uuid));
                continue;
            };
            let now = image::current(self.conn, table, &row.uuid)?;
            if now.is_some() {
                *live.entry(row.table.clone()).or_default() += 1;
            }
            let words = match (&row.state, now) {
                (State::Absent, None) => continue,
                (State::Present { image, operation }, Some(now)) => {
                    if *image == now
                        || self.same(
                            &row.table,
                            (image, self.written(*operation)?),
                            (&now, image::today(self.schema)),
                        )?
                    {
                        continue;
                    }
                    "the row is not as the history says"
                }
                (State::Absent, Some(_)) => "the row is there, and the history says that it is not",
                (State::Present { .. }, None) => "the row is gone, and the history says that it is there",
                (State::Erased, _) => "the row was erased, and the history does not say how it was left",
            };
            self.fault(Fault::new("row", words).row(&row.table, &row.uuid));
        }
        Ok(())
    }

    /// Rows that no change ever wrote.
    fn unrecorded(&mut self, live: &HashMap<String, u64>) -> Result<()> {
        for table in &self.schema.tables {
            let name = quoted(&table.name);
            if count(self.conn, &table.name)? == live.get(&table.name).copied().unwrap_or_default() {
                continue;
            }
            let mut statement = self.conn.prepare(&format!(
                "SELECT uuid FROM {name} AS r WHERE NOT EXISTS (SELECT 1 FROM change AS c WHERE c.row_uuid = r.uuid AND c.table_name = ?1)"
            ))?;
            let mut rows = statement.query([&table.name])?;
            while let Some(row) = rows.next()? {
                let uuid: String = row.get(0)?;
                let fault = Fault::new("row", "the row is there, and the history does not know it");
                self.fault(fault.row(&table.name, &uuid));
            }
        }
        Ok(())
    }

    /// Whether two images, each with its format, say the same.
    fn same(&self, table: &str, one: (&str, u32), other: (&str, u32)) -> Result<bool> {
        let Some(table) = self.schema.table(table) else { return Ok(false) };
        match image::same(self.schema, table, one, other) {
            // What cannot be read as an image says something else.
            Err(LedgerError::Json(_)) => Ok(false),
            other => other,
        }
    }

    /// The format of the images that an operation wrote.
    fn written(&self, operation: i64) -> Result<u32> {
        let mut statement = self.conn.prepare_cached("SELECT schema FROM operation WHERE id = ?1")?;
        Ok(statement.query_row([operation], |row| row.get(0)).unwrap_or(1))
    }

    /// The format of the images from which an operation started: a migration starts from what the format before it had.
    fn written_before(&self, operation: i64) -> Result<u32> {
        let sql = "SELECT schema FROM operation WHERE id < ?1 AND EXISTS (
             SELECT 1 FROM operation WHERE id = ?1 AND name = 'ledger.migrate' AND editor IS NULL) ORDER BY id DESC LIMIT 1";
        let before: Option<u32> =
            self.conn.prepare_cached(sql)?.query_row([operation], |row| row.get(0)).optional()?;
        before.map_or_else(|| self.written(operation), Ok)
    }

    fn kind(&self, operation: i64) -> Result<String> {
        let mut statement = self.conn.prepare_cached("SELECT kind FROM operation WHERE id = ?1")?;
        Ok(statement.query_row([operation], |row| row.get(0)).unwrap_or_default())
    }

    fn operation_uuid(&self, operation: i64) -> Result<String> {
        let mut statement = self.conn.prepare_cached("SELECT uuid FROM operation WHERE id = ?1")?;
        Ok(statement.query_row([operation], |row| row.get(0)).unwrap_or_default())
    }
}
