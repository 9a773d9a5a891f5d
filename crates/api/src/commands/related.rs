//! One item or one actor with every record that its detail is drawn from, so that nothing else has to be read for it.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::record;
use crate::table::{Command, command};
use crate::wire::{ById, answer};
use claims::ids::CaseId;
use claims::records::*;
use ledger::Filter;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use uuid::Uuid;

answer! {
    /// A case by its name.
    pub struct CaseNamed {
        /// The case.
        pub id: CaseId,
        /// Its name.
        pub name: String,
    }

    /// Records around one item or actor, in every case. Nothing in the trash is among them, but for what was asked for.
    pub struct Related {
        /// The items: the one that was asked for, and those that others here point at.
        pub items: Vec<Item>,
        /// The actors.
        pub actors: Vec<Actor>,
        /// Other names of the actor that was asked for.
        pub actor_names: Vec<ActorName>,
        /// Its offices.
        pub offices: Vec<Office>,
        /// Reliability of the actor, or of the publisher of the item, superseded ones included.
        pub reliabilities: Vec<Reliability>,
        /// Editors who took in the copies, or rated.
        pub editors: Vec<Editor>,
        /// Who wrote the item, or what the actor wrote.
        pub authors: Vec<Author>,
        /// What it derives from, and what derives from it.
        pub derivations: Vec<Derivation>,
        /// Copies of the item.
        pub captures: Vec<Capture>,
        /// Excerpts of these.
        pub excerpts: Vec<Excerpt>,
        /// Links from the item or its excerpts, and links to it.
        pub links: Vec<EvidenceLink>,
        /// Statements that appear in the item, or that the actor made.
        pub statements: Vec<Statement>,
        /// Where these appear in the item.
        pub appearances: Vec<Appearance>,
        /// Through whom.
        pub carriers: Vec<Carrier>,
        /// Claims at the other end of a link.
        pub claims: Vec<Claim>,
        /// Accounts at the other end of a link, or that the actor holds.
        pub accounts: Vec<Account>,
        /// Who holds these.
        pub holders: Vec<Holder>,
        /// What the actor concluded.
        pub findings: Vec<Finding>,
        /// The cases that any of these belong to.
        pub cases: Vec<CaseNamed>,
    }
}

fn none() -> Related {
    Related {
        items: Vec::new(),
        actors: Vec::new(),
        actor_names: Vec::new(),
        offices: Vec::new(),
        reliabilities: Vec::new(),
        editors: Vec::new(),
        authors: Vec::new(),
        derivations: Vec::new(),
        captures: Vec::new(),
        excerpts: Vec::new(),
        links: Vec::new(),
        statements: Vec::new(),
        appearances: Vec::new(),
        carriers: Vec::new(),
        claims: Vec::new(),
        accounts: Vec::new(),
        holders: Vec::new(),
        findings: Vec::new(),
        cases: Vec::new(),
    }
}

/// The living records whose column refers to that one.
fn of<R: Record + DeserializeOwned>(
    desk: &Desk,
    column: &'static str,
    id: impl Into<Uuid>,
) -> Result<Vec<R>, Problem> {
    let filter = Filter { equal: vec![(column, id.into())], trashed: Some(false), ..Filter::default() };
    Ok(desk.ledger.list(&filter)?)
}

