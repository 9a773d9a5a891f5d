//! What kind of file this is, by its content: never by its name, which anybody can choose.

use crate::containers;

/// The media type of a file whose kind could not be told.
pub const UNKNOWN_MEDIA_TYPE: &str = "application/octet-stream";

/// How many bytes from the beginning are kept for the signature.
const HEAD: usize = 64 * 1024;

/// Signatures long enough to believe them even in a file that is text throughout.
const TEXTUAL_FORMATS: [&str; 3] = ["application/pdf", "application/rtf", "application/postscript"];

/// The media type of bytes that are at hand whole, by their content, or [`UNKNOWN_MEDIA_TYPE`].
#[must_use]
pub fn media_type_of(bytes: &[u8]) -> String {
    let mut sniffer = Sniffer::default();
    sniffer.take(bytes);
    sniffer.media_type()
}

/// Watches the bytes of a file pass by and says at the end what it is.
#[derive(Default)]
pub(crate) struct Sniffer {
    head: Vec<u8>,
    /// The beginning of a character whose rest is in the next block, at most three bytes.
    carry: Vec<u8>,
    /// A byte that no text holds, in whatever encoding with letters of one byte.
    not_text: bool,
    /// Text, but not in UTF-8.
    not_utf8: bool,
    /// A space or a line end, as text in other encodings has them too.
    has_gaps: bool,
    last_visible: u8,
}

impl Sniffer {
    /// Takes the next block of the file.
    pub(crate) fn take(&mut self, block: &[u8]) {
        let room = HEAD - self.head.len();
        self.head.extend_from_slice(&block[..block.len().min(room)]);
        if let Some(byte) = block.iter().rev().find(|byte| !byte.is_ascii_whitespace()) {
            self.last_visible = *byte;
        }
        if !self.not_text {
            self.check_text(block);
        }
    }

    /// The media type, or [`UNKNOWN_MEDIA_TYPE`].
    pub(crate) fn media_type(mut self) -> String {
        let by_signature = infer::get(&self.head).map(|kind| kind.mime_type());
        self.not_utf8 |= !self.carry.is_empty();
        if containers::is_utf16(&self.head) {
            return "text/plain".to_owned();
        }
        if self.not_text {
            // A message may carry anything in its parts, whatever that looks like.
            let known = by_signature.filter(|kind| !kind.starts_with("text/"));
            let known = known.map(|kind| containers::of_container(kind, &self.head));
            let known = known.or_else(|| containers::of_headers(&self.head));
            return known.unwrap_or(UNKNOWN_MEDIA_TYPE).to_owned();
        }
        if let Some(container) = containers::of_headers(&self.head) {
            return container.to_owned();
        }
        let by_signature = by_signature.filter(|kind| TEXTUAL_FORMATS.contains(kind));
        if let Some(kind) = by_signature {
            return kind.to_owned();
        }
        // Text of old encodings has no byte of control, and words with gaps between them.
        if self.not_utf8 && !self.has_gaps {
            return UNKNOWN_MEDIA_TYPE.to_owned();
        }
        self.kind_of_text().to_owned()
    }

    /// Text has no control characters other than those that lay out lines; whether it is UTF-8 is noted.
    fn check_text(&mut self, block: &[u8]) {
        let is_control = |byte: &u8| matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
        if block.iter().any(is_control) {
            self.not_text = true;
            return;
        }
        self.has_gaps |= block.iter().any(|byte| matches!(byte, b' ' | b'\n'));
        if self.not_utf8 {
            return;
        }
        let mut joined = std::mem::take(&mut self.carry);
        joined.extend_from_slice(block);
        if let Err(error) = std::str::from_utf8(&joined) {
            match error.error_len() {
                Some(_) => self.not_utf8 = true,
                None => self.carry = joined.split_off(error.valid_up_to()),
            }
        }
    }

    fn kind_of_text(&self) -> &'static str {
        let head = String::from_utf8_lossy(&self.head);
        let head = head.trim_start_matches('\u{feff}').trim_start();
        if head.is_empty() && self.head.is_empty() {
            return UNKNOWN_MEDIA_TYPE;
        }
        let (xml, rest) = skip_prolog(head);
        if tag_opens(rest, "svg") || starts_with_word(rest, "<!doctype svg") {
            "image/svg+xml"
        } else if starts_with_word(rest, "<!doctype html")
            || ["html", "head", "body"].iter().any(|tag| tag_opens(rest, tag))
        {
            "text/html"
        } else if xml {
            "application/xml"
        } else if looks_like_json(head, self.last_visible) {
            "application/json"
        } else {
            "text/plain"
        }
    }
}

/// Passes over an XML declaration, processing instructions and comments; says whether there was a declaration.
fn skip_prolog(text: &str) -> (bool, &str) {
    let mut rest = text;
    loop {
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else {
            break;
        };
        let Some(at) = rest.find(end) else { break };
        rest = rest[at + end.len()..].trim_start();
    }
    (text.starts_with("<?xml"), rest)
}

