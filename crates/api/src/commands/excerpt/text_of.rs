//! The text of a capture: the latest one that was read out of it, else the capture itself if it is plain text.

use crate::desk::Desk;
use crate::problem::Problem;
use claims::records::{Capture, CaptureText};
use ledger::Filter;

/// Largest text that is read, in bytes.
const READ_LIMIT: u64 = 32_000_000;

/// Which file on the shelf is the text of a capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// SHA-256 of the file.
    pub sha256: String,
    /// How many pages it has, if that is known.
    pub pages: Option<i64>,
}

/// The text of a capture among these, which stand in the order in which they were made; none if nothing was read out of it yet.
pub fn which(capture: &Capture, texts: &[CaptureText]) -> Option<Which> {
    let latest = texts.iter().rev().find(|text| text.capture_id == capture.uuid && !text.trashed);
    match latest {
        Some(text) => Some(Which { sha256: text.sha256.clone(), pages: text.pages }),
        None if is_plain(&capture.media_type) => Some(Which { sha256: capture.sha256.clone(), pages: None }),
        None => None,
    }
}

/// The text of a capture, as the ledger stands now.
pub fn now(desk: &Desk, capture: &Capture) -> Result<Option<Which>, Problem> {
    let texts: Vec<CaptureText> = desk.ledger.list(&Filter {
        equal: vec![("capture_id", capture.uuid.0)],
        trashed: Some(false),
        ..Filter::default()
    })?;
    Ok(which(capture, &texts))
}

/// Reads it.
///
/// *Errors*: `file_missing` where the file is not on the shelf or has changed; `invalid` for one that is too large.
pub fn read(desk: &Desk, which: &Which) -> Result<String, Problem> {
    let bytes = desk.shelf.read(&which.sha256, READ_LIMIT)?;
    Ok(match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(other) => String::from_utf8_lossy(other.as_bytes()).into_owned(),
    })
}

/// Whether the bytes of a copy are its text.
fn is_plain(media_type: &str) -> bool {
    let kind = media_type.split(';').next().unwrap_or_default().trim();
    kind.starts_with("text/") && !matches!(kind, "text/html" | "text/xml" | "text/rtf")
}
