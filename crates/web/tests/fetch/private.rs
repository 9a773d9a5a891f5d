//! What must never be asked: a canary on loopback that hears nothing, whichever way it is called.

use super::server::{Asked, Line, Server};
use super::{capture, capture_with, rules, told};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use web::{Failure, Names, Rules, SystemNames};

fn strict() -> Rules {
    Rules { private: false, ..rules() }
}

#[test]
fn loopback_is_refused_unless_it_is_allowed() {
    let canary = Server::start(|_, line| line.answer("text/html", "<p>secret"));
    let folder = tempfile::tempdir().unwrap();
    for address in [
        canary.url("/"),
        canary.url("/").replace("127.0.0.1", "localhost"),
        canary.url("/").replace("127.0.0.1", "[::ffff:127.0.0.1]"),
    ] {
        let failure = capture_with(&address, strict(), Arc::new(SystemNames), folder.path()).unwrap_err();
        assert!(matches!(failure, Failure::Refused { .. }), "{address}: {failure:?}");
    }
    assert_eq!(canary.asked().len(), 0, "the canary heard nothing");
    assert!(capture(&canary.url("/"), folder.path()).is_ok(), "it can be heard when it is allowed");
}

#[test]
fn a_name_that_leads_inside_is_refused() {
    let canary = Server::start(|_, line| line.answer("text/html", "<p>secret"));
    let port = canary.port();
    let folder = tempfile::tempdir().unwrap();
    // One good number among bad ones helps nothing.
    for numbers in [
        vec!["127.0.0.1"],
        vec!["93.184.216.34", "127.0.0.1"],
        vec!["::1"],
        vec!["10.0.0.1"],
        vec!["::ffff:127.0.0.1"],
    ] {
        let list: Vec<SocketAddr> =
            numbers.iter().map(|number| SocketAddr::new(number.parse().unwrap(), port)).collect();
        let names = told(move |_, _| list.clone());
        let failure = capture_with(&format!("http://news.example:{port}/"), strict(), names, folder.path())
            .unwrap_err();
        assert!(matches!(failure, Failure::Refused { .. }), "{numbers:?}: {failure:?}");
    }
    assert_eq!(canary.asked().len(), 0, "the canary heard nothing");
}

#[test]
fn a_name_is_looked_up_once_and_the_connection_goes_to_that_number() {
    let right = Server::start(|_, line| line.answer("text/html", "<p>right"));
    let canary = Server::start(|_, line| line.answer("text/html", "<p>secret"));
    let (first, second) = (right.port(), canary.port());
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    // A server of names that answers well once, and then with the canary.
    let names = told(move |_, _| {
        let port = if count.fetch_add(1, Ordering::Relaxed) == 0 { first } else { second };
        vec![SocketAddr::from(([127, 0, 0, 1], port))]
    });
    let folder = tempfile::tempdir().unwrap();
    let kept = capture_with("http://rebinding.example/", rules(), names, folder.path()).unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 1, "one look for one connection");
    assert_eq!(std::fs::read_to_string(kept.text.unwrap()).unwrap(), "right\n");
    assert_eq!(canary.asked().len(), 0, "the canary heard nothing");
}

/// Stands for the public web, which tests cannot ask: a proxy that answers for every name.
fn public_web(answer: impl Fn(&Asked, &mut Line) + Send + Sync + 'static) -> Server {
    Server::start(move |asked, line| {
        assert_eq!(asked.method, "CONNECT", "a proxy is asked to lead on");
        line.say("HTTP/1.1 200 Connected\r\n\r\n");
        if let Some(inner) = line.next() {
            answer(&inner, line);
        }
    })
}

#[test]
fn redirects_and_things_that_lead_inside_are_refused() {
    let canary = Server::start(|_, line| line.answer("image/png", "secret"));
    let to = canary.url("/x");
    let proxy = public_web(move |asked, line| {
        match asked.path.as_str() {
        "/redirect" => line.lead(302, &to),
        "/name" => line.lead(302, &to.replace("127.0.0.1", "localhost")),
        "/file" => line.lead(302, "file:///etc/passwd"),
        "/thing" => line.lead(307, &to),
        "/s.css" => line.answer("text/css", format!("@import '{to}'; a {{ background: url({to}) }}")),
        _ => line.answer(
            "text/html",
            format!(
                "<link rel=stylesheet href=/s.css><img src='{to}'><img src=/thing><link rel=stylesheet href='{to}'>\
                 <style>@import '{to}'; a{{background:url({to})}}</style><meta http-equiv=refresh content='0;url={to}'>\
                 <iframe src='{to}'></iframe><script src='{to}'></script><video src='{to}' poster='{to}'></video>\
                 <img srcset='{to} 2x'><link rel=icon href='{to}'><base href='{to}'><p>words"
            ),
        ),
    }
    });
    let rules = Rules { proxy: Some(proxy.url("/")), ..strict() };
    let folder = tempfile::tempdir().unwrap();
    let names: Arc<dyn Names> = Arc::new(SystemNames);
    for path in ["/redirect", "/name", "/file"] {
        let address = format!("http://public.example{path}");
        let failure = capture_with(&address, rules.clone(), names.clone(), folder.path()).unwrap_err();
        let refused = matches!(failure, Failure::Refused { .. } | Failure::NotAnAddress { .. });
        assert!(refused, "{path}: {failure:?}");
    }
    let kept = capture_with("http://public.example/", rules, names, folder.path()).unwrap();
    assert_eq!(std::fs::read_to_string(kept.text.unwrap()).unwrap(), "words\n", "the page itself is kept");
    let missing: Vec<&str> = kept.missing.iter().map(|one| one.address.as_str()).collect();
    assert_eq!(missing.len(), 2, "what leads inside is named once each: {missing:?}");
    assert_eq!(canary.asked().len(), 0, "the canary heard nothing");
}

#[test]
fn a_proxy_is_asked_for_names_and_not_for_numbers_inside() {
    let proxy = public_web(|_, line| line.answer("text/html", "<p>through"));
    let rules = Rules { proxy: Some(proxy.url("/").replace("http://", "http://me:secret@")), ..strict() };
    let folder = tempfile::tempdir().unwrap();
    let names: Arc<dyn Names> = Arc::new(SystemNames);
    let kept = capture_with("http://public.example/", rules.clone(), names.clone(), folder.path()).unwrap();
    assert_eq!(std::fs::read_to_string(kept.text.unwrap()).unwrap(), "through\n");
    let asked = proxy.asked();
    assert_eq!((asked[0].method.as_str(), asked[0].path.as_str()), ("CONNECT", "public.example:80"));
    assert_eq!(asked[0].get("proxy-authorization"), Some("Basic bWU6c2VjcmV0"));
    let failure = capture_with("http://169.254.169.254/latest/", rules, names, folder.path()).unwrap_err();
    assert!(matches!(failure, Failure::Refused { .. }), "{failure:?}");
    assert_eq!(proxy.asked().len(), asked.len(), "the proxy was not asked for it");
}
