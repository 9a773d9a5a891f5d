//! `known_by`: what was public on a day.

use crate::build::{Build, To};
use chrono::NaiveDate;
use claims::case_at::CaseAt;
use claims::known_by::known_by;
use claims::points::points_grid;
use claims::ratings::rating_of;
use claims::words::*;

fn on(b: &Build, day: &str) -> CaseAt {
    known_by(b.case.clone(), day.parse::<NaiveDate>().expect("a day"))
}

#[test]
fn statements_items_and_findings_come_into_view_on_their_day() {
    let mut b = Build::new();
    let (one, body) = (b.actor("one"), b.actor("commission"));
    let account = b.account("account", &[one]);
    let point = b.point("What?");
    let report = b.item("News report", "2017-04-12");
    let own = b.claim("dated", Some(account));
    b.says(one, "2017-04-05", ActKind::Asserts, own, Some(report));
    let by_item = b.claim("undated", Some(account));
    b.says(one, "", ActKind::Asserts, by_item, Some(report));
    let finding = b.finding("A/HRC/36/55", body, "2017-09");
    let found = b.claim_of_finding("sarin", finding);
    for claim in [own, by_item, found] {
        b.answer(claim, point, "sarin");
    }
    for (day, statements, items, findings, claims, answers) in [
        ("2017-04-04", 0, 0, 0, 0, 0),
        ("2017-04-05", 1, 0, 0, 1, 1),
        ("2017-04-11", 1, 0, 0, 1, 1),
        ("2017-04-12", 2, 1, 0, 2, 2),
        ("2017-09-15", 2, 1, 0, 2, 2),
        ("2017-09-30", 2, 1, 1, 3, 3),
    ] {
        let case = on(&b, day);
        let got = (
            case.statements.len(),
            case.items.len(),
            case.findings.len(),
            case.claims.len(),
            case.answers.len(),
        );
        assert_eq!(got, (statements, items, findings, claims, answers), "in view on {day}");
        assert_eq!(case.known_by.as_deref(), Some(day), "the view says its day");
        assert_eq!((case.accounts.len(), case.points.len()), (1, 1), "accounts and points are the desk's");
        assert!(case.undated.is_empty(), "everything has a date");
    }
    let case = on(&b, "2017-04-05");
    assert!(case.appearances.is_empty(), "the report is not out, so nothing appears in it");
}

#[test]
fn the_public_date_of_an_item_goes_before_the_date_on_it() {
    let mut b = Build::new();
    let item = b.item("A/HRC/36/55", "2017-08");
    b.case.items[0].public_date = Some("2017-09-06".to_owned());
    let excerpt = b.excerpt(item, "reasonable grounds");
    let claim = b.claim("sarin", None);
    let actor = b.actor("one");
    b.says(actor, "2017-04-01", ActKind::Asserts, claim, None);
    b.link_excerpt(excerpt, To::Claim(claim));
    let before = on(&b, "2017-09-05");
    assert_eq!(
        (before.items.len(), before.captures.len(), before.excerpts.len(), before.links.len()),
        (0, 0, 0, 0),
        "not yet public"
    );
    let after = on(&b, "2017-09-06");
    assert_eq!(
        (after.items.len(), after.captures.len(), after.excerpts.len(), after.links.len()),
        (1, 1, 1, 1),
        "public, with what follows it"
    );
}

#[test]
fn assessments_count_by_the_evidence_they_weighed() {
    let mut b = Build::new();
    let (ada, ben, one) = (b.editor("Ada"), b.editor("Ben"), b.actor("one"));
    let claim = b.claim("sarin", None);
    b.says(one, "2017-04-05", ActKind::Asserts, claim, None);
    let (scale, labels) = b.scale();
    let first = b.assess(claim, ada, (scale, labels[1]), "2017-04-12", None);
    b.read(first, ben, SecondOutcome::Agrees);
    let verdict = b.verdict(first, ada, None);
    let second = b.assess(claim, ada, (scale, labels[0]), "2017-10-26", Some(first));
    b.read(second, ben, SecondOutcome::Agrees);
    b.verdict(second, ada, Some(verdict));
    for (day, label) in [
        ("2017-04-11", None),
        ("2017-04-12", Some("Probable")),
        ("2017-10-25", Some("Probable")),
        ("2017-10-26", Some("Established")),
    ] {
        let case = on(&b, day);
        assert_eq!(rating_of(&case, claim).map(|r| r.label).as_deref(), label, "in force by {day}");
        assert_eq!(case.second_readings.len(), case.assessments.len(), "readings follow");
    }
}

