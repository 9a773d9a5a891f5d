//! What is wrong comes back in words, with its line; and nothing can be reached from inside a source.

use super::job;
use crate::{Asset, Job, TypesetError, pdf, print};

#[test]
fn a_source_that_does_not_compile_says_where_and_what_to_try() {
    let error = pdf(&job("Text.\n#let x = 1\n#y\n#lte")).unwrap_err();
    let TypesetError::Source { message, line, .. } = &error else { panic!("{error}") };
    assert_eq!((message.as_str(), *line), ("unknown variable: y", Some(5)));
    let error = pdf(&job("#image-size\n")).unwrap_err();
    let TypesetError::Source { line, hint, .. } = &error else { panic!("{error}") };
    assert_eq!(*line, Some(3));
    assert!(hint.as_deref().is_some_and(|hint| hint.contains("spaces around the minus sign")), "{error:?}");
    assert!(
        error.to_string().starts_with("the source does not compile: line 3: unknown variable: image-size ("),
        "{error}"
    );
}

#[test]
fn all_syntax_errors_are_told() {
    let error = pdf(&job("#(\n\n#let = 1\n")).unwrap_err();
    assert!(matches!(&error, TypesetError::Source { more, .. } if !more.is_empty()), "{error:?}");
}

#[test]
fn a_picture_without_a_description_is_refused() {
    let bytes = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"2\" height=\"1\"/>".to_vec();
    let assets = vec![Asset { path: "photos/one.svg".into(), bytes }];
    let error = pdf(&Job { assets, ..job("Text.\n#image(\"photos/one.svg\")") }).unwrap_err();
    let TypesetError::Refused { message, line, .. } = &error else { panic!("{error}") };
    assert!(message.contains("missing alt text"), "{message}");
    assert_eq!(*line, Some(4));
}

#[test]
fn a_document_without_a_title_is_refused() {
    let untitled = Job { source: "#set text(lang: \"en\")\nText.".into(), ..job("") };
    let error = pdf(&untitled).unwrap_err();
    assert!(
        matches!(&error, TypesetError::Refused { message, .. } if message.contains("title")),
        "{error:?}"
    );
}

#[test]
fn a_skipped_heading_level_is_refused() {
    let error = pdf(&job("= One\n=== Three")).unwrap_err();
    assert!(matches!(&error, TypesetError::Refused { line: Some(4), .. }), "{error:?}");
}

#[test]
fn an_unknown_family_is_a_warning() {
    let warnings = print(&job("#text(font: \"Libertinus Serif\")[x]")).unwrap().warnings;
    assert_eq!(warnings.len(), 1);
    assert_eq!(
        (warnings[0].message.as_str(), warnings[0].line),
        ("unknown font family: libertinus serif", Some(3))
    );
}

#[test]
fn nothing_outside_can_be_reached() {
    let reaching = [
        "#read(\"/etc/passwd\")",
        "#read(\"../../../../etc/passwd\")",
        "#image(\"/etc/hostname\")",
        "#include \"other.typ\"",
        "#import \"@preview/cetz:0.3.0\": *",
        "#image(\"https://example.org/x.png\", alt: \"x\")",
    ];
    for source in reaching {
        let error = pdf(&job(source)).unwrap_err();
        assert!(matches!(error, TypesetError::Source { line: Some(3), .. }), "{source}: {error:?}");
    }
    let error = pdf(&job("#import \"@preview/cetz:0.3.0\": *")).unwrap_err();
    assert!(error.to_string().contains("packages are not available here"), "{error}");
}

#[test]
fn a_job_that_makes_no_sense_is_refused() {
    for path in ["../up.svg", "a\\b.svg", "", "/", "main.typ"] {
        let assets = vec![Asset { path: path.into(), bytes: Vec::new() }];
        assert!(matches!(pdf(&Job { assets, ..job("x") }), Err(TypesetError::Asset { .. })), "{path:?}");
    }
    let twice = vec![
        Asset { path: "a.svg".into(), bytes: Vec::new() },
        Asset { path: "./a.svg".into(), bytes: Vec::new() },
    ];
    assert!(matches!(pdf(&Job { assets: twice, ..job("x") }), Err(TypesetError::Asset { .. })));
    for date in [(2017, 2, 29), (2017, 13, 1), (2017, 0, 1), (0, 1, 1), (10_000, 1, 1)] {
        assert!(
            matches!(pdf(&Job { date: Some(date), ..job("x") }), Err(TypesetError::Date { .. })),
            "{date:?}"
        );
    }
}

#[test]
fn a_damaged_picture_is_an_error_in_words() {
    let assets = vec![Asset { path: "bad.png".into(), bytes: b"\x89PNG\r\n\x1a\nnot really".to_vec() }];
    let error = pdf(&Job { assets, ..job("#image(\"bad.png\", alt: \"x\")") }).unwrap_err();
    assert!(matches!(&error, TypesetError::Source { line: Some(3), .. }), "{error:?}");
}
