//! The door: opens a workspace and runs commands of the table. Safe to call from many threads; writes wait for one another.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Kind, find};
use crate::workspace::lock::{self, Writer, WriterLock};
use crate::workspace::{Workspace, backup, device};
use evidence::Shelf;
use ledger::{Access, Act, Filter, Ledger, LedgerError, Surroundings, System};
use serde_json::Value;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How to open a workspace.
#[derive(Clone)]
pub struct Opening {
    /// The folder; none = `COUNTERCLAIM_WORKSPACE`, else the platform's data folder.
    pub workspace: Option<PathBuf>,
    /// What is asked for.
    pub wanted: Wanted,
    /// `window` or `terminal`: told to others who want to write.
    pub program: String,
    /// The folder of the device's identity; none = the platform's.
    pub config: Option<PathBuf>,
    /// Clock, ids and salts; none = the system's.
    pub around: Option<Arc<dyn Surroundings>>,
}

/// What an opener asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Reading and writing; refused with `locked` while another writes.
    Write,
    /// Writing if nobody else does, else reading.
    WriteOrRead,
    /// Reading alone; takes no lock and makes nothing.
    Read,
}

impl Opening {
    /// Opens that folder, with the system's clock and the platform's config folder.
    pub fn of(workspace: Option<PathBuf>, wanted: Wanted, program: &str) -> Self {
        Self { workspace, wanted, program: program.to_owned(), config: None, around: None }
    }
}

/// An open workspace that answers commands.
pub struct Door {
    workspace: Workspace,
    writer: Option<Arc<Mutex<Desk>>>,
    readers: Mutex<Vec<Desk>>,
    identity: ledger::Identity,
    around: Arc<dyn Surroundings>,
    elsewhere: Option<Writer>,
    _lock: Option<WriterLock>,
}

impl Door {
    /// Opens a workspace; for writing it is made if it is not there.
    ///
    /// *Errors*: `locked` (with who writes), `newer`, `damaged`, `file_missing` when reading what is not there, `io`, `disk_full`.
    pub fn open(opening: Opening) -> Result<Self, Problem> {
        let workspace = Workspace::chosen(opening.workspace)?;
        let around = opening.around.unwrap_or_else(|| Arc::new(System::default()));
        let identity = match opening.wanted {
            Wanted::Read => {
                ledger::Identity { uuid: claims::ids::DeviceId(around.id()), name: "reader".to_owned() }
            }
            _ => device::identity(&device::config_folder(opening.config)?, around.as_ref())?,
        };
        let mut elsewhere = None;
        let mut held = None;
        if opening.wanted != Wanted::Read {
            workspace.make()?;
            let now = around.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            match lock::take(&workspace, &opening.program, &now) {
                Ok(lock) => held = Some(lock),
                Err(problem) if problem.code == Code::Locked && opening.wanted == Wanted::WriteOrRead => {
                    elsewhere = lock::writer(&workspace)
                }
                Err(problem) => return Err(problem),
            }
        }
        let writer = match &held {
            Some(_) => {
                let backups = workspace.backups();
                let stamp = around.now().format("%Y-%m-%dT%H%M%S%3fZ").to_string();
                let mut before_migration = |path: &std::path::Path, found: u32| {
                    std::fs::create_dir_all(&backups)
                        .map_err(|source| LedgerError::Io { path: backups.clone(), source })?;
                    copy_as_it_is(
                        path,
                        &backups.join(format!("{stamp}-before-migration-from-{found}.sqlite")),
                    )
                };
                let mut ledger = Ledger::open(
                    &workspace.ledger(),
                    Access::Write,
                    identity.clone(),
                    Arc::clone(&around),
                    &mut before_migration,
                )?;
                give_presets(&mut ledger)?;
                let shelf = Shelf::open(&workspace.files())?;
                shelf.sweep_temporary()?;
                // What a fetch left behind that was cut off.
                let _ = std::fs::remove_dir_all(workspace.local().join("fetching"));
                Some(Arc::new(Mutex::new(Desk {
                    ledger,
                    shelf,
                    workspace: workspace.clone(),
                    writer_elsewhere: None,
                    can_write: true,
                    pen: None,
                    door_can_write: true,
                })))
            }
            None => None,
        };
        let door = Self {
            workspace,
            writer,
            readers: Mutex::new(Vec::new()),
            identity,
            around,
            elsewhere,
            _lock: held,
        };
        if door.writer.is_none() {
            let reader = door.reader()?;
            door.give_back(reader);
        }
        Ok(door)
    }

