//! Which addresses may be asked: those of the public web alone, unless private ones are allowed.

use crate::failure::Failure;
use crate::rules::Rules;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Reads an address and refuses what is no page of the web: other schemes, no host, names and passwords, and numbers and names that lead
/// into this machine or a private network. A fragment is dropped: it never goes over the line.
///
/// *Errors*: [`Failure::NotAnAddress`], [`Failure::Refused`].
pub fn checked(address: &str, rules: &Rules) -> Result<Url, Failure> {
    let wrong = || Failure::NotAnAddress { address: address.to_owned() };
    let mut url = Url::parse(address.trim()).map_err(|_| wrong())?;
    if !matches!(url.scheme(), "http" | "https") || !url.username().is_empty() || url.password().is_some() {
        return Err(wrong());
    }
    url.set_fragment(None);
    let refused = |found: String, what| Failure::Refused { address: url.to_string(), found, what };
    let number = match url.host().ok_or_else(wrong)? {
        Host::Domain(name) => {
            if let Some(what) = local_name(name).filter(|_| !rules.private) {
                return Err(refused(name.to_owned(), what));
            }
            return Ok(url);
        }
        Host::Ipv4(number) => IpAddr::V4(number),
        Host::Ipv6(number) => IpAddr::V6(number),
    };
    match what_is_wrong_with(number).filter(|_| !rules.private || is_nobody(number)) {
        Some(what) => Err(refused(number.to_string(), what)),
        None => Ok(url),
    }
}

/// Names that by their nature lead into this machine or its own network (RFC 6761, RFC 6762, RFC 8375 and what ICANN keeps for it).
fn local_name(name: &str) -> Option<&'static str> {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let last = name.rsplit('.').next().unwrap_or_default();
    match last {
        "localhost" => Some("this machine"),
        "local" | "internal" | "lan" | "intranet" | "corp" | "home" => Some("a name of a private network"),
        "arpa" if name.ends_with("home.arpa") => Some("a name of a private network"),
        _ if !name.contains('.') => Some("a name of a private network"),
        _ => None,
    }
}

/// Numbers that nobody can have: refused even where private networks are allowed.
pub(super) fn is_nobody(number: IpAddr) -> bool {
    match plain(number) {
        IpAddr::V4(n) => n.is_broadcast() || n.is_multicast() || n.octets()[0] == 0,
        IpAddr::V6(n) => n.is_unspecified() || n.is_multicast(),
    }
}

/// What a number is, where it is none of the public web; none = it may be asked.
///
/// *Source*: IANA, IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890 and what it refers to). Numbers of version 6 that carry one of
/// version 4 (mapped, translated, 6to4, Teredo) are what the number in them is.
pub fn what_is_wrong_with(number: IpAddr) -> Option<&'static str> {
    match plain(number) {
        IpAddr::V4(number) => of_four(number),
        IpAddr::V6(number) => of_six(number),
    }
}

/// A number of version 6 that only wraps one of version 4 is that one.
fn plain(number: IpAddr) -> IpAddr {
    let IpAddr::V6(six) = number else { return number };
    let parts = six.segments();
    let four = |high: u16, low: u16| {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        IpAddr::V4(Ipv4Addr::new(a, b, c, d))
    };
    match parts {
        // ::1 and :: are their own; everything else below ::/96 is an old way to write version 4.
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => number,
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low] => four(high, low),
        [0, 0, 0, 0, 0xffff, 0, high, low] => four(high, low),
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => four(high, low),
        [0x2002, high, low, ..] => four(high, low),
        [0x2001, 0, .., high, low] => four(!high, !low),
        _ => number,
    }
}

fn of_four(number: Ipv4Addr) -> Option<&'static str> {
    let [a, b, c, _] = number.octets();
    match (a, b, c) {
        (0, ..) => Some("no address of anybody"),
        (127, ..) => Some("this machine"),
        (10, ..) | (172, 16..=31, _) | (192, 168, _) => Some("a private network"),
        (100, 64..=127, _) => Some("a network shared by a provider"),
        (169, 254, _) => Some("a local link"),
        (192, 0, 0) | (198, 18..=19, _) | (192, 88, 99) => Some("kept for special use"),
        (192, 0, 2) | (198, 51, 100) | (203, 0, 113) => Some("kept for documentation"),
        (224..=239, ..) => Some("a group of receivers"),
        (240..=255, ..) => Some("kept for special use"),
        _ => None,
    }
}

fn of_six(number: Ipv6Addr) -> Option<&'static str> {
    let parts = number.segments();
    match parts {
        [0, 0, 0, 0, 0, 0, 0, 0] => Some("no address of anybody"),
        [0, 0, 0, 0, 0, 0, 0, 1] => Some("this machine"),
        [0xfc00..=0xfdff, ..] => Some("a private network"),
        [0xfe80..=0xfebf, ..] => Some("a local link"),
        [0xfec0..=0xfeff, ..] => Some("a private network"),
        [0xff00..=0xffff, ..] => Some("a group of receivers"),
        [0x2001, 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => Some("kept for documentation"),
        [0x2000..=0x3fff, second, ..] => {
            // 2001::/23 is for protocols, not for pages.
            (parts[0] == 0x2001 && second < 0x200).then_some("kept for special use")
        }
        _ => Some("kept for special use"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_not_of_the_public_web_are_told_apart() {
        for wrong in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.8.8.8",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2002:c0a8:101::1",
            "2001:0:4136:e378:8000:63bf:80ff:fffe",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "3fff::1",
            "2001:10::1",
            "100::1",
            "4000::1",
            "::ffff:0:127.0.0.1",
        ] {
            let number: IpAddr = wrong.parse().unwrap();
            assert!(what_is_wrong_with(number).is_some(), "{wrong} must not be asked");
        }
        for right in [
            "93.184.216.34",
            "8.8.8.8",
            "100.63.0.1",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.17.0.1",
            "223.255.255.254",
            "2606:2800:220:1:248:1893:25c8:1946",
            "2001:4860:4860::8888",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
        ] {
            let number: IpAddr = right.parse().unwrap();
            assert_eq!(what_is_wrong_with(number), None, "{right} is of the public web");
        }
    }

    #[test]
    fn an_address_is_of_a_page_or_refused() {
        let rules = Rules::default();
        for wrong in [
            "",
            "ftp://example.org/",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:,x",
            "http://",
            "https://user:secret@example.org/",
            "example.org",
            "http://[::1",
        ] {
            let refused = checked(wrong, &rules);
            assert!(matches!(refused, Err(Failure::NotAnAddress { .. })), "{wrong:?}: {refused:?}");
        }
        for inside in [
            "http://localhost/",
            "http://LOCALHOST./",
            "http://a.localhost:80/",
            "http://printer/",
            "http://nas.local/",
            "http://wiki.corp/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://[::ffff:127.0.0.1]/",
            "http://router.home.arpa/",
            "http://169.254.169.254/latest",
        ] {
            let refused = checked(inside, &rules);
            assert!(matches!(refused, Err(Failure::Refused { .. })), "{inside}: {refused:?}");
        }
        let kept = checked(" https://example.org/a?b#c ", &rules).unwrap();
        assert_eq!(kept.as_str(), "https://example.org/a?b", "the fragment stays at home");
        let allowed = Rules { private: true, ..Rules::default() };
        assert!(checked("http://127.0.0.1:8000/", &allowed).is_ok(), "it was allowed");
        assert!(checked("http://0.0.0.0/", &allowed).is_err(), "nobody has that number");
    }
}
