//! The house's logo: a picture without active content, kept among the preserved files.

use crate::commands::workspace::HOUSE;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::records::House;
use serde_json::{Map, Value};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What a logo may be. A drawing that can hold a script (SVG) may not.
const PICTURES: [&str; 3] = ["image/png", "image/jpeg", "image/webp"];

/// Largest logo, in bytes: every page of a report carries it.
const LARGEST: u64 = 2_000_000;

wire! {
    /// Sets the house's logo.
    pub struct HouseLogo {
        /// A PNG, JPEG or WebP file of at most 2 MB; it is copied. None = no logo.
        pub path: Option<PathBuf>,
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
    ]
}
