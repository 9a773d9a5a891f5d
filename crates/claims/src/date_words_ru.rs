//! Dates in words, in Russian: «4 апреля 2017 г.», «не ранее 4 и не позднее 6 апреля 2017 г.».

use edtf_core::{
    Date, Edtf, Interval, IntervalEndpoint, Precision, Set, SetElement, SetKind, Time, TimeShift, YearKind,
};

/// Which form of a noun the sentence needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// апрель, весна.
    Nominative,
    /// апреля, весны.
    Genitive,
}
use Case::{Genitive, Nominative};

/// Month: nominative, genitive.
const MONTHS: [(&str, &str); 12] = [
    ("январь", "января"),
    ("февраль", "февраля"),
    ("март", "марта"),
    ("апрель", "апреля"),
    ("май", "мая"),
    ("июнь", "июня"),
    ("июль", "июля"),
    ("август", "августа"),
    ("сентябрь", "сентября"),
    ("октябрь", "октября"),
    ("ноябрь", "ноября"),
    ("декабрь", "декабря"),
];

const SEASONS: [(&str, &str); 4] =
    [("весна", "весны"), ("лето", "лета"), ("осень", "осени"), ("зима", "зимы")];

/// Names of the codes 33 to 41 that may stand in the place of a month.
const PARTS: [(&str, &str); 9] = [
    ("I квартал", "I квартала"),
    ("II квартал", "II квартала"),
    ("III квартал", "III квартала"),
    ("IV квартал", "IV квартала"),
    ("первая треть", "первой трети"),
    ("вторая треть", "второй трети"),
    ("последняя треть", "последней трети"),
    ("первое полугодие", "первого полугодия"),
    ("второе полугодие", "второго полугодия"),
];

/// A date in Russian words.
pub(crate) fn russian(value: &Edtf) -> String {
    match value {
        Edtf::Date(date) => qualified(date, Nominative),
        Edtf::DateTime(at) => format!("{}, {}", plain(&at.date, Nominative), time(&at.time)),
        Edtf::Interval(span) => interval(span),
        Edtf::Set(set) => set_words(set),
    }
}

fn form(word: (&'static str, &'static str), case: Case) -> &'static str {
    if case == Nominative { word.0 } else { word.1 }
}

fn qualified(date: &Date, case: Case) -> String {
    let doubt = if date.is_uncertain() { " (предположительно)" } else { "" };
    if date.is_approximate() {
        format!("около {}{doubt}", plain(date, Genitive))
    } else {
        format!("{}{doubt}", plain(date, case))
    }
}

/// The year without «г.», and whether it is one that takes it.
fn digits(date: &Date) -> (String, bool) {
    match date.year.kind {
        YearKind::Standard { negative, digits } => {
            let text: String = digits.iter().map(|d| d.map_or('X', |d| char::from(b'0' + d))).collect();
            match (negative, text.trim_start_matches('0')) {
                (true, _) => (format!("−{text}"), false),
                (false, "") => ("0".to_owned(), false),
                (false, short) => (short.to_owned(), true),
            }
        }
        _ => (date.year.value().map_or_else(String::new, |value| value.to_string()), false),
    }
}

fn year(date: &Date, case: Case) -> String {
    match digits(date) {
        (digits, true) => format!("{digits}\u{a0}г."),
        (digits, false) if digits.is_empty() => form(("далёкий год", "далёкого года"), case).to_owned(),
        (digits, false) => format!("{}\u{a0}{digits}", form(("год", "года"), case)),
    }
}

/// The date without its qualifiers.
fn plain(date: &Date, case: Case) -> String {
    if date.year.has_unspecified() {
        return masked_year(date, case);
    }
    let month = date.month.map(|field| field.value());
    let day = date.day.map(|field| field.value());
    let one = form(("один", "одного"), case);
    match (month, day) {
        (None, _) => year(date, case),
        (Some(None), None) => format!("{one} из месяцев {}", year(date, Genitive)),
        (Some(None), Some(_)) => format!("{one} из дней {}", year(date, Genitive)),
        (Some(Some(code @ 21..=41)), _) => part(code, date, case),
        (Some(Some(month)), None) => format!("{} {}", month_name(month, case), year(date, Genitive)),
        (Some(Some(month)), Some(None)) => {
            format!("{one} из дней {} {}", month_name(month, Genitive), year(date, Genitive))
        }
        (Some(Some(month)), Some(Some(day))) => {
            format!("{day}\u{a0}{} {}", month_name(month, Genitive), year(date, Genitive))
        }
    }
}

