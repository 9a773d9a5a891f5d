//! The list of operations: filters over the whole history, pages, kinds, and what each operation was about.

use crate::support::*;
use claims::ids::*;
use claims::records::*;
use ledger::{Act, HistoryRequest, OperationSummary};
use serde_json::json;
use std::collections::BTreeSet;

fn names(found: &[OperationSummary]) -> Vec<&str> {
    found.iter().map(|operation| operation.name.as_str()).collect()
}

/// A second editor, added by the app itself.
fn second(desk: &mut Desk) -> EditorId {
    let id = EditorId(desk.id());
    let act = Act { name: "editor.add", background: true, ..Act::default() };
    let person: Editor = record(json!({ "uuid": id, "name": "T. Lind" }));
    desk.ledger.transact(&act, |tx| tx.add(&person)).unwrap();
    id
}

#[test]
fn filters_work_together_over_the_whole_history() {
    let mut desk = desk();
    let first = desk.editor;
    let other = second(&mut desk);
    let (one, two) = (desk.case("One"), desk.case("Two"));
    let claim = desk.claim(one, "It was dark.");
    for _ in 0..30 {
        desk.claim(two, "Something else.");
    }
    desk.editor = other;
    desk.edit::<Claim>(claim, json!({ "text": "It was night." })).unwrap();
    desk.edit::<Case>(one, json!({ "place": "Here" })).unwrap();
    desk.account(one, "The company");

    let ask = |request: HistoryRequest| desk.ledger.history(&request).unwrap();
    let all = HistoryRequest::default();
    assert_eq!(
        names(&ask(HistoryRequest { row: Some(claim.0), ..all.clone() })),
        ["claim.edit", "claim.add"],
        "by record, from the first day on"
    );
    assert_eq!(
        names(&ask(HistoryRequest { editor: Some(other), ..all.clone() })),
        ["account.add", "case.edit", "claim.edit"],
        "by editor"
    );
    let claims = HistoryRequest { kind: Some("claim".into()), ..all.clone() };
    assert_eq!(ask(claims.clone()).len(), 32, "by kind");
    assert_eq!(
        ask(HistoryRequest { kind: Some("clai".into()), ..all.clone() }),
        [],
        "a kind is meant whole, not by how it begins"
    );
    assert_eq!(
        names(&ask(HistoryRequest {
            case: Some(one),
            editor: Some(first),
            kind: Some("claim".into()),
            ..all.clone()
        })),
        ["claim.add"],
        "all at once"
    );
    let mut paged = Vec::new();
    let mut before = None;
    loop {
        let page = ask(HistoryRequest { before, limit: Some(7), ..claims.clone() });
        before = page.last().map(|operation| operation.uuid);
        let last = page.len() < 7;
        paged.extend(page);
        if last {
            break;
        }
    }
    assert_eq!(paged, ask(claims), "page by page it is the same list");

    let kinds = |request: &HistoryRequest| {
        let found = desk.ledger.history_kinds(request).unwrap();
        found.into_iter().map(|kind| (kind.kind, kind.n)).collect::<Vec<_>>()
    };
    let of_one = HistoryRequest { case: Some(one), ..all };
    assert_eq!(kinds(&of_one), [("account".into(), 1), ("case".into(), 2), ("claim".into(), 2)]);
    let summed: usize =
        kinds(&HistoryRequest::default()).iter().map(|(_, n)| usize::try_from(*n).unwrap()).sum();
    assert_eq!(
        summed,
        desk.ledger.history(&HistoryRequest::default()).unwrap().len(),
        "every operation is of one kind"
    );
}

#[test]
fn filters_by_editor_and_kind_are_looked_up_and_not_read_through() {
    let desk = desk();
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    for condition in ["o.editor = 'x'", "(o.name = 'x' OR (o.name >= 'x.' AND o.name < 'x/'))"] {
        let plan = strings_at(
            &conn,
            &format!("EXPLAIN QUERY PLAN SELECT count(*) FROM operation AS o WHERE 1 AND {condition}"),
        );
        assert!(!plan.contains("SCAN o"), "{condition}: {plan}");
    }
}

/// The fourth column of every row: what SQLite says of a plan.
fn strings_at(conn: &rusqlite::Connection, sql: &str) -> String {
    let mut statement = conn.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(3)).unwrap();
    rows.collect::<rusqlite::Result<Vec<_>>>().unwrap().join("; ")
}

