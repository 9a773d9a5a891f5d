//! `counterclaim`: the commands of the door from a terminal, without a webview.
//!
//! Exit code 0: done. 1: refused or not found, the problem on standard error. 2: wrong usage.

mod arguments;
mod print;
mod run;
mod window;

use arguments::Arguments;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run::run(&arguments) {
        Ok(done) => done,
        Err(run::Failure::Usage(words)) => {
            print::error(&format!("error: {words}\n\nFor more information, try '--help'."));
            ExitCode::from(2)
        }
        Err(run::Failure::Refused(problem)) => {
            print::problem(&problem, arguments.json);
            ExitCode::from(1)
        }
    }
}
