//! Full citations of the items, after the Chicago Manual of Style, author-date.
//!
//! Titled works go through the CSL style; titles stand as printed, never re-capitalised. A work whose title is not recorded is
//! described in roman by the label under which the desk knows it, in the same order: who, year, what, symbol, day.

mod csl;

pub(crate) use csl::date_parts;

use crate::document::Inline;
use crate::text::{one_line, safe_url};
use crate::words::{Language, References, Words, capital};
use claims::case_at::CaseAt;
use claims::ids::ItemId;
use claims::records::{Author, Item};
use csl::csl;
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item as CslItem;
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, Style};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The full citation of one item.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reference {
    pub item: ItemId,
    pub content: Vec<Inline>,
}

/// Citations of every item of the case, in alphabetical order.
pub(crate) fn references(case: &CaseAt, w: &Words) -> Vec<Reference> {
    let people: HashMap<ItemId, Vec<String>> =
        case.items.iter().map(|item| (item.uuid, authors(case, item))).collect();
    let publisher = |item: &Item| {
        item.publisher_id
            .and_then(|id| case.actors.iter().find(|actor| actor.uuid == id))
            .map(|actor| one_line(&actor.name))
    };
    let titled: Vec<(ItemId, CslItem)> = case
        .items
        .iter()
        .filter(|item| item.title.as_deref().is_some_and(|title| !title.trim().is_empty()))
        .map(|item| (item.uuid, csl(item, &people[&item.uuid], publisher(item).as_deref(), w)))
        .collect();
    let mut rendered = render(&titled, w);
    let mut references: Vec<(String, Reference)> = case
        .items
        .iter()
        .map(|item| {
            let by_style = rendered.remove(&item.uuid).filter(|content| !plain(content).trim().is_empty());
            let content = finish(
                item,
                by_style
                    .unwrap_or_else(|| described(item, &people[&item.uuid], publisher(item).as_deref(), w)),
                w,
            );
            (sort_key(&plain(&content)), Reference { item: item.uuid, content })
        })
        .collect();
    references.sort_by(|a, b| a.0.cmp(&b.0));
    references.into_iter().map(|(_, reference)| reference).collect()
}

fn sort_key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric() || c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The words of inlines, without what is drawn.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Name(text) | Inline::Code(text) | Inline::Hash(text) => {
                out.push_str(text)
            }
            Inline::Foreign { text, .. } | Inline::Quote { text, .. } => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Dim(inner) => {
                out.push_str(&plain(inner))
            }
            Inline::Link { text, .. } | Inline::Jump { text, .. } | Inline::Target { text, .. } => {
                out.push_str(&plain(text))
            }
            Inline::Break => out.push(' '),
            Inline::Letter { letter, .. } => out.push_str(letter),
            Inline::Note { .. } | Inline::Ladder(_) | Inline::Stance(_) | Inline::Aside(_) => {}
        }
    }
    out
}

fn authors(case: &CaseAt, item: &Item) -> Vec<String> {
    let mut authors: Vec<&Author> =
        case.authors.iter().filter(|author| author.item_id == item.uuid).collect();
    authors.sort_by(|a, b| a.position.cmp(&b.position));
    let name = |author: &&Author| {
        let actor = author.actor_id.and_then(|id| case.actors.iter().find(|actor| actor.uuid == id));
        actor.map(|actor| one_line(&actor.name)).or_else(|| author.name.as_deref().map(one_line))
    };
    authors.iter().filter_map(name).collect()
}

/// The style, with the words of every language that a report can speak.
fn style() -> Option<&'static (IndependentStyle, Vec<Locale>)> {
    static STYLE: OnceLock<Option<(IndependentStyle, Vec<Locale>)>> = OnceLock::new();
    STYLE
        .get_or_init(|| {
            let Style::Independent(style) = ArchivedStyle::ChicagoAuthorDate.get() else { return None };
            let spoken: Vec<&str> =
                Language::ALL.iter().map(|language| language.words().references.locale).collect();
            let locales = locales()
                .into_iter()
                .filter(|locale| locale.lang.as_ref().is_some_and(|lang| spoken.contains(&lang.0.as_str())))
                .collect();
            Some((style, locales))
        })
        .as_ref()
}

