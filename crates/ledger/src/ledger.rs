//! The ledger itself: one file, one connection.

use crate::around::{Identity, Surroundings};
use crate::error::{LedgerError, Result};
use claims::ids::DeviceId;
use std::path::Path;
use std::sync::Arc;

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
    pub(crate) around: Arc<dyn Surroundings>,
    pub(crate) identity: Identity,
}

impl Ledger {
    /// Creates or opens a ledger.
    pub fn open(
        _path: &Path,
        _access: Access,
        _identity: Identity,
        _around: Arc<dyn Surroundings>,
        _before_migration: &mut dyn FnMut(&Path, u32) -> Result<()>,
    ) -> Result<Ledger> {
        Err(LedgerError::Stopped)
    }

    /// A ledger in memory.
    pub fn in_memory(_around: Arc<dyn Surroundings>) -> Result<Ledger> {
        Err(LedgerError::Stopped)
    }

    /// Clock, identities and randomness that this ledger was given.
    pub fn around(&self) -> &dyn Surroundings {
        &*self.around
    }

    /// The device that writes.
    pub fn device(&self) -> DeviceId {
        self.identity.uuid
    }

    /// Rebuilds every derived table (prefix `x_`) from the others.
    pub fn rebuild_derived(&mut self) -> Result<()> {
        Err(LedgerError::Stopped)
    }
}
