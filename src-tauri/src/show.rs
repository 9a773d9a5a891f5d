//! Opens a copied-out file with the system's own program, or the folder that it lies in.
//!
//! Only what lies in the workspace's `local/shown` is opened: copies, never a preserved file and never another path.

use crate::present::Present;
use api::{Code, Problem};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tauri::State;

/// The folder of the copies that may be opened; none where no workspace could be named.
fn shown(present: &Present) -> Option<PathBuf> {
    present.folder().map(|folder| folder.join("local").join("shown"))
}

/// Opens a copy with the program that the system has for it.
#[tauri::command]
pub async fn show_file(present: State<'_, Present>, path: PathBuf) -> Result<(), Problem> {
    hand_over(&allowed(shown(&present).as_deref(), &path)?)
}

/// Opens the folder that a copy lies in.
#[tauri::command]
pub async fn show_folder(present: State<'_, Present>, path: PathBuf) -> Result<(), Problem> {
    let file = allowed(shown(&present).as_deref(), &path)?;
    hand_over(file.parent().unwrap_or(&file))
}

/// The real path, if it lies in the folder of the copies.
fn allowed(shown: Option<&Path>, path: &Path) -> Result<PathBuf, Problem> {
    let real = path.canonicalize().map_err(|error| {
        Problem::new(Code::FileMissing, format!("{} does not open: {error}", path.display()))
    })?;
    let inside = shown
        .and_then(|folder| folder.canonicalize().ok())
        .is_some_and(|folder| real.starts_with(&folder) && real != folder);
    if inside && real.is_file() {
        return Ok(real);
    }
    Err(Problem::new(Code::BadRequest, format!("{} is no copy of this workspace", path.display()))
        .hint("Only copies that the app made to be looked at are opened."))
}

/// Hands a path to the program that the system has for it.
pub fn hand_over(path: &Path) -> Result<(), Problem> {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    Command::new(program)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map(|mut child| {
            // It is waited for, so that it leaves nothing behind when it ends.
            std::thread::spawn(move || child.wait());
        })
        .map_err(|error| {
            Problem::new(Code::Io, format!("the system has no program for {}: {error}", path.display()))
                .hint("Open the file from the folder.")
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn only_copies_are_opened() {
        let folder = tempfile::tempdir().unwrap();
        let shown = folder.path().join("local/shown");
        fs::create_dir_all(&shown).unwrap();
        fs::write(shown.join("a.pdf"), "copy").unwrap();
        fs::write(folder.path().join("ledger.sqlite"), "ledger").unwrap();
        let may = |path: &Path| allowed(Some(&shown), path).is_ok();
        assert!(may(&shown.join("a.pdf")), "a copy");
        assert!(!may(&shown.join("../../ledger.sqlite")), "not by climbing out");
        assert!(!may(&shown) && !may(Path::new("/etc/passwd")), "no folder, no other file");
        assert!(!may(&shown.join("b.pdf")), "nor what is not there");
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink("/etc/passwd", shown.join("link")).unwrap();
            assert!(!may(&shown.join("link")), "nor where a link leads out");
        }
        assert!(allowed(None, &shown.join("a.pdf")).is_err(), "without a workspace nothing");
    }
}
