//! Shapes that many commands share.

use crate::problem::Problem;
use claims::ids::OperationId;
use claims::records::Record;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::marker::PhantomData;
use ts_rs::{Config, TS, TypeVisitor};
use uuid::Uuid;

/// Declares a request or response struct with what every one of them derives. Requests refuse fields that they do not know.
macro_rules! wire {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$fdoc:meta])* pub $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[ts(optional_fields = nullable)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }
    )+};
}
pub(crate) use wire;

/// Declares a response struct: like a request, but every field is always there.
macro_rules! answer {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$fdoc:meta])* pub $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }
    )+};
}
pub(crate) use answer;

wire! {
    /// Nothing is asked for.
    pub struct Nothing {}

    /// One record by its id.
    pub struct ById {
        /// Its id.
        pub id: Uuid,
    }

    /// A list, newest last, paged by key.
    pub struct List {
        /// Only those of this case, where the table has cases.
        pub case_id: Option<claims::ids::CaseId>,
        /// Those in the trash instead of those in use.
        pub trashed: Option<bool>,
        /// After the record with this id.
        pub after: Option<Uuid>,
        /// At most so many.
        pub limit: Option<u32>,
    }

    /// A case at one position of its history, shown by what was public on one day.
    pub struct At {
        /// The case: its id.
        pub case_id: claims::ids::CaseId,
        /// An operation's id, or a time (RFC 3339) meaning the last operation not later. None = now.
        pub as_of: Option<String>,
        /// A day, YYYY-MM-DD: only what was public by then. None = everything.
        pub known_by: Option<String>,
        /// True: without the ratings of others that the acting editor has still to read a second time, and has not rated.
        pub blind: Option<bool>,
    }
}

answer! {
    /// Where in the history, and by which day, an answer shows the case.
    pub struct Shown {
        /// The last operation in view.
        pub operation: OperationId,
        /// Its time (instant).
        pub time: String,
        /// The day by which things had to be public; none = everything recorded.
        pub known_by: Option<String>,
    }
}

impl Shown {
    /// Of a case.
    pub fn of(case: &claims::case_at::CaseAt) -> Self {
        Self { operation: case.operation, time: case.time.clone(), known_by: case.known_by.clone() }
    }
}

/// One row that a write changed; the window refreshes from these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ChangedRow {
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: Uuid,
    /// The case it belongs to, if it belongs to one.
    pub case_id: Option<Uuid>,
    /// `added`, `changed` or `removed`.
    pub kind: String,
}

/// What every write answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct Wrote<T> {
    /// Id of the record that was written.
    pub id: String,
    /// Its display label.
    pub name: String,
    /// The record after the write.
    pub record: T,
    /// The operation; none if nothing had to change.
    pub operation: Option<OperationId>,
    /// What it changed.
    pub changed: Vec<ChangedRow>,
}

/// A record in a list: with `id` and `name` (its display label) beside its own fields.
#[derive(Debug, Clone, PartialEq)]
pub struct Named<T> {
    /// Its id.
    pub id: String,
    /// Its display label.
    pub name: String,
    /// The record.
    pub record: T,
}

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = Map::new();
        fields.insert("id".to_owned(), Value::String(self.id.clone()));
        fields.insert("name".to_owned(), Value::String(self.name.clone()));
        if let Value::Object(own) = serde_json::to_value(&self.record).map_err(serde::ser::Error::custom)? {
            for (key, value) in own {
                if key != "name" || value.is_string() {
                    fields.insert(key, value);
                }
            }
        }
        fields.serialize(serializer)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Named<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let fields = Map::deserialize(deserializer)?;
        let text = |key: &str| fields.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (id, name) = (text("id"), text("name"));
        let record = serde_json::from_value(Value::Object(fields)).map_err(serde::de::Error::custom)?;
        Ok(Self { id, name, record })
    }
}

impl<T: JsonSchema> JsonSchema for Named<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        format!("Named{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

impl<T: TS + 'static> TS for Named<T> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(cfg: &Config) -> String {
        format!("({{ id: string, name: string }} & {})", T::name(cfg))
    }
    fn inline(cfg: &Config) -> String {
        Self::name(cfg)
    }
    fn visit_dependencies(visitor: &mut impl TypeVisitor) {
        visitor.visit::<T>();
    }
}

/// Fields that no correction may set: identity, place and authorship.
pub const FIXED: [&str; 6] = ["uuid", "case_id", "trashed", "erased", "editor_id", "preset"];

/// Further fields of a table that no correction may set: what others rest on. Put the record in the trash and add it anew.
pub fn fixed_in(table: &str) -> &'static [&'static str] {
    match table {
        "capture" => &[
            "item_id",
            "sha256",
            "size",
            "media_type",
            "captured",
            "how",
            "address",
            "final_address",
            "tool",
            "part",
            "made_from_id",
            "pdq",
            "pdq_quality",
        ],
        "excerpt" => &[
            "capture_id",
            "prefix",
            "suffix",
            "start",
            "stop",
            "kind",
            "page_number",
            "region",
            "from_ms",
            "to_ms",
            "text_sha256",
        ],
        "metadata" => &["capture_id", "origin", "name", "value", "tool", "read"],
        "picture_check" => &["capture_id", "kind", "made", "settings", "sha256", "media_type", "size"],
        "evidence_link" => &[
            "from_item_id",
            "from_excerpt_id",
            "from_claim_id",
            "to_claim_id",
            "to_account_id",
            "to_item_id",
            "to_link_id",
        ],
        _ => &[],
    }
}

/// A correction of a record: only the named fields change; null clears.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit<R> {
    /// Its id.
    pub id: Uuid,
    /// The fields to set.
    pub set: Map<String, Value>,
    #[serde(skip)]
    of: PhantomData<R>,
}

impl<R: JsonSchema> JsonSchema for Edit<R> {
    fn schema_name() -> Cow<'static, str> {
        format!("Edit{}", R::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let record = R::json_schema(generator).to_value();
        let mut fields = record.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        fields.retain(|name, _| !FIXED.contains(&name.as_str()));
        json_schema!({
            "type": "object",
            "properties": {
                "id": { "type": "string", "format": "uuid" },
                "set": { "type": "object", "properties": fields, "additionalProperties": false }
            },
            "required": ["id", "set"],
            "additionalProperties": false
        })
    }
}

impl<R: TS + 'static> TS for Edit<R> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(cfg: &Config) -> String {
        let fixed: Vec<String> = FIXED.iter().map(|field| format!("\"{field}\"")).collect();
        format!("{{ id: string, set: Partial<Omit<{}, {}>> }}", R::name(cfg), fixed.join(" | "))
    }
    fn inline(cfg: &Config) -> String {
        Self::name(cfg)
    }
    fn visit_dependencies(visitor: &mut impl TypeVisitor) {
        visitor.visit::<R>();
    }
}

/// The display label of a record: what a list shows for it.
pub fn label<R: Record + Serialize>(record: &R) -> Result<String, Problem> {
    let image = serde_json::to_value(record)?;
    Ok(label_of(R::TABLE, &image))
}

/// The display label of a row image of a table: its name, question, text, words, quote or number, whichever it has.
pub fn label_of(table: &str, image: &Value) -> String {
    for key in [
        "name", "question", "text", "words", "quote", "value", "number", "sought", "looked", "grade", "kind",
        "outcome", "reason", "format",
    ] {
        match image.get(key) {
            Some(Value::String(text)) if !text.is_empty() => return text.chars().take(200).collect(),
            Some(Value::Number(number)) => return number.to_string(),
            _ => {}
        }
    }
    table.replace('_', " ")
}
