//! The points grid: points in rows, accounts in columns, findings beside them.

use crate::ids::*;
use crate::words::*;

/// The points grid of a case.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct PointsGrid {
    /// Columns: accounts in their order.
    pub accounts: Vec<AccountColumn>,
    /// Columns beside them: findings in their order.
    pub findings: Vec<FindingColumn>,
    /// Rows: points in their order (common ground first, where that was asked).
    pub rows: Vec<PointRow>,
    /// How many rows read what, in the order of `RowState::ALL`, zero counts included.
    pub states: Vec<StateCount>,
    /// Effort per account, in the order of the columns.
    pub effort: Vec<Effort>,
    /// A plain sentence where one side got much less effort.
    pub effort_warning: Option<String>,
}

/// An account as a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct AccountColumn {
    /// The account.
    pub id: AccountId,
    /// A, B, C … by its place.
    pub letter: String,
    /// Name.
    pub name: String,
    /// In a sentence.
    pub summary: Option<String>,
    /// Names of the actors that hold it.
    pub holders: Vec<String>,
}

/// A finding as a column.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct FindingColumn {
    /// The finding.
    pub id: FindingId,
    /// Letter after those of the accounts.
    pub letter: String,
    /// Name.
    pub name: String,
    /// The body.
    pub body: String,
    /// Document symbol of its item.
    pub symbol: Option<String>,
    /// When it became public (EDTF).
    pub date: Option<String>,
    /// Its standard of proof, in its words.
    pub standard: Option<String>,
}

/// How many rows read so.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct StateCount {
    /// The state.
    pub state: RowState,
    /// Rows.
    pub count: u32,
}

/// What was done for an account.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Effort {
    /// The account.
    pub account_id: AccountId,
    /// Its letter.
    pub letter: String,
    /// Statements of its claims that appear in an item.
    pub statements: u32,
    /// Recorded looks for evidence.
    pub inquiries: u32,
    /// Evidence links to its claims and to itself.
    pub links: u32,
    /// Of these, links with at least one stance.
    pub rated: u32,
}

/// A point with what each account and finding says to it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct PointRow {
    /// The point.
    pub id: PointId,
    /// Its number, from 1, in the order of the points.
    pub number: u32,
    /// The question.
    pub question: String,
    /// Note.
    pub note: Option<String>,
    /// What the comparison of the row is.
    pub state: RowState,
    /// Whether it is common ground: agreed or compatible.
    pub common_ground: bool,
    /// Accounts that answer.
    pub n_answer: u32,
    /// Accounts that are silent.
    pub n_silent: u32,
    /// Accounts that nobody has looked at.
    pub n_not_looked_at: u32,
    /// The state with its counts in words: "agreed by 2, silent 1, not looked at 1".
    pub words: String,
    /// Relations between the current answers, by letters, for example "A = C ≠ B"; empty with fewer than two answers.
    pub letters: String,
    /// Cells, in the order of the accounts.
    pub cells: Vec<Cell>,
    /// Cells beside them, in the order of the findings.
    pub finding_cells: Vec<FindingCell>,
    /// Every pair of current answers with how it stands.
    pub pairs: Vec<Pair>,
}

/// How a pair of current answers stands.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Pair {
    /// Letter of one account or finding.
    pub a: String,
    /// Letter of the other.
    pub b: String,
    /// One answer.
    pub answer_id: AnswerId,
    /// The other.
    pub other_id: AnswerId,
    /// What an editor said, or `same` where the normalised values are identical and nobody said otherwise; none = not compared.
    pub relation: Option<Relation>,
    /// True where `same` comes from identical normalised values alone.
    pub offered: bool,
    /// The comparison in force, if an editor made one.
    pub comparison_id: Option<ComparisonId>,
    /// Why, in the editor's words.
    pub reason: Option<String>,
    /// Who said so.
    pub editor: Option<String>,
}

/// What kind of nothing, or something, a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum CellState {
    /// The account answers.
    Answered,
    /// An editor recorded that it says nothing.
    Silent,
    /// Nobody has looked.
    NotLookedAt,
}

/// One account's cell of a row.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Cell {
    /// The account.
    pub account_id: AccountId,
    /// What it holds.
    pub state: CellState,
    /// The current answer.
    pub current: Option<AnswerView>,
    /// Earlier versions, latest first.
    pub earlier: Vec<AnswerView>,
    /// Silences recorded for the cell, latest first (shown even where an answer was found since).
    pub silences: Vec<SilenceView>,
}

