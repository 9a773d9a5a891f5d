//! Accounts side by side, sources left out of a matrix, and records found by their ids.

use crate::sample::sample;
use crate::support::{Work, list, row, text};
use crate::terminal::{Terminal, binary};
use serde_json::{Value, json};

#[test]
fn accounts_stand_side_by_side() {
    let work = Work::new();
    let case = sample(&work);
    let view = |more: Value| {
        let mut request = json!({ "case_id": case.case, "account_ids": case.accounts });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        work.call("compare.side_by_side", request)
    };
    let both = view(json!({}));
    let (a, b) = (&both["accounts"][0], &both["accounts"][1]);
    assert_eq!((&a["letter"], &a["holders"]), (&json!("A"), &json!(["The mayor"])), "who stands where");
    let said = &a["statements"][0];
    assert_eq!(
        (&said["speaker"], &said["date"], &said["wording"], &said["by_holder"]),
        (&json!("The mayor"), &json!("2017-04-03"), &json!("quotation"), &json!(true)),
        "who, when, how"
    );
    let claim = row(&said["claims"], "id", &case.claims[0]);
    assert_eq!((&claim["act"], &claim["points"]), (&json!("asserts"), &json!([1])), "what it bears on");
    assert_eq!(claim["only_here"], json!(false), "the other account answers that point too");
    assert_eq!(list(&b["statements"]).len(), 1, "the other side");
    let extra = work.id(
        "claim.add",
        json!({ "case_id": case.case, "text": "A dog barked.", "account_ids": [case.accounts[0]] }),
    );
    let again = view(json!({}));
    let only = row(&again["accounts"][0]["unsaid"], "id", &extra);
    assert_eq!(
        (&only["only_here"], &only["act"]),
        (&json!(true), &Value::Null),
        "only this one speaks to it"
    );
    work.call("silence.add", json!({ "account_id": case.accounts[1], "point_id": case.points[2], "looked": "Its leaflets", "until": "2017-05" }));
    let points = view(json!({}))["points"].clone();
    let blame = row(&points, "id", &case.points[2]);
    assert_eq!(blame["states"][1], json!("silent"), "silence is not the same as not looked at");
    assert_eq!(row(&points, "id", &case.points[0])["states"], json!(["answered", "answered"]), "both answer");
    assert_eq!(row(&points, "id", &case.points[0])["only"], Value::Null, "so neither is alone");
    let early = view(json!({ "known_by": "2017-04-02" }));
    assert_eq!(list(&early["accounts"][0]["statements"]).len(), 0, "by what was public on a day");
    for wrong in [
        json!([case.accounts[0]]),
        json!([case.accounts[0], case.accounts[0]]),
        json!([case.accounts[0], case.item]),
    ] {
        let refused =
            work.refused("compare.side_by_side", json!({ "case_id": case.case, "account_ids": wrong }));
        assert_eq!(refused["code"], json!("rule"), "two or three accounts of the case: {refused}");
    }
}

#[test]
fn a_matrix_is_sorted_by_its_columns_and_leaves_out_sources() {
    let work = Work::new();
    let case = sample(&work);
    work.call("credibility.set", json!({ "link_id": case.links[0], "value": 2 }));
    let matrix = |more: Value| {
        let mut request = json!({ "case_id": case.case, "point_id": case.points[0] });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        work.call("compare.matrix", request)["matrices"][0].clone()
    };
    let whole = matrix(json!({}));
    assert_eq!(list(&whole["columns"]).len(), 2, "the excerpt and the report");
    let column = row(&whole["columns"], "excerpt_id", &case.excerpt);
    assert_eq!(
        (&column["source_id"], &column["credibility"], &column["earliest"]),
        (&json!(case.paper), &json!(2), &json!("2017-04-04")),
        "what a column is sorted by"
    );
    assert_eq!(
        row(&whole["columns"], "item_id", &case.report)["source_id"],
        Value::Null,
        "a source that is not recorded"
    );
    let without = matrix(json!({ "left_out_sources": [case.paper] }));
    assert_eq!(list(&without["columns"]).len(), 1, "every column of that source is gone");
    let label = text(&column["label"]);
    assert_eq!(without, matrix(json!({ "left_out": [label] })), "as if it were left out by its label");
    let all = json!({ "case_id": case.case, "left_out_sources": [case.paper] });
    assert!(!list(&work.call("compare.matrix", all)["matrices"]).is_empty(), "in every matrix at once");
    let refused =
        work.refused("compare.matrix", json!({ "case_id": case.case, "left_out_sources": [case.mayor] }));
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("not_found"), &json!("left_out_sources")),
        "{refused}"
    );
    assert_eq!(
        work.code("compare.matrix", json!({ "case_id": case.case, "left_out": ["E99"] })),
        "not_found",
        "a label"
    );
}

