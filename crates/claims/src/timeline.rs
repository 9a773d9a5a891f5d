//! The timeline: a lane per account, one for findings, one for what belongs to none.

use crate::case_at::CaseAt;
use crate::ids::*;

/// The timeline of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Timeline {
    /// Lanes: the event, accounts in their order, findings, statements of no account. Lanes other than accounts' are there only if they hold something.
    pub lanes: Vec<Lane>,
    /// First day of any entry (YYYY-MM-DD).
    pub earliest: Option<String>,
    /// Last day of any entry (YYYY-MM-DD).
    pub latest: Option<String>,
}

/// What a lane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum LaneKind {
    /// The event under review.
    Event,
    /// Statements of the claims of one account.
    Account,
    /// Findings.
    Findings,
    /// Statements that belong to no account.
    Other,
}

/// A lane.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Lane {
    /// What it shows.
    pub kind: LaneKind,
    /// The account, for its lane.
    pub account_id: Option<AccountId>,
    /// Its letter.
    pub letter: Option<String>,
    /// Name.
    pub name: String,
    /// Dated entries in the order of time.
    pub entries: Vec<TimelineEntry>,
    /// Entries without any date, in the order recorded.
    pub undated: Vec<TimelineEntry>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum EntryKind {
    /// The event.
    Event,
    /// A statement.
    Statement,
    /// A finding.
    Finding,
}

/// An entry: drawn as a point where earliest and latest are one day, as a span otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct TimelineEntry {
    /// What it is.
    pub kind: EntryKind,
    /// Identity of the record.
    pub uuid: String,
    /// Who spoke, or the body; empty for the event.
    pub who: String,
    /// The words, the finding's name, or the event's.
    pub words: String,
    /// The date (EDTF).
    pub date: Option<String>,
    /// The date in words.
    pub date_words: Option<String>,
    /// True where the statement has no date of its own and stands by that of an item.
    pub date_of_item: bool,
    /// First day it allows (YYYY-MM-DD); none = open or unknown.
    pub earliest: Option<String>,
    /// Last day it allows (YYYY-MM-DD).
    pub latest: Option<String>,
    /// Claims it bears on.
    pub claim_ids: Vec<ClaimId>,
    /// The earlier statement it differs from, where an editor said so.
    pub differs_from_id: Option<StatementId>,
    /// Why the editor said so.
    pub differs_reason: Option<String>,
}

/// The timeline of a case.
pub fn timeline(case: &CaseAt) -> Timeline {
    let _ = case;
    Timeline { lanes: Vec::new(), earliest: None, latest: None }
}
