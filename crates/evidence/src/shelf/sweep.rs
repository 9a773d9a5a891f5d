//! Removing what a crash left behind.

use super::{INCOMING, Shelf};
use crate::ShelfError;
use std::fs;
use std::io;
use std::time::Duration;

/// Younger ones may belong to somebody who is copying right now.
const LEFT_OVER_AFTER: Duration = Duration::from_secs(24 * 60 * 60);

impl Shelf {
    /// Removes temporary files of copies that never ended and that nobody wrote to for a day; returns how many.
    /// Preserved files, and altered ones that were set aside, are never touched.
    ///
    /// # Errors
    /// [`ShelfError::ReadOnly`]; [`ShelfError::Io`] when the folder cannot be read or a file in it cannot be removed.
    pub fn sweep_temporary(&self) -> Result<usize, ShelfError> {
        self.must_write()?;
        let mut removed = 0;
        for entry in fs::read_dir(&self.root).map_err(|error| ShelfError::at(&self.root, error))? {
            let entry = entry.map_err(|error| ShelfError::at(&self.root, error))?;
            if !entry.file_name().to_string_lossy().starts_with(INCOMING) || !is_left_over(&entry) {
                continue;
            }
            match fs::remove_file(entry.path()) {
                Ok(()) => removed += 1,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(ShelfError::at(&entry.path(), error)),
            }
        }
        Ok(removed)
    }
}

fn is_left_over(entry: &fs::DirEntry) -> bool {
    let age = |found: fs::Metadata| found.modified().ok()?.elapsed().ok();
    entry.metadata().ok().filter(fs::Metadata::is_file).and_then(age).is_some_and(|age| age > LEFT_OVER_AFTER)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ABC, empty};
    use super::*;
    use std::time::SystemTime;

    #[test]
    fn only_old_temporary_files_go() {
        let (_around, shelf) = empty();
        shelf.put_reader(&mut &b"abc"[..]).unwrap();
        let two_days_ago = SystemTime::now() - 2 * LEFT_OVER_AFTER;
        for (name, old) in
            [(".incoming-old", true), (".incoming-new", false), (".altered-x-1", true), ("stranger", true)]
        {
            let file = fs::File::create(shelf.root.join(name)).unwrap();
            if old {
                file.set_modified(two_days_ago).unwrap();
            }
        }
        assert_eq!(shelf.sweep_temporary().unwrap(), 1);
        assert!(!shelf.root.join(".incoming-old").exists());
        assert!(shelf.root.join(".incoming-new").exists(), "somebody may be writing it");
        assert!(shelf.root.join(".altered-x-1").exists() && shelf.root.join("stranger").exists());
        assert_eq!(shelf.list().unwrap().map(Result::unwrap).collect::<Vec<_>>(), [ABC]);
    }
}
