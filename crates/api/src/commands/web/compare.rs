//! Two captures of one page, compared by their text: what changed, and which excerpts it touches.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record;
use crate::table::{Command, command};
use crate::wire::{answer, wire};
use claims::ids::{CaptureId, ExcerptId};
use claims::records::{Capture, Excerpt};
use claims::words::{CapturePart, ExcerptKind};
use ledger::Filter;
use web::Became;

/// Largest text that is compared, in bytes.
const LARGEST: u64 = 20_000_000;
/// How many places are answered.
const MOST: usize = 500;

wire! {
    /// Compares two captures of one item.
    pub struct WebCompare {
        /// The earlier one, or any part of it.
        pub before_id: CaptureId,
        /// The later one, or any part of it.
        pub after_id: CaptureId,
    }
}

answer! {
    /// What changed between two captures.
    pub struct WebCompared {
        /// The text of the earlier one.
        pub before: Capture,
        /// The text of the later one.
        pub after: Capture,
        /// Whether the texts are the same, letter by letter.
        pub same: bool,
        /// The places where they differ, in their order; at most 500.
        pub changes: Vec<WebChange>,
        /// How many places there are.
        pub places: u32,
        /// Excerpts of the earlier one whose words the later one no longer has.
        pub touched: Vec<TouchedExcerpt>,
        /// How many excerpts of the earlier one stand in the later one as they are.
        pub standing: u32,
    }

    /// A place where two texts differ.
    pub struct WebChange {
        /// Its words, in their order.
        pub parts: Vec<WebWords>,
    }

    /// Words, and what became of them.
    pub struct WebWords {
        /// `same`, `gone` or `new`.
        pub became: String,
        /// The words.
        pub words: String,
    }

    /// An excerpt that a change touches.
    pub struct TouchedExcerpt {
        /// The excerpt.
        pub id: ExcerptId,
        /// Its words.
        pub name: String,
        /// The capture that it is of.
        pub capture_id: CaptureId,
    }
}

/// The captures that were made together with one.
fn together(desk: &Desk, capture: &Capture) -> Result<Vec<Capture>, Problem> {
    let root = capture.made_from_id.unwrap_or(capture.uuid);
    let of_item: Vec<Capture> = desk.ledger.list(&Filter {
        equal: vec![("item_id", capture.item_id.0)],
        trashed: Some(false),
        ..Filter::default()
    })?;
    Ok(of_item.into_iter().filter(|one| one.uuid == root || one.made_from_id == Some(root)).collect())
}

fn text_of(desk: &Desk, id: CaptureId, field: &str) -> Result<(Capture, Vec<Capture>, String), Problem> {
    let capture = record::found::<Capture>(desk, id.0)?;
    let all = together(desk, &capture)?;
    let plain = |one: &&Capture| one.part == Some(CapturePart::Text) || one.media_type == "text/plain";
    let text = all.iter().find(|one| one.part == Some(CapturePart::Text)).or_else(|| all.iter().find(plain));
    let text = text.cloned().ok_or_else(|| {
        Problem::new(Code::Invalid, "this capture has no text to compare")
            .field(field)
            .hint("Choose captures of a page that were fetched.")
    })?;
    let bytes = desk.shelf.read(&text.sha256, LARGEST)?;
    Ok((text, all, String::from_utf8_lossy(&bytes).into_owned()))
}

fn compare(desk: &mut Desk, _: &Context, request: WebCompare) -> Result<WebCompared, Problem> {
    let (before, of_before, earlier) = text_of(desk, request.before_id, "before_id")?;
    let (after, _, later) = text_of(desk, request.after_id, "after_id")?;
    if before.item_id != after.item_id {
        return Err(Problem::new(Code::Invalid, "these are captures of two items")
            .field("after_id")
            .hint("Compare captures of one page."));
    }
    let changes = web::changes(&earlier, &later);
    let words = squeezed(&later);
    let (mut touched, mut standing) = (Vec::new(), 0);
    for capture in &of_before {
        let excerpts: Vec<Excerpt> = desk.ledger.list(&Filter {
            equal: vec![("capture_id", capture.uuid.0)],
            trashed: Some(false),
            ..Filter::default()
        })?;
        for excerpt in excerpts.into_iter().filter(|excerpt| excerpt.kind == ExcerptKind::Text) {
            if words.contains(&squeezed(&excerpt.quote)) {
                standing += 1;
            } else {
                touched.push(TouchedExcerpt {
                    id: excerpt.uuid,
                    name: excerpt.quote,
                    capture_id: capture.uuid,
                });
            }
        }
    }
    Ok(WebCompared {
        same: earlier == later,
        places: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        changes: changes
            .into_iter()
            .take(MOST)
            .map(|change| WebChange {
                parts: change
                    .parts
                    .into_iter()
                    .map(|(became, words)| WebWords { became: word(became).to_owned(), words })
                    .collect(),
            })
            .collect(),
        before,
        after,
        touched,
        standing,
    })
}

fn word(became: Became) -> &'static str {
    match became {
        Became::Same => "same",
        Became::Gone => "gone",
        Became::New => "new",
    }
}

/// Words with one blank between them: a line that was broken elsewhere is no change of words.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "web.compare", WebCompare => WebCompared, compare, "Compares two captures of one page by their text: what changed, and which excerpts of the earlier one lost their words."),
    ]
}
