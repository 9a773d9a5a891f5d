//! What the last reading of each preserved file came to: on this machine, outside the history, for it can be done again at any time.

use super::{Workspace, write_whole};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a reading came to. Each word is `read`, `none` (this kind of file has no such thing), or why not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The text.
    pub text: String,
    /// The metadata.
    pub metadata: String,
    /// The perceptual hash of a picture.
    pub picture: String,
    /// What the content credentials come to: `absent`, `invalid`, `valid` or `trusted`; none = this kind of file carries none.
    pub credentials: Option<String>,
    /// When (instant).
    pub at: String,
}

/// What is known of the file of that hash.
pub fn of(workspace: &Workspace, sha256: &str) -> Option<Reading> {
    read(workspace).remove(sha256)
}

fn read(workspace: &Workspace) -> BTreeMap<String, Reading> {
    let text = std::fs::read(workspace.local().join("readings.json")).ok();
    text.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
}

/// Notes what a reading came to. That it could not be noted is no fault of the reading.
pub fn note(workspace: &Workspace, sha256: &str, reading: &Reading) {
    let mut known = read(workspace);
    known.insert(sha256.to_owned(), reading.clone());
    if let Ok(text) = serde_json::to_vec(&known) {
        let _ = write_whole(&workspace.local().join("readings.json"), &text);
    }
}
