//! Margins: scores, ranks, diagnosticity, coverage, leave-one-out, origins and agreement.

use super::cells::Filled;
use super::columns::{Column, SourceKey};
use super::context::Context;
use super::explain;
use super::rows::Head;
use crate::grid::{DeskStance, DeskState};
use crate::ids::*;
use crate::maps::Map;
use crate::matrix::*;
use crate::methods::agreement::{Level, krippendorff_alpha};
use crate::methods::contradiction_score::{credibility_judged, ranks};
use crate::methods::coverage::coverage;
use crate::methods::diagnosticity::diagnosticity;
use crate::methods::leave_one_out::{leave_out, words};
use crate::order::EvidenceRef;
use crate::words::StanceValue;

/// Puts the matrix together.
pub(super) fn assemble(
    context: &Context<'_, '_>,
    name: String,
    point_id: Option<PointId>,
    heads: Vec<Head>,
    columns: Vec<Column>,
    grid: Vec<Vec<Filled>>,
) -> Matrix {
    let scores: Vec<Score> =
        heads.iter().zip(&grid).map(|(head, cells)| score(head, &columns, cells)).collect();
    let totals: Vec<f64> = scores.iter().map(|score| score.weighted).collect();
    let places = ranks(&totals);
    let labels: Vec<String> = heads.iter().map(|head| head.label.clone()).collect();
    let leave_one_out = left_out(&labels, &columns, &grid, &totals, &places);
    let agreement = agreement(&grid);
    let n_origins = columns.iter().map(|column| column.origin).max().unwrap_or(0);
    let whole = coverage(grid.iter().flatten().map(|filled| &filled.cell.shown));
    let out_columns = columns
        .into_iter()
        .enumerate()
        .map(|(at, column)| {
            let shown: Vec<&DeskStance> = grid.iter().map(|row| &row[at].cell.shown).collect();
            let credibility = grid.iter().filter_map(|row| row[at].cell.credibility).min();
            MatrixColumn { credibility, ..column_view(context, &labels, column, &shown) }
        })
        .collect();
    let rows =
        heads.into_iter().zip(grid).zip(scores).zip(places).map(|(((head, cells), score), rank)| MatrixRow {
            claim_id: head.claim_id,
            account_id: head.account_id,
            label: head.label,
            name: head.name,
            by: head.by,
            who: head.who,
            date: head.date,
            coverage: coverage(cells.iter().map(|filled| &filled.cell.shown)),
            cells: cells.into_iter().map(|filled| filled.cell).collect(),
            score,
            rank,
        });
    Matrix {
        name,
        point_id,
        rows: rows.collect(),
        columns: out_columns,
        coverage: whole,
        leave_one_out,
        n_origins,
        agreement,
    }
}

fn score(head: &Head, columns: &[Column], cells: &[Filled]) -> Score {
    let sum = |of: fn(&Filled) -> f64| cells.iter().map(of).sum::<f64>();
    let weighted = sum(|filled| filled.weighted);
    let rated = || cells.iter().filter(|filled| filled.cell.shown.value.is_some());
    let not_judged = rated().filter(|filled| !credibility_judged(filled.cell.credibility)).count();
    let unsettled = cells.iter().filter(|filled| filled.cell.shown.state == DeskState::Unsettled).count();
    let mut score = Score {
        weighted,
        unweighted: sum(|filled| filled.unweighted),
        low: weighted + sum(|filled| filled.range.0),
        high: weighted + sum(|filled| filled.range.1),
        n_credibility_not_judged: count(not_judged),
        n_unsettled: count(unsettled),
        explanation: Explanation {
            method: String::new(),
            formula: String::new(),
            words: String::new(),
            heads: Vec::new(),
            rows: Vec::new(),
        },
    };
    score.explanation = explain::score(&head.label, &score, columns, cells);
    score
}

