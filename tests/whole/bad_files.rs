//! Bad input from the disk: files that vanish, a full disk, ledgers that are damaged, newer, or none.

use crate::sample::sample;
use crate::support::{Work, list, text};
use crate::terminal::{Terminal, binary};
use api::{Door, Opening, Problem, Wanted};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

fn code(problem: &Problem) -> Value {
    serde_json::to_value(problem).unwrap()["code"].clone()
}

/// A closed workspace with the sample in it, and its ledger's path.
fn closed() -> (Work, PathBuf) {
    let mut work = Work::new();
    sample(&work);
    work.close();
    let ledger = work.root().join("ledger.sqlite");
    (work, ledger)
}

/// Tries to open for writing and for reading: both refuse with that code, and the file keeps every byte.
fn refused_and_intact(work: &Work, ledger: &Path, wanted: &str, why: &str) {
    let before = std::fs::read(ledger).unwrap();
    for how in [Wanted::Write, Wanted::Read] {
        let problem =
            Door::open(work.opening(how)).err().unwrap_or_else(|| panic!("{why}: {how:?} must be refused"));
        assert_eq!(code(&problem), json!(wanted), "{why}: {problem}");
        assert!(problem.hint.as_ref().is_some_and(|hint| !hint.is_empty()), "{why}: what to do is said");
        assert_eq!(std::fs::read(ledger).unwrap(), before, "{why}: the file keeps every byte");
    }
}

#[test]
fn a_newer_ledger_is_refused_intact() {
    let (work, ledger) = closed();
    let backups = || std::fs::read_dir(work.root().join("backups")).unwrap().count();
    let before = backups();
    let file = Connection::open(&ledger).unwrap();
    let version: i64 = file.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    file.pragma_update(None, "user_version", version + 1).unwrap();
    drop(file);
    refused_and_intact(&work, &ledger, "newer", "a newer format");
    let problem = Door::open(work.opening(Wanted::Write)).err().unwrap();
    assert_eq!(
        (&problem.params["found"], &problem.params["known"]),
        (&json!(version + 1), &json!(version)),
        "both are named"
    );
    assert_eq!(backups(), before, "nothing was made of it");
}

#[test]
fn what_is_no_ledger_is_refused_intact() {
    let (work, ledger) = closed();
    for (why, bytes) in [
        ("a text", b"Not a ledger at all, but long enough to look at.".repeat(50)),
        ("noise", (0..9000_u32).map(|n| (n * 7919 % 251) as u8).collect()),
    ] {
        std::fs::write(&ledger, bytes).unwrap();
        refused_and_intact(&work, &ledger, "damaged", why);
    }
    std::fs::remove_file(&ledger).unwrap();
    let other = Connection::open(&ledger).unwrap();
    other.execute_batch("CREATE TABLE recipe (id INTEGER PRIMARY KEY); INSERT INTO recipe DEFAULT VALUES; PRAGMA user_version = 1;").unwrap();
    drop(other);
    refused_and_intact(&work, &ledger, "damaged", "another program's database");
}

#[test]
fn a_damaged_ledger_is_never_taken_for_a_sound_one() {
    let (work, ledger) = closed();
    let whole = std::fs::read(&ledger).unwrap();
    let sound = |bytes: &[u8], what: &str| {
        std::fs::write(&ledger, bytes).unwrap();
        let answer = Door::open(work.opening(Wanted::Read)).and_then(|door| {
            door.call("workspace.verify", json!({ "files": false }), &api::Context::default())
        });
        match answer {
            Ok(found) if found["ok"] == json!(true) => true,
            Ok(found) => {
                assert!(!list(&found["faults"]).is_empty(), "{what}: what is wrong is named");
                false
            }
            Err(problem) => {
                assert_eq!(code(&problem), json!("damaged"), "{what} is said to be damage: {problem:?}");
                false
            }
        }
    };
    let words = b"A bomb went off.";
    let places: Vec<usize> =
        (0..whole.len() - words.len()).filter(|at| whole[*at..].starts_with(words)).collect();
    assert!(places.len() >= 3, "the row, its image and the search index hold the words");
    for at in places {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x01;
        assert!(!sound(&bytes, "one letter"), "one other letter at {at} is seen");
    }
    let mut unseen = Vec::new();
    for page in 0..whole.len() / 4096 {
        let mut bytes = whole.clone();
        for byte in &mut bytes[page * 4096..page * 4096 + 8] {
            *byte ^= 0x5a;
        }
        if sound(&bytes, "the head of a page") {
            unseen.push(page);
        }
    }
    assert!(
        unseen.is_empty(),
        "a page with another head is seen: {unseen:?} of {} are not",
        whole.len() / 4096
    );
    for keep in [whole.len() / 2, 4096, 100, 10] {
        std::fs::write(&ledger, &whole[..keep]).unwrap();
        let problem = Door::open(work.opening(Wanted::Read)).and_then(|door| {
            door.call("workspace.verify", json!({ "files": false }), &api::Context::default())
        });
        match problem {
            Ok(found) => assert_eq!(found["ok"], json!(false), "cut to {keep} bytes"),
            Err(problem) => assert_eq!(code(&problem), json!("damaged"), "cut to {keep} bytes: {problem:?}"),
        }
    }
}

