//! The links around one piece of evidence: what it bears on, and what bears on it, with what editors make of each.

use super::cells::editor_stances;
use super::context::Context;
use crate::case_at::CaseAt;
use crate::index::{Index, alive};
use crate::matrix::LinkAround;
use crate::order::{EvidenceRef, evidence_of};
use crate::records::EvidenceLink;

/// What an item or claim bears on, then what bears on it; each in the order recorded. The excerpts of an item count as the item.
pub fn around(case: &CaseAt, evidence: EvidenceRef) -> (Vec<LinkAround>, Vec<LinkAround>) {
    let case = alive(case);
    let index = Index::new(&case);
    let context = Context::new(&index);
    let comes_from = |link: &&EvidenceLink| match (evidence, evidence_of(link)) {
        (EvidenceRef::Item(item), Some(from)) => index.item_of(from).is_some_and(|own| own.uuid == item),
        (_, from) => from == Some(evidence),
    };
    let bears_on = |link: &&EvidenceLink| match evidence {
        EvidenceRef::Item(item) => link.to_item_id == Some(item),
        EvidenceRef::Claim(claim) => link.to_claim_id == Some(claim),
        EvidenceRef::Excerpt(_) => false,
    };
    let seen = |link: &EvidenceLink| LinkAround {
        from_label: index.label(link).1.to_owned(),
        from_name: evidence_of(link).map(|from| index.evidence_name(from)).unwrap_or_default(),
        to_name: name_of_target(&index, link),
        desk: index.desk(link.uuid),
        stances: editor_stances(&context, &index.in_force(link.uuid)),
        relevance: context.relevance.get(&link.uuid).copied(),
        credibility: context.credibility.get(&link.uuid).copied(),
        link: link.clone(),
    };
    let from = case.links.iter().filter(comes_from).map(seen).collect();
    let to = case.links.iter().filter(bears_on).map(seen).collect();
    (from, to)
}

/// The name of what a link bears on; for another link, that of its evidence.
fn name_of_target(index: &Index<'_>, link: &EvidenceLink) -> String {
    let case = index.case;
    let claim = || Some(index.claims.get(&link.to_claim_id?)?.text.clone());
    let account =
        || Some(case.accounts.iter().find(|known| Some(known.uuid) == link.to_account_id)?.name.clone());
    let item = || Some(index.items.get(&link.to_item_id?)?.name.clone());
    let other = || {
        let on = case.links.iter().find(|known| Some(known.uuid) == link.to_link_id)?;
        Some(index.evidence_name(evidence_of(on)?))
    };
    claim().or_else(account).or_else(item).or_else(other).unwrap_or_else(|| "not in view".to_owned())
}
