//! An excerpt's place in a text, and how it is found again after the text was extracted anew.
//!
//! All positions count Unicode code points, so that they mean the same in every language and after any re-encoding.

use std::ops::Range;

/// How much of the surroundings an anchor remembers on each side, in code points.
const CONTEXT: usize = 32;

/// Where an excerpt stands in a text: its words, what surrounds them, and their position. The bytes are as in the text; nothing is normalised.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Anchor {
    /// The words of the excerpt.
    pub exact: String,
    /// Up to 32 code points before it.
    pub prefix: String,
    /// Up to 32 code points after it.
    pub suffix: String,
    /// Position of its first code point, from 0.
    pub start: usize,
    /// Position after its last code point.
    pub end: usize,
}

/// What became of an anchor in a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Resolved {
    /// The words stand where they stood: start and end in code points.
    Exact(usize, usize),
    /// The same words, elsewhere.
    Moved {
        /// Position of the first code point, from 0.
        start: usize,
        /// Position after the last code point.
        end: usize,
        /// How much of the remembered surroundings stands around them, from 0 (none) to 1 (all).
        score: f64,
    },
    /// The words are not there, or more than once and nothing says which is meant.
    Lost,
}

/// Anchors the code points `start..end` of `text`; `None` when the range is empty, backwards or beyond the end.
#[must_use]
pub fn make(text: &str, start: usize, end: usize) -> Option<Anchor> {
    if start >= end {
        return None;
    }
    let Range { start: from, end: to } = bytes_of(text, start, end)?;
    let prefix = text[..from].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let suffix = text[to..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| to + at);
    Some(Anchor {
        exact: text[from..to].to_owned(),
        prefix: text[prefix..from].to_owned(),
        suffix: text[to..suffix].to_owned(),
        start,
        end,
    })
}

/// Finds the anchor in `text`, in this order: at its position; where its words stand, if they stand there once; of several places
/// the one whose surroundings match best, and of equal ones the nearest to the old position. Else it is lost.
#[must_use]
pub fn resolve(text: &str, anchor: &Anchor) -> Resolved {
    if anchor.exact.is_empty() {
        return Resolved::Lost;
    }
    let there = bytes_of(text, anchor.start, anchor.end);
    if there.is_some_and(|range| text[range] == anchor.exact) {
        return Resolved::Exact(anchor.start, anchor.end);
    }
    let length = anchor.exact.chars().count();
    let found = |start: usize, score: f64| Resolved::Moved { start, end: start + length, score };
    let mut places =
        places_of(text, &anchor.exact).map(|(byte, start)| (start, surroundings(text, byte, anchor)));
    let Some(first) = places.next() else {
        return Resolved::Lost;
    };
    let Some(second) = places.next() else {
        return found(first.0, first.1);
    };
    let nearness = |start: usize| start.abs_diff(anchor.start);
    let better = |a: (usize, f64), b: (usize, f64)| {
        if b.1 > a.1 || (b.1 == a.1 && nearness(b.0) < nearness(a.0)) { b } else { a }
    };
    let best = places.fold(better(first, second), better);
    if best.1 > 0.0 { found(best.0, best.1) } else { Resolved::Lost }
}

/// The bytes of the code points `start..end`, if the text has them.
fn bytes_of(text: &str, start: usize, end: usize) -> Option<Range<usize>> {
    let mut places = text.char_indices().map(|(at, _)| at).chain([text.len()]);
    let from = places.nth(start)?;
    let to = match end.checked_sub(start)? {
        0 => from,
        length => places.nth(length - 1)?,
    };
    Some(from..to)
}

/// Every place where `exact` stands, overlapping ones too: byte and code point.
fn places_of<'a>(text: &'a str, exact: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let step = exact.chars().next().map_or(1, char::len_utf8);
    let (mut byte, mut point) = (0, 0);
    std::iter::from_fn(move || {
        let at = byte + text.get(byte..)?.find(exact)?;
        let start = point + text[byte..at].chars().count();
        (byte, point) = (at + step, start + 1);
        Some((at, start))
    })
}

