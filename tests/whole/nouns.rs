//! Every noun of the table: added, corrected, put in the trash, brought back, taken back. The loop goes over the table itself,
//! so that a noun without a recipe, or a command that nothing here calls, fails.

use crate::made_of::one_of_each;
use crate::recipes::{Recipe, recipe};
use crate::sample::{Sample, sample, verdict};
use crate::support::{Work, list, scale, text};
use api::table::{Kind, commands};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Nouns whose records are judgements, or scales that judgements were made on: they have no `.edit`.
const NEVER_EDITED: [&str; 7] =
    ["assessment", "comparison", "reliability", "scale", "second_reading", "stance", "verdict"];

/// The nouns of the table: those that can be put in the trash.
fn nouns() -> Vec<&'static str> {
    commands().iter().filter_map(|command| command.name.strip_suffix(".trash")).collect()
}

fn has(name: &str) -> bool {
    commands().iter().any(|command| command.name == name)
}

#[test]
fn every_record_is_added_corrected_trashed_and_brought_back() {
    let mut work = Work::new();
    let case = sample(&work);
    let tables: Vec<String> = nouns().iter().map(|noun| round_trip(noun, &work, &case)).collect();
    assert_eq!(tables.len(), nouns().len(), "each noun went the whole way");
    rest_of_the_table(&work, &case);
    made_out_of_copies(&mut work, &case);
    crate::read_files::every_command(&work, &case.item);
    crate::web::every_command(&work);
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
    assert!(
        !listed(noun, &id, false, work) && listed(noun, &id, true, work),
        "{noun}: listed with the trash alone"
    );
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
    assert_eq!(
        work.call(&name, edit(set))["operation"],
        Value::Null,
        "{noun}: the same again writes nothing"
    );
    work.call("history.undo", json!({}));
    assert_eq!(shown(noun, id, work), before, "{noun}: undo restores every field");
    work.call("history.redo", json!({}));
    assert_eq!(
        work.code(&name, edit(json!({ "uuid": case_like(id) }))),
        "invalid",
        "{noun}: identity is fixed"
    );
    assert_eq!(
        work.code(&name, edit(json!({ "no_such_field": 1 }))),
        "bad_request",
        "{noun}: unknown fields are refused"
    );
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
    for name in ["case.counts", "history.kinds"] {
        work.call(name, json!({}));
    }
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
    assert_eq!(
        again["record"]["supersedes_id"], rated["record"]["uuid"],
        "the earlier stance is superseded, not changed"
    );
    a_cell_is_filled_at_once(work, case);
    a_cell_is_filled_with_a_statement_that_is_there(work, case);
    work.call("house.logo", json!({}));
    work.call("house.picture", json!({}));
    work.call("checklist.start", json!({ "case_id": id }));
    let lines = work.call("checklist_line.list", json!({ "case_id": id }));
    work.call("checklist_line.move", json!({ "id": lines[0]["id"] }));
    on_many(work, case);
    work.call("case.timeline", json!({ "case_id": id }));
    work.call("case.find", json!({ "words": "Blast in Mill Street" }));
    work.call("claim.detail", json!({ "case_id": id, "claim_id": case.claims[0] }));
    work.call("compare.matrix", json!({ "case_id": id }));
    work.call("excerpt.resolve", json!({ "case_id": id }));
    work.call("excerpt.find", json!({ "words": "gas" }));
    work.call("excerpt.labels", json!({}));
    let out = work.path("excerpts.json");
    work.call("excerpt.export", json!({ "case_id": id, "out": out }));
    work.call("excerpt.import", json!({ "path": out }));
    work.call("capture.check", json!({ "id": case.capture }));
    work.call("report.preview", json!({ "case_id": id }));
    work.call("report.export", json!({ "case_id": id, "format": "md", "out": work.path("r.md") }));
    verdict(work, case);
    work.call("report.publish", json!({ "case_id": id, "folder": work.path("out"), "formats": ["md"] }));
    let published = work.call("report.list", json!({ "case_id": id }));
    work.call("report.show", json!({ "id": published[0]["id"] }));
    let all = json!({ "case_id": id, "folder": work.path("all"), "formats": ["md", "csv"] });
    work.call("report.export_all", all);
    assert!(!list(&work.call("search", json!({ "words": "mill" }))).is_empty(), "search finds it");
    work.call("history.undo_state", json!({}));
    let shown = work.call("history.show", json!({ "id": work.newest() }));
    assert_eq!(shown["operation"]["id"], shown["id"], "an operation is shown by its id");
    work.call("backup.add", json!({}));
    assert!(!list(&work.call("backup.list", json!({}))).is_empty(), "the backup is listed");
    let tag = work.id("tag.add", json!({ "case_id": id, "name": "a secret" }));
    work.call(
        "record.erase",
        json!({ "table": "tag", "id": tag, "fields": ["name"], "reason": "It names a person." }),
    );
    work.call("workspace.rebuild", json!({}));
    work.call("demo.add", json!({}));
}

