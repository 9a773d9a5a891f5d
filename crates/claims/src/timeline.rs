//! The timeline: a lane for events, one per account, one for findings, one for statements that belong to none, one for publications.

use crate::case_at::CaseAt;
use crate::dating::{self, When};
use crate::ids::*;
use crate::index::{Index, alive, group};
use crate::maps::{Map, Set};
use crate::order::letter;
use crate::records::*;
use crate::words::ActKind;
use chrono::NaiveDate;

/// The timeline of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Timeline {
    /// Lanes: events, accounts in their order, findings, statements of no account, publications. Lanes other than accounts' are there only if they hold something.
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
    /// The event under review, and what else happened.
    Event,
    /// Statements of the claims of one account.
    Account,
    /// Findings.
    Findings,
    /// Statements that belong to no account.
    Other,
    /// When the items of the case became public.
    Publications,
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
    /// The event under review: the case.
    Case,
    /// Something else that happened.
    Event,
    /// A statement.
    Statement,
    /// A finding.
    Finding,
    /// An item became public.
    Publication,
}

/// An entry: drawn as a point where earliest and latest are one day, as a span otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct TimelineEntry {
    /// What it is.
    pub kind: EntryKind,
    /// Identity of the record.
    pub uuid: String,
    /// Who spoke, the body, or who published; empty for events, and where nobody is recorded.
    pub who: String,
    /// The words, or the name of the event, finding or item.
    pub words: String,
    /// The date (EDTF).
    pub date: Option<String>,
    /// The date in words.
    pub date_words: Option<String>,
    /// True where the record has no date of its own and stands by that of an item.
    pub date_of_item: bool,
    /// First day it allows (YYYY-MM-DD); none = open or unknown.
    pub earliest: Option<String>,
    /// Last day it allows (YYYY-MM-DD).
    pub latest: Option<String>,
    /// Earliest instant, where a time of day is known.
    pub time_from: Option<String>,
    /// Latest instant.
    pub time_to: Option<String>,
    /// IANA zone of these times; none = unknown.
    pub zone: Option<String>,
    /// The time as written.
    pub time_words: Option<String>,
    /// Where, if recorded.
    pub place: Option<String>,
    /// The item that carries the finding or tells of the event, or that became public.
    pub item_id: Option<ItemId>,
    /// Claims it bears on.
    pub claim_ids: Vec<ClaimId>,
    /// The earlier statement it differs from, where an editor said so.
    pub differs_from_id: Option<StatementId>,
    /// Why the editor said so.
    pub differs_reason: Option<String>,
}

/// The timeline of a case. A statement stands in the lane of each account whose claims it asserts, concedes or reports;
/// within a lane entries go by first day, last day, and the order recorded.
pub fn timeline(case: &CaseAt) -> Timeline {
    let case = alive(case);
    let index = Index::new(&case);
    let mut lanes = vec![event_lane(&case, &index)];
    let mut acts_of: Map<StatementId, Vec<&Act>> = group(&case.acts, |act| Some(act.statement_id));
    let mut placed: Set<StatementId> = Set::default();
    for (place, account) in case.accounts_in_order().into_iter().enumerate() {
        let claims = index.claims_of.get(&account.uuid);
        let mut lane = Filling::default();
        for statement in &case.statements {
            let acts = acts_of.get(&statement.uuid).map_or(&[][..], Vec::as_slice);
            let of_account = |act: &&&Act| {
                act.kind != ActKind::Denies && claims.is_some_and(|claims| claims.contains(&act.claim_id))
            };
            if acts.iter().any(|act| of_account(&act)) {
                placed.insert(statement.uuid);
                lane.add(statement_entry(&index, statement, acts), index.whens.get(&statement.uuid));
            }
        }
        let name = account.name.clone();
        lanes.push(lane.done(LaneKind::Account, Some(account.uuid), Some(letter(place)), name));
    }
    let mut findings = Filling::default();
    for finding in case.findings_in_order() {
        let item = finding.item_id.and_then(|id| index.items.get(&id).copied());
        let when = dating::of_finding(finding, item);
        findings.add(finding_entry(&index, finding, when.as_ref()), when.as_ref());
    }
    lanes.push(findings.done(LaneKind::Findings, None, None, "Findings".to_owned()));
    let mut other = Filling::default();
    for statement in case.statements.iter().filter(|statement| !placed.contains(&statement.uuid)) {
        let acts = acts_of.remove(&statement.uuid).unwrap_or_default();
        other.add(statement_entry(&index, statement, &acts), index.whens.get(&statement.uuid));
    }
    lanes.push(other.done(LaneKind::Other, None, None, "Other statements".to_owned()));
    lanes.push(publications(&index));
    lanes.retain(|lane| {
        lane.kind == LaneKind::Account || !lane.entries.is_empty() || !lane.undated.is_empty()
    });
    let entries = || lanes.iter().flat_map(|lane| &lane.entries);
    let earliest = entries().filter_map(|e| e.earliest.clone().or(e.latest.clone())).min();
    let latest = entries().filter_map(|e| e.latest.clone().or(e.earliest.clone())).max();
    Timeline { lanes, earliest, latest }
}

