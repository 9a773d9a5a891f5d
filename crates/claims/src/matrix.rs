//! The evidence matrix: competing claims (or accounts) in rows, evidence in columns, and the numbers beside it, each with its explanation.

use crate::grid::DeskStance;
use crate::ids::*;
use crate::records::EvidenceLink;
use crate::words::*;

/// What the rows of a matrix are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum MatrixOf {
    /// The claims of the current answers to this point (accounts first, then findings).
    Point(PointId),
    /// The accounts of the case: only links that target an account count.
    Accounts,
}

/// Whose stances a matrix shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum Whose {
    /// The desk's.
    Desk,
    /// One editor's own.
    Editor(EditorId),
}

/// One evidence matrix.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Matrix {
    /// What the rows are, in words: the question of the point, or "Accounts".
    pub name: String,
    /// The point, if it is one's matrix.
    pub point_id: Option<PointId>,
    /// Rows.
    pub rows: Vec<MatrixRow>,
    /// Columns.
    pub columns: Vec<MatrixColumn>,
    /// Coverage of the whole.
    pub coverage: Coverage,
    /// What leaving one piece of evidence, one source or one group of dependent sources out does to the ranking; only those that change it.
    pub leave_one_out: Vec<LeftOut>,
    /// Origins behind the columns: dependent items and actors count as one.
    pub n_origins: u32,
    /// Agreement between editors over the cells.
    pub agreement: Agreement,
}

/// A row: a claim or an account.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct MatrixRow {
    /// The claim (none in a matrix of accounts).
    pub claim_id: Option<ClaimId>,
    /// The account (in a matrix of accounts).
    pub account_id: Option<AccountId>,
    /// Label, such as "B1": letter of the account or finding and number of the point; a letter alone for accounts.
    pub label: String,
    /// The claim's short answer or text, or the account's name.
    pub name: String,
    /// Speaker and date in short.
    pub by: Option<String>,
    /// The speaker of the claim, the body of a finding, or the holders of the account.
    pub who: Option<String>,
    /// The date of the answer (EDTF).
    pub date: Option<String>,
    /// Cells, in the order of the columns.
    pub cells: Vec<MatrixCell>,
    /// Contradiction score.
    pub score: Score,
    /// Rank by contradiction score, 1 = least contradicted; ties share the better rank.
    pub rank: u32,
    /// Cells with a stance, over all.
    pub coverage: Coverage,
}

/// A column: one item, excerpt or claim used as evidence.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct MatrixColumn {
    /// E1, E2 … in the order in which the evidence entered the case.
    pub label: String,
    /// The item (exactly one of the three is set).
    pub item_id: Option<ItemId>,
    /// The excerpt.
    pub excerpt_id: Option<ExcerptId>,
    /// The claim used as evidence.
    pub claim_id: Option<ClaimId>,
    /// Name.
    pub name: String,
    /// Date (EDTF).
    pub date: Option<String>,
    /// The source: publisher of the item, or claimant.
    pub source: Option<String>,
    /// The source as an actor; none where it is only a printed name, or not recorded.
    pub source_id: Option<ActorId>,
    /// First day that the date allows (YYYY-MM-DD), to sort by.
    pub earliest: Option<String>,
    /// Best credibility among the cells of the column, 1-6, where 6 (cannot be judged) comes after all; none = none is judged.
    pub credibility: Option<u8>,
    /// Reliability of the source, if rated.
    pub reliability: Option<Grade>,
    /// Group of dependent sources that the column belongs to; equal numbers derive from one another.
    pub origin: u32,
    /// Links that bear on this item or on its links as evidence: shown as marks, counted nowhere.
    pub remarks: Vec<Remark>,
    /// Diagnosticity over the rows.
    pub diagnosticity: Diagnosticity,
}

/// What bears on a piece of evidence, or on a cell: opens on click, changes no number.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Remark {
    /// The link.
    pub link_id: EvidenceLinkId,
    /// Name of the item, excerpt or claim that bears on it.
    pub name: String,
    /// Note of the link.
    pub note: Option<String>,
    /// The desk's stance.
    pub desk: DeskStance,
}

/// A link seen from one of its ends, with what editors make of it.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct LinkAround {
    /// The link.
    pub link: EvidenceLink,
    /// E1, E2 … of the evidence.
    pub from_label: String,
    /// Name of the item, excerpt or claim that is the evidence.
    pub from_name: String,
    /// Name of what it bears on.
    pub to_name: String,
    /// The desk's stance.
    pub desk: DeskStance,
    /// Every editor's stance in force.
    pub stances: Vec<EditorStance>,
    /// Relevance in force.
    pub relevance: Option<RelevanceValue>,
    /// Credibility in force, 1-6.
    pub credibility: Option<u8>,
}

