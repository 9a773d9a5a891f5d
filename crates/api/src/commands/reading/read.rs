//! Reading a preserved file: its text, its metadata, its perceptual hash. Nothing waits for it but who asked.

use super::look::{AlikePicture, alike};
use crate::child;
use crate::desk::{Context, Desk, rows};
use crate::problem::{Code, Problem};
use crate::record::{self, living, put};
use crate::table::{Command, command};
use crate::wire::{ById, ChangedRow, answer};
use crate::workspace::readings::{self, Reading};
use chrono::SecondsFormat;
use claims::ids::{CaptureId, CaptureTextId, MetadataId, OperationId};
use claims::records::{Capture, CaptureText, Metadata};
use evidence::Integrity;
use ledger::{Filter, Tx};
use reading::{Answer, Credentials, Failure, Problem as Fault, Value as Found, Want};
use serde_json::{Map, json};
use std::path::PathBuf;

answer! {
    /// What a reading came to. Each word is `read`, `none` (this kind of file has no such thing), or why not: `unreadable`, `locked`,
    /// `too_large`, `stopped`, `cancelled` or `failed`; and `not_read` where it was never tried on this machine.
    pub struct ReadingState {
        /// The capture.
        pub id: CaptureId,
        /// Its text.
        pub text: String,
        /// Its metadata.
        pub metadata: String,
        /// Its perceptual hash.
        pub picture: String,
        /// What its content credentials come to: `absent`, `invalid`, `valid` or `trusted`; none = not looked at, or this kind of file carries none. `valid` says that the file is as it was signed, and no more.
        pub credentials: Option<String>,
        /// When it was read (instant).
        pub at: Option<String>,
    }

    /// A preserved file that was read.
    pub struct CaptureRead {
        /// What the reading came to.
        pub state: ReadingState,
        /// How many values of metadata there are.
        pub values: u32,
        /// How many of these can point at a person or place.
        pub sensitive: u32,
        /// Pictures that look like it.
        pub alike: Vec<AlikePicture>,
        /// The operation; none if nothing had to change.
        pub operation: Option<OperationId>,
        /// What it changed.
        pub changed: Vec<ChangedRow>,
    }
}

/// What a child is asked for, in this order.
const WANTS: [Want; 3] = [Want::Text, Want::Metadata, Want::Fingerprint];

fn read(desk: &mut Desk, context: &Context, request: ById) -> Result<CaptureRead, Problem> {
    if !desk.door_can_write {
        // The refusal that every write gives, before the work and not after it.
        desk.acting(context)?;
    }
    let capture = record::found::<Capture>(desk, request.id)?;
    let mut answers = answers(desk, context, &capture, &WANTS)?.into_iter();
    let mut next = || answers.next().unwrap_or_else(|| Err(missing()));
    let (text, metadata, picture) = (next(), next(), next());
    if [&text, &metadata, &picture].iter().any(|answer| is(answer, Fault::Cancelled)) {
        return Err(crate::progress::stopped());
    }
    let now = desk.ledger.around().now().to_rfc3339_opts(SecondsFormat::Millis, true);
    let credentials = match &metadata {
        Ok(Answer::Metadata(read)) => read.credentials.map(word),
        _ => None,
    };
    let noted = Reading {
        text: state(&text),
        metadata: state(&metadata),
        picture: state(&picture),
        credentials: credentials.map(str::to_owned),
        at: now,
    };
    let done = desk.with_pen(|desk| {
        let kept = match &text {
            Ok(Answer::Text(text)) => Some((desk.shelf.put_reader(&mut text.text.as_bytes())?, text.pages)),
            _ => None,
        };
        let done = desk.write_aside(context, |tx| {
            let capture: Capture = living(tx, request.id)?;
            if let Some((file, pages)) = kept {
                keep_text(tx, capture.uuid, file, pages)?;
            }
            if let Ok(Answer::Metadata(read)) = &metadata {
                keep_metadata(tx, capture.uuid, &read.values)?;
            }
            if let Ok(Answer::Fingerprint(picture)) = &picture
                && (capture.pdq.as_deref() != Some(&picture.pdq)
                    || capture.pdq_quality != Some(i64::from(picture.quality)))
            {
                let fields = [("pdq", json!(picture.pdq)), ("pdq_quality", json!(picture.quality))];
                let fields: Map<_, _> =
                    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                tx.edit::<Capture>(capture.uuid.0, fields)?;
            }
            Ok::<_, Problem>(())
        })?;
        readings::note(&desk.workspace, &capture.sha256, &noted);
        Ok(done)
    })?;
    let values: Vec<Metadata> = desk.ledger.list(&of(capture.uuid))?;
    let sensitive = values.iter().filter(|value| value.sensitive).count();
    let capture = record::found::<Capture>(desk, request.id)?;
    Ok(CaptureRead {
        state: told(&capture, Some(noted)),
        values: u32::try_from(values.len()).unwrap_or(u32::MAX),
        sensitive: u32::try_from(sensitive).unwrap_or(u32::MAX),
        alike: alike(desk, &capture)?,
        operation: done.operation,
        changed: rows(&done.changed),
    })
}

