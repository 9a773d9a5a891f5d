//! Reading a preserved file whole.

use super::{Shelf, hash_of};
use crate::ShelfError;
use std::io::Read;

impl Shelf {
    /// All bytes of a preserved file, if there are at most `limit` of them. What is returned was hashed again and is what its name says.
    ///
    /// # Errors
    /// [`ShelfError::TooLarge`] (nothing is cut off in silence), [`ShelfError::Missing`], [`ShelfError::Altered`],
    /// [`ShelfError::BadHash`], [`ShelfError::NotAFile`], [`ShelfError::Io`].
    pub fn read(&self, sha256: &str, limit: u64) -> Result<Vec<u8>, ShelfError> {
        let Some((path, file)) = self.open_kept(sha256)? else {
            return Err(ShelfError::Missing { sha256: sha256.to_owned() });
        };
        let size = file.metadata().map_err(|error| ShelfError::at(&path, error))?.len();
        let mut bytes = Vec::with_capacity(usize::try_from(size.min(limit)).unwrap_or(0));
        file.take(limit.saturating_add(1))
            .read_to_end(&mut bytes)
            .map_err(|error| ShelfError::at(&path, error))?;
        let read = bytes.len() as u64;
        if read > limit {
            return Err(ShelfError::TooLarge { sha256: sha256.to_owned(), size: size.max(read), limit });
        }
        let found = hash_of(&mut bytes.as_slice(), &path)?;
        if found != sha256 {
            return Err(ShelfError::Altered { sha256: sha256.to_owned(), found });
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ABC, damage, empty};
    use super::*;

    #[test]
    fn the_bytes_come_back_whole_or_not_at_all() {
        let (_around, shelf) = empty();
        shelf.put_reader(&mut &b"abc"[..]).unwrap();
        assert_eq!(shelf.read(ABC, 3).unwrap(), b"abc");
        assert_eq!(shelf.read(ABC, u64::MAX).unwrap(), b"abc");
        assert!(matches!(shelf.read(ABC, 2), Err(ShelfError::TooLarge { size: 3, limit: 2, .. })));
    }

    #[test]
    fn missing_altered_and_misnamed_files_are_told_apart() {
        let (_around, shelf) = empty();
        assert!(matches!(shelf.read(ABC, 9), Err(ShelfError::Missing { .. })));
        assert!(matches!(shelf.read("abc", 9), Err(ShelfError::BadHash { .. })));
        shelf.put_reader(&mut &b"abc"[..]).unwrap();
        damage(&shelf, ABC, b"abd");
        assert!(
            matches!(shelf.read(ABC, 9), Err(ShelfError::Altered { .. })),
            "altered bytes must never be handed out as the file"
        );
    }
}
