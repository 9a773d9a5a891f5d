//! How one record of each noun of the table is made, and corrected.

use crate::sample::{SHEET, Sample, rating};
use crate::support::{LIND, Work, text};
use serde_json::{Value, json};

/// How one record of a noun is made, and corrected.
pub struct Recipe {
    pub add: &'static str,
    pub request: Value,
    pub field: &'static str,
    pub to: Value,
}

/// The recipe of a noun; one without is a failing test.
pub fn recipe(noun: &str, work: &Work, case: &Sample) -> Recipe {
    let id = &case.case;
    let fresh_claim = || work.id("claim.add", json!({ "case_id": id, "text": "Another claim." }));
    let fresh_file = |name: &str| work.file(name, format!("{name}: {SHEET}").as_bytes());
    let (add, request, field, to) = match noun {
        "editor" => ("editor.add", json!({ "name": "A. New" }), "name", json!("A. Newer")),
        "case" => ("case.add", json!({ "name": "Another case" }), "summary", json!("What happened.")),
        "case_name" => {
            ("case_name.add", json!({ "case_id": id, "name": "Mühlengasse" }), "language", json!("de"))
        }
        "tag" => ("tag.add", json!({ "case_id": id, "name": "fire" }), "name", json!("gas")),
        "actor" => (
            "actor.add",
            json!({ "name": "The fire brigade", "kind": "body" }),
            "url",
            json!("https://brigade.example/"),
        ),
        "actor_name" => (
            "actor_name.add",
            json!({ "actor_id": case.mayor, "name": "Bürgermeister" }),
            "language",
            json!("de"),
        ),
        "office" => {
            ("office.add", json!({ "actor_id": case.mayor, "name": "Mayor" }), "from_date", json!("2016-05"))
        }
        "reliability" => (
            "reliability.add",
            json!({ "actor_id": case.paper, "grade": "B", "reason": "Corrects its errors." }),
            "",
            Value::Null,
        ),
        "account" => (
            "account.add",
            json!({ "case_id": id, "name": "A third account" }),
            "steelman",
            json!("Its strongest form."),
        ),
        "holder" => (
            "holder.add",
            json!({ "account_id": case.accounts[0], "actor_id": case.paper }),
            "to_date",
            json!("2017-05"),
        ),
        "account_claim" => (
            "account_claim.add",
            json!({ "account_id": case.accounts[0], "claim_id": fresh_claim() }),
            "claim_id",
            json!(fresh_claim()),
        ),
        "finding" => (
            "finding.add",
            json!({ "case_id": id, "name": "The inquest", "body_id": case.union }),
            "standard",
            json!("On the balance"),
        ),
        "event" => (
            "event.add",
            json!({ "case_id": id, "name": "The street was closed", "date": "2017-04-03" }),
            "place",
            json!("Mill Street"),
        ),
        "checklist_line" => (
            "checklist_line.add",
            json!({ "case_id": id, "text": "Both sides were asked.", "commitment": "methodology" }),
            "done",
            json!(true),
        ),
        "point" => (
            "point.add",
            json!({ "case_id": id, "question": "How many were hurt?" }),
            "note",
            json!("By Monday."),
        ),
        "silence" => (
            "silence.add",
            json!({ "account_id": case.accounts[1], "point_id": case.points[2], "looked": "Its leaflets", "until": "2017-05" }),
            "until",
            json!("2017-06"),
        ),
        "claim" => {
            ("claim.add", json!({ "case_id": id, "text": "Nobody was hurt." }), "kind", json!("unclear"))
        }
        "answer" => (
            "answer.add",
            json!({ "claim_id": case.claims[0], "point_id": case.points[2], "kind": "refusal" }),
            "note",
            json!("He walked away."),
        ),
        "statement" => (
            "statement.add",
            json!({ "case_id": id, "speaker_id": case.union, "words": "No comment." }),
            "venue",
            json!("At the gate"),
        ),
        "act" => (
            "act.add",
            json!({ "statement_id": case.statements[1], "claim_id": case.claims[0], "kind": "denies" }),
            "kind",
            json!("concedes"),
        ),
        "appearance" => (
            "appearance.add",
            json!({ "statement_id": case.statements[1], "item_id": case.report }),
            "note",
            json!("On its last page"),
        ),
        "carrier" => {
            let made = work
                .id("appearance.add", json!({ "statement_id": case.statements[0], "item_id": case.report }));
            (
                "carrier.add",
                json!({ "appearance_id": made, "actor_id": case.paper }),
                "actor_id",
                json!(case.union),
            )
        }
        "item" => (
            "item.add",
            json!({ "name": "A photo", "kind": "photo", "reading": "read" }),
            "url",
            json!("https://post.example/1"),
        ),
        "author" => (
            "author.add",
            json!({ "item_id": case.item, "name": "A. Writer" }),
            "name",
            json!("A. B. Writer"),
        ),
        "derivation" => (
            "derivation.add",
            json!({ "item_id": case.item, "from_item_id": case.report, "kind": "cites" }),
            "kind",
            json!("copies"),
        ),
        "capture" => (
            "item.attach",
            json!({ "item_id": case.report, "path": fresh_file("report.txt") }),
            "note",
            json!("notes, not a copy"),
        ),
        "excerpt" => (
            "excerpt.add",
            json!({ "capture_id": case.capture, "quote": "Nobody saw smoke" }),
            "page",
            json!("2"),
        ),
        "evidence" => (
            "evidence.link",
            json!({ "case_id": id, "from_item_id": case.item, "to_claim_id": case.claims[1] }),
            "note",
            json!("In its lead"),
        ),
        "stance" => ("stance.set", json!({ "link_id": case.links[0], "value": "neutral" }), "", Value::Null),
        "comparison" => (
            "comparison.add",
            json!({ "answer_id": case.answers[2], "other_id": case.answers[3], "relation": "same", "reason": "The same hour." }),
            "",
            Value::Null,
        ),
        "assessment" => (
            "assessment.add",
            rating(work, &case.claims[1], "Unsupported", "2017-06-30", "Nothing bears it out."),
            "",
            Value::Null,
        ),
        "second_reading" => {
            let made = work.by(
                LIND,
                "assessment.add",
                rating(work, &case.claims[2], "Probable", "2017-06-30", "Both say so."),
            );
            (
                "second_reading.add",
                json!({ "assessment_id": made["id"], "outcome": "agrees", "reason": "So do I." }),
                "",
                Value::Null,
            )
        }
        "verdict" => {
            let made = text(
                &work.call(
                    "assessment.add",
                    rating(work, &case.claims[3], "Probable", "2017-06-30", "Both say so."),
                )["id"],
            );
            work.by(
                LIND,
                "second_reading.add",
                json!({ "assessment_id": made, "outcome": "agrees", "reason": "So do I." }),
            );
            ("verdict.add", json!({ "assessment_id": made }), "", Value::Null)
        }
        "scale" => (
            "scale.add",
            json!({ "name": "Two steps", "labels": [{ "name": "Yes", "number": 2 }, { "name": "No", "number": 1 }] }),
            "",
            Value::Null,
        ),
        "inquiry" => (
            "inquiry.add",
            json!({ "case_id": id, "sought": "The gas meter's log", "outcome": "not_found" }),
            "looked",
            json!("At the works"),
        ),
        "reply" => (
            "reply.add",
            json!({ "case_id": id, "actor_id": case.mayor, "asked": "2017-07-01" }),
            "answered",
            json!("2017-07-03"),
        ),
        other => panic!("the table has a noun that no test makes: {other}; write its recipe here"),
    };
    Recipe { add, request, field, to }
}
