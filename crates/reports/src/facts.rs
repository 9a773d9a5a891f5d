//! What a report says that the case itself does not hold, and what was asked of it.

use claims::ids::CaptureId;
use claims::words::Section;

/// What the caller knows and the case does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The last operation of each device at the position shown, in the order in which they are to be printed.
    pub heads: Vec<HeadLine>,
    /// Hash of the operation at which the case is shown, 64 lower-case hex digits.
    pub operation_hash: String,
    /// Its time (UTC, RFC 3339).
    pub operation_time: String,
    /// Shown by what was public on this day (YYYY-MM-DD); none = everything recorded.
    pub known_by: Option<String>,
    /// Number of a published report; none = an export that is not published.
    pub number: Option<String>,
    /// What was found on the shelf for the captures.
    pub integrity: Vec<FileLine>,
    /// Version of the program.
    pub version: String,
}

/// The last operation of one device's chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadLine {
    /// Short label of the device.
    pub device: String,
    /// Number of the operation in that chain, from 1.
    pub n: u64,
    /// Its hash, 64 lower-case hex digits.
    pub hash: String,
    /// Its time (UTC, RFC 3339).
    pub time: String,
}

/// What was found on the shelf for one capture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// The capture.
    pub capture: CaptureId,
    /// SHA-256 recorded for it.
    pub sha256: String,
    /// Size recorded for it, in bytes.
    pub size: u64,
    /// What its file is like now.
    pub state: FileState,
}

/// What a preserved file is like, compared with what was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// The bytes are those recorded.
    Intact,
    /// The bytes are others.
    Changed,
    /// There is no file.
    Missing,
    /// Nobody looked.
    NotChecked,
}

/// What was asked of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The sections to write, each at most once; they always stand in their usual order.
    pub sections: Vec<Section>,
    /// Language of the report's own words (BCP 47); only `en` so far.
    pub language: &'static str,
}

impl Default for Options {
    fn default() -> Self {
        Self { sections: Section::ALL.to_vec(), language: "en" }
    }
}
