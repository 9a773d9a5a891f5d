//! Pages of the web through the door: captured, compared, saved to an archive, refused; from servers of our own on loopback.

#[path = "../../crates/web/tests/fetch/server.rs"]
mod server;

use crate::support::{MARR, Work, list, text};
use api::{Context, Progress, Watch};
use serde_json::{Value, json};
use server::Server;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

fn allowed(work: &Work) {
    work.call("network.set", json!({ "private": true, "all_seconds": 20, "one_seconds": 5 }));
}

fn item(work: &Work, url: Option<&str>) -> String {
    work.id("item.add", json!({ "name": "A page", "kind": "web_page", "reading": "read", "url": url }))
}

fn fetches(work: &Work, item: &str) -> Vec<Value> {
    list(&work.call("fetch.list", json!({ "item_id": item }))).to_vec()
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, |all| {
        all.flatten().map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
    })
}

#[test]
fn a_page_is_captured_in_one_operation() {
    let server = Server::start(|asked, line| server::page(asked, line, 12));
    let work = Work::new();
    allowed(&work);
    let item = item(&work, Some(&server.url("/page")));
    let before = work.newest();
    let kept = work.call("web.capture", json!({ "item_id": item, "reason": "It may be taken down" }));
    assert_ne!(work.newest(), before, "it is in the history");
    let parts: Vec<String> = list(&kept["captures"]).iter().map(|one| text(&one["part"])).collect();
    assert_eq!(parts, ["archive", "page", "text"]);
    let archive = &kept["captures"][0];
    assert_eq!(archive["media_type"], json!("application/wacz"));
    assert_eq!(kept["captures"][1]["made_from_id"], archive["uuid"], "the copy was made from the archive");
    for capture in list(&kept["captures"]) {
        assert_eq!(capture["address"], json!(server.url("/page")));
        assert_eq!(capture["final_address"], json!(server.url("/page")));
        assert_eq!(capture["reason"], json!("It may be taken down"));
        assert!(text(&capture["tool"]).starts_with("Counterclaim "), "with what it was captured");
        assert_eq!(work.call("capture.check", json!({ "id": capture["uuid"] }))["state"], json!("intact"));
    }
    assert_eq!((&kept["kept"], &kept["missing"]), (&json!(13), &json!([])));
    let shown = work.call("item.show", json!({ "id": item }));
    assert!(!shown["accessed"].is_null(), "the day it was looked at");
    let tried = fetches(&work, &item);
    assert_eq!(tried.len(), 1);
    assert_eq!(tried[0]["state"], json!("kept"));
    assert_eq!(tried[0]["capture_id"], archive["uuid"]);
    assert_eq!(files(&work.root().join("local/fetching")), 0, "nothing is left over");
    work.verified();
    work.call("history.undo", json!({}));
    assert!(fetches(&work, &item).is_empty(), "one undo takes all of it back");
    work.verified();
}

#[test]
fn a_failed_attempt_is_written_down_and_can_be_tried_again() {
    let down = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&down);
    let server = Server::start(move |_, line| match count.fetch_add(1, Ordering::Relaxed) {
        0 => {
            line.say("HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n");
        }
        _ => line.answer("text/html", "<p>words"),
    });
    let work = Work::new();
    allowed(&work);
    let item = item(&work, None);
    let request = json!({ "item_id": item, "address": server.url("/") });
    let refused = work.refused("web.capture", request.clone());
    assert_eq!((&refused["code"], &refused["params"]["status"]), (&json!("unreachable_page"), &json!(503)));
    assert!(list(&work.call("capture.list", json!({}))).is_empty(), "never half a capture");
    assert_eq!(files(&work.root().join("files")), 0, "nor a file of one");
    let tried = fetches(&work, &item);
    assert_eq!((&tried[0]["state"], &tried[0]["problem"]), (&json!("failed"), &json!("unreachable_page")));
    work.call("web.capture", request);
    let states: Vec<String> = fetches(&work, &item).iter().map(|one| text(&one["state"])).collect();
    assert_eq!(states, ["failed", "kept"]);
    work.verified();
}

