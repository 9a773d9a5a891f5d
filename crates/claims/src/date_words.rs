//! Dates in words, in English.

use edtf_core::{
    Date, Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind, Time, TimeShift, YearKind,
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Names of the codes 21 to 41 that may stand in the place of a month.
const PARTS: [&str; 21] = [
    "spring",
    "summer",
    "autumn",
    "winter",
    "spring (north)",
    "summer (north)",
    "autumn (north)",
    "winter (north)",
    "spring (south)",
    "summer (south)",
    "autumn (south)",
    "winter (south)",
    "first quarter of",
    "second quarter of",
    "third quarter of",
    "fourth quarter of",
    "first third of",
    "second third of",
    "last third of",
    "first half of",
    "second half of",
];

/// A date in English words.
pub(crate) fn english(value: &Edtf) -> String {
    match value {
        Edtf::Date(date) => qualified(date),
        Edtf::DateTime(at) => format!("{}, {}", plain(&at.date), time(&at.time)),
        Edtf::Interval(span) => interval(span),
        Edtf::Set(set) => set_words(set),
    }
}

fn qualified(date: &Date) -> String {
    let about = if date.is_approximate() { "about " } else { "" };
    let doubt = if date.is_uncertain() { " (uncertain)" } else { "" };
    format!("{about}{}{doubt}", plain(date))
}

fn year(date: &Date) -> String {
    match date.year.kind {
        YearKind::Standard { negative, digits } => {
            let text: String = digits.iter().map(|d| d.map_or('X', |d| char::from(b'0' + d))).collect();
            match (negative, text.trim_start_matches('0')) {
                (true, _) => format!("year −{text}"),
                (false, "") => "year 0".to_owned(),
                (false, short) => short.to_owned(),
            }
        }
        _ => date.year.value().map_or_else(|| "a distant year".to_owned(), |value| format!("year {value}")),
    }
}

/// The date without its qualifiers.
fn plain(date: &Date) -> String {
    if date.year.has_unspecified() {
        return masked_year(date);
    }
    let year = year(date);
    let month = date.month.map(|field| field.value());
    let day = date.day.map(|field| field.value());
    match (month, day) {
        (None, _) => year,
        (Some(None), None) => format!("some month of {year}"),
        (Some(None), Some(_)) => format!("some day in {year}"),
        (Some(Some(code @ 21..=41)), _) => format!("{} {year}", PARTS[usize::from(code) - 21]),
        (Some(Some(month)), None) => format!("{} {year}", month_name(month)),
        (Some(Some(month)), Some(None)) => format!("some day in {} {year}", month_name(month)),
        (Some(Some(month)), Some(Some(day))) => format!("{day} {} {year}", month_name(month)),
    }
}

fn masked_year(date: &Date) -> String {
    let text = year(date);
    match text.find('X') {
        Some(3) if date.month.is_none() => format!("the {}0s", &text[..3]),
        Some(2) if text.ends_with("XX") && date.month.is_none() => {
            format!("some year from {0}00 to {0}99", &text[..2])
        }
        _ => format!("a day or year that matches {text}"),
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("month")
}

fn time(time: &Time) -> String {
    let zone = match time.shift {
        None => String::new(),
        Some(TimeShift::Utc) => " UTC".to_owned(),
        Some(TimeShift::Offset { minutes, .. }) => {
            let sign = if minutes < 0 { '−' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!(" UTC{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    };
    format!("{:02}:{:02}:{:02}{zone}", time.hour, time.minute, time.second)
}

/// Two dates with a word between, saying what they share once: "4 and 6 April 2017", "April and May 2017".
fn two(a: &Date, b: &Date, word: &str) -> String {
    let clean = |d: &Date| !d.is_approximate() && !d.is_uncertain() && !d.has_unspecified();
    if clean(a) && clean(b) && a.year == b.year && a.precision() == b.precision() {
        let number = |d: &Date| d.day.and_then(|f| f.value()).unwrap_or(0);
        let month = |d: &Date| d.month.and_then(|f| f.value()).unwrap_or(0);
        match a.precision() {
            Precision::Day if a.month == b.month => return format!("{} {word} {}", number(a), plain(b)),
            Precision::Day => return format!("{} {} {word} {}", number(a), month_name(month(a)), plain(b)),
            Precision::Month => return format!("{} {word} {}", month_name(month(a)), plain(b)),
            Precision::Year | Precision::Season => {}
        }
    }
    format!("{} {word} {}", qualified(a), qualified(b))
}

fn interval(span: &Interval) -> String {
    use IntervalEndpoint as End;
    match (&span.start, &span.end) {
        (End::Date(a), End::Date(b)) => two(a, b, "to"),
        (End::Date(a), End::Open) => format!("from {} on", qualified(a)),
        (End::Date(a), End::Unknown) => format!("from {}, end unknown", qualified(a)),
        (End::Open, End::Date(b)) => format!("up to {}", qualified(b)),
        (End::Unknown, End::Date(b)) => format!("to {}, beginning unknown", qualified(b)),
        (start, end) => format!("from {} to {}", endpoint(start), endpoint(end)),
    }
}

fn endpoint(end: &IntervalEndpoint) -> String {
    match end {
        IntervalEndpoint::Date(date) => qualified(date),
        IntervalEndpoint::Open => "an open end".to_owned(),
        IntervalEndpoint::Unknown => "an unknown day".to_owned(),
        IntervalEndpoint::OnOrBefore(date) => format!("{} or earlier", qualified(date)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} or later", qualified(date)),
    }
}

fn set_words(set: &Set) -> String {
    if let [SetElement::Range(a, b)] = set.elements.as_slice() {
        return match set.kind {
            SetKind::OneMember => format!("between {}", two(a, b, "and")),
            SetKind::AllMembers => format!("each of {}", two(a, b, "to")),
        };
    }
    let word = if set.kind == SetKind::OneMember { "or" } else { "and" };
    if let [SetElement::Date(a), SetElement::Date(b)] = set.elements.as_slice() {
        return two(a, b, word);
    }
    let parts: Vec<String> = set.elements.iter().map(element).collect();
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {word} {last}", rest.join(", ")),
        _ => parts.concat(),
    }
}

fn element(element: &SetElement) -> String {
    match element {
        SetElement::Date(date) => qualified(date),
        SetElement::OnOrBefore(date) => format!("{} or earlier", qualified(date)),
        SetElement::OnOrAfter(date) => format!("{} or later", qualified(date)),
        SetElement::Range(a, b) => two(a, b, "to"),
    }
}

#[cfg(test)]
mod tests {
    use crate::date::Edtf;

    #[test]
    fn dates_read_as_people_say_them() {
        for (text, words) in [
            ("2017-04-04", "4 April 2017"),
            ("2017-04", "April 2017"),
            ("2017", "2017"),
            ("2017-04-04~", "about 4 April 2017"),
            ("2017-04-11?", "11 April 2017 (uncertain)"),
            ("2017-04-11%", "about 11 April 2017 (uncertain)"),
            ("2017-04-XX", "some day in April 2017"),
            ("2017-XX", "some month of 2017"),
            ("2017-XX-XX", "some day in 2017"),
            ("201X", "the 2010s"),
            ("20XX", "some year from 2000 to 2099"),
            ("2017-21", "spring 2017"),
            ("2017-36", "fourth quarter of 2017"),
            ("2017-04-04/2017-04-06", "4 to 6 April 2017"),
            ("2017-04-30/2017-05-02", "30 April to 2 May 2017"),
            ("2016-12-30/2017-01-02", "30 December 2016 to 2 January 2017"),
            ("[2017-04-04..2017-04-06]", "between 4 and 6 April 2017"),
            ("[2017-04-04,2017-04-06]", "4 or 6 April 2017"),
            ("{2017-04-04,2017-04-06}", "4 and 6 April 2017"),
            ("[..2017-04-04]", "4 April 2017 or earlier"),
            ("../2016", "up to 2016"),
            ("2017-04/..", "from April 2017 on"),
            ("2017-04-04T10:20:30+03:00", "4 April 2017, 10:20:30 UTC+03:00"),
            ("2017-04-04T10:20:30Z", "4 April 2017, 10:20:30 UTC"),
            ("-0043", "year −0043"),
        ] {
            assert_eq!(Edtf::parse(text).unwrap().words("en"), words, "words of {text}");
        }
    }

    #[test]
    fn no_text_of_date_characters_stops_the_reader() {
        let letters = b"0123456789-/.X?~%[]{},YESTZ:+21";
        let mut seed = 0x2545_F491_4F6C_DD1D_u64;
        let mut read = 0;
        for round in 0..60_000 {
            let mut text = if round % 2 == 0 { String::new() } else { "2017-0".to_owned() };
            for _ in 0..round % 14 {
                seed ^= seed << 13;
                seed ^= seed >> 7;
                seed ^= seed << 17;
                text.push(char::from(letters[usize::try_from(seed % 31).unwrap()]));
            }
            if let Ok(date) = Edtf::parse(&text) {
                read += 1;
                assert!(!date.words("en").is_empty(), "{text} has words");
                assert!(date.key().0 <= date.key().1, "{text} does not end before it begins");
            }
        }
        assert!(read > 100, "some of them are dates: {read}");
    }
}
