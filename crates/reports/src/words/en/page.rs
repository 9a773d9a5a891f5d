//! The page, the head, the citations and the tables in English.

use super::count;
use crate::words::{Csv, Head, Page, References, joined};

pub(super) const PAGE: Page = Page {
    skip: "Skip to the report",
    contents: "Contents",
    notes: "Notes",
    note: |number| format!("Note {number}"),
    back: |note| format!("Back to where note {note} is referred to"),
    back_nth: |nth, note| format!("Back to reference {nth} of note {note}"),
    copy: "Copy",
    made: |version| {
        format!("Made with Counterclaim {version}. Nothing in this report was rated by a machine.")
    },
    not_applicable: "n/a",
};

pub(super) const HEAD: Head = Head {
    example: "Example: the editors, the house and the ratings in this report are fictional.",
    example_begins: "example",
    erased: |places| {
        let places = count(places, "record that it rests on holds", "records that it rests on hold");
        format!(
            "Something was erased: {places} text that was taken away, marked [erased] where it stood. An earlier report of the same position can hold it."
        )
    },
    covered: |claims| {
        let claims = count(claims, "claim that is", "claims that are");
        format!(
            "Copy for a second reader, not for publication: {claims} rated and covered until this reader has read for themselves."
        )
    },
    logo: "Logo of the house",
    unpublished: "Verification report, not published",
    number: |number| format!("Verification report {number}"),
    known_on: "As it could be known on ",
    recorded_by: |day| format!(", recorded by {day}"),
    stood_on: "The case as it stood on ",
    place: "Where",
    when: "When",
    why: "Why it matters",
    not_recorded: "not recorded",
    rated_by: |readers, second| {
        let again = if second.is_empty() {
            "; no second reader".to_owned()
        } else {
            format!("; read a second time by {}", joined(second, "and"))
        };
        format!("Rated by {}{again}.", joined(readers, "and"))
    },
    also_written: "Also written: ",
    published_by: "Published by ",
    corrections_policy: "Corrections policy: ",
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

pub(super) const REFERENCES: References = References {
    locale: "en-US",
    accessed: None,
    manuscript: None,
    none: "No item is recorded.",
    about: "Citations follow the Chicago Manual of Style, author-date. “n.d.” means that no date is recorded. A work whose title is not recorded is described instead.",
    no_date: "n.d.",
    circa: "ca. ",
    month_day: |month, day| {
        let name = usize::try_from(month - 1).ok().and_then(|place| MONTHS.get(place)).unwrap_or(&"");
        format!("{name} {day}")
    },
    archived: |date| {
        let date = date.map(|date| format!(" {date}")).unwrap_or_default();
        format!(" Archived{date} at ")
    },
    span: |from, to| format!("from {from} to {to}"),
    region: "a region, described",
    moved: "moved since it was marked",
    lost: "no longer found in the text of the copy",
    cited_not_read: "cited, not read",
    date: |date| format!("Date: {date}. "),
    public: |date| format!("Public: {date}. "),
    copy: "Copy ",
    no_item: "no item recorded",
    page: |page| format!("p. {page}"),
    via: |carriers| format!("via {carriers}"),
    carriers: |names| names.join(", from "),
};

pub(super) const CSV: Csv = Csv {
    point: ["number", "point", "state", "in words", "comparison"],
    account: ["answer", "statement", "speaker and date", "rating"],
    matrix: [
        "matrix",
        "claim",
        "claim text",
        "contradiction score",
        "unweighted",
        "rank",
        "covered cells",
        "all cells",
        "evidence",
        "evidence name",
        "evidence date",
        "source",
        "reliability",
        "stance",
        "relevance",
        "credibility",
        "adds to score",
        "diagnosticity of the evidence",
    ],
    one_readers: "one reader’s assessment",
    second_hand: "second-hand",
    denies: "denies it",
};
