//! What may be done inside an operation: add, edit, trash, restore; and read what stands there by then.

use crate::error::{LedgerError, Result};
use crate::read::Filter;
use chrono::{DateTime, Utc};
use claims::ids::{EditorId, OperationId};
use claims::records::Record;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

/// An operation being made.
pub struct Tx<'a> {
    pub(crate) around: &'a dyn crate::around::Surroundings,
    pub(crate) time: DateTime<Utc>,
    pub(crate) editor: Option<EditorId>,
    pub(crate) operation: OperationId,
}

impl Tx<'_> {
    /// Adds a record.
    pub fn add<R: Record + Serialize>(&mut self, _record: &R) -> Result<()> {
        Err(LedgerError::Stopped)
    }

    /// Sets the named fields of a record and returns it as it is then.
    pub fn edit<R: Record + DeserializeOwned>(&mut self, _id: impl Into<Uuid>, _fields: Map<String, Value>) -> Result<R> {
        Err(LedgerError::Stopped)
    }

    /// Moves a record to the trash.
    pub fn trash<R: Record>(&mut self, _id: impl Into<Uuid>) -> Result<()> {
        Err(LedgerError::Stopped)
    }

    /// Brings a record back from the trash.
    pub fn restore<R: Record>(&mut self, _id: impl Into<Uuid>) -> Result<()> {
        Err(LedgerError::Stopped)
    }

    /// The record with this identity, as this operation left it so far.
    pub fn get<R: Record + DeserializeOwned>(&self, _id: impl Into<Uuid>) -> Result<Option<R>> {
        Err(LedgerError::Stopped)
    }

    /// The records that the filter names, as this operation left them so far.
    pub fn list<R: Record + DeserializeOwned>(&self, _filter: &Filter) -> Result<Vec<R>> {
        Err(LedgerError::Stopped)
    }

    /// A new identity.
    pub fn id(&self) -> Uuid {
        self.around.id()
    }

    /// The operation's time.
    pub fn now(&self) -> DateTime<Utc> {
        self.time
    }

    /// Who acts.
    pub fn editor(&self) -> Option<EditorId> {
        self.editor
    }

    /// The operation being made.
    pub fn operation(&self) -> OperationId {
        self.operation
    }
}
