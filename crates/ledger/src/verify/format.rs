//! Schema and migrations against those known, and foreign keys.

use super::{Check, Fault};
use crate::error::Result;
use crate::migrate::{self, Migration};
use rusqlite::Connection;
use std::collections::BTreeMap;

const SCHEMA: &str = "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema \
 WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT LIKE 'x\\_%' ESCAPE '\\'";

impl Check<'_> {
    pub(super) fn format(&mut self, migrations: &'static [Migration]) -> Result<()> {
        let format: u32 = self.conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let model = Connection::open_in_memory()?;
        for step in migrations.iter().filter(|m| m.number <= format) {
            model.execute_batch(step.text)?;
        }
        // Every column of every table is under history exactly if the schema is the one that the images are made from.
        let (wanted, mut there) = (parts(&model)?, parts(self.conn)?);
        for (name, sql) in wanted {
            match there.remove(&name) {
                Some(found) if found == sql => {}
                Some(_) => self.fault(Fault::new("schema", format!("{name} is not as this format has it"))),
                None => self.fault(Fault::new("schema", format!("{name} is missing"))),
            }
        }
        for name in there.into_keys() {
            self.fault(Fault::new("schema", format!("{name} is not part of this format")));
        }
        if let Err(error) = migrate::check_texts(self.conn, migrations, format) {
            self.fault(Fault::new("migration", error.to_string()));
        }
        let mut statement = self.conn.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (from, to): (String, String) = (row.get(0)?, row.get(2)?);
            self.fault(Fault::new(
                "reference",
                format!("a row of {from} refers to a row of {to} that is not there"),
            ));
        }
        Ok(())
    }
}

fn parts(conn: &Connection) -> Result<BTreeMap<String, String>> {
    let mut statement = conn.prepare(SCHEMA)?;
    let parts = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(parts.collect::<rusqlite::Result<_>>()?)
}
