//! Tables for a spreadsheet (RFC 4180, UTF-8): the points grid, the matrix, or both with an empty line between.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe.

use crate::document::Model;
use crate::error::ReportError;
use crate::text::visible;
use crate::words;
use claims::grid::{AnswerView, Cell, CellState};
use claims::matrix::MatrixCell;
use claims::words::AnswerKind;

/// The points grid: one row per point, four columns per account, three per finding.
///
/// # Errors
/// [`ReportError::Table`] if the table cannot be written.
pub fn csv_points(model: &Model) -> Result<String, ReportError> {
    let grid = &model.grid;
    let mut head = vec![
        "number".to_owned(),
        "point".to_owned(),
        "state".to_owned(),
        "in words".to_owned(),
        "comparison".to_owned(),
    ];
    for account in &grid.accounts {
        head.extend(
            ["answer", "statement", "speaker and date", "rating"]
                .map(|what| format!("{} {}: {what}", account.letter, account.name)),
        );
    }
    for finding in &grid.findings {
        head.extend(
            ["answer", "statement", "speaker and date"]
                .map(|what| format!("{} {}: {what}", finding.letter, finding.name)),
        );
    }
    let mut rows = vec![head];
    for row in &grid.rows {
        let mut cells = vec![
            row.number.to_string(),
            row.question.clone(),
            words::state(row.state).to_owned(),
            row.words.clone(),
            row.letters.clone(),
        ];
        for cell in &row.cells {
            cells.extend(account(cell));
        }
        for cell in &row.finding_cells {
            let Some(answer) = &cell.answer else {
                cells.extend(["no finding".to_owned(), String::new(), String::new()]);
                continue;
            };
            let (words, by) = said(answer);
            cells.extend([short(answer), words, by]);
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
    let head = [
        "matrix",
        "claim",
        "claim text",
        "contradiction score",
        "unweighted",
        "rank",
        "covered cells",
        "all cells",
        "evidence",
        "evidence name",
        "evidence date",
        "source",
        "reliability",
        "stance",
        "relevance",
        "credibility",
        "adds to score",
        "diagnosticity of the evidence",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for matrix in &model.matrices {
        for row in &matrix.rows {
            for (cell, column) in row.cells.iter().zip(&matrix.columns) {
                rows.push(vec![
                    matrix.name.clone(),
                    row.label.clone(),
                    row.name.clone(),
                    words::number(row.score.weighted),
                    words::number(row.score.unweighted),
                    row.rank.to_string(),
                    row.coverage.covered.to_string(),
                    row.coverage.cells.to_string(),
                    column.label.clone(),
                    column.name.clone(),
                    column.date.clone().unwrap_or_default(),
                    column.source.clone().unwrap_or_default(),
                    column.reliability.map(|grade| grade.as_str().to_owned()).unwrap_or_default(),
                    stance(cell),
                    cell.relevance.map_or("", words::relevance).to_owned(),
                    cell.credibility.map(|value| value.to_string()).unwrap_or_default(),
                    cell.contribution.map(words::number).unwrap_or_default(),
                    column.diagnosticity.value.map_or_else(|| "not defined".to_owned(), words::number),
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

fn account(cell: &Cell) -> [String; 4] {
    match (&cell.current, cell.state) {
        (Some(answer), _) => {
            let (words, by) = said(answer);
            let rating = answer.rating.as_ref().map_or_else(
                || words::unrated_short(answer.claim_kind).to_owned(),
                |rating| {
                    format!(
                        "{}{}",
                        rating.label,
                        if rating.is_verdict { "" } else { " (one reader’s assessment)" }
                    )
                },
            );
            [short(answer), words, by, rating]
        }
        (None, CellState::Silent) => ["silent".to_owned(), String::new(), String::new(), String::new()],
        (None, _) => ["not looked at".to_owned(), String::new(), String::new(), String::new()],
    }
}

fn short(answer: &AnswerView) -> String {
    match answer.kind {
        AnswerKind::Value => answer.value.clone().unwrap_or_else(|| answer.claim.clone()),
        AnswerKind::Denial => {
            answer.value.as_ref().map_or_else(|| "denies it".to_owned(), |value| format!("denies: {value}"))
        }
        AnswerKind::Refusal => "refuses to say".to_owned(),
    }
}

fn said(answer: &AnswerView) -> (String, String) {
    let Some(statement) = &answer.statement else { return (String::new(), String::new()) };
    let date = statement
        .date
        .clone()
        .or_else(|| statement.date_words.clone())
        .unwrap_or_else(|| "undated".to_owned());
    let second = if answer.second_hand { ", second-hand" } else { "" };
    (statement.words.clone(), format!("{}, {date}{second}", statement.speaker))
}

fn stance(cell: &MatrixCell) -> String {
    if cell.link_ids.is_empty() {
        return "no link".to_owned();
    }
    use claims::grid::DeskState;
    match (cell.shown.state, cell.shown.value) {
        (DeskState::Unsettled, _) => "unsettled".to_owned(),
        (DeskState::OneReader, Some(value)) => format!("{} (one reader)", words::stance(value)),
        (_, Some(value)) => words::stance(value).to_owned(),
        (_, None) => "unrated".to_owned(),
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
