//! Russian. docs/words-ru.md says which words were chosen, and why.

mod bag;
mod lists;
mod method;
mod page;
mod parts;

use super::{Words, decimal, joined};

/// The report's words in Russian.
pub(super) static RU: Words = Words {
    tag: "ru",
    date: |date| claims::date::words_of(date, "ru"),
    number,
    and: |parts| joined(parts, "и"),
    // What has such marks in it already gets the others around it.
    marks: |words| if words.contains(['«', '»']) { ('„', '“') } else { ('«', '»') },
    lists: lists::LISTS,
    page: page::PAGE,
    head: page::HEAD,
    references: page::REFERENCES,
    csv: page::CSV,
    summary: parts::SUMMARY,
    grounds: parts::GROUNDS,
    points: parts::POINTS,
    claims: parts::CLAIMS,
    statement: parts::STATEMENT,
    rating: parts::RATING,
    evidence: parts::EVIDENCE,
    timeline: parts::TIMELINE,
    matrix: method::MATRIX,
    method: method::METHOD,
    reply: method::REPLY,
    corrections: method::CORRECTIONS,
    integrity: method::INTEGRITY,
    bag: bag::BAG,
};

/// With a decimal comma.
fn number(value: f64) -> String {
    decimal(value).replace('.', ",").replace('-', "−")
}

/// The form that a number wants: 1 and 21, 2 to 4 and 22, 5 to 20 and 25.
pub(super) fn form<'a>(n: usize, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (n % 10, n % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// «1 версия», «2 версии», «5 версий».
fn count(n: usize, one: &str, few: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", form(n, one, few, many))
}

/// Between our own marks.
fn quoted(words: &str) -> String {
    RU.quoted(words)
}

/// A date that ends in «г.» brings the full stop of its sentence.
fn sentence_end(words: &str) -> &str {
    words.strip_suffix('.').unwrap_or(words)
}
