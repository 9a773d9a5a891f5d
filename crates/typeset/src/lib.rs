//! Typst source in, tagged PDF out: PDF/UA-1, with embedded fonts, the same bytes for the same job, and nothing from outside.
//!
//! The source sees its assets and the fonts of this crate; there are no packages, no file system, no network and no clock.
//! The families, by the names that a source uses for them:
//!
//! | family | weights and styles | for |
//! |---|---|---|
//! | `"Source Serif 4"` | 400, 400 italic, 600, 600 italic | text: Latin, Cyrillic, Greek (the default) |
//! | `"Source Sans 3"` | 400, 400 italic, 600 | labels, tables, headings |
//! | `"Noto Naskh Arabic"` | 400, 700 | Arabic script |
//! | `"Noto Serif Hebrew"` | 400, 700 | Hebrew |
//! | `"Source Code Pro"` | 400 | hashes, identifiers, URLs |
//!
//! Name the families of other scripts after the main one (`font: ("Source Serif 4", "Noto Naskh Arabic", "Noto Serif Hebrew")`):
//! each character is set in the first that has it. A block that runs from right to left wants `text(lang: "ar", dir: rtl)` (or
//! `lang` alone: Typst knows the direction of Arabic, Persian, Urdu and Hebrew) and its own family first. Raw text needs
//! `#show raw: set text(font: "Source Code Pro")`.
//!
//! PDF/UA asks of the source: `#set document(title: …)`, `#set text(lang: …)`, `alt:` on every picture and equation, headings
//! that skip no level, and `table.header` for what heads a table. What is missing comes back as [`TypesetError::Refused`].

mod error;
mod fonts;
mod glyphs;
mod print;
#[cfg(test)]
mod tests;
mod world;

pub use error::{Remark, TypesetError};
pub use glyphs::missing_glyphs;
pub use print::{Printed, pdf, print};

/// One file that the source may refer to (a picture, a logo).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// How the source names it, with `/` between folders: `image("logo.svg")` means `logo.svg`. It never touches a file system.
    pub path: String,
    /// The content of the file.
    pub bytes: Vec<u8>,
}

/// What goes into a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// The Typst source.
    pub source: String,
    /// The files that the source may refer to; nothing else can be reached.
    pub assets: Vec<Asset>,
    /// Date of the document as year, month, day in UTC; also what the source sees as today. `None` leaves the PDF without a date.
    pub date: Option<(i32, u8, u8)>,
    /// Names this document stably, for the identifier in the PDF. It is hashed, not shown.
    pub identifier: String,
}