/// What is known of a copy is looked at here, and written by the work that finds it.
fn made_out_of_copies(work: &mut Work, case: &Sample) {
    for (noun, id) in one_of_each(work, &case.item, &case.capture) {
        let mut of = json!({ "capture_id": case.capture });
        if noun == "fetch" {
            of = json!({ "item_id": case.item });
        }
        let listed = work.call(&format!("{noun}.list"), of);
        assert_eq!(list(&listed).len(), 1, "{noun}: the one of it");
        assert_eq!(listed[0], work.call(&format!("{noun}.show"), json!({ "id": id })), "{noun}: shown alike");
    }
}

/// Done to many at once, and kept beside the ledger; what it means is tested elsewhere.
fn on_many(work: &Work, case: &Sample) {
    let ids = json!([case.case]);
    for name in ["case.tag_all", "case.untag_all"] {
        work.call(name, json!({ "case_ids": ids, "name": "many" }));
    }
    work.call("tag.names", json!({}));
    work.call("case.assign_all", json!({ "case_ids": ids, "assignee_id": null }));
    work.call("case.archive_all", json!({ "case_ids": ids, "archived": false }));
    work.call("case.status_all", json!({ "case_ids": ids, "status": "open" }));
    for name in ["record.trash_all", "record.restore_all"] {
        work.call(name, json!({ "table": "point", "ids": [case.points[1]] }));
    }
    work.call("draft.keep", json!({ "key": "a", "value": { "words": "b" } }));
    for name in ["draft.list", "preference.list"] {
        work.call(name, json!({}));
    }
    work.call("item.alike", json!({ "title": "Blast in Mill Street" }));
    for name in ["item.table", "actor.sources"] {
        assert!(!list(&work.call(name, json!({ "case_id": case.case }))).is_empty(), "{name} has rows");
    }
    work.call("evidence.around", json!({ "case_id": case.case, "claim_id": case.claims[0] }));
    work.call("item.related", json!({ "id": case.item }));
    work.call("actor.related", json!({ "id": case.mayor }));
    work.call("capture.copy_out", json!({ "id": case.capture }));
    work.call("capture.bytes", json!({ "id": case.capture }));
    work.call("evidence.around", json!({ "case_id": case.case, "item_id": case.item }));
    work.call("case.bag", json!({ "case_id": case.case, "out": work.path("bag") }));
    let log = work.call("handing_out.list", json!({}));
    work.call("handing_out.show", json!({ "id": log[0]["id"] }));
    work.call("record.find", json!({ "id": case.claims[0] }));
    work.call("compare.side_by_side", json!({ "case_id": case.case, "account_ids": case.accounts }));
    work.call("backup.add", json!({ "full": work.path("full") }));
    work.call("backup.restore", json!({ "from": work.path("full"), "to": work.path("again") }));
    work.call("draft.drop", json!({ "key": "a" }));
    work.call("preference.set", json!({ "key": "theme", "value": "dark" }));
}

#[test]
fn judgements_have_no_edit() {
    let without: BTreeSet<&str> = nouns().into_iter().filter(|noun| !has(&format!("{noun}.edit"))).collect();
    assert_eq!(
        without,
        BTreeSet::from(NEVER_EDITED),
        "these, and only these, are added and never changed in place"
    );
    for noun in ["relevance", "credibility", "report", "second_reading"] {
        assert!(!has(&format!("{noun}.edit")), "{noun} is superseded, never edited");
    }
}

