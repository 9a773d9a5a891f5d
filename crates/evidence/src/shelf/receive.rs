//! Taking bytes in: a temporary file in the same folder, hashed while written, made durable, then moved under its name.

use super::{INCOMING, Integrity, Kept, SET_ASIDE, Shelf, hex, read_blocks};
use crate::{ShelfError, media::Sniffer};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// Bytes that are whole and durable, but not yet under their name. Dropped, they are gone.
pub(super) struct Received {
    file: NamedTempFile,
    pub(super) sha256: String,
    pub(super) size: u64,
    media_type: String,
}

impl Shelf {
    /// Writes all of `source` into a temporary file of the shelf. `from` is the path to name when reading fails.
    pub(super) fn receive(&self, source: &mut dyn Read, from: &Path) -> Result<Received, ShelfError> {
        self.must_write()?;
        let mut file = self.temporary()?;
        let (mut hasher, mut sniffer, mut size) = (Sha256::new(), Sniffer::default(), 0);
        read_blocks(
            source,
            |error| ShelfError::at_source(from, error),
            |block| {
                hasher.update(block);
                sniffer.take(block);
                size += block.len() as u64;
                file.as_file_mut().write_all(block).map_err(|error| ShelfError::at(&self.root, error))
            },
        )?;
        make_durable(file.as_file()).map_err(|error| ShelfError::at(&self.root, error))?;
        Ok(Received { file, sha256: hex(&hasher.finalize()), size, media_type: sniffer.media_type() })
    }

    /// Moves received bytes under their name, unless they are there already.
    pub(super) fn shelve(&self, received: Received, name: String) -> Result<Kept, ShelfError> {
        let Received { mut file, sha256, size, media_type } = received;
        let path = self.path_of(&sha256)?;
        let kept = |was_there| Kept {
            sha256: sha256.clone(),
            size,
            media_type: media_type.clone(),
            was_there,
            name: name.clone(),
        };
        self.make_folder_of(&path)?;
        // Twice: another writer may shelve the same bytes between the look and the move, or an altered file is in the way.
        for _ in 0..2 {
            match self.check(&sha256)? {
                Integrity::Intact => return Ok(kept(true)),
                Integrity::Changed { .. } => self.set_aside(&sha256, &path)?,
                Integrity::Missing => {}
            }
            match file.persist_noclobber(&path) {
                Ok(_) => {
                    path.parent().map_or(Ok(()), sync_folder)?;
                    return Ok(kept(false));
                }
                Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
                Err(error) => return Err(ShelfError::at(&path, error.error)),
            }
        }
        match self.check(&sha256)? {
            Integrity::Intact => Ok(kept(true)),
            _ => Err(ShelfError::at(&path, io::Error::from(io::ErrorKind::AlreadyExists))),
        }
    }

    fn temporary(&self) -> Result<NamedTempFile, ShelfError> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(INCOMING);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As the person's umask has it, so that a shared workspace stays readable for those who share it.
            builder.permissions(fs::Permissions::from_mode(0o644));
        }
        builder.tempfile_in(&self.root).map_err(|error| ShelfError::at(&self.root, error))
    }

    /// Makes the two-digit folder; refuses one that leads elsewhere, so that nothing is ever written outside the root.
    fn make_folder_of(&self, path: &Path) -> Result<(), ShelfError> {
        let Some(folder) = path.parent() else {
            return Ok(());
        };
        match fs::create_dir(folder) {
            Ok(()) => sync_folder(&self.root),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let found = fs::symlink_metadata(folder).map_err(|error| ShelfError::at(folder, error))?;
                if found.is_dir() {
                    Ok(())
                } else {
                    Err(ShelfError::at(folder, io::Error::from(io::ErrorKind::NotADirectory)))
                }
            }
            Err(error) => Err(ShelfError::at(folder, error)),
        }
    }

    /// Moves what stands under a name that it does not deserve out of the way, to be looked at by a person.
    fn set_aside(&self, sha256: &str, path: &Path) -> Result<(), ShelfError> {
        let aside = (1..u32::MAX)
            .map(|n| self.root.join(format!("{SET_ASIDE}{sha256}-{n}")))
            .find(|aside| fs::symlink_metadata(aside).is_err());
        let Some(aside) = aside else { return Ok(()) };
        fs::rename(path, &aside).map_err(|error| ShelfError::at(&aside, error))
    }
}

