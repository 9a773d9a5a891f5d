//! Cells: what a pair of row and evidence shows, and what it adds to the numbers.

use super::columns::{Column, Links};
use super::context::Context;
use super::rows::Head;
use crate::grid::{DeskStance, DeskState};
use crate::ids::*;
use crate::maps::Set;
use crate::matrix::{EditorStance, MatrixCell, Whose};
use crate::methods::contradiction_score::{contribution, penalty};
use crate::methods::desk_stance::{InForce, desk_stance};
use crate::methods::diagnosticity::number;
use crate::records::*;
use crate::words::StanceValue;

/// A cell with the numbers behind it.
pub(super) struct Filled {
    pub cell: MatrixCell,
    /// What it adds, 0 where it adds nothing.
    pub weighted: f64,
    /// The same without weights.
    pub unweighted: f64,
    /// Least and most that it would add if the editors settled on one of their stances; 0 where it is settled.
    pub range: (f64, f64),
    /// The number of each editor's stance in force, for agreement; empty where two links exist.
    pub rated: Vec<f64>,
}

/// All cells, by row, then column.
pub(super) fn grid(
    context: &Context<'_, '_>,
    whose: Whose,
    heads: &[Head],
    columns: &[Column],
    links: &Links<'_>,
) -> Vec<Vec<Filled>> {
    let mut rest = links.as_slice();
    let mut cell = |row: usize, column: usize| {
        let n = rest.iter().take_while(|(r, c, _)| (*r, *c) == (row, column)).count();
        let (own, after) = rest.split_at(n);
        rest = after;
        match own {
            [] => empty(),
            [(_, _, link)] => single(context, whose, link),
            several => {
                multiple(context, whose, &several.iter().map(|(_, _, link)| *link).collect::<Vec<_>>())
            }
        }
    };
    let mut row = |row: usize| (0..columns.len()).map(|column| cell(row, column)).collect::<Vec<_>>();
    (0..heads.len()).map(&mut row).collect()
}

fn unrated() -> DeskStance {
    DeskStance { state: DeskState::Unrated, value: None, n_editors: 0 }
}

fn empty() -> Filled {
    let cell = MatrixCell {
        link_ids: Vec::new(),
        shown: unrated(),
        stances: Vec::new(),
        relevance: None,
        credibility: None,
        contribution: None,
        note: None,
        remarks: Vec::new(),
    };
    Filled { cell, weighted: 0.0, unweighted: 0.0, range: (0.0, 0.0), rated: Vec::new() }
}

/// The stances that count for the one who looks: all for the desk, one's own for an editor.
fn counted<'s, 'a>(whose: Whose, all: &'s [InForce<'a>]) -> impl Iterator<Item = &'s InForce<'a>> {
    all.iter().filter(move |s| match whose {
        Whose::Desk => true,
        Whose::Editor(editor) => s.stance.editor_id == editor,
    })
}

fn single(context: &Context<'_, '_>, whose: Whose, link: &EvidenceLink) -> Filled {
    let in_force = context.index.in_force(link.uuid);
    let relevance = context.relevance.get(&link.uuid).copied();
    let credibility = context.credibility.get(&link.uuid).copied();
    let shown = match whose {
        Whose::Desk => desk_stance(&in_force),
        Whose::Editor(_) => counted(whose, &in_force).next().map_or_else(unrated, |s| DeskStance {
            state: DeskState::OneReader,
            value: Some(s.value),
            n_editors: 1,
        }),
    };
    let adds = |stance: StanceValue| contribution(stance, credibility, relevance);
    let range = match shown.state {
        DeskState::Unsettled => span(counted(whose, &in_force).map(|s| adds(s.value))),
        _ => (0.0, 0.0),
    };
    Filled {
        weighted: shown.value.map_or(0.0, adds),
        unweighted: shown.value.map_or(0.0, penalty),
        range,
        rated: in_force.iter().filter_map(|s| number(s.value)).collect(),
        cell: MatrixCell {
            link_ids: vec![link.uuid],
            contribution: shown.value.map(adds),
            shown,
            stances: editor_stances(context, &in_force),
            relevance,
            credibility,
            note: link.note.clone(),
            remarks: context.remarks_on_link(link.uuid),
        },
    }
}

/// Two or more links for one pair: the cell is unsettled until all but one are trashed.
fn multiple(context: &Context<'_, '_>, whose: Whose, links: &[&EvidenceLink]) -> Filled {
    let mut filled = empty();
    let mut editors: Set<EditorId> = Set::default();
    let mut amounts = Vec::new();
    for link in links {
        let in_force = context.index.in_force(link.uuid);
        let relevance = context.relevance.get(&link.uuid).copied();
        let credibility = context.credibility.get(&link.uuid).copied();
        let mine = || counted(whose, &in_force);
        if mine().next().is_none() {
            amounts.push(0.0);
        }
        amounts.extend(mine().map(|s| contribution(s.value, credibility, relevance)));
        editors.extend(mine().map(|s| s.stance.editor_id));
        filled.cell.link_ids.push(link.uuid);
        filled.cell.stances.extend(editor_stances(context, &in_force));
        filled.cell.remarks.extend(context.remarks_on_link(link.uuid));
    }
    let alike = |value: fn(&Context<'_, '_>, EvidenceLinkId) -> Option<u8>| {
        let first = value(context, links[0].uuid);
        links.iter().all(|link| value(context, link.uuid) == first)
    };
    if alike(|context, id| context.relevance.get(&id).map(|r| *r as u8)) {
        filled.cell.relevance = context.relevance.get(&links[0].uuid).copied();
    }
    if alike(|context, id| context.credibility.get(&id).copied()) {
        filled.cell.credibility = context.credibility.get(&links[0].uuid).copied();
    }
    let notes: Vec<&str> = links.iter().filter_map(|link| link.note.as_deref()).collect();
    filled.cell.note = (!notes.is_empty()).then(|| notes.join(" / "));
    let n_editors = u32::try_from(editors.len()).unwrap_or(u32::MAX);
    filled.cell.shown = DeskStance { state: DeskState::Unsettled, value: None, n_editors };
    filled.range = span(amounts.into_iter());
    filled
}

fn span(amounts: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) =
        amounts.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    if low.is_finite() { (low, high) } else { (0.0, 0.0) }
}

/// Every editor's stance in force, and after it the forks that do not count.
pub(super) fn editor_stances(context: &Context<'_, '_>, in_force: &[InForce<'_>]) -> Vec<EditorStance> {
    let view = |stance: &Stance, value: StanceValue, forked: bool| EditorStance {
        editor_id: stance.editor_id,
        editor: context.index.editor(stance.editor_id),
        value,
        note: stance.note.clone(),
        forked,
    };
    let mut out = Vec::with_capacity(in_force.len());
    for one in in_force {
        out.push(view(one.stance, one.value, !one.forks.is_empty()));
        out.extend(one.forks.iter().filter_map(|fork| Some(view(fork, fork.value?, true))));
    }
    out
}
