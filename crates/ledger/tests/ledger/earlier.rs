//! A case now and as it was, and what it refers to.

use crate::support::*;
use claims::records::*;
use ledger::{AsOf, CasesRequest, LedgerError};
use serde_json::json;

/// A case with a bit of everything around it.
fn full(desk: &mut Desk) -> claims::ids::CaseId {
    let case = desk.case("Khan Shaykhun");
    let (speaker, outlet, body) = (desk.actor("Lavrov"), desk.actor("TASS"), desk.actor("Ministry"));
    desk.add::<ActorName>(json!({ "actor_id": speaker, "name": "Лавров" }));
    desk.add::<Office>(json!({ "actor_id": speaker, "name": "Minister", "body_id": body }));
    let editor = desk.editor;
    desk.add::<Reliability>(
        json!({ "actor_id": outlet, "grade": "C", "reason": "state outlet", "editor_id": editor }),
    );
    let item = desk
        .add::<Item>(
            json!({ "name": "Article", "kind": "news_article", "publisher_id": outlet, "reading": "read" }),
        )
        .uuid;
    let root = desk.item("Agency report");
    desk.add::<Derivation>(json!({ "item_id": item, "from_item_id": root, "kind": "copies" }));
    desk.add::<Author>(json!({ "item_id": item, "name": "A. Writer", "position": "a0" }));
    let capture = desk
        .add::<Capture>(json!({ "item_id": item, "sha256": "ab".repeat(32), "size": 3, "media_type": "text/plain", "name": "a.txt",
            "captured": "2026-11-22T09:00:00.000Z", "how": "attached", "editor_id": editor }))
        .uuid;
    let excerpt = desk.add::<Excerpt>(json!({ "capture_id": capture, "quote": "it was not us" })).uuid;
    let statement = desk
        .add::<Statement>(json!({ "case_id": case, "speaker_id": speaker, "words": "It was not us", "wording": "quotation" }))
        .uuid;
    desk.add::<Appearance>(
        json!({ "case_id": case, "statement_id": statement, "item_id": item, "excerpt_id": excerpt }),
    );
    let claim = desk.claim(case, "They did not");
    desk.add::<Act>(
        json!({ "case_id": case, "statement_id": statement, "claim_id": claim, "kind": "asserts" }),
    );
    let account = desk.account(case, "The Russian account");
    desk.add::<AccountClaim>(json!({ "case_id": case, "account_id": account, "claim_id": claim }));
    let point = desk.point(case, "Who?");
    desk.add::<Answer>(json!({ "case_id": case, "claim_id": claim, "point_id": point, "kind": "denial" }));
    let scale = desk.add::<Scale>(json!({ "name": "Disputed event", "version": 1 })).uuid;
    let label = desk
        .add::<ScaleLabel>(json!({ "scale_id": scale, "name": "Probable", "number": 4, "position": "a1" }))
        .uuid;
    // An item that only a rationale cites.
    let cited = desk.item("Cited in a rationale");
    desk.add::<Assessment>(
        json!({ "case_id": case, "claim_id": claim, "editor_id": editor, "scale_id": scale, "label_id": label,
        "evidence_until": "2017-04-12", "rationale": format!("See [@{cited}].") }),
    );
    case
}

#[test]
fn a_case_comes_with_everything_it_refers_to() {
    let mut desk = desk();
    let other = desk.actor("Nobody here");
    let case = full(&mut desk);
    let at = desk.ledger.case_at(case, None).unwrap().unwrap();
    let items: Vec<_> = at.items.iter().map(|i| i.name.as_str()).collect();
    assert_eq!(items, ["Article", "Agency report", "Cited in a rationale"]);
    let actors: Vec<_> = at.actors.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(
        actors,
        ["Lavrov", "TASS", "Ministry"],
        "speaker, publisher and the body of an office; not {other}"
    );
    assert_eq!(
        (at.actor_names.len(), at.offices.len(), at.reliabilities.len(), at.editors.len()),
        (1, 1, 1, 1)
    );
    assert_eq!((at.captures.len(), at.excerpts.len(), at.authors.len(), at.derivations.len()), (1, 1, 1, 1));
    assert_eq!((at.scales.len(), at.labels.len(), at.assessments.len()), (1, 1, 1));
    assert_eq!(at.operation, desk.ledger.last().unwrap().unwrap().uuid);
    assert!(desk.ledger.case_at(claims::ids::CaseId(other.0), None).unwrap().is_none());
}

#[test]
fn as_of_reads_what_stood_then() {
    let mut desk = desk();
    let case = full(&mut desk);
    let then = desk.ledger.last().unwrap().unwrap();
    let mut before = desk.ledger.case_at(case, None).unwrap().unwrap();
    // Later: an actor renamed, a name added and taken back, a claim edited, and another case.
    let actor = before.actors[0].uuid;
    desk.edit::<Actor>(actor, json!({ "name": "S. Lavrov" })).unwrap();
    desk.edit::<Claim>(before.claims[0].uuid, json!({ "text": "They did" })).unwrap();
    let name = before.actor_names[0].uuid;
    desk.act("actor_name.trash", |tx| tx.trash::<ActorName>(name)).unwrap();
    desk.case("Other");
    let at = desk.ledger.case_at(case, Some(&AsOf::Operation(then.uuid))).unwrap().unwrap();
    before.operation = then.uuid;
    assert_eq!(at, before, "the past reads as it was, in full");
    let time = then.time.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    assert_eq!(
        desk.ledger.case_at(case, Some(&AsOf::Time(time))).unwrap().unwrap(),
        before,
        "by time as by operation"
    );
    let late =
        desk.ledger.case_at(case, Some(&AsOf::Time(time + chrono::Duration::days(99)))).unwrap().unwrap();
    assert_eq!(late.actors[0].name, "S. Lavrov", "a time after the last operation is the present");
    assert!(
        desk.ledger.case_at(case, Some(&AsOf::Time(start() - chrono::Duration::days(1)))).unwrap().is_none()
    );
    let unknown = AsOf::Operation(claims::ids::OperationId(case.0));
    assert!(matches!(
        refused(desk.ledger.case_at(case, Some(&unknown))),
        LedgerError::NoSuchOperation { .. }
    ));
}

