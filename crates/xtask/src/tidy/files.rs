//! Walks the sources, in a steady order, past what is built or installed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const PASSED: [&str; 7] = ["target", "node_modules", "dist", "out", "gen", "pictures", ".git"];

/// Every file below `folder` whose name ends with one of `endings`; none when the folder is not there.
pub fn below(folder: &Path, endings: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        walk(folder, endings, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !PASSED.contains(&name.as_str()) {
                walk(&path, endings, found)?;
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
    Ok(())
}

/// The path below `root`, with forward slashes, as faults name it.
pub fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
