//! The report's own words: every heading, label, sentence and note that the report itself speaks, in each of its languages.
//!
//! One object per language, of one type: a word that is missing in a language does not compile. What editors and sources wrote, and
//! the labels of scales, stand as written and are in no catalogue. docs/words-ru.md says which Russian words were chosen, and why.

mod en;
mod language;
mod lists;
mod page;
mod parts;
mod ru;

pub use language::Language;
pub(crate) use lists::{Lists, format_name, takes_rating};
pub(crate) use page::{Csv, Head, Page, References};
pub(crate) use parts::*;

/// Everything that a report says in one language.
pub(crate) struct Words {
    /// Its tag (BCP 47).
    pub tag: &'static str,
    /// A date (EDTF) in words; what cannot be read stands as it was written.
    pub date: fn(&str) -> String,
    /// A number with at most two decimals, no trailing zeros.
    pub number: fn(f64) -> String,
    /// "a, b and c".
    pub and: fn(&[String]) -> String,
    /// The marks that stand around these words: how this language quotes.
    pub marks: fn(&str) -> (char, char),
    pub lists: Lists,
    pub page: Page,
    pub head: Head,
    pub summary: Summary,
    pub grounds: Grounds,
    pub points: Points,
    pub claims: Claims,
    pub statement: Statements,
    pub rating: Rating,
    pub evidence: Evidence,
    pub timeline: Timeline,
    pub matrix: MatrixWords,
    pub method: Method,
    pub references: References,
    pub reply: Reply,
    pub corrections: Corrections,
    pub integrity: Integrity,
    pub csv: Csv,
    pub bag: crate::bag::BagWords,
}

impl Words {
    /// The day of an instant, as a date in words.
    pub(crate) fn day_of(&self, instant: &str) -> String {
        (self.date)(instant.get(..10).unwrap_or(instant))
    }

    /// The words between the quotation marks of this language; nothing in them is changed.
    pub(crate) fn quoted(&self, words: &str) -> String {
        let (open, close) = (self.marks)(words);
        format!("{open}{words}{close}")
    }

    /// Whether what was written of a date says more than the date does: a date spelt out in one of our languages adds nothing.
    pub(crate) fn adds(&self, date: &str, written: &str) -> bool {
        let plain = |words: &str| words.replace('\u{a0}', " ");
        !Language::ALL.iter().any(|language| plain(&(language.words().date)(date)) == plain(written.trim()))
    }

    /// A date, with what was written of it where that says more.
    pub(crate) fn date_and_words(&self, date: Option<&str>, written: Option<&str>) -> Option<String> {
        let one_line = crate::text::one_line;
        match (date, written) {
            (Some(date), Some(written)) if self.adds(date, written) => {
                Some(format!("{} ({})", (self.date)(date), one_line(written)))
            }
            (Some(date), _) => Some((self.date)(date)),
            (None, Some(written)) => Some(one_line(written)),
            (None, None) => None,
        }
    }
}

/// The words with a capital first letter.
pub(crate) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A number with at most two decimals and a point, no trailing zeros.
pub(crate) fn decimal(value: f64) -> String {
    let text = format!("{:.2}", value + 0.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// "a, b and c", with that word for "and".
fn joined(parts: &[String], and: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} {and} {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests;
