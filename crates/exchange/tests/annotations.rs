//! Excerpts go out as the W3C's model asks, come back as they were, and nothing of others is dropped without a word.
#![allow(clippy::unwrap_used)]

use exchange::annotation::{Annotation, ReadError, Translation, Units, page, read};
use serde_json::{Value, json};

const ID: &str = "01a20558-55e3-76e6-a22e-78170a96e3bd";

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn words() -> Annotation {
    Annotation {
        id: ID.to_owned(),
        address: some("https://post.example/flood"),
        title: some("Morning Post of 4 May"),
        sha256: "ab".repeat(32),
        media_type: "application/pdf".to_owned(),
        captured: "2018-05-04T10:00:00.000Z".to_owned(),
        quote: "السد صمد 🙂".to_owned(),
        language: some("ar"),
        prefix: some("قال "),
        suffix: some("."),
        position: Some((46, 56)),
        text_sha256: Some("cd".repeat(32)),
        page: Some(3),
        colour: some("green"),
        label: some("the dam"),
        note: some("In its lead"),
        translation: Some(Translation {
            words: "The dam held 🙂".to_owned(),
            language: "en".to_owned(),
            translator: some("I. Marr"),
            standing: some("draft"),
        }),
        ..Annotation::default()
    }
}

fn described() -> Annotation {
    Annotation {
        quote: "A crater in a road".to_owned(),
        language: some("en"),
        region: some("xywh=percent:10,20,30,40"),
        page: Some(2),
        sha256: "ab".repeat(32),
        id: ID.to_owned(),
        ..Annotation::default()
    }
}

fn written(annotations: &[Annotation]) -> Value {
    page(ID, "Flood", annotations)
}

/// What the model says MUST be so (https://www.w3.org/TR/annotation-model/).
fn is_valid(one: &Value) {
    assert!(one["id"].as_str().unwrap().starts_with("urn:uuid:"), "one IRI names it: {one}");
    assert_eq!(one["type"], json!("Annotation"));
    assert!(one["target"]["source"]["id"].is_string(), "a target has a source");
    assert!(one.get("bodyValue").is_none(), "never both body and bodyValue");
    let motivations = ["commenting", "highlighting", "describing", "tagging"];
    assert!(motivations.contains(&one["motivation"].as_str().unwrap()));
    for body in one["body"].as_array().into_iter().flatten() {
        assert_eq!(body["type"], json!("TextualBody"));
        assert!(!body["value"].as_str().unwrap().is_empty());
        assert!(motivations.contains(&body["purpose"].as_str().unwrap()));
    }
    for selector in one["target"]["selector"].as_array().unwrap() {
        match selector["type"].as_str().unwrap() {
            "TextQuoteSelector" => assert!(selector["exact"].is_string()),
            "TextPositionSelector" => assert!(selector["start"].as_u64() < selector["end"].as_u64()),
            "FragmentSelector" => {
                assert!(selector["value"].is_string() && selector["conformsTo"].is_string())
            }
            other => panic!("{other} is not one that we write"),
        }
    }
}

#[test]
fn what_goes_out_is_after_the_model() {
    let span = Annotation { span: Some((1500, 63_000)), page: None, ..described() };
    let out = written(&[words(), described(), span]);
    assert_eq!(out["@context"][0], json!("http://www.w3.org/ns/anno.jsonld"));
    assert_eq!((&out["type"], &out["label"]), (&json!("AnnotationPage"), &json!("Flood")));
    let items = out["items"].as_array().unwrap();
    items.iter().for_each(is_valid);
    let selectors = &items[0]["target"]["selector"];
    assert_eq!(
        selectors[0],
        json!({ "type": "TextQuoteSelector", "exact": "السد صمد 🙂", "prefix": "قال ", "suffix": "." })
    );
    assert_eq!(selectors[1]["value"], json!("page=3"));
    assert_eq!(
        selectors[1]["refinedBy"]["type"],
        json!("TextQuoteSelector"),
        "a page alone is not the place"
    );
    assert_eq!((&selectors[2]["start"], &selectors[2]["end"]), (&json!(46), &json!(56)), "in code points");
    let state = &items[0]["target"]["state"];
    assert_eq!(
        (&state["type"], &state["cached"]),
        (&json!("TimeState"), &json!(format!("nih:sha-256;{}", "ab".repeat(32))))
    );
    assert_eq!(items[1]["target"]["selector"][0]["refinedBy"]["value"], json!("xywh=percent:10,20,30,40"));
    assert_eq!(
        items[1]["target"]["source"]["id"], state["cached"],
        "a work without an address goes by its copy"
    );
    assert_eq!(items[2]["target"]["selector"][0]["value"], json!("t=1.5,63"));
    assert_eq!(items[2]["target"]["selector"][0]["refinedBy"]["type"], json!("FragmentSelector"));
}

#[test]
fn what_went_out_comes_back_as_it_was() {
    let (given, seen) = (words(), described());
    let found = read(&written(&[given.clone(), seen.clone()]).to_string()).unwrap();
    assert_eq!((found.taken.len(), found.left.len()), (2, 0));
    let back = &found.taken[0];
    assert_eq!(back.id.as_deref(), Some(format!("urn:uuid:{ID}").as_str()));
    assert_eq!((&back.quote, &back.prefix, &back.suffix), (&Some(given.quote), &given.prefix, &given.suffix));
    assert_eq!(back.position, Some((46, 56, Units::CodePoints)));
    assert_eq!(
        (back.page, &back.text_sha256, &back.language),
        (Some(3), &given.text_sha256, &given.language)
    );
    assert_eq!(
        (&back.colour, &back.labels, &back.note),
        (&given.colour, &vec!["the dam".to_owned()], &given.note)
    );
    assert_eq!((&back.translation, &back.hashes), (&given.translation, &vec![given.sha256]));
    assert!(back.sources.contains(&"https://post.example/flood".to_owned()));
    let back = &found.taken[1];
    assert_eq!(
        (&back.quote, &back.region, back.page, back.described),
        (&Some(seen.quote), &seen.region, Some(2), true)
    );
}