#[test]
fn private_addresses_are_refused_and_the_network_can_be_off() {
    let canary = Server::start(|_, line| line.answer("text/html", "<p>secret"));
    let work = Work::new();
    let item = item(&work, None);
    let request = json!({ "item_id": item, "address": canary.url("/") });
    assert_eq!(work.code("web.capture", request.clone()), "refused_address");
    assert_eq!(fetches(&work, &item)[0]["state"], json!("refused"));
    assert_eq!(work.code("web.capture", json!({ "item_id": item, "address": "example" })), "invalid");
    assert_eq!(fetches(&work, &item).len(), 1, "what is no address is no attempt");
    work.call("network.set", json!({ "off": true, "private": true }));
    assert_eq!(work.code("web.capture", request.clone()), "network_off");
    std::fs::write(work.root().join("local/network.json"), "torn").unwrap();
    assert_eq!(
        work.code("web.capture", request.clone()),
        "network_off",
        "settings that do not read allow nothing"
    );
    assert_eq!(canary.asked().len(), 0, "the canary heard nothing");
    work.call("network.set", json!({ "off": false, "private": true }));
    work.call("web.capture", request);
    assert_eq!(canary.asked().len(), 1, "until it was allowed");
}

#[test]
fn a_fetch_can_be_stopped_and_others_write_meanwhile() {
    let server = Server::start(|asked, line| match asked.path.as_str() {
        "/" => line.answer("text/html", "<img src=slow.png>"),
        _ => line.wait(4000),
    });
    let work = Work::new();
    allowed(&work);
    let item = item(&work, Some(&server.url("/")));
    let seen = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&seen);
    let watch = Watch::new(move |progress: &Progress| {
        assert_eq!(progress.stage, "resources");
        // Long enough for another write to come through.
        count.fetch_add(1, Ordering::Relaxed) < 12
    });
    let context = Context { editor: Some(MARR.to_owned()), watch: Some(watch), ..Context::default() };
    let answer = std::thread::scope(|scope| {
        let fetching = scope.spawn(|| work.door().call("web.capture", json!({ "item_id": item }), &context));
        while seen.load(Ordering::Relaxed) < 3 {
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        let began = std::time::Instant::now();
        work.call("case.add", json!({ "name": "Written meanwhile" }));
        assert!(
            began.elapsed().as_millis() < 900,
            "a write does not wait for the fetch: {:?}",
            began.elapsed()
        );
        assert!(!fetching.is_finished(), "which is still under way");
        fetching.join().unwrap()
    });
    assert_eq!(serde_json::to_value(answer.unwrap_err()).unwrap()["code"], json!("stopped"));
    assert_eq!(fetches(&work, &item)[0]["state"], json!("cancelled"));
    assert!(list(&work.call("capture.list", json!({}))).is_empty(), "never half a capture");
    assert_eq!(files(&work.root().join("local/fetching")), 0, "nothing is left over");
}

#[test]
fn two_captures_are_compared_and_the_excerpts_named() {
    let times = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&times);
    let server = Server::start(move |_, line| {
        let toll = if count.fetch_add(1, Ordering::Relaxed) == 0 { "Seventy" } else { "Eighty" };
        line.answer(
            "text/html; charset=utf-8",
            format!("<h1>The week</h1><p>{toll} people died.</p><p>Счёт идёт.</p>"),
        );
    });
    let work = Work::new();
    allowed(&work);
    let item = item(&work, Some(&server.url("/")));
    let first = work.call("web.capture", json!({ "item_id": item }));
    let text_of = &first["captures"][2]["uuid"];
    work.call("excerpt.add", json!({ "capture_id": text_of, "quote": "Seventy people" }));
    work.call("excerpt.add", json!({ "capture_id": text_of, "quote": "Счёт идёт." }));
    let second = work.call("web.capture", json!({ "item_id": item }));
    let compared = work.call("web.compare", json!({ "before_id": first["id"], "after_id": second["id"] }));
    assert_eq!(
        (&compared["same"], &compared["places"], &compared["standing"]),
        (&json!(false), &json!(1), &json!(1))
    );
    assert_eq!(compared["touched"][0]["name"], json!("Seventy people"));
    let parts = list(&compared["changes"][0]["parts"]);
    assert_eq!((&parts[0]["became"], &parts[0]["words"]), (&json!("gone"), &json!("Seventy")));
    assert_eq!((&parts[1]["became"], &parts[1]["words"]), (&json!("new"), &json!("Eighty")));
    let same = work.call("web.compare", json!({ "before_id": second["id"], "after_id": second["id"] }));
    assert_eq!(same["same"], json!(true));
    work.verified();
}