#[test]
fn a_backup_heals_a_damaged_ledger() {
    let mut work = Work::new();
    let case = sample(&work);
    let backup = text(&work.call("backup.add", json!({}))["id"]);
    work.close();
    std::fs::write(work.root().join("ledger.sqlite"), b"gone").unwrap();
    let problem = Door::open(work.opening(Wanted::Write)).err().unwrap();
    assert!(problem.hint.is_some_and(|hint| hint.contains("restore")), "the way out is said");
    let into = work.path("healed");
    api::restore(&api::Context::default(), Path::new(&backup), &into).unwrap();
    let door = Door::open(Opening { workspace: Some(into), ..work.opening(Wanted::Write) }).unwrap();
    let shown = door.call("case.show", json!({ "case_id": case.case }), &api::Context::default()).unwrap();
    assert_eq!(list(&shown["case"]["claims"]).len(), 4, "everything up to the backup is there");
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let work = Work::new();
    sample(&work);
    let backup = PathBuf::from(text(&work.call("backup.add", json!({}))["id"]));
    let mut bytes = std::fs::read(&backup).unwrap();
    let half = bytes.len() / 2;
    bytes.truncate(half);
    std::fs::write(&backup, &bytes).unwrap();
    let into = work.path("restored");
    let problem = api::restore(&api::Context::default(), &backup, &into).unwrap_err();
    assert_eq!(code(&problem), json!("damaged"), "{problem:?}");
    assert!(!into.join("ledger.sqlite").exists(), "nothing that could be taken for a workspace is left");
}

#[test]
fn files_that_are_none_cannot_be_attached() {
    let work = Work::new();
    let item = work.id("item.add", json!({ "name": "A photo", "kind": "photo", "reading": "read" }));
    let before = work.newest();
    for path in [
        work.path("not-there.txt"),
        work.folder.path().to_path_buf(),
        work.path("not/there/either"),
        PathBuf::from("/dev/null"),
        PathBuf::new(),
    ] {
        let refused = work.refused("item.attach", json!({ "item_id": item, "path": path }));
        assert_eq!(refused["code"], json!("file_missing"), "{}: {refused}", path.display());
        assert!(refused["hint"].is_string(), "{}: what to do is said", path.display());
    }
    let empty = work.file("empty.txt", b"");
    let made = work.call("item.attach", json!({ "item_id": item, "path": empty }));
    assert_eq!(made["record"]["size"], json!(0), "an empty file is a file");
    let file = work.file("a.txt", b"words");
    assert_eq!(
        work.code("item.attach", json!({ "item_id": "00000000-0000-7000-8000-000000000009", "path": file })),
        "not_found",
        "to no item"
    );
    let lines = work.call("history.list", json!({ "before": null }));
    assert_eq!(list(&lines)[1]["id"], json!(before), "one operation was written, by the file that is one");
    let left = walk(&work.root().join("files"));
    assert_eq!(left.len(), 1, "and nothing half-done is left: {left:?}");
    work.verified();
}

#[test]
#[cfg(unix)]
fn a_pipe_is_not_waited_for() {
    let work = Work::new();
    let item = work.id("item.add", json!({ "name": "A photo", "kind": "photo", "reading": "read" }));
    let pipe = work.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success(), "a pipe is made");
    assert_eq!(
        work.code("item.attach", json!({ "item_id": item, "path": pipe })),
        "file_missing",
        "a pipe is no file"
    );
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn a_missing_preserved_file_stops_nothing_but_what_needs_it() {
    let work = Work::new();
    let case = sample(&work);
    let kept = text(&work.call("capture.check", json!({ "id": case.capture }))["path"]);
    std::fs::remove_file(kept).unwrap();
    assert_eq!(
        work.code("excerpt.add", json!({ "capture_id": case.capture, "quote": "Nobody saw smoke" })),
        "file_missing",
        "a quote cannot be placed without it"
    );
    work.call("case.show", json!({ "case_id": case.case }));
    for format in ["html", "md", "json", "pdf"] {
        work.call(
            "report.export",
            json!({ "case_id": case.case, "format": format, "out": work.path(format) }),
        );
    }
    let sheet = work.path("sheet.txt");
    let again = work.call("item.attach", json!({ "item_id": case.report, "path": sheet }));
    assert_eq!(
        work.call("capture.check", json!({ "id": again["id"] }))["state"],
        json!("intact"),
        "attaching it again heals both"
    );
    work.verified();
}

