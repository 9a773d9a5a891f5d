//! What a report says that the case itself does not hold, and what was asked of it.

use crate::error::ReportError;
use crate::words::Language;
use claims::ids::{CaptureId, ClaimId, ExcerptId};
use claims::words::{AnchorState, Section};

/// What the caller knows and the case does not hold.
#[derive(Debug, Clone, PartialEq, Default)]
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
    /// The published report that this one corrects.
    pub supersedes: Option<Superseded>,
    /// What was found on the shelf for the captures.
    pub integrity: Vec<FileLine>,
    /// Excerpts that are not where they were marked.
    pub excerpts: Vec<ExcerptLine>,
    /// Claims that are rated, and whose ratings are covered for the reader of this copy; the case is given without these ratings.
    pub covered: Vec<ClaimId>,
    /// The house's logo, if it has one.
    pub logo: Option<Logo>,
    /// Version of the program.
    pub version: String,
}

/// A published report that is corrected by the one at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superseded {
    /// Its number.
    pub number: String,
    /// Why it is corrected.
    pub reason: String,
}

/// A picture that stands in the head of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Its bytes: PNG, JPEG or WebP.
    pub bytes: Vec<u8>,
    /// What they are.
    pub kind: LogoKind,
}

/// What a logo may be: pictures without anything that acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogoKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// WebP.
    Webp,
}

impl LogoKind {
    /// The kind for a media type; none = it is no picture that may stand in a report.
    #[must_use]
    pub fn of(media_type: &str) -> Option<Self> {
        match media_type {
            "image/png" => Some(Self::Png),
            "image/jpeg" => Some(Self::Jpeg),
            "image/webp" => Some(Self::Webp),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
            Self::Webp => "webp",
        }
    }
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

/// An excerpt that is not where it was marked.
#[derive(Debug, Clone, PartialEq)]
pub struct ExcerptLine {
    /// The excerpt.
    pub excerpt: ExcerptId,
    /// What became of it.
    pub state: AnchorState,
    /// For one that moved: how well the place found fits, from 0 to 1.
    pub score: Option<f64>,
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
    /// There is a file of the recorded size; its bytes were not read.
    SizeFits,
    /// Nobody looked.
    NotChecked,
}

/// What was asked of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The sections to write, in this order, each once; the integrity annex, if it is among them, stands at the end.
    pub sections: Vec<Section>,
    /// Language of the report's own words.
    pub language: Language,
    /// A citation that leads nowhere is marked in its place instead of refused: for a preview, never for what leaves the house.
    pub mark_broken: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { sections: Section::ALL.to_vec(), language: Language::English, mark_broken: false }
    }
}

impl Options {
    /// Whether a report can stand in this order.
    ///
    /// # Errors
    /// [`ReportError::Sections`] if none is asked for, one stands twice, or the annex does not stand at the end.
    pub fn check(&self) -> Result<(), ReportError> {
        let refuse = |why: String, hint| Err(ReportError::Sections { why, hint });
        if self.sections.is_empty() {
            return refuse(
                "No section is asked for.".to_owned(),
                "Name at least one, or none at all for the usual ones.",
            );
        }
        for (place, section) in self.sections.iter().enumerate() {
            if self.sections[..place].contains(section) {
                let why = format!("The section “{}” stands twice in the order.", section.as_str());
                return refuse(why, "Name each section once.");
            }
            if *section == Section::Integrity && place + 1 < self.sections.len() {
                let why = format!("The annex “{}” does not stand at the end.", section.as_str());
                return refuse(why, "Put it last, or leave it out.");
            }
        }
        Ok(())
    }
}
