//! What a reviewer should never have to say: each check gives the faults it found, as `place: what is wrong, and what to do`.

mod documented;
mod fences;
mod files;
mod generated;
mod sources;
mod sql;

use std::io;
use std::path::Path;

/// Every fault of the checkout at `root`, in the order of the checks; empty when all is as it should be.
///
/// # Errors
/// When a file or folder that has to be there cannot be read.
pub fn faults(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = fences::faults(root)?;
    faults.extend(sources::faults(root)?);
    faults.extend(sql::faults(root)?);
    faults.extend(documented::faults(root)?);
    faults.extend(generated::faults(root)?);
    Ok(faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn none(check: &str, faults: Vec<String>) {
        assert!(faults.is_empty(), "{check} has to hold everywhere:\n{}", faults.join("\n"));
    }

    #[test]
    fn the_fences_hold() {
        none("who may import what", fences::faults(&crate::root()).unwrap());
    }

    #[test]
    fn the_sources_are_in_order() {
        none("the order of the sources", sources::faults(&crate::root()).unwrap());
    }

    #[test]
    fn the_sql_can_be_seen_by_history() {
        none("what history can see", sql::faults(&crate::root()).unwrap());
    }

    #[test]
    fn every_command_and_formula_is_documented() {
        none("documentation", documented::faults(&crate::root()).unwrap());
    }

    #[test]
    fn generated_files_are_fresh() {
        none("freshness", generated::faults(&crate::root()).unwrap());
    }
}
