//! The history through the door: filters over the whole of it, what each operation was about, and large operations page by page.

use crate::sample::sample;
use crate::support::{LIND, MARR, Work, list, row, text};
use serde_json::{Value, json};

#[test]
fn each_line_says_what_it_was_about() {
    let work = Work::new();
    let case = sample(&work);
    let history = work.call("history.list", json!({ "case_id": case.case }));
    for line in list(&history) {
        let about = &line["about"];
        assert!(about["record"]["name"].as_str().is_some_and(|name| !name.is_empty()), "a name for {line}");
        let counted: u64 = list(&about["tables"]).iter().filter_map(|table| table["n"].as_u64()).sum();
        assert_eq!(Some(counted), line["n_changes"].as_u64(), "every change is counted: {line}");
    }
    let find = |name: &str| row(&history, "name", name)["about"]["record"].clone();
    assert_eq!(find("case.add")["id"], json!(case.case), "the record itself");
    let claims: Vec<String> = list(&work.call("claim.list", json!({ "case_id": case.case })))
        .iter()
        .map(|claim| text(&claim["name"]))
        .collect();
    let stance = find("stance.set");
    assert_eq!(stance["table"], json!("stance"), "a record of its own");
    assert!(
        claims.contains(&text(&stance["name"])),
        "which is called after the claim that it is about: {stance}"
    );
    let show = work.call("history.show", json!({ "id": row(&history, "name", "case.add")["id"] }));
    assert_eq!(show["operation"]["about"]["record"]["id"], json!(case.case), "the same where one is shown");
}

#[test]
fn filters_and_kinds_go_over_the_whole_history() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "A case" }));
    let claim = work.id("claim.add", json!({ "case_id": case, "text": "First." }));
    for n in 0..25 {
        work.call("point.add", json!({ "case_id": case, "question": format!("What, {n}?") }));
    }
    work.by(LIND, "claim.edit", json!({ "id": claim, "set": { "text": "First, again." } }));
    let editors = work.call("editor.list", json!({}));
    let lind = &row(&editors, "name", LIND)["id"];
    let by = |request: Value| {
        let found = work.call("history.list", request);
        list(&found).iter().map(|line| text(&line["name"])).collect::<Vec<_>>()
    };
    assert_eq!(by(json!({ "editor_id": lind })), ["claim.edit"]);
    assert_eq!(by(json!({ "kind": "claim", "limit": 1 })), ["claim.edit"]);
    assert_eq!(by(json!({ "kind": "claim" })), ["claim.edit", "claim.add"], "past twenty-five others");
    assert_eq!(by(json!({ "kind": "claim", "editor_id": lind, "record_id": case })), [""; 0]);
    let marr = &row(&editors, "name", MARR)["id"];
    let kinds = work.call("history.kinds", json!({ "case_id": case, "editor_id": marr }));
    let kinds: Vec<_> =
        list(&kinds).iter().map(|kind| (text(&kind["id"]), kind["n_operations"].clone())).collect();
    assert_eq!(kinds, [("case".into(), json!(1)), ("claim".into(), json!(1)), ("point".into(), json!(25))]);
}

#[test]
fn undo_tells_how_far_back_an_operation_is() {
    let work = Work::new();
    let case = work.call("case.add", json!({ "name": "A case" }));
    let claim = work.call("claim.add", json!({ "case_id": case["id"], "text": "First." }));
    work.call("claim.edit", json!({ "id": claim["id"], "set": { "text": "Second." } }));
    let state = |id: &Value| work.call("history.undo_state", json!({ "id": id }))["steps"].clone();
    assert_eq!((state(&claim["operation"]), state(&case["operation"])), (json!(2), json!(3)));
    assert_eq!(state(&Value::Null), Value::Null, "nobody asked");
    work.call("history.undo", json!({}));
    work.call("history.undo", json!({}));
    assert_eq!((state(&claim["operation"]), state(&case["operation"])), (json!(0), json!(1)));
    let unknown = json!({ "id": "0190aaaa-0000-7000-8000-000000000000" });
    assert_eq!(work.code("history.undo_state", unknown), "not_found");
}

#[test]
fn a_large_operation_is_shown_page_by_page() {
    let work = Work::new();
    let cases: Vec<String> =
        (0..60).map(|n| work.id("case.add", json!({ "name": format!("Case {n}") }))).collect();
    work.call("case.tag_all", json!({ "case_ids": cases, "name": "one" }));
    let id = work.newest();
    let first = work.call("history.show", json!({ "id": id, "limit": 25 }));
    assert_eq!(list(&first["changes"]).len(), 25);
    assert_eq!(list(&first["cases"]).len(), 60, "all cases that it touched");
    assert_eq!(
        first["sums"],
        json!([{ "table": "tag", "added": 60, "changed": 0, "removed": 0, "erased": 0 }]),
        "the sums are of the whole"
    );
    let mut seen = list(&first["changes"]).to_vec();
    for n in [25, 10] {
        let after = seen.last().unwrap()["seq"].clone();
        let page = work.call("history.show", json!({ "id": id, "after": after, "limit": 25 }));
        assert_eq!(list(&page["changes"]).len(), n);
        seen.extend(list(&page["changes"]).to_vec());
    }
    assert_eq!(
        seen,
        list(&work.call("history.show", json!({ "id": id }))["changes"]),
        "together they are all"
    );
}
