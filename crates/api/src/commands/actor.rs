//! Actors, their names, offices and reliability.

use crate::record::{self, adds, editor, noun};
use crate::table::{Command, command};
use crate::wire::Wrote;
use claims::ids::{ActorId, ActorNameId, OfficeId, ReliabilityId};
use claims::records::{Actor, ActorName, Office, Reliability};
use claims::words::{ActorKind, Grade};

adds! {
    /// Adds an actor.
    ActorAdd => Actor as ActorId {
        /// Name.
        name: String,
        /// Kind.
        kind: ActorKind,
        /// Who this is.
        description: Option<String>,
        /// Address of a page that identifies the actor.
        url: Option<String>,
    } |tx, me| {}

    /// Adds a name of an actor in another language, script or spelling.
    ActorNameAdd => ActorName as ActorNameId {
        /// The actor.
        actor_id: ActorId,
        /// The name.
        name: String,
        /// Its language (BCP 47).
        language: Option<String>,
    } |tx, me| {}

    /// Adds an office of an actor.
    OfficeAdd => Office as OfficeId {
        /// The actor.
        actor_id: ActorId,
        /// The office.
        name: String,
        /// The body or state whose office it is.
        body_id: Option<ActorId>,
        /// From (EDTF).
        from_date: Option<String>,
        /// To (EDTF).
        to_date: Option<String>,
    } |tx, me| {}

    /// Rates how far an actor can be trusted as a source; supersedes the desk's earlier grade by itself.
    ReliabilityAdd => Reliability as ReliabilityId {
        /// The actor.
        actor_id: ActorId,
        /// A-F.
        grade: Grade,
        /// Why.
        reason: String,
    } |tx, me| {
        editor_id: editor(tx)?,
        supersedes_id: tx.list::<Reliability>(&ledger::Filter { equal: vec![("actor_id", me.actor_id.0)], trashed: Some(false), newest_first: true, limit: Some(1), ..ledger::Filter::default() })?.first().map(|earlier| earlier.uuid)
    }
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "actor.add", ActorAdd => Wrote<Actor>, record::add::<ActorAdd>, "Adds an actor: a person, body, state or outlet."),
    ];
    all.extend(noun!(Actor, list "actor.list", show "actor.show", edit "actor.edit", trash "actor.trash", restore "actor.restore"));
    all.extend(super::tables::of_actors());
    all.push(command!(Write "actor_name.add", ActorNameAdd => Wrote<ActorName>, record::add::<ActorNameAdd>, "Adds a name of an actor in another language, script or spelling."));
    all.extend(noun!(ActorName, list "actor_name.list", show "actor_name.show", edit "actor_name.edit", trash "actor_name.trash", restore "actor_name.restore"));
    all.push(command!(Write "office.add", OfficeAdd => Wrote<Office>, record::add::<OfficeAdd>, "Adds an office of an actor, with dates."));
    all.extend(noun!(Office, list "office.list", show "office.show", edit "office.edit", trash "office.trash", restore "office.restore"));
    all.push(command!(Write "reliability.add", ReliabilityAdd => Wrote<Reliability>, record::add::<ReliabilityAdd>, "Rates an actor's reliability as a source, with a reason; the earlier grade is superseded."));
    all.extend(noun!(Reliability, judgement list "reliability.list", show "reliability.show", trash "reliability.trash", restore "reliability.restore"));
    all
}
