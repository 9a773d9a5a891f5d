//! The same thing done to many records: one operation, which one undo takes back.

use crate::desk::{Context, Desk, rows};
use crate::problem::{Code, Problem};
use crate::record::{Wire, living, put};
use crate::table::{Command, command};
use crate::wire::{ChangedRow, answer, wire};
use claims::ids::{CaseId, EditorId, OperationId, TagId};
use claims::records::*;
use claims::words::CaseStatus;
use ledger::{Done, Filter, Tx};
use serde_json::{Map, Value};
use uuid::Uuid;

/// No more than so many at once.
const MOST: usize = 10_000;

wire! {
    /// Tags cases, or takes a tag from them.
    pub struct CaseTagAll {
        /// The cases.
        pub case_ids: Vec<CaseId>,
        /// The tag.
        pub name: String,
    }

    /// Gives cases to one who takes care of them.
    pub struct CaseAssignAll {
        /// The cases.
        pub case_ids: Vec<CaseId>,
        /// Who; none = nobody.
        pub assignee_id: Option<EditorId>,
    }

    /// Puts cases aside, or brings them back.
    pub struct CaseArchiveAll {
        /// The cases.
        pub case_ids: Vec<CaseId>,
        /// True puts them aside.
        pub archived: bool,
    }

    /// Says where cases stand.
    pub struct CaseStatusAll {
        /// The cases.
        pub case_ids: Vec<CaseId>,
        /// Where they stand.
        pub status: CaseStatus,
    }

    /// Records of one table, to put in the trash or to bring back.
    pub struct RecordsOf {
        /// The table, for example `claim` or `evidence_link`.
        pub table: String,
        /// Their ids.
        pub ids: Vec<Uuid>,
    }
}

answer! {
    /// What was done to many.
    pub struct WroteAll {
        /// How many were given.
        pub given: u32,
        /// How many rows changed; those that stood so already did not.
        pub n: u32,
        /// The operation; none if nothing had to change.
        pub operation: Option<OperationId>,
        /// What it changed; the first thousand.
        pub changed: Vec<ChangedRow>,
    }
}

fn bounded(n: usize, field: &str) -> Result<(), Problem> {
    match n {
        0 => Err(Problem::new(Code::Invalid, "none is given").field(field).hint("Choose at least one.")),
        1..=MOST => Ok(()),
        _ => Err(Problem::new(Code::Invalid, format!("{n} are more than {MOST} at once"))
            .field(field)
            .hint("Do it in parts.")),
    }
}

fn answer(given: usize, done: Done<u32>) -> WroteAll {
    WroteAll {
        given: u32::try_from(given).unwrap_or(u32::MAX),
        n: done.value,
        operation: done.operation,
        changed: rows(&done.changed),
    }
}

