//! One self-contained page: its style and fonts are in it, it runs no script and asks nobody for anything.

mod blocks;
mod fonts;
mod glyphs;
mod inlines;

use crate::document::{Head, Model};
use crate::text::{escape_html, one_line};
use claims::words::Section;
use inlines::{foreign, inlines, text};
use std::fmt::Write;

/// What a browser may do with the page: use the style, the fonts and the logo in it. Nothing else, from nowhere.
fn policy(head: &Head) -> String {
    let pictures = if head.logo.is_some() { " img-src data:;" } else { "" };
    format!(
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:;{pictures} base-uri 'none'; form-action 'none'"
    )
}

/// The report as one page of HTML.
#[must_use]
pub fn html(model: &Model) -> String {
    let body = body(model);
    let mut out = String::with_capacity(body.len() + 600_000);
    let head = &model.head;
    let _ = writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">",
        model.words().tag
    );
    let _ = writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(head));
    out.push_str("<title>");
    escape_html(&format!("{}: {}", one_line(&head.kind), one_line(&head.title)), &mut out);
    out.push_str("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.push_str("<meta name=\"generator\" content=\"Counterclaim ");
    escape_html(&head.version, &mut out);
    out.push_str("\">\n<style>\n");
    fonts::rules(&body, &mut out);
    out.push_str(include_str!("report.css"));
    if let Some(warning) = &head.warning {
        let _ = writeln!(
            out,
            "@page{{@bottom-left{{content:\"{}\";font:400 8pt \"Source Sans 3\",sans-serif}}}}",
            css_string(&one_line(warning))
        );
    }
    out.push_str("</style>\n");
    if let Some(reviews) = &model.claim_reviews {
        let _ = writeln!(out, "<script type=\"application/ld+json\">{}</script>", embedded_json(reviews));
    }
    out.push_str("</head>\n");
    out.push_str(&body);
    out.push_str("</html>\n");
    out
}

/// JSON that cannot end the element it stands in.
fn embedded_json(value: &serde_json::Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// Text inside a CSS string: everything but plain letters, digits and spaces by its code.
fn css_string(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        if c.is_alphanumeric() || matches!(c, ' ' | '.' | ',' | ':' | '-') {
            out.push(c);
        } else {
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out
}

fn body(model: &Model) -> String {
    let w = model.words();
    let mut out = String::with_capacity(64 * 1024);
    out.push_str("<body>\n<a class=\"skip\" href=\"#report\">");
    out.push_str(w.page.skip);
    out.push_str("</a>\n");
    glyphs::definitions(&mut out);
    out.push_str("<main id=\"report\">\n<article>\n");
    head(&model.head, model, &mut out);
    for part in &model.parts {
        let id = part.section.as_str();
        let class = if part.section == Section::Integrity { " class=\"annex\"" } else { "" };
        let _ =
            writeln!(out, "<section{class} aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>", part.title);
        blocks::blocks(&part.blocks, model, &mut out);
        out.push_str("</section>\n");
    }
    out.push_str("<footer class=\"foot\">");
    if let Some(warning) = &model.head.warning {
        out.push_str("<p><b>");
        text(warning, &mut out);
        out.push_str("</b></p>");
    }
    out.push_str("<p>");
    text(&(w.page.made)(&model.head.version), &mut out);
    out.push_str("</p></footer>\n</article>\n</main>\n</body>\n");
    out
}

fn head(head: &Head, model: &Model, out: &mut String) {
    let w = model.words();
    out.push_str("<header class=\"head\">\n");
    if !head.banners.is_empty() {
        out.push_str("<div class=\"warn\">");
        for banner in &head.banners {
            out.push_str("<p>");
            text(banner, out);
            out.push_str("</p>");
        }
        out.push_str("</div>\n");
    }
    if let Some(logo) = &head.logo {
        let _ = write!(out, "<img class=\"logo\" alt=\"");
        escape_html(head.house.as_deref().unwrap_or(w.head.logo), out);
        let _ = write!(out, "\" src=\"data:image/{};base64,", logo.kind.name());
        fonts::base64(&logo.bytes, out);
        out.push_str("\">\n");
    }
    out.push_str("<div class=\"mast\"><span><b>");
    text(&head.kind, out);
    out.push_str("</b>");
    if let Some(house) = &head.house {
        out.push_str(" &ensp;<bdi>");
        text(house, out);
        out.push_str("</bdi>");
    }
    out.push_str("</span><span>");
    inlines(&head.position, w, out);
    out.push_str("</span></div>\n<h1>");
    foreign(&head.title, head.title_lang.as_deref(), None, out);
    out.push_str("</h1>\n<div class=\"g2\"><div class=\"tx\">\n");
    if let Some(standfirst) = &head.standfirst {
        out.push_str("<p class=\"stand\">");
        foreign(standfirst, head.standfirst_lang.as_deref(), None, out);
        out.push_str("</p>\n");
    }
    if !head.facts.is_empty() {
        out.push_str("<dl>\n");
        for (name, words) in &head.facts {
            out.push_str("<dt>");
            text(name, out);
            out.push_str("</dt><dd>");
            inlines(words, w, out);
            out.push_str("</dd>\n");
        }
        out.push_str("</dl>\n");
    }
    out.push_str("</div>\n<div>");
    for line in &head.aside {
        out.push_str("<p class=\"small\">");
        inlines(line, w, out);
        out.push_str("</p>\n");
    }
    out.push_str("</div></div>\n");
    if model.parts.len() > 1 {
        let _ = write!(out, "<nav aria-label=\"{}\"><ul class=\"toc\">", w.page.contents);
        for part in &model.parts {
            let _ = write!(out, "<li><a href=\"#{}\">{}</a></li>", part.section.as_str(), part.title);
        }
        out.push_str("</ul></nav>\n");
    }
    out.push_str("</header>\n");
}
