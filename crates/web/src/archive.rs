//! Addresses of web archives: which archive it is, of what page, and when it was kept. Nothing is asked; the address says it.

use url::Url;

/// Whose archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The Wayback Machine of the Internet Archive.
    Wayback,
    /// Perma.cc.
    Perma,
    /// archive.today, under any of its names.
    ArchiveToday,
    /// Another one.
    Other,
}

/// An address of an archive, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archived {
    /// Whose it is.
    pub whose: Whose,
    /// The address of the page that was archived, where it says it.
    pub original: Option<String>,
    /// The day it was archived, `YYYY-MM-DD`, where it says it.
    pub date: Option<String>,
}

/// The hosts under which archive.today answers.
const TODAY: [&str; 7] =
    ["archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn", "archive.fo", "archive.md"];

/// What an address says of an archive; none where it is of no archive that is known here.
pub fn recognise(address: &str) -> Option<Archived> {
    let address = address.trim();
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?.trim_start_matches("www.").to_owned();
    // The archived address stands in the path as it was, with its own query: it is read from the words, not from the parts.
    let path = address.splitn(4, '/').nth(3).unwrap_or_default();
    match host.as_str() {
        "web.archive.org" | "wayback.archive.org" => {
            stamped(path.strip_prefix("web/")?, Whose::Wayback, false)
        }
        "perma.cc" => {
            let id = path.split(['?', '#', '/']).next().unwrap_or_default();
            let (left, right) = id.split_once('-')?;
            let part = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
            (part(left) && part(right)).then_some(Archived {
                whose: Whose::Perma,
                original: None,
                date: None,
            })
        }
        host if TODAY.contains(&host) => {
            let short = path.split(['?', '#', '/']).next().unwrap_or_default();
            let alone = path.trim_end_matches('/') == short;
            match stamped(path, Whose::ArchiveToday, true) {
                Some(found) => Some(found),
                None if alone
                    && (4..=6).contains(&short.len())
                    && short.bytes().all(|b| b.is_ascii_alphanumeric()) =>
                {
                    Some(Archived { whose: Whose::ArchiveToday, original: None, date: None })
                }
                None => None,
            }
        }
        "wayback.archive-it.org" => stamped(path.split_once('/')?.1, Whose::Other, false),
        "webarchive.nationalarchives.gov.uk" | "arquivo.pt" | "webarchive.loc.gov" => {
            let (_, rest) = path
                .split_once('/')
                .filter(|(first, _)| !first.starts_with(['1', '2']))
                .unwrap_or(("", path));
            stamped(rest, Whose::Other, false)
        }
        "ghostarchive.org" => path.starts_with("archive/").then_some(Archived {
            whose: Whose::Other,
            original: None,
            date: None,
        }),
        _ => None,
    }
}

/// `20170407123456id_/https://…`: the time of the archived copy, and its address.
fn stamped(path: &str, whose: Whose, dotted: bool) -> Option<Archived> {
    let (stamp, original) = path.split_once('/')?;
    let digits: String = match dotted {
        true => stamp.chars().filter(|c| !matches!(c, '.' | '-')).collect(),
        false => stamp.chars().take_while(char::is_ascii_digit).collect(),
    };
    let known = (4..=14).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let original = whole(original)?;
    let date =
        (known && digits.len() >= 8).then(|| format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]));
    let date = date.filter(|date| chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok());
    known.then_some(Archived { whose, original: Some(original), date })
}

/// The archived address with its scheme, which some archives leave out or write with one stroke.
fn whole(address: &str) -> Option<String> {
    let address = match address {
        full if full.starts_with("http://") || full.starts_with("https://") => full.to_owned(),
        one if one.starts_with("http:/") => one.replacen("http:/", "http://", 1),
        one if one.starts_with("https:/") => one.replacen("https:/", "https://", 1),
        bare => format!("http://{bare}"),
    };
    let url = Url::parse(&address).ok()?;
    url.host_str().filter(|host| host.contains('.') || *host == "localhost")?;
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_archives_are_taken_apart() {
        use Whose::*;
        for (address, whose, original, date) in [
            (
                "https://web.archive.org/web/20170407123456/https://example.org/a?b=c#d",
                Wayback,
                Some("https://example.org/a?b=c#d"),
                Some("2017-04-07"),
            ),
            (
                "http://web.archive.org/web/20170407123456id_/http://example.org/",
                Wayback,
                Some("http://example.org/"),
                Some("2017-04-07"),
            ),
            ("https://web.archive.org/web/2017/example.org", Wayback, Some("http://example.org"), None),
            (
                "https://web.archive.org/web/20170407/http:/example.org/x",
                Wayback,
                Some("http://example.org/x"),
                Some("2017-04-07"),
            ),
            ("https://perma.cc/T8U2-994F", Perma, None, None),
            ("https://perma.cc/T8U2-994F?type=image", Perma, None, None),
            (
                "https://archive.ph/2017.04.07-123456/https://example.org/",
                ArchiveToday,
                Some("https://example.org/"),
                Some("2017-04-07"),
            ),
            (
                "https://archive.is/20170407123456/https://example.org/",
                ArchiveToday,
                Some("https://example.org/"),
                Some("2017-04-07"),
            ),
            ("http://archive.today/OMcsY", ArchiveToday, None, None),
            (
                "https://wayback.archive-it.org/1234/20170407123456/https://example.org/",
                Other,
                Some("https://example.org/"),
                Some("2017-04-07"),
            ),
        ] {
            let found = recognise(address).unwrap_or_else(|| panic!("{address} is of an archive"));
            assert_eq!(
                (found.whose, found.original.as_deref(), found.date.as_deref()),
                (whose, original, date),
                "{address}"
            );
        }
        for other in [
            "https://example.org/web/20170407123456/https://example.org/",
            "https://web.archive.org/",
            "https://web.archive.org/web/*/example.org",
            "https://perma.cc/about",
            "https://archive.ph/",
            "https://archive.org/details/x",
            "perma.cc/T8U2-994F",
            "ftp://web.archive.org/web/2017/x.y",
            "https://archive.today/faq/x",
        ] {
            assert_eq!(recognise(other), None, "{other}");
        }
    }
}
