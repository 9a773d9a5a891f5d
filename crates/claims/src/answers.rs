//! Which answer of an account or finding to a point is the current one, and how an answer is shown.

use crate::dating::When;
use crate::grid::{AnswerView, DeskState, Mark, StatementView};
use crate::ids::*;
use crate::index::Index;
use crate::maps::Set;
use crate::order::evidence_of;
use crate::ratings::rating_of;
use crate::records::*;
use crate::time::instant;
use crate::words::{ActKind, StanceValue, Wording};

/// An answer with the statement that dates it.
pub(crate) struct Given<'a> {
    pub answer: &'a Answer,
    pub claim: &'a Claim,
    pub when: Option<When>,
    statement: Option<(usize, &'a Statement)>,
    place: usize,
}

/// Puts answers in order, earliest first; the last is the current one.
///
/// By the date of the statement (first day allowed, then last day). A statement without a date of its own stands by its item,
/// and before the dated ones of that item; alike, by time of day, then in the order recorded. What has no date at all comes first.
pub(crate) fn in_time<'a>(
    index: &Index<'a>,
    answers: impl Iterator<Item = (usize, &'a Answer)>,
) -> Vec<Given<'a>> {
    let mut given: Vec<Given<'a>> = answers
        .filter_map(|(place, answer)| {
            let claim = index.claims.get(&answer.claim_id)?;
            let statement = statement_of(index, answer);
            let when = match statement {
                Some((_, statement)) => index.whens.get(&statement.uuid).cloned(),
                None => claim.finding_id.and_then(|id| index.findings.get(&id)).and_then(|finding| {
                    let item = finding.item_id.and_then(|id| index.items.get(&id).copied());
                    crate::dating::of_finding(finding, item)
                }),
            };
            Some(Given { answer, claim, when, statement, place })
        })
        .collect();
    if given.len() > 1 {
        let items: Vec<Set<ItemId>> = given.iter().map(|g| items_of(index, g)).collect();
        let mut keyed: Vec<_> = given.drain(..).enumerate().collect();
        let own: Vec<_> =
            keyed.iter().map(|(_, g)| g.when.as_ref().filter(|w| !w.of_item).map(When::key)).collect();
        keyed.sort_by_cached_key(|(at, g)| {
            let mut day = g.when.as_ref().map(When::key);
            let dated = g.when.as_ref().is_some_and(|w| !w.of_item);
            if !dated {
                let beside = (0..own.len()).filter(|other| !items[*at].is_disjoint(&items[*other]));
                day = beside.filter_map(|other| own[other]).chain(day).min();
            }
            let time = g.statement.and_then(|(_, s)| s.earliest.as_deref()).and_then(instant);
            (day, dated, time, g.statement.map(|(place, _)| place), g.place)
        });
        given.extend(keyed.into_iter().map(|(_, g)| g));
    }
    given
}

/// The statement that an answer stands in: the one it names, else the earliest that asserts its claim,
/// else the earliest that concedes, reports or denies it.
fn statement_of<'a>(index: &Index<'a>, answer: &Answer) -> Option<(usize, &'a Statement)> {
    if let Some(named) = answer.statement_id.and_then(|id| index.statements.get(&id)) {
        return Some(*named);
    }
    let rank = |kind: ActKind| match kind {
        ActKind::Asserts => 0,
        ActKind::Concedes => 1,
        ActKind::Reports => 2,
        ActKind::Denies => 3,
    };
    let day = |s: &Statement| index.whens.get(&s.uuid).map(When::key);
    let on = index.statements_on(answer.claim_id).into_iter();
    on.min_by_key(|(at, s, kind)| (rank(*kind), day(s).is_none(), day(s), *at)).map(|(at, s, _)| (at, s))
}

fn items_of(index: &Index<'_>, given: &Given<'_>) -> Set<ItemId> {
    let of = given.statement.and_then(|(_, s)| index.appearances.get(&s.uuid));
    of.into_iter().flatten().map(|appearance| appearance.item_id).collect()
}

