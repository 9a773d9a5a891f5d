//! Excerpts as one page of annotations.

use super::{Annotation, CONTEXT, Translation};
use serde_json::{Map, Value, json};

/// Terms that the W3C's context has no word for.
const OWN: &str = "urn:counterclaim:terms:";

/// A page of annotations, in this order.
#[must_use]
pub fn page(id: &str, label: &str, annotations: &[Annotation]) -> Value {
    let own = ["role", "standing", "textHash"].map(|term| (term.to_owned(), json!(format!("{OWN}{term}"))));
    json!({
        "@context": [CONTEXT, Map::from_iter(own)],
        "id": format!("urn:uuid:{id}"),
        "type": "AnnotationPage",
        "label": label,
        "startIndex": 0,
        "items": annotations.iter().map(one).collect::<Vec<_>>(),
    })
}

fn one(given: &Annotation) -> Value {
    let mut bodies = Vec::new();
    let spoken = |language: &Option<String>, body: &mut Value| {
        if let Some(language) = language {
            body["language"] = json!(language);
        }
    };
    if is_described(given) {
        let mut body = text(&given.quote, "describing", Some("description"));
        spoken(&given.language, &mut body);
        bodies.push(body);
    }
    bodies.extend(given.note.as_deref().map(|note| text(note, "commenting", None)));
    bodies.extend(given.label.as_deref().map(|label| text(label, "tagging", None)));
    bodies.extend(given.translation.as_ref().map(translation));
    let motivation = if given.note.is_some() { "commenting" } else { "highlighting" };
    let mut out = json!({
        "id": format!("urn:uuid:{}", given.id),
        "type": "Annotation",
        "motivation": motivation,
        "target": target(given),
    });
    if !bodies.is_empty() {
        out["body"] = bodies.into();
    }
    out
}

/// Whether the quote is said by an editor of what is seen or heard, and stands nowhere.
fn is_described(given: &Annotation) -> bool {
    given.region.is_some() || given.span.is_some()
}

fn text(words: &str, purpose: &str, role: Option<&str>) -> Value {
    let mut body =
        json!({ "type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose });
    if let Some(role) = role {
        body["role"] = json!(role);
    }
    body
}

fn translation(given: &Translation) -> Value {
    let mut body = text(&given.words, "describing", Some("translation"));
    body["language"] = json!(given.language);
    if let Some(who) = &given.translator {
        body["creator"] = json!({ "type": "Person", "name": who });
    }
    if let Some(standing) = &given.standing {
        body["standing"] = json!(standing);
    }
    body
}

fn target(given: &Annotation) -> Value {
    let copy = hash(&given.sha256);
    let mut source = json!({ "id": given.address.as_deref().unwrap_or(&copy), "format": given.media_type });
    if let Some(language) = given.language.as_ref().filter(|_| !is_described(given)) {
        source["language"] = json!(language);
    }
    if let Some(title) = &given.title {
        source["label"] = json!(title);
    }
    let mut target = json!({
        "type": "SpecificResource",
        "source": source,
        "selector": selectors(given),
        "state": { "type": "TimeState", "sourceDate": given.captured, "cached": copy },
    });
    if let Some(colour) = &given.colour {
        target["styleClass"] = json!(colour);
    }
    target
}

/// Each of these alone leads to the place.
fn selectors(given: &Annotation) -> Value {
    let fragment =
        |value: String, kind: &str| json!({ "type": "FragmentSelector", "conformsTo": kind, "value": value });
    let media = "http://www.w3.org/TR/media-frags/";
    let region = given.region.as_ref().map(|region| fragment(region.clone(), media));
    let on_page = |inner: Value| match given.page {
        Some(page) => {
            let mut outer = fragment(format!("page={page}"), "http://tools.ietf.org/rfc/rfc3778");
            outer["refinedBy"] = inner;
            outer
        }
        None => inner,
    };
    let mut all = Vec::new();
    if let Some((from, to)) = given.span {
        let mut span = fragment(format!("t={},{}", seconds(from), seconds(to)), media);
        if let Some(region) = region {
            span["refinedBy"] = region;
        }
        all.push(span);
    } else if let Some(region) = region {
        all.push(on_page(region));
    } else {
        let mut quote = json!({ "type": "TextQuoteSelector", "exact": given.quote });
        for (name, side) in [("prefix", &given.prefix), ("suffix", &given.suffix)] {
            if let Some(side) = side {
                quote[name] = json!(side);
            }
        }
        all.push(quote.clone());
        if given.page.is_some() {
            all.push(on_page(quote));
        }
    }
    if let Some((start, end)) = given.position {
        let mut position = json!({ "type": "TextPositionSelector", "start": start, "end": end });
        if let Some(text) = &given.text_sha256 {
            position["textHash"] = json!(hash(text));
        }
        all.push(position);
    }
    all.into()
}

/// A file by its hash, as RFC 6920 writes it.
fn hash(sha256: &str) -> String {
    format!("nih:sha-256;{sha256}")
}

/// Milliseconds as seconds, without zeros at the end.
fn seconds(ms: u64) -> String {
    let text = format!("{}.{:03}", ms / 1000, ms % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
