//! Withholding values that could harm a person: they stay in the workspace, and what is exported says that something was withheld.

use crate::desk::{Context, Desk, rows};
use crate::problem::{Code, Problem};
use crate::record::living;
use crate::table::{Command, command};
use crate::wire::{ChangedRow, answer, wire};
use claims::ids::{MetadataId, OperationId};
use claims::records::Metadata;
use serde_json::{Map, json};

/// No more than so many at once.
const MOST: usize = 2_000;

wire! {
    /// Values to withhold from what is exported, or to give again.
    pub struct MetadataWithhold {
        /// The values.
        pub ids: Vec<MetadataId>,
        /// Whether they are withheld.
        pub withheld: bool,
    }
}

answer! {
    /// Values that were withheld, or are given again.
    pub struct Withheld {
        /// How many changed.
        pub count: u32,
        /// The operation; none if nothing had to change.
        pub operation: Option<OperationId>,
        /// What it changed.
        pub changed: Vec<ChangedRow>,
    }
}

fn withhold(desk: &mut Desk, context: &Context, request: MetadataWithhold) -> Result<Withheld, Problem> {
    if request.ids.is_empty() || request.ids.len() > MOST {
        return Err(Problem::new(Code::Invalid, format!("name between 1 and {MOST} values")).field("ids"));
    }
    let done = desk.write(context, |tx| {
        let mut count = 0;
        for id in &request.ids {
            let value: Metadata = living(tx, id.0)?;
            if value.withheld != request.withheld {
                tx.edit::<Metadata>(
                    id.0,
                    Map::from_iter([("withheld".to_owned(), json!(request.withheld))]),
                )?;
                count += 1;
            }
        }
        Ok::<_, Problem>(count)
    })?;
    Ok(Withheld { count: done.value, operation: done.operation, changed: rows(&done.changed) })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Write "metadata.withhold", MetadataWithhold => Withheld, withhold, "Withholds values of metadata from what is exported, or gives them again; exports say that something was withheld."),
    ]
}
