//! Capturing a page: it is fetched while others may write, and kept in one operation at the end. Every attempt is written down.

use super::problem;
use crate::desk::{Context, Desk, rows};
use crate::problem::{Code, Problem};
use crate::record::{self, editor, living, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, answer, label, wire};
use crate::workspace::{io, network::Network};
use chrono::{DateTime, SecondsFormat, Utc};
use claims::ids::{CaptureId, FetchId, ItemId};
use claims::records::{Capture, Fetch, Item};
use claims::words::{CapturePart, FetchState, ItemKind, Reading};
use evidence::{Kept, Shelf};
use ledger::Tx;
use std::path::Path;
use std::sync::Arc;
use web::{Captured, SystemNames, Wish};

wire! {
    /// Captures a page of the web for an item, or for a new one.
    pub struct WebCapture {
        /// The item; without it a new one is added.
        pub item_id: Option<ItemId>,
        /// Name of a new item; its address without.
        pub name: Option<String>,
        /// Kind of a new item; a page of the web without.
        pub kind: Option<ItemKind>,
        /// The address of the page; the item's own without.
        pub address: Option<String>,
        /// Why it is saved.
        pub reason: Option<String>,
        /// Allows private addresses this once.
        pub allow_private: Option<bool>,
    }
}

answer! {
    /// A page that was captured.
    pub struct WebCaptured {
        #[serde(flatten)]
        /// What was written: the archive.
        pub wrote: Wrote<Capture>,
        /// The item.
        pub item_id: ItemId,
        /// The captures, the archive first.
        pub captures: Vec<Capture>,
        /// Title of the page, as it says.
        pub title: Option<String>,
        /// Redirects, each as `status from to`.
        pub redirects: Vec<String>,
        /// How many answers the archive has.
        pub kept: u32,
        /// What the page needs and could not be had, each with why.
        pub missing: Vec<MissingThing>,
    }

    /// A thing that could not be had.
    pub struct MissingThing {
        /// Its address.
        pub address: String,
        /// Why, in plain words.
        pub why: String,
    }
}

/// Name and version, as captures bear it.
pub(super) fn tool() -> String {
    format!("Counterclaim {}", env!("CARGO_PKG_VERSION"))
}

