//! Which stances of a link are in force, and what the desk's stance is.
//!
//! Source: our own rule. A stance is superseded, never updated; agreement of all who rated is the desk's, anything else is shown as unsettled.

use crate::grid::{DeskStance, DeskState};
use crate::ids::*;
use crate::records::Stance;
use crate::words::StanceValue;
use std::collections::HashSet;

/// One editor's stance in force on a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce<'a> {
    /// The stance that counts.
    pub stance: &'a Stance,
    /// Its value (never a withdrawal).
    pub value: StanceValue,
    /// Others of the same editor that supersede the same one: they do not count, and are shown.
    pub forks: Vec<&'a Stance>,
}

/// The stances of one link that are in force, one per editor, in the order in which the editors first rated it.
///
/// A stance is in force when no other stance of the same editor supersedes it. Where two are left (they supersede the same one, or none),
/// the later counts and the others are forks. A value of none withdraws: the editor then reads as not having rated.
///
/// `all`: every stance of the link, in the order recorded.
pub fn stances_in_force<'a>(all: &[&'a Stance]) -> Vec<InForce<'a>> {
    let mut editors: Vec<EditorId> = Vec::new();
    for stance in all {
        if !editors.contains(&stance.editor_id) {
            editors.push(stance.editor_id);
        }
    }
    let superseded: HashSet<(EditorId, StanceId)> =
        all.iter().filter_map(|s| Some((s.editor_id, s.supersedes_id?))).collect();
    let heads = |editor: EditorId| {
        let own = all.iter().copied().filter(move |s| s.editor_id == editor);
        own.filter(|s| !superseded.contains(&(s.editor_id, s.uuid))).collect::<Vec<_>>()
    };
    editors
        .into_iter()
        .filter_map(|editor| {
            let mut heads = heads(editor);
            let stance = heads.pop()?;
            let value = stance.value?;
            let forks = heads.into_iter().rev().filter(|s| s.value.is_some()).collect();
            Some(InForce { stance, value, forks })
        })
        .collect()
}

/// The desk's stance: the one on which all editors who rated the link agree. One editor alone is shown as one reader's;
/// if they differ it is unsettled, if none rated it is unrated.
pub fn desk_stance(in_force: &[InForce<'_>]) -> DeskStance {
    let n_editors = u32::try_from(in_force.len()).unwrap_or(u32::MAX);
    let first = in_force.first().map(|s| s.value);
    let (state, value) = match in_force {
        [] => (DeskState::Unrated, None),
        [_] => (DeskState::OneReader, first),
        all if all.iter().all(|s| Some(s.value) == first) => (DeskState::Agreed, first),
        _ => (DeskState::Unsettled, None),
    };
    DeskStance { state, value, n_editors }
}
