//! What an operation changed: row by row, a page at a time, and summed up.

use super::{OperationSummary, maybe_uuid, uuid};
use crate::error::Result;
use crate::ledger::Ledger;
use claims::ids::{CaseId, OperationId};
use rusqlite::Row;
use serde_json::Value;
use uuid::Uuid;

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

/// How many rows of one table in one case an operation added, changed and removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeSum {
    /// The table.
    pub table: String,
    /// The case; none for rows that belong to no case.
    pub case: Option<CaseId>,
    /// Rows that it added.
    pub added: u32,
    /// Rows that it changed.
    pub changed: u32,
    /// Rows that it removed.
    pub removed: u32,
    /// Rows whose images were erased since, so that nobody can tell.
    pub erased: u32,
}

/// The columns of a change.
pub(super) const CHANGE: &str = "seq, table_name, row_uuid, case_uuid, before, after, salt IS NULL";

pub(super) fn change(row: &Row<'_>) -> Result<ChangeView> {
    let image = |at: usize| -> Result<Option<Value>> {
        let text = row.get_ref(at)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        Ok(text.map(serde_json::from_str).transpose()?)
    };
    Ok(ChangeView {
        seq: row.get(0)?,
        table: row.get(1)?,
        row: uuid(row, 2)?,
        case: maybe_uuid(row, 3)?.map(CaseId),
        before: image(4)?,
        after: image(5)?,
        erased: row.get(6)?,
    })
}

impl Ledger {
    /// An operation with its changes.
    pub fn operation(&self, id: OperationId) -> Result<Option<OperationFull>> {
        self.operation_page(id, 0, None)
    }

    /// An operation with those of its changes that stand after `after`, no more than `limit` (none = all).
    pub fn operation_page(
        &self,
        id: OperationId,
        after: i64,
        limit: Option<u32>,
    ) -> Result<Option<OperationFull>> {
        let Some(summary) = self.operation_line(id)? else {
            return Ok(None);
        };
        let sql =
            format!("SELECT {CHANGE} FROM change WHERE operation_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query((summary.position, after, limit.map_or(-1, i64::from)))?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            changes.push(change(row)?);
        }
        Ok(Some(OperationFull { summary, changes }))
    }

    /// What an operation changed, summed up by table and case, in the order in which these first stand there.
    pub fn change_sums(&self, operation: &OperationSummary) -> Result<Vec<ChangeSum>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT table_name, case_uuid, sum(salt IS NOT NULL AND before IS NULL), sum(before IS NOT NULL AND after IS NOT NULL),
               sum(salt IS NOT NULL AND after IS NULL), sum(salt IS NULL)
             FROM change WHERE operation_id = ?1 GROUP BY table_name, case_uuid ORDER BY min(seq)",
        )?;
        let mut rows = statement.query([operation.position])?;
        let mut sums = Vec::new();
        while let Some(row) = rows.next()? {
            sums.push(ChangeSum {
                table: row.get(0)?,
                case: maybe_uuid(row, 1)?.map(CaseId),
                added: row.get(2)?,
                changed: row.get(3)?,
                removed: row.get(4)?,
                erased: row.get(5)?,
            });
        }
        Ok(sums)
    }
}
