//! Blind second reading: what one editor does not see of the others' ratings of a claim until they have signed their own.
//!
//! A claim is covered for an editor while it waits for its second reading: others rated it, no one has read these ratings a second time,
//! the desk stands behind none, and the editor has not rated it. Who rated, and up to which day evidence was weighed, stays in sight.

use crate::case_at::CaseAt;
use crate::ids::*;
use crate::ratings::{assessments_in_force, verdict_in_force};

/// A rating that is there, and is not shown yet.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Covered {
    /// The claim.
    pub claim_id: ClaimId,
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// Who rated.
    pub editor_id: EditorId,
    /// Evidence up to this day was weighed.
    pub evidence_until: String,
}

/// What is covered for this reader, in the order of the claims.
pub fn covered(case: &CaseAt, reader: EditorId) -> Vec<Covered> {
    let rated_by_reader =
        |claim: ClaimId| case.assessments.iter().any(|a| a.claim_id == claim && a.editor_id == reader);
    let was_read = |id: AssessmentId| case.second_readings.iter().any(|r| r.assessment_id == id);
    let mut covered = Vec::new();
    for claim in &case.claims {
        let there = assessments_in_force(case, claim.uuid);
        if rated_by_reader(claim.uuid)
            || there.iter().any(|a| was_read(a.uuid))
            || verdict_in_force(case, claim.uuid).is_some()
        {
            continue;
        }
        covered.extend(there.into_iter().map(|a| Covered {
            claim_id: claim.uuid,
            assessment_id: a.uuid,
            editor_id: a.editor_id,
            evidence_until: a.evidence_until.clone(),
        }));
    }
    covered
}

/// The case without the ratings of these claims, superseded ones included, and without what was said of them.
#[must_use]
pub fn without(mut case: CaseAt, covered: &[Covered]) -> CaseAt {
    let hidden: std::collections::HashSet<ClaimId> = covered.iter().map(|c| c.claim_id).collect();
    case.assessments.retain(|a| !hidden.contains(&a.claim_id));
    let left: std::collections::HashSet<AssessmentId> = case.assessments.iter().map(|a| a.uuid).collect();
    case.second_readings.retain(|r| left.contains(&r.assessment_id));
    case.verdicts.retain(|v| left.contains(&v.assessment_id));
    case
}
