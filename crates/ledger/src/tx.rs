//! What may be done inside an operation: add, edit, trash, restore; and read what stands there by then.

use crate::error::{LedgerError, Result};
use crate::image;
use crate::read::{self, Filter};
use crate::schema::{Schema, Table};
use chrono::{DateTime, Utc};
use claims::ids::{EditorId, OperationId};
use claims::records::Record;
use rusqlite::Connection;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

/// An operation being made.
pub struct Tx<'a> {
    pub(crate) conn: &'a Connection,
    pub(crate) schema: &'a Schema,
    pub(crate) around: &'a dyn crate::around::Surroundings,
    pub(crate) time: DateTime<Utc>,
    pub(crate) editor: Option<EditorId>,
    pub(crate) operation: OperationId,
}

impl Tx<'_> {
    /// Adds a record.
    ///
    /// Errors: `Refers` if a row that it refers to is not there or belongs to another case; `Refused` if the file forbids a value.
    pub fn add<R: Record + Serialize>(&mut self, record: &R) -> Result<()> {
        let Value::Object(row) = serde_json::to_value(record)? else {
            return Err(LedgerError::Damaged { words: format!("a {} is not an object", R::TABLE) });
        };
        image::insert(self.conn, self.table(R::TABLE)?, &row)
    }

    /// Sets the named fields of a record and returns it as it is then. References are identities; null clears.
    ///
    /// A field that was erased and is given anew is no longer marked.
    ///
    /// Errors: `NotFound`; `UnknownField` for a name that is no field, and for `uuid`, `trashed` and `erased`; `Refers`; `Refused`.
    pub fn edit<R: Record + DeserializeOwned>(
        &mut self,
        id: impl Into<Uuid>,
        fields: Map<String, Value>,
    ) -> Result<R> {
        let id = id.into();
        for name in fields.keys() {
            if matches!(name.as_str(), "uuid" | "trashed" | "erased") {
                return Err(LedgerError::UnknownField { table: R::TABLE.into(), field: name.clone() });
            }
        }
        self.set(R::TABLE, id, fields)?;
        self.get(id)?.ok_or_else(|| LedgerError::NotFound { table: R::TABLE.into(), id })
    }

    /// Moves a record to the trash; nothing happens if it lies there.
    pub fn trash<R: Record>(&mut self, id: impl Into<Uuid>) -> Result<()> {
        self.set(R::TABLE, id.into(), Map::from_iter([("trashed".to_string(), Value::from(1))]))
    }

    /// Brings a record back from the trash; nothing happens if it does not lie there.
    pub fn restore<R: Record>(&mut self, id: impl Into<Uuid>) -> Result<()> {
        self.set(R::TABLE, id.into(), Map::from_iter([("trashed".to_string(), Value::from(0))]))
    }

    /// The record with this identity, as this operation left it so far; in the trash or not.
    pub fn get<R: Record + DeserializeOwned>(&self, id: impl Into<Uuid>) -> Result<Option<R>> {
        read::get(self.conn, self.schema, id.into())
    }

    /// The records that the filter names, as this operation left them so far.
    pub fn list<R: Record + DeserializeOwned>(&self, filter: &Filter) -> Result<Vec<R>> {
        read::list(self.conn, self.schema, filter)
    }

    /// A new identity.
    pub fn id(&self) -> Uuid {
        self.around.id()
    }

    /// The operation's time.
    pub fn now(&self) -> DateTime<Utc> {
        self.time
    }

    /// Who acts.
    pub fn editor(&self) -> Option<EditorId> {
        self.editor
    }

    /// The operation being made.
    pub fn operation(&self) -> OperationId {
        self.operation
    }

    fn table(&self, name: &str) -> Result<&Table> {
        self.schema
            .table(name)
            .ok_or_else(|| LedgerError::Damaged { words: format!("there is no table {name}") })
    }

    fn set(&mut self, table: &str, id: Uuid, fields: Map<String, Value>) -> Result<()> {
        let table = self.table(table)?;
        let uuid = id.to_string();
        let Some(now) = image::current(self.conn, table, &uuid)? else {
            return Err(LedgerError::NotFound { table: table.name.clone(), id });
        };
        let mut whole: image::Image = serde_json::from_str(&now)?;
        let mut names = Vec::new();
        for (name, value) in fields {
            let Some(column) = table.column(&name) else {
                return Err(LedgerError::UnknownField { table: table.name.clone(), field: name });
            };
            let value = match value {
                Value::Bool(truth) if column.kind == crate::schema::Kind::Integer => i64::from(truth).into(),
                other => other,
            };
            if whole.get(&name) == Some(&value) {
                continue;
            }
            if name == "case_id" {
                let words = "stays: a record cannot be moved to another case".into();
                return Err(LedgerError::Refused { table: table.name.clone(), field: Some(name), words });
            }
            whole.insert(name.clone(), value);
            names.push(name);
        }
        if let Some(marks) = unmarked(&whole, &names) {
            whole.insert("erased".into(), marks);
            names.push("erased".into());
        }
        image::update(self.conn, table, &uuid, &names, &whole)
    }
}

/// What `erased` says once these fields were given anew; none if it stays.
fn unmarked(whole: &image::Image, given: &[String]) -> Option<Value> {
    let marks = whole.get("erased")?.as_str()?;
    let left: Vec<&str> = marks.split(',').filter(|mark| !given.iter().any(|name| name == mark)).collect();
    let text = left.join(",");
    (text != marks).then(|| if text.is_empty() { Value::Null } else { text.into() })
}
