//! What was read, for showing: the text in pieces, an archived page as a safe copy, a picture as one that every window draws.

use super::read::one;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record;
use crate::table::{Command, command};
use crate::wire::{ById, answer, wire};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claims::ids::{CaptureId, CaptureTextId};
use claims::records::{Capture, CaptureText};
use ledger::Filter;
use reading::{Answer, Want};

/// Largest text that is read from the shelf, in bytes.
const LARGEST: u64 = 80_000_000;
/// How many characters are given at once, unless fewer are asked for.
const PIECE: u32 = 500_000;

wire! {
    /// A piece of the text of a capture.
    pub struct TextOf {
        /// The capture.
        pub id: CaptureId,
        /// From this character on (Unicode code points); none = from the first.
        pub from: Option<u32>,
        /// At most so many characters; at most 500,000.
        pub limit: Option<u32>,
    }
}

answer! {
    /// A piece of the text that was read out of a capture. Pages are told apart by a form feed.
    pub struct CaptureTextPiece {
        /// The capture.
        pub id: CaptureId,
        /// Which reading of it.
        pub text_id: CaptureTextId,
        /// SHA-256 of the whole text.
        pub sha256: String,
        /// Name and version of the tool that read it.
        pub tool: String,
        /// How many pages; none = it has none.
        pub pages: Option<i64>,
        /// The first character of the piece.
        pub from: u32,
        /// The piece.
        pub text: String,
        /// How many characters the whole text has.
        pub total: u32,
        /// Where the next piece begins; none = this was the last.
        pub next: Option<u32>,
    }

    /// A copy of an archived page that is safe to show: nothing runs in it, and nothing is loaded. The text content of its body is the
    /// text of the capture, character by character.
    pub struct CapturePage {
        /// The capture.
        pub id: CaptureId,
        /// The copy, whole.
        pub html: String,
        /// The address that it was archived from, where the archive says so.
        pub address: Option<String>,
        /// Whether it is the words alone, since the page could not be drawn faithfully.
        pub words_only: bool,
    }

    /// A picture as a PNG that every window draws.
    pub struct CapturePicture {
        /// The capture.
        pub id: CaptureId,
        /// The picture, in Base64.
        pub base64: String,
        /// Its media type.
        pub media_type: String,
        /// Width of what is given, in pixels.
        pub width: u32,
        /// Height of what is given.
        pub height: u32,
        /// Width of the preserved picture.
        pub full_width: u32,
        /// Height of the preserved picture.
        pub full_height: u32,
    }
}

fn text(desk: &mut Desk, _: &Context, request: TextOf) -> Result<CaptureTextPiece, Problem> {
    let capture = record::found::<Capture>(desk, request.id.0)?;
    let filter =
        Filter { equal: vec![("capture_id", capture.uuid.0)], trashed: Some(false), ..Filter::default() };
    let latest: Option<CaptureText> = desk.ledger.list(&filter)?.pop();
    let latest = latest.ok_or_else(|| {
        Problem::new(Code::NotFound, "no text was read out of this file")
            .hint("Read it: counterclaim read CAPTURE. A picture or a recording has none.")
            .with("capture", capture.uuid.to_string())
    })?;
    let bytes = desk.shelf.read(&latest.sha256, LARGEST)?;
    let whole = String::from_utf8_lossy(&bytes);
    let total = whole.chars().count();
    let from = (request.from.unwrap_or(0) as usize).min(total);
    let limit = request.limit.unwrap_or(PIECE).clamp(1, PIECE) as usize;
    let piece: String = whole.chars().skip(from).take(limit).collect();
    let end = (from + limit).min(total);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(CaptureTextPiece {
        id: capture.uuid,
        text_id: latest.uuid,
        sha256: latest.sha256,
        tool: latest.tool,
        pages: latest.pages,
        from: number(from),
        text: piece,
        total: number(total),
        next: (end < total).then(|| number(end)),
    })
}

fn page(desk: &mut Desk, context: &Context, request: ById) -> Result<CapturePage, Problem> {
    let capture = record::found::<Capture>(desk, request.id)?;
    match one(desk, context, &capture, Want::Page)? {
        Answer::Page(page) => Ok(CapturePage {
            id: capture.uuid,
            html: page.html,
            address: page.address,
            words_only: page.words_only,
        }),
        _ => Err(Problem::new(Code::Internal, "the reading gave something else than a page")),
    }
}

fn picture(desk: &mut Desk, context: &Context, request: ById) -> Result<CapturePicture, Problem> {
    let capture = record::found::<Capture>(desk, request.id)?;
    match one(desk, context, &capture, Want::Picture)? {
        Answer::Rendition(made) => Ok(CapturePicture {
            id: capture.uuid,
            base64: BASE64.encode(&made.png),
            media_type: "image/png".to_owned(),
            width: made.width,
            height: made.height,
            full_width: made.full_width,
            full_height: made.full_height,
        }),
        _ => Err(Problem::new(Code::Internal, "the reading gave something else than a picture")),
    }
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "capture.text", TextOf => CaptureTextPiece, text, "Gives the text that was read out of a preserved file, in pieces."),
        command!(Read "capture.page", ById => CapturePage, page, "Gives an archived page as a copy that is safe to show: it runs nothing and loads nothing."),
        command!(Read "capture.picture", ById => CapturePicture, picture, "Gives a preserved picture as a PNG that every window draws, as its camera was held."),
    ]
}