#[test]
fn any_record_is_found_by_its_id() {
    let work = Work::new();
    let case = sample(&work);
    let find = |id: &str| work.call("record.find", json!({ "id": id }));
    let claim = find(&case.claims[0]);
    assert_eq!(
        (&claim["table"], &claim["case_id"], &claim["name"], &claim["trashed"]),
        (&json!("claim"), &json!(case.case), &json!("A gas main burst."), &json!(false)),
        "what it is and where"
    );
    let address = |id: &str| text(&find(id)["address"]);
    assert_eq!(address(&case.case), format!("counterclaim://case/{}", case.case));
    assert_eq!(
        address(&case.claims[0]),
        format!("counterclaim://case/{}/claims/{}", case.case, case.claims[0])
    );
    assert_eq!(address(&case.item), format!("counterclaim://items/{}", case.item));
    assert_eq!(
        address(&case.capture),
        format!("counterclaim://items/{}", case.item),
        "a copy leads to its item"
    );
    assert_eq!(
        address(&case.points[0]),
        format!("counterclaim://record/{}", case.points[0]),
        "a part of a case is led to by its id"
    );
    assert_eq!(address(&case.mayor), format!("counterclaim://sources/{}", case.mayor));
    work.call("claim.trash", json!({ "id": case.claims[0] }));
    assert_eq!(find(&case.claims[0])["trashed"], json!(true), "in the trash too");
    let none = case.claims[0].replace(['1', '2'], "3");
    assert_eq!(work.code("record.find", json!({ "id": none })), "not_found", "an id of nothing");
}

#[test]
fn the_terminal_opens_a_case_in_the_window() {
    let terminal = Terminal::new();
    let case = terminal.case("Harbour");
    let claim = text(&terminal.call("claim.add", json!({ "case_id": case, "text": "It burned." }))["id"]);
    let ran = terminal.run(&["open", "harbour", "--print"]);
    assert_eq!(
        (ran.code, ran.out.trim()),
        (0, format!("counterclaim://case/{case}").as_str()),
        "{}",
        ran.err
    );
    let ran = terminal.run(&["open", "harbour", &claim, "--print"]);
    assert_eq!(ran.out.trim(), format!("counterclaim://case/{case}/claims/{claim}"), "{}", ran.err);
    let other = terminal.case("Another");
    assert_eq!(
        terminal.json(&["open", &other, &claim, "--print"]).problem()["code"],
        json!("invalid"),
        "not of that case"
    );
    assert_eq!(terminal.json(&["open", "nowhere", "--print"]).problem()["code"], json!("not_found"));

    // A program of that name that stands beside it is started with the address alone.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let own = terminal.folder.path().join("counterclaim");
        if std::fs::hard_link(binary(), &own).is_err() {
            std::fs::copy(binary(), &own).unwrap();
        }
        let note = terminal.folder.path().join("started");
        let window = terminal.folder.path().join("counterclaim-desktop");
        std::fs::write(
            &window,
            format!("#!/bin/sh\nprintf '%s' \"$*\" > {0}.part\nmv {0}.part {0}\n", note.display()),
        )
        .unwrap();
        std::fs::set_permissions(&window, std::fs::Permissions::from_mode(0o755)).unwrap();
        let run = || {
            let mut command = std::process::Command::new(&own);
            command.env("COUNTERCLAIM_CONFIG", terminal.path("config")).args([
                "--workspace",
                &terminal.path("workspace"),
                "open",
                "harbour",
            ]);
            Terminal::end(command)
        };
        let ran = run();
        assert_eq!(ran.code, 0, "{}", ran.err);
        for _ in 0..200 {
            if note.exists() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        let told = std::fs::read_to_string(&note).expect("the window was started");
        assert_eq!(
            told,
            format!("--workspace {} counterclaim://case/{case}", terminal.path("workspace")),
            "at its address"
        );
        std::fs::remove_file(&window).unwrap();
        let mut command = std::process::Command::new(&own);
        command.env("PATH", "").env("COUNTERCLAIM_CONFIG", terminal.path("config"));
        command.args(["--workspace", &terminal.path("workspace"), "open", "harbour"]);
        let ran = Terminal::end(command);
        assert_eq!(ran.code, 1, "without a window it says so");
        assert!(ran.err.contains("--print"), "and what to do: {}", ran.err);
    }
}
