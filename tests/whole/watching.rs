//! Long work tells how far it is, and can be stopped: nothing is lost, and nothing half is left.

use crate::sample::{sample, verdict};
use crate::support::{MARR, Work, list};
use api::{Context, Problem, Progress, Watch};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

/// Calls, notes what is told, and stops after so many steps of a stage.
fn watched(
    work: &Work,
    name: &str,
    request: Value,
    stop: Option<(&'static str, u64)>,
) -> (Result<Value, Problem>, Vec<Progress>) {
    let told = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&told);
    let watch = Watch::new(move |progress: &Progress| {
        notes.lock().unwrap().push(*progress);
        stop.is_none_or(|(stage, done)| progress.stage != stage || progress.done < done)
    });
    let context = Context { editor: Some(MARR.to_owned()), watch: Some(watch), ..Context::default() };
    let answer = work.door().call(name, request, &context);
    let told = told.lock().unwrap().clone();
    (answer, told)
}

/// Calls, and stops once a stage was told so many times: the format is made by then and not yet in its place.
fn stopped_after(
    work: &Work,
    name: &str,
    request: Value,
    stage: &'static str,
    times: usize,
) -> Result<Value, Problem> {
    let told = std::sync::atomic::AtomicUsize::new(0);
    let watch = Watch::new(move |progress: &Progress| {
        progress.stage != stage || told.fetch_add(1, std::sync::atomic::Ordering::Relaxed) < times
    });
    let context = Context { editor: Some(MARR.to_owned()), watch: Some(watch), ..Context::default() };
    work.door().call(name, request, &context)
}

fn is_stopped(answer: Result<Value, Problem>) {
    let code = serde_json::to_value(answer.unwrap_err()).unwrap()["code"].clone();
    assert_eq!(code, json!("stopped"), "it says that it was stopped");
}

fn rises(told: &[Progress], stage: &str) {
    let of: Vec<&Progress> = told.iter().filter(|progress| progress.stage == stage).collect();
    assert!(!of.is_empty(), "{stage} is told: {told:?}");
    assert!(of.windows(2).all(|two| two[0].done <= two[1].done), "{stage} goes forward: {of:?}");
    assert!(of.iter().all(|progress| progress.done <= progress.total), "{stage} has an end: {of:?}");
}

fn files_under(folder: &std::path::Path) -> usize {
    std::fs::read_dir(folder).map_or(0, |all| {
        all.flatten().map(|entry| if entry.path().is_dir() { files_under(&entry.path()) } else { 1 }).sum()
    })
}

#[test]
fn verify_tells_each_stage_and_stops() {
    let work = Work::new();
    sample(&work);
    let (answer, told) = watched(&work, "workspace.verify", json!({}), None);
    assert_eq!(answer.unwrap()["ok"], json!(true), "it verifies");
    for stage in ["operations", "rows", "derived", "files"] {
        rises(&told, stage);
    }
    is_stopped(watched(&work, "workspace.verify", json!({}), Some(("files", 0))).0);
    is_stopped(watched(&work, "workspace.verify", json!({}), Some(("rows", 0))).0);
    work.verified();
}

#[test]
fn a_stopped_backup_leaves_no_folder() {
    let work = Work::new();
    sample(&work);
    let out = work.path("full");
    for stage in ["copies", "pages"] {
        is_stopped(watched(&work, "backup.add", json!({ "full": out }), Some((stage, 0))).0);
        assert!(!out.exists(), "nothing of it is left when it is stopped at the {stage}");
    }
    let (answer, told) = watched(&work, "backup.add", json!({ "full": out }), None);
    assert_eq!(answer.unwrap()["files_held"], json!(1), "then it is whole");
    rises(&told, "copies");
    rises(&told, "pages");
    let before = list(&work.call("backup.list", json!({}))).len();
    is_stopped(watched(&work, "backup.add", json!({}), Some(("pages", 0))).0);
    assert_eq!(list(&work.call("backup.list", json!({}))).len(), before, "nor of one beside the ledger");
}

