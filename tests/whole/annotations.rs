//! Excerpts go out as W3C Web Annotations and come in from others' files; what cannot be placed is told.

use crate::made_of::read_text;
use crate::sample::{Sample, sample};
use crate::support::{Work, list, row, text};
use serde_json::{Value, json};
use std::path::PathBuf;

fn written() -> (Work, Sample) {
    let work = Work::new();
    let case = sample(&work);
    let set = json!({ "colour": "blue", "label": "gas", "note": "His words", "language": "en", "translation": "Взорвался газ.",
        "translation_language": "ru", "translator": "T. Lind", "translation_status": "checked" });
    work.call("excerpt.edit", json!({ "id": case.excerpt, "set": set }));
    (work, case)
}

fn exported(work: &Work, case: &Sample) -> (PathBuf, Value) {
    let out = work.path("excerpts.json");
    let answer = work.call("excerpt.export", json!({ "case_id": case.case, "out": out }));
    assert_eq!(answer["excerpts"], json!(1));
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
    (out, written)
}

fn import(work: &Work, value: &Value) -> Value {
    work.call("excerpt.import", json!({ "path": work.file("in.json", value.to_string().as_bytes()) }))
}

#[test]
fn what_goes_out_comes_back_to_its_place() {
    let (work, case) = written();
    let (out, page) = exported(&work, &case);
    assert_eq!(page["@context"][0], json!("http://www.w3.org/ns/anno.jsonld"));
    let again = work.call("excerpt.import", json!({ "path": out }));
    assert_eq!(
        (list(&again["there"]).len(), list(&again["added"]).len()),
        (1, 0),
        "what is there is not added twice"
    );

    let before = work.call("excerpt.show", json!({ "id": case.excerpt }));
    work.call("excerpt.trash", json!({ "id": case.excerpt }));
    let came = work.call("excerpt.import", json!({ "path": out }));
    assert_eq!(list(&came["left_out"]).len(), 0);
    let mut after = work.call("excerpt.show", json!({ "id": came["added"][0] }));
    for own in ["id", "uuid"] {
        after[own] = before[own].clone();
    }
    assert_eq!(after, before, "every field of it");
    work.call("history.undo", json!({}));
    assert_eq!(list(&work.call("excerpt.list", json!({}))).len(), 0, "one operation, taken back as one");
    let all = work.call("excerpt.export", json!({ "out": work.path("all.json") }));
    assert_eq!(all["excerpts"], json!(0), "what lies in the trash stays there");
    work.verified();
}

#[test]
fn an_export_of_hypothesis_is_placed_by_its_words_and_counted_in_its_units() {
    let mut work = Work::new();
    let item = work.id("item.add", json!({ "name": "Page", "kind": "web_page", "reading": "read", "url": "https://post.example/flood/" }));
    let capture = work.id(
        "item.attach",
        json!({ "item_id": item, "path": work.file("page.html", b"<html><body>a page</body></html>") }),
    );
    let words = "🙂🙂 He said so. She said so. They said so. The dam held.";
    read_text(&mut work, &capture, words, 1);
    let mark = |id: &str, exact: &str, start: usize| {
        json!({ "id": id, "uri": "https://post.example/flood#top", "tags": ["dam", "two\nlines"], "text": "Look",
            "target": [{ "source": "https://post.example/flood", "selector": [
                { "type": "TextPositionSelector", "start": start, "end": start + exact.encode_utf16().count() },
                { "type": "TextQuoteSelector", "exact": exact }] }] })
    };
    let utf16 =
        |exact: &str, from: usize| words[..from + words[from..].find(exact).unwrap()].encode_utf16().count();
    let second = utf16("said so", words.find("She").unwrap());
    let mut elsewhere = mark("d", "The dam held.", 0);
    elsewhere["uri"] = json!("https://other.example/");
    elsewhere["target"][0]["source"] = json!("https://other.example/");
    let found = import(
        &work,
        &json!({ "annotations": [
        mark("a", "said so", second),
        mark("b", "said so", 0),
        mark("c", "The dam broke.", 0),
        elsewhere,
        { "id": "e", "uri": "https://post.example/flood", "text": "All", "target": [{ "source": "https://post.example/flood" }] },
        mark("f", "The dam held.", 0),
    ] }),
    );
    let left: Vec<(u64, &str)> = list(&found["left_out"])
        .iter()
        .map(|left| (left["number"].as_u64().unwrap(), left["why"].as_str().unwrap()))
        .collect();
    assert_eq!(left, [(2, "ambiguous"), (3, "lost"), (4, "no_copy"), (5, "no_place")]);
    assert!(text(&found["left_out"][1]["nearest"]).starts_with("The dam h"), "it says what comes close");
    let made = work.call("excerpt.list", json!({}));
    assert_eq!(list(&made).len(), 2);
    let start = words[..words.find("She").unwrap() + 4].chars().count();
    let said = row(&made, "quote", "said so");
    assert_eq!(
        (&said["start"], &said["label"], &said["note"]),
        (&json!(start), &json!("dam, two lines"), &json!("Look"))
    );
    work.verified();
}

#[test]
fn a_hash_leads_to_the_copy_and_what_is_wrong_is_left_with_its_reason() {
    let (work, case) = written();
    let (_, mut page) = exported(&work, &case);
    let mut elsewhere = page["items"][0].clone();
    elsewhere["target"]["state"]["cached"] = json!(format!("nih:sha-256;{}", "0".repeat(64)));
    elsewhere["target"]["source"]["id"] = json!("https://nowhere.example/");
    let mut wrong = page["items"][0].clone();
    wrong["body"] =
        json!([{ "type": "TextualBody", "role": "translation", "value": "x", "language": "not a tag" }]);
    let mut region = page["items"][0].clone();
    region["target"]["selector"] = json!({ "type": "FragmentSelector", "value": "xywh=percent:90,90,20,20" });
    region["body"] = json!({ "type": "TextualBody", "role": "description", "value": "Beyond the edge" });
    page["items"] = json!([elsewhere, wrong, region]);
    let found = import(&work, &page);
    let left: Vec<(&str, bool)> = list(&found["left_out"])
        .iter()
        .map(|left| (left["why"].as_str().unwrap(), left["message"].is_string()))
        .collect();
    assert_eq!(left, [("no_copy", false), ("invalid", true), ("invalid", true)]);
    assert_eq!(list(&found["added"]).len(), 0);

    let mut given = page.clone();
    given["items"] = json!([page["items"][0]]);
    let path = work.file("one.json", given.to_string().as_bytes());
    let found = work.call("excerpt.import", json!({ "path": path, "capture_id": case.capture }));
    assert_eq!(list(&found["there"]).len(), 1, "a capture that is named is taken");
    work.verified();
}

#[test]
fn what_is_no_file_of_annotations_is_refused_in_words() {
    let (work, _) = written();
    for bytes in [&b"{"[..], b"[]", b"\xff\xfe", b"{\"annotations\": []}"] {
        let refused = work.refused("excerpt.import", json!({ "path": work.file("in.json", bytes) }));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("path")));
    }
    assert_eq!(work.code("excerpt.import", json!({ "path": work.path("not there.json") })), "file_missing");
    assert!(!text(&work.refused("excerpt.import", json!({ "path": work.root() }))["message"]).is_empty());
}
