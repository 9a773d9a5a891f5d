//! What goes wrong when a page is fetched or an archive is read.

use std::io;

/// Why a page could not be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Its name leads nowhere, or there is no network.
    Name,
    /// Nobody answers at its address.
    Connection,
    /// The certificate of the server cannot be trusted.
    Certificate,
    /// What came is no HTTP, or broke off.
    Broken,
    /// It leads on and on.
    Redirects,
    /// The proxy of the settings did not let it through.
    Proxy,
    /// The server answered that it does not give the page.
    Status,
}

impl Reach {
    /// One word for each, for others to put into their own words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Connection => "connection",
            Self::Certificate => "certificate",
            Self::Broken => "broken",
            Self::Redirects => "redirects",
            Self::Proxy => "proxy",
            Self::Status => "status",
        }
    }
}

/// What went wrong. Nothing was kept after any of these.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Not an address of a page: no `http` or `https`, no host, or a name and password in it.
    #[error("{address:?} is not the address of a web page")]
    NotAnAddress {
        /// As it was given.
        address: String,
    },
    /// The address leads into this machine or a private network.
    #[error("the address {address} leads to {found}, which is {what}")]
    Refused {
        /// The address that was asked for, or redirected to.
        address: String,
        /// The number or name that is refused.
        found: String,
        /// What it is, in words.
        what: &'static str,
    },
    /// The page could not be reached.
    #[error("the page at {address} cannot be reached: {said}")]
    Unreachable {
        /// The address.
        address: String,
        /// Why.
        why: Reach,
        /// The answer of the server, where it gave one.
        status: Option<u16>,
        /// What was said about it.
        said: String,
    },
    /// More came than is taken.
    #[error("what is at {address} is larger than the {limit} bytes that are taken")]
    TooLarge {
        /// The address.
        address: String,
        /// The limit, in bytes.
        limit: u64,
    },
    /// It took longer than is waited.
    #[error("the page at {address} took longer than {seconds} seconds")]
    TooSlow {
        /// The address.
        address: String,
        /// The limit.
        seconds: u64,
    },
    /// Whoever asked no longer wants it.
    #[error("it was stopped, and nothing was kept")]
    Stopped,
    /// A setting cannot be used.
    #[error("the setting {setting} cannot be used: {said}")]
    Setting {
        /// Which one.
        setting: &'static str,
        /// Why.
        said: String,
    },
    /// A file is not the archive that it says it is, or hides something.
    #[error("this is no archive that can be read: {said}")]
    BadArchive {
        /// Why.
        said: String,
    },
    /// The disk.
    #[error("a file could not be written or read: {0}")]
    Disk(#[from] io::Error),
}

impl Failure {
    pub(crate) fn unreachable(address: &str, why: Reach, said: impl ToString) -> Self {
        Self::Unreachable { address: address.to_owned(), why, status: None, said: said.to_string() }
    }

    pub(crate) fn archive(said: impl ToString) -> Self {
        Self::BadArchive { said: said.to_string() }
    }
}
