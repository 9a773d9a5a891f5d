//! The folder `files/` of a workspace: content-addressed, write-once.

mod bring_over;
mod check;
mod list;
mod put;
mod read;
mod receive;
mod sweep;

use crate::ShelfError;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Files on their way in are named like this, beside the two-digit folders, until they are whole.
const INCOMING: &str = ".incoming-";
/// A file found altered when its true bytes came again is set aside under this name, never deleted.
const SET_ASIDE: &str = ".altered-";
/// How much is read at once.
const BLOCK: usize = 128 * 1024;

/// The folder `files/` of a workspace. Cheap to open; holds no lock: writers of equal bytes may meet and both succeed.
#[derive(Debug, Clone)]
pub struct Shelf {
    root: PathBuf,
    read_only: bool,
}

/// What the shelf made of a file that it took in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits: the name of the file from now on.
    pub sha256: String,
    /// In bytes.
    pub size: u64,
    /// By content, [`crate::UNKNOWN_MEDIA_TYPE`] when it could not be told.
    pub media_type: String,
    /// The shelf had these bytes already; nothing was written.
    pub was_there: bool,
    /// The file name as given, control characters and all (what is not Unicode replaced by U+FFFD); empty when it came without one.
    /// Metadata alone: it is never part of a path.
    pub name: String,
}

/// What re-hashing a preserved file found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Integrity {
    /// The bytes are those that the name says.
    Intact,
    /// The bytes are others.
    Changed {
        /// Their SHA-256; empty when what stands there is not a regular file.
        found: String,
    },
    /// There is no such file.
    Missing,
}

impl Shelf {
    /// Opens the shelf at `root` (the workspace's `files/`) for reading and writing, and makes the folder if it is not there.
    ///
    /// # Errors
    /// [`ShelfError::NoSpace`] or [`ShelfError::Io`] when the folder cannot be made.
    pub fn open(root: &Path) -> Result<Self, ShelfError> {
        fs::create_dir_all(root).map_err(|error| ShelfError::at(root, error))?;
        Ok(Self { root: root.to_path_buf(), read_only: false })
    }

    /// Opens the shelf for reading alone. It need not exist: then it is an empty one.
    #[must_use]
    pub fn open_read_only(root: &Path) -> Self {
        Self { root: root.to_path_buf(), read_only: true }
    }

    /// Where the file of this hash lies, or would lie.
    ///
    /// # Errors
    /// [`ShelfError::BadHash`] unless `sha256` is 64 lower-case hexadecimal digits, so that no path can be made out of anything else.
    pub fn path_of(&self, sha256: &str) -> Result<PathBuf, ShelfError> {
        if !is_hex(sha256, 64) {
            return Err(ShelfError::BadHash { given: sha256.to_owned() });
        }
        let (folder, rest) = sha256.split_at(2);
        Ok(self.root.join(folder).join(rest))
    }

    /// Opens a preserved file to read; `None` when it is not there, [`ShelfError::NotAFile`] when something else stands in its place.
    fn open_kept(&self, sha256: &str) -> Result<Option<(PathBuf, File)>, ShelfError> {
        let path = self.path_of(sha256)?;
        let found = match fs::symlink_metadata(&path) {
            Ok(found) => found,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(ShelfError::at(&path, error)),
        };
        if !found.is_file() {
            return Err(ShelfError::NotAFile { path });
        }
        let file = File::open(&path).map_err(|error| ShelfError::at(&path, error))?;
        Ok(Some((path, file)))
    }

    fn must_write(&self) -> Result<(), ShelfError> {
        if self.read_only {
            return Err(ShelfError::ReadOnly { path: self.root.clone() });
        }
        Ok(())
    }
}

/// Whether `text` is exactly `length` lower-case hexadecimal digits.
fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn hex(digest: &[u8]) -> String {
    digest
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect()
}

/// Reads to the end in blocks and hands each to `each`; an interrupted read is tried again.
fn read_blocks<E>(
    source: &mut dyn Read,
    name_error: impl Fn(io::Error) -> E,
    mut each: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(), E> {
    let mut block = vec![0; BLOCK];
    loop {
        match source.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(n) => each(&block[..n])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(name_error(error)),
        }
    }
}

/// SHA-256 of bytes that are at hand, 64 lower-case hex digits.
#[must_use]
pub fn sha256_of_bytes(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// SHA-256 (64 lower-case hex digits) and size in bytes of a file that is not on the shelf.
///
/// *Errors*: [`ShelfError`] where it is not there or cannot be read to its end.
pub fn sha256_of(path: &Path) -> Result<(String, u64), ShelfError> {
    let mut file = File::open(path).map_err(|error| ShelfError::at_source(path, error))?;
    let sha256 = hash_of(&mut file, path)?;
    let size = file.metadata().map_err(|error| ShelfError::at(path, error))?.len();
    Ok((sha256, size))
}

/// SHA-256 of all that `source` gives.
fn hash_of(source: &mut dyn Read, path: &Path) -> Result<String, ShelfError> {
    let mut hasher = Sha256::new();
    read_blocks(
        source,
        |error| ShelfError::at(path, error),
        |block| {
            hasher.update(block);
            Ok(())
        },
    )?;
    Ok(hex(&hasher.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SHA-256 of `abc`, from FIPS 180-2, appendix B.1.
    pub(super) const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /// An empty shelf and the folder around it, which is removed when the test ends.
    pub(super) fn empty() -> (tempfile::TempDir, Shelf) {
        let around = tempfile::tempdir().unwrap();
        let shelf = Shelf::open(&around.path().join("files")).unwrap();
        (around, shelf)
    }

    /// Puts `bytes` over a preserved file, as a faulty disk or a meddler would.
    pub(super) fn damage(shelf: &Shelf, sha256: &str, bytes: &[u8]) {
        let path = shelf.path_of(sha256).unwrap();
        fs::remove_file(&path).unwrap();
        fs::write(&path, bytes).unwrap();
    }

    #[test]
    fn a_path_is_made_of_a_hash_and_nothing_else() {
        let (around, shelf) = empty();
        let path = shelf.path_of(ABC).unwrap();
        assert_eq!(path, around.path().join("files/ba").join(&ABC[2..]));
        let upper = ABC.to_uppercase();
        let climbing = format!("../{}", &ABC[3..]);
        for bad in ["", "ba", &upper, &climbing, &ABC[1..], "../../../../etc/passwd", &format!("{ABC}0")] {
            assert!(
                matches!(shelf.path_of(bad), Err(ShelfError::BadHash { .. })),
                "{bad:?} must not become a path"
            );
        }
    }

    #[test]
    fn a_read_only_shelf_needs_no_folder_and_takes_nothing() {
        let around = tempfile::tempdir().unwrap();
        let root = around.path().join("files");
        let shelf = Shelf::open_read_only(&root);
        assert!(matches!(shelf.put_reader(&mut &b"abc"[..]), Err(ShelfError::ReadOnly { .. })));
        assert!(matches!(shelf.sweep_temporary(), Err(ShelfError::ReadOnly { .. })));
        assert_eq!(shelf.check(ABC).unwrap(), Integrity::Missing);
        assert_eq!(shelf.list().unwrap().count(), 0);
        assert!(!root.exists(), "opening for reading must make nothing");
    }
}
