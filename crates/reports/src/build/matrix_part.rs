//! The evidence matrix: marks, scores with their coverage, and what would change the ranking.

use super::points_part::drawn;
use super::{Desk, dim, sentence, strong, text};
use crate::document::{Align, Block, Cell, Inline, Mark, Table, TableKind};
use crate::text::one_line;
use crate::words::Words;
use claims::matrix::{Diagnosticity, Matrix, MatrixCell, MatrixColumn, Score};
use claims::words::{ExcerptKind, StanceValue};

/// So many columns of evidence fit on a page; more go into a further table.
const ACROSS: usize = 12;

impl Desk<'_> {
    pub(super) fn matrix(&mut self) -> Vec<Block> {
        let matrices: Vec<Matrix> = self.matrices.clone();
        if matrices.is_empty() {
            return vec![sentence(self.w.matrix.none)];
        }
        let mut legend = vec![text(self.w.matrix.marks)];
        let marks = StanceValue::ALL.iter().copied().map(Mark::Value);
        for (place, mark) in marks.chain([Mark::Unrated, Mark::Unsettled, Mark::NoLink]).enumerate() {
            let gap = if place > 0 { "\u{2003}" } else { "" };
            if !gap.is_empty() {
                legend.push(text(gap));
            }
            legend.extend([Inline::Stance(mark), text(format!(" {}", name_of(mark, self.w)))]);
        }
        legend.push(text(self.w.matrix.lower_is_better));
        let mut blocks = vec![Block::Small(legend)];
        for matrix in &matrices {
            blocks.extend(self.one_matrix(matrix));
        }
        blocks.push(Block::Heading {
            level: 3,
            label: None,
            text: vec![text(self.w.matrix.the_evidence)],
            id: None,
        });
        let mut columns: Vec<&MatrixColumn> = matrices.iter().flat_map(|matrix| &matrix.columns).collect();
        columns.sort_by_key(|column| place_of(&column.label));
        columns.dedup_by(|a, b| a.label == b.label);
        for column in columns {
            blocks.push(Block::Small(self.column_line(column)));
        }
        let notes = self.notes.take();
        if !notes.is_empty() {
            blocks.push(Block::Notes(notes));
        }
        blocks
    }

    fn column_line(&mut self, column: &MatrixColumn) -> Vec<Inline> {
        let name = self.name_of_column(column);
        let mut line = vec![strong(column.label.clone()), text(" ")];
        line.extend(name);
        line.extend(column.date.as_deref().map(|date| text(format!(", {}", self.date(date)))));
        let w = &self.w.matrix;
        line.extend(column.source.as_deref().map(|source| text((w.source)(&one_line(source)))));
        line.extend(column.reliability.map(|grade| text((w.reliability)((self.w.lists.grade)(grade)))));
        line.extend(match (column.excerpt_id, column.item_id) {
            (Some(id), _) => self.cite_excerpt(id),
            (None, Some(id)) => self.cite_item(id),
            (None, None) => None,
        });
        super::stop(&mut line);
        for remark in &column.remarks {
            line.push(dim((w.bears)(one_line(&remark.name).trim_end_matches('.'))));
        }
        line
    }

    /// The name of a piece of evidence; of an excerpt with its page and its first words.
    fn name_of_column(&self, column: &MatrixColumn) -> Vec<Inline> {
        let excerpt = column.excerpt_id.and_then(|id| self.index.excerpts.get(&id)).copied();
        let Some((excerpt, item)) = excerpt.and_then(|excerpt| Some((excerpt, self.index.item_of(excerpt)?)))
        else {
            let claim = column.claim_id.and_then(|id| self.index.claims.get(&id));
            return vec![match claim {
                Some(claim) => Inline::Foreign { text: one_line(&claim.text), lang: claim.language.clone() },
                None => self.said(one_line(&column.name)),
            }];
        };
        let page = super::given(excerpt.page.as_ref())
            .map(|page| format!(", {}", (self.w.references.page)(page)))
            .unwrap_or_default();
        let words = Inline::Quote {
            text: claims::text::first_words(&excerpt.quote),
            lang: excerpt.language.clone(),
            marks: excerpt.kind == ExcerptKind::Text,
        };
        vec![self.said(one_line(&item.name)), text(format!("{page}: ")), words]
    }

    /// The question of the point, or that the rows are accounts.
    fn name_of_matrix(&self, matrix: &Matrix) -> String {
        if matrix.point_id.is_some() { matrix.name.clone() } else { self.w.matrix.accounts.to_owned() }
    }

    fn one_matrix(&self, matrix: &Matrix) -> Vec<Block> {
        let w = &self.w.matrix;
        let name = match matrix.point_id {
            Some(_) => self.said(matrix.name.clone()),
            None => text(w.accounts),
        };
        let mut blocks = vec![Block::Heading { level: 3, label: None, text: vec![name], id: None }];
        let columns = matrix.columns.len();
        let mut from = 0;
        loop {
            let to = (from + ACROSS).min(columns);
            blocks.push(Block::Table(self.matrix_table(matrix, from, to, to == columns)));
            from = to;
            if from >= columns {
                break;
            }
        }
        let mut line = vec![text((w.coverage)(&matrix.coverage, matrix.n_origins))];
        line.push(text(format!(" {}", (w.agreement)(&matrix.agreement).trim())));
        blocks.push(Block::Small(line));
        if matrix.leave_one_out.is_empty() {
            blocks.push(Block::Small(vec![text(w.nothing_changes)]));
        } else {
            let labels: Vec<String> = matrix.rows.iter().map(|row| row.label.clone()).collect();
            let items = matrix
                .leave_one_out
                .iter()
                .map(|left| vec![Block::Paragraph(vec![text((w.left_out)(left, &labels))])])
                .collect();
            blocks.push(Block::Small(vec![text(w.hangs_on)]));
            blocks.push(Block::List { ordered: false, items });
        }
        blocks
    }

    fn matrix_table(&self, matrix: &Matrix, from: usize, to: usize, last: bool) -> Table {
        let w = &self.w.matrix;
        let mut head = vec![vec![text(w.claim)]];
        head.extend(matrix.columns[from..to].iter().map(|column| vec![text(column.label.clone())]));
        let mut widths = vec![3.0];
        widths.extend(std::iter::repeat_n(0.8, to - from));
        if last {
            head.extend(w.margins.map(|name| vec![text(name)]));
            widths.extend([1.6, 0.8, 1.2]);
        }
        let mut rows: Vec<Vec<Cell>> = matrix
            .rows
            .iter()
            .map(|row| {
                let mut name = vec![
                    Inline::Strong(vec![text(format!("{} ", row.label))]),
                    self.said(one_line(&row.name)),
                ];
                let by = row.who.as_deref().map(one_line).into_iter();
                let by: Vec<String> = by.chain(row.date.as_deref().map(self.w.date)).collect();
                name.extend((!by.is_empty()).then(|| dim(format!(" {}", by.join(", ")))));
                let mut cells = vec![Cell { lines: vec![name], align: Align::Start }];
                cells.extend(
                    row.cells[from.min(row.cells.len())..to.min(row.cells.len())]
                        .iter()
                        .map(|cell| mark(cell, self.w)),
                );
                if last {
                    cells.push(Cell { lines: self.score(&row.score), align: Align::End });
                    cells.push(Cell { lines: vec![vec![text(row.rank.to_string())]], align: Align::End });
                    cells.push(Cell {
                        lines: vec![vec![text((w.of)(row.coverage.covered, row.coverage.cells))]],
                        align: Align::End,
                    });
                }
                cells
            })
            .collect();
        let mut foot = vec![Cell { lines: vec![vec![text(w.diagnosticity)]], align: Align::Start }];
        foot.extend(matrix.columns[from..to].iter().map(|column| Cell {
            lines: vec![self.diagnosticity(&column.diagnosticity)],
            align: Align::Middle,
        }));
        if last {
            foot.extend((0..3).map(|_| Cell::default()));
        }
        rows.push(foot);
        let part = if from == 0 && last { String::new() } else { (w.columns)(from + 1, to) };
        Table {
            kind: TableKind::Matrix,
            caption: format!("{}{part}", (w.caption)(&one_line(&self.name_of_matrix(matrix)))),
            head,
            widths,
            rows,
        }
    }
}

