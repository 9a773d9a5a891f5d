//! Words, names, quotes and marks as HTML.

use super::glyphs;
use crate::document::Inline;
use crate::script;
use crate::text::{Piece, escape_html, pieces};
use crate::words::Words;
use std::fmt::Write;

/// Text with what cannot be seen shown by its code, and line breaks kept.
pub(super) fn text(words: &str, out: &mut String) {
    for piece in pieces(words) {
        match piece {
            Piece::Plain(plain) => escape_html(plain, out),
            Piece::Mark(mark) => {
                let _ = write!(out, "<span class=\"ctl\">{mark}</span>");
            }
            Piece::Line => out.push_str("<br>"),
        }
    }
}

/// Words of the record, marked with their language and direction.
pub(super) fn foreign(words: &str, lang: Option<&str>, marks: Option<(char, char)>, out: &mut String) {
    out.push_str("<span");
    if let Some(lang) = script::lang(lang) {
        let _ = write!(out, " lang=\"{lang}\"");
    }
    let _ = write!(out, " dir=\"{}\"", script::dir(words));
    out.push('>');
    out.extend(marks.map(|(open, _)| open));
    text(words, out);
    out.extend(marks.map(|(_, close)| close));
    out.push_str("</span>");
}

pub(super) fn inlines(list: &[Inline], w: &Words, out: &mut String) {
    for inline in list {
        one(inline, w, out);
    }
}

fn one(inline: &Inline, w: &Words, out: &mut String) {
    match inline {
        Inline::Text(words) => text(words, out),
        Inline::Foreign { text: words, lang } => foreign(words, lang.as_deref(), None, out),
        Inline::Name(name) => tagged("bdi", |out| text(name, out), out),
        Inline::Quote { text: words, lang, marks } => {
            foreign(words, lang.as_deref(), marks.then(|| (w.marks)(words)), out)
        }
        Inline::Strong(inner) => tagged("b", |out| inlines(inner, w, out), out),
        Inline::Emphasis(inner) => tagged("em", |out| inlines(inner, w, out), out),
        Inline::Dim(inner) => {
            out.push_str("<span class=\"dim\">");
            inlines(inner, w, out);
            out.push_str("</span>");
        }
        Inline::Code(code) => tagged("code", |out| text(code, out), out),
        Inline::Hash(hash) => {
            out.push_str("<span class=\"hash\">");
            text(hash, out);
            out.push_str("</span>");
        }
        Inline::Link { url, text: inner } => {
            out.push_str("<a href=\"");
            escape_html(url, out);
            out.push_str("\" rel=\"noreferrer noopener\">");
            inlines(inner, w, out);
            out.push_str("</a>");
        }
        Inline::Jump { id, text: inner } => {
            out.push_str("<a href=\"#");
            escape_html(id, out);
            out.push_str("\">");
            inlines(inner, w, out);
            out.push_str("</a>");
        }
        Inline::Target { id, text: inner } => {
            out.push_str("<span id=\"");
            escape_html(id, out);
            out.push_str("\">");
            inlines(inner, w, out);
            out.push_str("</span>");
        }
        Inline::Note { number, nth } => {
            let _ = write!(
                out,
                "<sup class=\"ref\"><a href=\"#note-{number}\" id=\"ref-{number}-{nth}\" aria-label=\"{}\">{number}</a></sup>",
                (w.page.note)(*number)
            );
        }
        Inline::Break => out.push_str("<br>"),
        Inline::Letter { letter, finding } => {
            let finding = if *finding { " f" } else { "" };
            let wide = if letter.chars().count() > 1 { " w" } else { "" };
            let _ = write!(out, "<span class=\"let{finding}{wide}\">");
            text(letter, out);
            out.push_str("</span>");
        }
        Inline::Ladder(ladder) => glyphs::ladder(*ladder, out),
        Inline::Aside(words) => {
            out.push_str("<span class=\"vh\">");
            text(words, out);
            out.push_str("</span>");
        }
        Inline::Stance(mark) => glyphs::stance(*mark, out),
    }
}

fn tagged(tag: &str, inner: impl FnOnce(&mut String), out: &mut String) {
    let _ = write!(out, "<{tag}>");
    inner(out);
    let _ = write!(out, "</{tag}>");
}
