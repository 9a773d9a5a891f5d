//! HTML as bytes: which characters they stand for, and the tree that a browser would make of them.

pub mod walk;

use crate::text::decode;
use crate::{Failure, bounds, kind};
use scraper::Html;

/// Parses a page; `declared` is the encoding that came with it, outside of the file (an HTTP header, a mail part).
pub fn parse(bytes: &[u8], declared: Option<&str>) -> Result<Html, Failure> {
    kind::within(bytes.len(), bounds::HTML, "the page")?;
    let inside = || in_the_head(bytes);
    let (text, _) = decode::decode(bytes, declared.map(str::to_owned).or_else(inside).as_deref());
    Ok(Html::parse_document(&text))
}

/// The encoding that the page names within its first bytes, as HTML has it looked for.
fn in_the_head(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    for (at, _) in head.match_indices("charset") {
        let Some(rest) = head[at + "charset".len()..].trim_start().strip_prefix('=') else { continue };
        let name: String = rest
            .trim_start()
            .trim_start_matches(['"', '\''])
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.'))
            .collect();
        if !name.is_empty() {
            return Some(name);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_named_in_the_page_is_used() {
        let page = "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'><p>Хан-Шейхун";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(page);
        let tree = parse(&bytes, None).unwrap();
        let text: String = tree.root_element().text().collect();
        assert_eq!(text, "Хан-Шейхун", "as the page says");
        let (bytes, _, _) = encoding_rs::KOI8_R.encode("<p>Шайрат");
        let tree = parse(&bytes, Some("koi8-r")).unwrap();
        assert_eq!(tree.root_element().text().collect::<String>(), "Шайрат", "as the header says");
    }
}