/// What a child says of a capture's file; a file that is missing or has changed is refused, and not read.
pub(super) fn answers(
    desk: &Desk,
    context: &Context,
    capture: &Capture,
    wants: &[Want],
) -> Result<Vec<Result<Answer, Failure>>, Problem> {
    let path = intact(desk, capture)?;
    let stop = || context.step("steps", 0, 1).is_err();
    Ok(child::reader()?.read(&path, wants, &stop))
}

/// Where the file of a capture lies, whose bytes are what they were.
fn intact(desk: &Desk, capture: &Capture) -> Result<PathBuf, Problem> {
    if desk.shelf.check(&capture.sha256)? == Integrity::Intact {
        return Ok(desk.shelf.path_of(&capture.sha256)?);
    }
    Err(Problem::new(Code::FileMissing, "the preserved file is missing or has changed")
        .hint("Verify the workspace, and bring the file back from a backup.")
        .with("capture", capture.uuid.to_string()))
}

/// One answer, or the refusal as the wire has it.
pub(super) fn one(desk: &Desk, context: &Context, capture: &Capture, want: Want) -> Result<Answer, Problem> {
    let answer = answers(desk, context, capture, &[want])?.pop().unwrap_or_else(|| Err(missing()));
    answer.map_err(|failure| refusal(&failure))
}

fn missing() -> Failure {
    Failure { problem: Fault::Failed, detail: "no answer".to_owned() }
}

fn is(answer: &Result<Answer, Failure>, problem: Fault) -> bool {
    answer.as_ref().is_err_and(|failure| failure.problem == problem)
}

/// A failed reading as a refusal.
pub(super) fn refusal(failure: &Failure) -> Problem {
    let (words, hint) = match failure.problem {
        Fault::Cancelled => return crate::progress::stopped(),
        Fault::NotOfThisKind => ("a file of this kind has nothing of the sort", "Open a copy of it outside."),
        Fault::Locked => {
            ("the file asks for a password", "Attach a copy that is not locked, beside this one.")
        }
        Fault::TooLarge => {
            ("the file, or what it unpacks to, is larger than is read", "Open a copy of it outside.")
        }
        Fault::Stopped => (
            "reading the file took more time or memory than it may, and was stopped",
            "Open a copy of it outside.",
        ),
        Fault::Unreadable => {
            ("the file is damaged, or not what it claims to be", "Open a copy of it outside.")
        }
        Fault::Failed => {
            ("the reading of the file failed", "Try again; if it fails again, open a copy of it outside.")
        }
    };
    Problem::new(Code::Invalid, words)
        .hint(hint)
        .with("reading", failure.problem.code())
        .with("detail", failure.detail.clone())
}

