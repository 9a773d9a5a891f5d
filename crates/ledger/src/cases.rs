//! The list of cases, with what the first screen counts, filters and sorts by.

use crate::error::Result;
use crate::fold::{fold, words};
use crate::ledger::Ledger;
use crate::read::select;
use claims::ids::{CaseId, EditorId};
use claims::records::{Case, ERASED};
use claims::words::{CaseSort, CaseStatus};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde_json::{Map, Value};

/// Which cases.
#[derive(Debug, Clone, Default)]
pub struct CasesRequest {
    /// Those in the trash instead of those that are not.
    pub trashed: bool,
    /// Those put aside instead of those that are not.
    pub archived: bool,
    /// Only those that stand there.
    pub status: Option<CaseStatus>,
    /// Only those that this editor takes care of.
    pub assignee: Option<EditorId>,
    /// Only those that nobody takes care of.
    pub unassigned: bool,
    /// Only those with this tag.
    pub tag: Option<String>,
    /// Each word must begin a word of the name, or of one other spelling of it.
    pub words: Option<String>,
    /// What they are sorted by.
    pub order: CaseSort,
    /// The other way round.
    pub backward: bool,
    /// Only those after this one, newest first: a page of the plain list.
    pub after: Option<CaseId>,
    /// Past so many.
    pub offset: u32,
    /// No more than this many; none = all.
    pub limit: Option<u32>,
}

/// A case with its counts. Nothing in the trash is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// The case.
    pub case: Case,
    /// Accounts.
    pub n_accounts: u32,
    /// Claims.
    pub n_claims: u32,
    /// Claims with at least one assessment.
    pub n_claims_rated: u32,
    /// Points at issue.
    pub n_points: u32,
    /// Points on which some account has neither answer nor silence.
    pub n_points_open: u32,
    /// Name of the editor who takes care of it.
    pub assignee: Option<String>,
    /// Time of the last operation that touched it (instant).
    pub changed: Option<String>,
    /// Name of the editor who did it; none for what the app did by itself.
    pub changed_by: Option<String>,
    /// Its tags, in the order of the alphabet.
    pub tags: Vec<String>,
}

impl Ledger {
    /// The cases that the request names, in its order. Only those of the page are counted through.
    pub fn cases(&self, request: &CasesRequest) -> Result<Vec<CaseRow>> {
        let snapshot = self.conn.unchecked_transaction()?;
        let found = self.found(&snapshot, request, true)?;
        found.into_iter().filter_map(|(id, _)| self.row(&snapshot, id).transpose()).collect()
    }

    /// One case with its counts; none if there is no such case.
    pub fn case_row(&self, id: CaseId) -> Result<Option<CaseRow>> {
        let snapshot = self.conn.unchecked_transaction()?;
        let mut statement = snapshot.prepare_cached("SELECT id FROM \"case\" WHERE uuid = ?1")?;
        match statement.query_row([id.to_string()], |row| row.get(0)).optional()? {
            Some(row) => self.row(&snapshot, row),
            None => Ok(None),
        }
    }

    /// How many of these cases stand where, in the order of the work; the request's own status, order and page do not matter.
    pub fn case_counts(&self, request: &CasesRequest) -> Result<Vec<(CaseStatus, u32)>> {
        let snapshot = self.conn.unchecked_transaction()?;
        let all = CasesRequest { status: None, after: None, order: CaseSort::Added, ..request.clone() };
        let mut counts: Vec<(CaseStatus, u32)> = CaseStatus::ALL.iter().map(|status| (*status, 0)).collect();
        for (_, status) in self.found(&snapshot, &all, false)? {
            if let Some((_, n)) = counts.iter_mut().find(|(there, _)| there.as_str() == status) {
                *n += 1;
            }
        }
        Ok(counts)
    }

