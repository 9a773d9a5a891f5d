//! One case with everything that it refers to, now or at an earlier position of the history.

use crate::as_of;
use crate::error::{LedgerError, Result};
use crate::history;
use crate::ledger::Ledger;
use crate::read::{select, table_of};
use crate::row::{Names, raw_record};
use crate::schema::{Schema, quoted};
use chrono::{DateTime, Utc};
use claims::case_at::CaseAt;
use claims::ids::*;
use claims::records::*;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use uuid::Uuid;

/// A position in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// Right after this operation.
    Operation(OperationId),
    /// After the last operation of each device that is not later. A time after the last operation means the present.
    Time(DateTime<Utc>),
}

impl Ledger {
    /// A case with everything that it refers to, trashed records included; none if there was no such case then.
    /// `known_by` and `undated` are left empty: they are rules of the field.
    ///
    /// Errors: `NoSuchOperation`.
    pub fn case_at(&self, case: CaseId, as_of: Option<&AsOf>) -> Result<Option<CaseAt>> {
        // One snapshot for all the reading, whoever writes meanwhile.
        let snapshot = self.conn.unchecked_transaction()?;
        let Some(view) = as_of::View::of(self, as_of)? else { return Ok(None) };
        let found = if view.is_present {
            fill(&snapshot, &self.schema, case)?
        } else {
            match as_of::replay(self, case, &view)? {
                Some(past) => fill(&past, &self.schema, case)?,
                None => None,
            }
        };
        let Some(mut found) = found else { return Ok(None) };
        let last = history::one(&self.conn, "WHERE o.id = ?1", &[&view.position])?
            .ok_or_else(|| LedgerError::Damaged { words: "its last operation is gone".into() })?;
        found.operation = last.uuid;
        found.time = last.time;
        Ok(Some(found))
    }
}

struct Reader<'a> {
    conn: &'a Connection,
    schema: &'a Schema,
    case: i64,
    names: Names<'a>,
}

