//! What editors make of an evidence link: each one's stance, and the desk's relevance and credibility. All are added, none is edited.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{Wire, editor, living, noun, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::ids::{CredibilityId, EditorId, EvidenceLinkId, RelevanceId, StanceId};
use claims::records::{Credibility, EvidenceLink, Relevance, Stance};
use claims::words::{RelevanceValue, StanceValue};
use ledger::{Filter, Tx};
use uuid::Uuid;

wire! {
    /// Sets one's own stance on a link; supersedes one's earlier one.
    pub struct StanceSet {
        /// The link.
        pub link_id: EvidenceLinkId,
        /// The stance; null withdraws, which reads as unrated.
        pub value: Option<StanceValue>,
        /// Note.
        pub note: Option<String>,
    }

    /// Sets the desk's relevance of a link; supersedes the earlier one.
    pub struct RelevanceSet {
        /// The link.
        pub link_id: EvidenceLinkId,
        /// The relevance; null unsets.
        pub value: Option<RelevanceValue>,
    }

    /// Sets the desk's credibility of the information of a link; supersedes the earlier one.
    pub struct CredibilitySet {
        /// The link.
        pub link_id: EvidenceLinkId,
        /// 1 confirmed … 5 improbable, 6 cannot be judged; null unsets.
        pub value: Option<u8>,
    }
}

fn own_stances(tx: &Tx<'_>, link: EvidenceLinkId, editor: EditorId) -> Result<Vec<Stance>, Problem> {
    Ok(tx.list(&Filter {
        equal: vec![("link_id", link.0), ("editor_id", editor.0)],
        trashed: Some(false),
        newest_first: true,
        ..Filter::default()
    })?)
}

/// Sets the acting editor's stance; the same one again is no change.
pub(super) fn stance(
    tx: &mut Tx<'_>,
    link: &EvidenceLink,
    value: Option<StanceValue>,
    note: Option<String>,
) -> Result<Stance, Problem> {
    let editor_id = editor(tx)?;
    let earlier = own_stances(tx, link.uuid, editor_id)?.into_iter().next();
    match &earlier {
        Some(earlier) if earlier.value == value && (note.is_none() || note == earlier.note) => {
            return Ok(earlier.clone());
        }
        None if value.is_none() => {
            return Err(Problem::new(Code::Rule, "there is no stance of yours to withdraw"));
        }
        _ => {}
    }
    let stance = Stance {
        uuid: StanceId(tx.id()),
        case_id: link.case_id,
        link_id: link.uuid,
        editor_id,
        value,
        note,
        supersedes_id: earlier.map(|earlier| earlier.uuid),
        trashed: false,
        erased: None,
    };
    put(tx, &stance)?;
    Ok(stance)
}

/// Adds what the desk says of a link, superseding what it said before; the same again is no change.
fn say<R: Wire>(
    tx: &mut Tx<'_>,
    link: &EvidenceLink,
    same: impl Fn(&R) -> bool,
    make: impl FnOnce(Uuid, EditorId, Option<&R>) -> R,
) -> Result<R, Problem> {
    let of_link = Filter {
        equal: vec![("link_id", link.uuid.0)],
        trashed: Some(false),
        newest_first: true,
        limit: Some(1),
        ..Filter::default()
    };
    let earlier = tx.list::<R>(&of_link)?.into_iter().next();
    if let Some(earlier) = earlier.as_ref().filter(|earlier| same(earlier)) {
        return Ok(earlier.clone());
    }
    let record = make(tx.id(), editor(tx)?, earlier.as_ref());
    put(tx, &record)?;
    Ok(record)
}

/// Sets the desk's relevance of a link.
pub(super) fn relevance(
    tx: &mut Tx<'_>,
    link: &EvidenceLink,
    value: Option<RelevanceValue>,
) -> Result<Relevance, Problem> {
    say(
        tx,
        link,
        |earlier: &Relevance| earlier.value == value,
        |id, editor_id, earlier| Relevance {
            uuid: RelevanceId(id),
            case_id: link.case_id,
            link_id: link.uuid,
            editor_id,
            value,
            supersedes_id: earlier.map(|earlier| earlier.uuid),
            trashed: false,
            erased: None,
        },
    )
}

/// Sets the desk's credibility of a link's information.
///
/// *Errors*: `invalid` outside 1 to 6.
pub(super) fn credibility(
    tx: &mut Tx<'_>,
    link: &EvidenceLink,
    value: Option<u8>,
) -> Result<Credibility, Problem> {
    if value.is_some_and(|value| !(1..=6).contains(&value)) {
        return Err(Problem::new(Code::Invalid, "credibility is a number from 1 to 6").field("credibility").hint("1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged."));
    }
    say(
        tx,
        link,
        |earlier: &Credibility| earlier.value == value,
        |id, editor_id, earlier| Credibility {
            uuid: CredibilityId(id),
            case_id: link.case_id,
            link_id: link.uuid,
            editor_id,
            value,
            supersedes_id: earlier.map(|earlier| earlier.uuid),
            trashed: false,
            erased: None,
        },
    )
}

fn set_stance(desk: &mut Desk, context: &Context, request: StanceSet) -> Result<Wrote<Stance>, Problem> {
    desk.write_record(context, |tx| {
        let link = living::<EvidenceLink>(tx, request.link_id.0)?;
        stance(tx, &link, request.value, request.note)
    })
}

fn set_relevance(
    desk: &mut Desk,
    context: &Context,
    request: RelevanceSet,
) -> Result<Wrote<Relevance>, Problem> {
    desk.write_record(context, |tx| {
        let link = living::<EvidenceLink>(tx, request.link_id.0)?;
        relevance(tx, &link, request.value)
    })
}

fn set_credibility(
    desk: &mut Desk,
    context: &Context,
    request: CredibilitySet,
) -> Result<Wrote<Credibility>, Problem> {
    desk.write_record(context, |tx| {
        let link = living::<EvidenceLink>(tx, request.link_id.0)?;
        credibility(tx, &link, request.value)
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "stance.set", StanceSet => Wrote<Stance>, set_stance, "Sets one's own stance on a link, or withdraws it; the earlier one is superseded."),
        command!(Write "relevance.set", RelevanceSet => Wrote<Relevance>, set_relevance, "Sets the desk's relevance of a link, or unsets it; the earlier one is superseded."),
        command!(Write "credibility.set", CredibilitySet => Wrote<Credibility>, set_credibility, "Sets the desk's credibility of a link's information (1-6), or unsets it; the earlier one is superseded."),
    ];
    all.extend(noun!(Stance, judgement list "stance.list", show "stance.show", trash "stance.trash", restore "stance.restore"));
    all
}
