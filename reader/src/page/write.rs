//! Writes the safe copy.

use super::POLICY;
use super::address::Pictures;
use super::style;
use crate::archive::Resources;
use crate::bounds;
use crate::html::walk::{self, Listener};
use scraper::node::Element;
use scraper::{Html, Node};

/// Attributes that any element may keep, and that name nothing outside.
const ANY: [&str; 8] = ["id", "class", "lang", "dir", "title", "role", "aria-label", "align"];
/// Attributes that some elements may keep.
const SOME: [(&str, &[&str]); 12] = [
    ("td", &["colspan", "rowspan", "headers", "valign", "width", "height", "bgcolor"]),
    ("th", &["colspan", "rowspan", "headers", "scope", "valign", "width", "height", "bgcolor"]),
    ("tr", &["valign", "bgcolor"]),
    ("table", &["border", "cellpadding", "cellspacing", "width", "bgcolor", "summary"]),
    ("col", &["span", "width"]),
    ("colgroup", &["span", "width"]),
    ("ol", &["start", "type", "reversed"]),
    ("li", &["value"]),
    ("time", &["datetime"]),
    ("img", &["alt", "width", "height"]),
    ("font", &["color", "face", "size"]),
    ("del", &["datetime"]),
];
const VOID: [&str; 6] = ["br", "col", "hr", "img", "wbr", "input"];

/// The whole copy.
pub fn page(tree: &Html, resources: &Resources) -> String {
    let mut pictures = Pictures::new(resources);
    let mut out = head(tree);
    let mut room = bounds::STYLES;
    for (media, css) in sheets(tree, &pictures) {
        let css = style::clean(&css, &mut pictures);
        if css.len() <= room {
            room -= css.len();
            out.push_str("<style");
            if !media.is_empty() {
                attribute(&mut out, "media", &media);
            }
            out.push('>');
            out.push_str(&css);
            out.push_str("</style>\n");
        }
    }
    out.push_str("</head>");
    let body = element(tree, "body");
    let mut writer = Writer { out, pictures, after_pre: false };
    writer.begin("body", body);
    walk::walk(tree, &mut writer);
    // A line end after it would be read as one of the body.
    writer.out.push_str("</body></html>");
    writer.out
}

/// A copy of the words alone.
pub fn words(tree: &Html, words: &str) -> String {
    let mut out = head(tree);
    out.push_str("</head><body><pre style=\"white-space:pre-wrap;font:inherit\">");
    if words.starts_with('\n') {
        out.push('\n');
    }
    escape(&mut out, words);
    out.push_str("</pre></body></html>");
    out
}

fn head(tree: &Html) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html");
    for name in ["lang", "dir"] {
        if let Some(value) = element(tree, "html").and_then(|html| html.attr(name)) {
            attribute(&mut out, name, value);
        }
    }
    out.push_str("><head><meta http-equiv=\"Content-Security-Policy\"");
    attribute(&mut out, "content", POLICY);
    out.push_str("><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><title>");
    escape(&mut out, &title(tree).unwrap_or_default());
    out.push_str("</title>\n");
    out
}

/// The title of a page, its white space made single spaces.
pub fn title(tree: &Html) -> Option<String> {
    let title = tree.tree.root().descendants().find(|node| {
        let element = node.value().as_element();
        element.is_some_and(|element| {
            element.name() == "title" && &*element.name.ns == "http://www.w3.org/1999/xhtml"
        })
    })?;
    let text: String =
        title.children().filter_map(|child| child.value().as_text().map(|text| &*text.text)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The style sheets of the page, and those beside it in its archive, in their order.
fn sheets(tree: &Html, pictures: &Pictures<'_>) -> Vec<(String, String)> {
    let mut sheets = Vec::new();
    for node in tree.tree.root().descendants() {
        let Node::Element(element) = node.value() else { continue };
        if element.name() != "link" {
            continue;
        }
        let is_sheet = element.attr("rel").is_some_and(|rel| {
            rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("stylesheet"))
        });
        if is_sheet && let Some(css) = element.attr("href").and_then(|address| pictures.sheet(address)) {
            sheets.push((element.attr("media").unwrap_or_default().to_owned(), css));
        }
    }
    sheets.extend(walk::styles(tree));
    sheets
}

fn element<'a>(tree: &'a Html, name: &str) -> Option<&'a Element> {
    let root = tree.tree.root();
    root.descendants()
        .take(100_000)
        .find_map(|node| node.value().as_element().filter(|found| found.name() == name))
}

struct Writer<'a> {
    out: String,
    pictures: Pictures<'a>,
    /// A line end right after `<pre>` is lost, unless there is one before it.
    after_pre: bool,
}

impl Writer<'_> {
    fn begin(&mut self, name: &'static str, element: Option<&Element>) {
        self.out.push('<');
        self.out.push_str(name);
        let some = SOME.iter().find(|(of, _)| *of == name).map_or(&[][..], |(_, names)| names);
        for (attribute_name, value) in element.iter().flat_map(|element| element.attrs()) {
            if ANY.contains(&attribute_name) || some.contains(&attribute_name) {
                attribute(&mut self.out, attribute_name, value);
            }
        }
        if let Some(css) = element.and_then(|element| element.attr("style")) {
            let css = style::clean(css, &mut self.pictures);
            if !css.is_empty() {
                attribute(&mut self.out, "style", &css);
            }
        }
        let address = |attribute: &str| element.and_then(|element| element.attr(attribute)).map(str::trim);
        match name {
            "a" => {
                if let Some(inside) = address("href").filter(|href| href.starts_with('#')) {
                    attribute(&mut self.out, "href", inside);
                }
            }
            "img" => {
                let source = address("src").and_then(|source| self.pictures.embed(source));
                if let Some(data) = source.or_else(|| self.of_set(address("srcset"))) {
                    attribute(&mut self.out, "src", &data);
                }
            }
            "details" | "dialog" => attribute(&mut self.out, "open", ""),
            _ => {}
        }
        self.out.push('>');
    }

    /// The first picture of a set that the archive holds.
    fn of_set(&mut self, set: Option<&str>) -> Option<String> {
        let addresses = set?.split([' ', ',', '\n', '\t']).filter(|word| word.contains(['/', '.'])).take(20);
        addresses.into_iter().find_map(|address| self.pictures.embed(address))
    }
}

impl Listener for Writer<'_> {
    fn open(&mut self, name: &'static str, element: &Element) {
        self.begin(name, Some(element));
        self.after_pre = name == "pre";
    }

    fn close(&mut self, name: &'static str) {
        self.after_pre = false;
        if !VOID.contains(&name) {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    fn text(&mut self, text: &str) {
        if std::mem::take(&mut self.after_pre) && text.starts_with('\n') {
            self.out.push('\n');
        }
        escape(&mut self.out, text);
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A parser would replace it; what the page said is gone already there.
            '\0' => out.push('\u{fffd}'),
            _ => out.push(c),
        }
    }
}
