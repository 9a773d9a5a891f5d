//! Paragraphs, tables, lists of evidence and notes as HTML.

use super::glyphs;
use super::inlines::{inlines, text};
use crate::document::{Align, Block, Cell, EvidenceEntry, Model, Note, Table, TableKind, is_tall};
use crate::text::escape_html;
use crate::words::Words;
use std::fmt::Write;

pub(super) fn blocks(list: &[Block], model: &Model, out: &mut String) {
    for block in list {
        one(block, model, out);
    }
}

fn one(block: &Block, model: &Model, out: &mut String) {
    let w = model.words();
    match block {
        Block::Heading { level, label, text: words, id } => {
            heading(*level, label.as_deref(), words, id.as_deref(), w, out)
        }
        Block::Paragraph(words) => paragraph("", words, w, out),
        Block::Small(words) => paragraph(" class=\"small\"", words, w, out),
        Block::List { ordered, items } => {
            let tag = if *ordered { "ol" } else { "ul" };
            let _ = writeln!(out, "<{tag}>");
            for item in items {
                out.push_str("<li>");
                match &item[..] {
                    [Block::Paragraph(words)] => inlines(words, w, out),
                    more => blocks(more, model, out),
                }
                out.push_str("</li>\n");
            }
            let _ = writeln!(out, "</{tag}>");
        }
        Block::Quote(inner) => {
            out.push_str("<blockquote>\n");
            blocks(inner, model, out);
            out.push_str("</blockquote>\n");
        }
        Block::Code(code) => {
            out.push_str("<pre>");
            escape_html(&crate::text::visible(code), out);
            out.push_str("</pre>\n");
        }
        Block::Table(table) => self::table(table, w, out),
        Block::Boxes(boxes) => {
            out.push_str("<dl class=\"boxes\">\n");
            for (name, words) in boxes {
                out.push_str("<div><dt>");
                text(name, out);
                out.push_str("</dt><dd>");
                inlines(words, w, out);
                out.push_str("</dd></div>\n");
            }
            out.push_str("</dl>\n");
        }
        Block::Columns(columns) => {
            out.push_str("<div class=\"cols\">\n");
            for (name, inner) in columns {
                out.push_str("<div><h4>");
                text(name, out);
                out.push_str("</h4>\n");
                blocks(inner, model, out);
                out.push_str("</div>\n");
            }
            out.push_str("</div>\n");
        }
        Block::Evidence(entries) => evidence(entries, w, out),
        Block::Beside { main, notes } => {
            out.push_str("<div class=\"g2\"><div class=\"tx\">\n");
            blocks(main, model, out);
            out.push_str("</div>\n");
            self::notes(notes, "notes", model, out);
            out.push_str("</div>\n");
        }
        Block::Notes(numbers) => notes(numbers, "notes wide", model, out),
        Block::Anchored { id, blocks: inner } => {
            out.push_str("<div class=\"an\" id=\"");
            escape_html(id, out);
            out.push_str("\">\n");
            blocks(inner, model, out);
            out.push_str("</div>\n");
        }
    }
}

fn paragraph(class: &str, words: &[crate::document::Inline], w: &Words, out: &mut String) {
    let _ = write!(out, "<p{class}>");
    inlines(words, w, out);
    out.push_str("</p>\n");
}

fn heading(
    level: u8,
    label: Option<&str>,
    words: &[crate::document::Inline],
    id: Option<&str>,
    w: &Words,
    out: &mut String,
) {
    let _ = write!(out, "<h{level}");
    if let Some(id) = id {
        out.push_str(" id=\"");
        escape_html(id, out);
        out.push('"');
    }
    out.push('>');
    if let Some(label) = label {
        out.push_str("<span class=\"cl\">");
        text(label, out);
        out.push_str("</span> ");
    }
    inlines(words, w, out);
    let _ = writeln!(out, "</h{level}>");
}

