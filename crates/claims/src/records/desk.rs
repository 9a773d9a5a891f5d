//! The records of the desk's own work: scales and ratings, inquiries, events, the checklist, reports, and what the file says of itself.

use super::Record;
#[cfg(feature = "wire")]
use super::flag;
use crate::ids::*;
use crate::words::*;
use uuid::Uuid;

record! { /// A versioned rating scale.
Scale, "scale", ScaleId { /// Name.
    name: String, /// Version, from 1.
    version: u32, /// What it is for.
    description: Option<String>, /// The version that this supersedes.
    supersedes_id: Option<ScaleId> } flags { /// Made for legal claims, and only for these.
    for_law, /// Came with the app.
    preset } }
record! { /// A label of a scale.
ScaleLabel, "scale_label", ScaleLabelId { /// The scale.
    scale_id: ScaleId, /// The words.
    name: String, /// Its number; the highest is the best supported; none stands outside the order.
    number: Option<u32>, /// What it means.
    meaning: Option<String>, /// Fractional key.
    position: String } }
record! { /// One editor's rating of a claim.
Assessment, "assessment", AssessmentId { /// The case.
    case_id: CaseId, /// The claim.
    claim_id: ClaimId, /// Whose.
    editor_id: EditorId, /// On which scale.
    scale_id: ScaleId, /// Which label.
    label_id: ScaleLabelId, /// Likelihood.
    likelihood: Option<Likelihood>, /// Confidence in the basis.
    confidence: Option<Confidence>, /// Evidence up to this day (YYYY-MM-DD) was weighed.
    evidence_until: String, /// Why, in Markdown; `[@uuid]` cites an excerpt, item or statement.
    rationale: String, /// What would change it.
    would_change: Option<String>, /// The one that this supersedes.
    supersedes_id: Option<AssessmentId>, /// Why it supersedes.
    supersede_reason: Option<String> } }
record! { /// A second reading of an assessment by another editor.
SecondReading, "second_reading", SecondReadingId { /// The case.
    case_id: CaseId, /// The assessment.
    assessment_id: AssessmentId, /// The second reader.
    editor_id: EditorId, /// What they say.
    outcome: SecondOutcome, /// Why.
    reason: String, /// The second reader's own rating of the claim, made before the first was uncovered: then the reading was blind.
    own_assessment_id: Option<AssessmentId> } }
record! { /// The assessment that the desk stands behind; one that supersedes another is a correction.
Verdict, "verdict", VerdictId { /// The case.
    case_id: CaseId, /// The assessment.
    assessment_id: AssessmentId, /// Who set it.
    editor_id: EditorId, /// The verdict that this supersedes.
    supersedes_id: Option<VerdictId>, /// Why it supersedes.
    reason: Option<String> } }
record! { /// A recorded look for evidence.
Inquiry, "inquiry", InquiryId { /// The case.
    case_id: CaseId, /// For this account.
    account_id: Option<AccountId>, /// For this claim.
    claim_id: Option<ClaimId>, /// For this point.
    point_id: Option<PointId>, /// What was looked for.
    sought: String, /// Where.
    looked: Option<String>, /// When (EDTF).
    date: Option<String>, /// What came of it.
    outcome: InquiryOutcome, /// What was found, or what should exist and does not.
    note: Option<String>, /// Who looked.
    editor_id: EditorId } }
record! { /// Right of reply: a party was asked, and what it answered.
Reply, "reply", ReplyId { /// The case.
    case_id: CaseId, /// Who was asked.
    actor_id: ActorId, /// When (EDTF).
    asked: Option<String>, /// How.
    asked_how: Option<String>, /// By when an answer was asked for (EDTF); none = no day was named.
    deadline: Option<String>, /// When it answered (EDTF); none = no answer recorded.
    answered: Option<String>, /// The answer.
    words: Option<String>, /// Its language (BCP 47).
    language: Option<String> } }
record! { /// Something that happened and stands on the timeline, beside what was said of it.
Event, "event", EventId { /// The case.
    case_id: CaseId, /// What happened, in neutral words.
    name: String, /// When (EDTF).
    date: Option<String>, /// The date as written.
    date_words: Option<String>, /// Earliest instant, where a time of day is known.
    earliest: Option<String>, /// Latest instant.
    latest: Option<String>, /// IANA zone; none = unknown.
    zone: Option<String>, /// The time as written.
    time_words: Option<String>, /// Where.
    place: Option<String>, /// The item that tells of it: its source.
    item_id: Option<ItemId>, /// Note.
    note: Option<String> } }
