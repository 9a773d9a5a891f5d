//! Items that look like one another: the same address, DOI or ISBN, file, or title from the same publisher. Pointed out, never refused.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{answer, wire};
use claims::ids::{ActorId, ItemId};
use claims::records::Item;
use ledger::{Like, LikeRow, Tx};
use std::path::PathBuf;

wire! {
    /// What an item might be the same as. Any of these; what is left out is not compared.
    pub struct ItemAlike {
        /// Its address.
        pub url: Option<String>,
        /// SHA-256 of its file, 64 lower-case hex digits.
        pub sha256: Option<String>,
        /// Its file: it is hashed, and not kept.
        pub path: Option<PathBuf>,
        /// Its document symbol or number: a DOI or an ISBN is compared.
        pub symbol: Option<String>,
        /// Its title or label.
        pub title: Option<String>,
        /// Its publisher; with a title alone, items of any publisher are compared.
        pub publisher_id: Option<ActorId>,
        /// The item itself, which is not like itself.
        pub not_id: Option<ItemId>,
    }
}

answer! {
    /// An item that looks like it.
    pub struct Alike {
        /// The item.
        pub id: ItemId,
        /// Its label.
        pub name: String,
        /// What is the same: `url`, `number` (DOI or ISBN), `title` or `file`; one or more.
        pub same: Vec<String>,
    }
}

/// What a record of an item is compared by.
pub fn like(item: &Item) -> Like {
    Like {
        urls: item.url.iter().cloned().collect(),
        symbols: item.symbol.iter().cloned().collect(),
        titles: vec![item.title.clone().unwrap_or_else(|| item.name.clone())],
        sha256: None,
        publisher: item.publisher_id,
        not: Some(item.uuid),
    }
}

fn told(found: Vec<LikeRow>) -> Vec<Alike> {
    let told = |row: LikeRow| Alike {
        id: row.id,
        name: row.name,
        same: row.same.into_iter().map(str::to_owned).collect(),
    };
    found.into_iter().map(told).collect()
}

/// Inside a write: what an item looks like.
pub fn in_write(tx: &Tx<'_>, like: &Like) -> Result<Vec<Alike>, Problem> {
    Ok(told(tx.alike(like)?))
}

fn alike(desk: &mut Desk, _: &Context, request: ItemAlike) -> Result<Vec<Alike>, Problem> {
    let sha256 = match (&request.sha256, &request.path) {
        (Some(_), Some(_)) => {
            return Err(Problem::new(Code::Invalid, "give a file or its hash, not both").field("path"));
        }
        (Some(hash), None) => Some(hash.to_lowercase()),
        (None, Some(path)) => Some(evidence::sha256_of(path)?.0),
        (None, None) => None,
    };
    let like = Like {
        urls: request.url.into_iter().collect(),
        symbols: request.symbol.into_iter().collect(),
        titles: request.title.into_iter().collect(),
        sha256,
        publisher: request.publisher_id,
        not: request.not_id,
    };
    Ok(told(desk.ledger.alike(&like)?))
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "item.alike", ItemAlike => Vec<Alike>, alike, "Points out items that look the same: by address, by DOI or ISBN, by file, or by title and publisher."),
    ]
}
