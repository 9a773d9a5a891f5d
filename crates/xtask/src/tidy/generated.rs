//! Generated files are committed; each has to be what `make codegen` would write now.

use super::files;
use crate::codegen;
use std::fs;
use std::io;
use std::path::Path;

pub fn faults(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    for (path, wanted) in codegen::outputs(root) {
        let place = files::name(root, &path);
        match fs::read_to_string(&path) {
            Ok(found) if found == wanted => {}
            Ok(_) => faults.push(format!("{place}: is stale; make codegen writes it anew")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                faults.push(format!("{place}: is missing; make codegen writes it"));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(faults)
}