fn mark(cell: &MatrixCell, w: &Words) -> Cell {
    let mark = if cell.link_ids.is_empty() { Mark::NoLink } else { drawn(&cell.shown) };
    Cell {
        lines: vec![vec![Inline::Stance(mark), Inline::Aside(name_of(mark, w).to_owned())]],
        align: Align::Middle,
    }
}

/// The number of a label such as "E7".
fn place_of(label: &str) -> u32 {
    label.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or(u32::MAX)
}

/// The word for a mark.
pub(crate) fn name_of(mark: Mark, w: &Words) -> &'static str {
    match mark {
        Mark::Value(value) => (w.lists.stance)(value),
        Mark::Unrated => w.lists.unrated_mark,
        Mark::Unsettled => w.lists.unsettled,
        Mark::NoLink => w.lists.no_link,
    }
}

impl Desk<'_> {
    /// The score with its range; below it what else has to be known of it.
    fn score(&self, score: &Score) -> Vec<Vec<Inline>> {
        let (w, number) = (&self.w.matrix, self.w.number);
        let mut first = vec![strong(number(score.weighted))];
        if (score.low - score.high).abs() > 1e-9 {
            first.push(text((w.range)(&number(score.low), &number(score.high))));
        }
        let mut lines = vec![first];
        if (score.weighted - score.unweighted).abs() > 1e-9 {
            lines.push(vec![dim((w.unweighted)(&number(score.unweighted)))]);
        }
        if score.n_credibility_not_judged > 0 {
            lines.push(vec![dim((w.not_judged)(score.n_credibility_not_judged))]);
        }
        lines
    }

    fn diagnosticity(&self, value: &Diagnosticity) -> Vec<Inline> {
        match value.value {
            Some(value) => vec![text((self.w.number)(value))],
            None => vec![dim(self.w.lists.not_defined)],
        }
    }
}
