//! Columns: the evidence that bears on a row, in the order in which it entered the case.

use super::context::Context;
use super::rows::Head;
use crate::dating;
use crate::ids::*;
use crate::maps::{Map, Set};
use crate::methods::independence::{Origins, Source};
use crate::order::{EvidenceRef, evidence_of};
use crate::records::*;
use crate::rule_error::RuleError;
use crate::words::Grade;
use std::collections::BTreeMap;

/// A column before its cells.
pub(super) struct Column {
    pub evidence: EvidenceRef,
    pub label: String,
    pub name: String,
    pub date: Option<String>,
    pub source: Option<String>,
    /// What columns of one source share.
    pub source_key: Option<SourceKey>,
    pub reliability: Option<Grade>,
    pub origin: u32,
    pub item: Option<ItemId>,
}

/// A source: an actor, or a name that is only printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum SourceKey {
    Actor(ActorId),
    Printed(String),
}

/// Links with their row and column, in the order of the rows, then of the columns, then as recorded.
pub(super) type Links<'a> = Vec<(usize, usize, &'a EvidenceLink)>;

/// The columns of a matrix with the links of each pair, without those left out.
pub(super) fn find<'a>(
    context: &Context<'a, '_>,
    heads: &[Head],
    left_out: &[String],
) -> Result<(Vec<Column>, Links<'a>), RuleError> {
    let index = context.index;
    let claims: Map<ClaimId, usize> =
        heads.iter().enumerate().filter_map(|(at, head)| Some((head.claim_id?, at))).collect();
    let accounts: Map<AccountId, usize> =
        heads.iter().enumerate().filter_map(|(at, head)| Some((head.account_id?, at))).collect();
    let mut found: Vec<(usize, usize, &'a EvidenceLink)> = Vec::new();
    let mut seen: BTreeMap<usize, (EvidenceRef, String)> = BTreeMap::new();
    for link in &index.case.links {
        let claim = link.to_claim_id.and_then(|id| claims.get(&id));
        let row = claim.or(link.to_account_id.and_then(|id| accounts.get(&id)));
        let (Some(row), Some(evidence)) = (row, evidence_of(link)) else { continue };
        let (place, label) = index.label(link);
        seen.entry(place).or_insert_with(|| (evidence, label.to_owned()));
        found.push((*row, place, link));
    }
    let out: Set<&str> = left_out.iter().map(String::as_str).collect();
    if let Some(unknown) = out.iter().find(|label| !seen.values().any(|(_, known)| known == *label)) {
        let words = format!("This matrix has no column {unknown}.");
        return Err(RuleError::new(
            "not_found",
            words,
            "Leave out columns by the labels they show, such as E3.",
        ));
    }
    seen.retain(|_, (_, label)| !out.contains(label.as_str()));
    let place: Map<usize, usize> = seen.keys().enumerate().map(|(column, place)| (*place, column)).collect();
    let kept = found.into_iter().filter_map(|(row, at, link)| Some((row, *place.get(&at)?, link)));
    let mut links: Links<'a> = kept.collect();
    links.sort_by_key(|(row, column, _)| (*row, *column));
    let mut columns: Vec<Column> =
        seen.into_values().map(|(evidence, label)| column(context, evidence, label)).collect();
    let sources: Vec<Option<Source>> = columns.iter().map(|column| origin_source(context, column)).collect();
    let numbers = Origins::new(&index.case.derivations, &index.case.items).numbers(&sources);
    columns.iter_mut().zip(numbers).for_each(|(column, number)| column.origin = number);
    Ok((columns, links))
}

fn origin_source(context: &Context<'_, '_>, column: &Column) -> Option<Source> {
    match (column.item, column.evidence) {
        (Some(item), _) => Some(Source::Item(item)),
        (None, EvidenceRef::Claim(id)) => claimant(context, id).map(Source::Actor),
        _ => None,
    }
}

/// Who makes a claim: its claimant, or the body of the finding that makes it.
fn claimant(context: &Context<'_, '_>, id: ClaimId) -> Option<ActorId> {
    let claim = context.index.claims.get(&id)?;
    claim.claimant_id.or_else(|| Some(context.index.findings.get(&claim.finding_id?)?.body_id))
}

fn column(context: &Context<'_, '_>, evidence: EvidenceRef, label: String) -> Column {
    let index = context.index;
    let item = index.item_of(evidence);
    let date = match (item, evidence) {
        (Some(item), _) => item.date.clone().or_else(|| item.public_date.clone()),
        (None, EvidenceRef::Claim(id)) => claim_date(context, id),
        _ => None,
    };
    let source_key = match (item, evidence) {
        (Some(item), _) => item_source(context, item),
        (None, EvidenceRef::Claim(id)) => claimant(context, id).map(SourceKey::Actor),
        _ => None,
    };
    Column {
        evidence,
        label,
        name: index.evidence_name(evidence),
        date,
        source: source_key.as_ref().map(|key| match key {
            SourceKey::Actor(id) => index.actor(*id),
            SourceKey::Printed(name) => name.clone(),
        }),
        reliability: match &source_key {
            Some(SourceKey::Actor(id)) => context.reliability.get(id).copied(),
            _ => None,
        },
        source_key,
        origin: 0,
        item: item.map(|item| item.uuid),
    }
}

/// The publisher of an item, or without one its first author.
fn item_source(context: &Context<'_, '_>, item: &Item) -> Option<SourceKey> {
    if let Some(publisher) = item.publisher_id {
        return Some(SourceKey::Actor(publisher));
    }
    let authors = context.index.case.authors.iter().filter(|author| author.item_id == item.uuid);
    let first = authors.min_by(|a, b| a.position.cmp(&b.position))?;
    first.actor_id.map(SourceKey::Actor).or_else(|| first.name.clone().map(SourceKey::Printed))
}

/// The earliest date of a statement of a claim, or that of the finding that makes it.
fn claim_date(context: &Context<'_, '_>, id: ClaimId) -> Option<String> {
    let index = context.index;
    let on = index.statements_on(id);
    let said =
        on.iter().filter_map(|(_, s, _)| index.whens.get(&s.uuid).map(|when| &when.date)).min().cloned();
    let found = || {
        let finding = index.findings.get(&index.claims.get(&id)?.finding_id?)?;
        let item = finding.item_id.and_then(|id| index.items.get(&id).copied());
        dating::of_finding(finding, item).map(|when| when.date)
    };
    said.or_else(found).map(|date| date.as_str().to_owned())
}
