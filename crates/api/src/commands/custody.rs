//! The custody log: when a preserved file was handed out, by whom and as what. It is only ever added to.

use crate::desk::Desk;
use crate::problem::Problem;
use crate::record::{self, editor, put};
use crate::table::{Command, command};
use crate::wire::{ById, List, Named};
use chrono::SecondsFormat;
use claims::ids::{CaseId, HandingOutId};
use claims::records::{Capture, HandingOut};
use claims::words::HandedAs;
use ledger::Tx;

/// A preserved file, and the cases in whose log its handing out belongs.
pub(super) type Handed = (Capture, Vec<CaseId>);

/// The preserved file of an item, with the cases that it stands in.
pub(super) fn of(desk: &Desk, capture: Capture) -> Result<Handed, Problem> {
    let cases = desk.ledger.cases_of_item(capture.item_id)?;
    Ok((capture, cases))
}

/// Adds the lines of one handing out: one for each file and case, and one without a case for a file that stands in none.
/// Answers the last one.
pub(super) fn log(
    tx: &mut Tx<'_>,
    files: &[Handed],
    how: HandedAs,
    name: &str,
) -> Result<Option<HandingOut>, Problem> {
    let mut last = None;
    for (capture, cases) in files {
        let cases: Vec<Option<CaseId>> =
            if cases.is_empty() { vec![None] } else { cases.iter().copied().map(Some).collect() };
        for case_id in cases {
            let line = HandingOut {
                uuid: HandingOutId(tx.id()),
                case_id,
                capture_id: capture.uuid,
                how,
                name: name.to_owned(),
                handed: tx.now().to_rfc3339_opts(SecondsFormat::Millis, true),
                editor_id: editor(tx)?,
                trashed: false,
                erased: None,
            };
            put(tx, &line)?;
            last = Some(line);
        }
    }
    Ok(last)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "handing_out.list", List => Vec<Named<HandingOut>>, record::list::<HandingOut>, "Lists the custody log: preserved files that were handed out, oldest first."),
        command!(Read "handing_out.show", ById => Named<HandingOut>, record::show::<HandingOut>, "Shows one line of the custody log."),
    ]
}
