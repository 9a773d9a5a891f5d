//! Every item with its full citation, how it was read, and its preserved copies.

use super::{Desk, dim, given, sentence, text};
use crate::document::{Block, Inline};
use crate::text::one_line;
use crate::words;
use claims::words::Reading;

impl Desk<'_> {
    pub(super) fn sources(&mut self) -> Vec<Block> {
        if self.references.is_empty() {
            return vec![sentence("No item is recorded.")];
        }
        let mut blocks = vec![Block::Small(vec![dim(
            "Citations follow the Chicago Manual of Style, author-date. “n.d.” means that no date is recorded. A work whose title is not recorded is described instead.",
        )])];
        for (reference, number) in self.references.iter().zip(1u32..) {
            let Some(item) = self.index.items.get(&reference.item).copied() else { continue };
            let mut content = reference.content.clone();
            if item.reading == Reading::CitedNotRead {
                content.push(Inline::Strong(vec![text(" [cited, not read]")]));
            }
            let mut inner = vec![Block::Paragraph(content)];
            let mut small = Vec::new();
            if let Some(date) = given(item.date_words.as_ref())
                .filter(|written| item.date.as_deref().is_none_or(|date| words::date(date) != *written))
            {
                small.push(text(format!("Date: {}. ", one_line(date))));
            }
            if let Some(public) =
                given(item.public_date.as_ref()).filter(|public| item.date.as_deref() != Some(public))
            {
                small.push(text(format!("Public: {}. ", words::date(public))));
            }
            for copy in self.index.captures_of.get(&item.uuid).into_iter().flatten() {
                small.push(text("Copy "));
                let short = format!("{}…", copy.sha256.get(..12).unwrap_or(&copy.sha256));
                small.push(if self.annexed.contains(&copy.sha256) {
                    Inline::Jump { id: format!("copy-{}", copy.sha256), text: vec![Inline::Hash(short)] }
                } else {
                    Inline::Hash(short)
                });
                let note = given(copy.note.as_ref())
                    .map(|note| format!(" ({})", one_line(note)))
                    .unwrap_or_default();
                small.push(text(format!("{note}. ")));
            }
            if let Some(note) = given(item.note.as_ref()) {
                small.push(text(note));
            }
            if !small.is_empty() {
                inner.push(Block::Small(small));
            }
            blocks.push(Block::Anchored { id: format!("source-{number}"), blocks: inner });
        }
        blocks
    }
}
