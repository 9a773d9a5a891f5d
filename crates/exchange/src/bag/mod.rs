//! A bag after BagIt 1.0 (RFC 8493): files under `data/`, and beside them a list of every one with its SHA-256.

mod info;
mod name;
mod write;

pub use info::Info;
pub use write::write;

use std::io;
use std::path::{Path, PathBuf};

/// A file that goes into the bag.
#[derive(Debug, Clone)]
pub struct Part {
    /// Where it lies under `data/`: folders and a name, with `/` between them.
    pub path: String,
    /// Its bytes.
    pub source: Source,
}

/// Where the bytes of a part come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// These bytes.
    Bytes(Vec<u8>),
    /// This file, copied while it is hashed; it has to have this hash.
    File {
        /// The file.
        path: PathBuf,
        /// SHA-256 in lower-case hexadecimal that its bytes must have.
        sha256: String,
    },
}

/// A bag that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many files it holds under `data/`.
    pub files: u64,
    /// How many bytes these have together.
    pub bytes: u64,
    /// SHA-256 of `tagmanifest-sha256.txt`, which covers the list of files, and so all of them.
    pub sha256: String,
}

/// Why no bag was written. Nothing of it is left behind.
#[derive(Debug, thiserror::Error)]
pub enum BagError {
    /// Whoever asked for it no longer wanted it.
    #[error("it was stopped, and nothing was written")]
    Stopped,
    /// Something is there already; a bag never replaces anything.
    #[error("something is there already: {}", path.display())]
    Exists {
        /// What is there.
        path: PathBuf,
    },
    /// A path that a bag must not hold, or one that it holds already.
    #[error("not a path for a bag: {path:?} ({why})")]
    BadPath {
        /// The path, as given.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The preserved file no longer has the bytes that it had.
    #[error("{} was altered: it should hash to {wanted} and hashes to {found}", path.display())]
    Altered {
        /// The file.
        path: PathBuf,
        /// The hash that it should have.
        wanted: String,
        /// The hash that it has.
        found: String,
    },
    /// Anything that the operating system reported.
    #[error("{}: {source}", path.display())]
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> BagError + '_ {
    move |source| BagError::Io { path: path.to_path_buf(), source }
}
