//! What stands in the way of publishing a case, and what an editor should look at first.
//!
//! Only what would make the report untrue blocks it: a footnote that leads nowhere, a rating that the rules do not allow.
//! Everything else is a note: the report says so itself, and a person decides.

use crate::blind::Covered;
use crate::case_at::CaseAt;
use crate::cite::citations;
use crate::grid::DeskState;
use crate::ids::ClaimId;
use crate::index::{Index, alive};
use crate::maps::{Map, Set};
use crate::order::{evidence_of, letter};
use crate::ratings::{assessments_in_force, may_rate, verdict_in_force};
use crate::records::*;
use crate::words::ClaimKind;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Something found before publishing, with the record it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Block {
    /// Stable code, lower case with underscores.
    pub code: String,
    /// What it is, naming the place.
    pub words: String,
    /// Table of the record.
    pub table: String,
    /// Its identity.
    pub uuid: String,
    /// The claim whose page shows the record, where it is one's assessment or link.
    pub claim_id: Option<String>,
    /// What the words name, for wording it in another language.
    pub params: BTreeMap<String, String>,
}

impl Block {
    /// A line about a record; the caller knows what of it stands in the way.
    pub fn of<R: Record>(code: &str, words: String, record: &R) -> Self {
        block(code, words, record)
    }

    /// With what its words name.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.params.insert(name.to_owned(), value.into());
        self
    }

    fn of_claim(mut self, claim: Option<ClaimId>) -> Self {
        self.claim_id = claim.map(|id| id.to_string());
        self
    }
}

fn block<R: Record>(code: &str, words: String, record: &R) -> Block {
    Block {
        code: code.to_owned(),
        words,
        table: R::TABLE.to_owned(),
        uuid: record.uuid().to_string(),
        claim_id: None,
        params: BTreeMap::new(),
    }
}

/// What blocks publication; empty = nothing.
///
/// `broken_citation`: a rationale, or what would change it, cites something that is no excerpt, item or statement of the case,
/// lies in the trash, or was not public by the day shown. `rating_not_allowed`: a rating that its claim's kind does not take.
/// More is told by those who know more: `covered` ([`waiting`]), `house_missing` where ClaimReview is to be published, and by the shelf `copy_missing`, `copy_changed`, `logo_missing`.
pub fn blocks(case: &CaseAt) -> Vec<Block> {
    let living = alive(case);
    let mut known: Set<Uuid> = living.excerpts.iter().map(Record::uuid).collect();
    known.extend(living.items.iter().map(Record::uuid));
    known.extend(living.statements.iter().map(Record::uuid));
    let mut trashed: Set<Uuid> = case.excerpts.iter().map(Record::uuid).collect();
    trashed.extend(case.items.iter().map(Record::uuid));
    trashed.extend(case.statements.iter().map(Record::uuid));
    let mut out = Vec::new();
    let in_force = printed(&living);
    // A report prints superseded ratings too, so their notes have to lead somewhere as well.
    let superseded = living.assessments.iter().filter(|a| !in_force.iter().any(|known| known.uuid == a.uuid));
    for assessment in in_force.iter().copied().chain(superseded) {
        let Some(claim) = living.claims.iter().find(|claim| claim.uuid == assessment.claim_id) else {
            continue;
        };
        let texts = [
            ("rationale", "rationale", Some(&assessment.rationale)),
            ("would_change", "note on what would change it", assessment.would_change.as_ref()),
        ];
        for (field, place, text) in
            texts.into_iter().filter_map(|(field, place, text)| Some((field, place, text?)))
        {
            for citation in citations(text) {
                let (which, why, said) = match &citation.id {
                    Ok(id) if known.contains(id) => continue,
                    Ok(id) if trashed.contains(id) => {
                        (id.to_string(), "trashed", "which lies in the trash or leans on something that does")
                    }
                    Ok(id) if living.known_by.is_some() => {
                        (id.to_string(), "not_public_by_then", "which is not in this view by date")
                    }
                    Ok(id) => {
                        (id.to_string(), "unknown", "which is no excerpt, item or statement of this case")
                    }
                    Err(text) => (text.clone(), "no_identity", "which is no identity"),
                };
                let quoted =
                    if citation.id.is_ok() { format!("[@{which}]") } else { format!("“[@{which}]”") };
                let words =
                    format!("The {place} of the rating of “{}” cites {quoted}, {said}.", short(&claim.text));
                out.push(
                    block("broken_citation", words, assessment)
                        .of_claim(Some(claim.uuid))
                        .with("claim", short(&claim.text))
                        .with("field", field)
                        .with("citation", which)
                        .with("why", why),
                );
            }
        }
        let scale = living.scales.iter().find(|scale| scale.uuid == assessment.scale_id);
        if in_force.iter().any(|known| known.uuid == assessment.uuid)
            && let Some(Err(why)) = scale.map(|scale| may_rate(claim, scale))
        {
            let words = format!("“{}” is rated though it may not be. {}", short(&claim.text), why.words);
            out.push(
                block("rating_not_allowed", words, assessment)
                    .of_claim(Some(claim.uuid))
                    .with("claim", short(&claim.text))
                    .with("rule", why.code),
            );
        }
    }
    out
}