fn part(code: u8, date: &Date, case: Case) -> String {
    let year = year(date, Genitive);
    let place = usize::from(code);
    if let Some(season) = SEASONS.get((place - 21) % 4).filter(|_| code < 33) {
        let half = match code {
            25..=28 => " (Северное полушарие)",
            29..=32 => " (Южное полушарие)",
            _ => "",
        };
        return format!("{} {year}{half}", form(*season, case));
    }
    format!("{} {year}", form(PARTS[place - 33], case))
}

fn masked_year(date: &Date, case: Case) -> String {
    let (text, _) = digits(date);
    match text.find('X') {
        Some(3) if date.month.is_none() => {
            format!("{}0{}\u{a0}гг.", &text[..3], form(("-е", "-х"), case))
        }
        Some(2) if text.ends_with("XX") && date.month.is_none() => {
            format!("{} из {1}00–{1}99\u{a0}гг.", form(("один", "одного"), case), &text[..2])
        }
        _ => format!("{} вида {text}", form(("день или год", "дня или года"), case)),
    }
}

fn month_name(month: u8, case: Case) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).map_or("месяц", |name| form(*name, case))
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

/// How two dates are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    /// A span: «4–6 апреля», «30 апреля — 2 мая».
    Span,
    /// «4 и 6 апреля».
    And,
    /// «4 или 6 апреля».
    Or,
    /// «не ранее 4 и не позднее 6 апреля».
    Between,
}

/// Two dates that say once what they share.
fn two(a: &Date, b: &Date, join: Join) -> String {
    let clean = |d: &Date| !d.is_approximate() && !d.is_uncertain() && !d.has_unspecified();
    let (shared_year, even) = (a.year == b.year, a.precision() == b.precision());
    let case = if join == Join::Between { Genitive } else { Nominative };
    let number = |d: &Date| d.day.and_then(|f| f.value()).unwrap_or(0);
    let month = |d: &Date| d.month.and_then(|f| f.value()).unwrap_or(0);
    let last = qualified(b, case);
    let (first, tight) = if clean(a) && clean(b) && even && shared_year {
        match a.precision() {
            Precision::Day if a.month == b.month => (number(a).to_string(), true),
            Precision::Day => (format!("{}\u{a0}{}", number(a), month_name(month(a), Genitive)), false),
            Precision::Month => (month_name(month(a), case).to_owned(), false),
            Precision::Year | Precision::Season => (qualified(a, case), false),
        }
    } else if clean(a) && clean(b) && a.precision() == Precision::Year && b.precision() == Precision::Year {
        let ((from, common), (to, also)) = (digits(a), digits(b));
        if common && also && join == Join::Span {
            return format!("{from}–{to}\u{a0}гг.");
        }
        (qualified(a, case), false)
    } else {
        (qualified(a, case), false)
    };
    match join {
        Join::Span if tight => format!("{first}–{last}"),
        Join::Span => format!("{first} — {last}"),
        Join::And => format!("{first} и {last}"),
        Join::Or => format!("{first} или {last}"),
        Join::Between => format!("не ранее {first} и не позднее {last}"),
    }
}

fn interval(span: &Interval) -> String {
    use IntervalEndpoint as End;
    match (&span.start, &span.end) {
        (End::Date(a), End::Date(b)) => two(a, b, Join::Span),
        (End::Date(a), End::Open) => format!("с {}", qualified(a, Genitive)),
        (End::Date(a), End::Unknown) => format!("с {}, окончание неизвестно", qualified(a, Genitive)),
        (End::Open, End::Date(b)) => format!("до {} включительно", qualified(b, Genitive)),
        (End::Unknown, End::Date(b)) => {
            format!("до {} включительно, начало неизвестно", qualified(b, Genitive))
        }
        (start, end) => format!("начало: {}; окончание: {}", endpoint(start), endpoint(end)),
    }
}

