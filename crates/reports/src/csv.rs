//! Tables for a spreadsheet (RFC 4180, UTF-8): the points grid, the matrix, or both with an empty line between.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe.

use crate::document::Model;
use crate::error::ReportError;
use crate::text::visible;
use crate::words::Words;
use claims::grid::{AnswerView, Cell, CellState};
use claims::matrix::MatrixCell;
use claims::words::AnswerKind;

/// The points grid: one row per point, four columns per account, three per finding.
///
/// # Errors
/// [`ReportError::Table`] if the table cannot be written.
pub fn csv_points(model: &Model) -> Result<String, ReportError> {
    let grid = &model.grid;
    let w = model.words();
    let mut head: Vec<String> = w.csv.point.map(str::to_owned).to_vec();
    for account in &grid.accounts {
        head.extend(w.csv.account.map(|what| format!("{} {}: {what}", account.letter, account.name)));
    }
    for finding in &grid.findings {
        head.extend(
            w.csv.account[..3].iter().map(|what| format!("{} {}: {what}", finding.letter, finding.name)),
        );
    }
    let mut rows = vec![head];
    for row in &grid.rows {
        let mut cells = vec![
            row.number.to_string(),
            row.question.clone(),
            (w.lists.state)(row.state).to_owned(),
            (w.summary.row)(row),
            row.letters.clone(),
        ];
        for cell in &row.cells {
            cells.extend(account(cell, &model.covered, w));
        }
        for cell in &row.finding_cells {
            let Some(answer) = &cell.answer else {
                cells.extend([w.summary.no_finding.to_owned(), String::new(), String::new()]);
                continue;
            };
            let (words, by) = said(answer, w);
            cells.extend([short(answer, w), words, by]);
        }
        rows.push(cells);
    }
    write(&rows)
}

/// Every evidence matrix: one row per claim and piece of evidence, with the stance and what it adds to the score.
///
/// # Errors
/// [`ReportError::Table`] if the table cannot be written.
pub fn csv_matrix(model: &Model) -> Result<String, ReportError> {
    let w = model.words();
    let mut rows = vec![w.csv.matrix.map(str::to_owned).to_vec()];
    for matrix in &model.matrices {
        for row in &matrix.rows {
            for (cell, column) in row.cells.iter().zip(&matrix.columns) {
                rows.push(vec![
                    if matrix.point_id.is_some() {
                        matrix.name.clone()
                    } else {
                        w.matrix.accounts.to_owned()
                    },
                    row.label.clone(),
                    row.name.clone(),
                    crate::words::decimal(row.score.weighted),
                    crate::words::decimal(row.score.unweighted),
                    row.rank.to_string(),
                    row.coverage.covered.to_string(),
                    row.coverage.cells.to_string(),
                    column.label.clone(),
                    column.name.clone(),
                    column.date.clone().unwrap_or_default(),
                    column.source.clone().unwrap_or_default(),
                    column.reliability.map(|grade| grade.as_str().to_owned()).unwrap_or_default(),
                    stance(cell, w),
                    cell.relevance.map_or("", w.lists.relevance).to_owned(),
                    cell.credibility.map(|value| value.to_string()).unwrap_or_default(),
                    cell.contribution.map(crate::words::decimal).unwrap_or_default(),
                    column
                        .diagnosticity
                        .value
                        .map_or_else(|| w.lists.not_defined.to_owned(), crate::words::decimal),
                ]);
            }
        }
    }
    write(&rows)
}

/// Both tables in one file, the points grid first, an empty line between them.
#[must_use]
pub fn csv(model: &Model) -> String {
    let tables = [csv_points(model), csv_matrix(model)];
    let note = model
        .head
        .warning
        .as_ref()
        .map(|warning| format!("{}\r\n\r\n", quoted(&neutral(warning))))
        .unwrap_or_default();
    // Writing to memory does not fail; were it to, the table would say so.
    let [points, matrix] = tables.map(|table| table.unwrap_or_else(|error| quoted(&error.to_string())));
    format!("{note}{points}\r\n{matrix}")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn account(cell: &Cell, covered: &[claims::ids::ClaimId], w: &Words) -> [String; 4] {
    match (&cell.current, cell.state) {
        (Some(answer), _) => {
            let (words, by) = said(answer, w);
            let rating = answer.rating.as_ref().map_or_else(
                || match covered.contains(&answer.claim_id) {
                    true => w.rating.covered_short.to_owned(),
                    false => (w.lists.unrated_short)(answer.claim_kind).to_owned(),
                },
                |rating| {
                    if rating.is_verdict {
                        rating.label.clone()
                    } else {
                        format!("{} ({})", rating.label, w.csv.one_readers)
                    }
                },
            );
            [short(answer, w), words, by, rating]
        }
        (None, CellState::Silent) => [w.lists.silent.to_owned(), String::new(), String::new(), String::new()],
        (None, _) => [w.lists.not_looked_at.to_owned(), String::new(), String::new(), String::new()],
    }
}

fn short(answer: &AnswerView, w: &Words) -> String {
    match answer.kind {
        AnswerKind::Value => answer.value.clone().unwrap_or_else(|| answer.claim.clone()),
        AnswerKind::Denial => {
            let denied = |value| format!("{}{value}", w.summary.denies);
            answer.value.as_ref().map_or_else(|| w.csv.denies.to_owned(), denied)
        }
        AnswerKind::Refusal => w.summary.refuses.to_owned(),
    }
}

fn said(answer: &AnswerView, w: &Words) -> (String, String) {
    let Some(statement) = &answer.statement else { return (String::new(), String::new()) };
    let date = statement
        .date
        .clone()
        .or_else(|| statement.date_words.clone())
        .unwrap_or_else(|| w.lists.undated.to_owned());
    let second = if answer.second_hand { format!(", {}", w.csv.second_hand) } else { String::new() };
    (statement.words.clone(), format!("{}, {date}{second}", statement.speaker))
}

fn stance(cell: &MatrixCell, w: &Words) -> String {
    if cell.link_ids.is_empty() {
        return w.lists.no_link.to_owned();
    }
    use claims::grid::DeskState;
    match (cell.shown.state, cell.shown.value) {
        (DeskState::Unsettled, _) => w.lists.unsettled.to_owned(),
        (DeskState::OneReader, Some(value)) => (w.evidence.one_reader)((w.lists.stance)(value)),
        (_, Some(value)) => (w.lists.stance)(value).to_owned(),
        (_, None) => w.lists.unrated_mark.to_owned(),
    }
}

/// No cell may be run: one that begins like a formula, or hides such a beginning behind white space, gets an apostrophe.
fn neutral(cell: &str) -> String {
    let cell = visible(cell);
    let number = cell.parse::<f64>().is_ok();
    let starts =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if !number && (cell.starts_with(starts) || cell.trim_start().starts_with(starts)) {
        format!("'{cell}")
    } else {
        cell
    }
}

fn write(rows: &[Vec<String>]) -> Result<String, ReportError> {
    let failed = |why: String| ReportError::Table { why };
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| neutral(cell)))
            .map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_only_text() {
        for cell in ["=1+1", "+1 a", "-a", "@x", "\tx", " =x", "\n=x", "＝x"] {
            assert!(neutral(cell).starts_with('\''), "{cell:?}");
        }
        assert_eq!(neutral("-1.5"), "-1.5", "a number is a number");
        assert_eq!(neutral("a=b"), "a=b");
        assert_eq!(neutral("\u{1}x"), "[U+0001]x", "a control character is shown by its code");
    }
}