/// A cell: the link from the column's evidence to the row's record.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct MatrixCell {
    /// Links of the pair; empty = none yet, two or more = unsettled until one is trashed.
    pub link_ids: Vec<EvidenceLinkId>,
    /// The stance shown (the desk's, or one editor's as `one_reader`).
    pub shown: DeskStance,
    /// Every editor's stance in force.
    pub stances: Vec<EditorStance>,
    /// Relevance in force; none = unset.
    pub relevance: Option<RelevanceValue>,
    /// Credibility in force, 1-6; none = unset.
    pub credibility: Option<u8>,
    /// What the cell adds to the contradiction score; none if it adds nothing because it is unsettled or unrated.
    pub contribution: Option<f64>,
    /// Note of the link.
    pub note: Option<String>,
    /// Links that bear on the link of this cell.
    pub remarks: Vec<Remark>,
}

/// One editor's stance in force.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct EditorStance {
    /// The editor.
    pub editor_id: EditorId,
    /// Name.
    pub editor: String,
    /// The stance.
    pub value: StanceValue,
    /// Note.
    pub note: Option<String>,
    /// True where two stances of this editor supersede the same one: the later counts, both are shown.
    pub forked: bool,
}

/// A contradiction score with the rows and the formula behind it. Lower is better; 0 = nothing contradicts.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Score {
    /// Weighted by credibility and relevance.
    pub weighted: f64,
    /// Unweighted.
    pub unweighted: f64,
    /// Lowest weighted score over the editors' stances of unsettled cells.
    pub low: f64,
    /// Highest.
    pub high: f64,
    /// Rated cells whose credibility is unset or 6: their weight is 1.
    pub n_credibility_not_judged: u32,
    /// Cells that add nothing because the editors differ.
    pub n_unsettled: u32,
    /// Why it is so.
    pub explanation: Explanation,
}

/// Diagnosticity of a column: population standard deviation of its stances over the rows.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Diagnosticity {
    /// The number, 0 to 2; none = not defined (fewer than two stances).
    pub value: Option<f64>,
    /// Stances counted.
    pub n: u32,
    /// Cells left out because not applicable.
    pub n_not_applicable: u32,
    /// Left out because unrated.
    pub n_unrated: u32,
    /// Left out because unsettled.
    pub n_unsettled: u32,
    /// Why it is so.
    pub explanation: Explanation,
}

/// Cells with a stance over all cells.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Coverage {
    /// Cells with a stance, not applicable included.
    pub covered: u32,
    /// All cells.
    pub cells: u32,
    /// Cells where editors differ.
    pub unsettled: u32,
    /// Cells that nobody rated.
    pub unrated: u32,
}

/// What leaving something out does.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct LeftOut {
    /// What is left out.
    pub what: LeftOutKind,
    /// Its name: evidence label, source, or "origin of E2, E3".
    pub name: String,
    /// Labels of the columns left out.
    pub columns: Vec<String>,
    /// Score of each row without them, in the order of the rows.
    pub scores: Vec<f64>,
    /// Rank of each row without them.
    pub ranks: Vec<u32>,
    /// In a sentence: "Without E8, B2 comes first and C2 second."
    pub words: String,
}

/// What is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum LeftOutKind {
    /// One piece of evidence.
    Evidence,
    /// All evidence of one source.
    Source,
    /// All evidence of one origin.
    Origin,
}

/// A number, explained: what it is, the formula, the rows that went in, the result in words.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Explanation {
    /// Name of the method, as in docs/methods.md.
    pub method: String,
    /// The formula in one line.
    pub formula: String,
    /// The result in one or two sentences.
    pub words: String,
    /// Heads of the table.
    pub heads: Vec<String>,
    /// Rows of the table, as many cells as heads.
    pub rows: Vec<Vec<String>>,
}

/// Krippendorff's alpha between editors.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Agreement {
    /// Ordinal alpha; none = not defined.
    pub alpha: Option<f64>,
    /// Pairs of stances compared; where there are some and no alpha, nothing varies among them.
    pub n_pairs: u32,
    /// How firm it is; none = not defined.
    pub firmness: Option<Firmness>,
    /// Why it is not defined, or what it means, in English.
    pub words: String,
}

/// How firm the agreement between editors is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum Firmness {
    /// Alpha of 0.8 or more.
    Firm,
    /// Alpha of 0.667 or more.
    Tentative,
    /// Less.
    Weak,
}

impl Firmness {
    /// How firm an alpha is, by the bounds that Krippendorff gives.
    pub fn of(alpha: f64) -> Self {
        match alpha {
            alpha if alpha >= 0.8 => Firmness::Firm,
            alpha if alpha >= 0.667 => Firmness::Tentative,
            _ => Firmness::Weak,
        }
    }
}
