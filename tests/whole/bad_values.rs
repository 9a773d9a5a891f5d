//! Bad input through the door: values. A clear refusal, or the bytes kept as they are; nothing lost, nothing executed.

use crate::sample::{rating, sample};
use crate::support::{Work, list, text};
use serde_json::{Value, json};

/// Texts that some program somewhere would trip over; each is a text like any other.
const ODD: [&str; 14] = [
    "../../../../etc/passwd",
    "C:\\Windows\\System32\\con",
    "CON.txt",
    "-rf *",
    "'; DROP TABLE claim; --",
    "Robert'); DELETE FROM operation; --",
    "{{7*7}} ${jndi:x} %n%s",
    "=HYPERLINK(\"https://evil.example\")",
    "\u{202e}txt.exe\u{2066} right to left \u{2069}",
    "zero\u{200b}width\u{feff} and \u{7}bell \u{1b}[31mred",
    "e\u{301} is not é, and n\u{303} is not ñ",
    "👩‍👩‍👧‍👦 🇺🇳 \u{10ffff}",
    "line\r\nbreak\ttab\u{85}\u{2028}",
    "\u{fffd}\u{0}null inside",
];

#[test]
fn impossible_dates_are_refused_by_name() {
    let work = Work::new();
    let case = sample(&work);
    for date in [
        "2017-02-30",
        "2017-13-01",
        "2017-00",
        "30.02.2017",
        "yesterday",
        "2017-04-04T25:00",
        "20170404",
        "[2017-04-06..2017-04-04]",
        "∞",
    ] {
        let refused = work.refused("case.add", json!({ "name": "A case", "date": date }));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("date")), "{date}");
        assert!(!text(&refused["hint"]).is_empty(), "{date}: how to write one is said");
    }
    for (name, request, field) in [
        (
            "holder.add",
            json!({ "account_id": case.accounts[0], "actor_id": case.paper, "from_date": "2017-02-29" }),
            "from_date",
        ),
        (
            "silence.add",
            json!({ "account_id": case.accounts[1], "point_id": case.points[2], "looked": "Here", "until": "2017-06-31" }),
            "until",
        ),
        (
            "statement.add",
            json!({ "case_id": case.case, "speaker_id": case.mayor, "words": "x", "earliest": "2017-04-01T10:00:00Z", "latest": "2017-04-31T10:00:00Z" }),
            "latest",
        ),
        (
            "statement.add",
            json!({ "case_id": case.case, "speaker_id": case.mayor, "words": "x", "zone": "Mars/Olympus" }),
            "zone",
        ),
        (
            "statement.add",
            json!({ "case_id": case.case, "speaker_id": case.mayor, "words": "x", "language": "english!" }),
            "language",
        ),
        (
            "item.add",
            json!({ "name": "x", "kind": "photo", "reading": "read", "url": "javascript:alert(1)" }),
            "url",
        ),
        (
            "item.add",
            json!({ "name": "x", "kind": "photo", "reading": "read", "archive_url": "file:///etc/passwd" }),
            "archive_url",
        ),
    ] {
        let refused = work.refused(name, request);
        assert_eq!(
            (&refused["code"], &refused["field"]),
            (&json!("invalid"), &json!(field)),
            "{name}: {refused}"
        );
    }
    let mut late = rating(&work, &case.claims[0], "Probable", "2017-02-30", "Why.");
    assert_eq!(
        work.refused("assessment.add", late.clone())["field"],
        json!("evidence_until"),
        "a day that is none"
    );
    late["evidence_until"] = json!("2017-02");
    assert_eq!(work.refused("assessment.add", late)["field"], json!("evidence_until"), "a month is no day");
    let swapped = json!({ "case_id": case.case, "speaker_id": case.mayor, "words": "x", "earliest": "2017-04-04T10:00:00Z", "latest": "2017-04-04T09:00:00Z" });
    assert_eq!(
        work.refused("statement.add", swapped)["field"],
        json!("latest"),
        "an end before its beginning"
    );
    assert_eq!(
        work.code("case.edit", json!({ "id": case.case, "set": { "date": "2017-02-30" } })),
        "invalid",
        "corrections are checked alike"
    );
    for date in ["2017-04-04", "2017-04", "2017", "2017-04-04~", "2017-04?", "[2017-04-04..2017-04-06]"] {
        work.call("case.edit", json!({ "id": case.case, "set": { "date": date } }));
    }
    work.verified();
}