fn table(table: &Table, w: &Words, out: &mut String) {
    let class = match table.kind {
        TableKind::Questions => "q",
        TableKind::Matrix => "m",
        TableKind::Plain => "pl",
    };
    out.push_str("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
    escape_html(&crate::text::one_line(&table.caption), out);
    let _ = write!(out, "\"><table class=\"{class}\"><caption>");
    text(&table.caption, out);
    out.push_str("</caption>");
    if !table.widths.is_empty() && table.kind != TableKind::Matrix {
        let whole: f32 = table.widths.iter().sum();
        out.push_str("<colgroup>");
        for width in &table.widths {
            let _ = write!(out, "<col style=\"width:{:.1}%\">", width / whole * 100.0);
        }
        out.push_str("</colgroup>");
    }
    out.push_str("<thead><tr>");
    for (place, head) in table.head.iter().enumerate() {
        let class = align(
            table.rows.first().and_then(|row| row.get(place)).map(|cell| cell.align).unwrap_or_default(),
        );
        // An empty corner heads nothing.
        if head.is_empty() {
            out.push_str("<td></td>");
            continue;
        }
        let _ = write!(out, "<th scope=\"col\"{class}>");
        inlines(head, w, out);
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str(if is_tall(row) { "<tr class=\"tall\">" } else { "<tr>" });
        for (place, cell) in row.iter().enumerate() {
            cell_of(cell, place == 0, w, out);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
}

fn align(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::Middle => " class=\"ac\"",
        Align::End => " class=\"ae\"",
    }
}

fn cell_of(cell: &Cell, heads: bool, w: &Words, out: &mut String) {
    let (tag, scope) = if heads { ("th", " scope=\"row\"") } else { ("td", "") };
    let _ = write!(out, "<{tag}{scope}{}>", align(cell.align));
    match &cell.lines[..] {
        [one] => inlines(one, w, out),
        many => {
            for line in many {
                out.push_str("<p>");
                inlines(line, w, out);
                out.push_str("</p>");
            }
        }
    }
    let _ = write!(out, "</{tag}>");
}

fn evidence(entries: &[EvidenceEntry], w: &Words, out: &mut String) {
    out.push_str("<ul class=\"evs\">\n");
    for entry in entries {
        out.push_str("<li class=\"ev\">");
        glyphs::stance(entry.mark, out);
        out.push_str("<div><div class=\"nm\">");
        inlines(&entry.name, w, out);
        out.push_str("</div>");
        if let Some(note) = &entry.note {
            out.push_str("<div class=\"ds\">");
            inlines(std::slice::from_ref(note), w, out);
            out.push_str("</div>");
        }
        for line in &entry.lines {
            out.push_str("<div class=\"mt\">");
            inlines(line, w, out);
            out.push_str("</div>");
        }
        out.push_str("</div></li>\n");
    }
    out.push_str("</ul>\n");
}

fn notes(numbers: &[u32], class: &str, model: &Model, out: &mut String) {
    if numbers.is_empty() {
        return;
    }
    let w = model.words();
    let _ = writeln!(out, "<div class=\"{class}\" role=\"group\" aria-label=\"{}\"><ol>", w.page.notes);
    for number in numbers {
        if let Some(note) = model.notes.get(*number as usize - 1) {
            self::note(note, w, out);
        }
    }
    out.push_str("</ol></div>\n");
}

fn note(note: &Note, w: &Words, out: &mut String) {
    let _ = write!(out, "<li id=\"note-{0}\"><span class=\"n\">{0}</span><span>", note.number);
    if let Some((who, when)) = &note.lead {
        out.push_str("<bdi>");
        text(who, out);
        out.push_str("</bdi>");
        if let Some(when) = when {
            out.push_str(", ");
            text(when, out);
        }
        out.push_str(if when.as_ref().is_some_and(|when| when.ends_with('.')) { " " } else { ". " });
    }
    if let Some(quote) = &note.quote {
        out.push_str("<span class=\"nq\">");
        inlines(&[quote.inline()], w, out);
        out.push_str("</span> ");
    }
    if !note.translation.is_empty() {
        inlines(&note.translation, w, out);
        out.push(' ');
    }
    if let Some(source) = note.source {
        let _ = write!(out, "<a href=\"#source-{source}\">");
        text(&note.item, out);
        out.push_str("</a>");
    } else {
        text(&note.item, out);
    }
    for remark in &note.remarks {
        out.push_str(", ");
        text(remark, out);
    }
    out.push('.');
    if let Some(hash) = &note.hash {
        let short = hash.get(..12).unwrap_or(hash);
        let _ = write!(out, " {} ", w.page.copy);
        if note.annexed {
            out.push_str("<a class=\"hash\" href=\"#copy-");
            escape_html(hash, out);
            out.push_str("\">");
        } else {
            out.push_str("<span class=\"hash\">");
        }
        text(short, out);
        out.push_str(if note.annexed { "…</a>" } else { "…</span>" });
        if let Some(copy) = &note.copy {
            text(&format!(" ({copy})"), out);
        }
    }
    back(note, w, out);
    out.push_str("</span></li>\n");
}

/// The way back to each place that refers to the note: an arrow, and letters where there are several.
fn back(note: &Note, w: &Words, out: &mut String) {
    if note.references == 1 {
        let _ = write!(
            out,
            " <a class=\"bk\" href=\"#ref-{0}-1\" aria-label=\"{1}\">↑</a>",
            note.number,
            (w.page.back)(note.number)
        );
        return;
    }
    out.push_str(" ↑");
    for nth in 1..=note.references {
        let _ = write!(
            out,
            " <a class=\"bk\" href=\"#ref-{0}-{nth}\" aria-label=\"{1}\">{nth}</a>",
            note.number,
            (w.page.back_nth)(nth, note.number)
        );
    }
}
