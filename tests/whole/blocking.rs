//! What blocks publication, each kind made by what an editor can do or what can befall a workspace, and what should be looked at.

use crate::reports::PIXEL;
use crate::sample::{house, rating, sample};
use crate::support::{Work, list, text};
use serde_json::{Value, json};

/// The lines of a preview, each as code, table, record and claim.
fn blocks(work: &Work, request: Value) -> Vec<(String, String, String, Value)> {
    let preview = work.call("report.preview", request);
    let line = |block: &Value| {
        (text(&block["code"]), text(&block["table"]), text(&block["uuid"]), block["claim_id"].clone())
    };
    list(&preview["blocks"]).iter().map(line).collect()
}

/// Publishing refuses with that block, and writes nothing.
fn is_blocked(work: &Work, case: &str, code: &str, formats: Value) {
    let folder = work.path("blocked");
    let request = json!({ "case_id": case, "folder": folder, "formats": formats });
    let refused = work.refused("report.publish", request);
    assert_eq!(
        (&refused["code"], &refused["params"]["block"]),
        (&json!("blocked"), &json!(code)),
        "{refused}"
    );
    assert!(!folder.exists(), "nothing was written");
}

/// Rates the first claim; the id of the rating.
fn rate(work: &Work, claim: &str, until: &str, why: &str) -> String {
    text(&work.call("assessment.add", rating(work, claim, "Probable", until, why))["id"])
}

#[test]
fn a_broken_note_blocks_and_leads_to_its_place() {
    // Whatever is cited, an editor can put it in the trash.
    for (cited, trash) in
        [("excerpt", "excerpt.trash"), ("item", "item.trash"), ("statement", "statement.trash")]
    {
        let work = Work::new();
        let sample = sample(&work);
        let id = match cited {
            "excerpt" => &sample.excerpt,
            "item" => &sample.report,
            _ => &sample.statements[0],
        };
        let rated = rate(&work, &sample.claims[0], "2017-06-30", &format!("See [@{id}]."));
        let asked = json!({ "case_id": sample.case });
        assert!(blocks(&work, asked.clone()).is_empty(), "{cited}: nothing blocks yet");
        work.call(trash, json!({ "id": id }));
        let line =
            ("broken_citation".to_owned(), "assessment".to_owned(), rated.clone(), json!(sample.claims[0]));
        assert_eq!(blocks(&work, asked.clone()), [line], "{cited}: the line names rating and claim");
        let preview = work.call("report.preview", asked.clone());
        assert!(
            text(&preview["html"]).contains("[this citation leads nowhere]"),
            "{cited}: the page shows where"
        );
        let params = &preview["blocks"][0]["params"];
        let which = (&params["citation"], &params["field"], &params["why"], &params["cited_table"]);
        let expected = (&json!(id), &json!("rationale"), &json!("trashed"), &json!(cited));
        assert_eq!(which, expected, "{cited}: and which, and where it lies");
        assert_eq!(
            work.call("case.show", asked.clone())["blocks"][0]["uuid"],
            json!(rated),
            "the case says so too"
        );
        is_blocked(&work, &sample.case, "broken_citation", json!(["html"]));
        let out = work.path("broken.html");
        let export = json!({ "case_id": sample.case, "format": "html", "out": out });
        let refused = work.refused("report.export", export);
        assert_eq!(
            (&refused["code"], out.exists()),
            (&json!("blocked"), false),
            "{cited}: nor is it exported"
        );
        work.call("history.undo", json!({}));
        assert!(blocks(&work, asked).is_empty(), "{cited}: brought back, nothing blocks");
    }
}

#[test]
fn a_broken_note_of_a_superseded_rating_blocks_too() {
    let work = Work::new();
    let sample = sample(&work);
    let old = rate(&work, &sample.claims[0], "2017-06-29", &format!("See [@{}].", sample.excerpt));
    let mut new = rating(&work, &sample.claims[0], "Refuted", "2017-06-30", "Read again.");
    new["supersedes_id"] = json!(old);
    new["supersede_reason"] = json!("An error.");
    work.call("assessment.add", new);
    work.call("excerpt.trash", json!({ "id": sample.excerpt }));
    let found = blocks(&work, json!({ "case_id": sample.case }));
    let short: Vec<_> = found.iter().map(|(code, _, id, _)| (code.as_str(), id.as_str())).collect();
    assert_eq!(
        short,
        [("broken_citation", old.as_str())],
        "it is printed, so its notes have to lead somewhere"
    );
    is_blocked(&work, &sample.case, "broken_citation", json!(["md"]));
}

#[test]
fn what_was_not_public_by_a_day_blocks_a_report_by_that_day() {
    let work = Work::new();
    let sample = sample(&work);
    rate(&work, &sample.claims[0], "2017-04-05", &format!("The brigade found it [@{}].", sample.report));
    let preview = work.call("report.preview", json!({ "case_id": sample.case, "known_by": "2017-04-05" }));
    assert_eq!(preview["blocks"][0]["params"]["why"], json!("not_public_by_then"), "{}", preview["blocks"]);
    assert!(blocks(&work, json!({ "case_id": sample.case })).is_empty(), "by now it is public");
}

