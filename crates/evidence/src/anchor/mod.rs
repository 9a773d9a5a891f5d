//! An excerpt's place in a text, and how it is found again after the text was read anew.
//!
//! All positions count Unicode code points, so that they mean the same in every language and after any re-encoding.
//! [`resolve`] says in which order the parts of an anchor are trusted; what is not found where it was is always marked, and what
//! nothing tells apart is lost rather than guessed.

mod approximate;
mod exact;
mod fuzzy;
mod loose;
mod resolve;
mod score;
mod text;

pub use resolve::{By, Resolved};
pub use text::Text;

/// How much of the surroundings an anchor remembers on each side, in code points.
pub const CONTEXT: usize = 32;

/// Where an excerpt stands in a text: its words, what surrounds them, and their position. The bytes are as in the text; nothing is normalised.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The words of the excerpt.
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
    /// Position of its first code point, from 0; none = never placed in a text.
    pub start: Option<usize>,
    /// Position after its last code point.
    pub end: Option<usize>,
    /// Page, counted from 1, in a text whose pages are told apart by form feeds.
    pub page: Option<usize>,
    /// SHA-256 of the text that it was made on, 64 lower-case hex digits.
    pub text_sha256: Option<String>,
}
