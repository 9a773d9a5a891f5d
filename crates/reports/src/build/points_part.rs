//! Points at issue, side by side: each account's answer with the words behind it, findings beside them.

use super::{Desk, dim, given, sentence, text};
use crate::document::{Block, Cell, Inline, Mark, Table, TableKind};
use crate::text::one_line;
use claims::grid::{
    AccountColumn, AnswerView, Cell as GridCell, CellState, FindingCell, PointRow, PointsGrid,
};
use claims::grid::{DeskStance, DeskState};
use claims::words::Wording;

impl Desk<'_> {
    pub(super) fn points(&mut self) -> Vec<Block> {
        let grid: PointsGrid = self.grid.clone();
        if grid.rows.is_empty() {
            return vec![sentence(self.w.points.none)];
        }
        let with_findings = !grid.findings.is_empty();
        let mut head = vec![vec![text(self.w.summary.point)]];
        let mut widths = vec![0.8];
        for account in &grid.accounts {
            head.push(vec![
                Inline::Letter { letter: account.letter.clone(), finding: false },
                text(" "),
                Inline::Name(one_line(&account.name)),
            ]);
            widths.push(1.1);
        }
        if with_findings {
            head.push(vec![text(self.w.points.findings)]);
            widths.push(1.3);
        }
        let rows = grid.rows.iter().map(|row| self.point_row(row, &grid, with_findings)).collect();
        let table = Table {
            kind: TableKind::Questions,
            caption: self.w.points.caption.to_owned(),
            head,
            widths,
            rows,
        };
        let mut blocks: Vec<Block> = grid.accounts.iter().map(|account| self.held(account)).collect();
        blocks.push(Block::Table(table));
        blocks.extend(self.finding_legend(&grid));
        blocks.extend(self.looked_for());
        let notes = self.notes.take();
        if !notes.is_empty() {
            blocks.push(Block::Notes(notes));
        }
        blocks
    }

    /// Who holds the account, what it says in a sentence, and its strongest form.
    fn held(&self, account: &AccountColumn) -> Block {
        let letter = Inline::Letter { letter: account.letter.clone(), finding: false };
        let mut line = vec![letter, text(" "), Inline::Strong(vec![self.said(one_line(&account.name))])];
        if !account.holders.is_empty() {
            let holders: Vec<String> = account.holders.iter().map(|holder| one_line(holder)).collect();
            line.push(text((self.w.points.held_by)(&holders)));
        }
        super::stop(&mut line);
        line.extend(
            given(account.summary.as_ref()).into_iter().flat_map(|summary| [text(" "), self.said(summary)]),
        );
        let record = self.case.accounts.iter().find(|record| record.uuid == account.id);
        if let Some(strongest) = record.and_then(|record| given(record.steelman.as_ref())) {
            line.extend([text(self.w.points.steelman), self.said(strongest)]);
        }
        Block::Small(line)
    }

    /// Recorded looks for evidence on a point or for an account (those on a claim stand with the claim).
    fn looked_for(&self) -> Vec<Block> {
        let list = self.case.inquiries.iter().filter(|inquiry| inquiry.claim_id.is_none());
        let items: Vec<Vec<Block>> = list
            .map(|inquiry| {
                let point = inquiry.point_id.and_then(|id| self.case.number_of(id));
                let account = inquiry.account_id.and_then(|id| self.case.letter_of(id));
                let mut line = self.looked_for_it(inquiry);
                if account.is_some() || point.is_some() {
                    line.push(dim((self.w.points.what_for)(account.as_deref(), point)));
                }
                vec![Block::Paragraph(line)]
            })
            .collect();
        if items.is_empty() {
            return Vec::new();
        }
        let name = vec![text(self.w.points.looked_for)];
        vec![
            Block::Heading { level: 3, label: None, text: name, id: None },
            Block::List { ordered: false, items },
        ]
    }

    fn point_row(&mut self, row: &PointRow, grid: &PointsGrid, with_findings: bool) -> Vec<Cell> {
        let mut first = vec![
            vec![text(format!("{}. ", row.number)), self.said(row.question.clone())],
            vec![text((self.w.summary.row)(row))],
        ];
        if !row.letters.is_empty() {
            first.push(vec![text(row.letters.clone())]);
        }
        first.extend(given(row.note.as_ref()).map(|note| vec![self.said(note)]));
        for pair in row.pairs.iter().filter(|pair| !pair.offered) {
            if let (Some(relation), Some(reason)) = (pair.relation, given(pair.reason.as_ref())) {
                let pair = format!("{} {} {}: ", pair.a, (self.w.lists.relation)(relation), pair.b);
                first.push(vec![Inline::Dim(vec![text(pair), self.said(reason)])]);
            }
        }
        let mut cells = vec![Cell { lines: first, ..Cell::default() }];
        for cell in &row.cells {
            let lines = self.account_cell(cell);
            cells.push(Cell { lines, ..Cell::default() });
        }
        if with_findings {
            let mut lines = Vec::new();
            for (cell, finding) in row.finding_cells.iter().zip(&grid.findings) {
                lines.extend(self.finding_cell(cell, &finding.letter));
            }
            if lines.is_empty() {
                lines.push(vec![dim(self.w.summary.no_finding)]);
            }
            cells.push(Cell { lines, ..Cell::default() });
        }
        cells
    }

    fn account_cell(&mut self, cell: &GridCell) -> Vec<Vec<Inline>> {
        let Some(answer) = &cell.current else {
            return match cell.state {
                CellState::Silent => {
                    let mut lines = vec![vec![dim(self.w.summary.silent)]];
                    lines.extend(cell.silences.first().map(|silence| {
                        let until = self.date(&silence.until);
                        vec![dim((self.w.points.looked_in)(&one_line(&silence.looked), &until))]
                    }));
                    lines
                }
                CellState::Answered | CellState::NotLookedAt => vec![vec![dim(self.w.lists.not_looked_at)]],
            };
        };
        let mut lines = self.answer(answer);
        for earlier in &cell.earlier {
            let date = earlier.date.as_deref().map_or_else(|| self.w.lists.undated.to_owned(), self.w.date);
            let mut line = vec![dim((self.w.points.earlier)(&date))];
            line.extend(self.short(earlier));
            line.extend(earlier.statement.as_ref().and_then(|statement| self.cite_statement(statement.id)));
            lines.push(line);
        }
        lines
    }

    /// The answer, the words behind it, who said them and when, and its evidence in one row of marks.
    fn answer(&mut self, answer: &AnswerView) -> Vec<Vec<Inline>> {
        let mut lines = vec![vec![Inline::Strong(self.short(answer))]];
        if let Some(statement) = &answer.statement {
            let marks = statement.wording == Wording::Quotation;
            let words =
                Inline::Quote { text: statement.words.clone(), lang: statement.language.clone(), marks };
            lines.push(vec![if marks { words } else { Inline::Dim(vec![words]) }]);
            let date = statement
                .date
                .as_deref()
                .map(self.w.date)
                .or_else(|| statement.date_words.clone())
                .unwrap_or_else(|| self.w.lists.undated.to_owned());
            let mut line = vec![text(format!("{}, {date}", one_line(&statement.speaker)))];
            line.extend(self.cite_statement(statement.id));
            lines.push(line);
        }
        if answer.second_hand {
            lines.push(vec![dim(self.w.points.second_hand)]);
        }
        if !answer.strip.is_empty() {
            let mut line: Vec<Inline> =
                answer.strip.iter().map(|mark| Inline::Stance(drawn(&mark.desk))).collect();
            line.push(dim((self.w.points.for_against)(answer.n_for, answer.n_against)));
            if answer.n_unrated > 0 {
                line.push(dim((self.w.points.without_stance)(answer.n_unrated)));
            }
            lines.push(line);
        }
        lines
    }

    fn finding_cell(&mut self, cell: &FindingCell, letter: &str) -> Vec<Vec<Inline>> {
        let Some(answer) = &cell.answer else { return Vec::new() };
        let mut lines = self.answer(answer);
        if let Some(first) = lines.first_mut() {
            first.splice(0..0, [Inline::Letter { letter: letter.to_owned(), finding: true }, text(" ")]);
        }
        if answer.statement.is_none()
            && let Some(finding) = self.case.findings.iter().find(|finding| finding.uuid == cell.finding_id)
        {
            let item = finding.item_id.and_then(|id| self.index.items.get(&id)).copied();
            let name = item.map_or_else(|| one_line(&finding.name), |item| one_line(&item.name));
            let mut line = vec![text(name)];
            line.extend(finding.item_id.and_then(|item| self.cite_item(item)));
            lines.push(line);
        }
        for pair in &cell.pairs {
            if let Some(relation) = pair.relation {
                let account = if pair.a == letter { &pair.b } else { &pair.a };
                let mut line = vec![text(format!("{} {account}", (self.w.lists.relation)(relation)))];
                line.extend(
                    given(pair.reason.as_ref()).into_iter().flat_map(|why| [text(": "), self.said(why)]),
                );
                lines.push(vec![Inline::Dim(line)]);
            }
        }
        lines
    }
}