#[test]
fn empty_and_endless_texts_are_refused_and_a_megabyte_is_not() {
    let work = Work::new();
    for name in ["", " ", "\n\t", "\u{a0}"] {
        let refused = work.refused("case.add", json!({ "name": name }));
        assert_eq!(
            (&refused["code"], &refused["field"]),
            (&json!("invalid"), &json!("name")),
            "{name:?} is empty"
        );
    }
    let long = "ж".repeat(500_000);
    let case = work.id("case.add", json!({ "name": "A case", "summary": long }));
    assert_eq!(
        work.call("case.record", json!({ "id": case }))["summary"],
        json!(long),
        "a million bytes are kept"
    );
    let before = work.newest();
    for field in ["name", "summary"] {
        let mut request = json!({ "name": "x" });
        request[field] = json!("x".repeat(4 * 1_048_576 + 1));
        let refused = work.refused("case.add", request);
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!(field)), "more are not");
        assert!(text(&refused["message"]).len() < 300, "and the refusal does not repeat them");
    }
    assert_eq!(work.newest(), before, "a refusal writes nothing");
    assert_eq!(list(&work.call("case.list", json!({})))[0]["id"], json!(case), "lists still come");
    work.call("report.preview", json!({ "case_id": case }));
    work.verified();
}

#[test]
fn odd_texts_are_kept_byte_for_byte() {
    let mut work = Work::new();
    let case = work.id("case.add", json!({ "name": "A case" }));
    let mut made = Vec::new();
    for odd in ODD {
        match work.tried("I. Marr", "claim.add", json!({ "case_id": case, "text": odd })) {
            Ok(answer) => made.push((text(&answer["id"]), odd)),
            Err(problem) => {
                assert!(odd.contains('\0'), "{odd:?}: only a NUL may be refused: {problem:?}");
                assert_eq!(problem.field.as_deref(), Some("text"), "and then by its field: {problem:?}");
            }
        }
    }
    assert!(made.len() >= ODD.len() - 1, "the others are texts");
    work.reopen();
    for (id, odd) in &made {
        assert_eq!(
            work.call("claim.show", json!({ "id": id }))["text"],
            json!(odd),
            "{odd:?} as it was given"
        );
        let shown = work.call("claim.detail", json!({ "case_id": case, "claim_id": id }));
        assert_eq!(shown["claim"]["text"], json!(odd), "{odd:?} on its screen");
    }
    for format in ["html", "md", "csv", "json"] {
        work.call("report.export", json!({ "case_id": case, "format": format, "out": work.path("odd") }));
    }
    work.call("history.undo", json!({}));
    work.call("history.redo", json!({}));
    work.verified();
}

#[test]
fn control_and_direction_characters_are_marked_in_reports() {
    let work = Work::new();
    let case = sample(&work);
    let odd = "paid \u{202e}000,01\u{202c} and\u{7} \u{1b}[31mleft";
    work.call("claim.edit", json!({ "id": case.claims[0], "set": { "text": odd } }));
    for format in ["html", "md", "csv"] {
        let out = work.path(format);
        work.call("report.export", json!({ "case_id": case.case, "format": format, "out": out }));
        let words = std::fs::read_to_string(&out).unwrap();
        assert!(!words.contains(['\u{1b}', '\u{7}']), "{format}: no character steers a reader's terminal");
        if format != "csv" {
            assert!(!words.contains("\u{202e}000"), "{format}: no text runs backwards");
            assert!(words.contains("U+202E"), "{format}: the place is marked");
        }
    }
    work.verified();
}

#[test]
fn names_that_look_like_paths_stay_names() {
    let work = Work::new();
    let (folder, outside) = (work.path("in"), work.path("outside.txt"));
    std::fs::create_dir_all(&folder).unwrap();
    let item =
        work.id("item.add", json!({ "name": "../../outside.txt", "kind": "document", "reading": "read" }));
    for name in ["..%2f..%2fx", "a b;rm -rf", "CON", "\u{202e}gpj.exe", "-", "~", "ünï😀", "new\nline"] {
        let path = folder.join(name);
        std::fs::write(&path, name).unwrap();
        let made = work.call("item.attach", json!({ "item_id": item, "path": path }));
        assert_eq!(made["record"]["name"], json!(name), "{name:?} is metadata");
        let kept = text(&work.call("capture.check", json!({ "id": made["id"] }))["path"]);
        let hash = text(&made["record"]["sha256"]);
        assert!(
            kept.ends_with(&format!("files/{}/{}", &hash[..2], &hash[2..])),
            "it lies under its hash: {kept}"
        );
    }
    assert!(!outside.exists(), "nothing was written outside");
    work.verified();
}

