//! The house's logo: a picture without active content, kept among the preserved files.

use crate::commands::workspace::HOUSE;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{Nothing, Wrote, answer, wire};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claims::records::House;
use serde_json::{Map, Value};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What a logo may be. A drawing that can hold a script (SVG) may not.
const PICTURES: [&str; 3] = ["image/png", "image/jpeg", "image/webp"];

/// Largest logo, in bytes: every page of a report carries it.
const LARGEST: u64 = 2_000_000;

/// Longest side of a logo, in pixels: drawing it takes memory by its pixels, not by its bytes.
const LONGEST_SIDE: usize = 4_000;

wire! {
    /// Sets the house's logo.
    pub struct HouseLogo {
        /// A PNG, JPEG or WebP file of at most 2 MB; it is copied. None = no logo.
        pub path: Option<PathBuf>,
    }
}

answer! {
    /// The house's logo, to be looked at.
    pub struct LogoPicture {
        /// SHA-256 of its file.
        pub id: String,
        /// Its media type.
        pub name: String,
        /// Bytes.
        pub size: u64,
        /// Pixels across.
        pub width: u32,
        /// Pixels down.
        pub height: u32,
        /// The picture itself, as a `data:` address.
        pub data_url: String,
    }
}

fn logo(desk: &mut Desk, context: &Context, request: HouseLogo) -> Result<Wrote<House>, Problem> {
    desk.acting(context)?;
    let kept = match &request.path {
        None => None,
        Some(path) => {
            let bytes = read(path)?;
            let kind = evidence::media_type_of(&bytes);
            if !PICTURES.contains(&kind.as_str()) {
                return Err(Problem::new(Code::Invalid, format!("{} is no PNG, JPEG or WebP picture", path.display()))
                    .hint("Save the logo as PNG, and choose that file. A drawing that can hold a script is not taken.")
                    .field("path")
                    .with("media_type", kind));
            }
            let (width, height) = pixels(&bytes).ok_or_else(|| {
                Problem::new(
                    Code::Invalid,
                    format!("{} begins like a picture and is cut short", path.display()),
                )
                .hint("Save the logo anew as PNG, and choose that file.")
                .field("path")
            })?;
            if width.max(height) > LONGEST_SIDE {
                return Err(Problem::new(Code::Invalid, format!("the logo has {width} x {height} pixels"))
                    .hint(format!("Save it with at most {LONGEST_SIDE} pixels on its longer side."))
                    .field("path")
                    .with("width", width)
                    .with("height", height));
            }
            Some(desk.shelf.put_reader(&mut bytes.as_slice())?)
        }
    };
    let text = |text: Option<&String>| text.map_or(Value::Null, |text| text.clone().into());
    let fields = Map::from_iter([
        ("logo_sha256".to_owned(), text(kept.as_ref().map(|kept| &kept.sha256))),
        ("logo_media_type".to_owned(), text(kept.as_ref().map(|kept| &kept.media_type))),
    ]);
    desk.write_record(context, |tx| {
        if tx.get::<House>(HOUSE)?.is_none() {
            tx.add(&House {
                uuid: HOUSE,
                name: None,
                url: None,
                corrections_url: None,
                language: None,
                note: None,
                logo_sha256: None,
                logo_media_type: None,
                trashed: false,
                erased: None,
            })?;
        }
        Ok(tx.edit::<House>(HOUSE, fields)?)
    })
}

/// Across and down, if the head of the picture says so.
fn pixels(bytes: &[u8]) -> Option<(usize, usize)> {
    let size = imagesize::blob_size(bytes).ok()?;
    (size.width > 0 && size.height > 0).then_some((size.width, size.height))
}

fn picture(desk: &mut Desk, _: &Context, _: Nothing) -> Result<Option<LogoPicture>, Problem> {
    let house = desk.ledger.get::<House>(HOUSE)?;
    let Some((sha256, kind)) = house.and_then(|house| Some((house.logo_sha256?, house.logo_media_type?)))
    else {
        return Ok(None);
    };
    let bytes = desk.shelf.read(&sha256, LARGEST).map_err(|error| {
        Problem::from(error)
            .hint("Choose the logo's file anew, or take the logo away.")
            .with("sha256", sha256.clone())
    })?;
    let (width, height) = pixels(&bytes).unwrap_or_default();
    Ok(Some(LogoPicture {
        size: bytes.len() as u64,
        width: u32::try_from(width).unwrap_or_default(),
        height: u32::try_from(height).unwrap_or_default(),
        data_url: format!("data:{kind};base64,{}", BASE64.encode(&bytes)),
        id: sha256,
        name: kind,
    }))
}

/// The bytes of a file, if there are not too many.
fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |error: std::io::Error| crate::workspace::io(path, &error).field("path");
    if !std::fs::metadata(path).map_err(failed)?.is_file() {
        return Err(Problem::new(Code::Invalid, format!("{} is no file", path.display())).field("path"));
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
        .map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Problem::new(Code::Invalid, "the logo is larger than 2 MB")
            .hint("Save it smaller: every page of a report carries it.")
            .field("path"));
    }
    Ok(bytes)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Write "house.logo", HouseLogo => Wrote<House>, logo, "Sets the house's logo from a PNG, JPEG or WebP file, or takes it away; the file is copied and kept."),
        command!(Read "house.picture", Nothing => Option<LogoPicture>, picture, "Shows the house's logo as a picture, if one is set."),
    ]
}
