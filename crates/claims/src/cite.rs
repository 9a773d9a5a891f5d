//! Citations in a rationale: `[@uuid]` names an excerpt, item or statement.

use std::ops::Range;
use uuid::Uuid;

/// A citation in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Where it stands in the text, in bytes, brackets included.
    pub range: Range<usize>,
    /// What it names; the text between `[@` and `]` if that is no identity.
    pub id: Result<Uuid, String>,
}

/// Every citation of a text, in order.
///
/// A citation begins with `[@` and ends with the next `]` on the same line. A backslash before the bracket (`\[@`) makes it plain text,
/// as everywhere in Markdown; so does a span of code in backticks. What begins and never ends is a broken citation, not plain text:
/// a slip of the pen must not drop a footnote silently.
pub fn citations(text: &str) -> Vec<Citation> {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'`' => at = end_of_code(bytes, at),
            b'[' if bytes.get(at + 1) == Some(&b'@') => {
                let inner = at + 2;
                let rest = &text[inner..];
                let line = rest.find('\n').unwrap_or(rest.len());
                let (name, end) = match rest[..line].find(']') {
                    Some(close) => (&rest[..close], inner + close + 1),
                    None => (rest[..line].trim_end(), inner + rest[..line].trim_end().len()),
                };
                let closed = bytes.get(end - 1) == Some(&b']') && end > inner;
                let id = match Uuid::parse_str(name.trim()) {
                    Ok(id) if closed => Ok(id),
                    _ => Err(name.to_owned()),
                };
                out.push(Citation { range: at..end, id });
                at = end;
            }
            _ => at += 1,
        }
    }
    out
}

/// Where a span of code ends that begins with the backticks at `at`; just after these where it never ends.
fn end_of_code(bytes: &[u8], at: usize) -> usize {
    let ticks = bytes[at..].iter().take_while(|b| **b == b'`').count();
    let mut from = at + ticks;
    while from < bytes.len() {
        if bytes[from] == b'`' {
            let run = bytes[from..].iter().take_while(|b| **b == b'`').count();
            if run == ticks {
                return from + run;
            }
            from += run;
        } else {
            from += 1;
        }
    }
    at + ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198c0de-0000-7000-8000-000000000001";

    #[test]
    fn citations_are_found_where_they_stand() {
        let text = format!("The page says so.[@{ID}] And —ё— again [@ {ID} ].");
        let found = citations(&text);
        assert_eq!(found.len(), 2, "both are found");
        assert_eq!(&text[found[0].range.clone()], format!("[@{ID}]"), "the range holds the brackets");
        assert_eq!(found[1].id.as_ref().unwrap().to_string(), ID, "spaces inside do not matter");
    }

    #[test]
    fn broken_citations_are_kept_as_broken() {
        for (text, name) in [
            ("see [@page 3]", "page 3"),
            ("see [@]", ""),
            ("see [@0198c0de-0000-7000-8000-00000000000g]", "0198c0de-0000-7000-8000-00000000000g"),
            ("see [@0198c0de-0000-7000-8000-000000000001", "0198c0de-0000-7000-8000-000000000001"),
            ("see [@abc\nnext] line", "abc"),
            ("[@", ""),
        ] {
            let found = citations(text);
            assert_eq!(found.len(), 1, "{text:?} holds one citation");
            assert_eq!(found[0].id, Err(name.to_owned()), "{text:?} is broken, and says by what");
            assert!(text.get(found[0].range.clone()).is_some(), "the range of {text:?} cuts at characters");
        }
    }

    #[test]
    fn what_markdown_escapes_is_no_citation() {
        for text in ["", "mail me@example.org", "\\[@x]", "`[@x]`", "``a ` [@x]``", "a [link](x)", "\\", "`"]
        {
            assert_eq!(citations(text), Vec::new(), "{text:?} cites nothing");
        }
        assert_eq!(citations("` [@x]").len(), 1, "a lone backtick opens no code");
    }
}