/// Runs `each` on every case and counts what it changed.
fn on_cases(
    desk: &mut Desk,
    context: &Context,
    cases: &[CaseId],
    each: impl Fn(&mut Tx<'_>, &Case) -> Result<u32, Problem>,
) -> Result<WroteAll, Problem> {
    bounded(cases.len(), "case_ids")?;
    let done = desk.write(context, |tx| {
        let mut n = 0;
        for id in cases {
            let case = living::<Case>(tx, id.0)?;
            n += each(tx, &case)?;
        }
        Ok::<_, Problem>(n)
    })?;
    Ok(answer(cases.len(), done))
}

fn tags_of(tx: &Tx<'_>, case: &Case, name: &str) -> Result<Vec<Tag>, Problem> {
    let mut tags: Vec<Tag> =
        tx.list(&Filter { case: Some(case.uuid), trashed: Some(false), ..Filter::default() })?;
    tags.retain(|tag| tag.name == name);
    Ok(tags)
}

fn tag_all(desk: &mut Desk, context: &Context, request: CaseTagAll) -> Result<WroteAll, Problem> {
    let name = request.name.trim();
    if name.is_empty() {
        return Err(Problem::new(Code::Invalid, "the tag is empty").field("name"));
    }
    on_cases(desk, context, &request.case_ids, |tx, case| {
        if !tags_of(tx, case, name)?.is_empty() {
            return Ok(0);
        }
        let uuid = TagId(tx.id());
        put(tx, &Tag { uuid, case_id: case.uuid, name: name.to_owned(), trashed: false, erased: None })?;
        Ok(1)
    })
}

fn untag_all(desk: &mut Desk, context: &Context, request: CaseTagAll) -> Result<WroteAll, Problem> {
    on_cases(desk, context, &request.case_ids, |tx, case| {
        let tags = tags_of(tx, case, request.name.trim())?;
        for tag in &tags {
            tx.trash::<Tag>(tag.uuid.0)?;
        }
        Ok(u32::from(!tags.is_empty()))
    })
}

/// Sets one field of every case.
fn set_all(
    desk: &mut Desk,
    context: &Context,
    cases: &[CaseId],
    field: &str,
    value: &Value,
) -> Result<WroteAll, Problem> {
    on_cases(desk, context, cases, |tx, case| {
        let after = tx.edit::<Case>(case.uuid.0, Map::from_iter([(field.to_owned(), value.clone())]))?;
        Ok(u32::from(after != *case))
    })
}

fn assign_all(desk: &mut Desk, context: &Context, request: CaseAssignAll) -> Result<WroteAll, Problem> {
    if let Some(id) = request.assignee_id {
        crate::record::found::<Editor>(desk, id.0).map_err(|problem| problem.field("assignee_id"))?;
    }
    let who = request.assignee_id.map_or(Value::Null, |id| id.to_string().into());
    set_all(desk, context, &request.case_ids, "assignee_id", &who)
}

fn archive_all(desk: &mut Desk, context: &Context, request: CaseArchiveAll) -> Result<WroteAll, Problem> {
    set_all(desk, context, &request.case_ids, "archived", &request.archived.into())
}

fn status_all(desk: &mut Desk, context: &Context, request: CaseStatusAll) -> Result<WroteAll, Problem> {
    set_all(desk, context, &request.case_ids, "status", &request.status.as_str().into())
}

type Each = fn(&mut Tx<'_>, Uuid, bool) -> Result<u32, Problem>;

/// Puts one in the trash, or brings it back; whether that changed anything.
fn turn<R: Wire>(tx: &mut Tx<'_>, id: Uuid, trashed: bool) -> Result<u32, Problem> {
    let was = tx.get::<R>(id)?.ok_or_else(|| Problem::not_found(R::TABLE, id).field("ids"))?;
    if was.trashed() == trashed {
        return Ok(0);
    }
    if trashed {
        tx.trash::<R>(id)?
    } else {
        tx.restore::<R>(id)?
    }
    Ok(1)
}

/// What to run for a table whose records can be put in the trash.
fn each_of(table: &str) -> Option<Each> {
    macro_rules! tables {
        ($($record:ident),+ $(,)?) => { [$(($record::TABLE, turn::<$record> as Each)),+] };
    }
    let tables = tables!(
        Editor,
        Case,
        CaseName,
        Tag,
        Actor,
        ActorName,
        Office,
        Account,
        Holder,
        Item,
        Author,
        Derivation,
        Capture,
        Excerpt,
        Finding,
        Point,
        Claim,
        AccountClaim,
        Statement,
        Act,
        Appearance,
        Carrier,
        Answer,
        Silence,
        Comparison,
        Reliability,
        EvidenceLink,
        Stance,
        Assessment,
        SecondReading,
        Verdict,
        Inquiry,
        Reply,
        Event,
        ChecklistLine,
    );
    tables.into_iter().find(|(name, _)| *name == table).map(|(_, each)| each)
}

fn turn_all(
    desk: &mut Desk,
    context: &Context,
    request: &RecordsOf,
    trashed: bool,
) -> Result<WroteAll, Problem> {
    bounded(request.ids.len(), "ids")?;
    let each = each_of(&request.table).ok_or_else(|| {
        Problem::new(
            Code::Invalid,
            format!("records of the table {} cannot be put in the trash together", request.table),
        )
        .field("table")
    })?;
    let done = desk.write(context, |tx| {
        request.ids.iter().try_fold(0, |n, id| Ok::<_, Problem>(n + each(tx, *id, trashed)?))
    })?;
    Ok(answer(request.ids.len(), done))
}

fn trash_all(desk: &mut Desk, context: &Context, request: RecordsOf) -> Result<WroteAll, Problem> {
    turn_all(desk, context, &request, true)
}

fn restore_all(desk: &mut Desk, context: &Context, request: RecordsOf) -> Result<WroteAll, Problem> {
    turn_all(desk, context, &request, false)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Write "case.tag_all", CaseTagAll => WroteAll, tag_all, "Tags many cases in one operation; those that have the tag stay as they are."),
        command!(Write "case.untag_all", CaseTagAll => WroteAll, untag_all, "Takes a tag from many cases in one operation."),
        command!(Write "case.assign_all", CaseAssignAll => WroteAll, assign_all, "Says who takes care of many cases, or nobody, in one operation."),
        command!(Write "case.archive_all", CaseArchiveAll => WroteAll, archive_all, "Puts many cases aside, or brings them back, in one operation."),
        command!(Write "case.status_all", CaseStatusAll => WroteAll, status_all, "Says where many cases stand, in one operation."),
    ]
}

pub(super) fn of_records() -> Vec<Command> {
    vec![
        command!(Write "record.trash_all", RecordsOf => WroteAll, trash_all, "Puts many records of one table in the trash, in one operation."),
        command!(Write "record.restore_all", RecordsOf => WroteAll, restore_all, "Brings many records of one table back from the trash, in one operation."),
    ]
}
