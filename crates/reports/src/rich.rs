//! Markdown of a rationale as blocks of the report: raw HTML stays text, links keep only plain addresses, `[@uuid]` becomes a note.

use crate::document::{Block, Inline};
use crate::text::safe_url;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

/// How deep lists and quotes may nest; what lies deeper stands at this level.
const DEPTH: usize = 8;

/// Reads Markdown. `cite` turns what stands between `[@` and `]` into a note, or says that the report cannot be made.
pub(crate) fn blocks<E>(
    markdown: &str,
    cite: &mut dyn FnMut(&str) -> Result<Inline, E>,
) -> Result<Vec<Block>, E> {
    let parser = TextMergeStream::new(Parser::new_ext(markdown, Options::empty()));
    let mut reader = Reader { stack: vec![Frame::new(Kind::Root)], cite };
    for event in parser {
        reader.event(event)?;
    }
    while reader.stack.len() > 1 {
        reader.close();
    }
    Ok(reader.stack.pop().map(Frame::into_blocks).unwrap_or_default())
}

/// Marks every word of the blocks with its language.
pub(crate) fn speak(blocks: &mut [Block], lang: &str) {
    for block in blocks {
        match block {
            Block::Paragraph(words) | Block::Small(words) => speak_inlines(words, lang),
            Block::List { items, .. } => items.iter_mut().for_each(|item| speak(item, lang)),
            Block::Quote(inner) => speak(inner, lang),
            _ => {}
        }
    }
}

fn speak_inlines(words: &mut [Inline], lang: &str) {
    for inline in words {
        match inline {
            Inline::Text(text) if !text.trim().is_empty() => {
                *inline = Inline::Foreign { text: std::mem::take(text), lang: Some(lang.to_owned()) };
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                speak_inlines(inner, lang);
            }
            _ => {}
        }
    }
}

enum Kind {
    Root,
    Paragraph,
    Heading,
    Quote,
    List { ordered: bool },
    Item,
    Code,
    Emphasis,
    Strong,
    Link(Option<String>),
}

struct Frame {
    kind: Kind,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    inlines: Vec<Inline>,
}

impl Frame {
    fn new(kind: Kind) -> Self {
        Self { kind, blocks: Vec::new(), items: Vec::new(), inlines: Vec::new() }
    }

    /// Loose words of a tight list item become a paragraph.
    fn settle(&mut self) {
        if !self.inlines.is_empty() {
            let inlines = std::mem::take(&mut self.inlines);
            self.blocks.push(Block::Paragraph(inlines));
        }
    }

    fn into_blocks(mut self) -> Vec<Block> {
        self.settle();
        self.blocks
    }
}

struct Reader<'a, E> {
    stack: Vec<Frame>,
    cite: &'a mut dyn FnMut(&str) -> Result<Inline, E>,
}