#[test]
fn what_an_operation_was_about_costs_the_same_however_much_it_changed() {
    let mut desk = desk();
    let case = desk.case("One");
    let done = desk
        .act("claim.add_many", |tx| {
            let point: Point = record(
                json!({ "uuid": tx.id(), "case_id": case, "question": "When?", "position": "a0" }),
            );
            tx.add(&point)?;
            for n in 0..1500 {
                let claim: Claim = record(
                    json!({ "uuid": tx.id(), "case_id": case, "text": format!("Claim {n}"), "kind": "factual" }),
                );
                tx.add(&claim)?;
            }
            Ok(())
        })
        .unwrap();
    let id = done.operation.unwrap();
    let operation = desk.ledger.operation_line(id).unwrap().unwrap();
    let about = desk.ledger.about(&operation).unwrap();
    assert_eq!(about.tables, [("point".to_string(), 1), ("claim".to_string(), 999)]);
    assert_eq!((about.counted, operation.n_changes), (1000, 1501), "and it says how far it counted");
    let main = about.main.unwrap();
    assert_eq!((main.table.as_str(), main.seq), ("claim", 2), "the first of what the command is named after");

    let page = desk.ledger.operation_page(id, 1490, Some(5)).unwrap().unwrap();
    assert_eq!(
        page.changes.iter().map(|change| change.seq).collect::<Vec<_>>(),
        [1491, 1492, 1493, 1494, 1495]
    );
    let rest = desk.ledger.operation_page(id, 1495, Some(100)).unwrap().unwrap();
    assert_eq!(rest.changes.len(), 6, "the last page ends with the operation");
    let sums = desk.ledger.change_sums(&operation).unwrap();
    let told: Vec<_> = sums.iter().map(|sum| (sum.table.as_str(), sum.case, sum.added)).collect();
    assert_eq!(told, [("point", Some(case), 1), ("claim", Some(case), 1500)], "all of it is summed up");

    desk.undo().unwrap();
    let undo = desk.ledger.last().unwrap().unwrap();
    let main = desk.ledger.about(&undo).unwrap().main.unwrap();
    assert_eq!(main.table, "claim", "undo is about what was undone");
    assert_eq!(desk.ledger.change_sums(&undo).unwrap().iter().map(|sum| sum.removed).sum::<u32>(), 1501);
    let image = desk.ledger.image("claim", main.row).unwrap().unwrap();
    assert!(
        image["text"].as_str().is_some_and(|text| text.starts_with("Claim ")),
        "what was taken out is known by its last image"
    );
}

#[test]
fn erased_images_name_nothing() {
    let mut desk = desk();
    let case = desk.case("A name that has to go");
    let added = desk.ledger.last().unwrap().unwrap();
    let editor = desk.editor;
    let what = ledger::Erase::Fields { table: "case".into(), row: case.0, fields: vec!["name".into()] };
    desk.ledger.erase(editor, &what, "asked for").unwrap();
    let about = desk.ledger.about(&added).unwrap();
    assert!(about.main.is_some_and(|main| main.erased && main.before.is_none() && main.after.is_none()));
    let sums = desk.ledger.change_sums(&added).unwrap();
    assert_eq!((sums[0].added, sums[0].erased), (0, 1), "whether it was added cannot be told any more");
    let image = desk.ledger.image("case", case.0).unwrap().unwrap();
    assert_eq!(image["name"], json!(ERASED), "the row says that it was erased");
}

#[test]
fn steps_back_are_the_undos_that_it_takes() {
    let mut desk = desk();
    let (one, two) = (desk.case("One"), desk.case("Two"));
    let claim = desk.claim(one, "First.");
    let target = desk.ledger.last().unwrap().unwrap().uuid;
    desk.claim(two, "Elsewhere.");
    desk.edit::<Claim>(claim, json!({ "note": "taken back" })).unwrap();
    let edit = desk.ledger.last().unwrap().unwrap().uuid;
    desk.undo().unwrap();
    let undo = desk.ledger.last().unwrap().unwrap().uuid;
    second(&mut desk);
    desk.claim(one, "Second.");

    let steps = |case, id| desk.ledger.steps_back(case, id).unwrap();
    assert_eq!(
        steps(None, target),
        3,
        "two claims since, itself; not what was taken back, nor what the app did"
    );
    assert_eq!(steps(Some(one), target), 2, "of one case");
    assert_eq!(steps(Some(two), target), 0, "undo in another case never comes to it");
    assert_eq!((steps(None, edit), steps(None, undo)), (0, 0), "these are passed over");
    for left in (0..3).rev() {
        let mut taken = BTreeSet::new();
        taken.insert(desk.undo().unwrap().value.uuid);
        assert_eq!(taken.contains(&target), left == 0, "the third undo takes it back");
    }
    assert_eq!(desk.ledger.steps_back(None, target).unwrap(), 0, "now it is taken back");
}
