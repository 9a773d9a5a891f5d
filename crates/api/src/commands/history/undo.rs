//! Undo and redo, and what they would do next.

use super::list::{OperationLine, line};
use crate::desk::{Context, Desk, rows};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{ChangedRow, answer, wire};
use claims::ids::{CaseId, OperationId};

wire! {
    /// Takes back the last operation that still stands.
    pub struct Undo {
        /// Only of this case.
        pub case_id: Option<CaseId>,
        /// Why.
        pub reason: Option<String>,
    }

    /// Does again what the last undo took back.
    pub struct Redo {
        /// Only of this case.
        pub case_id: Option<CaseId>,
    }

    /// What undo and redo would do.
    pub struct UndoAsk {
        /// Only of this case.
        pub case_id: Option<CaseId>,
        /// Tells too how often undo would have to be done to take back this operation.
        pub id: Option<OperationId>,
    }
}

answer! {
    /// What an undo or redo did.
    pub struct UndoDone {
        /// The operation that was taken back, or done again.
        pub id: OperationId,
        /// Its command.
        pub name: String,
        /// The new operation.
        pub operation: Option<OperationId>,
        /// What changed.
        pub changed: Vec<ChangedRow>,
    }

    /// What undo and redo would do next.
    pub struct UndoState {
        /// The operation that undo would take back.
        pub undo: Option<OperationLine>,
        /// The operation that redo would do again.
        pub redo: Option<OperationLine>,
        /// How often undo has to be done until the operation that was asked about is taken back; 0 for one that undo passes over; none where none was asked about.
        pub steps: Option<u32>,
    }
}

fn undo(desk: &mut Desk, context: &Context, request: Undo) -> Result<UndoDone, Problem> {
    let editor = desk.acting(context)?;
    let reason = request.reason.or_else(|| context.reason.clone());
    let done = desk.ledger.undo(editor, request.case_id, reason.as_deref())?;
    Ok(UndoDone {
        id: done.value.uuid,
        name: done.value.name,
        operation: done.operation,
        changed: rows(&done.changed),
    })
}

fn redo(desk: &mut Desk, context: &Context, request: Redo) -> Result<UndoDone, Problem> {
    let editor = desk.acting(context)?;
    let done = desk.ledger.redo(editor, request.case_id)?;
    Ok(UndoDone {
        id: done.value.uuid,
        name: done.value.name,
        operation: done.operation,
        changed: rows(&done.changed),
    })
}

/// What undo and redo would do next.
pub(super) fn state(desk: &mut Desk, context: &Context, request: UndoAsk) -> Result<UndoState, Problem> {
    let case = request.case_id;
    let undo = desk.ledger.can_undo(case)?;
    let redo = desk.ledger.can_redo(case)?;
    Ok(UndoState {
        undo: undo.map(|operation| line(desk, context, operation)).transpose()?,
        redo: redo.map(|operation| line(desk, context, operation)).transpose()?,
        steps: request.id.map(|id| desk.ledger.steps_back(case, id)).transpose()?,
    })
}

pub(super) fn commands() -> [Command; 3] {
    [
        command!(Read "history.undo_state", UndoAsk => UndoState, state, "Tells what undo and redo would do next, and how far back an operation is."),
        command!(Write "history.undo", Undo => UndoDone, undo, "Takes back the last operation that still stands, as a new operation."),
        command!(Write "history.redo", Redo => UndoDone, redo, "Does again what the last undo took back."),
    ]
}
