//! Items and sources: what was pasted, what looks the same, copies to look at, the long tables, restoring from the window.

use crate::sample::{SHEET, sample};
use crate::support::{Work, list, row, text};
use serde_json::{Value, json};

/// "pasted words" in Base64.
const PASTED: &str = "cGFzdGVkIHdvcmRz";

#[test]
fn what_was_pasted_is_kept_like_a_file() {
    let work = Work::new();
    let item = work.id("item.add", json!({ "name": "A note", "kind": "document", "reading": "read" }));
    let made =
        work.call("item.attach", json!({ "item_id": item, "bytes_base64": PASTED, "name": "note.txt" }));
    let capture = &made["record"];
    assert_eq!(
        (&capture["name"], &capture["how"], &capture["size"], &capture["media_type"]),
        (&json!("note.txt"), &json!("pasted"), &json!(12), &json!("text/plain")),
        "it says how it came"
    );
    work.call("excerpt.add", json!({ "capture_id": made["id"], "quote": "words" }));
    for (wrong, field) in [
        (json!({ "item_id": item }), "path"),
        (json!({ "item_id": item, "path": work.path("x"), "bytes_base64": PASTED }), "path"),
        (json!({ "item_id": item, "bytes_base64": "***" }), "bytes_base64"),
        (json!({ "item_id": item, "bytes_base64": "" }), "bytes_base64"),
        (json!({ "item_id": item, "bytes_base64": "A".repeat(70_000_000) }), "bytes_base64"),
    ] {
        let refused = work.refused("item.attach", wrong);
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!(field)), "{refused}");
    }
    work.verified();
}

#[test]
fn what_looks_the_same_is_pointed_out_and_never_refused() {
    let work = Work::new();
    let add = |name: &str, more: Value| {
        let mut request = json!({ "name": name, "kind": "web_page", "reading": "read" });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        work.call("item.add", request)
    };
    let outlet = work.id("actor.add", json!({ "name": "The Post", "kind": "outlet" }));
    let other = work.id("actor.add", json!({ "name": "The Mail", "kind": "outlet" }));
    let first = add(
        "Page",
        json!({ "url": "https://www.example.org/a/?utm_source=x", "title": "The blast", "publisher_id": outlet }),
    );
    assert_eq!(first["alike"], json!([]), "the first is like nothing");
    let again = add("Again", json!({ "url": "http://example.org/a" }));
    assert_eq!(
        again["alike"],
        json!([{ "id": first["id"], "name": "Page", "same": ["url"] }]),
        "one address"
    );
    let book = add("A book", json!({ "symbol": "0-306-40615-2" }));
    let printed = add("Another print", json!({ "symbol": "ISBN 978-0-306-40615-7" }));
    assert_eq!(
        printed["alike"],
        json!([{ "id": book["id"], "name": "A book", "same": ["number"] }]),
        "one ISBN, in two forms"
    );
    let titled = add("Third", json!({ "title": "“The Blast”", "publisher_id": outlet }));
    assert_eq!(titled["alike"][0]["same"], json!(["title"]), "one title of one publisher");
    let elsewhere = add("Fourth", json!({ "title": "The blast", "publisher_id": other }));
    assert_eq!(elsewhere["alike"], json!([]), "the same title elsewhere is another work");

    let sheet = work.file("sheet.txt", SHEET.as_bytes());
    let attach = |item: &Value| work.call("item.attach", json!({ "item_id": item["id"], "path": sheet }));
    assert_eq!(attach(&first)["alike"], json!([]), "a new file");
    assert_eq!(
        attach(&again)["alike"],
        json!([{ "id": first["id"], "name": "Page", "same": ["file"] }]),
        "one file"
    );
    let asked = |request: Value| list(&work.call("item.alike", request)).len();
    assert_eq!(asked(json!({ "path": sheet })), 2, "by a file, before it is attached");
    assert_eq!(
        asked(json!({ "url": "https://example.org/a#top", "not_id": again["id"] })),
        1,
        "but never itself"
    );
    assert_eq!(asked(json!({ "title": "the blast" })), 3, "a title alone, of any publisher");
    assert_eq!(asked(json!({})), 0, "nothing is like nothing");
    work.call("item.trash", json!({ "id": first["id"] }));
    assert_eq!(asked(json!({ "url": "https://example.org/a" })), 1, "not what lies in the trash");
    assert_eq!(
        work.code("item.alike", json!({ "path": work.path("nowhere") })),
        "file_missing",
        "a file that is there"
    );
}

#[test]
fn a_copy_is_made_to_look_at_and_the_preserved_file_stays() {
    let work = Work::new();
    let case = sample(&work);
    let copied = work.call("capture.copy_out", json!({ "id": case.capture }));
    let path = std::path::PathBuf::from(text(&copied["path"]));
    assert!(path.starts_with(work.root().join("local/shown")), "{}", path.display());
    assert_eq!(path.file_name().unwrap(), "sheet.txt", "under its own name");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), SHEET, "whole");
    assert!(std::fs::metadata(&path).unwrap().permissions().readonly(), "to be read");
    std::fs::remove_file(&path).unwrap();
    std::fs::write(&path, b"scribbled").unwrap();
    work.call("capture.copy_out", json!({ "id": case.capture }));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), SHEET, "a copy that was altered is made anew");
    for n in 0..60 {
        let file = work.file(&format!("{n}.txt"), format!("number {n}").as_bytes());
        let capture = work.id("item.attach", json!({ "item_id": case.item, "path": file }));
        work.call("capture.copy_out", json!({ "id": capture }));
    }
    assert!(std::fs::read_dir(work.root().join("local/shown")).unwrap().count() <= 50, "old copies go");
    work.verified();
}

