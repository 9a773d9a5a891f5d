//! A row of the file as a record, straight from its columns: for every table, with no code of its own.

use crate::error::{LedgerError, Result};
use crate::schema::{Table, quoted};
use claims::records::Record;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use std::cell::RefCell;
use std::collections::HashMap;
use uuid::Uuid;

type Problem = serde::de::value::Error;

/// Reads a row that was selected with `table.select`.
pub(crate) fn record<R: DeserializeOwned>(table: &Table, row: &Row<'_>) -> Result<R> {
    read(Fields { table, row, at: 0, first: 0, names: None })
}

/// Reads a row that was selected with `table.raw`, and notes which identity its row number stands for.
pub(crate) fn raw_record<R: Record + DeserializeOwned>(
    table: &Table,
    row: &Row<'_>,
    names: &Names<'_>,
) -> Result<R> {
    let record: R = read(Fields { table, row, at: 0, first: 1, names: Some(names) })?;
    names.note(&table.name, row.get(0)?, record.uuid());
    Ok(record)
}

fn read<R: DeserializeOwned>(fields: Fields<'_>) -> Result<R> {
    let table = fields.table;
    R::deserialize(MapAccessDeserializer::new(fields)).map_err(|problem| LedgerError::Damaged {
        words: format!("a row of {} does not read: {problem}", table.name),
    })
}

/// Which identity a row number stands for, remembered over many rows: each is asked of the file once at most.
pub(crate) struct Names<'a> {
    conn: &'a Connection,
    known: RefCell<HashMap<String, HashMap<i64, Uuid>>>,
}

impl<'a> Names<'a> {
    pub fn new(conn: &'a Connection) -> Self {
        Self { conn, known: RefCell::default() }
    }

    fn note(&self, table: &str, id: i64, uuid: Uuid) {
        let mut known = self.known.borrow_mut();
        match known.get_mut(table) {
            Some(known) => {
                known.insert(id, uuid);
            }
            None => {
                known.insert(table.to_string(), HashMap::from([(id, uuid)]));
            }
        }
    }

    fn of(&self, table: &str, id: i64) -> std::result::Result<Uuid, Problem> {
        if let Some(uuid) = self.known.borrow().get(table).and_then(|known| known.get(&id)) {
            return Ok(*uuid);
        }
        let sql = format!("SELECT uuid FROM {} WHERE id = ?1", quoted(table));
        let mut statement = self.conn.prepare_cached(&sql).map_err(Problem::custom)?;
        let text: String = statement.query_row([id], |row| row.get(0)).map_err(Problem::custom)?;
        let uuid = Uuid::parse_str(&text).map_err(Problem::custom)?;
        self.note(table, id, uuid);
        Ok(uuid)
    }
}

struct Fields<'a> {
    table: &'a Table,
    row: &'a Row<'a>,
    at: usize,
    /// Where the first column of the table stands in the row.
    first: usize,
    /// Set if references are row numbers.
    names: Option<&'a Names<'a>>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> std::result::Result<Option<K::Value>, Problem> {
        match self.table.columns.get(self.at) {
            Some(column) => {
                let name: StrDeserializer<'_, Problem> = column.name.as_str().into_deserializer();
                seed.deserialize(name).map(Some)
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> std::result::Result<V::Value, Problem> {
        let value = self.row.get_ref(self.first + self.at).map_err(Problem::custom)?;
        let reference = self.table.columns[self.at].reference.as_ref();
        self.at += 1;
        match (self.names, reference, value) {
            (Some(names), Some(to), ValueRef::Integer(id)) => {
                seed.deserialize(Name(names.of(&to.table, id)?))
            }
            _ => seed.deserialize(Cell(value)),
        }
    }
}

/// A reference, already as the identity it stands for.
struct Name(Uuid);

impl<'de> Deserializer<'de> for Name {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Problem> {
        visitor.visit_bytes(self.0.as_bytes())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Problem> {
        visitor.visit_some(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Cell<'a>(ValueRef<'a>);

impl Cell<'_> {
    fn text(&self) -> std::result::Result<&str, Problem> {
        self.0.as_str().map_err(Problem::custom)
    }
}

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Problem> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Integer(number) => visitor.visit_i64(number),
            ValueRef::Real(number) => visitor.visit_f64(number),
            ValueRef::Text(_) => visitor.visit_str(self.text()?),
            ValueRef::Blob(bytes) => visitor.visit_bytes(bytes),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> std::result::Result<V::Value, Problem> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> std::result::Result<V::Value, Problem> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> std::result::Result<V::Value, Problem> {
        let text: StrDeserializer<'_, Problem> = self.text()?.into_deserializer();
        text.deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
