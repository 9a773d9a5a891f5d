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
    if let Some(date) = read(statement.date.as_deref()).or_else(|| of_times(statement)) {
        return Some(When { date, of_item: false });
    }
    items.into_iter().filter_map(of_item).min().map(|date| When { date, of_item: true })
}

fn of_times(statement: &Statement) -> Option<Edtf> {
    let day = |text: Option<&str>| text.and_then(instant).map(|at| at.date_naive());
    let earliest = day(statement.earliest.as_deref());
    let latest = day(statement.latest.as_deref());
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