#[test]
fn a_stopped_restore_leaves_nothing_and_may_be_tried_again() {
    let work = Work::new();
    sample(&work);
    let full = work.path("full");
    work.call("backup.add", json!({ "full": full }));
    let empty = work.path("empty");
    std::fs::create_dir(&empty).unwrap();
    for (to, stage) in [
        (work.path("deep/restored"), "pages"),
        (work.path("deep/restored"), "copies"),
        (empty.clone(), "copies"),
    ] {
        let restore = json!({ "from": full, "to": to });
        is_stopped(watched(&work, "backup.restore", restore, Some((stage, 0))).0);
        assert_eq!(files_under(&to), 0, "nothing half is left when it is stopped at the {stage}");
    }
    assert!(!work.path("deep").exists(), "nor the folders made on the way");
    assert!(empty.is_dir(), "a folder that was there stays");
    let (answer, told) = watched(&work, "backup.restore", json!({ "from": full, "to": empty }), None);
    assert_eq!(answer.unwrap()["files"], json!(1), "then it is whole");
    rises(&told, "copies");
    rises(&told, "pages");
    let inside = json!({ "from": full, "to": work.root().join("backups/again") });
    let refused = work.refused("backup.restore", inside);
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("invalid"), &json!("to")),
        "never inside a workspace"
    );
    assert!(!work.root().join("backups/again").exists(), "and nothing is made there");
}

#[test]
fn a_stopped_report_leaves_no_file_and_no_number() {
    let work = Work::new();
    let case = sample(&work);
    verdict(&work, &case);
    let folder = work.path("out");
    let publish = json!({ "case_id": case.case, "folder": folder, "formats": ["md", "csv", "html"] });
    let before = work.newest();
    is_stopped(watched(&work, "report.publish", publish.clone(), Some(("formats", 2))).0);
    assert!(!folder.exists(), "what was written before is taken away, with the folder that was made for it");
    assert_eq!(work.newest(), before, "and nothing is in the history");
    let (answer, told) = watched(&work, "report.publish", publish, None);
    assert!(answer.is_ok(), "then it goes through: {answer:?}");
    rises(&told, "formats");
    assert_eq!(files_under(&folder), 3, "whole");
    let mine = work.path("mine");
    std::fs::create_dir(&mine).unwrap();
    std::fs::write(mine.join("notes.txt"), "mine").unwrap();
    let mut again = json!({ "case_id": case.case, "folder": mine, "formats": ["html", "pdf"] });
    is_stopped(watched(&work, "report.publish", again.clone(), Some(("formats", 2))).0);
    let left = |folder: &std::path::Path| {
        std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.file_name()).collect::<Vec<_>>()
    };
    assert_eq!(
        left(&mine),
        ["notes.txt"],
        "stopped at the last moment: not a file, not a folder, not a temporary one"
    );
    again["formats"] = json!(["json"]);
    is_stopped(watched(&work, "report.publish", again, Some(("formats", 0))).0);
    assert_eq!(left(&mine), ["notes.txt"], "nor of one that streams");
    for format in ["md", "html", "pdf", "json", "csv"] {
        let out = work.path("r.any");
        std::fs::write(&out, "an earlier export").unwrap();
        let export = json!({ "case_id": case.case, "format": format, "out": out });
        is_stopped(stopped_after(&work, "report.export", export, "formats", 1));
        assert_eq!(
            std::fs::read(&out).unwrap(),
            b"an earlier export",
            "{format}: what was there stays whole"
        );
        let beside = left(work.folder.path());
        assert!(
            beside.iter().all(|name| !name.to_string_lossy().starts_with(".counterclaim")),
            "{format}: {beside:?}"
        );
    }
    is_stopped(watched(&work, "report.preview", json!({ "case_id": case.case }), Some(("files", 0))).0);
}

#[test]
fn a_stopped_attachment_leaves_nothing_on_the_shelf() {
    let work = Work::new();
    let item = work.id("item.add", json!({ "name": "A film", "kind": "video", "reading": "read" }));
    let film = work.file("film.bin", &vec![7; 3_000_000]);
    let attach = json!({ "item_id": item, "path": film });
    is_stopped(watched(&work, "item.attach", attach.clone(), Some(("bytes", 1_000_000))).0);
    assert_eq!(files_under(&work.root().join("files")), 0, "no half file");
    assert_eq!(list(&work.call("capture.list", json!({}))).len(), 0, "and no record");
    let (answer, told) = watched(&work, "item.attach", attach, None);
    assert_eq!(answer.unwrap()["record"]["size"], json!(3_000_000), "then it is kept whole");
    rises(&told, "bytes");
}

#[test]
fn a_stopped_demo_is_put_in_the_trash_and_made_anew() {
    let work = Work::new();
    is_stopped(watched(&work, "demo.add", json!({}), Some(("steps", 60))).0);
    assert_eq!(list(&work.call("case.list", json!({}))).len(), 0, "no half case stands in the list");
    let (answer, told) = watched(&work, "demo.add", json!({}), None);
    assert_eq!(answer.unwrap()["made"], json!(true), "it is made anew");
    rises(&told, "steps");
    work.verified();
}
