//! History: what was done, undo, redo, erase, verify.

use crate::commands::workspace::{HeadView, head};
use crate::desk::{Context, Desk, rows};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{ChangedRow, Nothing, answer, wire};
use claims::ids::{CaseId, DeviceId, EditorId, OperationId};
use ledger::{Erase, HistoryRequest, OperationSummary, VerifyRequest};
use serde_json::Value;
use uuid::Uuid;

wire! {
    /// Which operations to list, newest first.
    pub struct HistoryList {
        /// Only those that touch this case.
        pub case_id: Option<CaseId>,
        /// Only those that touch this record.
        pub record_id: Option<Uuid>,
        /// Before this operation, for the next page.
        pub before: Option<OperationId>,
        /// At most so many; none = all.
        pub limit: Option<u32>,
    }

    /// One operation by its id.
    pub struct OperationShow {
        /// Its id.
        pub id: OperationId,
    }

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

    /// Checks the whole history.
    pub struct Verify {
        /// A head's hash, noted earlier or printed in a report: is it part of this history?
        pub head: Option<String>,
        /// Hash the preserved files again too; none = yes.
        pub files: Option<bool>,
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
    }

    /// An operation with what it changed.
    pub struct OperationView {
        /// Its id.
        pub id: OperationId,
        /// The command.
        pub name: String,
        /// The line.
        pub operation: OperationLine,
        /// What it changed, in order.
        pub changes: Vec<ChangeLine>,
    }

    /// One changed row, before and after.
    pub struct ChangeLine {
        /// Place in the operation, from 1.
        pub seq: i64,
        /// Table.
        pub table: String,
        /// Row.
        pub row: Uuid,
        /// Display label.
        pub label: String,
        /// Case.
        pub case_id: Option<CaseId>,
        /// Fields before; none = it was not there.
        pub before: Option<Value>,
        /// Fields after; none = it was removed.
        pub after: Option<Value>,
        /// True where the images were erased.
        pub erased: bool,
    }

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
    }

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

    /// What verification found.
    pub struct VerifyView {
        /// True if nothing is wrong.
        pub ok: bool,
        /// Operations checked.
        pub operations: u64,
        /// Changes checked.
        pub changes: u64,
        /// Rows compared.
        pub rows: u64,
        /// Preserved files hashed.
        pub files: u64,
        /// What is wrong.
        pub faults: Vec<FaultLine>,
        /// Where images are missing because they were erased.
        pub erased: Vec<String>,
        /// Heads of the chains: compare them with those that a report printed.
        pub heads: Vec<HeadView>,
        /// Whether the asked head is part of this history.
        pub head_found: Option<bool>,
        /// What this cannot see.
        pub limits: String,
    }

    /// One fault.
    pub struct FaultLine {
        /// Which kind.
        pub code: String,
        /// In words.
        pub words: String,
        /// The operation.
        pub operation: Option<OperationId>,
        /// The table.
        pub table: Option<String>,
        /// The row.
        pub row: Option<Uuid>,
    }
}

fn line(operation: OperationSummary) -> OperationLine {
    OperationLine {
        id: operation.uuid,
        name: operation.name,
        time: operation.time,
        editor_id: operation.editor,
        editor: operation.editor_name,
        reason: operation.reason,
        device: operation.device,
        n: operation.n,
        hash: operation.hash,
        undoes: operation.undoes,
        undone: operation.undone,
        n_changes: operation.n_changes,
    }
}

fn list(desk: &mut Desk, _: &Context, request: HistoryList) -> Result<Vec<OperationLine>, Problem> {
    let request = HistoryRequest {
        case: request.case_id,
        row: request.record_id,
        before: request.before,
        limit: request.limit,
    };
    Ok(desk.ledger.history(&request)?.into_iter().map(line).collect())
}

