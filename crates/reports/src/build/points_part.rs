//! Points at issue, side by side: each account's answer with the words behind it, findings beside them.

use super::{Desk, dim, given, sentence, strong, text};
use crate::document::{Block, Cell, Inline, Mark, Table, TableKind};
use crate::text::one_line;
use crate::words;
use claims::grid::{
    AccountColumn, AnswerView, Cell as GridCell, CellState, FindingCell, PointRow, PointsGrid,
};
use claims::grid::{DeskStance, DeskState};
use claims::words::Wording;

impl Desk<'_> {
    pub(super) fn points(&mut self) -> Vec<Block> {
        let grid: PointsGrid = self.grid.clone();
        if grid.rows.is_empty() {
            return vec![sentence("No point at issue is recorded.")];
        }
        let with_findings = !grid.findings.is_empty();
        let mut head = vec![vec![text("Point at issue")]];
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
            head.push(vec![text("Findings of third bodies")]);
            widths.push(1.3);
        }
        let rows = grid.rows.iter().map(|row| self.point_row(row, &grid, with_findings)).collect();
        let table = Table {
            kind: TableKind::Questions,
            caption: "Points at issue, with what each account and finding says to them".to_owned(),
            head,
            widths,
            rows,
        };
        let mut blocks: Vec<Block> = grid.accounts.iter().map(|account| self.held(account)).collect();
        blocks.push(Block::Table(table));
        blocks.extend(finding_legend(&grid));
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
        let mut line = vec![letter, text(" "), strong(one_line(&account.name))];
        if !account.holders.is_empty() {
            let holders: Vec<String> = account.holders.iter().map(|holder| one_line(holder)).collect();
            line.push(text(format!(", held by {}", words::and(&holders))));
        }
        line.push(text("."));
        line.extend(given(account.summary.as_ref()).map(|summary| text(format!(" {summary}"))));
        let record = self.case.accounts.iter().find(|record| record.uuid == account.id);
        if let Some(strongest) = record.and_then(|record| given(record.steelman.as_ref())) {
            line.push(text(format!(" In its strongest form: {strongest}")));
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
                let what_for: Vec<String> = account
                    .map(|letter| format!("account {letter}"))
                    .into_iter()
                    .chain(point.map(|number| format!("point {number}")))
                    .collect();
                let mut line = super::claims_part::looked_for(inquiry);
                if !what_for.is_empty() {
                    line.push(dim(format!(" (for {})", words::and(&what_for))));
                }
                vec![Block::Paragraph(line)]
            })
            .collect();
        if items.is_empty() {
            return Vec::new();
        }
        let name = vec![text("What was looked for")];
        vec![
            Block::Heading { level: 3, label: None, text: name, id: None },
            Block::List { ordered: false, items },
        ]
    }

    fn point_row(&mut self, row: &PointRow, grid: &PointsGrid, with_findings: bool) -> Vec<Cell> {
        let mut first =
            vec![vec![text(format!("{}. {}", row.number, row.question))], vec![text(row.words.clone())]];
        if !row.letters.is_empty() {
            first.push(vec![text(row.letters.clone())]);
        }
        first.extend(given(row.note.as_ref()).map(|note| vec![text(note)]));
        for pair in row.pairs.iter().filter(|pair| !pair.offered) {
            if let (Some(relation), Some(reason)) = (pair.relation, given(pair.reason.as_ref())) {
                first.push(vec![dim(format!(
                    "{} {} {}: {reason}",
                    pair.a,
                    words::relation(relation),
                    pair.b
                ))]);
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
                lines.push(vec![dim("no finding")]);
            }
            cells.push(Cell { lines, ..Cell::default() });
        }
        cells
    }

    fn account_cell(&mut self, cell: &GridCell) -> Vec<Vec<Inline>> {
        let Some(answer) = &cell.current else {
            return match cell.state {
                CellState::Silent => {
                    let mut lines = vec![vec![dim("– silent")]];
                    lines.extend(cell.silences.first().map(|silence| {
                        vec![dim(format!(
                            "looked in {}, up to {}",
                            one_line(&silence.looked),
                            words::date(&silence.until)
                        ))]
                    }));
                    lines
                }
                CellState::Answered | CellState::NotLookedAt => vec![vec![dim("not looked at")]],
            };
        };
        let mut lines = self.answer(answer);
        for earlier in &cell.earlier {
            let date = earlier.date.as_deref().map_or_else(|| "undated".to_owned(), words::date);
            let mut line = vec![dim(format!("earlier, {date}: "))];
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
                .map(words::date)
                .or_else(|| statement.date_words.clone())
                .unwrap_or_else(|| "undated".to_owned());
            let mut line = vec![text(format!("{}, {date}", one_line(&statement.speaker)))];
            line.extend(self.cite_statement(statement.id));
            lines.push(line);
        }
        if answer.second_hand {
            lines.push(vec![dim("second-hand: known here only through others")]);
        }
        if !answer.strip.is_empty() {
            let mut line: Vec<Inline> =
                answer.strip.iter().map(|mark| Inline::Stance(drawn(&mark.desk))).collect();
            line.push(dim(format!(" {} for, {} against", answer.n_for, answer.n_against)));
            if answer.n_unrated > 0 {
                line.push(dim(format!(", {} without a settled stance", answer.n_unrated)));
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
                let reason =
                    given(pair.reason.as_ref()).map(|reason| format!(": {reason}")).unwrap_or_default();
                lines.push(vec![dim(format!("{} {account}{reason}", words::relation(relation)))]);
            }
        }
        lines
    }
}

/// What each finding is, and by which standard of proof.
fn finding_legend(grid: &PointsGrid) -> Vec<Block> {
    let mut blocks = Vec::new();
    for finding in &grid.findings {
        let mut line = vec![
            Inline::Letter { letter: finding.letter.clone(), finding: true },
            text(" "),
            strong(one_line(&finding.name)),
        ];
        if finding.body != finding.name {
            line.push(text(format!(", {}", one_line(&finding.body))));
        }
        line.extend(given(finding.symbol.as_ref()).map(|symbol| text(format!(", {}", one_line(symbol)))));
        line.extend(given(finding.date.as_ref()).map(|date| text(format!(", {}", words::date(date)))));
        line.extend(
            given(finding.standard.as_ref())
                .map(|standard| text(format!("; standard of proof: {}", one_line(standard)))),
        );
        line.push(text("."));
        blocks.push(Block::Small(line));
    }
    if !grid.findings.is_empty() {
        blocks.push(Block::Small(vec![dim(
            "Findings stand beside the accounts: they never count in agreed or contradicted.",
        )]));
    }
    blocks
}

/// The desk's stance as a mark.
pub(super) fn drawn(desk: &DeskStance) -> Mark {
    match (desk.state, desk.value) {
        (DeskState::Agreed | DeskState::OneReader, Some(value)) => Mark::Value(value),
        (DeskState::Unsettled, _) => Mark::Unsettled,
        _ => Mark::Unrated,
    }
}
