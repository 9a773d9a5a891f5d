//! An earlier position of the history: a case filled into a ledger in memory from the images, so that the same code reads it.
//!
//! The cost follows the case and what it refers to, not the length of the history.

use crate::case_at::{AsOf, cited};
use crate::derived::OF_THE_HOUSE;
use crate::error::{LedgerError, Result};
use crate::image::{self, Image};
use crate::ledger::Ledger;
use crate::schema::{Schema, Table, quoted};
use crate::seal::instant;
use claims::ids::CaseId;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, named_params, params_from_iter};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// Which operations are in view.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// The last one, by its position in the file.
    pub position: i64,
    /// Only those not later than this; set where the devices' clocks differ, so that the position alone does not tell.
    pub time: Option<String>,
    /// Everything is in view.
    pub is_present: bool,
}

/// Holds for a change `c` whose operation is in view.
pub(crate) const IN_VIEW: &str = "c.operation_id <= :position AND (:time IS NULL OR (SELECT time FROM operation WHERE id = c.operation_id) <= :time)";

impl View {
    /// The view of a position; none if nothing was there yet.
    pub fn of(ledger: &Ledger, as_of: Option<&AsOf>) -> Result<Option<View>> {
        let conn = &ledger.conn;
        let last: Option<i64> = conn.query_row("SELECT max(id) FROM operation", [], |row| row.get(0))?;
        let Some(last) = last else { return Ok(None) };
        let (position, time) = match as_of {
            None => (last, None),
            Some(AsOf::Operation(operation)) => (ledger.position(*operation)?, None),
            Some(AsOf::Time(time)) => {
                let time = instant(*time);
                let position: Option<i64> = conn
                    .prepare_cached("SELECT max(id) FROM operation WHERE time <= ?1")?
                    .query_row([&time], |row| row.get(0))?;
                let Some(position) = position else { return Ok(None) };
                let mixed: bool = conn
                    .prepare_cached("SELECT EXISTS (SELECT 1 FROM operation WHERE time > ?1 AND id < ?2)")?
                    .query_row((&time, position), |row| row.get(0))?;
                (position, mixed.then_some(time))
            }
        };
        Ok(Some(View { position, is_present: position == last && time.is_none(), time }))
    }
}

/// An image at a position, with the format it was written in.
pub(crate) struct Then {
    pub table: String,
    pub image: String,
    pub written: u32,
}

/// The images of a case and of everything without a case that it refers to, by identity.
pub(crate) fn images(ledger: &Ledger, case: CaseId, view: &View) -> Result<BTreeMap<String, Then>> {
    let mut found = of_case(ledger, case, view)?;
    let mut wanted: Vec<String> =
        found.values().map(|then| reach(ledger, then)).collect::<Result<Vec<_>>>()?.concat();
    wanted.extend(parts(&ledger.conn, OF_THE_HOUSE)?);
    // Step by step: what these rows refer to, and what is part of them.
    while let Some(uuid) = wanted.pop() {
        if found.contains_key(&uuid) {
            continue;
        }
        let Some(then) = of_row(ledger, &uuid, view)? else { continue };
        if ledger.schema.table(&then.table).is_none_or(|table| table.has_case || table.name == "case") {
            continue;
        }
        wanted.extend(reach(ledger, &then)?);
        wanted.extend(parts(&ledger.conn, &uuid)?);
        found.insert(uuid, then);
    }
    Ok(found)
}

/// A ledger in memory with the case as it was; none if it was not there.
pub(crate) fn replay(ledger: &Ledger, case: CaseId, view: &View) -> Result<Option<Connection>> {
    let images = images(ledger, case, view)?;
    if !images.contains_key(&case.to_string()) {
        return Ok(None);
    }
    let memory = Connection::open_in_memory()?;
    for step in ledger.migrations {
        // Indexes of the file are of no use to a few hundred rows.
        let tables: String = step
            .text
            .lines()
            .filter(|line| !line.starts_with("CREATE INDEX "))
            .fold(String::with_capacity(step.text.len()), |text, line| text + line + "\n");
        memory.execute_batch(&tables)?;
    }
    // The images say what refers to what, in no order that a foreign key could follow.
    memory.pragma_update(None, "foreign_keys", "OFF")?;
    memory.set_prepared_statement_cache_capacity(256);
    let rows: HashMap<&str, i64> = images.keys().map(String::as_str).zip(1..).collect();
    memory.execute_batch("BEGIN")?;
    for (uuid, then) in &images {
        let table = table(&ledger.schema, &then.table)?;
        let image = image::parse(&ledger.schema, table, &then.image, then.written)?;
        insert(&memory, table, rows[uuid.as_str()], &image, &rows)?;
    }
    memory.execute_batch("COMMIT")?;
    Ok(Some(memory))
}

fn table<'a>(schema: &'a Schema, name: &str) -> Result<&'a Table> {
    schema
        .table(name)
        .ok_or_else(|| LedgerError::Damaged { words: format!("the history names a table {name}") })
}

