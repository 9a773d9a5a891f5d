//! One operation with what it changed, a page of changes at a time.

use super::list::{OperationLine, line};
use crate::covering::Cover;
use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{answer, label_of, wire};
use claims::ids::{CaseId, OperationId};
use ledger::ChangeSum;
use serde_json::Value;
use uuid::Uuid;

wire! {
    /// One operation by its id, and which of its changes.
    pub struct OperationShow {
        /// Its id.
        pub id: OperationId,
        /// Changes past this place, for the next page; none = from the first.
        pub after: Option<u32>,
        /// At most so many changes; none = all.
        pub limit: Option<u32>,
    }
}

answer! {
    /// An operation with what it changed.
    pub struct OperationView {
        /// Its id.
        pub id: OperationId,
        /// The command.
        pub name: String,
        /// The line.
        pub operation: OperationLine,
        /// All that it changed, summed up by table, in the order in which these first stand there.
        pub sums: Vec<TableSum>,
        /// The cases that it touched, in that order.
        pub cases: Vec<CaseId>,
        /// What it changed, in order: those that were asked for.
        pub changes: Vec<ChangeLine>,
    }

    /// How many rows of a table an operation added, changed and removed.
    pub struct TableSum {
        /// The table.
        pub table: String,
        /// Rows that it added.
        pub added: u32,
        /// Rows that it changed.
        pub changed: u32,
        /// Rows that it removed.
        pub removed: u32,
        /// Rows whose text was erased since, so that nobody can tell.
        pub erased: u32,
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
        /// True where the images are given without what they say of a rating that is covered for a blind second reader.
        pub covered: bool,
    }
}

fn change(desk: &Desk, cover: &mut Cover<'_>, mut change: ledger::ChangeView) -> Result<ChangeLine, Problem> {
    let before = cover.strip(desk, &change.table, &mut change.before)?;
    let after = cover.strip(desk, &change.table, &mut change.after)?;
    Ok(ChangeLine {
        covered: before || after,
        seq: change.seq,
        label: change
            .after
            .as_ref()
            .or(change.before.as_ref())
            .map(|image| label_of(&change.table, image))
            .unwrap_or_default(),
        table: change.table,
        row: change.row,
        case_id: change.case,
        before: change.before,
        after: change.after,
        erased: change.erased,
    })
}

/// The sums over all cases.
fn by_table(sums: &[ChangeSum]) -> Vec<TableSum> {
    let mut all: Vec<TableSum> = Vec::new();
    for sum in sums {
        let (added, changed, removed, erased) = (sum.added, sum.changed, sum.removed, sum.erased);
        match all.iter_mut().find(|there| there.table == sum.table) {
            Some(there) => {
                there.added += added;
                there.changed += changed;
                there.removed += removed;
                there.erased += erased;
            }
            None => all.push(TableSum { table: sum.table.clone(), added, changed, removed, erased }),
        }
    }
    all
}

fn show(desk: &mut Desk, context: &Context, request: OperationShow) -> Result<OperationView, Problem> {
    let after = request.after.unwrap_or(0).into();
    let full = desk
        .ledger
        .operation_page(request.id, after, request.limit)?
        .ok_or_else(|| Problem::not_found("operation", request.id))?;
    let sums = desk.ledger.change_sums(&full.summary)?;
    let mut cases: Vec<CaseId> = Vec::new();
    for case in sums.iter().filter_map(|sum| sum.case) {
        if !cases.contains(&case) {
            cases.push(case);
        }
    }
    let operation = line(desk, context, full.summary)?;
    let mut cover = Cover::of(context);
    let changes = full.changes.into_iter().map(|one| change(desk, &mut cover, one));
    let changes = changes.collect::<Result<_, _>>()?;
    Ok(OperationView {
        id: operation.id,
        name: operation.name.clone(),
        operation,
        sums: by_table(&sums),
        cases,
        changes,
    })
}

pub(super) fn command() -> Command {
    command!(Read "history.show", OperationShow => OperationView, show, "Shows an operation with the rows that it changed, before and after, a page at a time.")
}
