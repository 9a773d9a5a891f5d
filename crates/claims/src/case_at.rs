//! A case at one position of its history: every record that a screen or report of the case needs.
//!
//! The ledger fills it (with trashed records still in it); everything here is a pure function of it.

use crate::ids::*;
use crate::records::*;

/// A case at one position of its history. Every list is in the order in which its records were added.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct CaseAt {
    /// The operation at which the case is shown: the last one that is in view.
    pub operation: OperationId,
    /// Its time (instant).
    pub time: String,
    /// Shown by what was public on this day (YYYY-MM-DD); none = everything recorded.
    pub known_by: Option<String>,
    /// The case.
    pub case: Case,
    /// Other spellings.
    pub names: Vec<CaseName>,
    /// Tags.
    pub tags: Vec<Tag>,
    /// The house (the one row of the workspace, if it was set).
    pub house: Option<House>,
    /// Every editor that the case refers to.
    pub editors: Vec<Editor>,
    /// Every actor that the case refers to.
    pub actors: Vec<Actor>,
    /// Names of these actors.
    pub actor_names: Vec<ActorName>,
    /// Offices of these actors.
    pub offices: Vec<Office>,
    /// Reliability of these actors, superseded ones included.
    pub reliabilities: Vec<Reliability>,
    /// Accounts. `CaseAt::accounts_in_order` gives the order they stand in.
    pub accounts: Vec<Account>,
    /// Who holds them.
    pub holders: Vec<Holder>,
    /// Findings.
    pub findings: Vec<Finding>,
    /// Points at issue.
    pub points: Vec<Point>,
    /// Claims.
    pub claims: Vec<Claim>,
    /// Which claims belong to which accounts.
    pub account_claims: Vec<AccountClaim>,
    /// Statements.
    pub statements: Vec<Statement>,
    /// What they do to claims.
    pub acts: Vec<Act>,
    /// Where they appear.
    pub appearances: Vec<Appearance>,
    /// Chains of carriers.
    pub carriers: Vec<Carrier>,
    /// Answers.
    pub answers: Vec<Answer>,
    /// Silences.
    pub silences: Vec<Silence>,
    /// Comparisons, superseded ones included.
    pub comparisons: Vec<Comparison>,
    /// Every item that the case refers to.
    pub items: Vec<Item>,
    /// Authors of these items.
    pub authors: Vec<Author>,
    /// Derivations of these items and actors.
    pub derivations: Vec<Derivation>,
    /// Captures of these items.
    pub captures: Vec<Capture>,
    /// Excerpts of these captures.
    pub excerpts: Vec<Excerpt>,
    /// Texts that were read out of these captures.
    pub capture_texts: Vec<CaptureText>,
    /// What these captures say of themselves.
    pub metadata: Vec<Metadata>,
    /// Checks of these captures' pictures.
    pub picture_checks: Vec<PictureCheck>,
    /// Attempts to fetch these items.
    pub fetches: Vec<Fetch>,
    /// Evidence links.
    pub links: Vec<EvidenceLink>,
    /// Stances, superseded ones included.
    pub stances: Vec<Stance>,
    /// Relevance, superseded ones included.
    pub relevances: Vec<Relevance>,
    /// Credibility, superseded ones included.
    pub credibilities: Vec<Credibility>,
    /// Scales that the case's assessments use.
    pub scales: Vec<Scale>,
    /// Their labels.
    pub labels: Vec<ScaleLabel>,
    /// Assessments, superseded ones included.
    pub assessments: Vec<Assessment>,
    /// Second readings.
    pub second_readings: Vec<SecondReading>,
    /// Verdicts, superseded ones included.
    pub verdicts: Vec<Verdict>,
    /// Inquiries.
    pub inquiries: Vec<Inquiry>,
    /// Right of reply.
    pub replies: Vec<Reply>,
    /// Events on the timeline.
    pub events: Vec<Event>,
    /// The checklist.
    pub checklist: Vec<ChecklistLine>,
    /// The custody log: preserved files that were handed out, oldest first.
    pub handings_out: Vec<HandingOut>,
    /// Published reports.
    pub reports: Vec<Report>,
    /// Their files.
    pub report_files: Vec<ReportFile>,
    /// With `known_by`: records without any date, listed apart (empty without).
    pub undated: Vec<Undated>,
}

/// A record that has no date either way, left out of a view by `known_by` and listed apart.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Undated {
    /// Table of the record.
    pub table: String,
    /// Its identity.
    pub uuid: String,
    /// Its display label.
    pub name: String,
}
