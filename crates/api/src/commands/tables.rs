//! Long tables: items with their copies and counts, and actors in the role of sources.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{answer, wire};
use crate::workspace::checked;
use claims::ids::{ActorId, CaptureId, CaseId, ItemId};
use claims::words::{ActorKind, Grade, ItemKind, Reading};
use ledger::TableRequest;

wire! {
    /// Which rows of a long table.
    pub struct Rows {
        /// Only what this case refers to, counted in it alone.
        pub case_id: Option<CaseId>,
        /// Those in the trash instead of those in use.
        pub trashed: Option<bool>,
        /// Of actors: also those that published, wrote and said nothing.
        pub every: Option<bool>,
        /// Past so many.
        pub offset: Option<u32>,
        /// At most so many; none = all.
        pub limit: Option<u32>,
    }
}

answer! {
    /// An item in a table. Nothing in the trash is counted.
    pub struct ItemLine {
        /// The item.
        pub id: ItemId,
        /// Its label.
        pub name: String,
        /// Kind.
        pub kind: ItemKind,
        /// Title as printed.
        pub title: Option<String>,
        /// Publisher.
        pub publisher_id: Option<ActorId>,
        /// The publisher's name.
        pub publisher: Option<String>,
        /// The date on it (EDTF).
        pub date: Option<String>,
        /// The date in words, where it cannot be written as one.
        pub date_words: Option<String>,
        /// When it became public (EDTF).
        pub public_date: Option<String>,
        /// Address.
        pub url: Option<String>,
        /// Read, or cited from elsewhere.
        pub reading: Reading,
        /// Document symbol or number.
        pub symbol: Option<String>,
        /// Newspaper, series or programme that it appeared in.
        pub container: Option<String>,
        /// Place of publication.
        pub place: Option<String>,
        /// Language of its name and title.
        pub language: Option<String>,
        /// The desk's note.
        pub note: Option<String>,
        /// Its preserved copies, in the order in which they came.
        pub captures: Vec<CaptureId>,
        /// Preserved copies.
        pub n_captures: u32,
        /// The worst that the last check found of them: `intact`, `changed` or `missing`; none = no copy, or one not checked yet.
        pub integrity: Option<String>,
        /// When the copies were last checked, the earliest of them (instant).
        pub checked: Option<String>,
        /// Evidence links from it, or from an excerpt of it.
        pub n_links: u32,
        /// Statements that appear in it.
        pub n_statements: u32,
    }

    /// An actor in the role of a source: one that published or wrote an item, or spoke. Nothing in the trash is counted.
    pub struct SourceLine {
        /// The actor.
        pub id: ActorId,
        /// Name.
        pub name: String,
        /// Kind.
        pub kind: ActorKind,
        /// Reliability in force, A-F; none = not rated.
        pub reliability: Option<Grade>,
        /// Why.
        pub reason: Option<String>,
        /// Items that it published.
        pub n_published: u32,
        /// Items that it wrote.
        pub n_written: u32,
        /// Statements that it made.
        pub n_statements: u32,
        /// Evidence links from items that it published or wrote.
        pub n_links: u32,
        /// Accounts that it holds or held.
        pub n_accounts: u32,
        /// What it is.
        pub description: Option<String>,
        /// Its other names.
        pub names: Vec<String>,
    }
}

fn asked(request: &Rows) -> TableRequest {
    TableRequest {
        case: request.case_id,
        trashed: request.trashed.unwrap_or(false),
        every: request.every.unwrap_or(false),
        offset: request.offset.unwrap_or(0),
        limit: request.limit,
    }
}

fn items(desk: &mut Desk, _: &Context, request: Rows) -> Result<Vec<ItemLine>, Problem> {
    let known = checked::read(&desk.workspace);
    let rows = desk.ledger.item_rows(&asked(&request))?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let found: Option<Vec<&checked::Checked>> =
                row.captures.iter().map(|(_, hash)| known.get(hash)).collect();
            let found = found.filter(|found| !found.is_empty()).unwrap_or_default();
            let worst = ["missing", "changed", "intact"];
            let worst = worst.into_iter().find(|state| found.iter().any(|check| check.state == *state));
            ItemLine {
                id: row.id,
                name: row.name,
                kind: row.kind,
                title: row.title,
                publisher_id: row.publisher_id,
                publisher: row.publisher,
                date: row.date,
                date_words: row.date_words,
                public_date: row.public_date,
                url: row.url,
                symbol: row.symbol,
                container: row.container,
                place: row.place,
                language: row.language,
                note: row.note,
                reading: row.reading,
                n_captures: u32::try_from(row.captures.len()).unwrap_or(u32::MAX),
                captures: row.captures.into_iter().map(|(id, _)| id).collect(),
                integrity: worst.map(str::to_owned),
                checked: found.iter().map(|check| check.at.clone()).min(),
                n_links: row.n_links,
                n_statements: row.n_statements,
            }
        })
        .collect())
}

fn sources(desk: &mut Desk, _: &Context, request: Rows) -> Result<Vec<SourceLine>, Problem> {
    let rows = desk.ledger.source_rows(&asked(&request))?;
    Ok(rows
        .into_iter()
        .map(|row| SourceLine {
            id: row.id,
            name: row.name,
            kind: row.kind,
            reliability: row.reliability,
            reason: row.reason,
            n_published: row.n_published,
            n_written: row.n_written,
            n_statements: row.n_statements,
            n_links: row.n_links,
            n_accounts: row.n_accounts,
            description: row.description,
            names: row.names,
        })
        .collect())
}

pub(super) fn of_items() -> Vec<Command> {
    vec![
        command!(Read "item.table", Rows => Vec<ItemLine>, items, "Lists items for a long table: publisher, dates, copies and what the last check found of them, links and statements."),
    ]
}

pub(super) fn of_actors() -> Vec<Command> {
    vec![
        command!(Read "actor.sources", Rows => Vec<SourceLine>, sources, "Lists actors in the role of sources: reliability in force, items, statements and links."),
    ]
}
