//! `living`: what goes with a trashed record, and what stays.

use crate::build::{Build, To};
use claims::words::*;

/// A case in which everything hangs together.
fn whole() -> Build {
    let mut b = Build::new();
    let (ada, one) = (b.editor("Ada"), b.actor("one"));
    let account = b.account("account", &[one]);
    let point = b.point("What?");
    let item = b.item("report", "2017-04-12");
    b.case.items[0].publisher_id = Some(one);
    let excerpt = b.excerpt(item, "words");
    let claim = b.claim("sarin", Some(account));
    let said = b.says(one, "2017-04-05", ActKind::Asserts, claim, Some(item));
    b.case.appearances[0].excerpt_id = Some(excerpt);
    let x = b.answer_in(claim, point, AnswerKind::Value, "sarin", Some(said));
    let y = b.answer(claim, point, "nerve agent");
    b.compare(x, y, Some(Relation::Same), None);
    b.silence(account, point, "2017-04-12");
    let link = b.link_excerpt(excerpt, To::Claim(claim));
    let remark = b.link_claim(claim, To::Link(link));
    b.link_claim(claim, To::Link(remark));
    b.stance(link, ada, Some(StanceValue::Supports), None);
    b.stance(remark, ada, Some(StanceValue::Supports), None);
    b.weigh(link, Some(2), None);
    let (scale, labels) = b.scale();
    let rating = b.assess(claim, ada, (scale, labels[0]), "2017-04-12", None);
    b.read(rating, ada, SecondOutcome::Agrees);
    b.verdict(rating, ada, None);
    b.inquire(None, Some(claim));
    b.inquire(Some(account), Some(claim));
    b.inquire(None, None);
    b
}

#[test]
fn nothing_trashed_nothing_lost() {
    let b = whole();
    assert_eq!(b.case.clone().living(), b.case, "a case without trash is itself");
}

#[test]
fn what_depends_on_a_claim_goes_with_it() {
    let mut b = whole();
    b.case.claims[0].trashed = true;
    let case = b.case.living();
    let gone = (
        case.claims.len(),
        case.account_claims.len(),
        case.acts.len(),
        case.answers.len(),
        case.comparisons.len(),
    );
    assert_eq!(gone, (0, 0, 0, 0, 0), "answers, acts and comparisons of the claim");
    assert_eq!(
        (case.links.len(), case.stances.len(), case.credibilities.len()),
        (0, 0, 0),
        "links, and links on links"
    );
    assert_eq!(
        (case.assessments.len(), case.second_readings.len(), case.verdicts.len()),
        (0, 0, 0),
        "ratings"
    );
    assert_eq!(
        (case.statements.len(), case.items.len(), case.excerpts.len()),
        (1, 1, 1),
        "what was said stays"
    );
    assert_eq!(case.inquiries.len(), 2, "the look for the claim goes, the one for the account stays");
    assert_eq!(case.inquiries[0].claim_id, None, "and no longer names the claim");
}

#[test]
fn a_link_takes_its_stances_and_what_bears_on_it() {
    let mut b = whole();
    b.case.links[0].trashed = true;
    let case = b.case.living();
    assert_eq!((case.links.len(), case.stances.len(), case.relevances.len()), (0, 0, 0), "through any depth");
    assert_eq!(case.assessments.len(), 1, "the rating of the claim stays");
}

#[test]
fn what_a_record_can_be_without_is_emptied() {
    let mut b = whole();
    b.case.excerpts[0].trashed = true;
    b.case.statements[0].trashed = true;
    let case = b.case.living();
    assert_eq!(
        (case.answers.len(), case.answers[0].statement_id),
        (2, None),
        "the answer stays with its claim"
    );
    assert!(case.appearances.is_empty() && case.acts.is_empty(), "the statement's own rows go");
    let mut b = whole();
    b.case.excerpts[0].trashed = true;
    let case = b.case.living();
    assert_eq!(case.appearances[0].excerpt_id, None, "an appearance stays without its excerpt");
    let mut b = whole();
    b.case.actors[0].trashed = true;
    let case = b.case.living();
    assert_eq!(
        (case.items.len(), case.items[0].publisher_id),
        (1, None),
        "an item stays without its publisher"
    );
    assert!(
        case.statements.is_empty() && case.holders.is_empty(),
        "a statement does not stay without its speaker"
    );
}

#[test]
fn editors_scales_and_labels_are_still_named() {
    let mut b = whole();
    b.case.editors[0].trashed = true;
    b.case.scales[0].trashed = true;
    b.case.labels[0].trashed = true;
    let case = b.case.living();
    assert_eq!(
        (case.editors.len(), case.scales.len(), case.labels.len()),
        (1, 1, 6),
        "what was rated on them names them"
    );
    assert_eq!((case.assessments.len(), case.stances.len()), (1, 2), "and stands");
}

#[test]
fn a_finding_takes_its_claims() {
    let mut b = whole();
    let body = b.actor("body");
    let finding = b.finding("report", body, "2017-10-26");
    b.claim_of_finding("found", finding);
    b.case.findings[0].trashed = true;
    let case = b.case.living();
    assert_eq!((case.findings.len(), case.claims.len()), (0, 1), "a finding's claim is nobody's without it");
}
