//! The workspace: one writer at a time, reading alone, backups, restoring, preserved files that changed or went.

use crate::sample::{SHEET, Sample, sample};
use crate::support::{LIND, MARR, Work, list, text};
use api::{Context, Door, Opening, Problem, Wanted, restore};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

fn code(problem: &Problem) -> Value {
    serde_json::to_value(problem).unwrap()["code"].clone()
}

fn refusal(door: &Door, name: &str, request: Value) -> Problem {
    door.call(name, request, &Context { editor: Some(MARR.to_owned()), ..Context::default() }).unwrap_err()
}

fn ask(door: &Door, name: &str, request: Value) -> Value {
    door.call(name, request, &Context::default()).unwrap()
}

/// The one preserved file of the sample.
fn preserved(work: &Work, case: &Sample) -> PathBuf {
    PathBuf::from(text(&work.call("capture.check", json!({ "id": case.capture }))["path"]))
}

#[test]
fn one_writes_at_a_time_and_the_others_are_told_who() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "A case" }));
    let refused = Door::open(work.opening(Wanted::Write)).err().unwrap();
    assert_eq!(code(&refused), json!("locked"), "a second writer is refused");
    let writer = &refused.params["writer"];
    assert_eq!(
        (&writer["program"], &writer["process"]),
        (&json!("terminal"), &json!(std::process::id())),
        "and told who writes"
    );
    assert!(refused.hint.is_some(), "and what to do");

    let second = Door::open(work.opening(Wanted::WriteOrRead)).unwrap();
    assert!(!second.can_write() && second.writer_elsewhere().is_some(), "whoever can read, reads");
    assert_eq!(ask(&second, "case.list", json!({}))[0]["name"], json!("A case"), "what is there is seen");
    let refused = refusal(&second, "tag.add", json!({ "case_id": case, "name": "no" }));
    assert_eq!(code(&refused), json!("read_only"), "writing is refused");
    assert!(refused.params.contains_key("writer"), "with who writes");
    let view = ask(&second, "workspace.show", json!({}));
    assert_eq!(
        (&view["can_write"], &view["writer"]["program"]),
        (&json!(false), &json!("terminal")),
        "the window can say so"
    );
    work.call("case.add", json!({ "name": "Added since" }));
    assert_eq!(list(&ask(&second, "case.list", json!({}))).len(), 2, "a reader sees what was written since");
}

#[test]
fn the_lock_goes_with_the_writer() {
    let mut work = Work::new();
    work.call("case.add", json!({ "name": "A case" }));
    work.close();
    let door = Door::open(work.opening(Wanted::Write)).unwrap();
    assert!(door.can_write() && door.writer_elsewhere().is_none(), "nobody else writes");
}

#[test]
fn reading_alone_makes_nothing() {
    let mut work = Work::new();
    work.call("case.add", json!({ "name": "A case" }));
    work.close();
    let empty = Opening { workspace: Some(work.path("nothing")), ..work.opening(Wanted::Read) };
    let refused = Door::open(empty).err().unwrap();
    assert_eq!(code(&refused), json!("file_missing"), "there is nothing to read");
    assert!(!work.path("nothing").exists(), "and nothing was made");
    let before = std::fs::read(work.root().join("ledger.sqlite")).unwrap();
    let reader = Door::open(work.opening(Wanted::Read)).unwrap();
    assert_eq!(
        code(&refusal(&reader, "case.add", json!({ "name": "No" }))),
        json!("read_only"),
        "no write goes through"
    );
    assert_eq!(list(&ask(&reader, "case.list", json!({}))).len(), 1, "reads do");
    drop(reader);
    assert_eq!(std::fs::read(work.root().join("ledger.sqlite")).unwrap(), before, "the file is as it was");
}

