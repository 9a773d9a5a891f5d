//! What this machine allows of the network, and how it asks: outside the history, like drafts.

use super::{Workspace, write_whole};
use crate::problem::{Code, Problem};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::time::Duration;
use web::{Limits, Rules};

/// The settings of the network; what is not set is as the program has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Network {
    /// Whether the whole network is off.
    pub off: bool,
    /// Whether this machine and private networks may be asked.
    pub private: bool,
    /// The name under which servers are asked.
    pub user_agent: Option<String>,
    /// Address of a proxy.
    pub proxy: Option<String>,
    /// A file of certificates (PEM) that are trusted beside those of the public web.
    pub certificates: Option<PathBuf>,
    /// Largest answer, in megabytes.
    pub one_megabytes: Option<u64>,
    /// All answers of a capture, in megabytes.
    pub all_megabytes: Option<u64>,
    /// Time for one answer, in seconds.
    pub one_seconds: Option<u64>,
    /// Time for a capture, in seconds.
    pub all_seconds: Option<u64>,
    /// How many things a page may bring.
    pub resources: Option<u64>,
    /// Whether pages may be saved to the Wayback Machine when a person asks for it.
    pub wayback: bool,
    /// A file with the two keys of an account there, parted by a blank or a line.
    pub wayback_keys: Option<PathBuf>,
    /// The service, where it is not the Internet Archive's own.
    pub wayback_service: Option<String>,
}

impl Network {
    /// Reads them; what does not read counts as unset, and then the network is off until it is set anew.
    pub fn read(workspace: &Workspace) -> Self {
        match std::fs::read(workspace.local().join("network.json")) {
            Ok(text) => serde_json::from_slice(&text).unwrap_or(Self { off: true, ..Self::default() }),
            Err(_) => Self::default(),
        }
    }

    /// Writes them.
    ///
    /// *Errors*: `io`, `disk_full`.
    pub fn write(&self, workspace: &Workspace) -> Result<(), Problem> {
        write_whole(&workspace.local().join("network.json"), &serde_json::to_vec_pretty(self)?)
    }

    /// The rules of a fetch.
    ///
    /// *Errors*: `network_off`; `file_missing` for a file of certificates that does not read.
    pub fn rules(&self) -> Result<Rules, Problem> {
        if self.off {
            return Err(Problem::new(Code::NetworkOff, "the network is turned off for this workspace")
                .hint("Turn it on in Settings, Network; pages are fetched only when you ask for it."));
        }
        let limits = self.limits();
        let certificates = match &self.certificates {
            Some(path) => Some(small_file(path, 5_000_000)?),
            None => None,
        };
        let user_agent = self.user_agent.clone().unwrap_or_else(|| web::USER_AGENT.to_owned());
        Ok(Rules { user_agent, proxy: self.proxy.clone(), certificates, private: self.private, limits })
    }

    /// The limits in force.
    pub fn limits(&self) -> Limits {
        let given = Limits::default();
        let bytes =
            |set: Option<u64>, other| set.map_or(other, |megabytes| megabytes.saturating_mul(1_000_000));
        let time = |set: Option<u64>, other| set.map_or(other, Duration::from_secs);
        Limits {
            one: bytes(self.one_megabytes, given.one),
            all: bytes(self.all_megabytes, given.all),
            one_time: time(self.one_seconds, given.one_time),
            all_time: time(self.all_seconds, given.all_time),
            resources: self
                .resources
                .map_or(given.resources, |count| usize::try_from(count).unwrap_or(usize::MAX)),
            ..given
        }
    }
}

/// A file that a setting names.
pub fn small_file(path: &std::path::Path, largest: u64) -> Result<Vec<u8>, Problem> {
    use std::io::Read;
    let missing = |said: String| {
        Problem::new(Code::FileMissing, format!("{}: {said}", path.display()))
            .hint("Name another file in Settings, Network, or take it out.")
    };
    let file = std::fs::File::open(path).map_err(|error| missing(error.to_string()))?;
    let mut bytes = Vec::new();
    file.take(largest + 1).read_to_end(&mut bytes).map_err(|error| missing(error.to_string()))?;
    if bytes.len() as u64 > largest {
        return Err(missing(format!("it is larger than {largest} bytes")));
    }
    Ok(bytes)
}
