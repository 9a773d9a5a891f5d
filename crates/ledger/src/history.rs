//! Reading the history: operations, their changes, and the heads of the chains.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::{CaseId, DeviceId, EditorId, OperationId};
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

impl Ledger {
    /// Operations, newest first.
    pub fn history(&self, _request: &HistoryRequest) -> Result<Vec<OperationSummary>> {
        Err(LedgerError::Stopped)
    }

    /// An operation with its changes.
    pub fn operation(&self, _id: OperationId) -> Result<Option<OperationFull>> {
        Err(LedgerError::Stopped)
    }

    /// The heads of all chains, in the order in which the devices first wrote.
    pub fn heads(&self) -> Result<Vec<Head>> {
        Err(LedgerError::Stopped)
    }

    /// The last operation in this file.
    pub fn last(&self) -> Result<Option<OperationSummary>> {
        Err(LedgerError::Stopped)
    }
}