/// Each item is set by itself: the list is not cited by author and year, so that letters which tell two works of one year apart would
/// mean nothing, and looking for them grows with the square of the list.
fn render(items: &[(ItemId, CslItem)], w: &Words) -> HashMap<ItemId, Vec<Inline>> {
    let Some((style, locales)) = style() else { return HashMap::new() };
    let one = |(id, item): &(ItemId, CslItem)| {
        let mut driver = BibliographyDriver::new();
        let locale = Some(LocaleCode(w.references.locale.to_owned()));
        let cited = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::new(cited, style, locale.clone(), locales, None));
        let rendered = driver.finish(BibliographyRequest::new(style, locale, locales));
        let entry = rendered.bibliography?.items.into_iter().next()?;
        let mut content = Vec::new();
        entry.first_field.iter().chain(&entry.content.0).for_each(|child| read(child, &mut content));
        Some((*id, content))
    };
    items.iter().filter_map(one).collect()
}

fn read(child: &ElemChild, out: &mut Vec<Inline>) {
    match child {
        ElemChild::Text(text) if text.formatting.font_style == FontStyle::Italic => {
            push(out, Inline::Emphasis(vec![Inline::Text(text.text.clone())]))
        }
        ElemChild::Text(text) => push(out, Inline::Text(text.text.clone())),
        ElemChild::Elem(elem) => elem.children.0.iter().for_each(|child| read(child, out)),
        ElemChild::Markup(text) => push(out, Inline::Text(text.clone())),
        ElemChild::Link { text, url } => push(out, link(url, &text.text)),
        ElemChild::Transparent { .. } => {}
    }
}

fn push(out: &mut Vec<Inline>, inline: Inline) {
    match (out.last_mut(), inline) {
        (Some(Inline::Text(last)), Inline::Text(more)) => last.push_str(&more),
        (_, inline) => out.push(inline),
    }
}

fn link(url: &str, text: &str) -> Inline {
    match safe_url(url) {
        Some(url) => Inline::Link { url: url.to_owned(), text: vec![Inline::Text(text.to_owned())] },
        None => Inline::Text(text.to_owned()),
    }
}

/// A work whose title is not recorded.
fn described(item: &Item, authors: &[String], publisher: Option<&str>, w: &Words) -> Vec<Inline> {
    let r = &w.references;
    let name = one_line(item.title.as_deref().filter(|title| !title.trim().is_empty()).unwrap_or(&item.name));
    let date = item.date.as_deref().or(item.public_date.as_deref());
    let parts = date.map(date_parts).unwrap_or_default();
    let year = parts.first().map_or_else(
        || r.no_date.to_owned(),
        |year| {
            format!("{}{year}", if date.is_some_and(|date| date.contains(['~', '%'])) { r.circa } else { "" })
        },
    );
    let symbol = item.symbol.as_deref().map(one_line);
    let dated =
        symbol.as_deref().map_or_else(|| name.clone(), |symbol| name.replace(symbol, "")).contains(&year);
    let symbol = symbol.filter(|symbol| !name.contains(symbol.as_str()));
    let mut sentences = Vec::new();
    let who = if authors.is_empty() { publisher.map(str::to_owned) } else { Some((w.and)(authors)) };
    // "The Mechanism, seventh report" by The Mechanism is its seventh report.
    let own = who.as_deref().and_then(|who| name.strip_prefix(who)?.strip_prefix(", ")).map(capital);
    let name = own.unwrap_or(name);
    let named = who.as_deref().is_some_and(|who| who == name);
    match who {
        Some(who) => sentences.extend([who, year]),
        None if dated => {}
        None => {
            sentences.push(name.clone());
            sentences.push(year);
        }
    }
    if !sentences.contains(&name) && !named {
        sentences.push(name.clone());
    }
    sentences.extend(symbol);
    if let [_, month, day] = parts[..]
        && !date.is_some_and(|date| {
            Language::ALL.iter().any(|language| name.contains(&(language.words().date)(date)))
        })
    {
        sentences.push((r.month_day)(month, day));
    }
    sentences.extend(item.container.as_deref().map(one_line));
    sentences.extend(item.place.as_deref().map(one_line));
    let text = sentences.iter().map(|sentence| sentence.trim_end_matches('.')).collect::<Vec<_>>().join(". ");
    let mut content = vec![Inline::Text(format!("{text}."))];
    if let Some(url) = item.url.as_deref() {
        content.extend([Inline::Text(" ".to_owned()), link(url, url), Inline::Text(".".to_owned())]);
    }
    content
}

