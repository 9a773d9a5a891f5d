//! Servers that are broken or mean harm: a clear refusal, in bounded time and memory, and nothing is kept.

use super::server::Server;
use super::{capture, capture_with, refused, rules};
use std::fs;
use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};
use web::{Failure, Limits, Reach, Rules, SystemNames};

fn quick() -> Rules {
    let limits = Limits {
        one_time: Duration::from_millis(700),
        all_time: Duration::from_millis(1500),
        ..rules().limits
    };
    Rules { limits, ..rules() }
}

#[test]
fn a_server_that_says_nothing_or_drips_is_left() {
    for drips in [false, true] {
        let server = Server::start(move |_, line| {
            line.say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            for _ in 0..50 {
                if drips && !line.say("x") {
                    return;
                }
                line.wait(100);
            }
        });
        let began = Instant::now();
        let failure = refused(&server.url("/"), quick());
        assert!(matches!(failure, Failure::TooSlow { .. }), "{failure:?}");
        assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    }
}

#[test]
fn a_page_whose_things_never_come_is_kept_without_them_when_time_is_over() {
    let server = Server::start(|asked, line| match asked.path.as_str() {
        "/" => line.answer("text/html", "<img src=1><img src=2><p>words"),
        _ => line.wait(6000),
    });
    let folder = tempfile::tempdir().unwrap();
    let kept = capture_with(&server.url("/"), quick(), Arc::new(SystemNames), folder.path()).unwrap();
    assert_eq!(kept.missing.len(), 2, "{:?}", kept.missing);
}

#[test]
fn more_than_is_taken_is_refused_while_it_comes() {
    let endless = Server::start(|_, line| {
        line.say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
        while line.say([b'x'; 60_000]) {}
    });
    let failure = refused(&endless.url("/"), rules());
    assert!(matches!(failure, Failure::TooLarge { limit: 1_000_000, .. }), "{failure:?}");
    let declared = Server::start(|_, line| {
        line.say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 4294967296\r\n\r\nx");
        line.wait(300);
    });
    let failure = refused(&declared.url("/"), quick());
    assert!(matches!(failure, Failure::Unreachable { .. } | Failure::TooSlow { .. }), "{failure:?}");
    let heads = Server::start(|_, line| {
        line.say("HTTP/1.1 200 OK\r\n");
        while line.say(format!("X-{}: y\r\n", "z".repeat(4000))) {}
    });
    let failure = refused(&heads.url("/"), rules());
    assert!(matches!(failure, Failure::Unreachable { .. } | Failure::TooLarge { .. }), "{failure:?}");
}

#[test]
fn a_bomb_is_refused() {
    let server = Server::start(|asked, line| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&vec![b' '; 50_000_000]).unwrap();
        let packed = packed.finish().unwrap();
        match asked.path.as_str() {
            "/with" => line.answer("text/html", "<link rel=stylesheet href=/><p>words"),
            _ => {
                line.say(format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", packed.len()));
                line.say(packed);
            }
        }
    });
    let failure = refused(&server.url("/"), rules());
    assert!(matches!(failure, Failure::TooLarge { limit: 500_000, .. }), "{failure:?}");
    let folder = tempfile::tempdir().unwrap();
    let kept = capture(&server.url("/with"), folder.path()).unwrap();
    assert_eq!(kept.missing.len(), 1, "a bomb in a style sheet is left out of the copy, and named");
    assert_eq!(fs::read_to_string(kept.text.unwrap()).unwrap(), "words\n");
}

#[test]
fn what_is_broken_is_refused_in_words() {
    for (answer, why) in [
        ("", Reach::Broken),
        ("hello\r\n\r\n", Reach::Broken),
        ("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\nshort", Reach::Broken),
        ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Reach::Broken),
        (
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
            Reach::Broken,
        ),
        (
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nabcd",
            Reach::Broken,
        ),
        ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", Reach::Status),
        ("HTTP/1.1 503 Later\r\nContent-Length: 0\r\n\r\n", Reach::Status),
        ("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n", Reach::Redirects),
    ] {
        let server = Server::start(move |_, line| {
            line.say(answer);
        });
        let failure = refused(&server.url("/"), rules());
        assert!(
            matches!(failure, Failure::Unreachable { why: found, .. } if found == why),
            "{answer:?}: {failure:?}"
        );
    }
}

#[test]
fn nobody_there_and_no_such_name_are_told_apart() {
    let port = Server::start(|_, _| {}).port();
    std::thread::sleep(Duration::from_millis(50));
    let failure = refused(&format!("http://127.0.0.1:{port}/"), rules());
    assert!(
        matches!(failure, Failure::Unreachable { why: Reach::Connection | Reach::Broken, .. }),
        "{failure:?}"
    );
    let folder = tempfile::tempdir().unwrap();
    let offline = super::told(|_, _| Vec::new());
    let failure = capture_with("https://example.org/", rules(), offline, folder.path()).unwrap_err();
    assert!(matches!(failure, Failure::Unreachable { why: Reach::Name, .. }), "{failure:?}");
}

#[test]
fn a_server_without_a_certificate_that_can_be_trusted_is_not_asked() {
    let server = Server::start(|_, line| {
        line.say("HTTP/1.1 200 OK\r\n\r\n");
    });
    let failure = refused(&server.url("/").replace("http:", "https:"), quick());
    assert!(matches!(failure, Failure::Unreachable { .. } | Failure::TooSlow { .. }), "{failure:?}");
    assert!(server.asked().iter().all(|asked| asked.method != "GET"), "nothing is asked in the open");
    let bad = Rules { certificates: Some(b"no certificate".to_vec()), ..rules() };
    assert!(matches!(refused("https://example.org/", bad), Failure::Setting { setting: "certificates", .. }));
    let bad = Rules { proxy: Some("socks://x".to_owned()), ..rules() };
    assert!(matches!(refused("https://example.org/", bad), Failure::Setting { setting: "proxy", .. }));
}
