//! schema.org in a page: works and who made them, flattened to named values.

use super::{Found, Origin, is_sensitive};
use serde_json::Value;

/// Types of things that a page can be, or be about; others are for machines.
const KEPT: [&str; 22] = [
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "SocialMediaPosting",
    "ScholarlyArticle",
    "TechArticle",
    "Report",
    "WebPage",
    "ItemPage",
    "VideoObject",
    "ImageObject",
    "AudioObject",
    "MediaObject",
    "Dataset",
    "ClaimReview",
    "CreativeWork",
    "DigitalDocument",
];
/// How deep an object may lie in another.
const DEEP: usize = 6;

/// Reads one block; a block that is no JSON is noted.
pub fn read(json: &str, found: &mut Found) {
    match serde_json::from_str::<Value>(json.trim()) {
        Ok(value) => things(&value, found, 0),
        Err(error) => found.faults.push((Origin::JsonLd, format!("a block is no JSON: {error}"))),
    }
}

fn things(value: &Value, found: &mut Found, depth: usize) {
    match value {
        Value::Array(values) if depth < DEEP => {
            values.iter().for_each(|value| things(value, found, depth + 1))
        }
        Value::Object(object) => {
            if let Some(graph) = object.get("@graph").filter(|_| depth < DEEP) {
                things(graph, found, depth + 1);
            }
            if let Some(kind) = types(value).into_iter().find(|kind| KEPT.contains(kind)) {
                let kind = kind.to_owned();
                flatten(value, &kind, found, depth);
            }
        }
        _ => {}
    }
}

/// The types of an object, without the address of their vocabulary.
fn types(value: &Value) -> Vec<&str> {
    match value.get("@type") {
        Some(Value::String(kind)) => vec![last(kind)],
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).map(last).collect(),
        _ => Vec::new(),
    }
}

fn last(kind: &str) -> &str {
    kind.rsplit(['/', ':', '#']).next().unwrap_or(kind)
}

fn flatten(value: &Value, path: &str, found: &mut Found, depth: usize) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                if !name.starts_with('@') && depth < DEEP {
                    flatten(value, &format!("{path}.{name}"), found, depth + 1);
                }
            }
        }
        Value::Array(values) => {
            values.iter().filter(|_| depth < DEEP).for_each(|value| flatten(value, path, found, depth + 1))
        }
        Value::String(text) => put(found, path, text.clone()),
        Value::Number(number) => put(found, path, number.to_string()),
        Value::Bool(truth) => put(found, path, truth.to_string()),
        Value::Null => {}
    }
}

fn put(found: &mut Found, path: &str, value: String) {
    if is_sensitive(path) {
        found.add_sensitive(Origin::JsonLd, path, value);
    } else {
        found.add(Origin::JsonLd, path, value);
    }
}
