//! The one door: what is written, what is refused, and what the history says of it.

use crate::support::*;
use claims::ids::*;
use claims::records::*;
use ledger::{Filter, HistoryRequest, Kind, LedgerError};
use serde_json::json;
use uuid::Uuid;

#[test]
fn a_new_ledger_says_who_made_it_and_with_what() {
    let desk = desk();
    let first = desk.ledger.history(&HistoryRequest::default()).unwrap().pop().unwrap();
    assert_eq!(
        (first.name.as_str(), first.editor, first.n),
        ("ledger.create", None, 1),
        "the first operation is the app's"
    );
    let full = desk.ledger.operation(first.uuid).unwrap().unwrap();
    let tables: Vec<_> = full.changes.iter().map(|c| c.table.as_str()).collect();
    assert_eq!(
        tables,
        ["device", "migration", "migration", "migration"],
        "device and format are changes of the operation that wrote them"
    );
}

#[test]
fn what_is_added_reads_back() {
    let mut desk = desk();
    let case = desk.case("Khan Shaykhun");
    let claim = desk.claim(case, "It was sarin\u{0}\u{202e} \"<b>\"");
    let read: Claim = desk.ledger.get(claim).unwrap().unwrap();
    assert_eq!(read.text, "It was sarin\u{0}\u{202e} \"<b>\"", "every character is kept");
    let listed: Vec<Claim> = desk.ledger.list(&Filter { case: Some(case), ..Filter::default() }).unwrap();
    assert_eq!(listed, [read]);
    desk.verified();
}

#[test]
fn an_edit_changes_the_named_fields_only() {
    let mut desk = desk();
    let case = desk.case("One");
    let actor = desk.actor("Speaker");
    let claim = desk.claim(case, "It was so");
    let done = desk.edit::<Claim>(claim, json!({ "claimant_id": actor, "note": "seen" })).unwrap();
    assert_eq!(done.value.claimant_id, Some(actor));
    assert_eq!(done.value.text, "It was so");
    assert_eq!(done.changed.len(), 1);
    assert_eq!(done.changed[0].kind, Kind::Changed);
    assert_eq!(done.changed[0].case, Some(case));
    let again = desk.edit::<Claim>(claim, json!({ "claimant_id": actor, "note": "seen" })).unwrap();
    assert_eq!(again.operation, None, "what changes nothing is no operation");
    let cleared = desk.edit::<Claim>(claim, json!({ "note": null })).unwrap();
    assert_eq!(cleared.value.note, None, "null clears");
}

#[test]
fn trash_and_restore_come_and_go() {
    let mut desk = desk();
    let case = desk.case("One");
    let done = desk.act("case.trash", |tx| tx.trash::<Case>(case)).unwrap();
    assert!(done.operation.is_some());
    assert!(desk.ledger.get::<Case>(case).unwrap().unwrap().trashed, "it lies in the trash and still reads");
    assert_eq!(desk.act("case.trash", |tx| tx.trash::<Case>(case)).unwrap().operation, None, "twice is once");
    desk.act("case.restore", |tx| tx.restore::<Case>(case)).unwrap();
    let filter = Filter { trashed: Some(false), ..Filter::default() };
    assert_eq!(desk.ledger.list::<Case>(&filter).unwrap().len(), 1, "it is back");
}

#[test]
fn what_the_file_forbids_is_refused_in_plain_words() {
    let mut desk = desk();
    let case = desk.case("One");
    let other = desk.case("Other");
    let claim = desk.claim(case, "It was so");
    let account = desk.account(other, "Theirs");
    let before = desk.tables();

    match refused(desk.edit::<Claim>(claim, json!({ "text": "" }))) {
        LedgerError::Refused { table, field, words } => {
            assert_eq!(
                (table.as_str(), field.as_deref(), words.as_str()),
                ("claim", Some("text"), "must not be empty")
            );
        }
        other => panic!("{other}"),
    }
    match refused(desk.edit::<Claim>(claim, json!({ "kind": "true" }))) {
        LedgerError::Refused { field, words, .. } => {
            assert_eq!(field.as_deref(), Some("kind"));
            assert_eq!(words, "must be one of factual, legal, prediction, opinion, position, unclear");
        }
        other => panic!("{other}"),
    }
    match refused(desk.edit::<Claim>(claim, json!({ "text": null }))) {
        LedgerError::Refused { field, words, .. } => {
            assert_eq!((field.as_deref(), words.as_str()), (Some("text"), "must be given"));
        }
        other => panic!("{other}"),
    }
    match refused(desk.edit::<Claim>(claim, json!({ "rating": 5 }))) {
        LedgerError::UnknownField { table, field } => {
            assert_eq!((table.as_str(), field.as_str()), ("claim", "rating"))
        }
        other => panic!("{other}"),
    }
    let id = AccountClaimId(desk.id());
    let astray: AccountClaim =
        record(json!({ "uuid": id, "case_id": case, "account_id": account, "claim_id": claim }));
    match refused(desk.act("account_claim.add", |tx| tx.add(&astray))) {
        LedgerError::Refers { table, id: from, to_table, to_id } => {
            assert_eq!(
                (table.as_str(), from, to_table.as_str(), to_id),
                ("account_claim", id.0, "account", account.0),
                "a row never points into another case"
            );
        }
        other => panic!("{other}"),
    }
    let nobody = Uuid::from_u128(7);
    match refused(desk.edit::<Claim>(claim, json!({ "claimant_id": nobody }))) {
        LedgerError::Refers { to_table, to_id, .. } => {
            assert_eq!((to_table.as_str(), to_id), ("actor", nobody))
        }
        other => panic!("{other}"),
    }
    match refused(desk.edit::<Claim>(claim, json!({ "case_id": other }))) {
        LedgerError::Refused { field, .. } => {
            assert_eq!(field.as_deref(), Some("case_id"), "a record stays in its case")
        }
        other => panic!("{other}"),
    }
    match refused(desk.edit::<Claim>(nobody, json!({ "note": "x" }))) {
        LedgerError::NotFound { table, id } => assert_eq!((table.as_str(), id), ("claim", nobody)),
        other => panic!("{other}"),
    }
    assert_eq!(desk.tables(), before, "what is refused changes nothing");
    desk.verified();
}

