//! What a copy holds, and what it must never hold.

use super::*;
use std::collections::HashMap;

fn kept(parts: &[(&str, &str, &[u8])]) -> Kept {
    let mut file = tempfile::tempfile().unwrap();
    let (mut list, mut by_address, mut from) = (Vec::new(), HashMap::new(), 0);
    for (n, (address, media_type, bytes)) in parts.iter().enumerate() {
        file.write_all(bytes).unwrap();
        let address = Url::parse(address).unwrap();
        let content_type = Some((*media_type).to_owned());
        let size = bytes.len() as u64;
        list.push(Part {
            media_type: (*media_type).to_owned(),
            content_type,
            address: address.clone(),
            from,
            size,
        });
        by_address.insert(address, n);
        from += size;
    }
    Kept { file, parts: list, by_address }
}

fn copy(html: &str, parts: &[(&str, &str, &[u8])]) -> String {
    let mut out = Vec::new();
    let base = Url::parse("https://example.org/a/").unwrap();
    let about = [("address", "https://example.org/a/?x=--><script>".to_owned())];
    Copy::write(html, &base, &mut kept(parts), 1_000_000, &about, &mut out).unwrap().unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn what_was_kept_is_in_the_copy_and_nothing_else_is_asked_for() {
    let out = copy(
        r#"<!DOCTYPE html><html lang="ar"><head><link rel=stylesheet href=s.css media=screen></head><body onload=x()>
           <img src=p.png alt="a &quot;b&quot;"><img src=gone.png><a href="b.html" onclick=y()>w</a><a href="javascript:z()">v</a></body></html>"#,
        &[
            (
                "https://example.org/a/s.css",
                "text/css",
                b"@import 't.css' print; a{background:url(p.png)} b{background:url(//evil.example/x)}",
            ),
            ("https://example.org/a/t.css", "text/css", b"i{color:red}"),
            ("https://example.org/a/p.png", "image/png", b"PNG"),
        ],
    );
    assert!(out.starts_with("<!DOCTYPE html>\n<!-- A preserved copy\n"), "{out}");
    assert!(out.contains("<html lang=\"ar\">") && out.contains("alt=\"a &quot;b&quot;\""), "{out}");
    assert_eq!(out.matches("data:image/png;base64,UE5H").count(), 2, "in the page and in its style sheet");
    assert!(out.contains("@media print {\ni{color:red}\n}"), "{out}");
    for gone in ["gone.png", "evil.example", "onload", "onclick", "javascript:", "<script"] {
        assert!(!out.contains(gone), "{gone} must not be in it: {out}");
    }
    assert!(out.contains("href=\"https://example.org/a/b.html\""), "a link is shown as what it was");
    assert!(out.contains("default-src 'none'"), "the browser is told as well");
}

#[test]
fn nothing_that_runs_or_leads_away_comes_through() {
    let out = copy(
        r##"<base href="//evil.example/"><script>a()</script><SCRIPT src=//evil.example/s></SCRIPT><noscript><img src=//evil.example/n></noscript>
        <style></style><style>a{}<img src=//evil.example/i>@import "//evil.example/c"; b{background:url(//evil.example/u)}</style>
        <svg><script>b()</script><style><img src=//evil.example/q onerror=c()></style><set attributeName=href to=javascript:d()><a xlink:href="javascript:e()">x</a></svg>
        <iframe src=//evil.example/f srcdoc="<script>"></iframe><object data=//evil.example/o></object><embed src=//evil.example/e>
        <form action=//evil.example/p><input type=image src=//evil.example/j formaction=//evil.example/k></form>
        <meta http-equiv=refresh content="0;url=//evil.example/r"><link rel=preload href=//evil.example/l><link rel=import href=//evil.example/m>
        <img srcset="//evil.example/s1 1x" longdesc=//evil.example/d lowsrc=//evil.example/w><video src=//evil.example/v poster=//evil.example/t></video>
        <body background=//evil.example/b style="background:url(//evil.example/y)"><table background=//evil.example/z>
        <math><annotation-xml encoding="text/html"><img src=//evil.example/x1></annotation-xml></math><title></title><img src=//evil.example/x2></title>
        <textarea></textarea><img src=//evil.example/x3 onerror=f()><a href="data:text/html,<script>" ping=//evil.example/g>x</a>
        <img src="data:text/html,<script>g()</script>"><xmp><img src=//evil.example/h></xmp><plaintext><img src=//evil.example/last>"##,
        &[],
    );
    let lower = out.to_lowercase();
    let body = &lower[lower.find("<meta name=\"preserved").unwrap()..];
    let tags: Vec<&str> = body.split('<').skip(1).map(|tag| tag.split('>').next().unwrap()).collect();
    for tag in &tags {
        let name = tag.split(' ').next().unwrap();
        for gone in
            ["script", "iframe", "object", "embed", "form", "base", "meta", "noscript", "template", "xmp"]
        {
            assert!(name != gone || tag.starts_with("meta name"), "{gone} must not be in it: {out}");
        }
        for gone in
            [" on", "javascript:", "srcdoc", "http-equiv", "ping=", "formaction", "text/html", "lowsrc"]
        {
            assert!(!tag.contains(gone), "{gone} must not be in a tag: {out}");
        }
    }
    // Where the name still stands, it is words of a page or a link that a person would have to follow.
    for (at, _) in body.match_indices("evil.example") {
        let before = &body[..at];
        let tag = before.rfind('<').filter(|open| before.rfind('>').is_none_or(|close| close < *open));
        assert!(
            tag.is_none_or(|open| body[open..].starts_with("<a ")),
            "{}",
            &body[at.saturating_sub(60)..at + 20]
        );
        assert!(!before.ends_with("url(//") && !before.ends_with("url(\"//"), "no style sheet asks for it");
    }
}

#[test]
fn a_picture_named_a_thousand_times_does_not_fill_the_disk() {
    let picture = vec![1; 30_000];
    let page = "<img src=p.png>".repeat(1000);
    let out = copy(&page, &[("https://example.org/a/p.png", "image/png", &picture)]);
    assert!(out.len() < 1_200_000, "{} bytes", out.len());
}
