//! Which rating of a claim is in force, and who may rate, read a second time, and set a verdict.

use crate::case_at::CaseAt;
use crate::grid::RatingView;
use crate::ids::*;
use crate::records::*;
use crate::rule_error::RuleError;
use crate::words::{ClaimKind, SecondOutcome};
use std::collections::HashSet;

/// The assessments of a claim that are in force: those that none in view supersedes, for each editor the latest; in the order recorded.
pub fn assessments_in_force(case: &CaseAt, claim: ClaimId) -> Vec<&Assessment> {
    let of_claim = || case.assessments.iter().filter(move |a| a.claim_id == claim);
    let superseded: HashSet<AssessmentId> = of_claim().filter_map(|a| a.supersedes_id).collect();
    let heads: Vec<&Assessment> = of_claim().filter(|a| !superseded.contains(&a.uuid)).collect();
    let later = |at: usize, editor: EditorId| heads[at + 1..].iter().any(|other| other.editor_id == editor);
    heads.iter().enumerate().filter(|(at, head)| !later(*at, head.editor_id)).map(|(_, head)| *head).collect()
}

/// The verdict on a claim that is in force: the latest that none in view supersedes. It stands until another supersedes it,
/// even while a newer assessment waits for its second reading.
pub fn verdict_in_force(case: &CaseAt, claim: ClaimId) -> Option<&Verdict> {
    let superseded: HashSet<VerdictId> = case.verdicts.iter().filter_map(|v| v.supersedes_id).collect();
    let of_claim = |verdict: &&Verdict| {
        case.assessments.iter().any(|a| a.uuid == verdict.assessment_id && a.claim_id == claim)
    };
    case.verdicts.iter().rev().filter(|v| !superseded.contains(&v.uuid)).find(of_claim)
}

/// The rating of a claim: its verdict, or without one the latest assessment in force; none = not rated.
pub fn rating_of(case: &CaseAt, claim: ClaimId) -> Option<RatingView> {
    let verdict = verdict_in_force(case, claim);
    let assessment = match verdict {
        Some(verdict) => case.assessments.iter().find(|a| a.uuid == verdict.assessment_id)?,
        None => assessments_in_force(case, claim).pop()?,
    };
    Some(rating_view(case, assessment, verdict.is_some()))
}

/// An assessment, as shown.
pub fn rating_view(case: &CaseAt, assessment: &Assessment, is_verdict: bool) -> RatingView {
    let mut labels: Vec<&ScaleLabel> =
        case.labels.iter().filter(|l| l.scale_id == assessment.scale_id).collect();
    labels.sort_by(|a, b| a.position.cmp(&b.position));
    let place = labels.iter().position(|l| l.uuid == assessment.label_id);
    let label = place.map(|place| labels[place]);
    let scale = case.scales.iter().find(|s| s.uuid == assessment.scale_id);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let readers: Vec<String> =
        agreeing_readers(case, assessment).into_iter().map(|id| editor(case, id)).collect();
    RatingView {
        assessment_id: assessment.uuid,
        is_verdict,
        label: label.map_or_else(|| "label not in view".to_owned(), |l| l.name.clone()),
        place: count(place.unwrap_or(0)),
        places: count(labels.len()),
        number: label.and_then(|l| l.number),
        scale: scale
            .map_or_else(|| "scale not in view".to_owned(), |s| format!("{}, version {}", s.name, s.version)),
        likelihood: assessment.likelihood,
        confidence: assessment.confidence,
        evidence_until: assessment.evidence_until.clone(),
        editor: editor(case, assessment.editor_id),
        second_reader: (!readers.is_empty()).then(|| readers.join(", ")),
    }
}

/// Editors other than the one who rated whose latest reading of an assessment agrees, in the order in which they first read it.
pub fn agreeing_readers(case: &CaseAt, assessment: &Assessment) -> Vec<EditorId> {
    let mut readers: Vec<(EditorId, SecondOutcome)> = Vec::new();
    for reading in case.second_readings.iter().filter(|r| r.assessment_id == assessment.uuid) {
        match readers.iter_mut().find(|(editor, _)| *editor == reading.editor_id) {
            Some(known) => known.1 = reading.outcome,
            None => readers.push((reading.editor_id, reading.outcome)),
        }
    }
    readers
        .into_iter()
        .filter(|(editor, outcome)| *editor != assessment.editor_id && *outcome == SecondOutcome::Agrees)
        .map(|(editor, _)| editor)
        .collect()
}

fn editor(case: &CaseAt, id: EditorId) -> String {
    case.editors
        .iter()
        .find(|e| e.uuid == id)
        .map_or_else(|| "editor not recorded".to_owned(), |e| e.name.clone())
}

