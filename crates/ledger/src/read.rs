//! Reading records: one by identity, or a list.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use crate::row;
use crate::schema::{Schema, Table, quoted};
use claims::ids::CaseId;
use claims::records::Record;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// Which records, and how many. The order is that in which they were added.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only those of this case. Of a table whose rows belong to no case there are none.
    pub case: Option<CaseId>,
    /// Only those whose reference column holds this identity.
    pub equal: Vec<(&'static str, Uuid)>,
    /// Only those in the trash (`true`) or not in it (`false`); none = both.
    pub trashed: Option<bool>,
    /// Only those after this one, in the order asked for.
    pub after: Option<Uuid>,
    /// Newest first.
    pub newest_first: bool,
    /// No more than this many; none = all.
    pub limit: Option<u32>,
}

impl Ledger {
    /// The record with this identity, in the trash or not.
    pub fn get<R: Record + DeserializeOwned>(&self, id: impl Into<Uuid>) -> Result<Option<R>> {
        get(&self.conn, &self.schema, id.into())
    }

    /// The records that the filter names.
    ///
    /// Errors: `UnknownField` if `equal` names a column that is not there.
    pub fn list<R: Record + DeserializeOwned>(&self, filter: &Filter) -> Result<Vec<R>> {
        list(&self.conn, &self.schema, filter)
    }
}

pub(crate) fn table_of<R: Record>(schema: &Schema) -> Result<&Table> {
    schema
        .table(R::TABLE)
        .ok_or_else(|| LedgerError::Damaged { words: format!("there is no table {}", R::TABLE) })
}

pub(crate) fn get<R: Record + DeserializeOwned>(
    conn: &Connection,
    schema: &Schema,
    id: Uuid,
) -> Result<Option<R>> {
    Ok(select::<R>(conn, schema, "WHERE r.uuid = ?1", &[Sql::Text(id.to_string())])?.pop())
}

pub(crate) fn list<R: Record + DeserializeOwned>(
    conn: &Connection,
    schema: &Schema,
    filter: &Filter,
) -> Result<Vec<R>> {
    let Some(table) = schema.table(R::TABLE) else { return Ok(Vec::new()) };
    let mut conditions = Vec::new();
    let mut values = Vec::new();
    if let Some(case) = filter.case {
        if table.name == "case" {
            conditions.push("r.uuid = ?".to_string());
        } else if table.has_case {
            conditions.push("r.case_id = (SELECT id FROM \"case\" WHERE uuid = ?)".to_string());
        } else {
            return Ok(Vec::new());
        }
        values.push(Sql::Text(case.to_string()));
    }
    for (name, uuid) in &filter.equal {
        let Some(column) = table.column(name) else {
            return Err(LedgerError::UnknownField { table: table.name.clone(), field: (*name).into() });
        };
        conditions.push(match &column.reference {
            Some(to) => format!("r.{} = (SELECT id FROM {} WHERE uuid = ?)", quoted(name), quoted(&to.table)),
            None => format!("r.{} = ?", quoted(name)),
        });
        values.push(Sql::Text(uuid.to_string()));
    }
    if let Some(trashed) = filter.trashed {
        conditions.push("r.trashed = ?".into());
        values.push(Sql::Integer(trashed.into()));
    }
    let (order, beyond) = if filter.newest_first { ("DESC", "<") } else { ("ASC", ">") };
    if let Some(after) = filter.after {
        conditions.push(format!("r.uuid {beyond} ?"));
        values.push(Sql::Text(after.to_string()));
    }
    let mut rest = String::new();
    if !conditions.is_empty() {
        rest = format!("WHERE {} ", conditions.join(" AND "));
    }
    rest.push_str(&format!("ORDER BY r.uuid {order}"));
    if let Some(limit) = filter.limit {
        rest.push_str(" LIMIT ?");
        values.push(Sql::Integer(limit.into()));
    }
    select(conn, schema, &rest, &values)
}

/// Reads records of a table under the alias `r`; `rest` is what follows FROM.
/// A file of an older format, open for reading, may not have the table yet: then there are none.
pub(crate) fn select<R: Record + DeserializeOwned>(
    conn: &Connection,
    schema: &Schema,
    rest: &str,
    values: &[Sql],
) -> Result<Vec<R>> {
    let Some(table) = schema.table(R::TABLE) else { return Ok(Vec::new()) };
    let sql = format!("SELECT {} FROM {} AS r {rest}", table.select, quoted(&table.name));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(row::record(table, row)?);
    }
    Ok(found)
}
