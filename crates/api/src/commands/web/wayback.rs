//! Saving a page to the Wayback Machine, on request and where the settings allow it.

use super::problem;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, living};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use crate::workspace::network::{Network, small_file};
use claims::ids::ItemId;
use claims::records::Item;
use claims::words::Archive;
use std::sync::Arc;
use web::{Saving, SystemNames};

wire! {
    /// Asks the Wayback Machine to save the page of an item.
    pub struct SaveToWayback {
        /// The item: its address is saved.
        pub item_id: ItemId,
    }
}

fn save(desk: &mut Desk, context: &Context, request: SaveToWayback) -> Result<Wrote<Item>, Problem> {
    let network = Network::read(&desk.workspace);
    let rules = network.rules()?;
    if !network.wayback {
        return Err(Problem::new(Code::NetworkOff, "saving to the Wayback Machine is not allowed here")
            .hint("Allow it in Settings, Network: the address of the page goes to the Internet Archive, which makes the page public there."));
    }
    let item = record::found::<Item>(desk, request.item_id.0)?;
    let Some(address) = item.url.clone() else {
        return Err(Problem::new(Code::Invalid, "this item has no address")
            .field("url")
            .hint("Give it one first."));
    };
    desk.with_pen(|desk| desk.acting(context).map(drop))?;
    let keys = match &network.wayback_keys {
        Some(path) => {
            let text = String::from_utf8_lossy(&small_file(path, 10_000)?).into_owned();
            let mut words = text.split_whitespace();
            match (words.next(), words.next()) {
                (Some(access), Some(secret)) => Some((access.to_owned(), secret.to_owned())),
                _ => {
                    return Err(Problem::new(Code::Invalid, "the file of keys does not hold two keys")
                        .hint("Write the access key and the secret key into it, parted by a blank."));
                }
            }
        }
        None => None,
    };
    let service = network.wayback_service.unwrap_or_else(|| web::SERVICE.to_owned());
    let saving = Saving { address: &address, service: &service, keys, rules, names: Arc::new(SystemNames) };
    let mut tell = || context.step("resources", 0, 1).is_ok();
    let saved = web::save(&saving, &mut tell).map_err(problem)?;
    let day = format!("{}-{}-{}", &saved.stamp[..4], &saved.stamp[4..6], &saved.stamp[6..8]);
    desk.with_pen(|desk| {
        desk.write_record(context, |tx| {
            living::<Item>(tx, request.item_id.0)?;
            let mut set = serde_json::Map::new();
            set.insert("archive".to_owned(), serde_json::to_value(Archive::Wayback)?);
            set.insert("archive_url".to_owned(), saved.archived.into());
            set.insert("archive_date".to_owned(), day.into());
            Ok(tx.edit::<Item>(request.item_id.0, set)?)
        })
    })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Long "web.save_to_wayback", SaveToWayback => Wrote<Item>, save, "Asks the Wayback Machine to save the page of an item, where the settings allow it, and keeps the address of the archived copy."),
    ]
}
