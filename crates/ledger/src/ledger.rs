//! The ledger itself: one file, one connection. Opening, creating, and what a connection is set to.

use crate::around::{Identity, Surroundings};
use crate::derived;
use crate::error::{LedgerError, Result};
use crate::migrate::{self, MIGRATIONS, Migration};
use crate::schema::Schema;
use crate::seal;
use chrono::{DateTime, Utc};
use claims::ids::DeviceId;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::path::Path;
use std::sync::Arc;

/// Older ones have an error in their journal with two connections.
const LOWEST_SQLITE: (i32, &str) = (3_051_003, "3.51.3");

/// What an opener may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read and write. The caller holds the workspace's lock.
    Write,
    /// Read only; nothing is changed, not even the format.
    ReadOnly,
}

/// An open ledger: one connection to the file.
pub struct Ledger {
    pub(crate) conn: Connection,
    pub(crate) schema: Schema,
    pub(crate) access: Access,
    pub(crate) around: Arc<dyn Surroundings>,
    pub(crate) identity: Identity,
    pub(crate) migrations: &'static [Migration],
    /// The triggers are set.
    pub(crate) armed: bool,
    /// The device has its row.
    pub(crate) introduced: bool,
}

impl Ledger {
    /// Creates or opens a ledger.
    ///
    /// Creating is an operation `ledger.create` by no editor. Opening an older format for writing calls `before_migration` with the path
    /// and the format found, and then migrates; a reader of an older format sees it as it is.
    ///
    /// Errors: `Newer`, `NotALedger`, `Damaged` (the file is left as it is), `Io` if it cannot be opened, `OldSqlite`.
    pub fn open(
        path: &Path,
        access: Access,
        identity: Identity,
        around: Arc<dyn Surroundings>,
        before_migration: &mut dyn FnMut(&Path, u32) -> Result<()>,
    ) -> Result<Ledger> {
        Self::open_with(path, access, identity, around, before_migration, MIGRATIONS)
    }

