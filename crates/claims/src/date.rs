//! Dates as written: EDTF (ISO 8601-2), levels 0 to 2, with the earliest and the latest day that they allow.

use chrono::NaiveDate;
use edtf_core as core;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A date as written, known to be well-formed and possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edtf {
    text: String,
    value: core::Edtf,
}

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateError {
    /// The text, as given.
    pub text: String,
    /// What is wrong with it, in plain words.
    pub words: String,
    /// What to write instead.
    pub hint: &'static str,
    /// The character (from 0) at which it stops being a date.
    pub place: usize,
}

/// Shown with every error: the forms that people need.
const HINT: &str = "Write 2017-04-04, 2017-04 or 2017; 2017-04-04~ for about, 2017-04-04? for not sure, \
2017-04-XX for some day in April, 2017-04-04/2017-04-06 for a span, [2017-04-04..2017-04-06] for one day of these.";

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for DateError {}

impl Edtf {
    /// Reads an EDTF date; surrounding spaces are ignored.
    ///
    /// # Errors
    /// [`DateError`] for an empty text, a form that is not EDTF, and a day that does not exist (2017-02-29).
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let given = text.trim();
        let error =
            |words: String, place: usize| DateError { text: text.to_owned(), words, hint: HINT, place };
        if given.is_empty() {
            return Err(error("The date is empty.".to_owned(), 0));
        }
        if given.len() > 200 {
            return Err(error("The date is too long.".to_owned(), 0));
        }
        match core::Edtf::parse(given) {
            Ok(value) => Ok(Edtf { text: given.to_owned(), value }),
            Err(why) => {
                let place = given.get(..why.offset).map_or(0, |before| before.chars().count());
                Err(error(format!("“{given}” is not a date: {}.", plain(why.message)), place))
            }
        }
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day that the date allows; none where it has no beginning (`../2016`), an unknown one, or one out of reach.
    pub fn earliest(&self) -> Option<NaiveDate> {
        day(self.value.bounds().earliest)
    }

    /// The last day that the date allows; none where it has no end (`2017/..`), an unknown one, or one out of reach.
    pub fn latest(&self) -> Option<NaiveDate> {
        day(self.value.bounds().latest)
    }

    /// Whether it is certain that the date is not after this day: the last day that it allows is not after it.
    pub fn is_by(&self, day: NaiveDate) -> bool {
        self.latest().is_some_and(|latest| latest <= day)
    }

    /// The order of dates: by the first day allowed, then by the last, then by the text. No beginning comes first, no end last.
    pub fn order(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key()).then_with(|| self.text.cmp(&other.text))
    }

    /// What dates are ordered by: first and last day allowed.
    pub fn key(&self) -> (NaiveDate, NaiveDate) {
        (self.earliest().unwrap_or(NaiveDate::MIN), self.latest().unwrap_or(NaiveDate::MAX))
    }

    /// The date in words: "4 April 2017", "about 4 April 2017", "between 4 and 6 April 2017".
    /// `language` is a BCP 47 tag; there are English and Russian, and English stands in for any other.
    pub fn words(&self, language: &str) -> String {
        match language.split('-').next() {
            Some(primary) if primary.eq_ignore_ascii_case("ru") => crate::date_words_ru::russian(&self.value),
            _ => crate::date_words::english(&self.value),
        }
    }
}

/// The date in words, or the text itself where it is no date (an imported or erased one).
pub fn words_of(date: &str, language: &str) -> String {
    Edtf::parse(date).map_or_else(|_| date.to_owned(), |date| date.words(language))
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order(other)
    }
}

impl FromStr for Edtf {
    type Err = DateError;
    fn from_str(text: &str) -> Result<Self, DateError> {
        Edtf::parse(text)
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The parser's reason, said so that it needs no knowledge of the standard.
fn plain(message: &str) -> &str {
    match message {
        "day is out of range for the month" => "there is no such day in that month",
        "month must be 01-12 or a sub-year code 21-41" | "month must be 01-12" => "there is no such month",
        "interval end precedes interval start" | "set range end precedes range start" => {
            "its end stands before its beginning"
        }
        other => other,
    }
}

fn day(bound: core::Bound) -> Option<NaiveDate> {
    match bound {
        core::Bound::Date(date) => {
            NaiveDate::from_ymd_opt(i32::try_from(date.year).ok()?, date.month.into(), date.day.into())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(text: &str) -> (String, String) {
        let date = Edtf::parse(text).unwrap();
        let show = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |d| d.to_string());
        (show(date.earliest()), show(date.latest()))
    }

    #[test]
    fn bounds_are_the_days_that_the_date_allows() {
        for (text, earliest, latest) in [
            ("2017-04-04", "2017-04-04", "2017-04-04"),
            ("2017-04", "2017-04-01", "2017-04-30"),
            ("2017", "2017-01-01", "2017-12-31"),
            ("2016-02", "2016-02-01", "2016-02-29"),
            ("2017-04-04~", "2017-04-04", "2017-04-04"),
            ("2017-04-XX", "2017-04-01", "2017-04-30"),
            ("201X", "2010-01-01", "2019-12-31"),
            ("2017-04-04/2017-04-06", "2017-04-04", "2017-04-06"),
            ("[2017-04-04..2017-04-06]", "2017-04-04", "2017-04-06"),
            ("../2016", "-", "2016-12-31"),
            ("2017-04/..", "2017-04-01", "-"),
            ("2017-04-04T10:20:30+03:00", "2017-04-04", "2017-04-04"),
            (" 2017-09 ", "2017-09-01", "2017-09-30"),
        ] {
            assert_eq!(bounds(text), (earliest.to_owned(), latest.to_owned()), "days of {text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused_with_a_reason_and_a_hint() {
        for (text, reason) in [
            ("", "empty"),
            ("   ", "empty"),
            ("2017-02-29", "no such day"),
            ("2017-13", "no such month"),
            ("2017-04-31", "no such day"),
            ("4 April 2017", "is not a date"),
            ("04.04.2017", "is not a date"),
            ("2017-04-06/2017-04-04", "end stands before"),
            ("[2017-04-06..2017-04-04]", "end stands before"),
            ("2017-04-04T10:20", "is not a date"),
            ("вчера", "is not a date"),
            ("2017-04-04\u{202e}", "is not a date"),
        ] {
            let error = Edtf::parse(text).unwrap_err();
            assert!(error.words.contains(reason), "{text:?} says {:?}", error.words);
            assert!(error.hint.contains("2017-04-04"), "every refusal shows a form that works");
        }
        assert!(Edtf::parse(&"2".repeat(1_000_000)).is_err(), "a huge text is refused, not worked through");
    }

    #[test]
    fn public_by_a_day_needs_the_last_day_that_the_date_allows() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let september = Edtf::parse("2017-09").unwrap();
        assert!(!september.is_by(day("2017-09-15")), "some day in September may be later than the 15th");
        assert!(september.is_by(day("2017-09-30")), "September is over on its last day");
        assert!(
            !Edtf::parse("2017-04/..").unwrap().is_by(day("2030-01-01")),
            "what has no end is never certain"
        );
    }

    #[test]
    fn dates_order_by_first_then_last_day() {
        let mut dates: Vec<Edtf> = ["2017-04-12", "2017-04", "2017-04-01", "2016/2017", "../2016"]
            .iter()
            .map(|d| d.parse().unwrap())
            .collect();
        dates.sort();
        let texts: Vec<&str> = dates.iter().map(Edtf::as_str).collect();
        assert_eq!(
            texts,
            ["../2016", "2016/2017", "2017-04-01", "2017-04", "2017-04-12"],
            "first day, then last"
        );
    }
}
