//! What a desk keeps outside the history: drafts of what was not saved yet, and preferences of this machine.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{Nothing, answer, wire};
use crate::workspace::local::{self, Shelf};
use serde_json::Value;

wire! {
    /// Keeps a draft: what was typed and is not saved yet.
    pub struct DraftKeep {
        /// What it is a draft of; at most 200 characters. A draft of the same key is replaced.
        pub key: String,
        /// What was typed; at most 1 MB as JSON.
        #[ts(type = "unknown")]
        pub value: Value,
    }

    /// Drops a draft.
    pub struct DraftDrop {
        /// Its key.
        pub key: String,
    }

    /// Which drafts to list.
    pub struct DraftList {
        /// Only those whose key begins so.
        pub begins: Option<String>,
    }

    /// Sets a preference of this workspace on this machine.
    pub struct PreferenceSet {
        /// Which one; at most 200 characters.
        pub key: String,
        /// Its value, at most 1 MB as JSON; null takes it away.
        #[ts(type = "unknown")]
        pub value: Value,
    }
}

answer! {
    /// A draft or a preference.
    pub struct Local {
        /// Its key.
        pub id: String,
        /// The same, to show.
        pub name: String,
        /// When it was kept (instant).
        pub kept: String,
        /// What was kept.
        #[ts(type = "unknown")]
        pub value: Value,
    }
}

fn may_keep(desk: &Desk) -> Result<(), Problem> {
    if desk.door_can_write {
        return Ok(());
    }
    Err(Problem::new(Code::ReadOnly, "this workspace is open for reading only, so nothing is kept in it")
        .hint("Copy what you typed, or close the other window and open this one again."))
}

fn keep(desk: &mut Desk, _: &Context, request: DraftKeep) -> Result<Local, Problem> {
    may_keep(desk)?;
    local::keep(&desk.workspace, Shelf::Drafts, &request.key, request.value, desk.ledger.around().now())
}

fn drafts(desk: &mut Desk, _: &Context, request: DraftList) -> Result<Vec<Local>, Problem> {
    let begins = request.begins.unwrap_or_default();
    let mut found = local::list(&desk.workspace, Shelf::Drafts);
    found.retain(|draft| draft.id.starts_with(&begins));
    Ok(found)
}

fn drop_draft(desk: &mut Desk, _: &Context, request: DraftDrop) -> Result<Vec<Local>, Problem> {
    may_keep(desk)?;
    Ok(local::drop(&desk.workspace, Shelf::Drafts, &request.key)?.into_iter().collect())
}

fn set(desk: &mut Desk, _: &Context, request: PreferenceSet) -> Result<Vec<Local>, Problem> {
    may_keep(desk)?;
    if request.value.is_null() {
        local::drop(&desk.workspace, Shelf::Preferences, &request.key)?;
    } else {
        let now = desk.ledger.around().now();
        local::keep(&desk.workspace, Shelf::Preferences, &request.key, request.value, now)?;
    }
    Ok(local::list(&desk.workspace, Shelf::Preferences))
}

fn preferences(desk: &mut Desk, _: &Context, _: Nothing) -> Result<Vec<Local>, Problem> {
    Ok(local::list(&desk.workspace, Shelf::Preferences))
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "draft.keep", DraftKeep => Local, keep, "Keeps a draft beside the ledger: no operation, no editor, not in the history. It is on the disk when this answers."),
        command!(Read "draft.list", DraftList => Vec<Local>, drafts, "Lists the drafts, newest first; a torn one is passed over."),
        command!(Read "draft.drop", DraftDrop => Vec<Local>, drop_draft, "Drops a draft and answers it; nothing happens if there is none."),
        command!(Read "preference.set", PreferenceSet => Vec<Local>, set, "Sets a preference of this workspace on this machine, outside the history, and answers them all; null takes it away."),
        command!(Read "preference.list", Nothing => Vec<Local>, preferences, "Lists the preferences of this workspace on this machine."),
    ]
}
