//! Claims, and what they answer to points.

use crate::at;
use crate::commands::account::belong;
use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::record::{self, adds, living, noun, put};
use crate::table::{Command, command};
use crate::wire::{Shown, Wrote, answer, wire};
use claims::blind::Covered;
use claims::case_at::CaseAt;
use claims::grid::{DeskStance, RatingView, StatementView};
use claims::ids::{
    AccountId, ActorId, AnswerId, CaseId, ClaimId, EvidenceLinkId, FindingId, PointId, StatementId,
};
use claims::matrix::{EditorStance, Remark};
use claims::records::{Answer, Assessment, Claim, Inquiry, SecondReading, Verdict};
use claims::words::{AnswerKind, ClaimKind, RelevanceValue};
use ledger::Tx;

wire! {
    /// Adds a claim, to any number of accounts, or as a finding's.
    pub struct ClaimAdd {
        /// The case.
        pub case_id: CaseId,
        /// The assertion.
        pub text: String,
        /// Kind; none = factual.
        pub kind: Option<ClaimKind>,
        /// Who makes it.
        pub claimant_id: Option<ActorId>,
        /// Accounts that it belongs to.
        pub account_ids: Option<Vec<AccountId>>,
        /// The finding that makes it; then it belongs to no account.
        pub finding_id: Option<FindingId>,
        /// Language of the text (BCP 47).
        pub language: Option<String>,
        /// Note.
        pub note: Option<String>,
    }

    /// One claim at one position of the history.
    pub struct ClaimDetail {
        /// The case.
        pub case_id: CaseId,
        /// The claim.
        pub claim_id: ClaimId,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
        /// True: without the ratings of others that the acting editor has still to read a second time, and has not rated.
        pub blind: Option<bool>,
    }
}

adds! {
    /// Says what a claim answers to a point.
    AnswerAdd => Answer as AnswerId {
        /// The claim.
        claim_id: ClaimId,
        /// The point.
        point_id: PointId,
        /// Value, denial or refusal.
        kind: AnswerKind,
        /// The short answer; needed for a value.
        value: Option<String>,
        /// The statement it stands in; none = the earliest that asserts the claim.
        statement_id: Option<StatementId>,
        /// Note.
        note: Option<String>,
    } |tx, me| { case_id: living::<Claim>(tx, me.claim_id.0)?.case_id }
}

answer! {
    /// A claim with everything about it.
    pub struct ClaimView {
        /// Where it stands.
        pub shown: Shown,
        /// Its id.
        pub id: ClaimId,
        /// Its text.
        pub name: String,
        /// The claim.
        pub claim: Claim,
        /// Name of the claimant.
        pub claimant: Option<String>,
        /// Accounts that it belongs to.
        pub account_ids: Vec<AccountId>,
        /// Statements that assert, deny, report or concede it, in time order.
        pub statements: Vec<StatementView>,
        /// What it answers.
        pub answers: Vec<Answer>,
        /// Evidence on it, in the order of the evidence.
        pub evidence: Vec<EvidenceView>,
        /// Its rating in force.
        pub rating: Option<RatingView>,
        /// Every assessment, superseded ones included, oldest first.
        pub assessments: Vec<Assessment>,
        /// Others' assessments that are covered, since the reading is blind.
        pub covered: Vec<Covered>,
        /// Second readings of these.
        pub second_readings: Vec<SecondReading>,
        /// Verdicts, superseded ones included.
        pub verdicts: Vec<Verdict>,
        /// Recorded looks for evidence.
        pub inquiries: Vec<Inquiry>,
    }

    /// A piece of evidence on a claim.
    pub struct EvidenceView {
        /// The link.
        pub link_id: EvidenceLinkId,
        /// E1, E2 …
        pub label: String,
        /// Name of the item, excerpt or claim.
        pub name: String,
        /// Note of the link.
        pub note: Option<String>,
        /// The desk's stance.
        pub desk: DeskStance,
        /// Every editor's stance in force.
        pub stances: Vec<EditorStance>,
        /// Relevance in force.
        pub relevance: Option<RelevanceValue>,
        /// Credibility in force, 1-6.
        pub credibility: Option<u8>,
        /// What bears on the link itself; counted nowhere.
        pub remarks: Vec<Remark>,
    }
}

