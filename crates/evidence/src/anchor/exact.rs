//! Every place where something stands letter by letter.

/// The most places that are looked at: what stands more often than that is told apart by nothing.
pub(super) const MOST: usize = 4096;

/// Every place where the words stand, overlapping ones too, as bytes; none if there are more than [`MOST`].
pub(super) fn in_words(text: &str, words: &str) -> Option<Vec<usize>> {
    let step = words.chars().next().map_or(1, char::len_utf8);
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(words)) {
        if found.len() == MOST {
            return None;
        }
        found.push(from + at);
        from += at + step;
    }
    Some(found)
}

/// Every place where a row of characters stands in another, overlapping ones too; none if there are more than [`MOST`].
/// By the table of Knuth, Morris and Pratt, so that no text makes it slow.
pub(super) fn in_chars(text: &[char], words: &[char]) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    if words.is_empty() {
        return Some(found);
    }
    let back = table(words);
    let mut held = 0;
    for (at, c) in text.iter().enumerate() {
        while held > 0 && words.get(held) != Some(c) {
            held = back[held - 1];
        }
        if words[held] == *c {
            held += 1;
        }
        if held == words.len() {
            if found.len() == MOST {
                return None;
            }
            found.push(at + 1 - held);
            held = back[held - 1];
        }
    }
    Some(found)
}

/// For each length of a beginning, the longest end of it that is a beginning too.
fn table(words: &[char]) -> Vec<usize> {
    let mut back = vec![0; words.len()];
    let mut held = 0;
    for at in 1..words.len() {
        while held > 0 && words[held] != words[at] {
            held = back[held - 1];
        }
        if words[held] == words[at] {
            held += 1;
        }
        back[at] = held;
    }
    back
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_overlapping_ones_too() {
        let chars = |text: &str| text.chars().collect::<Vec<_>>();
        for (text, words, places) in
            [("aaaa", "aa", vec![0, 1, 2]), ("abcabcabd", "abcabd", vec![3]), ("abc", "d", vec![])]
        {
            assert_eq!(in_words(text, words), Some(places.clone()), "{words} in {text}");
            assert_eq!(
                in_chars(&chars(text), &chars(words)),
                Some(places),
                "{words} in {text}, as characters"
            );
        }
        assert_eq!(in_words("ракета ракета", "ракета"), Some(vec![0, 13]));
        assert_eq!(in_words(&"a".repeat(MOST + 1), "a"), None, "too often to tell apart");
        assert_eq!(in_chars(&chars(&"a".repeat(MOST + 1)), &['a']), None);
    }
}
