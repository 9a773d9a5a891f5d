//! What is generated from the one command table, and where it goes.

use crate::commands_doc;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Every generated file below `root`, with the text that it has to hold now.
pub fn outputs(root: &Path) -> Vec<(PathBuf, String)> {
    vec![
        (root.join("ui/src/lib/api/bindings.ts"), api::bindings::typescript()),
        (root.join("docs/commands.md"), commands_doc::markdown()),
    ]
}

/// Writes every generated file whose text has changed.
///
/// # Errors
/// When a file cannot be written.
pub fn write(root: &Path) -> io::Result<bool> {
    for (path, text) in outputs(root) {
        if fs::read_to_string(&path).is_ok_and(|found| found == text) {
            continue;
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, text)?;
    }
    Ok(true)
}