#[test]
fn a_file_is_kept_as_it_is() {
    let server = Server::start(|_, line| line.answer("application/pdf", b"%PDF-1.7\nx"));
    let work = Work::new();
    allowed(&work);
    let kept =
        work.call("web.capture", json!({ "address": server.url("/report.pdf"), "name": "The report" }));
    assert_eq!(kept["captures"][1]["name"], json!("report.pdf"));
    assert_eq!(kept["captures"][1]["media_type"], json!("application/pdf"));
    let shown = work.call("item.show", json!({ "id": kept["item_id"] }));
    assert_eq!((&shown["name"], &shown["url"]), (&json!("The report"), &json!(server.url("/report.pdf"))));
}

#[test]
fn addresses_of_archives_are_recognised_and_kept_apart() {
    let work = Work::new();
    let archived = "https://web.archive.org/web/20170407123456/https://example.org/a";
    let one = item(&work, Some(archived));
    let record = work.call("item.show", json!({ "id": one })).clone();
    assert_eq!((&record["url"], &record["archive_url"]), (&json!("https://example.org/a"), &json!(archived)));
    assert_eq!((&record["archive"], &record["archive_date"]), (&json!("wayback"), &json!("2017-04-07")));
    let two = item(&work, Some("https://example.org/b"));
    let perma = "https://perma.cc/T8U2-994F";
    work.call("item.edit", json!({ "id": two, "set": { "archive_url": perma } }));
    let record = work.call("item.show", json!({ "id": two })).clone();
    assert_eq!((&record["archive"], &record["archive_url"]), (&json!("perma"), &json!(perma)));
    assert_eq!(record["url"], json!("https://example.org/b"), "the page's own address stays");
    work.call("item.edit", json!({ "id": two, "set": { "archive_url": null } }));
    assert_eq!(work.call("item.show", json!({ "id": two }))["archive"], Value::Null);
}

/// Every command of the web and the network, once: for the test that calls the whole table.
pub fn every_command(work: &Work) {
    let server = Server::start(|asked, line| match (asked.method.as_str(), asked.path.as_str()) {
        ("POST", "/save") => line.answer("application/json", r#"{"job_id":"spn2-1"}"#),
        ("GET", "/save/status/spn2-1") => line.answer(
            "application/json",
            r#"{"status":"success","timestamp":"20261122081500","original_url":"https://example.org/page"}"#,
        ),
        _ => line.answer("text/html", "<p>words"),
    });
    let page = item(work, Some(&server.url("/page")));
    assert_eq!(
        work.code("web.save_to_wayback", json!({ "item_id": page })),
        "network_off",
        "nobody allowed it"
    );
    let set = json!({ "private": true, "wayback": true, "wayback_service": server.url("/"), "proxy": "", "user_agent": "A desk" });
    assert_eq!(work.call("network.set", set)["user_agent"], json!("A desk"));
    assert_eq!(work.call("network.show", json!({}))["private"], json!(true));
    let kept = work.call("web.capture", json!({ "item_id": page }));
    work.call("web.compare", json!({ "before_id": kept["id"], "after_id": kept["id"] }));
    let saved = work.call("web.save_to_wayback", json!({ "item_id": page }));
    assert_eq!(saved["record"]["archive"], json!("wayback"));
    assert_eq!(saved["record"]["archive_date"], json!("2026-11-22"));
}

#[test]
fn a_proxy_s_password_is_never_shown() {
    let work = Work::new();
    let shown = work.call("network.set", json!({ "proxy": "http://me:secret@proxy.example:3128" }));
    assert!(!shown.to_string().contains("secret"), "{shown}");
    work.call("network.set", json!({ "proxy": shown["proxy"] }));
    let kept = std::fs::read_to_string(work.root().join("local/network.json")).unwrap();
    assert!(kept.contains("me:secret@"), "sent back hidden, it stays what it was");
    for (field, value) in
        [("proxy", json!("socks://x")), ("one_megabytes", json!(9999)), ("user_agent", json!("a\nb"))]
    {
        let refused = work.refused("network.set", json!({ field: value }));
        assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!(field)));
    }
}
