//! What a desk does around a case: events on the timeline, the checklist, putting a case aside, blind second readings, the logo.

use crate::sample::{Sample, rating, sample};
use crate::support::{LIND, MARR, Work, list, row, text};
use serde_json::{Value, json};

fn lane<'a>(timeline: &'a Value, kind: &str) -> &'a Value {
    row(&timeline["lanes"], "kind", kind)
}

fn names(entries: &Value) -> Vec<String> {
    list(entries).iter().map(|entry| text(&entry["words"])).collect()
}

#[test]
fn an_event_stands_on_the_timeline_and_is_found() {
    let work = Work::new();
    let case = sample(&work);
    let add = |name: &str, date: Value, item: Value| {
        work.id("event.add", json!({ "case_id": case.case, "name": name, "date": date, "item_id": item, "place": "Mill Street" }))
    };
    add("The street was cordoned off", json!("2017-04-03"), Value::Null);
    add("The brigade went in", json!("2017-04-03"), json!(case.report));
    let night = work.id(
        "event.add",
        json!({ "case_id": case.case, "name": "The fire was out", "earliest": "2017-04-03T22:00:00+02:00", "latest": "2017-04-04T04:00:00+02:00", "zone": "Europe/Berlin", "time_words": "in the night" }),
    );
    add("Nobody knows when", Value::Null, Value::Null);
    let at = |day: Option<&str>| work.call("case.timeline", json!({ "case_id": case.case, "known_by": day }));
    let all = at(None);
    let events = lane(&all, "event");
    assert_eq!(
        names(&events["entries"]),
        ["Blast in Mill Street", "The street was cordoned off", "The brigade went in", "The fire was out"],
        "with the event under review, in the order of time"
    );
    assert_eq!(names(&events["undated"]), ["Nobody knows when"], "what has no date stands apart");
    let span = row(&events["entries"], "uuid", &night);
    assert_eq!(
        (&span["kind"], &span["earliest"], &span["latest"], &span["zone"], &span["time_words"]),
        (
            &json!("event"),
            &json!("2017-04-03"),
            &json!("2017-04-04"),
            &json!("Europe/Berlin"),
            &json!("in the night")
        ),
        "a night is a span of days"
    );
    assert_eq!(
        names(&lane(&all, "publications")["entries"]),
        ["Evening Post of 4 April", "Fire brigade's report"],
        "and when the items became public"
    );

    let then = at(Some("2017-04-03"));
    assert_eq!(
        names(&lane(&then, "event")["entries"]),
        ["Blast in Mill Street", "The street was cordoned off"],
        "an event is known when the item that tells of it is public, else on its own day"
    );
    assert_eq!(
        names(&lane(&at(Some("2017-04-04")), "event")["entries"]).len(),
        3,
        "the night is over on the 4th"
    );
    assert_eq!(
        names(&lane(&at(Some("2017-06-01")), "event")["entries"]).len(),
        4,
        "the report is out in June"
    );
    let shown = work.call("case.show", json!({ "case_id": case.case, "known_by": "2017-04-03" }));
    assert!(
        list(&shown["case"]["undated"]).iter().any(|left| left["name"] == json!("Nobody knows when")),
        "what has no date either way is listed apart"
    );

    let found = work.call("search", json!({ "words": "cordon" }));
    assert_eq!(
        (&found[0]["table"], &found[0]["case_id"]),
        (&json!("event"), &json!(case.case)),
        "search finds it"
    );
    let page = work.call("report.preview", json!({ "case_id": case.case }));
    assert!(
        text(&page["html"]).contains("The street was cordoned off"),
        "and the report's timeline shows it"
    );
    assert_eq!(
        work.code("event.add", json!({ "case_id": case.case, "name": "x", "date": "yesterday" })),
        "invalid",
        "a date is a date"
    );
    work.verified();
}

#[test]
fn an_item_that_only_tells_of_an_event_belongs_to_the_case() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "Flood" }));
    let item = work.id(
        "item.add",
        json!({ "name": "Gauge record", "kind": "dataset", "date": "2020-01-02", "reading": "read" }),
    );
    let event = work.id("event.add", json!({ "case_id": case, "name": "The river rose", "item_id": item }));
    let shown = work.call("case.show", json!({ "case_id": case }));
    assert_eq!(shown["case"]["items"][0]["uuid"], json!(item), "its source is in view");
    let position = work.newest();
    work.call("event.edit", json!({ "id": event, "set": { "item_id": null } }));
    let then = work.call("case.show", json!({ "case_id": case, "as_of": position }));
    assert_eq!(then["case"]["items"][0]["uuid"], json!(item), "and at an earlier position too");
    let hits = work.call("search", json!({ "words": "gauge" }));
    assert_eq!(hits[0]["case_id"], Value::Null, "an item that nothing refers to is of no case");
    work.call("history.undo", json!({}));
    assert_eq!(
        work.call("search", json!({ "words": "gauge" }))[0]["case_id"],
        json!(case),
        "else it leads there"
    );
}

