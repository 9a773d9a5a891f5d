//! The text of a PDF, page by page.

use super::{PAGE_BREAK, Text, decode};
use crate::{Failure, Problem, bounds};
use pdf_extract::{Document, PlainTextOutput, output_doc_page};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The text of each page in its order. A page that cannot be read is empty, unless none can.
pub fn read(bytes: &[u8]) -> Result<Text, Failure> {
    let document = open(bytes)?;
    let mut text = String::new();
    let mut pages = 0;
    let mut fault = None;
    let mut read = 0_u32;
    for number in document.get_pages().into_keys() {
        if pages > 0 {
            text.push(PAGE_BREAK);
        }
        pages += 1;
        match page(&document, number) {
            Ok(words) => {
                read += 1;
                text.push_str(&words);
            }
            Err(failure) => fault = fault.or(Some(failure)),
        }
        if text.len() > bounds::TEXT {
            return Err(Failure::too_large("the text of the PDF"));
        }
    }
    match fault {
        Some(failure) if read == 0 => Err(failure),
        _ if pages == 0 => Err(Failure::unreadable("the PDF has no pages")),
        _ => Ok(Text { text, pages: Some(pages), encoding: None }),
    }
}

/// The PDF, unlocked if it is locked with the empty password.
pub fn open(bytes: &[u8]) -> Result<Document, Failure> {
    let mut document = Document::load_mem(bytes).map_err(Failure::unreadable)?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Failure::of(Problem::Locked, "the PDF asks for a password"));
    }
    Ok(document)
}

/// One page. The library panics at fonts that it does not know; then the other pages are still read.
fn page(document: &Document, number: u32) -> Result<String, Failure> {
    let words = catch_unwind(AssertUnwindSafe(|| {
        let mut words = String::new();
        let mut output = PlainTextOutput::new(&mut words);
        output_doc_page(document, &mut output, number).map(|()| words)
    }));
    match words {
        Ok(Ok(words)) => Ok(tidy(&decode::line_ends(&words))),
        Ok(Err(error)) => Err(Failure::unreadable(error)),
        Err(_) => Err(Failure::unreadable(format!("page {number} of the PDF"))),
    }
}

/// Empty lines at the beginning and end of a page are the library's, not the page's. A form feed would be a page.
fn tidy(words: &str) -> String {
    words.trim_matches('\n').replace(PAGE_BREAK, " ")
}
