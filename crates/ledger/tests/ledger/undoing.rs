//! Undo and redo: what comes back, what is refused, and that both survive a restart.

use crate::support::*;
use claims::records::*;
use ledger::{Act, LedgerError};
use serde_json::json;

#[test]
fn undo_and_redo_walk_back_and_forth() {
    let mut desk = desk();
    let empty = desk.tables();
    let case = desk.case("One");
    let added = desk.tables();
    desk.edit::<Case>(case, json!({ "name": "Two" })).unwrap();
    let edited = desk.tables();

    assert_eq!(desk.undo().unwrap().value.name, "case.edit");
    assert_eq!(desk.tables(), added);
    assert_eq!(desk.undo().unwrap().value.name, "case.add", "the undo itself is passed over");
    assert_eq!(desk.tables(), empty);
    assert!(matches!(refused(desk.undo()), LedgerError::NothingToUndo));

    let path = desk.path.clone();
    drop(desk.ledger);
    desk.ledger = open(&path, 2).unwrap();

    assert_eq!(desk.redo().unwrap().value.name, "case.add", "redo survives a restart");
    assert_eq!(desk.tables(), added);
    assert_eq!(desk.redo().unwrap().value.name, "case.edit");
    assert_eq!(desk.tables(), edited);
    assert!(matches!(refused(desk.redo()), LedgerError::NothingToRedo));
    assert_eq!(desk.undo().unwrap().value.name, "case.edit", "what was redone can be undone again");
    assert_eq!(desk.tables(), added);
    desk.verified();
}

#[test]
fn a_new_act_empties_redo_and_a_background_one_does_not() {
    let mut desk = desk();
    desk.case("One");
    desk.undo().unwrap();
    let id = desk.id();
    let quiet = Act { name: "editor.add", background: true, ..Act::default() };
    desk.ledger
        .transact(&quiet, |tx| tx.add(&record::<Editor>(json!({ "uuid": id, "name": "Second" }))))
        .unwrap();
    assert_eq!(
        desk.ledger.can_redo(None).unwrap().unwrap().name,
        "case.add",
        "a background operation leaves redo"
    );
    desk.redo().unwrap();
    assert_eq!(desk.undo().unwrap().value.name, "case.add", "and undo passes over it");
    desk.case("Two");
    assert!(desk.ledger.can_redo(None).unwrap().is_none(), "anything else empties it");
}

#[test]
fn undo_of_one_case_leaves_the_others() {
    let mut desk = desk();
    let (one, two) = (desk.case("One"), desk.case("Two"));
    let first = desk.claim(one, "first");
    let second = desk.claim(two, "second");
    let editor = desk.editor;
    desk.ledger.undo(editor, Some(one), Some("wrong case")).unwrap();
    assert!(desk.ledger.get::<Claim>(first).unwrap().is_none());
    assert!(desk.ledger.get::<Claim>(second).unwrap().is_some());
    desk.claim(two, "third");
    assert_eq!(
        desk.ledger.redo(editor, Some(one)).unwrap().value.name,
        "claim.add",
        "work in another case leaves this one's redo"
    );
    assert!(desk.ledger.get::<Claim>(first).unwrap().is_some());
    desk.verified();
}

#[test]
fn what_was_touched_since_is_not_undone() {
    let mut desk = desk();
    let (one, two) = (desk.case("One"), desk.case("Two"));
    let actor = desk.actor("Speaker");
    let editor = desk.editor;
    let act = |tx: &mut ledger::Tx<'_>, id: uuid::Uuid| {
        tx.add(&record::<Claim>(json!({ "uuid": id, "case_id": one, "text": "x", "kind": "factual" })))?;
        tx.edit::<Actor>(actor, fields(json!({ "description": "by one" })))
    };
    let id = desk.id();
    desk.act("mixed", |tx| act(tx, id)).unwrap();
    desk.act("other", |tx| {
        tx.edit::<Actor>(actor, fields(json!({ "description": "by two" })))?;
        tx.edit::<Case>(two, fields(json!({ "why": "x" })))
    })
    .unwrap();
    match refused(desk.ledger.undo(editor, Some(one), None)) {
        LedgerError::TouchedSince { by } => {
            assert_eq!(
                by.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(),
                ["other"],
                "it names who touched it"
            );
        }
        other => panic!("{other}"),
    }
    assert!(desk.ledger.get::<Claim>(id).unwrap().is_some(), "nothing of it is undone");
}

#[test]
fn a_row_that_others_refer_to_is_not_taken_out() {
    let mut desk = desk();
    let (one, two) = (desk.case("One"), desk.case("Two"));
    let (claim, actor) = (desk.id(), desk.id());
    desk.act("both", |tx| {
        tx.add(&record::<Actor>(json!({ "uuid": actor, "name": "Speaker", "kind": "person" })))?;
        tx.add(&record::<Claim>(json!({ "uuid": claim, "case_id": one, "text": "x", "kind": "factual" })))
    })
    .unwrap();
    desk.add::<Statement>(
        json!({ "case_id": two, "speaker_id": actor, "words": "said", "wording": "quotation" }),
    );
    let before = desk.tables();
    let editor = desk.editor;
    match refused(desk.ledger.undo(editor, Some(one), None)) {
        LedgerError::TouchedSince { by } => {
            assert_eq!(
                by.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(),
                ["statement.add"],
                "it names what refers to it"
            );
        }
        other => panic!("{other}"),
    }
    assert_eq!(desk.tables(), before, "nothing of it is undone");
    desk.undo().unwrap();
    desk.ledger.undo(editor, Some(one), None).unwrap();
    assert!(desk.ledger.get::<Actor>(actor).unwrap().is_none(), "once nothing refers to it, it goes");
    desk.verified();
}

#[test]
fn what_a_published_report_shows_stands() {
    let mut desk = desk();
    let case = desk.case("One");
    desk.claim(case, "x");
    let pin = desk.ledger.last().unwrap().unwrap().uuid;
    desk.report(case, "d1-1", pin);
    match refused(desk.undo()) {
        LedgerError::Published { report } => {
            assert_eq!(report, "d1-1", "a number once given is never taken back")
        }
        other => panic!("{other}"),
    }
    let other = desk.case("Other");
    desk.undo().unwrap();
    let _ = other;
    desk.claim(case, "later than the report");
    desk.undo().unwrap();
    match refused(desk.undo()) {
        LedgerError::Published { .. } => {}
        other => panic!("{other}"),
    }
}

#[test]
fn what_would_refer_to_a_row_that_is_gone_is_not_done_again() {
    let mut desk = desk();
    let case = desk.case("One");
    let actor = desk.actor("Speaker");
    desk.add::<Statement>(
        json!({ "case_id": case, "speaker_id": actor, "words": "said", "wording": "quotation" }),
    );
    desk.undo().unwrap();
    assert_eq!(desk.undo().unwrap().value.name, "actor.add");
    let editor = desk.editor;
    match refused(desk.ledger.redo(editor, Some(case))) {
        LedgerError::TouchedSince { by } => {
            assert_eq!(
                by.iter().map(|o| o.name.as_str()).collect::<Vec<_>>(),
                ["undo"],
                "it names what took the speaker out"
            );
        }
        other => panic!("{other}"),
    }
    desk.redo().unwrap();
    desk.ledger.redo(editor, Some(case)).unwrap();
    desk.verified();
}
