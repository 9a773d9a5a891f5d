//! What every noun has in common: add, list, show, edit, trash, restore.

use crate::checks;
use crate::covering::{Cover, covered};
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::wire::{ById, Edit, FIXED, List, Named, Wrote, fixed_in, label};
use claims::records::Record;
use ledger::{Filter, Tx};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A record that crosses the wire.
pub trait Wire: Record + Serialize + DeserializeOwned + JsonSchema + Clone {}
impl<R: Record + Serialize + DeserializeOwned + JsonSchema + Clone> Wire for R {}

/// A request that adds one record.
pub trait Add: DeserializeOwned {
    /// What it adds.
    type Record: Wire;
    /// The record, with what the request leaves to the app: identity, place in the order, editor.
    fn record(self, tx: &Tx<'_>) -> Result<Self::Record, Problem>;
}

/// Checks and adds a record inside a write.
pub fn put<R: Wire>(tx: &mut Tx<'_>, record: &R) -> Result<(), Problem> {
    if let Value::Object(fields) = serde_json::to_value(record)? {
        checks::fields(&fields)?;
        checks::whole(R::TABLE, &fields)?;
    }
    tx.add(record)?;
    Ok(())
}

/// Adds one record.
pub fn add<A: Add>(desk: &mut Desk, context: &Context, request: A) -> Result<Wrote<A::Record>, Problem> {
    desk.write_record(context, |tx| {
        let record = request.record(tx)?;
        put(tx, &record)?;
        Ok(record)
    })
}

/// Lists records.
pub fn list<R: Wire>(desk: &mut Desk, context: &Context, request: List) -> Result<Vec<Named<R>>, Problem> {
    let filter = Filter {
        case: request.case_id,
        trashed: Some(request.trashed.unwrap_or(false)),
        after: request.after,
        limit: request.limit,
        ..Filter::default()
    };
    let mut cover = Cover::of(context);
    let mut shown = Vec::new();
    for record in desk.ledger.list::<R>(&filter)? {
        if !cover.hides_record(desk, &record)? {
            shown.push(named(record)?);
        }
    }
    Ok(shown)
}

/// Shows one record, from the trash too.
///
/// *Errors*: `not_found`; `rule` for a rating that is covered for a blind second reader.
pub fn show<R: Wire>(desk: &mut Desk, context: &Context, request: ById) -> Result<Named<R>, Problem> {
    named(uncovered::<R>(desk, context, request.id)?)
}

/// The record of that id, unless it says what a blind second reader may not see yet.
fn uncovered<R: Wire>(desk: &Desk, context: &Context, id: uuid::Uuid) -> Result<R, Problem> {
    let record = found::<R>(desk, id)?;
    match Cover::of(context).hides_record(desk, &record)? {
        true => Err(covered()),
        false => Ok(record),
    }
}

/// A record with its id and label.
pub fn named<R: Wire>(record: R) -> Result<Named<R>, Problem> {
    Ok(Named { id: record.uuid().to_string(), name: label(&record)?, record })
}

/// The record of that id.
///
/// *Errors*: `not_found`.
pub fn found<R: Wire>(desk: &Desk, id: uuid::Uuid) -> Result<R, Problem> {
    desk.ledger.get::<R>(id)?.ok_or_else(|| Problem::not_found(R::TABLE, id))
}

/// The record of that id, inside a write.
///
/// *Errors*: `not_found`, also for one in the trash.
pub fn living<R: Wire>(tx: &Tx<'_>, id: impl Into<uuid::Uuid>) -> Result<R, Problem> {
    let id = id.into();
    match tx.get::<R>(id)? {
        Some(record) if !record.trashed() => Ok(record),
        Some(_) => Err(Problem::not_found(R::TABLE, id).hint("It is in the trash: bring it back first.")),
        None => Err(Problem::not_found(R::TABLE, id)),
    }
}

/// Corrects one record.
pub fn edit<R: Wire>(desk: &mut Desk, context: &Context, request: Edit<R>) -> Result<Wrote<R>, Problem> {
    let id = request.id;
    if let Some(field) = request
        .set
        .keys()
        .find(|field| FIXED.contains(&field.as_str()) || fixed_in(R::TABLE).contains(&field.as_str()))
    {
        return Err(Problem::new(Code::Invalid, format!("{field} cannot be corrected"))
            .field(field.clone())
            .hint("Put the record in the trash and add it anew."));
    }
    checks::fields(&request.set)?;
    desk.write_record(context, |tx| {
        let before: R = living(tx, id)?;
        let mut image = serde_json::to_value(&before)?;
        if let Value::Object(fields) = &mut image {
            for (name, value) in &request.set {
                if fields.insert(name.clone(), value.clone()).is_none() {
                    return Err(Problem::new(
                        Code::BadRequest,
                        format!("a {} has no field {name}", R::TABLE.replace('_', " ")),
                    )
                    .field(name.clone()));
                }
            }
        }
        serde_json::from_value::<R>(image.clone())
            .map_err(|error| Problem::new(Code::Invalid, error.to_string()))?;
        if let Value::Object(image) = &image {
            checks::whole(R::TABLE, image)?;
        }
        if before_is_erased(&before, &request.set)? {
            return Err(Problem::new(Code::Erased, "the text of that field was erased; it stays marked")
                .hint("Add a new record for new words."));
        }
        Ok(tx.edit::<R>(id, request.set)?)
    })
}

fn before_is_erased<R: Wire>(before: &R, set: &serde_json::Map<String, Value>) -> Result<bool, Problem> {
    let image = serde_json::to_value(before)?;
    let erased = image.get("erased").and_then(Value::as_str).unwrap_or_default();
    Ok(erased.split(',').any(|field| set.contains_key(field)))
}

/// Puts one record in the trash.
pub fn trash<R: Wire>(desk: &mut Desk, context: &Context, request: ById) -> Result<Wrote<R>, Problem> {
    uncovered::<R>(desk, context, request.id)?;
    desk.write_record(context, |tx| {
        tx.trash::<R>(request.id)?;
        tx.get::<R>(request.id)?.ok_or_else(|| Problem::not_found(R::TABLE, request.id))
    })
}

/// Brings one record back from the trash.
pub fn restore<R: Wire>(desk: &mut Desk, context: &Context, request: ById) -> Result<Wrote<R>, Problem> {
    uncovered::<R>(desk, context, request.id)?;
    desk.write_record(context, |tx| {
        tx.restore::<R>(request.id)?;
        tx.get::<R>(request.id)?.ok_or_else(|| Problem::not_found(R::TABLE, request.id))
    })
}

/// Declares requests that add one record: the request's fields, and what the app fills in.
macro_rules! adds {
    ($($(#[$doc:meta])* $request:ident => $record:ident as $id:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)? } |$tx:ident, $me:ident| { $($fill:ident: $value:expr),* $(,)? })+) => {$(
        $crate::wire::wire! {
            $(#[$doc])*
            pub struct $request { $($(#[$fdoc])* pub $field: $type),* }
        }
        impl $crate::record::Add for $request {
            type Record = $record;
            fn record(self, $tx: &ledger::Tx<'_>) -> Result<$record, $crate::problem::Problem> {
                let $me = &self;
                let _ = $me;
                $(let $fill = $value;)*
                Ok($record { uuid: $id($tx.id()), $($fill,)* $($field: self.$field,)* trashed: false, erased: None })
            }
        }
    )+};
}
pub(crate) use adds;

/// The commands that every noun has: list, show, edit, trash, restore.
macro_rules! noun {
    ($record:ident, list $list:literal, show $show:literal, edit $edit:literal, trash $trash:literal, restore $restore:literal) => {
        [
            $crate::table::command!(Read $list, $crate::wire::List => Vec<$crate::wire::Named<$record>>, $crate::record::list::<$record>, "Lists them, oldest first."),
            $crate::table::command!(Read $show, $crate::wire::ById => $crate::wire::Named<$record>, $crate::record::show::<$record>, "Shows one."),
            $crate::table::command!(Write $edit, $crate::wire::Edit<$record> => $crate::wire::Wrote<$record>, $crate::record::edit::<$record>, "Corrects the named fields of one; null clears a field."),
            $crate::table::command!(Write $trash, $crate::wire::ById => $crate::wire::Wrote<$record>, $crate::record::trash::<$record>, "Puts one in the trash."),
            $crate::table::command!(Write $restore, $crate::wire::ById => $crate::wire::Wrote<$record>, $crate::record::restore::<$record>, "Brings one back from the trash."),
        ]
    };
    ($record:ident, judgement list $list:literal, show $show:literal, trash $trash:literal, restore $restore:literal) => {
        [
            $crate::table::command!(Read $list, $crate::wire::List => Vec<$crate::wire::Named<$record>>, $crate::record::list::<$record>, "Lists them, superseded ones included, oldest first."),
            $crate::table::command!(Read $show, $crate::wire::ById => $crate::wire::Named<$record>, $crate::record::show::<$record>, "Shows one."),
            $crate::table::command!(Write $trash, $crate::wire::ById => $crate::wire::Wrote<$record>, $crate::record::trash::<$record>, "Puts one in the trash; the history keeps it. A judgement is never edited: add one that supersedes it."),
            $crate::table::command!(Write $restore, $crate::wire::ById => $crate::wire::Wrote<$record>, $crate::record::restore::<$record>, "Brings one back from the trash."),
        ]
    };
}
pub(crate) use noun;

/// The editor who acts.
pub fn editor(tx: &Tx<'_>) -> Result<claims::ids::EditorId, Problem> {
    tx.editor().ok_or_else(|| Problem::new(Code::EditorMissing, "nobody has said who acts"))
}

/// The key of a place after one of these (none = first), which stand in their order; none if that one is not among them.
pub fn place_after<I: PartialEq>(places: &[(I, &str)], after: Option<I>) -> Option<String> {
    let before = match after {
        None => None,
        Some(after) => Some(places.iter().position(|(id, _)| *id == after)?),
    };
    let key = |place: usize| places.get(place).map(|(_, key)| *key);
    Some(claims::fractional::between(before.and_then(key), key(before.map_or(0, |place| place + 1))))
}

/// A key after the last of the keys given.
pub fn last_place<'a>(keys: impl Iterator<Item = Option<&'a str>>) -> String {
    claims::fractional::between(keys.flatten().max(), None)
}
