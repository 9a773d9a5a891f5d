//! The report as Markdown with tables and footnotes (CommonMark with the GitHub extensions); no raw HTML.

use crate::document::{Block, EvidenceEntry, Head, Inline, Ladder, Mark, Model, Note, Table};
use crate::text::{Piece, one_line, pieces, safe_url, visible};
use crate::words::Words;
use claims::words::StanceValue;
use std::fmt::Write;

/// The report as Markdown.
#[must_use]
pub fn markdown(model: &Model) -> String {
    let mut out = String::with_capacity(64 * 1024);
    let w = model.words();
    head(&model.head, w, &mut out);
    for part in &model.parts {
        let _ = writeln!(out, "## {}\n", part.title);
        blocks(&part.blocks, "", w, &mut out);
    }
    if !model.notes.is_empty() {
        let _ = writeln!(out, "## {}\n", w.page.notes);
        for note in &model.notes {
            self::note(note, w, &mut out);
        }
    }
    out.push_str("---\n\n");
    if let Some(warning) = &model.head.warning {
        let _ = writeln!(out, "**{}**\n", escape(warning));
    }
    let _ = writeln!(out, "{}", escape(&(w.page.made)(&model.head.version)));
    out
}

fn head(head: &Head, w: &Words, out: &mut String) {
    for banner in &head.banners {
        let _ = writeln!(out, "> **{}**\n", escape(banner));
    }
    let house = head.house.as_deref().map(|house| format!(" · {}", escape(house))).unwrap_or_default();
    let _ = writeln!(out, "**{}**{house} · {}\n", escape(&head.kind), inlines(&head.position, w));
    let _ = writeln!(out, "# {}\n", escape(&one_line(&head.title)));
    if let Some(standfirst) = &head.standfirst {
        let _ = writeln!(out, "{}\n", escape(standfirst));
    }
    for (name, words) in &head.facts {
        let _ = writeln!(out, "- **{}:** {}", escape(name), inlines(words, w));
    }
    for line in &head.aside {
        let _ = writeln!(out, "- {}", inlines(line, w));
    }
    out.push('\n');
}

/// Writes a line with the indent of the list or quote that it stands in.
fn line(indent: &str, words: &str, out: &mut String) {
    for (place, part) in words.split('\n').enumerate() {
        if place > 0 {
            out.push('\n');
        }
        let _ = write!(out, "{indent}{part}");
    }
    let _ = writeln!(out, "\n{}", indent.trim_end());
}

fn blocks(list: &[Block], indent: &str, w: &Words, out: &mut String) {
    for block in list {
        one(block, indent, w, out);
    }
}

fn one(block: &Block, indent: &str, w: &Words, out: &mut String) {
    match block {
        Block::Heading { level, label, text, .. } => {
            let label = label.as_deref().map(|label| format!("{} ", escape(label))).unwrap_or_default();
            line(indent, &format!("{} {label}{}", "#".repeat(usize::from(*level)), inlines(text, w)), out);
        }
        Block::Paragraph(words) | Block::Small(words) => {
            line(indent, guard(&inlines(words, w)).as_str(), out)
        }
        Block::List { ordered, items } => {
            for (place, item) in items.iter().enumerate() {
                let marker = if *ordered { format!("{}. ", place + 1) } else { "- ".to_owned() };
                let deeper = format!("{indent}{}", " ".repeat(marker.len()));
                let mut inner = String::new();
                blocks(item, &deeper, w, &mut inner);
                let _ =
                    write!(out, "{indent}{marker}{}", inner.strip_prefix(deeper.as_str()).unwrap_or(&inner));
            }
        }
        Block::Quote(inner) => {
            blocks(inner, &format!("{indent}> "), w, out);
            // The bar must end before what follows.
            if out.ends_with(">\n") {
                out.truncate(out.len() - indent.len() - 2);
                let _ = writeln!(out, "{}", indent.trim_end());
            }
        }
        Block::Code(code) => line(indent, &fenced(code), out),
        Block::Table(table) => self::table(table, indent, w, out),
        Block::Boxes(boxes) => {
            for (name, words) in boxes {
                let _ = writeln!(out, "{indent}- **{}:** {}", escape(name), inlines(words, w).trim());
            }
            let _ = writeln!(out, "{}", indent.trim_end());
        }
        Block::Columns(columns) => {
            for (name, inner) in columns {
                line(indent, &format!("#### {}", escape(name)), out);
                blocks(inner, indent, w, out);
            }
        }
        Block::Evidence(entries) => entries.iter().for_each(|entry| evidence(entry, indent, w, out)),
        Block::Beside { main, .. } => blocks(main, indent, w, out),
        Block::Notes(_) => {}
        Block::Anchored { blocks: inner, .. } => blocks(inner, indent, w, out),
    }
}

