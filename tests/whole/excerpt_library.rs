//! The library of excerpts: found by words in every script, by what they are called and of, page by page.

use crate::sample::sample;
use crate::support::{Work, list, text};
use serde_json::{Value, json};

const WORDS: &str = "The Élysée said nothing.\nМост взорвали ночью.\nقال الشاهد إنه رأى الطائرة فوق خان شيخون.\n化学兵器使用調査報告。\nUN 5-10 dead.\n";

/// A workspace with a case of its own and a text with excerpts in every script; their ids in order.
fn filled() -> (Work, String, Vec<String>) {
    let work = Work::new();
    sample(&work);
    let item = work.id("item.add", json!({ "name": "Wire", "kind": "document", "reading": "read" }));
    let capture =
        work.id("item.attach", json!({ "item_id": item, "path": work.file("wire.txt", WORDS.as_bytes()) }));
    let ids = WORDS
        .lines()
        .enumerate()
        .map(|(n, quote)| {
            let label = if n % 2 == 0 { "even" } else { "odd" };
            let colour = if n == 1 { "red" } else { "blue" };
            work.id("excerpt.add", json!({ "capture_id": capture, "quote": quote, "label": label, "colour": colour, "note": format!("Line {n}") }))
        })
        .collect();
    (work, item, ids)
}

fn found(work: &Work, request: Value) -> Vec<String> {
    list(&work.call("excerpt.find", request)).iter().map(|line| text(&line["id"])).collect()
}

#[test]
fn words_of_every_script_are_found_in_every_way() {
    let (work, item, ids) = filled();
    let cases = [
        ("elysee", 0),
        ("ÉLYS said", 0),
        ("взорвал", 1),
        ("мост", 1),
        ("خَان", 2),
        ("الطائره", 2),
        ("化学", 3),
        ("調", 3),
        ("un", 4),
        ("5", 4),
        ("Line 3", 3),
    ];
    for (words, line) in cases {
        for more in [json!({}), json!({ "item_id": item })] {
            let mut request = json!({ "words": words });
            for (key, value) in more.as_object().into_iter().flatten() {
                request[key] = value.clone();
            }
            assert_eq!(found(&work, request), [ids[line].clone()], "{words} {more}");
        }
    }
    assert_eq!(found(&work, json!({ "words": "nowhere at all" })), Vec::<String>::new());
    for odd in ["\"", "AND", "*", "NEAR(", "%", "_", "-"] {
        work.call("excerpt.find", json!({ "words": odd }));
    }
}

#[test]
fn they_are_filtered_by_what_they_are_called_and_of() {
    let (work, item, ids) = filled();
    let newest = |lines: &[usize]| lines.iter().map(|line| ids[*line].clone()).collect::<Vec<_>>();
    assert_eq!(found(&work, json!({ "item_id": item })), newest(&[4, 3, 2, 1, 0]), "newest first");
    assert_eq!(found(&work, json!({ "label": "odd" })), newest(&[3, 1]));
    assert_eq!(found(&work, json!({ "colour": "red" })), newest(&[1]));
    assert_eq!(found(&work, json!({ "kind": "region" })), newest(&[]));
    assert_eq!(found(&work, json!({ "label": "even", "words": "line" })), newest(&[4, 2, 0]));
    let labels = work.call("excerpt.labels", json!({}));
    assert_eq!((&labels[0]["name"], &labels[0]["excerpts"]), (&json!("even"), &json!(3)));

    let case = text(&work.call("case.list", json!({}))[0]["id"]);
    let of_case = work.call("excerpt.find", json!({ "case_id": case }));
    assert_eq!(list(&of_case).len(), 1, "only that of an item of the case");
    assert_eq!(of_case[0]["item_name"], json!("Evening Post of 4 April"));
    let claim = work.id("claim.add", json!({ "case_id": case, "text": "It was so." }));
    work.call("evidence.link", json!({ "case_id": case, "from_excerpt_id": ids[0], "to_claim_id": claim }));
    assert_eq!(
        found(&work, json!({ "case_id": case })).len(),
        6,
        "now all of the item that an excerpt of it brings in"
    );
}

#[test]
fn it_is_paged_and_kept_up() {
    let (work, item, ids) = filled();
    let mut seen = Vec::new();
    let mut before = Value::Null;
    loop {
        let page = work.call("excerpt.find", json!({ "item_id": item, "limit": 2, "before": before }));
        let Some(last) = list(&page).last() else { break };
        before = last["key"].clone();
        seen.extend(list(&page).iter().map(|line| text(&line["id"])));
    }
    seen.reverse();
    assert_eq!(seen, ids, "each once");
    work.call("excerpt.edit", json!({ "id": ids[0], "set": { "note": "About the palace" } }));
    assert_eq!(found(&work, json!({ "words": "palace" })), [ids[0].clone()]);
    work.call("history.undo", json!({}));
    assert_eq!(found(&work, json!({ "words": "palace" })).len(), 0, "undone");
    work.call("excerpt.trash", json!({ "id": ids[1] }));
    assert_eq!(found(&work, json!({ "words": "мост" })).len(), 0, "not from the trash");
    work.call(
        "record.erase",
        json!({ "table": "excerpt", "id": ids[2], "fields": ["quote"], "reason": "It names a witness." }),
    );
    assert_eq!(found(&work, json!({ "words": "الشاهد" })).len(), 0, "nor what was erased");
    work.call("workspace.rebuild", json!({}));
    assert_eq!(found(&work, json!({ "words": "Line" })).len(), 4, "rebuilt, it is the same");
    work.verified();
}
