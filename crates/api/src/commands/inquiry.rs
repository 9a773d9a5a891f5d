//! Inquiries and right of reply.

use crate::record::{self, adds, editor, noun};
use crate::table::{Command, command};
use crate::wire::Wrote;
use claims::ids::{AccountId, ActorId, CaseId, ClaimId, InquiryId, PointId, ReplyId};
use claims::records::{Inquiry, Reply};
use claims::words::InquiryOutcome;

adds! {
    /// Records a look for evidence.
    InquiryAdd => Inquiry as InquiryId {
        /// The case.
        case_id: CaseId,
        /// For this account.
        account_id: Option<AccountId>,
        /// For this claim.
        claim_id: Option<ClaimId>,
        /// For this point.
        point_id: Option<PointId>,
        /// What was looked for.
        sought: String,
        /// Where.
        looked: Option<String>,
        /// When (EDTF).
        date: Option<String>,
        /// Found or not found.
        outcome: InquiryOutcome,
        /// What was found, or what should exist and does not.
        note: Option<String>,
    } |tx, me| { editor_id: editor(tx)? }

    /// Records that a party was asked, and what it answered.
    ReplyAdd => Reply as ReplyId {
        /// The case.
        case_id: CaseId,
        /// Who was asked.
        actor_id: ActorId,
        /// When (EDTF).
        asked: Option<String>,
        /// How.
        asked_how: Option<String>,
        /// By when an answer was asked for (EDTF); none = no day was named.
        deadline: Option<String>,
        /// When it answered (EDTF).
        answered: Option<String>,
        /// The answer.
        words: Option<String>,
        /// Its language (BCP 47).
        language: Option<String>,
    } |tx, me| {}
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "inquiry.add", InquiryAdd => Wrote<Inquiry>, record::add::<InquiryAdd>, "Records a look for evidence: what for, where, when, found or not."),
    ];
    all.extend(noun!(Inquiry, list "inquiry.list", show "inquiry.show", edit "inquiry.edit", trash "inquiry.trash", restore "inquiry.restore"));
    all.push(command!(Write "reply.add", ReplyAdd => Wrote<Reply>, record::add::<ReplyAdd>, "Records that a party was asked for a reply, and its answer."));
    all.extend(noun!(Reply, list "reply.list", show "reply.show", edit "reply.edit", trash "reply.trash", restore "reply.restore"));
    all
}
