//! Items that look like one another: the same address, the same file, the same title from the same publisher. Pointed out, never refused.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{answer, wire};
use claims::ids::{ActorId, ItemId};
use claims::records::{Capture, Item, Record};
use ledger::{Filter, Tx};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::PathBuf;
use url::Url;

wire! {
    /// What an item might be the same as. Any of these; what is left out is not compared.
    pub struct ItemAlike {
        /// Its address.
        pub url: Option<String>,
        /// SHA-256 of its file, 64 lower-case hex digits.
        pub sha256: Option<String>,
        /// Its file: it is hashed, and not kept.
        pub path: Option<PathBuf>,
        /// Its title or label.
        pub title: Option<String>,
        /// Its publisher; with a title alone, items of any publisher are compared.
        pub publisher_id: Option<ActorId>,
        /// The item itself, which is not like itself.
        pub not_id: Option<ItemId>,
    }
}

answer! {
    /// An item that looks like it.
    pub struct Alike {
        /// The item.
        pub id: ItemId,
        /// Its label.
        pub name: String,
        /// What is the same: `url`, `file` or `title`; one or more.
        pub same: Vec<String>,
    }
}

/// What to compare by.
#[derive(Default)]
pub struct Sought {
    /// Addresses.
    pub urls: Vec<String>,
    /// SHA-256 of a file.
    pub sha256: Option<String>,
    /// Title or label.
    pub titles: Vec<String>,
    /// Publisher; none = any.
    pub publisher: Option<ActorId>,
    /// The item itself.
    pub not: Option<ItemId>,
}

impl Sought {
    /// What a record of an item is compared by.
    pub fn of(item: &Item) -> Self {
        Self {
            urls: item.url.iter().cloned().collect(),
            sha256: None,
            titles: vec![item.title.clone().unwrap_or_else(|| item.name.clone())],
            publisher: item.publisher_id,
            not: Some(item.uuid),
        }
    }
}

/// Whether the scheme, `www.`, a slash at the end, the fragment and marks of campaigns are all that differ.
pub fn plain(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").to_owned();
    let campaign =
        |key: &str| key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "mc_cid" | "mc_eid");
    let mut pairs: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| !campaign(key))
        .map(|(key, value)| (key.into(), value.into()))
        .collect();
    pairs.sort();
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = url.path().trim_end_matches('/');
    let query: Vec<String> = pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
    Some(format!("{host}{port}{path}?{}", query.join("&")))
}

/// A title as it is compared: letters and digits, small, one space between words.
fn folded(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Those of these items that look like what is sought.
pub fn among(items: &[Item], captures: &[Capture], sought: &Sought) -> Vec<Alike> {
    let mut found: BTreeMap<ItemId, Vec<String>> = BTreeMap::new();
    let mut note = |id: ItemId, what: &str| {
        let same = found.entry(id).or_default();
        if !same.iter().any(|there| there == what) {
            same.push(what.to_owned());
        }
    };
    let urls: Vec<String> = sought.urls.iter().filter_map(|url| plain(url)).collect();
    let titles: Vec<String> =
        sought.titles.iter().map(|title| folded(title)).filter(|title| !title.is_empty()).collect();
    for item in items {
        let addresses = [item.url.as_deref(), item.archive_url.as_deref()];
        if addresses.into_iter().flatten().filter_map(plain).any(|url| urls.contains(&url)) {
            note(item.uuid, "url");
        }
        let same_house = sought.publisher.is_none() || item.publisher_id == sought.publisher;
        let names = [Some(item.name.as_str()), item.title.as_deref()];
        if same_house && names.into_iter().flatten().any(|name| titles.contains(&folded(name))) {
            note(item.uuid, "title");
        }
    }
    for capture in captures.iter().filter(|capture| Some(&capture.sha256) == sought.sha256.as_ref()) {
        note(capture.item_id, "file");
    }
    if let Some(not) = sought.not {
        found.remove(&not);
    }
    let name = |id: ItemId| items.iter().find(|item| item.uuid == id).map(|item| item.name.clone());
    found.into_iter().filter_map(|(id, same)| Some(Alike { id, name: name(id)?, same })).collect()
}

fn all<R: Record + DeserializeOwned>(tx: &Tx<'_>) -> Result<Vec<R>, Problem> {
    Ok(tx.list(&Filter { trashed: Some(false), ..Filter::default() })?)
}

/// Inside a write: what an item looks like.
pub fn in_write(tx: &Tx<'_>, sought: &Sought) -> Result<Vec<Alike>, Problem> {
    let captures = if sought.sha256.is_some() { all::<Capture>(tx)? } else { Vec::new() };
    Ok(among(&all::<Item>(tx)?, &captures, sought))
}

fn alike(desk: &mut Desk, _: &Context, request: ItemAlike) -> Result<Vec<Alike>, Problem> {
    let sha256 = match (&request.sha256, &request.path) {
        (Some(_), Some(_)) => {
            return Err(Problem::new(Code::Invalid, "give a file or its hash, not both").field("path"));
        }
        (Some(hash), None) => Some(hash.to_lowercase()),
        (None, Some(path)) => Some(evidence::sha256_of(path)?.0),
        (None, None) => None,
    };
    let sought = Sought {
        urls: request.url.into_iter().collect(),
        sha256,
        titles: request.title.into_iter().collect(),
        publisher: request.publisher_id,
        not: request.not_id,
    };
    let living = Filter { trashed: Some(false), ..Filter::default() };
    let items: Vec<Item> = desk.ledger.list(&living)?;
    let captures: Vec<Capture> =
        if sought.sha256.is_some() { desk.ledger.list(&living)? } else { Vec::new() };
    Ok(among(&items, &captures, &sought))
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "item.alike", ItemAlike => Vec<Alike>, alike, "Points out items that look the same: by address, by file, or by title and publisher."),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_lead_to_one_page_are_one() {
        let one = plain("https://www.Example.org/a/?b=2&utm_source=x&a=1#top");
        assert_eq!(one.as_deref(), Some("example.org/a?a=1&b=2"));
        assert_eq!(plain("http://example.org/a?a=1&b=2"), one, "scheme, www and order do not matter");
        assert_ne!(plain("https://example.org/A?a=1&b=2"), one, "the path does");
        assert_ne!(plain("https://example.org/a?a=1&b=3"), one, "and what is asked for");
        assert_eq!(plain("no address"), None);
    }

    #[test]
    fn titles_are_compared_by_their_words() {
        assert_eq!(folded("“Blast” in  Mill-Street!"), "blast in mill street");
        assert_eq!(folded("Взрыв, на Мельничной"), "взрыв на мельничной");
        assert_eq!(folded("…"), "");
    }
}
