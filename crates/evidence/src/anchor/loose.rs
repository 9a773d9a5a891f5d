//! A text without what a line break, a page break or another reader of the same file changes: white space, hyphens inside words,
//! soft hyphens and what else does not show, and the two ways to write a letter with its marks.

use unicode_normalization::char::{canonical_combining_class, decompose_canonical, decompose_compatible};

/// The characters that are left, each with the code point that it came from.
#[derive(Debug, Default)]
pub(super) struct Loose {
    pub chars: Vec<char>,
    at: Vec<u32>,
}

impl Loose {
    pub fn of(words: &str) -> Self {
        let mut loose = Self::default();
        let mut before: Option<char> = None;
        let mut points = words.chars().zip(0u32..).peekable();
        while let Some((c, at)) = points.next() {
            if is_dropped(c) {
                continue;
            }
            if is_hyphen(c) && before.is_some_and(char::is_alphabetic) {
                // A hyphen between two letters may be the line's, not the word's.
                while points.next_if(|(c, _)| is_dropped(*c)).is_some() {}
                if points.peek().is_some_and(|(c, _)| c.is_alphabetic()) {
                    continue;
                }
            }
            loose.push(c, at);
            before = Some(c);
        }
        loose.order();
        loose
    }

    /// The code points that these characters came from: from the first of the first to the end of the last.
    pub fn source(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let (first, last) = (self.at.get(start)?, self.at.get(end.checked_sub(1)?)?);
        (start < end).then_some((*first as usize, *last as usize + 1))
    }

    /// The first character that came from this code point or a later one.
    pub fn place_of(&self, point: usize) -> usize {
        let point = u32::try_from(point).unwrap_or(u32::MAX);
        self.at.partition_point(|at| *at < point)
    }

    fn push(&mut self, c: char, at: u32) {
        let mut keep = |c| {
            self.chars.push(c);
            self.at.push(at);
        };
        // Ligatures and letters as they are drawn: forms of a font, which one reader spells out and another does not.
        match c {
            '\u{fb00}'..='\u{fb06}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
                decompose_compatible(c, &mut keep);
            }
            _ => decompose_canonical(c, &mut keep),
        }
    }

    /// Puts marks on one letter into their canonical order.
    fn order(&mut self) {
        let mut from = 0;
        while from < self.chars.len() {
            let class = canonical_combining_class(self.chars[from]);
            let mut to = from + 1;
            if class != 0 {
                while to < self.chars.len() && canonical_combining_class(self.chars[to]) != 0 {
                    to += 1;
                }
                if to - from > 1 {
                    // Their places in the text are so close that only their order changes.
                    self.chars[from..to].sort_by_key(|c| canonical_combining_class(*c));
                }
            }
            from = to;
        }
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// White space, and characters that show nothing.
fn is_dropped(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
            | '\u{61c}' | '\u{feff}')
        || (c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn alike(one: &str, other: &str) {
        assert_eq!(Loose::of(one).chars, Loose::of(other).chars, "{one:?} and {other:?} read alike");
    }

    #[test]
    fn what_a_line_break_changes_does_not_count() {
        alike("the verification of it", "the verifi-\ncation  of\r\nit");
        alike("a well-known fact", "a well-\nknown fact");
        alike("co\u{ad}operate", "cooperate");
        alike("page one ends here", "page one\u{c}ends here");
        alike("Проверка", "Про-\nверка");
        assert_ne!(Loose::of("5-10").chars, Loose::of("510").chars, "a hyphen between digits is a span");
        assert_ne!(Loose::of("- no").chars, Loose::of("no").chars, "and one before a word a dash");
    }

    #[test]
    fn how_a_letter_is_written_does_not_count() {
        alike("é", "e\u{301}");
        alike("한글", "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}");
        alike("a\u{323}\u{307}", "a\u{307}\u{323}");
        alike("ﬁnding", "finding");
        alike("ﺧﺎﻥ", "خان");
        assert_ne!(Loose::of("m²").chars, Loose::of("m2").chars, "what means something else stays apart");
    }

    #[test]
    fn it_leads_back_to_the_text() {
        let loose = Loose::of("verifi-\ncation é end");
        assert_eq!(loose.source(0, 12), Some((0, 14)), "from the first letter to the last");
        assert_eq!(loose.source(12, 14), Some((15, 16)), "a letter and its mark are one code point there");
        assert_eq!(loose.place_of(8), 6, "the first letter after the break");
        assert_eq!((loose.source(3, 3), loose.source(0, 99)), (None, None));
    }
}
