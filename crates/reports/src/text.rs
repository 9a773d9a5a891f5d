//! Text of any origin made safe to show: what cannot be seen, or turns other text around, becomes a visible mark.

/// A stretch of text, or a character that is shown by its code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    Plain(&'a str),
    /// Such as `[U+202E]`.
    Mark(String),
    /// A line break.
    Line,
}

/// Cuts text into what can be shown as it is, marks and line breaks. The rules say which characters a reader must see marked;
/// those that Unicode gives no meaning are marked too, for no page may hold them.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let marks = claims::text::marks(text);
    let mut marks = marks.iter().peekable();
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().zip(0u32..).peekable();
    while let Some(((at, c), place)) = chars.next() {
        let marked = marks.next_if(|mark| mark.at == place);
        let piece = match (marked, c) {
            (Some(mark), _) => Some(Piece::Mark(format!("[{}]", mark.code_point))),
            (None, '\r') if chars.peek().is_some_and(|((_, next), _)| *next == '\n') => None,
            (None, '\n' | '\r' | '\u{2028}' | '\u{2029}') => Some(Piece::Line),
            (None, c) if has_no_meaning(c) => Some(Piece::Mark(format!("[U+{:04X}]", u32::from(c)))),
            _ => continue,
        };
        if start < at {
            pieces.push(Piece::Plain(&text[start..at]));
        }
        start = at + c.len_utf8();
        pieces.extend(piece);
    }
    if start < text.len() {
        pieces.push(Piece::Plain(&text[start..]));
    }
    pieces
}

/// Noncharacters: the last two of each plane, and 32 in the Arabic presentation forms.
fn has_no_meaning(c: char) -> bool {
    matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff) || matches!(c, '\u{fdd0}'..='\u{fdef}')
}

/// The text with marks in it, on one line.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => out.push_str(plain),
            Piece::Mark(mark) => out.push_str(&mark),
            Piece::Line => out.push(' '),
        }
    }
    out
}

/// The text with marks in it; line breaks stay.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Plain(plain) => out.push_str(plain),
            Piece::Mark(mark) => out.push_str(&mark),
            Piece::Line => out.push('\n'),
        }
    }
    out
}

/// Writes text for HTML content and attributes in double quotes.
pub(crate) fn escape_html(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// The address, if it may be a link: `http`, `https` or `mailto`, without white space or control characters.
pub(crate) fn safe_url(url: &str) -> Option<&str> {
    let url = url.trim();
    let scheme = url.split_once(':')?.0.to_ascii_lowercase();
    let allowed = matches!(scheme.as_str(), "http" | "https" | "mailto");
    let clean = claims::text::marks(url).is_empty()
        && !url.chars().any(|c| {
            c.is_control()
                || c.is_whitespace()
                || matches!(c, '<' | '>' | '"' | '\\' | '`' | '^' | '{' | '}' | '|')
        });
    (allowed && clean).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_text_around_is_shown_by_its_code() {
        assert_eq!(one_line("a\u{202e}b\u{7}c\r\nd"), "a[U+202E]b[U+0007]c d");
        assert_eq!(one_line("می\u{200c}خواهم"), "می\u{200c}خواهم", "a joiner is part of the spelling");
        assert_eq!(visible("a\nb"), "a\nb");
    }

    #[test]
    fn only_plain_addresses_are_links() {
        assert_eq!(safe_url("https://example.org/a?b=c"), Some("https://example.org/a?b=c"));
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "example.org",
            "https://a b",
            "https://a\">",
            "file:///x",
        ] {
            assert_eq!(safe_url(bad), None, "{bad}");
        }
    }
}
