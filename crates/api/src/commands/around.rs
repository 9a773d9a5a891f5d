//! What a piece of evidence bears on in a case, and what bears on it.

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{Shown, answer, wire};
use claims::ids::{CaseId, ClaimId, ItemId};
use claims::matrix::LinkAround;
use claims::order::EvidenceRef;

wire! {
    /// One item or claim of a case, at one position of the history.
    pub struct AroundOf {
        /// The case.
        pub case_id: CaseId,
        /// This item, with its excerpts …
        pub item_id: Option<ItemId>,
        /// … or this claim.
        pub claim_id: Option<ClaimId>,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
    }
}

answer! {
    /// The links around an item or claim.
    pub struct EvidenceAround {
        /// Where it stands.
        pub shown: Shown,
        /// What it bears on, as evidence.
        pub bears_on: Vec<LinkAround>,
        /// What bears on it.
        pub borne_by: Vec<LinkAround>,
    }
}

fn around(desk: &mut Desk, _: &Context, request: AroundOf) -> Result<EvidenceAround, Problem> {
    let of = match (request.item_id, request.claim_id) {
        (Some(item), None) => EvidenceRef::Item(item),
        (None, Some(claim)) => EvidenceRef::Claim(claim),
        _ => {
            return Err(Problem::new(Code::Invalid, "the links around one thing are asked for")
                .hint("Name exactly one of item_id and claim_id.")
                .field("item_id"));
        }
    };
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let (bears_on, borne_by) = claims::evidence_matrix::around::around(&case, of);
    Ok(EvidenceAround { shown: Shown::of(&case), bears_on, borne_by })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "evidence.around", AroundOf => EvidenceAround, around, "Shows what an item or claim bears on in a case, and what bears on it, with every stance in force."),
    ]
}
