//! Look-ups over a case, built once per view so that a view's cost follows the case and not its square.

use crate::case_at::CaseAt;
use crate::dating::{self, When};
use crate::grid::DeskStance;
use crate::ids::*;
use crate::maps::{Map, Set};
use crate::methods::desk_stance;
use crate::order::{EvidenceRef, evidence_of};
use crate::records::*;
use crate::words::ActKind;
use std::borrow::Cow;
use std::hash::Hash;
use std::ops::Range;

/// The case without its trash; borrowed where there is none.
pub(crate) fn alive(case: &CaseAt) -> Cow<'_, CaseAt> {
    if case.has_trash() { Cow::Owned(case.clone().living()) } else { Cow::Borrowed(case) }
}

/// Look-ups over a case.
pub(crate) struct Index<'a> {
    pub case: &'a CaseAt,
    pub editors: Map<EditorId, &'a Editor>,
    pub actors: Map<ActorId, &'a Actor>,
    pub items: Map<ItemId, &'a Item>,
    pub captures: Map<CaptureId, &'a Capture>,
    pub excerpts: Map<ExcerptId, &'a Excerpt>,
    pub claims: Map<ClaimId, &'a Claim>,
    pub findings: Map<FindingId, &'a Finding>,
    pub statements: Map<StatementId, (usize, &'a Statement)>,
    pub acts: Map<ClaimId, Vec<&'a Act>>,
    pub appearances: Map<StatementId, Vec<&'a Appearance>>,
    pub carriers: Map<AppearanceId, Vec<&'a Carrier>>,
    pub holders: Map<AccountId, Vec<&'a Holder>>,
    pub claims_of: Map<AccountId, Set<ClaimId>>,
    pub links_to: Map<ClaimId, Vec<&'a EvidenceLink>>,
    /// Place (from 0) and label of every piece of evidence.
    pub evidence: Map<EvidenceRef, (usize, String)>,
    /// Stances, those of one link together, each link's in the order recorded.
    stances: Vec<&'a Stance>,
    /// Where the stances of a link stand in that list.
    stances_of: Map<EvidenceLinkId, Range<usize>>,
    pub whens: Map<StatementId, When>,
}

impl<'a> Index<'a> {
    pub fn new(case: &'a CaseAt) -> Self {
        let items = by(&case.items, |r| r.uuid);
        let appearances = group(&case.appearances, |r| Some(r.statement_id));
        let mut carriers = group(&case.carriers, |r| Some(r.appearance_id));
        carriers.values_mut().for_each(|list| list.sort_by(|a, b| a.position.cmp(&b.position)));
        let mut claims_of: Map<AccountId, Set<ClaimId>> = Map::default();
        for row in &case.account_claims {
            claims_of.entry(row.account_id).or_default().insert(row.claim_id);
        }
        let evidence = case.evidence_in_order().into_iter().enumerate();
        let mut stances: Vec<&Stance> = case.stances.iter().collect();
        stances.sort_by_key(|stance| stance.link_id);
        let mut stances_of = Map::with_capacity_and_hasher(case.links.len(), Default::default());
        let mut start = 0;
        for of_link in stances.chunk_by(|a, b| a.link_id == b.link_id) {
            stances_of.insert(of_link[0].link_id, start..start + of_link.len());
            start += of_link.len();
        }
        let mut whens = Map::default();
        for statement in &case.statements {
            let of = appearances.get(&statement.uuid).map_or(&[][..], Vec::as_slice);
            let carried = of.iter().filter_map(|appearance| items.get(&appearance.item_id).copied());
            if let Some(when) = dating::of_statement(statement, carried) {
                whens.insert(statement.uuid, when);
            }
        }
        Index {
            case,
            editors: by(&case.editors, |r| r.uuid),
            actors: by(&case.actors, |r| r.uuid),
            captures: by(&case.captures, |r| r.uuid),
            excerpts: by(&case.excerpts, |r| r.uuid),
            claims: by(&case.claims, |r| r.uuid),
            findings: by(&case.findings, |r| r.uuid),
            statements: case.statements.iter().enumerate().map(|(at, r)| (r.uuid, (at, r))).collect(),
            acts: group(&case.acts, |r| Some(r.claim_id)),
            holders: group(&case.holders, |r| Some(r.account_id)),
            links_to: group(&case.links, |r| r.to_claim_id),
            evidence: evidence.map(|(place, (evidence, label))| (evidence, (place, label))).collect(),
            stances,
            stances_of,
            items,
            appearances,
            carriers,
            claims_of,
            whens,
        }
    }

