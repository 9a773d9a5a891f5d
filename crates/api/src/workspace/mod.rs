//! A workspace: one folder with the ledger, the preserved files, the backups, and `local/` for what stays out of the history.

pub mod backup;
pub mod checked;
pub mod device;
pub mod folder;
pub mod local;
pub mod lock;
mod making;
pub mod network;
pub mod readings;
pub mod recent;
pub mod restore;
pub mod settings;

use crate::problem::{Code, Problem};
use std::path::{Path, PathBuf};

/// Where things lie in a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The workspace in that folder; nothing is made yet.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The folder that is meant: the one given, else `COUNTERCLAIM_WORKSPACE`, else the platform's data folder.
    ///
    /// *Errors*: `io` where the platform tells no data folder.
    pub fn chosen(given: Option<PathBuf>) -> Result<Self, Problem> {
        let named = given.or_else(|| {
            std::env::var_os("COUNTERCLAIM_WORKSPACE").filter(|value| !value.is_empty()).map(PathBuf::from)
        });
        if let Some(root) = named {
            return Ok(Self::at(std::path::absolute(&root).unwrap_or(root)));
        }
        directories::ProjectDirs::from("org", "", "Counterclaim")
            .map(|dirs| Self::at(dirs.data_dir()))
            .ok_or_else(|| {
                Problem::new(Code::Io, "this system tells no folder for data")
                    .hint("Say where: --workspace DIR, or COUNTERCLAIM_WORKSPACE.")
            })
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }
    /// The ledger file.
    pub fn ledger(&self) -> PathBuf {
        self.root.join("ledger.sqlite")
    }
    /// The preserved files.
    pub fn files(&self) -> PathBuf {
        self.root.join("files")
    }
    /// The backups.
    pub fn backups(&self) -> PathBuf {
        self.root.join("backups")
    }
    /// Drafts, settings, window state: outside the history.
    pub fn local(&self) -> PathBuf {
        self.root.join("local")
    }

    /// Makes the folders that are missing.
    ///
    /// *Errors*: `io`, `disk_full`.
    pub fn make(&self) -> Result<(), Problem> {
        for folder in [self.root.clone(), self.files(), self.backups(), self.local()] {
            std::fs::create_dir_all(&folder).map_err(|error| io(&folder, &error))?;
        }
        Ok(())
    }
}

/// A file operation that failed, in words.
pub fn io(path: &Path, error: &std::io::Error) -> Problem {
    let shown = path.display();
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => {
            Problem::new(Code::DiskFull, format!("the disk is full at {shown}"))
                .hint("Free some space and try again; nothing was changed.")
        }
        std::io::ErrorKind::NotFound => {
            Problem::new(Code::FileMissing, format!("{shown} is not there")).hint("Check the path.")
        }
        std::io::ErrorKind::AlreadyExists => Problem::new(Code::Exists, format!("{shown} is there already"))
            .hint("Choose another name; nothing is overwritten."),
        _ => Problem::new(Code::Io, format!("{shown}: {error}")).hint("Check the path and its permissions."),
    }
    .with("path", shown.to_string())
}

/// Writes a file whole or not at all: beside it first, synced, then renamed over it.
///
/// *Errors*: `io`, `disk_full`, `file_missing` where the folder is not there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    write_through(path, |out| out.write_all(bytes).map_err(|error| io(path, &error)))
}

/// Like [`write_whole`], from a writer that streams.
///
/// *Errors*: those of `write`, and of the file itself; `io` where something that is no file stands there.
pub fn write_through(
    path: &Path,
    write: impl FnOnce(&mut dyn std::io::Write) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    // Renaming over a device or a pipe would put a file in its place.
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        return Err(Problem::new(Code::Io, format!("{} is no file", path.display()))
            .hint("Name a file; devices, pipes and folders are left alone.")
            .with("path", path.display().to_string()));
    }
    let mut beside = tempfile::Builder::new()
        .prefix(".counterclaim-")
        .tempfile_in(folder)
        .map_err(|error| io(path, &error))?;
    {
        let mut out = std::io::BufWriter::new(beside.as_file_mut());
        write(&mut out)?;
        std::io::Write::flush(&mut out).map_err(|error| io(path, &error))?;
    }
    beside.as_file().sync_all().map_err(|error| io(path, &error))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let readable = std::fs::Permissions::from_mode(0o644);
        beside.as_file().set_permissions(readable).map_err(|error| io(path, &error))?;
    }
    beside.persist(path).map_err(|error| io(path, &error.error))?;
    Ok(())
}
