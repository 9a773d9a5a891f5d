//! Anchors hold in every script, whatever is edited around them; and what is told is true.
#![allow(clippy::unwrap_used)]

use evidence::anchor::{Anchor, By, Resolved, Text};
use proptest::prelude::*;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

const SCRIPTS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةء",
    "攻撃化学兵器使用調査報告病院住民証言空軍基地",
    "😀🚀🏥👩‍🔬🕊️🧪🔥🌍🎯🚁📷📡🧭📄🔎🧯🚑🗿🌊🏔",
    "äéîõüçñåžščřđ",
];

/// Words of one script, and where the quote among them begins and ends.
fn text() -> impl Strategy<Value = (Vec<String>, Range<usize>)> {
    (0..SCRIPTS.len()).prop_flat_map(|script| {
        let letters: Vec<char> = SCRIPTS[script].chars().collect();
        let word = prop::collection::vec(prop::sample::select(letters), 2..9)
            .prop_map(|letters| letters.into_iter().collect::<String>());
        (prop::collection::vec(word, 60..140), 20usize..30, 4usize..20)
            .prop_map(|(words, from, length)| (words, from..from + length))
    })
}

/// Where the words of a range stand in all of them, joined by spaces: code points.
fn place(words: &[String], range: &Range<usize>) -> (usize, usize) {
    let length = |words: &[String]| words.iter().map(|word| word.chars().count() + 1).sum::<usize>();
    let start = length(&words[..range.start]);
    (start, start + length(&words[range.clone()]) - 1)
}

fn anchored(words: &[String], range: &Range<usize>) -> (String, Anchor) {
    let text = words.join(" ");
    let (start, end) = place(words, range);
    let anchor = Text::new(&text).anchor(start, end).unwrap();
    (text, anchor)
}

/// What is left of a text without white space, hyphens and joiners, decomposed: how the tests see "the same but for line breaks".
fn bare(text: &str) -> String {
    text.nfd().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{200d}')).collect()
}

/// Puts the words into lines of so many characters, and breaks every third word that is long enough with a hyphen.
fn set(words: &[String], width: usize) -> String {
    let (mut out, mut line) = (String::new(), 0);
    for (n, word) in words.iter().enumerate() {
        let letters: Vec<char> = word.chars().collect();
        if n % 3 == 0 && letters.len() > 4 && letters.iter().all(|c| c.is_alphabetic()) {
            out.extend(&letters[..2]);
            out.push_str("-\n");
            out.extend(&letters[2..]);
            line = letters.len();
        } else {
            out.push_str(word);
            line += letters.len();
        }
        let broken = line > width;
        out.push(if broken { '\n' } else { ' ' });
        line = if broken { 0 } else { line + 1 };
    }
    out
}

