//! What this machine remembers of a workspace, outside the history: who acts here.

use super::{Workspace, write_whole};
use crate::problem::Problem;
use serde::{Deserialize, Serialize};

/// The settings of a workspace on this machine.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Name of the editor who acts.
    pub editor: Option<String>,
}

/// Reads them; what does not read counts as unset.
pub fn read(workspace: &Workspace) -> Settings {
    std::fs::read(workspace.local().join("settings.json"))
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .unwrap_or_default()
}

/// Writes them.
///
/// *Errors*: `io`, `disk_full`.
pub fn write(workspace: &Workspace, settings: &Settings) -> Result<(), Problem> {
    write_whole(&workspace.local().join("settings.json"), &serde_json::to_vec_pretty(settings)?)
}
