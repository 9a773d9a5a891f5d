//! Which way a text runs, and what its characters need.

/// Whether the text runs from right to left: its first letter with a direction decides.
pub(crate) fn is_rtl(text: &str) -> bool {
    for c in text.chars() {
        if is_rtl_char(c) {
            return true;
        }
        if c.is_alphabetic() {
            return false;
        }
    }
    false
}

/// Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
pub(crate) fn is_rtl_char(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// `rtl` or `ltr`.
pub(crate) fn dir(text: &str) -> &'static str {
    if is_rtl(text) { "rtl" } else { "ltr" }
}

/// A language tag that can stand in an attribute: letters, digits and hyphens, as BCP 47 has them.
pub(crate) fn lang(tag: Option<&str>) -> Option<&str> {
    let tag = tag?.trim();
    let well_formed = (2..=35).contains(&tag.len())
        && tag
            .split('-')
            .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
        && tag.split('-').next().is_some_and(|first| {
            (2..=8).contains(&first.len()) && first.chars().all(|c| c.is_ascii_alphabetic())
        });
    well_formed.then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_decides() {
        assert!(is_rtl("«خان شيخون»"));
        assert!(is_rtl("1. חאן"));
        assert!(!is_rtl("Khan خان"));
        assert!(!is_rtl("2017"));
    }

    #[test]
    fn only_well_formed_tags_pass() {
        assert_eq!(lang(Some("ru-Latn-alalc97")), Some("ru-Latn-alalc97"));
        assert_eq!(lang(Some("en_US")), None);
        assert_eq!(lang(Some("\"><script>")), None);
        assert_eq!(lang(None), None);
    }
}
