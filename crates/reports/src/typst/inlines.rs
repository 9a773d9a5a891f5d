//! Words, names, quotes and marks as Typst source.

use crate::document::{Inline, Ladder, Mark};
use crate::script;
use crate::text::{Piece, one_line, pieces, safe_url};
use crate::words::Words;
use claims::words::StanceValue;
use std::fmt::Write;

/// A Typst string of one line.
pub(super) fn string(text: &str) -> String {
    literal(&one_line(text))
}

/// A Typst string: the text between quotation marks, so that nothing in it is read as source.
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A content block.
pub(super) fn content(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::from("[");
    write(&mut out);
    out.push(']');
    out
}

/// Text with what cannot be seen shown by its code, and line breaks kept.
pub(super) fn words(text: &str, out: &mut String) {
    for piece in pieces(text) {
        let _ = match piece {
            Piece::Plain(plain) => write!(out, "#{};", literal(plain)),
            Piece::Mark(mark) => write!(out, "#control({});", literal(&mark)),
            Piece::Line => write!(out, "#linebreak();"),
        };
    }
}

/// Words of the record in their own language and direction.
pub(super) fn foreign(text: &str, lang: Option<&str>, w: &Words, out: &mut String) {
    marked(text, lang, None, w, out);
}

fn marked(text: &str, lang: Option<&str>, marks: Option<(char, char)>, w: &Words, out: &mut String) {
    // Typst knows languages by their two or three letters.
    let primary = script::lang(lang)
        .and_then(|tag| tag.split('-').next())
        .filter(|primary| matches!(primary.len(), 2 | 3))
        .map(str::to_ascii_lowercase);
    let dir = script::dir(text);
    // What is in the report's own language and direction needs no wrapping.
    let plain = dir == "ltr" && primary.as_deref().is_none_or(|primary| primary == w.tag);
    if !plain {
        let lang = primary.map_or_else(|| "none".to_owned(), |primary| literal(&primary));
        let _ = write!(out, "#foreign({lang}, \"{dir}\", [");
    }
    if let Some((open, _)) = marks {
        let _ = write!(out, "#\"{open}\";");
    }
    words(text, out);
    if let Some((_, close)) = marks {
        let _ = write!(out, "#\"{close}\";");
    }
    if !plain {
        out.push_str("]);");
    }
}

pub(super) fn inlines(list: &[Inline], w: &Words, out: &mut String) {
    let mut list = list.iter().peekable();
    while let Some(inline) = list.next() {
        // A mark with nothing but a word for those who do not see it.
        if let (Inline::Stance(mark), Some(Inline::Aside(word))) = (inline, list.peek()) {
            let _ = write!(out, "#named-stance({}, {});", literal(code(*mark)), string(word));
            list.next();
            continue;
        }
        one(inline, w, out);
    }
}

fn one(inline: &Inline, w: &Words, out: &mut String) {
    match inline {
        Inline::Text(text) => words(text, out),
        Inline::Name(name) => foreign(name, None, w, out),
        Inline::Foreign { text, lang } => foreign(text, lang.as_deref(), w, out),
        Inline::Quote { text, lang, marks } => {
            marked(text, lang.as_deref(), marks.then(|| (w.marks)(text)), w, out)
        }
        Inline::Strong(inner) => wrapped("#text(weight: 600, ", inner, w, out),
        Inline::Emphasis(inner) => wrapped("#emph(", inner, w, out),
        Inline::Dim(inner) => wrapped("#dim(", inner, w, out),
        Inline::Code(text) => {
            let _ = write!(out, "#raw({});", string(text));
        }
        Inline::Hash(hash) => {
            // A hash may break anywhere.
            let broken: Vec<String> = one_line(hash)
                .chars()
                .collect::<Vec<_>>()
                .chunks(8)
                .map(|chunk| chunk.iter().collect())
                .collect();
            let _ = write!(out, "#hash({});", literal(&broken.join("\u{200b}")));
        }
        Inline::Link { url, text } => match safe_url(url) {
            Some(url) => wrapped(&format!("#link({}, ", literal(url)), text, w, out),
            None => inlines(text, w, out),
        },
        Inline::Jump { id, text } => wrapped(&format!("#link(label({}), ", string(id)), text, w, out),
        Inline::Target { id, text } => {
            let _ = write!(out, "#[#metadata(none)#label({})];", string(id));
            inlines(text, w, out);
        }
        Inline::Note { number, nth } => {
            let _ = write!(out, "#note-ref({number}, {nth});");
        }
        Inline::Break => out.push_str("#linebreak();"),
        Inline::Letter { letter, finding } => {
            let _ = write!(out, "#letter({}, {finding});", string(letter));
        }
        Inline::Ladder(ladder) => {
            let _ = match ladder {
                Ladder::Place { place, places } => write!(out, "#ladder({place}, {places});"),
                Ladder::Unrated { places } => write!(out, "#ladder(none, {places});"),
                Ladder::Outside => write!(out, "#outside();"),
                Ladder::NotRated => write!(out, "#not-rated();"),
            };
        }
        Inline::Stance(mark) => {
            let _ = write!(out, "#stance({});", literal(code(*mark)));
        }
        Inline::Aside(_) => {}
    }
}

fn wrapped(open: &str, inner: &[Inline], w: &Words, out: &mut String) {
    let _ = write!(out, "{open}{});", content(|out| inlines(inner, w, out)));
}

/// The name under which the source draws a mark.
pub(super) fn code(mark: Mark) -> &'static str {
    match mark {
        Mark::Value(StanceValue::StronglySupports) => "ss",
        Mark::Value(StanceValue::Supports) => "s",
        Mark::Value(StanceValue::Neutral) => "n",
        Mark::Value(StanceValue::Contradicts) => "c",
        Mark::Value(StanceValue::StronglyContradicts) => "cc",
        Mark::Value(StanceValue::NotApplicable) => "na",
        Mark::Unrated => "un",
        Mark::Unsettled => "us",
        Mark::NoLink => "no",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn text_cannot_act_on_the_source() {
        assert_eq!(literal("a\"b\\c#d"), r#""a\"b\\c#d""#);
        let mut out = String::new();
        words("x\u{202e}\ny", &mut out);
        assert_eq!(out, "#\"x\";#control(\"[U+202E]\");#linebreak();#\"y\";");
    }

    #[test]
    fn a_quote_carries_its_language_and_direction() {
        let mut out = String::new();
        one(
            &Inline::Quote { text: "خان".into(), lang: Some("ar-SY".into()), marks: true },
            Language::English.words(),
            &mut out,
        );
        assert_eq!(out, "#foreign(\"ar\", \"rtl\", [#\"“\";#\"خان\";#\"”\";]);");
    }
}
