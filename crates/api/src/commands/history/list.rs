//! The list of operations, filtered over the whole history and paged, and what each was about.

use super::about::{About, about};
use crate::covering::Cover;
use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{answer, wire};
use claims::ids::{CaseId, DeviceId, EditorId, OperationId};
use ledger::{HistoryRequest, OperationSummary};
use uuid::Uuid;

wire! {
    /// Which operations to list, newest first. What is left out does not matter.
    pub struct HistoryList {
        /// Only those that touch this case.
        pub case_id: Option<CaseId>,
        /// Only those that touch this record.
        pub record_id: Option<Uuid>,
        /// Only those of this editor.
        pub editor_id: Option<EditorId>,
        /// Only those of this kind: what stands before the dot in the name of the command, such as `claim`.
        pub kind: Option<String>,
        /// Before this operation, for the next page.
        pub before: Option<OperationId>,
        /// At most so many; none = all.
        pub limit: Option<u32>,
    }

    /// Of which operations to tell the kinds.
    pub struct HistoryKinds {
        /// Only those that touch this case.
        pub case_id: Option<CaseId>,
        /// Only those that touch this record.
        pub record_id: Option<Uuid>,
        /// Only those of this editor.
        pub editor_id: Option<EditorId>,
    }
}

answer! {
    /// An operation, in a line.
    pub struct OperationLine {
        /// Its id.
        pub id: OperationId,
        /// The command.
        pub name: String,
        /// When (instant).
        pub time: String,
        /// Who.
        pub editor_id: Option<EditorId>,
        /// Name of who.
        pub editor: Option<String>,
        /// Why.
        pub reason: Option<String>,
        /// The device whose chain it stands in.
        pub device: DeviceId,
        /// Its place in that chain.
        pub n: i64,
        /// Its hash.
        pub hash: String,
        /// The operation that it takes back.
        pub undoes: Option<OperationId>,
        /// True if it is taken back now.
        pub undone: bool,
        /// How many rows it changed.
        pub n_changes: u32,
        /// What it was about.
        pub about: About,
        /// True where its reason is left out: it is about a rating that is covered for a blind second reader.
        pub covered: bool,
    }

    /// A kind of operation.
    pub struct HistoryKind {
        /// What stands before the dot in the name of the command.
        pub id: String,
        /// The same, to show.
        pub name: String,
        /// How many operations of it there are.
        pub n_operations: u32,
    }
}

/// Operations by which a rating, or what was said of one, can come and go.
fn can_tell(name: &str) -> bool {
    ["assessment.", "second_reading.", "verdict.", "history.", "record."]
        .iter()
        .any(|begins| name.starts_with(begins))
}

/// Whether its reason would tell a blind second reader of a rating that is covered.
fn is_covered(desk: &Desk, context: &Context, operation: &OperationSummary) -> Result<bool, Problem> {
    if !context.blind || operation.reason.is_none() || !can_tell(&operation.name) {
        return Ok(false);
    }
    let mut cover = Cover::of(context);
    for change in desk.ledger.operation(operation.uuid)?.map(|full| full.changes).unwrap_or_default() {
        for image in [&change.before, &change.after].into_iter().flatten() {
            if cover.hides(desk, &change.table, image)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// An operation in a line, with what it was about; without its reason where that would tell of a covered rating.
pub(super) fn line(
    desk: &Desk,
    context: &Context,
    operation: OperationSummary,
) -> Result<OperationLine, Problem> {
    let covered = is_covered(desk, context, &operation)?;
    Ok(OperationLine {
        covered,
        about: about(desk, &operation)?,
        id: operation.uuid,
        name: operation.name,
        time: operation.time,
        editor_id: operation.editor,
        editor: operation.editor_name,
        reason: operation.reason.filter(|_| !covered),
        device: operation.device,
        n: operation.n,
        hash: operation.hash,
        undoes: operation.undoes,
        undone: operation.undone,
        n_changes: operation.n_changes,
    })
}

fn list(desk: &mut Desk, context: &Context, request: HistoryList) -> Result<Vec<OperationLine>, Problem> {
    let request = HistoryRequest {
        case: request.case_id,
        row: request.record_id,
        editor: request.editor_id,
        kind: request.kind,
        before: request.before,
        limit: request.limit,
    };
    desk.ledger.history(&request)?.into_iter().map(|operation| line(desk, context, operation)).collect()
}

fn kinds(desk: &mut Desk, _: &Context, request: HistoryKinds) -> Result<Vec<HistoryKind>, Problem> {
    let request = HistoryRequest {
        case: request.case_id,
        row: request.record_id,
        editor: request.editor_id,
        ..HistoryRequest::default()
    };
    let kinds = desk.ledger.history_kinds(&request)?;
    Ok(kinds
        .into_iter()
        .map(|found| HistoryKind { id: found.kind.clone(), name: found.kind, n_operations: found.n })
        .collect())
}

pub(super) fn commands() -> [Command; 2] {
    [
        command!(Read "history.list", HistoryList => Vec<OperationLine>, list, "Lists operations, newest first: who, when, why, and what each was about; by case, record, editor and kind."),
        command!(Read "history.kinds", HistoryKinds => Vec<HistoryKind>, kinds, "Lists the kinds of operations there are, each with their number."),
    ]
}
