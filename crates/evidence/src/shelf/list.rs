//! Listing what is on the shelf.

use super::{Shelf, is_hex};
use crate::ShelfError;
use std::fs;
use std::io;
use std::path::Path;

impl Shelf {
    /// The hashes of all preserved files by their names, in ascending order. Nothing is hashed: [`Shelf::check`] does that.
    /// What is not named like a preserved file (temporary ones, strangers) is passed over. One folder is read at a time.
    ///
    /// # Errors
    /// [`ShelfError::Io`] when the shelf, or later one of its folders, cannot be read. A shelf that does not exist is empty.
    pub fn list(&self) -> Result<impl Iterator<Item = Result<String, ShelfError>> + use<>, ShelfError> {
        let root = self.root.clone();
        let folders = names_in(&root, 2)?;
        Ok(folders.into_iter().flat_map(move |folder| {
            let (names, failure) = match names_in(&root.join(&folder), 62) {
                Ok(names) => (names, None),
                Err(error) => (Vec::new(), Some(Err(error))),
            };
            names.into_iter().map(move |name| Ok(format!("{folder}{name}"))).chain(failure)
        }))
    }
}

/// The names of `length` hexadecimal digits in a folder, sorted.
fn names_in(folder: &Path, length: usize) -> Result<Vec<String>, ShelfError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(ShelfError::at(folder, error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry.map_err(|error| ShelfError::at(folder, error))?.file_name();
        names.extend(name.into_string().ok().filter(|name| is_hex(name, length)));
    }
    names.sort_unstable();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::super::tests::empty;
    use super::*;

    #[test]
    fn all_preserved_files_are_listed_in_order_and_strangers_are_not() {
        let (_around, shelf) = empty();
        let mut expected: Vec<String> =
            (0..40_u8).map(|n| shelf.put_reader(&mut &[n][..]).unwrap().sha256).collect();
        expected.sort_unstable();
        fs::write(shelf.root.join(".incoming-x"), b"").unwrap();
        fs::write(shelf.root.join("aa.txt"), b"").unwrap();
        fs::write(shelf.root.join(&expected[0][..2]).join("Thumbs.db"), b"").unwrap();
        fs::write(shelf.root.join("zz"), b"").unwrap();
        let listed: Vec<String> = shelf.list().unwrap().map(Result::unwrap).collect();
        assert_eq!(listed, expected);
    }
}
