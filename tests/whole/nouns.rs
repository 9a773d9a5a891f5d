//! Every noun of the table: added, corrected, put in the trash, brought back, taken back. The loop goes over the table itself,
//! so that a noun without a recipe, or a command that nothing here calls, fails.

use crate::sample::{Sample, SHEET, rating, sample, verdict};
use crate::support::{LIND, Work, list, scale, text};
use api::table::{Kind, commands};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Nouns whose records are judgements, or copies that are never altered: they have no `.edit`.
const NEVER_EDITED: [&str; 8] =
    ["assessment", "capture", "comparison", "reliability", "scale", "second_reading", "stance", "verdict"];

/// How one record of a noun is made, and corrected.
struct Recipe {
    add: &'static str,
    request: Value,
    field: &'static str,
    to: Value,
}

fn recipe(noun: &str, work: &Work, case: &Sample) -> Recipe {
    let id = &case.case;
    let fresh_claim = || work.id("claim.add", json!({ "case_id": id, "text": "Another claim." }));
    let fresh_file = |name: &str| work.file(name, format!("{name}: {SHEET}").as_bytes());
    let (add, request, field, to) = match noun {
        "editor" => ("editor.add", json!({ "name": "A. New" }), "name", json!("A. Newer")),
        "case" => ("case.add", json!({ "name": "Another case" }), "summary", json!("What happened.")),
        "case_name" => ("case_name.add", json!({ "case_id": id, "name": "Mühlengasse" }), "language", json!("de")),
        "tag" => ("tag.add", json!({ "case_id": id, "name": "fire" }), "name", json!("gas")),
        "actor" => ("actor.add", json!({ "name": "The fire brigade", "kind": "body" }), "url", json!("https://brigade.example/")),
        "actor_name" => ("actor_name.add", json!({ "actor_id": case.mayor, "name": "Bürgermeister" }), "language", json!("de")),
        "office" => ("office.add", json!({ "actor_id": case.mayor, "name": "Mayor" }), "from_date", json!("2016-05")),
        "reliability" => ("reliability.add", json!({ "actor_id": case.paper, "grade": "B", "reason": "Corrects its errors." }), "", Value::Null),
        "account" => ("account.add", json!({ "case_id": id, "name": "A third account" }), "steelman", json!("Its strongest form.")),
        "holder" => ("holder.add", json!({ "account_id": case.accounts[0], "actor_id": case.paper }), "to_date", json!("2017-05")),
        "account_claim" => ("account_claim.add", json!({ "account_id": case.accounts[0], "claim_id": fresh_claim() }), "claim_id", json!(fresh_claim())),
        "finding" => ("finding.add", json!({ "case_id": id, "name": "The inquest", "body_id": case.union }), "standard", json!("On the balance")),
        "point" => ("point.add", json!({ "case_id": id, "question": "How many were hurt?" }), "note", json!("By Monday.")),
        "silence" => ("silence.add", json!({ "account_id": case.accounts[1], "point_id": case.points[2], "looked": "Its leaflets", "until": "2017-05" }), "until", json!("2017-06")),
        "claim" => ("claim.add", json!({ "case_id": id, "text": "Nobody was hurt." }), "kind", json!("unclear")),
        "answer" => ("answer.add", json!({ "claim_id": case.claims[0], "point_id": case.points[2], "kind": "refusal" }), "note", json!("He walked away.")),
        "statement" => ("statement.add", json!({ "case_id": id, "speaker_id": case.union, "words": "No comment." }), "venue", json!("At the gate")),
        "act" => ("act.add", json!({ "statement_id": case.statements[1], "claim_id": case.claims[0], "kind": "denies" }), "kind", json!("concedes")),
        "appearance" => ("appearance.add", json!({ "statement_id": case.statements[1], "item_id": case.report }), "note", json!("On its last page")),
        "carrier" => {
            let made = work.id("appearance.add", json!({ "statement_id": case.statements[0], "item_id": case.report }));
            ("carrier.add", json!({ "appearance_id": made, "actor_id": case.paper }), "actor_id", json!(case.union))
        }
        "item" => ("item.add", json!({ "name": "A photo", "kind": "photo", "reading": "read" }), "url", json!("https://post.example/1")),
        "author" => ("author.add", json!({ "item_id": case.item, "name": "A. Writer" }), "name", json!("A. B. Writer")),
        "derivation" => ("derivation.add", json!({ "item_id": case.item, "from_item_id": case.report, "kind": "cites" }), "kind", json!("copies")),
        "capture" => ("item.attach", json!({ "item_id": case.report, "path": fresh_file("report.txt") }), "", Value::Null),
        "excerpt" => ("excerpt.add", json!({ "capture_id": case.capture, "quote": "Nobody saw smoke" }), "page", json!("2")),
        "evidence" => ("evidence.link", json!({ "case_id": id, "from_item_id": case.item, "to_claim_id": case.claims[1] }), "note", json!("In its lead")),
        "stance" => ("stance.set", json!({ "link_id": case.links[0], "value": "neutral" }), "", Value::Null),
        "comparison" => ("comparison.add", json!({ "answer_id": case.answers[2], "other_id": case.answers[3], "relation": "same", "reason": "The same hour." }), "", Value::Null),
        "assessment" => ("assessment.add", rating(work, &case.claims[1], "Unsupported", "2017-06-30", "Nothing bears it out."), "", Value::Null),
        "second_reading" => {
            let made = work.by(LIND, "assessment.add", rating(work, &case.claims[2], "Probable", "2017-06-30", "Both say so."));
            ("second_reading.add", json!({ "assessment_id": made["id"], "outcome": "agrees", "reason": "So do I." }), "", Value::Null)
        }
        "verdict" => {
            let made = text(&work.call("assessment.add", rating(work, &case.claims[3], "Probable", "2017-06-30", "Both say so."))["id"]);
            work.by(LIND, "second_reading.add", json!({ "assessment_id": made, "outcome": "agrees", "reason": "So do I." }));
            ("verdict.add", json!({ "assessment_id": made }), "", Value::Null)
        }
        "scale" => ("scale.add", json!({ "name": "Two steps", "labels": [{ "name": "Yes", "number": 2 }, { "name": "No", "number": 1 }] }), "", Value::Null),
        "inquiry" => ("inquiry.add", json!({ "case_id": id, "sought": "The gas meter's log", "outcome": "not_found" }), "looked", json!("At the works")),
        "reply" => ("reply.add", json!({ "case_id": id, "actor_id": case.mayor, "asked": "2017-07-01" }), "answered", json!("2017-07-03")),
        other => panic!("the table has a noun that no test makes: {other}; write its recipe here"),
    };
    Recipe { add, request, field, to }
}

