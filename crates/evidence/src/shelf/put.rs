//! Putting a file on the shelf: copied, never moved or linked; the original stays as it is.

use super::{Kept, Shelf};
use crate::ShelfError;
use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::Path;

impl Shelf {
    /// Copies the file at `source` (a link is followed) onto the shelf and returns what it became. When this returns, the bytes are
    /// on the disk under their hash; if the shelf had them, nothing is written.
    ///
    /// # Errors
    /// [`ShelfError::NotAFile`] for folders, pipes, sockets and devices; [`ShelfError::Vanished`] and
    /// [`ShelfError::ChangedWhileReading`] when the source did not hold still; [`ShelfError::NoSpace`]; [`ShelfError::ReadOnly`];
    /// [`ShelfError::Io`]. In all of these cases the shelf is as it was.
    pub fn put(&self, source: &Path) -> Result<Kept, ShelfError> {
        self.put_watched(source, &mut |_, _| true)
    }

    /// Like [`Shelf::put`]; `tell` is called with the bytes copied and the bytes there are, and stops it by `false`.
    ///
    /// # Errors
    /// As [`Shelf::put`], and [`ShelfError::Stopped`].
    pub fn put_watched(
        &self,
        source: &Path,
        tell: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Kept, ShelfError> {
        self.must_write()?;
        // Looked at before it is opened: opening a pipe would wait for a writer.
        let named = fs::metadata(source).map_err(|error| ShelfError::at_source(source, error))?;
        if !named.is_file() {
            return Err(ShelfError::NotAFile { path: source.to_path_buf() });
        }
        let mut file = File::open(source).map_err(|error| ShelfError::at_source(source, error))?;
        let before = file.metadata().map_err(|error| ShelfError::at_source(source, error))?;
        if !before.is_file() {
            return Err(ShelfError::NotAFile { path: source.to_path_buf() });
        }
        let mut watched = Watched { file: &mut file, done: 0, total: before.len(), tell, stopped: false };
        let kept = self.put_open(source, &mut watched, &before);
        if watched.stopped { Err(ShelfError::Stopped) } else { kept }
    }

    /// Takes in whatever `reader` gives until its end. It came without a name, so [`Kept::name`] is empty.
    ///
    /// # Errors
    /// As [`Shelf::put`]; what the reader reports counts like a failure of the disk.
    pub fn put_reader(&self, reader: &mut dyn Read) -> Result<Kept, ShelfError> {
        let received = self.receive(reader, Path::new("(stream)"))?;
        self.shelve(received, String::new())
    }

    /// The copy itself; `reader` gives the bytes of `source`, which looked like `before` when it was opened.
    fn put_open(&self, source: &Path, reader: &mut dyn Read, before: &Metadata) -> Result<Kept, ShelfError> {
        let received = self.receive(reader, source)?;
        let after = fs::metadata(source).map_err(|error| ShelfError::at_source(source, error))?;
        if received.size != before.len() || !is_same(before, &after) {
            return Err(ShelfError::ChangedWhileReading { path: source.to_path_buf() });
        }
        let name = source.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        self.shelve(received, name)
    }
}

/// A file that tells how much of it was read, and reads no further once it is not wanted.
struct Watched<'a> {
    file: &'a mut File,
    done: u64,
    total: u64,
    tell: &'a mut dyn FnMut(u64, u64) -> bool,
    stopped: bool,
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let n = self.file.read(into)?;
        self.done += n as u64;
        if !(self.tell)(self.done, self.total) {
            self.stopped = true;
            return Err(std::io::Error::other("stopped"));
        }
        Ok(n)
    }
}

