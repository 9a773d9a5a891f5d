//! The points grid: what each account and finding says to each point, and what the row then reads.

use crate::answers::{Given, answer_view, in_time};
use crate::case_at::CaseAt;
use crate::comparisons::{in_force, letters, pair, row_state, row_words};
use crate::effort::{effort, warning};
use crate::grid::*;
use crate::ids::*;
use crate::index::{Index, alive, group};
use crate::maps::Map;
use crate::order::letter;
use crate::records::*;
use crate::words::RowState;

/// The points grid of a case; `common_ground_first` puts agreed and compatible rows on top, each group in the order of the points.
///
/// Cost: in proportion to the answers, links and stances of the case.
pub fn points_grid(case: &CaseAt, common_ground_first: bool) -> PointsGrid {
    let case = alive(case);
    let index = Index::new(&case);
    let accounts = case.accounts_in_order();
    let findings = case.findings_in_order();
    let comparisons = in_force(&case.comparisons);
    let view = Rows { index: &index, accounts: &accounts, findings: &findings, comparisons };
    let mut rows = view.rows();
    if common_ground_first {
        rows.sort_by_key(|row| !row.common_ground);
    }
    let effort = effort(&index, &accounts);
    PointsGrid {
        states: RowState::ALL
            .iter()
            .map(|state| StateCount {
                state: *state,
                count: count(rows.iter().filter(|r| r.state == *state).count()),
            })
            .collect(),
        accounts: accounts
            .iter()
            .enumerate()
            .map(|(at, account)| account_column(&index, at, account))
            .collect(),
        findings: findings
            .iter()
            .enumerate()
            .map(|(at, f)| finding_column(&index, accounts.len() + at, f))
            .collect(),
        rows,
        effort_warning: warning(&effort),
        effort,
    }
}

fn account_column(index: &Index<'_>, place: usize, account: &Account) -> AccountColumn {
    let mut holders: Vec<String> = Vec::new();
    for holder in index.holders.get(&account.uuid).into_iter().flatten() {
        let name = index.actor(holder.actor_id);
        if !holders.contains(&name) {
            holders.push(name);
        }
    }
    let (name, summary) = (account.name.clone(), account.summary.clone());
    AccountColumn { id: account.uuid, letter: letter(place), name, summary, holders }
}

fn finding_column(index: &Index<'_>, place: usize, finding: &Finding) -> FindingColumn {
    let item = finding.item_id.and_then(|id| index.items.get(&id).copied());
    FindingColumn {
        id: finding.uuid,
        letter: letter(place),
        name: finding.name.clone(),
        body: index.actor(finding.body_id),
        symbol: item.and_then(|item| item.symbol.clone()),
        date: crate::dating::of_finding(finding, item).map(|when| when.date.as_str().to_owned()),
        standard: finding.standard.clone(),
    }
}

/// What the rows are made from.
struct Rows<'a, 'b> {
    index: &'b Index<'a>,
    accounts: &'b [&'a Account],
    findings: &'b [&'a Finding],
    comparisons: Map<(AnswerId, AnswerId), &'a Comparison>,
}

impl<'a> Rows<'a, '_> {
    fn rows(&self) -> Vec<PointRow> {
        let mut answers: Map<PointId, Vec<(usize, &'a Answer)>> = Map::default();
        for (place, answer) in self.index.case.answers.iter().enumerate() {
            answers.entry(answer.point_id).or_default().push((place, answer));
        }
        let silences = group(&self.index.case.silences, |r| Some((r.point_id, r.account_id)));
        let points = self.index.case.points_in_order();
        let row = |(at, point): (usize, &&'a Point)| {
            let answers = answers.get(&point.uuid).map_or(&[][..], Vec::as_slice);
            self.row(at, point, answers, &silences)
        };
        points.iter().enumerate().map(row).collect()
    }

    fn row(
        &self,
        at: usize,
        point: &Point,
        answers: &[(usize, &'a Answer)],
        silences: &Map<(PointId, AccountId), Vec<&Silence>>,
    ) -> PointRow {
        let index = self.index;
        let mut cells = Vec::with_capacity(self.accounts.len());
        let mut current: Vec<(String, Given<'a>)> = Vec::new();
        for (place, account) in self.accounts.iter().enumerate() {
            let claims = index.claims_of.get(&account.uuid);
            let own =
                answers.iter().copied().filter(|(_, a)| claims.is_some_and(|c| c.contains(&a.claim_id)));
            let mut given = in_time(index, own);
            let silences = silences.get(&(point.uuid, account.uuid)).map_or(&[][..], Vec::as_slice);
            let last = given.pop();
            cells.push(Cell {
                account_id: account.uuid,
                state: match &last {
                    Some(_) => CellState::Answered,
                    None if !silences.is_empty() => CellState::Silent,
                    None => CellState::NotLookedAt,
                },
                current: last.as_ref().map(|given| answer_view(index, given, Some(account.uuid))),
                earlier: given
                    .iter()
                    .rev()
                    .map(|given| answer_view(index, given, Some(account.uuid)))
                    .collect(),
                silences: silence_views(index, silences),
            });
            current.extend(last.map(|given| (letter(place), given)));
        }
        let mut pairs = Vec::new();
        for (place, (a, one)) in current.iter().enumerate() {
            for (b, other) in &current[place + 1..] {
                pairs.push(pair(index, &self.comparisons, (a, one), (b, other)));
            }
        }
        let finding_cells = self.findings.iter().enumerate().map(|(place, finding)| {
            let own = answers.iter().copied().filter(|(_, answer)| {
                index.claims.get(&answer.claim_id).is_some_and(|claim| claim.finding_id == Some(finding.uuid))
            });
            let given = in_time(index, own).pop();
            let beside = letter(self.accounts.len() + place);
            let pairs = given.iter().flat_map(|given| {
                current.iter().map(|(a, one)| pair(index, &self.comparisons, (a, one), (&beside, given)))
            });
            FindingCell {
                finding_id: finding.uuid,
                pairs: pairs.collect(),
                answer: given.as_ref().map(|given| answer_view(index, given, None)),
            }
        });
        let finding_cells = finding_cells.collect();
        let state = row_state(&cells, &pairs);
        let n = |state: CellState| count(cells.iter().filter(|cell| cell.state == state).count());
        let (n_answer, n_silent) = (n(CellState::Answered), n(CellState::Silent));
        let n_not_looked_at = n(CellState::NotLookedAt);
        PointRow {
            id: point.uuid,
            number: count(at + 1),
            question: point.question.clone(),
            note: point.note.clone(),
            state,
            common_ground: matches!(state, RowState::Agreed | RowState::Compatible),
            n_answer,
            n_silent,
            n_not_looked_at,
            words: row_words(state, n_answer, n_silent, n_not_looked_at),
            letters: letters(&pairs),
            cells,
            finding_cells,
            pairs,
        }
    }
}

/// Silences of a cell, the one that reaches furthest first.
fn silence_views(index: &Index<'_>, silences: &[&Silence]) -> Vec<SilenceView> {
    let mut sorted = silences.to_vec();
    sorted.reverse();
    let until = |s: &Silence| crate::dating::read(Some(&s.until)).and_then(|date| date.latest());
    sorted.sort_by_key(|s| std::cmp::Reverse(until(s)));
    let view = |s: &&Silence| SilenceView {
        id: s.uuid,
        looked: s.looked.clone(),
        until: s.until.clone(),
        editor: index.editor(s.editor_id),
    };
    sorted.iter().map(view).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
