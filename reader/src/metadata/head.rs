//! What a page says about itself: in its head, in JSON-LD, and in its own title, address and times.

use super::{Found, Origin, is_sensitive, json_ld};
use crate::page;
use scraper::node::Element;
use scraper::{Html, Node};

pub fn read(tree: &Html, found: &mut Found) {
    if let Some(title) = page::title(tree) {
        found.add(Origin::Page, "title", title);
    }
    for node in tree.tree.root().descendants() {
        let Node::Element(element) = node.value() else { continue };
        match element.name() {
            "html" => add(found, "lang", element.attr("lang")),
            "meta" => meta(element, found),
            "link" => link(element, found),
            "time" => add(found, "time", element.attr("datetime")),
            "script" if is_json_ld(element) => {
                let json: String = node
                    .children()
                    .filter_map(|child| child.value().as_text().map(|text| &*text.text))
                    .collect();
                json_ld::read(&json, found);
            }
            _ => {}
        }
        for property in ["datePublished", "dateModified", "dateCreated"] {
            if element
                .attr("itemprop")
                .is_some_and(|names| names.split_ascii_whitespace().any(|n| n == property))
            {
                add(found, property, element.attr("content").or_else(|| element.attr("datetime")));
            }
        }
    }
}

fn add(found: &mut Found, name: &str, value: Option<&str>) {
    if let Some(value) = value {
        found.add(Origin::Page, name, value);
    }
}

fn is_json_ld(element: &Element) -> bool {
    element
        .attr("type")
        .is_some_and(|kind| kind.trim().to_ascii_lowercase().starts_with("application/ld+json"))
}

fn meta(element: &Element, found: &mut Found) {
    let name = element.attr("property").or_else(|| element.attr("name")).or_else(|| element.attr("itemprop"));
    let (Some(name), Some(content)) = (name, element.attr("content")) else { return };
    let lower = name.trim().to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    let origin = if begins(&["citation_"]) {
        Origin::Highwire
    } else if begins(&["og:", "article:", "book:", "profile:", "video:", "music:", "twitter:"]) {
        Origin::OpenGraph
    } else if begins(&["dc.", "dc:", "dcterms.", "dcterms:"]) {
        Origin::DublinCore
    } else {
        let kept = [
            "author",
            "date",
            "pubdate",
            "publishdate",
            "publish-date",
            "last-modified",
            "revised",
            "description",
            "keywords",
            "publisher",
            "copyright",
            "generator",
            "news_keywords",
            "geo.position",
            "icbm",
            "byl",
            "parsely-pub-date",
            "sailthru.date",
            "original-source",
            "syndication-source",
        ];
        if !kept.contains(&lower.as_str()) {
            return;
        }
        Origin::Page
    };
    if is_sensitive(&lower) {
        found.add_sensitive(origin, name.trim(), content);
    } else {
        found.add(origin, name.trim(), content);
    }
}

fn link(element: &Element, found: &mut Found) {
    let (Some(rel), Some(address)) = (element.attr("rel"), element.attr("href")) else { return };
    for rel in rel.split_ascii_whitespace() {
        let rel = rel.to_ascii_lowercase();
        if matches!(rel.as_str(), "canonical" | "author" | "publisher" | "license" | "amphtml" | "shortlink")
        {
            found.add(Origin::Page, rel, address);
        }
    }
}
