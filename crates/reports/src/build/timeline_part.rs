//! Statements, findings and the event in the order of time; what has no date stands apart.

use super::{Desk, dim, sentence, text};
use crate::document::{Block, Cell, Inline, Table, TableKind};
use crate::text::one_line;
use claims::ids::{FindingId, StatementId};
use claims::timeline::{EntryKind, Lane, LaneKind, TimelineEntry, timeline};

impl Desk<'_> {
    pub(super) fn timeline(&mut self) -> Vec<Block> {
        let timeline = timeline(self.case);
        let mut dated: Vec<(&TimelineEntry, Vec<&Lane>)> = Vec::new();
        let mut undated: Vec<(&TimelineEntry, Vec<&Lane>)> = Vec::new();
        // When a source was published stands with the source.
        for lane in timeline.lanes.iter().filter(|lane| lane.kind != LaneKind::Publications) {
            for entry in &lane.entries {
                join(&mut dated, entry, lane);
            }
            for entry in &lane.undated {
                join(&mut undated, entry, lane);
            }
        }
        dated.sort_by(|(a, _), (b, _)| (&a.earliest, &a.latest).cmp(&(&b.earliest, &b.latest)));
        if dated.is_empty() && undated.is_empty() {
            return vec![sentence(self.w.timeline.none)];
        }
        let rows = dated.iter().chain(&undated).map(|(entry, lanes)| self.entry_row(entry, lanes)).collect();
        let head = self.w.timeline.heads.map(|name| vec![text(name)]).to_vec();
        let mut blocks = vec![Block::Table(Table {
            kind: TableKind::Plain,
            caption: self.w.timeline.caption.to_owned(),
            head,
            widths: vec![0.7, 0.9, 2.4],
            rows,
        })];
        if !self.case.undated.is_empty() {
            let list: Vec<String> = self.case.undated.iter().map(|record| one_line(&record.name)).collect();
            blocks.push(Block::Small(vec![dim((self.w.timeline.left_out)(&list.join("; ")))]));
        }
        let notes = self.notes.take();
        if !notes.is_empty() {
            blocks.push(Block::Notes(notes));
        }
        blocks
    }

    fn entry_row(&mut self, entry: &TimelineEntry, lanes: &[&Lane]) -> Vec<Cell> {
        // A date as someone wrote it stands as written; one that only spells the date out is spelt in the report's words.
        let mut when = vec![text(match (entry.date.as_deref(), entry.date_words.as_deref()) {
            (Some(date), Some(written)) if self.w.adds(date, written) => one_line(written),
            (Some(date), _) => self.date(date),
            (None, Some(written)) => one_line(written),
            (None, None) => self.w.lists.undated.to_owned(),
        })];
        let mut when_lines = vec![];
        if entry.date_of_item {
            when_lines.push(vec![dim(self.w.timeline.date_of_item)]);
        }
        let mut who = Vec::new();
        for lane in lanes {
            if let (LaneKind::Account, Some(letter)) = (lane.kind, &lane.letter) {
                who.extend([Inline::Letter { letter: letter.clone(), finding: false }, text(" ")]);
            }
        }
        if entry.who.is_empty() {
            who.push(dim(match entry.kind {
                EntryKind::Case => self.w.timeline.the_event,
                EntryKind::Event => self.w.timeline.an_event,
                _ => self.w.timeline.not_recorded,
            }));
        } else {
            who.push(Inline::Name(one_line(&entry.who)));
        }
        let mut what = Vec::new();
        match (entry.kind, entry.uuid.parse::<StatementId>()) {
            (EntryKind::Statement, Ok(id)) => {
                match self.index.statements.get(&id).copied() {
                    Some(statement) => what.push(Self::words_of(statement)),
                    None => what.push(text(entry.words.clone())),
                }
                what.extend(self.cite_statement(id));
            }
            (EntryKind::Finding, _) => {
                what.extend([dim(self.w.timeline.finding), self.said(entry.words.clone())]);
                let id = entry.uuid.parse::<FindingId>().ok();
                let finding = self.case.findings.iter().find(|finding| Some(finding.uuid) == id);
                what.extend(
                    finding.and_then(|finding| finding.item_id).and_then(|item| self.cite_item(item)),
                );
            }
            (EntryKind::Event, _) => {
                what.push(self.said(entry.words.clone()));
                what.extend(entry.place.iter().map(|place| dim(format!(" ({})", one_line(place)))));
                what.extend(entry.item_id.and_then(|item| self.cite_item(item)));
            }
            _ => what.push(text(entry.words.clone())),
        }
        let mut lines = vec![what];
        if entry.differs_from_id.is_some() {
            let mut line = vec![text(self.w.timeline.differs)];
            line.extend(
                entry.differs_reason.as_deref().into_iter().flat_map(|why| [text(": "), self.said(why)]),
            );
            lines.push(vec![Inline::Dim(line)]);
        }
        let mut first = vec![std::mem::take(&mut when)];
        first.append(&mut when_lines);
        vec![
            Cell { lines: first, ..Cell::default() },
            Cell { lines: vec![who], ..Cell::default() },
            Cell { lines, ..Cell::default() },
        ]
    }
}

/// One row per record, however many lanes it stands in.
fn join<'t>(rows: &mut Vec<(&'t TimelineEntry, Vec<&'t Lane>)>, entry: &'t TimelineEntry, lane: &'t Lane) {
    match rows.iter_mut().find(|(other, _)| other.uuid == entry.uuid) {
        Some((_, lanes)) => lanes.push(lane),
        None => rows.push((entry, vec![lane])),
    }
}
