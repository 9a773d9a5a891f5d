//! What is kept outside the history: drafts and preferences.

use crate::support::{Work, list, text};
use api::{Context, Door, Wanted};
use serde_json::{Value, json};

fn keys(found: &Value) -> Vec<String> {
    list(found).iter().map(|kept| text(&kept["id"])).collect()
}

#[test]
fn a_draft_is_kept_without_a_trace_in_the_history() {
    let mut work = Work::new();
    work.call("case.add", json!({ "name": "A case" }));
    let before = work.newest();
    let typed = json!({ "words": "“A gas main”", "language": "en" });
    let nobody = Context::default();
    let kept =
        work.door().call("draft.keep", json!({ "key": "claim:new", "value": typed }), &nobody).unwrap();
    assert_eq!((&kept["id"], &kept["value"]), (&json!("claim:new"), &typed), "it needs no editor");
    work.call("draft.keep", json!({ "key": "point/../../etc", "value": "b" }));
    work.call("draft.keep", json!({ "key": "claim:new", "value": "replaced" }));
    assert_eq!(work.newest(), before, "no operation");
    work.reopen();
    let all = work.call("draft.list", json!({}));
    assert_eq!(keys(&all), ["claim:new", "point/../../etc"], "newest first, after a restart too");
    assert_eq!(all[0]["value"], json!("replaced"), "one of each key");
    assert_eq!(
        keys(&work.call("draft.list", json!({ "begins": "claim:" }))),
        ["claim:new"],
        "by their beginnings"
    );
    let folder = work.root().join("local/drafts");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 2, "a key is no path");
    assert_eq!(keys(&work.call("draft.drop", json!({ "key": "claim:new" }))), ["claim:new"], "dropped");
    assert_eq!(keys(&work.call("draft.drop", json!({ "key": "claim:new" }))), [""; 0], "twice is once");
    work.verified();
}

#[test]
fn what_others_put_there_is_passed_over() {
    let work = Work::new();
    work.call("draft.keep", json!({ "key": "good", "value": 1 }));
    let folder = work.root().join("local/drafts");
    std::fs::write(folder.join("torn.json"), b"{\"key\": \"to").unwrap();
    std::fs::write(folder.join("foreign.json"), br#"{"key":"good","kept":"2026-01-01T00:00:00Z","value":2}"#)
        .unwrap();
    std::fs::write(folder.join("note.txt"), b"hello").unwrap();
    std::fs::create_dir(folder.join("folder.json")).unwrap();
    let all = work.call("draft.list", json!({}));
    assert_eq!((keys(&all), &all[0]["value"]), (vec!["good".to_owned()], &json!(1)), "only ours, whole");
}

#[test]
fn keys_values_and_numbers_are_bounded() {
    let work = Work::new();
    for key in [String::new(), "k".repeat(201)] {
        assert_eq!(work.refused("draft.keep", json!({ "key": key, "value": 1 }))["field"], json!("key"));
    }
    work.call("draft.keep", json!({ "key": "ж".repeat(200), "value": 1 }));
    let large = work.refused("draft.keep", json!({ "key": "large", "value": "x".repeat(1_000_000) }));
    assert_eq!(
        (&large["code"], &large["field"]),
        (&json!("invalid"), &json!("value")),
        "a value is at most 1 MB"
    );
    for n in 0..501 {
        work.call("draft.keep", json!({ "key": format!("draft {n}"), "value": n }));
    }
    let all = keys(&work.call("draft.list", json!({})));
    assert_eq!(all.len(), 500, "no more than five hundred");
    assert!(all.contains(&"draft 500".to_owned()) && !all.contains(&"ж".repeat(200)), "the oldest goes");
}

#[test]
fn preferences_are_set_and_taken_away() {
    let work = Work::new();
    work.call("preference.set", json!({ "key": "theme", "value": "dark" }));
    work.call("preference.set", json!({ "key": "columns", "value": ["name", "status"] }));
    assert_eq!(list(&work.call("preference.list", json!({}))).len(), 2, "both are there");
    let left = work.call("preference.set", json!({ "key": "theme", "value": null }));
    assert_eq!(keys(&left), ["columns"], "null takes one away");
    assert_eq!(list(&work.call("draft.list", json!({}))).len(), 0, "drafts are another thing");
}

#[test]
fn a_reader_reads_them_and_keeps_nothing() {
    let work = Work::new();
    work.call("draft.keep", json!({ "key": "a", "value": 1 }));
    let reader = Door::open(work.opening(Wanted::WriteOrRead)).unwrap();
    let ask = |name: &str, request: Value| reader.call(name, request, &Context::default());
    assert_eq!(keys(&ask("draft.list", json!({})).unwrap()), ["a"], "it sees them");
    for (name, request) in [
        ("draft.keep", json!({ "key": "b", "value": 1 })),
        ("draft.drop", json!({ "key": "a" })),
        ("preference.set", json!({ "key": "b", "value": 1 })),
    ] {
        let refused = ask(name, request).unwrap_err();
        assert_eq!(serde_json::to_value(&refused).unwrap()["code"], json!("read_only"), "{name}");
        assert!(refused.hint.is_some(), "{name}: and says what to do");
    }
}
