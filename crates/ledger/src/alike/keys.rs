//! What two items are compared by: an address without what does not tell pages apart, a DOI or ISBN, the words of a title.

use crate::error::Result;
use claims::records::ERASED;
use rusqlite::Row;
use std::collections::BTreeSet;
use url::Url;

/// The columns of an item that keys are made of.
pub(crate) const COLUMNS: &str = "url, archive_url, symbol, title, name";

/// The keys of an item whose columns stand in the row from `at` on.
pub(super) fn of_row(row: &Row<'_>, at: usize) -> Result<Vec<(&'static str, String)>> {
    let mut texts: Vec<Option<String>> = Vec::with_capacity(5);
    for i in at..at + 5 {
        texts.push(row.get::<_, Option<String>>(i)?.filter(|text| text != ERASED));
    }
    let list = |from: usize, to: usize| texts[from..to].iter().flatten().cloned().collect::<Vec<_>>();
    Ok(keys(&list(0, 2), &list(2, 3), &list(3, 5)))
}

/// Every key of these texts, each once, in the order `url`, `number`, `title`.
pub(crate) fn keys(urls: &[String], symbols: &[String], titles: &[String]) -> Vec<(&'static str, String)> {
    let addresses: BTreeSet<String> = urls.iter().filter_map(|url| plain(url)).collect();
    let numbers: BTreeSet<String> = symbols
        .iter()
        .filter_map(|symbol| number(symbol))
        .chain(urls.iter().filter_map(|url| doi(url)))
        .collect();
    let titles: BTreeSet<String> =
        titles.iter().map(|title| in_words(title)).filter(|title| !title.is_empty()).collect();
    let all = [("url", addresses), ("number", numbers), ("title", titles)];
    all.into_iter().flat_map(|(what, keys)| keys.into_iter().map(move |key| (what, key))).collect()
}

/// An address without scheme, `www.`, a slash at the end, fragment and marks of campaigns, its questions in order.
fn plain(address: &str) -> Option<String> {
    let url = Url::parse(address.trim()).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").to_owned();
    let campaign =
        |key: &str| key.starts_with("utm_") || matches!(key, "fbclid" | "gclid" | "mc_cid" | "mc_eid");
    let mut pairs: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| !campaign(key))
        .map(|(key, value)| (key.into(), value.into()))
        .collect();
    pairs.sort();
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let path = url.path().trim_end_matches('/');
    let query: Vec<String> = pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
    Some(format!("{host}{port}{path}?{}", query.join("&")))
}

/// A title as it is compared: letters and digits, small, one space between words.
fn in_words(title: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A DOI or an ISBN, as every spelling of it reads; none for any other symbol, since two houses may number alike.
fn number(symbol: &str) -> Option<String> {
    doi(symbol).or_else(|| isbn(symbol))
}

/// The DOI that stands alone, after `doi:`, or in an address of doi.org.
fn doi(text: &str) -> Option<String> {
    let low = text.trim().to_lowercase();
    let mut rest = low.as_str();
    for before in ["https://", "http://", "www.", "dx.", "doi.org/", "doi:", "doi"] {
        rest = rest.strip_prefix(before).unwrap_or(rest).trim_start();
    }
    let (registrant, name) = rest.strip_prefix("10.")?.split_once('/')?;
    let is_registrant = registrant.len() >= 4 && registrant.chars().all(|c| c.is_ascii_digit() || c == '.');
    (is_registrant && !name.is_empty() && !name.contains(char::is_whitespace))
        .then(|| format!("doi 10.{registrant}/{name}"))
}

/// An ISBN in its form of thirteen digits; none where its check digit is wrong.
fn isbn(text: &str) -> Option<String> {
    let low = text.trim().to_lowercase();
    let rest = low.strip_prefix("isbn").unwrap_or(&low).trim_start_matches([':', ' ']);
    if !rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | 'x')) {
        return None;
    }
    let signs: Vec<char> = rest.chars().filter(|c| !matches!(c, '-' | ' ')).collect();
    let (check, body) = signs.split_last()?;
    let digits = body.iter().map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>()?;
    let thirteen = |digits: &[u32]| {
        let sum: u32 = digits.iter().zip([1, 3].iter().cycle()).map(|(digit, weight)| digit * weight).sum();
        (10 - sum % 10) % 10
    };
    let body: Vec<u32> = match digits.len() {
        9 => {
            let sum: u32 = digits.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
            let wanted = char::from_digit((11 - sum % 11) % 11, 11).map(|c| if c == 'a' { 'x' } else { c });
            (wanted == Some(*check)).then(|| [9, 7, 8].into_iter().chain(digits).collect())?
        }
        12 => (check.to_digit(10) == Some(thirteen(&digits))).then_some(digits)?,
        _ => return None,
    };
    let text: String = body.iter().map(u32::to_string).collect();
    Some(format!("isbn {text}{}", thirteen(&body)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_lead_to_one_page_are_one() {
        let one = plain("https://www.Example.org/a/?b=2&utm_source=x&a=1#top");
        assert_eq!(one.as_deref(), Some("example.org/a?a=1&b=2"));
        assert_eq!(plain("http://example.org/a?a=1&b=2"), one, "scheme, www and order do not matter");
        assert_ne!(plain("https://example.org/A?a=1&b=2"), one, "the path does");
        assert_ne!(plain("https://example.org/a?a=1&b=3"), one, "and what is asked for");
        assert_eq!(plain("no address"), None);
    }

    #[test]
    fn titles_are_compared_by_their_words() {
        assert_eq!(in_words("“Blast” in  Mill-Street!"), "blast in mill street");
        assert_eq!(in_words("Взрыв, на Мельничной"), "взрыв на мельничной");
        assert_eq!(in_words("…"), "");
    }

    #[test]
    fn a_doi_is_one_however_it_is_written() {
        let one = Some("doi 10.1000/xyz-1.2".to_string());
        for text in [
            "10.1000/XYZ-1.2",
            "doi:10.1000/xyz-1.2",
            "DOI 10.1000/xyz-1.2",
            "https://dx.doi.org/10.1000/xyz-1.2",
        ] {
            assert_eq!(number(text), one, "{text}");
        }
        for text in ["10.1000/", "10.10/x", "S/2017/904", "see 10.1000/x y", ""] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn an_isbn_of_ten_digits_is_that_of_thirteen() {
        let one = Some("isbn 9780306406157".to_string());
        for text in ["0-306-40615-2", "ISBN 978-0-306-40615-7", "isbn:9780306406157"] {
            assert_eq!(number(text), one, "{text}");
        }
        assert_eq!(number("0-8044-2957-X").as_deref(), Some("isbn 9780804429573"));
        for text in ["0-306-40615-3", "9780306406158", "12345", "x"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
