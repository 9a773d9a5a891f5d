//! What a blind second reader may not see yet is in no answer that a window gets, nor in a file that it writes.

use crate::sample::{Sample, rating, sample};
use crate::support::{LIND, MARR, Work, list, text};
use serde_json::{Value, json};

const SECRETS: [&str; 4] = ["SECRETWHY", "SECRETCHANGE", "SECRETREASON", "SECRETAGAIN"];

struct Desk {
    work: Work,
    case: Sample,
    /// Of the first rating of the first claim: superseded, and its successor.
    ratings: [String; 2],
    /// As it would stand in an answer.
    label: String,
}

/// The first editor has rated the first claim twice; nobody has read it.
fn rated() -> Desk {
    let work = Work::new();
    let case = sample(&work);
    let mut first = rating(&work, &case.claims[0], "Refuted", "2017-06-29", "SECRETWHY at first.");
    first["would_change"] = json!("SECRETCHANGE");
    let earlier = reasoned(&work, "assessment.add", first);
    let mut second = rating(&work, &case.claims[0], "Probable", "2017-06-30", "SECRETWHY and why.");
    second["supersedes_id"] = json!(earlier["id"]);
    second["supersede_reason"] = json!("SECRETAGAIN");
    let label = format!("\"label_id\":\"{}\"", text(&second["label_id"]));
    let later = reasoned(&work, "assessment.add", second);
    Desk { ratings: [text(&earlier["id"]), text(&later["id"])], work, case, label }
}

/// Writes with a reason for the history.
fn reasoned(work: &Work, name: &str, request: Value) -> Value {
    let context = api::Context {
        editor: Some(MARR.to_owned()),
        reason: Some("SECRETREASON".to_owned()),
        ..api::Context::default()
    };
    work.door().call(name, request, &context).unwrap()
}

/// Everything that a window can read about the case, by command.
fn reads(desk: &Desk) -> Vec<(&'static str, Value)> {
    let (case, claim) = (&desk.case.case, &desk.case.claims[0]);
    let mut all = vec![
        ("case.list", json!({})),
        ("case.show", json!({ "case_id": case })),
        ("case.timeline", json!({ "case_id": case })),
        ("claim.detail", json!({ "case_id": case, "claim_id": claim })),
        ("claim.list", json!({ "case_id": case })),
        ("compare.points", json!({ "case_id": case })),
        ("compare.matrix", json!({ "case_id": case })),
        ("compare.side_by_side", json!({ "case_id": case, "account_ids": desk.case.accounts })),
        ("report.preview", json!({ "case_id": case })),
        ("report.preview", json!({ "case_id": case, "language": "ru" })),
        ("report.list", json!({ "case_id": case })),
        ("history.list", json!({})),
        ("history.list", json!({ "case_id": case })),
        ("history.list", json!({ "record_id": desk.ratings[1] })),
        ("history.undo_state", json!({})),
        ("assessment.list", json!({ "case_id": case })),
        ("second_reading.list", json!({ "case_id": case })),
        ("verdict.list", json!({ "case_id": case })),
        ("record.find", json!({ "id": desk.ratings[1] })),
        ("workspace.verify", json!({})),
    ];
    all.extend(SECRETS.map(|word| ("search", json!({ "words": word }))));
    for operation in list(&desk.work.call("history.list", json!({ "case_id": case }))) {
        all.push(("history.show", json!({ "id": operation["id"] })));
    }
    all
}

/// Whether one of the answers of the window tells what the first rating is.
fn telling(desk: &Desk, editor: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, request) in reads(desk) {
        let answer = desk.work.in_window(editor, name, request.clone()).unwrap().to_string();
        let secrets = SECRETS.iter().copied().chain([desk.label.as_str()]);
        found.extend(
            secrets
                .filter(|secret| answer.contains(secret))
                .map(|secret| format!("{name} {request}: {secret}")),
        );
    }
    found
}

#[test]
fn no_answer_to_the_window_of_a_second_reader_tells_the_first_rating() {
    let desk = rated();
    assert_eq!(telling(&desk, LIND), Vec::<String>::new(), "covered in all of them");
    assert!(telling(&desk, MARR).len() > 10, "who rated sees it all, so the question is a real one");
    for id in &desk.ratings {
        for name in ["assessment.show", "assessment.trash", "assessment.restore"] {
            let refused = desk.work.in_window(LIND, name, json!({ "id": id })).unwrap_err();
            assert_eq!(refused.params["rule"], json!("covered"), "{name} says why");
            assert!(!refused.message.contains("SECRET"));
        }
    }
    let as_of = text(&desk.work.call("history.list", json!({ "record_id": desk.ratings[0] }))[0]["id"]);
    let request = json!({ "case_id": desk.case.case, "as_of": as_of });
    for name in ["case.show", "report.preview", "compare.points"] {
        let then = desk.work.in_window(LIND, name, request.clone()).unwrap().to_string();
        assert!(!then.contains("SECRET"), "{name}: a look into the past uncovers nothing");
    }
}

