//! Checking the whole file against its own history.

mod chains;
mod derived;
mod format;
mod rows;

use crate::error::{LedgerError, Result};
use crate::history::{self, Head};
use crate::ledger::{Access, Ledger};
use crate::migrate::Migration;
use crate::schema::{Schema, quoted};
use crate::undo::operation_id;
use claims::ids::OperationId;
use rusqlite::Connection;
use uuid::Uuid;

/// What to check besides.
#[derive(Debug, Clone, Default)]
pub struct VerifyRequest {
    /// A hash that must be in one of the chains: printed by an earlier verification or by a report.
    pub head: Option<String>,
}

/// How far the check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being checked: `operations`, `rows`, `derived` or `file`.
    pub stage: &'static str,
    /// How many are done.
    pub done: u64,
    /// Of how many.
    pub total: u64,
}

/// A text that was erased, where an image is missing with good reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErasedNote {
    /// The operation whose image or reason is gone.
    pub operation: OperationId,
    /// Which change of it; 0 = its reason.
    pub seq: i64,
    /// Name of the editor who erased it.
    pub by: Option<String>,
    /// When (instant).
    pub on: String,
}

/// Something that is not as the history says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind: a fixed word, for example `chain`, `change_hash`, `row`.
    pub code: String,
    /// What is wrong, in words.
    pub words: String,
    /// The operation concerned.
    pub operation: Option<OperationId>,
    /// The change concerned.
    pub seq: Option<i64>,
    /// The table concerned.
    pub table: Option<String>,
    /// The row concerned.
    pub row: Option<Uuid>,
}

/// What came of the check. A cut-off tail or a wholly rewritten file cannot be seen from inside: compare `heads` with those kept elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// No fault was found, nothing was left out, and the head asked for (if any) was found.
    pub ok: bool,
    /// Operations checked.
    pub operations: u64,
    /// Changes checked.
    pub changes: u64,
    /// Rows compared.
    pub rows: u64,
    /// Texts erased, with who and when.
    pub erased: Vec<ErasedNote>,
    /// Faults; the first thousand.
    pub faults: Vec<Fault>,
    /// The heads of the chains.
    pub heads: Vec<Head>,
    /// Whether the head asked for is in a chain; none if none was asked for.
    pub head_found: Option<bool>,
    /// It was stopped before the end.
    pub stopped: bool,
}

/// How many faults are listed.
const LISTED: usize = 1000;

impl Ledger {
    /// Checks, on one snapshot: the pages of the file, every chain from its first operation, every change against its hash, the images replayed against the
    /// tables both ways, the derived tables against what they derive from, schema and migrations against those known, and foreign keys.
    /// `progress` returns `false` to stop. Preserved files are not looked at here.
    ///
    /// Errors: `Damaged` if the file cannot be read to its end. What can be read and is wrong is a fault, not an error.
    pub fn verify(
        &self,
        request: &VerifyRequest,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Verified> {
        let snapshot = self.conn.unchecked_transaction()?;
        let mut check = Check { conn: &snapshot, schema: &self.schema, found: Verified::default(), progress };
        check.found.head_found = request.head.as_ref().map(|_| false);
        match check.all(request.head.as_deref(), self.migrations) {
            Ok(()) => {}
            Err(LedgerError::Stopped) => check.found.stopped = true,
            Err(error) => return Err(error),
        }
        let mut found = check.found;
        found.heads = history::heads(&snapshot)?;
        drop(snapshot);
        if self.access == Access::Write && !found.stopped {
            found.faults.extend(derived::index_faults(&self.conn));
        }
        found.ok = found.faults.is_empty() && !found.stopped && found.head_found != Some(false);
        Ok(found)
    }
}

/// A verification under way.
pub(crate) struct Check<'a> {
    pub conn: &'a Connection,
    pub schema: &'a Schema,
    pub found: Verified,
    pub progress: &'a mut dyn FnMut(Progress) -> bool,
}

impl Check<'_> {
    fn all(&mut self, head: Option<&str>, migrations: &'static [Migration]) -> Result<()> {
        if !self.pages()? {
            return Ok(());
        }
        self.format(migrations)?;
        self.chains(head)?;
        self.erasures()?;
        self.rows()?;
        self.derived()
    }

    /// SQLite's own check of every page, those of empty tables and indexes too. What stands on broken pages is not looked at further.
    fn pages(&mut self) -> Result<bool> {
        let mut statement = self.conn.prepare("PRAGMA quick_check(20)")?;
        let said: Vec<String> =
            statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        drop(statement);
        let sound = said == ["ok"];
        for words in said.into_iter().filter(|_| !sound) {
            self.fault(Fault::new("page", format!("the file is damaged: {words}")));
        }
        Ok(sound)
    }

    /// Tells how far the check is.
    fn step(&mut self, stage: &'static str, done: u64, total: u64) -> Result<()> {
        let wanted = done.is_multiple_of(1024) || done == total;
        if wanted && !(self.progress)(Progress { stage, done, total }) {
            Err(LedgerError::Stopped)
        } else {
            Ok(())
        }
    }

    fn fault(&mut self, fault: Fault) {
        if self.found.faults.len() < LISTED {
            self.found.faults.push(fault);
        }
    }
}

/// How many rows a table has.
fn count(conn: &Connection, table: &str) -> Result<u64> {
    let count: i64 =
        conn.query_row(&format!("SELECT count(*) FROM {}", quoted(table)), [], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

impl Fault {
    pub(crate) fn new(code: &str, words: impl Into<String>) -> Fault {
        Fault { code: code.into(), words: words.into(), operation: None, seq: None, table: None, row: None }
    }

    fn of(mut self, operation: &str) -> Fault {
        self.operation = Some(operation_id(operation));
        self
    }

    fn at(mut self, seq: i64) -> Fault {
        self.seq = Some(seq);
        self
    }

    fn row(mut self, table: &str, row: &str) -> Fault {
        self.table = Some(table.into());
        self.row = Uuid::parse_str(row).ok();
        self
    }
}
