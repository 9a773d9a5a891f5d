//! The list of cases, with what the first screen counts, filters and sorts by.

use crate::error::Result;
use crate::fold::{fold, words};
use crate::ledger::Ledger;
use crate::read::select;
use claims::ids::{CaseId, EditorId};
use claims::records::Case;
use claims::words::CaseStatus;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, named_params};
use std::cmp::Ordering;
use std::collections::HashMap;

/// What the list is sorted by. Equal ones stand newest first; what has no value stands last either way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CaseOrder {
    /// When it was added, newest first.
    #[default]
    Added,
    /// Its name.
    Name,
    /// Where it stands, in the order of the work.
    Status,
    /// Who takes care of it.
    Assignee,
    /// Its last change.
    Changed,
    /// Points on which some account has neither answer nor silence.
    OpenPoints,
    /// Claims rated, as a share of all; a case without claims has no share.
    RatedShare,
}

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
    pub order: CaseOrder,
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
    /// The cases that the request names, in its order.
    pub fn cases(&self, request: &CasesRequest) -> Result<Vec<CaseRow>> {
        let snapshot = self.conn.unchecked_transaction()?;
        let archived = self.schema.table("case").is_some_and(|table| table.column("archived").is_some());
        // A file of an older format, open for reading, has no such column, and so no such case.
        let sql = include_str!("cases.sql");
        let sql = if archived { sql.into() } else { sql.replace("r.archived", "0") };
        let sought = request.words.as_deref().map(fold).filter(|text| words(text).next().is_some());
        // As they come, the file itself can count them off.
        let plain = sought.is_none() && request.order == CaseOrder::Added && !request.backward;
        let page =
            if plain { (request.limit.map_or(-1, i64::from), i64::from(request.offset)) } else { (-1, 0) };
        let mut statement = snapshot.prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! {
            ":trashed": request.trashed,
            ":archived": request.archived,
            ":status": request.status.map(CaseStatus::as_str),
            ":assignee": request.assignee.map(|id| id.to_string()),
            ":unassigned": request.unassigned,
            ":tag": request.tag,
            ":after": request.after.map(|id| id.to_string()),
            ":limit": page.0,
            ":offset": page.1,
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id = Sql::Integer(row.get(0)?);
            let case = select::<Case>(&snapshot, &self.schema, "WHERE r.id = ?1", &[id])?.pop();
            let Some(case) = case else { continue };
            let tags: String = row.get(9)?;
            found.push(CaseRow {
                case,
                n_accounts: row.get(1)?,
                n_claims: row.get(2)?,
                n_claims_rated: row.get(3)?,
                n_points: row.get(4)?,
                n_points_open: row.get(5)?,
                assignee: row.get(6)?,
                changed: row.get(7)?,
                changed_by: row.get(8)?,
                tags: serde_json::from_str(&tags)?,
            });
        }
        if plain {
            return Ok(found);
        }
        if let Some(sought) = &sought {
            let spellings = spellings(&snapshot)?;
            found.retain(|row| {
                let others = spellings.get(&row.case.uuid.to_string()).map_or(&[][..], Vec::as_slice);
                begins(&fold(&row.case.name), sought) || others.iter().any(|name| begins(&fold(name), sought))
            });
        }
        sort(&mut found, request);
        let limit = request.limit.map_or(usize::MAX, |limit| limit as usize);
        Ok(found.into_iter().skip(request.offset as usize).take(limit).collect())
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

/// Other spellings of the names of cases, by the case.
fn spellings(conn: &Connection) -> Result<HashMap<String, Vec<String>>> {
    let mut statement = conn.prepare_cached(
        "SELECT (SELECT uuid FROM \"case\" WHERE id = n.case_id), n.name FROM case_name AS n WHERE n.trashed = 0",
    )?;
    let mut rows = statement.query([])?;
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(found)
}

/// Whether each word sought begins a word of the name.
fn begins(name: &str, sought: &str) -> bool {
    words(sought).all(|word| words(name).any(|there| there.starts_with(word)))
}

fn sort(rows: &mut [CaseRow], request: &CasesRequest) {
    let turn = |order: Ordering| if request.backward { order.reverse() } else { order };
    /// What is not there stands last, whichever way the rest is turned.
    fn known<T: Ord>(a: Option<T>, b: Option<T>, turn: impl Fn(Ordering) -> Ordering) -> Ordering {
        match (a, b) {
            (Some(a), Some(b)) => turn(a.cmp(&b)),
            (a, b) => b.is_some().cmp(&a.is_some()),
        }
    }
    let status = |row: &CaseRow| CaseStatus::ALL.iter().position(|status| *status == row.case.status);
    rows.sort_by(|a, b| {
        let order = match request.order {
            CaseOrder::Added => turn(b.case.uuid.cmp(&a.case.uuid)),
            CaseOrder::Name => turn(fold(&a.case.name).cmp(&fold(&b.case.name))),
            CaseOrder::Status => turn(status(a).cmp(&status(b))),
            CaseOrder::Assignee => {
                known(a.assignee.as_deref().map(fold), b.assignee.as_deref().map(fold), turn)
            }
            CaseOrder::Changed => known(a.changed.as_ref(), b.changed.as_ref(), turn),
            CaseOrder::OpenPoints => turn(a.n_points_open.cmp(&b.n_points_open)),
            CaseOrder::RatedShare => match (a.n_claims, b.n_claims) {
                (0, _) | (_, 0) => (a.n_claims == 0).cmp(&(b.n_claims == 0)),
                // Shares are compared crosswise, so that none is rounded.
                (of_a, of_b) => {
                    let (a, b) = (u64::from(a.n_claims_rated), u64::from(b.n_claims_rated));
                    turn((a * u64::from(of_b)).cmp(&(b * u64::from(of_a))))
                }
            },
        };
        order.then_with(|| b.case.uuid.cmp(&a.case.uuid))
    });
}
