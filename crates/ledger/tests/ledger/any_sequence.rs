//! Any sequence of operations: undone step by step it restores every table, redone it gives the same state, and the chain holds throughout.

use crate::support::*;
use claims::ids::*;
use claims::records::*;
use ledger::LedgerError;
use proptest::prelude::*;
use serde_json::json;

/// Something an editor does; numbers pick among the records that are there.
#[derive(Debug, Clone)]
enum Step {
    AddCase,
    AddActor,
    AddItem,
    AddAccount(usize),
    AddPoint(usize),
    AddClaim(usize),
    AddStatement(usize, usize),
    Link(usize, usize),
    Stance(usize),
    Answer(usize, usize),
    Edit(usize, String),
    EditActor(usize, Option<String>),
    Trash(usize),
    Spelling(usize),
    Many(usize, usize),
    Background,
}

fn step() -> impl Strategy<Value = Step> {
    let n = 0..5usize;
    prop_oneof![
        Just(Step::AddCase),
        Just(Step::AddActor),
        Just(Step::AddItem),
        n.clone().prop_map(Step::AddAccount),
        n.clone().prop_map(Step::AddPoint),
        n.clone().prop_map(Step::AddClaim),
        (n.clone(), n.clone()).prop_map(|(a, b)| Step::AddStatement(a, b)),
        (n.clone(), n.clone()).prop_map(|(a, b)| Step::Link(a, b)),
        n.clone().prop_map(Step::Stance),
        (n.clone(), n.clone()).prop_map(|(a, b)| Step::Answer(a, b)),
        (n.clone(), "[a-zа-я\"\\\\\u{1}ا-ي ]{1,12}").prop_map(|(a, text)| Step::Edit(a, text)),
        (n.clone(), proptest::option::of("\\PC{0,8}")).prop_map(|(a, text)| Step::EditActor(a, text)),
        n.clone().prop_map(Step::Trash),
        n.clone().prop_map(Step::Spelling),
        (n.clone(), 1..6usize).prop_map(|(a, b)| Step::Many(a, b)),
        Just(Step::Background),
    ]
}

#[derive(Default)]
struct There {
    cases: Vec<CaseId>,
    actors: Vec<ActorId>,
    items: Vec<ItemId>,
    claims: Vec<(CaseId, ClaimId)>,
    points: Vec<(CaseId, PointId)>,
    links: Vec<(CaseId, EvidenceLinkId)>,
}

fn pick<T: Copy>(from: &[T], n: usize) -> Option<T> {
    (!from.is_empty()).then(|| from[n % from.len()])
}