#[test]
fn a_preserved_copy_stays_what_it_is() {
    let work = Work::new();
    let case = sample(&work);
    for (field, value) in [
        ("sha256", json!("0".repeat(64))),
        ("size", json!(1)),
        ("captured", json!("2017-04-04T10:00:00Z")),
        ("item_id", json!(case.report)),
    ] {
        let mut set = json!({});
        set[field] = value;
        let refused = work.refused("capture.edit", json!({ "id": case.capture, "set": set }));
        assert_eq!(
            (&refused["code"], &refused["field"]),
            (&json!("invalid"), &json!(field)),
            "{field} of a capture is a fact"
        );
    }
    work.verified();
}

#[test]
fn every_command_says_what_it_does_and_asks() {
    for command in commands() {
        assert!(
            command.name.chars().all(|c| c.is_ascii_lowercase() || c == '.' || c == '_'),
            "{}",
            command.name
        );
        assert!(command.about.ends_with('.'), "{}: a sentence", command.name);
        let schema = (command.request)().to_value();
        assert_eq!(schema["type"], json!("object"), "{}: a request is an object", command.name);
        assert_eq!(
            schema["additionalProperties"],
            json!(false),
            "{}: unknown fields are refused",
            command.name
        );
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

/// Claim, statement, speaker and answer in one operation; one undo takes all of it back.
fn a_cell_is_filled_at_once(work: &Work, case: &Sample) {
    let before = work.call("case.show", json!({ "case_id": case.case }));
    let filled = work.call(
        "cell.fill",
        json!({ "case_id": case.case, "point_id": case.points[0], "account_id": case.accounts[0], "text": "It was the boiler.", "kind": "value", "value": "the boiler",
            "statement": { "speaker": "A neighbour", "words": "It was the boiler.", "date": "2026-03-02" } }),
    );
    let tables: Vec<&str> =
        list(&filled["changed"]).iter().map(|row| row["table"].as_str().unwrap_or_default()).collect();
    assert_eq!(
        tables,
        ["actor", "claim", "account_claim", "statement", "act", "answer"],
        "all in one operation"
    );
    work.call("history.undo", json!({}));
    let after = work.call("case.show", json!({ "case_id": case.case }));
    assert_eq!(after["case"]["claims"], before["case"]["claims"], "one undo takes the claim back");
    assert_eq!(after["case"]["statements"], before["case"]["statements"], "and the statement");
}

/// One utterance can stand behind several answers, typed once; who spoke can be made a holder on the way.
fn a_cell_is_filled_with_a_statement_that_is_there(work: &Work, case: &Sample) {
    let fill = |point: usize, more: Value| {
        let mut request = json!({ "case_id": case.case, "point_id": case.points[point], "account_id": case.accounts[0], "kind": "value", "holds": true });
        for (key, value) in more.as_object().into_iter().flatten() {
            request[key] = value.clone();
        }
        request
    };
    let said = json!({ "speaker": "A second neighbour", "words": "The boiler, and at noon." });
    let first = fill(0, json!({ "text": "It was the boiler.", "value": "the boiler", "statement": said }));
    let one = work.call("cell.fill", first)["id"].clone();
    let show = |id: &Value| work.call("answer.show", json!({ "id": id }));
    let statement = show(&one)["statement_id"].clone();
    let second =
        fill(1, json!({ "text": "It was at noon.", "value": "at noon", "statement_id": statement.clone() }));
    let two = work.call("cell.fill", second)["id"].clone();
    assert_eq!(show(&two)["statement_id"], statement, "the same words stand behind both answers");
    let shown = work.call("case.show", json!({ "case_id": case.case }));
    let of = |table: &str, field: &str, value: &Value| {
        list(&shown["case"][table]).iter().filter(|row| row[field] == *value).cloned().collect::<Vec<_>>()
    };
    assert_eq!(of("acts", "statement_id", &statement).len(), 2, "it asserts both claims");
    let speaker = of("statements", "uuid", &statement)[0]["speaker_id"].clone();
    assert_eq!(of("holders", "actor_id", &speaker).len(), 1, "who spoke holds the account, once");
    assert_eq!(of("claims", "claimant_id", &speaker).len(), 2, "and is the claimant of what they assert");
    let refused = fill(1, json!({ "text": "x", "value": "x", "statement_id": statement, "statement": said }));
    assert_eq!(work.refused("cell.fill", refused)["code"], json!("invalid"), "one or the other");
    work.call("history.undo", json!({}));
    work.call("history.undo", json!({}));
}
