//! The library of excerpts: found by their words, in every script, and by what they are of.

mod index;

use crate::error::{LedgerError, Result};
use crate::fold::{fold, words};
use crate::ledger::Ledger;
use crate::read;
use crate::search::{Way, way};
use claims::ids::{CaptureId, CaseId, ItemId};
use claims::records::Excerpt;
use claims::words::{ExcerptColour, ExcerptKind};
pub(crate) use index::{TABLES, doc, index, index_all, is_kept};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

/// Which excerpts.
#[derive(Debug, Clone, Default)]
pub struct ExcerptRequest {
    /// Words in quote, translation, label or note; each must begin a word there. None, or nothing in them = all.
    pub words: Option<String>,
    /// Only those of items that this case refers to.
    pub case: Option<CaseId>,
    /// Only those of this item.
    pub item: Option<ItemId>,
    /// Only those of this capture.
    pub capture: Option<CaptureId>,
    /// Only those with this label.
    pub label: Option<String>,
    /// Only those of this colour.
    pub colour: Option<ExcerptColour>,
    /// Only those of this kind.
    pub kind: Option<ExcerptKind>,
    /// Only those older than this key: the smallest of the page before.
    pub before: Option<i64>,
    /// No more than so many.
    pub limit: u32,
}

/// An excerpt in the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcerptRow {
    /// Place in the order; higher is newer.
    pub key: i64,
    /// The excerpt.
    pub excerpt: Excerpt,
    /// The item that it is of.
    pub item: ItemId,
    /// The item's label.
    pub item_name: String,
    /// Media type of its capture.
    pub media_type: String,
}