/// The nouns of the table: those that can be put in the trash.
fn nouns() -> Vec<&'static str> {
    commands().iter().filter_map(|command| command.name.strip_suffix(".trash")).collect()
}

fn has(name: &str) -> bool {
    commands().iter().any(|command| command.name == name)
}

#[test]
fn every_record_is_added_corrected_trashed_and_brought_back() {
    let work = Work::new();
    let case = sample(&work);
    let tables: Vec<String> = nouns().iter().map(|noun| round_trip(noun, &work, &case)).collect();
    assert_eq!(tables.len(), nouns().len(), "each noun went the whole way");
    rest_of_the_table(&work, &case);
    work.verified();
    let every: BTreeSet<String> = commands().iter().map(|command| command.name.to_owned()).collect();
    let missed: Vec<String> = every.difference(&work.called()).cloned().collect();
    assert!(missed.is_empty(), "no test calls {missed:?}: exercise them here");
}

fn round_trip(noun: &str, work: &Work, case: &Sample) -> String {
    let recipe = recipe(noun, work, case);
    let made = work.call(recipe.add, recipe.request.clone());
    let id = text(&made["id"]);
    assert!(!text(&made["name"]).is_empty(), "{noun}: a label to show");
    let change = list(&made["changed"]).iter().find(|change| change["id"] == json!(id));
    let change = change.unwrap_or_else(|| panic!("{noun}: the write answers what it changed"));
    assert_eq!(change["kind"], json!("added"), "{noun}: it was added");
    if has(&format!("{noun}.edit")) {
        corrected(noun, &id, &recipe, work);
    } else {
        assert!(NEVER_EDITED.contains(&noun), "{noun}: everything but a judgement can be corrected");
    }
    let before = shown(noun, &id, work);
    let gone = work.call(&format!("{noun}.trash"), json!({ "id": id }));
    assert_eq!(gone["record"]["trashed"], json!(true), "{noun}: in the trash");
    assert!(!listed(noun, &id, false, work) && listed(noun, &id, true, work), "{noun}: listed with the trash alone");
    assert_eq!(shown(noun, &id, work)["id"], json!(id), "{noun}: still shown by its id");
    let again = work.call(&format!("{noun}.trash"), json!({ "id": id }));
    assert_eq!(again["operation"], Value::Null, "{noun}: trashing twice writes nothing the second time");
    work.call(&format!("{noun}.restore"), json!({ "id": id }));
    assert!(listed(noun, &id, false, work) && !listed(noun, &id, true, work), "{noun}: back in use");
    assert_eq!(shown(noun, &id, work), before, "{noun}: as it was");
    work.call("history.undo", json!({}));
    assert!(listed(noun, &id, true, work), "{noun}: undo puts it back into the trash");
    work.call("history.redo", json!({}));
    assert_eq!(shown(noun, &id, work), before, "{noun}: and redo brings it back");
    let lines = work.call("history.list", json!({ "record_id": id }));
    assert!(list(&lines).len() >= 4, "{noun}: its own history is there");
    text(&change["table"])
}

