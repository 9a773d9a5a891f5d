//! What is read out of preserved files: text, a copy of a page that is safe to show, metadata, the look of a picture. The parsers work in
//! a program of their own, with limits; a file that cannot be read is still preserved, and what its reading came to is told.

mod checks;
mod look;
mod read;
mod show;
mod withhold;

use crate::table::Command;

pub(super) fn commands() -> Vec<Command> {
    let mut all = read::commands();
    all.extend(show::commands());
    all.extend(look::commands());
    all.extend(checks::commands());
    all.extend(withhold::commands());
    all
}
