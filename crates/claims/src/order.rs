//! The order in which things stand, and the letters, numbers and labels that follow from it.

use crate::case_at::CaseAt;
use crate::dating;
use crate::ids::*;
use crate::index::group;
use crate::maps::{Map, Set};
use crate::records::*;
use crate::words::ActKind;
use chrono::NaiveDate;

/// What a piece of evidence is: one item, excerpt or claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EvidenceRef {
    /// An item.
    Item(ItemId),
    /// An excerpt.
    Excerpt(ExcerptId),
    /// A claim used as evidence.
    Claim(ClaimId),
}

/// The evidence that a link comes from; none only in a damaged link that names none.
pub fn evidence_of(link: &EvidenceLink) -> Option<EvidenceRef> {
    link.from_item_id
        .map(EvidenceRef::Item)
        .or(link.from_excerpt_id.map(EvidenceRef::Excerpt))
        .or(link.from_claim_id.map(EvidenceRef::Claim))
}

/// The letters of accounts and findings. E is left out: E1, E2 … name the evidence, in the same rows and tables.
const LETTERS: &[u8; 25] = b"ABCDFGHIJKLMNOPQRSTUVWXYZ";

/// The letter of a column: A, B, C, D, F … Z, then AA, AB …
pub fn letter(place: usize) -> String {
    let mut n = place;
    let mut out = Vec::new();
    loop {
        out.push(LETTERS[n % LETTERS.len()]);
        if n < LETTERS.len() {
            break;
        }
        n = n / LETTERS.len() - 1;
    }
    out.iter().rev().map(|b| char::from(*b)).collect()
}

impl CaseAt {
    /// Accounts in their order: those that an editor put in order first, by that; the others by their first statement.
    /// A statement of an account is one that asserts, concedes or reports one of its claims. Accounts without one come last, in the order recorded.
    pub fn accounts_in_order(&self) -> Vec<&Account> {
        let mut first: Map<AccountId, (NaiveDate, NaiveDate, usize)> = Map::default();
        if self.accounts.iter().any(|account| account.position.is_none()) {
            let items: Map<ItemId, &Item> = self.items.iter().map(|item| (item.uuid, item)).collect();
            let appearances = group(&self.appearances, |r| Some(r.statement_id));
            let claims = group(&self.account_claims, |r| Some(r.claim_id));
            let acts = group(&self.acts, |r| Some(r.statement_id));
            for (place, statement) in self.statements.iter().enumerate() {
                let carried = appearances.get(&statement.uuid).into_iter().flatten();
                let items = carried.filter_map(|appearance| items.get(&appearance.item_id).copied());
                let Some(when) = dating::of_statement(statement, items) else { continue };
                let (earliest, latest) = when.key();
                for act in
                    acts.get(&statement.uuid).into_iter().flatten().filter(|act| act.kind != ActKind::Denies)
                {
                    for row in claims.get(&act.claim_id).into_iter().flatten() {
                        let key = (earliest, latest, place);
                        let known = first.entry(row.account_id).or_insert(key);
                        *known = (*known).min(key);
                    }
                }
            }
        }
        let mut accounts: Vec<&Account> = self.accounts.iter().collect();
        accounts.sort_by_key(|account| {
            let position = account.position.clone();
            let said = first.get(&account.uuid).copied();
            (position.is_none(), position, said.is_none(), said)
        });
        accounts
    }

    /// Findings in their order: those that an editor put in order first, by that; the others by the day they became public.
    pub fn findings_in_order(&self) -> Vec<&Finding> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by_cached_key(|finding| {
            let item = self.items.iter().find(|item| Some(item.uuid) == finding.item_id);
            let public = dating::of_finding(finding, item).map(|when| when.key());
            (finding.position.is_none(), finding.position.clone(), public.is_none(), public)
        });
        findings
    }

    /// Points in their order; the number of a point is its place here, from 1.
    pub fn points_in_order(&self) -> Vec<&Point> {
        let mut points: Vec<&Point> = self.points.iter().collect();
        points.sort_by(|a, b| a.position.cmp(&b.position));
        points
    }

    /// The letter of an account, by its place.
    pub fn letter_of(&self, account: AccountId) -> Option<String> {
        self.accounts_in_order().iter().position(|a| a.uuid == account).map(letter)
    }

    /// The letter of a finding: they go on after the accounts.
    pub fn letter_of_finding(&self, finding: FindingId) -> Option<String> {
        let place = self.findings_in_order().iter().position(|f| f.uuid == finding)?;
        Some(letter(self.accounts.len() + place))
    }

    /// The number of a point, from 1.
    pub fn number_of(&self, point: PointId) -> Option<u32> {
        let place = self.points_in_order().iter().position(|p| p.uuid == point)?;
        u32::try_from(place + 1).ok()
    }

    /// Every piece of evidence with its label, E1, E2 …, in the order in which it entered the case: by its first link of any kind.
    pub fn evidence_in_order(&self) -> Vec<(EvidenceRef, String)> {
        let mut seen = Set::default();
        let mut out: Vec<(EvidenceRef, String)> = Vec::new();
        for evidence in self.links.iter().filter_map(evidence_of) {
            if seen.insert(evidence) {
                out.push((evidence, format!("E{}", out.len() + 1)));
            }
        }
        out
    }
}
