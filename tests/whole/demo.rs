//! The demo case: every row, count, rating and spelling that it promises, made through the commands of the table.

use api::{Context, Door, Opening, Wanted};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const APRIL: &str = "2017-04-12";
const END: &str = "2017-12-31";

/// A workspace of its own with the demo in it.
struct Desk {
    door: Door,
    case: String,
    _folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut opening = Opening::of(Some(folder.path().join("workspace")), Wanted::Write, "terminal");
        opening.config = Some(folder.path().join("config"));
        let door = Door::open(opening).unwrap();
        let made = door.call("demo.add", json!({}), &Context::default()).unwrap();
        assert_eq!(made["made"], json!(true), "the first demo makes the case");
        Self { case: made["id"].as_str().unwrap().to_owned(), door, _folder: folder }
    }

    fn call(&self, name: &str, request: Value) -> Value {
        self.door
            .call(name, request, &Context::default())
            .unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
    }

    fn shown(&self, name: &str, known_by: Option<&str>) -> Value {
        self.call(name, json!({ "case_id": self.case, "known_by": known_by }))
    }

    /// The records of the case, by the day.
    fn records(&self, known_by: Option<&str>) -> Value {
        self.shown("case.show", known_by)["case"].clone()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn the_demo_case_is_what_it_says() {
    let desk = Desk::new();
    rows_read_as_expected(&desk);
    known_by_tells_what_was_public(&desk);
    findings_stand_beside_the_accounts(&desk);
    ratings_are_read_twice_and_superseded(&desk);
    only_what_may_be_rated_is(&desk);
    matrices_are_filled(&desk);
    both_sides_get_the_same_effort(&desk);
    quotations_are_in_the_sheets(&desk);
    every_spelling_finds_it(&desk);
    history_names_who_did_each_step(&desk);
    it_says_that_it_is_an_example(&desk);
    twice_gives_the_same_case(&desk);
}

/// The state of each row, points 1 to 12; findings never make it, so that it is the same on both days.
fn rows_read_as_expected(desk: &Desk) {
    let one = "one_side_only";
    let expected = ["contradicted", one, one, one, one, one, "contradicted", one, one, "agreed", one, one];
    for day in [Some(APRIL), Some(END), None] {
        let grid = desk.shown("compare.points", day);
        let states: Vec<&str> =
            list(&grid["rows"]).iter().map(|row| row["state"].as_str().unwrap()).collect();
        assert_eq!(states, expected, "rows known by {day:?}");
        assert!(
            list(&grid["rows"]).iter().all(|row| row["n_not_looked_at"] == 0),
            "every cell was looked at"
        );
    }
    let grid = desk.call("compare.points", json!({ "case_id": desk.case, "common_ground_first": true }));
    assert_eq!(grid["rows"][0]["number"], json!(10), "what both say comes first where that is asked");
    let eighth = list(&grid["rows"]).iter().find(|row| row["number"] == 8).unwrap();
    let answered = list(&eighth["cells"]).iter().find(|cell| cell["state"] == "answered").unwrap();
    assert_eq!(list(&answered["earlier"]).len(), 2, "point 8 has three successive answers");
    assert_eq!(answered["current"]["date"], json!(APRIL), "the dated one is the current one");
    for number in [1, 10] {
        let row = list(&grid["rows"]).iter().find(|row| row["number"] == number).unwrap();
        assert!(
            list(&row["cells"]).iter().all(|cell| cell["current"]["second_hand"] == json!(false)),
            "the statement of 5 April makes point {number} first-hand"
        );
    }
}

fn known_by_tells_what_was_public(desk: &Desk) {
    let april = desk.records(Some(APRIL));
    assert_eq!(list(&april["accounts"]).len(), 2, "two accounts by 12 April");
    assert_eq!(list(&april["findings"]).len(), 0, "no finding by 12 April");
    assert_eq!(list(&april["items"]).len(), 3, "the news report and two documents are public by 12 April");
    assert_eq!(list(&desk.records(Some("2017-06-30"))["findings"]).len(), 1, "the first finding is of June");
    let september = list(&desk.records(Some("2017-09-01"))["findings"]).len();
    assert_eq!(september, 1, "dated August and public in September: not yet known on the first of September");
    let end = desk.records(Some(END));
    assert_eq!(list(&end["findings"]).len(), 3, "three findings by the end of 2017");
    assert_eq!(list(&end["undated"]).len(), 0, "everything has a date, or an item with one");
    assert_eq!(list(&april["undated"]).len(), 0, "nothing is left out for want of a date");
}

fn findings_stand_beside_the_accounts(desk: &Desk) {
    let grid = desk.shown("compare.points", Some(END));
    for number in [11, 12] {
        let row = list(&grid["rows"]).iter().find(|row| row["number"] == number).unwrap();
        let said: Vec<&Value> =
            list(&row["finding_cells"]).iter().flat_map(|cell| list(&cell["pairs"])).collect();
        assert_eq!(said.len(), 1, "one finding and one account answer point {number}");
        assert_eq!(said[0]["relation"], json!("contradict"), "an editor said so of point {number}");
        assert!(said[0]["reason"].is_string() && said[0]["editor"].is_string(), "with a reason and a name");
    }
    let row = list(&grid["rows"]).iter().find(|row| row["number"] == 2).unwrap();
    let relations: BTreeSet<&str> = list(&row["finding_cells"])
        .iter()
        .flat_map(|cell| list(&cell["pairs"]))
        .filter_map(|pair| pair["relation"].as_str())
        .collect();
    assert!(relations.contains("compatible"), "sarin beside sarin or a sarin-like substance is compatible");
    let records = desk.records(None);
    let bearing = list(&records["links"]).iter().filter(|link| link["to_item_id"].is_string()).count();
    assert_eq!(bearing, 1, "Russia's objection bears on the seventh report, an item");
}

fn ratings_are_read_twice_and_superseded(desk: &Desk) {
    let records = desk.records(None);
    let (assessments, readings, verdicts) =
        (list(&records["assessments"]), list(&records["second_readings"]), list(&records["verdicts"]));
    let superseded: BTreeSet<&str> =
        verdicts.iter().filter_map(|verdict| verdict["supersedes_id"].as_str()).collect();
    assert!(verdicts.len() - superseded.len() >= 6, "at least six verdicts are in force");
    assert!(!superseded.is_empty(), "at least one verdict was superseded");
    for verdict in verdicts.iter().filter(|verdict| verdict["supersedes_id"].is_string()) {
        assert!(verdict["reason"].is_string(), "a correction says why");
    }
    for later in assessments.iter().filter(|one| one["supersedes_id"].is_string()) {
        let earlier = assessments.iter().find(|one| one["uuid"] == later["supersedes_id"]).unwrap();
        assert!(
            earlier["evidence_until"].as_str() < later["evidence_until"].as_str(),
            "later evidence supersedes"
        );
        assert!(later["supersede_reason"].is_string(), "and says why");
    }
    for assessment in assessments {
        let read = readings.iter().filter(|reading| reading["assessment_id"] == assessment["uuid"]);
        let others: Vec<&Value> =
            read.filter(|reading| reading["editor_id"] != assessment["editor_id"]).collect();
        assert_eq!(others.len(), 1, "each rating was read by the other editor");
        let verdict = verdicts.iter().any(|verdict| verdict["assessment_id"] == assessment["uuid"]);
        assert_eq!(verdict, others[0]["outcome"] == "agrees", "a verdict where both agree, and only there");
    }
    let disagreed = readings.iter().filter(|reading| reading["outcome"] == "disagrees").count();
    assert_eq!(disagreed, 1, "one second reading disagrees");
    let labels = |day| {
        let shown = desk.shown("case.show", Some(day));
        let labels = list(&shown["ratings"])
            .iter()
            .filter_map(|one| one["rating"]["label"].as_str().map(str::to_owned));
        labels.collect::<Vec<_>>()
    };
    let undetermined = |day| labels(day).iter().filter(|label| *label == "Cannot be determined").count();
    assert!(undetermined(APRIL) * 2 > labels(APRIL).len(), "by 12 April most could not be determined");
    assert!(undetermined(END) < undetermined(APRIL), "the findings determined some of it");
    let preview = desk.shown("case.show", None);
    assert_eq!(preview["blocks"], json!([]), "nothing blocks publication: every citation leads somewhere");
}

fn only_what_may_be_rated_is(desk: &Desk) {
    let records = desk.records(None);
    let rated: BTreeSet<&str> =
        list(&records["assessments"]).iter().filter_map(|one| one["claim_id"].as_str()).collect();
    let mut kinds = BTreeSet::new();
    for claim in list(&records["claims"]) {
        let kind = claim["kind"].as_str().unwrap();
        kinds.insert(kind);
        if rated.contains(claim["uuid"].as_str().unwrap()) {
            assert_eq!(kind, "factual", "{} is rated", claim["text"]);
        }
    }
    assert_eq!(kinds.len(), 6, "every kind of claim is shown: {kinds:?}");
    let scales: Vec<&Value> = list(&records["scales"]).iter().collect();
    assert_eq!(scales.len(), 1, "one scale is used");
    assert_eq!(
        (&scales[0]["name"], &scales[0]["version"]),
        (&json!("Disputed event"), &json!(1)),
        "version 1 of it"
    );
}

fn matrices_are_filled(desk: &Desk) {
    let found = desk.call("compare.matrix", json!({ "case_id": desk.case }));
    let matrices = list(&found["matrices"]);
    assert!(matrices.len() >= 6, "points 1, 2, 10, 11, 12 and the accounts have a matrix");
    let cells =
        || matrices.iter().flat_map(|matrix| list(&matrix["rows"])).flat_map(|row| list(&row["cells"]));
    let states: BTreeSet<&str> = cells().filter_map(|cell| cell["shown"]["state"].as_str()).collect();
    assert_eq!(
        states,
        BTreeSet::from(["agreed", "one_reader", "unrated", "unsettled"]),
        "every kind of cell is there"
    );
    let values: BTreeSet<&str> = cells().filter_map(|cell| cell["shown"]["value"].as_str()).collect();
    for value in
        ["supports", "strongly_supports", "neutral", "strongly_contradicts", "contradicts", "not_applicable"]
    {
        assert!(values.contains(value), "{value} is there");
    }
    let first = &matrices[0];
    assert!(list(&first["columns"]).len() >= 6, "point 1 has evidence of six kinds or more");
    let columns = u64::try_from(list(&first["columns"]).len()).unwrap();
    assert!(first["n_origins"].as_u64().unwrap() < columns, "dependent sources count as one origin");
    let remarks = list(&first["columns"]).iter().map(|column| list(&column["remarks"]).len()).sum::<usize>();
    assert!(remarks >= 1, "the objection is a mark on the report's column");
}

fn both_sides_get_the_same_effort(desk: &Desk) {
    let grid = desk.shown("compare.points", None);
    assert_eq!(grid["effort_warning"], Value::Null, "no side got much less");
    let inquiries: Vec<&Value> = list(&grid["effort"]).iter().map(|effort| &effort["inquiries"]).collect();
    assert_eq!(inquiries[0], inquiries[1], "as many looks for evidence on both sides");
    let records = desk.records(None);
    let lengths: Vec<usize> = list(&records["accounts"])
        .iter()
        .map(|account| account["steelman"].as_str().unwrap().chars().count())
        .collect();
    assert!(lengths[0].abs_diff(lengths[1]) * 10 <= lengths[0], "strongest forms of one length: {lengths:?}");
    assert_eq!(list(&records["replies"]).len(), 0, "nobody was asked, so no reply is invented");
}

fn quotations_are_in_the_sheets(desk: &Desk) {
    let records = desk.records(None);
    for capture in list(&records["captures"]) {
        assert_eq!(capture["note"], json!("notes, not a copy"), "sheets say what they are");
        let checked = desk.call("capture.check", json!({ "id": capture["uuid"] }));
        assert_eq!(checked["state"], json!("intact"), "{} is as it was", checked["name"]);
    }
    for item in list(&records["items"]).iter().filter(|item| item["kind"] != "news_article") {
        assert_eq!(item["reading"], json!("cited_not_read"), "{} was not read", item["name"]);
    }
    assert!(list(&records["items"]).iter().all(|item| item["title"].is_null()), "no title is invented");
    let excerpts = list(&records["excerpts"]);
    assert!(
        excerpts.iter().all(|excerpt| excerpt["start"].is_number()),
        "each excerpt is anchored in its sheet"
    );
    let quoted = list(&records["statements"]).iter().filter(|one| one["wording"] == "quotation");
    let quoted: Vec<&str> = quoted.filter_map(|one| one["words"].as_str()).collect();
    assert_eq!(quoted.len(), 5, "five statements are quoted whole");
    for words in quoted {
        assert!(excerpts.iter().any(|excerpt| excerpt["quote"] == words), "an excerpt holds “{words}”");
    }
    let name = |id: &Value| {
        list(&records["actors"]).iter().find(|actor| actor["uuid"] == *id).unwrap()["name"].clone()
    };
    let carried: BTreeSet<String> = list(&records["carriers"])
        .iter()
        .map(|carrier| name(&carrier["actor_id"]).as_str().unwrap().to_owned())
        .collect();
    let expected = ["Fox Business Network", "Mir TV", "TASS", "The Associated Press"].map(str::to_owned);
    assert_eq!(carried, BTreeSet::from(expected), "who stands inside the news report");
}

fn every_spelling_finds_it(desk: &Desk) {
    for words in [
        "Khan Shaykhun",
        "khan sheikhoun",
        "Khan Sheikhun",
        "Хан-Шейхун",
        "хан шейхун",
        "ХАН ШЕЙХУН",
        "خان شيخون",
        "Конашенков",
        "الأسد",
        "S/1510/2017",
    ] {
        let hits = desk.call("search", json!({ "words": words }));
        assert!(!list(&hits).is_empty(), "{words} finds something");
    }
    for words in ["Khan Sheikhoun", "Khan Sheikhun", "хан шейхун", "خان شيخون"] {
        let hits = desk.call("search", json!({ "words": words }));
        assert!(list(&hits).iter().any(|hit| hit["case_id"] == json!(desk.case)), "{words} finds the case");
    }
}

fn history_names_who_did_each_step(desk: &Desk) {
    let history = desk.call("history.list", json!({ "case_id": desk.case }));
    let history = list(&history);
    assert!(history.len() > 300, "each step is an operation of its own: {}", history.len());
    let editors: BTreeSet<&str> =
        history.iter().map(|line| line["editor"].as_str().expect("each step has an editor")).collect();
    assert_eq!(editors, BTreeSet::from(["I. Marr", "T. Lind"]), "two fictional editors made it");
    assert_eq!(history.last().map(|line| &line["name"]), Some(&json!("case.add")), "it began with the case");
    assert_eq!(
        history.first().map(|line| &line["name"]),
        Some(&json!("case.edit")),
        "and ended when it was ready for review"
    );
    let commands: BTreeSet<&str> = history.iter().filter_map(|line| line["name"].as_str()).collect();
    for command in
        ["statement.add", "silence.add", "evidence.link", "comparison.add", "assessment.add", "verdict.add"]
    {
        assert!(commands.contains(command), "{command} is in the history");
    }
    let verified = desk.call("workspace.verify", json!({}));
    assert_eq!(verified["ok"], json!(true), "the history verifies: {}", verified["faults"]);
}

fn it_says_that_it_is_an_example(desk: &Desk) {
    let records = desk.records(None);
    assert_eq!(records["case"]["example"], json!(true), "the case is an example");
    assert_eq!(records["case"]["status"], json!("review"), "and is finished");
    assert_eq!(records["house"]["url"], json!("https://example.org/"), "its house is fictional");
    let preview = desk.call("report.preview", json!({ "case_id": desk.case }));
    let html = preview["html"].as_str().unwrap().to_lowercase();
    assert!(html.contains("example"), "its report says so");
}

fn twice_gives_the_same_case(desk: &Desk) {
    let again = desk.call("demo.add", json!({}));
    assert_eq!((&again["id"], &again["made"]), (&json!(desk.case), &json!(false)), "the case that is there");
    assert_eq!(list(&desk.call("case.list", json!({}))).len(), 1, "and no second one");
}
