//! What all accounts agree on: the rows that read agreed or compatible.

use super::{Desk, sentence, text};
use crate::document::{Block, Inline};
use crate::text::one_line;
use crate::words::capital;
use claims::grid::PointRow;

impl Desk<'_> {
    pub(super) fn common_ground(&mut self) -> Vec<Block> {
        let rows: Vec<PointRow> = self.grid.rows.iter().filter(|row| row.common_ground).cloned().collect();
        if rows.is_empty() {
            return vec![sentence(self.w.grounds.none)];
        }
        let mut main = Vec::new();
        for row in rows {
            let mut line = vec![Inline::Strong(vec![self.said(row.question.clone())]), text(" ")];
            let mut said = Vec::new();
            for (cell, letter) in row
                .cells
                .iter()
                .zip(self.grid.accounts.iter().map(|account| account.letter.clone()).collect::<Vec<_>>())
            {
                let Some(answer) = &cell.current else { continue };
                let mut part = vec![Inline::Letter { letter, finding: false }, text(" ")];
                part.extend(self.short(answer));
                if let Some(statement) = &answer.statement {
                    let date = statement
                        .date
                        .as_deref()
                        .map(|date| format!(", {}", self.date(date)))
                        .unwrap_or_default();
                    part.push(text(format!(" ({}{date})", one_line(&statement.speaker))));
                    part.extend(self.cite_statement(statement.id));
                }
                said.push(part);
            }
            for (place, part) in said.into_iter().enumerate() {
                if place > 0 {
                    line.push(text("; "));
                }
                line.extend(part);
            }
            line.push(text(format!(". {}.", capital(&(self.w.summary.row)(&row)))));
            main.push(Block::Paragraph(line));
        }
        let notes = self.notes.take();
        vec![Block::Beside { main, notes }]
    }
}