fn evidence(entry: &EvidenceEntry, indent: &str, w: &Words, out: &mut String) {
    let _ = write!(out, "{indent}- {}**{}**", mark(entry.mark, w), inlines(&entry.name, w));
    if let Some(note) = &entry.note {
        let _ = write!(out, ": {}", in_cell(&inline(note, w)));
    }
    for line in &entry.lines {
        let _ = write!(out, " — {}", inlines(line, w));
    }
    let _ = writeln!(out, "\n{}", indent.trim_end());
}

fn table(table: &Table, indent: &str, w: &Words, out: &mut String) {
    let row = |cells: Vec<String>| format!("{indent}| {} |\n", cells.join(" | "));
    out.push_str(&row(table.head.iter().map(|head| in_cell(&inlines(head, w))).collect()));
    out.push_str(&row(table.head.iter().map(|_| "---".to_owned()).collect()));
    for cells in &table.rows {
        out.push_str(&row(cells
            .iter()
            .map(|cell| {
                cell.lines.iter().map(|line| in_cell(&inlines(line, w))).collect::<Vec<_>>().join("; ")
            })
            .collect()));
    }
    let _ = writeln!(out, "{}", indent.trim_end());
}

/// One line, for a cell of a table.
fn in_cell(words: &str) -> String {
    words.replace("\\\n", " ").replace('\n', " ").trim().to_owned()
}

fn inlines(list: &[Inline], w: &Words) -> String {
    list.iter().map(|one| inline(one, w)).collect()
}

fn inline(inline: &Inline, w: &Words) -> String {
    match inline {
        Inline::Text(words) | Inline::Name(words) => escape(words),
        Inline::Foreign { text, .. } => escape(text),
        Inline::Quote { text, marks, .. } if *marks => escape(&w.quoted(text)),
        Inline::Quote { text, .. } => escape(text),
        Inline::Strong(inner) => around("**", &inlines(inner, w)),
        Inline::Emphasis(inner) => around("*", &inlines(inner, w)),
        Inline::Dim(inner) => inlines(inner, w),
        Inline::Code(code) => code_span(code),
        Inline::Hash(hash) => format!("`{}`", one_line(hash).replace('`', "'")),
        Inline::Link { url, text } => match safe_url(url) {
            Some(url) => format!("[{}](<{url}>)", inlines(text, w)),
            None => inlines(text, w),
        },
        Inline::Jump { text, .. } | Inline::Target { text, .. } => inlines(text, w),
        Inline::Note { number, .. } => format!("[^{number}]"),
        Inline::Break => "\\\n".to_owned(),
        Inline::Letter { letter, .. } => format!("**{}**", escape(letter)),
        Inline::Ladder(ladder) => self::ladder(*ladder),
        Inline::Stance(mark) => self::mark(*mark, w),
        Inline::Aside(_) => String::new(),
    }
}

/// Emphasis marks hold only if nothing but words touches them from within.
fn around(mark: &str, words: &str) -> String {
    let inner = words.trim();
    if inner.is_empty() || inner.contains('\n') {
        return words.to_owned();
    }
    let before = &words[..words.len() - words.trim_start().len()];
    let after = &words[words.trim_end().len()..];
    format!("{before}{mark}{inner}{mark}{after}")
}

fn code_span(code: &str) -> String {
    let code = one_line(code);
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest == 0 { format!("`{code}`") } else { format!("{fence} {code} {fence}") }
}

fn fenced(code: &str) -> String {
    let code = visible(code);
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", code.trim_end_matches('\n'))
}

