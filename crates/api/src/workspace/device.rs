//! The identity of this device: in the platform's config folder, not in the workspace, so that a copied workspace starts a chain of its own.

use super::{io, write_whole};
use crate::problem::{Code, Problem};
use claims::ids::DeviceId;
use ledger::Identity;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

#[derive(Serialize, Deserialize)]
struct Stored {
    uuid: DeviceId,
    name: String,
}

/// The config folder: the one given, else `COUNTERCLAIM_CONFIG`, else the platform's.
///
/// *Errors*: `io` where the platform tells none.
pub fn config_folder(given: Option<PathBuf>) -> Result<PathBuf, Problem> {
    given
        .or_else(|| {
            std::env::var_os("COUNTERCLAIM_CONFIG").filter(|value| !value.is_empty()).map(PathBuf::from)
        })
        .or_else(|| {
            directories::ProjectDirs::from("org", "", "Counterclaim")
                .map(|dirs| dirs.config_dir().to_path_buf())
        })
        .ok_or_else(|| {
            Problem::new(Code::Io, "this system tells no folder for settings")
                .hint("Set COUNTERCLAIM_CONFIG.")
        })
}

/// The identity stored there; made and stored if there is none.
///
/// *Errors*: `io`; `damaged` for a file that does not read.
pub fn identity(folder: &Path, around: &dyn ledger::Surroundings) -> Result<Identity, Problem> {
    let path = folder.join("device.json");
    match std::fs::read(&path) {
        Ok(text) => {
            let stored: Stored = serde_json::from_slice(&text).map_err(|error| {
                Problem::new(Code::Damaged, format!("{} does not read: {error}", path.display()))
                    .hint("Move it away: this device then starts a new chain, and every old one stays valid.")
            })?;
            Ok(Identity { uuid: stored.uuid, name: stored.name })
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder).map_err(|error| io(folder, &error))?;
            let uuid = DeviceId(around.id());
            let salt = around.salt();
            let name = salt
                .iter()
                .take(3)
                .map(|byte| char::from(b"ABCDEFGHJKMNPQRSTVWXYZ23456789"[usize::from(*byte) % 30]))
                .collect();
            let stored = Stored { uuid, name };
            write_whole(&path, &serde_json::to_vec_pretty(&stored)?)?;
            Ok(Identity { uuid: stored.uuid, name: stored.name })
        }
        Err(error) => Err(io(&path, &error)),
    }
}
