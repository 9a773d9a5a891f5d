//! What the file's schema says: tables, columns, references. Everything generic is generated from here.

use crate::error::Result;
use crate::migrate::Migration;
use rusqlite::Connection;
use serde_json::Value;
use std::fmt::Write;

/// The text of format 1.
pub(crate) const FORMAT_1: &str = include_str!("schema/0001.sql");

/// The text of format 2, which adds to it.
pub(crate) const FORMAT_2: &str = include_str!("schema/0002.sql");

/// The text of format 3, which adds to these.
pub(crate) const FORMAT_3: &str = include_str!("schema/0003.sql");

/// How a column is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Integer,
    Text,
    Blob,
}

/// A reference of a column to another table's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    pub table: String,
    /// A composite key: this column of ours must equal that column of the row referred to.
    pub with: Option<(String, String)>,
}

#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub name: String,
    pub kind: Kind,
    pub reference: Option<Reference>,
    /// The value of a key that an older image does not have.
    pub default: Value,
}

/// A table under history.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub name: String,
    /// All columns but `id`, in the order of the file.
    pub columns: Vec<Column>,
    pub has_case: bool,
    /// `column, column, …` of alias `r`, references as UUIDs: in the order of `columns`.
    pub select: String,
    /// `id, column, …` of alias `r`, references as row numbers.
    pub raw: String,
    /// `INSERT` of every column, in the order of `columns`.
    pub insert: String,
}

/// Every table under history, in the order in which they were created.
#[derive(Debug, Clone)]
pub(crate) struct Schema {
    pub tables: Vec<Table>,
    /// The formats known, for older images.
    pub migrations: &'static [Migration],
}

impl Schema {
    /// Reads the schema of an open file.
    pub fn read(conn: &Connection, migrations: &'static [Migration]) -> Result<Schema> {
        let mut names = conn.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'x\\_%' ESCAPE '\\' \
             AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN ('operation', 'change') ORDER BY rowid",
        )?;
        let names =
            names.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let tables = names.into_iter().map(|name| Table::read(conn, name)).collect::<Result<Vec<_>>>()?;
        Ok(Schema { tables, migrations })
    }

    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.name == name)
    }

    /// Every column that refers to this table: (table, column).
    pub fn referrers<'a>(&'a self, to: &'a str) -> impl Iterator<Item = (&'a Table, &'a Column)> {
        self.tables.iter().flat_map(move |t| {
            t.columns
                .iter()
                .filter(move |c| c.reference.as_ref().is_some_and(|r| r.table == to))
                .map(move |c| (t, c))
        })
    }
}

impl Table {
    fn read(conn: &Connection, name: String) -> Result<Table> {
        let mut references: Vec<(i64, String, String, String)> = Vec::new();
        let mut keys =
            conn.prepare("SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?1)")?;
        let mut rows = keys.query([&name])?;
        while let Some(row) = rows.next()? {
            references.push((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        }
        let mut infos =
            conn.prepare("SELECT name, type, dflt_value FROM pragma_table_info(?1) ORDER BY cid")?;
        let mut rows = infos.query([&name])?;
        let mut columns = Vec::new();
        while let Some(row) = rows.next()? {
            let column: String = row.get(0)?;
            if column == "id" {
                continue;
            }
            let kind = match row.get_ref(1)?.as_str().unwrap_or_default() {
                "INTEGER" => Kind::Integer,
                "BLOB" => Kind::Blob,
                _ => Kind::Text,
            };
            // The same column may also stand in a composite key as the other half; the key that names `id` is the reference.
            let reference =
                references.iter().find(|(_, _, from, to)| *from == column && to == "id").map(|key| {
                    Reference {
                        table: key.1.clone(),
                        with: references
                            .iter()
                            .find(|other| other.0 == key.0 && other.3 != "id")
                            .map(|other| (other.2.clone(), other.3.clone())),
                    }
                });
            columns.push(Column {
                default: literal(row.get::<_, Option<String>>(2)?),
                name: column,
                kind,
                reference,
            });
        }
        let has_case = columns.iter().any(|c| c.name == "case_id");
        let select = columns.iter().map(|c| c.read("r")).collect::<Vec<_>>().join(", ");
        let raw = columns.iter().map(|c| match c.kind {
            Kind::Blob => c.read("r"),
            _ => format!("r.{}", quoted(&c.name)),
        });
        let raw = std::iter::once("r.id".to_string()).chain(raw).collect::<Vec<_>>().join(", ");
        let names = columns.iter().map(|c| quoted(&c.name)).collect::<Vec<_>>().join(", ");
        let places = (1..=columns.len()).map(|i| format!("?{i}")).collect::<Vec<_>>().join(", ");
        let insert = format!("INSERT INTO {} ({names}) VALUES ({places})", quoted(&name));
        Ok(Table { name, columns, has_case, select, raw, insert })
    }

    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    /// The SQL expression of a row's image; `row` is an alias, or NEW or OLD in a trigger.
    pub fn image(&self, row: &str) -> String {
        let mut sql = String::from("json_object(");
        for (i, column) in self.columns.iter().enumerate() {
            let comma = if i == 0 { "" } else { ", " };
            let _ = write!(sql, "{comma}'{}', {}", column.name, column.read(row));
        }
        sql.push(')');
        sql
    }

    /// The SQL expression of the case that a row belongs to.
    pub fn case(&self, row: &str) -> String {
        if self.name == "case" {
            format!("{row}.uuid")
        } else if self.has_case {
            format!("(SELECT uuid FROM \"case\" WHERE id = {row}.case_id)")
        } else {
            "NULL".into()
        }
    }
}

impl Column {
    /// The SQL expression that reads the column as an image holds it.
    fn read(&self, row: &str) -> String {
        let name = quoted(&self.name);
        match (&self.reference, self.kind) {
            (Some(to), _) => format!("(SELECT uuid FROM {} WHERE id = {row}.{name})", quoted(&to.table)),
            (None, Kind::Blob) => {
                format!("CASE WHEN {row}.{name} IS NOT NULL THEN lower(hex({row}.{name})) END")
            }
            (None, _) => format!("{row}.{name}"),
        }
    }
}

/// A name as SQL takes it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The value of a DEFAULT clause: our schemas use whole numbers and texts only.
fn literal(default: Option<String>) -> Value {
    let Some(text) = default else { return Value::Null };
    if let Ok(number) = text.parse::<i64>() {
        return number.into();
    }
    match text.strip_prefix('\'').and_then(|t| t.strip_suffix('\'')) {
        Some(text) => text.replace("''", "'").into(),
        None => Value::Null,
    }
}
