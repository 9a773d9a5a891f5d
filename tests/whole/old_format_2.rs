//! A ledger that the second format wrote: it opens, is backed up before it is changed, migrates, verifies, and undoes.

use crate::old_ledger::{ask, copy_of, open};
use crate::support::{list, row};
use crate::verify_script::good;
use api::{Door, Wanted};
use serde_json::{Value, json};
use std::path::PathBuf;

const CASE: &str = "01a20558-5482-700b-b6bc-fe56ec4b8199";
const CAPTURE: &str = "01a20558-55c5-717e-b01e-c3595148ff6e";
const EXCERPT: &str = "01a20558-55e3-76e6-a22e-78170a96e3bd";
const ERASED: &str = "01a20558-56da-7141-aff1-6c61431cff8d";
const STATEMENT: &str = "01a20558-5601-7710-9f7c-5a945b349cbf";
/// The head of its chain, when it was written.
const HEAD: &str = "08f1901fc1351a544d200e5908fc3bfbf107b73d5cfa61339a4c5ae9fa4a07ee";

/// A copy of it, in a folder of its own, on the device that wrote it, so that what it did can be undone.
fn old() -> (tempfile::TempDir, PathBuf) {
    let (folder, root) = copy_of(2, "ce/b8015f4f94838ee2734e1e4dec3b073d8d7e3ecb60fe596d60e2b51feeffba");
    let config = folder.path().join("config");
    std::fs::create_dir_all(&config).unwrap();
    let device = json!({ "uuid": "01a20558-5424-7099-92ff-f87d390863c7", "name": "FHT" });
    std::fs::write(config.join("device.json"), device.to_string()).unwrap();
    (folder, root)
}

/// What the case said before it was opened here; what the second format had no word for reads as its default.
fn reads_as_it_did(door: &Door) {
    let shown = ask(door, "case.show", json!({ "case_id": CASE }));
    let case = &shown["case"];
    assert_eq!(case["case"]["archived"], json!(false), "undone while it was of the second format");
    assert_eq!(list(&case["handings_out"]).len(), 1, "its custody log is there");
    for table in ["capture_texts", "metadata", "picture_checks", "fetches"] {
        assert_eq!(list(&case[table]).len(), 0, "it has no {table}");
    }
    let excerpt = row(&case["excerpts"], "uuid", EXCERPT);
    assert_eq!(excerpt["kind"], json!("text"), "an excerpt was of words");
    assert_eq!((&excerpt["region"], &excerpt["text_sha256"]), (&Value::Null, &Value::Null));
    assert_eq!((&excerpt["start"], &excerpt["stop"]), (&json!(47), &json!(70)), "and stands where it stood");
    assert_eq!(
        row(&case["excerpts"], "uuid", ERASED)["note"],
        json!("[erased]"),
        "what was erased stays erased"
    );
    assert_eq!(row(&case["captures"], "uuid", CAPTURE)["part"], Value::Null);
    let statement = row(&case["statements"], "uuid", STATEMENT);
    assert_eq!(statement["translation_status"], Value::Null, "where a translation stands was not recorded");
    for operation in list(&ask(door, "history.list", json!({ "case_id": CASE }))) {
        let then = ask(door, "case.show", json!({ "case_id": CASE, "as_of": operation["id"] }));
        assert_eq!(then["case"]["operation"], operation["id"], "the case as of {}", operation["name"]);
    }
    assert_eq!(list(&ask(door, "excerpt.list", json!({}))).len(), 2);
    assert!(!list(&ask(door, "search", json!({ "words": "طوال" }))).is_empty(), "it is searched");
}

#[test]
fn it_is_backed_up_migrated_and_still_whole() {
    let (folder, root) = old();
    let before = std::fs::read(root.join("ledger.sqlite")).unwrap();
    let door = open(&folder, &root, Wanted::Write);
    let found = std::fs::read_dir(root.join("backups")).unwrap().flatten().map(|entry| entry.path());
    let backups: Vec<PathBuf> =
        found.filter(|path| path.to_string_lossy().ends_with("-before-migration-from-2.sqlite")).collect();
    assert_eq!(backups.len(), 1, "it was backed up before it was changed");
    assert!(std::fs::read(&backups[0]).unwrap() == before, "byte for byte");
    reads_as_it_did(&door);
    let verified = ask(&door, "workspace.verify", json!({ "head": HEAD }));
    assert_eq!(verified["ok"], json!(true), "{}", verified["faults"]);
    assert_eq!((&verified["head_found"], &verified["files"]), (&json!(true), &json!(1)));
    let newest = &ask(&door, "history.list", json!({ "limit": 1 }))[0];
    assert_eq!((&newest["name"], &newest["editor"]), (&json!("ledger.migrate"), &Value::Null), "on record");

    let undone = ask(&door, "history.undo", json!({}));
    assert_eq!(undone["name"], json!("tag.trash"), "what the second format did can be undone");
    ask(&door, "history.redo", json!({}));
    ask(&door, "excerpt.edit", json!({ "id": EXCERPT, "set": { "colour": "green", "label": "the dam" } }));
    ask(&door, "statement.edit", json!({ "id": STATEMENT, "set": { "translation_status": "checked" } }));
    ask(&door, "history.undo", json!({}));
    let statement = ask(&door, "statement.show", json!({ "id": STATEMENT }));
    assert_eq!(statement["translation_status"], Value::Null, "an undo goes back to what there was");
    let out = folder.path().join("case.json");
    ask(&door, "report.export", json!({ "case_id": CASE, "format": "json", "out": out }));
    good(&[out.to_str().unwrap()]);
    let verified = ask(&door, "workspace.verify", json!({}));
    assert_eq!(verified["ok"], json!(true), "old and new images together: {}", verified["faults"]);
    drop(door);
    let files = root.join("files");
    let ledger = root.join("ledger.sqlite");
    good(&[ledger.to_str().unwrap(), "--files", files.to_str().unwrap(), "--head", HEAD]);
}

#[test]
fn a_reader_sees_it_as_it_is_and_changes_nothing() {
    let (folder, root) = old();
    let before = std::fs::read(root.join("ledger.sqlite")).unwrap();
    let door = open(&folder, &root, Wanted::Read);
    reads_as_it_did(&door);
    let verified = ask(&door, "workspace.verify", json!({ "head": HEAD }));
    assert_eq!(verified["ok"], json!(true), "{}", verified["faults"]);
    for name in ["fetch.list", "capture_text.list", "metadata.list", "picture_check.list"] {
        assert_eq!(list(&ask(&door, name, json!({}))).len(), 0, "{name}: none yet");
    }
    drop(door);
    assert!(std::fs::read(root.join("ledger.sqlite")).unwrap() == before, "it is of the second format still");
}
