//! The list of cases, with what the first screen counts.

use crate::error::Result;
use crate::ledger::Ledger;
use crate::read::select;
use claims::ids::CaseId;
use claims::records::Case;
use claims::words::CaseStatus;
use rusqlite::named_params;
use rusqlite::types::Value as Sql;

/// Which cases, newest first.
#[derive(Debug, Clone, Default)]
pub struct CasesRequest {
    /// Those in the trash instead of those that are not.
    pub trashed: bool,
    /// Those put aside instead of those that are not.
    pub archived: bool,
    /// Only those that stand there.
    pub status: Option<CaseStatus>,
    /// Only those after this one.
    pub after: Option<CaseId>,
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
}

impl Ledger {
    /// The cases, newest first.
    pub fn cases(&self, request: &CasesRequest) -> Result<Vec<CaseRow>> {
        let snapshot = self.conn.unchecked_transaction()?;
        let archived = self.schema.table("case").is_some_and(|table| table.column("archived").is_some());
        // A file of an older format, open for reading, has no such column, and so no such case.
        let sql = include_str!("cases.sql");
        let sql = if archived { sql.into() } else { sql.replace("r.archived", "0") };
        let mut statement = snapshot.prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! {
            ":trashed": request.trashed,
            ":archived": request.archived,
            ":status": request.status.map(CaseStatus::as_str),
            ":after": request.after.map(|id| id.to_string()),
            ":limit": request.limit.map_or(-1, i64::from),
        })?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let case =
                select::<Case>(&snapshot, &self.schema, "WHERE r.id = ?1", &[Sql::Integer(row.get(0)?)])?
                    .pop();
            let Some(case) = case else { continue };
            found.push(CaseRow {
                case,
                n_accounts: row.get(1)?,
                n_claims: row.get(2)?,
                n_claims_rated: row.get(3)?,
                n_points: row.get(4)?,
                n_points_open: row.get(5)?,
                assignee: row.get(6)?,
                changed: row.get(7)?,
            });
        }
        Ok(found)
    }
}