#[test]
fn an_error_half_way_leaves_nothing() {
    let mut desk = desk();
    let before = (desk.tables(), desk.ledger.last().unwrap());
    let id = desk.id();
    let result = desk.act("case.add", |tx| {
        tx.add(&record::<Case>(json!({ "uuid": id, "name": "One", "status": "draft" })))?;
        Err::<(), _>(LedgerError::ReasonNeeded)
    });
    assert!(matches!(result, Err(LedgerError::ReasonNeeded)));
    assert_eq!((desk.tables(), desk.ledger.last().unwrap()), before, "nothing of it is left");
}

#[test]
fn the_time_of_a_device_never_runs_back() {
    let mut desk = desk();
    desk.case("One");
    let last = desk.ledger.last().unwrap().unwrap().time;
    // Opened again with a clock that stands earlier.
    let path = desk.path.clone();
    drop(desk.ledger);
    desk.ledger = open(&path, 0).unwrap();
    desk.case("Two");
    assert!(
        desk.ledger.last().unwrap().unwrap().time >= last,
        "a clock set back does not turn the history round"
    );
}

#[test]
fn another_device_starts_a_chain_of_its_own() {
    let mut desk = desk();
    desk.case("One");
    let path = desk.path.clone();
    drop(desk.ledger);
    let around = std::sync::Arc::new(ledger::Scripted::new(start() + chrono::Duration::days(1), 9));
    desk.ledger =
        ledger::Ledger::open(&path, ledger::Access::Write, device(2), around, &mut |_, _| Ok(())).unwrap();
    desk.case("Two");
    let heads = desk.ledger.heads().unwrap();
    assert_eq!(
        heads.iter().map(|h| (h.device, h.n)).collect::<Vec<_>>(),
        [(device(1).uuid, 3), (device(2).uuid, 2)]
    );
    assert_eq!(
        desk.ledger.list::<Device>(&Filter::default()).unwrap().len(),
        2,
        "the new device has its row"
    );
    assert!(
        matches!(refused(desk.undo().and_then(|_| desk.undo())), LedgerError::NothingToUndo),
        "undo is of this device"
    );
    desk.verified();
}

#[test]
fn a_ledger_in_memory_works_like_a_file() {
    fn is_send<T: Send>(_: &T) {}
    let mut ledger = ledger::Ledger::in_memory(std::sync::Arc::new(ledger::System::new())).unwrap();
    is_send(&ledger);
    let ids = [ledger.around().id(), ledger.around().id()];
    assert!(ids[0] < ids[1], "identities are in the order in which they were given");
    let act = ledger::Act { name: "case.add", ..Default::default() };
    ledger
        .transact(&act, |tx| {
            tx.add(&record::<Case>(json!({ "uuid": ids[0], "name": "One", "status": "draft" })))
        })
        .unwrap();
    assert_eq!(ledger.list::<Case>(&Filter::default()).unwrap().len(), 1);
    assert!(ledger.verify(&ledger::VerifyRequest::default(), &mut |_| true).unwrap().ok);
}

#[test]
fn a_text_of_a_megabyte_is_kept_whole() {
    let mut desk = desk();
    let case = desk.case("One");
    let text = format!("begin {} end", "слово ".repeat(100_000));
    let claim = desk.claim(case, &text);
    assert_eq!(desk.ledger.get::<Claim>(claim).unwrap().unwrap().text, text);
    let request =
        ledger::SearchRequest {
            words: "слово".into(), limit: 5, per_table: None, before: None, case: None
        };
    let hits = desk.ledger.search(&request).unwrap();
    assert!(hits[0].snippet.chars().count() < 200, "a hit shows a bit of it");
    desk.verified();
}
