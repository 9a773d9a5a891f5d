//! Restore: a backup into a new folder, never over an old one.

use super::making::Making;
use super::{Workspace, backup, folder, io};
use crate::desk::Context;
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
/// *Errors*: `stopped`; `file_missing`, `exists` if `into` is there and not empty, `invalid` if it lies inside a workspace,
/// `damaged` if the copy is no sound ledger, `io`, `disk_full`. Then nothing of it is left.
pub fn restore(context: &Context, from: &Path, into: &Path) -> Result<Restored, Problem> {
    let source = if from.is_dir() { from.join("ledger.sqlite") } else { from.to_path_buf() };
    if !source.is_file() {
        return Err(io(&source, &std::io::Error::from(std::io::ErrorKind::NotFound)));
    }
    let into = std::path::absolute(into).map_err(|error| io(into, &error))?;
    if let Some(outer) = folder::outer(&into) {
        return Err(Problem::new(
            Code::Invalid,
            format!("{} lies inside the workspace {}", into.display(), outer.display()),
        )
        .hint("Name a new folder outside it.")
        .field("to"));
    }
    let workspace = Workspace::at(&into);
    let around: Arc<dyn Surroundings> = Arc::new(System::default());
    let reader = Identity { uuid: DeviceId(around.id()), name: "reader".to_owned() };
    let mut never = |_: &Path, _: u32| Err(LedgerError::ReadOnly);
    let backup = Ledger::open(&source, Access::ReadOnly, reader, around, &mut never)?;
    let making = Making::begin(&into).map_err(|problem| problem.field("to"))?;
    workspace.make()?;
    backup::copy(&backup, context, &workspace.ledger())?;
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
    let total = hashes.len() as u64;
    for (done, (hash, _)) in hashes.into_iter().enumerate() {
        context.step("copies", done as u64, total)?;
        if found(&shelf, &near, &hash)? {
            restored.files += 1;
        } else {
            restored.missing.push(hash);
        }
    }
    context.step("copies", total, total)?;
    making.finish();
    Ok(restored)
}

/// Whether a file could be brought over from one of the places; only that it cannot be written here ends the work.
fn found(shelf: &evidence::Shelf, near: &[evidence::Shelf], hash: &str) -> Result<bool, Problem> {
    for other in near {
        match shelf.bring_over(other, hash) {
            Ok(_) => return Ok(true),
            Err(error @ evidence::ShelfError::NoSpace { .. }) => return Err(error.into()),
            Err(_) => {}
        }
    }
    Ok(false)
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
