//! Re-hashing a preserved file.

use super::{Integrity, Shelf, hash_of};
use crate::ShelfError;

impl Shelf {
    /// Hashes the preserved file again, in bounded memory, and says whether it is still what its name says.
    ///
    /// # Errors
    /// [`ShelfError::BadHash`]; [`ShelfError::Io`] when the file is there but cannot be read.
    pub fn check(&self, sha256: &str) -> Result<Integrity, ShelfError> {
        let (path, mut file) = match self.open_kept(sha256) {
            Ok(Some(opened)) => opened,
            Ok(None) => return Ok(Integrity::Missing),
            Err(ShelfError::NotAFile { .. }) => {
                return Ok(Integrity::Changed { found: String::new() });
            }
            Err(error) => return Err(error),
        };
        let found = hash_of(&mut file, &path)?;
        Ok(if found == sha256 { Integrity::Intact } else { Integrity::Changed { found } })
    }

    /// The size of the preserved file, without reading it; none when it is not there. What is no file has no bytes.
    ///
    /// # Errors
    /// [`ShelfError::BadHash`]; [`ShelfError::Io`] when the folder cannot be read.
    pub fn size_of(&self, sha256: &str) -> Result<Option<u64>, ShelfError> {
        let path = self.path_of(sha256)?;
        match std::fs::symlink_metadata(&path) {
            Ok(found) => Ok(Some(if found.is_file() { found.len() } else { 0 })),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ShelfError::at(&path, error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ABC, damage, empty};
    use super::*;
    use std::fs;

    #[test]
    fn intact_changed_and_missing_are_told_apart() {
        let (_around, shelf) = empty();
        assert_eq!(shelf.check(ABC).unwrap(), Integrity::Missing);
        shelf.put_reader(&mut &b"abc"[..]).unwrap();
        assert_eq!(shelf.check(ABC).unwrap(), Integrity::Intact);
        damage(&shelf, ABC, b"");
        let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(shelf.check(ABC).unwrap(), Integrity::Changed { found: nothing.into() });
        assert!(matches!(shelf.check("abc"), Err(ShelfError::BadHash { .. })));
    }

    #[test]
    fn a_size_is_told_without_reading() {
        let (_around, shelf) = empty();
        assert_eq!(shelf.size_of(ABC).unwrap(), None);
        shelf.put_reader(&mut &b"abc"[..]).unwrap();
        assert_eq!(shelf.size_of(ABC).unwrap(), Some(3));
        assert!(matches!(shelf.size_of("../abc"), Err(ShelfError::BadHash { .. })));
    }

    #[test]
    fn what_is_no_file_counts_as_changed() {
        let (_around, shelf) = empty();
        let path = shelf.path_of(ABC).unwrap();
        fs::create_dir_all(&path).unwrap();
        assert_eq!(shelf.check(ABC).unwrap(), Integrity::Changed { found: String::new() });
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_a_file_counts_as_changed() {
        let (around, shelf) = empty();
        let outside = around.path().join("outside");
        fs::write(&outside, b"abc").unwrap();
        let path = shelf.path_of(ABC).unwrap();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(&outside, &path).unwrap();
        assert_eq!(
            shelf.check(ABC).unwrap(),
            Integrity::Changed { found: String::new() },
            "even if it leads to the same bytes today"
        );
        assert!(matches!(shelf.read(ABC, 9), Err(ShelfError::NotAFile { .. })));
    }
}
