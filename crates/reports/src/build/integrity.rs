//! Hashes of the preserved copies, the heads of the chains, and how to check both without the program.

use super::{Desk, dim, given, sentence, text};
use crate::document::{Block, Cell, Inline, Table, TableKind};
use crate::facts::FileState;
use crate::text::one_line;
use crate::words;
use std::collections::HashSet;

impl Desk<'_> {
    pub(super) fn integrity(&mut self) -> Vec<Block> {
        let mut blocks = vec![Block::Beside {
            main: vec![sentence(
                "Each note leads to words in a preserved copy. A copy is a file named by its SHA-256: if one byte of it changes, the name no longer fits. Every change of the case is an operation in a chain of hashes: if one is altered or left out, the hashes after it no longer fit.",
            )],
            notes: Vec::new(),
        }];
        blocks.push(heading("Preserved copies"));
        blocks.push(if self.case.captures.is_empty() {
            Block::Small(vec![dim("No copy is preserved.")])
        } else {
            Block::Table(self.copies())
        });
        let published: Vec<_> = self.case.report_files.iter().collect();
        if !published.is_empty() {
            blocks.push(heading("Files of published reports"));
            let rows = published
                .into_iter()
                .map(|file| {
                    let number = self
                        .case
                        .reports
                        .iter()
                        .find(|report| report.uuid == file.report_id)
                        .map_or_else(String::new, |report| one_line(&report.number));
                    let size = format!("{} bytes", file.size);
                    vec![
                        cell(vec![text(format!("Report {number}, {}", words::format(file.format)))]),
                        cell(vec![text(size)]),
                        cell(vec![Inline::Hash(file.sha256.clone())]),
                    ]
                })
                .collect();
            blocks.push(Block::Table(table(
                "Files of published reports with their SHA-256",
                &["Report", "Size", "SHA-256"],
                vec![1.6, 0.8, 3.2],
                rows,
            )));
        }
        blocks.push(heading("The chain"));
        blocks.push(Block::Small(vec![
            text("This report shows the case at the operation of "),
            text(self.facts.operation_time.clone()),
            text(" with the hash"),
        ]));
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
            blocks.push(Block::Table(table(
                "Head of each device’s chain",
                &["Device", "Operation", "Time", "Hash"],
                vec![0.8, 0.8, 1.5, 3.2],
                rows,
            )));
        }
        blocks.push(heading("To check it"));
        let head =
            self.facts.heads.first().map_or(self.facts.operation_hash.as_str(), |head| head.hash.as_str());
        let step = |words: &str, code: String| vec![Block::Paragraph(vec![text(words)]), Block::Code(code)];
        blocks.push(Block::List {
            ordered: true,
            items: vec![
                step("A copy: compare what this prints with the hash above.", "sha256sum FILE".to_owned()),
                step("The case, with Python alone and no help of the program: the script goes through the JSON export or the ledger file and prints the heads that it finds.", "python3 verify_ledger.py EXPORT.json\npython3 verify_ledger.py ledger.sqlite".to_owned()),
                step("The whole workspace, with the program. It fails if this head is not in the chain.", format!("counterclaim verify --head {}", one_line(head))),
            ],
        });
        blocks.push(Block::Small(vec![text("What no one can see from inside: whether the end of a chain was cut off, or the whole file written anew. For that, compare the head with one that was printed or kept elsewhere, such as this one.")]));
        blocks
    }

    fn copies(&self) -> Table {
        let mut anchored = HashSet::new();
        let rows = self
            .case
            .captures
            .iter()
            .map(|capture| {
                let name = self
                    .index
                    .items
                    .get(&capture.item_id)
                    .map_or_else(|| one_line(&capture.name), |item| one_line(&item.name));
                let mut first = vec![vec![text(name)]];
                first.extend(given(capture.note.as_ref()).map(|note| vec![dim(note)]));
                let state = match self
                    .facts
                    .integrity
                    .iter()
                    .find(|line| line.capture == capture.uuid)
                    .map(|line| line.state)
                {
                    Some(FileState::Intact) => "intact",
                    Some(FileState::Changed) => "CHANGED: the file no longer fits its hash",
                    Some(FileState::Missing) => "MISSING: the file is not on the shelf",
                    Some(FileState::NotChecked) | None => "not checked",
                };
                let hash = Inline::Hash(capture.sha256.clone());
                let hash = if anchored.insert(&capture.sha256) {
                    Inline::Target { id: format!("copy-{}", capture.sha256), text: vec![hash] }
                } else {
                    hash
                };
                vec![
                    Cell { lines: first, ..Cell::default() },
                    cell(vec![text(words::day_of(&capture.captured))]),
                    cell(vec![text(format!("{} bytes, {}", capture.size, one_line(&capture.media_type)))]),
                    cell(vec![text(state)]),
                    cell(vec![hash]),
                ]
            })
            .collect();
        table(
            "Preserved copies with their SHA-256",
            &["Preserved copy", "Captured", "Size", "State", "SHA-256"],
            vec![1.6, 0.9, 1.0, 0.8, 2.6],
            rows,
        )
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
