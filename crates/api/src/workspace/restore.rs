//! Restore: a backup into a new folder, never over an old one.

use super::{Workspace, io};
use crate::problem::{Code, Problem};
use crate::wire::answer;
use claims::ids::DeviceId;
use ledger::{Access, Identity, Ledger, LedgerError, Surroundings, System};
use std::path::{Path, PathBuf};
use std::sync::Arc;

answer! {
    /// What a restore brought back.
    pub struct Restored {
        /// The new workspace.
        pub id: String,
        /// The same, to show.
        pub name: String,
        /// Files brought over from beside the backup.
        pub files: u32,
        /// SHA-256 of files that were nowhere to be found, or had changed.
        pub missing: Vec<String>,
    }
}

/// Restores a backup (a `.sqlite` file, or the folder of a full one) into a new folder, and brings over the preserved files
/// from the workspace that the backup lies in, or from the full backup itself.
///
/// *Errors*: `file_missing`, `exists` if `into` is there and not empty, `damaged` if the copy is no sound ledger, `io`, `disk_full`.
pub fn restore(from: &Path, into: &Path) -> Result<Restored, Problem> {
    let source = if from.is_dir() { from.join("ledger.sqlite") } else { from.to_path_buf() };
    if !source.is_file() {
        return Err(io(&source, &std::io::Error::from(std::io::ErrorKind::NotFound)));
    }
    if std::fs::read_dir(into).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Problem::new(Code::Exists, format!("{} is there already and not empty", into.display()))
            .hint("Name a new folder: a restore never goes over an old workspace."));
    }
    let workspace = Workspace::at(into);
    let around: Arc<dyn Surroundings> = Arc::new(System::default());
    let reader = Identity { uuid: DeviceId(around.id()), name: "reader".to_owned() };
    let mut never = |_: &Path, _: u32| Err(LedgerError::ReadOnly);
    let backup = Ledger::open(&source, Access::ReadOnly, reader, around, &mut never)?;
    workspace.make()?;
    backup.backup_to(&workspace.ledger())?;
    let hashes = backup.file_hashes()?;
    let shelf = evidence::Shelf::open(&workspace.files())?;
    let near: Vec<evidence::Shelf> = places(&source)
        .into_iter()
        .filter(|place| place.is_dir())
        .map(|place| evidence::Shelf::open_read_only(&place))
        .collect();
    let mut restored = Restored {
        id: into.display().to_string(),
        name: into.display().to_string(),
        files: 0,
        missing: Vec::new(),
    };
    for (hash, _) in hashes {
        if near.iter().any(|other| shelf.bring_over(other, &hash).is_ok()) {
            restored.files += 1;
        } else {
            restored.missing.push(hash);
        }
    }
    Ok(restored)
}

/// Where the files of a backup may lie: beside it (full), or in the workspace whose `backups/` it stands in.
fn places(source: &Path) -> Vec<PathBuf> {
    let source = std::fs::canonicalize(source).unwrap_or_else(|_| source.to_path_buf());
    let folder = source.parent().map(Path::to_path_buf).unwrap_or_default();
    let mut places = vec![folder.join("files")];
    if let Some(above) = folder.parent() {
        places.push(above.join("files"));
    }
    places
}
