//! The description names every file and work, joins them, and says nothing that is not known.

#![allow(clippy::unwrap_used)]

use exchange::ro_crate::{Crate, CrateFile, FILE, Work, describe};
use serde_json::Value;
use std::collections::BTreeSet;

fn sample() -> Crate {
    Crate {
        name: "A case".into(),
        description: "Two accounts of one event.".into(),
        date: "2026-11-22".into(),
        terms: "See the terms of each source.".into(),
        language: Some("en".into()),
        publisher: Some(("The desk".into(), Some("https://desk.example/".into()))),
        editors: vec!["I. Marr".into()],
        works: vec![Work {
            id: "w1".into(),
            name: "A paper".into(),
            url: Some(String::new()),
            ..Work::default()
        }],
        files: vec![
            CrateFile {
                path: "files/ab/cd".into(),
                name: "paper 1.pdf".into(),
                media_type: "application/pdf".into(),
                size: Some(3),
                sha256: Some("00".into()),
                copy_of: Some("w1".into()),
                kept_by: Some("I. Marr".into()),
                ..CrateFile::default()
            },
            CrateFile {
                path: "Отчёт 1.html".into(),
                name: "report".into(),
                media_type: "text/html".into(),
                ..CrateFile::default()
            },
        ],
    }
}

/// Every `@id` that is pointed at, and every one that has an entity.
fn references(value: &Value, to: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) if map.len() == 1 && map.contains_key("@id") => {
            to.insert(map["@id"].as_str().unwrap().to_owned());
        }
        Value::Object(map) => map.values().for_each(|each| references(each, to)),
        Value::Array(list) => list.iter().for_each(|each| references(each, to)),
        _ => {}
    }
}

#[test]
fn what_is_pointed_at_is_there() {
    let crate_ = describe(&sample());
    let graph = crate_["@graph"].as_array().unwrap();
    let there: BTreeSet<String> = graph.iter().map(|each| each["@id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(there.len(), graph.len(), "each thing stands there once");
    let mut meant = BTreeSet::new();
    references(&crate_["@graph"], &mut meant);
    meant.remove("https://w3id.org/ro/crate/1.2");
    let missing: Vec<_> = meant.difference(&there).collect();
    assert!(missing.is_empty(), "nothing points into the void: {missing:?}");
    assert_eq!(graph[0]["@id"], FILE, "the description comes first");
    assert!(there.contains("%D0%9E%D1%82%D1%87%D1%91%D1%82%201.html"), "a path is an address: {there:?}");
}

#[test]
fn what_is_not_known_is_not_said() {
    let text = describe(&sample()).to_string();
    assert!(!text.contains(":\"\"") && !text.contains("null"), "no empty words: {text}");
    let bare = describe(&Crate { name: "A case".into(), ..Crate::default() });
    assert_eq!(bare["@graph"][1].get("publisher"), None);
    assert_eq!(bare["@graph"][1].get("author"), None);
}
