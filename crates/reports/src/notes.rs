//! Numbered notes: one per place that is cited, numbered in the order in which the report first cites it.

use crate::document::{Inline, Note};
use claims::ids::{ExcerptId, ItemId, StatementId};
use std::collections::HashMap;

/// What a note leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    Excerpt(ExcerptId),
    Item(ItemId),
    Statement(StatementId),
}

/// The notes of a report while it is laid out.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    all: Vec<Note>,
    numbers: HashMap<Place, usize>,
    /// How many notes have been shown beside or below what brought them up.
    shown: usize,
}

impl Notes {
    /// A reference to the note of that place; `make` writes the note if this is the first.
    pub(crate) fn cite(&mut self, place: Place, make: impl FnOnce(u32) -> Note) -> Inline {
        let index = *self.numbers.entry(place).or_insert_with(|| {
            let number = u32::try_from(self.all.len() + 1).unwrap_or(u32::MAX);
            self.all.push(make(number));
            self.all.len() - 1
        });
        let note = &mut self.all[index];
        note.references += 1;
        Inline::Note { number: note.number, nth: note.references }
    }

    /// Numbers of the notes that came up since the last call: they belong beside what was laid out in between.
    pub(crate) fn take(&mut self) -> Vec<u32> {
        let new = self.all[self.shown..].iter().map(|note| note.number).collect();
        self.shown = self.all.len();
        new
    }

    pub(crate) fn finish(self) -> Vec<Note> {
        self.all
    }
}