/// An excerpt of a case is one of an item that the case refers to.
const OF_CASE: &str = "c.item_id IN (
  SELECT item_id FROM appearance WHERE case_id = (SELECT id FROM \"case\" WHERE uuid = ?) AND trashed = 0
  UNION SELECT item_id FROM finding WHERE case_id = (SELECT id FROM \"case\" WHERE uuid = ?) AND trashed = 0
  UNION SELECT item_id FROM event WHERE case_id = (SELECT id FROM \"case\" WHERE uuid = ?) AND trashed = 0
  UNION SELECT from_item_id FROM evidence_link WHERE case_id = (SELECT id FROM \"case\" WHERE uuid = ?) AND trashed = 0
  UNION SELECT to_item_id FROM evidence_link WHERE case_id = (SELECT id FROM \"case\" WHERE uuid = ?) AND trashed = 0
  UNION SELECT k.item_id FROM evidence_link AS l JOIN excerpt AS x ON x.id = l.from_excerpt_id
    JOIN capture AS k ON k.id = x.capture_id WHERE l.case_id = (SELECT id FROM \"case\" WHERE uuid = ?) AND l.trashed = 0)";

impl Ledger {
    /// Excerpts that are in use, with their capture and item, newest first.
    ///
    /// Each word must begin a word of quote, translation, label or note; where none does, and in scripts without spaces, it must stand
    /// somewhere in them. Nothing in the words can be an error. A file of an older format, open for reading, has no library.
    pub fn find_excerpts(&self, request: &ExcerptRequest) -> Result<Vec<ExcerptRow>> {
        let snapshot = self.conn.unchecked_transaction()?;
        if !is_kept(&snapshot)? {
            return Ok(Vec::new());
        }
        let folded = fold(request.words.as_deref().unwrap_or_default());
        let way = match folded.trim().is_empty() {
            true => None,
            // What looks for nothing that could be found finds nothing.
            false => match way(&snapshot, &folded, "x_words_of_excerpts")? {
                Some(way) => Some(way),
                None => return Ok(Vec::new()),
            },
        };
        let within = request.case.is_some() || request.item.is_some() || request.capture.is_some();
        let (sql, values) = query(request, way.as_ref(), within);
        let sought = way.as_ref().filter(|_| within).map(|way| Sought::of(way, &folded));
        let mut statement = snapshot.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found = Vec::new();
        while found.len() < request.limit as usize
            && let Some(row) = rows.next()?
        {
            if let Some(sought) = &sought
                && !sought.is_in(row.get_ref(2)?.as_str().unwrap_or_default())
            {
                continue;
            }
            let bad = || LedgerError::Damaged { words: "an identity does not read".into() };
            let uuid = Uuid::parse_str(row.get_ref(1)?.as_str().unwrap_or_default()).map_err(|_| bad())?;
            let Some(excerpt) = read::get::<Excerpt>(&snapshot, &self.schema, uuid)? else { continue };
            found.push(ExcerptRow {
                key: row.get(0)?,
                excerpt,
                item: row.get::<_, String>(3)?.parse().map_err(|_| bad())?,
                item_name: row.get(4)?,
                media_type: row.get(5)?,
            });
        }
        Ok(found)
    }

    /// Labels of excerpts in use, with how many have each, by name.
    pub fn excerpt_labels(&self) -> Result<Vec<(String, u32)>> {
        if self.schema.table("excerpt").is_none_or(|table| table.column("label").is_none()) {
            return Ok(Vec::new());
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT label, count(*) FROM excerpt WHERE trashed = 0 AND label IS NOT NULL AND label <> '[erased]' GROUP BY label ORDER BY label",
        )?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// By the indexes of words; within a case, item or capture by its excerpts, whose words are then looked at one by one.
fn query(request: &ExcerptRequest, way: Option<&Way>, within: bool) -> (String, Vec<Sql>) {
    let mut values = Vec::new();
    let mut from = String::from("x_excerpt AS d");
    // An index gives its rows in their order, so that a page is done when it is full.
    let mut key = "d.id";
    let mut conditions =
        vec!["e.trashed = 0".to_owned(), "c.trashed = 0".to_owned(), "i.trashed = 0".to_owned()];
    let mut is = |condition: &str, value: Option<String>, times: usize| {
        if let Some(value) = value {
            conditions.push(condition.to_owned());
            values.extend(std::iter::repeat_n(Sql::Text(value), times));
        }
    };
    match way.filter(|_| !within) {
        Some(Way::Words(words)) => {
            from = "x_words_of_excerpts AS w CROSS JOIN x_excerpt AS d ON d.id = w.rowid".into();
            key = "w.rowid";
            is("x_words_of_excerpts MATCH ?", Some(words.clone()), 1);
        }
        Some(Way::Parts(words)) => {
            from = "x_parts_of_excerpts AS w CROSS JOIN x_excerpt AS d ON d.id = w.rowid".into();
            key = "w.rowid";
            is("x_parts_of_excerpts MATCH ?", Some(words.clone()), 1);
        }
        Some(Way::Like(words)) => {
            for word in words {
                let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
                is("d.folded LIKE ? ESCAPE '\\'", Some(format!("%{escaped}%")), 1);
            }
        }
        None => {}
    }
    is(OF_CASE, request.case.map(|id| id.to_string()), 6);
    is("c.item_id = (SELECT id FROM item WHERE uuid = ?)", request.item.map(|id| id.to_string()), 1);
    is("e.capture_id = (SELECT id FROM capture WHERE uuid = ?)", request.capture.map(|id| id.to_string()), 1);
    is("e.label = ?", request.label.clone(), 1);
    is("e.colour = ?", request.colour.map(|colour| colour.as_str().to_owned()), 1);
    is("e.kind = ?", request.kind.map(|kind| kind.as_str().to_owned()), 1);
    conditions.push(format!("{key} < ?"));
    values.push(Sql::Integer(request.before.unwrap_or(i64::MAX)));
    let all = conditions.join(" AND ");
    let from = match within {
        true => "item AS i CROSS JOIN capture AS c ON c.item_id = i.id CROSS JOIN excerpt AS e ON e.capture_id = c.id \
                 CROSS JOIN x_excerpt AS d ON d.row_uuid = e.uuid"
            .to_owned(),
        false => format!(
            "{from} CROSS JOIN excerpt AS e ON e.uuid = d.row_uuid CROSS JOIN capture AS c ON c.id = e.capture_id \
             CROSS JOIN item AS i ON i.id = c.item_id"
        ),
    };
    let sql = format!(
        "SELECT d.id, d.row_uuid, d.folded, i.uuid, i.name, c.media_type FROM {from} WHERE {all} ORDER BY {key} DESC"
    );
    (sql, values)
}

/// What is looked for, in a folded text.
struct Sought {
    words: Vec<String>,
    begins: bool,
}

impl Sought {
    fn of(way: &Way, folded: &str) -> Self {
        match way {
            Way::Words(_) => Self { words: words(folded).map(str::to_owned).collect(), begins: true },
            Way::Parts(_) => Self { words: words(folded).map(str::to_owned).collect(), begins: false },
            Way::Like(all) => Self { words: all.clone(), begins: false },
        }
    }

    fn is_in(&self, folded: &str) -> bool {
        self.words.iter().all(|sought| match self.begins {
            true => words(folded).any(|word| word.starts_with(sought.as_str())),
            false => folded.contains(sought.as_str()),
        })
    }
}

/// Makes the indexes anew: one that only forgets a word still holds it for a while.
pub(crate) fn reindex(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "INSERT INTO x_words_of_excerpts (x_words_of_excerpts) VALUES ('rebuild');
         INSERT INTO x_parts_of_excerpts (x_parts_of_excerpts) VALUES ('rebuild');",
    )?;
    Ok(())
}
