//! ClaimReview (schema.org) as JSON-LD: one entry per claim with a verdict in force.
//!
//! A verdict is what the desk stands behind; one reader's assessment is not, and is left out. Nothing is made up: no empty string,
//! no number that the scale does not have, no address that the item does not have.

use crate::document::Model;
use crate::error::ReportError;
use crate::reference::{date_parts, plain};
use crate::rich;
use crate::text::{one_line, safe_url};
use claims::case_at::CaseAt;
use claims::ids::{AssessmentId, ClaimId};
use claims::records::{Actor, Claim, Item, Statement};
use claims::words::{ActKind, ActorKind};
use serde_json::{Map, Value, json};

/// How much of a rationale goes into `ratingExplanation`, in characters, cut at a sentence or a word.
const EXPLANATION: usize = 400;
/// Longer claims are not shortened: the advice is for display, and a claim is quoted whole.
const HINT: &str = "Set it in Settings (house.set); the example workspace uses https://example.org/.";

/// The claims with a verdict in force as an array of ClaimReview; empty if there is none.
///
/// # Errors
/// [`ReportError::HouseMissing`] if the house has no name or no http(s) address.
pub fn claimreview(case: &CaseAt, model: &Model) -> Result<Value, ReportError> {
    let house = case.house.as_ref();
    let text =
        |field: Option<&String>| field.map(|text| one_line(text.trim())).filter(|text| !text.is_empty());
    let name = text(house.and_then(|house| house.name.as_ref()));
    let url = text(house.and_then(|house| house.url.as_ref()))
        .filter(|url| safe_url(url).is_some() && url.starts_with("http"));
    let (name, url) = match (name, url) {
        (Some(name), Some(url)) => (name, url),
        (name, url) => {
            let what = [("name", name.is_none()), ("url", url.is_none())]
                .iter()
                .filter(|(_, missing)| *missing)
                .map(|(what, _)| *what)
                .collect::<Vec<_>>()
                .join(" and ");
            return Err(ReportError::HouseMissing { what, hint: HINT.to_owned() });
        }
    };
    let reviews = case
        .claims
        .iter()
        .filter_map(|claim| {
            let verdict = claims::ratings::verdict_in_force(case, claim.uuid).filter(|_| {
                claims::ratings::rating_of(case, claim.uuid).is_some_and(|rating| rating.is_verdict)
            })?;
            review(case, model, claim, verdict.assessment_id, &name, &url)
        })
        .collect();
    Ok(Value::Array(reviews))
}

fn review(
    case: &CaseAt,
    model: &Model,
    claim: &Claim,
    assessment: AssessmentId,
    name: &str,
    url: &str,
) -> Option<Value> {
    let assessment = case.assessments.iter().find(|one| one.uuid == assessment)?;
    let label = case.labels.iter().find(|label| label.uuid == assessment.label_id)?;
    let mut rating = Map::new();
    rating.insert("@type".into(), json!("Rating"));
    let numbers: Vec<u32> = case
        .labels
        .iter()
        .filter(|other| other.scale_id == label.scale_id)
        .filter_map(|other| other.number)
        .collect();
    if let (Some(number), Some(best), Some(worst)) =
        (label.number, numbers.iter().max(), numbers.iter().min())
        && best > worst
        && *worst >= 1
    {
        rating.insert("ratingValue".into(), json!(number));
        rating.insert("bestRating".into(), json!(best));
        rating.insert("worstRating".into(), json!(worst));
    }
    rating.insert("alternateName".into(), json!(one_line(&label.name)));
    if let Some(explanation) = explanation(&assessment.rationale) {
        rating.insert("ratingExplanation".into(), json!(explanation));
    }
    let mut review = Map::new();
    review.insert("@context".into(), json!("https://schema.org"));
    review.insert("@type".into(), json!("ClaimReview"));
    review.insert("url".into(), json!(address(url, claim.uuid)));
    review.insert("claimReviewed".into(), json!(one_line(&claim.text)));
    review.insert("author".into(), json!({ "@type": "Organization", "name": name, "url": url }));
    if let Some(published) = iso(&case.time) {
        review.insert("datePublished".into(), json!(published));
    }
    review.insert("inLanguage".into(), json!(model.words().tag));
    if let Some(warning) = &model.head.warning {
        review.insert("abstract".into(), json!(one_line(warning)));
    }
    review.insert("reviewRating".into(), Value::Object(rating));
    review.insert("itemReviewed".into(), Value::Object(reviewed(case, claim)));
    Some(Value::Object(review))
}

/// The page of the house with the claim's place on it.
fn address(url: &str, claim: ClaimId) -> String {
    let page = url.split('#').next().unwrap_or(url);
    format!("{page}#claim-{claim}")
}

