//! The whole way: from nothing to a report, each step through the door, by two editors.

use crate::sample::{Sample, house, rating, sample, verdict};
use crate::support::{LIND, MARR, Work, list, row, text};
use serde_json::{Value, json};

const FORMATS: [&str; 6] = ["html", "md", "claimreview", "json", "csv", "pdf"];

#[test]
fn from_nothing_to_a_report() {
    let mut work = Work::new();
    let case = sample(&work);
    rows_read_as_they_should(&work.call("compare.points", json!({ "case_id": case.case })));
    matrix_counts(&work, &case);
    let first = verdict(&work, &case);
    house(&work);

    let detail = work.call("claim.detail", json!({ "case_id": case.case, "claim_id": case.claims[0] }));
    assert_eq!(detail["rating"]["is_verdict"], json!(true), "a second reader agreed, so it is a verdict");
    assert_eq!(detail["rating"]["label"], json!("Probable"), "the label that was given");
    assert_eq!(list(&detail["evidence"]).len(), 2, "both links on the claim are there");

    let mut later = rating(
        &work,
        &case.claims[0],
        "Established",
        "2017-07-31",
        &format!("A court heard it too [@{}].", case.item),
    );
    later["supersedes_id"] = json!(first);
    later["supersede_reason"] = json!("The court's hearing.");
    let second = text(&work.call("assessment.add", later)["id"]);
    work.by(
        LIND,
        "second_reading.add",
        json!({ "assessment_id": second, "outcome": "agrees", "reason": "So do I." }),
    );
    assert_eq!(
        work.code("verdict.add", json!({ "assessment_id": second })),
        "invalid",
        "a correction needs a reason: it is printed"
    );
    work.call("verdict.add", json!({ "assessment_id": second, "reason": "A court heard the engineers." }));
    let detail = work.call("claim.detail", json!({ "case_id": case.case, "claim_id": case.claims[0] }));
    assert_eq!(detail["rating"]["label"], json!("Established"), "the later verdict is in force");
    assert_eq!(list(&detail["assessments"]).len(), 2, "the superseded assessment is still there");
    assert_eq!(list(&detail["verdicts"]).len(), 2, "and so is the superseded verdict");

    reports_say_it(&work, &case.case);
    history_shows_everything(&work, &case.case);
    undo_and_redo_survive_a_restart(&mut work, &case.case);
    work.verified();
}

