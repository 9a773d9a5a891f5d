//! A page with its parts in one file, as browsers save it (RFC 2557).

use super::{Part, Resources, is_page};
use crate::{Failure, bounds};
use mail_parser::{MessageParser, MimeHeaders, PartType};

pub fn page(bytes: &[u8]) -> Result<(Part, Resources), Failure> {
    let message = MessageParser::default().parse(bytes);
    let message = message.ok_or_else(|| Failure::unreadable("this is no MHTML"))?;
    let mut main: Option<Part> = None;
    let mut resources = Resources::default();
    let mut room = bounds::RESOURCES;
    for part in message.parts.iter().take(bounds::ENTRIES) {
        let (body, decoded) = match &part.body {
            PartType::Text(text) | PartType::Html(text) => (text.as_bytes(), true),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => (bytes.as_ref(), false),
            PartType::Message(_) | PartType::Multipart(_) => continue,
        };
        room =
            room.checked_sub(body.len() as u64).ok_or_else(|| Failure::too_large("the parts of the page"))?;
        let media_type = part.content_type().map(|kind| {
            format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
        });
        let part = Part {
            address: part.content_location().map(|address| address.trim().to_owned()),
            media_type: media_type.unwrap_or_default(),
            charset: decoded.then(|| "utf-8".to_owned()),
            bytes: body.to_vec(),
        };
        if main.is_none() && is_page(&part.media_type) {
            main = Some(part);
        } else {
            resources.insert(part);
        }
    }
    for part in &message.parts {
        // A part may also be named by its id, as `cid:`.
        if let (Some(id), PartType::Binary(bytes) | PartType::InlineBinary(bytes)) =
            (part.content_id(), &part.body)
        {
            let media_type = part.content_type().map(|kind| {
                format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or_default()).to_ascii_lowercase()
            });
            resources.insert(Part {
                address: Some(format!("cid:{id}")),
                media_type: media_type.unwrap_or_default(),
                charset: None,
                bytes: bytes.to_vec(),
            });
        }
    }
    let mut main = main.ok_or_else(|| Failure::unreadable("there is no page in the MHTML"))?;
    if main.address.is_none() {
        let saved = message.header_raw("Snapshot-Content-Location").map(|value| value.trim().to_owned());
        main.address = saved;
    }
    Ok((main, resources))
}
