//! Paths that a bag may hold: they mean the same on every system, and nothing outside the bag.

use super::BagError;
use std::collections::BTreeSet;

/// Refuses a path that could lead out of the bag, or that some system cannot keep; and one that is there already, also in other
/// capitals, since some systems would lay one file over the other (RFC 8493, section 6.1.2).
pub(super) fn admit(path: &str, seen: &mut BTreeSet<String>) -> Result<(), BagError> {
    let bad = |why| Err(BagError::BadPath { path: path.to_owned(), why });
    if path.is_empty() || path.len() > 1000 {
        return bad("it is empty, or longer than 1,000 bytes");
    }
    if path.chars().any(|c| c.is_control() || "\\:*?\"<>|".contains(c)) {
        return bad("it holds a character that some system forbids");
    }
    for name in path.split('/') {
        if name.is_empty() || name == "." || name == ".." || name == "~" {
            return bad("a folder in it has no name of its own");
        }
        if name.ends_with('.') || name.ends_with(' ') || name.starts_with(' ') {
            return bad("a name in it begins or ends with a space, or ends with a dot");
        }
    }
    if !seen.insert(path.to_lowercase()) {
        return bad("it is there already, perhaps in other capitals");
    }
    Ok(())
}

/// The path as a list of a bag writes it: `%` is the only character left here that RFC 8493 has encoded (section 2.1.3).
pub(super) fn listed(path: &str) -> String {
    path.replace('%', "%25")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_out_of_the_bag() {
        let long = "x".repeat(1001);
        for path in [
            "",
            "/etc/passwd",
            "../x",
            "a/../b",
            "a//b",
            "./a",
            "a/",
            "C:\\x",
            "a\nb",
            "~/x",
            "a.",
            " a",
            long.as_str(),
        ] {
            assert!(admit(path, &mut BTreeSet::new()).is_err(), "{path:?} is no path for a bag");
        }
        for path in ["a", "a/b.c", ".hidden", "файл.txt", "100%.txt", "a b"] {
            assert!(admit(path, &mut BTreeSet::new()).is_ok(), "{path:?} is one");
        }
    }

    #[test]
    fn one_place_holds_one_file() {
        let mut seen = BTreeSet::new();
        admit("files/A", &mut seen).unwrap();
        assert!(
            admit("files/a", &mut seen).is_err(),
            "a system without capitals would lay one over the other"
        );
    }

    #[test]
    fn percent_signs_are_told_from_codes() {
        assert_eq!(listed("100%0A.txt"), "100%250A.txt");
    }
}
