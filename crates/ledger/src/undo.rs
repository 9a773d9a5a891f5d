//! Undo and redo: the recorded images written back, as new operations. What can be undone or redone is read from the history alone.

use crate::error::{LedgerError, Result};
use crate::history::{self, OperationSummary};
use crate::image::{self, Image};
use crate::ledger::Ledger;
use crate::schema::{Schema, Table};
use crate::transact::{Act, As, Done};
use crate::tx::Tx;
use claims::ids::{CaseId, EditorId, OperationId};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

/// An act of a device that stands: it was not undone, or was redone.
const STANDS: &str = "o.kind = 'act' AND (SELECT count(*) FROM operation u WHERE u.undoes = o.uuid AND u.kind = 'undo') \
 = (SELECT count(*) FROM operation u JOIN operation r ON r.undoes = u.uuid AND r.kind = 'redo' WHERE u.undoes = o.uuid AND u.kind = 'undo')";

/// An undo that was not redone.
const OPEN_UNDO: &str =
    "o.kind = 'undo' AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = o.uuid AND r.kind = 'redo')";

impl Ledger {
    /// Takes back this device's last operation (of one case, if given) that still stands, as a new operation named `undo`.
    /// The value is the operation taken back. Background operations, erasures, undo and redo are passed over.
    ///
    /// Errors: `NothingToUndo`; `TouchedSince` if a row was changed since, or is referred to by one that it did not write;
    /// `Published` if a report shows it, or if it published one; `ErasedImages` if its text is gone.
    pub fn undo(
        &mut self,
        editor: EditorId,
        case: Option<CaseId>,
        reason: Option<&str>,
    ) -> Result<Done<OperationSummary>> {
        let target = self.can_undo(case)?.ok_or(LedgerError::NothingToUndo)?;
        if let Some(report) = published(&self.conn, &target)? {
            return Err(LedgerError::Published { report });
        }
        let act = Act { name: "undo", editor: Some(editor), reason, ..Act::default() };
        let kind = As { kind: "undo", undoes: Some(target.uuid) };
        let done = self.write(&act, kind, |tx| take_back(tx, &target))?;
        Ok(Done {
            value: OperationSummary { undone: true, ..target },
            operation: done.operation,
            changed: done.changed,
        })
    }

    /// Does again what was undone last, as a new operation named `redo`. The value is the operation that stands again.
    ///
    /// Errors: `NothingToRedo` if nothing was undone, or if anything else was done since; `TouchedSince`, `ErasedImages` as for undo.
    pub fn redo(&mut self, editor: EditorId, case: Option<CaseId>) -> Result<Done<OperationSummary>> {
        let undo = self.open_undo(case)?.ok_or(LedgerError::NothingToRedo)?;
        let target = self.undone_by(&undo)?.ok_or(LedgerError::NothingToRedo)?;
        let act = Act { name: "redo", editor: Some(editor), ..Act::default() };
        let kind = As { kind: "redo", undoes: Some(undo.uuid) };
        let done = self.write(&act, kind, |tx| take_back(tx, &undo))?;
        Ok(Done {
            value: OperationSummary { undone: false, ..target },
            operation: done.operation,
            changed: done.changed,
        })
    }

    /// What undo would take back.
    pub fn can_undo(&self, case: Option<CaseId>) -> Result<Option<OperationSummary>> {
        newest(&self.conn, &self.device().to_string(), case, STANDS)
    }

    /// What redo would do again.
    pub fn can_redo(&self, case: Option<CaseId>) -> Result<Option<OperationSummary>> {
        match self.open_undo(case)? {
            Some(undo) => self.undone_by(&undo),
            None => Ok(None),
        }
    }

    /// How many times undo (of one case, if given) has to be done until this operation is taken back, itself included;
    /// 0 for one that undo passes over: that was taken back, is of another device or case, or is no act.
    pub fn steps_back(&self, case: Option<CaseId>, to: OperationId) -> Result<u32> {
        let position = self.position(to)?;
        let of_case = "o.id IN (SELECT operation_id FROM change WHERE case_uuid = ?3 AND operation_id >= ?2)";
        let sql = format!(
            "SELECT count(*), min(o.id) FROM operation AS o WHERE o.id >= ?2 AND o.device = ?1 AND (?3 IS NULL OR {of_case}) AND {STANDS}"
        );
        let case = case.map(|case| case.to_string());
        let (steps, last): (u32, Option<i64>) = self
            .conn
            .prepare_cached(&sql)?
            .query_row((self.device().to_string(), position, case), |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(if last == Some(position) { steps } else { 0 })
    }

    /// The last undo that can be taken back: nothing but undo, redo and background operations came after it.
    fn open_undo(&self, case: Option<CaseId>) -> Result<Option<OperationSummary>> {
        // The newest of both kinds decides, so that no long way back is walked where nothing was undone.
        let either = format!("({OPEN_UNDO} OR o.kind IN ('act', 'erase'))");
        let found = newest(&self.conn, &self.device().to_string(), case, &either)?;
        Ok(found.filter(|operation| operation.undoes.is_some()))
    }

    fn undone_by(&self, undo: &OperationSummary) -> Result<Option<OperationSummary>> {
        let id = undo.undoes.map(|id| id.to_string());
        history::one(&self.conn, "WHERE o.uuid = ?1", &[&id])
    }
}

/// The last operation of a device, or of a device in a case, for which the condition holds.
fn newest(
    conn: &Connection,
    device: &str,
    case: Option<CaseId>,
    holds: &str,
) -> Result<Option<OperationSummary>> {
    let Some(case) = case else {
        let rest = format!("WHERE o.device = ?1 AND {holds} ORDER BY o.n DESC LIMIT 1");
        return history::one(conn, &rest, &[&device]);
    };
    // Leaps from one operation of the case to the one before, however many rows each changed.
    let rest = format!("WHERE o.id = ?1 AND o.device = ?2 AND {holds}");
    let mut leap = conn
        .prepare_cached("SELECT max(operation_id) FROM change WHERE case_uuid = ?1 AND operation_id < ?2")?;
    let mut before = i64::MAX;
    loop {
        let found: Option<i64> = leap.query_row((case.to_string(), before), |row| row.get(0))?;
        let Some(position) = found else { return Ok(None) };
        if let Some(operation) = history::one(conn, &rest, &[&position, &device])? {
            return Ok(Some(operation));
        }
        before = position;
    }
}

/// The number of a report that shows this operation, or that this operation published.
fn published(conn: &Connection, target: &OperationSummary) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT r.number FROM report AS r JOIN \"case\" AS k ON k.id = r.case_id
         WHERE (EXISTS (SELECT 1 FROM operation AS pin WHERE pin.uuid = r.operation AND pin.id >= ?1)
             AND EXISTS (SELECT 1 FROM change AS c WHERE c.case_uuid = k.uuid AND c.operation_id = ?1))
           OR EXISTS (SELECT 1 FROM change AS c WHERE c.row_uuid = r.uuid AND c.operation_id = ?1 AND c.table_name = 'report'
             AND c.before IS NULL AND c.salt IS NOT NULL)
         ORDER BY r.uuid DESC LIMIT 1",
    )?;
    Ok(statement.query_row([target.position], |row| row.get(0)).optional()?)
}

