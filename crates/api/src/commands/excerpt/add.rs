//! Marking an excerpt: words are anchored to their place in the text of the capture, and refused where they do not stand.

use super::text_of;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, living, put};
use crate::wire::{Wrote, wire};
use claims::ids::{CaptureId, ExcerptId};
use claims::records::{Capture, Excerpt};
use claims::words::{ExcerptColour, ExcerptKind, TranslationStatus};
use evidence::anchor::{Anchor, By, Resolved, Text};

wire! {
    /// Marks an excerpt in a capture.
    pub struct ExcerptAdd {
        /// The capture.
        pub capture_id: CaptureId,
        /// Words, a region or a time span; none = words.
        pub kind: Option<ExcerptKind>,
        /// The words, exactly; of a region or time span, what is seen or heard there.
        pub quote: String,
        /// Their language (BCP 47).
        pub language: Option<String>,
        /// Page label as printed.
        pub page: Option<String>,
        /// Page, counted from 1. Where the words stand more than once, it tells which are meant.
        pub page_number: Option<i64>,
        /// Words before them: tells which are meant where the quote stands more than once.
        pub prefix: Option<String>,
        /// Words after them.
        pub suffix: Option<String>,
        /// Where they begin in the text of the capture, in Unicode code points.
        pub start: Option<i64>,
        /// One past where they end.
        pub stop: Option<i64>,
        /// Region of the page or picture (W3C media fragment): `xywh=percent:x,y,w,h`.
        pub region: Option<String>,
        /// First millisecond of a time span.
        pub from_ms: Option<i64>,
        /// Its end.
        pub to_ms: Option<i64>,
        /// Colour that it is marked with.
        pub colour: Option<ExcerptColour>,
        /// A word of the desk's own to find it by.
        pub label: Option<String>,
        /// Translation of the quote.
        pub translation: Option<String>,
        /// Its language (BCP 47).
        pub translation_language: Option<String>,
        /// Who translated.
        pub translator: Option<String>,
        /// Where the translation stands; none = not recorded.
        pub translation_status: Option<TranslationStatus>,
        /// Note.
        pub note: Option<String>,
    }
}

pub(super) fn add(
    desk: &mut Desk,
    context: &Context,
    request: ExcerptAdd,
) -> Result<Wrote<Excerpt>, Problem> {
    let capture = record::found::<Capture>(desk, request.capture_id.0)?;
    let kind = request.kind.unwrap_or_default();
    fits(&capture, kind)?;
    let anchor = match kind {
        ExcerptKind::Text => placed(desk, &capture, &request)?,
        ExcerptKind::Region | ExcerptKind::Time => None,
    };
    desk.write_record(context, |tx| {
        living::<Capture>(tx, request.capture_id.0)?;
        let excerpt = excerpt(ExcerptId(tx.id()), kind, request, anchor);
        put(tx, &excerpt)?;
        Ok(excerpt)
    })
}

/// Whether a capture can have such an excerpt at all.
fn fits(capture: &Capture, kind: ExcerptKind) -> Result<(), Problem> {
    let (family, rest) = capture.media_type.split_once('/').unwrap_or_default();
    let words = match (kind, family) {
        (ExcerptKind::Time, "text" | "image") => "only a recording has time spans",
        (ExcerptKind::Time, "application") if rest == "pdf" => "only a recording has time spans",
        (ExcerptKind::Region, "text" | "audio") => "only a page that is set or a picture has regions",
        _ => return Ok(()),
    };
    Err(Problem::new(Code::Invalid, format!("{words}; this copy is {}", capture.media_type))
        .hint("Mark the words instead, or choose another copy.")
        .field("kind"))
}

fn excerpt(uuid: ExcerptId, kind: ExcerptKind, given: ExcerptAdd, anchor: Option<Anchor>) -> Excerpt {
    let point = |at: Option<usize>| at.and_then(|at| i64::try_from(at).ok());
    let seen = |text: String| Some(text).filter(|text| !claims::text::is_blank(text));
    let (prefix, suffix, start, stop, page_number, text_sha256) = match anchor {
        Some(anchor) => (
            seen(anchor.prefix),
            seen(anchor.suffix),
            point(anchor.start),
            point(anchor.end),
            point(anchor.page).or(given.page_number),
            anchor.text_sha256,
        ),
        None => (given.prefix, given.suffix, None, None, given.page_number, None),
    };
    Excerpt {
        uuid,
        capture_id: given.capture_id,
        quote: given.quote,
        language: given.language,
        page: given.page,
        prefix,
        suffix,
        start,
        stop,
        note: given.note,
        kind,
        page_number,
        region: given.region,
        from_ms: given.from_ms,
        to_ms: given.to_ms,
        text_sha256,
        colour: given.colour,
        label: given.label,
        translation: given.translation,
        translation_language: given.translation_language,
        translator: given.translator,
        translation_status: given.translation_status,
        trashed: false,
        erased: None,
    }
}

/// The anchor of the words in the text of the capture; none where no text was read out of it yet.
fn placed(desk: &Desk, capture: &Capture, given: &ExcerptAdd) -> Result<Option<Anchor>, Problem> {
    let Some(which) = text_of::now(desk, capture)? else { return Ok(None) };
    let words = text_of::read(desk, &which)?;
    let text = Text::of_file(&words, &which.sha256);
    let point = |at: Option<i64>| at.and_then(|at| usize::try_from(at).ok());
    let hint = Anchor {
        exact: given.quote.clone(),
        prefix: given.prefix.clone().unwrap_or_default(),
        suffix: given.suffix.clone().unwrap_or_default(),
        start: point(given.start),
        end: point(given.stop),
        page: point(given.page_number),
        text_sha256: given.start.and(given.stop).map(|_| which.sha256.clone()),
    };
    match text.resolve(&hint) {
        Resolved::Exact(start, end) | Resolved::Moved { start, end, by: By::Words | By::Loosely, .. } => {
            Ok(text.anchor(start, end))
        }
        Resolved::Moved { start, end, by: By::Fuzzily, .. } => {
            Err(not_there(capture).with("nearest", text.part(start, end).unwrap_or_default()))
        }
        Resolved::Lost if text.holds(&hint) => {
            Err(Problem::new(Code::Invalid, "these words stand in the preserved copy more than once")
                .hint("Say what stands before or after them, or on which page.")
                .field("prefix")
                .with("capture", capture.name.clone()))
        }
        Resolved::Lost => Err(not_there(capture)),
    }
}

fn not_there(capture: &Capture) -> Problem {
    Problem::new(Code::Invalid, "these words are not in the preserved copy")
        .hint("Copy them from it exactly, letter by letter.")
        .field("quote")
        .with("capture", capture.name.clone())
}
