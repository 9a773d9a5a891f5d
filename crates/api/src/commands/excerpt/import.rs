//! Annotations of others as excerpts: each is placed in a preserved copy, and what cannot be placed exactly is told, one by one.

use super::text_of::{self, Which};
use crate::checks;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::put;
use crate::wire::{answer, wire};
use claims::ids::{CaptureId, ExcerptId};
use claims::records::{Capture, Excerpt, Item};
use claims::words::{ExcerptColour, ExcerptKind, TranslationStatus};
use evidence::anchor::{Anchor, By, Resolved, Text};
use exchange::annotation::{Incoming, Units, read};
use ledger::Filter;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::path::PathBuf;
use ts_rs::TS;
use uuid::Uuid;

/// Largest file of annotations that is read, in bytes.
const LARGEST: u64 = 100_000_000;

wire! {
    /// Makes excerpts of the annotations in a file: W3C Web Annotations, or Hypothesis's export.
    pub struct ExcerptImport {
        /// The file.
        pub path: PathBuf,
        /// The capture that they are all of; none = each says so itself, by hash or address.
        pub capture_id: Option<CaptureId>,
    }
}

/// Why an annotation was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// It is no annotation.
    NotAnAnnotation,
    /// It answers another annotation.
    Reply,
    /// It marks no words, region or time span.
    NoPlace,
    /// A text in it is longer than any that is taken.
    TooLong,
    /// No preserved copy has that hash, or comes from that address.
    NoCopy,
    /// Its words are not in the copy; `nearest` says what comes close.
    Lost,
    /// Its words stand in the copy more than once, and nothing tells which are meant.
    Ambiguous,
    /// Something in it cannot be stored; `message` says what.
    Invalid,
}

answer! {
    /// What became of the annotations of a file.
    pub struct ImportedExcerpts {
        /// Excerpts that were made.
        pub added: Vec<ExcerptId>,
        /// Excerpts that were there already.
        pub there: Vec<ExcerptId>,
        /// What was left out, in the order of the file.
        pub left_out: Vec<AnnotationLeftOut>,
    }

    /// An annotation that was left out.
    pub struct AnnotationLeftOut {
        /// Its place in the file, from 1.
        pub number: u32,
        /// Its identity, as written there.
        pub id: Option<String>,
        /// Its first words.
        pub name: String,
        /// Why.
        pub why: LeftOut,
        /// What stands in the copy that comes close.
        pub nearest: Option<String>,
        /// What cannot be stored, and why.
        pub message: Option<String>,
    }
}

