//! Cookies of one capture: some pages lead in a circle without them. They go back to the very host that set them, and end with the capture.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use url::Url;

/// How many cookies of one host are kept, and how long one may be, in bytes.
const MOST: usize = 50;
const LONGEST: usize = 4096;

/// Value, and whether it goes over https alone.
type Cookie = (String, bool);

/// The cookies of a capture, by host and name.
#[derive(Debug, Default)]
pub(crate) struct Jar(Mutex<BTreeMap<String, BTreeMap<String, Cookie>>>);

impl Jar {
    /// Takes what a server set. Domain and path are not asked: a cookie goes back to the same host, whatever it says.
    pub(crate) fn take(&self, from: &Url, header: &str) {
        let mut parts = header.split(';');
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { return };
        let (name, value) = (name.trim(), value.trim());
        let clean = |text: &str| text.bytes().all(|byte| (0x21..0x7f).contains(&byte) || byte == b' ');
        if name.is_empty() || header.len() > LONGEST || !clean(name) || !clean(value) {
            return;
        }
        let rest: Vec<String> = parts.map(|part| part.trim().to_ascii_lowercase()).collect();
        let secure = rest.iter().any(|part| part == "secure");
        let gone = rest
            .iter()
            .any(|part| part.strip_prefix("max-age=").is_some_and(|age| age.starts_with(['0', '-'])));
        let mut jar = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_host = jar.entry(from.host_str().unwrap_or_default().to_owned()).or_default();
        if gone {
            of_host.remove(name);
        } else if of_host.len() < MOST || of_host.contains_key(name) {
            of_host.insert(name.to_owned(), (value.to_owned(), secure));
        }
    }

    /// The header for a request, if there is anything to send.
    pub(crate) fn give(&self, to: &Url) -> Option<String> {
        let jar = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_host = jar.get(to.host_str()?)?;
        let pairs: Vec<String> = of_host
            .iter()
            .filter(|(_, (_, secure))| !secure || to.scheme() == "https")
            .map(|(name, (value, _))| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_goes_back_to_its_own_host_alone() {
        let jar = Jar::default();
        let (here, there) =
            (Url::parse("https://a.example/x").unwrap(), Url::parse("https://b.example/").unwrap());
        jar.take(&here, "seen=1; Domain=.example; Path=/; Secure");
        jar.take(&here, "bad\r\nX: y=1");
        assert_eq!(jar.give(&here).as_deref(), Some("seen=1"));
        assert_eq!(jar.give(&there), None, "another host never gets it, whatever domain it names");
        assert_eq!(jar.give(&Url::parse("http://a.example/").unwrap()), None, "secure means https");
        jar.take(&here, "seen=; Max-Age=0");
        assert_eq!(jar.give(&here), None, "it was taken back");
    }
}
