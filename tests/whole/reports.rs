//! What a report can be asked for: order, language, files, and what became of published ones.

use crate::sample::{house, sample, verdict};
use crate::support::{Work, list, text};
use serde_json::{Value, json};
use std::path::Path;

/// One black pixel (PNG).
pub const PIXEL: [u8; 67] = [
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58,
    126, 155, 85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 96, 0, 0, 0, 2, 0, 1, 72, 175, 164, 113, 0, 0,
    0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
];

fn exported(work: &Work, request: Value, format: &str) -> (Value, String) {
    let out = work.path(&format!("out.{format}"));
    let mut request = request;
    request["format"] = json!(format);
    request["out"] = json!(out);
    let made = work.call("report.export", request);
    (made, std::fs::read_to_string(&out).unwrap_or_default())
}

#[test]
fn sections_stand_in_the_order_asked_for_and_in_no_other() {
    let work = Work::new();
    let case = sample(&work).case;
    let order = json!(["sources", "claims", "summary", "integrity"]);
    let preview = work.call("report.preview", json!({ "case_id": case, "sections": order }));
    assert_eq!(preview["sections"], order);
    let page = text(&preview["html"]);
    let places: Vec<usize> =
        list(&order).iter().map(|id| page.find(&format!("<h2 id={id}>")).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}");
    for (sections, says) in [
        (json!(["points", "claims", "points"]), "stands twice"),
        (json!(["integrity", "points"]), "does not stand at the end"),
        (json!([]), "No section"),
    ] {
        let refused = work.refused("report.preview", json!({ "case_id": case, "sections": sections }));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("sections")));
        assert!(text(&refused["message"]).contains(says), "{refused}");
    }
    let unknown = work.refused("report.preview", json!({ "case_id": case, "sections": ["poetry"] }));
    assert_eq!(unknown["code"], json!("bad_request"));
    assert!(text(&unknown["message"]).contains("`poetry`"), "the unknown word is named: {unknown}");
}

#[test]
fn a_report_speaks_the_language_asked_for_or_says_that_it_cannot() {
    let work = Work::new();
    let case = sample(&work).case;
    house(&work);
    for (asked, tag, says) in
        [("ru-RU", "ru", "Спорный вопрос"), ("en", "en", "Point at issue"), ("ar", "en", "Point at issue")]
    {
        let request = json!({ "case_id": case, "language": asked });
        let (made, page) = exported(&work, request.clone(), "html");
        assert_eq!(made["language"], json!(tag));
        assert_eq!(made["language_asked"], if asked == "ar" { json!("ar") } else { Value::Null });
        assert!(page.contains(&format!("<html lang=\"{tag}\">")) && page.contains(says), "{asked}");
        let preview = work.call("report.preview", request);
        assert_eq!(
            (&preview["language"], &preview["language_asked"]),
            (&made["language"], &made["language_asked"])
        );
    }
    work.call("house.set", json!({ "language": "ru" }));
    assert_eq!(
        work.call("report.preview", json!({ "case_id": case }))["language"],
        json!("ru"),
        "the house's"
    );
    let refused = work.refused("report.preview", json!({ "case_id": case, "language": "en_US" }));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("language")));
}

#[test]
fn a_preview_reads_no_preserved_file_and_an_export_reads_them_all() {
    let work = Work::new();
    let sample = sample(&work);
    let case = &sample.case;
    let capture = &work.call("capture.list", json!({}))[0];
    let sha256 = text(&capture["sha256"]);
    let kept = work.root().join("files").join(&sha256[..2]).join(&sha256[2..]);
    let size = std::fs::metadata(&kept).unwrap().len();
    let mut access = std::fs::metadata(&kept).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    access.set_readonly(false);
    std::fs::set_permissions(&kept, access).unwrap();
    std::fs::write(&kept, vec![b'x'; usize::try_from(size).unwrap()]).unwrap();

    let preview = work.call("report.preview", json!({ "case_id": case }));
    assert_eq!(preview["copies"], json!("by_size"));
    assert!(text(&preview["html"]).contains("of the recorded size"), "the page says what was looked at");
    let (made, page) = exported(&work, json!({ "case_id": case }), "html");
    assert_eq!(made["copies"], json!("hashed"));
    assert!(page.contains("CHANGED: the file no longer fits its hash"), "an export finds it out");
    let (made, _) = exported(&work, json!({ "case_id": case, "sections": ["claims"] }), "html");
    assert_eq!(made["copies"], json!("not_needed"), "without the annex nothing is said of the copies");
    let (made, _) = exported(&work, json!({ "case_id": case }), "csv");
    assert_eq!(made["copies"], json!("not_needed"));
    std::fs::remove_file(&kept).unwrap();
    let preview = work.call("report.preview", json!({ "case_id": case }));
    assert!(text(&preview["html"]).contains("MISSING: the file is not on the shelf"), "that much is seen");
}

