//! What a PDF says about itself: its information dictionary, and its XMP.

use super::{Found, Origin, xmp};
use crate::{Failure, bounds, text};
use pdf_extract::{Dictionary, Document, Object};
use std::io::Read;

pub fn read(bytes: &[u8], found: &mut Found) -> Result<(), Failure> {
    let document = text::open_pdf(bytes)?;
    found.add(Origin::PdfInfo, "Version", document.version.clone());
    if let Some(info) = document.trailer.get(b"Info").ok().and_then(|info| dictionary(&document, info)) {
        for (name, value) in info {
            let name = String::from_utf8_lossy(name).into_owned();
            if let Some(value) = words(&document, value) {
                found.add(Origin::PdfInfo, name, value);
            }
        }
    }
    let packet = document.catalog().ok().and_then(|catalog| catalog.get(b"Metadata").ok());
    let packet = packet.and_then(|packet| document.dereference(packet).ok()).map(|(_, packet)| packet);
    if let Some(Ok(stream)) = packet.map(Object::as_stream) {
        let content = if stream.is_compressed() {
            // Only the usual filter, and never more than a packet may be.
            let mut unpacked = Vec::new();
            let reader = flate2::read::ZlibDecoder::new(&stream.content[..]);
            let read = reader.take(bounds::XML as u64).read_to_end(&mut unpacked);
            read.map(|_| unpacked).unwrap_or_default()
        } else {
            stream.content.clone()
        };
        if !content.is_empty() {
            found.attempt(Origin::Xmp, |found| xmp::read(&[content], found));
        }
    }
    Ok(())
}

fn dictionary<'a>(document: &'a Document, object: &'a Object) -> Option<&'a Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// A value as text: strings in whichever of the two encodings, names as they are.
fn words(document: &Document, value: &Object) -> Option<String> {
    let (_, value) = document.dereference(value).ok()?;
    match value {
        Object::String(..) => pdf_extract::decode_text_string(value).ok(),
        Object::Name(name) => Some(String::from_utf8_lossy(name).into_owned()),
        Object::Integer(number) => Some(number.to_string()),
        Object::Boolean(truth) => Some(truth.to_string()),
        _ => None,
    }
}