/// Whether two looks at a path saw the same file in the same state.
fn is_same(before: &Metadata, after: &Metadata) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if (before.dev(), before.ino()) != (after.dev(), after.ino()) {
            return false;
        }
    }
    before.len() == after.len() && before.modified().ok() == after.modified().ok()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ABC, empty};
    use super::*;
    use std::io;
    use std::path::PathBuf;
    use std::time::{Duration, SystemTime};

    /// A file beside the shelf.
    fn source(around: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
        let path = around.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    /// Every file under a folder.
    fn files_under(folder: &Path) -> Vec<PathBuf> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { found.extend(files_under(&path)) } else { found.push(path) }
        }
        found
    }

    /// Gives the bytes of a file, and does something before the last of them.
    struct Meddled<F: FnMut()>(File, F);

    impl<F: FnMut()> Read for Meddled<F> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let n = self.0.read(into)?;
            if n > 0 {
                (self.1)();
            }
            Ok(n)
        }
    }

    /// Puts a file while `meddle` runs in the middle of the copy.
    fn put_meddled(shelf: &Shelf, path: &Path, meddle: impl FnMut()) -> Result<Kept, ShelfError> {
        let file = File::open(path).unwrap();
        let before = file.metadata().unwrap();
        shelf.put_open(path, &mut Meddled(file, meddle), &before)
    }

    #[test]
    fn a_file_is_copied_under_its_hash_and_the_original_stays() {
        let (around, shelf) = empty();
        let path = source(&around, "note.txt", b"abc");
        let kept = shelf.put(&path).unwrap();
        let expected = Kept {
            sha256: ABC.into(),
            size: 3,
            media_type: "text/plain".into(),
            was_there: false,
            name: "note.txt".into(),
        };
        assert_eq!(kept, expected);
        assert_eq!(fs::read(&path).unwrap(), b"abc", "the original is untouched");
        let copy = shelf.path_of(ABC).unwrap();
        assert_eq!(fs::read(&copy).unwrap(), b"abc");
        assert!(fs::metadata(&copy).unwrap().permissions().readonly(), "a preserved file is read-only");
        assert_eq!(
            files_under(&around.path().join("files")),
            std::slice::from_ref(&copy),
            "no temporary file stays"
        );
        fs::write(&path, b"xyz").unwrap();
        assert_eq!(fs::read(copy).unwrap(), b"abc", "it is a copy, not a link to the original");
    }

    #[test]
    fn a_copy_that_is_stopped_leaves_nothing() {
        let (around, shelf) = empty();
        let path = source(&around, "large.bin", &vec![7; 1_000_000]);
        let mut told = Vec::new();
        let stopped = shelf.put_watched(&path, &mut |done, total| {
            told.push((done, total));
            told.len() < 3
        });
        assert!(matches!(stopped, Err(ShelfError::Stopped)), "{stopped:?}");
        assert!(told.iter().all(|(done, total)| done <= total && *total == 1_000_000), "{told:?}");
        assert!(files_under(&around.path().join("files")).is_empty(), "no half file");
        assert!(shelf.put_watched(&path, &mut |_, _| true).is_ok(), "it can be tried again");
    }

    #[test]
    fn equal_bytes_are_kept_once() {
        let (around, shelf) = empty();
        let first = shelf.put(&source(&around, "a.txt", b"abc")).unwrap();
        let second = shelf.put(&source(&around, "b.txt", b"abc")).unwrap();
        assert_eq!(first.sha256, second.sha256);
        assert!(!first.was_there && second.was_there, "the second find must say that it was there");
        assert_eq!(second.name, "b.txt", "each attachment keeps its own name");
        assert_eq!(files_under(&around.path().join("files")).len(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn names_are_metadata_whatever_they_look_like() {
        let (around, shelf) = empty();
        for name in ["..\\..\\evil.txt", "a\u{202e}gpj.exe", "line\nbreak\u{1b}[31m", "-rf", "CON", "~"] {
            let kept = shelf.put(&source(&around, name, name.as_bytes())).unwrap();
            assert_eq!(kept.name, name, "the name is kept as given");
            assert_eq!(
                shelf.path_of(&kept.sha256).unwrap(),
                around.path().join("files").join(&kept.sha256[..2]).join(&kept.sha256[2..])
            );
        }
        use std::os::unix::ffi::OsStrExt;
        let odd = around.path().join(std::ffi::OsStr::from_bytes(b"caf\xe9.txt"));
        fs::write(&odd, b"latin").unwrap();
        assert_eq!(shelf.put(&odd).unwrap().name, "caf\u{fffd}.txt", "what is not Unicode is marked");
    }

    #[test]
    fn what_is_not_there_has_vanished() {
        let (around, shelf) = empty();
        assert!(matches!(shelf.put(&around.path().join("nowhere")), Err(ShelfError::Vanished { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn only_regular_files_are_taken() {
        let (around, shelf) = empty();
        let socket = around.path().join("socket");
        let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let pipe = around.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for path in [around.path(), &socket, &pipe, Path::new("/dev/null")] {
            assert!(
                matches!(shelf.put(path), Err(ShelfError::NotAFile { .. })),
                "{} must be refused",
                path.display()
            );
        }
        assert!(files_under(&around.path().join("files")).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_to_its_file() {
        let (around, shelf) = empty();
        let link = around.path().join("link.txt");
        std::os::unix::fs::symlink(source(&around, "real.txt", b"abc"), &link).unwrap();
        let kept = shelf.put(&link).unwrap();
        assert_eq!((kept.sha256.as_str(), kept.name.as_str()), (ABC, "link.txt"));
        let copy = fs::symlink_metadata(shelf.path_of(ABC).unwrap()).unwrap();
        assert!(copy.is_file(), "the shelf holds the bytes, not the link");
        let dangling = around.path().join("dangling");
        std::os::unix::fs::symlink("nowhere", &dangling).unwrap();
        assert!(matches!(shelf.put(&dangling), Err(ShelfError::Vanished { .. })));
    }

    #[test]
    fn a_source_that_grows_shrinks_or_is_touched_is_refused() {
        let (around, shelf) = empty();
        let path = source(&around, "live.log", b"abc");
        let grown = put_meddled(&shelf, &path, || fs::write(&path, b"abc and more").unwrap());
        assert!(matches!(grown, Err(ShelfError::ChangedWhileReading { .. })), "growth must be seen");
        let shrunk = put_meddled(&shelf, &path, || fs::write(&path, b"a").unwrap());
        assert!(matches!(shrunk, Err(ShelfError::ChangedWhileReading { .. })), "shrinking must be seen");
        let touched = put_meddled(&shelf, &path, || {
            let later = SystemTime::now() + Duration::from_secs(5);
            File::options().write(true).open(&path).unwrap().set_modified(later).unwrap();
        });
        assert!(
            matches!(touched, Err(ShelfError::ChangedWhileReading { .. })),
            "equal size, other time must be seen"
        );
        assert!(files_under(&around.path().join("files")).is_empty(), "nothing of it stays on the shelf");
    }

    #[test]
    fn a_source_that_vanishes_or_is_replaced_in_the_middle_is_refused() {
        let (around, shelf) = empty();
        let path = source(&around, "usb.bin", b"abc");
        let replaced = put_meddled(&shelf, &path, || {
            let time = fs::metadata(&path).unwrap().modified().unwrap();
            let other = source(&around, "other", b"xyz");
            File::options().write(true).open(&other).unwrap().set_modified(time).unwrap();
            fs::rename(other, &path).unwrap();
        });
        if cfg!(unix) {
            assert!(
                matches!(replaced, Err(ShelfError::ChangedWhileReading { .. })),
                "another file of the same size and time must be seen"
            );
        }
        let gone = put_meddled(&shelf, &path, || fs::remove_file(&path).unwrap());
        assert!(matches!(gone, Err(ShelfError::Vanished { .. })));
        assert!(files_under(&around.path().join("files")).is_empty(), "nothing of it stays on the shelf");
    }

    #[test]
    fn larger_files_and_empty_ones_are_kept_whole() {
        let (around, shelf) = empty();
        let large: Vec<u8> = (0..3_000_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        let kept = shelf.put(&source(&around, "large.bin", &large)).unwrap();
        assert_eq!((kept.size, fs::read(shelf.path_of(&kept.sha256).unwrap()).unwrap()), (3_000_000, large));
        let empty = shelf.put(&source(&around, "empty", b"")).unwrap();
        assert_eq!(
            empty.sha256, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "SHA-256 of no bytes"
        );
        assert_eq!(empty.media_type, crate::UNKNOWN_MEDIA_TYPE);
    }
}
