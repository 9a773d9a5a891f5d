//! The derived tables against what they derive from.

use super::{Check, Fault, count};
use crate::alike;
use crate::derived::{self, SEARCHED};
use crate::error::Result;
use crate::excerpts;
use crate::fold::fold;
use rusqlite::Connection;

impl Check<'_> {
    pub(super) fn derived(&mut self) -> Result<()> {
        let conn = self.conn;
        let mut wanted: u64 = 0;
        // A file of an older format, open for reading, may not have each table yet.
        for searched in SEARCHED.iter().filter(|searched| self.schema.table(searched.table).is_some()) {
            wanted += count(conn, searched.table)?;
        }
        let mut statement = conn
            .prepare("SELECT table_name, row_uuid, case_uuid, name, folded FROM x_doc ORDER BY row_uuid")?;
        let mut rows = statement.query([])?;
        let mut done = 0;
        while let Some(row) = rows.next()? {
            let (table, uuid): (String, String) = (row.get(0)?, row.get(1)?);
            let stands = derived::doc(conn, &table, &uuid)?.is_some_and(|doc| {
                row.get_ref(4).is_ok_and(|text| text.as_str() == Ok(&fold(&doc.text)))
                    && row.get::<_, Option<String>>(2).is_ok_and(|case| case == doc.case)
                    && row.get::<_, String>(3).is_ok_and(|name| name == doc.name)
            });
            if !stands {
                let fault = Fault::new(
                    "derived",
                    "search does not know the row as it is; rebuild the derived tables",
                );
                self.fault(fault.row(&table, &uuid));
            }
            done += 1;
            self.step("derived", done, wanted.max(done))?;
        }
        if done != wanted {
            let words = format!("search knows {done} rows of {wanted}; rebuild the derived tables");
            self.fault(Fault::new("derived", words));
        }
        self.parts()?;
        self.alike()?;
        self.excerpts()
    }

    /// What the library knows of each excerpt, made anew and compared.
    fn excerpts(&mut self) -> Result<()> {
        let conn = self.conn;
        if !excerpts::is_kept(conn)? {
            return Ok(());
        }
        let mut known = conn.prepare("SELECT row_uuid, folded FROM x_excerpt ORDER BY row_uuid")?;
        let mut rows = known.query([])?;
        let mut done = 0;
        while let Some(row) = rows.next()? {
            let uuid: String = row.get(0)?;
            if excerpts::doc(conn, &uuid)?
                .is_none_or(|doc| row.get_ref(1).map(|text| text.as_str() == Ok(&doc)) != Ok(true))
            {
                let words = "the library of excerpts does not know it as it is; rebuild the derived tables";
                self.fault(Fault::new("derived", words).row("excerpt", &uuid));
            }
            done += 1;
        }
        if done != count(conn, "excerpt")? {
            let words = "the library does not know every excerpt; rebuild the derived tables";
            self.fault(Fault::new("derived", words));
        }
        Ok(())
    }

    /// What items are compared by, made anew item by item and compared.
    fn alike(&mut self) -> Result<()> {
        let conn = self.conn;
        if !alike::is_kept(conn)? {
            return Ok(());
        }
        let mut wanted: u64 = 0;
        let mut items = conn.prepare("SELECT uuid FROM item")?;
        let mut kept =
            conn.prepare("SELECT 1 FROM x_same WHERE what = ?1 AND key = ?2 AND item_uuid = ?3")?;
        let mut rows = items.query([])?;
        while let Some(row) = rows.next()? {
            let uuid: String = row.get(0)?;
            for (what, key) in alike::of_item(conn, &uuid)? {
                wanted += 1;
                if !kept.exists((what, &key, &uuid))? {
                    let words = "what the item is compared by differs; rebuild the derived tables";
                    self.fault(Fault::new("derived", words).row("item", &uuid));
                }
            }
        }
        if count(conn, "x_same")? != wanted {
            let words = "what items are compared by differs; rebuild the derived tables";
            self.fault(Fault::new("derived", words));
        }
        Ok(())
    }

    /// Which rows were ever part of which, made anew beside the file and compared.
    fn parts(&mut self) -> Result<()> {
        let conn = self.conn;
        conn.execute_batch(
            "CREATE TEMP TABLE IF NOT EXISTS of_again (parent_uuid TEXT, row_uuid TEXT, table_name TEXT, PRIMARY KEY (parent_uuid, row_uuid));
             DELETE FROM temp.of_again;",
        )?;
        derived::parts_of_all(conn, "temp.of_again")?;
        let differ: bool = conn.query_row(
            "SELECT EXISTS (SELECT * FROM temp.of_again EXCEPT SELECT parent_uuid, row_uuid, table_name FROM main.x_of)
               OR EXISTS (SELECT parent_uuid, row_uuid, table_name FROM main.x_of EXCEPT SELECT * FROM temp.of_again)",
            [],
            |row| row.get(0),
        )?;
        if differ {
            self.fault(Fault::new(
                "derived",
                "what was ever part of what differs; rebuild the derived tables",
            ));
        }
        Ok(())
    }
}

/// Whether the indexes of search hold what they index. Asking SQLite this counts as writing, so only a writer can.
pub(super) fn index_faults(conn: &Connection) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut indexes = vec!["x_words", "x_parts"];
    if excerpts::is_kept(conn).unwrap_or(false) {
        indexes.extend(&excerpts::TABLES[..2]);
    }
    for index in indexes {
        let sql = format!("INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)");
        if conn.execute(&sql, []).is_err() {
            let words = format!("the index {index} does not hold what it should; rebuild the derived tables");
            faults.push(Fault::new("derived", words));
        }
    }
    faults
}