#[test]
fn all_formats_go_out_together_and_one_refusal_keeps_none_back() {
    let work = Work::new();
    let case = sample(&work).case;
    let before = work.newest();
    let folder = work.path("all");
    let request = json!({ "case_id": case, "folder": folder, "name": "Release" });
    let made = work.call("report.export_all", request.clone());
    let names: Vec<&str> = list(&made["files"]).iter().filter_map(|file| file["name"].as_str()).collect();
    assert_eq!(names, ["Release.html", "Release.pdf", "Release.md", "Release.json", "Release.csv"]);
    let refused = list(&made["refused"]);
    assert_eq!(refused.len(), 1);
    assert_eq!(
        (&refused[0]["format"], &refused[0]["problem"]["code"]),
        (&json!("claimreview"), &json!("house_missing"))
    );
    house(&work);
    let made = work.call("report.export_all", request);
    assert_eq!((list(&made["files"]).len(), list(&made["refused"]).len()), (6, 0));
    assert!(names.iter().all(|name| folder.join(name).exists()));
    assert_eq!(
        work.code("report.export_all", json!({ "case_id": case, "folder": folder, "name": "../out" })),
        "invalid"
    );
    let twice = json!({ "case_id": case, "folder": folder, "formats": ["md", "md"] });
    assert_eq!(work.refused("report.export_all", twice)["field"], json!("formats"));
    assert_ne!(before, work.newest(), "the house was set");
}

#[test]
fn published_reports_are_shown_with_what_became_of_their_files() {
    let work = Work::new();
    let sample = sample(&work);
    let case = &sample.case;
    verdict(&work, &sample);
    house(&work);
    let folder = work.path("published");
    let publish = |more: Value| {
        let mut request = json!({ "case_id": case, "folder": folder, "formats": ["html", "md"] });
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request
    };
    let order = json!(["claims", "summary", "corrections"]);
    let first = work.call("report.publish", publish(json!({ "sections": order, "language": "ru" })));
    assert_eq!(first["language"], json!("ru"));
    assert_eq!(first["record"]["language"], json!("ru"), "the language is pinned");
    let shown = work.call("report.show", json!({ "id": first["id"] }));
    assert_eq!(shown["sections"], order, "and so is the order");
    assert_eq!((&shown["number"], &shown["language"]), (&first["name"], &json!("ru")));
    assert!(text(&shown["published"]) > text(&shown["shown"]), "it was published after what it shows");
    let states = |shown: &Value| -> Vec<String> {
        list(&shown["files"]).iter().map(|file| text(&file["state"])).collect()
    };
    assert_eq!(states(&shown), ["unchanged", "unchanged"]);

    let second = work.call(
        "report.publish",
        publish(json!({ "supersedes_id": first["id"], "reason": "A date was wrong." })),
    );
    let page = read(&second["files"][0]["path"]);
    let said = format!(
        "Report {} supersedes report {}. Reason: A date was wrong.",
        text(&second["name"]),
        text(&first["name"])
    );
    assert!(page.contains(&said), "the new report names the old one, and why");
    let (_, page) = exported(&work, json!({ "case_id": case }), "html");
    for said in [text(&first["name"]), text(&second["name"]), "A date was wrong.".to_owned()] {
        assert!(page.contains(&said), "the correction is printed: {said}");
    }
    let (_, page) = exported(&work, json!({ "case_id": case, "language": "ru" }), "html");
    let said = format!(
        "Отчёт {} заменяет отчёт {}. Причина: A date was wrong.",
        text(&second["name"]),
        text(&first["name"])
    );
    assert!(page.contains(&said), "in Russian too");
    let lines = work.call("report.list", json!({ "case_id": case }));
    assert_eq!(lines[0]["superseded_by"]["number"], second["name"]);
    assert_eq!(lines[1]["supersedes"]["id"], first["id"]);
    let again =
        work.refused("report.publish", publish(json!({ "supersedes_id": first["id"], "reason": "Again." })));
    assert_eq!(again["params"]["number"], second["name"], "the later one is named");

    std::fs::write(folder.join(format!("report-{}.html", text(&first["name"]))), "another").unwrap();
    std::fs::remove_file(folder.join(format!("report-{}.md", text(&first["name"])))).unwrap();
    assert_eq!(states(&work.call("report.show", json!({ "id": first["id"] }))), ["changed", "missing"]);
    std::fs::remove_dir_all(work.root().join("local")).unwrap();
    assert_eq!(states(&work.call("report.show", json!({ "id": second["id"] }))), ["unknown", "unknown"]);
    work.verified();
}

