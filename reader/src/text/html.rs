//! The text of a page: what stands in its body, without what runs in it and how it looks.

use crate::Failure;
use crate::html::{self, walk};
use scraper::Html;
use scraper::node::Element;

/// The text of a page in these bytes.
pub fn read(bytes: &[u8], declared: Option<&str>) -> Result<String, Failure> {
    Ok(of_tree(&html::parse(bytes, declared)?))
}

/// The text of a page that is parsed already.
pub fn of_tree(page: &Html) -> String {
    let mut words = Words(String::new());
    walk::walk(page, &mut words);
    words.0
}

struct Words(String);

impl walk::Listener for Words {
    fn open(&mut self, _: &'static str, _: &Element) {}
    fn close(&mut self, _: &'static str) {}
    fn text(&mut self, text: &str) {
        self.0.push_str(text);
    }
}
