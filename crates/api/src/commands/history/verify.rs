//! Every chain, image, row and preserved file checked, and what is derived made anew.

use super::undo::{UndoAsk, UndoState, state};
use crate::commands::workspace::{HeadView, head};
use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{Nothing, answer, wire};
use claims::ids::OperationId;
use evidence::Integrity;
use ledger::VerifyRequest;
use uuid::Uuid;

wire! {
    /// Checks the whole history.
    pub struct Verify {
        /// A head's hash, noted earlier or printed in a report: is it part of this history?
        pub head: Option<String>,
        /// Hash the preserved files again too; none = yes.
        pub files: Option<bool>,
    }
}

answer! {
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
    if request.files.unwrap_or(true) {
        files = check_files(desk, context, &mut faults)?;
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

/// Hashes every preserved file again, notes when and how it was found, and adds what is wrong. How many there are.
fn check_files(desk: &mut Desk, context: &Context, faults: &mut Vec<FaultLine>) -> Result<u64, Problem> {
    let kept = desk.ledger.file_hashes()?;
    let total = kept.len() as u64;
    let mut files = 0;
    let mut checked = Vec::new();
    for (sha256, _) in kept {
        context.step("files", files, total)?;
        files += 1;
        let (state, words) = match desk.shelf.check(&sha256)? {
            Integrity::Intact => ("intact", None),
            Integrity::Changed { found } => (
                "changed",
                Some(format!("the preserved file {sha256} has changed: it hashes to {found} now")),
            ),
            Integrity::Missing => ("missing", Some(format!("the preserved file {sha256} is missing"))),
        };
        checked.push((sha256, state));
        faults.extend(words.map(|words| FaultLine {
            code: "file".to_owned(),
            words,
            operation: None,
            table: Some("capture".to_owned()),
            row: None,
        }));
    }
    if desk.door_can_write && !checked.is_empty() {
        let all = checked.iter().map(|(hash, state)| (hash.as_str(), *state));
        crate::workspace::checked::note(&desk.workspace, all, desk.ledger.around().now());
    }
    Ok(files)
}

fn rebuild(desk: &mut Desk, context: &Context, _: Nothing) -> Result<UndoState, Problem> {
    desk.acting(context)?;
    desk.ledger.rebuild_derived()?;
    state(desk, context, UndoAsk { case_id: None, id: None })
}

pub(super) fn commands() -> [Command; 2] {
    [
        command!(Read "workspace.verify", Verify => VerifyView, verify, "Checks every chain, image, row and preserved file."),
        command!(Write "workspace.rebuild", Nothing => UndoState, rebuild, "Rebuilds what is derived: the search index, and what items are compared by."),
    ]
}
