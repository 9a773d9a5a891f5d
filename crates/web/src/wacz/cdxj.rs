//! CDXJ: one line for each answer, sorted by an address whose parts are turned around (SURT), so that a reader finds it by halving.

use crate::warc::Written;
use serde_json::json;
use url::{Host, Url};

/// The key of an address: host from right to left without a leading `www.`, port, path and query in small letters, queries in order.
pub(super) fn surt(address: &str) -> String {
    let Ok(url) = Url::parse(address) else { return address.to_lowercase() };
    let host = match url.host() {
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            let mut parts: Vec<&str> = name.split('.').collect();
            let digits = |part: &str| {
                part.strip_prefix("www").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
            };
            if parts.len() > 2 && parts.first().is_some_and(|part| digits(part)) {
                parts.remove(0);
            }
            parts.reverse();
            parts.join(",")
        }
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = match url.path() {
        "/" => "/",
        path => path.trim_end_matches('/'),
    };
    let mut queries: Vec<&str> =
        url.query().unwrap_or_default().split('&').filter(|part| !part.is_empty()).collect();
    queries.sort_unstable();
    let query = if queries.is_empty() { String::new() } else { format!("?{}", queries.join("&")) };
    format!("{host}{port}){path}{query}").to_lowercase()
}

/// The lines of the index, sorted, each with its end.
pub(super) fn lines(of: &[Written], file: &str) -> Vec<String> {
    let mut lines: Vec<String> = of
        .iter()
        .map(|one| {
            let more = json!({
                "url": one.url,
                "mime": one.media_type.as_deref().unwrap_or("unk"),
                "status": one.status.to_string(),
                "digest": one.digest,
                "length": one.length.to_string(),
                "offset": one.offset.to_string(),
                "filename": file,
            });
            format!("{} {} {more}\n", surt(&one.url), one.time.format("%Y%m%d%H%M%S"))
        })
        .collect();
    lines.sort_unstable();
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_that_readers_look_for() {
        for (address, key) in [
            ("https://www.Example.org/", "org,example)/"),
            ("http://www2.example.org/A/B/?b=2&a=1", "org,example)/a/b?a=1&b=2"),
            ("http://127.0.0.1:8080/x", "127.0.0.1:8080)/x"),
            ("https://www.org/", "org,www)/"),
        ] {
            assert_eq!(surt(address), key, "{address}");
        }
    }
}
