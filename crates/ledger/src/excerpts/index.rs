//! What the library knows of each excerpt, derived from it.

use crate::error::Result;
use crate::fold::fold;
use rusqlite::{Connection, OptionalExtension, params};

/// The derived tables of the library.
pub(crate) const TABLES: [&str; 3] = ["x_words_of_excerpts", "x_parts_of_excerpts", "x_excerpt"];

/// Whether the file has them: one of an older format, open for reading, may not.
pub(crate) fn is_kept(conn: &Connection) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'x_excerpt')")?
        .query_row([], |row| row.get(0))?)
}

/// The folded texts of an excerpt; none if there is no such excerpt.
pub(crate) fn doc(conn: &Connection, uuid: &str) -> Result<Option<String>> {
    let found = conn
        .prepare_cached("SELECT quote, translation, label, note FROM excerpt WHERE uuid = ?1")?
        .query_row([uuid], |row| {
            let mut lines = Vec::new();
            for at in 0..4 {
                if let Some(text) = row.get::<_, Option<String>>(at)?
                    && text != claims::records::ERASED
                {
                    lines.push(text);
                }
            }
            Ok(fold(&lines.join("\n")))
        });
    Ok(found.optional()?)
}

/// Sets what the library knows of one excerpt to what it is now.
pub(crate) fn index(conn: &Connection, uuid: &str) -> Result<()> {
    let old: Option<(i64, String)> = conn
        .prepare_cached("SELECT id, folded FROM x_excerpt WHERE row_uuid = ?1")?
        .query_row([uuid], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let new = doc(conn, uuid)?;
    if old.as_ref().map(|(_, folded)| folded) == new.as_ref() {
        return Ok(());
    }
    let id = old.as_ref().map(|(id, _)| *id);
    if let Some((id, folded)) = old {
        for index in &TABLES[..2] {
            let sql = format!("INSERT INTO {index} ({index}, rowid, folded) VALUES ('delete', ?1, ?2)");
            conn.prepare_cached(&sql)?.execute(params![id, folded])?;
        }
        conn.prepare_cached("DELETE FROM x_excerpt WHERE id = ?1")?.execute([id])?;
    }
    if let Some(folded) = new {
        conn.prepare_cached("INSERT INTO x_excerpt (id, row_uuid, folded) VALUES (?1, ?2, ?3)")?
            .execute(params![id, uuid, folded])?;
        let id = conn.last_insert_rowid();
        for index in &TABLES[..2] {
            let sql = format!("INSERT INTO {index} (rowid, folded) VALUES (?1, ?2)");
            conn.prepare_cached(&sql)?.execute(params![id, folded])?;
        }
    }
    Ok(())
}

/// Fills the library from every excerpt, oldest first.
pub(crate) fn index_all(conn: &Connection) -> Result<()> {
    let mut statement = conn.prepare("SELECT uuid FROM excerpt ORDER BY uuid")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        index(conn, &row.get::<_, String>(0)?)?;
    }
    Ok(())
}
