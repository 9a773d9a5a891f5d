//! Paragraphs, tables, lists of evidence and notes as Typst source.

use super::inlines::{code, content, foreign, inlines, literal, string, words};
use crate::document::{Align, Block, Cell, EvidenceEntry, Model, Note, Table, TableKind, is_tall};
use crate::text::visible;
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
        Block::Heading { level, label, text, .. } => {
            let body = content(|out| {
                if let Some(label) = label {
                    let _ = write!(out, "#text(weight: 400, fill: ink3, {});#h(0.6em);", string(label));
                }
                inlines(text, w, out);
            });
            let _ = writeln!(out, "#heading(level: {level}, {body});");
        }
        Block::Paragraph(text) => {
            let _ = writeln!(out, "#par({});", content(|out| inlines(text, w, out)));
        }
        Block::Small(text) => {
            let _ = writeln!(out, "#small({});", content(|out| inlines(text, w, out)));
        }
        Block::List { ordered, items } => {
            let items: Vec<String> =
                items.iter().map(|item| content(|out| item_of(item, model, out))).collect();
            let _ = writeln!(out, "#{}({});", if *ordered { "enum" } else { "list" }, items.join(", "));
        }
        Block::Quote(inner) => {
            let _ = writeln!(out, "#quoted({});", content(|out| blocks(inner, model, out)));
        }
        Block::Code(code) => {
            let _ = writeln!(out, "#code({});", literal(&visible(code)));
        }
        Block::Table(table) => self::table(table, w, out),
        Block::Boxes(boxes) => {
            let entries: Vec<String> = boxes
                .iter()
                .map(|(name, body)| format!("({}, {})", string(name), content(|out| inlines(body, w, out))))
                .collect();
            let _ = writeln!(out, "#boxes({},);", entries.join(", "));
        }
        Block::Columns(columns) => {
            let columns: Vec<String> = columns
                .iter()
                .map(|(name, inner)| {
                    content(|out| {
                        let _ = writeln!(
                            out,
                            "#heading(level: 4, {});#line(length: 100%, stroke: 0.7pt + ink);",
                            string(name)
                        );
                        blocks(inner, model, out);
                    })
                })
                .collect();
            let _ = writeln!(out, "#side-by-side({});", columns.join(", "));
        }
        Block::Evidence(entries) => entries.iter().for_each(|entry| evidence(entry, w, out)),
        Block::Beside { main, notes } => {
            let main = content(|out| blocks(main, model, out));
            let notes = content(|out| {
                self::notes(notes, model).iter().for_each(|note| out.push_str(&format!("#{note};")))
            });
            let _ = writeln!(out, "#beside({main}, {notes});");
        }
        Block::Notes(numbers) => {
            let notes = notes(numbers, model);
            if !notes.is_empty() {
                let _ = writeln!(out, "#wide-notes({});", notes.join(", "));
            }
        }
        Block::Anchored { id, blocks: inner } => {
            if inner.iter().any(|block| matches!(block, Block::Beside { .. })) {
                out.push_str("#v(8mm, weak: true)\n");
            }
            let _ = writeln!(out, "#[#metadata(none)#label({})];", string(id));
            blocks(inner, model, out);
        }
    }
}

/// A single paragraph of a list stands in its line.
fn item_of(item: &[Block], model: &Model, out: &mut String) {
    let w = model.words();
    match item {
        [Block::Paragraph(text), rest @ ..] => {
            inlines(text, w, out);
            blocks(rest, model, out);
        }
        other => blocks(other, model, out),
    }
}

fn evidence(entry: &EvidenceEntry, w: &Words, out: &mut String) {
    let note = entry
        .note
        .as_ref()
        .map_or_else(|| "none".to_owned(), |note| content(|out| inlines(std::slice::from_ref(note), w, out)));
    let name = content(|out| inlines(&entry.name, w, out));
    let _ = write!(
        out,
        "#evidence({}, {}, {name}, {note}",
        literal(code(entry.mark)),
        breaks(name.len() + note.len())
    );
    for line in &entry.lines {
        let _ = write!(out, ", {}", content(|out| inlines(line, w, out)));
    }
    out.push_str(");\n");
}