#[test]
fn a_checklist_starts_once_and_is_the_desks_own() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "A case" }));
    let started = work.call("checklist.start", json!({ "case_id": case }));
    let lines = list(&started["lines"]);
    assert!(lines.len() >= 10, "a list to begin with");
    for commitment in ["nonpartisanship", "sources", "funding", "methodology", "corrections"] {
        assert!(lines.iter().any(|line| line["commitment"] == json!(commitment)), "{commitment} is served");
    }
    let again = work.call("checklist.start", json!({ "case_id": case }));
    assert_eq!(again["operation"], Value::Null, "a case that has one keeps it");
    let first = text(&lines[0]["id"]);
    let done =
        work.call("checklist_line.edit", json!({ "id": first, "set": { "done": true, "note": "By both." } }));
    assert_eq!(done["record"]["done"], json!(true), "ticked");
    let own = work.id("checklist_line.add", json!({ "case_id": case, "text": "The lawyer read it." }));
    let order = |work: &Work| {
        let shown = work.call("case.show", json!({ "case_id": case }));
        let mut lines = list(&shown["case"]["checklist"]).to_vec();
        lines.sort_by_key(|line| text(&line["position"]));
        lines.iter().map(|line| text(&line["uuid"])).collect::<Vec<_>>()
    };
    assert_eq!(order(&work).last(), Some(&own), "one's own stands after the others");
    work.call("checklist_line.move", json!({ "id": own }));
    assert_eq!(order(&work)[0], own, "or wherever it is moved");
    work.call("checklist_line.move", json!({ "id": own, "after_id": first }));
    assert_eq!(order(&work)[1], own, "here after the first");
    let other = work.id("case.add", json!({ "name": "Another" }));
    let stray = work.id("checklist_line.add", json!({ "case_id": other, "text": "Stray." }));
    assert_eq!(
        work.code("checklist_line.move", json!({ "id": own, "after_id": stray })),
        "invalid",
        "not across cases"
    );
    for _ in 0..6 {
        work.call("history.undo", json!({}));
    }
    assert_eq!(order(&work).len(), lines.len(), "what was added is taken back");
    work.call("history.undo", json!({}));
    assert_eq!(order(&work).len(), 0, "one undo takes the whole start back");
    work.verified();
}

#[test]
fn a_case_put_aside_leaves_the_list_and_nothing_else() {
    let work = Work::new();
    let case = sample(&work);
    work.id("case.add", json!({ "name": "Another" }));
    work.call("case.edit", json!({ "id": case.case, "set": { "archived": true } }));
    let listed = |request: Value| {
        list(&work.call("case.list", request)).iter().map(|line| text(&line["name"])).collect::<Vec<_>>()
    };
    assert_eq!(listed(json!({})), ["Another"], "the list leaves it out");
    assert_eq!(
        listed(json!({ "archived": true })),
        ["Blast in Mill Street"],
        "and shows it alone when asked"
    );
    assert_eq!(
        work.call("case.find", json!({ "words": "Blast in Mill Street" }))["id"],
        json!(case.case),
        "it is found by name"
    );
    assert!(!list(&work.call("search", json!({ "words": "mill" }))).is_empty(), "and by search");
    work.call("case.trash", json!({ "id": case.case }));
    assert_eq!(listed(json!({ "trashed": true })), ["Blast in Mill Street"], "the trash shows it either way");
}

#[test]
fn a_blind_reading_rests_on_the_readers_own_rating() {
    let work = Work::new();
    let case: Sample = sample(&work);
    let rate = |editor: &str, claim: &str, label: &str| {
        text(&work.by(editor, "assessment.add", rating(&work, claim, label, "2017-04-30", "Read."))["id"])
    };
    let first = rate(MARR, &case.claims[0], "Probable");
    let own = rate(LIND, &case.claims[0], "Refuted");
    let other = rate(LIND, &case.claims[1], "Probable");
    let reading = |own: &str, outcome: &str| json!({ "assessment_id": first, "outcome": outcome, "reason": "Read.", "own_assessment_id": own });
    let refused = |editor: &str, request: Value| {
        let problem = work.tried(editor, "second_reading.add", request).unwrap_err();
        serde_json::to_value(problem).unwrap()["params"]["rule"].clone()
    };
    assert_eq!(refused(LIND, reading(&other, "disagrees")), json!("other_claim"), "it is of the same claim");
    assert_eq!(refused("A. Third", reading(&own, "disagrees")), json!("not_own_assessment"), "and one's own");
    assert_eq!(refused(LIND, reading(&own, "agrees")), json!("labels_differ"), "and the outcome is honest");
    let read = work.by(LIND, "second_reading.add", reading(&own, "disagrees"));
    assert_eq!(read["record"]["own_assessment_id"], json!(own), "the reading names it");
    let same = rate("A. Third", &case.claims[0], "Probable");
    let agreed = work.by("A. Third", "second_reading.add", reading(&same, "agrees"));
    assert_eq!(agreed["record"]["outcome"], json!("agrees"), "equal labels may agree");
    let unblind = json!({ "assessment_id": first, "outcome": "agrees", "reason": "Seen." });
    assert_eq!(
        work.by(LIND, "second_reading.add", unblind)["record"]["own_assessment_id"],
        Value::Null,
        "an open reading stays possible"
    );
    let shown = work.call("case.show", json!({ "case_id": case.case }));
    assert_eq!(list(&shown["case"]["second_readings"]).len(), 3, "each is kept");
    work.verified();
}

