//! Capturing a page: the page and what it needs are fetched by a few threads, and written down by one.

mod gather;
mod keep;

pub use gather::capture;

use crate::net::Names;
use crate::rules::Rules;
use chrono::{DateTime, Utc};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempPath;

/// What is asked for.
pub struct Wish<'a> {
    /// The address of the page.
    pub address: &'a str,
    /// How far it may go.
    pub rules: Rules,
    /// Who knows the numbers of names.
    pub names: Arc<dyn Names>,
    /// Where files are put together, on a disk with room.
    pub folder: &'a Path,
    /// Name and version of the program.
    pub software: &'a str,
    /// Who captures.
    pub operator: Option<&'a str>,
    /// Why.
    pub reason: Option<&'a str>,
}

/// How far a capture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// How many answers came.
    pub done: usize,
    /// Of how many that are known to be needed by now.
    pub total: usize,
}

/// A redirect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// From here.
    pub from: String,
    /// To here.
    pub to: String,
    /// With this status.
    pub status: u16,
}

/// What a page needs and could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// The address.
    pub address: String,
    /// Why, in plain words.
    pub why: String,
}

/// A page that was captured. Its files go away with it, unless they are kept elsewhere.
#[derive(Debug)]
pub struct Captured {
    /// The address that was asked for.
    pub address: String,
    /// Where it led to.
    pub final_address: String,
    /// The redirects of the page, in their order.
    pub redirects: Vec<Redirect>,
    /// When the first question went out.
    pub started: DateTime<Utc>,
    /// When the last answer came.
    pub ended: DateTime<Utc>,
    /// The title of the page.
    pub title: Option<String>,
    /// The media type of the page, as the server says.
    pub media_type: String,
    /// The archive (WACZ).
    pub archive: TempPath,
    /// The copy for reading (HTML); none where the address leads to another kind of file.
    pub page: Option<TempPath>,
    /// The text of the page.
    pub text: Option<TempPath>,
    /// The file itself, where the address leads to no page, and the name under which it came.
    pub file: Option<(TempPath, String)>,
    /// How many answers the archive has.
    pub kept: usize,
    /// What could not be kept.
    pub missing: Vec<Missing>,
}
