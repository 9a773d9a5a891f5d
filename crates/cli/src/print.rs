//! What the terminal shows: JSON where asked, else short text. A closed pipe ends quietly.

use crate::arguments::{CaseCommand, Command, ExcerptsCommand};
use api::Problem;
use serde_json::Value;
use std::io::Write;
use std::process::ExitCode;

/// A line on standard error.
pub fn error(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}

/// A problem: as JSON, or as its words and what to do.
pub fn problem(problem: &Problem, as_json: bool) {
    if as_json {
        error(&serde_json::to_string(problem).unwrap_or_default());
    } else {
        error(&format!("counterclaim: {}", visible(&problem.message)));
        if let Some(hint) = &problem.hint {
            error(&visible(hint));
        }
    }
}

fn line(words: &str) {
    if writeln!(std::io::stdout(), "{words}").is_err() {
        std::process::exit(0);
    }
}

fn json(value: &Value) {
    line(&serde_json::to_string_pretty(value).unwrap_or_default());
}

/// The table of commands.
pub fn commands(table: &[Value], as_json: bool) {
    if as_json {
        return json(&Value::Array(table.to_vec()));
    }
    for command in table {
        let mark = if command["writes"] == true { "writes" } else { "reads " };
        line(&format!("{:<28} {mark}  {}", text(&command["name"]), text(&command["about"])));
        line(&format!("    {}", command["request"]));
    }
}

/// What a restore brought back.
pub fn restored(value: &Value, as_json: bool) {
    if as_json {
        return json(value);
    }
    line(&format!("Restored into {}, with {} preserved files.", text(&value["id"]), value["files"]));
    for hash in value["missing"].as_array().into_iter().flatten() {
        line(&format!("missing: {}", text(hash)));
    }
}

/// What a command answered; the exit code says whether a verification held.
pub fn answer(command: &Command, value: &Value, as_json: bool) -> ExitCode {
    let code = if matches!(command, Command::Verify { .. }) && value["ok"] != true {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    };
    if as_json || matches!(command, Command::Call { .. }) {
        json(value);
        return code;
    }
    match command {
        Command::Init => line(&format!("Workspace {} ({} cases).", text(&value["id"]), value["cases"])),
        Command::Demo => line(&format!(
            "{}  {}{}",
            text(&value["id"]),
            text(&value["name"]),
            if value["made"] == true { "" } else { "  (it was there)" }
        )),
        Command::Case { command: CaseCommand::List } => cases(value),
        Command::Case { command: CaseCommand::Show { .. } } => case(value),
        Command::Search { .. } => rows(value, |hit| {
            format!(
                "{}  {:<10} {}  [{}]",
                text(&hit["id"]),
                text(&hit["table"]),
                text(&hit["name"]),
                text(&hit["case_name"])
            )
        }),
        Command::History { .. } => rows(value, |operation| {
            let undone = if operation["undone"] == true { "  (taken back)" } else { "" };
            format!(
                "{}  {}  {:<22} {}{}  {}",
                text(&operation["id"]),
                text(&operation["time"]),
                text(&operation["name"]),
                text(&operation["editor"]),
                undone,
                text(&operation["reason"])
            )
        }),
        Command::Undo { .. } => {
            line(&format!("Took back {} ({}).", text(&value["name"]), text(&value["id"])))
        }
        Command::Redo { .. } => {
            line(&format!("Did again {} ({}).", text(&value["name"]), text(&value["id"])))
        }
        Command::Verify { .. } => verified(value),
        Command::Backup { .. } => line(&format!(
            "Backed up to {} ({} bytes, {} files listed, {} held).",
            text(&value["id"]),
            value["size"],
            value["files"],
            value["files_held"]
        )),
        Command::Report { .. } => {
            line(&format!(
                "{}  {} bytes  SHA-256 {}",
                text(&value["id"]),
                value["size"],
                text(&value["sha256"])
            ));
            for glyph in value["missing_glyphs"].as_array().into_iter().flatten() {
                line(&format!("no bundled font has {}; its code stands in its place", text(glyph)));
            }
        }
        Command::Excerpts { command: ExcerptsCommand::Export { .. } } => {
            line(&format!(
                "{}  {} excerpts  SHA-256 {}",
                text(&value["id"]),
                value["excerpts"],
                text(&value["sha256"])
            ));
            if value["erased"] != 0 {
                line(&format!("left out, since their words were erased: {}", value["erased"]));
            }
        }
        Command::Excerpts { command: ExcerptsCommand::Import { .. } } => {
            let count = |key: &str| value[key].as_array().map_or(0, Vec::len);
            line(&format!(
                "{} added, {} there already, {} left out",
                count("added"),
                count("there"),
                count("left_out")
            ));
            for left in value["left_out"].as_array().into_iter().flatten() {
                let nearest =
                    left["nearest"].as_str().map(|words| format!("; nearest: {words}")).unwrap_or_default();
                let why =
                    left["message"].as_str().unwrap_or_else(|| left["why"].as_str().unwrap_or_default());
                line(&format!("{}  {}  {why}{nearest}", left["number"], text(&left["name"])));
            }
        }
        Command::Bag { .. } => {
            line(&format!(
                "{}  {} files, {} bytes, {} preserved copies  SHA-256 {} (tagmanifest-sha256.txt)",
                text(&value["id"]),
                value["files"],
                value["bytes"],
                value["copies"],
                text(&value["sha256"])
            ));
            for capture in value["left_out"].as_array().into_iter().flatten() {
                line(&format!("left out: {}", text(capture)));
            }
        }
        Command::Attach { .. } => line(&format!(
            "{}  {}  SHA-256 {}",
            text(&value["id"]),
            text(&value["name"]),
            text(&value["record"]["sha256"])
        )),
        Command::Read { .. } => {
            let state = &value["state"];
            line(&format!(
                "{}  text {}  metadata {} ({} values, {} sensitive)  picture {}  credentials {}",
                text(&state["id"]),
                text(&state["text"]),
                text(&state["metadata"]),
                value["values"],
                value["sensitive"],
                text(&state["picture"]),
                state["credentials"].as_str().unwrap_or("-"),
            ));
            for alike in value["alike"].as_array().into_iter().flatten() {
                line(&format!(
                    "  looks like {}  {}  {}",
                    text(&alike["id"]),
                    text(&alike["name"]),
                    text(&alike["item"])
                ));
            }
        }
        Command::Capture { .. } => {
            line(&format!("{}  {}", text(&value["item_id"]), text(&value["title"])));
            for capture in value["captures"].as_array().into_iter().flatten() {
                line(&format!(
                    "{}  {}  SHA-256 {}",
                    text(&capture["part"]),
                    text(&capture["name"]),
                    text(&capture["sha256"])
                ));
            }
            for thing in value["missing"].as_array().into_iter().flatten() {
                line(&format!("not kept: {}  {}", text(&thing["address"]), text(&thing["why"])));
            }
        }
        Command::Open { .. } => line(&text(&value["address"])),
        Command::Call { .. } | Command::Commands | Command::Restore { .. } => {}
    }
    code
}

