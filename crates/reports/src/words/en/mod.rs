//! English.

mod bag;
mod lists;
mod method;
mod page;
mod parts;

use super::{Words, decimal, joined};

/// The report's words in English.
pub(super) static EN: Words = Words {
    tag: "en",
    date: |date| claims::date::words_of(date, "en"),
    number: decimal,
    and: |parts| joined(parts, "and"),
    marks: |_| ('“', '”'),
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

/// "1 point", "3 points".
fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
