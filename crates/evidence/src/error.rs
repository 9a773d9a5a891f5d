//! What can go wrong at the shelf, each situation by its name.

use std::io;
use std::path::{Path, PathBuf};

/// Why the shelf refused or failed. Nothing is left behind on the shelf after any of these.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// Whoever asked for it no longer wanted it.
    #[error("it was stopped, and nothing was kept")]
    Stopped,
    /// A folder, pipe, socket or device was given where a file was asked for.
    #[error("not a file: {}", path.display())]
    NotAFile {
        /// What was given.
        path: PathBuf,
    },
    /// The source was not there, or went away while it was being copied.
    #[error("the file is not there: {}", path.display())]
    Vanished {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Somebody wrote to the source, or put another file in its place, while it was being copied.
    #[error("the file changed while it was being copied: {}", path.display())]
    ChangedWhileReading {
        /// The source.
        path: PathBuf,
    },
    /// The disk, or the quota on it, is full.
    #[error("no space left to write in {}", path.display())]
    NoSpace {
        /// Where was to be written.
        path: PathBuf,
    },
    /// Not a SHA-256 in 64 lower-case hexadecimal digits.
    #[error("not a SHA-256 in lower-case hexadecimal: {given:?}")]
    BadHash {
        /// What was given instead, as it was.
        given: String,
    },
    /// The shelf has no file of this hash.
    #[error("no preserved file {sha256}")]
    Missing {
        /// The hash asked for.
        sha256: String,
    },
    /// The file of this name no longer has the bytes that its name says.
    #[error("the preserved file {sha256} was altered; its bytes now hash to {found:?}")]
    Altered {
        /// The hash asked for.
        sha256: String,
        /// The hash of what is there; empty when it is not a regular file.
        found: String,
    },
    /// The file is larger than the reader was ready to take.
    #[error("the preserved file {sha256} has {size} bytes, more than the {limit} allowed here")]
    TooLarge {
        /// The hash asked for.
        sha256: String,
        /// Its size in bytes.
        size: u64,
        /// What the caller allowed, in bytes.
        limit: u64,
    },
    /// The shelf was opened for reading alone.
    #[error("the shelf is open for reading alone: {}", path.display())]
    ReadOnly {
        /// The folder of the shelf.
        path: PathBuf,
    },
    /// Anything else that the operating system reported.
    #[error("{}: {source}", path.display())]
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

impl ShelfError {
    /// Names what happened at `path`: a full disk or quota is [`ShelfError::NoSpace`], the rest [`ShelfError::Io`].
    pub(crate) fn at(path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoSpace { path },
            _ => Self::Io { path, source },
        }
    }

    /// The same for the source of a copy, where "not found" means that it vanished.
    pub(crate) fn at_source(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound => Self::Vanished { path: path.to_path_buf() },
            _ => Self::at(path, source),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_full_quota_are_no_space() {
        for kind in [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded] {
            let error = ShelfError::at(Path::new("files"), io::Error::from(kind));
            assert!(matches!(error, ShelfError::NoSpace { .. }), "{kind:?} must read as a full disk");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_kernels_own_full_device_is_no_space() {
        use std::io::Write;
        let mut full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let said = full.write_all(b"x").unwrap_err();
        let error = ShelfError::at(Path::new("/dev/full"), said);
        assert!(matches!(error, ShelfError::NoSpace { .. }), "ENOSPC must read as a full disk");
    }

    #[test]
    fn other_errors_keep_their_path_and_cause() {
        let error = ShelfError::at(Path::new("a/b"), io::Error::from(io::ErrorKind::PermissionDenied));
        assert!(error.to_string().starts_with("a/b: "), "the path must be told: {error}");
        let gone = ShelfError::at_source(Path::new("a/b"), io::Error::from(io::ErrorKind::NotFound));
        assert!(matches!(gone, ShelfError::Vanished { .. }), "a source that is not there has vanished");
    }
}