impl<E> Reader<'_, E> {
    fn event(&mut self, event: Event<'_>) -> Result<(), E> {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(end) => self.end(end),
            Event::Text(text) => {
                if matches!(self.top().kind, Kind::Code) {
                    self.push(Inline::Text(text.into_string()));
                } else {
                    self.words(&text)?;
                }
            }
            Event::Code(code) => self.push(Inline::Code(code.into_string())),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.push(Inline::Text(html.trim_end_matches('\n').to_owned()))
            }
            Event::SoftBreak => self.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => self.push(Inline::Break),
            Event::Rule
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
        Ok(())
    }

    fn top(&mut self) -> &mut Frame {
        if self.stack.is_empty() {
            self.stack.push(Frame::new(Kind::Root));
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn push(&mut self, inline: Inline) {
        self.top().inlines.push(inline);
    }

    /// Words in which places may be cited.
    fn words(&mut self, text: &str) -> Result<(), E> {
        let mut rest = text;
        while let Some(start) = rest.find("[@") {
            let Some(length) = rest[start..].find(']') else { break };
            // A note stands right behind the word that it is for.
            let before = rest[..start].trim_end();
            if !before.is_empty() {
                self.push(Inline::Text(before.to_owned()));
            }
            let note = (self.cite)(&rest[start + 2..start + length])?;
            self.push(note);
            rest = &rest[start + length + 1..];
        }
        if !rest.is_empty() {
            self.push(Inline::Text(rest.to_owned()));
        }
        Ok(())
    }

    fn open(&mut self, tag: Tag<'_>) {
        let kind = match tag {
            Tag::Paragraph | Tag::HtmlBlock => Kind::Paragraph,
            Tag::Heading { level, .. } => {
                debug_assert!(level >= HeadingLevel::H1);
                Kind::Heading
            }
            Tag::BlockQuote(_) => Kind::Quote,
            Tag::CodeBlock(_) => Kind::Code,
            Tag::List(start) => Kind::List { ordered: start.is_some() },
            Tag::Item => Kind::Item,
            Tag::Strong => Kind::Strong,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                Kind::Link(safe_url(&dest_url).map(str::to_owned))
            }
            _ => Kind::Emphasis,
        };
        if !matches!(kind, Kind::Emphasis | Kind::Strong | Kind::Link(_)) {
            self.top().settle();
        }
        self.stack.push(Frame::new(kind));
    }

    fn end(&mut self, _: TagEnd) {
        if self.stack.len() > 1 {
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(mut frame) = self.stack.pop() else { return };
        let deep = self.stack.len() > DEPTH;
        let parent = self.top();
        match frame.kind {
            Kind::Emphasis => parent.inlines.push(Inline::Emphasis(frame.inlines)),
            Kind::Strong => parent.inlines.push(Inline::Strong(frame.inlines)),
            Kind::Link(Some(url)) => parent.inlines.push(Inline::Link { url, text: frame.inlines }),
            Kind::Link(None) => parent.inlines.append(&mut frame.inlines),
            Kind::Paragraph | Kind::Root => {
                frame.settle();
                parent.blocks.append(&mut frame.blocks);
            }
            Kind::Heading => parent.blocks.push(Block::Paragraph(vec![Inline::Strong(frame.inlines)])),
            Kind::Code => {
                let text: String = frame
                    .inlines
                    .iter()
                    .filter_map(|i| if let Inline::Text(t) = i { Some(t.as_str()) } else { None })
                    .collect();
                parent.blocks.push(Block::Code(text));
            }
            Kind::Item => {
                frame.settle();
                parent.items.push(frame.blocks);
            }
            Kind::List { .. } | Kind::Quote if deep => {
                frame.settle();
                parent.blocks.append(&mut frame.blocks);
                parent.blocks.extend(frame.items.into_iter().flatten());
            }
            Kind::List { ordered } => parent.blocks.push(Block::List { ordered, items: frame.items }),
            Kind::Quote => {
                frame.settle();
                parent.blocks.push(Block::Quote(frame.blocks));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(markdown: &str) -> Vec<Block> {
        let mut cite = |which: &str| Ok::<_, ()>(Inline::Code(format!("@{which}")));
        blocks(markdown, &mut cite).unwrap()
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn raw_html_stays_text() {
        assert_eq!(
            read("a <b>c</b>"),
            [Block::Paragraph(vec![text("a "), text("<b>"), text("c"), text("</b>")])]
        );
        assert_eq!(
            read("<script>\nalert(1)\n</script>").len(),
            1,
            "a block of HTML is one paragraph of words"
        );
    }

    #[test]
    fn a_link_that_is_no_plain_address_loses_it() {
        assert_eq!(read("[a](javascript:b)"), [Block::Paragraph(vec![text("a")])]);
        let Block::Paragraph(inlines) = &read("[a](https://example.org/)")[0] else { panic!("a paragraph") };
        assert!(matches!(&inlines[0], Inline::Link { url, .. } if url == "https://example.org/"));
    }

    #[test]
    fn a_citation_becomes_what_the_caller_says() {
        assert_eq!(
            read("Said so.[@x][@y] More."),
            [Block::Paragraph(vec![
                text("Said so."),
                Inline::Code("@x".into()),
                Inline::Code("@y".into()),
                text(" More.")
            ])]
        );
        assert_eq!(
            read("said [@x], and"),
            [Block::Paragraph(vec![text("said"), Inline::Code("@x".into()), text(", and")])]
        );
        let mut refuse = |which: &str| Err::<Inline, _>(which.to_owned());
        assert_eq!(blocks("*[@z]*", &mut refuse), Err("z".to_owned()));
    }

    #[test]
    fn a_citation_in_code_is_code() {
        assert_eq!(read("`[@x]`"), [Block::Paragraph(vec![Inline::Code("[@x]".into())])]);
    }

    #[test]
    fn lists_nest_and_end() {
        let [Block::List { ordered: false, items }] = &read("- a\n- b\n  1. c")[..] else {
            panic!("one list")
        };
        assert_eq!(items.len(), 2);
        assert!(matches!(items[1][1], Block::List { ordered: true, .. }));
        let deep = (0..200).fold(String::new(), |deep, _| deep + "> ") + "end";
        assert_eq!(read(&deep).len(), 1, "deep nesting ends");
    }
}
