//! Hashes of the preserved copies, the heads of the chains, and how to check both without the program.

use super::{Desk, dim, given, sentence, text};
use crate::document::{Block, Cell, Inline, Table, TableKind};
use crate::facts::FileState;
use crate::text::one_line;
use crate::words::format_name;
use claims::records::Capture;
use claims::words::{AnchorState, HandedAs};
use std::collections::HashSet;

impl Desk<'_> {
    pub(super) fn integrity(&mut self) -> Vec<Block> {
        let w = &self.w.integrity;
        let mut blocks = vec![Block::Beside { main: vec![sentence(w.about)], notes: Vec::new() }];
        blocks.push(heading(w.copies));
        blocks.push(if self.case.captures.is_empty() {
            Block::Small(vec![dim(w.no_copy)])
        } else {
            Block::Table(self.copies())
        });
        if !self.facts.excerpts.is_empty() {
            blocks.push(heading(w.excerpts));
            blocks.push(Block::Table(self.misplaced()));
        }
        if !self.case.handings_out.is_empty() {
            blocks.push(heading(w.custody));
            blocks.push(Block::Table(self.custody()));
        }
        let published: Vec<_> = self.case.report_files.iter().collect();
        if !published.is_empty() {
            blocks.push(heading(w.files));
            let rows = published
                .into_iter()
                .map(|file| {
                    let number = self
                        .case
                        .reports
                        .iter()
                        .find(|report| report.uuid == file.report_id)
                        .map_or_else(String::new, |report| one_line(&report.number));
                    let size = (w.bytes)(u64::try_from(file.size).unwrap_or_default());
                    vec![
                        cell(vec![text((w.file)(&number, format_name(file.format)))]),
                        cell(vec![text(size)]),
                        cell(vec![Inline::Hash(file.sha256.clone())]),
                    ]
                })
                .collect();
            blocks.push(Block::Table(table(w.files_caption, &w.files_heads, vec![1.6, 0.8, 3.2], rows)));
        }
        blocks.push(heading(w.chain));
        blocks.push(Block::Small(vec![text((w.shown_at)(&self.facts.operation_time))]));
        blocks.push(Block::Small(vec![Inline::Hash(self.facts.operation_hash.clone())]));
        if !self.facts.heads.is_empty() {
            let rows = self
                .facts
                .heads
                .iter()
                .map(|head| {
                    vec![
                        cell(vec![text(one_line(&head.device))]),
                        cell(vec![text(head.n.to_string())]),
                        cell(vec![text(head.time.clone())]),
                        cell(vec![Inline::Hash(head.hash.clone())]),
                    ]
                })
                .collect();
            blocks.push(Block::Table(table(w.heads_caption, &w.heads, vec![0.8, 0.8, 1.5, 3.2], rows)));
        }
        blocks.push(heading(w.check));
        let head =
            self.facts.heads.first().map_or(self.facts.operation_hash.as_str(), |head| head.hash.as_str());
        let step = |words: &str, code: String| vec![Block::Paragraph(vec![text(words)]), Block::Code(code)];
        blocks.push(Block::List {
            ordered: true,
            items: vec![
                step(w.check_copy, "sha256sum FILE".to_owned()),
                step(
                    w.check_case,
                    "python3 verify_ledger.py EXPORT.json\npython3 verify_ledger.py ledger.sqlite".to_owned(),
                ),
                step(w.check_workspace, format!("counterclaim verify --head {}", one_line(head))),
            ],
        });
        blocks.push(Block::Small(vec![text(w.unseen)]));
        blocks
    }

    /// Excerpts that are not where they were marked.
    fn misplaced(&self) -> Table {
        let w = &self.w.integrity;
        let rows = self.facts.excerpts.iter().filter_map(|line| {
            let excerpt = self.index.excerpts.get(&line.excerpt)?;
            let copy = self.index.captures.get(&excerpt.capture_id);
            let state = match line.state {
                AnchorState::Lost => w.lost.to_owned(),
                _ => (w.moved)(line.score),
            };
            let words = claims::text::first_words(&excerpt.quote);
            Some(vec![
                cell(vec![Inline::Quote { text: words, lang: excerpt.language.clone(), marks: true }]),
                cell(vec![text(copy.map_or_else(String::new, |copy| self.copy_name(copy)))]),
                cell(vec![text(state)]),
            ])
        });
        table(w.excerpts_caption, &w.excerpts_heads, vec![2.2, 1.6, 2.0], rows.collect())
    }

    /// The custody log: one line for each file of each handing out.
    fn custody(&self) -> Table {
        let w = &self.w.integrity;
        let rows = self
            .case
            .handings_out
            .iter()
            .map(|line| {
                let copy = self.index.captures.get(&line.capture_id);
                let name = copy.map_or_else(String::new, |copy| self.copy_name(copy));
                let what = match line.how {
                    HandedAs::Bag => w.in_bag,
                    HandedAs::Copy => w.as_copy,
                };
                let editor = self.case.editors.iter().find(|editor| editor.uuid == line.editor_id);
                vec![
                    cell(vec![text(name)]),
                    cell(vec![text(line.handed.clone())]),
                    cell(vec![text(what(&one_line(&line.name)))]),
                    cell(vec![text(editor.map_or_else(String::new, |editor| one_line(&editor.name)))]),
                ]
            })
            .collect();
        table(w.custody_caption, &w.custody_heads, vec![1.6, 1.5, 2.0, 1.0], rows)
    }

    /// The name of the item that a copy is of.
    fn copy_name(&self, capture: &Capture) -> String {
        let item = self.index.items.get(&capture.item_id);
        item.map_or_else(|| one_line(&capture.name), |item| one_line(&item.name))
    }

    fn copies(&self) -> Table {
        let w = &self.w.integrity;
        let mut anchored = HashSet::new();
        let rows = self
            .case
            .captures
            .iter()
            .map(|capture| {
                let mut first = vec![vec![text(self.copy_name(capture))]];
                first.extend(given(capture.note.as_ref()).map(|note| vec![dim(note)]));
                let state = match self
                    .facts
                    .integrity
                    .iter()
                    .find(|line| line.capture == capture.uuid)
                    .map(|line| line.state)
                {
                    Some(FileState::Intact) => w.intact,
                    Some(FileState::Changed) => w.changed,
                    Some(FileState::Missing) => w.missing,
                    Some(FileState::SizeFits) => w.size_fits,
                    Some(FileState::NotChecked) | None => w.not_checked,
                };
                let hash = Inline::Hash(capture.sha256.clone());
                let hash = if anchored.insert(&capture.sha256) {
                    Inline::Target { id: format!("copy-{}", capture.sha256), text: vec![hash] }
                } else {
                    hash
                };
                vec![
                    Cell { lines: first, ..Cell::default() },
                    cell(vec![text(self.w.day_of(&capture.captured))]),
                    cell(vec![text(format!(
                        "{}, {}",
                        (w.bytes)(u64::try_from(capture.size).unwrap_or_default()),
                        one_line(&capture.media_type)
                    ))]),
                    cell(vec![text(state)]),
                    cell(vec![hash]),
                ]
            })
            .collect();
        table(w.copies_caption, &w.copies_heads, vec![1.6, 0.9, 1.0, 0.8, 2.6], rows)
    }
}

fn cell(line: Vec<Inline>) -> Cell {
    Cell { lines: vec![line], ..Cell::default() }
}

fn table(caption: &str, head: &[&str], widths: Vec<f32>, rows: Vec<Vec<Cell>>) -> Table {
    Table {
        kind: TableKind::Plain,
        caption: caption.to_owned(),
        head: head.iter().map(|name| vec![text(*name)]).collect(),
        widths,
        rows,
    }
}

fn heading(name: &str) -> Block {
    Block::Heading { level: 3, label: None, text: vec![text(name)], id: None }
}
