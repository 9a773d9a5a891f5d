//! Of what kind a file is, by its content alone.

use crate::{Failure, bounds};

/// The kinds that are told apart for reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A PDF.
    Pdf,
    /// A page as HTML.
    Html,
    /// A page with its parts in one file, as browsers save it.
    Mhtml,
    /// A picture that can be decoded here.
    Picture,
    /// A picture that is recognised and not decoded, as HEIC; its metadata is read.
    OtherPicture,
    /// Sound.
    Audio,
    /// Moving pictures.
    Video,
    /// A Word document.
    Docx,
    /// A mail message.
    Message,
    /// A web archive, compressed or not.
    Warc,
    /// A packed web archive.
    Wacz,
    /// Text, in whatever encoding.
    Plain,
    /// Anything else.
    Other,
}

impl Kind {
    /// The kind of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self::of_media_type(&evidence::media_type_of(bytes))
    }

    /// The kind that a media type of the shelf stands for.
    #[must_use]
    pub fn of_media_type(media_type: &str) -> Self {
        match media_type {
            "application/pdf" => Self::Pdf,
            "text/html" | "application/xhtml+xml" => Self::Html,
            "multipart/related" => Self::Mhtml,
            "image/jpeg" | "image/png" | "image/webp" | "image/tiff" | "image/gif" => Self::Picture,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => Self::Docx,
            "message/rfc822" => Self::Message,
            "application/warc" => Self::Warc,
            "application/wacz" => Self::Wacz,
            "application/json" | "application/xml" | "image/svg+xml" => Self::Plain,
            other if other.starts_with("text/") => Self::Plain,
            other if other.starts_with("image/") => Self::OtherPicture,
            other if other.starts_with("audio/") => Self::Audio,
            other if other.starts_with("video/") => Self::Video,
            _ => Self::Other,
        }
    }
}

/// The refusal of something that this kind of file has not.
pub fn none(what: &str, kind: Kind) -> Failure {
    Failure::not_of_this_kind(format!("{what} of {kind:?}"))
}

/// Refuses what is longer than it may be.
pub fn within(length: usize, limit: usize, what: &str) -> Result<(), Failure> {
    if length > limit {
        return Err(Failure::too_large(format!("{what} is {length} bytes long; at most {limit} are read")));
    }
    debug_assert!(limit as u64 <= bounds::FILE, "no part is allowed more than a file");
    Ok(())
}
