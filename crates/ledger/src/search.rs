//! Full-text search over cases, claims, statements, actors and items, newest first.

use crate::derived;
use crate::error::Result;
use crate::fold::{fold, is_unspaced, words};
use crate::ledger::Ledger;
use crate::schema::quoted;
use claims::ids::CaseId;
use rusqlite::types::Value as Sql;
use rusqlite::{CachedStatement, Connection, named_params, params_from_iter};
use std::collections::HashMap;
use uuid::Uuid;

/// What to look for.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// Words; each must begin a word of what is found. Anything may stand here: nothing is an error.
    pub words: String,
    /// About how many hits; the last record found is given whole.
    pub limit: u32,
    /// No more than so many records of each table; none = as many as there are.
    pub per_table: Option<u32>,
    /// Only hits older than this key: the smallest of the page before.
    pub before: Option<i64>,
    /// Only in this case, and in what it refers to.
    pub case: Option<CaseId>,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Place in the order; higher is newer.
    pub key: i64,
    /// Table of the record.
    pub table: String,
    /// Its identity.
    pub uuid: Uuid,
    /// Its label.
    pub name: String,
    /// The case it belongs to, or one that refers to it.
    pub case: Option<CaseId>,
    /// That case's name.
    pub case_name: Option<String>,
    /// The words around the first match, as written.
    pub snippet: String,
    /// Whether it lies in the trash.
    pub trashed: bool,
}

/// How a query is looked up. Decided once by the words alone and by what is there, so that every page is of one kind.
pub(crate) enum Way {
    /// Each word must begin a word.
    Words(String),
    /// Each word must stand somewhere: for scripts without spaces, and where no word begins so.
    Parts(String),
    /// The same, for words of one or two characters and for signs.
    Like(Vec<String>),
}

impl Ledger {
    /// Finds records by words, newest first.
    ///
    /// Each word must begin a word of what is found; where none does, and in scripts without spaces, each must stand somewhere in it.
    /// Nothing in the words can be an error; without any, nothing is found. The first 100,000 characters of a record are searched.
    pub fn search(&self, request: &SearchRequest) -> Result<Vec<Hit>> {
        let snapshot = self.conn.unchecked_transaction()?;
        let folded = fold(&request.words);
        let Some(way) = way(&snapshot, &folded, "x_words")? else { return Ok(Vec::new()) };
        let has_events = self.schema.table("event").is_some();
        let mut hits = Vec::new();
        let mut of_table: HashMap<String, u32> = HashMap::new();
        let (mut statement, mut values) = prepare(&snapshot, &way)?;
        values.push(Sql::Integer(request.before.unwrap_or(i64::MAX)));
        let mut rows = statement.query(params_from_iter(values))?;
        while let Some(row) = rows.next()?
            && hits.len() < request.limit as usize
        {
            let table: String = row.get(1)?;
            if let Some(most) = request.per_table {
                let n = of_table.entry(table.clone()).or_insert(0);
                if *n >= most {
                    // Once every kind is full there is nothing more to look for.
                    if of_table.len() == derived::SEARCHED.len() && of_table.values().all(|n| *n >= most) {
                        break;
                    }
                    continue;
                }
            }
            let before = hits.len();
            let found = Found {
                key: row.get(0)?,
                table: table.clone(),
                uuid: row.get(2)?,
                case: row.get(3)?,
                name: row.get(4)?,
            };
            found.hits(&snapshot, has_events, request.case, &folded, &mut hits)?;
            if hits.len() > before
                && let Some(n) = of_table.get_mut(&table)
            {
                *n += 1;
            }
        }
        Ok(hits)
    }
}

