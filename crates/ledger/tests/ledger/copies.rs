//! What is known of a preserved copy: where it came from, attempts to fetch it, its text, its metadata, checks of its picture.

use crate::support::*;
use claims::ids::CaseId;
use claims::records::*;
use claims::words::{CapturePart, MetadataOrigin};
use ledger::{AsOf, Erase, LedgerError};
use serde_json::{Value, json};

const WHEN: &str = "2026-11-22T10:00:00.000Z";

fn hash(digit: &str) -> String {
    digit.repeat(64)
}

/// A case with a link from an item, which has a fetched page and all that belongs to it.
fn desk_with_a_page() -> (Desk, CaseId, Capture) {
    let mut desk = desk();
    let (editor, case, item) = (desk.editor, desk.case("One"), desk.item("Page"));
    let claim = desk.claim(case, "It was so.");
    desk.link(case, item, claim);
    let capture = |part: &str, hash: String, from: Option<&Capture>| {
        json!({ "item_id": item, "sha256": hash, "size": 10, "media_type": "text/html", "name": "page", "captured": WHEN,
            "how": "fetched", "editor_id": editor, "address": "https://post.example/a", "final_address": "https://post.example/b",
            "tool": "Counterclaim 0.1", "reason": "It may go.", "part": part, "made_from_id": from.map(|from| from.uuid) })
    };
    let archive: Capture = desk.add(capture("archive", hash("a"), None));
    let page: Capture = desk.add(capture("page", hash("b"), Some(&archive)));
    desk.add::<Fetch>(
        json!({ "item_id": item, "address": "https://post.example/a", "started": WHEN, "ended": WHEN,
        "state": "kept", "capture_id": archive.uuid, "reason": "It may go.", "editor_id": editor }),
    );
    desk.add::<CaptureText>(
        json!({ "capture_id": page.uuid, "sha256": hash("c"), "size": 5, "tool": "reader 1", "made": WHEN }),
    );
    desk.add::<Metadata>(
        json!({ "capture_id": page.uuid, "origin": "open_graph", "name": "og:title", "value": "Page",
        "sensitive": false, "withheld": false, "tool": "reader 1", "read": WHEN }),
    );
    desk.add::<PictureCheck>(
        json!({ "capture_id": page.uuid, "kind": "histogram", "made": WHEN, "editor_id": editor,
        "settings": "{}", "sha256": hash("d"), "media_type": "image/png", "size": 7 }),
    );
    (desk, case, page)
}

#[test]
fn a_case_has_what_is_known_of_its_copies() {
    let (mut desk, case, page) = desk_with_a_page();
    let then = desk.ledger.last().unwrap().unwrap().uuid;
    let at = desk.ledger.case_at(case, None).unwrap().unwrap();
    assert_eq!(
        (
            at.captures.len(),
            at.fetches.len(),
            at.capture_texts.len(),
            at.metadata.len(),
            at.picture_checks.len()
        ),
        (2, 1, 1, 1, 1)
    );
    assert_eq!(at.captures[1].made_from_id, Some(at.captures[0].uuid), "the page was made from the archive");
    assert_eq!(at.captures[1].part, Some(CapturePart::Page));
    assert_eq!(at.metadata[0].origin, MetadataOrigin::OpenGraph);
    desk.edit::<Metadata>(at.metadata[0].uuid, json!({ "withheld": 1 })).unwrap();
    let past = desk.ledger.case_at(case, Some(&AsOf::Operation(then))).unwrap().unwrap();
    assert!(!past.metadata[0].withheld, "as it was then");
    desk.undo().unwrap();
    let mut now = desk.ledger.case_at(case, None).unwrap().unwrap();
    assert_eq!(now.metadata, past.metadata, "undone");
    now.captures.iter_mut().find(|capture| capture.uuid == page.uuid).unwrap().trashed = true;
    let living = now.living();
    assert_eq!(
        (
            living.capture_texts.len(),
            living.metadata.len(),
            living.picture_checks.len(),
            living.fetches.len()
        ),
        (0, 0, 0, 1),
        "what belongs to a copy goes with it"
    );
    desk.verified();
}

#[test]
fn every_file_that_the_ledger_names_is_kept() {
    let (desk, _, _) = desk_with_a_page();
    let hashes: Vec<String> = desk.ledger.file_hashes().unwrap().into_iter().map(|(hash, _)| hash).collect();
    assert_eq!(hashes, ["a", "b", "c", "d"].map(hash), "copies, their text, and the result of a check");
}

#[test]
fn an_export_leads_through_the_copies_and_checks_without_us() {
    let (desk, case, _) = desk_with_a_page();
    let out = desk.folder.path().join("case.json");
    let mut file = std::fs::File::create(&out).unwrap();
    desk.ledger.export_case(case, None, &mut file, &serde_json::Map::new()).unwrap();
    let (code, said) = script(&out, &[]);
    assert_eq!(code, 0, "{said}");
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
    for table in ["fetch", "capture_text", "metadata", "picture_check"] {
        assert_eq!(written["tables"][table].as_array().map(Vec::len), Some(1), "{table} is in it");
    }
}

#[test]
fn what_a_person_wrote_or_a_page_said_can_be_erased() {
    let (mut desk, case, _) = desk_with_a_page();
    let row = desk.ledger.case_at(case, None).unwrap().unwrap().metadata[0].uuid.0;
    let erase = |fields: &[&str]| Erase::Fields {
        table: "metadata".into(),
        row,
        fields: fields.iter().map(|&field| field.to_owned()).collect(),
    };
    let editor = desk.editor;
    desk.ledger.erase(editor, &erase(&["value"]), "It names a person.").unwrap();
    assert_eq!(desk.ledger.get::<Metadata>(row).unwrap().unwrap().value, ERASED);
    let refused = refused(desk.ledger.erase(editor, &erase(&["origin"]), "Why."));
    assert!(matches!(refused, LedgerError::NotErasable { .. }), "a word of a closed list stays");
    desk.verified();
}

#[test]
fn an_excerpt_of_format_3_says_what_it_is_of() {
    let (mut desk, case, page) = desk_with_a_page();
    let made: Excerpt =
        desk.add(json!({ "capture_id": page.uuid, "quote": "A crater", "kind": "region", "page_number": 2,
        "region": "xywh=percent:10,20,30,40", "colour": "violet", "label": "crater", "translation": "Кратер",
        "translation_language": "ru", "translator": "Mira Vale", "translation_status": "draft" }));
    assert_eq!(desk.ledger.case_at(case, None).unwrap().unwrap().excerpts, std::slice::from_ref(&made));
    let bad = [
        json!({ "page_number": 0 }),
        json!({ "colour": "pink" }),
        json!({ "from_ms": -1 }),
        json!({ "text_sha256": "a" }),
    ];
    for wrong in bad {
        assert!(desk.edit::<Excerpt>(made.uuid, wrong.clone()).is_err(), "the file itself refuses {wrong}");
    }
    desk.verified();
}
