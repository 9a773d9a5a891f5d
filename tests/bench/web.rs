//! Capturing a page from loopback: the fetch, the archive, the copy, the text, the shelf and the operation.

#[path = "../../crates/web/tests/fetch/server.rs"]
mod server;

use crate::cases::Place;
use crate::measure::{Table, Times};
use api::{Context, Wanted};
use serde_json::json;
use server::Server;
use std::path::Path;
use std::time::Duration;

/// A page with fifty resources, kept as one operation.
pub fn capture(table: &mut Table, folder: &Path) {
    let server = Server::start(|asked, line| server::page(asked, line, 50));
    let place = Place::made(folder);
    let door = place.open(Wanted::Write);
    let context = Context { editor: Some("I. Marr".to_owned()), ..Context::default() };
    let call = |name: &str, request| door.call(name, request, &context).unwrap();
    call("network.set", json!({ "private": true }));
    let mut kept = 0;
    let times = Times::of(20, |_| {
        let captured = call("web.capture", json!({ "address": server.url("/page") }));
        kept = captured["kept"].as_u64().unwrap();
    });
    let beside = format!("p95 {:?}; {kept} answers, in a WACZ, a copy and a text", times.p95());
    table.time(
        "a page with 50 resources captured from loopback",
        times.median(),
        Duration::from_secs(1),
        &beside,
    );
}
