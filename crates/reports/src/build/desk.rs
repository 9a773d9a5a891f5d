//! What the desk says of a link: its stance, relevance and credibility in force, and the reliability of a source.

use super::Desk;
use super::points_part::drawn;
use crate::document::Mark;
use claims::grid::DeskState;
use claims::ids::{ActorId, EvidenceLinkId};
use claims::methods::desk_stance::{desk_stance, stances_in_force};
use claims::words::{Grade, RelevanceValue};

impl Desk<'_> {
    /// The desk's stance as a mark, and in words.
    pub(super) fn desk_stance(&self, link: EvidenceLinkId) -> (Mark, String) {
        let all = self.index.stances_on.get(&link).map(Vec::as_slice).unwrap_or_default();
        let in_force = stances_in_force(all);
        let desk = desk_stance(&in_force);
        let words = match (desk.state, desk.value) {
            (DeskState::OneReader, Some(value)) => (self.w.evidence.one_reader)((self.w.lists.stance)(value)),
            (DeskState::Agreed, Some(value)) => (self.w.lists.stance)(value).to_owned(),
            (DeskState::Unsettled, _) => {
                let mut readings: Vec<String> =
                    in_force.iter().map(|stance| (self.w.lists.stance)(stance.value).to_owned()).collect();
                readings.dedup();
                (self.w.evidence.unsettled)(&(self.w.and)(&readings))
            }
            _ => self.w.lists.unrated_mark.to_owned(),
        };
        (drawn(&desk), words)
    }

    pub(super) fn relevance(&self, link: EvidenceLinkId) -> Option<RelevanceValue> {
        let all = self.index.relevances_on.get(&link)?;
        all.iter().rev().find(|one| !all.iter().any(|other| other.supersedes_id == Some(one.uuid)))?.value
    }

    pub(super) fn credibility(&self, link: EvidenceLinkId) -> Option<u8> {
        let all = self.index.credibilities_on.get(&link)?;
        all.iter().rev().find(|one| !all.iter().any(|other| other.supersedes_id == Some(one.uuid)))?.value
    }

    pub(super) fn grade(&self, actor: ActorId) -> Option<Grade> {
        let all: Vec<_> = self.case.reliabilities.iter().filter(|one| one.actor_id == actor).collect();
        all.iter()
            .rev()
            .find(|one| !all.iter().any(|other| other.supersedes_id == Some(one.uuid)))
            .map(|one| one.grade)
    }
}