#[test]
fn what_has_no_date_is_listed_apart() {
    let mut b = Build::new();
    let one = b.actor("one");
    b.item("undated page", "");
    b.item("open end", "2017-04/..");
    b.item("unreadable", "last spring");
    let said = b.claim("said at some time", None);
    b.says(one, "", ActKind::Asserts, said, None);
    b.claim("nobody said it", None);
    let later = b.claim("said later", None);
    b.says(one, "2018", ActKind::Asserts, later, None);
    let case = on(&b, "2017-12-31");
    let listed: Vec<(&str, &str)> =
        case.undated.iter().map(|u| (u.table.as_str(), u.name.as_str())).collect();
    let names: Vec<&str> = listed.iter().map(|(_, name)| *name).collect();
    assert_eq!(
        listed.iter().map(|(table, _)| *table).collect::<Vec<_>>(),
        ["item", "item", "item", "statement", "claim", "claim"]
    );
    assert!(
        names.contains(&"nobody said it") && names.contains(&"said at some time"),
        "claims that only undated ones make"
    );
    assert!(!names.contains(&"said later"), "what is known to be later is not undated");
    assert!(names[3].starts_with("one: "), "a statement is listed by its speaker");
    assert!(case.items.is_empty() && case.claims.is_empty(), "and none of it is in view");
}

#[test]
fn a_silence_holds_on_every_day_and_gives_way_to_an_answer_in_view() {
    let mut b = Build::new();
    let one = b.actor("one");
    let account = b.account("account", &[one]);
    let point = b.point("When?");
    b.silence(account, point, "2017-04-12");
    b.given(account, one, "2017-04-20", point, "noon");
    for (day, state) in [
        ("2017-04-06", RowState::Silent),
        ("2017-04-12", RowState::Silent),
        ("2017-04-19", RowState::Silent),
        ("2017-04-20", RowState::OneSideOnly),
    ] {
        assert_eq!(points_grid(&on(&b, day), false).rows[0].state, state, "on {day}");
    }
}

#[test]
fn an_answer_follows_the_statement_it_names() {
    let mut b = Build::new();
    let one = b.actor("one");
    let account = b.account("account", &[one]);
    let point = b.point("When?");
    let claim = b.claim("repeated", Some(account));
    b.says(one, "2017-04-05", ActKind::Asserts, claim, None);
    let second = b.says(one, "2017-04-20", ActKind::Asserts, claim, None);
    b.answer_in(claim, point, AnswerKind::Value, "noon", Some(second));
    assert_eq!(on(&b, "2017-04-06").answers.len(), 0, "the claim is in view, the answer was given later");
    assert_eq!(on(&b, "2017-04-20").answers.len(), 1, "now it is");
}

#[test]
fn later_days_show_all_that_earlier_days_show_and_the_same_day_twice_changes_nothing() {
    let mut b = Build::new();
    let one = b.actor("one");
    let account = b.account("account", &[one]);
    let point = b.point("What?");
    for (n, date) in
        ["2017-04-05", "2017-04", "2017", "2017-04-04/2017-05-02", "", "2017-05~"].iter().enumerate()
    {
        let item = b.item(&format!("item {n}"), date);
        let claim = b.claim(&format!("claim {n}"), Some(account));
        b.says(one, if n % 2 == 0 { date } else { "" }, ActKind::Asserts, claim, Some(item));
        b.answer(claim, point, "x");
        b.link_item(item, To::Claim(claim));
    }
    let mut before: Vec<String> = Vec::new();
    for day in ["2017-04-01", "2017-04-05", "2017-04-30", "2017-05-02", "2017-05-31", "2017-12-31"] {
        let case = on(&b, day);
        let again = known_by(case.clone(), day.parse().expect("a day"));
        assert_eq!((&again.claims, &again.links), (&case.claims, &case.links), "{day} twice is {day}");
        let now: Vec<String> = case.claims.iter().map(|c| c.text.clone()).collect();
        assert!(before.iter().all(|claim| now.contains(claim)), "nothing in view before {day} is lost on it");
        before = now;
    }
    assert_eq!(before.len(), 5, "in the end everything that has a date");
}
