//! Statements, what they do to claims, where they appear, and who carried them.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, adds, last_place, living, noun, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::ids::{ActId, ActorId, AppearanceId, CarrierId, CaseId, ClaimId, ExcerptId, ItemId, StatementId};
use claims::records::{Act, Appearance, Carrier, Statement};
use claims::words::{ActKind, TranslationStatus, Wording};
use ledger::{Filter, Tx};

wire! {
    /// Records an utterance, with what it does to claims and where it appears, as one operation.
    pub struct StatementAdd {
        /// The case.
        pub case_id: CaseId,
        /// Who spoke.
        pub speaker_id: ActorId,
        /// The words as printed.
        pub words: String,
        /// How they are given; none = paraphrase.
        pub wording: Option<Wording>,
        /// In which office, as recorded.
        pub office: Option<String>,
        /// On whose behalf.
        pub on_behalf_id: Option<ActorId>,
        /// When (EDTF).
        pub date: Option<String>,
        /// The date as written, or how it was inferred.
        pub date_words: Option<String>,
        /// Earliest instant, where a time of day is known.
        pub earliest: Option<String>,
        /// Latest instant.
        pub latest: Option<String>,
        /// IANA zone; none = unknown.
        pub zone: Option<String>,
        /// The time as written.
        pub time_words: Option<String>,
        /// Where.
        pub venue: Option<String>,
        /// Language of these words (BCP 47).
        pub language: Option<String>,
        /// Language spoken; none = not recorded.
        pub spoken_language: Option<String>,
        /// Translation of the words.
        pub translation: Option<String>,
        /// Its language (BCP 47).
        pub translation_language: Option<String>,
        /// Who translated.
        pub translator: Option<String>,
        /// Where the translation stands; none = not recorded.
        pub translation_status: Option<TranslationStatus>,
        /// Note.
        pub note: Option<String>,
        /// What it does to claims.
        pub acts: Option<Vec<StatementAct>>,
        /// Where it appears.
        pub appearances: Option<Vec<StatementAppearance>>,
    }

    /// What a new statement does to a claim.
    pub struct StatementAct {
        /// The claim.
        pub claim_id: ClaimId,
        /// Asserts, denies, reports or concedes.
        pub kind: ActKind,
    }

    /// Where a new statement appears.
    pub struct StatementAppearance {
        /// The item.
        pub item_id: ItemId,
        /// The excerpt that holds it.
        pub excerpt_id: Option<ExcerptId>,
        /// Who carried it, outermost first, inside the item.
        pub carrier_ids: Option<Vec<ActorId>>,
        /// Note.
        pub note: Option<String>,
    }

    /// Adds an appearance of a statement.
    pub struct AppearanceAdd {
        /// The statement.
        pub statement_id: StatementId,
        /// The item.
        pub item_id: ItemId,
        /// The excerpt that holds it.
        pub excerpt_id: Option<ExcerptId>,
        /// Who carried it, outermost first, inside the item.
        pub carrier_ids: Option<Vec<ActorId>>,
        /// Note.
        pub note: Option<String>,
    }
}

adds! {
    /// Says what a statement does to a claim.
    ActAdd => Act as ActId {
        /// The statement.
        statement_id: StatementId,
        /// The claim.
        claim_id: ClaimId,
        /// Asserts, denies, reports or concedes.
        kind: ActKind,
    } |tx, me| { case_id: living::<Statement>(tx, me.statement_id.0)?.case_id }

    /// Adds a carrier inside the others of an appearance.
    CarrierAdd => Carrier as CarrierId {
        /// The appearance.
        appearance_id: AppearanceId,
        /// Who carried it.
        actor_id: ActorId,
    } |tx, me| {
        case_id: living::<Appearance>(tx, me.appearance_id.0)?.case_id,
        position: {
            let others: Vec<Carrier> = tx.list(&Filter { equal: vec![("appearance_id", me.appearance_id.0)], ..Filter::default() })?;
            last_place(others.iter().map(|carrier| Some(carrier.position.as_str())))
        }
    }
}

fn add_statement(
    desk: &mut Desk,
    context: &Context,
    request: StatementAdd,
) -> Result<Wrote<Statement>, Problem> {
    desk.write_record(context, |tx| record_statement(tx, request))
}

