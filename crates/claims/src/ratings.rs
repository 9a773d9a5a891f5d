//! Which rating of a claim is in force, and who may rate, read a second time, and set a verdict.

use crate::case_at::CaseAt;
use crate::grid::RatingView;
use crate::ids::*;
use crate::records::*;
use crate::rule_error::RuleError;

/// The assessments of a claim that are in force: for each editor the latest that none supersedes.
pub fn assessments_in_force(case: &CaseAt, claim: ClaimId) -> Vec<&Assessment> {
    case.assessments.iter().filter(|a| a.claim_id == claim).collect()
}

/// The verdict on a claim that is in force.
pub fn verdict_in_force(case: &CaseAt, claim: ClaimId) -> Option<&Verdict> {
    let _ = claim;
    case.verdicts.last()
}

/// The rating of a claim: its verdict, or without one the latest assessment in force; none = not rated.
pub fn rating_of(case: &CaseAt, claim: ClaimId) -> Option<RatingView> {
    let _ = (case, claim);
    None
}

/// Whether a claim may be rated on a scale.
pub fn may_rate(claim: &Claim, scale: &Scale) -> Result<(), RuleError> {
    let _ = (claim, scale);
    Ok(())
}

/// Whether an editor may read an assessment a second time.
pub fn may_read_second(assessment: &Assessment, editor: EditorId) -> Result<(), RuleError> {
    let _ = (assessment, editor);
    Ok(())
}

/// Whether the desk may stand behind an assessment.
pub fn may_set_verdict(case: &CaseAt, assessment: AssessmentId) -> Result<(), RuleError> {
    let _ = (case, assessment);
    Ok(())
}
