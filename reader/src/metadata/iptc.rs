//! What agencies write into a picture (IPTC IIM), kept in a JPEG within Photoshop's resources.

use super::{Found, Origin, segments};
use crate::{Failure, text::decode};

/// The data sets of record 2 that have a word for a reader.
const NAMES: [(u8, &str); 32] = [
    (5, "ObjectName"),
    (7, "EditStatus"),
    (10, "Urgency"),
    (15, "Category"),
    (20, "SupplementalCategory"),
    (22, "FixtureIdentifier"),
    (25, "Keywords"),
    (26, "ContentLocationCode"),
    (27, "ContentLocationName"),
    (30, "ReleaseDate"),
    (35, "ReleaseTime"),
    (37, "ExpirationDate"),
    (40, "SpecialInstructions"),
    (55, "DateCreated"),
    (60, "TimeCreated"),
    (62, "DigitalCreationDate"),
    (63, "DigitalCreationTime"),
    (65, "OriginatingProgram"),
    (70, "ProgramVersion"),
    (80, "By-line"),
    (85, "By-lineTitle"),
    (90, "City"),
    (92, "Sub-location"),
    (95, "Province-State"),
    (100, "CountryCode"),
    (101, "Country"),
    (103, "OriginalTransmissionReference"),
    (105, "Headline"),
    (110, "Credit"),
    (115, "Source"),
    (116, "CopyrightNotice"),
    (120, "Caption-Abstract"),
];

pub fn read(bytes: &[u8], found: &mut Found) -> Result<(), Failure> {
    let mut resources = Vec::new();
    for (marker, content) in segments::jpeg(bytes) {
        if marker == 0xed
            && let Some(part) = content.strip_prefix(b"Photoshop 3.0\0")
        {
            resources.extend_from_slice(part);
        }
    }
    let mut rest = &resources[..];
    while let Some(tail) = rest.strip_prefix(b"8BIM") {
        let Some((id, content, after)) = resource(tail) else {
            return Err(Failure::unreadable("a resource is cut off"));
        };
        if id == 0x0404 {
            data_sets(content, found)?;
        }
        rest = after;
    }
    Ok(())
}

/// A resource: its number, its content, and what follows.
fn resource(tail: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let id = u16::from_be_bytes([*tail.first()?, *tail.get(1)?]);
    // A name with its length before it, filled up to an even count.
    let name = (usize::from(*tail.get(2)?) + 2) & !1;
    let tail = tail.get(2 + name..)?;
    let length = u32::from_be_bytes([*tail.first()?, *tail.get(1)?, *tail.get(2)?, *tail.get(3)?]) as usize;
    let content = tail.get(4..)?.get(..length)?;
    let after = tail.get(4 + length + length % 2..).unwrap_or_default();
    Some((id, content, after))
}

fn data_sets(mut rest: &[u8], found: &mut Found) -> Result<(), Failure> {
    let mut utf8 = false;
    while let [0x1c, record, number, high, low, tail @ ..] = rest {
        let length = usize::from(u16::from_be_bytes([*high, *low]));
        // A length of more than 32 767 is written differently, and means no text.
        let Some(content) = tail.get(..length).filter(|_| length < 0x8000) else {
            return Err(Failure::unreadable("a value is cut off"));
        };
        rest = &tail[length..];
        match (record, number) {
            (1, 90) => utf8 = content == b"\x1b%G",
            (2, number) => {
                if let Some((_, name)) = NAMES.iter().find(|(known, _)| known == number) {
                    let value = decode::decode(content, utf8.then_some("utf-8")).0;
                    if super::is_sensitive(name) {
                        found.add_sensitive(Origin::Iptc, *name, value);
                    } else {
                        found.add(Origin::Iptc, *name, value);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}
