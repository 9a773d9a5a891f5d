//! A row of the file as a record, straight from its columns: for every table, with no code of its own.

use crate::error::{LedgerError, Result};
use crate::schema::Table;
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor,
};
use serde::forward_to_deserialize_any;

type Problem = serde::de::value::Error;

/// Reads a row that was selected with `table.select`.
pub(crate) fn record<R: DeserializeOwned>(table: &Table, row: &Row<'_>) -> Result<R> {
    R::deserialize(MapAccessDeserializer::new(Fields { table, row, at: 0 })).map_err(|problem| {
        LedgerError::Damaged { words: format!("a row of {} does not read: {problem}", table.name) }
    })
}

struct Fields<'a> {
    table: &'a Table,
    row: &'a Row<'a>,
    at: usize,
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
        let value = self.row.get_ref(self.at).map_err(Problem::custom)?;
        self.at += 1;
        seed.deserialize(Cell(value))
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
