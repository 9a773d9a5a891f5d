//! One case with its operations as JSON, such that the chain can be checked without the ledger.
//!
//! What belongs to other cases stands there as a stub: enough to follow the chain, and nothing of its content.
//! docs/file-format.md describes the keys; docs/verify_ledger.py checks such a file.

use crate::as_of::{self, Then, View};
use crate::case_at::AsOf;
use crate::error::{LedgerError, Result};
use crate::image;
use crate::ledger::Ledger;
use claims::ids::CaseId;
use rusqlite::{Connection, Row, named_params};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

/// What an export shows of the history: which changes of which operations (by their positions) in full.
#[derive(Default)]
struct Shown {
    /// Operations in view.
    operations: BTreeMap<i64, BTreeSet<i64>>,
    /// Erasures after the position, which explain what is missing before it.
    later: BTreeMap<i64, BTreeSet<i64>>,
    /// Rows without a case whose changes are shown.
    rows: BTreeSet<String>,
    /// The images at the position.
    images: BTreeMap<String, Then>,
}

impl Ledger {
    /// Writes the case with its operations; other cases' operations are stubs. `extra` keys stand at the top level.
    /// The same case at the same position gives the same bytes, until something in it is erased.
    ///
    /// Errors: `NotFound` if there was no such case then; `NoSuchOperation`; `Io` if `out` cannot be written.
    pub fn export_case(
        &self,
        case: CaseId,
        as_of: Option<&AsOf>,
        out: &mut dyn Write,
        extra: &Map<String, Value>,
    ) -> Result<()> {
        let snapshot = self.conn.unchecked_transaction()?;
        let missing = || LedgerError::NotFound { table: "case".into(), id: case.0 };
        let view = View::of(self, as_of)?.ok_or_else(missing)?;
        let shown = self.shown(case, &view)?;
        if !shown.images.contains_key(&case.to_string()) {
            return Err(missing());
        }
        let mut text = Text { out, first: true };
        text.raw("{")?;
        text.key("format", &json!("counterclaim case"))?;
        text.key("version", &json!(1))?;
        for (key, value) in extra {
            text.key(key, value)?;
        }
        let (operation, time) =
            snapshot.query_row("SELECT uuid, time FROM operation WHERE id = ?1", [view.position], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?;
        text.key("case", &json!(case))?;
        text.key("operation", &json!(operation))?;
        text.key("time", &json!(time))?;
        text.key("heads", &heads(&snapshot, &view)?)?;
        text.list("operations")?;
        operations(&snapshot, &view, &shown.operations, &mut text)?;
        text.end()?;
        text.list("later")?;
        for (position, seqs) in &shown.later {
            text.item(&full(&snapshot, *position, seqs)?)?;
        }
        text.end()?;
        text.key("tables", &self.tables(&shown, &view)?)?;
        text.raw("\n}\n")
    }

    fn shown(&self, case: CaseId, view: &View) -> Result<Shown> {
        let mut shown = Shown { images: as_of::images(self, case, view)?, ..Shown::default() };
        let conn = &self.conn;
        for position in positions(conn, "c.case_uuid = :key", &case.to_string(), view)? {
            shown.operations.entry(position.0).or_default().insert(position.1);
        }
        let mut wanted: Vec<String> = shown
            .images
            .iter()
            .filter(|(_, then)| {
                self.schema.table(&then.table).is_some_and(|t| !t.has_case && t.name != "case")
            })
            .map(|(uuid, _)| uuid.clone())
            .collect();
        let mut devices =
            conn.prepare_cached("SELECT DISTINCT device FROM operation WHERE n = 1 AND id <= ?1")?;
        wanted.extend(
            devices
                .query_map([view.position], |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<String>>>()?,
        );
        let mut looked: BTreeSet<i64> = BTreeSet::new();
        // Each row brings operations, and these their editors and what explains an image that is gone, until nothing new comes.
        loop {
            while let Some(uuid) = wanted.pop() {
                self.show_row(&uuid, view, &mut shown)?;
            }
            let new: Vec<i64> = shown
                .operations
                .keys()
                .chain(shown.later.keys())
                .copied()
                .filter(|position| looked.insert(*position))
                .collect();
            for position in &new {
                wanted.extend(editor(conn, *position)?);
            }
            let erasures = erasures(conn, &shown)?;
            wanted.extend(erasures.into_iter().filter(|uuid| !shown.rows.contains(uuid)));
            if wanted.is_empty() && new.is_empty() {
                return Ok(shown);
            }
        }
    }

    /// Shows every change of a row without a case; one that came only after the position goes to `later`.
    fn show_row(&self, uuid: &str, view: &View, shown: &mut Shown) -> Result<()> {
        if !shown.rows.insert(uuid.to_string()) {
            return Ok(());
        }
        let conn = &self.conn;
        let found = positions(conn, "c.row_uuid = :key", uuid, view)?;
        if found.is_empty() {
            let mut later = conn.prepare_cached(
                "SELECT a.operation_id, a.seq FROM change AS c JOIN change AS a ON a.operation_id = c.operation_id
                 WHERE c.row_uuid = ?1 AND c.table_name = 'erasure' AND c.before IS NULL
                   AND (a.seq = c.seq OR a.row_uuid = (SELECT x.row_uuid FROM erasure AS e JOIN operation AS o ON o.uuid = e.operation
                     JOIN change AS x ON x.operation_id = o.id AND x.seq = e.seq WHERE e.uuid = c.row_uuid))",
            )?;
            let mut rows = later.query([uuid])?;
            while let Some(row) = rows.next()? {
                shown.later.entry(row.get(0)?).or_default().insert(row.get(1)?);
            }
            return Ok(());
        }
        for (operation, seq) in found {
            shown.operations.entry(operation).or_default().insert(seq);
        }
        if let Some(then) = as_of::of_row(self, uuid, view)? {
            shown.images.insert(uuid.to_string(), then);
        }
        Ok(())
    }

    fn tables(&self, shown: &Shown, view: &View) -> Result<Value> {
        let mut tables: Map<String, Value> = Map::new();
        for table in &self.schema.tables {
            let mut rows = Vec::new();
            for (uuid, then) in shown.images.iter().filter(|(_, then)| then.table == table.name) {
                // The present is what the tables say, so that a check of the export is a check of them.
                let image = match view.is_present {
                    true => image::current(&self.conn, table, uuid)?
                        .map(|text| serde_json::from_str(&text))
                        .transpose()?,
                    false => Some(image::parse(&self.schema, table, &then.image, then.written)?),
                };
                rows.extend(image.map(Value::Object));
            }
            if !rows.is_empty() {
                tables.insert(table.name.clone(), Value::Array(rows));
            }
        }
        Ok(Value::Object(tables))
    }
}

fn positions(conn: &Connection, key: &str, value: &str, view: &View) -> Result<Vec<(i64, i64)>> {
    let sql = format!(
        "SELECT c.operation_id, c.seq FROM change AS c WHERE {key_is} AND {view_is} ORDER BY c.operation_id, c.seq",
        key_is = key,
        view_is = as_of::IN_VIEW
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(
        named_params! { ":key": value, ":position": view.position, ":time": view.time },
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

fn editor(conn: &Connection, position: i64) -> Result<Option<String>> {
    let sql = "SELECT editor FROM operation WHERE id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([position], |row| row.get(0))?)
}

/// The erasures that name a shown change or reason that is gone.
fn erasures(conn: &Connection, shown: &Shown) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT e.uuid FROM operation AS o JOIN erasure AS e ON e.operation = o.uuid AND e.seq = ?2
         LEFT JOIN change AS c ON c.operation_id = o.id AND c.seq = ?2
         WHERE o.id = ?1 AND ((?2 = 0 AND o.reason IS NULL) OR (?2 > 0 AND c.salt IS NULL))",
    )?;
    let mut found = Vec::new();
    if !conn.query_row("SELECT EXISTS (SELECT 1 FROM erasure)", [], |row| row.get::<_, bool>(0))? {
        return Ok(found);
    }
    for (operation, seqs) in shown.operations.iter().chain(&shown.later) {
        for seq in std::iter::once(&0).chain(seqs) {
            let mut rows = statement.query((operation, seq))?;
            while let Some(row) = rows.next()? {
                found.push(row.get(0)?);
            }
        }
    }
    Ok(found)
}

fn heads(conn: &Connection, view: &View) -> Result<Value> {
    let mut statement = conn.prepare_cached(
        "SELECT o.device, o.n, o.hash, o.uuid, o.time FROM operation AS o
         WHERE o.id IN (SELECT max(id) FROM operation WHERE id <= :position AND (:time IS NULL OR time <= :time) GROUP BY device)
         ORDER BY (SELECT id FROM operation WHERE device = o.device AND n = 1)",
    )?;
    let found = statement.query_map(named_params! { ":position": view.position, ":time": view.time }, |row| {
        Ok(json!({
            "device": row.get::<_, String>(0)?, "n": row.get::<_, i64>(1)?, "hash": row.get::<_, String>(2)?,
            "operation": row.get::<_, String>(3)?, "time": row.get::<_, String>(4)?,
        }))
    })?;
    Ok(Value::Array(found.collect::<rusqlite::Result<_>>()?))
}

/// Every operation in view: in full where something of it is shown, else as a stub.
fn operations(
    conn: &Connection,
    view: &View,
    shown: &BTreeMap<i64, BTreeSet<i64>>,
    text: &mut Text<'_>,
) -> Result<()> {
    let mut statement = conn.prepare_cached(
        "SELECT id, device, n, prev, body, hash FROM operation WHERE id <= :position AND (:time IS NULL OR time <= :time) ORDER BY id",
    )?;
    let mut rows = statement.query(named_params! { ":position": view.position, ":time": view.time })?;
    while let Some(row) = rows.next()? {
        let position: i64 = row.get(0)?;
        let value = match shown.get(&position) {
            Some(seqs) => full(conn, position, seqs)?,
            None => json!({
                "device": row.get::<_, String>(1)?, "n": row.get::<_, i64>(2)?, "prev": row.get::<_, String>(3)?,
                "body": row.get::<_, String>(4)?, "hash": row.get::<_, String>(5)?,
            }),
        };
        text.item(&value)?;
    }
    Ok(())
}

const COLUMNS: [&str; 16] = [
    "uuid",
    "device",
    "n",
    "prev",
    "seen",
    "time",
    "editor",
    "name",
    "kind",
    "reason",
    "reason_salt",
    "reason_hash",
    "undoes",
    "schema",
    "body",
    "hash",
];

/// An operation with its changes: these in full, the others as their hashes.
fn full(conn: &Connection, position: i64, seqs: &BTreeSet<i64>) -> Result<Value> {
    let sql = format!("SELECT {} FROM operation WHERE id = ?1", COLUMNS.join(", "));
    let mut operation = conn.prepare_cached(&sql)?.query_row([position], |row| object(row, &COLUMNS))?;
    let columns = ["seq", "table_name", "row_uuid", "case_uuid", "before", "after", "salt", "hash"];
    let sql = format!("SELECT {} FROM change WHERE operation_id = ?1 ORDER BY seq", columns.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([position])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let names = ["seq", "table", "row", "case", "before", "after", "salt", "hash"];
        let mut change = object(row, &names)?;
        if !seqs.contains(&row.get(0)?) {
            change.retain(|name, _| name == "seq" || name == "hash");
        }
        changes.push(Value::Object(change));
    }
    operation.insert("changes".into(), Value::Array(changes));
    Ok(Value::Object(operation))
}

fn object(row: &Row<'_>, names: &[&str]) -> rusqlite::Result<Map<String, Value>> {
    let mut object = Map::new();
    for (at, name) in names.iter().enumerate() {
        let value = match row.get_ref(at)? {
            rusqlite::types::ValueRef::Integer(number) => number.into(),
            other => other.as_str_or_null()?.into(),
        };
        object.insert((*name).into(), value);
    }
    Ok(object)
}

/// JSON written piece by piece, one operation to a line.
struct Text<'a> {
    out: &'a mut dyn Write,
    first: bool,
}

impl Text<'_> {
    fn raw(&mut self, text: &str) -> Result<()> {
        self.out
            .write_all(text.as_bytes())
            .map_err(|source| LedgerError::Io { path: "the export".into(), source })
    }

    fn next(&mut self) -> Result<()> {
        let comma = if self.first { "\n" } else { ",\n" };
        self.first = false;
        self.raw(comma)
    }

    fn key(&mut self, key: &str, value: &Value) -> Result<()> {
        self.next()?;
        self.raw(&format!("{}: {value}", Value::from(key)))
    }

    fn list(&mut self, key: &str) -> Result<()> {
        self.next()?;
        self.raw(&format!("{}: [", Value::from(key)))?;
        self.first = true;
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        self.first = false;
        self.raw("]")
    }

    fn item(&mut self, value: &Value) -> Result<()> {
        self.next()?;
        self.raw(&value.to_string())
    }
}