/// The claim as such: who made it, when, and where it appeared.
fn reviewed(case: &CaseAt, claim: &Claim) -> Map<String, Value> {
    let mut out = Map::new();
    out.insert("@type".into(), json!("Claim"));
    let actor = |id| case.actors.iter().find(|actor: &&Actor| actor.uuid == id);
    if let Some(author) = claim.claimant_id.and_then(actor) {
        out.insert("author".into(), Value::Object(person(author)));
    }
    let asserted = case.acts.iter().filter(|act| act.claim_id == claim.uuid && act.kind == ActKind::Asserts);
    let statements: Vec<&Statement> = asserted
        .filter_map(|act| case.statements.iter().find(|statement| statement.uuid == act.statement_id))
        .collect();
    let first = statements.iter().filter_map(|statement| statement.date.as_deref().and_then(iso)).min();
    if let Some(date) = first {
        out.insert("datePublished".into(), json!(date));
    }
    let mut items: Vec<&Item> = Vec::new();
    for appearance in case
        .appearances
        .iter()
        .filter(|appearance| statements.iter().any(|statement| statement.uuid == appearance.statement_id))
    {
        let item = case.items.iter().find(|item| item.uuid == appearance.item_id);
        if let Some(item) = item
            .filter(|item| address_of(item).is_some() && !items.iter().any(|other| other.uuid == item.uuid))
        {
            items.push(item);
        }
    }
    // The earliest known one is the first appearance; one without a date cannot be known to be it.
    let dated = items.iter().filter(|item| iso_of(item).is_some()).min_by_key(|item| iso_of(item)).copied();
    let first = dated.or_else(|| if items.len() == 1 { items.first().copied() } else { None });
    if let Some(first) = first {
        out.insert("firstAppearance".into(), work(first));
    }
    let rest: Vec<Value> = items
        .iter()
        .filter(|item| first.is_none_or(|first| first.uuid != item.uuid))
        .map(|item| work(item))
        .collect();
    if !rest.is_empty() {
        out.insert("appearance".into(), Value::Array(rest));
    }
    out
}

fn person(actor: &Actor) -> Map<String, Value> {
    let mut out = Map::new();
    let kind = if actor.kind == ActorKind::Person { "Person" } else { "Organization" };
    out.insert("@type".into(), json!(kind));
    out.insert("name".into(), json!(one_line(&actor.name)));
    if let Some(url) = actor.url.as_deref().and_then(safe_url) {
        out.insert("sameAs".into(), json!(url));
    }
    out
}

fn address_of(item: &Item) -> Option<&str> {
    safe_url(item.url.as_deref()?).filter(|url| url.starts_with("http"))
}

fn iso_of(item: &Item) -> Option<String> {
    item.date.as_deref().or(item.public_date.as_deref()).and_then(iso)
}

fn work(item: &Item) -> Value {
    let mut out = Map::new();
    out.insert("@type".into(), json!("CreativeWork"));
    out.insert("url".into(), json!(address_of(item)));
    out.insert(
        "name".into(),
        json!(one_line(item.title.as_deref().filter(|title| !title.trim().is_empty()).unwrap_or(&item.name))),
    );
    if let Some(date) = iso_of(item) {
        out.insert("datePublished".into(), json!(date));
    }
    Value::Object(out)
}

/// A plain ISO 8601 date: qualifiers dropped, and no more precision than is certain. Schema.org wants at least a year.
fn iso(edtf: &str) -> Option<String> {
    match date_parts(edtf)[..] {
        [year, month, day] => Some(format!("{year:04}-{month:02}-{day:02}")),
        [year, month] => Some(format!("{year:04}-{month:02}")),
        [year] => Some(format!("{year:04}")),
        _ => None,
    }
}

/// The first sentences of a rationale as plain words, without its notes.
fn explanation(rationale: &str) -> Option<String> {
    let blocks =
        rich::blocks(rationale, &mut |_| Ok::<_, ()>(crate::document::Inline::Aside(String::new()))).ok()?;
    let first = blocks.iter().find_map(|block| {
        if let crate::document::Block::Paragraph(words) = block { Some(words) } else { None }
    })?;
    let words: Vec<String> = plain(first).split_whitespace().map(one_line).collect();
    let text = words.join(" ");
    if text.is_empty() {
        return None;
    }
    if text.chars().count() <= EXPLANATION {
        return Some(text);
    }
    let cut: String = text.chars().take(EXPLANATION).collect();
    let end = cut.rfind(". ").map(|at| at + 1).or_else(|| cut.rfind(' '))?;
    let shortened = cut[..end].trim();
    Some(if shortened.ends_with('.') { shortened.to_owned() } else { format!("{shortened}…") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_only_what_is_certain() {
        assert_eq!(iso("2017-04-XX").as_deref(), Some("2017-04"));
        assert_eq!(iso("2017-04-04~").as_deref(), Some("2017-04-04"));
        assert_eq!(iso("2026-11-22T10:00:00Z").as_deref(), Some("2026-11-22"));
        assert_eq!(iso("201X"), None);
    }

    #[test]
    fn an_explanation_is_words_without_notes() {
        assert_eq!(explanation("It **is** so [@0190]. And more.").as_deref(), Some("It is so. And more."));
        assert_eq!(explanation(""), None);
        let long = "Word ".repeat(200);
        assert!(explanation(&long).unwrap().chars().count() <= EXPLANATION + 1);
    }
}
