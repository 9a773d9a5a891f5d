//! The report as Typst source, for a tagged PDF.
//!
//! Every text goes in as a Typst string, never as markup: nothing that an editor or a source wrote can act on the source.

mod blocks;
mod inlines;

use crate::document::{Head, Model};
use crate::facts::Logo;
use crate::text::one_line;
use crate::words::{Language, Words};
use claims::words::Section;
use inlines::{content, foreign, inlines, string, words};
use std::fmt::Write;

/// A Typst source with the files that it refers to. The fonts that it names come with the typesetter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypstJob {
    /// The source.
    pub source: String,
    /// Files by the path that the source uses: the logo, if there is one.
    pub assets: Vec<(String, Vec<u8>)>,
}

/// The report as Typst source.
#[must_use]
pub fn typst(model: &Model) -> TypstJob {
    let mut out = String::with_capacity(128 * 1024);
    let head = &model.head;
    let title = format!("{}: {}", one_line(&head.kind), one_line(&head.title));
    let author =
        head.house.as_deref().map(|house| format!(", author: {}", string(house))).unwrap_or_default();
    let _ = writeln!(out, "#set document(title: {}{author}, date: none)", string(&title));
    let w = model.words();
    let region = if model.language() == Language::English { ", region: \"us\"" } else { "" };
    let _ = writeln!(out, "#set text(lang: \"{}\"{region})", w.tag);
    let warning =
        head.warning.as_deref().map_or_else(|| "none".to_owned(), |warning| string(&one_line(warning)));
    let _ = writeln!(
        out,
        "#set page(paper: \"a4\", margin: (top: 20mm, bottom: 20mm, left: 20mm, right: 16mm), header: context if counter(page).get().first() > 1 {{ text(font: (\"Source Sans 3\", \"Noto Naskh Arabic\", \"Noto Serif Hebrew\"), size: 7.4pt, fill: rgb(\"#454742\"), {}) }}, footer: context text(font: (\"Source Sans 3\", \"Noto Naskh Arabic\", \"Noto Serif Hebrew\"), size: 7.4pt, fill: rgb(\"#454742\"), grid(columns: (1fr, auto), column-gutter: 6mm, {warning}, counter(page).display(\"1 / 1\", both: true))))",
        string(&title)
    );
    out.push_str(include_str!("report.typ"));
    self::head(head, w, &mut out);
    for part in &model.parts {
        if part.section == Section::Integrity {
            out.push_str("#pagebreak(weak: true)\n");
        }
        let _ = writeln!(
            out,
            "#heading(level: 2, {})#label({})",
            string(&part.title),
            string(part.section.as_str())
        );
        blocks::blocks(&part.blocks, model, &mut out);
    }
    out.push_str("#line(length: 100%, stroke: 0.5pt + edge)\n");
    let made = (w.page.made)(&head.version);
    let _ = writeln!(out, "#small({})", content(|out| words(&made, out)));
    let assets = head.logo.iter().map(|logo| (logo_path(logo), logo.bytes.clone())).collect();
    TypstJob { source: out, assets }
}

fn logo_path(logo: &Logo) -> String {
    format!("logo.{}", logo.kind.name())
}

fn head(head: &Head, w: &Words, out: &mut String) {
    if !head.banners.is_empty() {
        let lines: Vec<String> =
            head.banners.iter().map(|banner| content(|out| words(banner, out))).collect();
        let _ = writeln!(out, "#banner({})", lines.join(", "));
    }
    if let Some(logo) = &head.logo {
        let alt = head.house.as_deref().unwrap_or(w.head.logo);
        let _ = writeln!(out, "#logo({}, {})", string(&logo_path(logo)), string(alt));
    }
    let left = content(|out| {
        let _ = write!(out, "#strong({});", string(&head.kind));
        if let Some(house) = &head.house {
            let _ = write!(out, "#h(1em);#{};", string(house));
        }
    });
    let right = content(|out| inlines(&head.position, w, out));
    let _ = writeln!(out, "#masthead({left}, {right})");
    let _ = writeln!(
        out,
        "#heading(level: 1, {})",
        content(|out| foreign(&head.title, head.title_lang.as_deref(), w, out))
    );
    let main = content(|out| {
        if let Some(standfirst) = &head.standfirst {
            let _ = write!(
                out,
                "#standfirst({});",
                content(|out| foreign(standfirst, head.standfirst_lang.as_deref(), w, out))
            );
        }
        if !head.facts.is_empty() {
            let entries: Vec<String> = head
                .facts
                .iter()
                .map(|(name, body)| format!("({}, {})", string(name), content(|out| inlines(body, w, out))))
                .collect();
            let _ = write!(out, "#facts({});", entries.join(", "));
        }
    });
    let aside = content(|out| {
        for line in &head.aside {
            let _ = write!(out, "#small({});", content(|out| inlines(line, w, out)));
        }
    });
    let _ = writeln!(out, "#beside({main}, {aside})");
}
