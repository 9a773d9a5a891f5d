//! A case as a bag: a stranger checks it with the tools of any system and our script alone, and the custody log knows of it.

use crate::sample::{Sample, sample, verdict};
use crate::support::{MARR, Work, list, text};
use crate::verify_script::good;
use api::{Context, Door, Progress, Wanted, Watch};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn written() -> (Work, Sample) {
    let work = Work::new();
    let case = sample(&work);
    verdict(&work, &case);
    (work, case)
}

fn bag(work: &Work, case: &Sample) -> (PathBuf, Value) {
    let out = work.path("out/bag");
    let answer = work.call("case.bag", json!({ "case_id": case.case, "out": out }));
    (out, answer)
}

/// Every file below a folder, by its path from there.
fn below(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned());
            }
        }
    }
    found
}

/// The kept file of the sample, as it lies on the shelf and in a bag.
fn shelved(work: &Work, case: &Sample) -> (String, PathBuf) {
    let sha256 = text(&work.call("capture.show", json!({ "id": case.capture }))["sha256"]);
    let place = format!("{}/{}", &sha256[..2], &sha256[2..]);
    let path = work.root().join("files").join(&place);
    (place, path)
}

fn alter(path: &Path, bytes: &[u8]) {
    std::fs::remove_file(path).unwrap();
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn a_stranger_can_check_it_without_us() {
    let (work, case) = written();
    let (out, answer) = bag(&work, &case);
    let (place, _) = shelved(&work, &case);
    let there = below(&out);
    for file in ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        assert!(there.contains(file), "{file} makes it a bag: {there:?}");
    }
    let payload: BTreeSet<String> =
        there.iter().filter_map(|path| Some(path.strip_prefix("data/")?.to_owned())).collect();
    let copy = format!("files/{place}");
    for file in [
        "README.txt",
        "case.json",
        "report.html",
        "ro-crate-metadata.json",
        "verify_ledger.py",
        copy.as_str(),
    ] {
        assert!(payload.contains(file), "{file} is in it: {payload:?}");
    }
    assert_eq!(answer["files"], json!(payload.len()), "and every file is counted");

    let checked = Command::new("sha256sum")
        .args(["--check", "--strict", "manifest-sha256.txt"])
        .current_dir(&out)
        .output();
    let checked = checked.expect("sha256sum runs");
    assert!(checked.status.success(), "the list holds: {}", String::from_utf8_lossy(&checked.stdout));
    let data = out.join("data");
    let shown = |name: &str| data.join(name).to_str().unwrap().to_owned();
    let said = good(&[&shown("case.json"), "--files", &shown("files")]);
    let readme = std::fs::read_to_string(data.join("README.txt")).unwrap();
    let head = readme.split("--head ").nth(1).unwrap().split_whitespace().next().unwrap();
    good(&[&shown("case.json"), "--head", head]);
    assert!(said.contains(head), "the page names the head of the history: {said}");
    let report = std::fs::read_to_string(data.join("report.html")).unwrap();
    assert!(report.contains(head), "and so does the report");
    work.verified();
}

#[test]
fn it_says_what_each_file_is_and_joins_a_copy_to_its_work() {
    let (work, case) = written();
    work.call("house.set", json!({ "name": "The desk", "url": "https://desk.example" }));
    let (out, _) = bag(&work, &case);
    let described = std::fs::read_to_string(out.join("data/ro-crate-metadata.json")).unwrap();
    let described: Value = serde_json::from_str(&described).unwrap();
    let graph = list(&described["@graph"]);
    let entity = |id: &str| {
        graph.iter().find(|each| each["@id"] == json!(id)).unwrap_or_else(|| panic!("{id} is described"))
    };
    let named: BTreeSet<String> =
        list(&entity("./")["hasPart"]).iter().map(|part| text(&part["@id"])).collect();
    let mut there: BTreeSet<String> = below(&out.join("data"));
    there.remove("ro-crate-metadata.json");
    assert_eq!(named, there, "every file is named, and nothing else");
    let (place, _) = shelved(&work, &case);
    let copy = entity(&format!("files/{place}"));
    assert_eq!(copy["sha256"], json!(place.replace('/', "")));
    let work_of = entity(&text(&copy["isBasedOn"]["@id"]));
    assert_eq!(work_of["@id"], json!(format!("#work-{}", case.item)));
    assert_eq!(entity("./")["publisher"]["@id"], json!("https://desk.example"));
}