/// A tag in every text that a request takes; the report must show it as text, never as markup.
#[test]
fn html_in_any_field_is_text() {
    let work = Work::new();
    let tag = "<script>alert('x')</script><img src=x onerror=alert(1)><b>\"&'</b>";
    let case = sample(&work);
    let id = &case.case;
    work.call("house.set", json!({ "name": tag, "url": "https://desk.example/", "note": tag }));
    for (noun, target, fields) in [
        ("case", id, &["name", "summary", "place", "date_words", "why"][..]),
        ("actor", &case.mayor, &["name", "description"]),
        ("actor", &case.paper, &["name"]),
        ("account", &case.accounts[0], &["name", "summary", "steelman"]),
        ("point", &case.points[0], &["question", "note"]),
        ("claim", &case.claims[0], &["text", "note"]),
        ("answer", &case.answers[0], &["value", "note"]),
        (
            "statement",
            &case.statements[0],
            &["words", "office", "venue", "date_words", "time_words", "translation", "translator", "note"],
        ),
        (
            "item",
            &case.item,
            &["name", "title", "symbol", "container", "place", "pages", "note", "date_words"],
        ),
        ("evidence", &case.links[0], &["note"]),
    ] {
        let set: serde_json::Map<String, Value> =
            fields.iter().map(|field| ((*field).to_owned(), json!(tag))).collect();
        work.call(&format!("{noun}.edit"), json!({ "id": target, "set": set }));
    }
    work.call("statement.edit", json!({ "id": case.statements[0], "set": { "translation_language": "de" } }));
    work.call("case_name.add", json!({ "case_id": id, "name": tag }));
    work.call("author.add", json!({ "item_id": case.item, "name": tag }));
    work.call(
        "finding.add",
        json!({ "case_id": id, "name": tag, "body_id": case.union, "standard": tag, "date": "2017-07-01" }),
    );
    work.call("inquiry.add", json!({ "case_id": id, "account_id": case.accounts[0], "sought": tag, "looked": tag, "note": tag, "outcome": "not_found" }));
    work.call("reply.add", json!({ "case_id": id, "actor_id": case.mayor, "asked_how": tag, "words": tag }));
    work.call("reliability.add", json!({ "actor_id": case.mayor, "grade": "B", "reason": tag }));
    work.call("stance.set", json!({ "link_id": case.links[0], "value": "contradicts", "note": tag }));
    work.call("comparison.add", json!({ "answer_id": case.answers[0], "other_id": case.answers[1], "relation": "contradict", "reason": tag }));
    let rationale =
        format!("{tag} [click](javascript:alert(1)) ![x](https://evil.example/x.png) [@{}]", case.excerpt);
    let mut request = rating(&work, &case.claims[0], "Probable", "2017-06-30", &rationale);
    request["would_change"] = json!(tag);
    work.by(tag, "assessment.add", request);
    let page = text(&work.call("report.preview", json!({ "case_id": id }))["html"]).to_lowercase();
    assert!(page.contains("&lt;script&gt;alert("), "the words are there, as words");
    for raw in
        ["<script>", "<img src=x", "onerror=alert(1)>", "<b>\"", "href=\"javascript:", "src=\"https://evil"]
    {
        assert!(!page.contains(raw), "{raw} must not stand in the page: {}", around(&page, raw));
    }
    let data = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .map(|rest| rest.split("</script>").next().unwrap());
    if let Some(data) = data {
        assert!(!data.contains("<img") && !data.contains("<script"), "data for search engines closes no tag");
    }
    let out = work.path("report.md");
    work.call("report.export", json!({ "case_id": id, "format": "md", "out": out }));
    let words = std::fs::read_to_string(&out).unwrap().replace("\\<", "&lt;");
    assert!(
        !words.contains("<script>") && !words.contains("<img src=x"),
        "Markdown shows it as text, too: {}",
        around(&words, "<img src=x")
    );
    work.call("report.export", json!({ "case_id": id, "format": "pdf", "out": work.path("report.pdf") }));
    work.verified();
}

fn around(page: &str, raw: &str) -> String {
    let Some(place) = page.find(raw) else { return String::new() };
    page.chars().skip(page[..place].chars().count().saturating_sub(120)).take(260).collect()
}

#[test]
fn formulas_do_not_reach_a_spreadsheet() {
    let work = Work::new();
    let case = sample(&work);
    for (answer, value) in case.answers.iter().zip(["=1+1", "+1+1", "-1+1", "@SUM(A1)"]) {
        work.call("answer.edit", json!({ "id": answer, "set": { "value": value } }));
    }
    let out = work.path("grid.csv");
    work.call("report.export", json!({ "case_id": case.case, "format": "csv", "out": out }));
    let words = std::fs::read_to_string(&out).unwrap();
    for cell in ["=1+1", "+1+1", "-1+1", "@SUM(A1)"] {
        assert!(words.contains(cell), "{cell} is kept");
        for start in [format!(",{cell}"), format!(",\"{cell}"), format!("\n{cell}"), format!("\n\"{cell}")] {
            assert!(!words.contains(&start), "{cell} must not begin a cell");
        }
    }
}
