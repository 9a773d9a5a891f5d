//! The caretaker: writes the generated files, and keeps the fences of ARCHITECTURE.md.
//!
//! `xtask codegen` writes what is generated; `xtask tidy` says what is not as it should be, and exits 1 if anything is;
//! `xtask host` serves the built page and the commands of one workspace over loopback, for tests in a browser.

mod codegen;
mod commands_doc;
mod host;
mod tidy;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The root of the checkout: two folders above this crate.
fn root() -> PathBuf {
    let mut path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    path.pop();
    path.pop();
    path
}

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let done = match task.as_str() {
        "codegen" => codegen::write(&root()),
        "tidy" => run_tidy(&root()),
        "host" => host::serve(&root(), std::env::args().skip(2)).map(|()| true),
        "commands-doc" => io::stdout().write_all(commands_doc::markdown().as_bytes()).map(|()| true),
        _ => {
            let usage = "usage: xtask tidy | codegen | commands-doc | host [--workspace DIR] [--port N] [--page DIR]\n";
            let _ = io::stderr().write_all(usage.as_bytes());
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            let _ = writeln!(io::stderr(), "xtask {task}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints every fault; true when there is none.
fn run_tidy(root: &Path) -> io::Result<bool> {
    let faults = tidy::faults(root)?;
    let mut out = io::stderr().lock();
    for fault in &faults {
        writeln!(out, "{fault}")?;
    }
    if !faults.is_empty() {
        writeln!(out, "tidy: {} to put right", faults.len())?;
    }
    Ok(faults.is_empty())
}
