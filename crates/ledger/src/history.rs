//! Reading the history: operations, their changes, and the heads of the chains.

mod about;
mod changes;
mod list;

pub use about::About;
pub use changes::{ChangeSum, ChangeView, OperationFull};
pub use list::{HistoryRequest, KindCount};

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::{DeviceId, EditorId, OperationId};
use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use uuid::Uuid;

/// An operation, without its changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationSummary {
    /// Identity.
    pub uuid: OperationId,
    /// Position in this file, from 1.
    pub position: i64,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Position in the chain of the device, from 1.
    pub n: i64,
    /// When (instant).
    pub time: String,
    /// Who; none for what the app did by itself.
    pub editor: Option<EditorId>,
    /// The editor's name today.
    pub editor_name: Option<String>,
    /// The command.
    pub name: String,
    /// Why, if said.
    pub reason: Option<String>,
    /// The operation that it takes back, or the undo that it takes back.
    pub undoes: Option<OperationId>,
    /// Whether it is taken back now.
    pub undone: bool,
    /// How many rows it changed.
    pub n_changes: u32,
    /// Its hash (64 lower-case hex digits).
    pub hash: String,
}

/// The end of one device's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The device.
    pub device: DeviceId,
    /// How many operations it wrote.
    pub n: i64,
    /// Hash of the last one.
    pub hash: String,
    /// The last one.
    pub operation: OperationId,
    /// Its time (instant).
    pub time: String,
}

/// The columns of a summary, from `operation AS o`.
pub(crate) const SUMMARY: &str = "o.uuid, o.id, o.device, o.n, o.time, o.editor, (SELECT name FROM editor WHERE uuid = o.editor), o.name, o.reason, o.undoes, \
 (SELECT count(*) FROM operation u WHERE u.undoes = o.uuid AND u.kind = 'undo') > (SELECT count(*) FROM operation u JOIN operation r ON r.undoes = u.uuid AND r.kind = 'redo' WHERE u.undoes = o.uuid AND u.kind = 'undo'), \
 (SELECT coalesce(max(seq), 0) FROM change c WHERE c.operation_id = o.id), o.hash";

pub(crate) fn summary(row: &Row<'_>) -> rusqlite::Result<OperationSummary> {
    Ok(OperationSummary {
        uuid: OperationId(uuid(row, 0)?),
        position: row.get(1)?,
        device: DeviceId(uuid(row, 2)?),
        n: row.get(3)?,
        time: row.get(4)?,
        editor: maybe_uuid(row, 5)?.map(EditorId),
        editor_name: row.get(6)?,
        name: row.get(7)?,
        reason: row.get(8)?,
        undoes: maybe_uuid(row, 9)?.map(OperationId),
        undone: row.get(10)?,
        n_changes: row.get(11)?,
        hash: row.get(12)?,
    })
}

/// A column that holds a UUID as text.
pub(crate) fn uuid(row: &Row<'_>, at: usize) -> rusqlite::Result<Uuid> {
    maybe_uuid(row, at).map(Option::unwrap_or_default)
}

pub(crate) fn maybe_uuid(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<Uuid>> {
    let Some(text) = row.get_ref(at)?.as_str_or_null()? else { return Ok(None) };
    Uuid::parse_str(text).map(Some).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(at, rusqlite::types::Type::Text, Box::new(error))
    })
}

/// One operation by what follows FROM `operation AS o`.
pub(crate) fn one(conn: &Connection, rest: &str, values: &[&dyn ToSql]) -> Result<Option<OperationSummary>> {
    let sql = format!("SELECT {SUMMARY} FROM operation AS o {rest}");
    Ok(conn.prepare_cached(&sql)?.query_row(values, summary).optional()?)
}

impl Ledger {
    /// An operation without its changes, however many these are.
    pub fn operation_line(&self, id: OperationId) -> Result<Option<OperationSummary>> {
        one(&self.conn, "WHERE o.uuid = ?1", &[&id.to_string()])
    }

    /// The heads of all chains, in the order in which the devices first wrote.
    pub fn heads(&self) -> Result<Vec<Head>> {
        heads(&self.conn)
    }

    /// The last operation in this file.
    pub fn last(&self) -> Result<Option<OperationSummary>> {
        one(&self.conn, "ORDER BY o.id DESC LIMIT 1", &[])
    }

    /// The position of an operation in this file.
    pub(crate) fn position(&self, operation: OperationId) -> Result<i64> {
        let found = self
            .conn
            .prepare_cached("SELECT id FROM operation WHERE uuid = ?1")?
            .query_row([operation.to_string()], |row| row.get(0))
            .optional()?;
        found.ok_or(LedgerError::NoSuchOperation { operation })
    }
}

pub(crate) fn heads(conn: &Connection) -> Result<Vec<Head>> {
    // Which devices wrote is read by leaps over the index of the chains, one for each device.
    let mut statement = conn.prepare_cached(
        "WITH RECURSIVE writer (device) AS (
           SELECT min(device) FROM operation
           UNION ALL
           SELECT (SELECT min(device) FROM operation WHERE device > writer.device) FROM writer WHERE writer.device IS NOT NULL)
         SELECT o.device, o.n, o.hash, o.uuid, o.time, (SELECT id FROM operation WHERE device = w.device AND n = 1) AS first
         FROM writer AS w JOIN operation AS o ON o.device = w.device
           AND o.n = (SELECT max(n) FROM operation WHERE device = w.device)
         ORDER BY first",
    )?;
    let found = statement.query_map([], |row| {
        Ok(Head {
            device: DeviceId(uuid(row, 0)?),
            n: row.get(1)?,
            hash: row.get(2)?,
            operation: OperationId(uuid(row, 3)?),
            time: row.get(4)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