/// A lane while it is filled.
#[derive(Default)]
struct Filling {
    dated: Vec<((NaiveDate, NaiveDate), TimelineEntry)>,
    undated: Vec<TimelineEntry>,
}

impl Filling {
    fn add(&mut self, entry: TimelineEntry, when: Option<&When>) {
        match when {
            Some(when) => self.dated.push((when.key(), entry)),
            None => self.undated.push(entry),
        }
    }

    fn done(
        mut self,
        kind: LaneKind,
        account: Option<AccountId>,
        letter: Option<String>,
        name: String,
    ) -> Lane {
        self.dated.sort_by_key(|(key, _)| *key);
        let entries = self.dated.into_iter().map(|(_, entry)| entry).collect();
        Lane { kind, account_id: account, letter, name, entries, undated: self.undated }
    }
}

fn event_lane(case: &CaseAt, index: &Index<'_>) -> Lane {
    let mut lane = Filling::default();
    let when = dating::read(case.case.date.as_deref()).map(|date| When { date, of_item: false });
    let words = case.case.name.clone();
    let mut reviewed =
        entry(EntryKind::Case, case.case.uuid.to_string(), String::new(), words, when.as_ref());
    reviewed.date_words = case.case.date_words.clone().or(reviewed.date_words);
    reviewed.place = case.case.place.clone();
    if reviewed.date.is_some() || reviewed.date_words.is_some() {
        lane.add(reviewed, when.as_ref());
    }
    for event in &case.events {
        let item = event.item_id.and_then(|id| index.items.get(&id).copied());
        let when = dating::of_event(event, item);
        let mut other =
            entry(EntryKind::Event, event.uuid.to_string(), String::new(), event.name.clone(), when.as_ref());
        other.date_words = event.date_words.clone().or(other.date_words);
        other.time_from = event.earliest.clone();
        other.time_to = event.latest.clone();
        other.zone = event.zone.clone();
        other.time_words = event.time_words.clone();
        other.place = event.place.clone();
        other.item_id = event.item_id;
        lane.add(other, when.as_ref());
    }
    lane.done(LaneKind::Event, None, None, "Events".to_owned())
}

fn publications(index: &Index<'_>) -> Lane {
    let mut lane = Filling::default();
    for item in &index.case.items {
        let when = dating::of_item(item).map(|date| When { date, of_item: false });
        let who = item.publisher_id.map(|id| index.actor(id)).unwrap_or_default();
        let mut entry =
            entry(EntryKind::Publication, item.uuid.to_string(), who, item.name.clone(), when.as_ref());
        if item.public_date.is_none() {
            entry.date_words = item.date_words.clone().or(entry.date_words);
        }
        entry.item_id = Some(item.uuid);
        lane.add(entry, when.as_ref());
    }
    lane.done(LaneKind::Publications, None, None, "Publications".to_owned())
}

fn statement_entry(index: &Index<'_>, statement: &Statement, acts: &[&Act]) -> TimelineEntry {
    let who = index.actor(statement.speaker_id);
    let when = index.whens.get(&statement.uuid);
    let mut entry =
        entry(EntryKind::Statement, statement.uuid.to_string(), who, statement.words.clone(), when);
    for act in acts {
        if !entry.claim_ids.contains(&act.claim_id) {
            entry.claim_ids.push(act.claim_id);
        }
    }
    entry.time_from = statement.earliest.clone();
    entry.time_to = statement.latest.clone();
    entry.zone = statement.zone.clone();
    entry.time_words = statement.time_words.clone();
    entry.place = statement.venue.clone();
    entry.differs_from_id = statement.differs_from_id;
    entry.differs_reason = statement.differs_reason.clone();
    entry
}

fn finding_entry(index: &Index<'_>, finding: &Finding, when: Option<&When>) -> TimelineEntry {
    let who = index.actor(finding.body_id);
    let mut entry = entry(EntryKind::Finding, finding.uuid.to_string(), who, finding.name.clone(), when);
    let claims = index.case.claims.iter().filter(|claim| claim.finding_id == Some(finding.uuid));
    entry.claim_ids = claims.map(|claim| claim.uuid).collect();
    entry.item_id = finding.item_id;
    entry
}

fn entry(kind: EntryKind, uuid: String, who: String, words: String, when: Option<&When>) -> TimelineEntry {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    TimelineEntry {
        kind,
        uuid,
        who,
        words,
        date: when.map(|when| when.date.as_str().to_owned()),
        date_words: when.map(|when| when.date.words("en")),
        date_of_item: when.is_some_and(|when| when.of_item),
        earliest: when.and_then(|when| day(when.date.earliest())),
        latest: when.and_then(|when| day(when.date.latest())),
        time_from: None,
        time_to: None,
        zone: None,
        time_words: None,
        place: None,
        item_id: None,
        claim_ids: Vec::new(),
        differs_from_id: None,
        differs_reason: None,
    }
}
