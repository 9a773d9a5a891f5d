//! The report as Typst source, for a tagged PDF.

use crate::document::Model;

/// A Typst source with the files that it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypstJob {
    /// The source.
    pub source: String,
    /// Files by the path that the source uses.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// The report as Typst source.
#[must_use]
pub fn typst(model: &Model) -> TypstJob {
    let _ = model;
    TypstJob { source: String::new(), assets: Vec::new() }
}
