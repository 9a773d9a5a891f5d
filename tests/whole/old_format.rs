//! A ledger that the first format wrote: it opens, is backed up before it is changed, migrates, verifies, and its history still replays.

use crate::old_ledger::{ask, copy_of, open};
use crate::support::{list, row, text};
use crate::verify_script::good;
use api::{Door, Wanted};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

const CASE: &str = "01a203d9-f2dc-729e-ba82-1c07b8d21dd8";
const CLAIM: &str = "01a203d9-f583-7049-a389-4fbfc12eb6dd";
/// The head of its chain, when it was written.
const HEAD: &str = "ca48adbaa5acd8a2b10a4eb2600ac821ce1d776ef9b9f703a2f5f237a72814c6";

/// A copy of it, in a folder of its own.
fn old() -> (tempfile::TempDir, PathBuf) {
    copy_of(1, "e5/65ab9461f7b74f40738470496dada5402b7ee3b239e273d81870d49bed2d1c")
}

/// The ledgers that were copied before they were migrated.
fn backups_of(root: &Path) -> Vec<PathBuf> {
    let found = std::fs::read_dir(root.join("backups")).unwrap().flatten().map(|entry| entry.path());
    found.filter(|path| path.to_string_lossy().ends_with("-before-migration-from-1.sqlite")).collect()
}

/// What the case said before it was opened here.
fn reads_as_it_did(door: &Door) {
    let shown = ask(door, "case.show", json!({ "case_id": CASE }));
    let case = &shown["case"];
    assert_eq!(case["case"]["place"], json!("The harbour"), "the case is there");
    assert_eq!(
        case["case"]["archived"],
        json!(false),
        "what the first format had no word for reads as its default"
    );
    assert_eq!((list(&case["events"]).len(), list(&case["checklist"]).len()), (0, 0), "it has no events");
    assert_eq!(
        case["second_readings"][0]["own_assessment_id"],
        Value::Null,
        "its second reading was not blind"
    );
    assert_eq!(list(&case["verdicts"]).len(), 1, "its verdict stands");
    let claim = row(&case["claims"], "uuid", CLAIM);
    assert_eq!(
        (&claim["note"], &claim["erased"]),
        (&json!("[erased]"), &json!("note")),
        "what was erased stays erased"
    );
    assert_eq!(list(&ask(door, "case.list", json!({}))).len(), 1, "it is listed");
    assert_eq!(list(&ask(door, "case.list", json!({ "archived": true }))).len(), 0, "and not put aside");
    for words in ["harbour", "Мост", "neglected", "News report"] {
        assert!(!list(&ask(door, "search", json!({ "words": words }))).is_empty(), "{words} is found");
    }
    let lanes = ask(door, "case.timeline", json!({ "case_id": CASE }));
    assert_eq!(
        lanes["lanes"][0]["entries"][0]["kind"],
        json!("case"),
        "the timeline shows the event under review"
    );
}

/// The operations that the first format wrote, newest first: after each, the case still reads.
fn replays(door: &Door) -> usize {
    let all = ask(door, "history.list", json!({ "case_id": CASE }));
    for operation in list(&all) {
        let then = ask(door, "case.show", json!({ "case_id": CASE, "as_of": operation["id"] }));
        assert_eq!(then["case"]["operation"], operation["id"], "the case as of {}", operation["name"]);
    }
    list(&all).len()
}

#[test]
fn it_is_backed_up_migrated_and_still_whole() {
    let (folder, root) = old();
    let before = std::fs::read(root.join("ledger.sqlite")).unwrap();
    let door = open(&folder, &root, Wanted::Write);
    let backups = backups_of(&root);
    assert_eq!(backups.len(), 1, "it was backed up before it was changed");
    assert!(std::fs::read(&backups[0]).unwrap() == before, "byte for byte");
    reads_as_it_did(&door);
    assert!(replays(&door) > 20, "every position of its history");
    let verified = ask(&door, "workspace.verify", json!({ "head": HEAD }));
    assert_eq!(
        (&verified["ok"], &verified["head_found"]),
        (&json!(true), &json!(true)),
        "{}",
        verified["faults"]
    );
    assert_eq!(verified["files"], json!(1), "with its file");
    let newest = &ask(&door, "history.list", json!({ "limit": 1 }))[0];
    assert_eq!((&newest["name"], &newest["editor"]), (&json!("ledger.migrate"), &Value::Null), "on record");
    drop(door);
    good(&[
        root.join("ledger.sqlite").to_str().unwrap(),
        "--files",
        root.join("files").to_str().unwrap(),
        "--head",
        HEAD,
    ]);

    let door = open(&folder, &root, Wanted::Write);
    assert_eq!(backups_of(&root), backups, "it is migrated once");
    let gone = text(&ask(&door, "case.list", json!({ "trashed": true }))[0]["id"]);
    ask(&door, "case.restore", json!({ "id": gone }));
    assert_eq!(
        list(&ask(&door, "case.list", json!({}))).len(),
        2,
        "what lay in the trash then comes back now"
    );
    ask(&door, "history.undo", json!({}));
    ask(&door, "case.edit", json!({ "id": CASE, "set": { "archived": true } }));
    ask(
        &door,
        "event.add",
        json!({ "case_id": CASE, "name": "The harbour was closed", "date": "2019-03-02" }),
    );
    let out = folder.path().join("case.json");
    ask(&door, "report.export", json!({ "case_id": CASE, "format": "json", "out": out }));
    good(&[out.to_str().unwrap()]);
    let early = text(&list(&ask(&door, "history.list", json!({ "case_id": CASE }))).last().unwrap()["id"]);
    ask(&door, "report.export", json!({ "case_id": CASE, "format": "json", "out": out, "as_of": early }));
    good(&[out.to_str().unwrap()]);
    let verified = ask(&door, "workspace.verify", json!({}));
    assert_eq!(verified["ok"], json!(true), "old and new images together: {}", verified["faults"]);
    drop(door);
    good(&[root.join("ledger.sqlite").to_str().unwrap()]);
}

#[test]
fn a_reader_sees_it_as_it_is_and_changes_nothing() {
    let (folder, root) = old();
    let before = std::fs::read(root.join("ledger.sqlite")).unwrap();
    let door = open(&folder, &root, Wanted::Read);
    reads_as_it_did(&door);
    assert!(replays(&door) > 20, "every position of its history");
    assert_eq!(list(&ask(&door, "event.list", json!({ "case_id": CASE }))).len(), 0, "it has no events");
    let verified = ask(&door, "workspace.verify", json!({ "head": HEAD }));
    assert_eq!(verified["ok"], json!(true), "{}", verified["faults"]);
    drop(door);
    assert!(std::fs::read(root.join("ledger.sqlite")).unwrap() == before, "it is of the first format still");
}

#[test]
fn what_it_backed_up_can_be_restored() {
    let (folder, root) = old();
    drop(open(&folder, &root, Wanted::Write));
    let kept = backups_of(&root).remove(0);
    let into = folder.path().join("restored");
    let restored = api::restore(&api::Context::default(), &kept, &into).unwrap();
    assert_eq!((restored.files, restored.missing), (1, vec![]), "with its file");
    reads_as_it_did(&open(&folder, &into, Wanted::Write));
}
