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

/// A step, or one that looks back: undo, redo, erase.
#[derive(Debug, Clone)]
enum Turn {
    Step(Step),
    Undo(Option<usize>),
    Redo(Option<usize>),
    EraseClaim(usize, bool),
    EraseActor(usize),
    EraseCase(usize),
}

fn turn() -> impl Strategy<Value = Turn> {
    let n = 0..5usize;
    prop_oneof![
        6 => step().prop_map(Turn::Step),
        3 => proptest::option::of(n.clone()).prop_map(Turn::Undo),
        2 => proptest::option::of(n.clone()).prop_map(Turn::Redo),
        1 => (n.clone(), any::<bool>()).prop_map(|(a, both)| Turn::EraseClaim(a, both)),
        1 => n.clone().prop_map(Turn::EraseActor),
        1 => n.prop_map(Turn::EraseCase),
    ]
}

/// Looks back; whatever is refused must be refused for one of the reasons there are.
fn look_back(desk: &mut Desk, there: &There, turn: &Turn) {
    let editor = desk.editor;
    let case = |n: &Option<usize>| n.and_then(|n| pick(&there.cases, n));
    let result = match turn {
        Turn::Step(_) => return,
        Turn::Undo(n) => desk.ledger.undo(editor, case(n), None).map(|_| ()),
        Turn::Redo(n) => desk.ledger.redo(editor, case(n)).map(|_| ()),
        Turn::EraseClaim(n, both) => {
            let Some((_, claim)) = pick(&there.claims, *n) else { return };
            let fields = if *both { vec!["text".into(), "note".into()] } else { vec!["text".into()] };
            let what = ledger::Erase::Fields { table: "claim".into(), row: claim.0, fields };
            desk.ledger.erase(editor, &what, "why").map(|_| ())
        }
        Turn::EraseActor(n) => {
            let Some(actor) = pick(&there.actors, *n) else { return };
            let what = ledger::Erase::Fields {
                table: "actor".into(),
                row: actor.0,
                fields: vec!["description".into()],
            };
            desk.ledger.erase(editor, &what, "why").map(|_| ())
        }
        Turn::EraseCase(n) => {
            let Some(case) = pick(&there.cases, *n) else { return };
            let what = ledger::Erase::Fields {
                table: "case".into(),
                row: case.0,
                fields: vec!["name".into(), "why".into()],
            };
            desk.ledger.erase(editor, &what, "why").map(|_| ())
        }
    };
    match result {
        Ok(())
        | Err(
            LedgerError::NothingToUndo
            | LedgerError::NothingToRedo
            | LedgerError::TouchedSince { .. }
            | LedgerError::ErasedImages { .. },
        ) => {}
        Err(other) => panic!("{turn:?}: {other}"),
    }
}

/// Steps on records that undo took out are left aside.
fn forget(desk: &Desk, there: &mut There) {
    there.cases.retain(|id| desk.ledger.get::<Case>(*id).unwrap().is_some());
    there.actors.retain(|id| desk.ledger.get::<Actor>(*id).unwrap().is_some());
    there.items.retain(|id| desk.ledger.get::<Item>(*id).unwrap().is_some());
    there.claims.retain(|(_, id)| desk.ledger.get::<Claim>(*id).unwrap().is_some());
    there.points.retain(|(_, id)| desk.ledger.get::<Point>(*id).unwrap().is_some());
    there.links.retain(|(_, id)| desk.ledger.get::<EvidenceLink>(*id).unwrap().is_some());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn with_undo_redo_and_erasures_between_everything_still_stands(turns in proptest::collection::vec(turn(), 1..32)) {
        let mut desk = desk();
        let (mut there, mut ever) = (There::default(), There::default());
        for turn in &turns {
            match turn {
                Turn::Step(step) => {
                    take(&mut desk, &mut there, step);
                    ever.cases.extend(there.cases.iter().filter(|id| !ever.cases.contains(id)).copied().collect::<Vec<_>>());
                    ever.claims.extend(there.claims.iter().filter(|id| !ever.claims.contains(id)).copied().collect::<Vec<_>>());
                    ever.actors.extend(there.actors.iter().filter(|id| !ever.actors.contains(id)).copied().collect::<Vec<_>>());
                }
                // What was undone can be erased too.
                back => look_back(&mut desk, &ever, back),
            }
            forget(&desk, &mut there);
        }
        desk.verified();
        let (code, said) = script(&desk.path, &[]);
        prop_assert_eq!(code, 0, "the script agrees: {}", said);
        let positions = desk.ledger.history(&ledger::HistoryRequest::default()).unwrap();
        for case in &ever.cases {
            let mut exported = 0;
            for position in &positions {
                let as_of = ledger::AsOf::Operation(position.uuid);
                let at = desk.ledger.case_at(*case, Some(&as_of)).unwrap();
                let mut out = Vec::new();
                let export = desk.ledger.export_case(*case, Some(&as_of), &mut out, &Default::default());
                prop_assert_eq!(at.is_some(), export.is_ok(), "what can be read can be exported");
                if at.is_some() && exported < 4 {
                    exported += 1;
                    let file = desk.folder.path().join("then.json");
                    std::fs::write(&file, &out).unwrap();
                    let (code, said) = script(&file, &[]);
                    prop_assert_eq!(code, 0, "the export as of {} checks: {}", position.position, said);
                }
            }
        }
        let before = desk.tables();
        desk.ledger.rebuild_derived().unwrap();
        prop_assert_eq!(before, desk.tables());
        desk.verified();
    }
}
