//! What can stand in the way of the ledger, in plain words; and how SQLite's errors become these.

use crate::history::OperationSummary;
use claims::ids::OperationId;
use rusqlite::ErrorCode;
use rusqlite::ffi;
use std::path::PathBuf;
use uuid::Uuid;

/// Why the ledger did not do what was asked. Nothing is written when an error is returned.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// No row of that table has this identity.
    #[error("no {table} with the id {id}")]
    NotFound {
        /// Table asked.
        table: String,
        /// Identity asked for.
        id: Uuid,
    },
    /// A reference to a row that is not there, or that belongs to another case.
    #[error("{table} {id} refers to {to_table} {to_id}, which is not there or belongs to another case")]
    Refers {
        /// Table of the row that refers.
        table: String,
        /// The row that refers.
        id: Uuid,
        /// Table referred to.
        to_table: String,
        /// The row referred to.
        to_id: Uuid,
    },
    /// A constraint of the file forbids this value.
    #[error("{table}{} {words}", field.as_ref().map(|f| format!(".{f}")).unwrap_or_default())]
    Refused {
        /// Table of the row.
        table: String,
        /// Column, if it can be told.
        field: Option<String>,
        /// Why, in plain words.
        words: String,
    },
    /// No column of that name can be set.
    #[error("{table} has no field {field} that can be set")]
    UnknownField {
        /// Table.
        table: String,
        /// Name given.
        field: String,
    },
    /// No operation of this device stands that could be undone.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// Nothing was undone, or something was done since.
    #[error("there is nothing to redo")]
    NothingToRedo,
    /// Later operations changed a row of it, or refer to a row that would go.
    #[error("what it wrote was changed since, by {}", names(by))]
    TouchedSince {
        /// The operations, newest first. Empty when the history does not tell.
        by: Vec<OperationSummary>,
    },
    /// A published report shows it.
    #[error("report {report} shows it; supersede it instead")]
    Published {
        /// Number of the report.
        report: String,
    },
    /// The text that would be brought back was erased.
    #[error("what operation {operation} wrote was erased")]
    ErasedImages {
        /// The operation whose images are gone.
        operation: OperationId,
    },
    /// This field can not be erased.
    #[error("{table}.{field} can not be erased")]
    NotErasable {
        /// Table.
        table: String,
        /// Column.
        field: String,
    },
    /// The ledger is open for reading only.
    #[error("the ledger is open for reading only")]
    ReadOnly,
    /// A newer version wrote this file; it was left as it is.
    #[error("the ledger has format {found}; this version knows formats up to {known}")]
    Newer {
        /// Format of the file.
        found: u32,
        /// Newest format known here.
        known: u32,
    },
    /// Not a ledger of ours.
    #[error("{} is not a ledger", path.display())]
    NotALedger {
        /// The file.
        path: PathBuf,
    },
    /// The file is damaged, or was changed by other hands.
    #[error("the ledger is damaged: {words}")]
    Damaged {
        /// What is wrong.
        words: String,
    },
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// Another process is writing.
    #[error("the ledger is in use by another writer")]
    Busy,
    /// No operation with this identity.
    #[error("no operation {operation}")]
    NoSuchOperation {
        /// Identity asked for.
        operation: OperationId,
    },
    /// This cannot be done without giving a reason.
    #[error("a reason is needed")]
    ReasonNeeded,
    /// It was stopped by the one who asked.
    #[error("stopped")]
    Stopped,
    /// The SQLite in use is too old to be safe.
    #[error("SQLite {found} is too old; {needed} is needed")]
    OldSqlite {
        /// Version in use.
        found: String,
        /// Lowest version that is safe.
        needed: String,
    },
    /// Any other error of SQLite.
    #[error("SQLite: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// A value that does not fit its record.
    #[error("a value does not fit its record: {0}")]
    Json(#[from] serde_json::Error),
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

fn names(by: &[OperationSummary]) -> String {
    if by.is_empty() {
        return "an operation that the history does not name".into();
    }
    by.iter().map(|o| format!("{} of {}", o.name, o.time)).collect::<Vec<_>>().join(", ")
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error_code() else {
            use rusqlite::Error as E;
            return match error {
                E::InvalidColumnType(..)
                | E::FromSqlConversionFailure(..)
                | E::IntegralValueOutOfRange(..)
                | E::Utf8Error(..) => Self::Damaged { words: error.to_string() },
                other => Self::Sqlite(other),
            };
        };
        match code {
            ErrorCode::DiskFull => Self::Full,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                Self::Damaged { words: error.to_string() }
            }
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::SystemIoFailure => {
                Self::Io { path: "ledger.sqlite".into(), source: std::io::Error::other(error.to_string()) }
            }
            ErrorCode::ConstraintViolation => refused(&error).unwrap_or(Self::Sqlite(error)),
            _ => Self::Sqlite(error),
        }
    }
}

/// Says in plain words which constraint refused, as far as SQLite's message tells.
fn refused(error: &rusqlite::Error) -> Option<LedgerError> {
    let rusqlite::Error::SqliteFailure(code, Some(message)) = error else { return None };
    let place = |text: &str| {
        let (table, field) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        (table.to_string(), (!field.is_empty()).then(|| field.to_string()))
    };
    let (_, rest) = message.split_once(": ").unwrap_or(("", message));
    let (table, field, words) = match code.extended_code {
        ffi::SQLITE_CONSTRAINT_NOTNULL => {
            let (table, field) = place(rest);
            (table, field, "must be given".to_string())
        }
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            let (table, field) = place(rest.split(',').next().unwrap_or(rest));
            (table, field, "is taken already".to_string())
        }
        ffi::SQLITE_CONSTRAINT_DATATYPE => {
            let (table, field) = place(message.rsplit("column ").next().unwrap_or(message));
            (table, field, "is of another kind than the field".to_string())
        }
        ffi::SQLITE_CONSTRAINT_CHECK => (String::new(), None, check_in_words(rest)),
        _ => return None,
    };
    Some(LedgerError::Refused { table, field, words })
}

/// The words for a CHECK, whose expression SQLite gives as its message.
pub(crate) fn check_in_words(check: &str) -> String {
    if check.contains("<> ''") && !check.contains(" OR ") {
        "must not be empty".into()
    } else if let Some((_, list)) = check.split_once(" IN (") {
        format!("must be one of {}", list.trim_end_matches(')').replace('\'', ""))
    } else if check.contains("BETWEEN") || check.contains(">=") {
        format!("is out of range: {check}")
    } else {
        format!("does not hold: {check}")
    }
}

/// Result of the ledger.
pub type Result<T> = std::result::Result<T, LedgerError>;