#[test]
fn as_of_knows_what_was_undone_since() {
    let mut desk = desk();
    let case = full(&mut desk);
    let actor = desk.ledger.case_at(case, None).unwrap().unwrap().actors[0].uuid;
    desk.add::<ActorName>(json!({ "actor_id": actor, "name": "Lawrow" }));
    let then = desk.ledger.last().unwrap().unwrap().uuid;
    desk.undo().unwrap();
    let names = |as_of| desk.ledger.case_at(case, as_of).unwrap().unwrap().actor_names.len();
    assert_eq!(
        (names(None), names(Some(&AsOf::Operation(then)))),
        (1, 2),
        "a name that was taken back was there then"
    );
    assert_eq!(script(&desk.path, &[]).0, 0);
}

#[test]
fn the_list_of_cases_counts() {
    let mut desk = desk();
    let case = full(&mut desk);
    let second = desk.account(case, "The U.S. account");
    let open = desk.point(case, "Where?");
    let row = |desk: &Desk| desk.ledger.cases(&CasesRequest::default()).unwrap().pop().unwrap();
    let first = row(&desk);
    assert_eq!((first.n_accounts, first.n_claims, first.n_claims_rated, first.n_points), (2, 1, 1, 2));
    assert_eq!(first.n_points_open, 2, "on each point an account is not looked at");
    let point = desk.ledger.case_at(case, None).unwrap().unwrap().points[0].uuid;
    let editor = desk.editor;
    desk.add::<Silence>(json!({ "case_id": case, "account_id": second, "point_id": point, "looked": "press", "until": "2017-04-12", "editor_id": editor }));
    assert_eq!(row(&desk).n_points_open, 1, "a silence closes the first, {open} stays open");
    assert_eq!(row(&desk).changed, Some(desk.ledger.last().unwrap().unwrap().time));
    desk.edit::<Case>(case, json!({ "assignee_id": editor, "status": "open" })).unwrap();
    assert_eq!(row(&desk).assignee.as_deref(), Some("Mira Vale"));
    let newer = desk.case("Newer");
    let list = desk.ledger.cases(&CasesRequest::default()).unwrap();
    assert_eq!(list.iter().map(|r| r.case.uuid).collect::<Vec<_>>(), [newer, case], "newest first");
    let after = CasesRequest { after: Some(newer), limit: Some(5), ..CasesRequest::default() };
    assert_eq!(desk.ledger.cases(&after).unwrap().len(), 1);
    let status = CasesRequest { status: Some(claims::words::CaseStatus::Open), ..CasesRequest::default() };
    assert_eq!(desk.ledger.cases(&status).unwrap().len(), 1);
    assert!(
        desk.ledger.cases(&CasesRequest { trashed: true, ..CasesRequest::default() }).unwrap().is_empty()
    );
}

#[test]
fn a_time_means_the_last_operation_of_each_device_that_is_not_later() {
    let mut desk = desk();
    let case = desk.case("One");
    let first = desk.claim(case, "by the first device");
    let late = desk.ledger.last().unwrap().unwrap().time.parse::<chrono::DateTime<chrono::Utc>>().unwrap();
    let path = desk.path.clone();
    drop(desk.ledger);
    // A device whose clock stands three days earlier writes after the first.
    let around = std::sync::Arc::new(ledger::Scripted::new(start() - chrono::Duration::days(3), 9));
    desk.ledger =
        ledger::Ledger::open(&path, ledger::Access::Write, device(2), around, &mut |_, _| Ok(())).unwrap();
    desk.actor("By the second device");
    let actor = desk.actor("Known early");
    drop(desk.ledger);
    desk.ledger = open(&path, 30).unwrap();
    desk.edit::<Claim>(first, json!({ "claimant_id": actor, "text": "later" })).unwrap();
    let then = desk.ledger.case_at(case, Some(&AsOf::Time(late))).unwrap().unwrap();
    assert_eq!(then.claims[0].text, "by the first device");
    let before = AsOf::Time(late - chrono::Duration::seconds(1));
    let then = desk.ledger.case_at(case, Some(&before)).unwrap().unwrap();
    assert!(
        then.claims.is_empty(),
        "the claim came a second later, though operations after it have an earlier time"
    );
    let mut out = Vec::new();
    desk.ledger.export_case(case, Some(&before), &mut out, &Default::default()).unwrap();
    let file = desk.folder.path().join("then.json");
    std::fs::write(&file, out).unwrap();
    let (code, said) = script(&file, &[]);
    assert_eq!(code, 0, "such a view can be exported: {said}");
    desk.verified();
}