    /// The row numbers of the cases that the request names, each with its status.
    fn found(&self, conn: &Connection, request: &CasesRequest, paged: bool) -> Result<Vec<(i64, String)>> {
        let sought = request.words.as_deref().map(fold).filter(|text| words(text).next().is_some());
        let (limit, offset) = if paged { (request.limit, request.offset) } else { (None, 0) };
        // Where names decide, the page is cut after them.
        let page = if sought.is_none() { (limit.map_or(-1, i64::from), i64::from(offset)) } else { (-1, 0) };
        let sifted: Option<Value> = sought.as_deref().map(|text| words(text).collect());
        let mut statement = conn.prepare_cached(&self.sql(request))?;
        let mut rows = statement.query(named_params! {
            ":ranks": ranks(conn, request.order)?.to_string(),
            ":trashed": request.trashed,
            ":archived": request.archived,
            ":status": request.status.map(CaseStatus::as_str),
            ":assignee": request.assignee.map(|id| id.to_string()),
            ":unassigned": request.unassigned,
            ":tag": request.tag,
            ":words": sifted.map(|words| words.to_string()),
            ":after": request.after.map(|id| id.to_string()),
            ":limit": page.0,
            ":offset": page.1,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id: i64 = row.get(0)?;
            if let Some(sought) = &sought
                && !begins(&fold(row.get_ref(1)?.as_str().unwrap_or_default()), sought)
                && !spelt(conn, id, sought)?
            {
                continue;
            }
            found.push((id, row.get(2)?));
        }
        if sought.is_some() {
            let limit = limit.map_or(usize::MAX, |limit| limit as usize);
            found = found.into_iter().skip(offset as usize).take(limit).collect();
        }
        Ok(found)
    }

    fn sql(&self, request: &CasesRequest) -> String {
        let key = key(request.order);
        let turn = if request.backward { "DESC" } else { "ASC" };
        // The newest stands first; only the plain order itself can be turned.
        let last = if request.order == CaseSort::Added && request.backward { "ASC" } else { "DESC" };
        let sql = include_str!("cases_found.sql");
        let sql = sql.replace("{key}", &key).replace("{turn}", turn).replace("{last}", last);
        // A file of an older format, open for reading, has no such column, and so no such case.
        let archived = self.schema.table("case").is_some_and(|table| table.column("archived").is_some());
        if archived { sql } else { sql.replace("r.archived", "0") }
    }

    /// One case with its counts.
    fn row(&self, conn: &Connection, id: i64) -> Result<Option<CaseRow>> {
        let Some(case) = select::<Case>(conn, &self.schema, "WHERE r.id = ?1", &[Sql::Integer(id)])?.pop()
        else {
            return Ok(None);
        };
        let mut statement = conn.prepare_cached(include_str!("cases.sql"))?;
        let mut rows = statement.query([id])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let tags: String = row.get(8)?;
        Ok(Some(CaseRow {
            case,
            n_accounts: row.get(0)?,
            n_claims: row.get(1)?,
            n_claims_rated: row.get(2)?,
            n_points: row.get(3)?,
            n_points_open: row.get(4)?,
            assignee: row.get(5)?,
            changed: row.get(6)?,
            changed_by: row.get(7)?,
            tags: serde_json::from_str(&tags)?,
        }))
    }

    /// The tags in use, in the order of the alphabet, each with the number of cases that have it; nothing in the trash is counted.
    pub fn tag_names(&self) -> Result<Vec<(String, u32)>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT t.name, count(DISTINCT t.case_id) FROM tag AS t JOIN \"case\" AS c ON c.id = t.case_id
             WHERE t.trashed = 0 AND c.trashed = 0 GROUP BY t.name",
        )?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut found: Vec<(String, u32)> = found.collect::<rusqlite::Result<_>>()?;
        found.sort_by_cached_key(|(name, _)| (fold(name), name.clone()));
        Ok(found)
    }
}

