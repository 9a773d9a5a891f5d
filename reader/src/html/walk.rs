//! One walk through a page for both its text and its safe copy, so that the two cannot differ.
//!
//! White space is laid out here once: runs of it become one space, the beginning of a block becomes a line end, a
//! cell after a cell a tab. These are put right before the words that follow them, in the text and in the copy alike;
//! a browser draws the copy as it drew the page, and `document.body.textContent` of the copy is the text, character
//! by character.

use ego_tree::iter::Edge;
use scraper::{Html, Node, node::Element};

/// What the walk tells.
pub trait Listener {
    /// An element that is kept begins; `name` is what it is called in the copy.
    fn open(&mut self, name: &'static str, element: &Element);
    /// It ends.
    fn close(&mut self, name: &'static str);
    /// The next characters, white space already laid out.
    fn text(&mut self, text: &str);
}

/// Elements that are left out with all that is in them: what runs, what loads, and what nobody reads.
const DROPPED: [&str; 32] = [
    "applet", "area", "audio", "base", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe",
    "input", "link", "map", "math", "meta", "noembed", "noframes", "noscript", "object", "param", "portal",
    "progress", "script", "select", "style", "svg", "template", "textarea", "title", "track", "video",
];

/// Elements that are kept as what they are, and do not begin a line.
const INLINE: [&str; 36] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "wbr",
];

/// Elements that are kept as what they are, and begin and end a line.
const BLOCK: [&str; 45] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements that are kept under another name, so that they do nothing.
const RENAMED: [(&str, &str); 6] = [
    ("form", "div"),
    ("button", "span"),
    ("listing", "pre"),
    ("xmp", "pre"),
    ("plaintext", "pre"),
    ("output", "span"),
];

/// What is owed before the next word.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owed {
    Nothing,
    Space,
    Tab,
    Line,
}

/// Walks through the body of a page.
pub fn walk(page: &Html, listener: &mut impl Listener) {
    let mut walker = Walker { listener, owed: Owed::Nothing, begun: false, preformatted: 0 };
    let Some(body) = body(page) else { return };
    // An id of the element whose whole inside is passed over.
    let mut passed = None;
    for edge in body.traverse() {
        match edge {
            Edge::Open(node) if passed.is_none() => match node.value() {
                Node::Text(text) => walker.words(&text.text),
                Node::Element(element) if node.id() != body.id() => {
                    let name = element.name();
                    if DROPPED.contains(&name) || foreign(element) {
                        passed = Some(node.id());
                    } else {
                        walker.open(name, element);
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if passed == Some(node.id()) {
                    passed = None;
                } else if passed.is_none()
                    && node.id() != body.id()
                    && let Node::Element(element) = node.value()
                {
                    walker.close(element.name());
                }
            }
            Edge::Open(_) => {}
        }
    }
}

/// Every style sheet that stands in the page itself, with the media it is meant for.
pub fn styles(page: &Html) -> Vec<(String, String)> {
    let mut styles = Vec::new();
    for node in page.tree.root().descendants() {
        let Node::Element(element) = node.value() else { continue };
        if element.name() == "style" && !foreign(element) {
            let css: String =
                node.children().filter_map(|child| child.value().as_text().map(|text| &*text.text)).collect();
            styles.push((element.attr("media").unwrap_or_default().to_owned(), css));
        }
    }
    styles
}

/// The body: the only element of that name that a parser makes, below the root.
fn body(page: &Html) -> Option<ego_tree::NodeRef<'_, Node>> {
    let root = page.tree.root().children().find(|node| named(node, "html"))?;
    root.children().find(|node| named(node, "body"))
}

fn named(node: &ego_tree::NodeRef<'_, Node>, name: &str) -> bool {
    node.value().as_element().is_some_and(|element| element.name() == name)
}

/// Whether an element is of SVG or MathML.
fn foreign(element: &Element) -> bool {
    &*element.name.ns != "http://www.w3.org/1999/xhtml"
}

/// What an element is called in the copy.
fn called(name: &str) -> &'static str {
    let found = |names: &[&'static str]| names.iter().copied().find(|kept| *kept == name);
    if let Some(kept) = found(&INLINE).or_else(|| found(&BLOCK)).or_else(|| found(&["td", "th"])) {
        return kept;
    }
    RENAMED.iter().find(|(from, _)| *from == name).map_or("span", |(_, to)| to)
}

fn is_pre(name: &str) -> bool {
    matches!(name, "pre" | "listing" | "xmp" | "plaintext")
}

struct Walker<'a, L> {
    listener: &'a mut L,
    owed: Owed,
    begun: bool,
    preformatted: usize,
}

impl<L: Listener> Walker<'_, L> {
    fn owe(&mut self, owed: Owed) {
        if self.begun {
            self.owed = self.owed.max(owed);
        }
    }

    fn pay(&mut self) {
        let white = match std::mem::replace(&mut self.owed, Owed::Nothing) {
            Owed::Nothing => return,
            Owed::Space => " ",
            Owed::Tab => "\t",
            Owed::Line => "\n",
        };
        self.listener.text(white);
    }

    fn open(&mut self, name: &str, element: &Element) {
        if is_pre(name) {
            // A line end inside would be drawn; right after the tag it would be lost.
            self.owe(Owed::Line);
            self.pay();
            self.preformatted += 1;
        } else {
            self.edge(name);
        }
        self.listener.open(called(name), element);
    }

    fn close(&mut self, name: &str) {
        self.listener.close(called(name));
        if is_pre(name) {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        self.edge(name);
    }

    /// What the beginning or end of an element owes.
    fn edge(&mut self, name: &str) {
        if matches!(name, "td" | "th") {
            self.owe(Owed::Tab);
        } else if name == "br" || name == "form" || is_pre(name) || BLOCK.contains(&name) {
            self.owe(Owed::Line);
        }
    }

    fn words(&mut self, text: &str) {
        if self.preformatted > 0 {
            if !text.is_empty() {
                self.pay();
                self.begun = true;
                self.listener.text(&text.replace("\r\n", "\n").replace('\r', "\n"));
            }
            return;
        }
        let white = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
        let mut rest = text;
        while !rest.is_empty() {
            let words = rest.trim_start_matches(white);
            if words.len() < rest.len() {
                self.owe(Owed::Space);
            }
            let end = words.find(white).unwrap_or(words.len());
            if end > 0 {
                self.pay();
                self.begun = true;
                self.listener.text(&words[..end]);
            }
            rest = &words[end..];
        }
    }
}
