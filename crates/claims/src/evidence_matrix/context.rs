//! What every matrix of a case needs, worked out once.

use crate::ids::*;
use crate::index::{Index, group};
use crate::maps::{Map, Set};
use crate::matrix::Remark;
use crate::order::evidence_of;
use crate::records::*;
use crate::words::{Grade, RelevanceValue};

/// What every matrix of a case needs.
pub(super) struct Context<'a, 'b> {
    pub index: &'b Index<'a>,
    /// Relevance in force of a link.
    pub relevance: Map<EvidenceLinkId, RelevanceValue>,
    /// Credibility in force of a link.
    pub credibility: Map<EvidenceLinkId, u8>,
    /// Reliability in force of an actor.
    pub reliability: Map<ActorId, Grade>,
    on_item: Map<ItemId, Vec<&'a EvidenceLink>>,
    on_link: Map<EvidenceLinkId, Vec<&'a EvidenceLink>>,
}

impl<'a, 'b> Context<'a, 'b> {
    pub fn new(index: &'b Index<'a>) -> Self {
        let case = index.case;
        let relevance = in_force(&case.relevances, |r| (r.uuid, r.supersedes_id, r.link_id, r.value));
        let credibility = in_force(&case.credibilities, |r| (r.uuid, r.supersedes_id, r.link_id, r.value));
        Context {
            index,
            relevance: relevance.into_iter().filter_map(|(link, value)| Some((link, value?))).collect(),
            credibility: credibility.into_iter().filter_map(|(link, value)| Some((link, value?))).collect(),
            reliability: in_force(&case.reliabilities, |r| (r.uuid, r.supersedes_id, r.actor_id, r.grade)),
            on_item: group(&case.links, |r| r.to_item_id),
            on_link: group(&case.links, |r| r.to_link_id),
        }
    }

    /// Links that bear on an item.
    pub fn remarks_on_item(&self, item: ItemId) -> Vec<Remark> {
        self.remarks(self.on_item.get(&item))
    }

    /// Links that bear on a link.
    pub fn remarks_on_link(&self, link: EvidenceLinkId) -> Vec<Remark> {
        self.remarks(self.on_link.get(&link))
    }

    fn remarks(&self, links: Option<&Vec<&'a EvidenceLink>>) -> Vec<Remark> {
        let remark = |link: &&EvidenceLink| {
            let name = self.index.evidence_name(evidence_of(link)?);
            Some(Remark {
                link_id: link.uuid,
                name,
                note: link.note.clone(),
                desk: self.index.desk(link.uuid),
            })
        };
        links.into_iter().flatten().filter_map(remark).collect()
    }
}

/// The value in force per thing: of the records that none supersedes, the latest.
fn in_force<R, I, K, V>(records: &[R], parts: impl Fn(&R) -> (I, Option<I>, K, V)) -> Map<K, V>
where
    I: std::hash::Hash + Eq,
    K: std::hash::Hash + Eq,
{
    let superseded: Set<I> = records.iter().filter_map(|r| parts(r).1).collect();
    let mut out = Map::with_capacity_and_hasher(records.len(), Default::default());
    for (id, _, thing, value) in records.iter().map(parts) {
        if superseded.is_empty() || !superseded.contains(&id) {
            out.insert(thing, value);
        }
    }
    out
}