pub(super) fn import(
    desk: &mut Desk,
    context: &Context,
    request: ExcerptImport,
) -> Result<ImportedExcerpts, Problem> {
    desk.acting(context)?;
    let size =
        std::fs::metadata(&request.path).map_err(|error| crate::workspace::io(&request.path, &error))?.len();
    let bad = |words: String| {
        Problem::new(Code::Invalid, words)
            .hint("Give a file of W3C Web Annotations (JSON-LD), or the JSON that Hypothesis exports.")
            .field("path")
    };
    if size > LARGEST {
        return Err(bad(format!("the file holds {size} bytes; {LARGEST} is the most that is read")));
    }
    let bytes = std::fs::read(&request.path).map_err(|error| crate::workspace::io(&request.path, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| bad("the file is not UTF-8".to_owned()))?;
    let found = read(&text).map_err(|error| bad(error.to_string()))?;

    let mut left_out: Vec<AnnotationLeftOut> = found.left.iter().map(left).collect();
    let mut copies = Copies::of(desk, request.capture_id)?;
    let mut made = Vec::new();
    for (done, incoming) in found.taken.iter().enumerate() {
        context.step("excerpts", done as u64, found.taken.len() as u64)?;
        match excerpt(desk, &mut copies, incoming)? {
            Ok(excerpt) => made.push(excerpt),
            Err((why, nearest, message)) => left_out.push(AnnotationLeftOut {
                number: u32::try_from(incoming.number).unwrap_or(u32::MAX),
                id: incoming.id.clone(),
                name: incoming.quote.as_deref().map(claims::text::first_words).unwrap_or_default(),
                why,
                nearest,
                message,
            }),
        }
    }
    left_out.sort_by_key(|left| left.number);
    let (mut added, mut there) = (Vec::new(), Vec::new());
    for excerpt in made {
        match copies.same(desk, &excerpt)? {
            Some(id) => there.push(id),
            None => added.push(excerpt),
        }
    }
    let done = desk.write(context, |tx| {
        let mut ids = Vec::with_capacity(added.len());
        for excerpt in added {
            let excerpt = Excerpt { uuid: ExcerptId(tx.id()), ..excerpt };
            put(tx, &excerpt)?;
            ids.push(excerpt.uuid);
        }
        Ok::<_, Problem>(ids)
    })?;
    Ok(ImportedExcerpts { added: done.value, there, left_out })
}

fn left(left: &exchange::annotation::Left) -> AnnotationLeftOut {
    AnnotationLeftOut {
        number: u32::try_from(left.number).unwrap_or(u32::MAX),
        id: left.id.clone(),
        name: String::new(),
        why: match left.why {
            "reply" => LeftOut::Reply,
            "no_place" => LeftOut::NoPlace,
            "too_long" => LeftOut::TooLong,
            _ => LeftOut::NotAnAnnotation,
        },
        nearest: None,
        message: None,
    }
}

/// The preserved copies, by what an annotation may call them.
struct Copies {
    by_hash: HashMap<String, Vec<Capture>>,
    by_address: HashMap<String, Vec<Capture>>,
    only: Option<Capture>,
    texts: HashMap<CaptureId, Option<(Which, String)>>,
    there: HashMap<CaptureId, Vec<Excerpt>>,
}

impl Copies {
    fn of(desk: &Desk, only: Option<CaptureId>) -> Result<Self, Problem> {
        let living = Filter { trashed: Some(false), newest_first: true, ..Filter::default() };
        let items: Vec<Item> = desk.ledger.list(&living)?;
        let items: HashMap<_, _> = items.into_iter().map(|item| (item.uuid, item)).collect();
        let (mut by_hash, mut by_address) =
            (HashMap::<String, Vec<Capture>>::new(), HashMap::<String, Vec<Capture>>::new());
        for capture in desk.ledger.list::<Capture>(&living)? {
            let Some(item) = items.get(&capture.item_id) else { continue };
            for address in [&capture.address, &capture.final_address, &item.url].into_iter().flatten() {
                by_address.entry(plain(address)).or_default().push(capture.clone());
            }
            by_hash.entry(capture.sha256.clone()).or_default().push(capture);
        }
        let only = only.map(|id| crate::record::found::<Capture>(desk, id.0)).transpose()?;
        Ok(Self { by_hash, by_address, only, texts: HashMap::new(), there: HashMap::new() })
    }

    /// The copies that an annotation may be of: those that it names by hash, else those of its address, newest first.
    fn meant(&self, incoming: &Incoming) -> Vec<Capture> {
        if let Some(only) = &self.only {
            return vec![only.clone()];
        }
        let hashed: Vec<Capture> =
            incoming.hashes.iter().filter_map(|hash| self.by_hash.get(hash)).flatten().cloned().collect();
        if !hashed.is_empty() {
            return hashed;
        }
        let mut found: Vec<Capture> = Vec::new();
        for capture in
            incoming.sources.iter().filter_map(|address| self.by_address.get(&plain(address))).flatten()
        {
            if !found.iter().any(|other| other.uuid == capture.uuid) {
                found.push(capture.clone());
            }
        }
        found
    }

    fn text(&mut self, desk: &Desk, capture: &Capture) -> Result<Option<&(Which, String)>, Problem> {
        let known = match self.texts.entry(capture.uuid) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(match text_of::now(desk, capture)? {
                Some(which) => text_of::read(desk, &which).ok().map(|words| (which, words)),
                None => None,
            }),
        };
        Ok(known.as_ref())
    }

    /// The excerpt that says the same of the same place.
    fn same(&mut self, desk: &Desk, excerpt: &Excerpt) -> Result<Option<ExcerptId>, Problem> {
        let of = excerpt.capture_id;
        let filter = Filter { equal: vec![("capture_id", of.0)], trashed: Some(false), ..Filter::default() };
        let there = match self.there.entry(of) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(desk.ledger.list(&filter)?),
        };
        let place =
            |e: &Excerpt| (e.kind, e.start, e.stop, e.page_number, e.region.clone(), e.from_ms, e.to_ms);
        if let Some(same) =
            there.iter().find(|other| other.quote == excerpt.quote && place(other) == place(excerpt))
        {
            return Ok(Some(same.uuid));
        }
        Ok(None)
    }
}

/// An address without what points into the page, and without a slash at its end.
fn plain(address: &str) -> String {
    address.split('#').next().unwrap_or_default().trim_end_matches('/').to_owned()
}

/// Why one is left out, what comes close, and what cannot be stored.
type Left = (LeftOut, Option<String>, Option<String>);