/// Does a step, if what it needs is there.
fn take(desk: &mut Desk, there: &mut There, step: &Step) -> Option<()> {
    match step {
        Step::AddCase => there.cases.push(desk.case("A case")),
        Step::AddActor => there.actors.push(desk.actor("An actor")),
        Step::AddItem => there.items.push(desk.item("An item")),
        Step::AddAccount(a) => {
            desk.account(pick(&there.cases, *a)?, "An account");
        }
        Step::AddPoint(a) => {
            let case = pick(&there.cases, *a)?;
            there.points.push((case, desk.point(case, "What?")));
        }
        Step::AddClaim(a) => {
            let case = pick(&there.cases, *a)?;
            there.claims.push((case, desk.claim(case, "It was so")));
        }
        Step::AddStatement(a, b) => {
            let (case, speaker) = (pick(&there.cases, *a)?, pick(&there.actors, *b)?);
            desk.add::<Statement>(
                json!({ "case_id": case, "speaker_id": speaker, "words": "…", "wording": "quotation" }),
            );
        }
        Step::Link(a, b) => {
            let ((case, claim), item) = (pick(&there.claims, *a)?, pick(&there.items, *b)?);
            there.links.push((case, desk.link(case, item, claim)));
        }
        Step::Stance(a) => {
            let (case, link) = pick(&there.links, *a)?;
            desk.stance(case, link, "supports");
        }
        Step::Answer(a, b) => {
            let ((case, claim), (of, point)) = (pick(&there.claims, *a)?, pick(&there.points, *b)?);
            if case == of {
                desk.add::<Answer>(json!({ "case_id": case, "claim_id": claim, "point_id": point, "kind": "value", "value": "sarin" }));
            }
        }
        Step::Edit(a, text) => {
            let (_, claim) = pick(&there.claims, *a)?;
            desk.edit::<Claim>(claim, json!({ "text": text })).unwrap();
        }
        Step::EditActor(a, text) => {
            desk.edit::<Actor>(pick(&there.actors, *a)?, json!({ "description": text })).unwrap();
        }
        Step::Trash(a) => {
            let case = pick(&there.cases, *a)?;
            desk.act("case.trash", |tx| tx.trash::<Case>(case)).unwrap();
        }
        Step::Spelling(a) => {
            desk.add::<CaseName>(json!({ "case_id": pick(&there.cases, *a)?, "name": "Хан-Шейхун" }));
        }
        Step::Many(a, b) => {
            let case = pick(&there.cases, *a)?;
            let ids: Vec<_> = (0..*b).map(|_| desk.id()).collect();
            desk.act("import", |tx| {
                for id in &ids {
                    tx.add(&record::<Claim>(
                        json!({ "uuid": id, "case_id": case, "text": "many", "kind": "factual" }),
                    ))?;
                    tx.edit::<Claim>(*id, fields(json!({ "note": "twice in one operation" })))?;
                }
                tx.edit::<Case>(case, fields(json!({ "why": format!("{} more", ids.len()) })))
            })
            .unwrap();
        }
        Step::Background => {
            let id = desk.id();
            let act = ledger::Act { name: "editor.add", background: true, ..Default::default() };
            desk.ledger
                .transact(&act, |tx| tx.add(&record::<Editor>(json!({ "uuid": id, "name": "Another" }))))
                .unwrap();
        }
    }
    Some(())
}

/// The tables without what undo passes over.
fn state(desk: &Desk) -> String {
    desk.tables().lines().filter(|line| !line.starts_with("editor ")).collect::<Vec<_>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undone_step_by_step_it_restores_and_redone_it_is_the_same(steps in proptest::collection::vec(step(), 1..24)) {
        let mut desk = desk();
        let mut there = There::default();
        let mut states = vec![state(&desk)];
        for step in &steps {
            take(&mut desk, &mut there, step);
            let now = state(&desk);
            if states.last() != Some(&now) {
                states.push(now);
            }
        }
        desk.verified();
        let n = states.len() - 1;
        for step in (0..n).rev() {
            desk.undo().unwrap();
            prop_assert_eq!(&state(&desk), &states[step], "undo restores every table");
        }
        prop_assert!(matches!(desk.undo(), Err(LedgerError::NothingToUndo)), "then nothing is left to undo");
        desk.verified();
        for wanted in &states[1..] {
            desk.redo().unwrap();
            prop_assert_eq!(&state(&desk), wanted, "redo gives the same state");
        }
        prop_assert!(matches!(desk.redo(), Err(LedgerError::NothingToRedo)), "then nothing is left to redo");
        desk.verified();
        let (code, said) = script(&desk.path, &[]);
        prop_assert_eq!(code, 0, "the script agrees: {}", said);
        // Every case reads alike in the present and as of its last operation, whatever came before.
        let last = desk.ledger.last().unwrap().unwrap();
        let extra = desk.case("One more operation");
        for case in there.cases.iter().copied().filter(|case| *case != extra) {
            let mut now = desk.ledger.case_at(case, None).unwrap().unwrap();
            let then = desk.ledger.case_at(case, Some(&ledger::AsOf::Operation(last.uuid))).unwrap().unwrap();
            (now.operation, now.time) = (then.operation, then.time.clone());
            prop_assert_eq!(now, then, "as_of reads what was there");
        }
    }
}
