//! Where excerpts stand in the text that their capture has now.

use super::text_of;
use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record;
use crate::wire::{answer, wire};
use claims::ids::{CaptureId, CaseId, ExcerptId, ItemId};
use claims::records::{Capture, CaptureText, Excerpt};
use claims::words::{AnchorState, ExcerptKind};
use evidence::anchor::{Anchor, By, Resolved, Text};
use ledger::Filter;
use std::collections::BTreeMap;
use uuid::Uuid;

wire! {
    /// Which excerpts are looked for: those of one capture, or of one case.
    pub struct Resolve {
        /// Those of this capture …
        pub capture_id: Option<CaptureId>,
        /// … or of this case.
        pub case_id: Option<CaseId>,
        /// The case as of this position (an operation's id, or a time). None = now.
        pub as_of: Option<String>,
    }
}

answer! {
    /// Where an excerpt stands.
    pub struct ExcerptPlace {
        /// The excerpt.
        pub id: ExcerptId,
        /// Its first words.
        pub name: String,
        /// Its capture.
        pub capture_id: CaptureId,
        /// The item of that.
        pub item_id: ItemId,
        /// What became of it.
        pub state: AnchorState,
        /// Where it begins now, in Unicode code points of the text.
        pub start: Option<u32>,
        /// One past where it ends.
        pub stop: Option<u32>,
        /// Page, counted from 1, in a text whose pages are told apart.
        pub page_number: Option<u32>,
        /// For one that moved: how well the place fits, from 0 to 1.
        pub score: Option<f64>,
        /// For one that moved: `words` (letter by letter), `loosely` (but for white space, hyphens and how letters are written) or `fuzzily`.
        pub by: Option<String>,
        /// For one that moved: the words that stand there now.
        pub found: Option<String>,
        /// SHA-256 of the text that it was looked for in.
        pub text_sha256: Option<String>,
    }
}

/// The excerpts, captures and texts in which they are looked for.
pub(in crate::commands) struct Asked<'a> {
    pub excerpts: &'a [Excerpt],
    pub captures: &'a [Capture],
    pub texts: &'a [CaptureText],
}

pub(super) fn resolve(
    desk: &mut Desk,
    context: &Context,
    request: Resolve,
) -> Result<Vec<ExcerptPlace>, Problem> {
    match (request.capture_id, request.case_id) {
        (Some(capture), None) => {
            let capture = record::found::<Capture>(desk, capture.0)?;
            let of = |trashed| Filter {
                equal: vec![("capture_id", capture.uuid.0)],
                trashed,
                ..Filter::default()
            };
            let excerpts = desk.ledger.list(&of(Some(false)))?;
            let texts = desk.ledger.list(&of(Some(false)))?;
            let captures = [capture];
            resolve_all(desk, context, &Asked { excerpts: &excerpts, captures: &captures, texts: &texts })
        }
        (None, Some(case)) => {
            let case = at::case(desk, case, request.as_of.as_deref(), None)?.living();
            let asked =
                Asked { excerpts: &case.excerpts, captures: &case.captures, texts: &case.capture_texts };
            resolve_all(desk, context, &asked)
        }
        _ => Err(Problem::new(Code::Invalid, "name a capture or a case, one of them").field("capture_id")),
    }
}

/// Where each of these stands. A text is read only where an excerpt was made on another one.
pub(in crate::commands) fn resolve_all(
    desk: &Desk,
    context: &Context,
    asked: &Asked<'_>,
) -> Result<Vec<ExcerptPlace>, Problem> {
    let mut of: BTreeMap<Uuid, Vec<&Excerpt>> = BTreeMap::new();
    for excerpt in asked.excerpts {
        of.entry(excerpt.capture_id.0).or_default().push(excerpt);
    }
    let mut places: BTreeMap<Uuid, ExcerptPlace> = BTreeMap::new();
    for (done, capture) in asked.captures.iter().enumerate() {
        context.step("excerpts", done as u64, asked.captures.len() as u64)?;
        let Some(excerpts) = of.get(&capture.uuid.0) else { continue };
        for place in in_capture(desk, capture, excerpts, asked.texts)? {
            places.insert(place.id.0, place);
        }
    }
    Ok(asked.excerpts.iter().filter_map(|excerpt| places.remove(&excerpt.uuid.0)).collect())
}

