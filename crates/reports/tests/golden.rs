//! Reports of a small case, byte for byte; `UPDATE=1` writes them anew.
#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
mod fixture;

use fixture::{case, facts};
use reports::*;
use std::path::PathBuf;

fn check(name: &str, made: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, made).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept != made {
        let line = kept
            .lines()
            .zip(made.lines())
            .position(|(a, b)| a != b)
            .unwrap_or_else(|| kept.lines().count().min(made.lines().count()));
        let show =
            |text: &str| text.lines().nth(line).unwrap_or("(end)").chars().take(400).collect::<String>();
        panic!(
            "{name} differs at line {}:\n kept: {}\n made: {}\nUPDATE=1 writes the golden files anew",
            line + 1,
            show(&kept),
            show(made)
        );
    }
}

/// The page without its fonts, which are the same bytes in every report.
fn without_fonts(html: &str) -> String {
    html.lines().filter(|line| !line.starts_with("@font-face")).map(|line| format!("{line}\n")).collect()
}

#[test]
fn every_format_is_what_it_was() {
    let (case, facts) = (case(), facts());
    let model = model(&case, &facts, &Options::default()).unwrap();
    check("report.html", &without_fonts(&html(&model)));
    check("report.md", &markdown(&model));
    check("report.typ", &typst(&model).source);
    check("report.csv", &csv(&model));
    check(
        "claimreview.json",
        &format!("{}\n", serde_json::to_string_pretty(&claimreview(&case, &model).unwrap()).unwrap()),
    );
}

#[test]
fn every_format_is_what_it_was_in_russian() {
    let (case, facts) = (case(), facts());
    let options = Options { language: Language::Russian, ..Options::default() };
    let model = model(&case, &facts, &options).unwrap();
    check("report.ru.html", &without_fonts(&html(&model)));
    check("report.ru.md", &markdown(&model));
    check("report.ru.typ", &typst(&model).source);
    check("report.ru.csv", &csv(&model));
}

#[test]
fn the_same_case_gives_the_same_bytes() {
    let make = || {
        let (case, facts) = (case(), facts());
        let model = model(&case, &facts, &Options::default()).unwrap();
        (html(&model), markdown(&model), typst(&model), csv(&model))
    };
    assert!(make() == make(), "nothing in a report depends on when or where it is made");
}
