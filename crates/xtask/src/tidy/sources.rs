//! The order of the Rust sources: each opens by saying what it is for, and none is too long to read in one go.

use super::files;
use std::fs;
use std::io;
use std::path::Path;

/// From this many lines of code on (remarks, attributes and empty lines not counted), a file holds more than one thing.
const TOO_LONG: usize = 400;

pub fn faults(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    for folder in ["crates", "reader", "src-tauri", "tests"] {
        for path in files::below(&root.join(folder), &[".rs"])? {
            faults.extend(of_source(&files::name(root, &path), &fs::read_to_string(&path)?));
        }
    }
    Ok(faults)
}

fn of_source(place: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    // Attributes of the crate may come first; code may not.
    let opening = text.lines().find(|line| !line.is_empty() && !line.starts_with("#!["));
    if !opening.is_some_and(|line| line.starts_with("//! ")) {
        faults.push(format!("{place}: has to open with `//!` and say what it is for"));
    }
    let code = |line: &&str| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with("//") && !line.starts_with("#[")
    };
    let lines = text.lines().filter(code).count();
    // A test may tell a long story, and a fixture holds what it holds.
    if lines > TOO_LONG && !place.contains("tests/") {
        faults.push(format!(
            "{place}: {lines} lines of code; at {TOO_LONG} a file is split by what its parts are for"
        ));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_module_is_seen() {
        assert_eq!(of_source("x.rs", "use std::io;\n").len(), 1, "it does not say what it is for");
        assert_eq!(of_source("x.rs", "#![allow(x)]\n\n//! Says it.\n").len(), 0, "attributes may come first");
    }

    #[test]
    fn a_long_module_is_seen() {
        let long = format!("//! Long.\n{}", "f();\n".repeat(TOO_LONG + 1));
        assert_eq!(of_source("x.rs", &long).len(), 1, "it has one line too many");
    }
}
