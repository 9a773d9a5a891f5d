//! The export of one case: whole in itself, nothing of others in it, and the script can check it.

use crate::support::*;
use claims::ids::*;
use claims::records::*;
use ledger::{AsOf, Erase};
use serde_json::{Map, Value, json};

fn export(desk: &Desk, case: CaseId, as_of: Option<&AsOf>) -> String {
    let mut out = Vec::new();
    let extra = fields(json!({ "files": [] }));
    desk.ledger.export_case(case, as_of, &mut out, &extra).unwrap();
    String::from_utf8(out).unwrap()
}

fn check(desk: &Desk, text: &str) -> (i32, String) {
    let path = desk.folder.path().join("export.json");
    std::fs::write(&path, text).unwrap();
    script(&path, &[])
}

fn example() -> (Desk, CaseId, ClaimId) {
    let mut desk = desk();
    let (one, two) = (desk.case("One"), desk.case("Two, confidential"));
    let actor = desk.actor("Speaker");
    desk.add::<ActorName>(json!({ "actor_id": actor, "name": "Говорящий" }));
    let claim = desk.claim(one, "It was sarin");
    desk.edit::<Claim>(claim, json!({ "claimant_id": actor })).unwrap();
    desk.claim(two, "secret of the other case");
    desk.actor("an actor of the other case");
    let ids = [desk.id(), desk.id()];
    desk.act("both", |tx| {
        tx.add(&record::<Claim>(
            json!({ "uuid": ids[0], "case_id": one, "text": "ours", "kind": "factual" }),
        ))?;
        tx.add(&record::<Claim>(
            json!({ "uuid": ids[1], "case_id": two, "text": "secret as well", "kind": "factual" }),
        ))
    })
    .unwrap();
    desk.claim(one, "undone");
    desk.undo().unwrap();
    (desk, one, claim)
}

#[test]
fn an_export_checks_by_itself_and_leaks_nothing() {
    let (desk, case, _) = example();
    let text = export(&desk, case, None);
    assert!(
        !text.contains("secret") && !text.contains("confidential") && !text.contains("other case"),
        "other cases are stubs"
    );
    assert!(
        text.contains("Говорящий") && text.contains("undone"),
        "what the case refers to, and its own history, are there"
    );
    let (code, said) = check(&desk, &text);
    assert_eq!(code, 0, "{said}");
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["files"], json!([]), "extra keys stand at the top");
    assert_eq!(value["heads"][0]["hash"], json!(desk.ledger.last().unwrap().unwrap().hash));
    assert_eq!(
        value["operations"].as_array().unwrap().len() as i64,
        desk.ledger.last().unwrap().unwrap().position
    );
    assert_eq!(text, export(&desk, case, None), "the same position gives the same bytes");
}

#[test]
fn an_export_of_the_past_stays_the_same() {
    let (mut desk, case, claim) = example();
    let then = AsOf::Operation(desk.ledger.last().unwrap().unwrap().uuid);
    let before = export(&desk, case, Some(&then));
    desk.edit::<Claim>(claim, json!({ "text": "It was chlorine" })).unwrap();
    assert_eq!(export(&desk, case, Some(&then)), before, "what comes later does not change it");
    assert_eq!(check(&desk, &before).0, 0);
    assert!(export(&desk, case, None).contains("chlorine"));
}

#[test]
fn an_erasure_is_explained_in_the_export() {
    let (mut desk, case, claim) = example();
    let then = AsOf::Operation(desk.ledger.last().unwrap().unwrap().uuid);
    let editor = desk.editor;
    let what = Erase::Fields { table: "claim".into(), row: claim.0, fields: vec!["text".into()] };
    desk.ledger.erase(editor, &what, "named by mistake").unwrap();
    let now = export(&desk, case, None);
    assert!(!now.contains("It was sarin"));
    let (code, said) = check(&desk, &now);
    assert_eq!(code, 0, "the present: {said}");
    let past = export(&desk, case, Some(&then));
    assert!(past.contains("[erased]") && !past.contains("It was sarin"), "the past is marked");
    let (code, said) = check(&desk, &past);
    assert_eq!(code, 0, "the past: {said}");
    let what =
        Erase::Fields { table: "claim".into(), row: claim.0, fields: vec!["note".into(), "text".into()] };
    desk.edit::<Claim>(claim, json!({ "note": "Qx" })).unwrap();
    desk.ledger.erase(editor, &what, "again").unwrap();
    for at in [None, Some(&then)] {
        let (code, said) = check(&desk, &export(&desk, case, at));
        assert_eq!(code, 0, "after a second erasure: {said}");
    }
}

#[test]
fn a_changed_export_is_seen() {
    let (desk, case, _) = example();
    let good: Value = serde_json::from_str(&export(&desk, case, None)).unwrap();
    let whole = |value: &Value, key: &str| {
        value["operations"].as_array().unwrap().iter().position(|o| o["name"] == key).unwrap()
    };
    let add = whole(&good, "claim.add");
    type Harm = Box<dyn Fn(&mut Value)>;
    let harms: Vec<(&str, Harm)> = vec![
        ("a row changed", Box::new(|v| v["tables"]["claim"][0]["text"] = json!("It was water"))),
        (
            "a row dropped",
            Box::new(|v| {
                v["tables"]["claim"].as_array_mut().unwrap().remove(0);
            }),
        ),
        (
            "a row added",
            Box::new(|v| {
                let mut row = v["tables"]["claim"][0].clone();
                row["uuid"] = json!("x");
                v["tables"]["claim"].as_array_mut().unwrap().push(row);
            }),
        ),
        ("an image changed", Box::new(move |v| v["operations"][add]["changes"][0]["after"] = json!("{}"))),
        (
            "a change dropped",
            Box::new(move |v| {
                v["operations"][add]["changes"].as_array_mut().unwrap().pop();
            }),
        ),
        (
            "an operation dropped",
            Box::new(move |v| {
                v["operations"].as_array_mut().unwrap().remove(add);
            }),
        ),
        (
            "a stub changed",
            Box::new(|v| {
                let stub =
                    v["operations"].as_array_mut().unwrap().iter_mut().find(|o| o["uuid"].is_null()).unwrap();
                stub["body"] = json!("0".repeat(64));
            }),
        ),
        (
            "the tail cut off",
            Box::new(|v| {
                v["operations"].as_array_mut().unwrap().pop();
            }),
        ),
        ("two operations swapped", Box::new(|v| v["operations"].as_array_mut().unwrap().swap(3, 4))),
        ("another editor", Box::new(move |v| v["operations"][add]["editor"] = json!(null))),
    ];
    for (name, harm) in harms {
        let mut bad = good.clone();
        harm(&mut bad);
        let (code, said) = check(&desk, &bad.to_string());
        assert_eq!(code, 1, "{name}: {said}");
    }
    assert_eq!(check(&desk, &good.to_string()).0, 0, "and the good one still is");
}

#[test]
fn a_case_that_is_not_there_is_not_exported() {
    let desk = desk();
    let nowhere = CaseId(desk.id());
    let result = desk.ledger.export_case(nowhere, None, &mut Vec::new(), &Map::new());
    assert!(matches!(refused(result), ledger::LedgerError::NotFound { .. }));
}
