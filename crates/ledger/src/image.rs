//! An image written back: insert, change and remove a row by its image, references by UUID.

use crate::error::{LedgerError, Result, check_in_words};
use crate::schema::{Column, Kind, Schema, Table, quoted};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use serde_json::{Map, Value};
use uuid::Uuid;

/// An image as it is compared and written: every column of today has a key.
pub(crate) type Image = Map<String, Value>;

/// Reads an image written in format `written`. A key that it does not have, because it is older than the column, means the default.
pub(crate) fn parse(schema: &Schema, table: &Table, text: &str, written: u32) -> Result<Image> {
    let mut image: Image = serde_json::from_str(text)?;
    for step in schema.migrations.iter().filter(|m| m.number > written) {
        if let Some(lift) = step.lift {
            lift(&table.name, &mut image);
        }
    }
    for column in &table.columns {
        if !image.contains_key(&column.name) {
            image.insert(column.name.clone(), column.default.clone());
        }
    }
    Ok(image)
}

/// Whether two images, each with the format it was written in, say the same: values are compared, not bytes.
pub(crate) fn same(schema: &Schema, table: &Table, one: (&str, u32), other: (&str, u32)) -> Result<bool> {
    if one == other {
        return Ok(true);
    }
    Ok(parse(schema, table, one.0, one.1)? == parse(schema, table, other.0, other.1)?)
}

/// The format in which images are written now.
pub(crate) fn today(schema: &Schema) -> u32 {
    crate::migrate::newest(schema.migrations)
}

/// The image of a row as it stands; none if there is no such row.
pub(crate) fn current(conn: &Connection, table: &Table, uuid: &str) -> Result<Option<String>> {
    let sql = format!("SELECT {} FROM {} AS r WHERE r.uuid = ?1", table.image("r"), quoted(&table.name));
    Ok(conn.prepare_cached(&sql)?.query_row([uuid], |row| row.get(0)).optional()?)
}

/// Adds a row.
pub(crate) fn insert(conn: &Connection, table: &Table, image: &Image) -> Result<()> {
    let mut values = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let value = match image.get(&column.name) {
            Some(value) => value,
            None => &column.default,
        };
        values.push(bind(conn, table, column, value, image)?);
    }
    conn.prepare_cached(&table.insert)?
        .execute(params_from_iter(values))
        .map_err(|error| explain(error, table, image))?;
    Ok(())
}

/// Sets the named columns of a row; `whole` is the row's image with them in it.
pub(crate) fn update(
    conn: &Connection,
    table: &Table,
    uuid: &str,
    names: &[String],
    whole: &Image,
) -> Result<()> {
    if names.is_empty() {
        return Ok(());
    }
    let mut values = Vec::with_capacity(names.len() + 1);
    let mut sets = Vec::with_capacity(names.len());
    for name in names {
        let Some(column) = table.column(name) else {
            return Err(LedgerError::UnknownField { table: table.name.clone(), field: name.clone() });
        };
        values.push(bind(conn, table, column, whole.get(name).unwrap_or(&Value::Null), whole)?);
        sets.push(format!("{} = ?{}", quoted(name), values.len()));
    }
    values.push(Sql::Text(uuid.into()));
    let sql =
        format!("UPDATE {} SET {} WHERE uuid = ?{}", quoted(&table.name), sets.join(", "), values.len());
    conn.prepare_cached(&sql)?
        .execute(params_from_iter(values))
        .map_err(|error| explain(error, table, whole))?;
    Ok(())
}

/// Takes a row out. The caller has seen that nothing refers to it.
pub(crate) fn remove(conn: &Connection, table: &Table, uuid: &str) -> Result<()> {
    conn.prepare_cached(&format!("DELETE FROM {} WHERE uuid = ?1", quoted(&table.name)))?.execute([uuid])?;
    Ok(())
}

/// The rows that refer to this one: (table, uuid).
pub(crate) fn referrers(
    conn: &Connection,
    schema: &Schema,
    table: &Table,
    uuid: &str,
) -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for (from, column) in schema.referrers(&table.name) {
        let sql = format!(
            "SELECT uuid FROM {} WHERE {} = (SELECT id FROM {} WHERE uuid = ?1)",
            quoted(&from.name),
            quoted(&column.name),
            quoted(&table.name)
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query([uuid])?;
        while let Some(row) = rows.next()? {
            found.push((from.name.clone(), row.get(0)?));
        }
    }
    Ok(found)
}