impl Desk<'_> {
    /// What each finding is, and by which standard of proof.
    fn finding_legend(&self, grid: &PointsGrid) -> Vec<Block> {
        let mut blocks = Vec::new();
        for finding in &grid.findings {
            let mut line = vec![
                Inline::Letter { letter: finding.letter.clone(), finding: true },
                text(" "),
                Inline::Strong(vec![self.said(one_line(&finding.name))]),
            ];
            if finding.body != finding.name {
                line.push(text(format!(", {}", one_line(&finding.body))));
            }
            line.extend(given(finding.symbol.as_ref()).map(|symbol| text(format!(", {}", one_line(symbol)))));
            line.extend(given(finding.date.as_ref()).map(|date| text(format!(", {}", self.date(date)))));
            line.extend(
                given(finding.standard.as_ref())
                    .map(|standard| text((self.w.points.standard)(&one_line(standard)))),
            );
            super::stop(&mut line);
            blocks.push(Block::Small(line));
        }
        if !grid.findings.is_empty() {
            blocks.push(Block::Small(vec![dim(self.w.points.findings_note)]));
        }
        blocks
    }
}

/// The desk's stance as a mark.
pub(super) fn drawn(desk: &DeskStance) -> Mark {
    match (desk.state, desk.value) {
        (DeskState::Agreed | DeskState::OneReader, Some(value)) => Mark::Value(value),
        (DeskState::Unsettled, _) => Mark::Unsettled,
        _ => Mark::Unrated,
    }
}
