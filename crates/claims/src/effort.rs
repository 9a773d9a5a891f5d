//! What was done for each account, and a plain sentence where one side got much less.

use crate::grid::Effort;
use crate::ids::*;
use crate::index::Index;
use crate::maps::Set;
use crate::order::letter;
use crate::records::*;
use crate::words::ActKind;

/// Effort counts as lopsided where an account has less than half of what another has, and at least this many fewer.
pub const GAP: u32 = 3;

/// Effort per account, in the order given.
pub(crate) fn effort(index: &Index<'_>, accounts: &[&Account]) -> Vec<Effort> {
    let none = Set::default();
    let of = |place: usize, account: &Account| {
        let claims: &Set<ClaimId> = index.claims_of.get(&account.uuid).unwrap_or(&none);
        let statements: Set<StatementId> = claims
            .iter()
            .flat_map(|claim| index.acts.get(claim).into_iter().flatten())
            .filter(|act| act.kind != ActKind::Denies && index.appearances.contains_key(&act.statement_id))
            .map(|act| act.statement_id)
            .collect();
        let for_it = |inquiry: &&Inquiry| {
            inquiry.account_id == Some(account.uuid)
                || inquiry.claim_id.is_some_and(|id| claims.contains(&id))
        };
        let on_it = |link: &&EvidenceLink| {
            link.to_account_id == Some(account.uuid)
                || link.to_claim_id.is_some_and(|id| claims.contains(&id))
        };
        let links: Vec<&EvidenceLink> = index.case.links.iter().filter(on_it).collect();
        Effort {
            account_id: account.uuid,
            letter: letter(place),
            statements: count(statements.len()),
            inquiries: count(index.case.inquiries.iter().filter(for_it).count()),
            links: count(links.len()),
            rated: count(links.iter().filter(|link| !index.in_force(link.uuid).is_empty()).count()),
        }
    };
    accounts.iter().enumerate().map(|(place, account)| of(place, account)).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// What is counted for each account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Statements of its claims that appear in an item.
    Statements,
    /// Recorded looks for evidence.
    Inquiries,
    /// Evidence links.
    Links,
    /// Links with a stance.
    Rated,
}

/// One count in which an account has much less than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uneven<'a> {
    /// What was counted.
    pub what: What,
    /// Letter of the account with the most.
    pub most: &'a str,
    /// What it has.
    pub high: u32,
    /// Letter of the account with the least.
    pub least: &'a str,
    /// What it has.
    pub low: u32,
}

/// One count of an account.
type Count = fn(&Effort) -> u32;

/// In which counts one side got much less; empty where the effort is even.
pub fn uneven(effort: &[Effort]) -> Vec<Uneven<'_>> {
    let counts: [(What, Count); 4] = [
        (What::Statements, |e| e.statements),
        (What::Inquiries, |e| e.inquiries),
        (What::Links, |e| e.links),
        (What::Rated, |e| e.rated),
    ];
    counts
        .into_iter()
        .filter_map(|(what, of)| {
            let most = effort.iter().max_by_key(|e| (of(e), std::cmp::Reverse(&e.letter)))?;
            let least = effort.iter().min_by_key(|e| (of(e), &e.letter))?;
            let (high, low) = (of(most), of(least));
            let lopsided = low * 2 < high && high - low >= GAP;
            lopsided.then_some(Uneven { what, most: &most.letter, high, least: &least.letter, low })
        })
        .collect()
}

/// A plain sentence where one side got much less effort; none where the effort is even.
pub fn warning(effort: &[Effort]) -> Option<String> {
    let one = |gap: Uneven<'_>| {
        let what = match gap.what {
            What::Statements => "statements",
            What::Inquiries => "inquiries",
            What::Links => "evidence links",
            What::Rated => "rated links",
        };
        format!("{what}: {} has {}, {} has {}", gap.most, gap.high, gap.least, gap.low)
    };
    let parts: Vec<String> = uneven(effort).into_iter().map(one).collect();
    (!parts.is_empty()).then(|| format!("Effort is uneven. {}.", capital(&parts.join("; "))))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