/// One finding's cell of a row.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct FindingCell {
    /// The finding.
    pub finding_id: FindingId,
    /// What it says; none = no finding on this point.
    pub answer: Option<AnswerView>,
    /// What editors said of this answer beside each account's current answer.
    pub pairs: Vec<Pair>,
}

/// A recorded silence, as shown.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct SilenceView {
    /// The silence.
    pub id: SilenceId,
    /// Where the editor looked.
    pub looked: String,
    /// Up to when (EDTF).
    pub until: String,
    /// Who looked.
    pub editor: String,
}

/// An answer, as shown in a cell.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct AnswerView {
    /// The answer.
    pub id: AnswerId,
    /// The claim that answers.
    pub claim_id: ClaimId,
    /// Its text.
    pub claim: String,
    /// Its kind.
    pub claim_kind: ClaimKind,
    /// Value, denial or refusal.
    pub kind: AnswerKind,
    /// The short answer.
    pub value: Option<String>,
    /// True where no statement of a holder asserts the claim.
    pub second_hand: bool,
    /// The date that orders it (EDTF), of its statement, or of the earliest item where the statement has none.
    pub date: Option<String>,
    /// The best statement behind it.
    pub statement: Option<StatementView>,
    /// The evidence on the claim, in the order of the evidence.
    pub strip: Vec<Mark>,
    /// Links that support and that contradict, by the desk's stance.
    pub n_for: u32,
    /// Links that contradict.
    pub n_against: u32,
    /// Links without a settled stance.
    pub n_unrated: u32,
    /// The verdict or assessment in force, as a label; none = not rated.
    pub rating: Option<RatingView>,
}

/// A statement, as shown.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct StatementView {
    /// The statement.
    pub id: StatementId,
    /// Who spoke.
    pub speaker: String,
    /// In which office.
    pub office: Option<String>,
    /// When (EDTF).
    pub date: Option<String>,
    /// The date as written.
    pub date_words: Option<String>,
    /// The words as printed.
    pub words: String,
    /// How they are given.
    pub wording: Wording,
    /// Their language.
    pub language: Option<String>,
    /// What the statement does to the claim it is shown for.
    pub act: Option<ActKind>,
    /// Items it appears in, with carriers, outermost first: "News report < TASS".
    pub via: Vec<String>,
    /// The earlier statement it differs from, where an editor said so.
    pub differs_from_id: Option<StatementId>,
}

/// One mark of a strip: the desk's stance of one link.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Mark {
    /// The link.
    pub link_id: EvidenceLinkId,
    /// Label of the evidence, for example "E7".
    pub label: String,
    /// Name of the evidence.
    pub name: String,
    /// The desk's stance.
    pub desk: DeskStance,
}

/// The desk's stance on a link or cell.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct DeskStance {
    /// What the desk's reading is.
    pub state: DeskState,
    /// The stance on which all agree; none if unsettled or unrated.
    pub value: Option<StanceValue>,
    /// How many editors rated it.
    pub n_editors: u32,
}

/// Whether the editors agree on a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum DeskState {
    /// Two or more rated, all alike.
    Agreed,
    /// One rated.
    OneReader,
    /// They differ (or two links for one cell exist).
    Unsettled,
    /// Nobody rated.
    Unrated,
}

/// A rating, as shown.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct RatingView {
    /// The assessment.
    pub assessment_id: AssessmentId,
    /// True if the desk stands behind it.
    pub is_verdict: bool,
    /// Label.
    pub label: String,
    /// Place of the label in the scale, from 0.
    pub place: u32,
    /// How many labels the scale has.
    pub places: u32,
    /// Number of the label.
    pub number: Option<u32>,
    /// Scale and version: "Disputed event, version 1".
    pub scale: String,
    /// Likelihood.
    pub likelihood: Option<Likelihood>,
    /// Confidence.
    pub confidence: Option<Confidence>,
    /// Evidence up to this day was weighed.
    pub evidence_until: String,
    /// Who rated.
    pub editor: String,
    /// Who read it a second time and agreed.
    pub second_reader: Option<String>,
}
