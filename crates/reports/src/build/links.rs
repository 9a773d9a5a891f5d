//! Records by identity and by what they refer to, so that laying out a large case stays quick.

use crate::words::Words;
use claims::case_at::CaseAt;
use claims::ids::*;
use claims::order::EvidenceRef;
use claims::records::*;
use std::collections::HashMap;

pub(super) struct Index<'a> {
    w: &'static Words,
    pub actors: HashMap<ActorId, &'a Actor>,
    pub editors: HashMap<EditorId, &'a Editor>,
    pub items: HashMap<ItemId, &'a Item>,
    pub captures: HashMap<CaptureId, &'a Capture>,
    pub captures_of: HashMap<ItemId, Vec<&'a Capture>>,
    pub excerpts: HashMap<ExcerptId, &'a Excerpt>,
    pub statements: HashMap<StatementId, &'a Statement>,
    pub claims: HashMap<ClaimId, &'a Claim>,
    pub appearances_of: HashMap<StatementId, Vec<&'a Appearance>>,
    pub carriers_of: HashMap<AppearanceId, Vec<&'a Carrier>>,
    pub acts_on: HashMap<ClaimId, Vec<&'a Act>>,
    pub links_on: HashMap<ClaimId, Vec<&'a EvidenceLink>>,
    pub links_on_item: HashMap<ItemId, Vec<&'a EvidenceLink>>,
    pub links_on_link: HashMap<EvidenceLinkId, Vec<&'a EvidenceLink>>,
    pub stances_on: HashMap<EvidenceLinkId, Vec<&'a Stance>>,
    pub relevances_on: HashMap<EvidenceLinkId, Vec<&'a Relevance>>,
    pub credibilities_on: HashMap<EvidenceLinkId, Vec<&'a Credibility>>,
    pub assessments: HashMap<AssessmentId, &'a Assessment>,
    pub assessments_of: HashMap<ClaimId, Vec<&'a Assessment>>,
    pub labels: HashMap<ScaleLabelId, &'a ScaleLabel>,
    /// Labels of the evidence: E1, E2 …
    pub evidence: HashMap<EvidenceRef, String>,
}

fn by<K: std::hash::Hash + Eq, T>(list: &[T], key: impl Fn(&T) -> K) -> HashMap<K, &T> {
    list.iter().map(|record| (key(record), record)).collect()
}

fn many<'a, K: std::hash::Hash + Eq, T>(
    list: &'a [T],
    key: impl Fn(&T) -> Option<K>,
) -> HashMap<K, Vec<&'a T>> {
    let mut groups: HashMap<K, Vec<&'a T>> = HashMap::new();
    for record in list {
        if let Some(key) = key(record) {
            groups.entry(key).or_default().push(record);
        }
    }
    groups
}

impl<'a> Index<'a> {
    pub(super) fn of(case: &'a CaseAt, w: &'static Words) -> Self {
        let mut carriers_of = many(&case.carriers, |carrier| Some(carrier.appearance_id));
        for carriers in carriers_of.values_mut() {
            carriers.sort_by(|a, b| a.position.cmp(&b.position));
        }
        Self {
            w,
            actors: by(&case.actors, |actor| actor.uuid),
            editors: by(&case.editors, |editor| editor.uuid),
            items: by(&case.items, |item| item.uuid),
            captures: by(&case.captures, |capture| capture.uuid),
            captures_of: many(&case.captures, |capture| Some(capture.item_id)),
            excerpts: by(&case.excerpts, |excerpt| excerpt.uuid),
            statements: by(&case.statements, |statement| statement.uuid),
            claims: by(&case.claims, |claim| claim.uuid),
            appearances_of: many(&case.appearances, |appearance| Some(appearance.statement_id)),
            carriers_of,
            acts_on: many(&case.acts, |act| Some(act.claim_id)),
            links_on: many(&case.links, |link| link.to_claim_id),
            links_on_item: many(&case.links, |link| link.to_item_id),
            links_on_link: many(&case.links, |link| link.to_link_id),
            stances_on: many(&case.stances, |stance| Some(stance.link_id)),
            relevances_on: many(&case.relevances, |relevance| Some(relevance.link_id)),
            credibilities_on: many(&case.credibilities, |credibility| Some(credibility.link_id)),
            assessments: by(&case.assessments, |assessment| assessment.uuid),
            assessments_of: many(&case.assessments, |assessment| Some(assessment.claim_id)),
            labels: by(&case.labels, |label| label.uuid),
            evidence: case.evidence_in_order().into_iter().collect(),
        }
    }

    pub(super) fn actor(&self, id: ActorId) -> &'a str {
        self.actors.get(&id).map_or(self.w.lists.no_actor, |actor| actor.name.as_str())
    }

    pub(super) fn editor(&self, id: EditorId) -> &'a str {
        self.editors.get(&id).map_or(self.w.lists.no_editor, |editor| editor.name.as_str())
    }

    /// The first preserved copy of an item.
    pub(super) fn copy_of(&self, item: ItemId) -> Option<&'a Capture> {
        self.captures_of.get(&item)?.first().copied()
    }

    /// The item that an excerpt was taken from.
    pub(super) fn item_of(&self, excerpt: &Excerpt) -> Option<&'a Item> {
        self.items.get(&self.captures.get(&excerpt.capture_id)?.item_id).copied()
    }
}