/// Read-only and on the disk, in this order, so that the permission is durable too.
fn make_durable(file: &File) -> io::Result<()> {
    let mut permissions = file.metadata()?.permissions();
    permissions.set_readonly(true);
    file.set_permissions(permissions)?;
    file.sync_all()
}

/// A new name is durable only once its folder is; where folders cannot be opened, the file system sees to it.
fn sync_folder(folder: &Path) -> Result<(), ShelfError> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .map_err(|error| ShelfError::at(folder, error))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ABC, damage, empty};
    use super::*;

    /// Gives some bytes, then fails.
    struct Failing(Option<Vec<u8>>, io::ErrorKind);

    impl Read for Failing {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            match self.0.take() {
                Some(bytes) => bytes.as_slice().read(into),
                None => Err(io::Error::from(self.1)),
            }
        }
    }

    #[test]
    fn a_failure_in_the_middle_leaves_nothing_behind() {
        let (_around, shelf) = empty();
        let mut full = Failing(Some(b"half".to_vec()), io::ErrorKind::StorageFull);
        assert!(matches!(shelf.put_reader(&mut full), Err(ShelfError::NoSpace { .. })));
        let mut gone = Failing(Some(b"half".to_vec()), io::ErrorKind::NotFound);
        assert!(matches!(shelf.put_reader(&mut gone), Err(ShelfError::Vanished { .. })));
        let mut broken = Failing(Some(b"half".to_vec()), io::ErrorKind::BrokenPipe);
        assert!(matches!(shelf.put_reader(&mut broken), Err(ShelfError::Io { .. })));
        assert_eq!(fs::read_dir(&shelf.root).unwrap().count(), 0, "no half-written file may stay");
    }

    #[test]
    fn an_altered_file_is_set_aside_when_its_true_bytes_come_again() {
        let (_around, shelf) = empty();
        shelf.put_reader(&mut &b"abc"[..]).unwrap();
        damage(&shelf, ABC, b"abd");
        let kept = shelf.put_reader(&mut &b"abc"[..]).unwrap();
        assert!(!kept.was_there, "altered bytes are not these bytes");
        assert_eq!(shelf.check(ABC).unwrap(), Integrity::Intact);
        assert_eq!(
            fs::read(shelf.root.join(format!("{SET_ASIDE}{ABC}-1"))).unwrap(),
            b"abd",
            "what was altered is kept for a person to look at"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_leads_elsewhere_is_refused() {
        let (around, shelf) = empty();
        let outside = around.path().join("outside");
        fs::create_dir(&outside).unwrap();
        std::os::unix::fs::symlink(&outside, shelf.root.join("ba")).unwrap();
        let refused = shelf.put_reader(&mut &b"abc"[..]);
        assert!(matches!(refused, Err(ShelfError::Io { .. })), "a linked folder must be refused");
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0, "nothing is written outside the shelf");
    }

    #[test]
    fn an_interrupted_read_is_tried_again() {
        struct Interrupted(u8);
        impl Read for Interrupted {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                self.0 += 1;
                match self.0 {
                    1 => Err(io::Error::from(io::ErrorKind::Interrupted)),
                    2 => (&b"abc"[..]).read(into),
                    _ => Ok(0),
                }
            }
        }
        let (_around, shelf) = empty();
        assert_eq!(shelf.put_reader(&mut Interrupted(0)).unwrap().sha256, ABC);
    }
}