#[test]
fn a_rating_that_its_kind_does_not_take_blocks() {
    let work = Work::new();
    let sample = sample(&work);
    let rated = rate(&work, &sample.claims[0], "2017-06-30", "Read.");
    work.call("claim.edit", json!({ "id": sample.claims[0], "set": { "kind": "opinion" } }));
    let line = ("rating_not_allowed".to_owned(), "assessment".to_owned(), rated, json!(sample.claims[0]));
    assert_eq!(blocks(&work, json!({ "case_id": sample.case })), [line]);
    is_blocked(&work, &sample.case, "rating_not_allowed", json!(["html"]));
}

#[test]
fn a_copy_that_a_note_leads_to_blocks_when_it_is_missing_or_changed() {
    let work = Work::new();
    let sample = sample(&work);
    let capture = work.call("capture.show", json!({ "id": sample.capture }));
    let sha256 = text(&capture["sha256"]);
    let kept = work.root().join("files").join(&sha256[..2]).join(&sha256[2..]);
    let whole = std::fs::read(&kept).unwrap();
    let mut access = std::fs::metadata(&kept).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    access.set_readonly(false);
    std::fs::set_permissions(&kept, access).unwrap();
    let line = |code: &str| (code.to_owned(), "capture".to_owned(), sample.capture.clone(), Value::Null);
    // Without the annex nothing is printed of the copies, and it blocks all the same.
    for sections in [Value::Null, json!(["claims"])] {
        let asked = json!({ "case_id": sample.case, "sections": sections });
        std::fs::write(&kept, &whole).unwrap();
        assert!(blocks(&work, asked.clone()).is_empty(), "whole");
        std::fs::write(&kept, "cut off").unwrap();
        assert_eq!(blocks(&work, asked.clone()), [line("copy_changed")]);
        is_blocked(&work, &sample.case, "copy_changed", json!(["csv"]));
        std::fs::write(&kept, vec![b'x'; whole.len()]).unwrap();
        assert!(blocks(&work, asked.clone()).is_empty(), "a preview reads no bytes");
        is_blocked(&work, &sample.case, "copy_changed", json!(["html"]));
        std::fs::remove_file(&kept).unwrap();
        assert_eq!(blocks(&work, asked.clone()), [line("copy_missing")]);
        let preview = work.call("report.preview", asked);
        let params = &preview["blocks"][0]["params"];
        assert_eq!(
            (&params["item"], &params["item_id"]),
            (&json!("Evening Post of 4 April"), &json!(sample.item)),
            "the item to which it leads is named"
        );
        is_blocked(&work, &sample.case, "copy_missing", json!(["html"]));
    }
    work.call("excerpt.trash", json!({ "id": sample.excerpt }));
    assert!(blocks(&work, json!({ "case_id": sample.case })).is_empty(), "no note leads there any more");
}

#[test]
fn the_house_is_missing_only_where_claimreview_is_asked_for_and_a_lost_logo_always() {
    let work = Work::new();
    let sample = sample(&work);
    let asked = |formats: Value| json!({ "case_id": sample.case, "formats": formats });
    assert!(blocks(&work, asked(json!(["html", "pdf"]))).is_empty());
    let found = blocks(&work, asked(json!(["html", "claimreview"])));
    assert_eq!(
        (found[0].0.as_str(), found[0].1.as_str()),
        ("house_missing", "house"),
        "it leads to the house"
    );
    let notes = work.call("report.preview", asked(json!(["html"])))["notes"].clone();
    assert!(list(&notes).iter().any(|note| note["code"] == json!("house_missing")), "else it is a note");
    house(&work);
    assert!(blocks(&work, asked(json!(["claimreview"]))).is_empty());
    let set = work.call("house.logo", json!({ "path": work.file("logo.png", &PIXEL) }));
    let sha256 = text(&set["record"]["logo_sha256"]);
    std::fs::remove_file(work.root().join("files").join(&sha256[..2]).join(&sha256[2..])).unwrap();
    assert_eq!(blocks(&work, asked(json!(["html"])))[0].0, "logo_missing");
    let request = json!({ "case_id": sample.case, "folder": work.path("blocked"), "formats": ["html"] });
    assert_eq!(work.code("report.publish", request), "file_missing", "publishing says which file");
}

#[test]
fn every_line_to_look_at_names_its_record() {
    let work = Work::new();
    let sample = sample(&work);
    rate(&work, &sample.claims[0], "2017-06-30", "Read.");
    // Two links for one pair: one comes back from the trash beside the one that took its place.
    work.call("evidence.trash", json!({ "id": sample.links[1] }));
    let again =
        json!({ "case_id": sample.case, "from_item_id": sample.report, "to_claim_id": sample.claims[0] });
    work.call("evidence.link", again);
    work.call("evidence.restore", json!({ "id": sample.links[1] }));
    let asked = json!({ "case_id": sample.case });
    let notes = work.call("report.preview", asked.clone())["notes"].clone();
    let codes: Vec<String> = list(&notes).iter().map(|note| text(&note["code"])).collect();
    for code in ["no_verdict", "not_rated", "evidence_twice", "unsettled", "no_reply_asked", "house_missing"]
    {
        assert!(codes.iter().any(|found| found == code), "{code} is told: {codes:?}");
    }
    for note in list(&notes) {
        assert!(!text(&note["uuid"]).is_empty() && !text(&note["table"]).is_empty(), "{note}");
    }
    for actor in [&sample.mayor, &sample.union] {
        work.call("reply.add", json!({ "case_id": sample.case, "actor_id": actor, "asked": "2017-05-01" }));
    }
    let notes = work.call("report.preview", asked)["notes"].clone();
    assert!(list(&notes).iter().all(|note| note["code"] != json!("no_reply_asked")), "both were asked");
}
