//! What is kept of a page that is well.

use super::server::{self, Server};
use super::{capture, capture_with, rules};
use std::fs;
use std::io::{Read, Write};
use std::sync::Arc;
use web::{SystemNames, wacz, warc};

#[test]
fn a_page_with_fifty_resources_is_kept_whole() {
    let server = Server::start(|asked, line| server::page(asked, line, 50));
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/page#part"), folder.path()).unwrap();
    assert_eq!(kept.missing, [], "everything came");
    assert_eq!(kept.kept, 51, "the page and fifty things");
    assert_eq!(kept.title.as_deref(), Some("The page"));
    assert_eq!(kept.final_address, server.url("/page"));

    let text = fs::read_to_string(kept.text.as_ref().unwrap()).unwrap();
    assert!(text.starts_with("What happened\n\nLine 4\n\nLine 5\n"), "{text}");
    let page = fs::read_to_string(kept.page.as_ref().unwrap()).unwrap();
    assert_eq!(page.matches("src=\"data:image/png;base64,").count(), 46, "each picture is in it");
    assert!(
        page.contains("url(\"data:font/woff2;base64,"),
        "the face of a style sheet in a style sheet is in it"
    );
    assert!(!page.contains("<script") && !page.contains("s.js"), "no script is");
    assert!(page.contains(&format!("address: {}", server.url("/page"))), "it says where it is from");

    let mut archive = wacz::open(&kept.archive).unwrap();
    let line = &archive.pages()[0];
    assert_eq!((line.url.as_str(), line.title.as_deref()), (server.url("/page").as_str(), Some("The page")));
    assert_eq!(line.text.as_deref(), Some(text.as_str()));
    let main = archive.main(1_000_000).unwrap();
    assert_eq!(main.head.media_type().as_deref(), Some("text/html"));
    assert!(main.body.whole && main.body.bytes.starts_with(b"<!DOCTYPE html>"));
    assert_eq!(archive.index().len(), 51);
    for found in archive.index().to_vec() {
        let record = archive.record(&found, 1_000_000).unwrap();
        assert_eq!(record.url, found.url, "the index leads to the record that it names");
    }
    let script = archive.find(&server.url("/s.js"), None).cloned().unwrap();
    assert_eq!(
        archive.record(&script, 1000).unwrap().body.bytes,
        b"document.title = 'run'",
        "scripts are kept"
    );
    assert_eq!(server.times("/page"), 1, "nothing is asked for twice");
    let asked = server.asked();
    assert!(asked[0].get("user-agent").unwrap().contains("Counterclaim"), "it says who asks");
    assert_eq!(asked[1].get("referer"), Some(server.url("/page").as_str()));
}

#[test]
fn the_exchange_is_kept_byte_for_byte() {
    let answer = b"HTTP/1.1 200   Fine\r\nX-Odd:   a  b\r\nx-odd: c\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\nhello\r\n6;x=y\r\n there\r\n0\r\n\r\n";
    let server = Server::start(move |_, line| {
        line.say(answer);
    });
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/"), folder.path()).unwrap();
    let mut zip = zip::ZipArchive::new(fs::File::open(&kept.archive).unwrap()).unwrap();
    let mut part = zip.by_name("archive/data.warc.gz").unwrap();
    let mut file = tempfile::NamedTempFile::new().unwrap();
    std::io::copy(&mut part, &mut file).unwrap();
    let mut plain = Vec::new();
    flate2::read::MultiGzDecoder::new(fs::File::open(file.path()).unwrap()).read_to_end(&mut plain).unwrap();
    assert!(plain.windows(answer.len()).any(|part| part == answer), "the answer stands in it as it came");
    let asked = "GET / HTTP/1.1\r\n";
    assert!(plain.windows(asked.len()).any(|part| part == asked.as_bytes()), "and the question as it went");
    let kinds: Vec<String> = warc::index(file.path()).unwrap().into_iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, ["warcinfo", "response", "request"]);
    assert_eq!(fs::read_to_string(kept.text.unwrap()).unwrap(), "hello there\n");
}

#[test]
fn redirects_are_followed_and_written_down() {
    let server = Server::start(|asked, line| match asked.path.as_str() {
        "/a" => line.lead(301, "/b?x=1"),
        "/b?x=1" => line.lead(302, "c"),
        "/c" => line.answer("text/html", "<p>here"),
        _ => line.lead(404, "/"),
    });
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/a"), folder.path()).unwrap();
    assert_eq!(kept.address, server.url("/a"));
    assert_eq!(kept.final_address, server.url("/c"));
    let steps: Vec<(u16, String)> = kept.redirects.iter().map(|one| (one.status, one.to.clone())).collect();
    assert_eq!(steps, [(301, server.url("/b?x=1")), (302, server.url("/c"))]);
    let mut archive = wacz::open(&kept.archive).unwrap();
    assert_eq!(archive.index().len(), 3, "each step is in the archive");
    assert_eq!(archive.main(1000).unwrap().body.bytes, b"<p>here");
    let first = archive.find(&server.url("/a"), None).cloned().unwrap();
    assert_eq!(archive.record(&first, 1000).unwrap().head.status, 301);
}

#[test]
fn a_circle_that_only_a_cookie_ends_is_left() {
    let server = Server::start(|asked, line| match asked.get("cookie") {
        Some("seen=1") => line.answer("text/html", "<p>in"),
        _ => {
            line.say("HTTP/1.1 302 Found\r\nSet-Cookie: seen=1; Path=/\r\nLocation: /\r\nContent-Length: 0\r\n\r\n");
        }
    });
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/"), folder.path()).unwrap();
    assert_eq!(fs::read_to_string(kept.text.unwrap()).unwrap(), "in\n");
    let again = capture(&server.url("/"), folder.path()).unwrap();
    assert_eq!(again.redirects.len(), 1, "cookies end with their capture");
}