    /// Whether this door can write.
    pub fn can_write(&self) -> bool {
        self.writer.is_some()
    }

    /// Who writes, where it is not this process.
    pub fn writer_elsewhere(&self) -> Option<&Writer> {
        self.elsewhere.as_ref()
    }

    /// The workspace.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Runs a command of the table: JSON in, JSON out.
    ///
    /// *Errors*: `unknown_command`, `bad_request`, and those of the command.
    pub fn call(&self, name: &str, request: Value, context: &Context) -> Result<Value, Problem> {
        let command = find(name)?;
        let context = Context { command: command.name, ..context.clone() };
        match (command.kind, &self.writer) {
            (Kind::Write, Some(writer)) => (command.run)(&mut hold(writer), &context, request),
            _ => {
                let mut reader = self.reader()?;
                let answer = (command.run)(&mut reader, &context, request);
                self.give_back(reader);
                answer
            }
        }
    }

    /// A desk that reads, beside the one that writes.
    fn reader(&self) -> Result<Desk, Problem> {
        if let Some(reader) = hold(&self.readers).pop() {
            return Ok(reader);
        }
        let path = self.workspace.ledger();
        if !path.is_file() {
            return Err(Problem::new(
                Code::FileMissing,
                format!("there is no workspace in {}", self.workspace.root().display()),
            )
            .hint("Make one: counterclaim init --workspace DIR, or start the app."));
        }
        let mut never = |_: &std::path::Path, _: u32| Err(LedgerError::ReadOnly);
        let ledger = Ledger::open(
            &path,
            Access::ReadOnly,
            self.identity.clone(),
            Arc::clone(&self.around),
            &mut never,
        )?;
        Ok(Desk {
            ledger,
            shelf: Shelf::open_read_only(&self.workspace.files()),
            workspace: self.workspace.clone(),
            writer_elsewhere: self.elsewhere.clone(),
            can_write: false,
            pen: self.writer.clone(),
            door_can_write: self.writer.is_some(),
        })
    }

    fn give_back(&self, reader: Desk) {
        let mut readers = hold(&self.readers);
        if readers.len() < 4 {
            readers.push(reader);
        }
    }

    /// Copies the ledger into `backups/` now.
    ///
    /// *Errors*: as of the command `backup.add`.
    pub fn back_up(&self) -> Result<backup::Backup, Problem> {
        let reader = self.reader()?;
        let made = backup::daily(&reader, &Context::default(), self.around.now());
        self.give_back(reader);
        made
    }
}

/// A ledger without scales gets the presets, by an operation of no editor that undo passes over.
fn give_presets(ledger: &mut Ledger) -> Result<(), Problem> {
    if !ledger.list::<claims::records::Scale>(&Filter { limit: Some(1), ..Filter::default() })?.is_empty() {
        return Ok(());
    }
    let act = Act { name: "scale.presets", editor: None, reason: None, background: true, bulk: false };
    ledger.transact(&act, crate::commands::scale::add_presets)?;
    Ok(())
}

/// Copies an older ledger with its write-ahead log, byte for byte, before a migration touches it.
fn copy_as_it_is(from: &std::path::Path, to: &std::path::Path) -> Result<(), LedgerError> {
    for end in ["", "-wal"] {
        let with_end = |path: &std::path::Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        };
        let (source, target) = (with_end(from), with_end(to));
        if end.is_empty() || source.exists() {
            let copied =
                std::fs::copy(&source, &target).and_then(|_| std::fs::File::open(&target)?.sync_all());
            copied.map_err(|source| LedgerError::Io { path: target, source })?;
        }
    }
    Ok(())
}

/// A poisoned lock only says that another call panicked; the ledger rolled back, so the desk is sound.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
