//! Items that look like one another, found by keys that are derived from each item: its address, its DOI or ISBN, its titles; and by their files.

mod keys;

use crate::error::Result;
use crate::ledger::Ledger;
use crate::tx::Tx;
use claims::ids::{ActorId, ItemId};
pub(crate) use keys::{COLUMNS, keys};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;
use uuid::Uuid;

/// No more than this many are told of by each key: who sees fifty needs no more.
const MOST: u32 = 50;

/// What an item might be the same as. What is left out is not compared.
#[derive(Debug, Clone, Default)]
pub struct Like {
    /// Addresses.
    pub urls: Vec<String>,
    /// Document symbols or numbers; only a DOI or an ISBN tells two items the same.
    pub symbols: Vec<String>,
    /// Titles or labels.
    pub titles: Vec<String>,
    /// SHA-256 of a file.
    pub sha256: Option<String>,
    /// Publisher; none = titles of any publisher are compared.
    pub publisher: Option<ActorId>,
    /// The item itself.
    pub not: Option<ItemId>,
}

/// An item that looks like it; nothing in the trash does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikeRow {
    /// The item.
    pub id: ItemId,
    /// Its label.
    pub name: String,
    /// What is the same: `url`, `number`, `title`, `file`; one or more, in this order.
    pub same: Vec<&'static str>,
}

impl Ledger {
    /// Items that look like it, in the order in which they were added.
    pub fn alike(&self, like: &Like) -> Result<Vec<LikeRow>> {
        alike(&self.conn, like)
    }
}

impl Tx<'_> {
    /// Items that look like it, as they stood before this operation.
    pub fn alike(&self, like: &Like) -> Result<Vec<LikeRow>> {
        alike(self.conn, like)
    }
}

fn alike(conn: &Connection, like: &Like) -> Result<Vec<LikeRow>> {
    let mut found: BTreeMap<ItemId, LikeRow> = BTreeMap::new();
    let mut note = |id: Uuid, name: String, what: &'static str| {
        let id = ItemId(id);
        let row = found.entry(id).or_insert_with(|| LikeRow { id, name, same: Vec::new() });
        if !row.same.contains(&what) {
            row.same.push(what);
        }
    };
    let not = like.not.map(|id| id.to_string());
    let publisher = like.publisher.map(|id| id.to_string());
    if is_kept(conn)? {
        let mut statement = conn.prepare_cached(
            "SELECT i.uuid, i.name FROM x_same AS s JOIN item AS i ON i.uuid = s.item_uuid
             WHERE s.what = ?1 AND s.key = ?2 AND i.trashed = 0 AND i.uuid IS NOT ?3
               AND (?1 <> 'title' OR ?4 IS NULL OR i.publisher_id = (SELECT id FROM actor WHERE uuid = ?4))
             ORDER BY i.uuid LIMIT ?5",
        )?;
        for (what, key) in keys(&like.urls, &like.symbols, &like.titles) {
            let mut rows = statement.query(params![what, key, not, publisher, MOST])?;
            while let Some(row) = rows.next()? {
                note(crate::history::uuid(row, 0)?, row.get(1)?, what);
            }
        }
    }
    if let Some(sha256) = &like.sha256 {
        let mut statement = conn.prepare_cached(
            "SELECT DISTINCT i.uuid, i.name FROM capture AS c JOIN item AS i ON i.id = c.item_id
             WHERE c.sha256 = ?1 AND c.trashed = 0 AND i.trashed = 0 AND i.uuid IS NOT ?2 ORDER BY i.uuid LIMIT ?3",
        )?;
        let mut rows = statement.query(params![sha256, not, MOST])?;
        while let Some(row) = rows.next()? {
            note(crate::history::uuid(row, 0)?, row.get(1)?, "file");
        }
    }
    Ok(found.into_values().collect())
}

/// Whether the file keeps these keys; one that an older version derived, open for reading, does not until it is opened for writing.
pub(crate) fn is_kept(conn: &Connection) -> Result<bool> {
    let mut statement = conn.prepare_cached("SELECT 1 FROM sqlite_schema WHERE name = 'x_same'")?;
    Ok(statement.query_row([], |_| Ok(())).optional()?.is_some())
}

/// The keys of one item as it is now; none if it is not there.
pub(crate) fn of_item(conn: &Connection, uuid: &str) -> Result<Vec<(&'static str, String)>> {
    let sql = format!("SELECT {COLUMNS} FROM item WHERE uuid = ?1");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([uuid])?;
    match rows.next()? {
        Some(row) => keys::of_row(row, 0),
        None => Ok(Vec::new()),
    }
}

/// Sets the keys of one item to what it is now.
pub(crate) fn index(conn: &Connection, uuid: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM x_same WHERE item_uuid = ?1")?.execute([uuid])?;
    let mut add = conn.prepare_cached("INSERT INTO x_same (what, key, item_uuid) VALUES (?1, ?2, ?3)")?;
    for (what, key) in of_item(conn, uuid)? {
        add.execute(params![what, key, uuid])?;
    }
    Ok(())
}

/// Sets the keys of every item.
pub(crate) fn index_all(conn: &Connection) -> Result<()> {
    let mut items = conn.prepare(&format!("SELECT uuid, {COLUMNS} FROM item"))?;
    let mut add = conn.prepare_cached("INSERT INTO x_same (what, key, item_uuid) VALUES (?1, ?2, ?3)")?;
    let mut rows = items.query([])?;
    while let Some(row) = rows.next()? {
        let uuid: String = row.get(0)?;
        for (what, key) in keys::of_row(row, 1)? {
            add.execute(params![what, key, uuid])?;
        }
    }
    Ok(())
}