#[test]
fn the_first_change_of_a_day_backs_up() {
    let mut work = Work::at("2026-11-22T08:00:00Z");
    let count = |work: &Work| list(&work.call("backup.list", json!({}))).len();
    work.call("case.add", json!({ "name": "A case" }));
    work.call("case.add", json!({ "name": "Another" }));
    let first = count(&work);
    assert!(first <= 1, "one backup a day at most");
    work.reopen_at("2026-11-23T08:00:00Z", 8);
    assert_eq!(count(&work), first, "opening alone is no change");
    work.call("case.list", json!({}));
    assert_eq!(count(&work), first, "nor is reading");
    work.call("case.add", json!({ "name": "The next day" }));
    work.call("case.add", json!({ "name": "And once more" }));
    assert_eq!(count(&work), first + 1, "the first change of the next day backs up, the second does not");
    let newest = text(&work.call("backup.list", json!({}))[0]["id"]);
    let into = work.path("restored");
    restore(&Context::default(), Path::new(&newest), &into).unwrap();
    let door = Door::open(Opening { workspace: Some(into), ..work.opening(Wanted::Read) }).unwrap();
    let names = ask(&door, "case.list", json!({}));
    assert_eq!(list(&names).len(), 2, "it holds the state before that change");
    assert_eq!(ask(&door, "workspace.verify", json!({}))["ok"], json!(true), "and verifies");
}

#[test]
fn a_full_backup_is_restored_with_its_files() {
    let work = Work::new();
    let case = sample(&work);
    let out = work.path("full");
    let made = work.call("backup.add", json!({ "full": out }));
    assert_eq!((&made["files"], &made["files_held"]), (&json!(1), &json!(1)), "the file is in it");
    assert_eq!(work.code("backup.add", json!({ "full": out })), "exists", "nothing is overwritten");
    let into = work.path("restored");
    let restored = restore(&Context::default(), &out, &into).unwrap();
    assert_eq!((restored.files, restored.missing.len()), (1, 0), "the file came along");
    assert_eq!(
        code(&restore(&Context::default(), &out, &into).unwrap_err()),
        json!("exists"),
        "never over an old one"
    );
    assert_eq!(
        code(&restore(&Context::default(), &work.path("no.sqlite"), &work.path("x")).unwrap_err()),
        json!("file_missing"),
        "no such backup"
    );

    let elsewhere = Opening {
        workspace: Some(into),
        config: Some(work.path("another-device")),
        ..work.opening(Wanted::Write)
    };
    let door = Door::open(elsewhere).unwrap();
    let shown = |door: &Door| ask(door, "case.show", json!({ "case_id": case.case }));
    assert_eq!(shown(&door), shown(work.door()), "the case is the same");
    let context = Context { editor: Some(LIND.to_owned()), ..Context::default() };
    door.call("tag.add", json!({ "case_id": case.case, "name": "there" }), &context).unwrap();
    let verified = ask(&door, "workspace.verify", json!({}));
    assert_eq!(verified["ok"], json!(true), "a second device goes on: {}", verified["faults"]);
    assert_eq!(list(&verified["heads"]).len(), 2, "in a chain of its own");
    assert_eq!(verified["files"], json!(1), "the file was hashed again");
}

#[test]
fn a_backup_is_restored_with_files_from_beside_it_or_names_what_is_missing() {
    let work = Work::new();
    let case = sample(&work);
    let backup = PathBuf::from(text(&work.call("backup.add", json!({}))["id"]));
    let restored = restore(&Context::default(), &backup, &work.path("one")).unwrap();
    assert_eq!((restored.files, restored.missing.len()), (1, 0), "brought over from the workspace beside it");
    let kept = preserved(&work, &case);
    std::fs::remove_file(&kept).unwrap();
    let restored = restore(&Context::default(), &backup, &work.path("two")).unwrap();
    let hash = text(&work.call("capture.show", json!({ "id": case.capture }))["sha256"]);
    assert_eq!((restored.files, restored.missing), (0, vec![hash.clone()]), "or named as missing");
    let refused = work.refused("backup.add", json!({ "full": work.path("full") }));
    assert_eq!(refused["code"], json!("file_missing"), "a full backup without a file says so");
    assert_eq!(refused["params"]["missing"][0]["sha256"], json!(hash), "and which");
    assert!(work.path("full").join("ledger.sqlite").exists(), "what can be kept is kept");
}

