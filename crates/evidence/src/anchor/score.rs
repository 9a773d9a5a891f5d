//! How well a place fits an anchor: 50 parts for the words, 20 for what stands before, 20 for what stands after, 2 for the position;
//! the weights are those that Hypothesis uses for its annotations.

use super::approximate::distance;
use super::loose::Loose;
use super::{Anchor, CONTEXT, Text};

const WORDS: f64 = 50.0;
const SIDE: f64 = 20.0;
const POSITION: f64 = 2.0;

/// A place that may be the one meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    /// Position of its first code point.
    pub start: usize,
    /// Position after its last code point.
    pub end: usize,
    /// Which part of the words is wrong there, from 0 to 1.
    pub wrong: f64,
}

/// How well a place fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    pub place: Place,
    /// What stands before and after, each from 0 to 1, together at most 2.
    pub around: f64,
    /// Words and surroundings, from 0 to 1.
    pub sure: f64,
    /// All of it, from 0 to 1.
    pub score: f64,
}

/// An anchor's surroundings, made ready to compare.
pub(super) struct Surroundings<'a> {
    anchor: &'a Anchor,
    before: Vec<char>,
    after: Vec<char>,
}

impl<'a> Surroundings<'a> {
    pub fn of(anchor: &'a Anchor) -> Self {
        Self { anchor, before: Loose::of(&anchor.prefix).chars, after: Loose::of(&anchor.suffix).chars }
    }

    pub fn fit(&self, text: &Text<'_>, place: Place) -> Fit {
        // White space does not count, so twice as much is read as is compared.
        let room = text.between(place.start.saturating_sub(2 * CONTEXT), place.start);
        let there = Loose::of(room).chars;
        let before = alike(&self.before, &there[there.len().saturating_sub(self.before.len())..]);
        let room = text.between(place.end, (place.end + 2 * CONTEXT).min(text.length()));
        let there = Loose::of(room).chars;
        let after = alike(&self.after, &there[..self.after.len().min(there.len())]);
        let near =
            self.anchor.start.map_or(1.0, |start| 1.0 - share(start.abs_diff(place.start), text.length()));
        let sure = WORDS * (1.0 - place.wrong) + SIDE * (before + after);
        Fit {
            place,
            around: before + after,
            sure: sure / (WORDS + 2.0 * SIDE),
            score: (sure + POSITION * near) / (WORDS + 2.0 * SIDE + POSITION),
        }
    }
}

/// How much of what is remembered stands there, from 0 to 1; nothing remembered is nothing missing.
fn alike(remembered: &[char], there: &[char]) -> f64 {
    if remembered.is_empty() { 1.0 } else { 1.0 - share(distance(remembered, there), remembered.len()) }
}

/// A part of a whole, at most 1.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)]
    let share = part as f64 / whole.max(1) as f64;
    share.min(1.0)
}