/// The first bytes of a PNG, and a chunk.
const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xaeB`\x82";

#[test]
fn a_logo_is_a_picture_and_is_kept_like_any_file() {
    let mut work = Work::new();
    let picture = work.file("logo.png", PNG);
    let drawing =
        work.file("logo.png.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>");
    let page = work.file("page.png", b"<!doctype html><p>no picture");
    for wrong in [&drawing, &page] {
        let refused = work.refused("house.logo", json!({ "path": wrong }));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("path")), "{refused}");
    }
    let large = work.file("large.png", &[PNG, &vec![0; 2_000_001]].concat());
    assert_eq!(work.code("house.logo", json!({ "path": large })), "invalid", "a large one is refused");
    assert_eq!(
        work.code("house.logo", json!({ "path": work.path("nowhere.png") })),
        "file_missing",
        "as is none"
    );
    let cut = work.file("cut.png", &PNG[..12]);
    let refused = work.refused("house.logo", json!({ "path": cut }));
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("invalid"), &json!("path")),
        "a piece of one is refused"
    );
    let mut wide = PNG.to_vec();
    wide[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    let refused = work.refused("house.logo", json!({ "path": work.file("wide.png", &wide) }));
    assert_eq!(
        refused["params"]["width"],
        json!(60_000),
        "one that would fill the memory is refused: {refused}"
    );
    assert_eq!(work.call("house.picture", json!({})), Value::Null, "none of these was taken");
    let set = work.call("house.logo", json!({ "path": picture }));
    let shown = work.call("house.picture", json!({}));
    assert_eq!(
        (&shown["name"], &shown["width"], &shown["size"]),
        (&json!("image/png"), &json!(1), &json!(PNG.len())),
        "it can be looked at"
    );
    assert!(text(&shown["data_url"]).starts_with("data:image/png;base64,iVBOR"), "as the page may show it");
    assert_eq!(set["record"]["logo_media_type"], json!("image/png"), "its kind is told by its content");
    let hash = text(&set["record"]["logo_sha256"]);
    let kept = work.root().join("files").join(&hash[..2]).join(&hash[2..]);
    assert_eq!(std::fs::read(&kept).unwrap(), PNG, "it is kept among the files");
    work.call("house.set", json!({ "name": "The Desk", "url": "https://desk.example/" }));
    work.call("house.set", json!({ "url": "" }));
    let house = work.call("house.show", json!({}));
    assert_eq!(
        (&house["name"], &house["url"]),
        (&json!("The Desk"), &Value::Null),
        "an empty one is cleared"
    );
    assert_eq!(work.call("house.show", json!({}))["logo_sha256"], json!(hash), "setting the name leaves it");
    assert_eq!(work.verified()["files"], json!(1), "verify hashes it again");
    let backup = work.call("backup.add", json!({ "full": work.path("full") }));
    assert_eq!(backup["files_held"], json!(1), "a full backup holds it");
    let case = work.id("case.add", json!({ "name": "A case" }));
    let out = work.path("case.json");
    work.call("report.export", json!({ "case_id": case, "format": "json", "out": out }));
    let export: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(export["files"][0]["sha256"], json!(hash), "an export lists it");
    work.call("house.logo", json!({}));
    assert_eq!(work.call("house.show", json!({}))["logo_sha256"], Value::Null, "it can be taken away");
    assert_eq!(work.verified()["files"], json!(1), "undo can bring it back, so its file is still checked");
    work.call("history.undo", json!({}));
    assert_eq!(work.call("house.show", json!({}))["logo_sha256"], json!(hash), "and undo does");
    let mut permissions = std::fs::metadata(&kept).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    std::fs::set_permissions(&kept, permissions).unwrap();
    std::fs::write(&kept, b"something else").unwrap();
    let refused = work.refused("house.picture", json!({}));
    assert_eq!(refused["code"], json!("file_missing"), "other bytes are not shown for it");
    let found = work.call("workspace.verify", json!({}));
    assert_eq!(
        (&found["ok"], &found["faults"][0]["code"]),
        (&json!(false), &json!("file")),
        "a changed logo is seen"
    );
    work.close();
    let script = crate::verify_script::script(&[
        work.root().join("ledger.sqlite").to_str().unwrap(),
        "--files",
        work.root().join("files").to_str().unwrap(),
    ]);
    assert_eq!(script.status.code(), Some(1), "and the script sees it too");
}
