//! Addresses in a style sheet: found and replaced by a reader of its tokens that keeps no stack, so that nothing can be nested too deep.

use std::ops::Range;

/// What an address stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Another style sheet (`@import`).
    Import,
    /// A picture, a face, a mask: anything else.
    Thing,
}

/// One address in a style sheet.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// As meant, without escapes.
    pub address: String,
    pub what: Use,
    /// The bytes to be replaced: `url(…)` whole, or the string of an `@import`.
    pub place: Range<usize>,
    /// For an import: what follows up to its end, without the semicolon (its media), and the whole rule.
    pub rule: Option<(String, Range<usize>)>,
}

/// The addresses in a style sheet, in their order.
pub(crate) fn addresses(css: &str) -> Vec<Found> {
    let bytes = css.as_bytes();
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    let mut import: Option<usize> = None;
    while at < bytes.len() {
        let rest = &css[at..];
        match bytes[at] {
            b'/' if rest.starts_with("/*") => at += rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            b'"' | b'\'' => {
                let (value, end) = string(css, at);
                if import
                    .is_some_and(|from| css[from..at].trim() == "@import" || only_remarks(&css[from + 7..at]))
                {
                    found.push(Found { address: value, what: Use::Import, place: at..end, rule: None });
                }
                at = end;
            }
            b'@' if begins(rest, "@import") => {
                import = Some(at);
                at += 7;
            }
            b';' | b'{' | b'}' => {
                if let (Some(from), Some(last)) = (import.take(), found.last_mut())
                    && last.what == Use::Import
                    && last.place.start > from
                    && last.rule.is_none()
                {
                    last.rule = Some((
                        css[last.place.end..at].trim().to_owned(),
                        from..at + usize::from(bytes[at] == b';'),
                    ));
                }
                at += 1;
            }
            b'u' | b'U' if begins(rest, "url(") && !is_name_before(bytes, at) => {
                let (value, end) = url(css, at + 4);
                let of_import = import.is_some_and(|from| only_remarks(&css[from + 7..at]));
                let what = if of_import { Use::Import } else { Use::Thing };
                found.push(Found { address: value, what, place: at..end, rule: None });
                at = end;
            }
            b'\\' => at += 1 + css[at + 1..].chars().next().map_or(0, char::len_utf8),
            // `image-set("a.png" 1x)` and friends name pictures by strings.
            b'i' | b'I' if begins(rest, "image-set(") => {
                at += 10;
                let end = rest.find(')').map_or(css.len(), |end| at - 10 + end);
                let mut inside = at;
                while inside < end {
                    match bytes[inside] {
                        b'"' | b'\'' => {
                            let (value, after) = string(css, inside);
                            found.push(Found {
                                address: value,
                                what: Use::Thing,
                                place: inside..after,
                                rule: None,
                            });
                            inside = after;
                        }
                        b'u' | b'U' if begins(&css[inside..], "url(") => break,
                        _ => inside += 1,
                    }
                }
                at = inside.min(css.len());
            }
            byte if byte < 0x80 => at += 1,
            _ => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    if let (Some(from), Some(last)) = (import, found.last_mut())
        && last.what == Use::Import
        && last.rule.is_none()
        && last.place.start > from
    {
        last.rule = Some((css[last.place.end..].trim().to_owned(), from..css.len()));
    }
    found
}

fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

fn is_name_before(bytes: &[u8], at: usize) -> bool {
    at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'-' | b'_' | 0x80..))
}

/// Whether there is nothing but blanks and remarks.
fn only_remarks(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some(inside) = rest.strip_prefix("/*") {
        rest = inside.find("*/").map_or("", |end| &inside[end + 2..]).trim_start();
    }
    rest.is_empty()
}

