//! The crate as its callers use it: source in, PDF out, and what comes back when something is wrong.

mod glyphs;
mod languages;
mod structure;
mod wrong;

use crate::Job;

/// A job of `body`, with what PDF/UA asks of every document.
fn job(body: &str) -> Job {
    let source = format!("#set document(title: \"Test\")\n#set text(lang: \"en\")\n{body}");
    Job { source, assets: Vec::new(), date: Some((2017, 4, 4)), identifier: "test".into() }
}

/// Whether the bytes hold this text.
fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
