//! The text of a page: all of its visible words in their order, in lines and paragraphs. Nothing is left out as unimportant: a caption or a
//! note at the side may be what is quoted.

use super::tokens::{self, Piece, value};

/// Elements whose inside is no text of the page.
const HIDDEN: [&str; 16] = [
    "script", "style", "noscript", "template", "iframe", "object", "applet", "noembed", "noframes", "svg",
    "math", "head", "select", "datalist", "canvas", "audio",
];
/// What may stand in a head; anything else ends it.
const IN_HEAD: [&str; 9] =
    ["title", "meta", "link", "base", "style", "script", "noscript", "template", "basefont"];
/// Elements whose end tag may be left out, so that one cannot tell where they end without a tree: they are never taken for hidden.
const MAY_STAY_OPEN: [&str; 14] = [
    "html", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
];
/// Elements that stand on lines of their own.
const BLOCKS: [&str; 41] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "ul",
];
/// Of these, those with an empty line around them.
const PARAGRAPHS: [&str; 14] =
    ["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "dl", "pre", "figure"];

/// The text of a page and its title.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Read {
    pub text: String,
    pub title: Option<String>,
}

/// The text of a page; none if it could not be read in time.
pub fn text_of(html: &str) -> Option<String> {
    read(html).map(|read| read.text)
}

/// The text and the title of a page; none if it could not be read in time.
pub(crate) fn read(html: &str) -> Option<Read> {
    let mut writer = Writer::default();
    tokens::read(html, |piece| writer.take(piece)).then(|| writer.done())
}

#[derive(Default)]
struct Writer {
    text: String,
    title: String,
    in_title: bool,
    has_title: bool,
    /// The hidden element that one is in, and how often it was opened inside itself.
    hidden: Option<(String, usize)>,
    preformatted: usize,
    blank: bool,
    breaks: usize,
}

impl Writer {
    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::Start { name, attributes, closes_itself } => self.start(&name, &attributes, closes_itself),
            Piece::End(name) => self.end(&name),
            Piece::Words(words) => self.words(&words),
            Piece::Doctype { .. } => {}
        }
    }

    fn start(&mut self, name: &str, attributes: &[(String, String)], closes_itself: bool) {
        if name == "title" && !self.has_title {
            (self.in_title, self.has_title) = (true, true);
            return;
        }
        if let Some((inside, depth)) = &mut self.hidden {
            if inside == "head" && !IN_HEAD.contains(&name) {
                self.hidden = None;
            } else {
                *depth += usize::from(inside == name && !closes_itself);
                return;
            }
        }
        let closes = !is_void(name) && !MAY_STAY_OPEN.contains(&name);
        let unseen = closes && value(attributes, "hidden").is_some_and(|how| how != "until-found");
        if (HIDDEN.contains(&name) || unseen) && !closes_itself {
            self.hidden = Some((name.to_owned(), 1));
            return;
        }
        match name {
            "br" => self.line(1),
            "td" | "th" => self.tab(),
            "tr" => self.line(1),
            "pre" => {
                self.line(2);
                self.preformatted += 1;
            }
            _ => self.block(name),
        }
    }

    fn end(&mut self, name: &str) {
        if name == "title" {
            self.in_title = false;
        }
        if let Some((inside, depth)) = &mut self.hidden {
            if inside == name {
                *depth -= 1;
                if *depth == 0 {
                    self.hidden = None;
                }
            }
            return;
        }
        if name == "pre" {
            self.preformatted = self.preformatted.saturating_sub(1);
        }
        self.block(name);
    }

    fn block(&mut self, name: &str) {
        if PARAGRAPHS.contains(&name) {
            self.line(2);
        } else if BLOCKS.contains(&name) {
            self.line(1);
        }
    }

    fn line(&mut self, breaks: usize) {
        self.breaks = self.breaks.max(breaks);
        self.blank = false;
    }

    fn tab(&mut self) {
        if self.breaks == 0 && !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push('\t');
        }
        self.blank = false;
    }

    fn words(&mut self, words: &str) {
        if self.in_title {
            self.title.push_str(words);
            return;
        }
        if self.hidden.is_some() {
            return;
        }
        for c in words.chars() {
            if c == '\r' || c == '\0' {
                continue;
            }
            if self.preformatted > 0 && c == '\n' {
                self.breaks = (self.breaks + 1).min(3);
                continue;
            }
            // A no-break space is a character of the page; other blanks run into one.
            if matches!(c, ' ' | '\t' | '\n' | '\x0c') && self.preformatted == 0 {
                self.blank = true;
                continue;
            }
            self.push(c);
        }
    }

    fn push(&mut self, c: char) {
        if self.breaks > 0 {
            if !self.text.is_empty() {
                self.text.extend(std::iter::repeat_n('\n', self.breaks.min(2)));
            }
        } else if self.blank && !self.text.is_empty() && !self.text.ends_with(['\n', '\t']) {
            self.text.push(' ');
        }
        (self.breaks, self.blank) = (0, false);
        self.text.push(c);
    }

    fn done(mut self) -> Read {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let title: String = title.chars().take(500).collect();
        Read { text: self.text, title: (!title.is_empty()).then_some(title) }
    }
}

pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_page_has_its_words_and_lines() {
        let html = "<!DOCTYPE html><html><head><title> The  week </title><style>p{}</style><script>var x='<p>no</p>'</script></head>\
            <body><h1>One</h1>\n<p>Two <b>three</b>\n  four&nbsp;five &amp; six<br>seven</p><ul><li>a<li>b</ul>\
            <table><tr><td>x<td>y</tr><tr><td>z</table><noscript>no</noscript><div hidden>no</div><svg><title>no</title></svg>\
            <pre>l1\n  l2</pre><template><p>no</p></template></body></html>";
        let read = read(html).unwrap();
        assert_eq!(read.title.as_deref(), Some("The week"));
        assert_eq!(
            read.text,
            "One\n\nTwo three four\u{a0}five & six\nseven\n\na\nb\n\nx\ty\nz\n\nl1\n  l2\n"
        );
    }

    #[test]
    fn a_page_without_anything_has_no_text() {
        assert_eq!(text_of("").as_deref(), Some(""));
        assert_eq!(text_of("<body><p> </p>").as_deref(), Some(""));
        let bare = "<head><title>x</title><meta charset=utf-8><p>words without a body<p hidden>and more";
        assert_eq!(
            text_of(bare).as_deref(),
            Some("words without a body\n\nand more\n"),
            "the body begins by itself"
        );
    }
}
