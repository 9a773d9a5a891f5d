//! The order in which things stand, and the letters, numbers and labels that follow from it.

use crate::case_at::CaseAt;
use crate::ids::*;
use crate::records::*;

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

/// The letter of a column: A … Z, then AA, AB …
pub fn letter(place: usize) -> String {
    let mut n = place;
    let mut out = Vec::new();
    loop {
        out.push(b'A' + u8::try_from(n % 26).unwrap_or(0));
        if n < 26 {
            break;
        }
        n = n / 26 - 1;
    }
    out.iter().rev().map(|b| char::from(*b)).collect()
}

impl CaseAt {
    /// Accounts in their order.
    pub fn accounts_in_order(&self) -> Vec<&Account> {
        self.accounts.iter().collect()
    }

    /// Findings in their order.
    pub fn findings_in_order(&self) -> Vec<&Finding> {
        self.findings.iter().collect()
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

    /// Every piece of evidence with its label, E1, E2 …, in the order in which it entered the case.
    pub fn evidence_in_order(&self) -> Vec<(EvidenceRef, String)> {
        let mut seen = std::collections::HashSet::new();
        let mut out: Vec<(EvidenceRef, String)> = Vec::new();
        for evidence in self.links.iter().filter_map(evidence_of) {
            if seen.insert(evidence) {
                out.push((evidence, format!("E{}", out.len() + 1)));
            }
        }
        out
    }
}
