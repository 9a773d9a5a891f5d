//! Ratings, second readings and verdicts.

use crate::build::Build;
use claims::ids::*;
use claims::ratings::*;
use claims::words::*;

struct Desk {
    b: Build,
    claim: ClaimId,
    ada: EditorId,
    ben: EditorId,
    scale: ScaleId,
    labels: Vec<ScaleLabelId>,
}

fn desk() -> Desk {
    let mut b = Build::new();
    let (ada, ben) = (b.editor("Ada"), b.editor("Ben"));
    let claim = b.claim("It was sarin.", None);
    let (scale, labels) = b.scale();
    Desk { b, claim, ada, ben, scale, labels }
}

#[test]
fn a_rating_becomes_a_verdict_after_a_second_reader_agreed() {
    let mut d = desk();
    assert_eq!(rating_of(&d.b.case, d.claim), None, "not rated");
    let first = d.b.assess(d.claim, d.ada, (d.scale, d.labels[1]), "2017-04-12", None);
    let shown = rating_of(&d.b.case, d.claim).unwrap();
    assert_eq!(
        (shown.is_verdict, shown.label.as_str(), shown.place, shown.places),
        (false, "Probable", 1, 6),
        "one reader's"
    );
    assert_eq!(
        (shown.number, shown.scale.as_str()),
        (Some(4), "Disputed event, version 1"),
        "with its scale"
    );
    let refused = |d: &Desk, id| may_set_verdict(&d.b.case, id).err().map(|e| e.code);
    assert_eq!(refused(&d, first), Some("needs_second_reading"), "nobody has read it");
    d.b.read(first, d.ada, SecondOutcome::Agrees);
    assert_eq!(refused(&d, first), Some("needs_second_reading"), "one's own reading is no second one");
    d.b.read(first, d.ben, SecondOutcome::Disagrees);
    assert_eq!(refused(&d, first), Some("needs_second_reading"), "a reader who disagrees is none either");
    d.b.read(first, d.ben, SecondOutcome::Agrees);
    assert_eq!(refused(&d, first), None, "the reader's latest word counts");
    d.b.verdict(first, d.ada, None);
    assert_eq!(refused(&d, first), Some("already_verdict"), "once is enough");
    let shown = rating_of(&d.b.case, d.claim).unwrap();
    assert_eq!(
        (shown.is_verdict, shown.second_reader.as_deref()),
        (true, Some("Ben")),
        "the desk stands behind it"
    );
}

#[test]
fn a_verdict_stands_until_another_supersedes_it() {
    let mut d = desk();
    let first = d.b.assess(d.claim, d.ada, (d.scale, d.labels[1]), "2017-04-12", None);
    d.b.read(first, d.ben, SecondOutcome::Agrees);
    let verdict = d.b.verdict(first, d.ada, None);
    let second = d.b.assess(d.claim, d.ada, (d.scale, d.labels[0]), "2017-10-26", Some(first));
    let label = |d: &Desk| rating_of(&d.b.case, d.claim).unwrap().label;
    assert_eq!(label(&d), "Probable", "the newer assessment waits for its reader");
    assert_eq!(
        may_set_verdict(&d.b.case, first).unwrap_err().code,
        "superseded",
        "the older cannot become one again"
    );
    d.b.read(second, d.ben, SecondOutcome::Agrees);
    d.b.verdict(second, d.ada, Some(verdict));
    assert_eq!(label(&d), "Established", "the correction counts");
    d.b.case.verdicts.last_mut().unwrap().trashed = true;
    let case = d.b.case.clone().living();
    assert_eq!(
        rating_of(&case, d.claim).unwrap().label,
        "Probable",
        "without it the first is in force again"
    );
}

#[test]
fn each_editor_has_one_assessment_in_force() {
    let mut d = desk();
    let a = d.b.assess(d.claim, d.ada, (d.scale, d.labels[1]), "2017-04-12", None);
    let b = d.b.assess(d.claim, d.ben, (d.scale, d.labels[2]), "2017-04-12", None);
    let c = d.b.assess(d.claim, d.ada, (d.scale, d.labels[0]), "2017-04-13", Some(a));
    let fork = d.b.assess(d.claim, d.ada, (d.scale, d.labels[3]), "2017-04-13", Some(a));
    let ids: Vec<AssessmentId> = assessments_in_force(&d.b.case, d.claim).iter().map(|x| x.uuid).collect();
    assert_eq!(ids, [b, fork], "the superseded one is out, and of a fork ({c:?}) the later counts");
    assert_eq!(
        rating_of(&d.b.case, d.claim).unwrap().label,
        "Unsupported",
        "without a verdict the latest is shown"
    );
}

#[test]
fn kinds_of_claims_take_the_ratings_that_they_may() {
    let mut d = desk();
    let mut law = d.b.case.scales[0].clone();
    law.for_law = true;
    let facts = d.b.case.scales[0].clone();
    for (kind, on_facts, on_law) in [
        (ClaimKind::Factual, None, Some("scale_is_for_law")),
        (ClaimKind::Legal, Some("needs_law_scale"), None),
        (ClaimKind::Prediction, Some("takes_no_rating"), Some("takes_no_rating")),
        (ClaimKind::Opinion, Some("takes_no_rating"), Some("takes_no_rating")),
        (ClaimKind::Position, Some("takes_no_rating"), Some("takes_no_rating")),
        (ClaimKind::Unclear, Some("unclear_waits"), Some("unclear_waits")),
    ] {
        let claim = &mut d.b.case.claims[0];
        claim.kind = kind;
        let got =
            (may_rate(claim, &facts).err().map(|e| e.code), may_rate(claim, &law).err().map(|e| e.code));
        assert_eq!(got, (on_facts, on_law), "{kind:?} on a scale of facts, and on one for law");
    }
}

#[test]
fn nobody_reads_their_own_rating() {
    let mut d = desk();
    d.b.assess(d.claim, d.ada, (d.scale, d.labels[1]), "2017-04-12", None);
    let assessment = &d.b.case.assessments[0];
    assert_eq!(may_read_second(assessment, d.ada).unwrap_err().code, "own_assessment", "not their own");
    assert!(may_read_second(assessment, d.ben).is_ok(), "another's");
}
