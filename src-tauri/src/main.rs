//! THE WINDOW: start-up, dialogs, one window for each workspace. It hands (command, payload) to the door and knows no rule of the field.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod address;
mod drawing;
mod focus;
mod hands;
mod opening;
mod place;
mod present;
mod show;
mod start;
mod window;
mod workspaces;

use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let start = match start::read(std::env::args_os().skip(1)) {
        Ok(start::Wish::Open(start)) => start,
        Ok(start::Wish::Say(words)) => {
            let _ = io::stdout().write_all(words.as_bytes());
            return ExitCode::SUCCESS;
        }
        Err(fault) => {
            let _ = write!(io::stderr(), "counterclaim-desktop: {fault}\n\n{}", start::USAGE);
            return ExitCode::from(2);
        }
    };
    let opened = match opening::open(start) {
        opening::Opened::Here(opened) => opened,
        opening::Opened::Elsewhere => return ExitCode::SUCCESS,
    };
    match window::run(*opened) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "counterclaim-desktop: the window does not open: {error}");
            ExitCode::FAILURE
        }
    }
}