#[test]
fn the_custody_log_knows_and_undo_passes_over_it() {
    let (work, case) = written();
    assert_eq!(list(&work.call("handing_out.list", json!({}))).len(), 0);
    let (_, answer) = bag(&work, &case);
    assert!(answer["operation"].is_string(), "it is an operation: {answer}");
    work.call("capture.copy_out", json!({ "id": case.capture }));
    let log = work.call("handing_out.list", json!({ "case_id": case.case }));
    let lines: Vec<(&str, &str)> = list(&log)
        .iter()
        .map(|line| (line["how"].as_str().unwrap(), line["name"].as_str().unwrap()))
        .collect();
    assert_eq!(lines, [("bag", "bag"), ("copy", "sheet.txt")], "in their order, by name and never by path");
    let html = work.call("report.preview", json!({ "case_id": case.case }))["html"].to_string();
    assert!(
        html.contains("in the bag bag") && html.contains("opened as the copy sheet.txt"),
        "the annex prints it"
    );

    work.call("tag.add", json!({ "case_id": case.case, "name": "blast" }));
    work.call("history.undo", json!({}));
    work.call("capture.copy_out", json!({ "id": case.capture }));
    assert_eq!(
        text(&work.call("history.redo", json!({}))["name"]),
        "tag.add",
        "opening a copy does not empty redo"
    );
    work.call("history.undo", json!({}));
    work.call("history.undo", json!({}));
    assert_eq!(
        list(&work.call("handing_out.list", json!({}))).len(),
        3,
        "no undo takes a line of the log back"
    );
    work.verified();
}

#[test]
fn the_name_under_which_a_copy_went_out_can_be_erased() {
    let (work, case) = written();
    work.call("capture.copy_out", json!({ "id": case.capture }));
    let line = text(&work.call("handing_out.list", json!({}))[0]["id"]);
    work.call(
        "record.erase",
        json!({ "table": "handing_out", "id": line, "fields": ["name"], "reason": "It names a source." }),
    );
    let log = work.call("handing_out.list", json!({}));
    assert!(!log.to_string().contains("sheet.txt"), "the name is gone: {log}");
    let html = work.call("report.preview", json!({ "case_id": case.case }))["html"].to_string();
    assert!(!html.contains("as the copy sheet.txt"), "from the annex too");
    work.verified();
}

#[test]
fn a_copy_that_is_in_no_case_is_logged_too() {
    let work = Work::new();
    let item = work.id("item.add", json!({ "name": "Alone", "kind": "document", "reading": "read" }));
    let file = work.file("alone.txt", b"alone");
    let capture = work.id("item.attach", json!({ "item_id": item, "path": file }));
    work.call("capture.copy_out", json!({ "id": capture }));
    let log = work.call("handing_out.list", json!({}));
    assert_eq!(log[0]["case_id"], Value::Null);
    assert_eq!(work.call("handing_out.show", json!({ "id": log[0]["id"] }))["capture_id"], json!(capture));
}

#[test]
fn what_is_altered_or_gone_is_refused_or_left_out_in_words() {
    let (work, case) = written();
    let (place, path) = shelved(&work, &case);
    alter(&path, b"other bytes");
    let out = work.path("out/bag");
    let refused = work.refused("case.bag", json!({ "case_id": case.case, "out": out }));
    assert_eq!(refused["code"], json!("file_missing"));
    assert_eq!(refused["params"]["capture"], json!(case.capture), "it names the copy");
    assert!(!out.exists(), "nothing is packed");
    assert_eq!(list(&work.call("handing_out.list", json!({}))).len(), 0, "and nothing was handed out");

    let answer = work.call("case.bag", json!({ "case_id": case.case, "out": out, "leave_out": true }));
    assert!(list(&answer["left_out"]).contains(&json!(case.capture)));
    assert!(!out.join("data/files").join(place).exists());
    let readme = std::fs::read_to_string(out.join("data/README.txt")).unwrap();
    assert!(readme.contains("1 copy is left out"), "{readme}");
}

#[test]
fn nothing_is_replaced_and_nothing_half_is_left() {
    let (work, case) = written();
    let (out, _) = bag(&work, &case);
    let before = below(&out);
    assert_eq!(work.code("case.bag", json!({ "case_id": case.case, "out": out })), "exists");
    assert_eq!(below(&out), before, "what is there stays");
    assert_eq!(
        work.code("case.bag", json!({ "case_id": case.case, "out": "/" })),
        "invalid",
        "a folder with a name"
    );

    let other = work.path("out/other");
    let watch = Watch::new(|progress: &Progress| {
        progress.stage != "files" || progress.total < 5 || progress.done < 3
    });
    let context = Context { editor: Some(MARR.to_owned()), watch: Some(watch), ..Context::default() };
    let stopped = work.door().call("case.bag", json!({ "case_id": case.case, "out": other }), &context);
    assert_eq!(serde_json::to_value(stopped.unwrap_err()).unwrap()["code"], json!("stopped"));
    assert_eq!(std::fs::read_dir(work.path("out")).unwrap().count(), 1, "only the first bag is there");
    work.verified();
}

#[test]
fn who_only_reads_hands_nothing_out() {
    let (work, case) = written();
    let reading = Door::open(work.opening(Wanted::Read)).unwrap();
    let context = Context { editor: Some(MARR.to_owned()), ..Context::default() };
    let refused =
        reading.call("case.bag", json!({ "case_id": case.case, "out": work.path("bag") }), &context);
    assert_eq!(serde_json::to_value(refused.unwrap_err()).unwrap()["code"], json!("read_only"));
    assert!(!work.path("bag").exists(), "since the custody log could not say so");
}
