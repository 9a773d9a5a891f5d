//! The languages beside one another: forms of numbers, marks, dates, and that nothing is missing.

use super::*;
use claims::words::*;

#[test]
fn numbers_carry_no_idle_zeros() {
    let shown = |language: Language| [0.0, -0.0, 2.0, 1.234, 0.5].map(language.words().number);
    assert_eq!(shown(Language::English), ["0", "0", "2", "1.23", "0.5"]);
    assert_eq!(shown(Language::Russian), ["0", "0", "2", "1,23", "0,5"], "a decimal comma");
}

#[test]
fn a_language_is_found_by_its_first_part() {
    assert_eq!(Language::of("ru-RU"), Some(Language::Russian));
    assert_eq!(Language::of("EN"), Some(Language::English));
    assert_eq!(Language::of("rue"), None, "Rusyn is not Russian");
    assert_eq!(Language::of("ar"), None);
}

#[test]
fn russian_counts_have_their_three_forms() {
    for (n, pieces) in [
        (1, "1 свидетельство"),
        (2, "2 свидетельства"),
        (5, "5 свидетельств"),
        (11, "11 свидетельств"),
        (12, "12 свидетельств"),
        (21, "21 свидетельство"),
        (22, "22 свидетельства"),
        (112, "112 свидетельств"),
    ] {
        let said = (ru::RU.evidence.pieces)(n, 1).replace('\u{a0}', " ");
        assert_eq!(said, format!("{pieces}, 1 первоисточник."));
    }
    let bytes = |n| (ru::RU.integrity.bytes)(n).replace('\u{a0}', " ");
    assert_eq!([bytes(1), bytes(3), bytes(25)], ["1 байт", "3 байта", "25 байт"]);
    let counts = |accounts, points, findings| {
        let n = Counts { accounts, points, findings, states: &[(RowState::Agreed, 1)] };
        (ru::RU.summary.counts)(&n).replace('\u{a0}', " ")
    };
    assert_eq!(
        counts(2, 6, 1),
        "Рассмотрены 2 версии события по 6 спорным вопросам; рядом — 1 заключение сторонней организации. По вопросам: ответы совпадают — 1."
    );
    assert!(counts(5, 1, 0).starts_with("Рассмотрено 5 версий события по 1 спорному вопросу; заключений"));
}

#[test]
fn marks_are_those_of_the_language_and_the_quote_stays() {
    assert_eq!(en::EN.quoted("a “b” c"), "“a “b” c”");
    assert_eq!(ru::RU.quoted("a “b” c"), "«a “b” c»");
    assert_eq!(ru::RU.quoted("газета «Б»"), "„газета «Б»“", "two of the same marks would run together");
}

#[test]
fn a_date_spelt_out_adds_nothing_to_the_date() {
    for written in ["4 April 2017", "4 апреля 2017 г.", "4\u{a0}апреля 2017\u{a0}г."] {
        assert!(!en::EN.adds("2017-04-04", written) && !ru::RU.adds("2017-04-04", written), "{written}");
    }
    assert!(ru::RU.adds("2017-04-04", "Tuesday morning"));
    let said = ru::RU.date_and_words(Some("2017-04-04"), Some("Tuesday")).unwrap();
    assert_eq!(said.replace('\u{a0}', " "), "4 апреля 2017 г. (Tuesday)");
}

/// Every label of every closed list is there, in its own words, in each language.
#[test]
fn no_label_is_missing_or_said_twice() {
    for language in Language::ALL {
        let lists = &language.words().lists;
        let labels = |all: Vec<&'static str>| {
            assert!(all.iter().all(|label| !label.trim().is_empty()));
            let mut once = all.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!(once.len(), all.len(), "{all:?}");
        };
        labels(Section::ALL.iter().map(|one| (lists.section)(*one)).collect());
        labels(ClaimKind::ALL.iter().map(|one| (lists.claim_kind)(*one)).collect());
        labels(StanceValue::ALL.iter().map(|one| (lists.stance)(*one)).collect());
        labels(RowState::ALL.iter().map(|one| (lists.state)(*one)).collect());
        labels(Likelihood::ALL.iter().map(|one| (lists.likelihood)(*one).0).collect());
        labels(Grade::ALL.iter().map(|one| (lists.grade)(*one)).collect());
        labels((1..=6).map(lists.credibility).collect());
        labels(ActKind::ALL.iter().map(|one| (lists.act)(*one)).collect());
    }
}