#[test]
fn a_report_that_cannot_be_written_says_so_and_leaves_the_old_one() {
    let work = Work::new();
    let case = sample(&work);
    let out = work.file("report.html", b"the old one");
    let export = |out: &Path| json!({ "case_id": case.case, "format": "html", "out": out });
    assert_eq!(
        work.code("report.export", export(&work.path("no/such/folder/report.html"))),
        "file_missing",
        "no such folder"
    );
    assert_eq!(work.code("report.export", export(work.folder.path())), "io", "a folder is no file");
    #[cfg(unix)]
    {
        let pipe = work.path("pipe");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success(), "a pipe is made");
        assert_eq!(
            work.code("report.export", export(&pipe)),
            "io",
            "nor is a pipe or a device, and none is replaced"
        );
        assert!(!std::fs::metadata(&pipe).unwrap().is_file(), "it is still a pipe");
    }
    assert_eq!(std::fs::read(&out).unwrap(), b"the old one", "others are left alone");
    work.call("report.export", export(&out));
    assert!(std::fs::metadata(&out).unwrap().len() > 1000, "and a good one replaces it whole");
    let left: Vec<_> = std::fs::read_dir(work.folder.path())
        .unwrap()
        .flatten()
        .map(|entry| entry.file_name())
        .filter(|name| name.to_string_lossy().starts_with(".counterclaim"))
        .collect();
    assert!(left.is_empty(), "nothing half-written is left beside it: {left:?}");
}

/// Runs the terminal command under a limit on the size of the files it may write, in blocks of 512 bytes.
#[cfg(unix)]
fn limited(terminal: &Terminal, blocks: u32, arguments: &[&str]) -> std::process::Output {
    let mut command = Command::new("sh");
    command.env("COUNTERCLAIM_CONFIG", terminal.path("config")).env_remove("COUNTERCLAIM_WORKSPACE");
    // Without the signal, writing past the limit fails as it does on a full disk: some bytes go, then none.
    command.args(["-c", &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"")]).arg(binary());
    command
        .args(["--json", "--workspace", &terminal.path("workspace"), "--editor", "I. Marr"])
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
#[cfg(unix)]
fn when_nothing_more_can_be_written_nothing_is_lost() {
    let terminal = Terminal::new();
    let case = text(&terminal.call("case.add", json!({ "name": "A case" }))["id"]);
    let item = text(
        &terminal.call("item.add", json!({ "name": "A file", "kind": "dataset", "reading": "read" }))["id"],
    );
    let before = terminal.json(&["history"]).json();
    std::fs::write(terminal.path("big.bin"), vec![7; 4_000_000]).unwrap();
    let long = json!({ "case_id": case, "text": "x".repeat(100), "note": "y".repeat(100_000) }).to_string();
    for arguments in [vec!["attach", &item, &terminal.path("big.bin")], vec!["call", "claim.add", &long]] {
        let output = limited(&terminal, 100, &arguments);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{}: refused: {said}", arguments[0]);
        let problem: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{error}: {said}"));
        assert!(
            ["disk_full", "io"].contains(&problem["code"].as_str().unwrap()),
            "{}: in words: {problem}",
            arguments[0]
        );
    }
    assert_eq!(terminal.json(&["history"]).json(), before, "nothing was half-written");
    assert_eq!(terminal.json(&["verify"]).code, 0, "the ledger is sound");
    assert!(walk(Path::new(&terminal.path("workspace/files"))).is_empty(), "and no half of a file is kept");
    terminal.json(&["attach", &item, &terminal.path("big.bin")]).json();
    terminal.call("claim.add", json!({ "case_id": case, "text": "There is room again." }));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_device_is_said_to_be_full() {
    let terminal = Terminal::new();
    terminal.call("case.add", json!({ "name": "A case" }));
    let mut command = terminal.command();
    command.args(["--workspace", &terminal.path("workspace"), "--json", "case", "list"]);
    command.stdout(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap());
    let output = command.output().unwrap();
    assert!(
        !String::from_utf8_lossy(&output.stderr).contains("panicked"),
        "a full device behind standard output is no panic"
    );
}

#[test]
fn a_killed_writer_leaves_every_acknowledged_change() {
    let terminal = Terminal::new();
    let case = text(&terminal.call("case.add", json!({ "name": "A case" }))["id"]);
    let mut acknowledged = 0;
    for round in 0..6_u64 {
        let request = json!({ "case_id": case, "text": format!("Claim {round}.") }).to_string();
        let mut command = terminal.command();
        command.args([
            "--workspace",
            &terminal.path("workspace"),
            "--editor",
            "I. Marr",
            "call",
            "claim.add",
            &request,
        ]);
        let mut child =
            command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(round * 8));
        let _ = child.kill();
        let output = child.wait_with_output().unwrap();
        if serde_json::from_slice::<Value>(&output.stdout).is_ok() {
            acknowledged += 1;
        }
    }
    let shown = terminal.json(&["case", "show", &case]).json();
    assert!(list(&shown["case"]["claims"]).len() >= acknowledged, "every acknowledged change is there");
    assert_eq!(terminal.json(&["verify"]).code, 0, "and the ledger is sound");
}