fn corrected(noun: &str, id: &str, recipe: &Recipe, work: &Work) {
    let before = shown(noun, id, work);
    let edit = |set: Value| json!({ "id": id, "set": set });
    let name = format!("{noun}.edit");
    let mut set = json!({});
    set[recipe.field] = recipe.to.clone();
    assert_ne!(before[recipe.field], recipe.to, "{noun}: the correction changes something");
    let made = work.call(&name, edit(set.clone()));
    assert_eq!(made["record"][recipe.field], recipe.to, "{noun}: the write answers the corrected record");
    assert_eq!(shown(noun, id, work)[recipe.field], recipe.to, "{noun}: and so does a read");
    assert_eq!(work.call(&name, edit(set))["operation"], Value::Null, "{noun}: the same again writes nothing");
    work.call("history.undo", json!({}));
    assert_eq!(shown(noun, id, work), before, "{noun}: undo restores every field");
    work.call("history.redo", json!({}));
    assert_eq!(work.code(&name, edit(json!({ "uuid": case_like(id) }))), "invalid", "{noun}: identity is fixed");
    assert_eq!(work.code(&name, edit(json!({ "no_such_field": 1 }))), "bad_request", "{noun}: unknown fields are refused");
}

/// Another id of the same form.
fn case_like(id: &str) -> String {
    id.replace(['1', '2'], "3")
}

fn shown(noun: &str, id: &str, work: &Work) -> Value {
    let name = if noun == "case" { "case.record".to_owned() } else { format!("{noun}.show") };
    let mut shown = work.call(&name, json!({ "id": id }));
    if noun == "scale" {
        shown["trashed"] = shown["scale"]["trashed"].clone();
    }
    shown
}

fn listed(noun: &str, id: &str, trashed: bool, work: &Work) -> bool {
    let rows = work.call(&format!("{noun}.list"), json!({ "trashed": trashed }));
    list(&rows).iter().any(|row| {
        assert!(row["id"].is_string() && row["name"].is_string(), "{noun}: each row has id and name: {row}");
        row["id"] == json!(id)
    })
}

