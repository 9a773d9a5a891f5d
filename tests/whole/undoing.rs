//! Undo, redo and erasure through the door: what is taken back, what is passed over, what is refused.

use crate::sample::{house, sample, verdict};
use crate::support::{LIND, MARR, Work, list, row, text};
use api::Context;
use serde_json::{Value, json};

#[test]
fn a_new_editor_is_added_by_an_operation_that_undo_passes_over() {
    let work = Work::new();
    let case = work.id("case.add", json!({ "name": "A case" }));
    let edit = work.call("case.edit", json!({ "id": case, "set": { "place": "Here" } }));
    work.call("history.undo", json!({}));
    let redone = work.by(LIND, "history.redo", json!({}));
    assert_eq!(redone["id"], edit["operation"], "adding the unknown editor did not empty redo");
    let undone = work.by("A. Third", "history.undo", json!({}));
    assert_eq!(
        undone["id"], edit["operation"],
        "undo takes back the edit, not the adding of whoever undoes it"
    );
    let history = work.call("history.list", json!({}));
    let added: Vec<&Value> = list(&history).iter().filter(|line| line["name"] == "editor.add").collect();
    assert_eq!(added.len(), 3, "each new name is one operation of its own");
    assert!(added.iter().all(|line| line["editor"].is_null()), "which nobody did by hand");
    assert_eq!(list(&work.call("editor.list", json!({}))).len(), 3, "and all three are editors");
    work.call("history.undo", json!({}));
    assert_eq!(
        work.code("history.undo", json!({})),
        "nothing_to_undo",
        "what the app did by itself is never undone"
    );
    work.verified();
}

#[test]
fn a_write_needs_an_editor_and_a_read_needs_none() {
    let work = Work::new();
    let nobody = Context::default();
    let refused = work.door().call("case.add", json!({ "name": "A case" }), &nobody).unwrap_err();
    assert_eq!(
        serde_json::to_value(refused.code).unwrap(),
        json!("editor_missing"),
        "nobody has said who acts"
    );
    assert!(refused.hint.is_some_and(|hint| hint.contains("--editor")), "the hint says how to say it");
    assert_eq!(refused.field.as_deref(), Some("editor"), "and which field is meant");
    let before = work.newest();
    work.door().call("case.list", json!({}), &nobody).unwrap();
    work.door()
        .call("case.list", json!({}), &Context { editor: Some("A. Reader".to_owned()), ..nobody.clone() })
        .unwrap();
    assert_eq!(work.newest(), before, "reading adds nothing, whoever reads");
    work.call("editor.use", json!({ "name": LIND }));
    work.door().call("case.add", json!({ "name": "A case" }), &nobody).unwrap();
    let line = work.call("history.list", json!({ "limit": 1 }))[0].clone();
    assert_eq!(line["editor"], json!(LIND), "the settings say who acts where the call does not");
}

#[test]
fn reasons_are_kept() {
    let work = Work::new();
    let context = Context {
        editor: Some(MARR.to_owned()),
        reason: Some("The desk asked for it.".to_owned()),
        ..Context::default()
    };
    work.door().call("case.add", json!({ "name": "A case" }), &context).unwrap();
    assert_eq!(
        work.call("history.list", json!({ "limit": 1 }))[0]["reason"],
        json!("The desk asked for it."),
        "why is kept"
    );
    work.call("history.undo", json!({ "reason": "Twice." }));
    assert_eq!(
        work.call("history.list", json!({ "limit": 1 }))[0]["reason"],
        json!("Twice."),
        "of an undo too"
    );
}

#[test]
fn undo_of_one_case_leaves_the_others_alone() {
    let work = Work::new();
    let (one, two) =
        (work.id("case.add", json!({ "name": "One" })), work.id("case.add", json!({ "name": "Two" })));
    let first = work.call("tag.add", json!({ "case_id": one, "name": "first" }));
    work.call("tag.add", json!({ "case_id": two, "name": "second" }));
    assert_eq!(
        work.call("history.undo", json!({ "case_id": one }))["id"],
        first["operation"],
        "the last of that case"
    );
    assert_eq!(list(&work.call("tag.list", json!({}))).len(), 1, "the other case's tag stands");
    assert_eq!(
        work.call("history.redo", json!({ "case_id": one }))["id"],
        first["operation"],
        "and comes back"
    );
    work.verified();
}

#[test]
fn undo_is_refused_when_something_leans_on_it() {
    let work = Work::new();
    let one = work.id("case.add", json!({ "name": "One" }));
    let item = work.call("item.add", json!({ "name": "A photo", "kind": "photo", "reading": "read" }));
    let claim = work.id("claim.add", json!({ "case_id": one, "text": "It rained." }));
    let link = work
        .call("evidence.link", json!({ "case_id": one, "from_item_id": item["id"], "to_claim_id": claim }));
    work.call("evidence.edit", json!({ "id": link["id"], "set": { "note": "At noon" } }));
    for _ in 0..4 {
        work.call("history.undo", json!({ "case_id": one }));
    }
    let refused = work.refused("history.undo", json!({ "case_id": one }));
    assert_eq!(
        refused["code"],
        json!("nothing_to_undo"),
        "each of the case's operations is taken back, newest first"
    );
    assert_eq!(
        work.call("item.show", json!({ "id": item["id"] }))["name"],
        json!("A photo"),
        "the item is of no case, and stands"
    );
}

