//! What an excerpt has to say, by its kind.

use crate::build::Build;
use claims::excerpt::{Region, check_excerpt, check_statement};
use claims::records::Excerpt;
use claims::words::{ActKind, ExcerptKind, TranslationStatus};

fn excerpt(kind: ExcerptKind) -> Excerpt {
    let mut build = Build::new();
    let item = build.item("Photo", "2017-04-04");
    build.excerpt(item, "A crater");
    Excerpt { kind, ..build.case.excerpts.remove(0) }
}

#[track_caller]
fn refused(excerpt: &Excerpt) -> &'static str {
    let (field, error) = check_excerpt(excerpt).expect_err("it is refused");
    assert!(!error.words.is_empty() && !error.hint.is_empty(), "{field}: it says what to do");
    field
}

#[test]
fn a_region_is_a_media_fragment_within_the_picture() {
    let region = Region::parse("xywh=percent:10,20.5,30,40").unwrap();
    assert_eq!((region.x, region.y, region.width, region.height), (10.0, 20.5, 30.0, 40.0));
    assert!(Region::parse("xywh=percent:0,0,100,100").is_ok(), "all of it");
    assert!(Region::parse("xywh=percent:33.3333,0,66.6667,1").is_ok(), "rounded");
    for wrong in [
        "",
        "xywh=10,20,30,40",
        "xywh=pixel:1,2,3,4",
        "xywh=percent:1,2,3",
        "xywh=percent:1,2,3,4,5",
        "xywh=percent:1,2,0,4",
        "xywh=percent:90,0,20,10",
        "xywh=percent:0,90,10,20",
        "xywh=percent:-1,0,5,5",
        "xywh=percent:NaN,0,5,5",
        "xywh=percent:1e1,0,5,5",
        "xywh=percent:inf,0,5,5",
        "xywh=percent: 1,0,5,5",
        "xywh=percent:1,,5,5",
    ] {
        assert_eq!(Region::parse(wrong).unwrap_err().code, "bad_region", "{wrong:?}");
    }
}

#[test]
fn each_kind_says_what_it_is_of() {
    assert_eq!(check_excerpt(&excerpt(ExcerptKind::Text)), Ok(()));
    let region = Some("xywh=percent:1,2,3,4".to_owned());
    assert_eq!(refused(&Excerpt { region: region.clone(), ..excerpt(ExcerptKind::Text) }), "region");
    assert_eq!(refused(&excerpt(ExcerptKind::Region)), "region");
    let marked = Excerpt { region: region.clone(), page_number: Some(2), ..excerpt(ExcerptKind::Region) };
    assert_eq!(check_excerpt(&marked), Ok(()));
    assert_eq!(refused(&Excerpt { from_ms: Some(1), ..marked.clone() }), "from_ms");
    assert_eq!(refused(&Excerpt { page_number: Some(0), ..marked }), "page_number");

    let span = |from_ms, to_ms| Excerpt { from_ms, to_ms, ..excerpt(ExcerptKind::Time) };
    assert_eq!(check_excerpt(&span(Some(0), Some(1))), Ok(()));
    assert_eq!(check_excerpt(&Excerpt { region, ..span(Some(5), Some(9)) }), Ok(()), "a place in a film");
    assert_eq!(refused(&span(None, Some(1))), "from_ms");
    assert_eq!(refused(&span(Some(1), None)), "to_ms");
    for (from, to) in [(5, 5), (6, 5), (-1, 5)] {
        assert_eq!(refused(&span(Some(from), Some(to))), "to_ms", "{from}..{to}");
    }
    assert_eq!(refused(&Excerpt { page_number: Some(1), ..span(Some(0), Some(1)) }), "page_number");
    let label = Some("two\nlines".to_owned());
    assert_eq!(refused(&Excerpt { label, ..excerpt(ExcerptKind::Text) }), "label");
}

#[test]
fn a_translation_has_a_language_and_nothing_is_said_of_one_that_is_not_there() {
    let plain = excerpt(ExcerptKind::Text);
    let words = Some("Воронка".to_owned());
    assert_eq!(refused(&Excerpt { translation: words.clone(), ..plain.clone() }), "translation_language");
    let bad = Some("Russian!".to_owned());
    assert_eq!(
        refused(&Excerpt { translation: words.clone(), translation_language: bad, ..plain.clone() }),
        "translation_language"
    );
    let ru = Some("ru".to_owned());
    assert_eq!(
        refused(&Excerpt { translation_language: ru.clone(), ..plain.clone() }),
        "translation_language"
    );
    assert_eq!(refused(&Excerpt { translator: ru.clone(), ..plain.clone() }), "translator");
    let checked = Some(TranslationStatus::Checked);
    assert_eq!(refused(&Excerpt { translation_status: checked, ..plain.clone() }), "translation_status");
    let whole = Excerpt {
        translation: words.clone(),
        translation_language: ru.clone(),
        translation_status: checked,
        ..plain
    };
    assert_eq!(check_excerpt(&whole), Ok(()));

    let mut build = Build::new();
    let (who, claim) = (build.actor("A"), build.claim("It was so.", None));
    build.says(who, "2017", ActKind::Asserts, claim, None);
    let mut said = build.case.statements.remove(0);
    said.translation = words;
    assert_eq!(check_statement(&said), Ok(()), "older ones say nothing of the language");
    said.translation_status = checked;
    assert_eq!(check_statement(&said).unwrap_err().0, "translation_language");
    said.translation_language = ru;
    assert_eq!(check_statement(&said), Ok(()));
}
