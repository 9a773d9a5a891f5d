//! The contract of the terminal command: what it takes, what it prints, how it ends. It runs the built binary.

use crate::sample::SHEET;
use crate::support::{list, row, text};
use crate::terminal::Terminal;
use serde_json::{Value, json};
use std::io::Write;
use std::process::Stdio;

#[test]
fn help_version_and_wrong_usage() {
    let terminal = Terminal::new();
    let help = terminal.run(&["--help"]);
    assert_eq!(help.code, 0, "help is no fault");
    for subcommand in [
        "init", "demo", "case", "search", "history", "undo", "redo", "verify", "backup", "restore", "report",
        "attach", "open", "commands", "call",
    ] {
        assert!(help.out.contains(&format!("  {subcommand} ")), "help names {subcommand}");
        assert_eq!(terminal.run(&[subcommand, "--help"]).code, 0, "{subcommand} has help of its own");
    }
    assert_eq!(terminal.run(&["--version"]).code, 0, "it tells its version");
    let wrong: [&[&str]; 9] = [
        &[],
        &["frobnicate"],
        &["case"],
        &["case", "show"],
        &["search"],
        &["report", "x", "--format", "docx", "--out", "y"],
        &["report", "x", "--format", "html"],
        &["call", "case.add", "{"],
        &["call", "case.add", "[]"],
    ];
    for arguments in wrong {
        let ran = terminal.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?} is wrong usage: {}", ran.err);
        assert!(!ran.err.is_empty(), "{arguments:?}: and told so");
    }
    assert!(!terminal.folder.path().join("workspace").exists(), "wrong usage makes nothing");
}

#[test]
fn init_makes_a_workspace_wherever_it_is_said() {
    let terminal = Terminal::new();
    let made = terminal.json(&["init"]).json();
    assert_eq!((&made["can_write"], &made["cases"]), (&json!(true), &json!(0)), "a new workspace is empty");
    for name in ["ledger.sqlite", "files", "backups", "local"] {
        assert!(terminal.folder.path().join("workspace").join(name).exists(), "{name} is there");
    }
    assert!(
        !terminal.folder.path().join("workspace/local/device.json").exists(),
        "the device's identity is not in it"
    );
    assert_eq!(terminal.json(&["init"]).json()["id"], made["id"], "twice is once");

    let mut after = terminal.command();
    after.args(["init", "--json", "--workspace", &terminal.path("after")]);
    assert_eq!(
        Terminal::end(after).json()["id"],
        json!(terminal.path("after")),
        "--workspace after the subcommand"
    );
    let mut named = terminal.command();
    named.env("COUNTERCLAIM_WORKSPACE", terminal.path("named")).args(["--json", "init"]);
    assert_eq!(Terminal::end(named).json()["id"], json!(terminal.path("named")), "COUNTERCLAIM_WORKSPACE");
    let mut both = terminal.command();
    both.env("COUNTERCLAIM_WORKSPACE", terminal.path("named")).args([
        "--json",
        "--workspace",
        &terminal.path("after"),
        "init",
    ]);
    assert_eq!(
        Terminal::end(both).json()["id"],
        json!(terminal.path("after")),
        "what is said comes before what is set"
    );
    let mut neither = terminal.command();
    neither.args(["--json", "init"]);
    let platform = text(&Terminal::end(neither).json()["id"]);
    assert!(
        platform.starts_with(&terminal.path("")),
        "without either, the platform's data folder: {platform}"
    );
}

