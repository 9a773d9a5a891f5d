//! Citations in a rationale: `[@uuid]` names an excerpt, item or statement.

use std::ops::Range;
use uuid::Uuid;

/// A citation in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Where it stands in the text, in bytes, brackets included.
    pub range: Range<usize>,
    /// What it names; the text between `[@` and `]` if that is no identity.
    pub id: Result<Uuid, String>,
}

/// Every citation of a text, in order.
pub fn citations(text: &str) -> Vec<Citation> {
    let _ = text;
    Vec::new()
}