/// How to look for these folded words, by whether any word of this index begins so.
pub(crate) fn way(conn: &Connection, folded: &str, index: &str) -> Result<Option<Way>> {
    let all: Vec<&str> = words(folded).collect();
    let signs = || folded.split_whitespace().map(str::to_string).collect::<Vec<_>>();
    if all.is_empty() {
        let signs = signs();
        return Ok((!signs.is_empty()).then_some(Way::Like(signs)));
    }
    // Quoted, a word can hold no operator of the index; letters and digits cannot end the quote.
    let quoted = |end: &str| all.iter().map(|word| format!("\"{word}\"{end}")).collect::<Vec<_>>().join(" ");
    if !all.iter().any(|word| is_unspaced(word)) {
        let begin = quoted("*");
        let any = conn
            .prepare_cached(&format!("SELECT EXISTS (SELECT 1 FROM {index} WHERE {index} MATCH ?1)"))?
            .query_row([&begin], |row| row.get::<_, bool>(0));
        if any.unwrap_or(false) {
            return Ok(Some(Way::Words(begin)));
        }
    }
    if all.iter().all(|word| word.chars().count() >= 3) {
        return Ok(Some(Way::Parts(quoted(""))));
    }
    Ok(Some(Way::Like(all.iter().map(ToString::to_string).collect())))
}

fn prepare<'a>(conn: &'a Connection, way: &Way) -> Result<(CachedStatement<'a>, Vec<Sql>)> {
    const FOUND: &str = "d.id, d.table_name, d.row_uuid, d.case_uuid, d.name";
    let indexed = |index: &str, query: &str| -> Result<_> {
        let sql = format!(
            "SELECT {FOUND} FROM {index} AS i CROSS JOIN x_doc AS d ON d.id = i.rowid \
             WHERE {index} MATCH ?1 AND i.rowid < ?2 ORDER BY i.rowid DESC"
        );
        Ok((conn.prepare_cached(&sql)?, vec![Sql::Text(query.into())]))
    };
    match way {
        Way::Words(query) => indexed("x_words", query),
        Way::Parts(query) => indexed("x_parts", query),
        Way::Like(words) => {
            let all: Vec<String> =
                (1..=words.len()).map(|i| format!("d.folded LIKE ?{i} ESCAPE '\\'")).collect();
            let sql = format!(
                "SELECT {FOUND} FROM x_doc AS d WHERE {} AND d.id < ?{} ORDER BY d.id DESC",
                all.join(" AND "),
                words.len() + 1
            );
            let escaped = |word: &String| word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let values = words.iter().map(|word| Sql::Text(format!("%{}%", escaped(word)))).collect();
            Ok((conn.prepare_cached(&sql)?, values))
        }
    }
}

/// A record found, before its cases are looked up.
struct Found {
    key: i64,
    table: String,
    uuid: String,
    case: Option<String>,
    name: String,
}

/// The cases that refer to an actor: as holder, claimant, speaker, body, carrier or asked party, or through an item of theirs.
const CASES_OF_ACTOR: &str = "
SELECT case_id FROM holder WHERE actor_id = :id
UNION SELECT case_id FROM claim WHERE claimant_id = :id
UNION SELECT case_id FROM statement WHERE speaker_id = :id
UNION SELECT case_id FROM statement WHERE on_behalf_id = :id
UNION SELECT case_id FROM finding WHERE body_id = :id
UNION SELECT case_id FROM carrier WHERE actor_id = :id
UNION SELECT case_id FROM reply WHERE actor_id = :id
UNION SELECT a.case_id FROM item AS i JOIN appearance AS a ON a.item_id = i.id WHERE i.publisher_id = :id
UNION SELECT l.case_id FROM item AS i JOIN evidence_link AS l ON l.from_item_id = i.id WHERE i.publisher_id = :id
UNION SELECT a.case_id FROM author AS w JOIN appearance AS a ON a.item_id = w.item_id WHERE w.actor_id = :id
UNION SELECT l.case_id FROM author AS w JOIN evidence_link AS l ON l.from_item_id = w.item_id WHERE w.actor_id = :id";

/// The cases that refer to an item: as what carries a statement or finding, or as evidence, whole or by an excerpt.
const CASES_OF_ITEM: &str = "
SELECT case_id FROM appearance WHERE item_id = :id
UNION SELECT case_id FROM finding WHERE item_id = :id
UNION SELECT case_id FROM evidence_link WHERE from_item_id = :id
UNION SELECT case_id FROM evidence_link WHERE to_item_id = :id
UNION SELECT l.case_id FROM capture AS c JOIN excerpt AS e ON e.capture_id = c.id
  JOIN evidence_link AS l ON l.from_excerpt_id = e.id WHERE c.item_id = :id";

/// The same, as what tells of an event; a file of an older format has no events.
const CASES_OF_EVENTS: &str = "\nUNION SELECT case_id FROM event WHERE item_id = :id";

