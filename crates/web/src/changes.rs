//! What changed between two texts of one page: the lines that differ, and the words in them.

use similar::{Algorithm, ChangeTag, DiffOp, TextDiff};
use std::time::Duration;

/// The longest that a comparison looks for the shortest way; after that it takes the one that it has.
const LONGEST: Duration = Duration::from_secs(3);
/// Up to this many bytes on each side, a change is told word by word.
const BY_WORDS: usize = 40_000;

/// What became of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Became {
    /// They stand in both texts.
    Same,
    /// They stood in the earlier text alone.
    Gone,
    /// They stand in the later text alone.
    New,
}

/// One place where two texts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it begins in the earlier text, in code points.
    pub from: usize,
    /// Where it ends there; equal to `from` where something was put in.
    pub to: usize,
    /// The words of both, in their order.
    pub parts: Vec<(Became, String)>,
}

/// The places where two texts differ, in the order of the earlier one.
pub fn changes(before: &str, after: &str) -> Vec<Change> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let lines = TextDiff::configure().algorithm(Algorithm::Patience).timeout(LONGEST).diff_slices(&old, &new);
    // Where each line begins, in code points.
    let starts: Vec<usize> = std::iter::once(0)
        .chain(old.iter().scan(0, |at, line| {
            *at += line.chars().count();
            Some(*at)
        }))
        .collect();
    let place = |line: usize| starts.get(line).or(starts.last()).copied().unwrap_or(0);
    lines
        .ops()
        .iter()
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| {
            let range = op.old_range();
            let (was, is) = (old[range.clone()].concat(), new[op.new_range()].concat());
            Change { from: place(range.start), to: place(range.end), parts: words(&was, &is) }
        })
        .collect()
}

fn words(was: &str, is: &str) -> Vec<(Became, String)> {
    let whole = |how, text: &str| (!text.is_empty()).then(|| (how, text.to_owned()));
    if was.is_empty() || is.is_empty() || was.len().max(is.len()) > BY_WORDS {
        return [whole(Became::Gone, was), whole(Became::New, is)].into_iter().flatten().collect();
    }
    let diff = TextDiff::configure().timeout(LONGEST).diff_words(was, is);
    let mut parts: Vec<(Became, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let how = match change.tag() {
            ChangeTag::Equal => Became::Same,
            ChangeTag::Delete => Became::Gone,
            ChangeTag::Insert => Became::New,
        };
        match parts.last_mut() {
            Some((last, text)) if *last == how => text.push_str(change.value()),
            _ => parts.push((how, change.value().to_owned())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changed_is_told_by_lines_and_words() {
        let before = "Заголовок\nSeventy people died.\nEnd\n";
        let after = "Заголовок\nEighty people died.\nEnd\nCorrected on Friday.\n";
        let found = changes(before, after);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].from, found[0].to), (10, 31), "places are counted in code points");
        assert_eq!(
            found[0].parts,
            [
                (Became::Gone, "Seventy".into()),
                (Became::New, "Eighty".into()),
                (Became::Same, " people died.\n".into())
            ]
        );
        assert_eq!((found[1].from, found[1].to), (35, 35));
        assert_eq!(found[1].parts, [(Became::New, "Corrected on Friday.\n".into())]);
        assert!(changes(before, before).is_empty(), "the same text has no changes");
    }

    #[test]
    fn texts_that_share_nothing_end_in_time() {
        let before: String = (0..20_000).map(|n| format!("a{n}\n")).collect();
        let after: String = (0..20_000).map(|n| format!("b{n}\n")).collect();
        let began = std::time::Instant::now();
        assert!(!changes(&before, &after).is_empty());
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    }
}
