//! Finding an anchor again, the most trusted way first.

use super::exact::{in_chars, in_words};
use super::fuzzy::fuzzy;
use super::loose::Loose;
use super::score::{Fit, Place, Surroundings};
use super::{Anchor, Text};

/// What fits less than this is not what was meant.
const LEAST: f64 = 0.6;

/// Places whose words and surroundings differ by less than this are told apart by nothing.
const APART: f64 = 0.02;

/// Words shorter than this, in code points, stand in so many places that half of their surroundings have to be there too.
const SHORT: usize = 8;

/// What became of an anchor in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Resolved {
    /// The words stand where they stood: start and end in code points.
    Exact(usize, usize),
    /// They stand elsewhere, or otherwise.
    Moved {
        /// Position of the first code point, from 0.
        start: usize,
        /// Position after the last code point.
        end: usize,
        /// How well the place fits, from 0 to 1.
        score: f64,
        /// How it was found.
        by: By,
    },
    /// They are not there, or in several places that nothing tells apart.
    Lost,
}

/// How a place was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The words stand there letter by letter.
    Words,
    /// They do but for white space, hyphens, and how letters are written.
    Loosely,
    /// Some letters differ.
    Fuzzily,
}

impl Text<'_> {
    /// Finds an anchor, by this order of trust:
    ///
    /// 1. The text is the one that it was made on, and the words stand at their position, in whichever lines.
    /// 2. The words stand at their position, and nowhere else in surroundings that fit better.
    /// 3. The words stand somewhere; of several places the surroundings tell which.
    /// 4. They do but for white space, hyphens at line breaks, soft hyphens, and the two ways to write a letter with its marks.
    /// 5. Most of their letters do: at most half of them wrong, and no more than 256, with a score of at least 0.6.
    ///
    /// Of places that fit equally, the one on the anchor's page is taken if it is alone there; else the anchor is lost.
    pub fn resolve(&self, anchor: &Anchor) -> Resolved {
        if anchor.exact.is_empty() {
            return Resolved::Lost;
        }
        let position = anchor.start.zip(anchor.end);
        if let Some((start, end)) = position
            && anchor.text_sha256.as_deref() == Some(self.sha256())
            && self.part(start, end).is_some_and(|there| alike(there, &anchor.exact))
        {
            return Resolved::Exact(start, end);
        }
        let there = position.filter(|(start, end)| self.part(*start, *end) == Some(&anchor.exact));
        let around = Surroundings::of(anchor);
        let Some(bytes) = in_words(self.words(), &anchor.exact) else {
            // Everywhere: only the position can tell, and only if what stands around it is there.
            let fits = there.filter(|(start, end)| around.fit(self, whole(*start, *end)).around > 1.8);
            return fits.map_or(Resolved::Lost, |(start, end)| Resolved::Exact(start, end));
        };
        let length = anchor.exact.chars().count();
        let starts = bytes.into_iter().map(|byte| self.point_at(byte));
        let fits: Vec<Fit> = starts.map(|start| around.fit(self, whole(start, start + length))).collect();
        if let Some((start, end)) = there {
            let here = fits.iter().find(|fit| fit.place.start == start).map_or(0.0, |fit| fit.sure);
            if fits.iter().all(|fit| fit.sure < here + APART) {
                return Resolved::Exact(start, end);
            }
        }
        if !fits.is_empty() {
            return self.choose(anchor, fits, By::Words);
        }
        let words = Loose::of(&anchor.exact);
        if words.chars.is_empty() {
            return Resolved::Lost;
        }
        let loose = self.loose();
        let Some(found) = in_chars(&loose.chars, &words.chars) else { return Resolved::Lost };
        let found = found.into_iter().filter_map(|at| loose.source(at, at + words.chars.len()));
        let fits: Vec<Fit> = found.map(|(start, end)| around.fit(self, whole(start, end))).collect();
        if !fits.is_empty() {
            return self.choose(anchor, fits, By::Loosely);
        }
        let mut fits: Vec<Fit> =
            fuzzy(self, anchor, &words).into_iter().map(|place| around.fit(self, place)).collect();
        fits.retain(|fit| fit.score >= LEAST);
        self.choose(anchor, fits, By::Fuzzily)
    }

    /// Whether the words of the anchor stand anywhere, but for white space, hyphens and how letters are written.
    pub fn holds(&self, anchor: &Anchor) -> bool {
        let words = Loose::of(&anchor.exact);
        !words.chars.is_empty()
            && in_chars(&self.loose().chars, &words.chars).is_none_or(|found| !found.is_empty())
    }

    /// The one place that fits best.
    fn choose(&self, anchor: &Anchor, fits: Vec<Fit>, by: By) -> Resolved {
        let best = fits.iter().map(|fit| fit.sure).fold(0.0, f64::max);
        let mut equal: Vec<&Fit> = fits.iter().filter(|fit| fit.sure > best - APART).collect();
        if equal.len() > 1
            && let Some(page) = anchor.page
        {
            equal.retain(|fit| self.page_of(fit.place.start) == page);
        }
        match equal[..] {
            [Fit { around, .. }] if anchor.exact.chars().nth(SHORT - 1).is_none() && *around < 1.0 => {
                Resolved::Lost
            }
            [Fit { place, score, .. }] => {
                Resolved::Moved { start: place.start, end: place.end, score: *score, by }
            }
            _ => Resolved::Lost,
        }
    }
}

fn whole(start: usize, end: usize) -> Place {
    Place { start, end, wrong: 0.0 }
}

/// Whether two texts say the same in the same letters, but for white space, hyphens and how letters are written.
fn alike(one: &str, other: &str) -> bool {
    one == other || Loose::of(one).chars == Loose::of(other).chars
}
