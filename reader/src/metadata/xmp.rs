//! What programs wrote (XMP): properties flattened to their names, with the usual prefix of their vocabulary.

use super::{Found, Origin, is_sensitive};
use crate::text::decode;
use crate::{Failure, bounds};
use roxmltree::{Document, Node, ParsingOptions};

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
/// How deep a property may lie in another.
const DEEP: usize = 8;
/// Values longer than this are pictures and profiles, not words.
const LONG: usize = 4_000;

pub fn read(packets: &[Vec<u8>], found: &mut Found) -> Result<(), Failure> {
    for packet in packets {
        let (text, _) = decode::decode(packet, None);
        let text = text.trim_matches(['\0', '\u{feff}']).trim();
        if text.len() > bounds::XML {
            return Err(Failure::too_large("a packet"));
        }
        let options = ParsingOptions { allow_dtd: false, nodes_limit: 200_000, ..ParsingOptions::default() };
        let tree = Document::parse_with_options(text, options).map_err(Failure::unreadable)?;
        for description in tree.descendants().filter(|node| is_rdf(*node, "Description")) {
            // Those inside of a property are read with it.
            if description.parent().is_some_and(|parent| is_rdf(parent, "RDF")) {
                properties(description, "", found, 0);
            }
        }
    }
    Ok(())
}

fn is_rdf(node: Node<'_, '_>, name: &str) -> bool {
    node.tag_name().namespace() == Some(RDF) && node.tag_name().name() == name
}

/// The properties of one description: as attributes, and as elements.
fn properties(node: Node<'_, '_>, path: &str, found: &mut Found, depth: usize) {
    for attribute in node.attributes() {
        let namespace = attribute.namespace().unwrap_or_default();
        if namespace != RDF && !namespace.contains("XML/1998") {
            put(found, &joined(path, &named(node, namespace, attribute.name())), attribute.value());
        }
    }
    for child in node.children().filter(Node::is_element) {
        let namespace = child.tag_name().namespace().unwrap_or_default();
        let name = joined(path, &named(child, namespace, child.tag_name().name()));
        property(child, &name, found, depth + 1);
    }
}

fn property(node: Node<'_, '_>, name: &str, found: &mut Found, depth: usize) {
    if depth > DEEP {
        return;
    }
    if let Some(resource) = node.attribute((RDF, "resource")) {
        put(found, name, resource);
    }
    let mut inside = node.children().filter(Node::is_element).peekable();
    if inside.peek().is_none() {
        put(found, name, node.text().unwrap_or_default());
        properties(node, name, found, depth + 1);
        return;
    }
    for child in inside {
        if ["Alt", "Bag", "Seq"].iter().any(|list| is_rdf(child, list)) {
            for item in child.children().filter(|item| is_rdf(*item, "li")) {
                property(item, name, found, depth + 1);
            }
        } else if is_rdf(child, "Description") {
            properties(child, name, found, depth + 1);
        } else {
            let namespace = child.tag_name().namespace().unwrap_or_default();
            property(
                child,
                &joined(name, &named(child, namespace, child.tag_name().name())),
                found,
                depth + 1,
            );
        }
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// A name with the prefix that the packet itself uses.
fn named(node: Node<'_, '_>, namespace: &str, name: &str) -> String {
    match node.lookup_prefix(namespace) {
        Some(prefix) if !prefix.is_empty() => format!("{prefix}:{name}"),
        _ => name.to_owned(),
    }
}

fn put(found: &mut Found, name: &str, value: &str) {
    if value.len() > LONG {
        return;
    }
    if is_sensitive(name) {
        found.add_sensitive(Origin::Xmp, name, value);
    } else {
        found.add(Origin::Xmp, name, value);
    }
}
