//! Where something stands in a text with a few letters wrong, missing or added: Myers' bit-parallel algorithm in blocks
//! (G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46, 1999).
//! Sixty-four letters of what is looked for cost one step for each letter of the text, whatever the text.

use std::collections::HashMap;

/// What is looked for, made ready.
struct Pattern {
    /// Which bits of each block stand for a letter; row 0 is for letters that are not there.
    rows: Vec<u64>,
    row_of: HashMap<char, usize>,
    blocks: usize,
    length: usize,
}

impl Pattern {
    fn of(letters: impl ExactSizeIterator<Item = char>) -> Self {
        let length = letters.len();
        let blocks = length.div_ceil(64);
        let mut rows = vec![0; blocks];
        let mut row_of = HashMap::new();
        for (at, c) in letters.enumerate() {
            let row = *row_of.entry(c).or_insert_with(|| {
                rows.resize(rows.len() + blocks, 0);
                rows.len() / blocks - 1
            });
            rows[row * blocks + at / 64] |= 1 << (at % 64);
        }
        Self { rows, row_of, blocks, length }
    }

    /// Runs over the text and tells, after each letter, with how many errors all of the pattern ends there.
    /// With `anchored` it has to begin where the text begins, else anywhere.
    fn run(&self, text: impl Iterator<Item = char>, anchored: bool, mut tell: impl FnMut(usize, usize)) {
        let mut up = vec![u64::MAX; self.blocks];
        let mut down = vec![0u64; self.blocks];
        let last = 1 << ((self.length - 1) % 64);
        let mut errors = self.length;
        for (at, c) in text.enumerate() {
            let row = self.row_of.get(&c).map_or(0, |row| row * self.blocks);
            let mut carry = Carry { up: anchored, down: false };
            for block in 0..self.blocks {
                let high = if block + 1 == self.blocks { last } else { 1 << 63 };
                carry = step(&mut up[block], &mut down[block], self.rows[row + block], carry, high);
            }
            errors = errors + usize::from(carry.up) - usize::from(carry.down);
            tell(at + 1, errors);
        }
    }
}

/// Whether the number of errors went up or down from the last letter to this one, at the edge of a block.
#[derive(Clone, Copy)]
struct Carry {
    up: bool,
    down: bool,
}

/// One block, one letter.
fn step(up: &mut u64, down: &mut u64, same: u64, carry: Carry, high: u64) -> Carry {
    let x_down = same | *down;
    let same = same | u64::from(carry.down);
    let x_across = ((same & *up).wrapping_add(*up) ^ *up) | same;
    let across_up = *down | !(x_across | *up);
    let across_down = *up & x_across;
    let out = Carry { up: across_up & high != 0, down: across_down & high != 0 };
    let across_up = across_up << 1 | u64::from(carry.up);
    let across_down = across_down << 1 | u64::from(carry.down);
    *up = across_down | !(x_down | across_up);
    *down = across_up & x_down;
    out
}

/// A place where the words stand with errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near {
    pub start: usize,
    pub end: usize,
    pub errors: usize,
}

/// The places with the fewest errors, at most `most` of them, none with more than `errors`; of places that overlap by half or more,
/// the best alone.
pub(super) fn places(text: &[char], words: &[char], errors: usize, most: usize) -> Vec<Near> {
    if words.is_empty() || text.is_empty() {
        return Vec::new();
    }
    let apart = words.len().div_ceil(2);
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut best: Option<(usize, usize)> = None;
    Pattern::of(words.iter().copied()).run(text.iter().copied(), false, |end, found| {
        if let Some((at, _)) = best
            && end - at > apart
        {
            ends.extend(best.take());
            if ends.len() > 2 * most {
                fewest(&mut ends, most);
            }
        }
        if found <= errors && best.is_none_or(|(_, before)| found < before) {
            best = Some((end, found));
        }
    });
    ends.extend(best);
    fewest(&mut ends, most);
    let backward = Pattern::of(words.iter().rev().copied());
    ends.into_iter().map(|(end, errors)| begun(text, &backward, end, errors)).collect()
}

fn fewest(ends: &mut Vec<(usize, usize)>, most: usize) {
    ends.sort_by_key(|(end, errors)| (*errors, *end));
    ends.truncate(most);
}

/// Where the words begin that end here: read backwards, of equal places the one whose length is nearest to theirs.
fn begun(text: &[char], backward: &Pattern, end: usize, errors: usize) -> Near {
    let room = &text[end.saturating_sub(backward.length + errors)..end];
    let mut best = (usize::MAX, usize::MAX, 0);
    backward.run(room.iter().rev().copied(), true, |length, errors| {
        best = best.min((errors, length.abs_diff(backward.length), length));
    });
    Near { start: end - best.2, end, errors: best.0.min(errors) }
}

/// In how many letters two rows differ: put in, left out or changed.
pub(super) fn distance(one: &[char], other: &[char]) -> usize {
    if one.is_empty() || other.is_empty() {
        return one.len().max(other.len());
    }
    let mut found = one.len();
    Pattern::of(one.iter().copied()).run(other.iter().copied(), true, |_, errors| found = errors);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    /// The plain table, as every book has it.
    fn by_table(one: &[char], other: &[char]) -> usize {
        let mut row: Vec<usize> = (0..=other.len()).collect();
        for (i, a) in one.iter().enumerate() {
            let mut corner = row[0];
            row[0] = i + 1;
            for (j, b) in other.iter().enumerate() {
                let changed = corner + usize::from(a != b);
                corner = row[j + 1];
                row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
            }
        }
        row[other.len()]
    }

    #[test]
    fn distances_are_those_of_the_plain_table() {
        for (one, other, errors) in
            [("kitten", "sitting", 3), ("", "abc", 3), ("хан шейхун", "хан-шейхунь", 2), ("abc", "abc", 0)]
        {
            assert_eq!(distance(&chars(one), &chars(other)), errors, "{one} and {other}");
        }
        // Longer than one block, with a generator that needs no seed from outside.
        let mut state = 7u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(b'a' + u8::try_from(state >> 60).unwrap() % 4)
        };
        for length in [1, 63, 64, 65, 130, 200] {
            let (one, other): (Vec<char>, Vec<char>) =
                ((0..length).map(|_| next()).collect(), (0..length + 9).map(|_| next()).collect());
            assert_eq!(distance(&one, &other), by_table(&one, &other), "{length} letters");
        }
    }

    #[test]
    fn a_place_with_errors_is_found_from_end_to_end() {
        let text = chars("The rocket fell nort of the town, witnesses said. Nothing else is here.");
        let words = chars("rocket fell north of the town");
        let found = places(&text, &words, 8, 4);
        assert_eq!(found, [Near { start: 4, end: 32, errors: 1 }]);
        assert_eq!(places(&text, &chars("quite another sentence"), 5, 4), []);
        assert_eq!(places(&[], &words, 8, 4), []);
    }

    #[test]
    fn each_place_is_told_once_the_best_first() {
        let text = chars("one two thrae -- one two three -- one two thr");
        let found = places(&text, &chars("one two three"), 6, 8);
        let errors: Vec<usize> = found.iter().map(|near| near.errors).collect();
        assert_eq!(errors, [0, 1, 2]);
        assert_eq!(found[0].start, 17);
        assert_eq!(places(&text, &chars("one two three"), 6, 1).len(), 1, "no more than asked for");
    }
}
