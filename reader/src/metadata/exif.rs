//! What a camera wrote. Its times have no zone unless the camera wrote one beside them; none is made up here.

use super::{Found, Origin, is_sensitive};
use crate::Failure;
use exif::{Context, Error, In, Reader, Tag, Value};
use std::io::Cursor;

/// Values longer than this are a maker's own data, not a word for a reader.
const LONG: usize = 2_000;

pub fn read(bytes: &[u8], found: &mut Found) -> Result<(), Failure> {
    let exif = match Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes)) {
        Ok(exif) => exif,
        Err(Error::NotFound(_)) => return Ok(()),
        Err(Error::PartialResult(partial)) => {
            let (exif, faults) = partial.into_inner();
            found.faults.push((Origin::Exif, format!("{} entries are damaged", faults.len())));
            exif
        }
        // Formats that carry none, as GIF.
        Err(Error::InvalidFormat(_)) if !is_carrier(bytes) => return Ok(()),
        Err(error) => return Err(Failure::unreadable(error)),
    };
    for field in exif.fields() {
        let size = match &field.value {
            Value::Undefined(bytes, _) => bytes.len(),
            Value::Ascii(texts) => texts.iter().map(Vec::len).sum(),
            Value::Byte(bytes) => bytes.len(),
            _ => 0,
        };
        let skipped =
            matches!(field.tag, Tag::MakerNote | Tag::StripOffsets | Tag::StripByteCounts | Tag::TileOffsets);
        if skipped || size > LONG {
            continue;
        }
        let mut name = name(field.tag);
        if field.ifd_num == In::THUMBNAIL {
            name.push_str(" (thumbnail)");
        }
        let value = match &field.value {
            Value::Ascii(texts) => {
                let texts: Vec<_> =
                    texts.iter().map(|text| String::from_utf8_lossy(text).into_owned()).collect();
                texts.join("; ")
            }
            _ => field.display_value().to_string().chars().take(LONG).collect(),
        };
        if field.tag.context() == Context::Gps || is_sensitive(&name) {
            found.add_sensitive(Origin::Exif, name, value);
        } else {
            found.add(Origin::Exif, name, value);
        }
    }
    Ok(())
}

/// The name of a tag; one without a name is told by its number.
fn name(tag: Tag) -> String {
    match tag.description() {
        Some(_) => tag.to_string(),
        None => format!("tag 0x{:04x}", tag.number()),
    }
}

fn is_carrier(bytes: &[u8]) -> bool {
    !bytes.starts_with(b"GIF8")
}

/// The bytes of the picture that the camera put beside its description, if there is one.
pub fn thumbnail(bytes: &[u8]) -> Result<Option<Vec<u8>>, Failure> {
    let exif = match Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes)) {
        Ok(exif) => exif,
        Err(Error::PartialResult(partial)) => partial.into_inner().0,
        Err(Error::NotFound(_)) => return Ok(None),
        Err(error) => return Err(Failure::unreadable(error)),
    };
    let number = |tag| exif.get_field(tag, In::THUMBNAIL).and_then(|field| field.value.get_uint(0));
    let offset = number(Tag::JPEGInterchangeFormat);
    let length = number(Tag::JPEGInterchangeFormatLength);
    let (Some(offset), Some(length)) = (offset, length) else { return Ok(None) };
    let end = (offset as usize).checked_add(length as usize);
    let inside = end.and_then(|end| exif.buf().get(offset as usize..end));
    inside
        .map(|bytes| Some(bytes.to_vec()))
        .ok_or_else(|| Failure::unreadable("the thumbnail lies outside of the file"))
}