fn rows_read_as_they_should(grid: &Value) {
    let states: Vec<&str> = list(&grid["rows"]).iter().map(|row| row["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["contradicted", "agreed", "silent"], "one row of each kind");
    let third = &grid["rows"][2];
    assert_eq!(
        [&third["n_answer"], &third["n_silent"], &third["n_not_looked_at"]],
        [&json!(0), &json!(1), &json!(1)],
        "silence and not looked at are counted apart"
    );
    assert_eq!(grid["rows"][1]["common_ground"], json!(true), "what both say is common ground");
    assert_eq!(grid["accounts"][0]["holders"], json!(["The mayor"]), "who holds it is named");
}

fn matrix_counts(work: &Work, sample: &Sample) {
    let (case, point) = (&sample.case, &sample.points[0]);
    let found = work.call("compare.matrix", json!({ "case_id": case, "point_id": point }));
    let matrix = &found["matrices"][0];
    assert_eq!(list(&matrix["rows"]).len(), 2, "the two competing claims");
    assert_eq!(list(&matrix["columns"]).len(), 2, "two pieces of evidence bear on them");
    let gas = row(&matrix["rows"], "claim_id", &sample.claims[0]);
    let bomb = row(&matrix["rows"], "claim_id", &sample.claims[1]);
    assert_eq!(gas["score"]["unweighted"].as_f64(), Some(0.0), "support does not count");
    let unsettled = list(&bomb["cells"]).iter().filter(|cell| cell["shown"]["state"] == "unsettled").count();
    assert_eq!(unsettled, 1, "two editors differ on one cell");
    assert_eq!(bomb["score"]["unweighted"].as_f64(), Some(0.0), "an unsettled cell adds nothing");
    // Credibility 2 (√2) times relevance high (√2) is 2: contradicts counts 2, strongly contradicts 4.
    let (low, high) = (bomb["score"]["low"].as_f64().unwrap(), bomb["score"]["high"].as_f64().unwrap());
    assert!(
        (low - 2.0).abs() < 1e-9 && (high - 4.0).abs() < 1e-9,
        "the range over the editors: {low} to {high}"
    );
    for score in [&gas["score"], &bomb["score"]] {
        assert!(!text(&score["explanation"]["formula"]).is_empty(), "each number shows its formula");
    }
    for whose in [MARR, LIND] {
        let own = work.call("compare.matrix", json!({ "case_id": case, "point_id": point, "whose": whose }));
        let cells = list(&own["matrices"][0]["rows"]).iter().flat_map(|row| list(&row["cells"]));
        assert!(
            cells.clone().all(|cell| cell["shown"]["state"] != "unsettled"),
            "{whose}'s own stances are settled"
        );
    }
    assert_eq!(
        work.code("compare.matrix", json!({ "case_id": case, "whose": "Nobody" })),
        "not_found",
        "an unknown editor is not an editor without stances"
    );
}

fn reports_say_it(work: &Work, case: &str) {
    let before = work.newest();
    for format in FORMATS {
        let out = work.path(&format!("report.{format}"));
        let made = work.call("report.export", json!({ "case_id": case, "format": format, "out": out }));
        let bytes = std::fs::read(&out).unwrap();
        assert_eq!(made["size"], json!(bytes.len()), "{format}: the size that is told");
        assert_eq!(text(&made["sha256"]).len(), 64, "{format}: the hash that is told");
        let again = work.call(
            "report.export",
            json!({ "case_id": case, "format": format, "out": out, "as_of": made["operation"] }),
        );
        assert_eq!(made["sha256"], again["sha256"], "{format}: same case, same operation, same bytes");
        if format == "pdf" {
            assert!(bytes.starts_with(b"%PDF-"), "a PDF is a PDF");
            continue;
        }
        let words = String::from_utf8(bytes).unwrap();
        for needed in ["gas main", if format == "csv" { "at dawn" } else { "Established" }] {
            assert!(words.contains(needed), "{format} says {needed}");
        }
    }
    let html = std::fs::read_to_string(work.path("report.html")).unwrap();
    for needed in ["A court heard the engineers", "contradicted", "I. Marr", "T. Lind", "The mayor"] {
        assert!(html.contains(needed), "the page says {needed}");
    }
    let scripts = html.matches("<script").count();
    assert_eq!(
        html.matches("<script type=\"application/ld+json\">").count(),
        scripts,
        "data for search engines, and no script"
    );
    assert_eq!(work.newest(), before, "exporting writes nothing to the ledger");

    let folder = work.path("published");
    let report = work
        .call("report.publish", json!({ "case_id": case, "folder": folder, "formats": ["html", "json"] }));
    let number = text(&report["record"]["number"]);
    for end in ["html", "jsonld", "json", "pdf"] {
        let there = folder.join(format!("report-{number}.{end}")).exists();
        assert_eq!(there, end == "html" || end == "json", "exactly the files that were asked for: {end}");
    }
    let page = std::fs::read_to_string(folder.join(format!("report-{number}.html"))).unwrap();
    assert!(page.contains(&number), "its number is printed");
    let next = work.call("report.publish", json!({ "case_id": case, "folder": folder, "formats": ["html"], "supersedes_id": report["id"], "reason": "A date was wrong." }));
    assert_ne!(next["record"]["number"], report["record"]["number"], "numbers are never used twice");
    assert_eq!(list(&work.call("report.list", json!({ "case_id": case }))).len(), 2, "both are listed");
}

fn history_shows_everything(work: &Work, case: &str) {
    let history = work.call("history.list", json!({ "case_id": case }));
    let names: Vec<&str> = list(&history).iter().filter_map(|line| line["name"].as_str()).collect();
    assert_eq!((names.first(), names.last()), (Some(&"report.publish"), Some(&"case.add")), "newest first");
    for command in
        ["account.add", "claim.add", "evidence.link", "stance.set", "assessment.add", "verdict.add"]
    {
        assert!(names.contains(&command), "{command} is in the history");
    }
    let times: Vec<String> = list(&history).iter().map(|line| text(&line["time"])).collect();
    assert!(times.windows(2).all(|pair| pair[0] >= pair[1]), "time never runs back");
    let editors: Vec<&str> = list(&history).iter().filter_map(|line| line["editor"].as_str()).collect();
    assert!(editors.contains(&MARR) && editors.contains(&LIND), "each says who");
    let first = work.call("history.show", json!({ "id": history[names.len() - 1]["id"] }));
    assert_eq!(first["changes"][0]["before"], Value::Null, "before: it was not there");
    assert_eq!(first["changes"][0]["after"]["name"], json!("Blast in Mill Street"), "after: as it was added");
    let page = work.call("history.list", json!({ "case_id": case, "limit": 3 }));
    let next = work.call("history.list", json!({ "case_id": case, "limit": 3, "before": page[2]["id"] }));
    let ids = |rows: &Value| list(rows).iter().map(|line| text(&line["id"])).collect::<Vec<_>>();
    assert_eq!([ids(&page), ids(&next)].concat(), ids(&history)[..6], "pages follow one another");
}

fn undo_and_redo_survive_a_restart(work: &mut Work, case: &str) {
    let tag = work.call("tag.add", json!({ "case_id": case, "name": "blast" }));
    work.call("case.edit", json!({ "id": case, "set": { "place": "Mill Street 4" } }));
    let shown = |work: &Work| work.call("case.show", json!({ "case_id": case }))["case"].clone();
    let with_both = shown(work);
    work.reopen();
    assert_eq!(
        work.call("history.undo", json!({}))["name"],
        json!("case.edit"),
        "the last one is taken back"
    );
    assert_eq!(shown(work)["case"]["place"], json!("Mill Street"), "the place is as it was");
    work.reopen();
    assert_eq!(work.call("history.undo", json!({}))["name"], json!("tag.add"), "then the one before");
    assert_eq!(list(&shown(work)["tags"]).len(), 0, "the tag is gone");
    let state = work.call("history.undo_state", json!({}));
    assert_eq!(state["redo"]["name"], json!("tag.add"), "redo is offered");
    work.reopen();
    assert_eq!(work.call("history.redo", json!({}))["id"], tag["operation"], "the tag comes back");
    work.call("history.redo", json!({}));
    let mut back = shown(work);
    for field in ["operation", "time"] {
        back[field] = with_both[field].clone();
    }
    assert_eq!(back, with_both, "redone is as it was done");
    assert_eq!(work.code("history.redo", json!({})), "nothing_to_redo", "and no further");
    work.call("history.undo", json!({}));
    work.call("case.edit", json!({ "id": case, "set": { "place": "The harbour" } }));
    assert_eq!(work.code("history.redo", json!({})), "nothing_to_redo", "a new change empties redo");
}