/// Adds what the style leaves out: that there is no date, the symbol, the day of an exact date, and the archived copy.
fn finish(item: &Item, mut content: Vec<Inline>, w: &Words) -> Vec<Inline> {
    let r = &w.references;
    tidy(&mut content, r);
    let said = plain(&content);
    let parts = item.date.as_deref().or(item.public_date.as_deref()).map(date_parts).unwrap_or_default();
    if parts.is_empty() && !said.contains(r.no_date) {
        undated(&mut content, r.no_date);
    }
    let mut more = String::new();
    if let Some(symbol) = item.symbol.as_deref().map(one_line)
        && !said.contains(&symbol)
    {
        more.push_str(&format!(" {symbol}."));
    }
    if let [_, month, day] = parts[..] {
        let known = Language::ALL.iter().any(|language| {
            let words = (language.words().references.month_day)(month, day);
            let (a, b) = words.split_once([' ', '\u{a0}']).unwrap_or((&words, ""));
            said.contains(&words) || said.contains(&format!("{b} {a}")) || said.contains(&format!("{a} {b}"))
        });
        if !known {
            more.push_str(&format!(" {}.", (r.month_day)(month, day)));
        }
    }
    if let (Some(accessed), Some(date)) = (r.accessed, item.accessed.as_deref())
        && item.url.is_some()
    {
        more.push_str(&format!(" {}", accessed(&(w.date)(date))));
    }
    if !more.is_empty() {
        let before_link =
            content.iter().position(|inline| matches!(inline, Inline::Link { .. })).unwrap_or(content.len());
        if before_link < content.len() {
            more = format!("{} ", more.trim_start());
        }
        content.insert(before_link, Inline::Text(more));
    }
    if let Some(archive) = item.archive_url.as_deref() {
        let date = item.archive_date.as_deref().map(w.date);
        content.extend([
            Inline::Text((r.archived)(date.as_deref())),
            link(archive, archive),
            Inline::Text(".".to_owned()),
        ]);
    }
    content
}

/// What the style leaves where the language sets its own dates: a comma before nothing, and a word that it does not have.
fn tidy(content: &mut [Inline], r: &References) {
    if r.accessed.is_none() {
        return;
    }
    for inline in content.iter_mut() {
        let Inline::Text(text) = inline else { continue };
        *text = text.replace(",.", ".").replace(", .", ".");
        if let Some((word, own)) = r.manuscript
            && let Some(rest) = text.strip_suffix(word)
        {
            *text = format!("{rest}{own}");
        }
    }
}

/// "n.d." after the first sentence, which is the title where nobody is named.
fn undated(content: &mut Vec<Inline>, no_date: &str) {
    for (place, inline) in content.iter_mut().enumerate() {
        let Inline::Text(text) = inline else { continue };
        let end = if place > 0 && text.starts_with(". ") {
            Some(2)
        } else {
            [".” ", "». "].iter().find_map(|end| text.find(end).map(|at| at + end.len()))
        };
        if let Some(end) = end {
            text.insert_str(end, &format!("{no_date} "));
            return;
        }
    }
    content.push(Inline::Text(format!(" {no_date}")));
}
