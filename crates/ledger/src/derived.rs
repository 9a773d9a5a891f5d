//! Derived tables (prefix `x_`): what search and the library of excerpts need, what items are compared by, and which rows were ever part of which. Kept up with each operation, rebuilt by one command.

use crate::alike;
use crate::error::Result;
use crate::excerpts;
use crate::fold::fold;
use crate::ledger::Ledger;
use crate::schema::{Schema, quoted};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

/// Grows whenever derived.sql, or what is derived, changes: older ones are then made anew.
const MADE: i64 = 4;

const TABLES: &str = include_str!("schema/derived.sql");

/// A table whose rows are found by search.
pub(crate) struct Searched {
    pub table: &'static str,
    /// The column that is the label.
    pub label: &'static str,
    /// The other columns that are searched.
    pub texts: &'static [&'static str],
    /// A table of other spellings of its name.
    pub spellings: Option<&'static str>,
}

/// What search finds.
pub(crate) static SEARCHED: &[Searched] = &[
    Searched {
        table: "case",
        label: "name",
        texts: &["summary", "place", "date_words", "why"],
        spellings: Some("case_name"),
    },
    Searched { table: "claim", label: "text", texts: &["note"], spellings: None },
    Searched {
        table: "statement",
        label: "words",
        texts: &["translation", "office", "venue", "note"],
        spellings: None,
    },
    Searched { table: "actor", label: "name", texts: &["description"], spellings: Some("actor_name") },
    Searched {
        table: "item",
        label: "name",
        texts: &["title", "symbol", "container", "place", "note"],
        spellings: None,
    },
    Searched { table: "event", label: "name", texts: &["date_words", "place", "note"], spellings: None },
];

/// Rows without a case that are part of another: (table, columns that name the whole).
pub(crate) static PARTS: &[(&str, &[&str])] = &[
    ("actor_name", &["actor_id"]),
    ("office", &["actor_id"]),
    ("reliability", &["actor_id"]),
    ("author", &["item_id"]),
    ("derivation", &["item_id", "actor_id"]),
    ("capture", &["item_id"]),
    ("excerpt", &["capture_id"]),
    ("capture_text", &["capture_id"]),
    ("metadata", &["capture_id"]),
    ("picture_check", &["capture_id"]),
    ("fetch", &["item_id"]),
    ("scale_label", &["scale_id"]),
];

/// The parent under which the one house is kept.
pub(crate) const OF_THE_HOUSE: &str = "house";

/// What search knows of a record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Doc {
    pub case: Option<String>,
    pub name: String,
    /// Every text, as written, a line each.
    pub text: String,
}

/// Makes the derived tables in a new file.
pub(crate) fn create(conn: &Connection) -> Result<()> {
    for table in excerpts::TABLES {
        conn.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    conn.execute_batch(&format!("DROP TABLE IF EXISTS x_words; DROP TABLE IF EXISTS x_parts; DROP TABLE IF EXISTS x_doc; DROP TABLE IF EXISTS x_of; DROP TABLE IF EXISTS x_same; DROP TABLE IF EXISTS x_made; {TABLES}"))?;
    conn.execute("INSERT INTO x_made (number) VALUES (?1)", [MADE])?;
    Ok(())
}

/// Rebuilds what an older version derived otherwise, or what is missing.
pub(crate) fn refresh(ledger: &mut Ledger) -> Result<()> {
    let made = ledger.conn.query_row("SELECT number FROM x_made", [], |row| row.get::<_, i64>(0));
    if made.ok() == Some(MADE) { Ok(()) } else { rebuild(ledger) }
}

/// Makes every derived table anew, in one transaction.
pub(crate) fn rebuild(ledger: &mut Ledger) -> Result<()> {
    let tx = ledger.conn.unchecked_transaction()?;
    fill(&tx)?;
    tx.commit()?;
    Ok(())
}

/// Makes the derived tables anew and fills them from what is there.
pub(crate) fn fill(tx: &Connection) -> Result<()> {
    create(tx)?;
    let rows = SEARCHED.iter().map(|s| format!("SELECT '{0}' AS t, uuid FROM {1}", s.table, quoted(s.table)));
    let sql = format!("{} ORDER BY uuid", rows.collect::<Vec<_>>().join(" UNION ALL "));
    let mut statement = tx.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        index(tx, &row.get::<_, String>(0)?, &row.get::<_, String>(1)?)?;
    }
    drop(rows);
    drop(statement);
    alike::index_all(tx)?;
    excerpts::index_all(tx)?;
    parts_of_all(tx, "main.x_of")
}

