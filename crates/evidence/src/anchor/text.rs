//! A text that excerpts are placed in, with what finding them needs, each made once and only when asked for.

use super::loose::Loose;
use super::{Anchor, CONTEXT};
use crate::shelf::sha256_of_bytes;
use std::cell::OnceCell;
use std::ops::Range;

/// The character that ends a page.
const PAGE_END: char = '\u{c}';

/// A text that excerpts are placed in.
#[derive(Debug)]
pub struct Text<'a> {
    words: &'a str,
    sha256: OnceCell<String>,
    /// The byte at which each code point begins, and the end.
    points: OnceCell<Vec<u32>>,
    loose: OnceCell<Loose>,
}

impl<'a> Text<'a> {
    /// Of these words. At most 4 GB.
    #[must_use]
    pub fn new(words: &'a str) -> Self {
        Self { words, sha256: OnceCell::new(), points: OnceCell::new(), loose: OnceCell::new() }
    }

    /// Of the words of a file with this hash, so that it need not be computed anew.
    #[must_use]
    pub fn of_file(words: &'a str, sha256: &str) -> Self {
        Self { sha256: OnceCell::from(sha256.to_owned()), ..Self::new(words) }
    }

    /// The words.
    #[must_use]
    pub fn words(&self) -> &'a str {
        self.words
    }

    /// SHA-256 of its bytes, 64 lower-case hex digits.
    pub fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| sha256_of_bytes(self.words.as_bytes()))
    }

    /// How many code points it has.
    pub fn length(&self) -> usize {
        self.points().len() - 1
    }

    /// Anchors the code points `start..end`; none when the range is empty, backwards or beyond the end.
    pub fn anchor(&self, start: usize, end: usize) -> Option<Anchor> {
        let range = self.bytes(start, end).filter(|range| !range.is_empty())?;
        let length = self.length();
        Some(Anchor {
            exact: self.words[range].to_owned(),
            prefix: self.between(start.saturating_sub(CONTEXT), start).to_owned(),
            suffix: self.between(end, (end + CONTEXT).min(length)).to_owned(),
            start: Some(start),
            end: Some(end),
            page: self.has_pages().then(|| self.page_of(start)),
            text_sha256: Some(self.sha256().to_owned()),
        })
    }

    /// The words of these code points; none when the range is backwards or beyond the end.
    pub fn part(&self, start: usize, end: usize) -> Option<&'a str> {
        Some(&self.words[self.bytes(start, end)?])
    }

    /// Whether form feeds tell pages apart.
    pub fn has_pages(&self) -> bool {
        self.words.contains(PAGE_END)
    }

    /// The page of a code point, counted from 1.
    pub fn page_of(&self, point: usize) -> usize {
        let byte = self.points().get(point).map_or(self.words.len(), |byte| *byte as usize);
        1 + self.words[..byte].matches(PAGE_END).count()
    }

    pub(super) fn between(&self, start: usize, end: usize) -> &'a str {
        self.part(start, end).unwrap_or_default()
    }

    pub(super) fn bytes(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let points = self.points();
        let (from, to) = (*points.get(start)?, *points.get(end)?);
        (from <= to).then_some(from as usize..to as usize)
    }

    /// The code point that begins at this byte.
    pub(super) fn point_at(&self, byte: usize) -> usize {
        let byte = u32::try_from(byte).unwrap_or(u32::MAX);
        match self.points().binary_search(&byte) {
            Ok(point) | Err(point) => point,
        }
    }

    pub(super) fn loose(&self) -> &Loose {
        self.loose.get_or_init(|| Loose::of(self.words))
    }

    fn points(&self) -> &[u32] {
        self.points.get_or_init(|| {
            let bytes = self.words.char_indices().map(|(byte, _)| byte).chain([self.words.len()]);
            bytes.map(|byte| u32::try_from(byte).unwrap_or(u32::MAX)).collect()
        })
    }
}
