//! The same thing done to many: one operation, one undo; and lists that are filtered, sorted and paged.

use crate::sample::{rating, sample};
use crate::support::{LIND, MARR, Work, list, row, text};
use serde_json::{Value, json};

fn names(lines: &Value) -> Vec<String> {
    list(lines).iter().map(|line| text(&line["name"])).collect()
}

fn cases(work: &Work, all: &[&str]) -> Vec<String> {
    all.iter().map(|name| work.id("case.add", json!({ "name": name }))).collect()
}

#[test]
fn many_cases_are_tagged_assigned_archived_and_moved_at_once() {
    let work = Work::new();
    let ids = cases(&work, &["Ash", "Birch", "Cedar"]);
    work.call("tag.add", json!({ "case_id": ids[0], "name": "trees" }));
    let before = work.call("case.list", json!({}));
    let editor = text(&work.call("editor.list", json!({}))[0]["id"]);
    let steps: [(&str, Value, u64); 5] = [
        ("case.tag_all", json!({ "case_ids": ids, "name": "trees" }), 2),
        ("case.assign_all", json!({ "case_ids": ids, "assignee_id": editor }), 3),
        ("case.status_all", json!({ "case_ids": ids, "status": "open" }), 3),
        ("case.archive_all", json!({ "case_ids": ids[1..], "archived": true }), 2),
        ("case.untag_all", json!({ "case_ids": ids, "name": "trees" }), 3),
    ];
    for (name, request, n) in &steps {
        let done = work.call(name, request.clone());
        assert_eq!(done["n"], json!(n), "{name}: those that stood so already do not change");
        assert!(done["operation"].is_string(), "{name}: one operation");
        assert_eq!(work.call(name, request.clone())["operation"], Value::Null, "{name}: twice is once");
    }
    assert_eq!(names(&work.call("case.list", json!({}))), ["Ash"], "the others are put aside");
    for _ in &steps {
        work.call("history.undo", json!({}));
    }
    let strip = |lines: &Value| {
        let mut lines = lines.clone();
        for line in lines.as_array_mut().unwrap() {
            line["changed"] = Value::Null;
        }
        lines
    };
    assert_eq!(
        strip(&work.call("case.list", json!({}))),
        strip(&before),
        "one undo takes each of them back as one"
    );
    assert_eq!(work.code("case.tag_all", json!({ "case_ids": [], "name": "x" })), "invalid", "none is none");
    assert_eq!(
        work.code("case.assign_all", json!({ "case_ids": ids, "assignee_id": ids[0] })),
        "not_found",
        "an editor"
    );
    let missing = work.code("case.archive_all", json!({ "case_ids": [ids[0], editor], "archived": true }));
    assert_eq!(missing, "not_found", "one that is not there refuses all");
    assert_eq!(names(&work.call("case.list", json!({}))).len(), 3, "and changes nothing");
    work.verified();
}

#[test]
fn many_records_go_to_the_trash_and_come_back_at_once() {
    let work = Work::new();
    let case = sample(&work);
    let trash = json!({ "table": "claim", "ids": case.claims });
    assert_eq!(work.call("record.trash_all", trash.clone())["n"], json!(4), "all four");
    assert_eq!(
        list(&work.call("claim.list", json!({ "case_id": case.case }))).len(),
        0,
        "they lie in the trash"
    );
    assert_eq!(work.call("record.restore_all", trash)["n"], json!(4), "and come back");
    work.call("history.undo", json!({}));
    work.call("history.undo", json!({}));
    assert_eq!(
        list(&work.call("claim.list", json!({ "case_id": case.case }))).len(),
        4,
        "undo takes back each as one"
    );
    let links = json!({ "table": "evidence_link", "ids": case.links });
    assert_eq!(work.call("record.trash_all", links)["n"], json!(3), "links too");
    let mixed = json!({ "table": "claim", "ids": [case.claims[0], case.item] });
    let refused = work.refused("record.trash_all", mixed);
    assert_eq!((&refused["code"], &refused["field"]), (&json!("not_found"), &json!("ids")), "all or none");
    assert_eq!(list(&work.call("claim.list", json!({ "case_id": case.case }))).len(), 4, "none");
    for table in ["report", "operation", "house", "no_such"] {
        let refused = work.refused("record.trash_all", json!({ "table": table, "ids": [case.item] }));
        assert_eq!(refused["field"], json!("table"), "{table} is not put in the trash");
    }
    work.verified();
}

/// Five cases that differ in whatever a list is sorted by.
fn desk() -> (Work, Vec<String>) {
    let work = Work::new();
    let ids = cases(&work, &["Éclair", "apple", "Zebra", "Мост", "Bridge over the river"]);
    work.call("case_name.add", json!({ "case_id": ids[3], "name": "Bridge", "language": "en" }));
    work.call("tag.add", json!({ "case_id": ids[0], "name": "sweet" }));
    work.call("tag.add", json!({ "case_id": ids[1], "name": "sweet" }));
    work.call("tag.add", json!({ "case_id": ids[1], "name": "fruit" }));
    let editor = |name: &str| text(&work.call("editor.add", json!({ "name": name }))["id"]);
    let (ada, bo) = (editor("Ada"), editor("Bo"));
    work.call("case.assign_all", json!({ "case_ids": [ids[2]], "assignee_id": ada }));
    work.call("case.assign_all", json!({ "case_ids": [ids[1]], "assignee_id": bo }));
    work.call("case.status_all", json!({ "case_ids": [ids[0], ids[4]], "status": "review" }));
    let claim = |case: &str, text: &str| work.id("claim.add", json!({ "case_id": case, "text": text }));
    let rate =
        |claim: &str| work.call("assessment.add", rating(&work, claim, "Probable", "2017-04-30", "Read."));
    rate(&claim(&ids[0], "one"));
    claim(&ids[1], "two");
    rate(&claim(&ids[2], "three"));
    claim(&ids[2], "four");
    work.call("point.add", json!({ "case_id": ids[2], "question": "Why?" }));
    work.call("account.add", json!({ "case_id": ids[2], "name": "One" }));
    work.by(LIND, "case.edit", json!({ "id": ids[4], "set": { "why": "It matters." } }));
    (work, ids)
}

