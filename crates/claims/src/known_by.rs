//! `known_by`: the case as far as it was public on a day in the world.
//!
//! - *Public by then* is said of what is certain: the last day that a date allows is not later. "2017-09" is known by 30 September 2017, not by the 15th.
//! - A statement counts by its own date, or without one by the earliest date of an item it appears in; a finding by its own, or its item's; an item by its public date, or the date on it.
//! - An event counts by the date on which the item that tells of it became public; without such a date, by the day on which it happened.
//! - A claim is in view when a statement or finding in view makes it. An answer goes with its claim, and with the statement it names.
//! - An assessment counts when its `evidence_until` is not later. A superseding one that is not in view supersedes nothing, so the one before is in force again.
//! - Excerpts, captures and links follow their item or claim: when the desk kept a copy does not matter here.
//! - A silence stays on every day. Up to its `until` it holds all the more (who said nothing up to the 12th had said nothing by the 6th),
//!   and after it the cell shows how far the editor looked, as it does without `known_by`. Dropping it would say "not looked at", which is untrue.
//! - Points, accounts, comparisons, stances, reliability, inquiries, right of reply, the checklist and the custody log are the desk's work and follow `as_of` alone.
//! - What has no date either way, or one without a last day, is left out and listed in `undated`.

use crate::case_at::{CaseAt, Undated};
use crate::date::Edtf;
use crate::dating;
use crate::ids::*;
use crate::index::group;
use crate::living::prune;
use crate::maps::Map;
use crate::records::*;
use chrono::NaiveDate;

/// Where a record stands against the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    In,
    Later,
    Undated,
}

fn seen(date: Option<&Edtf>, day: NaiveDate) -> Seen {
    match date {
        Some(date) if date.is_by(day) => Seen::In,
        Some(date) if date.latest().is_some() => Seen::Later,
        _ => Seen::Undated,
    }
}

/// The case as it was known in the world by the end of this day. Starts from the living case.
#[must_use]
pub fn known_by(case: CaseAt, day: NaiveDate) -> CaseAt {
    let mut case = case.living();
    let mut undated = Vec::new();

    let items: Map<ItemId, Item> = case.items.iter().map(|item| (item.uuid, item.clone())).collect();
    case.items.retain(|item| {
        let at = seen(dating::of_item(item).as_ref(), day);
        note(&mut undated, at, item, &item.name)
    });

    let appearances = group(&case.appearances, |r| Some(r.statement_id));
    let mut statements: Map<StatementId, Seen> = Map::default();
    for statement in &case.statements {
        let carried =
            appearances.get(&statement.uuid).into_iter().flatten().filter_map(|r| items.get(&r.item_id));
        let when = dating::of_statement(statement, carried);
        statements.insert(statement.uuid, seen(when.as_ref().map(|when| &when.date), day));
    }
    let mut findings: Map<FindingId, Seen> = Map::default();
    for finding in &case.findings {
        let item = finding.item_id.and_then(|id| items.get(&id));
        let when = dating::of_finding(finding, item);
        findings.insert(finding.uuid, seen(when.as_ref().map(|when| &when.date), day));
    }

    let mut makers: Map<ClaimId, Vec<Seen>> = Map::default();
    for act in &case.acts {
        makers.entry(act.claim_id).or_default().extend(statements.get(&act.statement_id));
    }
    for answer in &case.answers {
        let named = answer.statement_id.and_then(|id| statements.get(&id));
        makers.entry(answer.claim_id).or_default().extend(named);
    }
    for claim in &case.claims {
        let finding = claim.finding_id.and_then(|id| findings.get(&id));
        makers.entry(claim.uuid).or_default().extend(finding);
    }

    let speaker =
        |id: ActorId| case.actors.iter().find(|actor| actor.uuid == id).map_or("", |actor| &actor.name);
    case.statements.retain(|statement| {
        let at = statements.get(&statement.uuid).copied().unwrap_or(Seen::Undated);
        let words: String = statement.words.chars().take(80).collect();
        note(&mut undated, at, statement, &format!("{}: {words}", speaker(statement.speaker_id)))
    });
    case.findings.retain(|finding| {
        let at = findings.get(&finding.uuid).copied().unwrap_or(Seen::Undated);
        note(&mut undated, at, finding, &finding.name)
    });
    case.events.retain(|event| {
        let item = event.item_id.and_then(|id| items.get(&id));
        note(&mut undated, seen(dating::event_known(event, item).as_ref(), day), event, &event.name)
    });
    case.claims.retain(|claim| {
        let makers = makers.get(&claim.uuid).map_or(&[][..], Vec::as_slice);
        let at = if makers.contains(&Seen::In) {
            Seen::In
        } else if makers.contains(&Seen::Later) {
            Seen::Later
        } else {
            Seen::Undated
        };
        note(&mut undated, at, claim, &claim.text)
    });
    case.answers.retain(|r| r.statement_id.is_none_or(|id| statements.get(&id) == Some(&Seen::In)));
    case.assessments.retain(|r| dating::read(Some(&r.evidence_until)).is_some_and(|until| until.is_by(day)));

    prune(&mut case);
    case.known_by = Some(day.format("%Y-%m-%d").to_string());
    case.undated = undated;
    case
}

/// Whether the record stays; lists it if it has no date.
fn note<R: Record>(undated: &mut Vec<Undated>, at: Seen, record: &R, name: &str) -> bool {
    if at == Seen::Undated {
        undated.push(Undated {
            table: R::TABLE.to_owned(),
            uuid: record.uuid().to_string(),
            name: name.to_owned(),
        });
    }
    at == Seen::In
}