#[test]
fn the_long_tables_count_what_a_screen_shows() {
    let work = Work::new();
    let case = sample(&work);
    let spare = work.id("item.add", json!({ "name": "Spare", "kind": "book", "reading": "read" }));
    let all = work.call("item.table", json!({}));
    assert_eq!(list(&all).len(), 3, "every item");
    let of_case = work.call("item.table", json!({ "case_id": case.case }));
    assert_eq!(list(&of_case).len(), 2, "or those of a case");
    let post = row(&of_case, "id", &case.item);
    assert_eq!(
        (
            &post["publisher"],
            &post["n_captures"],
            &post["n_links"],
            &post["n_statements"],
            &post["integrity"]
        ),
        (&json!("The Evening Post"), &json!(1), &json!(1), &json!(2), &Value::Null),
        "with copies, links and statements; not checked yet"
    );
    assert_eq!(row(&of_case, "id", &case.report)["n_links"], json!(2), "links from the item itself");
    work.verified();
    let checked = work.call("item.table", json!({}));
    assert_eq!(row(&checked, "id", &case.item)["integrity"], json!("intact"), "then what the check found");
    assert!(row(&checked, "id", &case.item)["checked"].is_string(), "and when");
    assert_eq!(row(&checked, "id", &spare)["integrity"], Value::Null, "an item without a copy has none");
    let page = work.call("item.table", json!({ "limit": 1, "offset": 1 }));
    assert_eq!(page[0]["id"], all[1]["id"], "page by page");

    work.call("reliability.add", json!({ "actor_id": case.paper, "grade": "C", "reason": "Mixed." }));
    work.call("reliability.add", json!({ "actor_id": case.paper, "grade": "B", "reason": "Better." }));
    let sources = work.call("actor.sources", json!({ "case_id": case.case }));
    let paper = row(&sources, "id", &case.paper);
    assert_eq!(
        (&paper["reliability"], &paper["reason"], &paper["n_published"], &paper["n_links"]),
        (&json!("B"), &json!("Better."), &json!(1), &json!(1)),
        "the grade in force, what it published, what hangs on it"
    );
    assert_eq!(row(&sources, "id", &case.mayor)["n_statements"], json!(1), "whoever spoke is a source");
    let all = work.call("actor.sources", json!({ "every": true }));
    assert_eq!(list(&all).len(), list(&work.call("actor.list", json!({}))).len(), "or every actor");
    let other = work.id("case.add", json!({ "name": "Another" }));
    assert_eq!(list(&work.call("actor.sources", json!({ "case_id": other }))).len(), 0, "of that case alone");
}

#[test]
fn a_backup_is_restored_from_the_window() {
    let work = Work::new();
    let case = sample(&work);
    work.call("backup.add", json!({ "full": work.path("full") }));
    let request = json!({ "from": work.path("full"), "to": work.path("again") });
    let restored = work.call("backup.restore", request.clone());
    assert_eq!((&restored["files"], &restored["missing"]), (&json!(1), &json!([])), "with its files");
    assert_eq!(work.code("backup.restore", request), "exists", "never over an old one");
    assert_eq!(
        work.code("backup.restore", json!({ "from": work.path("no"), "to": work.path("b") })),
        "file_missing",
        "from what is there"
    );
    assert!(!case.case.is_empty() && work.path("again/ledger.sqlite").is_file(), "a workspace of its own");
}

#[test]
fn an_item_and_an_actor_come_with_all_that_their_detail_shows() {
    let work = Work::new();
    let case = sample(&work);
    work.call("author.add", json!({ "item_id": case.item, "actor_id": case.mayor }));
    let spare = work.id("item.add", json!({ "name": "Spare", "kind": "book", "reading": "read" }));
    work.call("derivation.add", json!({ "item_id": spare, "from_item_id": case.item, "kind": "cites" }));
    let n = |of: &Value, list: &str| of[list].as_array().unwrap().len();
    let item = work.call("item.related", json!({ "id": case.item }));
    assert_eq!((n(&item, "captures"), n(&item, "authors"), n(&item, "derivations")), (1, 1, 1));
    assert_eq!((n(&item, "appearances"), n(&item, "statements")), (2, 2), "what is said in it");
    assert_eq!(n(&item, "links"), 1, "what it bears on, by an excerpt too");
    assert_eq!(n(&item, "claims") + n(&item, "accounts"), 1, "and that by name");
    let named = |of: &Value, id: &str| of["items"].as_array().unwrap().iter().any(|one| one["uuid"] == id);
    assert!(named(&item, &case.item) && named(&item, &spare), "itself, and what derives from it");
    let paper = work.call("actor.related", json!({ "id": case.paper }));
    assert!(named(&paper, &case.item), "what it published");
    let mayor = work.call("actor.related", json!({ "id": case.mayor }));
    assert!(named(&mayor, &case.item), "what a person wrote");
    assert_eq!(n(&mayor, "statements"), 1, "and said");
    work.call("item.trash", json!({ "id": spare }));
    let item = work.call("item.related", json!({ "id": case.item }));
    assert!(!named(&item, &spare), "nothing of the trash");
    let thrown = work.call("item.table", json!({ "trashed": true }));
    assert_eq!(list(&thrown).len(), 1, "which has a table of its own");
    assert_eq!(work.refused("item.related", json!({ "id": case.case }))["code"], json!("not_found"));
}