fn insert(
    memory: &Connection,
    table: &Table,
    id: i64,
    image: &Image,
    rows: &HashMap<&str, i64>,
) -> Result<()> {
    let mut values = vec![Sql::Integer(id)];
    let mut names = String::from("id");
    let mut places = String::from("?1");
    for column in &table.columns {
        let value = image.get(&column.name).unwrap_or(&Value::Null);
        let bound = match (value, &column.reference) {
            (Value::Null, _) => Sql::Null,
            (Value::String(uuid), Some(to)) => match rows.get(uuid.as_str()) {
                Some(row) => Sql::Integer(*row),
                None => {
                    let words =
                        format!("the history of a {} names a {} that was not there", table.name, to.table);
                    return Err(LedgerError::Damaged { words });
                }
            },
            (Value::String(text), None) if column.kind == crate::schema::Kind::Blob => {
                Sql::Blob(crate::hash::unhex(text).unwrap_or_default())
            }
            (Value::String(text), None) => Sql::Text(text.clone()),
            (Value::Number(number), None) => number.as_i64().map_or(Sql::Null, Sql::Integer),
            _ => Sql::Null,
        };
        values.push(bound);
        names.push_str(&format!(", {}", quoted(&column.name)));
        places.push_str(&format!(", ?{}", values.len()));
    }
    let sql = format!("INSERT INTO {} ({names}) VALUES ({places})", quoted(&table.name));
    memory.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(())
}

/// The last change in view of a row.
struct LastChange {
    table: String,
    after: Option<String>,
    gone: bool,
    operation: i64,
    seq: i64,
    written: u32,
}

fn last_change(row: &rusqlite::Row<'_>) -> rusqlite::Result<(String, LastChange)> {
    let change = LastChange {
        table: row.get(1)?,
        after: row.get(2)?,
        gone: row.get(3)?,
        operation: row.get(4)?,
        seq: row.get(5)?,
        written: row.get(6)?,
    };
    Ok((row.get(0)?, change))
}

const CHANGE: &str = "c.row_uuid, c.table_name, c.after, c.salt IS NULL, c.operation_id, c.seq, (SELECT schema FROM operation WHERE id = c.operation_id)";

fn of_case(ledger: &Ledger, case: CaseId, view: &View) -> Result<BTreeMap<String, Then>> {
    let sql = format!(
        "SELECT {CHANGE} FROM change AS c WHERE c.case_uuid = :case AND {IN_VIEW} ORDER BY c.operation_id, c.seq"
    );
    let mut statement = ledger.conn.prepare_cached(&sql)?;
    let mut last: BTreeMap<String, LastChange> = BTreeMap::new();
    let mut rows = statement
        .query(named_params! { ":case": case.to_string(), ":position": view.position, ":time": view.time })?;
    while let Some(row) = rows.next()? {
        let (uuid, change) = last_change(row)?;
        last.insert(uuid, change);
    }
    let mut found = BTreeMap::new();
    for (uuid, change) in last {
        if let Some(then) = settle(&ledger.conn, &uuid, change)? {
            found.insert(uuid, then);
        }
    }
    Ok(found)
}

pub(crate) fn of_row(ledger: &Ledger, uuid: &str, view: &View) -> Result<Option<Then>> {
    let sql = format!(
        "SELECT {CHANGE} FROM change AS c WHERE c.row_uuid = :row AND {IN_VIEW} ORDER BY c.operation_id DESC, c.seq DESC LIMIT 1"
    );
    let found = ledger
        .conn
        .prepare_cached(&sql)?
        .query_row(
            named_params! { ":row": uuid, ":position": view.position, ":time": view.time },
            last_change,
        )
        .optional()?;
    match found {
        Some((_, change)) => settle(&ledger.conn, uuid, change),
        None => Ok(None),
    }
}

/// The image that a change left; where it was erased, the one that the erasure left instead.
fn settle(conn: &Connection, uuid: &str, change: LastChange) -> Result<Option<Then>> {
    let LastChange { table, after, gone, operation, seq, written } = change;
    if !gone {
        return Ok(after.map(|image| Then { table, image, written }));
    }
    let was: Option<String> = conn
        .prepare_cached("SELECT was FROM erasure WHERE operation = (SELECT uuid FROM operation WHERE id = ?1) AND seq = ?2")?
        .query_row((operation, seq), |row| row.get(0))
        .optional()?;
    if was.is_none_or(|was| was == "removed") {
        return Ok(None);
    }
    let left = conn
        .prepare_cached(
            "SELECT c.after, o.schema FROM change AS c JOIN operation AS o ON o.id = c.operation_id
             WHERE c.row_uuid = ?1 AND (c.operation_id, c.seq) > (?2, ?3) AND o.kind = 'erase' AND c.after IS NOT NULL
             ORDER BY c.operation_id, c.seq LIMIT 1",
        )?
        .query_row((uuid, operation, seq), |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(left.map(|(image, written)| Then { table, image, written }))
}

/// What an image refers to outside its case.
fn reach(ledger: &Ledger, then: &Then) -> Result<Vec<String>> {
    let Some(table) = ledger.schema.table(&then.table) else { return Ok(Vec::new()) };
    let image: Image = serde_json::from_str(&then.image)?;
    let mut found = Vec::new();
    for column in &table.columns {
        let Some(text) = image.get(&column.name).and_then(Value::as_str) else { continue };
        if column.reference.is_some() {
            found.push(text.to_string());
        } else if table.name == "assessment" {
            found.extend(cited(text).iter().map(ToString::to_string));
        }
    }
    Ok(found)
}

/// The rows that were ever part of this one.
fn parts(conn: &Connection, uuid: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT row_uuid FROM x_of WHERE parent_uuid = ?1")?;
    let found = statement.query_map([uuid], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