/// Makes the indexes of search anew: an index that only forgets a word still holds it for a while.
pub(crate) fn reindex(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "INSERT INTO x_words (x_words) VALUES ('rebuild');
         INSERT INTO x_parts (x_parts) VALUES ('rebuild');",
    )?;
    excerpts::reindex(conn)
}

/// Keeps the derived tables up with the pending changes.
pub(crate) fn follow(conn: &Connection, schema: &Schema) -> Result<()> {
    let mut pending = conn.prepare_cached(
        "SELECT table_name, row_uuid, before, after FROM temp.pending WHERE case_uuid IS NULL",
    )?;
    let mut rows = pending.query([])?;
    while let Some(row) = rows.next()? {
        let (table, uuid): (String, String) = (row.get(0)?, row.get(1)?);
        for image in [row.get_ref(2)?, row.get_ref(3)?] {
            if let Ok(text) = image.as_str() {
                parts(conn, "main.x_of", &table, &uuid, text)?;
            }
        }
    }
    drop(rows);
    for uuid in column(conn, "SELECT DISTINCT row_uuid FROM temp.pending WHERE table_name = ?1", "item")? {
        alike::index(conn, &uuid)?;
    }
    for uuid in column(conn, "SELECT DISTINCT row_uuid FROM temp.pending WHERE table_name = ?1", "excerpt")? {
        excerpts::index(conn, &uuid)?;
    }
    for searched in SEARCHED {
        let touched = "SELECT DISTINCT row_uuid FROM temp.pending WHERE table_name = ?1";
        for uuid in column(conn, touched, searched.table)? {
            index(conn, searched.table, &uuid)?;
        }
        if let Some(spellings) = searched.spellings {
            let whole = schema.table(spellings).and_then(|t| {
                t.columns.iter().find(|c| c.reference.as_ref().is_some_and(|r| r.table == searched.table))
            });
            let Some(whole) = whole else { continue };
            let touched = format!(
                "SELECT DISTINCT json_extract(coalesce(after, before), '$.{}') FROM temp.pending WHERE table_name = ?1",
                whole.name
            );
            for uuid in column(conn, &touched, spellings)? {
                index(conn, searched.table, &uuid)?;
            }
        }
    }
    Ok(())
}

