//! The list of operations: by case, record, editor and kind, over the whole history, a page at a time.

use super::{OperationSummary, SUMMARY, summary};
use crate::error::Result;
use crate::ledger::Ledger;
use claims::ids::{CaseId, EditorId, OperationId};
use rusqlite::{ToSql, params_from_iter};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Which operations, newest first. What is none does not matter.
#[derive(Debug, Clone, Default)]
pub struct HistoryRequest {
    /// Only those that touch this case.
    pub case: Option<CaseId>,
    /// Only those that touch this row.
    pub row: Option<Uuid>,
    /// Only those of this editor.
    pub editor: Option<EditorId>,
    /// Only those of this kind: what stands before the dot in the name of the command, such as `claim`.
    pub kind: Option<String>,
    /// Only those before this one.
    pub before: Option<OperationId>,
    /// No more than this many; none = all.
    pub limit: Option<u32>,
}

/// A kind of operation, and how many of it there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindCount {
    /// What stands before the dot in the name of the command.
    pub kind: String,
    /// How many.
    pub n: u32,
}

/// The kind of an operation by the name of its command.
pub(crate) fn kind_of(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}

/// Conditions on `operation AS o`, and their values.
struct Conditions {
    sql: String,
    values: Vec<Box<dyn ToSql>>,
}

impl Conditions {
    fn of(ledger: &Ledger, request: &HistoryRequest) -> Result<Self> {
        let mut all = Conditions { sql: "1".into(), values: Vec::new() };
        if let Some(case) = request.case {
            all.and(
                "o.id IN (SELECT operation_id FROM change WHERE case_uuid = ?)",
                [Box::new(case.to_string()) as _],
            );
        }
        if let Some(row) = request.row {
            all.and(
                "o.id IN (SELECT operation_id FROM change WHERE row_uuid = ?)",
                [Box::new(row.to_string()) as _],
            );
        }
        if let Some(editor) = request.editor {
            all.and("o.editor = ?", [Box::new(editor.to_string()) as _]);
        }
        if let Some(kind) = &request.kind {
            // From "claim." up to "claim/", the character after the dot.
            let bounds = [kind.clone(), format!("{kind}."), format!("{kind}/")];
            all.and("(o.name = ? OR (o.name >= ? AND o.name < ?))", bounds.map(|bound| Box::new(bound) as _));
        }
        if let Some(before) = request.before {
            all.and("o.id < ?", [Box::new(ledger.position(before)?) as _]);
        }
        Ok(all)
    }

    fn and<const N: usize>(&mut self, condition: &str, values: [Box<dyn ToSql>; N]) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
        self.values.extend(values);
    }
}

impl Ledger {
    /// Operations, newest first.
    ///
    /// Errors: `NoSuchOperation` if `before` is not known.
    pub fn history(&self, request: &HistoryRequest) -> Result<Vec<OperationSummary>> {
        let Conditions { sql, mut values } = Conditions::of(self, request)?;
        let mut sql = format!("SELECT {SUMMARY} FROM operation AS o WHERE {sql} ORDER BY o.id DESC");
        if let Some(limit) = request.limit {
            values.push(Box::new(limit));
            sql.push_str(" LIMIT ?");
        }
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_map(params_from_iter(values), summary)?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The kinds of the operations that the request names, in the order of the alphabet. Where its page begins and ends does not matter.
    pub fn history_kinds(&self, request: &HistoryRequest) -> Result<Vec<KindCount>> {
        let request = HistoryRequest { before: None, limit: None, ..request.clone() };
        let Conditions { sql, values } = Conditions::of(self, &request)?;
        let sql = format!("SELECT o.name, count(*) FROM operation AS o WHERE {sql} GROUP BY o.name");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut kinds: BTreeMap<String, u32> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let name: String = row.get(0)?;
            *kinds.entry(kind_of(&name).to_owned()).or_default() += row.get::<_, u32>(1)?;
        }
        Ok(kinds.into_iter().map(|(kind, n)| KindCount { kind, n }).collect())
    }
}