#[test]
fn reading_what_is_not_there_is_refused_and_makes_nothing() {
    let terminal = Terminal::new();
    let problem = terminal.json(&["case", "list"]).problem();
    assert_eq!(problem["code"], json!("file_missing"), "no workspace, no list");
    assert!(text(&problem["hint"]).contains("init"), "the hint says how to make one");
    assert!(!terminal.folder.path().join("workspace").exists(), "nothing was made");
    let ran = terminal.run(&["case", "list"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "without --json the same");
    assert!(ran.err.starts_with("counterclaim: "), "in words: {}", ran.err);
}

#[test]
fn cases_are_found_by_id_part_of_it_name_and_spelling() {
    let terminal = Terminal::new();
    let (one, two) = (terminal.case("Blast in Mill Street"), terminal.case("Fire at the harbour"));
    terminal.call("case_name.add", json!({ "case_id": one, "name": "Взрыв на Мельничной" }));
    let cases = terminal.json(&["case", "list"]).json();
    assert_eq!(list(&cases).len(), 2, "both are listed");
    assert!(
        list(&cases).iter().all(|case| case["id"].is_string() && case["name"].is_string()),
        "each with id and name"
    );
    assert_eq!(cases[0]["id"], json!(two), "newest first");
    assert_eq!(
        list(&terminal.json(&["case", "list", "--limit", "1"]).json()).len(),
        1,
        "--limit cuts the list"
    );
    let end = &one[one.len() - 12..];
    for words in [one.as_str(), end, "Blast in Mill Street", "blast in mill street", "взрыв на мельничной"]
    {
        assert_eq!(
            terminal.json(&["case", "show", words]).json()["id"],
            json!(one),
            "{words} means that case"
        );
    }
    let problem = terminal.json(&["case", "show", &one[..8]]).problem();
    assert_eq!(problem["code"], json!("ambiguous"), "a beginning that both ids have is ambiguous");
    assert!(
        text(&problem["hint"]).contains(&one) && text(&problem["hint"]).contains(&two),
        "and both are named"
    );
    terminal.case("Fire at the harbour");
    assert_eq!(
        terminal.json(&["case", "show", "Fire at the harbour"]).problem()["code"],
        json!("ambiguous"),
        "two of one name"
    );
    for words in ["No such case", "", "%", one.split('-').next().unwrap().get(..3).unwrap()] {
        assert_eq!(
            terminal.json(&["case", "show", words]).problem()["code"],
            json!("not_found"),
            "“{words}” is none"
        );
    }
    let shown = terminal.run(&["case", "show", &one]);
    assert!(shown.out.contains("Blast in Mill Street") && shown.code == 0, "in words: {}", shown.out);
}

#[test]
fn a_case_from_nothing_to_its_reports() {
    let terminal = Terminal::new();
    let case = terminal.case("Blast in Mill Street");
    let item = text(
        &terminal
            .call("item.add", json!({ "name": "Evening Post", "kind": "news_article", "reading": "read" }))["id"],
    );
    std::fs::write(terminal.path("sheet.txt"), SHEET).unwrap();
    let sheet = terminal.path("sheet.txt");
    let capture = terminal.json(&["attach", &item, &sheet, "--note", "notes, not a copy"]).json();
    assert_eq!(capture["record"]["note"], json!("notes, not a copy"), "the note is kept");
    let claim =
        text(&terminal.call("claim.add", json!({ "case_id": case, "text": "A gas main burst." }))["id"]);
    terminal.call(
        "evidence.link",
        json!({ "case_id": case, "from_item_id": item, "to_claim_id": claim, "stance": "supports" }),
    );
    for format in ["html", "pdf", "md", "json", "csv"] {
        let out = terminal.path(&format!("report.{format}"));
        let made = terminal.json(&["report", &case, "--format", format, "--out", &out]).json();
        assert_eq!(made["size"], json!(std::fs::metadata(&out).unwrap().len()), "{format} is written");
    }
    let out = terminal.path("report.jsonld");
    let problem = terminal.json(&["report", &case, "--format", "claimreview", "--out", &out]).problem();
    assert_eq!(problem["code"], json!("house_missing"), "ClaimReview needs the house, and says so");
    terminal.call("house.set", json!({ "name": "The Desk", "url": "https://desk.example/" }));
    assert_eq!(
        terminal.json(&["report", &case, "--format", "claimreview", "--out", &out]).code,
        0,
        "with it, it is written"
    );
    let history = terminal.json(&["history"]).json();
    let before = text(&row(&history, "name", "claim.add")["id"]);
    let early = terminal.path("early.md");
    terminal
        .json(&[
            "report",
            &case,
            "--format",
            "md",
            "--out",
            &early,
            "--as-of",
            &before,
            "--section",
            "claims",
        ])
        .json();
    assert!(
        !std::fs::read_to_string(&early).unwrap().contains("Evening Post"),
        "as of then, no evidence was linked"
    );
    let known = terminal.json(&["case", "show", &case, "--known-by", "2017-04-01"]).json();
    assert_eq!(known["case"]["known_by"], json!("2017-04-01"), "--known-by shows a day");
    let then = terminal.json(&["case", "show", &case, "--as-of", &before]).json();
    assert_eq!(list(&then["case"]["links"]).len(), 0, "--as-of shows a position");
    let wrong =
        terminal.json(&["report", &case, "--format", "md", "--out", &early, "--section", "gossip"]).problem();
    assert_eq!(wrong["code"], json!("bad_request"), "an unknown section is refused");
}

#[test]
fn history_undo_redo_and_reasons() {
    let terminal = Terminal::new();
    let case = terminal.case("One");
    terminal.case("Two");
    let mut reasoned = vec!["--reason", "A better name."];
    let edit = json!({ "id": case, "set": { "name": "First" } }).to_string();
    reasoned.extend(["call", "case.edit", &edit]);
    terminal.run(&reasoned).json();
    let history = terminal.json(&["history"]).json();
    assert_eq!(
        (&history[0]["name"], &history[0]["reason"]),
        (&json!("case.edit"), &json!("A better name.")),
        "newest first, with why"
    );
    assert!(
        list(&history).iter().all(|line| line["id"].is_string() && line["name"].is_string()),
        "id and name"
    );
    let own = terminal.json(&["history", "First"]).json();
    assert!(list(&own).len() < list(&history).len(), "of one case alone");
    assert_eq!(list(&terminal.json(&["history", "--limit", "2"]).json()).len(), 2, "--limit cuts it");
    assert_eq!(
        terminal.json(&["undo", "--case", "First"]).json()["name"],
        json!("case.edit"),
        "undo of one case"
    );
    assert_eq!(terminal.json(&["case", "show", "One"]).code, 0, "the old name is back");
    assert_eq!(terminal.json(&["redo"]).json()["name"], json!("case.edit"), "redo");
    for _ in 0..3 {
        terminal.json(&["undo"]).json();
    }
    assert_eq!(terminal.json(&["undo"]).problem()["code"], json!("nothing_to_undo"), "and no further");
    terminal.json(&["redo"]).json();
    terminal.case("Three");
    assert_eq!(
        terminal.json(&["redo"]).problem()["code"],
        json!("nothing_to_redo"),
        "a new change empties redo"
    );
    assert!(terminal.run(&["history"]).out.lines().next().unwrap().contains("case.add"), "in words, too");
}

#[test]
fn search_finds_with_the_case_and_is_complete() {
    let terminal = Terminal::new();
    let case = terminal.case("Blast in Mill Street");
    for place in 0..60 {
        terminal.call(
            "claim.add",
            json!({ "case_id": case, "text": format!("Witness {place} heard the blast.") }),
        );
    }
    let hits = terminal.json(&["search", "BLÀST"]).json();
    assert_eq!(list(&hits).len(), 61, "the terminal's lists are complete");
    assert!(
        list(&hits).iter().all(|hit| hit["case_id"] == json!(case) && hit["name"].is_string()),
        "each names its case"
    );
    assert_eq!(
        list(&terminal.json(&["search", "witness", "heard", "--limit", "5"]).json()).len(),
        5,
        "--limit cuts it"
    );
    assert_eq!(
        terminal.json(&["search", "nothing-like-it"]).json(),
        json!([]),
        "nothing found is an empty list, not a fault"
    );
}

#[test]
fn verify_backup_and_restore() {
    let terminal = Terminal::new();
    terminal.case("One");
    let found = terminal.json(&["verify"]).json();
    let head = text(&found["heads"][0]["hash"]);
    terminal.case("Two");
    assert_eq!(
        terminal.json(&["verify", "--head", &head]).json()["head_found"],
        json!(true),
        "a noted head is found"
    );
    let lost = terminal.json(&["verify", "--head", &"0".repeat(64)]);
    assert_eq!(lost.code, 1, "a head that is not there fails");
    assert_eq!(
        serde_json::from_str::<Value>(&lost.out).unwrap()["head_found"],
        json!(false),
        "and the answer still comes"
    );
    let backup = terminal.json(&["backup"]).json();
    let full = terminal.json(&["backup", "--full", &terminal.path("full")]).json();
    for (place, from) in [text(&backup["id"]), text(&full["id"])].iter().enumerate() {
        let into = terminal.path(&format!("restored-{place}"));
        assert_eq!(terminal.json(&["restore", from, &into]).json()["id"], json!(into), "restored");
        let mut there = terminal.command();
        there.args(["--json", "case", "list", "--workspace", &into]);
        assert_eq!(list(&Terminal::end(there).json()).len(), 2, "with both cases");
        assert_eq!(
            terminal.json(&["restore", from, &into]).problem()["code"],
            json!("exists"),
            "never over an old one"
        );
    }
}

#[test]
fn commands_lists_the_table_with_schemas() {
    let terminal = Terminal::new();
    let table = terminal.json(&["commands"]).json();
    assert_eq!(list(&table).len(), api::table::commands().len(), "every command is there");
    for command in list(&table) {
        assert!(command["id"].is_string() && command["name"].is_string(), "with id and name");
        assert_eq!(command["request"]["type"], json!("object"), "and the schema of its request");
    }
    let add = row(&table, "name", "case.add");
    assert_eq!(add["request"]["required"], json!(["name"]), "case.add needs only a name");
    assert!(terminal.run(&["commands"]).out.contains("case.add"), "in words, too");
}

#[test]
fn call_reads_standard_input() {
    let terminal = Terminal::new();
    let mut command = terminal.command();
    command.args([
        "--workspace",
        &terminal.path("workspace"),
        "--editor",
        "I. Marr",
        "call",
        "case.add",
        "-",
    ]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("{ \"name\": \"Хан-Шейхун\" }".as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let made: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(made["name"], json!("Хан-Шейхун"), "the request came from standard input");
    assert_eq!(
        terminal.json(&["call", "case.no_such", "{}"]).problem()["code"],
        json!("unknown_command"),
        "no such command"
    );
    let deep = format!("{{\"name\":{}{}}}", "[".repeat(20_000), "]".repeat(20_000));
    assert_eq!(
        terminal.json(&["call", "case.add", &deep]).code,
        2,
        "nesting without end is no JSON that is read"
    );
    let problem = terminal.json(&["call", "case.add", "{\"nam\": \"x\"}"]).problem();
    assert_eq!(
        (&problem["code"], &problem["field"]),
        (&json!("bad_request"), &json!("nam")),
        "the field that does not fit is named"
    );
}

#[test]
fn who_acts_must_be_said_once() {
    let terminal = Terminal::new();
    let run = |arguments: &[&str]| {
        let mut command = terminal.command();
        command.args(["--json", "--workspace", &terminal.path("workspace")]).args(arguments);
        Terminal::end(command)
    };
    let problem = run(&["call", "case.add", "{\"name\":\"x\"}"]).problem();
    assert_eq!(problem["code"], json!("editor_missing"), "a write by nobody is refused");
    assert!(text(&problem["hint"]).contains("--editor"), "the hint says how");
    assert_eq!(run(&["case", "list"]).json(), json!([]), "a read needs nobody");
    run(&["call", "editor.use", "{\"name\":\"T. Lind\"}"]).json();
    run(&["call", "case.add", "{\"name\":\"x\"}"]).json();
    assert_eq!(
        run(&["history", "--limit", "1"]).json()[0]["editor"],
        json!("T. Lind"),
        "the settings say who"
    );
    let refused = run(&["--read-only", "call", "case.add", "{\"name\":\"y\"}"]).problem();
    assert_eq!(refused["code"], json!("read_only"), "--read-only refuses writes");
    assert_eq!(list(&run(&["case", "list"]).json()).len(), 1, "and nothing was written");
}

#[test]
fn demo_twice_is_one_case() {
    let terminal = Terminal::new();
    let run = || {
        let mut command = terminal.command();
        command.args(["--json", "--workspace", &terminal.path("workspace"), "demo"]);
        Terminal::end(command).json()
    };
    let (first, second) = (run(), run());
    assert_eq!(first["id"], second["id"], "the existing case is given");
    assert_eq!((&first["made"], &second["made"]), (&json!(true), &json!(false)), "and told so");
    assert_eq!(list(&terminal.json(&["case", "list"]).json()).len(), 1, "there is one");
    assert_eq!(terminal.json(&["verify"]).code, 0, "and it verifies");
}

#[test]
fn a_reader_beside_a_writer() {
    let terminal = Terminal::new();
    terminal.case("A case");
    let mut opening = api::Opening::of(Some(terminal.path("workspace").into()), api::Wanted::Write, "window");
    opening.config = Some(terminal.path("config").into());
    let _writer = api::Door::open(opening).unwrap();
    let problem = terminal.json(&["call", "case.add", "{\"name\":\"no\"}"]).problem();
    assert_eq!(problem["code"], json!("locked"), "a second writer is refused");
    assert_eq!(problem["params"]["writer"]["program"], json!("window"), "and told who writes");
    assert_eq!(list(&terminal.json(&["case", "list"]).json()).len(), 1, "reading works meanwhile");
    assert_eq!(terminal.json(&["verify"]).code, 0, "and so does verifying");
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let terminal = Terminal::new();
    terminal.run(&["init"]);
    let mut command = terminal.command();
    let mut child = command.args(["commands"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.stderr.is_empty(), "no panic: {}", String::from_utf8_lossy(&output.stderr));
}
