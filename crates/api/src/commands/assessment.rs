//! Assessments, second readings and verdicts. All are added, none is edited: a later one supersedes an earlier one.

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{editor, living, noun, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::case_at::CaseAt;
use claims::ids::{AssessmentId, ClaimId, ScaleId, ScaleLabelId, SecondReadingId, VerdictId};
use claims::records::{
    Assessment, Claim, Excerpt, Item, Scale, ScaleLabel, SecondReading, Statement, Verdict,
};
use claims::words::{Confidence, Likelihood, SecondOutcome};
use ledger::{Filter, Tx};

wire! {
    /// Rates a claim.
    pub struct AssessmentAdd {
        /// The claim.
        pub claim_id: ClaimId,
        /// The scale.
        pub scale_id: ScaleId,
        /// The label.
        pub label_id: ScaleLabelId,
        /// Likelihood.
        pub likelihood: Option<Likelihood>,
        /// Confidence in the basis.
        pub confidence: Option<Confidence>,
        /// Evidence up to this day (YYYY-MM-DD) was weighed.
        pub evidence_until: String,
        /// Why, in Markdown; `[@id]` cites an excerpt, item or statement.
        pub rationale: String,
        /// What would change it.
        pub would_change: Option<String>,
        /// One's earlier assessment of the claim that this supersedes.
        pub supersedes_id: Option<AssessmentId>,
        /// Why it supersedes; needed with `supersedes_id`.
        pub supersede_reason: Option<String>,
    }

    /// Reads an assessment of another editor a second time.
    pub struct SecondReadingAdd {
        /// The assessment.
        pub assessment_id: AssessmentId,
        /// Agrees or disagrees.
        pub outcome: SecondOutcome,
        /// Why.
        pub reason: String,
        /// One's own rating of the same claim, made before the first was uncovered: then the reading is blind.
        pub own_assessment_id: Option<AssessmentId>,
    }

    /// Makes an assessment the verdict that the desk stands behind.
    pub struct VerdictAdd {
        /// The assessment; a second reader must have agreed.
        pub assessment_id: AssessmentId,
        /// Why it supersedes the verdict in force; needed if there is one.
        pub reason: Option<String>,
    }
}

fn add(desk: &mut Desk, context: &Context, request: AssessmentAdd) -> Result<Wrote<Assessment>, Problem> {
    desk.write_record(context, |tx| {
        let claim = living::<Claim>(tx, request.claim_id.0)?;
        let scale = living::<Scale>(tx, request.scale_id.0)?;
        let label = living::<ScaleLabel>(tx, request.label_id.0)?;
        if label.scale_id != scale.uuid {
            return Err(Problem::new(
                Code::Invalid,
                format!("{} is no label of {}, version {}", label.name, scale.name, scale.version),
            )
            .field("label_id"));
        }
        claims::ratings::may_rate(&claim, &scale)?;
        let editor_id = editor(tx)?;
        if let Some(earlier) = request.supersedes_id {
            let earlier = living::<Assessment>(tx, earlier.0)?;
            if earlier.claim_id != claim.uuid {
                return Err(Problem::new(Code::Rule, "it supersedes an assessment of another claim")
                    .field("supersedes_id"));
            }
            if request.supersede_reason.as_ref().is_none_or(|reason| reason.trim().is_empty()) {
                return Err(Problem::new(Code::Invalid, "a reason is needed: it is printed")
                    .field("supersede_reason")
                    .hint("Say what changed: new evidence, an error, another reading."));
            }
        }
        check_citations(tx, &request.rationale)?;
        let assessment = Assessment {
            uuid: AssessmentId(tx.id()),
            case_id: claim.case_id,
            claim_id: claim.uuid,
            editor_id,
            scale_id: scale.uuid,
            label_id: label.uuid,
            likelihood: request.likelihood,
            confidence: request.confidence,
            evidence_until: request.evidence_until,
            rationale: request.rationale,
            would_change: request.would_change,
            supersedes_id: request.supersedes_id,
            supersede_reason: request.supersede_reason,
            trashed: false,
            erased: None,
        };
        put(tx, &assessment)?;
        Ok(assessment)
    })
}

/// Every citation must lead to a record that is there.
fn check_citations(tx: &Tx<'_>, rationale: &str) -> Result<(), Problem> {
    for citation in claims::cite::citations(rationale) {
        let there = match citation.id {
            Ok(id) => {
                tx.get::<Excerpt>(id)?.is_some_and(|found| !found.trashed)
                    || tx.get::<Item>(id)?.is_some_and(|found| !found.trashed)
                    || tx.get::<Statement>(id)?.is_some_and(|found| !found.trashed)
            }
            Err(_) => false,
        };
        if !there {
            let words = rationale.get(citation.range.clone()).unwrap_or_default().to_owned();
            return Err(Problem::new(Code::Invalid, format!("the citation {words} leads nowhere"))
                .field("rationale")
                .hint("Cite an excerpt, item or statement by its id: [@…].")
                .with("citation", words));
        }
    }
    Ok(())
}

/// The case of an assessment as it stands, for the rules that look at more than one record.
fn case_of(desk: &Desk, id: AssessmentId) -> Result<CaseAt, Problem> {
    let assessment = crate::record::found::<Assessment>(desk, id.0)?;
    at::case(desk, assessment.case_id, None, None)
}

fn read_second(
    desk: &mut Desk,
    context: &Context,
    request: SecondReadingAdd,
) -> Result<Wrote<SecondReading>, Problem> {
    desk.write_record(context, |tx| {
        let assessment = living::<Assessment>(tx, request.assessment_id.0)?;
        let editor_id = editor(tx)?;
        claims::ratings::may_read_second(&assessment, editor_id)?;
        if let Some(own) = request.own_assessment_id {
            let own = living::<Assessment>(tx, own.0)?;
            claims::ratings::may_read_blind(&assessment, &own, editor_id, request.outcome)?;
        }
        let earlier: Vec<SecondReading> = tx.list(&Filter {
            equal: vec![("assessment_id", assessment.uuid.0), ("editor_id", editor_id.0)],
            trashed: Some(false),
            ..Filter::default()
        })?;
        if let Some(same) = earlier.last().filter(|earlier| same_reading(earlier, &request)) {
            return Ok(same.clone());
        }
        let reading = SecondReading {
            uuid: SecondReadingId(tx.id()),
            case_id: assessment.case_id,
            assessment_id: assessment.uuid,
            editor_id,
            outcome: request.outcome,
            reason: request.reason,
            own_assessment_id: request.own_assessment_id,
            trashed: false,
            erased: None,
        };
        put(tx, &reading)?;
        Ok(reading)
    })
}

fn same_reading(earlier: &SecondReading, request: &SecondReadingAdd) -> bool {
    earlier.outcome == request.outcome
        && earlier.reason == request.reason
        && earlier.own_assessment_id == request.own_assessment_id
}

fn add_verdict(desk: &mut Desk, context: &Context, request: VerdictAdd) -> Result<Wrote<Verdict>, Problem> {
    let case = case_of(desk, request.assessment_id)?;
    claims::ratings::may_set_verdict(&case, request.assessment_id)?;
    let claim = case
        .assessments
        .iter()
        .find(|assessment| assessment.uuid == request.assessment_id)
        .map(|assessment| assessment.claim_id);
    let earlier = claim.and_then(|claim| claims::ratings::verdict_in_force(&case, claim)).cloned();
    if let Some(earlier) = &earlier {
        if earlier.assessment_id == request.assessment_id {
            return Err(Problem::new(Code::Rule, "it is the verdict already"));
        }
        if request.reason.as_ref().is_none_or(|reason| reason.trim().is_empty()) {
            return Err(Problem::new(
                Code::Invalid,
                "a reason is needed: this verdict corrects an earlier one, and the correction is printed",
            )
            .field("reason"));
        }
    }
    desk.write_record(context, |tx| {
        let assessment = living::<Assessment>(tx, request.assessment_id.0)?;
        let verdict = Verdict {
            uuid: VerdictId(tx.id()),
            case_id: assessment.case_id,
            assessment_id: assessment.uuid,
            editor_id: editor(tx)?,
            supersedes_id: earlier.as_ref().map(|earlier| earlier.uuid),
            reason: request.reason,
            trashed: false,
            erased: None,
        };
        put(tx, &verdict)?;
        Ok(verdict)
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "assessment.add", AssessmentAdd => Wrote<Assessment>, add, "Rates a claim on a scale, with a required rationale; may supersede an earlier assessment, with a reason."),
    ];
    all.extend(noun!(Assessment, judgement list "assessment.list", show "assessment.show", trash "assessment.trash", restore "assessment.restore"));
    all.push(command!(Write "second_reading.add", SecondReadingAdd => Wrote<SecondReading>, read_second, "Reads another editor's assessment a second time: agrees or disagrees, with a reason; names one's own rating where the reading was blind."));
    all.extend(noun!(SecondReading, judgement list "second_reading.list", show "second_reading.show", trash "second_reading.trash", restore "second_reading.restore"));
    all.push(command!(Write "verdict.add", VerdictAdd => Wrote<Verdict>, add_verdict, "Makes an assessment the desk's verdict; needs a second reader's agreement, and a reason where it corrects one."));
    all.extend(noun!(Verdict, judgement list "verdict.list", show "verdict.show", trash "verdict.trash", restore "verdict.restore"));
    all
}