/// What is told of a place is so.
fn is_true(text: &Text<'_>, anchor: &Anchor, found: Resolved) {
    match found {
        Resolved::Exact(start, end) => {
            assert_eq!((Some(start), Some(end)), (anchor.start, anchor.end), "exact means: where it stood");
            assert_eq!(text.part(start, end), Some(anchor.exact.as_str()), "and the words");
        }
        Resolved::Moved { start, end, score, by } => {
            let there = text.part(start, end).unwrap();
            assert!(!there.is_empty() && (0.0..=1.0).contains(&score), "{start}..{end}, {score}");
            match by {
                By::Words => assert_eq!(there, anchor.exact),
                By::Loosely => assert_eq!(bare(there), bare(&anchor.exact)),
                By::Fuzzily => assert!(score >= 0.6, "{score}"),
            }
        }
        Resolved::Lost => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn in_the_text_that_it_was_made_on_it_stands((words, range) in text()) {
        let (text, anchor) = anchored(&words, &range);
        prop_assert_eq!(Text::new(&text).resolve(&anchor), Resolved::Exact(anchor.start.unwrap(), anchor.end.unwrap()));
    }

    #[test]
    fn edits_elsewhere_do_not_lose_it((words, range) in text(), at in 0usize..8, gone in 0usize..6, new in "[a-zА-я ]{0,40}") {
        let (_, anchor) = anchored(&words, &range);
        let mut edited = words.clone();
        edited.splice(at..at + gone, [format!("{new}.")]);
        edited.push(new);
        let moved = range.start + 1 - gone..range.end + 1 - gone;
        let (start, end) = place(&edited, &moved);
        let text = edited.join(" ");
        match Text::new(&text).resolve(&anchor) {
            Resolved::Exact(..) => prop_assert_eq!((start, end), (anchor.start.unwrap(), anchor.end.unwrap())),
            Resolved::Moved { start: from, end: to, score, by } => {
                prop_assert_eq!((from, to, by), (start, end, By::Words));
                prop_assert!(score > 0.95, "all of its surroundings are there: {}", score);
            }
            Resolved::Lost => prop_assert!(false, "it is there, once"),
        }
    }

    #[test]
    fn whatever_is_edited_what_is_told_is_true((words, range) in text(), edits in prop::collection::vec((0usize..1000, 0usize..30, "[a-zа-яا-ي ]{0,12}"), 1..12)) {
        let (text, anchor) = anchored(&words, &range);
        let mut letters: Vec<char> = text.chars().collect();
        for (at, gone, new) in edits {
            let at = at % letters.len().max(1);
            let to = (at + gone).min(letters.len());
            letters.splice(at..to, new.chars());
        }
        let edited: String = letters.into_iter().collect();
        let text = Text::new(&edited);
        is_true(&text, &anchor, text.resolve(&anchor));
    }

    #[test]
    fn line_breaks_and_hyphens_do_not_lose_it((words, range) in text(), width in 10usize..60) {
        let (_, anchor) = anchored(&words, &range);
        let edited = set(&words, width);
        let text = Text::new(&edited);
        let found = text.resolve(&anchor);
        is_true(&text, &anchor, found);
        match found {
            Resolved::Exact(start, end) | Resolved::Moved { start, end, by: By::Words | By::Loosely, .. } => {
                prop_assert_eq!(bare(text.part(start, end).unwrap()), bare(&anchor.exact));
                let before: String = edited.chars().take(start).collect();
                prop_assert_eq!(bare(&before), bare(&words[..range.start].concat()), "at its own place");
            }
            other => prop_assert!(false, "it is there: {:?}", other),
        }
    }

    #[test]
    fn how_letters_are_composed_does_not_lose_it((words, range) in text()) {
        for (kept, read) in [(words.iter().map(|w| w.nfc().collect()).collect::<Vec<String>>(), words.iter().map(|w| w.nfd().collect()).collect::<Vec<String>>())] {
            for (one, other) in [(&kept, &read), (&read, &kept)] {
                let (_, anchor) = anchored(one, &range);
                let edited = other.join(" ");
                let text = Text::new(&edited);
                match text.resolve(&anchor) {
                    Resolved::Exact(start, end) | Resolved::Moved { start, end, by: By::Words | By::Loosely, .. } => {
                        prop_assert_eq!((start, end), place(other, &range));
                    }
                    found => prop_assert!(false, "it is there: {:?}", found),
                }
            }
        }
    }

    #[test]
    fn a_few_wrong_letters_do_not_lose_it((words, range) in text(), wrong in prop::collection::vec(0usize..1000, 1..4)) {
        let (text, anchor) = anchored(&words, &range);
        let (start, end) = (anchor.start.unwrap(), anchor.end.unwrap());
        prop_assume!(end - start > 30);
        // A text of a few letters alone is full of places that nearly fit.
        prop_assume!(text.chars().collect::<std::collections::BTreeSet<_>>().len() > 15);
        let mut letters: Vec<char> = text.chars().collect();
        for at in wrong {
            letters[start + 1 + at % (end - start - 2)] = '\u{fffd}';
        }
        let edited: String = letters.into_iter().collect();
        let text = Text::new(&edited);
        match text.resolve(&anchor) {
            Resolved::Moved { start: from, end: to, score, by: By::Fuzzily } => {
                // At its ends, as many letters as are wrong may fall outside, with what does not show beside them.
                prop_assert!(from.abs_diff(start) <= 9 && to.abs_diff(end) <= 9, "{}..{} for {}..{}", from, to, start, end);
                prop_assert!(score > 0.85 && score < 1.0, "{}", score);
            }
            other => prop_assert!(false, "it is there, nearly: {:?}", other),
        }
    }
}

fn anchor_of(text: &str, words: &str) -> Anchor {
    let start = text[..text.find(words).unwrap()].chars().count();
    Text::new(text).anchor(start, start + words.chars().count()).unwrap()
}

const SAID: &str = "Шайрат: ракеты ударили. The strike was lawful, he said. The strike was unlawful, she said. خان شيخون 🙂 end";

#[test]
fn positions_are_code_points() {
    let anchor = anchor_of(SAID, "خان شيخون 🙂");
    assert_eq!((anchor.exact.as_str(), anchor.suffix.as_str()), ("خان شيخون 🙂", " end"));
    assert_eq!((anchor.prefix.chars().count(), anchor.page), (32, None));
    let text = Text::new(SAID);
    assert_eq!(text.resolve(&anchor), Resolved::Exact(anchor.start.unwrap(), anchor.end.unwrap()));
    let length = SAID.chars().count();
    for (start, end) in [(0, 0), (3, 2), (0, length + 1), (length, length + 1), (usize::MAX, usize::MAX)] {
        assert_eq!(text.anchor(start, end), None, "{start}..{end} is no excerpt");
    }
    assert_eq!(Text::new("").anchor(0, 1), None);
}

#[test]
fn surroundings_tell_equal_words_apart_and_a_word_that_only_fell_into_place_is_not_taken() {
    let text =
        "In the north he said so to them all. In the south she heard it and he said so to nobody at all.";
    let second = text.rfind("he said so").unwrap();
    let anchor = Text::new(text).anchor(second, second + 10).unwrap();
    let moved = format!("12345 {text}");
    let found = Text::new(&moved).resolve(&anchor);
    assert!(
        matches!(found, Resolved::Moved { start, by: By::Words, .. } if start == second + 6),
        "{found:?}"
    );
    // The other one comes to stand where this one stood; the surroundings say that it is the other.
    let first = text.find("he said so").unwrap();
    let shifted = format!("{}{text}", "x".repeat(second - first));
    let found = Text::new(&shifted).resolve(&anchor);
    assert!(matches!(found, Resolved::Moved { start, .. } if start == 2 * second - first), "{found:?}");
}

#[test]
fn what_nothing_tells_apart_is_lost() {
    let anchor = anchor_of("x said y", "said");
    let lost = |text: &str| assert_eq!(Text::new(text).resolve(&anchor), Resolved::Lost, "{text:?}");
    lost("nobody spoke");
    lost("");
    lost("(said)(said)");
    lost("one two x said y, and x said y again");
    lost("a longer text in which the word was said once, in other surroundings altogether");
    let empty = Anchor { exact: String::new(), ..anchor.clone() };
    assert_eq!(Text::new("x said y").resolve(&empty), Resolved::Lost);
    let everywhere = Anchor { exact: "a".into(), ..anchor };
    assert_eq!(Text::new(&"a".repeat(50_000)).resolve(&everywhere), Resolved::Lost, "and it ends soon");
}

#[test]
fn the_page_tells_apart_what_surroundings_do_not() {
    let page = "The list of those who were there, and of those who were not: Ahmad, Basil, Carim, and nobody else, as it says on every page.";
    let text = format!("{page}\u{c}{page}\u{c}{page}");
    let start = page.chars().count() + 1 + page.find("Basil, Carim").unwrap();
    let anchor = Text::new(&text).anchor(start, start + 12).unwrap();
    assert_eq!(anchor.page, Some(2));
    let grown = format!("{page} One line more.\u{c}{page}\u{c}{page}");
    let found = Text::new(&grown).resolve(&anchor);
    assert!(matches!(found, Resolved::Moved { start: at, .. } if at == start + 15), "{found:?}");
    let nowhere = Anchor { page: None, ..anchor };
    assert_eq!(Text::new(&grown).resolve(&nowhere), Resolved::Lost);
}

#[test]
fn a_number_that_was_changed_is_marked() {
    let anchor = anchor_of(
        "The ministry said on Tuesday that at least 72 people had died in the town.",
        "at least 72 people",
    );
    let text = Text::new("The ministry said on Tuesday that at least 86 people had died in the town.");
    match text.resolve(&anchor) {
        Resolved::Moved { start, end, score, by: By::Fuzzily } => {
            assert_eq!(text.part(start, end), Some("at least 86 people"));
            assert!(
                (score - (50.0 * (1.0 - 2.0 / 15.0) + 42.0) / 92.0).abs() < 1e-9,
                "the formula by hand: {score}"
            );
        }
        other => panic!("it is there, changed: {other:?}"),
    }
}

#[test]
fn an_anchor_without_a_position_is_placed_by_its_words() {
    let bare = Anchor {
        exact: "ракеты ударили".into(),
        prefix: String::new(),
        suffix: String::new(),
        start: None,
        end: None,
        page: None,
        text_sha256: None,
    };
    let found = Text::new(SAID).resolve(&bare);
    assert_eq!(found, Resolved::Moved { start: 8, end: 22, score: 1.0, by: By::Words });
}

#[test]
fn a_long_text_and_long_words_end() {
    let text: String = (0..60_000u32).map(|n| char::from(b'a' + u8::try_from(n * n % 23).unwrap())).collect();
    let exact: String = "zyx".repeat(3000);
    let anchor = Anchor {
        exact,
        prefix: String::new(),
        suffix: String::new(),
        start: Some(40_000),
        end: Some(49_000),
        page: None,
        text_sha256: None,
    };
    assert_eq!(Text::new(&text).resolve(&anchor), Resolved::Lost);
}