#[test]
fn hypothesis_counts_in_its_own_units() {
    let export = json!({ "export_date": "2026-01-01T00:00:00Z", "export_userid": "a", "client_version": "1", "annotations": [
        { "id": "AbC", "created": "2026-01-01T00:00:00Z", "uri": "https://post.example/flood", "user": "a", "tags": ["dam"],
          "text": "Look here", "document": { "title": ["Post"] }, "target": [{ "source": "https://post.example/flood", "selector": [
            { "type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0, "endContainer": "/p[1]", "endOffset": 4 },
            { "type": "TextPositionSelector", "start": 47, "end": 70 },
            { "type": "TextQuoteSelector", "exact": "The dam held all night.", "prefix": "Monday: “", "suffix": "”\n" },
            { "type": "PageSelector", "index": 0, "label": "iv" }] }] },
        { "id": "Reply", "uri": "https://post.example/flood", "text": "No", "references": ["AbC"], "target": [{ "source": "https://post.example/flood" }] },
        { "id": "Page", "uri": "https://post.example/flood", "text": "All of it", "target": [{ "source": "https://post.example/flood" }] },
    ] });
    let found = read(&export.to_string()).unwrap();
    let one = &found.taken[0];
    assert_eq!(one.position, Some((47, 70, Units::Utf16)));
    assert_eq!((one.page, one.page_label.as_deref()), (Some(1), Some("iv")), "its pages are counted from 0");
    assert_eq!((one.note.as_deref(), &one.labels), (Some("Look here"), &vec!["dam".to_owned()]));
    let left: Vec<(usize, &str)> = found.left.iter().map(|left| (left.number, left.why)).collect();
    assert_eq!(left, [(2, "reply"), (3, "no_place")], "and what cannot be an excerpt is told");
}

#[test]
fn other_forms_of_the_model_are_read() {
    let quote = json!({ "type": "TextQuoteSelector", "exact": "words" });
    let one = |target: Value, body: Value| json!({ "type": ["Annotation"], "id": "urn:x", "target": target, "body": body });
    let with = |selector: Value| json!({ "source": "https://a.example", "selector": selector });
    let notes = read(
        &one(
            with(quote.clone()),
            json!(["One", { "type": "TextualBody", "value": "Two", "purpose": "commenting" }]),
        )
        .to_string(),
    )
    .unwrap();
    assert_eq!(notes.taken[0].note.as_deref(), Some("One\n\nTwo"));
    let value =
        json!([{ "type": "Annotation", "bodyValue": "Plain", "target": with(json!([quote.clone()])) }]);
    assert_eq!(read(&value.to_string()).unwrap().taken[0].note.as_deref(), Some("Plain"));
    let collection =
        json!({ "type": "AnnotationCollection", "first": { "items": [one(with(quote), Value::Null)] } });
    assert_eq!(read(&collection.to_string()).unwrap().taken.len(), 1);
    for (value, expected) in [
        ("t=npt:1,2", Some((1000, 2000))),
        ("t=,2", Some((0, 2000))),
        ("t=3,2", None),
        ("t=-1,2", None),
        ("t=1,1e99", None),
    ] {
        let fragment = json!({ "type": "FragmentSelector", "value": value });
        let read = read(&one(with(fragment), json!("n")).to_string()).unwrap();
        assert_eq!(read.taken.first().and_then(|one| one.span), expected, "{value}");
    }
}

#[test]
fn what_is_hostile_is_refused_or_left() {
    assert!(matches!(read("{"), Err(ReadError::Json(_))));
    assert!(
        matches!(read(&format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000))), Err(ReadError::Json(_))),
        "too deep"
    );
    for nothing in ["null", "3", "{}", "[]", r#"{"annotations": []}"#, r#"{"items": "x"}"#] {
        assert_eq!(read(nothing), Err(ReadError::None), "{nothing}");
    }
    let many = json!({ "items": vec![json!({}); 100_001] });
    assert_eq!(read(&many.to_string()), Err(ReadError::TooMany(100_001)));
    let wrong = json!([
        7, "x", null, { "type": "Note" }, { "type": "Annotation" }, { "type": "Annotation", "target": 5 },
        { "type": "Annotation", "target": { "selector": { "type": "TextQuoteSelector", "exact": "" } } },
        { "type": "Annotation", "target": { "selector": { "type": "TextQuoteSelector", "exact": ["a"] } } },
        { "type": "Annotation", "target": { "selector": { "type": "TextQuoteSelector", "exact": "x".repeat(1_000_001) } } },
    ]);
    let found = read(&wrong.to_string()).unwrap();
    assert_eq!(
        (found.taken.len(), found.left.len()),
        (0, 8),
        "each is told, but for the one that is nothing: {:?}",
        found.left
    );
    let odd = json!({ "type": "Annotation", "target": { "source": "x", "selector": [
        { "type": "TextPositionSelector", "start": 9, "end": 2 }, { "type": "TextPositionSelector", "start": -1, "end": 2 },
        { "type": "PageSelector", "index": u64::MAX }, { "type": "FragmentSelector", "value": "page=0" },
        { "type": "TextQuoteSelector", "exact": "words" }] } });
    let one = &read(&odd.to_string()).unwrap().taken[0];
    assert_eq!((one.position, one.page), (None, None), "what cannot be is not taken for something");
}
