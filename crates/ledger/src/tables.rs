//! Long tables of items and sources: one light row each, counted by the file itself.

use crate::error::Result;
use crate::ledger::Ledger;
use claims::ids::{ActorId, CaptureId, CaseId, ItemId};
use claims::words::{ActorKind, Grade, ItemKind, Reading};
use rusqlite::named_params;
use rusqlite::types::FromSql;

/// An item with its counts. Nothing in the trash is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemRow {
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
    /// Read, or cited from elsewhere.
    pub reading: Reading,
    /// Its captures with their hashes, in the order in which they came.
    pub captures: Vec<(CaptureId, String)>,
    /// Evidence links from it, or from an excerpt of it.
    pub n_links: u32,
    /// Statements that appear in it.
    pub n_statements: u32,
}

/// An actor in the role of a source, with its counts. Nothing in the trash is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceRow {
    /// The actor.
    pub id: ActorId,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: ActorKind,
    /// Reliability in force.
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

/// Which rows.
#[derive(Debug, Clone, Default)]
pub struct TableRequest {
    /// Only what this case refers to, counted in it alone.
    pub case: Option<CaseId>,
    /// Those in the trash instead of those in use.
    pub trashed: bool,
    /// Of actors: also those that published, wrote and said nothing.
    pub every: bool,
    /// Past so many.
    pub offset: u32,
    /// No more than so many; none = all.
    pub limit: Option<u32>,
}

impl Ledger {
    /// The items, oldest first.
    pub fn item_rows(&self, request: &TableRequest) -> Result<Vec<ItemRow>> {
        let sql = include_str!("items.sql");
        // A file of an older format, open for reading, has no events.
        let sql = match self.schema.table("event") {
            Some(_) => sql.to_owned(),
            None => sql.replace(
                "UNION SELECT item_id FROM event WHERE case_id = (SELECT id FROM here) AND trashed = 0",
                "",
            ),
        };
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! {
            ":case": request.case.map(|id| id.to_string()),
            ":trashed": request.trashed,
            ":limit": request.limit.map_or(-1, i64::from),
            ":offset": request.offset,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let captures: String = row.get(10)?;
            found.push(ItemRow {
                id: id(row, 0)?.ok_or_else(bad)?,
                name: row.get(1)?,
                kind: ItemKind::parse(&row.get::<_, String>(2)?).ok_or_else(bad)?,
                title: row.get(3)?,
                publisher_id: id(row, 4)?,
                publisher: row.get(5)?,
                date: row.get(6)?,
                public_date: row.get(7)?,
                url: row.get(8)?,
                reading: Reading::parse(&row.get::<_, String>(9)?).ok_or_else(bad)?,
                captures: serde_json::from_str::<Vec<(String, String)>>(&captures)?
                    .into_iter()
                    .map(|(id, hash)| Ok((id.parse().map_err(|_| bad())?, hash)))
                    .collect::<Result<_>>()?,
                n_links: row.get(11)?,
                n_statements: row.get(12)?,
                date_words: row.get(13)?,
                symbol: row.get(14)?,
                container: row.get(15)?,
                place: row.get(16)?,
                language: row.get(17)?,
                note: row.get(18)?,
            });
        }
        Ok(found)
    }

    /// The actors that published or wrote an item, or made a statement, oldest first.
    pub fn source_rows(&self, request: &TableRequest) -> Result<Vec<SourceRow>> {
        let mut statement = self.conn.prepare_cached(include_str!("sources.sql"))?;
        let mut rows = statement.query(named_params! {
            ":case": request.case.map(|id| id.to_string()),
            ":trashed": request.trashed,
            ":every": request.every,
            ":limit": request.limit.map_or(-1, i64::from),
            ":offset": request.offset,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let grade: Option<String> = row.get(3)?;
            let names: String = row.get(11)?;
            let grade = grade.map(|text| serde_json::from_value(text.into())).transpose()?;
            found.push(SourceRow {
                id: id(row, 0)?.ok_or_else(bad)?,
                name: row.get(1)?,
                kind: ActorKind::parse(&row.get::<_, String>(2)?).ok_or_else(bad)?,
                reliability: grade,
                reason: row.get(4)?,
                n_published: row.get(5)?,
                n_written: row.get(6)?,
                n_statements: row.get(7)?,
                n_links: row.get(8)?,
                n_accounts: row.get(9)?,
                description: row.get(10)?,
                names: serde_json::from_str(&names)?,
            });
        }
        Ok(found)
    }
}

fn bad() -> crate::LedgerError {
    crate::LedgerError::Damaged { words: "a word of a closed list or an identity does not read".into() }
}

fn id<I: std::str::FromStr>(row: &rusqlite::Row<'_>, at: usize) -> Result<Option<I>>
where
    Option<String>: FromSql,
{
    let text: Option<String> = row.get(at)?;
    text.map(|text| text.parse().map_err(|_| bad())).transpose()
}