/// An answer as a cell shows it; `account` is none for a finding's.
pub(crate) fn answer_view(index: &Index<'_>, given: &Given<'_>, account: Option<AccountId>) -> AnswerView {
    let claim = given.claim;
    let asserted = |account| {
        let on = index.statements_on(claim.uuid);
        on.iter().any(|(_, s, kind)| *kind == ActKind::Asserts && index.is_of_holder(s, account))
    };
    let strip = strip(index, claim.uuid);
    let count = |wanted: fn(Option<StanceValue>) -> bool| {
        u32::try_from(strip.iter().filter(|mark| wanted(mark.desk.value)).count()).unwrap_or(u32::MAX)
    };
    AnswerView {
        id: given.answer.uuid,
        claim_id: claim.uuid,
        claim: claim.text.clone(),
        claim_kind: claim.kind,
        kind: given.answer.kind,
        value: given.answer.value.clone(),
        second_hand: account.is_some_and(|account| !asserted(account)),
        date: given.when.as_ref().map(|when| when.date.as_str().to_owned()),
        statement: best_statement(index, given, account)
            .map(|(statement, act)| statement_view(index, statement, act)),
        n_for: count(|v| matches!(v, Some(StanceValue::StronglySupports | StanceValue::Supports))),
        n_against: count(|v| matches!(v, Some(StanceValue::StronglyContradicts | StanceValue::Contradicts))),
        n_unrated: count(|v| v.is_none()),
        strip,
        rating: rating_of(index.case, claim.uuid),
    }
}

/// The statement that stands best behind an answer: the one it names; else by a holder's assertion, then anybody's, a concession,
/// a report, a denial; then a quotation before a partial one before a paraphrase; then the earliest.
pub(crate) fn best_statement<'a>(
    index: &Index<'a>,
    given: &Given<'a>,
    account: Option<AccountId>,
) -> Option<(&'a Statement, Option<ActKind>)> {
    let rank = |s: &Statement, kind: ActKind| match kind {
        ActKind::Asserts if account.is_none_or(|account| index.is_of_holder(s, account)) => 0,
        ActKind::Asserts => 1,
        ActKind::Concedes => 2,
        ActKind::Reports => 3,
        ActKind::Denies => 4,
    };
    let wording = |s: &Statement| match s.wording {
        Wording::Quotation => 0,
        Wording::PartialQuotation => 1,
        Wording::Paraphrase => 2,
    };
    let day = |s: &Statement| index.whens.get(&s.uuid).map(When::key);
    let on = index.statements_on(given.claim.uuid);
    if let Some((_, named)) = given.answer.statement_id.and_then(|id| index.statements.get(&id)) {
        let act = on.iter().find(|(_, s, _)| s.uuid == named.uuid).map(|(_, _, kind)| *kind);
        return Some((named, act));
    }
    let best =
        on.iter().min_by_key(|(at, s, kind)| (rank(s, *kind), wording(s), day(s).is_none(), day(s), *at));
    best.map(|(_, s, kind)| (*s, Some(*kind)))
}

/// A statement as shown.
pub(crate) fn statement_view(
    index: &Index<'_>,
    statement: &Statement,
    act: Option<ActKind>,
) -> StatementView {
    let appearances = index.appearances.get(&statement.uuid).map_or(&[][..], Vec::as_slice);
    let via = appearances.iter().map(|appearance| {
        let item = index.items.get(&appearance.item_id).map_or("item not in view", |item| &item.name);
        let carriers = index.carriers.get(&appearance.uuid).map_or(&[][..], Vec::as_slice);
        carriers
            .iter()
            .fold(item.to_owned(), |chain, carrier| format!("{chain} < {}", index.actor(carrier.actor_id)))
    });
    StatementView {
        id: statement.uuid,
        speaker: index.actor(statement.speaker_id),
        office: statement.office.clone(),
        date: statement.date.clone(),
        date_words: statement.date_words.clone(),
        words: statement.words.clone(),
        wording: statement.wording,
        language: statement.language.clone(),
        act,
        via: via.collect(),
        differs_from_id: statement.differs_from_id,
    }
}

/// The evidence on a claim, in the order of the evidence. Where two links join the same evidence to the claim, both read unsettled.
pub(crate) fn strip(index: &Index<'_>, claim: ClaimId) -> Vec<Mark> {
    let links = index.links_to.get(&claim).map_or(&[][..], Vec::as_slice);
    let mut placed: Vec<(usize, Mark)> = Vec::with_capacity(links.len());
    for link in links {
        let Some(evidence) = evidence_of(link) else { continue };
        let (place, label) = index.label(link);
        let label = label.to_owned();
        let desk = index.desk(link.uuid);
        placed.push((place, Mark { link_id: link.uuid, label, name: index.evidence_name(evidence), desk }));
    }
    placed.sort_by_key(|(place, _)| *place);
    let places: Vec<usize> = placed.iter().map(|(place, _)| *place).collect();
    for (at, (place, mark)) in placed.iter_mut().enumerate() {
        let twice = at > 0 && places[at - 1] == *place || places.get(at + 1) == Some(place);
        if twice {
            mark.desk.state = DeskState::Unsettled;
            mark.desk.value = None;
        }
    }
    placed.into_iter().map(|(_, mark)| mark).collect()
}
