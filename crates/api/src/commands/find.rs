//! Any record by its id alone: a deep link can lead to its screen.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{ById, answer, label_of};
use claims::ids::CaseId;
use uuid::Uuid;

answer! {
    /// Where a record is.
    pub struct Place {
        /// Its id.
        pub id: Uuid,
        /// Its display label.
        pub name: String,
        /// Its table.
        pub table: String,
        /// The case it belongs to; of a case, itself; none where it belongs to no case.
        pub case_id: Option<CaseId>,
        /// That case's name.
        pub case_name: Option<String>,
        /// In the trash.
        pub trashed: bool,
        /// The address that leads to it from outside.
        pub address: String,
    }
}

/// The address that leads to a record: the screen that shows it, and the record there.
fn address(found: &ledger::Found, id: Uuid) -> String {
    let of = |column: &str| found.image[column].as_str().map_or_else(|| id.to_string(), str::to_owned);
    let place = match (found.case, found.table.as_str()) {
        (Some(case), "case") => format!("case/{case}"),
        (Some(case), "claim") => format!("case/{case}/claims/{id}"),
        // The window asks in which screen a part of a case stands, and opens it there.
        (Some(_), _) => format!("record/{id}"),
        (None, "item") => format!("items/{id}"),
        (None, "capture" | "author" | "derivation") => format!("items/{}", of("item_id")),
        (None, "excerpt") => "items".to_owned(),
        (None, "actor") => format!("sources/{id}"),
        (None, "actor_name" | "office" | "reliability") => format!("sources/{}", of("actor_id")),
        (None, _) => "settings".to_owned(),
    };
    format!("counterclaim://{place}")
}

fn find(desk: &mut Desk, _: &Context, request: ById) -> Result<Place, Problem> {
    let Some(found) = desk.ledger.find(request.id)? else {
        return Err(Problem::new(Code::NotFound, format!("there is no record {}", request.id))
            .hint("It may be of another workspace, or it was taken back: the history of a workspace knows.")
            .with("id", request.id.to_string()));
    };
    Ok(Place {
        id: request.id,
        name: label_of(&found.table, &found.image),
        address: address(&found, request.id),
        table: found.table,
        case_id: found.case,
        case_name: found.case_name,
        trashed: found.trashed,
    })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "record.find", ById => Place, find, "Tells of which table and case a record is, by its id alone, and the address that leads to it."),
    ]
}
