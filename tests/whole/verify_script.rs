//! `docs/verify_ledger.py`: checks ledgers and exports with no help from our code; good ones pass, damaged ones do not,
//! and `workspace.verify` sees the same damage.

use crate::sample::{Sample, sample, verdict};
use crate::support::{Work, text};
use api::{Door, Opening, Wanted};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn script(arguments: &[&str]) -> Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/verify_ledger.py");
    Command::new("python3").arg(script).args(arguments).output().expect("python3 runs")
}

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn good(arguments: &[&str]) -> String {
    let output = script(arguments);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "it must stand: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// The script fails on it with a fault in words, not with a trace.
fn wrong(path: &Path, why: &str) {
    let output = script(&[shown(path)]);
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    assert_eq!(output.status.code(), Some(1), "{why}: it must be seen: {said}");
    assert!(said.contains("FAULT"), "{why}: it is named: {said}");
}

/// A closed workspace with the sample in it, an erasure, and an undo.
fn written() -> (Work, Sample) {
    let mut work = Work::new();
    let case = sample(&work);
    verdict(&work, &case);
    work.call("claim.edit", json!({ "id": case.claims[2], "set": { "note": "Mr Zx said so." } }));
    work.call(
        "record.erase",
        json!({ "table": "claim", "id": case.claims[2], "fields": ["note"], "reason": "It names a source." }),
    );
    work.call("tag.add", json!({ "case_id": case.case, "name": "blast" }));
    work.call("history.undo", json!({}));
    let other = work.id("case.add", json!({ "name": "Another case, secret" }));
    work.call("tag.add", json!({ "case_id": other, "name": "secret too" }));
    work.call("case.edit", json!({ "id": case.case, "set": { "why": "It matters." } }));
    work.call(
        "report.export",
        json!({ "case_id": case.case, "format": "json", "out": work.path("case.json") }),
    );
    work.close();
    (work, case)
}

#[test]
fn good_ledgers_and_exports_stand() {
    let (mut work, case) = written();
    let ledger = work.root().join("ledger.sqlite");
    let files = work.root().join("files");
    let said = good(&[shown(&ledger), "--files", shown(&files)]);
    assert!(said.contains("erased"), "the erasure is told: {said}");
    work.reopen();
    let head = text(&work.verified()["heads"][0]["hash"]);
    work.close();
    assert!(good(&[shown(&ledger), "--head", &head]).contains(&head), "the heads are the same as ours");
    assert_eq!(
        script(&[shown(&ledger), "--head", &"0".repeat(64)]).status.code(),
        Some(1),
        "a head that is not there is seen"
    );
    let export = work.path("case.json");
    good(&[shown(&export), "--files", shown(&files)]);
    let words = std::fs::read_to_string(&export).unwrap();
    assert!(
        words.contains(&case.case) && !words.contains("secret"),
        "other cases are stubs: nothing of them leaks"
    );
}

/// One kind of damage: what it is, and the SQL that does it.
const DAMAGE: [(&str, &str); 12] = [
    ("a changed row", "UPDATE claim SET text = 'Something else.' WHERE id = 1"),
    (
        "a row that was added past the history",
        "INSERT INTO tag (uuid, case_id, name) VALUES ('00000000-0000-7000-8000-000000000009', 1, 'by hand')",
    ),
    ("a row that was taken away", "DELETE FROM comparison"),
    (
        "a changed image",
        "UPDATE change SET after = replace(after, 'gas main', 'gas oven') WHERE after LIKE '%gas main%'",
    ),
    (
        "an image and its row changed alike",
        "UPDATE claim SET text = 'A gas oven burst.' WHERE id = 1; UPDATE change SET after = replace(after, 'A gas main burst.', 'A gas oven burst.')",
    ),
    ("a changed time", "UPDATE operation SET time = '2020-01-01T00:00:00.000Z' WHERE id = 9"),
    (
        "a changed editor",
        "UPDATE operation SET editor = (SELECT uuid FROM editor ORDER BY id DESC LIMIT 1) WHERE name = 'claim.add'",
    ),
    ("a changed name", "UPDATE operation SET name = 'case.add' WHERE name = 'point.add'"),
    (
        "an operation cut out",
        "DELETE FROM change WHERE operation_id = 12; DELETE FROM operation WHERE id = 12",
    ),
    ("a change cut out", "DELETE FROM change WHERE operation_id = 9 AND seq = 1"),
    (
        "an image taken out without an erasure",
        "UPDATE change SET before = NULL, after = NULL, salt = NULL WHERE operation_id = 10",
    ),
    ("a broken link of the chain", "UPDATE operation SET prev = hash WHERE id = 8"),
];

#[test]
fn damaged_ledgers_do_not() {
    let (work, _) = written();
    let whole = std::fs::read(work.root().join("ledger.sqlite")).unwrap();
    for (place, (what, sql)) in DAMAGE.iter().enumerate() {
        let root = work.path(&format!("damaged-{place}"));
        std::fs::create_dir_all(&root).unwrap();
        let path = root.join("ledger.sqlite");
        std::fs::write(&path, &whole).unwrap();
        let file = Connection::open(&path).unwrap();
        file.pragma_update(None, "foreign_keys", false).unwrap();
        file.execute_batch(sql).unwrap();
        drop(file);
        wrong(&path, what);
        let door = Door::open(Opening { workspace: Some(root), ..work.opening(Wanted::Read) }).unwrap();
        let found =
            door.call("workspace.verify", json!({ "files": false }), &api::Context::default()).unwrap();
        assert_eq!(found["ok"], json!(false), "{what}: workspace.verify sees it too");
        assert!(!found["faults"].as_array().unwrap().is_empty(), "{what}: and names it");
    }
}

#[test]
fn damaged_exports_do_not() {
    let (work, case) = written();
    let words = std::fs::read_to_string(work.path("case.json")).unwrap();
    let write = |name: &str, words: &str| -> PathBuf { work.file(name, words.as_bytes()) };
    assert!(words.contains("A bomb went off."), "the words that are changed are there");
    wrong(&write("words.json", &words.replacen("A bomb went off.", "A bomb went in.", 1)), "changed words");
    wrong(
        &write("everywhere.json", &words.replace("A bomb went off.", "A bomb went in.")),
        "words changed everywhere",
    );
    wrong(&write("id.json", &words.replacen(&case.claims[0], &case.claims[1], 1)), "another id");
    wrong(&write("half.json", &words[..words.len() / 2]), "half of it");
    let mut export: Value = serde_json::from_str(&words).unwrap();
    export["operations"].as_array_mut().unwrap().remove(5);
    wrong(&write("cut.json", &export.to_string()), "an operation cut out");
}

#[test]
fn what_is_no_ledger_is_said_to_be_none() {
    let work = Work::new();
    for (name, bytes) in
        [("empty", &b""[..]), ("text.txt", b"Not a ledger."), ("list.json", b"[]"), ("object.json", b"{}")]
    {
        let path = work.file(name, bytes);
        assert_ne!(script(&[shown(&path)]).status.code(), Some(0), "{name} does not stand");
    }
    assert_ne!(script(&[shown(&work.path("missing"))]).status.code(), Some(0), "nor does nothing");
}
