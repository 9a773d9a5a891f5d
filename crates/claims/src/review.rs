//! Where each claim stands between its first rating and the desk's verdict: the work list of a review.
//!
//! Only assessments in force count, and of the readings of one only each reader's latest.
//! A rating by an editor who has read another's is their answer to it, not one more that waits, unless it supersedes one of their own.

use crate::case_at::CaseAt;
use crate::ids::*;
use crate::ratings::{agreeing_readers, assessments_in_force, verdict_in_force};
use crate::records::*;
use crate::words::ClaimKind;

/// What has to be done next with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum Stage {
    /// An opinion, prediction or position: it takes no rating.
    TakesNone,
    /// Its kind is unclear: it waits for that.
    Unclear,
    /// Nobody has rated it.
    ToRate,
    /// Rated, and waits for a second reading by another editor.
    Waiting,
    /// The second reader disagrees: it is back with the first.
    Disagreed,
    /// Each has read the other, and both stand by what they said: a third reader, or a new rating, has to settle it.
    BothStand,
    /// A second reader agrees: the desk may make it the verdict.
    Ready,
    /// The desk stands behind a rating.
    Verdict,
}

/// Where one claim stands.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct ClaimReview {
    /// The claim.
    pub claim_id: ClaimId,
    /// What has to be done next.
    pub stage: Stage,
    /// The assessment that this is about.
    pub assessment_id: Option<AssessmentId>,
    /// Who made it.
    pub editor_id: Option<EditorId>,
    /// Who read it last, and so agrees or disagrees.
    pub reader_id: Option<EditorId>,
    /// Every editor who has a rating of the claim in force, in the order recorded.
    pub rated_by: Vec<EditorId>,
    /// How many ratings were superseded.
    pub n_superseded: u32,
}

/// Where every claim stands, in the order of the claims.
pub fn reviews(case: &CaseAt) -> Vec<ClaimReview> {
    case.claims.iter().map(|claim| review(case, claim)).collect()
}

/// Where a claim stands.
pub fn review(case: &CaseAt, claim: &Claim) -> ClaimReview {
    let there = assessments_in_force(case, claim.uuid);
    let all = case.assessments.iter().filter(|a| a.claim_id == claim.uuid).count();
    let (stage, subject) = stage(case, claim, &there);
    let reader = subject.and_then(|subject| {
        readings(case, subject).filter(|r| r.editor_id != subject.editor_id).last().map(|r| r.editor_id)
    });
    ClaimReview {
        claim_id: claim.uuid,
        stage,
        assessment_id: subject.map(|a| a.uuid),
        editor_id: subject.map(|a| a.editor_id),
        reader_id: reader,
        rated_by: there.iter().map(|a| a.editor_id).collect(),
        n_superseded: u32::try_from(all - there.len()).unwrap_or(u32::MAX),
    }
}

fn readings<'a>(case: &'a CaseAt, of: &Assessment) -> impl Iterator<Item = &'a SecondReading> {
    let id = of.uuid;
    case.second_readings.iter().filter(move |r| r.assessment_id == id)
}

fn stage<'a>(case: &'a CaseAt, claim: &Claim, there: &[&'a Assessment]) -> (Stage, Option<&'a Assessment>) {
    let verdict = verdict_in_force(case, claim.uuid).map(|verdict| verdict.assessment_id);
    let of_verdict = verdict.and_then(|id| case.assessments.iter().find(|a| a.uuid == id));
    match claim.kind {
        ClaimKind::Opinion | ClaimKind::Prediction | ClaimKind::Position => return (Stage::TakesNone, None),
        ClaimKind::Unclear => return (Stage::Unclear, None),
        ClaimKind::Factual | ClaimKind::Legal => {}
    }
    // What was recorded before the rating that the desk stands behind is settled by it.
    let of_claim = || case.assessments.iter().filter(|a| a.claim_id == claim.uuid);
    let settled: Vec<AssessmentId> = match of_claim().position(|a| Some(a.uuid) == verdict) {
        Some(at) => of_claim().take(at + 1).map(|a| a.uuid).collect(),
        None => Vec::new(),
    };
    let news: Vec<&Assessment> = there.iter().copied().filter(|a| !settled.contains(&a.uuid)).collect();
    if let Some(agreed) = news.iter().rev().find(|a| !agreeing_readers(case, a).is_empty()) {
        return (Stage::Ready, Some(agreed));
    }
    let read = |a: &Assessment| readings(case, a).any(|r| r.editor_id != a.editor_id);
    let answers = |a: &Assessment| {
        of_claim()
            .any(|other| other.uuid != a.uuid && readings(case, other).any(|r| r.editor_id == a.editor_id))
    };
    if let Some(waiting) = news.iter().find(|a| !read(a) && (a.supersedes_id.is_some() || !answers(a))) {
        return (Stage::Waiting, Some(waiting));
    }
    let disagreed: Vec<&Assessment> = news.iter().copied().filter(|a| read(a)).collect();
    match (disagreed.first(), disagreed.len()) {
        (Some(first), 1) => (Stage::Disagreed, Some(first)),
        (Some(first), _) => (Stage::BothStand, Some(first)),
        (None, _) if of_verdict.is_some() => (Stage::Verdict, of_verdict),
        (None, _) => (Stage::ToRate, None),
    }
}