fn instant(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// What is kept of a page: the file on the shelf, and what it is.
struct Piece {
    kept: Kept,
    part: CapturePart,
    media_type: String,
    name: String,
}

fn capture(desk: &mut Desk, context: &Context, request: WebCapture) -> Result<WebCaptured, Problem> {
    let network = Network::read(&desk.workspace);
    let mut rules = network.rules()?;
    rules.private |= request.allow_private.unwrap_or(false);
    let item = match request.item_id {
        Some(id) => Some(record::found::<Item>(desk, id.0)?),
        None => None,
    };
    let given = request.address.clone().filter(|address| !address.trim().is_empty());
    let address = given.or_else(|| item.as_ref().and_then(|item| item.url.clone())).ok_or_else(|| {
        Problem::new(Code::Invalid, "there is no address to fetch")
            .field("address")
            .hint("Give the address of the page.")
    })?;
    let address = address.trim().to_owned();
    desk.with_pen(|desk| desk.acting(context).map(drop))?;
    let folder = desk.workspace.local().join("fetching");
    std::fs::create_dir_all(&folder).map_err(|error| io(&folder, &error))?;
    let folder = tempfile::tempdir_in(&folder).map_err(|error| io(&folder, &error))?;
    let started = Utc::now();
    let operator = desk.editor_name(context);
    let wish = Wish {
        address: &address,
        rules,
        names: Arc::new(SystemNames),
        folder: folder.path(),
        software: &tool(),
        operator: operator.as_deref(),
        reason: request.reason.as_deref(),
    };
    let mut tell = |step: web::Step| context.step("resources", step.done as u64, step.total as u64).is_ok();
    match web::capture(&wish, &mut tell) {
        Ok(captured) => keep(desk, context, &request, &address, &captured),
        Err(failure) => {
            let problem = problem(failure);
            fail(desk, context, &request, &address, started, problem)
        }
    }
}

/// Takes the files onto the shelf and writes the operation.
fn keep(
    desk: &mut Desk,
    context: &Context,
    request: &WebCapture,
    address: &str,
    captured: &Captured,
) -> Result<WebCaptured, Problem> {
    let shelf = desk.with_pen(|desk| Ok(desk.shelf.clone()))?;
    let pieces = pieces(&shelf, captured)?;
    desk.with_pen(|desk| {
        let mut captures = Vec::new();
        let done = desk.write(context, |tx| {
            let item = item_of(tx, request, address, Some(captured))?;
            captures = rows_of(tx, &item, request, captured, &pieces)?;
            let archive = captures.first().map(|capture| capture.uuid);
            let attempt = attempt(tx, &item, request, address, captured.started, FetchState::Kept)?;
            put(
                tx,
                &Fetch {
                    final_address: Some(captured.final_address.clone()),
                    ended: Some(instant(captured.ended)),
                    capture_id: archive,
                    ..attempt
                },
            )?;
            Ok(item.uuid)
        })?;
        let archive = captures.first().cloned();
        let archive = archive.ok_or_else(|| Problem::new(Code::Internal, "a capture without an archive"))?;
        Ok(WebCaptured {
            wrote: Wrote {
                id: archive.uuid.to_string(),
                name: label(&archive)?,
                operation: done.operation,
                changed: rows(&done.changed),
                record: archive,
            },
            item_id: done.value,
            captures,
            title: captured.title.clone(),
            redirects: captured
                .redirects
                .iter()
                .map(|one| format!("{} {} {}", one.status, one.from, one.to))
                .collect(),
            kept: u32::try_from(captured.kept).unwrap_or(u32::MAX),
            missing: captured
                .missing
                .iter()
                .map(|one| MissingThing { address: one.address.clone(), why: one.why.clone() })
                .collect(),
        })
    })
}

fn pieces(shelf: &Shelf, captured: &Captured) -> Result<Vec<Piece>, Problem> {
    let base = base_name(captured);
    let mut pieces = Vec::new();
    let mut add = |path: &Path, part, media_type: &str, name: String| -> Result<(), Problem> {
        let kept = shelf.put(path)?;
        pieces.push(Piece { kept, part, media_type: media_type.to_owned(), name });
        Ok(())
    };
    add(&captured.archive, CapturePart::Archive, "application/wacz", format!("{base}.wacz"))?;
    if let Some(page) = &captured.page {
        add(page, CapturePart::Page, "text/html", format!("{base}.html"))?;
    }
    if let Some(text) = &captured.text {
        add(text, CapturePart::Text, "text/plain", format!("{base}.txt"))?;
    }
    if let Some((file, name)) = &captured.file {
        add(file, CapturePart::Original, &captured.media_type, name.clone())?;
    }
    // By content rather than by what the server says, where the content tells.
    for piece in pieces.iter_mut().filter(|piece| piece.part == CapturePart::Original) {
        if piece.kept.media_type != evidence::UNKNOWN_MEDIA_TYPE {
            piece.media_type = piece.kept.media_type.clone();
        }
    }
    Ok(pieces)
}

/// `example.org-2026-11-22`: what the files of a capture are called.
fn base_name(captured: &Captured) -> String {
    let host =
        url::Url::parse(&captured.final_address).ok().and_then(|url| url.host_str().map(str::to_owned));
    format!("{}-{}", host.unwrap_or_else(|| "page".to_owned()), captured.started.format("%Y-%m-%dT%H%M%SZ"))
}

fn rows_of(
    tx: &mut Tx<'_>,
    item: &Item,
    request: &WebCapture,
    captured: &Captured,
    pieces: &[Piece],
) -> Result<Vec<Capture>, Problem> {
    let mut captures: Vec<Capture> = Vec::new();
    for piece in pieces {
        let capture = Capture {
            uuid: CaptureId(tx.id()),
            item_id: item.uuid,
            sha256: piece.kept.sha256.clone(),
            size: i64::try_from(piece.kept.size).unwrap_or(i64::MAX),
            media_type: piece.media_type.clone(),
            name: piece.name.clone(),
            captured: instant(captured.started),
            how: "fetched".to_owned(),
            editor_id: editor(tx)?,
            note: None,
            address: Some(captured.address.clone()),
            final_address: Some(captured.final_address.clone()),
            tool: Some(tool()),
            reason: reason(request),
            part: Some(piece.part),
            made_from_id: captures.first().map(|archive| archive.uuid),
            pdq: None,
            pdq_quality: None,
            trashed: false,
            erased: None,
        };
        put(tx, &capture)?;
        captures.push(capture);
    }
    Ok(captures)
}

fn reason(request: &WebCapture) -> Option<String> {
    request.reason.as_deref().map(str::trim).filter(|words| !words.is_empty()).map(str::to_owned)
}

/// The item, with its address and the day it was looked at; a new one is added.
fn item_of(
    tx: &mut Tx<'_>,
    request: &WebCapture,
    address: &str,
    captured: Option<&Captured>,
) -> Result<Item, Problem> {
    let accessed = captured.map(|captured| captured.started.format("%Y-%m-%d").to_string());
    if let Some(id) = request.item_id {
        let item = living::<Item>(tx, id.0)?;
        let mut set = serde_json::Map::new();
        if item.url.is_none() {
            set.insert("url".to_owned(), address.into());
        }
        if item.accessed.is_none()
            && let Some(day) = accessed
        {
            set.insert("accessed".to_owned(), day.into());
        }
        return if set.is_empty() { Ok(item) } else { Ok(tx.edit::<Item>(id.0, set)?) };
    }
    let named = request.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let title = captured.and_then(|captured| captured.title.clone());
    let mut item = Item {
        uuid: ItemId(tx.id()),
        name: named.or_else(|| title.clone()).unwrap_or_else(|| address.to_owned()),
        kind: request.kind.unwrap_or(ItemKind::WebPage),
        title,
        publisher_id: None,
        symbol: None,
        date: None,
        date_words: None,
        public_date: None,
        url: Some(address.to_owned()),
        archive_url: None,
        archive_date: None,
        archive: None,
        language: None,
        container: None,
        place: None,
        pages: None,
        accessed,
        reading: Reading::Read,
        note: None,
        trashed: false,
        erased: None,
    };
    super::archived::recognise(&mut item);
    put(tx, &item)?;
    Ok(item)
}

fn attempt(
    tx: &Tx<'_>,
    item: &Item,
    request: &WebCapture,
    address: &str,
    started: DateTime<Utc>,
    state: FetchState,
) -> Result<Fetch, Problem> {
    Ok(Fetch {
        uuid: FetchId(tx.id()),
        item_id: item.uuid,
        address: address.to_owned(),
        final_address: None,
        started: instant(started),
        ended: Some(instant(Utc::now())),
        state,
        problem: None,
        capture_id: None,
        reason: reason(request),
        editor_id: editor(tx)?,
        trashed: false,
        erased: None,
    })
}

/// Writes down an attempt that came to nothing, and says why. What was no address is no attempt; a stopped one leaves no new item.
fn fail(
    desk: &mut Desk,
    context: &Context,
    request: &WebCapture,
    address: &str,
    started: DateTime<Utc>,
    problem: Problem,
) -> Result<WebCaptured, Problem> {
    let state = match problem.code {
        Code::Invalid => return Err(problem),
        Code::Stopped if request.item_id.is_none() => return Err(problem),
        Code::Stopped => FetchState::Cancelled,
        Code::RefusedAddress => FetchState::Refused,
        _ => FetchState::Failed,
    };
    let code = serde_json::to_value(problem.code)?.as_str().map(str::to_owned);
    let item = desk.with_pen(|desk| {
        let done = desk.write_aside(context, |tx| {
            let item = item_of(tx, request, address, None)?;
            let attempt = attempt(tx, &item, request, address, started, state)?;
            put(tx, &Fetch { problem: code, ..attempt })?;
            Ok(item.uuid)
        })?;
        Ok(done.value)
    })?;
    Err(problem.with("item_id", item.to_string()))
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Long "web.capture", WebCapture => WebCaptured, capture, "Fetches a page of the web with what it needs, and keeps it: the raw exchange (WACZ), a copy for reading (HTML) and its text. Every attempt is written down; one that fails keeps nothing else."),
    ]
}
