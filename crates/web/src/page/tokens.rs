//! A page as its tags and words, one after the other. No tree is built: time and memory go with the size of the page and with nothing else,
//! however its elements are nested.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

/// The longest that the reading of one page may take; what takes longer was made to.
const LONGEST: Duration = Duration::from_secs(5);
/// How much is read between two looks at the clock.
const STEP: usize = 16 * 1024;

/// A part of a page.
pub(super) enum Piece {
    /// A start tag, with its attributes (names in small letters).
    Start { name: String, attributes: Vec<(String, String)>, closes_itself: bool },
    /// An end tag.
    End(String),
    /// Words, or the inside of a script or style.
    Words(String),
    /// The page says that it follows the standard.
    Doctype { quirks: bool },
}

struct Sink<F> {
    each: RefCell<F>,
    until: Instant,
    over: Cell<bool>,
}

impl<F: FnMut(Piece)> TokenSink for Sink<F> {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if Instant::now() > self.until {
            self.over.set(true);
        }
        if self.over.get() {
            return TokenSinkResult::Continue;
        }
        let (piece, next) = match token {
            Token::TagToken(tag) => of_tag(tag),
            Token::CharacterTokens(words) => (Piece::Words(words.to_string()), TokenSinkResult::Continue),
            Token::DoctypeToken(doctype) => {
                (Piece::Doctype { quirks: doctype.force_quirks }, TokenSinkResult::Continue)
            }
            Token::CommentToken(_) | Token::NullCharacterToken | Token::EOFToken | Token::ParseError(_) => {
                return TokenSinkResult::Continue;
            }
        };
        (self.each.borrow_mut())(piece);
        next
    }
}

fn of_tag(tag: Tag) -> (Piece, TokenSinkResult<()>) {
    let name = tag.name.to_string();
    if tag.kind == TagKind::EndTag {
        return (Piece::End(name), TokenSinkResult::Continue);
    }
    let next = match name.as_str() {
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => {
            TokenSinkResult::RawData(RawKind::Rawtext)
        }
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        _ => TokenSinkResult::Continue,
    };
    let attributes =
        tag.attrs.into_iter().map(|one| (one.name.local.to_string(), one.value.to_string())).collect();
    (Piece::Start { name, attributes, closes_itself: tag.self_closing }, next)
}

/// Reads a page and hands each part to `each`; whether it came to its end in time.
pub(super) fn read(html: &str, each: impl FnMut(Piece)) -> bool {
    let until = Instant::now() + LONGEST;
    let sink = Sink { each: RefCell::new(each), until, over: Cell::new(false) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let mut end = STEP.min(rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (now, later) = rest.split_at(end);
        rest = later;
        queue.push_back(StrTendril::from_slice(now));
        // A script never stops the reading: our sink runs none.
        let _ = tokenizer.feed(&queue);
        if Instant::now() > until {
            return false;
        }
    }
    tokenizer.end();
    !tokenizer.sink.over.get()
}

/// The value of an attribute, without blanks around it.
pub(super) fn value<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_made_to_hang_does_not() {
        let began = Instant::now();
        let mut starts = 0;
        assert!(read(&"<div><b><font x>".repeat(50_000), |piece| {
            starts += usize::from(matches!(piece, Piece::Start { .. }));
        }));
        assert_eq!(starts, 150_000, "deep nesting is nothing to a reader without a tree");
        assert!(began.elapsed() < Duration::from_secs(10));
        let many: String = (0..200_000).map(|n| format!(" a{n}")).collect();
        let began = Instant::now();
        read(&format!("<a{many}>"), |_| {});
        assert!(began.elapsed() < Duration::from_secs(20), "a tag of 200,000 attributes ends in time");
    }
}
