//! The text of a Word document: its body, then its notes.

use crate::archive::zip::Packed;
use crate::{Failure, bounds};
use roxmltree::{Document, ParsingOptions};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

/// The text, paragraph by paragraph.
pub fn read(bytes: &[u8]) -> Result<String, Failure> {
    let mut packed = Packed::open(bytes)?;
    let body = packed.part("word/document.xml", bounds::XML as u64)?;
    let body = body.ok_or_else(|| Failure::unreadable("the document has no word/document.xml"))?;
    let mut text = of_xml(&body)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(part) = packed.part(notes, bounds::XML as u64)? {
            text.push_str(&of_xml(&part)?);
        }
    }
    Ok(text)
}

/// An XML part, parsed within bounds and without a document type, which could make it grow.
pub fn parse(xml: &str) -> Result<Document<'_>, Failure> {
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: bounds::XML_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(xml, options).map_err(Failure::unreadable)
}

fn of_xml(bytes: &[u8]) -> Result<String, Failure> {
    let (xml, _) = super::decode::decode(bytes, Some("utf-8"));
    let tree = parse(&xml)?;
    let mut text = String::new();
    let mut in_deleted = None;
    for edge in edges(&tree) {
        let (node, opens) = edge;
        let name = match node.tag_name().namespace() {
            Some(WORD | STRICT) => node.tag_name().name(),
            _ => continue,
        };
        match (name, opens) {
            ("del" | "moveFrom" | "instrText", true) if in_deleted.is_none() => in_deleted = Some(node.id()),
            ("del" | "moveFrom" | "instrText", false) if in_deleted == Some(node.id()) => in_deleted = None,
            _ if in_deleted.is_some() => {}
            ("t", true) => text.push_str(node.text().unwrap_or_default()),
            ("tab", true) if node.parent().is_some_and(|run| run.tag_name().name() == "r") => text.push('\t'),
            ("br" | "cr", true) => text.push('\n'),
            ("noBreakHyphen", true) => text.push('\u{2011}'),
            ("p", false) => text.push('\n'),
            _ => {}
        }
    }
    Ok(text)
}

/// Every element, where it begins and where it ends, without recursion.
fn edges<'a>(tree: &'a Document<'a>) -> impl Iterator<Item = (roxmltree::Node<'a, 'a>, bool)> {
    let mut open: Vec<roxmltree::Node<'a, 'a>> = Vec::new();
    let mut elements = tree.root_element().descendants().filter(roxmltree::Node::is_element).peekable();
    std::iter::from_fn(move || {
        if let Some(last) = open.last() {
            let inside = elements.peek().is_some_and(|next| next.range().start < last.range().end);
            if !inside {
                return open.pop().map(|node| (node, false));
            }
        }
        let next = elements.next()?;
        open.push(next);
        Some((next, true))
    })
}
