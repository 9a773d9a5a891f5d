//! What the desk says of a link: its stance, relevance and credibility in force, and the reliability of a source.

use super::Desk;
use crate::document::Mark;
use crate::words;
use claims::ids::{ActorId, EditorId, EvidenceLinkId};
use claims::words::{Grade, RelevanceValue, StanceValue};
use std::collections::{BTreeMap, HashSet};

impl Desk<'_> {
    /// The stance in force of each editor who rated the link; of two that supersede the same one, the later.
    fn stances(&self, link: EvidenceLinkId) -> Vec<StanceValue> {
        let all = self.index.stances_on.get(&link).map(Vec::as_slice).unwrap_or_default();
        let superseded: HashSet<_> = all.iter().filter_map(|stance| stance.supersedes_id).collect();
        let mut latest: BTreeMap<EditorId, Option<StanceValue>> = BTreeMap::new();
        for stance in all.iter().filter(|stance| !superseded.contains(&stance.uuid)) {
            latest.insert(stance.editor_id, stance.value);
        }
        latest.into_values().flatten().collect()
    }

    /// The desk's stance as a mark, and in words.
    pub(super) fn desk_stance(&self, link: EvidenceLinkId) -> (Mark, String) {
        let stances = self.stances(link);
        match &stances[..] {
            [] => (Mark::Unrated, "unrated".to_owned()),
            [one] => (Mark::Value(*one), format!("{} (one reader)", words::stance(*one))),
            [first, rest @ ..] if rest.iter().all(|other| other == first) => {
                (Mark::Value(*first), words::stance(*first).to_owned())
            }
            _ => {
                let mut readings: Vec<String> =
                    stances.iter().map(|stance| words::stance(*stance).to_owned()).collect();
                readings.dedup();
                (Mark::Unsettled, format!("unsettled: readers say {}", words::and(&readings)))
            }
        }
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
