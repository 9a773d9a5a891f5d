//! The evidence matrix: marks, scores with their coverage, and what would change the ranking.

use super::points_part::drawn;
use super::{Desk, dim, sentence, strong, text};
use crate::document::{Align, Block, Cell, Inline, Mark, Table, TableKind};
use crate::text::one_line;
use crate::words::{self, number};
use claims::matrix::{Coverage, Diagnosticity, Matrix, MatrixCell, MatrixColumn, Score};

/// So many columns of evidence fit on a page; more go into a further table.
const ACROSS: usize = 12;

impl Desk<'_> {
    pub(super) fn matrix(&mut self) -> Vec<Block> {
        let matrices: Vec<Matrix> = self.matrices.clone();
        if matrices.is_empty() {
            return vec![sentence("No point has two competing claims with evidence on one of them.")];
        }
        let mut blocks = vec![Block::Small(vec![
            text("Columns are pieces of evidence, rows the claims that compete on a point. Marks:\u{2003}"),
            Inline::Stance(Mark::Value(claims::words::StanceValue::StronglySupports)),
            text(" strongly supports\u{2003}"),
            Inline::Stance(Mark::Value(claims::words::StanceValue::Supports)),
            text(" supports\u{2003}"),
            Inline::Stance(Mark::Value(claims::words::StanceValue::Neutral)),
            text(" neutral\u{2003}"),
            Inline::Stance(Mark::Value(claims::words::StanceValue::Contradicts)),
            text(" contradicts\u{2003}"),
            Inline::Stance(Mark::Value(claims::words::StanceValue::StronglyContradicts)),
            text(" strongly contradicts\u{2003}"),
            Inline::Stance(Mark::Value(claims::words::StanceValue::NotApplicable)),
            text(" not applicable\u{2003}"),
            Inline::Stance(Mark::Unrated),
            text(" unrated\u{2003}"),
            Inline::Stance(Mark::Unsettled),
            text(" unsettled\u{2003}"),
            Inline::Stance(Mark::NoLink),
            text(
                " no link. A lower contradiction score means less contradicted, not truer; support does not lower it.",
            ),
        ])];
        for matrix in &matrices {
            blocks.extend(one_matrix(matrix));
        }
        blocks.push(Block::Heading { level: 3, label: None, text: vec![text("The evidence")], id: None });
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
        let mut line = vec![strong(column.label.clone()), text(format!(" {}", one_line(&column.name)))];
        line.extend(column.date.as_deref().map(|date| text(format!(", {}", words::date(date)))));
        line.extend(column.source.as_deref().map(|source| text(format!(", source {}", one_line(source)))));
        line.extend(column.reliability.map(|grade| text(format!(", reliability {}", words::grade(grade)))));
        line.extend(match (column.excerpt_id, column.item_id) {
            (Some(id), _) => self.cite_excerpt(id),
            (None, Some(id)) => self.cite_item(id),
            (None, None) => None,
        });
        line.push(text("."));
        for remark in &column.remarks {
            line.push(dim(format!(
                " Bears on this evidence and changes no number: {}.",
                one_line(&remark.name).trim_end_matches('.')
            )));
        }
        line
    }
}

/// The number of a label such as "E7".
fn place_of(label: &str) -> u32 {
    label.trim_start_matches(|c: char| !c.is_ascii_digit()).parse().unwrap_or(u32::MAX)
}