fn table(table: &Table, w: &Words, out: &mut String) {
    let kind = match table.kind {
        TableKind::Questions => "questions",
        TableKind::Matrix => "matrix",
        TableKind::Plain => "plain",
    };
    let widths: Vec<String> = table
        .head
        .iter()
        .enumerate()
        .map(|(place, _)| format!("{}fr", table.widths.get(place).copied().unwrap_or(1.0)))
        .collect();
    let aligns: Vec<&str> = table
        .head
        .iter()
        .enumerate()
        .map(|(place, _)| {
            match table.rows.first().and_then(|row| row.get(place)).map(|cell| cell.align).unwrap_or_default()
            {
                Align::Start => "start",
                Align::Middle => "center",
                Align::End => "end",
            }
        })
        .collect();
    let head: Vec<String> = table.head.iter().map(|head| content(|out| inlines(head, w, out))).collect();
    let _ = write!(
        out,
        "#report-table(({},), ({},), \"{kind}\", ({},)",
        widths.join(", "),
        aligns.join(", "),
        head.join(", ")
    );
    for row in &table.rows {
        let breaks = is_tall(row);
        for (place, cell) in row.iter().enumerate() {
            let body = cell_of(cell, place == 0, table.kind, w);
            let _ = write!(out, ",\n  ({}, {body})", breaks);
        }
    }
    out.push_str(");\n");
}

/// What is short stands on one page; what could be longer than a page may go on over the next.
fn breaks(length: usize) -> bool {
    length > 3000
}

fn cell_of(cell: &Cell, heads: bool, kind: TableKind, w: &Words) -> String {
    let lines: Vec<String> = cell.lines.iter().map(|line| content(|out| inlines(line, w, out))).collect();
    match (heads, kind) {
        (true, TableKind::Questions) => format!("question({})", lines.join(", ")),
        (true, _) => format!("text(weight: 600, lines({}))", lines.join(", ")),
        _ if lines.len() == 1 => lines.into_iter().next().unwrap_or_default(),
        _ if lines.is_empty() => "[]".to_owned(),
        _ => format!("lines({})", lines.join(", ")),
    }
}

/// Calls that write these notes.
fn notes(numbers: &[u32], model: &Model) -> Vec<String> {
    numbers
        .iter()
        .filter_map(|number| model.notes.get(*number as usize - 1))
        .map(|one| note(one, model.words()))
        .collect()
}

fn note(note: &Note, w: &Words) -> String {
    let body = content(|out| {
        if let Some((who, when)) = &note.lead {
            foreign(who, None, w, out);
            let when = when.as_deref().map(|when| format!(", {when}")).unwrap_or_default();
            let stop = if when.ends_with('.') { " " } else { ". " };
            words(&format!("{when}{stop}"), out);
        }
        if let Some(quote) = &note.quote {
            inlines(&[quote.inline()], w, out);
            words(" ", out);
        }
        if !note.translation.is_empty() {
            inlines(&note.translation, w, out);
            words(" ", out);
        }
        match note.source {
            Some(source) => {
                let _ = write!(out, "#link(label(\"source-{source}\"), {});", string(&note.item));
            }
            None => words(&note.item, out),
        }
        for remark in &note.remarks {
            words(&format!(", {remark}"), out);
        }
        words(".", out);
        if let Some(hash) = &note.hash {
            let short = format!("{}…", hash.get(..12).unwrap_or(hash));
            words(&format!(" {} ", w.page.copy), out);
            let _ = if note.annexed {
                write!(out, "#link(label({}), hash({}));", string(&format!("copy-{hash}")), string(&short))
            } else {
                write!(out, "#hash({});", string(&short))
            };
            if let Some(copy) = &note.copy {
                words(&format!(" ({copy})"), out);
            }
        }
        let _ = write!(out, "#\" \";#back({}, {});", note.number, note.references);
    });
    format!("[#one-note({0}, {1}, {body})#label(\"note-{0}\")]", note.number, breaks(body.len()))
}