#[test]
fn a_changed_or_missing_preserved_file_is_seen() {
    let work = Work::new();
    let case = sample(&work);
    assert_eq!(work.verified()["files"], json!(1), "the file is hashed");
    let state = || text(&work.call("capture.check", json!({ "id": case.capture }))["state"]);
    let kept = preserved(&work, &case);
    assert_eq!(std::fs::read(&kept).unwrap(), SHEET.as_bytes(), "byte for byte what was attached");
    let verify = || work.call("workspace.verify", json!({}));
    replace(&kept, Some(SHEET.replace("gas", "gap").as_bytes()));
    assert_eq!(state(), "changed", "other bytes are seen");
    let found = verify();
    assert_eq!(found["ok"], json!(false), "and verification fails");
    assert_eq!(list(&found["faults"]).len(), 1, "for that one reason: {}", found["faults"]);
    assert!(text(&found["faults"][0]["words"]).contains("changed"), "in words");
    assert_eq!(
        work.call("workspace.verify", json!({ "files": false }))["ok"],
        json!(true),
        "the history itself is sound"
    );
    let out = work.path("changed.html");
    work.call("report.export", json!({ "case_id": case.case, "format": "html", "out": out }));
    let page = std::fs::read_to_string(&out).unwrap();
    assert!(page.contains("CHANGED"), "the report's integrity annex says so");
    replace(&kept, None);
    assert_eq!(state(), "missing", "a file that went is seen");
    assert!(text(&verify()["faults"][0]["words"]).contains("missing"), "in words");
    let page = text(&work.call("report.preview", json!({ "case_id": case.case }))["html"]);
    assert!(page.contains("MISSING"), "the report still comes, and says so");
    replace(&kept, Some(SHEET.as_bytes()));
    assert_eq!(state(), "intact", "put back, it is whole again");
    work.verified();
}

/// Replaces a preserved file, read-only or not, by other bytes or by nothing.
fn replace(path: &Path, bytes: Option<&[u8]>) {
    let _ = std::fs::remove_file(path);
    if let Some(bytes) = bytes {
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn verify_compares_a_head_noted_elsewhere() {
    let work = Work::new();
    work.call("case.add", json!({ "name": "A case" }));
    let noted = text(&work.verified()["heads"][0]["hash"]);
    work.call("case.add", json!({ "name": "Another" }));
    let verify = |head: &str| work.call("workspace.verify", json!({ "head": head }));
    assert_eq!(verify(&noted)["head_found"], json!(true), "an earlier head is part of the history");
    let other = noted.chars().map(|c| if c == 'a' { 'b' } else { 'a' }).collect::<String>();
    let found = verify(&other);
    assert_eq!((&found["head_found"], &found["ok"]), (&json!(false), &json!(false)), "another is not");
    assert!(text(&found["limits"]).contains("heads"), "what cannot be seen from inside is said");
}

#[test]
fn attaching_twice_keeps_one_file() {
    let work = Work::new();
    let case = sample(&work);
    let again = work.file("the same under another name.txt", SHEET.as_bytes());
    let same = work.call("item.attach", json!({ "item_id": case.item, "path": again }));
    assert_eq!(
        (&same["id"], &same["operation"]),
        (&json!(case.capture), &Value::Null),
        "the item has it already"
    );
    let other = work.call("item.attach", json!({ "item_id": case.report, "path": again }));
    assert_ne!(other["id"], json!(case.capture), "another item gets a capture of its own");
    assert_eq!(other["record"]["name"], json!("the same under another name.txt"), "with the name as it came");
    assert_eq!(work.verified()["files"], json!(1), "but the bytes are kept once");
    assert_eq!(std::fs::read(&again).unwrap(), SHEET.as_bytes(), "and the original is untouched");
}