fn one_matrix(matrix: &Matrix) -> Vec<Block> {
    let mut blocks =
        vec![Block::Heading { level: 3, label: None, text: vec![text(matrix.name.clone())], id: None }];
    let columns = matrix.columns.len();
    let mut from = 0;
    loop {
        let to = (from + ACROSS).min(columns);
        blocks.push(Block::Table(table(matrix, from, to, to == columns)));
        from = to;
        if from >= columns {
            break;
        }
    }
    let mut line = vec![text(format!(
        "Coverage of the whole: {}. Evidence of {}.",
        coverage(&matrix.coverage),
        words::count(matrix.n_origins as usize, "origin", "independent origins")
    ))];
    line.push(text(format!(" {}", matrix.agreement.words.trim())));
    blocks.push(Block::Small(line));
    if matrix.leave_one_out.is_empty() {
        blocks.push(Block::Small(vec![text(
            "Leaving out any one piece of evidence, source or origin does not change the ranking.",
        )]));
    } else {
        let items = matrix
            .leave_one_out
            .iter()
            .map(|left| vec![Block::Paragraph(vec![text(left.words.clone())])])
            .collect();
        blocks.push(Block::Small(vec![text("What the ranking hangs on:")]));
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}

fn table(matrix: &Matrix, from: usize, to: usize, last: bool) -> Table {
    let mut head = vec![vec![text("Claim")]];
    head.extend(matrix.columns[from..to].iter().map(|column| vec![text(column.label.clone())]));
    let mut widths = vec![3.0];
    widths.extend(std::iter::repeat_n(0.8, to - from));
    if last {
        head.extend(["Contradiction score", "Rank", "Covered"].map(|name| vec![text(name)]));
        widths.extend([1.6, 0.8, 1.2]);
    }
    let mut rows: Vec<Vec<Cell>> = matrix
        .rows
        .iter()
        .map(|row| {
            let mut name =
                vec![Inline::Strong(vec![text(format!("{} ", row.label))]), text(one_line(&row.name))];
            name.extend(row.by.as_deref().map(|by| dim(format!(" {}", one_line(by)))));
            let mut cells = vec![Cell { lines: vec![name], align: Align::Start }];
            cells.extend(row.cells[from.min(row.cells.len())..to.min(row.cells.len())].iter().map(mark));
            if last {
                cells.push(Cell { lines: score(&row.score), align: Align::End });
                cells.push(Cell { lines: vec![vec![text(row.rank.to_string())]], align: Align::End });
                cells.push(Cell {
                    lines: vec![vec![text(format!("{} of {}", row.coverage.covered, row.coverage.cells))]],
                    align: Align::End,
                });
            }
            cells
        })
        .collect();
    let mut foot = vec![Cell { lines: vec![vec![text("Diagnosticity")]], align: Align::Start }];
    foot.extend(
        matrix.columns[from..to]
            .iter()
            .map(|column| Cell { lines: vec![diagnosticity(&column.diagnosticity)], align: Align::Middle }),
    );
    if last {
        foot.extend((0..3).map(|_| Cell::default()));
    }
    rows.push(foot);
    let part = if from == 0 && last { String::new() } else { format!(", evidence {} to {}", from + 1, to) };
    Table {
        kind: TableKind::Matrix,
        caption: format!("Evidence matrix: {}{part}", one_line(&matrix.name)),
        head,
        widths,
        rows,
    }
}

fn mark(cell: &MatrixCell) -> Cell {
    let mark = if cell.link_ids.is_empty() { Mark::NoLink } else { drawn(&cell.shown) };
    Cell {
        lines: vec![vec![Inline::Stance(mark), Inline::Aside(name_of(mark).to_owned())]],
        align: Align::Middle,
    }
}

/// The word for a mark.
pub(crate) fn name_of(mark: Mark) -> &'static str {
    match mark {
        Mark::Value(value) => words::stance(value),
        Mark::Unrated => "unrated",
        Mark::Unsettled => "unsettled",
        Mark::NoLink => "no link",
    }
}

/// The score with its range; below it what else has to be known of it.
fn score(score: &Score) -> Vec<Vec<Inline>> {
    let mut first = vec![strong(number(score.weighted))];
    if (score.low - score.high).abs() > 1e-9 {
        first.push(text(format!(" ({} to {})", number(score.low), number(score.high))));
    }
    let mut lines = vec![first];
    if (score.weighted - score.unweighted).abs() > 1e-9 {
        lines.push(vec![dim(format!("unweighted {}", number(score.unweighted)))]);
    }
    if score.n_credibility_not_judged > 0 {
        lines.push(vec![dim(format!("credibility of {} not judged", score.n_credibility_not_judged))]);
    }
    lines
}

fn diagnosticity(value: &Diagnosticity) -> Vec<Inline> {
    match value.value {
        Some(value) => vec![text(number(value))],
        None => vec![dim("not defined")],
    }
}

fn coverage(coverage: &Coverage) -> String {
    let mut text = format!("{} of {} cells have a stance", coverage.covered, coverage.cells);
    if coverage.unsettled > 0 {
        text.push_str(&format!(", {} are unsettled", coverage.unsettled));
    }
    if coverage.unrated > 0 {
        text.push_str(&format!(", {} are unrated", coverage.unrated));
    }
    text
}
