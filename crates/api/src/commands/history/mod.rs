//! History: what was done, undo, redo, erase, verify.

mod about;
mod erase;
mod list;
mod show;
mod undo;
mod verify;

use crate::table::Command;

pub(super) fn commands() -> Vec<Command> {
    let mut all = Vec::from(list::commands());
    all.push(show::command());
    all.extend(undo::commands());
    all.extend(super::find::commands());
    all.extend(super::bulk::of_records());
    all.push(erase::command());
    all.extend(verify::commands());
    all
}
