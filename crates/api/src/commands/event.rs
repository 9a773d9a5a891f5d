//! Events: what happened, and stands on the timeline beside what was said of it.

use crate::record::{self, adds, noun};
use crate::table::{Command, command};
use crate::wire::Wrote;
use claims::ids::{CaseId, EventId, ItemId};
use claims::records::Event;

adds! {
    /// Adds an event to a case's timeline.
    EventAdd => Event as EventId {
        /// The case.
        case_id: CaseId,
        /// What happened, in neutral words.
        name: String,
        /// When (EDTF).
        date: Option<String>,
        /// The date as written.
        date_words: Option<String>,
        /// Earliest instant, where a time of day is known.
        earliest: Option<String>,
        /// Latest instant.
        latest: Option<String>,
        /// IANA zone; none = unknown.
        zone: Option<String>,
        /// The time as written.
        time_words: Option<String>,
        /// Where.
        place: Option<String>,
        /// The item that tells of it: its source.
        item_id: Option<ItemId>,
        /// Note.
        note: Option<String>,
    } |tx, me| {}
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "event.add", EventAdd => Wrote<Event>, record::add::<EventAdd>, "Adds an event to the timeline: what happened, when, where, and the item that tells of it."),
    ];
    all.extend(noun!(Event, list "event.list", show "event.show", edit "event.edit", trash "event.trash", restore "event.restore"));
    all
}
