//! Excerpts hold: marked where the words stand, found again when the text of their copy is read anew, never silently shifted.

use crate::made_of::read_text;
use crate::sample::{SHEET, Sample, sample};
use crate::support::{Work, list, row, text};
use serde_json::{Value, json};

fn written() -> (Work, Sample) {
    let work = Work::new();
    let case = sample(&work);
    (work, case)
}

/// An item with a file of these bytes: its capture.
fn copy(work: &Work, name: &str, bytes: &[u8]) -> String {
    let item = work.id("item.add", json!({ "name": name, "kind": "document", "reading": "read" }));
    work.id("item.attach", json!({ "item_id": item, "path": work.file(name, bytes) }))
}

fn place(work: &Work, capture: &str, id: &str) -> Value {
    row(&work.call("excerpt.resolve", json!({ "capture_id": capture })), "id", id).clone()
}

#[test]
fn words_are_anchored_with_all_that_holds_them() {
    let (work, case) = written();
    let made = work.call(
        "excerpt.add",
        json!({ "capture_id": case.capture, "quote": "“It was a bomb.”", "colour": "red", "label": "the union" }),
    );
    let record = &made["record"];
    assert_eq!(record["kind"], json!("text"));
    assert_eq!(
        text(&record["text_sha256"]),
        text(&work.call("capture.show", json!({ "id": case.capture }))["sha256"])
    );
    let start = SHEET[..SHEET.find("“It was").unwrap()].chars().count();
    assert_eq!((&record["start"], &record["stop"]), (&json!(start), &json!(start + 16)));
    assert_eq!((&record["colour"], &record["label"]), (&json!("red"), &json!("the union")));
    let found = place(&work, &case.capture, &text(&made["id"]));
    assert_eq!(
        (&found["state"], &found["start"], &found["score"]),
        (&json!("exact"), &json!(start), &Value::Null)
    );
    assert_eq!(
        work.refused("excerpt.add", json!({ "capture_id": case.capture, "quote": "It was a bomb, I said." }))
            ["params"]["nearest"],
        json!("It was a bomb."),
        "it says what stands there"
    );
    assert_eq!(
        work.code(
            "excerpt.add",
            json!({ "capture_id": case.capture, "quote": "quite another thing altogether" })
        ),
        "invalid"
    );
}

#[test]
fn words_that_stand_twice_have_to_be_told_apart() {
    let work = Work::new();
    let capture = copy(
        &work,
        "twice.txt",
        "He said so on Monday, in the town. She said so on Friday, in the hills.".as_bytes(),
    );
    let asked = |more: Value| {
        let mut request = json!({ "capture_id": capture, "quote": "said so on" });
        for (key, value) in more.as_object().into_iter().flatten() {
            request[key] = value.clone();
        }
        request
    };
    let refused = work.refused("excerpt.add", asked(json!({})));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("prefix")));
    for more in [
        json!({ "prefix": "town. She " }),
        json!({ "suffix": " Friday, in" }),
        json!({ "start": 39, "stop": 49 }),
    ] {
        let made = work.call("excerpt.add", asked(more.clone()));
        assert_eq!(made["record"]["start"], json!(39), "{more}");
    }
}

#[test]
fn a_text_that_was_read_anew_moves_or_loses_them_and_says_so() {
    let (mut work, case) = written();
    let add = |work: &Work, quote: &str| {
        work.id("excerpt.add", json!({ "capture_id": case.capture, "quote": quote }))
    };
    let (stays, changed, gone) = (
        add(&work, "Notes on the blast."),
        add(&work, "It was a bomb."),
        add(&work, "Nobody saw smoke before six."),
    );
    let anew = "Notes on the blast.\nRead again, by another tool.\nThe mayor said on Monday: “A gas main\nburst at dawn.”\nThe union said: “It was a b0mb.”\n";
    read_text(&mut work, &case.capture, anew, 1);
    let states: Vec<Value> =
        [&stays, &case.excerpt, &changed, &gone].iter().map(|id| place(&work, &case.capture, id)).collect();
    let said: Vec<(&str, &str)> = states
        .iter()
        .map(|line| (line["state"].as_str().unwrap(), line["by"].as_str().unwrap_or("-")))
        .collect();
    assert_eq!(said, [("exact", "-"), ("moved", "loosely"), ("moved", "fuzzily"), ("lost", "-")]);
    assert_eq!(states[1]["found"], json!("A gas main\nburst at dawn."));
    assert_eq!(states[2]["found"], json!("It was a b0mb."));
    let score = states[2]["score"].as_f64().unwrap();
    assert!(score > 0.7 && score < 1.0, "{score}");
    assert_eq!(
        work.call("excerpt.show", json!({ "id": changed }))["quote"],
        json!("It was a bomb."),
        "the excerpt itself stays"
    );

    let whole = work.call("excerpt.resolve", json!({ "case_id": case.case }));
    assert_eq!(row(&whole, "id", &case.excerpt)["state"], json!("moved"), "of a case too");
    let html = text(&work.call("report.preview", json!({ "case_id": case.case }))["html"]);
    assert!(html.contains("Excerpts that are not where they were marked"), "the annex says so");
    assert!(html.contains("moved since it was marked"), "and so does the note");
    let before =
        work.call("excerpt.resolve", json!({ "case_id": case.case, "as_of": "2026-11-22T11:00:00Z" }));
    assert_eq!(
        row(&before, "id", &case.excerpt)["state"],
        json!("exact"),
        "then, it stood where it was marked"
    );
    work.verified();
}

