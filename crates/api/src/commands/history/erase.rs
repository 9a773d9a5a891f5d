//! Text taken out of the file for good.

use crate::desk::{Context, Desk, rows};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{ChangedRow, answer, wire};
use claims::ids::OperationId;
use ledger::Erase;
use uuid::Uuid;

wire! {
    /// Takes text out of the file for good: of a record's fields, or the reason of an operation.
    pub struct EraseRequest {
        /// Table of the record.
        pub table: Option<String>,
        /// Its id.
        pub id: Option<Uuid>,
        /// The fields whose text goes.
        pub fields: Option<Vec<String>>,
        /// Instead: the operation whose reason goes.
        pub operation_id: Option<OperationId>,
        /// Why; kept, so do not repeat the text here.
        pub reason: String,
    }
}

answer! {
    /// What an erasure did.
    pub struct EraseDone {
        /// The operation.
        pub id: Option<OperationId>,
        /// Its command.
        pub name: String,
        /// How many earlier images it took out.
        pub images: u64,
        /// Backups that were made before and still hold the text.
        pub backups: Vec<String>,
        /// What changed.
        pub changed: Vec<ChangedRow>,
    }
}

fn erase(desk: &mut Desk, context: &Context, request: EraseRequest) -> Result<EraseDone, Problem> {
    let what = match (request.table, request.id, request.fields, request.operation_id) {
        (Some(table), Some(row), Some(fields), None) if !fields.is_empty() => {
            Erase::Fields { table, row, fields }
        }
        (None, None, None, Some(operation)) => Erase::Reason(operation),
        _ => {
            return Err(Problem::new(
                crate::problem::Code::BadRequest,
                "say what to erase: table, id and fields of a record, or operation_id for a reason",
            ));
        }
    };
    let editor = desk.acting(context)?;
    let backups =
        crate::workspace::backup::list(&desk.workspace).into_iter().map(|backup| backup.id).collect();
    let done = desk.ledger.erase(editor, &what, &request.reason)?;
    Ok(EraseDone {
        id: done.operation,
        name: "record.erase".to_owned(),
        images: done.value.changes,
        backups,
        changed: rows(&done.changed),
    })
}

pub(super) fn command() -> Command {
    command!(Write "record.erase", EraseRequest => EraseDone, erase, "Takes text out of the file for good, marked and with a reason; the history still verifies.")
}
