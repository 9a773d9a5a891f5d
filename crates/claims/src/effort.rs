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

/// One count of an account.
type Count = fn(&Effort) -> u32;

/// A plain sentence where one side got much less effort; none where the effort is even.
pub(crate) fn warning(effort: &[Effort]) -> Option<String> {
    let counts: [(&str, Count); 4] = [
        ("statements", |e| e.statements),
        ("inquiries", |e| e.inquiries),
        ("evidence links", |e| e.links),
        ("rated links", |e| e.rated),
    ];
    let uneven: Vec<String> = counts
        .iter()
        .filter_map(|(what, of)| {
            let most = effort.iter().max_by_key(|e| (of(e), std::cmp::Reverse(&e.letter)))?;
            let least = effort.iter().min_by_key(|e| (of(e), &e.letter))?;
            let (high, low) = (of(most), of(least));
            let lopsided = low * 2 < high && high - low >= GAP;
            lopsided.then(|| format!("{what}: {} has {high}, {} has {low}", most.letter, least.letter))
        })
        .collect();
    (!uneven.is_empty()).then(|| format!("Effort is uneven. {}.", capital(&uneven.join("; "))))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