    pub(crate) fn open_with(
        path: &Path,
        access: Access,
        identity: Identity,
        around: Arc<dyn Surroundings>,
        before_migration: &mut dyn FnMut(&Path, u32) -> Result<()>,
        migrations: &'static [Migration],
    ) -> Result<Ledger> {
        if rusqlite::version_number() < LOWEST_SQLITE.0 {
            return Err(LedgerError::OldSqlite {
                found: rusqlite::version().into(),
                needed: LOWEST_SQLITE.1.into(),
            });
        }
        // SQLite takes anything shorter than its smallest page for a new, empty database, and would write over it.
        if std::fs::metadata(path).is_ok_and(|there| (1..512).contains(&there.len())) {
            return Err(LedgerError::NotALedger { path: path.to_path_buf() });
        }
        let (conn, format) = match access {
            Access::Write => {
                let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
                    | OpenFlags::SQLITE_OPEN_CREATE
                    | OpenFlags::SQLITE_OPEN_NO_MUTEX;
                let conn =
                    Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, error))?;
                let format = migrate::format_of(&conn, path, migrations)?;
                (conn, format)
            }
            Access::ReadOnly => open_for_reading(path, migrations)?,
        };
        let schema = Schema { tables: Vec::new(), migrations };
        let mut ledger =
            Ledger { conn, schema, access, around, identity, migrations, armed: false, introduced: false };
        ledger.settle(format.is_none())?;
        match (format, access) {
            (None, Access::ReadOnly) => return Err(LedgerError::NotALedger { path: path.to_path_buf() }),
            (None, Access::Write) => ledger.migrate(0)?,
            (Some(format), _) => {
                migrate::check_texts(&ledger.conn, migrations, format)?;
                ledger.schema = Schema::read(&ledger.conn, migrations)?;
                if access == Access::Write {
                    if format < migrate::newest(migrations) {
                        before_migration(path, format)?;
                        ledger.migrate(format)?;
                    }
                    derived::refresh(&mut ledger)?;
                }
            }
        }
        Ok(ledger)
    }

    /// A ledger in memory, gone when it is dropped.
    pub fn in_memory(around: Arc<dyn Surroundings>) -> Result<Ledger> {
        let identity = Identity { uuid: DeviceId(around.id()), name: "memory".into() };
        let schema = Schema { tables: Vec::new(), migrations: MIGRATIONS };
        let mut ledger = Ledger {
            conn: Connection::open_in_memory()?,
            schema,
            access: Access::Write,
            around,
            identity,
            migrations: MIGRATIONS,
            armed: false,
            introduced: false,
        };
        ledger.settle(true)?;
        ledger.migrate(0)?;
        Ok(ledger)
    }

    /// Clock, identities and randomness that this ledger was given.
    pub fn around(&self) -> &dyn Surroundings {
        &*self.around
    }

    /// The device that writes.
    pub fn device(&self) -> DeviceId {
        self.identity.uuid
    }

    /// Rebuilds every derived table (prefix `x_`) from the others. This is no operation: nothing under history changes.
    pub fn rebuild_derived(&mut self) -> Result<()> {
        if self.access == Access::ReadOnly {
            return Err(LedgerError::ReadOnly);
        }
        derived::rebuild(self)
    }

    /// Lets the file have at most so many pages: a test's end of the disk.
    #[doc(hidden)]
    pub fn limit_pages(&self, pages: u32) -> Result<()> {
        self.conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(()))?;
        Ok(())
    }

    /// The time of the next operation: now, but never before the last one of this device.
    pub(crate) fn time(&self) -> Result<DateTime<Utc>> {
        let now = self.around.now();
        if self.schema.tables.is_empty() {
            return Ok(now);
        }
        let last = seal::last_of(&self.conn, &self.identity.uuid.to_string())?;
        let last =
            last.and_then(|last| DateTime::parse_from_rfc3339(&last.time).ok()).map(|time| time.to_utc());
        Ok(last.map_or(now, |last| last.max(now)))
    }

    fn settle(&self, empty: bool) -> Result<()> {
        let conn = &self.conn;
        if self.access == Access::Write {
            if empty {
                // Kept small and plain on purpose: a page of 4096 bytes is what every reader expects.
                conn.pragma_update(None, "page_size", 4096)?;
            }
            conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
            conn.pragma_update(None, "synchronous", "FULL")?;
            conn.pragma_update_and_check(None, "secure_delete", "ON", |_| Ok(()))?;
        }
        conn.pragma_update(None, "foreign_keys", "ON")?;
        conn.pragma_update(None, "trusted_schema", "OFF")?;
        conn.pragma_update(None, "cache_size", -32_000)?;
        conn.set_prepared_statement_cache_capacity(512);
        Ok(())
    }
}

/// A reader cannot always make the files that a journal needs beside the ledger; where no journal is left, it reads the file as it is.
fn open_for_reading(path: &Path, migrations: &[Migration]) -> Result<(Connection, Option<u32>)> {
    if !path.is_file() {
        let source = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(LedgerError::Io { path: path.to_path_buf(), source });
    }
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let plain = Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, error))?;
    match migrate::format_of(&plain, path, migrations) {
        Err(LedgerError::Sqlite(error)) if error.sqlite_error_code() == Some(ErrorCode::CannotOpen) => {}
        Err(LedgerError::ReadOnly) => {}
        other => return Ok((plain, other?)),
    }
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => uri.push(byte.into()),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    let still = Connection::open_with_flags(uri, flags).map_err(|error| cannot_open(path, error))?;
    let format = migrate::format_of(&still, path, migrations)?;
    Ok((still, format))
}

fn cannot_open(path: &Path, error: rusqlite::Error) -> LedgerError {
    match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly) => {
            LedgerError::Io { path: path.to_path_buf(), source: std::io::Error::other(error) }
        }
        Some(ErrorCode::NotADatabase) => LedgerError::NotALedger { path: path.to_path_buf() },
        _ => error.into(),
    }
}
