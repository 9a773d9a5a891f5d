//! The rating scales that come with the app.

/// A scale as it comes with the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// Name.
    pub name: &'static str,
    /// Version, from 1.
    pub version: u32,
    /// What it is for.
    pub description: &'static str,
    /// Made for legal claims, and only for these.
    pub for_law: bool,
    /// Labels, best supported first, those outside the order last.
    pub labels: Vec<PresetLabel>,
}

/// A label of such a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresetLabel {
    /// The words.
    pub name: &'static str,
    /// Its number; the highest is the best supported; none stands outside the order.
    pub number: Option<u32>,
    /// What it means.
    pub meaning: &'static str,
}

/// The scale that a new case uses.
pub const DEFAULT: &str = "Disputed event";

/// Every scale that comes with the app, the default first.
pub fn presets() -> Vec<Preset> {
    Vec::new()
}