#[test]
fn letters_and_packing_are_those_of_the_server() {
    let server = Server::start(|_, line| {
        let page = [b"<title>".as_slice(), &[0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], b"</title><p>x"].concat();
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(&page).unwrap();
        let packed = packed.finish().unwrap();
        line.say(format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n",
            packed.len()
        ));
        line.say(packed);
    });
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/"), folder.path()).unwrap();
    assert_eq!(kept.title.as_deref(), Some("Привет"));
}

#[test]
fn what_is_no_page_is_kept_as_the_file_that_it_is() {
    let server = Server::start(|_, line| line.answer("application/pdf", b"%PDF-1.7 x"));
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/files/report%20one.pdf?x"), folder.path()).unwrap();
    let (file, name) = kept.file.unwrap();
    assert_eq!(
        (fs::read(file).unwrap().as_slice(), name.as_str()),
        (b"%PDF-1.7 x".as_slice(), "report%20one.pdf")
    );
    assert!(kept.page.is_none() && kept.text.is_none(), "there is no page to read");
    assert!(wacz::open(&kept.archive).is_ok(), "the exchange is kept all the same");
}

#[test]
fn what_could_not_be_had_is_named() {
    let server = Server::start(|asked, line| match asked.path.as_str() {
        "/" => line.answer("text/html", "<img src=gone.png><img src=short.png><img src=broken.png><p>words"),
        "/short.png" => {
            line.say("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 1000\r\n\r\nabc");
        }
        "/broken.png" => {
            line.say("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
        }
        _ => {
            line.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        }
    });
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/"), folder.path()).unwrap();
    let mut missing: Vec<&str> =
        kept.missing.iter().map(|one| one.address.rsplit('/').next().unwrap()).collect();
    missing.sort_unstable();
    assert_eq!(missing, ["broken.png", "gone.png", "short.png"], "{:?}", kept.missing);
    assert_eq!(fs::read_to_string(kept.text.unwrap()).unwrap(), "words\n");
}

#[test]
fn it_can_be_stopped_and_leaves_nothing() {
    let server = Server::start(|asked, line| match asked.path.as_str() {
        "/" => line.answer("text/html", "<img src=slow.png>"),
        _ => line.wait(3000),
    });
    let folder = tempfile::tempdir().unwrap();
    let began = std::time::Instant::now();
    let wish = web::Wish {
        address: &server.url("/"),
        rules: rules(),
        names: Arc::new(SystemNames),
        folder: folder.path(),
        software: "test",
        operator: None,
        reason: None,
    };
    let stopped = web::capture(&wish, &mut |step| step.done == 0);
    assert!(matches!(stopped, Err(web::Failure::Stopped)), "{stopped:?}");
    assert!(began.elapsed().as_millis() < 2500, "it does not wait for the server");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "no half capture stays");
}

#[test]
fn a_page_with_more_than_is_taken_is_kept_without_the_rest() {
    let server = Server::start(|asked, line| server::page(asked, line, 100));
    let folder = tempfile::tempdir().unwrap();
    let kept = capture_with(&server.url("/page"), rules(), Arc::new(SystemNames), folder.path()).unwrap();
    assert_eq!(kept.kept, 61, "the page and sixty things");
    assert_eq!(
        kept.missing.len(),
        39,
        "those that are known of are named; a style sheet among them would have told of one more"
    );
}

/// A double of the archive that speaks its protocol: takes a job, works for a while, says where the page is.
fn archive(last: &'static str) -> Server {
    let looks = std::sync::atomic::AtomicUsize::new(0);
    Server::start(move |asked, line| match (asked.method.as_str(), asked.path.as_str()) {
        ("POST", "/save") => {
            assert_eq!(asked.get("authorization"), Some("LOW key:secret"), "who asks");
            assert_eq!(asked.body, "url=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1", "what for");
            line.answer("application/json", r#"{"url":"https://example.org/a?b=1","job_id":"spn2-ab12"}"#);
        }
        ("GET", "/save/status/spn2-ab12") => match looks.fetch_add(1, std::sync::atomic::Ordering::Relaxed) {
            0 => line.answer("application/json", r#"{"status":"pending","job_id":"spn2-ab12"}"#),
            _ => line.answer("application/json", last),
        },
        _ => line.lead(302, "/"),
    })
}

fn saving(service: &str) -> Result<web::Saved, web::Failure> {
    let saving = web::Saving {
        address: "https://example.org/a?b=1#c",
        service,
        keys: Some(("key".to_owned(), "secret".to_owned())),
        rules: rules(),
        names: Arc::new(SystemNames),
    };
    web::save(&saving, &mut || true)
}

#[test]
fn a_page_is_saved_to_the_archive_when_it_says_so() {
    let good = archive(
        r#"{"status":"success","timestamp":"20261122081500","original_url":"https://example.org/a?b=1"}"#,
    );
    let saved = saving(&good.url("/")).unwrap();
    assert_eq!(saved.archived, "https://web.archive.org/web/20261122081500/https://example.org/a?b=1");
    assert_eq!(web::recognise(&saved.archived).unwrap().date.as_deref(), Some("2026-11-22"));
    let bad = archive(r#"{"status":"error","exception":"x","message":"The server is blocked."}"#);
    let refused = saving(&bad.url("/")).unwrap_err();
    assert!(refused.to_string().contains("The server is blocked."), "its own words: {refused}");
    let broken = Server::start(|_, line| line.answer("text/html", "<p>busy"));
    assert!(saving(&broken.url("/")).is_err(), "what is no answer of an archive is none");
}
