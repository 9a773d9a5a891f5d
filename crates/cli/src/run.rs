//! From arguments to calls of the door.

use crate::arguments::{Arguments, CaseCommand, Command, ExcerptsCommand};
use crate::print;
use api::table::{Kind, commands, find};
use api::{Code, Context, Door, Opening, Problem, Wanted};
use serde_json::{Map, Value, json};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Why nothing came of it.
pub enum Failure {
    /// The words make no command.
    Usage(String),
    /// The door refused.
    Refused(Problem),
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

/// Runs what was asked, and prints what came of it.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    match &arguments.command {
        Command::Commands => {
            print::commands(&table(), arguments.json);
            return Ok(ExitCode::SUCCESS);
        }
        Command::Restore { file, dir } => {
            let restored =
                serde_json::to_value(api::restore(&Context::default(), file, dir)?).unwrap_or_default();
            print::restored(&restored, arguments.json);
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    let (name, request) = called(arguments)?;
    let door = open(arguments, name.as_deref())?;
    let context =
        Context { editor: arguments.editor.clone(), reason: arguments.reason.clone(), ..Context::default() };
    let call = |name: &str, request: Value| door.call(name, request, &context).map_err(Failure::from);
    let case = |words: &str| -> Result<Value, Failure> {
        Ok(call("case.find", json!({ "words": words }))?["id"].clone())
    };
    let answer = match &arguments.command {
        Command::Init => call("workspace.show", json!({}))?,
        Command::Demo => call("demo.add", json!({}))?,
        Command::Case { command: CaseCommand::List } => {
            call("case.list", json!({ "limit": arguments.limit }))?
        }
        Command::Case { command: CaseCommand::Show { case: words, as_of, known_by } } => {
            call("case.show", json!({ "case_id": case(words)?, "as_of": as_of, "known_by": known_by }))?
        }
        Command::Search { words } => {
            let limit = arguments.limit.unwrap_or(u32::MAX);
            let mut hits = call("search", json!({ "words": words.join(" "), "limit": limit }))?;
            if let Some(hits) = hits.as_array_mut() {
                hits.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
            }
            hits
        }
        Command::History { case: words } => {
            let case_id = words.as_deref().map(case).transpose()?;
            call("history.list", json!({ "case_id": case_id, "limit": arguments.limit }))?
        }
        Command::Undo { case: words } => {
            let case_id = words.as_deref().map(case).transpose()?;
            call("history.undo", json!({ "case_id": case_id, "reason": arguments.reason }))?
        }
        Command::Redo { case: words } => {
            let case_id = words.as_deref().map(case).transpose()?;
            call("history.redo", json!({ "case_id": case_id }))?
        }
        Command::Verify { head, without_files } => {
            call("workspace.verify", json!({ "head": head, "files": !without_files }))?
        }
        Command::Backup { full } => call("backup.add", json!({ "full": full.as_deref().map(absolute) }))?,
        Command::Report { case: words, format, out, as_of, known_by, sections, language } => {
            let sections = (!sections.is_empty()).then_some(sections);
            call(
                "report.export",
                json!({ "case_id": case(words)?, "format": format, "out": absolute(out), "as_of": as_of, "known_by": known_by, "sections": sections, "language": language }),
            )?
        }
        Command::Bag { case: words, out, language, leave_out } => call(
            "case.bag",
            json!({ "case_id": case(words)?, "out": absolute(out), "language": language, "leave_out": leave_out }),
        )?,
        Command::Excerpts { command: ExcerptsCommand::Export { case: words, out } } => {
            let case_id = words.as_deref().map(case).transpose()?;
            call("excerpt.export", json!({ "case_id": case_id, "out": absolute(out) }))?
        }
        Command::Excerpts { command: ExcerptsCommand::Import { file, capture } } => {
            call("excerpt.import", json!({ "path": absolute(file), "capture_id": capture }))?
        }
        Command::Attach { item, file, note } => {
            let attached =
                call("item.attach", json!({ "item_id": item, "path": absolute(file), "note": note }))?;
            // The file is attached, whatever its reading comes to; `capture.reading` tells that.
            let _ = call("capture.read", json!({ "id": attached["id"] }));
            attached
        }
        Command::Read { capture } => call("capture.read", json!({ "id": capture }))?,
        Command::Capture { url, item, name, why, allow_private } => call(
            "web.capture",
            json!({ "address": url, "item_id": item, "name": name, "reason": why, "allow_private": allow_private }),
        )?,
        Command::Open { case: words, record, print } => {
            let place = call("record.find", json!({ "id": case(words)? }))?;
            let place = match record {
                None => place,
                Some(id) => {
                    let found = call("record.find", json!({ "id": id }))?;
                    if !found["case_id"].is_null() && found["case_id"] != place["id"] {
                        let words = format!("{} is of the case {}", found["name"], found["case_name"]);
                        return Err(Problem::new(Code::Invalid, words).field("record").into());
                    }
                    found
                }
            };
            if !print {
                let address = place["address"].as_str().unwrap_or_default();
                crate::window::open(arguments.workspace.as_deref(), address)?;
            }
            place
        }
        Command::Call { .. } => call(name.as_deref().unwrap_or_default(), request)?,
        Command::Commands | Command::Restore { .. } => Value::Null,
    };
    Ok(print::answer(&arguments.command, &answer, arguments.json))
}

/// For `call`: the name and the request, read before anything is opened.
fn called(arguments: &Arguments) -> Result<(Option<String>, Value), Failure> {
    let Command::Call { name, request } = &arguments.command else { return Ok((None, Value::Null)) };
    let mut text = request.clone();
    if text == "-" {
        text.clear();
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|error| Failure::Usage(format!("standard input does not read: {error}")))?;
    }
    let request: Value = serde_json::from_str(&text)
        .map_err(|error| Failure::Usage(format!("the request is not JSON: {error}")))?;
    if !request.is_object() {
        return Err(Failure::Usage("the request must be a JSON object".to_owned()));
    }
    Ok((Some(name.clone()), request))
}

/// Opens for writing only what writes, so that reading works while another writes.
fn open(arguments: &Arguments, called: Option<&str>) -> Result<Door, Failure> {
    let writes = match &arguments.command {
        Command::Init
        | Command::Demo
        | Command::Undo { .. }
        | Command::Redo { .. }
        | Command::Bag { .. }
        | Command::Excerpts { command: ExcerptsCommand::Import { .. } }
        | Command::Attach { .. }
        | Command::Read { .. }
        | Command::Capture { .. } => true,
        Command::Call { .. } => find(called.unwrap_or_default())?.kind != Kind::Read,
        _ => false,
    };
    let wanted = if writes && !arguments.read_only { Wanted::Write } else { Wanted::Read };
    Ok(Door::open(Opening::of(arguments.workspace.clone(), wanted, "terminal"))?)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

fn table() -> Vec<Value> {
    commands()
        .iter()
        .map(|command| {
            let mut row = Map::new();
            row.insert("id".to_owned(), command.name.into());
            row.insert("name".to_owned(), command.name.into());
            row.insert("writes".to_owned(), (command.kind != Kind::Read).into());
            row.insert("about".to_owned(), command.about.into());
            row.insert("request".to_owned(), (command.request)().to_value());
            Value::Object(row)
        })
        .collect()
}
