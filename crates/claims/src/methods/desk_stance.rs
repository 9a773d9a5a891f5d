//! Which stances of a link are in force, and what the desk's stance is.
//!
//! Source: our own rule. A stance is superseded, never updated; agreement of all who rated is the desk's, anything else is shown as unsettled.

use crate::grid::{DeskStance, DeskState};
use crate::ids::*;
use crate::records::Stance;
use crate::words::StanceValue;

/// One editor's stance in force on a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce<'a> {
    /// The stance that counts.
    pub stance: &'a Stance,
    /// Its value (never a withdrawal).
    pub value: StanceValue,
    /// Others of the same editor that supersede the same one, the latest first: they do not count, and are shown.
    pub forks: Vec<&'a Stance>,
    /// Whether no other stance of the editor supersedes it; always so in what is handed out.
    is_head: bool,
}

/// The stances of one link that are in force, one per editor, in the order in which the editors first rated it.
///
/// A stance is in force when no other stance of the same editor supersedes it. Where two are left (they supersede the same one, or none),
/// the later counts and the others are forks. A value of none withdraws: the editor then reads as not having rated.
///
/// `all`: every stance of the link, in the order recorded.
pub fn stances_in_force<'a>(all: &[&'a Stance]) -> Vec<InForce<'a>> {
    let mut superseded: Vec<(EditorId, StanceId)> =
        all.iter().filter_map(|s| Some((s.editor_id, s.supersedes_id?))).collect();
    superseded.sort_unstable();
    let mut editors: Vec<InForce<'a>> = Vec::with_capacity(all.len());
    for stance in all {
        let is_head = superseded.binary_search(&(stance.editor_id, stance.uuid)).is_err();
        let next = InForce {
            stance,
            value: stance.value.unwrap_or(StanceValue::Neutral),
            forks: Vec::new(),
            is_head,
        };
        match editors.iter_mut().find(|known| known.stance.editor_id == stance.editor_id) {
            None => editors.push(next),
            Some(_) if !is_head => {}
            Some(known) => {
                let before = std::mem::replace(known, next);
                known.forks = before.forks;
                if before.is_head && before.stance.value.is_some() {
                    known.forks.insert(0, before.stance);
                }
            }
        }
    }
    editors.retain(|one| one.is_head && one.stance.value.is_some());
    editors
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
