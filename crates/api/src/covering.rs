//! What a blind second reader may not see yet, wherever a record or an operation would show it.

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::Wire;
use claims::ids::{AssessmentId, CaseId, ClaimId};
use claims::records::Assessment;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Fields of these tables that say what a rating is, or what was said of it; who rated, what, and by which day is no secret.
const SAYS: [(&str, &[&str]); 3] = [
    (
        "assessment",
        &[
            "label_id",
            "scale_id",
            "likelihood",
            "confidence",
            "rationale",
            "would_change",
            "supersede_reason",
        ],
    ),
    ("second_reading", &["outcome", "reason"]),
    ("verdict", &["reason"]),
];

/// Looks up what is covered, each case once.
pub struct Cover<'a> {
    context: &'a Context,
    cases: HashMap<CaseId, HashSet<ClaimId>>,
}

impl<'a> Cover<'a> {
    /// For who calls.
    pub fn of(context: &'a Context) -> Self {
        Self { context, cases: HashMap::new() }
    }

    /// Whether this image of a row of that table says something of a rating that is covered.
    ///
    /// *Errors*: those of reading the case.
    pub fn hides(&mut self, desk: &Desk, table: &str, image: &Value) -> Result<bool, Problem> {
        if !self.context.blind || !SAYS.iter().any(|(name, _)| *name == table) {
            return Ok(false);
        }
        let id =
            |field: &str| image.get(field).and_then(Value::as_str).and_then(|text| text.parse::<Uuid>().ok());
        let Some(case) = id("case_id").map(CaseId) else { return Ok(false) };
        let claim = match (id("claim_id"), id("assessment_id")) {
            (Some(claim), _) => Some(ClaimId(claim)),
            (None, Some(of)) => {
                desk.ledger.get::<Assessment>(AssessmentId(of))?.map(|rating| rating.claim_id)
            }
            (None, None) => None,
        };
        let covered = match self.cases.get(&case) {
            Some(known) => known,
            None => {
                let found = match at::hidden(desk, self.context, case, None) {
                    Ok(covered) => covered.into_iter().map(|one| one.claim_id).collect(),
                    // A case that was taken back has no reader.
                    Err(problem) if problem.code == Code::NotFound => HashSet::new(),
                    Err(problem) => return Err(problem),
                };
                self.cases.entry(case).or_insert(found)
            }
        };
        Ok(claim.is_some_and(|claim| covered.contains(&claim)))
    }

    /// The image without what it says of a covered rating; whether something was taken out.
    ///
    /// *Errors*: as of [`Cover::hides`].
    pub fn strip(&mut self, desk: &Desk, table: &str, image: &mut Option<Value>) -> Result<bool, Problem> {
        let Some(whole) = image else { return Ok(false) };
        if !self.hides(desk, table, whole)? {
            return Ok(false);
        }
        if let Value::Object(fields) = whole {
            let says = SAYS.iter().find(|(name, _)| *name == table).map_or(&[][..], |(_, says)| says);
            fields.retain(|name, _| !says.contains(&name.as_str()));
        }
        Ok(true)
    }

    /// Whether a record says something of a rating that is covered.
    ///
    /// *Errors*: as of [`Cover::hides`].
    pub fn hides_record<R: Wire>(&mut self, desk: &Desk, record: &R) -> Result<bool, Problem> {
        match self.context.blind && SAYS.iter().any(|(name, _)| *name == R::TABLE) {
            true => self.hides(desk, R::TABLE, &serde_json::to_value(record)?),
            false => Ok(false),
        }
    }
}

/// It is covered for who asks.
pub fn covered() -> Problem {
    Problem::new(Code::Rule, "this is covered until you have rated the claim yourself")
        .hint("Rate the claim in Review, or choose there to read openly.")
        .with("rule", "covered")
}
