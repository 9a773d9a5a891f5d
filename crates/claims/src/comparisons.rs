//! How current answers compare: what an editor said, what identical values offer, and what the row then reads.

use crate::answers::Given;
use crate::grid::{Cell, CellState, Pair};
use crate::ids::*;
use crate::index::Index;
use crate::maps::{Map, Set};
use crate::records::*;
use crate::words::{AnswerKind, Relation, RowState};
use unicode_normalization::UnicodeNormalization;

/// The comparison in force for each pair of answers: the latest that none supersedes. One whose relation is none withdraws.
pub(crate) fn in_force(case: &[Comparison]) -> Map<(AnswerId, AnswerId), &Comparison> {
    let superseded: Set<ComparisonId> = case.iter().filter_map(|c| c.supersedes_id).collect();
    let heads = case.iter().filter(|c| !superseded.contains(&c.uuid));
    heads.map(|c| (unordered(c.answer_id, c.other_id), c)).collect()
}

fn unordered(a: AnswerId, b: AnswerId) -> (AnswerId, AnswerId) {
    if a <= b { (a, b) } else { (b, a) }
}

/// A value as it is compared: compatibility forms unified, case and outer punctuation dropped, spaces collapsed. For comparing only, never stored.
pub fn normalised(value: &str) -> String {
    let folded: String = value.nfkc().flat_map(char::to_lowercase).collect();
    let outer = |c: char| {
        c.is_whitespace() || (c.is_ascii_punctuation() && !"+-%$#&@".contains(c)) || "«»“”„‘’…–—".contains(c)
    };
    folded.trim_matches(outer).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether two answers are offered as the same: both give a value, or both a denial, in identical normalised words.
/// Two refusals are never offered: to say nothing twice is no common ground.
pub fn offered_as_same(a: &Answer, b: &Answer) -> bool {
    if a.uuid == b.uuid {
        return true;
    }
    let words = |answer: &Answer| answer.value.as_deref().map(normalised).filter(|words| !words.is_empty());
    a.kind == b.kind && a.kind != AnswerKind::Refusal && words(a).is_some() && words(a) == words(b)
}

/// How two current answers stand.
pub(crate) fn pair(
    index: &Index<'_>,
    comparisons: &Map<(AnswerId, AnswerId), &Comparison>,
    (a, one): (&str, &Given<'_>),
    (b, other): (&str, &Given<'_>),
) -> Pair {
    let said =
        comparisons.get(&unordered(one.answer.uuid, other.answer.uuid)).filter(|c| c.relation.is_some());
    let offered = said.is_none() && offered_as_same(one.answer, other.answer);
    Pair {
        a: a.to_owned(),
        b: b.to_owned(),
        answer_id: one.answer.uuid,
        other_id: other.answer.uuid,
        relation: said.and_then(|c| c.relation).or(offered.then_some(Relation::Same)),
        offered,
        comparison_id: said.map(|c| c.uuid),
        reason: said.map(|c| c.reason.clone()),
        editor: said.map(|c| index.editor(c.editor_id)),
    }
}

/// What the row reads, from its accounts' cells and the pairs of their current answers.
pub(crate) fn row_state(cells: &[Cell], pairs: &[Pair]) -> RowState {
    let any = |state: CellState| cells.iter().any(|cell| cell.state == state);
    let says = |relation: Option<Relation>| pairs.iter().any(|pair| pair.relation == relation);
    match cells.iter().filter(|cell| cell.state == CellState::Answered).count() {
        0 if any(CellState::Silent) => RowState::Silent,
        0 => RowState::NotLookedAt,
        1 => RowState::OneSideOnly,
        _ if says(Some(Relation::Contradict)) => RowState::Contradicted,
        _ if says(None) => RowState::DifferentNotCompared,
        _ if says(Some(Relation::Compatible)) => RowState::Compatible,
        _ => RowState::Agreed,
    }
}

/// The state with its counts: "agreed by 2, silent 1, not looked at 1".
pub(crate) fn row_words(state: RowState, answer: u32, silent: u32, not_looked_at: u32) -> String {
    let mut parts = vec![match state {
        RowState::Agreed => format!("agreed by {answer}"),
        RowState::Compatible => format!("compatible: {answer} answer"),
        RowState::Contradicted => format!("contradicted: {answer} answer"),
        RowState::DifferentNotCompared => format!("different, not compared: {answer} answer"),
        RowState::OneSideOnly => "one side only: 1 answers".to_owned(),
        RowState::Silent | RowState::NotLookedAt => String::new(),
    }];
    if silent > 0 {
        parts.push(format!("silent {silent}"));
    }
    if not_looked_at > 0 || parts.iter().all(String::is_empty) {
        parts.push(format!("not looked at {not_looked_at}"));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(", ")
}

/// Relations by letters: "A = C ≠ B" where one line tells every pair, else each pair for itself: "A ≠ B, A ≈ C, B ? C".
/// = same, ≈ compatible, ≠ contradict, ? not compared.
pub(crate) fn letters(pairs: &[Pair]) -> String {
    let mut all: Vec<&str> = Vec::new();
    for letter in pairs.iter().flat_map(|pair| [pair.a.as_str(), pair.b.as_str()]) {
        if !all.contains(&letter) {
            all.push(letter);
        }
    }
    let between: Map<(&str, &str), Option<Relation>> = pairs
        .iter()
        .flat_map(|p| {
            [((p.a.as_str(), p.b.as_str()), p.relation), ((p.b.as_str(), p.a.as_str()), p.relation)]
        })
        .collect();
    let relation = |a: &str, b: &str| between.get(&(a, b)).copied().flatten();
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for letter in &all {
        match groups.iter_mut().find(|group| relation(group[0], letter) == Some(Relation::Same)) {
            Some(group) => group.push(letter),
            None => groups.push(vec![letter]),
        }
    }
    let alike = groups
        .iter()
        .all(|g| g.iter().all(|a| g.iter().all(|b| a == b || relation(a, b) == Some(Relation::Same))));
    let mut across = groups.iter().enumerate().flat_map(|(at, g)| {
        let rest = &groups[at + 1..];
        g.iter().flat_map(move |a| rest.iter().flatten().map(move |b| relation(a, b)))
    });
    let first = across.next();
    if alike && first.is_none_or(|first| across.all(|other| other == first)) {
        let joined: Vec<String> = groups.iter().map(|group| group.join(" = ")).collect();
        return joined.join(first.map_or("", |relation| sign(relation)));
    }
    pairs.iter().map(|p| format!("{}{}{}", p.a, sign(p.relation), p.b)).collect::<Vec<_>>().join(", ")
}

fn sign(relation: Option<Relation>) -> &'static str {
    match relation {
        Some(Relation::Same) => " = ",
        Some(Relation::Compatible) => " ≈ ",
        Some(Relation::Contradict) => " ≠ ",
        None => " ? ",
    }
}
