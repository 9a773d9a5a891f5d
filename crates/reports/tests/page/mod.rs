//! A strict little reader of HTML pages: enough to see that ours are whole.

use std::collections::{BTreeMap, HashSet};

/// Elements without content.
const VOID: [&str; 7] = ["meta", "br", "col", "link", "img", "hr", "input"];
/// SVG shapes, which close themselves.
const SHAPES: [&str; 4] = ["path", "rect", "use", "circle"];

pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

pub struct Page {
    pub elements: Vec<Element>,
}

/// Reads a page; panics where a tag is not closed, closes another, or is not well-formed.
pub fn parse(html: &str) -> Page {
    let mut elements: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>\n").expect("a doctype");
    while let Some(at) = rest.find('<') {
        if let Some(last) = open.last() {
            elements[*last].text.push_str(&rest[..at]);
        }
        rest = &rest[at..];
        let end = tag_end(rest);
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop().expect("something is open");
            assert_eq!(elements[last].name, name, "the last opened element closes first");
            continue;
        }
        let element = element(tag);
        let closes = VOID.contains(&element.name.as_str())
            || (SHAPES.contains(&element.name.as_str()) && tag.ends_with('/'));
        let name = element.name.clone();
        elements.push(element);
        if matches!(name.as_str(), "script" | "style") {
            let close = rest.find(&format!("</{name}")).expect("it ends");
            elements.last_mut().unwrap().text = rest[..close].to_owned();
            rest = &rest[close + name.len() + 3..];
        } else if !closes {
            open.push(elements.len() - 1);
        }
    }
    assert!(open.is_empty(), "every element is closed");
    Page { elements }
}

fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    text.char_indices()
        .find(|(_, c)| {
            quoted ^= *c == '"';
            *c == '>' && !quoted
        })
        .expect("a tag ends")
        .0
}

fn element(tag: &str) -> Element {
    let tag = tag.trim_end_matches('/');
    let (name, mut rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "a name: {tag:?}");
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let (key, after) = rest.split_once("=\"").expect("each attribute has a value in quotation marks");
        let (value, after) = after.split_once('"').expect("and it ends");
        assert!(
            key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == ':'),
            "an attribute: {key:?}"
        );
        attributes.push((key.to_owned(), value.to_owned()));
        rest = after;
    }
    Element { name: name.to_owned(), attributes, text: String::new() }
}

impl Page {
    pub fn of(&self, name: &str) -> Vec<&Element> {
        self.elements.iter().filter(|element| element.name == name).collect()
    }

    /// What holds for every page.
    pub fn assert_sound(&self) {
        self.assert_nothing_is_fetched();
        self.assert_links_lead_somewhere();
        self.assert_headings_in_order();
        assert!(self.of("html")[0].attribute("lang").is_some(), "the page has a language");
        assert_eq!(self.of("title").len(), 1);
        assert_eq!(self.of("main").len(), 1);
        for head in self.of("th") {
            assert!(
                matches!(head.attribute("scope"), Some("col" | "row")),
                "each head of a table says what it heads"
            );
        }
        for mark in self.of("svg") {
            assert_eq!(
                mark.attribute("aria-hidden"),
                Some("true"),
                "a mark is hidden where its word is heard"
            );
        }
    }

    fn assert_nothing_is_fetched(&self) {
        for element in &self.elements {
            assert!(
                !matches!(
                    element.name.as_str(),
                    "link" | "iframe" | "object" | "embed" | "form" | "base" | "video" | "audio" | "input"
                ),
                "{}",
                element.name
            );
            let in_the_page = element.name == "img"
                && element.attribute("alt").is_some_and(|alt| !alt.trim().is_empty())
                && element.attribute("src").is_some_and(|src| src.starts_with("data:image/"));
            assert!(
                element.attribute("src").is_none() || in_the_page,
                "only a picture in the page, with words"
            );
            assert!(element.attribute("srcset").is_none());
            if let Some(href) = element.attribute("href") {
                let allowed = href.starts_with('#')
                    || (element.name == "a"
                        && ["http://", "https://", "mailto:"].iter().any(|scheme| href.starts_with(scheme)));
                assert!(allowed, "{href}");
            }
            if element.name == "style" {
                let css = &element.text;
                assert!(!css.contains("@import"));
                assert_eq!(
                    css.matches("url(").count(),
                    css.matches("url(data:font/woff2;base64,").count(),
                    "every font is in the page"
                );
            }
        }
    }

    fn assert_links_lead_somewhere(&self) {
        let mut ids = HashSet::new();
        for id in self.elements.iter().filter_map(|element| element.attribute("id")) {
            assert!(ids.insert(id), "{id} stands once");
        }
        let mut referred = BTreeMap::new();
        for element in &self.elements {
            for (name, value) in &element.attributes {
                match name.as_str() {
                    "href" if value.starts_with('#') => {
                        *referred.entry(value[1..].to_owned()).or_insert(0) += 1
                    }
                    "aria-labelledby" => *referred.entry(value.clone()).or_insert(0) += 1,
                    _ => {}
                }
            }
        }
        for id in referred.keys() {
            assert!(ids.contains(id.as_str()), "#{id} leads somewhere");
        }
        for id in ids.iter().filter(|id| id.starts_with("ref-") || id.starts_with("note-")) {
            assert!(referred.contains_key(*id), "{id} is linked both ways");
        }
    }

    fn assert_headings_in_order(&self) {
        let levels: Vec<u8> =
            self.elements.iter().filter_map(|element| element.name.strip_prefix('h')?.parse().ok()).collect();
        assert_eq!(levels.first(), Some(&1));
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "one title");
        for pair in levels.windows(2) {
            assert!(pair[1] <= pair[0] + 1, "no level is skipped: {pair:?}");
        }
    }
}