/// Takes out of the lines what a blind second reader may not know yet: where a rating that is covered leads.
pub fn cover(blocks: &mut [Block], covered: &[Covered]) {
    for line in blocks.iter_mut().filter(|line| line.code == "broken_citation") {
        let hidden = covered.iter().any(|one| Some(one.claim_id.to_string()) == line.claim_id);
        if hidden {
            let claim = line.params.get("claim").cloned().unwrap_or_default();
            line.words =
                format!("The rating of “{claim}”, which is covered, cites something that is not there.");
            line.params.remove("citation");
            line.params.remove("field");
            line.params.remove("cited");
            line.params.remove("cited_table");
            line.params.insert("why".to_owned(), "covered".to_owned());
        }
    }
}

/// What keeps a reader from publishing who has still to rate these claims themselves: they would publish what they may not see.
pub fn waiting(case: &CaseAt, covered: &[Covered]) -> Vec<Block> {
    case.claims
        .iter()
        .filter(|claim| covered.iter().any(|one| one.claim_id == claim.uuid))
        .map(|claim| {
            let words =
                format!("“{}” waits for your own reading: its first rating is covered.", short(&claim.text));
            block("covered", words, claim).of_claim(Some(claim.uuid)).with("claim", short(&claim.text))
        })
        .collect()
}

/// What only one format needs: ClaimReview cannot be made without the name and the address of the house.
pub fn house_missing(case: &CaseAt) -> Option<Block> {
    let house = case.house.as_ref();
    let given = |field: fn(&House) -> Option<&String>| {
        house.and_then(field).is_some_and(|words| !words.trim().is_empty())
    };
    if given(|house| house.name.as_ref()) && given(|house| house.url.as_ref()) {
        return None;
    }
    let words = "The house has no name or no address; ClaimReview cannot be made without both.".to_owned();
    let of_case = |words: String| block("house_missing", words, &case.case);
    let mut line =
        house.map_or_else(|| of_case(words.clone()), |house| block("house_missing", words.clone(), house));
    // Where it is mended, whether or not there is a record of it yet.
    line.table = House::TABLE.to_owned();
    Some(line)
}

/// The assessments that a report prints in the first place: the verdict in force and the assessments in force of every claim, each once.
fn printed(case: &CaseAt) -> Vec<&Assessment> {
    let mut out: Vec<&Assessment> = Vec::new();
    for claim in &case.claims {
        let verdict = verdict_in_force(case, claim.uuid).map(|verdict| verdict.assessment_id);
        let of_verdict = case.assessments.iter().filter(|a| Some(a.uuid) == verdict);
        for assessment in of_verdict.chain(assessments_in_force(case, claim.uuid)) {
            if !out.iter().any(|known| known.uuid == assessment.uuid) {
                out.push(assessment);
            }
        }
    }
    out
}

