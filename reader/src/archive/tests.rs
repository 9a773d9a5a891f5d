//! Archives that are made here, whole and broken.

use super::*;
use crate::samples::zipped;
use crate::{Problem, text};
use std::io::Write;

fn record(kind: &str, address: &str, block: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http;msgtype={kind}\r\nContent-Length: {}\r\n\r\n",
        block.len()
    )
    .into_bytes();
    out.extend_from_slice(block);
    out.extend_from_slice(b"\r\n\r\n");
    out
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn answer(head: &str, body: &[u8]) -> Vec<u8> {
    [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat()
}

fn archive() -> Vec<Vec<u8>> {
    let page = "<title>t</title><p>Хан-Шейхун</p>".as_bytes();
    let chunked = [
        b"5\r\n",
        &page[..5],
        b"\r\n",
        format!("{:x}\r\n", page.len() - 5).as_bytes(),
        &page[5..],
        b"\r\n0\r\n\r\n",
    ]
    .concat();
    vec![
        record("warcinfo", "", b"software: x\r\n"),
        record(
            "response",
            "https://a.example/moved",
            b"HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\nLocation: /\r\n\r\nmoved",
        ),
        record("request", "https://a.example/", b"GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://a.example/frame", &answer("Content-Type: text/html", b"<p>another page")),
        record(
            "response",
            "https://a.example/",
            &answer("Content-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked", &chunked),
        ),
    ]
}

fn wacz(warc: &[u8]) -> Vec<u8> {
    let pages = b"{\"format\":\"json-pages-1.0\",\"id\":\"pages\"}\n{\"url\":\"https://a.example/\",\"ts\":\"2026-01-01T00:00:00Z\"}\n";
    zipped(&[
        ("datapackage.json", b"{}"),
        ("archive/data.warc.gz", warc),
        ("pages/pages.jsonl", pages),
        ("indexes/index.cdx", b""),
    ])
}

#[test]
fn the_page_of_an_archive_is_found() {
    let whole = archive().concat();
    assert_eq!(Kind::of(&whole), Kind::Warc);
    let (main, _) = page(&whole, Kind::Warc).unwrap();
    assert_eq!(main.address.as_deref(), Some("https://a.example/frame"), "the first that was answered well");
    let packed: Vec<u8> = archive().iter().flat_map(|record| gzip(record)).collect();
    let wacz = wacz(&packed);
    assert_eq!(Kind::of(&wacz), Kind::Wacz);
    let (main, _) = page(&wacz, Kind::Wacz).unwrap();
    assert_eq!(main.address.as_deref(), Some("https://a.example/"), "the one that the list of pages names");
    assert_eq!(text::read(&wacz, Kind::Wacz).unwrap().text, "Хан-Шейхун", "its text, chunks joined");
}

#[test]
fn transports_are_undone() {
    let body = b"<p>packed words".repeat(20);
    let mut brotli = Vec::new();
    // An uncompressed brotli stream: one last-but-one meta-block of plain bytes, and an empty last one.
    let length = (body.len() - 1) as u32;
    let head = (length << 4) | (1 << 20);
    brotli.extend_from_slice(&head.to_le_bytes()[..3]);
    brotli.extend_from_slice(&body);
    brotli.push(3);
    for (name, packed) in [("gzip", gzip(&body)), ("br", brotli)] {
        let block = answer(&format!("Content-Type: text/html\r\nContent-Encoding: {name}"), &packed);
        let (main, _) = page(&record("response", "https://a.example/", &block), Kind::Warc).unwrap();
        assert_eq!(main.bytes, body, "{name}");
    }
}

#[test]
fn archives_that_lie_are_refused() {
    let lie = |length: &str| {
        format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: x\r\nContent-Length: {length}\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"
        )
    };
    let refused = |bytes: &[u8], kind| page(bytes, kind).unwrap_err().problem;
    assert_eq!(refused(lie("4294967296").as_bytes(), Kind::Warc), Problem::TooLarge, "4 GB are declared");
    assert_eq!(refused(lie("18446744073709551615").as_bytes(), Kind::Warc), Problem::TooLarge);
    assert_eq!(refused(lie("-1").as_bytes(), Kind::Warc), Problem::Unreadable);
    assert_eq!(refused(lie("1000").as_bytes(), Kind::Warc), Problem::Unreadable, "cut off");
    assert_eq!(refused(b"WARC/1.0\r\n", Kind::Warc), Problem::Unreadable);
    assert_eq!(refused(b"", Kind::Warc), Problem::Unreadable);
    assert_eq!(refused(b"PK\x03\x04", Kind::Wacz), Problem::Unreadable);
    assert_eq!(refused(&zipped(&[("a.txt", b"x")]), Kind::Wacz), Problem::Unreadable, "no archive inside");
}

#[test]
fn bombs_are_refused_before_they_burst() {
    let zeros = vec![b'0'; 80 * 1024 * 1024];
    let bomb =
        answer("Content-Type: text/html\r\nContent-Encoding: gzip", &gzip(&[&zeros[..], &zeros].concat()));
    let problem = page(&record("response", "https://a.example/", &bomb), Kind::Warc).unwrap_err().problem;
    assert_eq!(problem, Problem::TooLarge, "160 MB out of 160 KB, in an answer");
    let docx = zipped(&[("[Content_Types].xml", b""), ("word/document.xml", &zeros)]);
    assert!(docx.len() < 1_000_000, "it is small");
    assert_eq!(Kind::of(&docx), Kind::Docx);
    assert_eq!(
        text::read(&docx, Kind::Docx).unwrap_err().problem,
        Problem::TooLarge,
        "80 MB of words in a document"
    );
    let big = record("response", "https://a.example/", &answer("Content-Type: text/html", &zeros));
    let wacz = wacz(&gzip(&[&big[..], &big].concat()));
    assert_eq!(page(&wacz, Kind::Wacz).unwrap_err().problem, Problem::TooLarge, "a web archive that swells");
}

#[test]
fn names_that_point_elsewhere_are_not_looked_at() {
    let packed = zipped(&[
        ("../../archive/x.warc", b"x"),
        ("/archive/y.warc", b"y"),
        ("archive/../../z.warc", b"z"),
        ("a\\b", b""),
        ("archive/q.txt", b""),
    ]);
    assert_eq!(zip::Packed::open(&packed).unwrap().names(), ["archive/q.txt"]);
}

#[test]
fn a_saved_page_gives_its_page_and_its_pictures() {
    let mhtml = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: t\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n\r\n--b\r\nContent-Type: text/html\r\n\
        Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/\r\n\r\n<meta charset=3D\"utf-8\"><p>=D0=A5=D0=B0=D0=BD</p><img src=3D\"https://a.example/p.png\">\r\n\
        --b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://a.example/p.png\r\n\r\n\
        iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\r\n--b--\r\n";
    assert_eq!(Kind::of(mhtml.as_bytes()), Kind::Mhtml);
    assert_eq!(text::read(mhtml.as_bytes(), Kind::Mhtml).unwrap().text, "Хан");
    let page = crate::page::read(mhtml.as_bytes(), Kind::Mhtml).unwrap();
    assert!(page.html.contains("src=\"data:image/png;base64,"), "its picture is in the copy: {}", page.html);
    assert_eq!(page.address.as_deref(), Some("https://a.example/"));
}
