//! Every item with its full citation, how it was read, and its preserved copies.

use super::{Desk, dim, given, sentence, text};
use crate::document::{Block, Inline};
use crate::text::one_line;
use claims::words::Reading;

impl Desk<'_> {
    pub(super) fn sources(&mut self) -> Vec<Block> {
        if self.references.is_empty() {
            return vec![sentence(self.w.references.none)];
        }
        let mut blocks = vec![Block::Small(vec![dim(self.w.references.about)])];
        for (reference, number) in self.references.iter().zip(1u32..) {
            let Some(item) = self.index.items.get(&reference.item).copied() else { continue };
            let mut content = reference.content.clone();
            if item.reading == Reading::CitedNotRead {
                content.push(Inline::Strong(vec![text(format!(" [{}]", self.w.references.cited_not_read))]));
            }
            let mut inner = vec![Block::Paragraph(content)];
            let mut small = Vec::new();
            if let Some(date) = given(item.date_words.as_ref())
                .filter(|written| item.date.as_deref().is_none_or(|date| self.w.adds(date, written)))
            {
                small.push(text((self.w.references.date)(&one_line(date))));
            }
            if let Some(public) =
                given(item.public_date.as_ref()).filter(|public| item.date.as_deref() != Some(public))
            {
                small.push(text((self.w.references.public)(&self.date(public))));
            }
            for copy in self.index.captures_of.get(&item.uuid).into_iter().flatten() {
                small.push(text(self.w.references.copy));
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
                small.push(self.said(note));
            }
            if !small.is_empty() {
                inner.push(Block::Small(small));
            }
            blocks.push(Block::Anchored { id: format!("source-{number}"), blocks: inner });
        }
        blocks
    }
}
