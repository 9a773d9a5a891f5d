//! Erasing: the text is gone from the file, the mark stays, and everything that looks back still stands.

use crate::support::*;
use claims::ids::*;
use claims::records::*;
use ledger::{AsOf, Erase, Ledger, LedgerError, SearchRequest};
use serde_json::json;

const SECRET: &str = "Zxqsecretname";

/// Whether a text stands anywhere in the files of the ledger.
fn holds(desk: &Desk, text: &str) -> bool {
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(desk.folder.path()).unwrap() {
        bytes.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

fn erase(desk: &mut Desk, table: &str, row: uuid::Uuid, field: &str) -> ledger::Done<ledger::Erased> {
    let what = Erase::Fields { table: table.into(), row, fields: vec![field.into()] };
    let editor = desk.editor;
    desk.ledger.erase(editor, &what, "named by mistake").unwrap()
}

#[test]
fn an_erased_text_is_gone_from_the_file() {
    let mut desk = desk();
    let case = desk.case("One");
    let claim = desk.claim(case, &format!("It was {SECRET} who said so"));
    desk.edit::<Claim>(claim, json!({ "text": format!("It was {SECRET}") })).unwrap();
    desk.edit::<Claim>(claim, json!({ "note": "seen" })).unwrap();
    assert!(holds(&desk, SECRET), "it is in the file at first");
    let done = erase(&mut desk, "claim", claim.0, "text");
    assert_eq!(done.value.changes, 3, "each image that held it is gone");
    assert!(done.value.cleaned);
    let left: Claim = desk.ledger.get(claim).unwrap().unwrap();
    assert_eq!(
        (left.text.as_str(), left.erased.as_deref(), left.note.as_deref()),
        ("[erased]", Some("text"), Some("seen"))
    );
    assert!(!holds(&desk, SECRET), "it is nowhere in the files");
    assert!(!holds(&desk, &SECRET.to_lowercase()), "nor folded, for search");
    let found = desk
        .ledger
        .search(&SearchRequest { words: SECRET.into(), limit: 9, per_table: None, before: None, case: None })
        .unwrap();
    assert_eq!(found, [], "and search does not find it");

    let verified = desk.verified();
    assert_eq!(verified.erased.len(), 3);
    assert_eq!(verified.erased[0].by.as_deref(), Some("Mira Vale"), "verify says who erased it");
    let (code, said) = script(&desk.path, &[]);
    assert_eq!(code, 0, "the script accepts what an erasure names: {said}");
}

#[test]
fn undo_passes_over_an_erasure_and_is_refused_where_the_text_is_gone() {
    let mut desk = desk();
    let case = desk.case("One");
    let claim = desk.claim(case, SECRET);
    let other = desk.claim(case, "another");
    erase(&mut desk, "claim", claim.0, "text");
    assert_eq!(desk.undo().unwrap().value.name, "claim.add");
    assert!(
        desk.ledger.get::<Claim>(other).unwrap().is_none(),
        "the act before the erasure is undone, not the erasure"
    );
    let target = desk.ledger.can_undo(None).unwrap().unwrap().uuid;
    match refused(desk.undo()) {
        LedgerError::ErasedImages { operation } => {
            assert_eq!(operation, target, "it says whose text is gone")
        }
        other => panic!("{other}"),
    }
    assert_eq!(desk.ledger.get::<Claim>(claim).unwrap().unwrap().text, "[erased]");
    desk.verified();
}

#[test]
fn erasing_empties_redo() {
    let mut desk = desk();
    let case = desk.case("One");
    let claim = desk.claim(case, SECRET);
    desk.case("Two");
    desk.undo().unwrap();
    erase(&mut desk, "claim", claim.0, "text");
    assert!(matches!(refused(desk.redo()), LedgerError::NothingToRedo));
}

#[test]
fn as_of_an_earlier_position_shows_the_row_as_the_erasure_left_it() {
    let mut desk = desk();
    let case = desk.case("One");
    let claim = desk.claim(case, SECRET);
    let then = desk.ledger.last().unwrap().unwrap().uuid;
    desk.edit::<Claim>(claim, json!({ "note": "later" })).unwrap();
    let before = desk.ledger.case_at(case, Some(&AsOf::Operation(then))).unwrap().unwrap();
    assert_eq!((before.claims[0].text.as_str(), before.claims[0].note.as_deref()), (SECRET, None));
    erase(&mut desk, "claim", claim.0, "text");
    let after = desk.ledger.case_at(case, Some(&AsOf::Operation(then))).unwrap().unwrap();
    assert_eq!(after.claims[0].text, "[erased]", "the place is marked");
    assert_eq!(after.claims[0].erased.as_deref(), Some("text"));
    assert_eq!(after.operation, then);
}

#[test]
fn a_second_erasure_goes_on_from_the_first() {
    let mut desk = desk();
    let case = desk.case("One");
    let claim = desk.claim(case, SECRET);
    desk.edit::<Claim>(claim, json!({ "note": "Qxother" })).unwrap();
    let then = desk.ledger.last().unwrap().unwrap().uuid;
    erase(&mut desk, "claim", claim.0, "text");
    erase(&mut desk, "claim", claim.0, "note");
    assert!(!holds(&desk, SECRET) && !holds(&desk, "Qxother"));
    let left: Claim = desk.ledger.get(claim).unwrap().unwrap();
    assert_eq!(left.erased.as_deref(), Some("text,note"));
    let at = desk.ledger.case_at(case, Some(&AsOf::Operation(then))).unwrap().unwrap();
    assert_eq!(at.claims[0].note.as_deref(), Some("[erased]"));
    desk.verified();
    assert_eq!(script(&desk.path, &[]).0, 0);

    let back = desk.edit::<Claim>(claim, json!({ "note": "a new note" })).unwrap().value;
    assert_eq!(back.erased.as_deref(), Some("text"), "a field given anew is no longer marked");
    desk.verified();
}

#[test]
fn the_text_of_a_row_that_was_undone_can_be_erased_too() {
    let mut desk = desk();
    let case = desk.case("One");
    let claim = desk.claim(case, SECRET);
    let then = desk.ledger.last().unwrap().unwrap().uuid;
    desk.undo().unwrap();
    desk.claim(case, "instead");
    assert!(holds(&desk, SECRET), "undo keeps it in the history");
    erase(&mut desk, "claim", claim.0, "text");
    assert!(!holds(&desk, SECRET));
    assert!(desk.ledger.get::<Claim>(claim).unwrap().is_none(), "the row does not come back");
    let at = desk.ledger.case_at(case, Some(&AsOf::Operation(then))).unwrap().unwrap();
    assert_eq!(at.claims[0].text, "[erased]", "where it stood once, the mark stands");
    let now = desk.ledger.case_at(case, None).unwrap().unwrap();
    assert_eq!(now.claims.len(), 1);
    desk.verified();
    assert_eq!(script(&desk.path, &[]).0, 0);
}

#[test]
fn the_reason_of_an_operation_can_be_erased() {
    let mut desk = desk();
    let editor = desk.editor;
    let act =
        ledger::Act { name: "case.add", editor: Some(editor), reason: Some(SECRET), ..Default::default() };
    let id = desk.id();
    let done = desk
        .ledger
        .transact(&act, |tx| tx.add(&record::<Case>(json!({ "uuid": id, "name": "One", "status": "draft" }))))
        .unwrap();
    let operation = done.operation.unwrap();
    desk.ledger.erase(editor, &Erase::Reason(operation), "it named a source").unwrap();
    assert!(!holds(&desk, SECRET));
    assert_eq!(desk.ledger.operation(operation).unwrap().unwrap().summary.reason, None);
    let verified = desk.verified();
    assert_eq!((verified.erased[0].operation, verified.erased[0].seq), (operation, 0));
    assert_eq!(script(&desk.path, &[]).0, 0);
}

#[test]
fn erasing_is_refused_without_a_reason_or_for_what_is_no_text() {
    let mut desk = desk();
    let editor = desk.editor;
    let case = desk.case("One");
    let fields = |table: &str, row: uuid::Uuid, field: &str| Erase::Fields {
        table: table.into(),
        row,
        fields: vec![field.into()],
    };
    assert!(matches!(
        refused(desk.ledger.erase(editor, &fields("case", case.0, "name"), " ")),
        LedgerError::ReasonNeeded
    ));
    assert!(matches!(
        refused(desk.ledger.erase(editor, &fields("case", case.0, "status"), "x")),
        LedgerError::NotErasable { .. }
    ));
    assert!(matches!(
        refused(desk.ledger.erase(editor, &fields("claim", case.0, "text"), "x")),
        LedgerError::NotFound { .. }
    ));
    let nowhere = Erase::Reason(OperationId(case.0));
    assert!(matches!(refused(desk.ledger.erase(editor, &nowhere, "x")), LedgerError::NoSuchOperation { .. }));
}

#[test]
fn what_can_be_erased_is_a_text_column_of_its_table() {
    let desk = desk();
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    for table in strings(
        &conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'x\\_%' ESCAPE '\\'",
    ) {
        let texts =
            strings(&conn, &format!("SELECT name FROM pragma_table_info('{table}') WHERE type = 'TEXT'"));
        for column in Ledger::erasable(&table) {
            assert!(texts.iter().any(|text| text == column), "{table}.{column} is a text");
        }
    }
}
