//! What went over the line in one exchange, byte for byte: kept in memory while it is small, in a file when it grows.

use crate::failure::Failure;
use std::io::{self, Write};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tempfile::SpooledTempFile;

/// Up to here it stays in memory.
const IN_MEMORY: usize = 128 * 1024;

/// A file that begins in memory.
pub(crate) fn spool() -> SpooledTempFile {
    tempfile::spooled_tempfile(IN_MEMORY)
}

/// The bytes of one exchange.
#[derive(Debug)]
pub(crate) struct Line {
    /// What was sent.
    pub sent: Vec<u8>,
    /// What came.
    pub came: SpooledTempFile,
    /// How much came.
    pub size: u64,
    /// Whom the connection went to.
    pub peer: Option<std::net::IpAddr>,
    /// Why nothing more is taken.
    pub broken: Option<Failure>,
}

impl Default for Line {
    fn default() -> Self {
        Self { sent: Vec::new(), came: spool(), size: 0, peer: None, broken: None }
    }
}

/// The line of a client: the exchange that is under way, and what all of them may take together.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    line: Arc<Mutex<Line>>,
    /// How much came in all exchanges of the capture.
    all: Arc<AtomicU64>,
    one_limit: u64,
    all_limit: u64,
}

impl Lines {
    pub(super) fn new(all: Arc<AtomicU64>, one_limit: u64, all_limit: u64) -> Self {
        Self { line: Arc::default(), all, one_limit, all_limit }
    }

    fn hold(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what was written down, and begins anew.
    pub(super) fn take(&self) -> Line {
        std::mem::take(&mut *self.hold())
    }

    pub(super) fn sent(&self, bytes: &[u8]) {
        self.hold().sent.extend_from_slice(bytes);
    }

    pub(super) fn came(&self, bytes: &[u8]) -> io::Result<()> {
        let all = self.all.fetch_add(bytes.len() as u64, Ordering::Relaxed) + bytes.len() as u64;
        let mut line = self.hold();
        line.size += bytes.len() as u64;
        let limit = match () {
            () if line.size > self.one_limit => self.one_limit,
            () if all > self.all_limit => self.all_limit,
            () => return line.came.write_all(bytes),
        };
        line.broken = Some(Failure::TooLarge { address: String::new(), limit });
        Err(io::Error::other("larger than is taken"))
    }

    pub(super) fn goes_to(&self, peer: Option<std::net::IpAddr>) {
        self.hold().peer = peer;
    }
}