impl Reader<'_> {
    /// Every record of the case in this table, in the order in which they were added.
    fn all<R: Record + DeserializeOwned>(&self) -> Result<Vec<R>> {
        self.raw("WHERE r.case_id = ?1", &[Sql::Integer(self.case)])
    }

    /// A file of an older format, open for reading, may not have the table yet: then there is none.
    fn raw<R: Record + DeserializeOwned>(&self, rest: &str, values: &[Sql]) -> Result<Vec<R>> {
        if self.schema.table(R::TABLE).is_none() {
            return Ok(Vec::new());
        }
        let table = table_of::<R>(self.schema)?;
        let sql = format!("SELECT {} FROM {} AS r {rest}", table.raw, quoted(&table.name));
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut found: Vec<R> = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(raw_record(table, row, &self.names)?);
        }
        // They come nearly in order, which sorting here is quick at, and SQLite is not.
        found.sort_by_key(Record::uuid);
        Ok(found)
    }

    /// The records with these identities.
    fn these<R: Record + DeserializeOwned>(&self, ids: &BTreeSet<Uuid>) -> Result<Vec<R>> {
        self.when("WHERE r.uuid IN (SELECT value FROM json_each(?1))", ids)
    }

    /// The records that are part of one of these, by a column that names the whole.
    fn parts<R: Record + DeserializeOwned>(
        &self,
        column: &str,
        of: &str,
        ids: &BTreeSet<Uuid>,
    ) -> Result<Vec<R>> {
        let rest = format!(
            "WHERE r.{column} IN (SELECT id FROM {of} WHERE uuid IN (SELECT value FROM json_each(?1)))"
        );
        self.when(&rest, ids)
    }

    fn when<R: Record + DeserializeOwned>(&self, rest: &str, ids: &BTreeSet<Uuid>) -> Result<Vec<R>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        self.raw(rest, &[Sql::Text(json(ids))])
    }

    /// The items whose captures hold these excerpts.
    fn items_of(&self, excerpts: &BTreeSet<Uuid>) -> Result<Vec<Uuid>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT i.uuid FROM excerpt AS e JOIN capture AS c ON c.id = e.capture_id JOIN item AS i ON i.id = c.item_id
             WHERE e.uuid IN (SELECT value FROM json_each(?1))",
        )?;
        let found = statement.query_map([json(excerpts)], |row| history::uuid(row, 0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

fn json(ids: &BTreeSet<Uuid>) -> String {
    let list: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", list.join(","))
}

/// Reads a case from the tables as they stand in this connection.
fn fill(conn: &Connection, schema: &Schema, id: CaseId) -> Result<Option<CaseAt>> {
    let found: Option<i64> = conn
        .prepare_cached("SELECT id FROM \"case\" WHERE uuid = ?1")?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    let Some(row) = found else { return Ok(None) };
    let reader = Reader { conn, schema, case: row, names: Names::new(conn) };
    let Some(case) = crate::read::get::<Case>(conn, schema, id.0)? else { return Ok(None) };
    let mut at = CaseAt {
        operation: OperationId(Uuid::nil()),
        time: String::new(),
        known_by: None,
        case,
        names: reader.all()?,
        tags: reader.all()?,
        house: select::<House>(conn, schema, "ORDER BY r.uuid LIMIT 1", &[])?.pop(),
        accounts: reader.all()?,
        holders: reader.all()?,
        findings: reader.all()?,
        points: reader.all()?,
        claims: reader.all()?,
        account_claims: reader.all()?,
        statements: reader.all()?,
        acts: reader.all()?,
        appearances: reader.all()?,
        carriers: reader.all()?,
        answers: reader.all()?,
        silences: reader.all()?,
        comparisons: reader.all()?,
        links: reader.all()?,
        stances: reader.all()?,
        relevances: reader.all()?,
        credibilities: reader.all()?,
        assessments: reader.all()?,
        second_readings: reader.all()?,
        verdicts: reader.all()?,
        inquiries: reader.all()?,
        replies: reader.all()?,
        events: reader.all()?,
        checklist: reader.all()?,
        handings_out: reader.all()?,
        reports: reader.all()?,
        report_files: reader.all()?,
        editors: Vec::new(),
        actors: Vec::new(),
        actor_names: Vec::new(),
        offices: Vec::new(),
        reliabilities: Vec::new(),
        items: Vec::new(),
        authors: Vec::new(),
        derivations: Vec::new(),
        captures: Vec::new(),
        excerpts: Vec::new(),
        capture_texts: Vec::new(),
        metadata: Vec::new(),
        picture_checks: Vec::new(),
        fetches: Vec::new(),
        scales: Vec::new(),
        labels: Vec::new(),
        undated: Vec::new(),
    };
    sources(&reader, &mut at)?;
    scales(&reader, &mut at)?;
    editors(&reader, &mut at)?;
    Ok(Some(at))
}

/// Items and actors that the case refers to, what these derive from, and the parts of both.
fn sources(reader: &Reader<'_>, at: &mut CaseAt) -> Result<()> {
    let mut excerpts: BTreeSet<Uuid> = BTreeSet::new();
    excerpts.extend(at.appearances.iter().filter_map(|a| a.excerpt_id).map(|id| id.0));
    excerpts.extend(at.links.iter().filter_map(|l| l.from_excerpt_id).map(|id| id.0));
    let mut items: BTreeSet<Uuid> = at.appearances.iter().map(|a| a.item_id.0).collect();
    items.extend(at.findings.iter().filter_map(|f| f.item_id).map(|id| id.0));
    items.extend(at.events.iter().filter_map(|e| e.item_id).map(|id| id.0));
    items.extend(at.links.iter().flat_map(|l| [l.from_item_id, l.to_item_id]).flatten().map(|id| id.0));
    // A rationale may cite an excerpt or item that nothing else in the case refers to.
    for assessment in &at.assessments {
        for text in [Some(&assessment.rationale), assessment.would_change.as_ref()].into_iter().flatten() {
            let cited = cited(text);
            items.extend(&cited);
            excerpts.extend(&cited);
        }
    }
    items.extend(reader.items_of(&excerpts)?);

    let mut actors: BTreeSet<Uuid> = at.holders.iter().map(|h| h.actor_id.0).collect();
    actors.extend(at.findings.iter().map(|f| f.body_id.0));
    actors.extend(at.claims.iter().filter_map(|c| c.claimant_id).map(|id| id.0));
    actors.extend(at.statements.iter().map(|s| s.speaker_id.0));
    actors.extend(at.statements.iter().filter_map(|s| s.on_behalf_id).map(|id| id.0));
    actors.extend(at.carriers.iter().map(|c| c.actor_id.0));
    actors.extend(at.replies.iter().map(|r| r.actor_id.0));

    // What derives from what can lead on to further items and actors, until nothing new is found.
    loop {
        let before = (items.len(), actors.len());
        at.items = reader.these(&items)?;
        at.authors = reader.parts("item_id", "item", &items)?;
        actors.extend(at.items.iter().filter_map(|i| i.publisher_id).map(|id| id.0));
        actors.extend(at.authors.iter().filter_map(|a| a.actor_id).map(|id| id.0));
        at.derivations = reader.parts("item_id", "item", &items)?;
        at.derivations.extend(reader.parts::<Derivation>("actor_id", "actor", &actors)?);
        items.extend(at.derivations.iter().filter_map(|d| d.from_item_id).map(|id| id.0));
        actors.extend(at.derivations.iter().filter_map(|d| d.from_actor_id).map(|id| id.0));
        if before == (items.len(), actors.len()) {
            break;
        }
    }
    at.derivations.sort_by_key(|d| d.uuid);
    at.captures = reader.parts("item_id", "item", &items)?;
    let captures: BTreeSet<Uuid> = at.captures.iter().map(|c| c.uuid.0).collect();
    at.excerpts = reader.parts("capture_id", "capture", &captures)?;
    at.capture_texts = reader.parts("capture_id", "capture", &captures)?;
    at.metadata = reader.parts("capture_id", "capture", &captures)?;
    at.picture_checks = reader.parts("capture_id", "capture", &captures)?;
    at.fetches = reader.parts("item_id", "item", &items)?;

    at.offices = reader.parts("actor_id", "actor", &actors)?;
    actors.extend(at.offices.iter().filter_map(|o| o.body_id).map(|id| id.0));
    at.actors = reader.these(&actors)?;
    at.actor_names = reader.parts("actor_id", "actor", &actors)?;
    at.reliabilities = reader.parts("actor_id", "actor", &actors)?;
    Ok(())
}

fn scales(reader: &Reader<'_>, at: &mut CaseAt) -> Result<()> {
    let scales: BTreeSet<Uuid> = at.assessments.iter().map(|a| a.scale_id.0).collect();
    at.scales = reader.these(&scales)?;
    at.labels = reader.parts("scale_id", "scale", &scales)?;
    Ok(())
}

fn editors(reader: &Reader<'_>, at: &mut CaseAt) -> Result<()> {
    let mut editors: BTreeSet<Uuid> = at.case.assignee_id.iter().map(|id| id.0).collect();
    editors.extend(at.silences.iter().map(|r| r.editor_id.0));
    editors.extend(at.comparisons.iter().map(|r| r.editor_id.0));
    editors.extend(at.reliabilities.iter().map(|r| r.editor_id.0));
    editors.extend(at.stances.iter().map(|r| r.editor_id.0));
    editors.extend(at.relevances.iter().map(|r| r.editor_id.0));
    editors.extend(at.credibilities.iter().map(|r| r.editor_id.0));
    editors.extend(at.assessments.iter().map(|r| r.editor_id.0));
    editors.extend(at.second_readings.iter().map(|r| r.editor_id.0));
    editors.extend(at.verdicts.iter().map(|r| r.editor_id.0));
    editors.extend(at.inquiries.iter().map(|r| r.editor_id.0));
    editors.extend(at.reports.iter().map(|r| r.editor_id.0));
    editors.extend(at.captures.iter().map(|r| r.editor_id.0));
    editors.extend(at.handings_out.iter().map(|r| r.editor_id.0));
    editors.extend(at.picture_checks.iter().map(|r| r.editor_id.0));
    editors.extend(at.fetches.iter().map(|r| r.editor_id.0));
    at.editors = reader.these(&editors)?;
    Ok(())
}

/// Identities that a text cites as `[@uuid]`.
pub(crate) fn cited(text: &str) -> Vec<Uuid> {
    let parts = text.split('@').skip(1);
    parts.filter_map(|part| Uuid::parse_str(part.get(..36)?).ok()).collect()
}
