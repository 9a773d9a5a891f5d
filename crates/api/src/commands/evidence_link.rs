//! Evidence links: which evidence bears on what; and the cells of a matrix, which make a link where there is none.

use crate::commands::on_link::{credibility, relevance, stance};
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{noun, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::ids::{AccountId, CaseId, ClaimId, EvidenceLinkId, ExcerptId, ItemId};
use claims::records::{EvidenceLink, Stance};
use claims::words::{RelevanceValue, StanceValue};
use ledger::{Filter, Tx};

wire! {
    /// Links evidence (exactly one of `from_…`) to what it bears on (exactly one of `to_…`); with one's own stance, if given.
    pub struct EvidenceLinkAdd {
        /// The case.
        pub case_id: CaseId,
        /// This item bears.
        pub from_item_id: Option<ItemId>,
        /// This excerpt bears.
        pub from_excerpt_id: Option<ExcerptId>,
        /// This claim bears, as evidence.
        pub from_claim_id: Option<ClaimId>,
        /// On this claim.
        pub to_claim_id: Option<ClaimId>,
        /// On this account.
        pub to_account_id: Option<AccountId>,
        /// On this item.
        pub to_item_id: Option<ItemId>,
        /// On this link.
        pub to_link_id: Option<EvidenceLinkId>,
        /// Note.
        pub note: Option<String>,
        /// One's own stance.
        pub stance: Option<StanceValue>,
        /// Relevance.
        pub relevance: Option<RelevanceValue>,
        /// Credibility, 1-6.
        pub credibility: Option<u8>,
    }

    /// Rates a cell of a matrix: sets one's own stance on the link of the pair, and makes the link if there is none, in one operation.
    pub struct CellRate {
        /// The case.
        pub case_id: CaseId,
        /// The evidence: this item …
        pub from_item_id: Option<ItemId>,
        /// … or this excerpt …
        pub from_excerpt_id: Option<ExcerptId>,
        /// … or this claim.
        pub from_claim_id: Option<ClaimId>,
        /// On this claim …
        pub to_claim_id: Option<ClaimId>,
        /// … or this account.
        pub to_account_id: Option<AccountId>,
        /// The stance; null withdraws.
        pub value: Option<StanceValue>,
        /// Note.
        pub note: Option<String>,
    }
}

fn new_link(id: uuid::Uuid, request: &EvidenceLinkAdd) -> EvidenceLink {
    EvidenceLink {
        uuid: EvidenceLinkId(id),
        case_id: request.case_id,
        from_item_id: request.from_item_id,
        from_excerpt_id: request.from_excerpt_id,
        from_claim_id: request.from_claim_id,
        to_claim_id: request.to_claim_id,
        to_account_id: request.to_account_id,
        to_item_id: request.to_item_id,
        to_link_id: request.to_link_id,
        note: request.note.clone(),
        trashed: false,
        erased: None,
    }
}

fn ends(link: &EvidenceLink) -> Result<(), Problem> {
    let from = usize::from(link.from_item_id.is_some())
        + usize::from(link.from_excerpt_id.is_some())
        + usize::from(link.from_claim_id.is_some());
    let to = usize::from(link.to_claim_id.is_some())
        + usize::from(link.to_account_id.is_some())
        + usize::from(link.to_item_id.is_some())
        + usize::from(link.to_link_id.is_some());
    if from != 1 || to != 1 {
        return Err(Problem::new(Code::Invalid, "a link leads from exactly one piece of evidence to exactly one thing it bears on")
            .hint("Name one of from_item_id, from_excerpt_id, from_claim_id and one of to_claim_id, to_account_id, to_item_id, to_link_id."));
    }
    if (link.from_claim_id.is_some() && link.from_claim_id == link.to_claim_id)
        || (link.from_item_id.is_some() && link.from_item_id == link.to_item_id)
    {
        return Err(Problem::new(Code::Rule, "nothing is evidence for itself"));
    }
    Ok(())
}

/// The living links of the same pair, oldest first.
fn same_pair(tx: &Tx<'_>, link: &EvidenceLink) -> Result<Vec<EvidenceLink>, Problem> {
    let mut equal = Vec::new();
    let mut also = |column, id: Option<uuid::Uuid>| equal.extend(id.map(|id| (column, id)));
    also("from_item_id", link.from_item_id.map(|id| id.0));
    also("from_excerpt_id", link.from_excerpt_id.map(|id| id.0));
    also("from_claim_id", link.from_claim_id.map(|id| id.0));
    also("to_claim_id", link.to_claim_id.map(|id| id.0));
    also("to_account_id", link.to_account_id.map(|id| id.0));
    also("to_item_id", link.to_item_id.map(|id| id.0));
    also("to_link_id", link.to_link_id.map(|id| id.0));
    Ok(tx.list(&Filter { case: Some(link.case_id), equal, trashed: Some(false), ..Filter::default() })?)
}

fn link(
    desk: &mut Desk,
    context: &Context,
    request: EvidenceLinkAdd,
) -> Result<Wrote<EvidenceLink>, Problem> {
    desk.write_record(context, |tx| {
        let link = new_link(tx.id(), &request);
        ends(&link)?;
        if let Some(there) = same_pair(tx, &link)?.first() {
            return Err(Problem::new(Code::Rule, "this evidence is linked to it already")
                .hint("Rate or correct the link that is there; a second one would leave the cell unsettled.")
                .with("link", there.uuid.to_string()));
        }
        put(tx, &link)?;
        if let Some(value) = request.stance {
            stance(tx, &link, Some(value), None)?;
        }
        if let Some(value) = request.relevance {
            relevance(tx, &link, Some(value))?;
        }
        if let Some(value) = request.credibility {
            credibility(tx, &link, Some(value))?;
        }
        Ok(link)
    })
}

fn rate_cell(desk: &mut Desk, context: &Context, request: CellRate) -> Result<Wrote<Stance>, Problem> {
    desk.write_record(context, |tx| {
        let wanted = EvidenceLinkAdd {
            case_id: request.case_id,
            from_item_id: request.from_item_id,
            from_excerpt_id: request.from_excerpt_id,
            from_claim_id: request.from_claim_id,
            to_claim_id: request.to_claim_id,
            to_account_id: request.to_account_id,
            to_item_id: None,
            to_link_id: None,
            note: None,
            stance: None,
            relevance: None,
            credibility: None,
        };
        let new = new_link(tx.id(), &wanted);
        ends(&new)?;
        let there = same_pair(tx, &new)?;
        let link = match there.as_slice() {
            [] => {
                put(tx, &new)?;
                new
            }
            [one] => one.clone(),
            _ => {
                return Err(Problem::new(Code::Rule, "two links stand in this cell")
                    .hint("Put one of them in the trash first; until then the cell is unsettled."));
            }
        };
        stance(tx, &link, request.value, request.note)
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "evidence.link", EvidenceLinkAdd => Wrote<EvidenceLink>, link, "Links an item, excerpt or claim, as evidence, to a claim, account, item or other link."),
    ];
    all.extend(noun!(EvidenceLink, list "evidence.list", show "evidence.show", edit "evidence.edit", trash "evidence.trash", restore "evidence.restore"));
    all.extend([
        command!(Write "cell.rate", CellRate => Wrote<Stance>, rate_cell, "Rates a cell of a matrix, making its link where there is none."),
    ]);
    all
}