#[test]
fn what_a_report_shows_is_superseded_not_undone() {
    let work = Work::new();
    let case = sample(&work);
    verdict(&work, &case);
    house(&work);
    let report = work.call(
        "report.publish",
        json!({ "case_id": case.case, "folder": work.path("out"), "formats": ["html"] }),
    );
    let refused = work.refused("history.undo", json!({ "case_id": case.case }));
    assert_eq!(refused["code"], json!("published"), "what is published is not taken back");
    assert_eq!(refused["params"]["report"], report["record"]["number"], "the report is named");
    assert!(text(&refused["hint"]).contains("upersede"), "and what to do instead");
    work.call("tag.add", json!({ "case_id": case.case, "name": "later" }));
    work.call("history.undo", json!({ "case_id": case.case }));
    work.verified();
}

#[test]
fn erased_text_is_gone_and_the_history_still_verifies() {
    let mut work = Work::new();
    let secret = "Quimperlé-zx81 is the informant";
    let case = work.id("case.add", json!({ "name": "A case" }));
    let claim =
        work.id("claim.add", json!({ "case_id": case, "text": secret, "note": "A note that stays." }));
    let then = work.newest();
    work.call("claim.edit", json!({ "id": claim, "set": { "text": format!("{secret}, he said") } }));
    work.call("backup.add", json!({}));
    let erase = json!({ "table": "claim", "id": claim, "fields": ["text"], "reason": "It names a source." });
    let done = work.call("record.erase", erase.clone());
    assert!(done["images"].as_u64().unwrap() >= 2, "both earlier images are taken out: {done}");
    assert!(!list(&done["backups"]).is_empty(), "the backups that still hold the text are listed");

    let shown = work.call("claim.show", json!({ "id": claim }));
    assert_eq!(shown["text"], json!("[erased]"), "the place is marked");
    assert_eq!(
        (&shown["erased"], &shown["note"]),
        (&json!("text"), &json!("A note that stays.")),
        "and nothing else is gone"
    );
    for position in [Some(then.as_str()), None] {
        let then = work.call("case.show", json!({ "case_id": case, "as_of": position }));
        assert_eq!(
            then["case"]["claims"][0]["text"],
            json!("[erased]"),
            "an earlier position shows the mark"
        );
    }
    assert!(
        list(&work.call("search", json!({ "words": "quimperle" }))).is_empty(),
        "search finds it no more"
    );
    assert_eq!(
        work.code("claim.edit", json!({ "id": claim, "set": { "text": "Back again" } })),
        "erased",
        "the mark stays"
    );
    let verified = work.verified();
    assert!(
        list(&verified["erased"]).iter().any(|note| text(note).contains(MARR)),
        "verify says who erased: {verified}"
    );
    let out = work.path("case.json");
    work.call("report.export", json!({ "case_id": case, "format": "json", "out": out }));
    assert!(!std::fs::read_to_string(&out).unwrap().contains("zx81"), "an export does not carry it");

    assert_eq!(
        work.code("history.undo", json!({})),
        "erased",
        "undo passes over the erasure, and what it took cannot come back"
    );
    let unchanged = work.call("claim.show", json!({ "id": claim }));
    assert_eq!(unchanged, shown, "a refused undo changes nothing");
    work.close();
    for end in ["ledger.sqlite", "ledger.sqlite-wal"] {
        let bytes = std::fs::read(work.root().join(end)).unwrap_or_default();
        assert!(!bytes.windows(4).any(|window| window == b"zx81"), "{end} holds the text no more");
    }
    work.reopen();
    work.verified();
}

#[test]
fn reasons_can_be_erased_and_not_everything_can() {
    let work = Work::new();
    let context = Context {
        editor: Some(MARR.to_owned()),
        reason: Some("Because Mr Zx81 said so.".to_owned()),
        ..Context::default()
    };
    let made = work.door().call("case.add", json!({ "name": "A case" }), &context).unwrap();
    work.call("record.erase", json!({ "operation_id": made["operation"], "reason": "It names a source." }));
    let history = work.call("history.list", json!({}));
    assert!(!history.to_string().contains("Zx81"), "the reason is gone");
    assert_eq!(row(&history, "name", "case.add")["n_changes"], json!(1), "the operation is not");
    let refused = work.refused(
        "record.erase",
        json!({ "table": "case", "id": made["id"], "fields": ["status"], "reason": "No." }),
    );
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("invalid"), &json!("status")),
        "a word of a closed list is no text"
    );
    assert_eq!(
        work.code(
            "record.erase",
            json!({ "table": "case", "id": made["id"], "fields": ["name"], "reason": " " })
        ),
        "invalid",
        "a reason is needed"
    );
    assert_eq!(
        work.code("record.erase", json!({ "reason": "What?" })),
        "bad_request",
        "what to erase must be said"
    );
    let nobody = json!({ "table": "case", "id": "00000000-0000-7000-8000-000000000009", "fields": ["name"], "reason": "No." });
    assert_eq!(work.code("record.erase", nobody), "not_found", "nothing is there to erase");
    work.verified();
}
