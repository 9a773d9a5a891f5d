//! `counterclaim-reader`: reads one foreign file for the app, within limits that it lays on itself, and ends.

use std::process::ExitCode;

fn main() -> ExitCode {
    reader::child::serve()
}
