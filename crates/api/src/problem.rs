//! What goes wrong, as the window, the terminal and the tests see it.

use evidence::ShelfError;
use ledger::LedgerError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::fmt;
use ts_rs::TS;

/// Why a command was refused. Closed: the window words each one in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// No command has that name.
    UnknownCommand,
    /// The request is not of the command's form.
    BadRequest,
    /// A value cannot be stored as given.
    Invalid,
    /// There is no such record.
    NotFound,
    /// More than one record fits the words.
    Ambiguous,
    /// A rule of the field refuses it.
    Rule,
    /// Nobody has said who acts.
    EditorMissing,
    /// The workspace is open for reading only.
    ReadOnly,
    /// Another process writes in this workspace.
    Locked,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// Later operations touched what would be undone.
    TouchedSince,
    /// A published report pins it.
    Published,
    /// The text that is needed was erased.
    Erased,
    /// Something blocks publication.
    Blocked,
    /// The house's name or address is missing.
    HouseMissing,
    /// The file is of a newer format.
    Newer,
    /// The file is damaged, or no ledger.
    Damaged,
    /// The disk is full.
    DiskFull,
    /// A file is not there, or went away, or changed while it was read.
    FileMissing,
    /// The folder is there already.
    Exists,
    /// Reading or writing a file failed otherwise.
    Io,
    /// The settings do not allow the network for this.
    NetworkOff,
    /// An address leads into this machine or a private network.
    RefusedAddress,
    /// A page of the web cannot be reached, or is not given.
    UnreachablePage,
    /// More came than is taken.
    TooLarge,
    /// It took longer than is waited.
    TooSlow,
    /// It was stopped on request.
    Stopped,
    /// A fault of this program.
    Internal,
}

/// A refusal: what happened, and what to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Problem {
    /// Which kind.
    pub code: Code,
    /// What happened, in plain words.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// The field of the request that it is about.
    pub field: Option<String>,
    /// Values that the message names, for wording it in another language.
    #[ts(type = "Record<string, unknown>")]
    pub params: Map<String, Value>,
}

impl Problem {
    /// A problem of that code in those words.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, field: None, params: Map::new() }
    }

    /// With what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// About that field.
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// With a value that the message names.
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    /// No record of that table has that id.
    pub fn not_found(table: &str, id: impl fmt::Display) -> Self {
        Self::new(Code::NotFound, format!("there is no {} {id}", table.replace('_', " ")))
            .hint("Look it up again; it may be of another workspace, or the id is cut short.")
            .with("table", table)
            .with("id", id.to_string())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n{hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

impl From<LedgerError> for Problem {
    fn from(error: LedgerError) -> Self {
        let message = error.to_string();
        match error {
            LedgerError::NotFound { table, id } => Self::not_found(&table, id),
            LedgerError::Refers { table, to_table, .. } => Self::new(Code::Invalid, message)
                .hint("Refer to a record that exists, in the same case.")
                .with("table", table)
                .with("to_table", to_table),
            LedgerError::Refused { table, field, .. } => {
                let problem = Self::new(Code::Invalid, message).with("table", table);
                match field {
                    Some(field) => problem.field(field),
                    None => problem,
                }
            }
            LedgerError::UnknownField { table, field } => Self::new(Code::BadRequest, message)
                .hint("See `counterclaim commands` for the fields.")
                .field(field)
                .with("table", table),
            LedgerError::NothingToUndo => Self::new(Code::NothingToUndo, message),
            LedgerError::NothingToRedo => Self::new(Code::NothingToRedo, message),
            LedgerError::TouchedSince { by } => {
                let ids: Vec<Value> = by.iter().map(|operation| json!(operation.uuid)).collect();
                Self::new(Code::TouchedSince, message)
                    .hint("Undo the later operations first, or correct the record instead.")
                    .with("operations", ids)
            }
            LedgerError::Published { report } => Self::new(Code::Published, message)
                .hint("Supersede it with a reason instead: a correction is printed, an undo would be silent.")
                .with("report", report),
            LedgerError::ErasedImages { operation } => {
                Self::new(Code::Erased, message).with("operation", operation.to_string())
            }
            LedgerError::NotErasable { table, field } => {
                Self::new(Code::Invalid, message).field(field).with("table", table)
            }
            LedgerError::ReadOnly => Self::new(Code::ReadOnly, message)
                .hint("Open the workspace for writing once the other window or command has ended."),
            LedgerError::Newer { found, known } => Self::new(Code::Newer, message)
                .hint("Install a newer version of Counterclaim; the file was left as it is.")
                .with("found", found)
                .with("known", known),
            LedgerError::NotALedger { .. } | LedgerError::Damaged { .. } => Self::new(Code::Damaged, message)
                .hint("Restore the last backup into a new folder: counterclaim restore FILE DIR."),
            LedgerError::Full => {
                Self::new(Code::DiskFull, message).hint("Free some space and try again; nothing was changed.")
            }
            LedgerError::Busy => Self::new(Code::Locked, message).hint("Try again in a moment."),
            LedgerError::NoSuchOperation { .. } => Self::new(Code::NotFound, message),
            LedgerError::ReasonNeeded => Self::new(Code::Invalid, message).field("reason"),
            LedgerError::Stopped => Self::new(Code::Stopped, message),
            LedgerError::Io { .. } => Self::new(Code::Io, message)
                .hint("Check the disk, the path and its permissions; nothing was changed."),
            LedgerError::Json(_) => Self::new(Code::Damaged, message)
                .hint("Restore the last backup into a new folder: counterclaim restore FILE DIR."),
            _ => Self::new(Code::Internal, message),
        }
    }
}

impl From<ShelfError> for Problem {
    fn from(error: ShelfError) -> Self {
        let message = error.to_string();
        match error {
            ShelfError::NoSpace { .. } => {
                Self::new(Code::DiskFull, message).hint("Free some space and try again; nothing was changed.")
            }
            ShelfError::Io { .. } => Self::new(Code::Io, message),
            ShelfError::Stopped => crate::progress::stopped(),
            _ => Self::new(Code::FileMissing, message).hint("Check the file and attach it again."),
        }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self::new(Code::Internal, error.to_string())
    }
}

impl From<claims::rule_error::RuleError> for Problem {
    fn from(error: claims::rule_error::RuleError) -> Self {
        Self::new(Code::Rule, error.words).hint(error.hint).with("rule", error.code)
    }
}