/// The same by either of two columns, each once.
fn of_either<R: Record + DeserializeOwned + PartialEq>(
    desk: &Desk,
    columns: [&'static str; 2],
    id: Uuid,
) -> Result<Vec<R>, Problem> {
    let mut all: Vec<R> = of(desk, columns[0], id)?;
    for more in of(desk, columns[1], id)? {
        if !all.contains(&more) {
            all.push(more);
        }
    }
    Ok(all)
}

/// The records with these identities that are not in the trash, each once.
fn these<R: Record + DeserializeOwned>(
    desk: &Desk,
    ids: impl IntoIterator<Item = Option<Uuid>>,
    alive: impl Fn(&R) -> bool,
) -> Result<Vec<R>, Problem> {
    let wanted: BTreeSet<Uuid> = ids.into_iter().flatten().collect();
    let mut found = Vec::new();
    for id in wanted {
        found.extend(desk.ledger.get::<R>(id)?.filter(&alive));
    }
    Ok(found)
}

fn editors(desk: &Desk, related: &Related) -> Result<Vec<Editor>, Problem> {
    let took = related.captures.iter().map(|one| Some(one.editor_id.0));
    let rated = related.reliabilities.iter().map(|one| Some(one.editor_id.0));
    these(desk, took.chain(rated), |_| true)
}

fn cases(desk: &Desk, related: &Related) -> Result<Vec<CaseNamed>, Problem> {
    let ids = (related.links.iter().map(|one| one.case_id))
        .chain(related.appearances.iter().map(|one| one.case_id))
        .chain(related.statements.iter().map(|one| one.case_id))
        .chain(related.holders.iter().map(|one| one.case_id))
        .chain(related.findings.iter().map(|one| one.case_id));
    let found: Vec<Case> = these(desk, ids.map(|id| Some(id.0)), |_| true)?;
    Ok(found.into_iter().map(|case| CaseNamed { id: case.uuid, name: case.name }).collect())
}

fn of_item(desk: &mut Desk, _: &Context, request: ById) -> Result<Related, Problem> {
    let item: Item = record::found(desk, request.id)?;
    let id = request.id;
    let mut related = none();
    related.authors = of(desk, "item_id", id)?;
    related.derivations = of_either(desk, ["item_id", "from_item_id"], id)?;
    related.captures = of(desk, "item_id", id)?;
    related.links = of_either(desk, ["from_item_id", "to_item_id"], id)?;
    for capture in &related.captures {
        related.excerpts.extend(of::<Excerpt>(desk, "capture_id", capture.uuid.0)?);
    }
    for excerpt in &related.excerpts {
        related.links.extend(of::<EvidenceLink>(desk, "from_excerpt_id", excerpt.uuid.0)?);
    }
    related.appearances = of(desk, "item_id", id)?;
    for appearance in &related.appearances {
        related.carriers.extend(of::<Carrier>(desk, "appearance_id", appearance.uuid.0)?);
    }
    let said = related.appearances.iter().map(|one| Some(one.statement_id.0));
    related.statements = these(desk, said, |one: &Statement| !one.trashed)?;
    if let Some(publisher) = item.publisher_id {
        related.reliabilities = of(desk, "actor_id", publisher.0)?;
    }
    let links = related.links.iter();
    related.claims = these(
        desk,
        links.clone().flat_map(|one| [one.to_claim_id, one.from_claim_id]).map(|id| id.map(|id| id.0)),
        |one: &Claim| !one.trashed,
    )?;
    related.accounts =
        these(desk, links.clone().map(|one| one.to_account_id.map(|id| id.0)), |one: &Account| !one.trashed)?;
    let beside = links
        .flat_map(|one| [one.from_item_id, one.to_item_id])
        .chain(related.derivations.iter().flat_map(|one| [one.item_id, one.from_item_id]))
        .map(|id| id.map(|id| id.0))
        .filter(|other| *other != Some(id));
    related.items = these(desk, beside, |one: &Item| !one.trashed)?;
    let named = [item.publisher_id.map(|id| id.0)]
        .into_iter()
        .chain(related.authors.iter().map(|one| one.actor_id.map(|id| id.0)))
        .chain(related.statements.iter().map(|one| Some(one.speaker_id.0)))
        .chain(related.carriers.iter().map(|one| Some(one.actor_id.0)));
    related.actors = these(desk, named, |one: &Actor| !one.trashed)?;
    related.items.push(item);
    related.editors = editors(desk, &related)?;
    related.cases = cases(desk, &related)?;
    Ok(related)
}

fn of_actor(desk: &mut Desk, _: &Context, request: ById) -> Result<Related, Problem> {
    let actor: Actor = record::found(desk, request.id)?;
    let id = request.id;
    let mut related = none();
    related.actor_names = of(desk, "actor_id", id)?;
    related.offices = of(desk, "actor_id", id)?;
    related.reliabilities = of(desk, "actor_id", id)?;
    related.derivations = of_either(desk, ["actor_id", "from_actor_id"], id)?;
    related.holders = of(desk, "actor_id", id)?;
    let held = related.holders.iter().map(|one| Some(one.account_id.0));
    related.accounts = these(desk, held, |one: &Account| !one.trashed)?;
    related.findings = of(desk, "body_id", id)?;
    related.statements = of_either(desk, ["speaker_id", "on_behalf_id"], id)?;
    related.authors = of(desk, "actor_id", id)?;
    let written = related.authors.iter().map(|one| Some(one.item_id.0));
    related.items = these(desk, written, |one: &Item| !one.trashed && one.publisher_id != Some(actor.uuid))?;
    related.items.extend(of::<Item>(desk, "publisher_id", id)?);
    let named = related
        .offices
        .iter()
        .map(|one| one.body_id.map(|id| id.0))
        .chain(
            related
                .derivations
                .iter()
                .flat_map(|one| [one.actor_id, one.from_actor_id])
                .map(|id| id.map(|id| id.0)),
        )
        .filter(|other| *other != Some(id));
    related.actors = these(desk, named, |one: &Actor| !one.trashed)?;
    related.actors.push(actor);
    related.editors = editors(desk, &related)?;
    related.cases = cases(desk, &related)?;
    Ok(related)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "item.related", ById => Related, of_item, "Shows an item with every record around it: copies, excerpts, links in every case, statements, authors, origins."),
        command!(Read "actor.related", ById => Related, of_actor, "Shows an actor with every record around it: names, offices, reliability, accounts, findings, statements, items, origins."),
    ]
}