/// Whether a claim may be rated on a scale.
///
/// # Errors
/// `takes_no_rating` for opinions, predictions and positions; `unclear_waits` for unclear claims;
/// `needs_law_scale` for a legal claim on another scale, `scale_is_for_law` for another claim on a scale made for law.
pub fn may_rate(claim: &Claim, scale: &Scale) -> Result<(), RuleError> {
    let kind = claim.kind.as_str();
    match claim.kind {
        ClaimKind::Opinion | ClaimKind::Prediction | ClaimKind::Position => Err(RuleError::new(
            "takes_no_rating",
            format!("This claim is of the kind “{kind}”: it is kept and shown, and takes no rating."),
            "If it asserts something that can be checked, change its kind first.",
        )),
        ClaimKind::Unclear => Err(RuleError::new(
            "unclear_waits",
            "It is not yet clear what is claimed; such a claim waits for its rating.",
            "Say what kind of claim it is first.",
        )),
        ClaimKind::Legal if !scale.for_law => Err(RuleError::new(
            "needs_law_scale",
            format!("A legal claim is rated only on a scale made for law; “{}” is not.", scale.name),
            "Choose a scale made for law, or leave the claim unrated.",
        )),
        ClaimKind::Factual if scale.for_law => Err(RuleError::new(
            "scale_is_for_law",
            format!("“{}” is made for legal claims, and only for these.", scale.name),
            "Choose a scale for facts.",
        )),
        ClaimKind::Legal | ClaimKind::Factual => Ok(()),
    }
}

/// Whether an editor may read an assessment a second time.
///
/// # Errors
/// `own_assessment` if it is their own.
pub fn may_read_second(assessment: &Assessment, editor: EditorId) -> Result<(), RuleError> {
    if assessment.editor_id == editor {
        let words = "Nobody reads their own assessment a second time.";
        return Err(RuleError::new("own_assessment", words, "Ask another editor to read it."));
    }
    Ok(())
}

/// Whether an editor's own rating of the claim makes their second reading of an assessment a blind one.
///
/// # Errors
/// `not_own_assessment` if it is another editor's; `other_claim` if it rates another claim;
/// `labels_differ` if the reading agrees although the two stand at different labels of one scale.
pub fn may_read_blind(
    first: &Assessment,
    own: &Assessment,
    editor: EditorId,
    outcome: SecondOutcome,
) -> Result<(), RuleError> {
    if own.editor_id != editor || own.uuid == first.uuid {
        let words = "A blind reading rests on the reader's own rating; this is another editor's.";
        return Err(RuleError::new("not_own_assessment", words, "Rate the claim yourself first."));
    }
    if own.claim_id != first.claim_id {
        let words = "This rating of your own is of another claim.";
        return Err(RuleError::new("other_claim", words, "Name your rating of the same claim."));
    }
    let same_scale = own.scale_id == first.scale_id;
    if outcome == SecondOutcome::Agrees && same_scale && own.label_id != first.label_id {
        let words =
            "Your own rating stands at another label of the same scale, so the reading does not agree.";
        let hint = "Say that you disagree, with the reason; or supersede your rating if the other one convinced you, and read again.";
        return Err(RuleError::new("labels_differ", words, hint));
    }
    Ok(())
}

/// Whether the desk may stand behind an assessment.
///
/// # Errors
/// `not_found`; `superseded` if another took its place; `needs_second_reading` if no other editor agreed;
/// `already_verdict` if it is the verdict in force; and whatever [`may_rate`] says of its claim and scale.
pub fn may_set_verdict(case: &CaseAt, assessment: AssessmentId) -> Result<(), RuleError> {
    let missing = |what: &str| {
        RuleError::new(
            "not_found",
            format!("There is no such {what} in this case."),
            "Look it up in the claim's history.",
        )
    };
    let of = case.assessments.iter().find(|a| a.uuid == assessment).ok_or_else(|| missing("assessment"))?;
    let claim = case.claims.iter().find(|c| c.uuid == of.claim_id).ok_or_else(|| missing("claim"))?;
    if let Some(scale) = case.scales.iter().find(|s| s.uuid == of.scale_id) {
        may_rate(claim, scale)?;
    }
    if case.assessments.iter().any(|a| a.supersedes_id == Some(assessment)) {
        let words = "This assessment was superseded by a later one.";
        return Err(RuleError::new("superseded", words, "Set the verdict on the one that is in force."));
    }
    if verdict_in_force(case, claim.uuid).is_some_and(|verdict| verdict.assessment_id == assessment) {
        let words = "This assessment is the verdict already.";
        return Err(RuleError::new("already_verdict", words, "Nothing needs to be done."));
    }
    if agreeing_readers(case, of).is_empty() {
        return Err(RuleError::new(
            "needs_second_reading",
            "No other editor has read this assessment and agreed with it.",
            "Ask another editor for a second reading. Until then reports say “one reader's assessment”.",
        ));
    }
    Ok(())
}