impl Found {
    /// One hit for the case it belongs to, or for each that refers to it; one without a case if none does.
    fn hits(
        self,
        conn: &Connection,
        has_events: bool,
        only: Option<CaseId>,
        folded: &str,
        hits: &mut Vec<Hit>,
    ) -> Result<()> {
        let only = only.map(|case| case.to_string());
        if self.case.is_some() && only.is_some() && self.case != only {
            return Ok(());
        }
        let sql = match self.table.as_str() {
            "actor" => {
                format!("SELECT uuid, name FROM \"case\" WHERE id IN ({CASES_OF_ACTOR}) ORDER BY uuid DESC")
            }
            "item" => {
                let mut of_item = CASES_OF_ITEM.to_string();
                if has_events {
                    of_item.push_str(CASES_OF_EVENTS);
                }
                format!("SELECT uuid, name FROM \"case\" WHERE id IN ({of_item}) ORDER BY uuid DESC")
            }
            _ => "SELECT uuid, name FROM \"case\" WHERE uuid = :id".into(),
        };
        let id = match &self.case {
            Some(case) => Sql::Text(case.clone()),
            None => {
                let sql = format!("SELECT id FROM {} WHERE uuid = ?1", quoted(&self.table));
                Sql::Integer(conn.prepare_cached(&sql)?.query_row([&self.uuid], |row| row.get(0))?)
            }
        };
        let mut statement = conn.prepare_cached(&sql)?;
        let cases = statement.query_map(named_params! { ":id": id }, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut cases: Vec<(String, String)> = cases.collect::<rusqlite::Result<_>>()?;
        if let Some(only) = &only {
            cases.retain(|(uuid, _)| uuid == only);
            if cases.is_empty() {
                return Ok(());
            }
        }
        let trashed = conn
            .prepare_cached(&format!("SELECT trashed FROM {} WHERE uuid = ?1", quoted(&self.table)))?
            .query_row([&self.uuid], |row| row.get(0))?;
        let text = derived::doc(conn, &self.table, &self.uuid)?.map(|doc| doc.text).unwrap_or_default();
        let hit = Hit {
            key: self.key,
            uuid: Uuid::parse_str(&self.uuid).unwrap_or_default(),
            snippet: snippet(&text, folded),
            table: self.table,
            name: self.name,
            case: None,
            case_name: None,
            trashed,
        };
        if cases.is_empty() {
            hits.push(hit);
            return Ok(());
        }
        for (uuid, name) in cases {
            let case = Uuid::parse_str(&uuid).ok().map(CaseId);
            hits.push(Hit { case, case_name: Some(name), ..hit.clone() });
        }
        Ok(())
    }
}

/// Characters shown before the first match, and in all.
const LEAD: usize = 40;
const SHOWN: usize = 160;

/// The words around the first match, as written.
fn snippet(text: &str, folded: &str) -> String {
    let sought: Vec<&str> = words(folded).collect();
    let mut match_at = 0;
    // A text is looked through to about what a reader would scroll; beyond that its beginning is shown.
    for (at, word) in written_words(text).take(4000) {
        let plain = fold(word);
        if sought.iter().any(|s| plain.starts_with(s) || (is_unspaced(s) && plain.contains(s))) {
            match_at = at;
            break;
        }
    }
    let before = text[..match_at].chars().count();
    let from = before.saturating_sub(LEAD);
    let shown: String =
        text.chars().skip(from).take(SHOWN).map(|c| if c == '\n' { ' ' } else { c }).collect();
    let more = if text.chars().nth(from + SHOWN).is_some() { "…" } else { "" };
    format!("{}{}{more}", if from > 0 { "…" } else { "" }, shown.trim())
}

/// The words of a text as written, with where they begin (bytes).
fn written_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - start, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_shows_the_match_as_written() {
        assert_eq!(snippet("The Élysée said so", &fold("elysee")), "The Élysée said so");
        let long = format!("{} sarin {}", "word ".repeat(100), "tail ".repeat(100));
        let shown = snippet(&long, &fold("SARIN"));
        assert!(shown.starts_with('…') && shown.contains("sarin") && shown.ends_with('…'), "{shown}");
        assert_eq!(snippet("no match", &fold("x")), "no match", "else the beginning is shown");
    }
}
