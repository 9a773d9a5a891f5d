//! One writer at a time: an OS lock on `local/writer.lock`, and beside it who holds it.

use super::{Workspace, io};
use crate::problem::{Code, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use ts_rs::TS;

/// Who writes in a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Writer {
    /// The program: `window` or `terminal`.
    pub program: String,
    /// The user's name on that machine.
    pub user: String,
    /// The machine.
    pub machine: String,
    /// Its process number there.
    pub process: u32,
    /// Since when (instant).
    pub since: String,
}

/// The lock, held until dropped; the system lets go of it when the process ends, however it ends.
#[derive(Debug)]
pub struct WriterLock {
    file: File,
}

impl Drop for WriterLock {
    /// Lets go at once. Closing alone would not do: a program that another thread is just starting holds a copy of the file for a moment.
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// Takes the lock.
///
/// *Errors*: `locked` while another process holds it, with `params.writer` telling who; `io`.
pub fn take(workspace: &Workspace, program: &str, now: &str) -> Result<WriterLock, Problem> {
    let path = workspace.local().join("writer.lock");
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .read(true)
        .write(true)
        .open(&path)
        .map_err(|error| io(&path, &error))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(locked(workspace)),
        Err(TryLockError::Error(error)) => return Err(io(&path, &error)),
    }
    let variable = |names: [&str; 2]| {
        names.iter().find_map(|name| std::env::var(name).ok()).unwrap_or_else(|| "unknown".to_owned())
    };
    let machine = std::fs::read_to_string("/proc/sys/kernel/hostname").map(|name| name.trim().to_owned());
    let writer = Writer {
        program: program.to_owned(),
        user: variable(["USER", "USERNAME"]),
        machine: machine.unwrap_or_else(|_| variable(["HOSTNAME", "COMPUTERNAME"])),
        process: std::process::id(),
        since: now.to_owned(),
    };
    super::write_whole(&workspace.local().join("writer.json"), &serde_json::to_vec_pretty(&writer)?)?;
    Ok(WriterLock { file })
}

/// Who the file says writes; none where it says nothing readable.
pub fn writer(workspace: &Workspace) -> Option<Writer> {
    let text = std::fs::read(workspace.local().join("writer.json")).ok()?;
    serde_json::from_slice(&text).ok()
}

fn locked(workspace: &Workspace) -> Problem {
    match writer(workspace) {
        Some(writer) => Problem::new(
            Code::Locked,
            format!(
                "{} writes in this workspace: the {} of process {} on {}, since {}",
                writer.user, writer.program, writer.process, writer.machine, writer.since
            ),
        )
        .with("writer", serde_json::to_value(&writer).unwrap_or_default()),
        None => Problem::new(Code::Locked, "another process writes in this workspace"),
    }
    .hint("Close it there, or read meanwhile: reading always works.")
}