fn state(answer: &Result<Answer, Failure>) -> String {
    match answer {
        Ok(_) => "read",
        Err(failure) if failure.problem == Fault::NotOfThisKind => "none",
        Err(failure) => failure.problem.code(),
    }
    .to_owned()
}

fn word(credentials: Credentials) -> &'static str {
    match credentials {
        Credentials::Absent => "absent",
        Credentials::Invalid => "invalid",
        Credentials::Valid => "valid",
        Credentials::Trusted => "trusted",
    }
}

fn of(capture: CaptureId) -> Filter {
    Filter { equal: vec![("capture_id", capture.0)], trashed: Some(false), ..Filter::default() }
}

/// The text beside those that were read before, if it is another one.
fn keep_text(
    tx: &mut Tx<'_>,
    capture_id: CaptureId,
    file: evidence::Kept,
    pages: Option<u32>,
) -> Result<(), Problem> {
    let before: Vec<CaptureText> = tx.list(&of(capture_id))?;
    if before.last().is_some_and(|last| last.sha256 == file.sha256) {
        return Ok(());
    }
    let text = CaptureText {
        uuid: CaptureTextId(tx.id()),
        capture_id,
        sha256: file.sha256,
        size: i64::try_from(file.size).unwrap_or(i64::MAX),
        tool: reading::TOOL.to_owned(),
        made: tx.now().to_rfc3339_opts(SecondsFormat::Millis, true),
        pages: pages.map(i64::from),
        trashed: false,
        erased: None,
    };
    put(tx, &text)
}

/// The values that are new are added, those that are gone go to the trash; a value that can harm is withheld until an editor says
/// otherwise.
fn keep_metadata(tx: &mut Tx<'_>, capture_id: CaptureId, found: &[Found]) -> Result<(), Problem> {
    let mut before: Vec<Metadata> = tx.list(&of(capture_id))?;
    let now = tx.now().to_rfc3339_opts(SecondsFormat::Millis, true);
    for value in found {
        let origin = serde_json::from_value(json!(value.origin))?;
        let same = |known: &Metadata| {
            known.origin == origin && known.name == value.name && known.value == value.value
        };
        if let Some(at) = before.iter().position(same) {
            before.swap_remove(at);
            continue;
        }
        let row = Metadata {
            uuid: MetadataId(tx.id()),
            capture_id,
            origin,
            name: value.name.clone(),
            value: value.value.clone(),
            tool: reading::TOOL.to_owned(),
            read: now.clone(),
            sensitive: value.sensitive,
            withheld: value.sensitive,
            trashed: false,
            erased: None,
        };
        tx.add(&row)?;
    }
    for gone in before {
        tx.trash::<Metadata>(gone.uuid.0)?;
    }
    Ok(())
}

fn told(capture: &Capture, reading: Option<Reading>) -> ReadingState {
    let not = || "not_read".to_owned();
    match reading {
        Some(reading) => ReadingState {
            id: capture.uuid,
            text: reading.text,
            metadata: reading.metadata,
            picture: reading.picture,
            credentials: reading.credentials,
            at: Some(reading.at),
        },
        None => ReadingState {
            id: capture.uuid,
            text: not(),
            metadata: not(),
            picture: not(),
            credentials: None,
            at: None,
        },
    }
}

fn reading_of(desk: &mut Desk, _: &Context, request: ById) -> Result<ReadingState, Problem> {
    let capture = record::found::<Capture>(desk, request.id)?;
    let known = readings::of(&desk.workspace, &capture.sha256);
    Ok(told(&capture, known))
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Long "capture.read", ById => CaptureRead, read, "Reads a preserved file, or reads it again: its text, its metadata, its perceptual hash. A file that cannot be read stays preserved, and it is told why."),
        command!(Read "capture.reading", ById => ReadingState, reading_of, "Tells what the last reading of a preserved file came to."),
    ]
}
