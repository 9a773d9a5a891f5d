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
use crate::words::Language;
use crate::words::Words;
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
    /// The report's own words.
    w: &'static Words,
    /// The language of the case, where the report speaks another: editors' words are marked with it.
    own: Option<String>,
    index: Index<'a>,
    grid: PointsGrid,
    matrices: Vec<Matrix>,
    notes: Notes,
    /// Number of each item in the list of sources, if the report has one.
    sources: HashMap<ItemId, u32>,
    references: Vec<crate::reference::Reference>,
    /// A citation that leads nowhere is marked, not refused.
    mark_broken: bool,
    /// Hashes that stand in the integrity annex.
    annexed: HashSet<String>,
}

/// Lays out the report of a case: living records only, `known_by` already applied.
///
/// # Errors
/// [`ReportError::Sections`] if a section stands twice, none is asked for, or the annex does not stand at the end;
/// [`ReportError::BrokenCitation`] if a rationale cites what the case as shown does not hold, naming both.
pub fn model(case: &CaseAt, facts: &Facts, options: &Options) -> Result<Model, ReportError> {
    options.check()?;
    let w = options.language.words();
    let references = crate::reference::references(case, w);
    let numbered = references.iter().zip(1u32..).map(|(reference, number)| (reference.item, number));
    let mut desk = Desk {
        case,
        facts,
        w,
        own: case.case.language.clone().filter(|tag| Language::of(tag) != Some(options.language)),
        index: Index::of(case, w),
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
        mark_broken: options.mark_broken,
    };
    if !options.mark_broken {
        desk.check_citations()?;
    }
    let head = desk.head();
    let mut parts = Vec::new();
    for section in options.sections.iter().copied() {
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
        parts.push(Part { section, title: (w.lists.section)(section).to_owned(), blocks });
    }
    let Desk { grid, matrices, notes, .. } = desk;
    let language = options.language;
    let mut model = Model {
        language,
        head,
        parts,
        notes: notes.finish(),
        grid,
        matrices,
        covered: facts.covered.clone(),
        claim_reviews: None,
    };
    if options.sections.contains(&Section::Claims) {
        model.claim_reviews = crate::claimreview::claimreview(case, &model)
            .ok()
            .filter(|reviews| reviews.as_array().is_some_and(|list| !list.is_empty()));
    }
    Ok(model)
}

impl Desk<'_> {
    /// Words of an editor, in the language of the case.
    fn said(&self, words: impl Into<String>) -> Inline {
        match &self.own {
            Some(lang) => Inline::Foreign { text: words.into(), lang: Some(lang.clone()) },
            None => Inline::Text(words.into()),
        }
    }

    /// A date in the words of the report.
    fn date(&self, date: &str) -> String {
        (self.w.date)(date)
    }
}

/// Ends a sentence; one that ends in an abbreviation has its full stop already.
fn stop(line: &mut Vec<Inline>) {
    if !matches!(line.last(), Some(Inline::Text(words)) if words.ends_with('.')) {
        line.push(text("."));
    }
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