fn column(conn: &Connection, sql: &str, value: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_map([value], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Sets what search knows of one record to what it is now.
fn index(conn: &Connection, table: &str, uuid: &str) -> Result<()> {
    let old: Option<(i64, String)> = conn
        .prepare_cached("SELECT id, folded FROM x_doc WHERE row_uuid = ?1 AND table_name = ?2")?
        .query_row([uuid, table], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let new = doc(conn, table, uuid)?.map(|doc| (fold(&doc.text), doc));
    if let (Some((id, old)), Some((folded, doc))) = (&old, &new)
        && old == folded
    {
        conn.prepare_cached("UPDATE x_doc SET name = ?2, case_uuid = ?3 WHERE id = ?1")?
            .execute(params![id, doc.name, doc.case])?;
        return Ok(());
    }
    let id = old.as_ref().map(|(id, _)| *id);
    if let Some((id, folded)) = old {
        for index in ["x_words", "x_parts"] {
            let sql = format!("INSERT INTO {index} ({index}, rowid, folded) VALUES ('delete', ?1, ?2)");
            conn.prepare_cached(&sql)?.execute(params![id, folded])?;
        }
        conn.prepare_cached("DELETE FROM x_doc WHERE id = ?1")?.execute([id])?;
    }
    if let Some((folded, doc)) = new {
        conn.prepare_cached(
            "INSERT INTO x_doc (id, table_name, row_uuid, case_uuid, name, folded) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![id, table, uuid, doc.case, doc.name, folded])?;
        let id = conn.last_insert_rowid();
        for index in ["x_words", "x_parts"] {
            let sql = format!("INSERT INTO {index} (rowid, folded) VALUES (?1, ?2)");
            conn.prepare_cached(&sql)?.execute(params![id, folded])?;
        }
    }
    Ok(())
}

/// What search should know of a record; none if there is no such record.
pub(crate) fn doc(conn: &Connection, table: &str, uuid: &str) -> Result<Option<Doc>> {
    let Some(searched) = SEARCHED.iter().find(|s| s.table == table) else { return Ok(None) };
    let case = match table {
        "case" => "r.uuid",
        "claim" | "statement" | "event" => "(SELECT uuid FROM \"case\" WHERE id = r.case_id)",
        _ => "NULL",
    };
    let spellings = match searched.spellings {
        Some(of) => format!(
            "(SELECT group_concat(name, char(10)) FROM (SELECT name FROM {of} WHERE {table}_id = r.id AND trashed = 0 ORDER BY uuid))"
        ),
        None => "NULL".into(),
    };
    let mut texts = vec![format!("r.{}", searched.label), spellings];
    texts.extend(searched.texts.iter().map(|name| format!("r.{name}")));
    let sql = format!("SELECT {case}, {} FROM {} AS r WHERE r.uuid = ?1", texts.join(", "), quoted(table));
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_row([uuid], |row| {
        let mut lines = Vec::new();
        for i in 1..=texts.len() {
            if let Some(text) = row.get::<_, Option<String>>(i)?
                && text != claims::records::ERASED
            {
                lines.push(text);
            }
        }
        Ok(Doc { case: row.get(0)?, name: row.get(1)?, text: lines.join("\n") })
    });
    Ok(found.optional()?)
}

/// Notes which whole a row is part of, by one of its images.
fn parts(conn: &Connection, into: &str, table: &str, uuid: &str, image: &str) -> Result<()> {
    let add = |parent: &str| -> Result<()> {
        let sql =
            format!("INSERT OR IGNORE INTO {into} (parent_uuid, row_uuid, table_name) VALUES (?1, ?2, ?3)");
        conn.prepare_cached(&sql)?.execute([parent, uuid, table])?;
        Ok(())
    };
    if table == "house" {
        return add(OF_THE_HOUSE);
    }
    let Some((_, columns)) = PARTS.iter().find(|(name, _)| *name == table) else { return Ok(()) };
    // What is no image any more, since other hands changed it, tells nothing; verify says so elsewhere.
    let image: Value = serde_json::from_str(image).unwrap_or_default();
    for column in *columns {
        if let Some(parent) = image[column].as_str() {
            add(parent)?;
        }
    }
    Ok(())
}

/// Notes every part from the whole history.
pub(crate) fn parts_of_all(conn: &Connection, into: &str) -> Result<()> {
    let mut names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
    names.push("house");
    let list = names.iter().map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let mut statement = conn.prepare(&format!(
        "SELECT table_name, row_uuid, before, after FROM change WHERE case_uuid IS NULL AND table_name IN ({list})"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (table, uuid): (String, String) = (row.get(0)?, row.get(1)?);
        for image in [row.get_ref(2)?, row.get_ref(3)?] {
            if let Ok(text) = image.as_str() {
                parts(conn, into, &table, &uuid, text)?;
            }
        }
    }
    Ok(())
}
