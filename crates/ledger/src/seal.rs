//! Sealing an operation: what the triggers recorded becomes its changes, hashed and chained.

use crate::around::{Identity, Surroundings};
use crate::derived;
use crate::error::Result;
use crate::hash::{self, ChangeFields, NO_PREV, OperationFields};
use crate::migrate::newest;
use crate::schema::Schema;
use crate::transact::{Changed, Kind};
use chrono::{DateTime, SecondsFormat, Utc};
use claims::ids::CaseId;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// How many changed rows a write names.
const NAMED: usize = 1000;

/// An operation about to be recorded.
pub(crate) struct Sealing<'a> {
    pub uuid: Uuid,
    pub time: DateTime<Utc>,
    pub name: &'a str,
    pub kind: &'a str,
    pub editor: Option<Uuid>,
    pub reason: Option<&'a str>,
    pub undoes: Option<Uuid>,
}

/// The last operation of a device.
pub(crate) struct Last {
    pub n: i64,
    pub hash: String,
    pub time: String,
}

/// The last operation of a device, if it wrote any.
pub(crate) fn last_of(conn: &Connection, device: &str) -> Result<Option<Last>> {
    let mut statement =
        conn.prepare_cached("SELECT n, hash, time FROM operation WHERE device = ?1 ORDER BY n DESC LIMIT 1")?;
    let last = statement
        .query_row([device], |row| Ok(Last { n: row.get(0)?, hash: row.get(1)?, time: row.get(2)? }));
    Ok(last.optional()?)
}

/// An instant as the ledger writes it: such texts sort as times do.
pub(crate) fn instant(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

impl Sealing<'_> {
    /// Records the pending changes as this operation. Returns none if nothing changed.
    pub fn seal(
        &self,
        conn: &Connection,
        schema: &Schema,
        identity: &Identity,
        around: &dyn Surroundings,
    ) -> Result<Option<Vec<Changed>>> {
        let count: i64 =
            conn.prepare_cached("SELECT count(*) FROM temp.pending")?.query_row([], |row| row.get(0))?;
        if count == 0 {
            return Ok(None);
        }
        let device = identity.uuid.to_string();
        let last = last_of(conn, &device)?;
        let (n, prev) = last.map_or((1, NO_PREV.to_string()), |last| (last.n + 1, last.hash));
        let (uuid, time, seen) = (self.uuid.to_string(), instant(self.time), seen(conn, &device)?);
        let editor = self.editor.map(|id| id.to_string());
        let undoes = self.undoes.map(|id| id.to_string());
        let salt = self.reason.map(|_| around.salt());
        let reason_hash = self.reason.zip(salt).map(|(reason, salt)| hash::reason(&salt, reason));
        let fields = OperationFields {
            uuid: &uuid,
            device: &device,
            n,
            seen: &seen,
            time: &time,
            editor: editor.as_deref(),
            name: self.name,
            kind: self.kind,
            undoes: undoes.as_deref(),
            schema: newest(schema.migrations).into(),
            reason_hash: reason_hash.as_deref(),
            count,
        };
        let mut body = hash::body(&fields);
        // The changes need the operation's row; its hashes are known only after them.
        conn.prepare_cached(
            "INSERT INTO operation (uuid, device, n, prev, seen, time, editor, name, kind, reason, reason_salt, reason_hash, undoes, schema, body, hash) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)",
        )?
        .execute(params![
            uuid, device, n, prev, seen, time, editor, self.name, self.kind, self.reason,
            salt.map(|s| hash::hex(&s)), reason_hash, undoes, fields.schema, NO_PREV
        ])?;
        let operation = conn.last_insert_rowid();
        let changed = write_changes(conn, operation, around, &mut body)?;
        let body = body.done();
        let hash = hash::link(&device, n, &prev, &body);
        conn.prepare_cached("UPDATE operation SET body = ?2, hash = ?3 WHERE id = ?1")?
            .execute(params![operation, body, hash])?;
        derived::follow(conn, schema)?;
        Ok(Some(changed))
    }
}

/// Moves the pending changes into the history one by one, so that any number of them needs the same memory.
fn write_changes(
    conn: &Connection,
    operation: i64,
    around: &dyn Surroundings,
    body: &mut hash::Hashing,
) -> Result<Vec<Changed>> {
    let mut changed: Vec<Changed> = Vec::new();
    let mut places: HashMap<(String, Uuid), usize> = HashMap::new();
    let mut pending = conn.prepare_cached(
        "SELECT seq, table_name, row_uuid, case_uuid, before, after FROM temp.pending ORDER BY seq",
    )?;
    let mut insert = conn.prepare_cached(
        "INSERT INTO change (operation_id, seq, table_name, row_uuid, case_uuid, before, after, salt, hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let mut rows = pending.query([])?;
    let mut seq = 0;
    while let Some(row) = rows.next()? {
        seq += 1;
        let text = |i: usize| -> Result<Option<&str>> {
            Ok(row.get_ref(i)?.as_str_or_null().map_err(rusqlite::Error::from)?)
        };
        let (table, uuid) = (text(1)?.unwrap_or_default(), text(2)?.unwrap_or_default());
        let (case, before, after) = (text(3)?, text(4)?, text(5)?);
        let salt = around.salt();
        let hash = hash::change(&salt, &ChangeFields { seq, table, row: uuid, case, before, after });
        body.feed(Some(hash.as_bytes()));
        insert.execute(params![operation, seq, table, uuid, case, before, after, hash::hex(&salt), hash])?;
        if changed.len() < NAMED {
            let kind = match (before, after) {
                (None, _) => Kind::Added,
                (_, None) => Kind::Removed,
                _ => Kind::Changed,
            };
            let uuid = Uuid::parse_str(uuid).unwrap_or_default();
            match places.get(&(table.to_string(), uuid)) {
                Some(&place) if changed[place].kind == Kind::Added && kind == Kind::Changed => {}
                Some(&place) => changed[place].kind = kind,
                None => {
                    places.insert((table.to_string(), uuid), changed.len());
                    let case = case.and_then(|text| Uuid::parse_str(text).ok()).map(CaseId);
                    changed.push(Changed { table: table.to_string(), row: uuid, case, kind });
                }
            }
        }
    }
    Ok(changed)
}

/// The heads of the other devices' chains, as far as this file knows them.
fn seen(conn: &Connection, own: &str) -> Result<String> {
    let mut devices = conn.prepare_cached("SELECT uuid FROM device WHERE uuid <> ?1 ORDER BY uuid")?;
    let devices =
        devices.query_map([own], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut heads = Vec::new();
    for device in devices {
        if let Some(last) = last_of(conn, &device)? {
            heads.push(json!({ "device": device, "n": last.n, "hash": last.hash }));
        }
    }
    Ok(serde_json::Value::Array(heads).to_string())
}