/// What does not block publication but should be looked at.
///
/// `no_verdict`: a claim is rated, and no second reader agreed yet. `not_rated`: a claim that could be rated is not. `evidence_twice`: two links join one piece of evidence to one record.
/// `unsettled`: editors differ on a link. `uneven_effort`: one side got much less effort. `no_reply_asked`: no holder of an account was asked for a reply.
/// `house_missing`: the house has no name or no address, which ClaimReview needs. `date_unreadable`: a date is none, so `known_by` takes it as missing.
pub fn notes(case: &CaseAt) -> Vec<Block> {
    let case = alive(case);
    let index = Index::new(&case);
    let mut out = Vec::new();
    for claim in &case.claims {
        if verdict_in_force(&case, claim.uuid).is_some() {
            continue;
        }
        let rated = !assessments_in_force(&case, claim.uuid).is_empty();
        if rated {
            let words = format!(
                "“{}” has no verdict: its rating is shown as one reader's assessment.",
                short(&claim.text)
            );
            out.push(
                block("no_verdict", words, claim)
                    .of_claim(Some(claim.uuid))
                    .with("claim", short(&claim.text)),
            );
        } else if claim.kind == ClaimKind::Factual {
            let words = format!("“{}” is not rated.", short(&claim.text));
            out.push(
                block("not_rated", words, claim).of_claim(Some(claim.uuid)).with("claim", short(&claim.text)),
            );
        }
    }
    let mut pairs: Map<_, u32> = Map::default();
    for link in &case.links {
        let pair = (evidence_of(link), link.to_claim_id, link.to_account_id);
        let forms_cell = link.to_claim_id.is_some() || link.to_account_id.is_some();
        let (_, label) = index.label(link);
        if forms_cell {
            let times = pairs.entry(pair).or_default();
            *times += 1;
            if *times == 2 {
                let words = format!(
                    "{label} is linked twice to the same record: the cell is unsettled until one link is trashed."
                );
                out.push(
                    block("evidence_twice", words, link).of_claim(link.to_claim_id).with("label", label),
                );
            }
        }
        if index.desk(link.uuid).state == DeskState::Unsettled {
            let words = format!("The editors differ on a link of {label}: it adds nothing to the score.");
            out.push(block("unsettled", words, link).of_claim(link.to_claim_id).with("label", label));
        }
    }
    let accounts = case.accounts_in_order();
    if let Some(words) = crate::effort::warning(&crate::effort::effort(&index, &accounts)) {
        out.push(block("uneven_effort", words, &case.case));
    }
    for (place, account) in accounts.iter().enumerate() {
        let mut holders = index.holders.get(&account.uuid).into_iter().flatten();
        if !holders.any(|holder| case.replies.iter().any(|reply| reply.actor_id == holder.actor_id)) {
            let words =
                format!("No holder of account {} ({}) was asked for a reply.", letter(place), account.name);
            out.push(
                block("no_reply_asked", words, *account)
                    .with("letter", letter(place))
                    .with("account", account.name.clone()),
            );
        }
    }
    out.extend(house_missing(&case));
    out.extend(unreadable_dates(&case));
    out
}

fn unreadable_dates(case: &CaseAt) -> Vec<Block> {
    let bad =
        |date: &Option<String>| date.as_deref().is_some_and(|text| crate::date::Edtf::parse(text).is_err());
    fn unreadable<R: Record>(what: &str, date: Option<&String>, record: &R) -> Block {
        let date = short(date.map_or("", String::as_str));
        let words = format!("{what}: “{date}” cannot be read as a date and counts as missing.");
        block("date_unreadable", words, record).with("what", what).with("date", date)
    }
    let mut out = Vec::new();
    for item in &case.items {
        for date in [&item.date, &item.public_date] {
            if bad(date) {
                out.push(unreadable(&item.name, date.as_ref(), item));
            }
        }
    }
    for statement in case.statements.iter().filter(|s| bad(&s.date)) {
        out.push(unreadable(&short(&statement.words), statement.date.as_ref(), statement));
    }
    for finding in case.findings.iter().filter(|f| bad(&f.date)) {
        out.push(unreadable(&finding.name, finding.date.as_ref(), finding));
    }
    out
}

/// The first 80 characters.
fn short(text: &str) -> String {
    let mut out: String = text.chars().take(80).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}
