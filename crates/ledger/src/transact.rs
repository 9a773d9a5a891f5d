//! The one door for writes: a closure, and what it changed as one operation with its history.

use crate::capture;
use crate::derived;
use crate::error::LedgerError;
use crate::ledger::{Access, Ledger};
use crate::migrate;
use crate::seal::Sealing;
use crate::tx::Tx;
use claims::ids::{CaseId, EditorId, OperationId};
use rusqlite::TransactionBehavior;
use serde_json::json;
use uuid::Uuid;

/// Who does what, and why.
#[derive(Debug, Clone, Default)]
pub struct Act<'a> {
    /// The command, for example `claim.add`.
    pub name: &'a str,
    /// Who; none for what the app does by itself.
    pub editor: Option<EditorId>,
    /// Why, in the editor's words.
    pub reason: Option<&'a str>,
    /// Undo passes over it, and it does not empty redo.
    pub background: bool,
    /// Thousands of rows: synced to the disk less strictly while it runs.
    pub bulk: bool,
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It was added.
    Added,
    /// Some of its fields changed.
    Changed,
    /// It was taken out (by undo or redo).
    Removed,
}

/// A row that an operation changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its table.
    pub table: String,
    /// Its identity.
    pub row: Uuid,
    /// The case it belongs to, if to one.
    pub case: Option<CaseId>,
    /// What happened to it.
    pub kind: Kind,
}

/// What came of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done<T> {
    /// What the closure returned.
    pub value: T,
    /// The operation; none if nothing changed.
    pub operation: Option<OperationId>,
    /// The rows it changed, in order; the first thousand.
    pub changed: Vec<Changed>,
}

/// What kind of operation a write is recorded as.
pub(crate) struct As {
    pub kind: &'static str,
    pub undoes: Option<OperationId>,
}

impl Ledger {
    /// Runs `f` and records what it changed as one operation, or, on error, changes nothing.
    ///
    /// Errors: those of `f`; `ReadOnly`; `Busy` if another process writes; `Full` if the disk is.
    pub fn transact<T, E: From<LedgerError>>(
        &mut self,
        act: &Act<'_>,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let kind = if act.background { "background" } else { "act" };
        self.write(act, As { kind, undoes: None }, f)
    }

    /// The same, for every kind of operation.
    pub(crate) fn write<T, E: From<LedgerError>>(
        &mut self,
        act: &Act<'_>,
        kind: As,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        self.ready()?;
        if act.bulk {
            self.conn.pragma_update(None, "synchronous", "NORMAL").map_err(LedgerError::from)?;
        }
        let done = self.write_now(act, kind, f);
        if act.bulk {
            self.conn.pragma_update(None, "synchronous", "FULL").map_err(LedgerError::from)?;
            if done.is_ok() {
                // What was written without waiting for the disk is on it before anyone is told that it is done.
                self.conn
                    .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
                    .map_err(LedgerError::from)?;
            }
        }
        done
    }

    fn write_now<T, E: From<LedgerError>>(
        &mut self,
        act: &Act<'_>,
        kind: As,
        f: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
    ) -> Result<Done<T>, E> {
        let around = self.around.clone();
        let time = self.time()?;
        let operation = OperationId(around.id());
        let (schema, identity) = (&self.schema, &self.identity);
        // On every early return the transaction is rolled back when it is dropped.
        let transaction =
            self.conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(LedgerError::from)?;
        transaction
            .prepare_cached("DELETE FROM temp.pending")
            .and_then(|mut clear| clear.execute([]))
            .map_err(LedgerError::from)?;
        let mut tx = Tx { conn: &transaction, schema, around: &*around, time, editor: act.editor, operation };
        let value = f(&mut tx)?;
        let sealing = Sealing {
            uuid: operation.0,
            time,
            name: act.name,
            kind: kind.kind,
            editor: act.editor.map(|id| id.0),
            reason: act.reason.filter(|reason| !reason.is_empty()),
            undoes: kind.undoes.map(|id| id.0),
        };
        let Some(changed) = sealing.seal(&transaction, schema, identity, &*around)? else {
            return Ok(Done { value, operation: None, changed: Vec::new() });
        };
        if kind.kind == "erase" {
            derived::reindex(&transaction)?;
        }
        transaction.commit().map_err(LedgerError::from)?;
        Ok(Done { value, operation: Some(operation), changed })
    }

    /// Before the first write: the triggers are set, and the device has its row.
    fn ready(&mut self) -> Result<(), LedgerError> {
        if self.access == Access::ReadOnly {
            return Err(LedgerError::ReadOnly);
        }
        if !self.armed {
            capture::arm(&self.conn, &self.schema)?;
            self.armed = true;
        }
        if !self.introduced {
            self.introduced = true;
            let known: bool = self.conn.query_row(
                "SELECT EXISTS (SELECT 1 FROM device WHERE uuid = ?1)",
                [self.identity.uuid.to_string()],
                |row| row.get(0),
            )?;
            if !known {
                let row = json!({ "uuid": self.identity.uuid, "name": self.identity.name });
                let act = Act { name: "device.add", background: true, ..Act::default() };
                self.transact(&act, |tx| migrate::add(tx.conn, tx.schema, "device", row))?;
            }
        }
        Ok(())
    }
}
