//! Reading the history: operations, their changes, and the heads of the chains.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::{CaseId, DeviceId, EditorId, OperationId};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params_from_iter};
use serde_json::Value;
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

/// One row changed by an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeView {
    /// Place in the operation, from 1.
    pub seq: i64,
    /// Table of the row.
    pub table: String,
    /// The row.
    pub row: Uuid,
    /// Its case, if it belongs to one.
    pub case: Option<CaseId>,
    /// The row before; none if it was added.
    pub before: Option<Value>,
    /// The row after; none if it was removed.
    pub after: Option<Value>,
    /// Both images were erased.
    pub erased: bool,
}

/// An operation with its changes.
#[derive(Debug, Clone, PartialEq)]
pub struct OperationFull {
    /// The operation.
    pub summary: OperationSummary,
    /// Its changes, in order.
    pub changes: Vec<ChangeView>,
}

/// Which operations, newest first.
#[derive(Debug, Clone, Default)]
pub struct HistoryRequest {
    /// Only those that touch this case.
    pub case: Option<CaseId>,
    /// Only those that touch this row.
    pub row: Option<Uuid>,
    /// Only those before this one.
    pub before: Option<OperationId>,
    /// No more than this many; none = all.
    pub limit: Option<u32>,
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
    /// Operations, newest first.
    ///
    /// Errors: `NoSuchOperation` if `before` is not known.
    pub fn history(&self, request: &HistoryRequest) -> Result<Vec<OperationSummary>> {
        let mut conditions = vec!["1".to_string()];
        let mut values: Vec<Box<dyn ToSql>> = Vec::new();
        if let Some(case) = request.case {
            values.push(Box::new(case.to_string()));
            conditions.push("o.id IN (SELECT operation_id FROM change WHERE case_uuid = ?)".into());
        }
        if let Some(row) = request.row {
            values.push(Box::new(row.to_string()));
            conditions.push("o.id IN (SELECT operation_id FROM change WHERE row_uuid = ?)".into());
        }
        if let Some(before) = request.before {
            values.push(Box::new(self.position(before)?));
            conditions.push("o.id < ?".into());
        }
        let mut sql = format!(
            "SELECT {SUMMARY} FROM operation AS o WHERE {} ORDER BY o.id DESC",
            conditions.join(" AND ")
        );
        if let Some(limit) = request.limit {
            values.push(Box::new(limit));
            sql.push_str(" LIMIT ?");
        }
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_map(params_from_iter(values), summary)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// An operation without its changes, however many these are.
    pub fn operation_line(&self, id: OperationId) -> Result<Option<OperationSummary>> {
        one(&self.conn, "WHERE o.uuid = ?1", &[&id.to_string()])
    }

    /// An operation with its changes.
    pub fn operation(&self, id: OperationId) -> Result<Option<OperationFull>> {
        let Some(summary) = self.operation_line(id)? else {
            return Ok(None);
        };
        let mut statement = self.conn.prepare_cached(
            "SELECT seq, table_name, row_uuid, case_uuid, before, after, salt IS NULL FROM change WHERE operation_id = ?1 ORDER BY seq",
        )?;
        let mut rows = statement.query([summary.position])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let image = |at: usize| -> Result<Option<Value>> {
                let text = row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?;
                Ok(text.map(serde_json::from_str).transpose()?)
            };
            changes.push(ChangeView {
                seq: row.get(0)?,
                table: row.get(1)?,
                row: uuid(row, 2)?,
                case: maybe_uuid(row, 3)?.map(CaseId),
                before: image(4)?,
                after: image(5)?,
                erased: row.get(6)?,
            });
        }
        Ok(Some(OperationFull { summary, changes }))
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