#[test]
fn the_list_of_cases_is_filtered_as_one_types() {
    let (work, ids) = desk();
    let listed = |request: Value| names(&work.call("case.list", request));
    assert_eq!(listed(json!({ "words": "ecl" })), ["Éclair"], "accents do not matter");
    assert_eq!(
        listed(json!({ "words": "brid" })),
        ["Bridge over the river", "Мост"],
        "other spellings count"
    );
    assert_eq!(listed(json!({ "words": "riv bri" })), ["Bridge over the river"], "each word begins a word");
    assert_eq!(listed(json!({ "words": "ridge" })), [""; 0], "not the middle of one");
    assert_eq!(listed(json!({ "words": " " })).len(), 5, "no words, no filter");
    assert_eq!(listed(json!({ "tag": "sweet" })), ["apple", "Éclair"], "by tag");
    assert_eq!(listed(json!({ "tag": "sweet", "words": "a" })), ["apple"], "together");
    assert_eq!(listed(json!({ "status": "review" })), ["Bridge over the river", "Éclair"], "by status");
    assert_eq!(
        listed(json!({ "unassigned": true })),
        ["Bridge over the river", "Мост", "Éclair"],
        "nobody's"
    );
    let all = work.call("case.list", json!({}));
    let ada = text(&row(&all, "name", "Zebra")["assignee_id"]);
    assert_eq!(listed(json!({ "assignee_id": ada })), ["Zebra"], "somebody's");
    let line = row(&all, "id", &ids[1]);
    assert_eq!(
        (&line["tags"], &line["assignee"]),
        (&json!(["fruit", "sweet"]), &json!("Bo")),
        "a row is whole"
    );
    assert_eq!(row(&all, "id", &ids[4])["changed_by"], json!(LIND), "with who changed it last");
    assert_eq!(row(&all, "id", &ids[2])["changed_by"], json!(MARR), "and who did so there");
    assert_eq!(
        work.call("tag.names", json!({})),
        json!([{ "id": "fruit", "name": "fruit", "n_cases": 1 }, { "id": "sweet", "name": "sweet", "n_cases": 2 }]),
        "the tags in use"
    );
    work.call("case.trash", json!({ "id": ids[1] }));
    assert_eq!(
        list(&work.call("tag.names", json!({}))).len(),
        1,
        "those of a case in the trash are not in use"
    );
}

#[test]
fn the_list_of_cases_is_sorted_and_paged() {
    let (work, _) = desk();
    let sorted = |sort: &str, backward: bool| {
        names(&work.call("case.list", json!({ "sort": sort, "backward": backward })))
    };
    assert_eq!(
        sorted("name", false),
        ["apple", "Bridge over the river", "Éclair", "Zebra", "Мост"],
        "by name, folded"
    );
    assert_eq!(sorted("name", true)[0], "Мост", "and the other way round");
    assert_eq!(sorted("assignee", false)[..2], ["Zebra", "apple"], "Ada, then Bo");
    assert_eq!(sorted("assignee", true)[..2], ["apple", "Zebra"], "whoever has none stands last either way");
    assert_eq!(sorted("status", true)[..2], ["Bridge over the river", "Éclair"], "review comes after draft");
    assert_eq!(sorted("changed", true)[0], "Bridge over the river", "the last change first");
    assert_eq!(sorted("open_points", true)[0], "Zebra", "by open points");
    assert_eq!(
        sorted("rated_share", false)[..3],
        ["apple", "Zebra", "Éclair"],
        "none, half, all; without claims last"
    );
    assert_eq!(
        sorted("rated_share", true)[..3],
        ["Éclair", "Zebra", "apple"],
        "all, half, none; without claims last"
    );
    assert_eq!(sorted("added", true)[0], "Éclair", "the oldest first");
    for sort in [Value::Null, json!("name"), json!("rated_share"), json!("assignee")] {
        let whole = names(&work.call("case.list", json!({ "sort": sort })));
        let mut paged = Vec::new();
        for page in 0..3 {
            paged.extend(names(
                &work.call("case.list", json!({ "sort": sort, "limit": 2, "offset": page * 2 })),
            ));
        }
        assert_eq!(paged, whole, "{sort}: pages join without a gap");
    }
}

#[test]
fn no_kind_crowds_out_the_others_in_search() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "Harbour" }));
    work.call("actor.add", json!({ "name": "Harbour office", "kind": "body" }));
    for n in 0..30 {
        work.call("claim.add", json!({ "case_id": case, "text": format!("Harbour claim {n}") }));
    }
    let found = work.call("search", json!({ "words": "harb", "per_kind": 3 }));
    let of = |table: &str| list(&found).iter().filter(|hit| hit["table"] == json!(table)).count();
    assert_eq!((of("claim"), of("case"), of("actor")), (3, 1, 1), "a few of each");
    assert_eq!(found[0]["name"], json!("Harbour claim 29"), "newest first");
    assert_eq!(found[0]["case_id"], json!(case), "and where it leads");
}
