//! What a folder holds that somebody wants to open: a workspace, nothing yet, or something else.

use super::{Workspace, backup, io};
use crate::problem::{Code, Problem};
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What may be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// A workspace.
    Workspace,
    /// Nothing: a workspace can be made there.
    Nothing,
}

/// What systems put into a folder by themselves.
const LITTER: [&str; 4] = [".DS_Store", ".directory", "Thumbs.db", "desktop.ini"];

/// Looks at a folder, and makes nothing.
///
/// *Errors*: `file_missing`; `exists` where it holds something else, or a full backup; `invalid` inside a workspace; `io`.
/// `params.why` says which: `no_folder`, `backup`, `inside`, `other`.
pub fn look(folder: &Path) -> Result<Holds, Problem> {
    let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let shown = folder.display();
    let told = |why: &str, problem: Problem| problem.with("path", shown.to_string()).with("why", why);
    let data = std::fs::metadata(&folder).map_err(|error| io(&folder, &error))?;
    if !data.is_dir() {
        return Err(told(
            "no_folder",
            Problem::new(Code::Invalid, format!("{shown} is no folder"))
                .hint("Choose the folder that it lies in."),
        ));
    }
    let workspace = Workspace::at(&folder);
    if backup::list_beside(&workspace.ledger()).is_file() {
        return Err(told(
            "backup",
            Problem::new(Code::Exists, format!("{shown} is a full backup")).hint(
                "Restore it into a new folder, and open that one: working in a backup would change it.",
            ),
        ));
    }
    if workspace.ledger().is_file() {
        return Ok(Holds::Workspace);
    }
    if let Some(outer) = outer(&folder) {
        return Err(told(
            "inside",
            Problem::new(Code::Invalid, format!("{shown} lies inside the workspace {}", outer.display()))
                .hint("Open that workspace, or choose a folder outside it."),
        ));
    }
    let mut entries = std::fs::read_dir(&folder).map_err(|error| io(&folder, &error))?;
    let is_litter = |name: &std::ffi::OsStr| LITTER.iter().any(|litter| name == *litter);
    if entries.any(|entry| !entry.is_ok_and(|entry| is_litter(&entry.file_name()))) {
        let hint =
            "Choose the folder of a workspace (ledger.sqlite lies in it), or an empty folder to make one in.";
        let words = format!("{shown} is no workspace, and not empty");
        return Err(told("other", Problem::new(Code::Exists, words).hint(hint)));
    }
    Ok(Holds::Nothing)
}

/// The workspace that a folder lies inside, if any.
pub fn outer(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().skip(1).find(|above| Workspace::at(*above).ledger().is_file()).map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_workspace_or_an_empty_folder_opens_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let at = |name: &str| place.path().join(name);
        let code = |name: &str| look(&at(name)).map_err(|problem| (problem.code, problem.hint.is_some()));
        for folder in ["empty", "work/files", "other", "backup/files"] {
            fs::create_dir_all(at(folder)).unwrap();
        }
        for (file, text) in [
            ("empty/.DS_Store", "litter"),
            ("work/ledger.sqlite", "ledger"),
            ("other/letter.txt", "mine"),
            ("backup/ledger.sqlite", "ledger"),
            ("backup/ledger.files.json", "[]"),
        ] {
            fs::write(at(file), text).unwrap();
        }
        assert_eq!(code("work"), Ok(Holds::Workspace), "a ledger makes it one");
        assert_eq!(code("empty"), Ok(Holds::Nothing), "what the system put there does not count");
        assert_eq!(code("other"), Err((Code::Exists, true)), "somebody's folder is left alone, with a hint");
        assert_eq!(code("backup"), Err((Code::Exists, true)), "a backup is restored, not worked in");
        assert_eq!(code("work/files"), Err((Code::Invalid, true)), "no workspace inside another");
        assert_eq!(code("other/letter.txt"), Err((Code::Invalid, true)), "a file is no folder");
        assert_eq!(code("nowhere"), Err((Code::FileMissing, true)), "nor is what is not there");
    }
}
