//! Addresses of archives in items: recognised as such, and kept apart from the address of the page.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::record;
use crate::wire::{Edit, Wrote};
use claims::records::Item;
use claims::words::Archive;
use serde_json::Value;
use web::{Archived, Whose};

/// Puts what the addresses of an item say of archives into its fields; what a person wrote is never written over.
pub(in crate::commands) fn recognise(item: &mut Item) {
    if let Some((address, found)) =
        item.url.clone().and_then(|url| Some((url.clone(), web::recognise(&url)?)))
        && item.archive_url.is_none()
    {
        // The page is what is cited; its copy in the archive stands beside it.
        if let Some(original) = &found.original {
            item.url = Some(original.clone());
        }
        item.archive_url = Some(address);
        said(item, &found);
    } else if let Some(found) = item.archive_url.as_deref().and_then(web::recognise) {
        if item.url.is_none() {
            item.url = found.original.clone();
        }
        said(item, &found);
    }
}

fn said(item: &mut Item, found: &Archived) {
    item.archive = item.archive.or(Some(whose(found.whose)));
    item.archive_date = item.archive_date.take().or_else(|| found.date.clone());
}

pub(super) fn whose(whose: Whose) -> Archive {
    match whose {
        Whose::Wayback => Archive::Wayback,
        Whose::Perma => Archive::Perma,
        Whose::ArchiveToday => Archive::ArchiveToday,
        Whose::Other => Archive::Other,
    }
}

/// Corrects an item; an address of an archive is recognised as in a new one.
///
/// *Errors*: as of [`record::edit`].
pub(in crate::commands) fn edit(
    desk: &mut Desk,
    context: &Context,
    mut request: Edit<Item>,
) -> Result<Wrote<Item>, Problem> {
    let before = record::found::<Item>(desk, request.id)?;
    let set = &mut request.set;
    let given = |set: &serde_json::Map<String, Value>, field: &str| {
        set.get(field)
            .and_then(Value::as_str)
            .and_then(|address| Some((address.to_owned(), web::recognise(address)?)))
    };
    if let Some((address, found)) = given(set, "url")
        && before.archive_url.is_none()
        && !set.contains_key("archive_url")
    {
        if let Some(original) = &found.original {
            set.insert("url".to_owned(), original.clone().into());
        }
        set.insert("archive_url".to_owned(), address.into());
        fill(set, Some(&found));
    } else if let Some((_, found)) = given(set, "archive_url") {
        if before.url.is_none()
            && !set.contains_key("url")
            && let Some(original) = &found.original
        {
            set.insert("url".to_owned(), original.clone().into());
        }
        fill(set, Some(&found));
    } else if set.contains_key("archive_url") {
        // Another address, or none: what the old one said no longer holds.
        fill(set, None);
    }
    record::edit::<Item>(desk, context, request)
}

/// Whose archive and of which day, unless the person says so themselves.
fn fill(set: &mut serde_json::Map<String, Value>, found: Option<&Archived>) {
    let archive =
        found.and_then(|found| serde_json::to_value(whose(found.whose)).ok()).unwrap_or(Value::Null);
    set.entry("archive").or_insert(archive);
    if let Some(found) = found {
        set.entry("archive_date").or_insert(found.date.clone().map_or(Value::Null, Value::from));
    }
}