#[test]
fn the_history_says_that_something_is_covered() {
    let desk = rated();
    let lines = desk.work.in_window(LIND, "history.list", json!({ "record_id": desk.ratings[1] })).unwrap();
    assert_eq!((&lines[0]["reason"], &lines[0]["covered"]), (&Value::Null, &json!(true)), "the reason too");
    assert_eq!(
        (&lines[0]["editor"], &lines[0]["name"]),
        (&json!(MARR), &json!("assessment.add")),
        "who and what stays"
    );
    let shown = desk.work.in_window(LIND, "history.show", json!({ "id": lines[0]["id"] })).unwrap();
    let change = &shown["changes"][0];
    assert_eq!(change["covered"], json!(true));
    let after = change["after"].as_object().unwrap();
    assert_eq!(after["claim_id"], json!(desk.case.claims[0]), "it says which claim was rated");
    for field in ["label_id", "likelihood", "confidence", "rationale", "would_change"] {
        assert!(!after.contains_key(field), "{field} is not sent");
    }
    let open = desk.work.call("history.show", json!({ "id": lines[0]["id"] }));
    assert_eq!(
        (&open["changes"][0]["covered"], &open["operation"]["covered"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(open["operation"]["reason"], json!("SECRETREASON"), "the terminal covers nothing");
}

#[test]
fn the_report_of_a_second_reader_says_what_is_covered_in_each_format() {
    let desk = rated();
    let (work, case) = (&desk.work, &desk.case.case);
    let before = work.call("report.preview", json!({ "case_id": case, "blind": true }));
    let preview = work.in_window(LIND, "report.preview", json!({ "case_id": case })).unwrap();
    let html = text(&preview["html"]);
    assert!(html.contains("Rated; covered until you have read it yourself."), "in the place of the rating");
    assert!(html.contains("not for publication: 1 claim that is rated and covered"), "and at the head");
    assert_eq!(preview["covered"][0]["claim_id"], json!(desk.case.claims[0]));
    let russian =
        work.in_window(LIND, "report.preview", json!({ "case_id": case, "language": "ru" })).unwrap();
    assert!(text(&russian["html"]).contains("Оценено; закрыто, пока вы не прочтёте сами."));
    assert!(!text(&before["html"]).contains("covered until"), "{MARR} has read it: it is their own");

    for (format, says) in [
        ("html", "Rated; covered until you have read it yourself."),
        ("md", "Rated; covered until you have read it yourself."),
        ("csv", "rated, covered"),
        ("pdf", ""),
    ] {
        let out = work.path(&format!("covered.{format}"));
        let made = work
            .in_window(LIND, "report.export", json!({ "case_id": case, "format": format, "out": out }))
            .unwrap();
        assert_eq!(list(&made["covered"]).len(), 1, "{format}: the answer says so");
        let written = String::from_utf8_lossy(&std::fs::read(&out).unwrap()).into_owned();
        assert!(written.contains(says) && !written.contains("SECRET"), "{format}");
    }
    let out = work.path("covered.json");
    let whole = json!({ "case_id": case, "format": "json", "out": out });
    let refused = work.in_window(LIND, "report.export", whole.clone()).unwrap_err();
    assert_eq!(refused.params["rule"], json!("covered"), "the whole history would tell it");
    assert!(!out.exists());
    let all = work
        .in_window(LIND, "report.export_all", json!({ "case_id": case, "folder": work.path("all") }))
        .unwrap();
    let refused: Vec<String> = list(&all["refused"]).iter().map(|one| text(&one["format"])).collect();
    assert_eq!(refused, ["claimreview", "json"], "and keeps the others from nothing");
    assert!(work.in_window(MARR, "report.export", whole).is_ok(), "who rated may have it");
}

#[test]
fn nobody_publishes_what_is_covered_for_them() {
    let desk = rated();
    let (work, case) = (&desk.work, &desk.case.case);
    let request = json!({ "case_id": case, "folder": work.path("out"), "formats": ["md"] });
    let preview = work.in_window(LIND, "report.preview", json!({ "case_id": case })).unwrap();
    let block = &preview["blocks"][0];
    assert_eq!((&block["code"], &block["claim_id"]), (&json!("covered"), &json!(desk.case.claims[0])));
    let refused = work.in_window(LIND, "report.publish", request.clone()).unwrap_err();
    assert_eq!((refused.params["block"].clone(), refused.code), (json!("covered"), api::Code::Blocked));
    assert!(!work.path("out").exists(), "nothing was written");
    let openly = work.in_window(LIND, "report.preview", json!({ "case_id": case, "blind": false })).unwrap();
    assert!(
        list(&openly["blocks"]).is_empty() && text(&openly["html"]).contains("SECRETWHY"),
        "openly, if one says so"
    );
    let own = rating(work, &desk.case.claims[0], "Refuted", "2017-06-30", "Read.");
    work.in_window(LIND, "assessment.add", own).unwrap();
    assert!(telling(&desk, LIND).len() > 10, "who has rated sees the other rating everywhere");
    work.in_window(LIND, "report.publish", request).unwrap();
}

#[test]
fn a_broken_note_of_a_covered_rating_is_told_without_telling_the_rating() {
    let work = Work::new();
    let case = sample(&work);
    let why = format!("The brigade says so [@{}].", case.excerpt);
    work.call("assessment.add", rating(&work, &case.claims[0], "Probable", "2017-06-30", &why));
    work.call("excerpt.trash", json!({ "id": case.excerpt }));
    for name in ["case.show", "report.preview"] {
        let answer = work.in_window(LIND, name, json!({ "case_id": case.case })).unwrap();
        let block = &answer["blocks"][0];
        assert_eq!(block["code"], json!("broken_citation"), "{name} tells it");
        assert!(!block.to_string().contains(&case.excerpt), "{name} does not say what is cited: {block}");
        assert_eq!(block["params"]["why"], json!("covered"));
    }
}
