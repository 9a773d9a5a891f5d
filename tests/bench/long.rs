//! Long lists: adding an item among ten thousand, and the first page of ten thousand cases in each order.

use crate::cases::{Place, call};
use crate::fill;
use crate::measure::{Table, Times, shown};
use api::Wanted;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

const MS: Duration = Duration::from_millis(1);

/// `item.add` with the search for items that look the same, and that search alone.
pub fn items(table: &mut Table, folder: &Path) {
    let place = Place::made(folder);
    fill::items(&mut fill::open(&place.ledger(), &place.config), 10_000);
    let door = place.open(Wanted::Write);
    let added = Times::of(300, |n| {
        let address = format!("https://www.example.org/{n}");
        let item =
            json!({ "name": format!("Another {n}"), "kind": "web_page", "reading": "read", "url": address });
        drop(call(&door, "item.add", item));
    });
    let alike = Times::of(300, |n| {
        drop(call(
            &door,
            "item.alike",
            json!({ "url": format!("http://example.org/{n}"), "title": "Another" }),
        ));
    });
    let beside =
        format!("median {}; looking for one like it alone: {}", shown(added.median()), shown(alike.median()));
    table.time("an item added among 10,000, compared with all (p95 of 300)", added.p95(), 10 * MS, &beside);
}

/// The lists that the screens of items and sources read after each change until they had tables of their own.
const LISTS: [&str; 18] = [
    "item.list",
    "actor.list",
    "account.list",
    "actor_name.list",
    "appearance.list",
    "author.list",
    "capture.list",
    "carrier.list",
    "claim.list",
    "derivation.list",
    "editor.list",
    "excerpt.list",
    "finding.list",
    "holder.list",
    "evidence.list",
    "office.list",
    "reliability.list",
    "statement.list",
];

/// What the screens of items and sources read after a change: their table and the record that is open, beside the whole lists of before.
pub fn tables(table: &mut Table, folder: &Path) {
    let place = Place::made(folder);
    let mut ledger = fill::open(&place.ledger(), &place.config);
    fill::large(&mut ledger);
    fill::items(&mut ledger, 8_000);
    drop(ledger);
    let door = place.open(Wanted::Read);
    let all = Times::of(10, |_| LISTS.iter().for_each(|list| drop(call(&door, list, json!({})))));
    for (what, list, around, one) in [
        ("items", "item.table", "item.related", "item.list"),
        ("sources", "actor.sources", "actor.related", "actor.list"),
    ] {
        let first = call(&door, one, json!({ "limit": 1 }))[0]["id"].clone();
        let now = Times::of(10, |_| {
            drop(call(&door, list, json!({ "every": true })));
            drop(call(&door, around, json!({ "id": first })));
        });
        let beside = format!("all of 18 lists, as before: {}", shown(all.median()));
        let name = format!("what the screen of {what} reads after a change, 10,000 items (median of 10)");
        table.time(&name, now.median(), 200 * MS, &beside);
    }
}

/// The first page of the list of cases, in the order that takes longest.
pub fn cases(table: &mut Table, folder: &Path) {
    let place = Place::made(folder);
    fill::cases(&mut fill::open(&place.ledger(), &place.config), 10_000);
    let door = place.open(Wanted::Read);
    let sorts =
        ["added", "name", "status", "assignee", "changed", "open_points", "rated_share", "accounts", "tag"];
    let mut times: Vec<(&str, Duration)> = sorts
        .into_iter()
        .map(|sort| {
            let page = json!({ "sort": sort, "limit": 50 });
            (sort, Times::of(20, |_| drop(call(&door, "case.list", page.clone()))).median())
        })
        .collect();
    times.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    let all: Vec<String> = times.iter().map(|(sort, time)| format!("{sort} {}", shown(*time))).collect();
    let counts = Times::of(20, |_| drop(call(&door, "case.counts", json!({}))));
    let beside = format!("{}; counts by status {}", all.join(", "), shown(counts.median()));
    let name = call(&door, "case.list", json!({ "limit": 1 }))[0]["name"].clone();
    let found = Times::of(20, |_| drop(call(&door, "case.find", json!({ "words": name }))));
    table.time("a case found by its name among 10,000 (median of 20)", found.median(), 20 * MS, "");
    table.time(
        "first page of 10,000 cases, in the slowest order (median of 20)",
        times[0].1,
        50 * MS,
        &beside,
    );
}

/// The library of 50,000 excerpts: words, their beginnings, one or two characters, every script, within one item.
pub fn excerpts(table: &mut Table, folder: &Path) {
    let place = Place::made(folder);
    fill::excerpts(&mut fill::open(&place.ledger(), &place.config), 50_000);
    let door = place.open(Wanted::Read);
    let item = call(&door, "item.list", json!({ "limit": 1 }))[0]["id"].clone();
    let ways = [
        ("a word", json!({ "words": fill::word(7) })),
        ("two words", json!({ "words": format!("{} {}", fill::word(31), fill::word(38)) })),
        ("a beginning", json!({ "words": "ka" })),
        ("one letter", json!({ "words": "м" })),
        ("Arabic", json!({ "words": "الطائرة" })),
        ("two characters of Chinese", json!({ "words": "兵器" })),
        ("a number that one has", json!({ "words": "49999" })),
        ("what none has", json!({ "words": "qq" })),
        ("label and colour", json!({ "label": fill::word(3), "colour": "green" })),
        ("words of one item", json!({ "words": fill::word(7), "item_id": item })),
    ];
    let mut times: Vec<(&str, Duration)> = ways
        .into_iter()
        .map(|(what, request)| {
            (what, Times::of(50, |_| drop(call(&door, "excerpt.find", request.clone()))).p95())
        })
        .collect();
    times.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
    let all: Vec<String> = times.iter().map(|(what, time)| format!("{what} {}", shown(*time))).collect();
    table.time(
        "50,000 excerpts searched, in the slowest way (p95 of 50)",
        times[0].1,
        20 * MS,
        &all.join(", "),
    );
}
