//! The checklist of a case: what an editor sees to before a report is published.

use crate::desk::{Context, Desk, rows};
use crate::problem::{Code, Problem};
use crate::record::{self, adds, last_place, living, noun};
use crate::table::{Command, command};
use crate::wire::{ChangedRow, Named, Wrote, answer, wire};
use claims::ids::{CaseId, ChecklistLineId, OperationId};
use claims::records::{Case, ChecklistLine};
use claims::words::Commitment;
use ledger::{Filter, Tx};

/// The list that a case starts with, in our own words, by the five commitments of the IFCN Code of Principles.
const START: [(Commitment, &str); 15] = [
    (
        Commitment::Nonpartisanship,
        "Every account was asked the same questions and held to the same standard.",
    ),
    (
        Commitment::Nonpartisanship,
        "Every account got comparable effort; where one got much less, the report says why.",
    ),
    (Commitment::Nonpartisanship, "Names, summaries and questions take no side."),
    (Commitment::Nonpartisanship, "The report says why this case was chosen."),
    (
        Commitment::Sources,
        "Every significant source is named and linked, so that a reader can follow it; where safety forbids that, the report says so.",
    ),
    (
        Commitment::Sources,
        "Primary sources stand before secondary ones; where only a secondary one was to be had, the report says why.",
    ),
    (
        Commitment::Sources,
        "Whatever a rating rests on has more than one named source, or the report says that it has one.",
    ),
    (Commitment::Sources, "Interests of sources that bear on what they say are told."),
    (Commitment::Funding, "The page names the house and leads to who runs and pays for it."),
    (Commitment::Funding, "Conflicts of interest of the editors of this case are told, or there are none."),
    (
        Commitment::Methodology,
        "Evidence for and evidence against each claim is shown, and what was looked for and not found.",
    ),
    (
        Commitment::Methodology,
        "Each rating was read by a second editor, or the report says that it is one reader’s.",
    ),
    (
        Commitment::Methodology,
        "Those whose claims are rated were asked for a reply; their answer, or that none came, is recorded.",
    ),
    (Commitment::Corrections, "The page leads to the corrections policy and says how to report an error."),
    (
        Commitment::Corrections,
        "What this case corrects of an earlier report is said where a reader sees it first.",
    ),
];

adds! {
    /// Adds a line to the checklist, after the others.
    ChecklistLineAdd => ChecklistLine as ChecklistLineId {
        /// The case.
        case_id: CaseId,
        /// What is to be seen to.
        text: String,
        /// The commitment of the IFCN Code of Principles that it serves; none = the desk's own.
        commitment: Option<Commitment>,
        /// Note.
        note: Option<String>,
    } |tx, me| {
        position: last_place(lines(tx, me.case_id)?.iter().map(|line| Some(line.position.as_str()))),
        done: false
    }
}

wire! {
    /// Moves a line of the checklist.
    pub struct ChecklistLineMove {
        /// The line.
        pub id: ChecklistLineId,
        /// The line it stands after; none = first.
        pub after_id: Option<ChecklistLineId>,
    }

    /// Gives a case the checklist that every case starts with.
    pub struct ChecklistStart {
        /// The case.
        pub case_id: CaseId,
    }
}

answer! {
    /// A checklist that was started, or stood there already.
    pub struct ChecklistStarted {
        /// The case.
        pub id: CaseId,
        /// Its name.
        pub name: String,
        /// Its lines, in their order.
        pub lines: Vec<Named<ChecklistLine>>,
        /// The operation; none if the case had lines already.
        pub operation: Option<OperationId>,
        /// What it changed.
        pub changed: Vec<ChangedRow>,
    }
}

/// Every line of the case, those in the trash too, in their order.
fn lines(tx: &Tx<'_>, case: CaseId) -> Result<Vec<ChecklistLine>, Problem> {
    let mut found: Vec<ChecklistLine> = tx.list(&Filter { case: Some(case), ..Filter::default() })?;
    found.sort_by(|a, b| a.position.cmp(&b.position));
    Ok(found)
}

fn move_line(
    desk: &mut Desk,
    context: &Context,
    request: ChecklistLineMove,
) -> Result<Wrote<ChecklistLine>, Problem> {
    desk.write_record(context, |tx| {
        let line = living::<ChecklistLine>(tx, request.id.0)?;
        let mut others = lines(tx, line.case_id)?;
        others.retain(|other| other.uuid != line.uuid && !other.trashed);
        let places: Vec<_> = others.iter().map(|other| (other.uuid, other.position.as_str())).collect();
        let key = record::place_after(&places, request.after_id).ok_or_else(|| {
            Problem::new(Code::Invalid, "that line is not in this checklist").field("after_id")
        })?;
        let fields = serde_json::Map::from_iter([("position".to_owned(), key.into())]);
        Ok(tx.edit::<ChecklistLine>(line.uuid.0, fields)?)
    })
}

fn start(desk: &mut Desk, context: &Context, request: ChecklistStart) -> Result<ChecklistStarted, Problem> {
    let done = desk.write(context, |tx| {
        let case = living::<Case>(tx, request.case_id.0)?;
        let mut there = lines(tx, case.uuid)?;
        there.retain(|line| !line.trashed);
        if there.is_empty() {
            let mut last: Option<String> = None;
            for (commitment, text) in START {
                let position = claims::fractional::between(last.as_deref(), None);
                let line = ChecklistLine {
                    uuid: ChecklistLineId(tx.id()),
                    case_id: case.uuid,
                    text: text.to_owned(),
                    commitment: Some(commitment),
                    note: None,
                    position: position.clone(),
                    done: false,
                    trashed: false,
                    erased: None,
                };
                record::put(tx, &line)?;
                last = Some(position);
                there.push(line);
            }
        }
        Ok::<_, Problem>((case, there))
    })?;
    let (case, lines) = done.value;
    Ok(ChecklistStarted {
        id: case.uuid,
        name: case.name,
        lines: lines.into_iter().map(record::named).collect::<Result<_, _>>()?,
        operation: done.operation,
        changed: rows(&done.changed),
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "checklist.start", ChecklistStart => ChecklistStarted, start, "Gives a case without a checklist the one that every case starts with, as one operation."),
        command!(Write "checklist_line.add", ChecklistLineAdd => Wrote<ChecklistLine>, record::add::<ChecklistLineAdd>, "Adds a line to the checklist of a case."),
        command!(Write "checklist_line.move", ChecklistLineMove => Wrote<ChecklistLine>, move_line, "Moves a line of the checklist in the order."),
    ];
    all.extend(noun!(ChecklistLine, list "checklist_line.list", show "checklist_line.show", edit "checklist_line.edit", trash "checklist_line.trash", restore "checklist_line.restore"));
    all
}
