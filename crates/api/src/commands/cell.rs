//! A cell of the points grid, filled in one gesture: the claim, the statement behind it, and the answer, as one operation.

use crate::commands::account::{belong, hold};
use crate::commands::claim::{ClaimAdd, record_claim};
use crate::commands::statement::{StatementAct, StatementAdd, StatementAppearance, record_statement};
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{living, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::ids::{
    AccountId, ActId, ActorId, AnswerId, CaseId, ClaimId, FindingId, ItemId, PointId, StatementId,
};
use claims::records::{Act, Actor, Answer, Claim, Statement};
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
        /// The statement behind it, new …
        pub statement: Option<CellStatement>,
        /// … or one that is there already; it asserts the claim too, unless it bears on it in another way.
        pub statement_id: Option<StatementId>,
        /// True: who spoke holds the account from now on, where they do not hold it yet.
        pub holds: Option<bool>,
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
        if request.statement.is_some() && request.statement_id.is_some() {
            return Err(Problem::new(Code::Invalid, "two statements are given")
                .hint("Give the words of a new statement, or name one that is there.")
                .field("statement_id"));
        }
        let known = request.statement_id.map(|id| living::<Statement>(tx, id.0)).transpose()?;
        let speaker_id = match (&known, &request.statement) {
            (Some(statement), _) => Some(statement.speaker_id),
            (None, Some(given)) => Some(speaker(tx, given)?),
            (None, None) => None,
        };
        let claim = claim(tx, &request, speaker_id)?;
        let statement_id = match (known, request.statement, speaker_id) {
            (Some(statement), ..) => {
                bear(tx, &statement, &claim)?;
                Some(statement.uuid)
            }
            (None, Some(given), Some(speaker_id)) => Some(said(tx, given, speaker_id, &claim)?.uuid),
            _ => None,
        };
        if let (Some(true), Some(account), Some(actor)) = (request.holds, request.account_id, speaker_id) {
            hold(tx, account, actor)?;
        }
        let answer = Answer {
            uuid: AnswerId(tx.id()),
            case_id: request.case_id,
            claim_id: claim.uuid,
            point_id: request.point_id,
            kind: request.kind,
            value: request.value,
            statement_id,
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

/// Records the new statement, with what it does to the claim.
fn said(
    tx: &mut Tx<'_>,
    given: CellStatement,
    speaker_id: ActorId,
    claim: &Claim,
) -> Result<Statement, Problem> {
    let appearances = given.item_id.map(|item_id| {
        vec![StatementAppearance { item_id, excerpt_id: None, carrier_ids: None, note: None }]
    });
    let acts = vec![StatementAct { claim_id: claim.uuid, kind: given.act.unwrap_or(ActKind::Asserts) }];
    let record = StatementAdd {
        case_id: claim.case_id,
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
        translation_status: None,
        note: None,
        acts: Some(acts),
        appearances,
    };
    record_statement(tx, record)
}

/// Says that a statement asserts a claim, unless it is said already what it does to it.
fn bear(tx: &mut Tx<'_>, statement: &Statement, claim: &Claim) -> Result<(), Problem> {
    let there: Vec<Act> = tx.list(&Filter {
        equal: vec![("statement_id", statement.uuid.0), ("claim_id", claim.uuid.0)],
        trashed: Some(false),
        ..Filter::default()
    })?;
    if !there.is_empty() {
        return Ok(());
    }
    let act = Act {
        uuid: ActId(tx.id()),
        case_id: claim.case_id,
        statement_id: statement.uuid,
        claim_id: claim.uuid,
        kind: ActKind::Asserts,
        trashed: false,
        erased: None,
    };
    put(tx, &act)
}

/// The claim that answers: the one named, put into the account if it is not there yet, or a new one,
/// of which whoever asserts it is the claimant.
fn claim(tx: &mut Tx<'_>, request: &CellFill, speaker: Option<ActorId>) -> Result<Claim, Problem> {
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
    let asserts =
        request.statement.as_ref().and_then(|given| given.act).is_none_or(|act| act == ActKind::Asserts);
    let record = ClaimAdd {
        case_id: request.case_id,
        text,
        kind: request.claim_kind,
        claimant_id: speaker.filter(|_| asserts),
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
