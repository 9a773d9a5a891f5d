//! From a case to a report, laid out: what stands in which part, and which note leads where.

mod cited;
mod claims_part;
mod corrections;
mod desk;
mod evidence;
mod grounds;
mod head;
mod integrity;
mod links;
mod matrix_part;
mod method;
mod points_part;
mod rating;
mod sources;
mod statement;
mod summary;
mod timeline_part;

use crate::document::{Block, Inline, Model, Part};
use crate::error::ReportError;
use crate::facts::{Facts, Options};
use crate::notes::Notes;
use crate::words;
use ::claims::case_at::CaseAt;
use ::claims::grid::PointsGrid;
use ::claims::ids::ItemId;
use ::claims::matrix::{Matrix, Whose};
use ::claims::words::Section;
use links::Index;
use std::collections::{HashMap, HashSet};

/// Everything that laying out a report goes by.
struct Desk<'a> {
    case: &'a CaseAt,
    facts: &'a Facts,
    options: &'a Options,
    index: Index<'a>,
    grid: PointsGrid,
    matrices: Vec<Matrix>,
    notes: Notes,
    /// Number of each item in the list of sources, if the report has one.
    sources: HashMap<ItemId, u32>,
    references: Vec<crate::reference::Reference>,
    /// Hashes that stand in the integrity annex.
    annexed: HashSet<String>,
}

/// Lays out the report of a case: living records only, `known_by` already applied.
///
/// # Errors
/// [`ReportError::BrokenCitation`] if a rationale cites what the case as shown does not hold, naming both;
/// [`ReportError::Language`] for a language other than English.
pub fn model(case: &CaseAt, facts: &Facts, options: &Options) -> Result<Model, ReportError> {
    if options.language != "en" {
        return Err(ReportError::Language { language: options.language.to_owned() });
    }
    let references = crate::reference::references(case);
    let numbered = references.iter().zip(1u32..).map(|(reference, number)| (reference.item, number));
    let mut desk = Desk {
        case,
        facts,
        options,
        index: Index::of(case),
        grid: ::claims::points::points_grid(case, false),
        matrices: ::claims::evidence_matrix::matrices(case, Whose::Desk),
        notes: Notes::default(),
        sources: if options.sections.contains(&Section::Sources) {
            numbered.collect()
        } else {
            HashMap::new()
        },
        annexed: if options.sections.contains(&Section::Integrity) {
            case.captures.iter().map(|capture| capture.sha256.clone()).collect()
        } else {
            HashSet::new()
        },
        references,
    };
    desk.check_citations()?;
    let head = desk.head();
    let mut parts = Vec::new();
    for section in Section::ALL.iter().copied().filter(|section| options.sections.contains(section)) {
        let blocks = match section {
            Section::Summary => desk.summary(),
            Section::CommonGround => desk.common_ground(),
            Section::Points => desk.points(),
            Section::Claims => desk.claims()?,
            Section::Timeline => desk.timeline(),
            Section::Matrix => desk.matrix(),
            Section::Method => desk.method(),
            Section::Sources => desk.sources(),
            Section::Reply => desk.replies(),
            Section::Corrections => desk.corrections()?,
            Section::Integrity => desk.integrity(),
        };
        parts.push(Part { section, title: words::section(section).to_owned(), blocks });
    }
    let Desk { grid, matrices, notes, .. } = desk;
    let mut model = Model { head, parts, notes: notes.finish(), grid, matrices, claim_reviews: None };
    if options.sections.contains(&Section::Claims) {
        model.claim_reviews = crate::claimreview::claimreview(case, &model)
            .ok()
            .filter(|reviews| reviews.as_array().is_some_and(|list| !list.is_empty()));
    }
    Ok(model)
}

/// A paragraph of one plain sentence.
fn sentence(words: impl Into<String>) -> Block {
    Block::Paragraph(vec![Inline::Text(words.into())])
}

fn text(words: impl Into<String>) -> Inline {
    Inline::Text(words.into())
}

fn strong(words: impl Into<String>) -> Inline {
    Inline::Strong(vec![Inline::Text(words.into())])
}

fn dim(words: impl Into<String>) -> Inline {
    Inline::Dim(vec![Inline::Text(words.into())])
}

/// What is there, and no empty text.
fn given(field: Option<&String>) -> Option<&str> {
    field.map(|words| words.trim()).filter(|words| !words.is_empty())
}