fn show(desk: &mut Desk, _: &Context, request: OperationShow) -> Result<OperationView, Problem> {
    let full =
        desk.ledger.operation(request.id)?.ok_or_else(|| Problem::not_found("operation", request.id))?;
    let changes = full
        .changes
        .into_iter()
        .map(|change| ChangeLine {
            seq: change.seq,
            label: change
                .after
                .as_ref()
                .or(change.before.as_ref())
                .map(|image| crate::wire::label_of(&change.table, image))
                .unwrap_or_default(),
            table: change.table,
            row: change.row,
            case_id: change.case,
            before: change.before,
            after: change.after,
            erased: change.erased,
        })
        .collect();
    let operation = line(full.summary);
    Ok(OperationView { id: operation.id, name: operation.name.clone(), operation, changes })
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

fn state(desk: &mut Desk, _: &Context, request: Redo) -> Result<UndoState, Problem> {
    Ok(UndoState {
        undo: desk.ledger.can_undo(request.case_id)?.map(line),
        redo: desk.ledger.can_redo(request.case_id)?.map(line),
    })
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

fn verify(desk: &mut Desk, context: &Context, request: Verify) -> Result<VerifyView, Problem> {
    let mut tell = |at: ledger::Progress| context.step(at.stage, at.done, at.total).is_ok();
    let found = desk.ledger.verify(&VerifyRequest { head: request.head }, &mut tell)?;
    if found.stopped {
        return Err(crate::progress::stopped());
    }
    let mut faults: Vec<FaultLine> = found
        .faults
        .into_iter()
        .map(|fault| FaultLine {
            code: fault.code,
            words: fault.words,
            operation: fault.operation,
            table: fault.table,
            row: fault.row,
        })
        .collect();
    let mut files = 0;
    let mut checked = Vec::new();
    if request.files.unwrap_or(true) {
        let kept = desk.ledger.file_hashes()?;
        let total = kept.len() as u64;
        for (sha256, _) in kept {
            context.step("files", files, total)?;
            files += 1;
            let state = desk.shelf.check(&sha256)?;
            checked.push((
                sha256.clone(),
                match state {
                    evidence::Integrity::Intact => "intact",
                    evidence::Integrity::Changed { .. } => "changed",
                    evidence::Integrity::Missing => "missing",
                },
            ));
            let words = match state {
                evidence::Integrity::Intact => continue,
                evidence::Integrity::Changed { found } => {
                    format!("the preserved file {sha256} has changed: it hashes to {found} now")
                }
                evidence::Integrity::Missing => format!("the preserved file {sha256} is missing"),
            };
            faults.push(FaultLine {
                code: "file".to_owned(),
                words,
                operation: None,
                table: Some("capture".to_owned()),
                row: None,
            });
        }
    }
    if desk.door_can_write && !checked.is_empty() {
        let all = checked.iter().map(|(hash, state)| (hash.as_str(), *state));
        crate::workspace::checked::note(&desk.workspace, all, desk.ledger.around().now());
    }
    let erased = found
        .erased
        .into_iter()
        .map(|note| {
            format!(
                "operation {}, change {}: erased by {} on {}",
                note.operation,
                note.seq,
                note.by.as_deref().unwrap_or("an unknown editor"),
                note.on
            )
        })
        .collect();
    Ok(VerifyView {
        ok: faults.is_empty() && found.head_found != Some(false),
        operations: found.operations,
        changes: found.changes,
        rows: found.rows,
        files,
        faults,
        erased,
        heads: found.heads.iter().map(head).collect(),
        head_found: found.head_found,
        limits: "A cut-off tail or a wholly rewritten file cannot be seen from inside: compare the heads with those noted elsewhere or printed in a report.".to_owned(),
    })
}

fn repair(desk: &mut Desk, context: &Context, _: Nothing) -> Result<UndoState, Problem> {
    desk.acting(context)?;
    desk.ledger.rebuild_derived()?;
    Ok(UndoState { undo: desk.ledger.can_undo(None)?.map(line), redo: desk.ledger.can_redo(None)?.map(line) })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Read "history.list", HistoryList => Vec<OperationLine>, list, "Lists operations, newest first: who, when, why."),
        command!(Read "history.show", OperationShow => OperationView, show, "Shows an operation with every row before and after."),
        command!(Read "history.undo_state", Redo => UndoState, state, "Tells what undo and redo would do next."),
        command!(Write "history.undo", Undo => UndoDone, undo, "Takes back the last operation that still stands, as a new operation."),
        command!(Write "history.redo", Redo => UndoDone, redo, "Does again what the last undo took back."),
    ];
    all.extend(super::find::commands());
    all.extend(super::bulk::of_records());
    all.extend([
        command!(Write "record.erase", EraseRequest => EraseDone, erase, "Takes text out of the file for good, marked and with a reason; the history still verifies."),
        command!(Read "workspace.verify", Verify => VerifyView, verify, "Checks every chain, image, row and preserved file."),
        command!(Write "workspace.rebuild", Nothing => UndoState, repair, "Rebuilds what is derived: the search index."),
    ]);
    all
}