/// Which part of the remembered surroundings stands around the place, counted outward from it.
fn surroundings(text: &str, byte: usize, anchor: &Anchor) -> f64 {
    let remembered = anchor.prefix.chars().count() + anchor.suffix.chars().count();
    if remembered == 0 {
        return 0.0;
    }
    let before =
        text[..byte].chars().rev().zip(anchor.prefix.chars().rev()).take_while(|(a, b)| a == b).count();
    let after = text[byte + anchor.exact.len()..]
        .chars()
        .zip(anchor.suffix.chars())
        .take_while(|(a, b)| a == b)
        .count();
    #[allow(clippy::cast_precision_loss)]
    let share = (before + after) as f64 / remembered as f64;
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Шайрат: ракеты ударили. The strike was lawful, he said. The strike was unlawful, she said. خان شيخون 🙂 end";

    fn place(text: &str, words: &str) -> (usize, usize) {
        let start = text[..text.find(words).unwrap()].chars().count();
        (start, start + words.chars().count())
    }

    #[test]
    fn positions_are_code_points() {
        let (start, end) = place(TEXT, "خان شيخون 🙂");
        let anchor = make(TEXT, start, end).unwrap();
        assert_eq!((anchor.exact.as_str(), anchor.suffix.as_str()), ("خان شيخون 🙂", " end"));
        assert_eq!(anchor.prefix.chars().count(), 32);
        assert_eq!(resolve(TEXT, &anchor), Resolved::Exact(start, end));
    }

    #[test]
    fn impossible_ranges_are_refused() {
        let length = TEXT.chars().count();
        for (start, end) in [(0, 0), (3, 2), (0, length + 1), (length, length + 1), (usize::MAX, usize::MAX)]
        {
            assert_eq!(make(TEXT, start, end), None, "{start}..{end} is no excerpt");
        }
        assert_eq!(make(TEXT, 0, length).unwrap().exact, TEXT);
        assert_eq!(make("", 0, 1), None);
    }

    #[test]
    fn words_that_moved_are_found() {
        let (start, end) = place(TEXT, "ракеты ударили");
        let anchor = make(TEXT, start, end).unwrap();
        let moved = format!("Заголовок. {TEXT}");
        assert_eq!(
            resolve(&moved, &anchor),
            Resolved::Moved { start: start + 11, end: end + 11, score: 1.0 }
        );
        let alone = resolve("ракеты ударили", &anchor);
        assert_eq!(
            alone,
            Resolved::Moved { start: 0, end: 14, score: 0.0 },
            "the only place needs no surroundings"
        );
    }

    #[test]
    fn the_surroundings_tell_equal_words_apart() {
        let second = TEXT.rfind("The strike was").unwrap();
        let start = TEXT[..second].chars().count();
        let anchor = make(TEXT, start, start + 14).unwrap();
        let moved = format!("12345 {TEXT}");
        assert_eq!(
            resolve(&moved, &anchor),
            Resolved::Moved { start: start + 6, end: start + 20, score: 1.0 }
        );
    }

    #[test]
    fn nothing_is_guessed() {
        let anchor = make("x said y", 2, 6).unwrap();
        assert_eq!(resolve("nobody spoke", &anchor), Resolved::Lost);
        assert_eq!(
            resolve("(said)(said)", &anchor),
            Resolved::Lost,
            "two places and nothing that tells them apart"
        );
        assert_eq!(resolve("", &anchor), Resolved::Lost);
        let empty = Anchor { exact: String::new(), ..anchor };
        assert_eq!(resolve("x said y", &empty), Resolved::Lost);
    }

    #[test]
    fn of_equally_good_places_the_nearest_counts_and_overlaps_are_seen() {
        let anchor = Anchor { exact: "aa".into(), prefix: "a".into(), suffix: "a".into(), start: 4, end: 6 };
        assert_eq!(resolve("aaaa", &anchor), Resolved::Moved { start: 1, end: 3, score: 1.0 });
        let anchor = Anchor { exact: "b".into(), prefix: "-".into(), suffix: "-".into(), start: 6, end: 7 };
        assert_eq!(resolve("-b- -b-  ", &anchor), Resolved::Moved { start: 5, end: 6, score: 1.0 });
    }
}
