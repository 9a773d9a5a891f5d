//! A cell of the points grid, filled in one gesture: the claim, the statement behind it, and the answer, as one operation.

use crate::commands::account::belong;
use crate::commands::claim::{ClaimAdd, record_claim};
use crate::commands::statement::{StatementAct, StatementAdd, StatementAppearance, record_statement};
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{living, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::ids::{AccountId, ActorId, AnswerId, CaseId, ClaimId, FindingId, ItemId, PointId};
use claims::records::{Actor, Answer, Claim};
use claims::words::{ActKind, ActorKind, AnswerKind, ClaimKind, Wording};
use ledger::{Filter, Tx};

wire! {
    /// Fills a cell of the points grid: what an account or finding answers to a point, and who said so.
    pub struct CellFill {
        /// The case.
        pub case_id: CaseId,
        /// The point.
        pub point_id: PointId,
        /// The account that answers …
        pub account_id: Option<AccountId>,
        /// … or the finding.
        pub finding_id: Option<FindingId>,
        /// A claim that is there already; none = a new one of this text.
        pub claim_id: Option<ClaimId>,
        /// Text of the new claim.
        pub text: Option<String>,
        /// Kind of the new claim; none = factual.
        pub claim_kind: Option<ClaimKind>,
        /// Value, denial or refusal.
        pub kind: AnswerKind,
        /// The short answer; needed for a value.
        pub value: Option<String>,
        /// The statement behind it.
        pub statement: Option<CellStatement>,
    }

    /// The statement behind an answer.
    pub struct CellStatement {
        /// Name of the speaker: the actor of that name, or a new one.
        pub speaker: String,
        /// Kind of a new speaker; none = person.
        pub speaker_kind: Option<ActorKind>,
        /// In which office, as recorded.
        pub office: Option<String>,
        /// When (EDTF).
        pub date: Option<String>,
        /// The words as printed.
        pub words: String,
        /// How they are given; none = paraphrase.
        pub wording: Option<Wording>,
        /// Language of these words (BCP 47).
        pub language: Option<String>,
        /// What it does to the claim; none = asserts.
        pub act: Option<ActKind>,
        /// The item it appears in.
        pub item_id: Option<ItemId>,
    }
}

fn fill(desk: &mut Desk, context: &Context, request: CellFill) -> Result<Wrote<Answer>, Problem> {
    desk.write_record(context, |tx| {
        let claim = claim(tx, &request)?;
        let statement = match request.statement {
            None => None,
            Some(given) => {
                let speaker_id = speaker(tx, &given)?;
                let appearances = given.item_id.map(|item_id| {
                    vec![StatementAppearance { item_id, excerpt_id: None, carrier_ids: None, note: None }]
                });
                let acts =
                    vec![StatementAct { claim_id: claim.uuid, kind: given.act.unwrap_or(ActKind::Asserts) }];
                let record = StatementAdd {
                    case_id: request.case_id,
                    speaker_id,
                    words: given.words,
                    wording: given.wording,
                    office: given.office,
                    on_behalf_id: None,
                    date: given.date,
                    date_words: None,
                    earliest: None,
                    latest: None,
                    zone: None,
                    time_words: None,
                    venue: None,
                    language: given.language,
                    spoken_language: None,
                    translation: None,
                    translation_language: None,
                    translator: None,
                    note: None,
                    acts: Some(acts),
                    appearances,
                };
                Some(record_statement(tx, record)?)
            }
        };
        let answer = Answer {
            uuid: AnswerId(tx.id()),
            case_id: request.case_id,
            claim_id: claim.uuid,
            point_id: request.point_id,
            kind: request.kind,
            value: request.value,
            statement_id: statement.map(|statement| statement.uuid),
            note: None,
            trashed: false,
            erased: None,
        };
        if answer.kind == AnswerKind::Value && answer.value.is_none() {
            return Err(Problem::new(Code::Invalid, "a value is needed")
                .hint("Write the answer in a few words, or choose denial or refusal.")
                .field("value"));
        }
        put(tx, &answer)?;
        Ok(answer)
    })
}

/// The claim that answers: the one named, put into the account if it is not there yet, or a new one.
fn claim(tx: &mut Tx<'_>, request: &CellFill) -> Result<Claim, Problem> {
    if let Some(id) = request.claim_id {
        let claim = living::<Claim>(tx, id)?;
        if let Some(account) = request.account_id {
            belong(tx, account, &claim)?;
        }
        return Ok(claim);
    }
    let Some(text) = request.text.clone() else {
        return Err(Problem::new(Code::Invalid, "the claim has no text")
            .hint("Say what is claimed in a sentence, or choose a claim that is there.")
            .field("text"));
    };
    let record = ClaimAdd {
        case_id: request.case_id,
        text,
        kind: request.claim_kind,
        claimant_id: None,
        account_ids: request.account_id.map(|account| vec![account]),
        finding_id: request.finding_id,
        language: None,
        note: None,
    };
    record_claim(tx, record)
}

/// The living actor of that name, or a new one.
fn speaker(tx: &mut Tx<'_>, given: &CellStatement) -> Result<ActorId, Problem> {
    let name = given.speaker.trim();
    if name.is_empty() {
        return Err(Problem::new(Code::Invalid, "nobody is named as the speaker")
            .hint("Name who spoke; an unnamed speaker has a description, such as “top officials”.")
            .field("speaker"));
    }
    let actors: Vec<Actor> = tx.list(&Filter { trashed: Some(false), ..Filter::default() })?;
    if let Some(known) = actors.into_iter().find(|actor| actor.name == name) {
        return Ok(known.uuid);
    }
    let actor = Actor {
        uuid: ActorId(tx.id()),
        name: name.to_owned(),
        kind: given.speaker_kind.unwrap_or(ActorKind::Person),
        description: None,
        url: None,
        trashed: false,
        erased: None,
    };
    put(tx, &actor)?;
    Ok(actor.uuid)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Write "cell.fill", CellFill => Wrote<Answer>, fill, "Fills a cell of the points grid: claim, statement and answer, as one operation."),
    ]
}
