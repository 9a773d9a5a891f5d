//! The demo case: made through the same commands as any case, so that its history shows how.

use crate::commands::workspace::HOUSE;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{Nothing, answer};
use claims::ids::CaseId;
use claims::records::{Case, House, Scale, ScaleLabel};
use claims::words::CaseStatus;
use ledger::Filter;
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;

const STEPS: &str = include_str!("../../../../samples/demo/steps.json");
const SHEETS: [(&str, &str); 6] = [
    (
        "notes-news-report-2017-04-12.txt",
        include_str!("../../../../samples/demo/notes-news-report-2017-04-12.txt"),
    ),
    (
        "notes-defence-ministry-2017-04-05.txt",
        include_str!("../../../../samples/demo/notes-defence-ministry-2017-04-05.txt"),
    ),
    (
        "notes-white-house-assessment-2017-04-11.txt",
        include_str!("../../../../samples/demo/notes-white-house-assessment-2017-04-11.txt"),
    ),
    ("notes-S-1510-2017.txt", include_str!("../../../../samples/demo/notes-S-1510-2017.txt")),
    ("notes-A-HRC-36-55.txt", include_str!("../../../../samples/demo/notes-A-HRC-36-55.txt")),
    ("notes-S-2017-904.txt", include_str!("../../../../samples/demo/notes-S-2017-904.txt")),
];

answer! {
    /// The demo case.
    pub struct Demo {
        /// Its id.
        pub id: CaseId,
        /// Its name.
        pub name: String,
        /// True if it was made just now, false if it was there.
        pub made: bool,
    }
}

/// One step: a command, with `$name` for the id of what an earlier step made.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    #[serde(rename = "as")]
    name: Option<String>,
    editor: String,
    call: String,
    with: Value,
    reason: Option<String>,
}

fn demo(desk: &mut Desk, asked: &Context, _: Nothing) -> Result<Demo, Problem> {
    if let Some(there) = there(desk)? {
        return Ok(Demo { id: there.uuid, name: there.name, made: false });
    }
    let steps: Vec<Step> = serde_json::from_str(STEPS)?;
    let first = steps.first().map(|step| step.editor.clone());
    desk.acting(&Context { editor: first.clone(), ..asked.clone() })?;
    let folder = tempfile::tempdir()
        .map_err(|error| crate::workspace::io(std::path::Path::new("the temporary folder"), &error))?;
    for (name, text) in SHEETS {
        crate::workspace::write_whole(&folder.path().join(name), text.as_bytes())?;
    }
    let mut made: HashMap<String, String> = HashMap::new();
    let total = steps.len() as u64;
    for (place, step) in steps.into_iter().enumerate() {
        if let Err(stopped) = asked.step("steps", place as u64, total) {
            if let Some(case) = made.get("case").and_then(|id| id.parse::<CaseId>().ok()) {
                let trash = Context { command: "case.trash", watch: None, editor: first, ..asked.clone() };
                desk.write(&trash, |tx| Ok::<_, Problem>(tx.trash::<Case>(case.0)?))?;
            }
            return Err(stopped);
        }
        if step.call == "house.set" && desk.ledger.get::<House>(HOUSE)?.is_some() {
            continue; // A house that is there stays: the demo never renames whoever works here.
        }
        let command = crate::table::find(&step.call)?;
        let mut request = step.with;
        fill(desk, &mut request, &made, folder.path())?;
        let context = Context {
            editor: Some(step.editor),
            reason: step.reason,
            command: command.name,
            blind: false,
            watch: None,
        };
        let answer = (command.run)(desk, &context, request)
            .map_err(|problem| problem.with("step", place + 1).with("command", command.name))?;
        if let (Some(name), Some(id)) = (step.name, answer.get("id").and_then(Value::as_str)) {
            made.insert(name, id.to_owned());
        }
    }
    let case = there(desk)?.ok_or_else(|| Problem::new(Code::Internal, "the demo's steps made no case"))?;
    Ok(Demo { id: case.uuid, name: case.name, made: true })
}

/// The demo case that is there and whole: an example that is no draft any more.
fn there(desk: &Desk) -> Result<Option<Case>, Problem> {
    let cases: Vec<Case> = desk.ledger.list(&Filter { trashed: Some(false), ..Filter::default() })?;
    Ok(cases.into_iter().find(|case| case.example && case.status != CaseStatus::Draft))
}

/// Puts ids in the place of names: a string `$name` whole, `${name}` inside a text, `$file:NAME`, `$scale:NAME`, `$label:SCALE/NAME`.
fn fill(
    desk: &Desk,
    value: &mut Value,
    made: &HashMap<String, String>,
    folder: &std::path::Path,
) -> Result<(), Problem> {
    match value {
        Value::Array(items) => items.iter_mut().try_for_each(|item| fill(desk, item, made, folder)),
        Value::Object(fields) => fields.values_mut().try_for_each(|item| fill(desk, item, made, folder)),
        Value::String(text) => {
            if let Some(name) = text.strip_prefix("$file:") {
                *text = folder.join(name).display().to_string();
            } else if let Some(name) = text.strip_prefix("$scale:") {
                *text = scale(desk, name)?.uuid.to_string();
            } else if let Some(path) = text.strip_prefix("$label:") {
                *text = label(desk, path)?;
            } else if let Some(name) = text.strip_prefix('$').filter(|name| !name.starts_with('{')) {
                *text = known(made, name)?.clone();
            } else {
                while let Some(start) = text.find("${") {
                    let Some(length) = text[start..].find('}') else { break };
                    let id = known(made, &text[start + 2..start + length])?.clone();
                    text.replace_range(start..=start + length, &id);
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn known<'a>(made: &'a HashMap<String, String>, name: &str) -> Result<&'a String, Problem> {
    made.get(name)
        .ok_or_else(|| Problem::new(Code::Internal, format!("the demo refers to {name} before it is made")))
}

fn scale(desk: &Desk, name: &str) -> Result<Scale, Problem> {
    let scales: Vec<Scale> = desk.ledger.list(&Filter { trashed: Some(false), ..Filter::default() })?;
    scales
        .into_iter()
        .find(|scale| scale.name == name && scale.preset)
        .ok_or_else(|| Problem::new(Code::NotFound, format!("there is no scale {name}")))
}

fn label(desk: &Desk, path: &str) -> Result<String, Problem> {
    let (of, name) = path.split_once('/').unwrap_or((path, ""));
    let scale = scale(desk, of)?;
    let labels: Vec<ScaleLabel> =
        desk.ledger.list(&Filter { equal: vec![("scale_id", scale.uuid.0)], ..Filter::default() })?;
    let found = labels.into_iter().find(|label| label.name == name);
    found
        .map(|label| label.uuid.to_string())
        .ok_or_else(|| Problem::new(Code::NotFound, format!("the scale {of} has no label {name}")))
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Write "demo.add", Nothing => Demo, demo, "Makes the demo case, step by step, or gives the one that is there."),
    ]
}
