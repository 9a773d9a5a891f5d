//! Excerpts as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), out and in; and in from Hypothesis's export.
//!
//! Pure: JSON in, values out, and the other way. Where an excerpt stands in a copy is for others to find.

mod read;
mod selectors;
mod write;

pub use read::{Incoming, Left, Read, ReadError, Units, read};
pub use write::page;

/// The context of every annotation.
pub const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// What an excerpt says, for others to read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Annotation {
    /// Identity, a UUID.
    pub id: String,
    /// Address of the work, if it has one on the web.
    pub address: Option<String>,
    /// Name of the work.
    pub title: Option<String>,
    /// SHA-256 of the preserved copy, in hex digits.
    pub sha256: String,
    /// Media type of the copy.
    pub media_type: String,
    /// When it was captured (instant).
    pub captured: String,
    /// The words; of a region or time span, what is seen or heard there.
    pub quote: String,
    /// Their language (BCP 47).
    pub language: Option<String>,
    /// What stands before them.
    pub prefix: Option<String>,
    /// What stands after them.
    pub suffix: Option<String>,
    /// First code point in the text of the copy, and one past the last.
    pub position: Option<(u64, u64)>,
    /// SHA-256 of that text.
    pub text_sha256: Option<String>,
    /// Page, counted from 1.
    pub page: Option<u64>,
    /// Region of the page or picture: `xywh=percent:x,y,w,h`.
    pub region: Option<String>,
    /// Time span in milliseconds.
    pub span: Option<(u64, u64)>,
    /// Colour.
    pub colour: Option<String>,
    /// Label.
    pub label: Option<String>,
    /// Note.
    pub note: Option<String>,
    /// Translation.
    pub translation: Option<Translation>,
}

/// A translation of an excerpt's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Translation {
    /// The words.
    pub words: String,
    /// Their language (BCP 47).
    pub language: String,
    /// Who translated.
    pub translator: Option<String>,
    /// Where it stands: `draft` or `checked`.
    pub standing: Option<String>,
}