/// The excerpt that an annotation makes; its identity is set when it is added.
fn excerpt(desk: &Desk, copies: &mut Copies, incoming: &Incoming) -> Result<Result<Excerpt, Left>, Problem> {
    let kind = match (incoming.span, &incoming.region) {
        (Some(_), _) => ExcerptKind::Time,
        (None, Some(_)) => ExcerptKind::Region,
        (None, None) => ExcerptKind::Text,
    };
    let mut refused = (LeftOut::NoCopy, None, None);
    for capture in copies.meant(incoming) {
        let anchor = match kind {
            ExcerptKind::Text => match copies.text(desk, &capture)? {
                Some((which, words)) => match anchored(which, words, incoming) {
                    Ok(anchor) => Some(anchor),
                    Err(left) => {
                        refused = left;
                        continue;
                    }
                },
                None => None,
            },
            ExcerptKind::Region | ExcerptKind::Time => None,
        };
        let made = of(incoming, &capture, kind, anchor);
        let checked = serde_json::to_value(&made)?;
        let wrong = match checked.as_object() {
            Some(fields) => checks::fields(fields).and_then(|()| checks::whole("excerpt", fields)).err(),
            None => None,
        };
        return Ok(match wrong {
            Some(problem) => Err((LeftOut::Invalid, None, Some(problem.message))),
            None => Ok(made),
        });
    }
    Ok(Err(refused))
}

fn anchored(which: &Which, words: &str, incoming: &Incoming) -> Result<Anchor, Left> {
    let text = Text::of_file(words, &which.sha256);
    let position = incoming.position.and_then(|(start, end, units)| {
        let (start, end) = (usize::try_from(start).ok()?, usize::try_from(end).ok()?);
        match units {
            Units::CodePoints => Some((start, end)),
            Units::Utf16 => Some((points(words, start)?, points(words, end)?)),
        }
    });
    let hint = Anchor {
        exact: incoming.quote.clone().unwrap_or_default(),
        prefix: incoming.prefix.clone().unwrap_or_default(),
        suffix: incoming.suffix.clone().unwrap_or_default(),
        start: position.map(|(start, _)| start),
        end: position.map(|(_, end)| end),
        page: incoming.page.and_then(|page| usize::try_from(page).ok()),
        text_sha256: incoming.text_sha256.clone(),
    };
    let found = match text.resolve(&hint) {
        Resolved::Exact(start, end) | Resolved::Moved { start, end, by: By::Words | By::Loosely, .. } => {
            text.anchor(start, end)
        }
        Resolved::Moved { start, end, by: By::Fuzzily, .. } => {
            return Err((LeftOut::Lost, text.part(start, end).map(str::to_owned), None));
        }
        Resolved::Lost if text.holds(&hint) => return Err((LeftOut::Ambiguous, None, None)),
        Resolved::Lost => None,
    };
    found.ok_or((LeftOut::Lost, None, None))
}

/// The code point that begins after so many UTF-16 units; none beyond the end.
fn points(words: &str, units: usize) -> Option<usize> {
    let mut passed = 0;
    for (point, c) in words.chars().enumerate() {
        if passed >= units {
            return Some(point);
        }
        passed += c.len_utf16();
    }
    (passed >= units).then(|| words.chars().count())
}

fn of(incoming: &Incoming, capture: &Capture, kind: ExcerptKind, anchor: Option<Anchor>) -> Excerpt {
    let number = |number: Option<u64>| number.and_then(|number| i64::try_from(number).ok());
    let at = |at: Option<usize>| at.and_then(|at| i64::try_from(at).ok());
    let seen = |text: &str| Some(text.to_owned()).filter(|text| !claims::text::is_blank(text));
    let label = incoming.labels.iter().map(|label| label.split_whitespace().collect::<Vec<_>>().join(" "));
    let label = label.collect::<Vec<_>>().join(", ");
    let side = |own: Option<&String>, given: &Option<String>| match &anchor {
        Some(_) => own.and_then(|text| seen(text)),
        None => given.as_deref().and_then(seen),
    };
    let translation = incoming.translation.as_ref();
    Excerpt {
        uuid: ExcerptId(Uuid::nil()),
        capture_id: capture.uuid,
        quote: incoming.quote.clone().unwrap_or_else(|| label.clone()),
        language: incoming.language.clone(),
        page: incoming.page_label.clone(),
        prefix: side(anchor.as_ref().map(|anchor| &anchor.prefix), &incoming.prefix),
        suffix: side(anchor.as_ref().map(|anchor| &anchor.suffix), &incoming.suffix),
        start: anchor.as_ref().and_then(|anchor| at(anchor.start)),
        stop: anchor.as_ref().and_then(|anchor| at(anchor.end)),
        note: incoming.note.clone(),
        kind,
        page_number: anchor.as_ref().and_then(|anchor| at(anchor.page)).or_else(|| number(incoming.page)),
        region: incoming.region.clone(),
        from_ms: number(incoming.span.map(|(from, _)| from)),
        to_ms: number(incoming.span.map(|(_, to)| to)),
        text_sha256: anchor.and_then(|anchor| anchor.text_sha256),
        colour: incoming.colour.as_deref().and_then(ExcerptColour::parse),
        label: seen(&label),
        translation: translation.map(|given| given.words.clone()),
        translation_language: translation.map(|given| given.language.clone()),
        translator: translation.and_then(|given| given.translator.clone()),
        translation_status: translation
            .and_then(|given| TranslationStatus::parse(given.standing.as_deref()?)),
        trashed: false,
        erased: None,
    }
}