/// The string that begins at `at`, and where it ends. A line that ends inside ends it, as in browsers.
fn string(css: &str, at: usize) -> (String, usize) {
    let quote = css[at..].chars().next().unwrap_or('"');
    let mut value = String::new();
    let mut place = at + 1;
    while let Some(c) = css[place..].chars().next() {
        match c {
            c if c == quote => return (value, place + 1),
            '\n' => return (value, place),
            '\\' => place = escape(css, place, &mut value),
            c => {
                value.push(c);
                place += c.len_utf8();
            }
        }
    }
    (value, css.len())
}

/// What stands in `url(`, and where it ends.
fn url(css: &str, from: usize) -> (String, usize) {
    let start = from + (css[from..].len() - css[from..].trim_start().len());
    if let Some('"' | '\'') = css[start..].chars().next() {
        let (value, end) = string(css, start);
        let end = css[end..].find(')').map_or(css.len(), |close| end + close + 1);
        return (value, end);
    }
    let mut value = String::new();
    let mut place = start;
    while let Some(c) = css[place..].chars().next() {
        match c {
            ')' => return (value.trim_end().to_owned(), place + 1),
            '\\' => place = escape(css, place, &mut value),
            c => {
                value.push(c);
                place += c.len_utf8();
            }
        }
    }
    (value.trim_end().to_owned(), css.len())
}

/// Reads an escape at `at` into `value`; gives where it ends.
fn escape(css: &str, at: usize, value: &mut String) -> usize {
    let rest = &css[at + 1..];
    let digits = rest.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if digits > 0 {
        let code = u32::from_str_radix(&rest[..digits], 16).unwrap_or(0xfffd);
        value.push(char::from_u32(code).filter(|c| *c != '\0').unwrap_or('\u{fffd}'));
        let blank = usize::from(rest[digits..].starts_with([' ', '\n', '\t']));
        return at + 1 + digits + blank;
    }
    match rest.chars().next() {
        Some('\n') => at + 2,
        Some(c) => {
            value.push(c);
            at + 1 + c.len_utf8()
        }
        None => css.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(css: &str) -> Vec<(String, Use)> {
        addresses(css).into_iter().map(|found| (found.address, found.what)).collect()
    }

    #[test]
    fn addresses_are_found_where_css_has_them() {
        let css = r#"@charset "utf-8"; @import "a.css"; @import url( 'b.css' ) screen;
            /* url(no.png) @import "no.css" */
            a { background: URL(c.png) , url("d\29 .png"); content: "url(no2.png)" }
            @font-face { src: local("x"), url(e.woff2) format("woff2") }
            b { mask: image-set("f.png" 1x, url(g.png) 2x) } .curl(x) {} c { --x: url(data:image/png;base64,AA) }"#;
        let found = all(css);
        let names: Vec<&str> = found.iter().map(|(address, _)| address.as_str()).collect();
        assert_eq!(
            names,
            ["a.css", "b.css", "c.png", "d).png", "e.woff2", "f.png", "g.png", "data:image/png;base64,AA"]
        );
        assert_eq!(found[0].1, Use::Import);
        assert_eq!(found[1].1, Use::Import);
        assert_eq!(found[2].1, Use::Thing);
        let imports = addresses(css);
        let (media, rule) = imports[1].rule.clone().unwrap();
        assert_eq!(media, "screen", "under what conditions it is taken in");
        assert_eq!(&css[rule], "@import url( 'b.css' ) screen;");
    }

    #[test]
    fn what_is_broken_ends_and_never_runs_over() {
        for css in [
            "url(",
            "url('",
            "@import",
            "@import \"",
            "/*",
            "\\",
            "a{background:url(\\",
            "é",
            "url(é",
            "@import url(x",
            "image-set(",
            "image-set(\"é",
            "\"\\",
            "url(\"a\nb\")",
        ] {
            for found in addresses(css) {
                assert!(css.get(found.place.clone()).is_some(), "{css:?}: {found:?}");
            }
        }
        assert_eq!(addresses(&"{".repeat(200_000)).len(), 0, "nothing is nested, so nothing is too deep");
    }
}