/// The identity that an image names.
pub(crate) fn identity(image: &Image) -> Uuid {
    image.get("uuid").and_then(Value::as_str).and_then(|text| Uuid::parse_str(text).ok()).unwrap_or_default()
}

fn bind(conn: &Connection, table: &Table, column: &Column, value: &Value, image: &Image) -> Result<Sql> {
    let refused = |words: &str| LedgerError::Refused {
        table: table.name.clone(),
        field: Some(column.name.clone()),
        words: words.into(),
    };
    if column.reference.is_some() {
        return match value {
            Value::Null => Ok(Sql::Null),
            Value::String(uuid) => resolve(conn, table, column, uuid, image),
            _ => Err(refused("must be the id of a record")),
        };
    }
    match (value, column.kind) {
        (Value::Null, _) => Ok(Sql::Null),
        (Value::Bool(truth), Kind::Integer) => Ok(Sql::Integer((*truth).into())),
        (Value::Number(number), Kind::Integer) => {
            number.as_i64().map(Sql::Integer).ok_or_else(|| refused("must be a whole number"))
        }
        (Value::String(text), Kind::Text) => Ok(Sql::Text(text.clone())),
        (Value::String(text), Kind::Blob) => {
            crate::hash::unhex(text).map(Sql::Blob).ok_or_else(|| refused("must be hex digits"))
        }
        (_, Kind::Integer) => Err(refused("must be a number")),
        _ => Err(refused("must be a text")),
    }
}

/// The row number of a reference, in the same case where the file asks for it.
fn resolve(conn: &Connection, table: &Table, column: &Column, uuid: &str, image: &Image) -> Result<Sql> {
    let missing = |to_table: &str| LedgerError::Refers {
        table: table.name.clone(),
        id: identity(image),
        to_table: to_table.into(),
        to_id: Uuid::parse_str(uuid).unwrap_or_default(),
    };
    let Some(to) = &column.reference else { return Ok(Sql::Null) };
    let name = quoted(&to.table);
    let found: Option<i64> = match &to.with {
        None => conn
            .prepare_cached(&format!("SELECT id FROM {name} WHERE uuid = ?1"))?
            .query_row([uuid], |row| row.get(0))
            .optional()?,
        Some((ours, theirs)) => {
            let owner = table
                .column(ours)
                .and_then(|c| c.reference.as_ref())
                .map(|r| r.table.as_str())
                .unwrap_or("case");
            let theirs = quoted(theirs);
            let sql = format!(
                "SELECT t.id FROM {name} AS t JOIN {} AS o ON o.id = t.{theirs} WHERE t.uuid = ?1 AND o.uuid = ?2",
                quoted(owner)
            );
            let ours = image.get(ours).and_then(Value::as_str).unwrap_or_default();
            conn.prepare_cached(&sql)?.query_row([uuid, ours], |row| row.get(0)).optional()?
        }
    };
    found.map(Sql::Integer).ok_or_else(|| missing(&to.table))
}

/// Adds to an error of a constraint the table, and the field where it can be told.
fn explain(error: rusqlite::Error, table: &Table, image: &Image) -> LedgerError {
    let check = match &error {
        rusqlite::Error::SqliteFailure(code, Some(message))
            if code.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_CHECK =>
        {
            message.split_once(": ").map(|(_, check)| check.to_string())
        }
        _ => None,
    };
    let Some(check) = check else {
        return match error.into() {
            LedgerError::Refused { field, words, .. } => {
                LedgerError::Refused { table: table.name.clone(), field, words }
            }
            other => other,
        };
    };
    let mut words = check_in_words(&check);
    let is_in = |name: &str| check.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name);
    let mut named = table.columns.iter().filter(|c| is_in(&c.name));
    let field = match (named.next(), named.next()) {
        (Some(one), None) => Some(one.name.clone()),
        // Of several, the one that is empty is the one to point at.
        (Some(_), Some(_)) => {
            words = "do not fit together: ".to_string() + &check;
            table
                .columns
                .iter()
                .filter(|c| is_in(&c.name) && c.reference.is_none())
                .find(|c| matches!(image.get(&c.name), None | Some(Value::Null)) || image[&c.name] == "")
                .map(|c| c.name.clone())
        }
        _ => None,
    };
    LedgerError::Refused { table: table.name.clone(), field, words }
}
