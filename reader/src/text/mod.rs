//! The readable text of a file.
//!
//! Excerpts are anchored on it, so it is made the same way every time, and nothing in it is prettified: characters
//! stand as the file has them, in the order in which it has them. Line ends are LF. In a PDF, pages are told apart by
//! a form feed, as in printing; so the text alone says where a page begins.

pub(crate) mod decode;
mod docx;
pub(crate) mod html;
mod message;
mod pdf;

pub(crate) use docx::parse as parse_xml;
pub(crate) use message::{parse as message, words as header_words};
pub(crate) use pdf::open as open_pdf;

use crate::archive;
use crate::{Failure, Kind, bounds, kind};
pub use reading::{PAGE_BREAK, Text};

fn plain(text: String) -> Text {
    Text { text, pages: None, encoding: None }
}

/// The text of a file of this kind.
pub fn read(bytes: &[u8], kind: Kind) -> Result<Text, Failure> {
    let text = match kind {
        Kind::Pdf => pdf::read(bytes)?,
        Kind::Html => plain(html::read(bytes, None)?),
        Kind::Mhtml | Kind::Warc | Kind::Wacz => {
            let (main, _) = archive::page(bytes, kind)?;
            plain(html::read(&main.bytes, main.charset.as_deref())?)
        }
        Kind::Docx => plain(docx::read(bytes)?),
        Kind::Message => plain(message::read(bytes)?),
        Kind::Plain => {
            kind::within(bytes.len(), bounds::TEXT, "the text")?;
            let (text, encoding) = decode::decode(bytes, None);
            Text { text: decode::line_ends(&text), pages: None, encoding: Some(encoding.to_owned()) }
        }
        other => return Err(kind::none("text", other)),
    };
    kind::within(text.text.len(), bounds::TEXT, "the text")?;
    Ok(text)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