fn in_capture(
    desk: &Desk,
    capture: &Capture,
    excerpts: &[&Excerpt],
    texts: &[CaptureText],
) -> Result<Vec<ExcerptPlace>, Problem> {
    let which = text_of::which(capture, texts);
    let line = |excerpt: &Excerpt, state| ExcerptPlace {
        id: excerpt.uuid,
        name: claims::text::first_words(&excerpt.quote),
        capture_id: capture.uuid,
        item_id: capture.item_id,
        state,
        start: None,
        stop: None,
        page_number: excerpt.page_number.and_then(|page| u32::try_from(page).ok()),
        score: None,
        by: None,
        found: None,
        text_sha256: None,
    };
    let mut read: Option<Result<String, ()>> = None;
    let mut places = Vec::with_capacity(excerpts.len());
    for excerpt in excerpts {
        if excerpt.kind != ExcerptKind::Text {
            // A copy is never altered, so its regions and time spans stay where they are.
            places.push(line(excerpt, AnchorState::Exact));
            continue;
        }
        let Some(which) = &which else {
            places.push(line(excerpt, AnchorState::NoText));
            continue;
        };
        let anchor = anchor_of(excerpt, capture);
        if anchor.start.is_some() && anchor.text_sha256.as_deref() == Some(&which.sha256) {
            let (start, stop) = (point(anchor.start), point(anchor.end));
            places.push(ExcerptPlace {
                start,
                stop,
                text_sha256: anchor.text_sha256,
                ..line(excerpt, AnchorState::Exact)
            });
            continue;
        }
        let words = match read.get_or_insert_with(|| text_of::read(desk, which).map_err(|_| ())) {
            Ok(words) => words,
            Err(()) => {
                places.push(line(excerpt, AnchorState::NoText));
                continue;
            }
        };
        let text = Text::of_file(words, &which.sha256);
        let base =
            ExcerptPlace { text_sha256: Some(which.sha256.clone()), ..line(excerpt, AnchorState::Lost) };
        let page = |at| if text.has_pages() { point(Some(text.page_of(at))) } else { base.page_number };
        places.push(match text.resolve(&anchor) {
            Resolved::Exact(start, stop) => ExcerptPlace {
                state: AnchorState::Exact,
                start: point(Some(start)),
                stop: point(Some(stop)),
                page_number: page(start),
                ..base
            },
            Resolved::Moved { start, end, score, by } => ExcerptPlace {
                state: AnchorState::Moved,
                start: point(Some(start)),
                stop: point(Some(end)),
                page_number: page(start),
                score: Some(score),
                by: Some(name_of(by).to_owned()),
                found: text.part(start, end).map(str::to_owned),
                ..base
            },
            Resolved::Lost => ExcerptPlace { page_number: None, ..base },
        });
    }
    Ok(places)
}

/// The anchor that an excerpt keeps. One of before the text was noted stands in the copy itself.
pub(super) fn anchor_of(excerpt: &Excerpt, capture: &Capture) -> Anchor {
    let at = |at: Option<i64>| at.and_then(|at| usize::try_from(at).ok());
    Anchor {
        exact: excerpt.quote.clone(),
        prefix: excerpt.prefix.clone().unwrap_or_default(),
        suffix: excerpt.suffix.clone().unwrap_or_default(),
        start: at(excerpt.start),
        end: at(excerpt.stop),
        page: at(excerpt.page_number),
        text_sha256: excerpt.text_sha256.clone().or_else(|| excerpt.start.map(|_| capture.sha256.clone())),
    }
}

fn point(at: Option<usize>) -> Option<u32> {
    at.and_then(|at| u32::try_from(at).ok())
}

fn name_of(by: By) -> &'static str {
    match by {
        By::Words => "words",
        By::Loosely => "loosely",
        By::Fuzzily => "fuzzily",
    }
}