/// Writes back what stood before an operation, its last change first.
fn take_back(tx: &mut Tx<'_>, target: &OperationSummary) -> Result<()> {
    let (conn, schema) = (tx.conn, tx.schema);
    let written: u32 =
        conn.query_row("SELECT schema FROM operation WHERE id = ?1", [target.position], |row| row.get(0))?;
    let mut changes = conn.prepare_cached(
        "SELECT table_name, row_uuid, before, after, salt IS NULL FROM change WHERE operation_id = ?1 ORDER BY seq DESC",
    )?;
    let mut rows = changes.query([target.position])?;
    while let Some(row) = rows.next()? {
        if row.get(4)? {
            return Err(LedgerError::ErasedImages { operation: target.uuid });
        }
        let (table, uuid): (String, String) = (row.get(0)?, row.get(1)?);
        let (before, after): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
        let table = schema
            .table(&table)
            .ok_or_else(|| LedgerError::Damaged { words: format!("the history names a table {table}") })?;
        let stands = match (image::current(conn, table, &uuid)?, &after) {
            (None, None) => true,
            (Some(now), Some(after)) => {
                image::same(schema, table, (&now, image::today(schema)), (after, written))?
            }
            _ => false,
        };
        if !stands {
            return Err(touched(conn, target, &[uuid])?);
        }
        let done = match (before, after) {
            (Some(before), None) => {
                image::insert(conn, table, &image::parse(schema, table, &before, written)?)
            }
            (Some(before), Some(after)) => {
                let before = image::parse(schema, table, &before, written)?;
                let after = image::parse(schema, table, &after, written)?;
                image::update(conn, table, &uuid, &differing(&before, &after), &before)
            }
            (None, _) => remove(conn, schema, table, &uuid, target),
        };
        match done {
            // What it would bring back refers to a row that was taken out since, by an undo wider or narrower than this one.
            Err(LedgerError::Refers { to_id, .. }) => {
                return Err(touched(conn, target, &[to_id.to_string()])?);
            }
            other => other?,
        }
    }
    Ok(())
}

fn differing(one: &Image, other: &Image) -> Vec<String> {
    one.iter().filter(|(name, value)| other.get(*name) != Some(value)).map(|(name, _)| name.clone()).collect()
}

fn remove(
    conn: &Connection,
    schema: &Schema,
    table: &Table,
    uuid: &str,
    target: &OperationSummary,
) -> Result<()> {
    let referrers: Vec<String> = image::referrers(conn, schema, table, uuid)?
        .into_iter()
        .map(|(_, row)| row)
        .filter(|row| row != uuid)
        .collect();
    if !referrers.is_empty() {
        return Err(touched(conn, target, &referrers)?);
    }
    image::remove(conn, table, uuid)
}

/// Names the operations after this one that changed these rows, newest first. Undone ones do not count,
/// and undo and redo only where nothing else did it.
fn touched(conn: &Connection, target: &OperationSummary, rows: &[String]) -> Result<LedgerError> {
    let mut found: Vec<OperationSummary> = Vec::new();
    for uuid in rows {
        let sql = format!(
            "SELECT {} FROM operation AS o WHERE o.id IN (SELECT operation_id FROM change WHERE row_uuid = ?1) AND o.id > ?2 ORDER BY o.id DESC",
            history::SUMMARY
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let mut operations = statement.query(rusqlite::params![uuid, target.position])?;
        while let Some(row) = operations.next()? {
            let operation = history::summary(row)?;
            if !operation.undone && !found.iter().any(|o| o.uuid == operation.uuid) {
                found.push(operation);
            }
        }
    }
    if found.iter().any(|operation| operation.undoes.is_none()) {
        found.retain(|operation| operation.undoes.is_none());
    }
    found.sort_by_key(|operation| std::cmp::Reverse(operation.position));
    Ok(LedgerError::TouchedSince { by: found })
}

/// Only for errors: an identity as the ledger's text says it.
pub(crate) fn operation_id(text: &str) -> OperationId {
    OperationId(Uuid::parse_str(text).unwrap_or_default())
}
