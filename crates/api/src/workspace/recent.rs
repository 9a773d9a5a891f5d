//! The workspaces that were open last on this machine: in the platform's config folder, never in a workspace.

use super::{Workspace, device, write_whole};
use crate::problem::Problem;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// How many are remembered.
const MOST: usize = 8;

/// A workspace that was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its folder.
    pub path: PathBuf,
    /// When it was opened last (instant).
    pub opened: String,
    /// Whether it is there now.
    #[serde(skip_deserializing, default)]
    pub there: bool,
}

fn file(config: Option<PathBuf>) -> Result<PathBuf, Problem> {
    Ok(device::config_folder(config)?.join("workspaces.json"))
}

fn read(path: &Path) -> Vec<Recent> {
    let text = std::fs::read(path).ok();
    text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

fn write(path: &Path, all: &[Recent]) -> Result<(), Problem> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| super::io(folder, &error))?;
    }
    let kept: Vec<_> =
        all.iter().map(|one| serde_json::json!({ "path": one.path, "opened": one.opened })).collect();
    write_whole(path, &serde_json::to_vec_pretty(&kept)?)
}

/// Those that are remembered, newest first; what does not read counts as none.
///
/// *Errors*: `io` where the platform tells no config folder.
pub fn recent(config: Option<PathBuf>) -> Result<Vec<Recent>, Problem> {
    let mut all = read(&file(config)?);
    for one in &mut all {
        one.there = Workspace::at(&one.path).ledger().is_file();
    }
    Ok(all)
}

/// Remembers that a workspace was opened just now.
///
/// *Errors*: `io`, `disk_full`.
pub fn remember(config: Option<PathBuf>, folder: &Path) -> Result<(), Problem> {
    let opened = chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let path = file(config)?;
    let mut all = read(&path);
    all.retain(|one| one.path != folder);
    all.insert(0, Recent { path: folder.to_owned(), opened, there: true });
    all.truncate(MOST);
    write(&path, &all)
}

/// Forgets a workspace; its folder is not touched.
///
/// *Errors*: `io`, `disk_full`.
pub fn forget(config: Option<PathBuf>, folder: &Path) -> Result<(), Problem> {
    let path = file(config)?;
    let mut all = read(&path);
    all.retain(|one| one.path != folder);
    write(&path, &all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_come_first_and_what_went_away_is_told() {
        let place = tempfile::tempdir().unwrap();
        let config = || Some(place.path().join("config"));
        let names = || -> Vec<String> {
            let all = recent(config()).unwrap();
            all.iter().map(|one| one.path.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        assert!(recent(config()).unwrap().is_empty(), "nothing is remembered, and nothing is made by asking");
        assert!(!place.path().join("config").exists(), "not even the folder");
        for n in 0..10 {
            remember(config(), &place.path().join(format!("w{n}"))).unwrap();
        }
        remember(config(), &place.path().join("w5")).unwrap();
        assert_eq!(names(), ["w5", "w9", "w8", "w7", "w6", "w4", "w3", "w2"], "each once, the eight newest");
        std::fs::create_dir(place.path().join("w9")).unwrap();
        std::fs::write(place.path().join("w9/ledger.sqlite"), "").unwrap();
        let there: Vec<bool> = recent(config()).unwrap().iter().map(|one| one.there).collect();
        assert_eq!(&there[..3], [false, true, false], "one of them is there");
        forget(config(), &place.path().join("w9")).unwrap();
        assert!(!names().contains(&"w9".to_owned()), "it is forgotten");
        assert!(place.path().join("w9/ledger.sqlite").exists(), "and stays where it is");
        std::fs::write(place.path().join("config/workspaces.json"), "not ours").unwrap();
        assert!(recent(config()).unwrap().is_empty(), "what does not read counts as none");
    }
}
