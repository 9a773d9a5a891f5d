//! The bytes of a preserved file, for the pane that shows it: hashed on the way, so that nothing altered is drawn as if it were right.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record;
use crate::table::{Command, command};
use crate::wire::{ById, answer};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claims::ids::CaptureId;
use claims::records::Capture;

/// Largest file that crosses whole, in bytes.
const LARGEST: u64 = 200_000_000;

answer! {
    /// A preserved file, whole and unchanged.
    pub struct CaptureBytes {
        /// The capture.
        pub id: CaptureId,
        /// Its media type, by content.
        pub media_type: String,
        /// The file, in Base64.
        pub base64: String,
    }
}

fn bytes(desk: &mut Desk, _: &Context, request: ById) -> Result<CaptureBytes, Problem> {
    let capture = record::found::<Capture>(desk, request.id)?;
    if u64::try_from(capture.size).unwrap_or(0) > LARGEST {
        return Err(Problem::new(Code::Invalid, "this file is too large to be shown in the window")
            .hint("Open a copy of it outside.")
            .with("size", capture.size));
    }
    let bytes = desk
        .shelf
        .read(&capture.sha256, LARGEST)
        .map_err(|error| Problem::from(error).with("capture", capture.uuid.to_string()))?;
    Ok(CaptureBytes { id: capture.uuid, media_type: capture.media_type, base64: BASE64.encode(&bytes) })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "capture.bytes", ById => CaptureBytes, bytes, "Gives a preserved file whole, hashed on the way; one that is missing or has changed is refused."),
    ]
}