fn add_claim(desk: &mut Desk, context: &Context, request: ClaimAdd) -> Result<Wrote<Claim>, Problem> {
    desk.write_record(context, |tx| record_claim(tx, request))
}

/// Adds a claim inside a write.
pub(super) fn record_claim(tx: &mut Tx<'_>, request: ClaimAdd) -> Result<Claim, Problem> {
    let claim = Claim {
        uuid: ClaimId(tx.id()),
        case_id: request.case_id,
        text: request.text,
        kind: request.kind.unwrap_or(ClaimKind::Factual),
        claimant_id: request.claimant_id,
        finding_id: request.finding_id,
        language: request.language,
        note: request.note,
        trashed: false,
        erased: None,
    };
    put(tx, &claim)?;
    for account in request.account_ids.unwrap_or_default() {
        belong(tx, account, &claim)?;
    }
    Ok(claim)
}

fn detail(desk: &mut Desk, context: &Context, request: ClaimDetail) -> Result<ClaimView, Problem> {
    let time = (request.as_of.as_deref(), request.known_by.as_deref());
    let (case, covered) = at::seen(desk, context, request.case_id, time, request.blind)?;
    view(&case, covered, request.claim_id)
}

fn view(case: &CaseAt, covered: Vec<Covered>, id: ClaimId) -> Result<ClaimView, Problem> {
    let claim = case.claims.iter().find(|claim| claim.uuid == id).cloned().ok_or_else(|| {
        Problem::not_found("claim", id)
            .hint("It may be in the trash, or not in view at that position or by that day.")
    })?;
    let assessments: Vec<Assessment> =
        case.assessments.iter().filter(|assessment| assessment.claim_id == id).cloned().collect();
    let of_these = |assessment| assessments.iter().any(|own| own.uuid == assessment);
    let evidence = claims::evidence_matrix::on_claim::evidence_on(case, id)
        .into_iter()
        .map(|on| EvidenceView {
            link_id: on.mark.link_id,
            label: on.mark.label,
            name: on.mark.name,
            note: on.note,
            desk: on.mark.desk,
            stances: on.stances,
            relevance: on.relevance,
            credibility: on.credibility,
            remarks: on.remarks,
        })
        .collect();
    Ok(ClaimView {
        shown: Shown::of(case),
        id,
        name: claim.text.clone(),
        claimant: claim
            .claimant_id
            .and_then(|actor| case.actors.iter().find(|known| known.uuid == actor))
            .map(|actor| actor.name.clone()),
        account_ids: case
            .account_claims
            .iter()
            .filter(|link| link.claim_id == id)
            .map(|link| link.account_id)
            .collect(),
        statements: claims::evidence_matrix::on_claim::statements_on(case, id),
        answers: case.answers.iter().filter(|answer| answer.claim_id == id).cloned().collect(),
        evidence,
        rating: claims::ratings::rating_of(case, id),
        second_readings: case
            .second_readings
            .iter()
            .filter(|reading| of_these(reading.assessment_id))
            .cloned()
            .collect(),
        verdicts: case.verdicts.iter().filter(|verdict| of_these(verdict.assessment_id)).cloned().collect(),
        inquiries: case.inquiries.iter().filter(|inquiry| inquiry.claim_id == Some(id)).cloned().collect(),
        covered: covered.into_iter().filter(|one| one.claim_id == id).collect(),
        assessments,
        claim,
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "claim.add", ClaimAdd => Wrote<Claim>, add_claim, "Adds a claim, to any number of accounts, or as a finding's."),
        command!(Read "claim.detail", ClaimDetail => ClaimView, detail, "Shows a claim with its statements, evidence, assessments and verdicts."),
    ];
    all.extend(noun!(Claim, list "claim.list", show "claim.show", edit "claim.edit", trash "claim.trash", restore "claim.restore"));
    all.push(command!(Write "answer.add", AnswerAdd => Wrote<Answer>, record::add::<AnswerAdd>, "Says what a claim answers to a point."));
    all.extend(noun!(Answer, list "answer.list", show "answer.show", edit "answer.edit", trash "answer.trash", restore "answer.restore"));
    all
}