fn endpoint(end: &IntervalEndpoint) -> String {
    match end {
        IntervalEndpoint::Date(date) => qualified(date, Nominative),
        IntervalEndpoint::Open => "не ограничено".to_owned(),
        IntervalEndpoint::Unknown => "неизвестно".to_owned(),
        IntervalEndpoint::OnOrBefore(date) => format!("{} или ранее", qualified(date, Nominative)),
        IntervalEndpoint::OnOrAfter(date) => format!("{} или позднее", qualified(date, Nominative)),
    }
}

fn set_words(set: &Set) -> String {
    let or = set.kind == SetKind::OneMember;
    if let [SetElement::Range(a, b)] = set.elements.as_slice() {
        return if or {
            two(a, b, Join::Between)
        } else {
            format!("каждый из дней: {}", two(a, b, Join::Span))
        };
    }
    if let [SetElement::Date(a), SetElement::Date(b)] = set.elements.as_slice() {
        return two(a, b, if or { Join::Or } else { Join::And });
    }
    let parts: Vec<String> = set.elements.iter().map(element).collect();
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), if or { "или" } else { "и" })
        }
        _ => parts.concat(),
    }
}

fn element(element: &SetElement) -> String {
    match element {
        SetElement::Date(date) => qualified(date, Nominative),
        SetElement::OnOrBefore(date) => format!("{} или ранее", qualified(date, Nominative)),
        SetElement::OnOrAfter(date) => format!("{} или позднее", qualified(date, Nominative)),
        SetElement::Range(a, b) => two(a, b, Join::Span),
    }
}

#[cfg(test)]
mod tests {
    use crate::date::Edtf;

    #[test]
    fn dates_read_as_russians_write_them() {
        for (text, words) in [
            ("2017-04-04", "4 апреля 2017 г."),
            ("2017-04", "апрель 2017 г."),
            ("2017", "2017 г."),
            ("2017-04-04~", "около 4 апреля 2017 г."),
            ("2017-04~", "около апреля 2017 г."),
            ("2017-04-11?", "11 апреля 2017 г. (предположительно)"),
            ("2017-04-11%", "около 11 апреля 2017 г. (предположительно)"),
            ("2017-04-XX", "один из дней апреля 2017 г."),
            ("2017-XX", "один из месяцев 2017 г."),
            ("2017-XX-XX", "один из дней 2017 г."),
            ("201X", "2010-е гг."),
            ("20XX", "один из 2000–2099 гг."),
            ("2017-21", "весна 2017 г."),
            ("2017-24~", "около зимы 2017 г."),
            ("2017-30", "лето 2017 г. (Южное полушарие)"),
            ("2017-36", "IV квартал 2017 г."),
            ("2017-41", "второе полугодие 2017 г."),
            ("2017-04-04/2017-04-06", "4–6 апреля 2017 г."),
            ("2017-04-30/2017-05-02", "30 апреля — 2 мая 2017 г."),
            ("2016-12-30/2017-01-02", "30 декабря 2016 г. — 2 января 2017 г."),
            ("2017-04/2017-05", "апрель — май 2017 г."),
            ("2016/2017", "2016–2017 гг."),
            ("[2017-04-04..2017-04-06]", "не ранее 4 и не позднее 6 апреля 2017 г."),
            ("[2017-04..2017-05]", "не ранее апреля и не позднее мая 2017 г."),
            ("[2017-04-04,2017-04-06]", "4 или 6 апреля 2017 г."),
            ("{2017-04-04,2017-04-06}", "4 и 6 апреля 2017 г."),
            ("[..2017-04-04]", "4 апреля 2017 г. или ранее"),
            ("../2016", "до 2016 г. включительно"),
            ("2017-04/..", "с апреля 2017 г."),
            ("2017-04-04T10:20:30+03:00", "4 апреля 2017 г., 10:20:30 UTC+03:00"),
            ("-0043", "год −0043"),
        ] {
            let made = Edtf::parse(text).unwrap().words("ru-RU").replace('\u{a0}', " ");
            assert_eq!(made, words, "words of {text}");
        }
    }
}
