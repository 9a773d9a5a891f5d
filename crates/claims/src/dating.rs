//! By which date a record stands in time: its own, or that of the item that carries it.

use crate::date::Edtf;
use crate::records::*;
use crate::time::instant;
use chrono::NaiveDate;

/// When something was said or became public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The date.
    pub date: Edtf,
    /// True where the record has no date of its own and stands by that of an item.
    pub of_item: bool,
}

impl When {
    /// What dates are ordered by: first and last day allowed.
    pub fn key(&self) -> (NaiveDate, NaiveDate) {
        self.date.key()
    }
}

/// Reads a date that may be missing; what cannot be read (imported, erased) counts as missing.
pub fn read(date: Option<&str>) -> Option<Edtf> {
    Edtf::parse(date?).ok()
}

/// When an item became public: its public date, else the date on it.
pub fn of_item(item: &Item) -> Option<Edtf> {
    read(item.public_date.as_deref()).or_else(|| read(item.date.as_deref()))
}

/// When a finding became public: its own date, else that of the item that carries it.
pub fn of_finding(finding: &Finding, item: Option<&Item>) -> Option<When> {
    match read(finding.date.as_deref()) {
        Some(date) => Some(When { date, of_item: false }),
        None => item.and_then(of_item).map(|date| When { date, of_item: true }),
    }
}

/// When a statement was made: its own date, else the day of its times (UTC), else the earliest date of the items it appears in.
pub fn of_statement<'a>(statement: &Statement, items: impl IntoIterator<Item = &'a Item>) -> Option<When> {
    let times = || of_times(statement.earliest.as_deref(), statement.latest.as_deref());
    if let Some(date) = read(statement.date.as_deref()).or_else(times) {
        return Some(When { date, of_item: false });
    }
    items.into_iter().filter_map(of_item).min().map(|date| When { date, of_item: true })
}

/// When an event happened: its own date, else the day of its times (UTC), else the date of the item that tells of it.
pub fn of_event(event: &Event, item: Option<&Item>) -> Option<When> {
    match own_date_of_event(event) {
        Some(date) => Some(When { date, of_item: false }),
        None => item.and_then(of_item).map(|date| When { date, of_item: true }),
    }
}

/// When an event became known: when the item that tells of it became public; without such a date, when it happened.
pub fn event_known(event: &Event, item: Option<&Item>) -> Option<Edtf> {
    item.and_then(of_item).or_else(|| own_date_of_event(event))
}

fn own_date_of_event(event: &Event) -> Option<Edtf> {
    let times = || of_times(event.earliest.as_deref(), event.latest.as_deref());
    read(event.date.as_deref()).or_else(times)
}

fn of_times(earliest: Option<&str>, latest: Option<&str>) -> Option<Edtf> {
    let day = |text: Option<&str>| text.and_then(instant).map(|at| at.date_naive());
    let (earliest, latest) = (day(earliest), day(latest));
    let (a, b) = (earliest.or(latest)?, latest.or(earliest)?);
    Edtf::parse(&if a == b { a.to_string() } else { format!("[{a}..{b}]") }).ok()
}

/// Whether an actor may have held the account at that time; unknown dates on either side leave it possible.
pub fn holds_at(holder: &Holder, when: Option<&When>) -> bool {
    let Some(when) = when else { return true };
    let began = read(holder.from_date.as_deref()).and_then(|d| d.earliest());
    let ended = read(holder.to_date.as_deref()).and_then(|d| d.latest());
    let not_before = match (began, when.date.latest()) {
        (Some(began), Some(said)) => said >= began,
        _ => true,
    };
    let not_after = match (ended, when.date.earliest()) {
        (Some(ended), Some(said)) => said <= ended,
        _ => true,
    };
    not_before && not_after
}