/// Commands that belong to no round trip.
fn rest_of_the_table(work: &Work, case: &Sample) {
    let id = &case.case;
    work.call("workspace.show", json!({}));
    work.call("editor.use", json!({ "name": "I. Marr" }));
    work.call("house.set", json!({ "name": "The Desk" }));
    assert_eq!(work.call("house.show", json!({}))["name"], json!("The Desk"), "the house is set");
    let order = |work: &Work| {
        let shown = work.call("case.show", json!({ "case_id": id }));
        list(&shown["accounts"]).iter().map(|account| text(&account["account_id"])).collect::<Vec<_>>()
    };
    let mut reversed = order(work);
    reversed.reverse();
    work.call("account.order", json!({ "case_id": id, "account_ids": reversed }));
    assert_eq!(order(work), reversed, "accounts stand as ordered");
    work.call("point.move", json!({ "id": case.points[2] }));
    let grid = work.call("compare.points", json!({ "case_id": id }));
    assert_eq!(grid["rows"][0]["id"], json!(case.points[2]), "the point stands first");
    work.call("relevance.set", json!({ "link_id": case.links[0], "value": "low" }));
    work.call("credibility.set", json!({ "link_id": case.links[0], "value": 6 }));
    let cell = json!({ "case_id": id, "from_item_id": case.item, "to_claim_id": case.claims[2], "value": "supports" });
    let rated = work.call("cell.rate", cell.clone());
    assert_eq!(list(&rated["changed"]).len(), 2, "link and stance in one operation");
    let again = work.call("cell.rate", json!({ "case_id": id, "from_item_id": case.item, "to_claim_id": case.claims[2], "value": "neutral" }));
    assert_eq!(again["record"]["link_id"], rated["record"]["link_id"], "no second link for a pair");
    assert_eq!(again["record"]["supersedes_id"], rated["record"]["uuid"], "the earlier stance is superseded, not changed");
    work.call("case.timeline", json!({ "case_id": id }));
    work.call("case.find", json!({ "words": "Blast in Mill Street" }));
    work.call("claim.detail", json!({ "case_id": id, "claim_id": case.claims[0] }));
    work.call("compare.matrix", json!({ "case_id": id }));
    work.call("capture.check", json!({ "id": case.capture }));
    work.call("report.preview", json!({ "case_id": id }));
    work.call("report.export", json!({ "case_id": id, "format": "md", "out": work.path("r.md") }));
    verdict(work, case);
    work.call("report.publish", json!({ "case_id": id, "folder": work.path("out"), "formats": ["md"] }));
    work.call("report.list", json!({ "case_id": id }));
    assert!(!list(&work.call("search", json!({ "words": "mill" }))).is_empty(), "search finds it");
    work.call("history.undo_state", json!({}));
    let shown = work.call("history.show", json!({ "id": work.newest() }));
    assert_eq!(shown["operation"]["id"], shown["id"], "an operation is shown by its id");
    work.call("backup.add", json!({}));
    assert!(!list(&work.call("backup.list", json!({}))).is_empty(), "the backup is listed");
    let tag = work.id("tag.add", json!({ "case_id": id, "name": "a secret" }));
    work.call("record.erase", json!({ "table": "tag", "id": tag, "fields": ["name"], "reason": "It names a person." }));
    work.call("workspace.rebuild", json!({}));
    work.call("demo.add", json!({}));
}

#[test]
fn judgements_have_no_edit() {
    let without: BTreeSet<&str> = nouns().into_iter().filter(|noun| !has(&format!("{noun}.edit"))).collect();
    assert_eq!(without, BTreeSet::from(NEVER_EDITED), "these, and only these, are added and never changed in place");
    for noun in ["relevance", "credibility", "report", "second_reading"] {
        assert!(!has(&format!("{noun}.edit")), "{noun} is superseded, never edited");
    }
}

#[test]
fn every_command_says_what_it_does_and_asks() {
    for command in commands() {
        assert!(command.name.chars().all(|c| c.is_ascii_lowercase() || c == '.' || c == '_'), "{}", command.name);
        assert!(command.about.ends_with('.'), "{}: a sentence", command.name);
        let schema = (command.request)().to_value();
        assert_eq!(schema["type"], json!("object"), "{}: a request is an object", command.name);
        assert_eq!(schema["additionalProperties"], json!(false), "{}: unknown fields are refused", command.name);
    }
    let writes = commands().iter().filter(|command| command.kind == Kind::Write).count();
    assert!(writes > 100, "the table is whole: {writes} writing commands");
}

#[test]
fn requests_ask_for_no_more_than_they_need() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "Only a name" }));
    work.call("claim.add", json!({ "case_id": case, "text": "Only a text" }));
    work.call("account.add", json!({ "case_id": case, "name": "Only a name" }));
    let (_, label) = scale(&work, "Disputed event", "Probable");
    assert!(!label.is_empty(), "a new workspace has its scales");
}
