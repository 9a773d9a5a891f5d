//! Texts from outside: what may come in, and what in them a reader must see marked.

use crate::rule_error::RuleError;

/// The most that one text may hold, in bytes.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;
/// The most that a name or another text of one line may hold, in bytes.
pub const MAX_LINE: usize = 4 * 1024;

/// A character that does not show, or that changes how others show.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct TextMark {
    /// Where it stands, in Unicode code points from 0.
    pub at: u32,
    /// Its code point, for example "U+202E".
    pub code_point: String,
    /// What it is.
    pub name: String,
    /// What kind of mark it needs.
    pub kind: TextMarkKind,
}

/// What kind of character is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", serde(rename_all = "snake_case"))]
pub enum TextMarkKind {
    /// Changes the direction of the text around it.
    Direction,
    /// A control character.
    Control,
    /// Shows nothing.
    Invisible,
}

/// Checks a text that has to say something. The bytes are never changed: what may come in is kept as it is.
///
/// # Errors
/// `empty` if it holds nothing visible, `too_long` beyond [`MAX_TEXT`].
pub fn check_text(field: &str, text: &str) -> Result<(), RuleError> {
    if text.len() > MAX_TEXT {
        return Err(too_long(field, text.len(), MAX_TEXT));
    }
    if is_blank(text) {
        return Err(RuleError::new("empty", format!("The {field} is empty."), "Write it as it was given."));
    }
    Ok(())
}

/// Checks a name or another text of one line. What looks like a path is a name like any other.
///
/// # Errors
/// `empty`; `too_long` beyond [`MAX_LINE`]; `line_break` if it does not fit on one line.
pub fn check_line(field: &str, text: &str) -> Result<(), RuleError> {
    if text.len() > MAX_LINE {
        return Err(too_long(field, text.len(), MAX_LINE));
    }
    check_text(field, text)?;
    if text.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
        let words = format!("The {field} has a line break in it.");
        return Err(RuleError::new("line_break", words, "Put it on one line; the rest belongs in a note."));
    }
    Ok(())
}

/// Whether a text shows nothing: it is empty, or only space, control and invisible characters.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || mark_of(c).is_some())
}

/// Every character of a text that a reader must see marked: controls of direction, other control characters, and characters that show nothing.
/// Tab, line feed and carriage return are left alone, and so are the joiners (U+200C, U+200D) that Persian, Indic scripts and emoji need.
pub fn marks(text: &str) -> Vec<TextMark> {
    let found = text.chars().enumerate().filter_map(|(at, c)| {
        let (kind, name) = mark_of(c)?;
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        Some(TextMark { at, code_point: format!("U+{:04X}", u32::from(c)), name: name.to_owned(), kind })
    });
    found.collect()
}

fn too_long(field: &str, bytes: usize, most: usize) -> RuleError {
    let words = format!("The {field} holds {bytes} bytes; {most} is the most.");
    RuleError::new("too_long", words, "Attach it as a file, and quote the part that matters.")
}

/// What kind of mark a character needs, and what it is called.
fn mark_of(c: char) -> Option<(TextMarkKind, &'static str)> {
    use TextMarkKind::{Control, Direction, Invisible};
    let mark = match c {
        '\t' | '\n' | '\r' => return None,
        '\u{61c}' => (Direction, "Arabic letter mark"),
        '\u{200e}' => (Direction, "left-to-right mark"),
        '\u{200f}' => (Direction, "right-to-left mark"),
        '\u{202a}' => (Direction, "left-to-right embedding"),
        '\u{202b}' => (Direction, "right-to-left embedding"),
        '\u{202c}' => (Direction, "end of embedding or override"),
        '\u{202d}' => (Direction, "left-to-right override"),
        '\u{202e}' => (Direction, "right-to-left override"),
        '\u{2066}' => (Direction, "left-to-right isolate"),
        '\u{2067}' => (Direction, "right-to-left isolate"),
        '\u{2068}' => (Direction, "first-strong isolate"),
        '\u{2069}' => (Direction, "end of isolate"),
        '\0' => (Control, "null"),
        '\u{1b}' => (Control, "escape"),
        '\u{7f}' => (Control, "delete"),
        c if c.is_control() => (Control, "control character"),
        '\u{ad}' => (Invisible, "soft hyphen"),
        '\u{200b}' => (Invisible, "zero-width space"),
        '\u{2060}' => (Invisible, "word joiner"),
        '\u{2061}'..='\u{2064}' => (Invisible, "invisible operator"),
        '\u{206a}'..='\u{206f}' => (Invisible, "old format character"),
        '\u{feff}' => (Invisible, "zero-width no-break space"),
        '\u{fff9}'..='\u{fffb}' => (Invisible, "interlinear annotation"),
        '\u{e0000}'..='\u{e007f}' => (Invisible, "tag character"),
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => (Invisible, "Hangul filler"),
        _ => return None,
    };
    Some(mark)
}

/// The first words of a quote, enough to tell two excerpts of one item apart.
pub fn first_words(quote: &str) -> String {
    const WORDS: usize = 6;
    let mut words: Vec<&str> = quote.split_whitespace().take(WORDS + 1).collect();
    let cut = words.len() > WORDS;
    words.truncate(WORDS);
    let mut out = words.join(" ");
    if cut {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_and_huge_texts_are_refused_and_large_ones_are_not() {
        for text in ["", "   ", "\n\t", "\u{200b}\u{feff}", "\u{202e}"] {
            assert_eq!(check_text("claim", text).unwrap_err().code, "empty", "{text:?} says nothing");
        }
        assert!(check_text("note", &"x".repeat(1_000_000)).is_ok(), "1 MB is a text");
        assert_eq!(
            check_text("note", &"x".repeat(MAX_TEXT + 1)).unwrap_err().code,
            "too_long",
            "4 MiB is the most"
        );
        assert_eq!(
            check_line("name", &"x".repeat(MAX_LINE + 1)).unwrap_err().code,
            "too_long",
            "a name is short"
        );
        assert_eq!(check_line("name", "a\nb").unwrap_err().code, "line_break", "a name is one line");
    }

    #[test]
    fn names_that_look_like_paths_or_markup_are_names() {
        for text in [
            "../../etc/passwd",
            "C:\\Windows",
            "<script>alert(1)</script>",
            "'; DROP TABLE claim;--",
            "خان شيخون",
        ] {
            assert!(check_line("name", text).is_ok(), "{text} is only text");
        }
    }

    #[test]
    fn direction_control_and_invisible_characters_are_marked_where_they_stand() {
        let found = marks("ё\u{202e}abc\0\u{200b}\n");
        let short: Vec<(u32, &str, TextMarkKind)> =
            found.iter().map(|m| (m.at, m.code_point.as_str(), m.kind)).collect();
        let expected = [
            (1, "U+202E", TextMarkKind::Direction),
            (5, "U+0000", TextMarkKind::Control),
            (6, "U+200B", TextMarkKind::Invisible),
        ];
        assert_eq!(short, expected, "places count characters, not bytes");
        assert_eq!(marks("می‌خواهم 👩‍🔬"), Vec::new(), "joiners that a script needs are left alone");
    }
}