fn cases(value: &Value) {
    rows(value, |case| {
        format!(
            "{}  {}  {}  {} accounts, {} of {} claims rated, {} points open",
            text(&case["id"]),
            text(&case["name"]),
            text(&case["status"]),
            case["n_accounts"],
            case["n_claims_rated"],
            case["n_claims"],
            case["n_points_open"]
        )
    });
}

fn case(value: &Value) {
    let records = &value["case"];
    let case = &records["case"];
    line(&text(&case["name"]));
    for (head, field) in
        [("When", "date"), ("Where", "place"), ("What", "summary"), ("Why", "why"), ("Status", "status")]
    {
        if case[field].is_string() {
            line(&format!("{head:<7}{}", text(&case[field])));
        }
    }
    line(&format!("id     {}", text(&value["id"])));
    for account in value["accounts"].as_array().into_iter().flatten() {
        let name = records["accounts"]
            .as_array()
            .into_iter()
            .flatten()
            .find(|record| record["uuid"] == account["account_id"]);
        line(&format!(
            "{}      {}",
            text(&account["letter"]),
            name.map(|record| text(&record["name"])).unwrap_or_default()
        ));
    }
    for (head, list) in [
        ("points", "points"),
        ("claims", "claims"),
        ("statements", "statements"),
        ("items", "items"),
        ("evidence links", "links"),
        ("assessments", "assessments"),
        ("verdicts", "verdicts"),
    ] {
        line(&format!("{:>6} {head}", records[list].as_array().map_or(0, Vec::len)));
    }
    line(&format!("as of operation {} ({})", text(&records["operation"]), text(&records["time"])));
}

fn verified(value: &Value) {
    line(&format!(
        "{} operations, {} changes, {} rows, {} preserved files checked.",
        value["operations"], value["changes"], value["rows"], value["files"]
    ));
    for fault in value["faults"].as_array().into_iter().flatten() {
        line(&format!("FAULT {}: {}", text(&fault["code"]), text(&fault["words"])));
    }
    for note in value["erased"].as_array().into_iter().flatten() {
        line(&format!("erased: {}", text(note)));
    }
    for head in value["heads"].as_array().into_iter().flatten() {
        line(&format!(
            "head {} of device {}, operation {}, {}",
            text(&head["hash"]),
            text(&head["device"]),
            head["n"],
            text(&head["time"])
        ));
    }
    match value["head_found"].as_bool() {
        Some(true) => line("The head you gave is part of this history."),
        Some(false) => line("The head you gave is NOT part of this history: it was cut off or rewritten."),
        None => {}
    }
    line(if value["ok"] == true { "Nothing is wrong." } else { "Something is wrong." });
    line(&text(&value["limits"]));
}

fn rows(value: &Value, shape: impl Fn(&Value) -> String) {
    for row in value.as_array().into_iter().flatten() {
        line(shape(row).trim_end());
    }
}

fn text(value: &Value) -> String {
    visible(value.as_str().unwrap_or_default())
}

/// A text for a terminal: control and bidirectional characters become visible codes, so that no text can steer the terminal.
fn visible(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\t' => " ".to_owned(),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' => {
                format!("<U+{:04X}>", u32::from(letter))
            }
            letter if letter.is_control() => format!("<U+{:04X}>", u32::from(letter)),
            letter => letter.to_string(),
        })
        .collect()
}