    pub fn editor(&self, id: EditorId) -> String {
        self.editors.get(&id).map_or_else(|| "editor not recorded".to_owned(), |r| r.name.clone())
    }

    pub fn actor(&self, id: ActorId) -> String {
        self.actors.get(&id).map_or_else(|| "not recorded".to_owned(), |r| r.name.clone())
    }

    /// The item that a piece of evidence is, or is part of.
    pub fn item_of(&self, evidence: EvidenceRef) -> Option<&'a Item> {
        let id = match evidence {
            EvidenceRef::Item(id) => id,
            EvidenceRef::Excerpt(id) => self.captures.get(&self.excerpts.get(&id)?.capture_id)?.item_id,
            EvidenceRef::Claim(_) => return None,
        };
        self.items.get(&id).copied()
    }

    /// The name of a piece of evidence: the item's, with the page and the first words of an excerpt, or the claim's text.
    pub fn evidence_name(&self, evidence: EvidenceRef) -> String {
        match evidence {
            EvidenceRef::Claim(id) => self.claims.get(&id).map(|claim| claim.text.clone()),
            EvidenceRef::Item(_) => self.item_of(evidence).map(|item| item.name.clone()),
            EvidenceRef::Excerpt(id) => self.item_of(evidence).map(|item| {
                let excerpt = self.excerpts.get(&id);
                let page =
                    excerpt.and_then(|excerpt| excerpt.page.as_ref()).map(|page| format!(", p. {page}"));
                let words = excerpt
                    .map(|excerpt| format!(": “{}”", crate::text::first_words(&excerpt.quote)))
                    .unwrap_or_default();
                format!("{}{}{words}", item.name, page.unwrap_or_default())
            }),
        }
        .unwrap_or_else(|| "not in view".to_owned())
    }

    /// The label of the evidence that a link comes from.
    pub fn label(&self, link: &EvidenceLink) -> (usize, &str) {
        let known = evidence_of(link).and_then(|evidence| self.evidence.get(&evidence));
        known.map_or((usize::MAX, ""), |(place, label)| (*place, label))
    }

    pub fn desk(&self, link: EvidenceLinkId) -> DeskStance {
        desk_stance::desk_stance(&self.in_force(link))
    }

    /// The stances of a link that are in force.
    pub fn in_force(&self, link: EvidenceLinkId) -> Vec<desk_stance::InForce<'a>> {
        let range = self.stances_of.get(&link).cloned().unwrap_or_default();
        desk_stance::stances_in_force(&self.stances[range])
    }

    /// Statements that act on a claim, in the order recorded, with what they do to it.
    pub fn statements_on(&self, claim: ClaimId) -> Vec<(usize, &'a Statement, ActKind)> {
        let acts = self.acts.get(&claim).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<_> = acts
            .iter()
            .filter_map(|act| self.statements.get(&act.statement_id).map(|(at, s)| (*at, *s, act.kind)))
            .collect();
        found.sort_by_key(|(at, _, kind)| (*at, *kind));
        found
    }

    /// Whether the speaker, or whoever they speak for, holds the account when they speak.
    pub fn is_of_holder(&self, statement: &Statement, account: AccountId) -> bool {
        let when = self.whens.get(&statement.uuid);
        self.holders.get(&account).is_some_and(|holders| {
            holders.iter().any(|holder| {
                let who = holder.actor_id == statement.speaker_id
                    || Some(holder.actor_id) == statement.on_behalf_id;
                who && dating::holds_at(holder, when)
            })
        })
    }
}

fn by<R, I: Hash + Eq>(records: &[R], id: impl Fn(&R) -> I) -> Map<I, &R> {
    records.iter().map(|record| (id(record), record)).collect()
}

/// Records by something that they refer to, each list in the order recorded.
pub(crate) fn group<R, I: Hash + Eq>(records: &[R], key: impl Fn(&R) -> Option<I>) -> Map<I, Vec<&R>> {
    let mut out: Map<I, Vec<&R>> = Map::default();
    for record in records {
        if let Some(key) = key(record) {
            out.entry(key).or_default().push(record);
        }
    }
    out
}
