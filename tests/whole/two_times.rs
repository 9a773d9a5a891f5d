//! `as_of` (a position of the history) and `known_by` (a day in the world), on every read that shows a case.

use crate::sample::{Sample, rating, sample, verdict};
use crate::support::{Work, list, text};
use serde_json::{Value, json};

/// Every read that shows a case, at a position and by a day.
fn reads(
    work: &Work,
    case: &Sample,
    as_of: Option<&str>,
    known_by: Option<&str>,
) -> Vec<(&'static str, Value)> {
    let both = |mut request: Value| {
        request["case_id"] = json!(case.case);
        request["as_of"] = json!(as_of);
        request["known_by"] = json!(known_by);
        request
    };
    let mut answers: Vec<(&str, Value)> = [
        ("case.show", json!({})),
        ("case.timeline", json!({})),
        ("compare.points", json!({})),
        ("compare.matrix", json!({})),
        ("claim.detail", json!({ "claim_id": case.claims[0] })),
        ("report.preview", json!({})),
    ]
    .into_iter()
    .map(|(name, request)| (name, work.call(name, both(request))))
    .collect();
    let out = work.path("two-times");
    for format in ["html", "md", "csv", "json"] {
        let made = work.call("report.export", both(json!({ "format": format, "out": out })));
        answers.push((format, json!([made["sha256"], made["operation"]])));
    }
    answers
}

#[test]
fn as_of_shows_the_case_as_it_was() {
    let work = Work::new();
    let case = sample(&work);
    verdict(&work, &case);
    let then = work.newest();
    let before = reads(&work, &case, None, None);
    let time = text(&work.call("history.list", json!({ "limit": 1 }))[0]["time"]);

    work.call("claim.edit", json!({ "id": case.claims[0], "set": { "text": "The gas main burst twice." } }));
    work.call("point.add", json!({ "case_id": case.case, "question": "Added later?" }));
    work.call("stance.set", json!({ "link_id": case.links[1], "value": "neutral" }));
    work.call("evidence.trash", json!({ "id": case.links[2] }));
    work.call("actor.edit", json!({ "id": case.mayor, "set": { "name": "The former mayor" } }));
    work.call("case.edit", json!({ "id": case.case, "set": { "name": "Another name" } }));

    let after = reads(&work, &case, None, None);
    for ((name, before), (_, after)) in before.iter().zip(&after) {
        assert_ne!(before, after, "{name} shows the present");
    }
    for position in [&then, &time] {
        for ((name, before), (_, again)) in before.iter().zip(&reads(&work, &case, Some(position), None)) {
            assert_eq!(before, again, "{name} as of {position} is what it was then");
        }
    }
    let present = reads(&work, &case, Some(&work.newest()), None);
    assert_eq!(present, after, "as of the newest operation is the present");
    let future = work.call("case.show", json!({ "case_id": case.case, "as_of": "2030-01-01T00:00:00Z" }));
    assert_eq!(
        future["case"]["operation"],
        json!(work.newest()),
        "a time after the last operation means the present, and names it"
    );
}

#[test]
fn as_of_before_the_case_or_of_nothing_is_refused() {
    let work = Work::new();
    let first = work.id("case.add", json!({ "name": "First" }));
    let then = work.newest();
    let case = work.id("case.add", json!({ "name": "Second" }));
    let at = |case: &str, position: &str| json!({ "case_id": case, "as_of": position });
    work.call("case.show", at(&first, &then));
    assert_eq!(work.code("case.show", at(&case, &then)), "not_found", "the case was not there yet");
    assert_eq!(work.code("case.show", at(&case, "2001-01-01")), "not_found", "nothing was there in 2001");
    assert_eq!(work.code("case.show", at(&case, &case)), "not_found", "a case's id is no operation");
    for words in ["yesterday", "2026-02-30", "2026-13-01T00:00:00Z", "0"] {
        let refused = work.refused("case.show", at(&case, words));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("as_of")), "{words}");
    }
}