#[test]
fn the_text_that_was_read_out_of_a_copy_is_what_words_stand_in() {
    let mut work = Work::new();
    let capture = copy(&work, "report.pdf", b"%PDF-1.4\n%not read here\n");
    let bare =
        work.call("excerpt.add", json!({ "capture_id": capture, "quote": "the verification", "page": "iv" }));
    assert_eq!(bare["record"]["start"], Value::Null, "nothing was read out of it yet");
    assert_eq!(place(&work, &capture, &text(&bare["id"]))["state"], json!("no_text"));
    read_text(
        &mut work,
        &capture,
        "Page one.\u{c}All about the verifi-\ncation of it, and خان شيخون too.\u{c}",
        1,
    );
    let found = place(&work, &capture, &text(&bare["id"]));
    assert_eq!(
        (&found["state"], &found["by"], &found["page_number"]),
        (&json!("moved"), &json!("loosely"), &json!(2))
    );
    let made = work.call("excerpt.add", json!({ "capture_id": capture, "quote": "the verification of it" }));
    assert_eq!(made["record"]["page_number"], json!(2), "its page is counted");
    assert_eq!(
        made["record"]["quote"],
        json!("the verification of it"),
        "as the editor marked it, without the line's hyphen"
    );
    assert_eq!(place(&work, &capture, &text(&made["id"]))["state"], json!("exact"));
    work.verified();
}

#[test]
fn regions_and_time_spans_are_marked_where_there_can_be_some() {
    let (work, case) = written();
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde";
    let picture = copy(&work, "crater.png", png);
    let region = |at: &str| json!({ "capture_id": picture, "kind": "region", "quote": "A crater in a road", "region": at });
    let made = work.call("excerpt.add", region("xywh=percent:10,20,30,40"));
    assert_eq!(place(&work, &picture, &text(&made["id"]))["state"], json!("exact"));
    for wrong in ["xywh=percent:90,20,30,40", "10,20,30,40"] {
        assert_eq!(work.refused("excerpt.add", region(wrong))["field"], json!("region"));
    }
    let span = json!({ "capture_id": picture, "kind": "time", "quote": "A voice", "from_ms": 0, "to_ms": 5 });
    assert_eq!(work.refused("excerpt.add", span)["field"], json!("kind"), "a picture has no time");
    let words = json!({ "capture_id": case.capture, "kind": "region", "quote": "x", "region": "xywh=percent:1,2,3,4" });
    assert_eq!(work.refused("excerpt.add", words)["field"], json!("kind"));

    let edit = |id: &Value, set: Value| json!({ "id": id, "set": set });
    work.call("excerpt.edit", edit(&made["id"], json!({ "quote": "Two craters in a road" })));
    for field in ["region", "kind", "capture_id"] {
        let mut set = json!({});
        set[field] = Value::Null;
        assert_eq!(
            work.refused("excerpt.edit", edit(&made["id"], set))["field"],
            json!(field),
            "where it is stays"
        );
    }
    let refused = work.refused("excerpt.edit", edit(&json!(case.excerpt), json!({ "quote": "other words" })));
    assert_eq!(refused["field"], json!("quote"), "words stand in the copy");
    let refused = work.refused("excerpt.edit", edit(&json!(case.excerpt), json!({ "translation": "Взрыв" })));
    assert_eq!(refused["field"], json!("translation_language"));
    work.verified();
}

#[test]
fn a_report_gives_original_and_translation_each_in_its_language() {
    let (work, case) = written();
    let set = json!({ "language": "en", "translation": "انفجر أنبوب غاز عند الفجر.", "translation_language": "ar",
        "translator": "T. Lind", "translation_status": "draft" });
    work.call("excerpt.edit", json!({ "id": case.excerpt, "set": set }));
    let html = text(&work.call("report.preview", json!({ "case_id": case.case }))["html"]);
    let translation = html.split("انفجر").next().unwrap();
    let tag = &translation[translation.rfind('<').unwrap()..];
    assert!(tag.contains("lang=\"ar\"") && tag.contains("dir=\"rtl\""), "{tag}");
    assert!(html.contains("translated by T. Lind; draft, not checked against the original"));
    for (format, needle) in
        [("md", "translated by T. Lind; draft"), ("json", "\"translation_status\":\"draft\"")]
    {
        let out = work.path(&format!("report.{format}"));
        work.call("report.export", json!({ "case_id": case.case, "format": format, "out": out }));
        let written = std::fs::read_to_string(&out).unwrap().replace("\\\"", "\"");
        assert!(written.contains("انفجر") && written.contains(needle), "{format}");
    }
    let out = work.path("report.pdf");
    work.call("report.export", json!({ "case_id": case.case, "format": "pdf", "out": out }));
    assert!(list(&work.call("excerpt.list", json!({}))).len() == 1);
}
