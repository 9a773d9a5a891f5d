//! How far a fetch may go: whom it may ask, how long, how much, and under what name.

use std::time::Duration;

/// Sizes in bytes, times, and numbers that one capture keeps within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// One answer as it comes over the line.
    pub one: u64,
    /// All answers of a capture together.
    pub all: u64,
    /// What is unpacked out of one answer, and the largest page or style sheet that is read.
    pub text: u64,
    /// The self-contained copy; what no longer fits is left out of it and stays in the archive.
    pub copy: u64,
    /// Time for one answer.
    pub one_time: Duration,
    /// Time for a capture.
    pub all_time: Duration,
    /// How many resources a page may bring.
    pub resources: usize,
    /// How many redirects are followed.
    pub redirects: usize,
    /// How many answers are on their way at once.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            one: 50_000_000,
            all: 300_000_000,
            text: 16_000_000,
            copy: 150_000_000,
            one_time: Duration::from_secs(30),
            all_time: Duration::from_secs(180),
            resources: 500,
            redirects: 10,
            at_once: 6,
        }
    }
}

/// The rules of a fetch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The name under which servers are asked.
    pub user_agent: String,
    /// Address of a proxy (`http://` or `https://`, with a name and password where it wants one).
    pub proxy: Option<String>,
    /// Certificates (PEM) that are trusted beside those of the public web.
    pub certificates: Option<Vec<u8>>,
    /// Whether this machine and private networks may be asked.
    pub private: bool,
    /// How far it may go.
    pub limits: Limits,
}

/// The name under which servers are asked unless the settings say another.
pub const USER_AGENT: &str =
    concat!("Mozilla/5.0 (compatible; Counterclaim/", env!("CARGO_PKG_VERSION"), ")");

impl Default for Rules {
    fn default() -> Self {
        Self {
            user_agent: USER_AGENT.to_owned(),
            proxy: None,
            certificates: None,
            private: false,
            limits: Limits::default(),
        }
    }
}