fn column_view(
    context: &Context<'_, '_>,
    labels: &[String],
    column: Column,
    shown: &[&DeskStance],
) -> MatrixColumn {
    let stances: Vec<StanceValue> = shown.iter().filter_map(|cell| cell.value).collect();
    let n_not_applicable = stances.iter().filter(|s| **s == StanceValue::NotApplicable).count();
    let state = |state: DeskState| count(shown.iter().filter(|cell| cell.state == state).count());
    let value = diagnosticity(&stances);
    let n = count(stances.len() - n_not_applicable);
    let (n_unrated, n_unsettled) = (state(DeskState::Unrated), state(DeskState::Unsettled));
    let explanation = explain::diagnosticity(&column.label, value, n, labels, shown);
    let of = |evidence: EvidenceRef| match evidence {
        EvidenceRef::Item(id) => (Some(id), None, None),
        EvidenceRef::Excerpt(id) => (None, Some(id), None),
        EvidenceRef::Claim(id) => (None, None, Some(id)),
    };
    let (item_id, excerpt_id, claim_id) = of(column.evidence);
    MatrixColumn {
        label: column.label,
        item_id,
        excerpt_id,
        claim_id,
        name: column.name,
        earliest: crate::dating::read(column.date.as_deref())
            .and_then(|date| date.earliest())
            .map(|day| day.to_string()),
        source_id: match &column.source_key {
            Some(SourceKey::Actor(id)) => Some(*id),
            _ => None,
        },
        credibility: None,
        date: column.date,
        source: column.source,
        reliability: column.reliability,
        origin: column.origin,
        remarks: column.item.map_or_else(Vec::new, |item| context.remarks_on_item(item)),
        diagnosticity: Diagnosticity {
            value,
            n,
            n_not_applicable: count(n_not_applicable),
            n_unrated,
            n_unsettled,
            explanation,
        },
    }
}

/// Every column, every source with two or more, every origin with two or more that is not one of these sources: what dropping it does to the ranking.
fn left_out(
    labels: &[String],
    columns: &[Column],
    grid: &[Vec<Filled>],
    totals: &[f64],
    before: &[u32],
) -> Vec<LeftOut> {
    let amounts: Vec<Vec<f64>> =
        grid.iter().map(|row| row.iter().map(|filled| filled.weighted).collect()).collect();
    let mut sets: Vec<(LeftOutKind, String, Vec<usize>)> = columns
        .iter()
        .enumerate()
        .map(|(at, c)| (LeftOutKind::Evidence, c.label.clone(), vec![at]))
        .collect();
    let mut sources: Vec<(&SourceKey, usize)> = Vec::new();
    let mut by_source: Map<&SourceKey, Vec<usize>> = Map::default();
    let mut by_origin: Vec<Vec<usize>> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        if let Some(key) = &column.source_key {
            let places = by_source.entry(key).or_default();
            if places.is_empty() {
                sources.push((key, at));
            }
            places.push(at);
        }
        let origin = usize::try_from(column.origin).unwrap_or(1).saturating_sub(1);
        by_origin.resize(by_origin.len().max(origin + 1), Vec::new());
        by_origin[origin].push(at);
    }
    for (key, at) in sources {
        let places = by_source.remove(key).unwrap_or_default();
        if places.len() >= 2 {
            sets.push((LeftOutKind::Source, columns[at].source.clone().unwrap_or_default(), places));
        }
    }
    for places in by_origin.into_iter().filter(|places| places.len() >= 2) {
        if !sets.iter().any(|(_, _, known)| *known == places) {
            let names: Vec<&str> = places.iter().map(|at| columns[*at].label.as_str()).collect();
            sets.push((LeftOutKind::Origin, format!("origin of {}", names.join(", ")), places));
        }
    }
    sets.into_iter()
        .filter_map(|(what, name, places)| {
            let without = leave_out(&amounts, totals, before, &places)?;
            let said = if what == LeftOutKind::Origin { format!("the {name}") } else { name.clone() };
            Some(LeftOut {
                what,
                words: words(&said, labels, &without.ranks),
                name,
                columns: places.into_iter().map(|at| columns[at].label.clone()).collect(),
                scores: without.scores,
                ranks: without.ranks,
            })
        })
        .collect()
}

/// Ordinal alpha over the cells with one link; not applicable is no step of the order and is left out.
fn agreement(grid: &[Vec<Filled>]) -> Agreement {
    let units: Vec<&[f64]> = grid.iter().flatten().map(|filled| filled.rated.as_slice()).collect();
    let alpha = krippendorff_alpha(&units, Level::Ordinal);
    let firmness = alpha.value.map(Firmness::of);
    let words = match alpha.value {
        None if alpha.n_pairs == 0 => "Not defined: no cell was rated by two editors.".to_owned(),
        None => format!(
            "Not defined: {} with no variation among the ratings.",
            explain::plural(alpha.n_pairs, "pair")
        ),
        Some(value) => {
            let meaning = match firmness {
                Some(Firmness::Firm) => "firm",
                Some(Firmness::Tentative) => "tentative",
                _ => "weak: talk before you rest anything on it",
            };
            format!(
                "Krippendorff's alpha (ordinal) {value:.2} over {}: {meaning}.",
                explain::plural(alpha.n_pairs, "pair")
            )
        }
    };
    Agreement { alpha: alpha.value, n_pairs: alpha.n_pairs, firmness, words }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
