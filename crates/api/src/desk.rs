//! An open workspace, as handlers see it.

use crate::problem::{Code, Problem};
use crate::progress::{Progress, Watch, stopped};
use crate::wire::{ChangedRow, Wrote, label};
use crate::workspace::lock::Writer;
use crate::workspace::{Workspace, backup, settings};
use claims::ids::EditorId;
use claims::records::{Editor, Record};
use evidence::Shelf;
use ledger::{Act, Changed, Done, Filter, Ledger, LedgerError, Tx};
use serde::Serialize;
use std::sync::{Arc, Mutex, PoisonError};

/// Who calls, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// Name of the editor; none = the one that the settings of the workspace name.
    pub editor: Option<String>,
    /// Why, kept with the operation.
    pub reason: Option<String>,
    /// Name of the command that is run.
    pub command: &'static str,
    /// What a second reader may not see yet is left out unless a request says otherwise. The window asks so; the terminal does not.
    pub blind: bool,
    /// Told how far long work is; it can stop it.
    pub watch: Option<Watch>,
}

impl Context {
    /// Tells how far the work is.
    ///
    /// *Errors*: `stopped` if it is no longer wanted.
    pub fn step(&self, stage: &'static str, done: u64, total: u64) -> Result<(), Problem> {
        match &self.watch {
            Some(watch) if !watch.tell(&Progress { stage, done, total }) => Err(stopped()),
            _ => Ok(()),
        }
    }
}

/// An open workspace: the ledger, the files, and who holds the lock.
pub struct Desk {
    /// The ledger.
    pub ledger: Ledger,
    /// The preserved files.
    pub shelf: Shelf,
    /// The folder.
    pub workspace: Workspace,
    /// Who writes, when it is not this process.
    pub writer_elsewhere: Option<Writer>,
    pub(crate) can_write: bool,
    /// The desk that writes, for work that reads long before it writes.
    pub(crate) pen: Option<Arc<Mutex<Desk>>>,
    pub(crate) door_can_write: bool,
}

impl Desk {
    /// Runs work on the desk that writes, which waits for other writes; on this one where there is none beside it.
    ///
    /// *Errors*: those of `work`.
    pub fn with_pen<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Problem>) -> Result<T, Problem> {
        match self.pen.clone() {
            Some(pen) => work(&mut pen.lock().unwrap_or_else(PoisonError::into_inner)),
            None => work(self),
        }
    }

    /// Does one write: finds the editor, backs up on the first change of a day, and runs `work` as one operation.
    ///
    /// *Errors*: `read_only`, `editor_missing`, and whatever `work` refuses; then nothing is changed.
    pub fn write<T>(
        &mut self,
        context: &Context,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Problem>,
    ) -> Result<Done<T>, Problem> {
        let editor = self.acting(context)?;
        let reason = context.reason.clone();
        let act = Act {
            name: context.command,
            editor: Some(editor),
            reason: reason.as_deref(),
            background: false,
            bulk: false,
        };
        self.ledger.transact(&act, work)
    }

    /// Like [`Desk::write`], for what is written down beside the work and is nobody's step to take back: undo passes over it, and it
    /// leaves redo as it was.
    pub fn write_aside<T>(
        &mut self,
        context: &Context,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Problem>,
    ) -> Result<Done<T>, Problem> {
        let editor = self.acting(context)?;
        let act = Act {
            name: context.command,
            editor: Some(editor),
            reason: context.reason.as_deref(),
            background: true,
            bulk: false,
        };
        self.ledger.transact(&act, work)
    }

    /// Like [`Desk::write`], for a record: answers it with its label and the rows that changed.
    pub fn write_record<R: Record + Serialize>(
        &mut self,
        context: &Context,
        work: impl FnOnce(&mut Tx<'_>) -> Result<R, Problem>,
    ) -> Result<Wrote<R>, Problem> {
        let done = self.write(context, work)?;
        Ok(Wrote {
            id: done.value.uuid().to_string(),
            name: label(&done.value)?,
            operation: done.operation,
            changed: rows(&done.changed),
            record: done.value,
        })
    }

    /// The editor who acts in a write: the named one, added by an operation of its own if unknown.
    ///
    /// *Errors*: `read_only`; `editor_missing` where neither the call nor the settings name one.
    pub fn acting(&mut self, context: &Context) -> Result<EditorId, Problem> {
        if !self.can_write {
            let problem = Problem::new(Code::ReadOnly, "this workspace is open for reading only");
            return Err(match &self.writer_elsewhere {
                Some(writer) => problem
                    .hint(format!(
                        "{} writes here (process {} on {}); close it there first.",
                        writer.user, writer.process, writer.machine
                    ))
                    .with("writer", serde_json::to_value(writer)?),
                None => problem.hint("Open it without --read-only."),
            });
        }
        let name = self.editor_name(context).ok_or_else(|| {
            Problem::new(Code::EditorMissing, "nobody has said who acts")
                .hint("Give --editor NAME, or set the editor of this workspace once: counterclaim call editor.use '{\"name\": \"…\"}'.")
                .field("editor")
        })?;
        self.back_up_on_first_change_of_a_day()?;
        if let Some(editor) = self.editor_called(&name)? {
            return Ok(editor.uuid);
        }
        let act = Act { name: "editor.add", editor: None, reason: None, background: true, bulk: false };
        let done = self.ledger.transact(&act, |tx| {
            let editor = Editor { uuid: EditorId(tx.id()), name: name.clone(), trashed: false, erased: None };
            tx.add(&editor)?;
            Ok::<_, LedgerError>(editor.uuid)
        })?;
        Ok(done.value)
    }

    /// The name of who acts: the call's, else the settings'.
    pub fn editor_name(&self, context: &Context) -> Option<String> {
        let given = context.editor.clone().or_else(|| settings::read(&self.workspace).editor);
        given.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
    }

    /// The living editor of that name; the first one if two have it.
    pub fn editor_called(&self, name: &str) -> Result<Option<Editor>, Problem> {
        let editors: Vec<Editor> = self.ledger.list(&Filter { trashed: Some(false), ..Filter::default() })?;
        Ok(editors.into_iter().find(|editor| editor.name == name))
    }

    fn back_up_on_first_change_of_a_day(&mut self) -> Result<(), Problem> {
        let now = self.ledger.around().now();
        let worth_it = self.ledger.last()?.is_some_and(|last| last.position > 1);
        if worth_it && !backup::has_one_of(&self.workspace, now.date_naive()) {
            backup::daily(self, &Context::default(), now)?;
        }
        Ok(())
    }
}

/// Changed rows, for the wire.
pub fn rows(changed: &[Changed]) -> Vec<ChangedRow> {
    changed
        .iter()
        .map(|change| ChangedRow {
            table: change.table.clone(),
            id: change.row,
            case_id: change.case.map(|case| case.0),
            kind: match change.kind {
                ledger::Kind::Added => "added",
                ledger::Kind::Changed => "changed",
                ledger::Kind::Removed => "removed",
            }
            .to_owned(),
        })
        .collect()
}