fn read(path: &Value) -> String {
    std::fs::read_to_string(Path::new(&text(path))).unwrap()
}

#[test]
fn what_cannot_be_published_whole_leaves_no_file() {
    let work = Work::new();
    let case = sample(&work).case;
    let folder = work.path("half");
    let request = json!({ "case_id": case, "folder": folder, "formats": ["md", "claimreview"] });
    assert_eq!(work.code("report.publish", request), "house_missing");
    assert!(!folder.exists(), "what was written before the refusal is gone, with the folder made for it");
    assert!(list(&work.call("report.list", json!({ "case_id": case }))).is_empty());
}

#[test]
fn a_reply_has_a_day_by_which_it_was_asked_for() {
    let work = Work::new();
    let case = sample(&work);
    let ask = |actor: &str, deadline: &str, answered: Value| json!({ "case_id": case.case, "actor_id": actor, "asked": "2026-11-01", "asked_how": "by letter", "deadline": deadline, "answered": answered });
    let first = work.call("reply.add", ask(&case.mayor, "2026-11-15", Value::Null));
    assert_eq!(first["record"]["deadline"], json!("2026-11-15"));
    work.call("reply.add", ask(&case.union, "2026-11-15", json!("2026-11-20")));
    work.call("reply.add", ask(&case.paper, "2026-12-24", Value::Null));
    let page = |language: &str| {
        text(&work.call("report.preview", json!({ "case_id": case.case, "language": language }))["html"])
    };
    let english = page("en");
    assert!(
        english.contains("answer asked for by 15 November 2026")
            && english.contains("answer asked for by 24 December 2026")
    );
    assert_eq!(
        english.matches("no answer recorded by 15 November 2026").count(),
        1,
        "for the one that did not answer, once the day is over"
    );
    assert!(!english.contains("no answer recorded by 24 December 2026"), "not before it is over");
    assert!(english.contains("20 November 2026"), "an answer after it is an answer");
    let russian = page("ru").replace('\u{a0}', " ");
    assert!(russian.contains("срок ответа: 15 ноября 2026"), "in Russian too");
    assert!(russian.contains("ответа не записано (срок: 15 ноября 2026"));
    for (field, deadline) in [("deadline", "2026-10-31"), ("deadline", "soon")] {
        let refused = work.refused("reply.add", ask(&case.mayor, deadline, Value::Null));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!(field)), "{deadline}");
    }
    let edited = work.call("reply.edit", json!({ "id": first["id"], "set": { "deadline": null } }));
    assert_eq!(edited["record"]["deadline"], Value::Null, "it can be taken away");
    work.verified();
}

#[test]
fn the_logo_stands_on_the_page_and_in_the_pdf() {
    let work = Work::new();
    let case = sample(&work).case;
    house(&work);
    let plain = exported(&work, json!({ "case_id": case }), "html").1;
    work.call("house.logo", json!({ "path": work.file("logo.png", &PIXEL) }));
    let page = exported(&work, json!({ "case_id": case }), "html").1;
    assert!(
        !plain.contains("<img")
            && page.contains("<img class=\"logo\" alt=\"The Desk\" src=\"data:image/png;base64,")
    );
    let out = work.path("logo.pdf");
    work.call("report.export", json!({ "case_id": case, "format": "pdf", "out": out }));
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF-"));
}
