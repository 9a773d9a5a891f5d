//! A copy of an archived page that is safe to show: nothing runs in it, and nothing is loaded from anywhere.
//!
//! The copy is not a cleaned page but one written anew, element by element, from a list of what may be in it. A
//! strict content policy stands first in it all the same, and it is meant to be shown in a sandbox: three fences, each
//! of which is enough.

mod address;
mod style;
mod write;

pub use reading::Page;
pub(crate) use write::title;

use crate::archive::{self, Resources};
use crate::html::{self, walk};
use crate::{Failure, Kind, bounds, kind};
use scraper::Html;

/// What the copy may do: nothing but draw itself, with pictures that it carries within.
pub const POLICY: &str =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The safe copy of a file of pages: HTML, MHTML, WARC or WACZ; the words of a mail, a text or a document have none.
pub fn read(bytes: &[u8], kind: Kind) -> Result<Page, Failure> {
    match kind {
        Kind::Html => Ok(of_tree(&html::parse(bytes, None)?, &Resources::default())),
        Kind::Mhtml | Kind::Warc | Kind::Wacz => {
            let (main, resources) = archive::page(bytes, kind)?;
            let tree = html::parse(&main.bytes, main.charset.as_deref())?;
            let mut page = of_tree(&tree, &resources);
            page.address = main.address;
            Ok(page)
        }
        other => Err(kind::none("a page", other)),
    }
}

/// The safe copy of a page that is parsed already.
pub(crate) fn of_tree(tree: &Html, resources: &Resources) -> Page {
    let words = crate::text::html::of_tree(tree);
    let written = write::page(tree, resources);
    if written.len() <= 2 * bounds::HTML && is_faithful(&written, &words) {
        return Page { html: written, address: None, words_only: false };
    }
    Page { html: write::words(tree, &words), address: None, words_only: true }
}

/// Whether a browser, reading the copy, would find the very words of the page in it.
fn is_faithful(written: &str, words: &str) -> bool {
    let again = Html::parse_document(written);
    let body = again
        .tree
        .root()
        .descendants()
        .find(|node| node.value().as_element().is_some_and(|element| element.name() == "body"));
    let mut left = words;
    for node in body.iter().flat_map(|body| body.descendants()) {
        if let scraper::Node::Text(text) = node.value() {
            match left.strip_prefix(&*text.text) {
                Some(rest) => left = rest,
                None => return false,
            }
        }
    }
    walk::styles(&again).iter().all(|(_, css)| style::loads_nothing(css)) && left.is_empty()
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