fn tag_opens(text: &str, tag: &str) -> bool {
    text.strip_prefix('<').is_some_and(|rest| starts_with_word(rest, tag))
}

/// Whether `text` begins with `word` (ASCII case ignored) and the word ends there.
fn starts_with_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.as_bytes(), word.as_bytes());
    text.len() > word.len()
        && text[..word.len()].eq_ignore_ascii_case(word)
        && !text[word.len()].is_ascii_alphanumeric()
}

/// An object or array by its first and last characters; that it parses is not claimed.
fn looks_like_json(head: &str, last_visible: u8) -> bool {
    let mut visible = head.chars().filter(|c| !c.is_whitespace());
    match (visible.next(), visible.next(), last_visible) {
        (Some('{'), Some('"' | '}'), b'}') => true,
        (Some('['), Some(second), b']') => {
            matches!(second, '{' | '[' | ']' | '"' | '-' | '0'..='9' | 't' | 'f' | 'n')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(bytes: &[u8]) -> String {
        let mut sniffer = Sniffer::default();
        sniffer.take(bytes);
        sniffer.media_type()
    }

    #[test]
    fn signatures_are_known() {
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "image/png");
        assert_eq!(kind(b"\xff\xd8\xff\xe0\0\x10JFIF\0"), "image/jpeg");
        assert_eq!(
            kind(b"%PDF-1.7\n1 0 obj\nendobj\n"),
            "application/pdf",
            "a PDF of plain ASCII is still a PDF"
        );
        assert_eq!(kind(b"PK\x03\x04\x14\0\0\0"), "application/zip");
    }

    #[test]
    fn kinds_of_text_are_told_apart() {
        assert_eq!(kind("Хан-Шейхун, خان شيخون\n".as_bytes()), "text/plain");
        assert_eq!(kind(b"\xef\xbb\xbf<!DOCTYPE html><title>x</title>"), "text/html");
        assert_eq!(kind(b"<!-- saved --> <HTML lang=en>"), "text/html");
        assert_eq!(kind(b"<?xml version=\"1.0\"?>\n<!-- c --><svg xmlns=\"x\"/>"), "image/svg+xml");
        assert_eq!(kind(b"<svg viewBox=\"0 0 1 1\"></svg>"), "image/svg+xml");
        assert_eq!(kind(b"<?xml version=\"1.0\"?><feed/>"), "application/xml");
        assert_eq!(kind(b" {\"a\": [1, 2]}\n"), "application/json");
        assert_eq!(kind(b"[1, 2]"), "application/json");
        assert_eq!(kind(b"[sic] he said"), "text/plain", "a bracket alone is not JSON");
        assert_eq!(
            kind(b"BMW and others"),
            "text/plain",
            "a two-letter signature does not make prose a bitmap"
        );
    }

    #[test]
    fn what_is_not_text_and_not_known_stays_unknown() {
        assert_eq!(kind(b""), UNKNOWN_MEDIA_TYPE);
        assert_eq!(kind(b"text with a \0 in it"), UNKNOWN_MEDIA_TYPE);
        assert_eq!(kind(b"\xe9\xe8\xff\xfe\xa0"), UNKNOWN_MEDIA_TYPE, "no words are to be seen");
    }

    #[test]
    fn text_in_old_encodings_is_text() {
        assert_eq!(kind(b"caf\xe9 in Latin-1"), "text/plain");
        assert_eq!(
            kind(b"\xd5\xe0\xed-\xd8\xe5\xe9\xf5\xf3\xed, 4 \xe0\xef\xf0\xe5\xeb\xff\n"),
            "text/plain",
            "windows-1251"
        );
        assert_eq!(kind(b"<html><body>caf\xe9 au lait</body></html>"), "text/html");
        assert_eq!(kind(b"\xff\xfeH\0i\0 \0t\0h\0e\0r\0e\0"), "text/plain", "UTF-16 with its mark");
        assert_eq!(
            kind("cut in the \u{2026}".as_bytes().split_last().unwrap().1),
            "text/plain",
            "a character cut off at the end makes no other kind of it"
        );
    }

    #[test]
    fn characters_may_lie_across_blocks() {
        let text = "Шайрат".as_bytes();
        let mut sniffer = Sniffer::default();
        for byte in text {
            sniffer.take(std::slice::from_ref(byte));
        }
        assert_eq!(sniffer.media_type(), "text/plain");
    }

    #[test]
    fn a_bad_byte_far_from_the_beginning_is_seen() {
        let mut bytes = vec![b'a'; 3 * HEAD];
        bytes.push(0);
        assert_eq!(kind(&bytes), UNKNOWN_MEDIA_TYPE);
    }
}
