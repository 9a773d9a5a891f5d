//! What the last check found of each preserved file: on this machine, outside the history, and never taken for a check.

use super::{Workspace, write_whole};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// `intact`, `changed` or `missing`.
    pub state: String,
    /// When (instant).
    pub at: String,
}

/// What is known, by hash; nothing where nothing reads.
pub fn read(workspace: &Workspace) -> BTreeMap<String, Checked> {
    let text = std::fs::read(workspace.local().join("checked.json")).ok();
    text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

/// Notes what a check found. That it could not be noted is no fault of the check.
pub fn note<'a>(
    workspace: &Workspace,
    found: impl IntoIterator<Item = (&'a str, &'a str)>,
    at: DateTime<Utc>,
) {
    let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let mut known = read(workspace);
    for (hash, state) in found {
        known.insert(hash.to_owned(), Checked { state: state.to_owned(), at: at.clone() });
    }
    if let Ok(text) = serde_json::to_vec(&known) {
        let _ = write_whole(&workspace.local().join("checked.json"), &text);
    }
}