#[test]
fn known_by_shows_what_was_public() {
    let work = Work::new();
    let case = sample(&work);
    let early = text(
        &work.call(
            "assessment.add",
            rating(&work, &case.claims[0], "Unsupported", "2017-04-05", "Only the mayor says so."),
        )["id"],
    );
    let mut later = rating(&work, &case.claims[0], "Probable", "2017-06-30", "The brigade found it.");
    later["supersedes_id"] = json!(early);
    later["supersede_reason"] = json!("The brigade's report.");
    work.call("assessment.add", later);
    work.call(
        "statement.add",
        json!({ "case_id": case.case, "speaker_id": case.union, "words": "Nobody dated this." }),
    );

    let show =
        |day: &str| work.call("case.show", json!({ "case_id": case.case, "known_by": day }))["case"].clone();
    let third = show("2017-04-03");
    assert_eq!(list(&third["statements"]).len(), 1, "on the third only the mayor had spoken");
    assert_eq!(list(&third["items"]).len(), 0, "and nothing was printed");
    let fifth = show("2017-04-05");
    assert_eq!(
        (list(&fifth["statements"]).len(), list(&fifth["items"]).len()),
        (2, 1),
        "by the fifth both, and the paper"
    );
    assert_eq!(list(&fifth["links"]).len(), 1, "links of the report are not in view yet");
    let undated: Vec<&Value> =
        list(&fifth["undated"]).iter().filter(|one| one["table"] == "statement").collect();
    assert_eq!(undated.len(), 1, "what has no date is listed apart");

    let detail = |day: &str| {
        let shown = work.call(
            "claim.detail",
            json!({ "case_id": case.case, "claim_id": case.claims[0], "known_by": day }),
        );
        shown["rating"]["label"].clone()
    };
    assert_eq!(detail("2017-04-04"), Value::Null, "nothing was rated on what was known by the fourth");
    assert_eq!(
        detail("2017-04-05"),
        json!("Unsupported"),
        "the superseding one is not in view, so the first is in force"
    );
    assert_eq!(detail("2017-07-01"), json!("Probable"), "later it is");

    let grid = |day: &str| {
        let grid = work.call("compare.points", json!({ "case_id": case.case, "known_by": day }));
        list(&grid["rows"]).iter().map(|row| text(&row["state"])).collect::<Vec<_>>()
    };
    assert_eq!(grid("2017-04-03"), ["one_side_only", "one_side_only", "silent"], "one side had spoken");
    assert_eq!(grid("2017-04-04"), ["contradicted", "agreed", "silent"], "then both had");
    let columns = |day: &str| {
        let found = work.call(
            "compare.matrix",
            json!({ "case_id": case.case, "point_id": case.points[0], "known_by": day }),
        );
        list(&found["matrices"][0]["columns"]).len()
    };
    assert_eq!(
        (columns("2017-04-05"), columns("2017-06-01")),
        (1, 2),
        "the report is a column once it is public"
    );
    let page = |day: &str| {
        text(&work.call("report.preview", json!({ "case_id": case.case, "known_by": day }))["html"])
    };
    assert!(
        page("2017-07-01").contains("FB/17/3") && !page("2017-04-05").contains("FB/17/3"),
        "reports follow the day"
    );
    assert!(page("2017-04-05").contains("2017") && page("2017-04-05") != page("2017-07-01"), "and say so");
}

#[test]
fn both_together() {
    let work = Work::new();
    let case = sample(&work);
    let then = work.newest();
    work.call("statement.edit", json!({ "id": case.statements[1], "set": { "date": "2017-05-01" } }));
    let spoken = |as_of: Option<&str>| {
        let shown =
            work.call("case.show", json!({ "case_id": case.case, "as_of": as_of, "known_by": "2017-04-10" }));
        list(&shown["case"]["statements"]).len()
    };
    assert_eq!(
        (spoken(None), spoken(Some(&then))),
        (1, 2),
        "known by that day, as the ledger had it then and has it now"
    );
    for words in ["2017-02-30", "April", "2017-04", "20170404"] {
        let refused = work.refused("compare.points", json!({ "case_id": case.case, "known_by": words }));
        assert_eq!(
            (&refused["code"], &refused["field"]),
            (&json!("invalid"), &json!("known_by")),
            "{words} is no day"
        );
    }
}
