//! Addresses in the app: `counterclaim://case/ID/claims/ID`. The page knows what they mean; here it is only seen to that
//! nothing else passes for one.

/// What every address begins with.
pub const SCHEME: &str = "counterclaim://";

/// The longest address that is taken, in bytes.
pub const LONGEST: usize = 2048;

/// Whether a word is an address of ours: the scheme, no control character or space, and not too long.
pub fn is_ours(word: &str) -> bool {
    word.starts_with(SCHEME)
        && word.len() <= LONGEST
        && !word.chars().any(|each| each.is_control() || each.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_addresses_pass() {
        assert!(is_ours("counterclaim://case/0192-a/claims/0193"), "a record of a case");
        assert!(is_ours("counterclaim://"), "the app itself");
        for wrong in [
            "",
            "case/1",
            "https://example.org",
            "counterclaim://a b",
            "counterclaim://a\nfocus",
            "file:///etc",
        ] {
            assert!(!is_ours(wrong), "{wrong:?} does not pass");
        }
        assert!(!is_ours(&format!("{SCHEME}{}", "a".repeat(LONGEST))), "nor does one without an end");
    }
}
