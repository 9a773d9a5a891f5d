//! The way of a claim from its first rating to the verdict, and what is covered on it.

use crate::build::Build;
use claims::blind::{covered, without};
use claims::ids::*;
use claims::ratings::rating_of;
use claims::review::{Stage, reviews};
use claims::words::SecondOutcome::{Agrees, Disagrees};

struct Desk {
    b: Build,
    claim: ClaimId,
    ada: EditorId,
    ben: EditorId,
    scale: ScaleId,
    labels: Vec<ScaleLabelId>,
}

impl Desk {
    fn new() -> Self {
        let mut b = Build::new();
        let (ada, ben) = (b.editor("Ada"), b.editor("Ben"));
        let claim = b.claim("It was sarin.", None);
        let (scale, labels) = b.scale();
        Self { b, claim, ada, ben, scale, labels }
    }

    fn rate(&mut self, editor: EditorId, label: usize, supersedes: Option<AssessmentId>) -> AssessmentId {
        self.b.assess(self.claim, editor, (self.scale, self.labels[label]), "2017-04-12", supersedes)
    }

    fn stands(&self) -> (Stage, Option<AssessmentId>) {
        let all = reviews(&self.b.case);
        (all[0].stage, all[0].assessment_id)
    }

    fn hidden_from(&self, reader: EditorId) -> Vec<AssessmentId> {
        covered(&self.b.case, reader).into_iter().map(|one| one.assessment_id).collect()
    }
}

#[test]
fn agreement_leads_to_the_verdict() {
    let mut d = Desk::new();
    assert_eq!(d.stands(), (Stage::ToRate, None), "nobody has rated it");
    let first = d.rate(d.ada, 1, None);
    assert_eq!(d.stands(), (Stage::Waiting, Some(first)), "it waits for another editor");
    let own = d.rate(d.ben, 1, None);
    assert_eq!(d.stands(), (Stage::Waiting, Some(first)), "the first is still to be read, own rating or not");
    d.b.read(first, d.ben, Agrees);
    assert_eq!(d.stands(), (Stage::Ready, Some(first)), "{own:?} answers it and does not wait itself");
    d.b.verdict(first, d.ada, None);
    assert_eq!(d.stands(), (Stage::Verdict, Some(first)), "the desk stands behind it");
    let later = d.rate(d.ada, 2, Some(first));
    assert_eq!(
        d.stands(),
        (Stage::Waiting, Some(later)),
        "a new rating starts again, while the verdict stands"
    );
}

#[test]
fn disagreement_goes_back_and_is_settled() {
    let mut d = Desk::new();
    let first = d.rate(d.ada, 1, None);
    let own = d.rate(d.ben, 3, None);
    d.b.read(first, d.ben, Disagrees);
    assert_eq!(d.stands(), (Stage::Disagreed, Some(first)), "it is back with the first");
    d.b.read(own, d.ada, Disagrees);
    assert_eq!(d.stands().0, Stage::BothStand, "both have spoken and neither moved");
    let changed = d.rate(d.ada, 3, Some(first));
    assert_eq!(d.stands(), (Stage::Waiting, Some(changed)), "a new rating is read again");
    d.b.read(changed, d.ben, Agrees);
    assert_eq!(d.stands(), (Stage::Ready, Some(changed)), "and agreed");
}

#[test]
fn the_first_may_come_round_to_the_second() {
    let mut d = Desk::new();
    let first = d.rate(d.ada, 1, None);
    let own = d.rate(d.ben, 3, None);
    d.b.read(first, d.ben, Disagrees);
    d.b.read(own, d.ada, Agrees);
    assert_eq!(d.stands(), (Stage::Ready, Some(own)), "the second's rating has a reader who agrees");
}

#[test]
fn a_rating_is_covered_until_the_reader_has_signed_their_own() {
    let mut d = Desk::new();
    let first = d.rate(d.ada, 1, None);
    assert_eq!(d.hidden_from(d.ada), [], "one's own is never covered");
    assert_eq!(d.hidden_from(d.ben), [first], "another's is");
    let seen = without(d.b.case.clone(), &covered(&d.b.case, d.ben));
    assert_eq!(rating_of(&seen, d.claim), None, "nothing tells the label");
    assert!(seen.assessments.is_empty(), "nor the reason");
    d.rate(d.ben, 3, None);
    assert_eq!(d.hidden_from(d.ben), [], "signed, so uncovered");
}

#[test]
fn what_was_read_or_decided_is_not_covered() {
    let mut d = Desk::new();
    let cleo = d.b.editor("Cleo");
    let first = d.rate(d.ada, 1, None);
    assert_eq!(d.hidden_from(cleo), [first], "it waits for anybody");
    d.b.read(first, d.ben, Agrees);
    assert_eq!(d.hidden_from(cleo), [], "it has been read");
    assert_eq!(d.hidden_from(d.ben), [], "and openly by Ben");
}
