//! What is in dispute and how it was rated, on one page.

use super::{Desk, dim, strong, text};
use crate::document::{Block, Cell, Inline, Ladder, Table, TableKind};
use crate::text::one_line;
use crate::words::{Counts, takes_rating};
use claims::grid::{AnswerView, CellState, PointRow};
use claims::words::{AnswerKind, RowState};

impl Desk<'_> {
    pub(super) fn summary(&mut self) -> Vec<Block> {
        let mut blocks = vec![Block::Paragraph(vec![text(self.counts())])];
        if !self.grid.rows.is_empty() {
            blocks.push(Block::Table(self.verdict_table()));
            blocks.extend(self.scale_legends());
        }
        let one_reader = self.grid.rows.iter().any(|row| {
            let current = row.cells.iter().filter_map(|cell| cell.current.as_ref());
            current
                .chain(row.finding_cells.iter().filter_map(|cell| cell.answer.as_ref()))
                .any(|answer| answer.rating.as_ref().is_some_and(|rating| !rating.is_verdict))
        });
        if one_reader {
            blocks.push(Block::Small(vec![text(self.w.summary.one_reader_note)]));
        }
        if let Some(warning) = (self.w.summary.effort_warning)(&self.grid.effort) {
            blocks.push(Block::Small(vec![text(warning)]));
        }
        blocks
    }

    /// How many accounts, findings and points, and what the rows read.
    fn counts(&self) -> String {
        let states: Vec<(RowState, u32)> = self
            .grid
            .states
            .iter()
            .filter(|state| state.count > 0)
            .map(|state| (state.state, state.count))
            .collect();
        (self.w.summary.counts)(&Counts {
            accounts: self.grid.accounts.len(),
            points: self.grid.rows.len(),
            findings: self.grid.findings.len(),
            states: &states,
        })
    }

    fn verdict_table(&self) -> Table {
        let with_findings = !self.grid.findings.is_empty();
        let mut head = vec![vec![text(self.w.summary.point)]];
        let mut widths = vec![1.1];
        for account in &self.grid.accounts {
            head.push(vec![
                Inline::Letter { letter: account.letter.clone(), finding: false },
                text(" "),
                Inline::Name(one_line(&account.name)),
            ]);
            widths.push(1.0);
        }
        if with_findings {
            head.push(vec![text(self.w.summary.findings)]);
            widths.push(1.0);
        }
        head.push(vec![text(self.w.summary.rating)]);
        widths.push(1.1);
        let rows = self.grid.rows.iter().map(|row| self.verdict_row(row, with_findings)).collect();
        Table { kind: TableKind::Questions, caption: self.w.summary.caption.to_owned(), head, widths, rows }
    }

    fn verdict_row(&self, row: &PointRow, with_findings: bool) -> Vec<Cell> {
        let mut cells = vec![Cell {
            lines: vec![vec![self.said(row.question.clone())], vec![text((self.w.summary.row)(row))]],
            ..Cell::default()
        }];
        let mut ratings = Vec::new();
        for (cell, account) in row.cells.iter().zip(&self.grid.accounts) {
            let line = match (&cell.current, cell.state) {
                (Some(answer), _) => {
                    ratings.push(self.rated(answer, &account.letter, false));
                    if cell.earlier.iter().chain([answer]).any(|answer| {
                        answer.statement.as_ref().is_some_and(|statement| statement.differs_from_id.is_some())
                    }) {
                        ratings.push(vec![dim((self.w.summary.later_differs)(&account.letter))]);
                    }
                    self.short(answer)
                }
                (None, CellState::Silent) => vec![dim(self.w.summary.silent)],
                (None, _) => vec![dim(self.w.lists.not_looked_at)],
            };
            cells.push(Cell { lines: vec![line], ..Cell::default() });
        }
        if with_findings {
            let mut lines = Vec::new();
            for (cell, finding) in row.finding_cells.iter().zip(&self.grid.findings) {
                let Some(answer) = &cell.answer else { continue };
                if answer.rating.is_some() {
                    ratings.push(self.rated(answer, &finding.letter, true));
                }
                let mut line =
                    vec![Inline::Letter { letter: finding.letter.clone(), finding: true }, text(" ")];
                line.extend(self.short(answer));
                lines.push(line);
            }
            if lines.is_empty() {
                lines.push(vec![dim(self.w.summary.no_finding)]);
            }
            cells.push(Cell { lines, ..Cell::default() });
        }
        if ratings.is_empty() {
            ratings.push(vec![dim(self.w.summary.nothing_to_rate)]);
        }
        cells.push(Cell { lines: ratings, ..Cell::default() });
        cells
    }

    fn rated(&self, answer: &AnswerView, letter: &str, finding: bool) -> Vec<Inline> {
        let mut line = vec![Inline::Letter { letter: letter.to_owned(), finding }, text(" ")];
        match &answer.rating {
            Some(rating) => line.extend(self.rating_mark(rating)),
            None => line.extend(
                self.index
                    .claims
                    .get(&answer.claim_id)
                    .map(|claim| self.unrated_mark(claim))
                    .unwrap_or_default(),
            ),
        }
        line
    }

    /// The short answer: its value, or what kind of answer it is.
    pub(super) fn short(&self, answer: &AnswerView) -> Vec<Inline> {
        let value = super::given(answer.value.as_ref());
        let claim_lang = self.index.claims.get(&answer.claim_id).and_then(|claim| claim.language.clone());
        let words = match (answer.kind, value) {
            (AnswerKind::Value, Some(value)) => value.to_owned(),
            (AnswerKind::Value, None) => answer.claim.clone(),
            (AnswerKind::Denial, Some(value)) => {
                return vec![
                    text(self.w.summary.denies),
                    Inline::Foreign { text: value.to_owned(), lang: claim_lang },
                ];
            }
            (AnswerKind::Denial, None) => return vec![text(self.w.summary.denies_plainly)],
            (AnswerKind::Refusal, _) => return vec![text(self.w.summary.refuses)],
        };
        vec![Inline::Foreign { text: words, lang: claim_lang }]
    }

    /// Each scale that the ratings use, with its places.
    fn scale_legends(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for scale in &self.case.scales {
            if !self.case.assessments.iter().any(|assessment| assessment.scale_id == scale.uuid) {
                continue;
            }
            let mut line = vec![text(format!(
                "{}:\u{2003}",
                (self.w.summary.scale)(&one_line(&scale.name), scale.version)
            ))];
            for label in self.labels_of(scale.uuid) {
                line.extend([
                    Inline::Ladder(self.ladder(label.uuid)),
                    text(" "),
                    self.said(one_line(&label.name)),
                    text("\u{2003}"),
                ]);
            }
            line.extend([
                Inline::Ladder(Ladder::Unrated { places: 5 }),
                text(format!(" {}", self.w.lists.unrated_mark)),
            ]);
            blocks.push(Block::Small(line));
        }
        if self.case.claims.iter().any(|claim| !takes_rating(claim.kind)) {
            blocks.push(Block::Small(vec![
                Inline::Ladder(Ladder::NotRated),
                text(" "),
                strong(self.w.summary.not_rated),
                text(self.w.summary.not_rated_why),
            ]));
        }
        blocks
    }
}