/// Records an utterance inside a write.
pub(super) fn record_statement(tx: &mut Tx<'_>, request: StatementAdd) -> Result<Statement, Problem> {
    claims::time::check_span(request.earliest.as_deref(), request.latest.as_deref())
        .map_err(|refused| Problem { code: Code::Invalid, ..Problem::from(refused) }.field("latest"))?;
    let statement = Statement {
        uuid: StatementId(tx.id()),
        case_id: request.case_id,
        speaker_id: request.speaker_id,
        office: request.office,
        on_behalf_id: request.on_behalf_id,
        date: request.date,
        date_words: request.date_words,
        earliest: request.earliest,
        latest: request.latest,
        zone: request.zone,
        time_words: request.time_words,
        venue: request.venue,
        words: request.words,
        wording: request.wording.unwrap_or(Wording::Paraphrase),
        language: request.language,
        spoken_language: request.spoken_language,
        translation: request.translation,
        translation_language: request.translation_language,
        translator: request.translator,
        translation_status: request.translation_status,
        differs_from_id: None,
        differs_reason: None,
        note: request.note,
        trashed: false,
        erased: None,
    };
    put(tx, &statement)?;
    for act in request.acts.unwrap_or_default() {
        let act = Act {
            uuid: ActId(tx.id()),
            case_id: statement.case_id,
            statement_id: statement.uuid,
            claim_id: act.claim_id,
            kind: act.kind,
            trashed: false,
            erased: None,
        };
        put(tx, &act)?;
    }
    for appearance in request.appearances.unwrap_or_default() {
        appear(tx, &statement, appearance)?;
    }
    Ok(statement)
}

fn appear(
    tx: &mut Tx<'_>,
    statement: &Statement,
    request: StatementAppearance,
) -> Result<Appearance, Problem> {
    let appearance = Appearance {
        uuid: AppearanceId(tx.id()),
        case_id: statement.case_id,
        statement_id: statement.uuid,
        item_id: request.item_id,
        excerpt_id: request.excerpt_id,
        note: request.note,
        trashed: false,
        erased: None,
    };
    put(tx, &appearance)?;
    let mut key: Option<String> = None;
    for actor_id in request.carrier_ids.unwrap_or_default() {
        let position = claims::fractional::between(key.as_deref(), None);
        key = Some(position.clone());
        let carrier = Carrier {
            uuid: CarrierId(tx.id()),
            case_id: statement.case_id,
            appearance_id: appearance.uuid,
            actor_id,
            position,
            trashed: false,
            erased: None,
        };
        put(tx, &carrier)?;
    }
    Ok(appearance)
}

fn add_appearance(
    desk: &mut Desk,
    context: &Context,
    request: AppearanceAdd,
) -> Result<Wrote<Appearance>, Problem> {
    desk.write_record(context, |tx| {
        let statement = living::<Statement>(tx, request.statement_id.0)?;
        let given = StatementAppearance {
            item_id: request.item_id,
            excerpt_id: request.excerpt_id,
            carrier_ids: request.carrier_ids,
            note: request.note,
        };
        appear(tx, &statement, given)
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "statement.add", StatementAdd => Wrote<Statement>, add_statement, "Records an utterance, with what it does to claims and where it appears."),
    ];
    all.extend(noun!(Statement, list "statement.list", show "statement.show", edit "statement.edit", trash "statement.trash", restore "statement.restore"));
    all.push(command!(Write "act.add", ActAdd => Wrote<Act>, record::add::<ActAdd>, "Says what a statement does to a claim: asserts, denies, reports or concedes it."));
    all.extend(noun!(Act, list "act.list", show "act.show", edit "act.edit", trash "act.trash", restore "act.restore"));
    all.push(command!(Write "appearance.add", AppearanceAdd => Wrote<Appearance>, add_appearance, "Adds an appearance of a statement in an item, with its carriers."));
    all.extend(noun!(Appearance, list "appearance.list", show "appearance.show", edit "appearance.edit", trash "appearance.trash", restore "appearance.restore"));
    all.push(command!(Write "carrier.add", CarrierAdd => Wrote<Carrier>, record::add::<CarrierAdd>, "Adds a carrier inside the others of an appearance."));
    all.extend(noun!(Carrier, list "carrier.list", show "carrier.show", edit "carrier.edit", trash "carrier.trash", restore "carrier.restore"));
    all
}