record! { /// A line of the checklist that an editor goes through before a report is published.
ChecklistLine, "checklist_line", ChecklistLineId { /// The case.
    case_id: CaseId, /// What is to be seen to.
    text: String, /// The commitment of the IFCN Code of Principles that it serves; none = the desk's own.
    commitment: Option<Commitment>, /// Note.
    note: Option<String>, /// Fractional key.
    position: String } flags { /// Seen to.
    done } }
record! { /// A preserved file was handed out: a line of the custody log.
HandingOut, "handing_out", HandingOutId { /// The case that the file stands in; none = it stands in no case.
    case_id: Option<CaseId>, /// The preserved file.
    capture_id: CaptureId, /// As what.
    how: HandedAs, /// Name of the bag or of the copy; never a path.
    name: String, /// When (UTC, RFC 3339).
    handed: String, /// Who.
    editor_id: EditorId } }
record! { /// One attempt to get a page of the web.
Fetch, "fetch", FetchId { /// The item.
    item_id: ItemId, /// Address that was asked for.
    address: String, /// Address where redirects led.
    final_address: Option<String>, /// When it began (instant).
    started: String, /// When it ended (instant).
    ended: Option<String>, /// How it ended.
    state: FetchState, /// Code of what went wrong.
    problem: Option<String>, /// The archive that was kept.
    capture_id: Option<CaptureId>, /// Why the page was wanted.
    reason: Option<String>, /// Who asked for it.
    editor_id: EditorId } }
record! { /// The text that was read out of a capture: a file among the preserved ones. The latest is what excerpts are placed in.
CaptureText, "capture_text", CaptureTextId { /// The capture.
    capture_id: CaptureId, /// SHA-256 of the text, 64 lower-case hex digits.
    sha256: String, /// Size in bytes.
    size: i64, /// Name and version of the tool that read it.
    tool: String, /// When (instant).
    made: String, /// How many pages; none = it has none, or they were not counted.
    pages: Option<i64> } }
record! { /// A value that a capture says of itself, as found.
Metadata, "metadata", MetadataId { /// The capture.
    capture_id: CaptureId, /// Where in it the value was found.
    origin: MetadataOrigin, /// Name of the value there.
    name: String, /// The value, as found.
    value: String, /// Name and version of the tool that read it.
    tool: String, /// When (instant).
    read: String } flags { /// Can point at a person or place.
    sensitive, /// Left out of what is exported, which says so.
    withheld } }
record! { /// A check of a picture that an editor did by hand.
PictureCheck, "picture_check", PictureCheckId { /// The picture.
    capture_id: CaptureId, /// Which check.
    kind: PictureCheckKind, /// When (instant).
    made: String, /// Who did it.
    editor_id: EditorId, /// With which settings (JSON).
    settings: Option<String>, /// SHA-256 of the result, a file among the preserved ones; none = the note is the result.
    sha256: Option<String>, /// Its media type.
    media_type: Option<String>, /// Its size in bytes.
    size: Option<i64>, /// What was seen.
    note: Option<String> } }
record! { /// A published report.
Report, "report", ReportId { /// The case.
    case_id: CaseId, /// Its number, with the device's label; never reused.
    number: String, /// The operation at which the case is shown.
    operation: OperationId, /// Shown by what was public on this day.
    known_by: Option<String>, /// JSON array of section names.
    sections: String, /// Who published.
    editor_id: EditorId, /// The report that this supersedes.
    supersedes_id: Option<ReportId>, /// Why.
    reason: Option<String>, /// Language of its own words (BCP 47); none = English, the one there was in format 1.
    language: Option<String> } }
record! { /// One file of a published report.
ReportFile, "report_file", ReportFileId { /// The case.
    case_id: CaseId, /// The report.
    report_id: ReportId, /// Format.
    format: ReportFormat, /// SHA-256 of the file.
    sha256: String, /// Size in bytes.
    size: i64 } }
record! { /// A device that writes a chain into this ledger.
Device, "device", DeviceId { /// Short label.
    name: String } }
record! { /// A migration that made the file what it is.
Migration, "migration", MigrationId { /// Number, from 1.
    number: u32, /// Its SQL.
    text: String } }
record! { /// Names a change whose images an erasure took away; seq 0 is the operation's reason.
Erasure, "erasure", ErasureId { /// The operation whose image is gone.
    operation: OperationId, /// Which change of it.
    seq: i64 } }
