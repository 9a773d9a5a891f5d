//! Where the words of an anchor stand with letters wrong, missing or added.

use super::approximate::places;
use super::loose::Loose;
use super::score::{Place, share};
use super::{Anchor, Text};

/// No more letters than these may be wrong.
const MOST_ERRORS: usize = 256;

/// No more places than these are weighed.
const MOST_PLACES: usize = 64;

/// Letters of the text times blocks of 64 letters of the words: no more than so much work is done. Beyond it, only the part of the
/// text around the old position is read.
const MOST_WORK: usize = 64 << 20;

/// The places where at most half of the letters are wrong.
pub(super) fn fuzzy(text: &Text<'_>, anchor: &Anchor, words: &Loose) -> Vec<Place> {
    let loose = text.loose();
    let length = words.chars.len();
    if length < 2 {
        return Vec::new();
    }
    let room = MOST_WORK / length.div_ceil(64);
    let (from, to) = match loose.chars.len() <= room {
        true => (0, loose.chars.len()),
        false => {
            let middle = anchor.start.map_or(0, |start| loose.place_of(start)) + length / 2;
            let from = middle.saturating_sub(room / 2).min(loose.chars.len());
            (from, (from + room).min(loose.chars.len()))
        }
    };
    let errors = MOST_ERRORS.min(length / 2);
    let found = places(&loose.chars[from..to], &words.chars, errors, MOST_PLACES);
    let placed = found.into_iter().filter_map(|near| {
        let (start, end) = loose.source(from + near.start, from + near.end)?;
        Some(Place { start, end, wrong: share(near.errors, length) })
    });
    placed.collect()
}