/// The places of a scale in characters: `□■□□□`.
fn ladder(ladder: Ladder) -> String {
    match ladder {
        Ladder::Place { place, places } => {
            (0..places).map(|here| if here == place { '■' } else { '□' }).collect()
        }
        Ladder::Outside => "[–]".replace('[', "\\["),
        Ladder::Unrated { .. } | Ladder::NotRated => String::new(),
    }
}

/// A stance in two characters, its word beside it in the legend of the matrix.
fn mark(mark: Mark, w: &Words) -> String {
    match mark {
        Mark::Value(StanceValue::StronglySupports) => "++",
        Mark::Value(StanceValue::Supports) => "+",
        Mark::Value(StanceValue::Neutral) => "0",
        Mark::Value(StanceValue::Contradicts) => "−",
        Mark::Value(StanceValue::StronglyContradicts) => "−−",
        Mark::Value(StanceValue::NotApplicable) => w.page.not_applicable,
        Mark::Unrated => "?",
        Mark::Unsettled => "±",
        Mark::NoLink => "·",
    }
    .to_owned()
        + " "
}

fn note(note: &Note, w: &Words, out: &mut String) {
    let mut text = String::new();
    if let Some((who, when)) = &note.lead {
        let when = when.as_deref().map(|when| format!(", {}", escape(when))).unwrap_or_default();
        let stop = if when.ends_with('.') { "" } else { "." };
        let _ = write!(text, "{}{when}{stop} ", escape(who));
    }
    if let Some(quote) = &note.quote {
        let _ = write!(text, "{} ", inline(&quote.inline(), w).replace("\\\n", " "));
    }
    if !note.translation.is_empty() {
        let _ = write!(text, "{} ", inlines(&note.translation, w).replace("\\\n", " "));
    }
    text.push_str(&escape(&note.item));
    for remark in &note.remarks {
        let _ = write!(text, ", {}", escape(remark));
    }
    text.push('.');
    if let Some(hash) = &note.hash {
        let copy = note.copy.as_deref().map(|copy| format!(" ({})", escape(copy))).unwrap_or_default();
        let _ = write!(text, " {} `{}`{copy}.", w.page.copy, one_line(hash).replace('`', "'"));
    }
    let _ = writeln!(out, "[^{}]: {}\n", note.number, text.replace('\n', " "));
}

/// Words as words: whatever Markdown or HTML would act on stands behind a backslash.
fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    for piece in pieces(words) {
        match piece {
            Piece::Plain(plain) => {
                for c in plain.chars() {
                    match c {
                        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' => {
                            out.extend(['\\', c])
                        }
                        '\t' => out.push(' '),
                        c => out.push(c),
                    }
                }
            }
            Piece::Mark(mark) => {
                let _ = write!(out, "\\{}", mark.replace(']', "\\]"));
            }
            Piece::Line => out.push_str("\\\n"),
        }
    }
    // An address in plain text must not become a link.
    out.replace("://", ":\\//").replace("www.", "www\\.")
}

/// A paragraph must not begin like a list, a heading line or a rule.
fn guard(words: &str) -> String {
    let words = words.trim_start();
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = words[digits..].chars().next();
    if digits == 0 && matches!(after, Some('-' | '+' | '=' | ':')) {
        format!("\\{words}")
    } else if digits > 0 && matches!(after, Some('.' | ')')) {
        format!("{}\\{}", &words[..digits], &words[digits..])
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        assert_eq!(escape("<b> [x](y) *a* | `c`"), "\\<b\\> \\[x\\](y) \\*a\\* \\| \\`c\\`");
        assert_eq!(escape("a\u{202e}b"), "a\\[U+202E\\]b");
        assert_eq!(guard("- a"), "\\- a");
        assert_eq!(guard("1. a"), "1\\. a");
        assert_eq!(guard("2017 was"), "2017 was");
    }

    #[test]
    fn a_fence_is_longer_than_what_it_holds() {
        assert_eq!(fenced("a\n````\nb"), "`````\na\n````\nb\n`````");
        assert_eq!(code_span("a`b"), "`` a`b ``");
    }
}
