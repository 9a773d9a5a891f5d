//! What a file says about itself: every value as found, with its origin.
//!
//! Nothing here is believed, completed or converted. A date without a time zone stays without one; two dates that
//! disagree stand side by side. Values that could harm a person (where a picture was taken, which device took it) are
//! marked, so that they can be withheld.

mod document;
mod exif;
mod head;
mod iptc;
mod json_ld;
mod message;
mod pdf;
mod segments;
mod xmp;

pub(crate) use exif::thumbnail;
pub use reading::{Credentials, Metadata, Origin, Value};

use crate::archive;
use crate::{Failure, Kind, bounds, html};

/// What a file of this kind says about itself.
pub fn read(bytes: &[u8], kind: Kind) -> Result<Metadata, Failure> {
    let mut found = Found::default();
    match kind {
        Kind::Html => head::read(&html::parse(bytes, None)?, &mut found),
        Kind::Mhtml | Kind::Warc | Kind::Wacz => {
            if kind == Kind::Mhtml {
                found.attempt(Origin::Message, |found| message::read(bytes, found));
            }
            let (main, _) = archive::page(bytes, kind)?;
            head::read(&html::parse(&main.bytes, main.charset.as_deref())?, &mut found);
        }
        Kind::Pdf => pdf::read(bytes, &mut found)?,
        Kind::Docx => document::read(bytes, &mut found)?,
        Kind::Message => message::read(bytes, &mut found)?,
        Kind::Picture | Kind::OtherPicture => {
            found.attempt(Origin::Exif, |found| exif::read(bytes, found));
            found.attempt(Origin::Iptc, |found| iptc::read(bytes, found));
            found.attempt(Origin::Xmp, |found| xmp::read(&segments::xmp(bytes), found));
        }
        Kind::Audio | Kind::Video | Kind::Plain | Kind::Other => {}
    }
    Ok(Metadata { values: found.values, credentials: None, faults: found.faults })
}

/// Gathers values, within bounds.
#[derive(Default)]
struct Found {
    values: Vec<Value>,
    faults: Vec<(Origin, String)>,
}

impl Found {
    fn add(&mut self, origin: Origin, name: impl Into<String>, value: impl Into<String>) {
        self.push(origin, name.into(), value.into(), false);
    }

    fn add_sensitive(&mut self, origin: Origin, name: impl Into<String>, value: impl Into<String>) {
        self.push(origin, name.into(), value.into(), true);
    }

    fn push(&mut self, origin: Origin, name: String, value: String, sensitive: bool) {
        let value = value.trim_matches(['\0', ' ', '\n', '\r', '\t']).replace('\0', "\u{fffd}");
        if value.is_empty() {
            return;
        }
        if self.values.len() >= bounds::VALUES {
            let told = format!("more than {} values; the rest is left out", bounds::VALUES);
            if self.faults.iter().all(|(_, fault)| *fault != told) {
                self.faults.push((origin, told));
            }
            return;
        }
        let cut = value.char_indices().nth(bounds::VALUE).map(|(at, _)| at);
        let value = match cut {
            Some(at) => format!("{} […]", &value[..at]),
            None => value,
        };
        let name: String = name.chars().filter(|c| !c.is_control()).take(200).collect();
        self.values.push(Value { origin, name, value, sensitive });
    }

    /// A part of a file that may be damaged while the others are not.
    fn attempt(&mut self, origin: Origin, read: impl FnOnce(&mut Self) -> Result<(), Failure>) {
        if let Err(failure) = read(self) {
            self.faults.push((origin, failure.detail));
        }
    }
}

/// Whether a name is of the sort that tells where somebody was, or which device is theirs.
fn is_sensitive(name: &str) -> bool {
    let name: String = name.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    [
        "gps",
        "serialnumber",
        "latitude",
        "longitude",
        "altitude",
        "geopos",
        "icbm",
        "cameraowner",
        "ownername",
        "imageuniqueid",
        "hostcomputer",
        "originatingip",
        "locationcreated",
        "sublocation",
    ]
    .iter()
    .any(|word| name.contains(word))
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
