//! Backups: a checked copy of the ledger and the list of file hashes; `full` holds the files too.

use super::making::Making;
use super::{Workspace, io, write_whole};
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::progress::stopped;
use crate::wire::answer;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use ledger::Ledger;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

answer! {
    /// One backup.
    pub struct Backup {
        /// Path of the ledger's copy, or of the folder of a full one.
        pub id: String,
        /// Its file name.
        pub name: String,
        /// Bytes of the ledger's copy.
        pub size: u64,
        /// Preserved files that it lists.
        pub files: u32,
        /// Preserved files that it holds (full backups alone).
        pub files_held: u32,
    }
}

/// Copies the ledger into `backups/` under the time.
///
/// *Errors*: `stopped`, and then nothing of it is left; `io`, `disk_full`, `damaged` if the copy fails its check.
pub fn daily(desk: &Desk, context: &Context, now: DateTime<Utc>) -> Result<Backup, Problem> {
    let stem = now.format("%Y-%m-%dT%H%M%S%3fZ").to_string();
    let path = desk.workspace.backups().join(format!("{stem}.sqlite"));
    let backup = copy_ledger(desk, context, &path, 0)?;
    thin(&desk.workspace.backups(), now.date_naive())?;
    Ok(backup)
}

/// Whether a backup of that day is there.
pub fn has_one_of(workspace: &Workspace, day: NaiveDate) -> bool {
    let start = day.format("%Y-%m-%dT").to_string();
    names(&workspace.backups()).iter().any(|name| name.starts_with(&start))
}

/// Copies ledger and files into a new folder.
///
/// *Errors*: `exists` if the folder is there and not empty; `stopped`, `io`, `disk_full`, and then nothing of it is left;
/// `file_missing` names what could not be copied, and what could be is kept.
pub fn full(desk: &Desk, context: &Context, out: &Path) -> Result<Backup, Problem> {
    let making = Making::begin(out)?;
    let target = evidence::Shelf::open(&out.join("files"))?;
    let mut held = 0;
    let mut missing = Vec::new();
    let kept = desk.ledger.file_hashes()?;
    for (done, (hash, _)) in kept.iter().enumerate() {
        context.step("copies", done as u64, kept.len() as u64)?;
        match target.bring_over(&desk.shelf, hash) {
            Ok(_) => held += 1,
            Err(error @ evidence::ShelfError::NoSpace { .. }) => return Err(error.into()),
            Err(error) => missing.push(json!({ "sha256": hash, "why": error.to_string() })),
        }
    }
    let mut backup = copy_ledger(desk, context, &out.join("ledger.sqlite"), held)?;
    making.finish();
    backup.id = out.display().to_string();
    if missing.is_empty() {
        return Ok(backup);
    }
    Err(Problem::new(
        Code::FileMissing,
        format!("the backup is written, but {} of its files are missing or changed here", missing.len()),
    )
    .hint("Bring them back into files/ from another backup, then back up again.")
    .with("missing", missing))
}

/// The backups in `backups/`, newest first.
pub fn list(workspace: &Workspace) -> Vec<Backup> {
    let folder = workspace.backups();
    let mut found: Vec<Backup> =
        names(&folder).into_iter().map(|name| describe(&folder.join(&name), 0)).collect();
    found.reverse();
    found
}

fn names(folder: &Path) -> BTreeSet<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return BTreeSet::new() };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".sqlite"))
        .collect()
}

fn describe(path: &Path, files_held: u32) -> Backup {
    let files = std::fs::read(list_beside(path))
        .ok()
        .and_then(|text| serde_json::from_slice::<Vec<serde_json::Value>>(&text).ok())
        .map_or(0, |files| u32::try_from(files.len()).unwrap_or(u32::MAX));
    Backup {
        id: path.display().to_string(),
        name: path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        size: std::fs::metadata(path).map_or(0, |data| data.len()),
        files,
        files_held,
    }
}

/// The list of file hashes that stands beside a ledger's copy.
pub fn list_beside(path: &Path) -> PathBuf {
    path.with_extension("files.json")
}

/// Copies a ledger page by page, and tells how far it is.
///
/// *Errors*: as of `full`.
pub fn copy(ledger: &Ledger, context: &Context, path: &Path) -> Result<(), Problem> {
    let mut wanted = true;
    let copied = ledger.backup_watched(path, &mut |done, total| {
        wanted = context.step("pages", done, total).is_ok();
        wanted
    });
    if wanted { Ok(copied?) } else { Err(stopped()) }
}

fn copy_ledger(desk: &Desk, context: &Context, path: &Path, files_held: u32) -> Result<Backup, Problem> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| io(folder, &error))?;
    }
    copy(&desk.ledger, context, path)?;
    let files: Vec<_> = desk
        .ledger
        .file_hashes()?
        .into_iter()
        .map(|(sha256, size)| {
            let on_disk = || {
                let path = desk.shelf.path_of(&sha256).ok()?;
                std::fs::metadata(path).ok().and_then(|data| i64::try_from(data.len()).ok())
            };
            json!({ "size": size.or_else(on_disk), "sha256": sha256 })
        })
        .collect();
    if let Err(problem) = write_whole(&list_beside(path), &serde_json::to_vec_pretty(&files)?) {
        // A copy without its list is half a backup.
        let _ = std::fs::remove_file(path);
        return Err(problem);
    }
    Ok(describe(path, files_held))
}

/// Keeps all of the last seven days, one a week for two months, one a month before that.
fn thin(folder: &Path, today: NaiveDate) -> Result<(), Problem> {
    let mut kept = BTreeSet::new();
    for name in names(folder).iter().rev() {
        let Some(day) = name.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()) else {
            continue;
        };
        let age = (today - day).num_days();
        let slot = match age {
            ..=7 => continue,
            8..=62 => format!("{:?}", day.iso_week()),
            _ => format!("{}-{}", day.year(), day.month()),
        };
        if kept.insert(slot) {
            continue;
        }
        let path = folder.join(name);
        std::fs::remove_file(list_beside(&path)).or_else(|error| {
            if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(io(&path, &error)) }
        })?;
        std::fs::remove_file(&path).map_err(|error| io(&path, &error))?;
    }
    Ok(())
}
