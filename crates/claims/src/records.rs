//! The records: one struct per table under history. References are identities; texts are as they were given.
//!
//! `trashed` and `erased` stand in every record: a trashed one can be brought back;
//! `erased` names the fields whose text was erased (comma-separated), and such a field reads `[erased]`.

use crate::ids::*;
use crate::words::*;
use uuid::Uuid;

/// The text that stands in an erased field.
pub const ERASED: &str = "[erased]";

/// One row of a table under history.
pub trait Record {
    /// The table's name: the word for the thing.
    const TABLE: &'static str;
    /// The row's identity.
    fn uuid(&self) -> Uuid;
    /// Whether it lies in the trash.
    fn trashed(&self) -> bool;
}

/// Truth values are 0 and 1 in the ledger's images and `true` and `false` on the wire; both are read.
#[cfg(feature = "wire")]
mod flag {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(u8),
        Truth(bool),
    }

    pub fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(*value)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        match Either::deserialize(deserializer)? {
            Either::Truth(value) => Ok(value),
            Either::Number(0) => Ok(false),
            Either::Number(1) => Ok(true),
            Either::Number(other) => Err(D::Error::custom(format!("{other} is neither 0 nor 1"))),
        }
    }
}

macro_rules! record {
    ($(#[$doc:meta])* $name:ident, $table:literal, $id:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? } $(flags { $($(#[$bdoc:meta])* $flag:ident),+ $(,)? })?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
        pub struct $name {
            /// Identity.
            pub uuid: $id,
            $($(#[$fdoc])* pub $field: $type,)*
            $($($(#[$bdoc])* #[cfg_attr(feature = "wire", serde(with = "flag", default))] #[cfg_attr(feature = "wire", ts(type = "boolean"))] #[cfg_attr(feature = "wire", schemars(with = "bool"))] pub $flag: bool,)+)?
            /// In the trash; can be brought back.
            #[cfg_attr(feature = "wire", serde(with = "flag", default))]
            #[cfg_attr(feature = "wire", ts(type = "boolean"))]
            #[cfg_attr(feature = "wire", schemars(with = "bool"))]
            pub trashed: bool,
            /// Names of the fields whose text was erased, comma-separated.
            pub erased: Option<String>,
        }

        impl Record for $name {
            const TABLE: &'static str = $table;
            fn uuid(&self) -> Uuid {
                self.uuid.0
            }
            fn trashed(&self) -> bool {
                self.trashed
            }
        }
    };
}

record! { /// The person at work; every change carries one.
Editor, "editor", EditorId { /// Name, as printed.
    name: String } }
record! { /// The house that publishes.
House, "house", HouseId { /// Name.
    name: Option<String>, /// Address of its site.
    url: Option<String>, /// Address of its corrections policy.
    corrections_url: Option<String>, /// Language of its reports (BCP 47).
    language: Option<String>, /// Printed on every page and export.
    note: Option<String>, /// SHA-256 of its logo, a picture among the preserved files.
    logo_sha256: Option<String>, /// Media type of the logo.
    logo_media_type: Option<String> } }
record! { /// An event under review.
Case, "case", CaseId { /// Name.
    name: String, /// What happened, in neutral words.
    summary: Option<String>, /// Where.
    place: Option<String>, /// When (EDTF).
    date: Option<String>, /// The date as written.
    date_words: Option<String>, /// Why it matters.
    why: Option<String>, /// Where it stands.
    status: CaseStatus, /// Who takes care of it.
    assignee_id: Option<EditorId>, /// Language of the case (BCP 47).
    language: Option<String> } flags { /// Fictional editors, house and ratings: every page and export says so.
    example, /// Put aside: kept as it is, and out of the list.
    archived } }
record! { /// Another spelling of a case's name.
CaseName, "case_name", CaseNameId { /// The case.
    case_id: CaseId, /// The spelling.
    name: String, /// Its language (BCP 47).
    language: Option<String> } }
record! { /// A tag of a case.
Tag, "tag", TagId { /// The case.
    case_id: CaseId, /// The tag.
    name: String } }
record! { /// A person, body, state or outlet. Speaker, claimant, holder, source and publisher are roles of an actor.
Actor, "actor", ActorId { /// Name.
    name: String, /// Kind.
    kind: ActorKind, /// Who this is.
    description: Option<String>, /// Address of a page that identifies the actor.
    url: Option<String> } }
record! { /// A name of an actor in another language, script or spelling.
ActorName, "actor_name", ActorNameId { /// The actor.
    actor_id: ActorId, /// The name.
    name: String, /// Its language (BCP 47).
    language: Option<String> } }
record! { /// An office that an actor held.
Office, "office", OfficeId { /// The actor.
    actor_id: ActorId, /// The office.
    name: String, /// The body or state whose office it is.
    body_id: Option<ActorId>, /// From (EDTF).
    from_date: Option<String>, /// To (EDTF).
    to_date: Option<String> } }
record! { /// A coherent version of the event, held by one or more actors.
Account, "account", AccountId { /// The case.
    case_id: CaseId, /// Name.
    name: String, /// In a sentence.
    summary: Option<String>, /// Its strongest form.
    steelman: Option<String>, /// Fractional key, once an editor ordered the accounts.
    position: Option<String> } }
record! { /// An actor holds an account.
Holder, "holder", HolderId { /// The case.
    case_id: CaseId, /// The account.
    account_id: AccountId, /// Who holds it.
    actor_id: ActorId, /// From (EDTF).
    from_date: Option<String>, /// To (EDTF).
    to_date: Option<String> } }
record! { /// A work that carries information.
Item, "item", ItemId { /// The label by which the desk knows it.
    name: String, /// Kind.
    kind: ItemKind, /// Title as printed; none when not recorded.
    title: Option<String>, /// Publisher.
    publisher_id: Option<ActorId>, /// Document symbol or number.
    symbol: Option<String>, /// The date on it (EDTF).
    date: Option<String>, /// The date as written.
    date_words: Option<String>, /// When it became public (EDTF); none = as its date.
    public_date: Option<String>, /// Address.
    url: Option<String>, /// Address of an archived copy.
    archive_url: Option<String>, /// Date of the archived copy (EDTF).
    archive_date: Option<String>, /// Whose archive it is.
    archive: Option<Archive>, /// Language (BCP 47).
    language: Option<String>, /// Newspaper, series or programme it appeared in.
    container: Option<String>, /// Place of publication.
    place: Option<String>, /// Pages.
    pages: Option<String>, /// When it was looked at (EDTF).
    accessed: Option<String>, /// Read, or cited from elsewhere.
    reading: Reading, /// Note.
    note: Option<String> } }
record! { /// An author of an item: an actor, or a name that is only printed there (exactly one of the two).
Author, "author", AuthorId { /// The item.
    item_id: ItemId, /// The actor.
    actor_id: Option<ActorId>, /// The printed name.
    name: Option<String>, /// Fractional key.
    position: String } }
record! { /// An item or actor derives from another.
Derivation, "derivation", DerivationId { /// The item that derives.
    item_id: Option<ItemId>, /// The actor that derives.
    actor_id: Option<ActorId>, /// From this item.
    from_item_id: Option<ItemId>, /// From this actor.
    from_actor_id: Option<ActorId>, /// How.
    kind: DerivationKind, /// Note.
    note: Option<String> } }
record! { /// A preserved copy of an item; never altered.
Capture, "capture", CaptureId { /// The item.
    item_id: ItemId, /// SHA-256 of the file, 64 lower-case hex digits.
    sha256: String, /// Size in bytes.
    size: i64, /// Media type, by content.
    media_type: String, /// File name as it came; metadata, never a path.
    name: String, /// When it was captured (instant).
    captured: String, /// How it was captured.
    how: String, /// By whom.
    editor_id: EditorId, /// Note, for example "notes, not a copy".
    note: Option<String>, /// Address that was asked for; none = it came as a file.
    address: Option<String>, /// Address where redirects led.
    final_address: Option<String>, /// Name and version of the tool that captured it.
    tool: Option<String>, /// Why it was saved.
    reason: Option<String>, /// What it is of its item; none = the item itself, as it came.
    part: Option<CapturePart>, /// The capture that it was made from.
    made_from_id: Option<CaptureId>, /// Perceptual hash of a picture (PDQ), 64 lower-case hex digits.
    pdq: Option<String>, /// How much that hash can tell, 0-100.
    pdq_quality: Option<i64> } }
record! { /// An anchored part of a capture.
Excerpt, "excerpt", ExcerptId { /// The capture.
    capture_id: CaptureId, /// The words, exactly; of a region or time span, what is seen or heard there.
    quote: String, /// Their language (BCP 47).
    language: Option<String>, /// Page label as printed.
    page: Option<String>, /// Up to 32 characters before.
    prefix: Option<String>, /// Up to 32 characters after.
    suffix: Option<String>, /// First character, in Unicode code points of the capture's text.
    start: Option<i64>, /// One past the last character.
    stop: Option<i64>, /// Note.
    note: Option<String>, /// What it is of.
    #[cfg_attr(feature = "wire", serde(default))]
    kind: ExcerptKind, /// Page, counted from 1.
    page_number: Option<i64>, /// Region of the page or picture (W3C media fragment): `xywh=percent:x,y,w,h`.
    region: Option<String>, /// First millisecond of a time span.
    from_ms: Option<i64>, /// Its end.
    to_ms: Option<i64>, /// SHA-256 of the text that it was anchored on, 64 lower-case hex digits.
    text_sha256: Option<String>, /// Colour that it is marked with.
    colour: Option<ExcerptColour>, /// A word of the desk's own to find it by.
    label: Option<String>, /// Translation of the quote.
    translation: Option<String>, /// Its language (BCP 47).
    translation_language: Option<String>, /// Who translated.
    translator: Option<String>, /// Where the translation stands; none = not recorded.
    translation_status: Option<TranslationStatus> } }
record! { /// What a body that is no party concluded.
Finding, "finding", FindingId { /// The case.
    case_id: CaseId, /// Name.
    name: String, /// The body.
    body_id: ActorId, /// The item that carries it.
    item_id: Option<ItemId>, /// When it became public (EDTF); none = as its item.
    date: Option<String>, /// Its standard of proof, in its words.
    standard: Option<String>, /// Fractional key.
    position: Option<String> } }
record! { /// A point at issue: one neutral question.
Point, "point", PointId { /// The case.
    case_id: CaseId, /// The question.
    question: String, /// Note.
    note: Option<String>, /// Fractional key.
    position: String } }
record! { /// A checkable assertion by a claimant.
Claim, "claim", ClaimId { /// The case.
    case_id: CaseId, /// The assertion.
    text: String, /// Kind.
    kind: ClaimKind, /// Who makes it.
    claimant_id: Option<ActorId>, /// The finding that makes it; then it belongs to no account.
    finding_id: Option<FindingId>, /// Language of the text (BCP 47).
    language: Option<String>, /// Note.
    note: Option<String> } }
record! { /// A claim belongs to an account.
AccountClaim, "account_claim", AccountClaimId { /// The case.
    case_id: CaseId, /// The account.
    account_id: AccountId, /// The claim.
    claim_id: ClaimId } }
record! { /// An utterance as recorded.
Statement, "statement", StatementId { /// The case.
    case_id: CaseId, /// Who spoke.
    speaker_id: ActorId, /// In which office, as recorded.
    office: Option<String>, /// On whose behalf.
    on_behalf_id: Option<ActorId>, /// When (EDTF).
    date: Option<String>, /// The date as written, or how it was inferred.
    date_words: Option<String>, /// Earliest instant, where a time of day is known.
    earliest: Option<String>, /// Latest instant.
    latest: Option<String>, /// IANA zone; none = unknown.
    zone: Option<String>, /// The time as written.
    time_words: Option<String>, /// Where.
    venue: Option<String>, /// The words as printed.
    words: String, /// How the words are given.
    wording: Wording, /// Language of these words (BCP 47).
    language: Option<String>, /// Language spoken; none = not recorded.
    spoken_language: Option<String>, /// Translation of the words.
    translation: Option<String>, /// Its language (BCP 47).
    translation_language: Option<String>, /// Who translated.
    translator: Option<String>, /// Where the translation stands; none = not recorded.
    translation_status: Option<TranslationStatus>, /// The earlier statement that this one differs from, where an editor said so.
    differs_from_id: Option<StatementId>, /// Why the editor said so.
    differs_reason: Option<String>, /// Note.
    note: Option<String> } }
record! { /// What a statement does to a claim.
Act, "act", ActId { /// The case.
    case_id: CaseId, /// The statement.
    statement_id: StatementId, /// The claim.
    claim_id: ClaimId, /// What it does.
    kind: ActKind } }
record! { /// A statement in an item.
Appearance, "appearance", AppearanceId { /// The case.
    case_id: CaseId, /// The statement.
    statement_id: StatementId, /// The item.
    item_id: ItemId, /// The excerpt that holds it.
    excerpt_id: Option<ExcerptId>, /// Note.
    note: Option<String> } }
record! { /// One link of the chain of carriers of an appearance, outermost first.
Carrier, "carrier", CarrierId { /// The case.
    case_id: CaseId, /// The appearance.
    appearance_id: AppearanceId, /// Who carried it.
    actor_id: ActorId, /// Fractional key.
    position: String } }
record! { /// What a claim says to a point.
Answer, "answer", AnswerId { /// The case.
    case_id: CaseId, /// The claim.
    claim_id: ClaimId, /// The point.
    point_id: PointId, /// Value, denial or refusal.
    kind: AnswerKind, /// The short answer; always there for a value.
    value: Option<String>, /// The statement it stands in; none = the earliest that asserts the claim.
    statement_id: Option<StatementId>, /// Note.
    note: Option<String> } }
record! { /// An editor found that an account says nothing on a point.
Silence, "silence", SilenceId { /// The case.
    case_id: CaseId, /// The account.
    account_id: AccountId, /// The point.
    point_id: PointId, /// Where the editor looked.
    looked: String, /// Up to when (EDTF).
    until: String, /// Who looked.
    editor_id: EditorId } }
record! { /// An editor compared two answers to one point. A relation of none withdraws.
Comparison, "comparison", ComparisonId { /// The case.
    case_id: CaseId, /// One answer.
    answer_id: AnswerId, /// The other.
    other_id: AnswerId, /// How they relate.
    relation: Option<Relation>, /// Why.
    reason: String, /// Who says so.
    editor_id: EditorId, /// The one that this supersedes.
    supersedes_id: Option<ComparisonId> } }
record! { /// How far an actor can be trusted as a source.
Reliability, "reliability", ReliabilityId { /// The actor.
    actor_id: ActorId, /// Grade.
    grade: Grade, /// Why.
    reason: String, /// Who says so.
    editor_id: EditorId, /// The one that this supersedes.
    supersedes_id: Option<ReliabilityId> } }
record! { /// How an item, excerpt or claim (exactly one) bears on a claim, account, item or other link (exactly one).
EvidenceLink, "evidence_link", EvidenceLinkId { /// The case.
    case_id: CaseId, /// This item bears.
    from_item_id: Option<ItemId>, /// This excerpt bears.
    from_excerpt_id: Option<ExcerptId>, /// This claim bears, as evidence.
    from_claim_id: Option<ClaimId>, /// On this claim.
    to_claim_id: Option<ClaimId>, /// On this account.
    to_account_id: Option<AccountId>, /// On this item.
    to_item_id: Option<ItemId>, /// On this link.
    to_link_id: Option<EvidenceLinkId>, /// Note.
    note: Option<String> } }
record! { /// One editor's stance on a link. A value of none withdraws: it reads as unrated.
Stance, "stance", StanceId { /// The case.
    case_id: CaseId, /// The link.
    link_id: EvidenceLinkId, /// Whose.
    editor_id: EditorId, /// Which.
    value: Option<StanceValue>, /// Note.
    note: Option<String>, /// The one that this supersedes.
    supersedes_id: Option<StanceId> } }
record! { /// The desk's relevance of a link. A value of none unsets.
Relevance, "relevance", RelevanceId { /// The case.
    case_id: CaseId, /// The link.
    link_id: EvidenceLinkId, /// Who said so.
    editor_id: EditorId, /// Which.
    value: Option<RelevanceValue>, /// The one that this supersedes.
    supersedes_id: Option<RelevanceId> } }
record! { /// The desk's credibility of the information of a link: 1 confirmed … 5 improbable, 6 cannot be judged (Admiralty code). None unsets.
Credibility, "credibility", CredibilityId { /// The case.
    case_id: CaseId, /// The link.
    link_id: EvidenceLinkId, /// Who said so.
    editor_id: EditorId, /// 1-6.
    value: Option<u8>, /// The one that this supersedes.
    supersedes_id: Option<CredibilityId> } }

mod desk;
pub use desk::*;
