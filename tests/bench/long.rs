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
