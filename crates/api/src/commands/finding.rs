//! Findings: what bodies that are no party concluded.

use crate::record::{self, adds, last_place, noun};
use crate::table::{Command, command};
use crate::wire::Wrote;
use claims::ids::{ActorId, CaseId, FindingId, ItemId};
use claims::records::Finding;
use ledger::Filter;

adds! {
    /// Adds a finding; its claims are added with `claim.add` and `finding_id`.
    FindingAdd => Finding as FindingId {
        /// The case.
        case_id: CaseId,
        /// Name.
        name: String,
        /// The body.
        body_id: ActorId,
        /// The item that carries it.
        item_id: Option<ItemId>,
        /// When it became public (EDTF); none = as its item.
        date: Option<String>,
        /// Its standard of proof, in its words.
        standard: Option<String>,
    } |tx, me| {
        position: {
            let others: Vec<Finding> = tx.list(&Filter { case: Some(me.case_id), ..Filter::default() })?;
            Some(last_place(others.iter().map(|finding| finding.position.as_deref())))
        }
    }
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "finding.add", FindingAdd => Wrote<Finding>, record::add::<FindingAdd>, "Adds a finding of a body that is no party."),
    ];
    all.extend(noun!(Finding, list "finding.list", show "finding.show", edit "finding.edit", trash "finding.trash", restore "finding.restore"));
    all
}
