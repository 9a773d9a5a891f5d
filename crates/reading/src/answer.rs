//! What may be asked of a file, what comes back, and how it can fail.

use crate::{Fingerprint, Metadata, Page, Rendition, Text};
use serde::{Deserialize, Serialize};

/// One thing that may be asked of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Want {
    /// The readable text.
    Text,
    /// A copy of an archived page that is safe to show.
    Page,
    /// The metadata, each value with its origin.
    Metadata,
    /// The perceptual hash of a picture.
    Fingerprint,
    /// The picture embedded in the picture's metadata.
    Thumbnail,
    /// How often each brightness occurs, drawn.
    Histogram,
    /// What saving the picture again at this JPEG quality would change, amplified.
    ErrorLevel {
        /// The JPEG quality, 1 to 100.
        quality: u8,
        /// By how much each difference is multiplied.
        scale: u8,
    },
    /// The picture itself as a PNG that is safe to show.
    Picture,
}

/// What came back for one [`Want`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// See [`Want::Text`].
    Text(Text),
    /// See [`Want::Page`].
    Page(Page),
    /// See [`Want::Metadata`].
    Metadata(Metadata),
    /// See [`Want::Fingerprint`].
    Fingerprint(Fingerprint),
    /// A picture that was made: [`Want::Thumbnail`], [`Want::Histogram`], [`Want::ErrorLevel`], [`Want::Picture`].
    Rendition(Rendition),
}

/// Why nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// This kind of file has no such thing: a photograph has no text.
    NotOfThisKind,
    /// The file is damaged, or not what it claims to be.
    Unreadable,
    /// The file is locked with a password.
    Locked,
    /// The file, or what it unpacks to, passes a limit.
    TooLarge,
    /// The reading took longer than it may, or used more memory or processor time than it may.
    Stopped,
    /// The person who asked stopped it.
    Cancelled,
    /// The child could not be started, or its answer makes no sense.
    Failed,
}

impl Problem {
    /// The word that the ledger and the wire use.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotOfThisKind => "not_of_this_kind",
            Self::Unreadable => "unreadable",
            Self::Locked => "locked",
            Self::TooLarge => "too_large",
            Self::Stopped => "stopped",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }
}

/// A reading that gave nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{}: {detail}", problem.code())]
pub struct Failure {
    /// Of what sort.
    pub problem: Problem,
    /// What the parser said, for a person; never matched.
    pub detail: String,
}

impl Failure {
    /// The file is damaged.
    #[must_use]
    pub fn unreadable(detail: impl ToString) -> Self {
        Self { problem: Problem::Unreadable, detail: short(&detail.to_string()) }
    }

    /// A limit is passed.
    #[must_use]
    pub fn too_large(detail: impl ToString) -> Self {
        Self { problem: Problem::TooLarge, detail: short(&detail.to_string()) }
    }

    /// Nothing of the sort in a file of this kind.
    #[must_use]
    pub fn not_of_this_kind(detail: impl ToString) -> Self {
        Self { problem: Problem::NotOfThisKind, detail: short(&detail.to_string()) }
    }

    /// A failure of that sort.
    #[must_use]
    pub fn of(problem: Problem, detail: impl ToString) -> Self {
        Self { problem, detail: short(&detail.to_string()) }
    }
}

/// What a parser says may hold pieces of the file; a line of it is enough, without control characters.
fn short(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(300).collect()
}
