//! An item as the bibliography style wants it.

use crate::text::{one_line, safe_url};
use crate::words::Words;
use claims::records::Item;
use claims::words::ItemKind;
use hayagriva::citationberg::json::{
    DateValue, Item as CslItem, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange,
};
use std::collections::BTreeMap;

/// What is left of a date (EDTF) once its qualifiers are gone: year, month, day as far as they are certain; of a span, its beginning.
pub(crate) fn date_parts(edtf: &str) -> Vec<i16> {
    let start = edtf.trim().trim_start_matches(['[', '{']);
    let start = start.split(['/', ',']).next().unwrap_or(start);
    let start = start.split("..").next().unwrap_or(start);
    let start = start.trim_start_matches(['~', '?', '%']).trim_end_matches(['~', '?', '%', ']', '}']);
    let start = start.split('T').next().unwrap_or(start);
    let mut parts = Vec::new();
    for (place, part) in start.split('-').take(3).enumerate() {
        let part = part.trim_matches(['~', '?', '%']);
        let limit = [9999, 12, 31][place];
        match part.parse::<i16>() {
            Ok(number) if (1..=limit).contains(&number) && part.len() == [4, 2, 2][place] => {
                parts.push(number)
            }
            _ => break,
        }
    }
    parts
}

/// The fields of a titled work.
pub(super) fn csl(item: &Item, authors: &[String], publisher: Option<&str>, w: &Words) -> CslItem {
    // A language that sets its dates itself leaves the style the year alone.
    let own_dates = w.references.accessed.is_some();
    let mut fields: BTreeMap<String, Value> = BTreeMap::new();
    let mut text = |name: &str, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            fields.insert(name.to_owned(), Value::String(one_line(value.trim())));
        }
    };
    let kind = csl_type(item, publisher);
    let newspaper = kind == "article-newspaper";
    text("id", Some(&item.uuid.to_string()));
    text("type", Some(kind));
    text("title", item.title.as_deref());
    // Any language but English: the style would re-capitalise English titles, and a title stands as printed.
    text("language", Some("und"));
    text("number", item.symbol.as_deref());
    // A body without named authors stands as the author, and only there; a newspaper is the container.
    let as_author = authors.is_empty() && !newspaper;
    let as_container = newspaper && item.container.is_none();
    text("container-title", item.container.as_deref().or(publisher.filter(|_| as_container)));
    text("publisher", publisher.filter(|_| !as_author && !as_container));
    text("publisher-place", item.place.as_deref());
    text("page", item.pages.as_deref());
    text("URL", item.url.as_deref().and_then(safe_url));
    let names: Vec<NameValue> = authors.iter().map(|name| name_value(name)).collect();
    let institution = publisher.filter(|_| as_author).map(|publisher| vec![literal(publisher)]);
    if let Some(names) = institution.or((!names.is_empty()).then_some(names)) {
        fields.insert("author".to_owned(), Value::Names(names));
    }
    for (name, date) in [
        ("issued", item.date.as_deref().or(item.public_date.as_deref())),
        ("accessed", item.accessed.as_deref()),
    ] {
        let mut parts = date.map(date_parts).unwrap_or_default();
        if own_dates {
            parts.truncate(if name == "issued" { 1 } else { 0 });
        }
        if !parts.is_empty() {
            let circa = date.is_some_and(|date| date.contains(['~', '%']));
            fields.insert(
                name.to_owned(),
                Value::Date(DateValue::DateParts {
                    date_parts: VecDateRange(vec![VecDate(parts)]),
                    literal: None,
                    season: None,
                    circa,
                }),
            );
        }
    }
    CslItem(fields)
}

fn csl_type(item: &Item, publisher: Option<&str>) -> &'static str {
    match item.kind {
        ItemKind::NewsArticle => "article-newspaper",
        ItemKind::WebPage | ItemKind::Post => "webpage",
        ItemKind::Broadcast | ItemKind::Audio => "broadcast",
        ItemKind::Photo => "graphic",
        ItemKind::Video => "motion_picture",
        ItemKind::Dataset => "dataset",
        ItemKind::Interview => "interview",
        ItemKind::Speech => "speech",
        ItemKind::Book => "book",
        // What nobody published: in quotation marks, not set as a published work.
        ItemKind::Document
            if publisher.is_none()
                && item.container.is_none()
                && item.url.is_none()
                && item.symbol.is_none() =>
        {
            "manuscript"
        }
        ItemKind::Report | ItemKind::Document | ItemKind::Law | ItemKind::Judgment => "report",
    }
}

/// "Family, Given" is taken apart; any other name stands as it is, for nobody can tell which part is the family's.
fn name_value(name: &str) -> NameValue {
    match name.split_once(", ") {
        Some((family, given)) if !given.contains(',') && !family.is_empty() && !given.is_empty() => {
            NameValue::Item(NameItem {
                family: family.to_owned(),
                given: Some(given.to_owned()),
                non_dropping_particle: None,
                dropping_particle: None,
                suffix: None,
                comma_suffix: None,
            })
        }
        _ => literal(name),
    }
}

fn literal(name: &str) -> NameValue {
    NameValue::Literal(LiteralName { literal: name.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_of_a_date_is_kept() {
        for (edtf, parts) in [
            ("2017-04-12", vec![2017, 4, 12]),
            ("2017-04-04~", vec![2017, 4, 4]),
            ("2017-04-XX", vec![2017, 4]),
            ("[2017-04-04..2017-04-06]", vec![2017, 4, 4]),
            ("2017-04-06/2017-04-07", vec![2017, 4, 6]),
            ("201X", vec![]),
            ("2017-23", vec![2017]),
            ("../2016", vec![]),
        ] {
            assert_eq!(date_parts(edtf), parts, "{edtf}");
        }
    }
}