/// The SQL expression of what cases are sorted by; null for what has no value.
fn key(order: CaseSort) -> String {
    match order {
        CaseSort::Added => "NULL".into(),
        // What search keeps of a case begins with its name, folded; of an erased one, with something else.
        CaseSort::Name => format!(
            "CASE WHEN r.name = '{ERASED}' THEN r.name ELSE (SELECT substr(d.folded, 1, instr(d.folded || char(10), char(10)) - 1)
               FROM x_doc AS d WHERE d.row_uuid = r.uuid AND d.table_name = 'case') END"
        ),
        CaseSort::Status => "(SELECT rank FROM ranks WHERE id = r.status)".into(),
        CaseSort::Assignee => "(SELECT rank FROM ranks WHERE id = CAST(r.assignee_id AS TEXT))".into(),
        CaseSort::Changed => "(SELECT o.time FROM operation AS o WHERE o.id = (SELECT max(operation_id) FROM change WHERE case_uuid = r.uuid))".into(),
        CaseSort::OpenPoints => {
            "(SELECT count(*) FROM point AS p WHERE p.case_id = r.id AND p.trashed = 0 AND EXISTS (
               SELECT 1 FROM account AS a WHERE a.case_id = r.id AND a.trashed = 0
                 AND NOT EXISTS (SELECT 1 FROM answer AS w JOIN claim AS c ON c.id = w.claim_id AND c.trashed = 0
                   JOIN account_claim AS m ON m.claim_id = w.claim_id AND m.trashed = 0
                   WHERE w.point_id = p.id AND w.trashed = 0 AND m.account_id = a.id)
                 AND NOT EXISTS (SELECT 1 FROM silence AS s WHERE s.point_id = p.id AND s.account_id = a.id AND s.trashed = 0)))".into()
        }
        // No case without claims has a share; two equal shares are one number, since each is rounded alike.
        CaseSort::RatedShare => {
            "(SELECT avg(EXISTS (SELECT 1 FROM assessment AS s WHERE s.claim_id = c.id AND s.trashed = 0))
               FROM claim AS c WHERE c.case_id = r.id AND c.trashed = 0)".into()
        }
        CaseSort::Accounts => "(SELECT count(*) FROM account AS a WHERE a.case_id = r.id AND a.trashed = 0)".into(),
        CaseSort::Tag => "(SELECT min(t.name COLLATE NOCASE) COLLATE NOCASE FROM tag AS t WHERE t.case_id = r.id AND t.trashed = 0)".into(),
    }
}

/// The order of values that no text of the file tells: of statuses, that of the work; of editors, that of their folded names.
fn ranks(conn: &Connection, order: CaseSort) -> Result<Value> {
    let mut ranks = Map::new();
    match order {
        CaseSort::Status => {
            ranks.extend(
                CaseStatus::ALL
                    .iter()
                    .zip(0..)
                    .map(|(status, rank)| (status.as_str().into(), Value::from(rank))),
            );
        }
        CaseSort::Assignee => {
            let mut statement = conn.prepare_cached("SELECT id, name FROM editor")?;
            let found =
                statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
            let mut editors = found.collect::<rusqlite::Result<Vec<_>>>()?;
            editors.iter_mut().for_each(|(_, name)| *name = fold(name));
            let mut names: Vec<&String> = editors.iter().map(|(_, name)| name).collect();
            names.sort();
            for (id, name) in &editors {
                ranks.insert(id.to_string(), names.partition_point(|before| *before < name).into());
            }
        }
        _ => {}
    }
    Ok(Value::Object(ranks))
}

/// Whether another spelling of the case's name fits.
fn spelt(conn: &Connection, case: i64, sought: &str) -> Result<bool> {
    let mut statement =
        conn.prepare_cached("SELECT name FROM case_name WHERE case_id = ?1 AND trashed = 0")?;
    let mut rows = statement.query([case])?;
    while let Some(row) = rows.next()? {
        if begins(&fold(row.get_ref(0)?.as_str().unwrap_or_default()), sought) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether each word sought begins a word of the name.
fn begins(name: &str, sought: &str) -> bool {
    words(sought).all(|word| words(name).any(|there| there.starts_with(word)))
}
