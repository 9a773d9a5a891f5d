//! The folder `local/`: one JSON file for each draft and each preference, written whole or not at all. No history, no editor.

use super::{Workspace, io, write_whole};
use crate::commands::local::Local;
use crate::problem::{Code, Problem};
use chrono::{DateTime, SecondsFormat, Utc};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// Longest key, in characters.
const LONGEST_KEY: usize = 200;
/// Largest value, in bytes of JSON.
const LARGEST: usize = 1_000_000;
/// A file of ours is no larger than this; what is larger was put there by others.
const LARGEST_FILE: u64 = 1_010_000;

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// What was typed and is not saved yet; of more than 500 the oldest go.
    Drafts,
    /// How the window stands on this machine; of more than 500 no new one is taken.
    Preferences,
}

/// How many of a kind are kept.
const MOST: usize = 500;

impl Shelf {
    fn folder(self, workspace: &Workspace) -> PathBuf {
        workspace.local().join(match self {
            Self::Drafts => "drafts",
            Self::Preferences => "preferences",
        })
    }
}

/// Keeps a value under its key: on the disk when this returns.
///
/// *Errors*: `invalid` for a key that is empty or too long and for a value that is too large; `io`, `disk_full`.
pub fn keep(
    workspace: &Workspace,
    shelf: Shelf,
    key: &str,
    value: Value,
    now: DateTime<Utc>,
) -> Result<Local, Problem> {
    let folder = shelf.folder(workspace);
    let path = path_of(&folder, key)?;
    let kept = now.to_rfc3339_opts(SecondsFormat::Millis, true);
    if serde_json::to_vec(&value)?.len() > LARGEST {
        return Err(Problem::new(Code::Invalid, "this is larger than 1 MB")
            .field("value")
            .hint("Save it as a record, or keep less of it."));
    }
    let text = serde_json::to_vec(&json!({ "key": key, "kept": kept, "value": value }))?;
    std::fs::create_dir_all(&folder).map_err(|error| io(&folder, &error))?;
    if !path.exists() {
        make_room(&folder, shelf)?;
    }
    write_whole(&path, &text)?;
    #[cfg(unix)]
    std::fs::File::open(&folder).and_then(|folder| folder.sync_all()).map_err(|error| io(&folder, &error))?;
    Ok(Local { id: key.to_owned(), name: key.to_owned(), kept, value })
}

/// Everything that is kept there, newest first. A torn file, and what others put there, is passed over.
pub fn list(workspace: &Workspace, shelf: Shelf) -> Vec<Local> {
    let folder = shelf.folder(workspace);
    let mut found: Vec<Local> = files(&folder).into_iter().filter_map(|(_, path)| read(&path)).collect();
    found.sort_by(|a, b| b.kept.cmp(&a.kept).then_with(|| a.id.cmp(&b.id)));
    found
}

/// Drops what is kept under a key, and gives it.
///
/// *Errors*: `invalid` for a key that cannot be one; `io`.
pub fn drop(workspace: &Workspace, shelf: Shelf, key: &str) -> Result<Option<Local>, Problem> {
    let path = path_of(&shelf.folder(workspace), key)?;
    let was = read(&path);
    match std::fs::remove_file(&path) {
        Ok(()) => Ok(was),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(io(&path, &error)),
    }
}

/// A key never becomes part of a path: its hash does.
fn path_of(folder: &Path, key: &str) -> Result<PathBuf, Problem> {
    if key.is_empty() || key.chars().count() > LONGEST_KEY {
        return Err(Problem::new(Code::Invalid, "a key has from 1 to 200 characters").field("key"));
    }
    Ok(folder.join(format!("{}.json", evidence::sha256_of_bytes(key.as_bytes()))))
}

/// The JSON files of a folder, oldest first.
fn files(folder: &Path) -> Vec<(SystemTime, PathBuf)> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<(SystemTime, PathBuf)> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .filter_map(|path| {
            let data = std::fs::symlink_metadata(&path).ok()?;
            (data.is_file() && data.len() <= LARGEST_FILE).then(|| (data.modified().ok(), path))
        })
        .map(|(time, path)| (time.unwrap_or(SystemTime::UNIX_EPOCH), path))
        .collect();
    found.sort();
    found
}

/// One file of ours: its name is the hash of the key that it holds.
fn read(path: &Path) -> Option<Local> {
    let mut whole: Value = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    let key = whole.get("key")?.as_str()?.to_owned();
    let kept = whole.get("kept")?.as_str()?.to_owned();
    let value = whole.get_mut("value")?.take();
    let name = path.file_stem()?.to_str()?;
    (name == evidence::sha256_of_bytes(key.as_bytes())).then(|| Local {
        id: key.clone(),
        name: key,
        kept,
        value,
    })
}

fn make_room(folder: &Path, shelf: Shelf) -> Result<(), Problem> {
    let there = files(folder);
    if there.len() < MOST {
        return Ok(());
    }
    if shelf == Shelf::Preferences {
        return Err(Problem::new(Code::Invalid, "500 preferences are kept already").field("key"));
    }
    for (_, path) in there.iter().take(there.len() + 1 - MOST) {
        std::fs::remove_file(path).map_err(|error| io(path, &error))?;
    }
    Ok(())
}
