//! Checks of a picture that an editor does by hand; each is kept with its day, its settings and its result.

use super::read::one;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, editor, living, put};
use crate::table::{Command, command};
use crate::wire::{ById, Wrote, answer, wire};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::SecondsFormat;
use claims::ids::{CaptureId, PictureCheckId};
use claims::records::{Capture, PictureCheck};
use claims::words::PictureCheckKind;
use reading::{Answer, Credentials, Want};
use serde_json::{Map, Value, json};

/// Largest result that is given, in bytes.
const LARGEST: u64 = 200_000_000;

wire! {
    /// A check of a picture.
    pub struct PictureCheckMake {
        /// The picture.
        pub capture_id: CaptureId,
        /// Which check.
        pub kind: PictureCheckKind,
        /// For error levels: the JPEG quality of the second saving, 1 to 100; none = 90.
        pub quality: Option<u32>,
        /// For error levels: by how much differences are multiplied, 1 to 50; none = 15.
        pub scale: Option<u32>,
        /// For the magnifier: the place looked at, as `xywh=percent:x,y,w,h`; for a search: where it was looked for.
        pub place: Option<String>,
        /// What was seen.
        pub note: Option<String>,
    }
}

answer! {
    /// The picture that a check gave.
    pub struct PictureCheckResult {
        /// The check.
        pub id: PictureCheckId,
        /// Media type of the picture.
        pub media_type: String,
        /// The picture, in Base64.
        pub base64: String,
    }
}

fn make(
    desk: &mut Desk,
    context: &Context,
    request: PictureCheckMake,
) -> Result<Wrote<PictureCheck>, Problem> {
    if !desk.door_can_write {
        desk.acting(context)?;
    }
    let capture = record::found::<Capture>(desk, request.capture_id.0)?;
    let mut settings = Map::new();
    let (quality, scale) =
        (within(request.quality, 90, 100, "quality")?, within(request.scale, 15, 50, "scale")?);
    let want = match request.kind {
        PictureCheckKind::ErrorLevel => {
            settings.insert("quality".to_owned(), json!(quality));
            settings.insert("scale".to_owned(), json!(scale));
            Some(Want::ErrorLevel { quality, scale })
        }
        PictureCheckKind::Histogram => Some(Want::Histogram),
        PictureCheckKind::Thumbnail => Some(Want::Thumbnail),
        PictureCheckKind::Credentials => Some(Want::Metadata),
        PictureCheckKind::Magnifier | PictureCheckKind::ReverseSearch => {
            if request.note.as_deref().is_none_or(|note| note.trim().is_empty()) {
                return Err(Problem::new(Code::Invalid, "say what was seen").field("note"));
            }
            None
        }
    };
    if let Some(place) = request.place.as_deref().map(str::trim).filter(|place| !place.is_empty()) {
        settings.insert("place".to_owned(), json!(place));
    }
    let mut png = None;
    match want.map(|want| one(desk, context, &capture, want)).transpose()? {
        Some(Answer::Rendition(made)) => {
            settings.insert("tool".to_owned(), json!(reading::TOOL));
            settings.insert("full_width".to_owned(), json!(made.full_width));
            settings.insert("full_height".to_owned(), json!(made.full_height));
            png = Some(made.png);
        }
        Some(Answer::Metadata(read)) => {
            settings.insert("tool".to_owned(), json!(reading::TOOL));
            settings.insert("state".to_owned(), json!(read.credentials.unwrap_or(Credentials::Absent)));
            let codes = read.values.iter().filter(|value| value.name.starts_with("validation."));
            let codes: Vec<&str> = codes.map(|value| value.value.as_str()).collect();
            settings.insert("codes".to_owned(), json!(codes));
        }
        _ => {}
    }
    let note = request.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
    desk.with_pen(|desk| {
        let kept = png.map(|png| desk.shelf.put_reader(&mut png.as_slice())).transpose()?;
        desk.write_record(context, |tx| {
            let capture: Capture = living(tx, request.capture_id.0)?;
            let check = PictureCheck {
                uuid: PictureCheckId(tx.id()),
                capture_id: capture.uuid,
                kind: request.kind,
                made: tx.now().to_rfc3339_opts(SecondsFormat::Millis, true),
                editor_id: editor(tx)?,
                settings: (!settings.is_empty()).then(|| Value::Object(settings).to_string()),
                sha256: kept.as_ref().map(|kept| kept.sha256.clone()),
                media_type: kept.as_ref().map(|kept| kept.media_type.clone()),
                size: kept.as_ref().map(|kept| i64::try_from(kept.size).unwrap_or(i64::MAX)),
                note,
                trashed: false,
                erased: None,
            };
            put(tx, &check)?;
            Ok(check)
        })
    })
}

fn within(given: Option<u32>, usual: u8, most: u8, field: &'static str) -> Result<u8, Problem> {
    let Some(given) = given else { return Ok(usual) };
    u8::try_from(given).ok().filter(|given| (1..=most).contains(given)).ok_or_else(|| {
        Problem::new(Code::Invalid, format!("{field} is a whole number from 1 to {most}")).field(field)
    })
}

fn result(desk: &mut Desk, _: &Context, request: ById) -> Result<PictureCheckResult, Problem> {
    let check = record::found::<PictureCheck>(desk, request.id)?;
    let (Some(sha256), Some(media_type)) = (check.sha256, check.media_type) else {
        return Err(Problem::new(Code::NotFound, "this check gave no picture; what was seen is its note")
            .with("id", check.uuid.to_string()));
    };
    let bytes = desk.shelf.read(&sha256, LARGEST)?;
    Ok(PictureCheckResult { id: check.uuid, media_type, base64: BASE64.encode(bytes) })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Long "picture_check.make", PictureCheckMake => Wrote<PictureCheck>, make, "Checks a picture: error levels, histogram, the thumbnail in its metadata, its content credentials; or notes what was seen under the magnifier or found by a search. The result is kept."),
        command!(Read "picture_check.result", ById => PictureCheckResult, result, "Gives the picture that a check gave."),
    ]
}
