//! From a job to a PDF.

use crate::glyphs::{marks_for, missing_in};
use crate::world::ClosedWorld;
use crate::{Job, Remark, TypesetError};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use typst::diag::{EcoVec, SourceDiagnostic};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// What the PDF names as its maker.
const CREATOR: &str = "Counterclaim";
/// How often a source is set again because marks for missing characters brought up others.
const ATTEMPTS: usize = 3;
/// After how many further jobs the compiler forgets what it remembered of one.
const REMEMBERED_JOBS: usize = 4;

/// A PDF and what is to be said about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The PDF file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no embedded font has, in the order of their codes; where they stood, a mark shows their code: `[U+4E2D]`.
    pub missing: Vec<char>,
    /// What the compiler warned of, such as an unknown font family.
    pub warnings: Vec<Remark>,
}

/// Typesets the job and returns the PDF: [`print`] without what is to be said about it.
///
/// # Errors
/// As [`print`].
pub fn pdf(job: &Job) -> Result<Vec<u8>, TypesetError> {
    print(job).map(|printed| printed.bytes)
}

/// Typesets the job as PDF/UA-1. The same job gives the same bytes.
///
/// # Errors
/// [`TypesetError::Source`] when the source does not compile, [`TypesetError::Refused`] when the result would not be PDF/UA-1,
/// [`TypesetError::Asset`] and [`TypesetError::Date`] when the job itself makes no sense, [`TypesetError::Broken`] when the typesetter
/// panics.
pub fn print(job: &Job) -> Result<Printed, TypesetError> {
    let printed = without_panic(|| print_remembering(job));
    typst::comemo::evict(REMEMBERED_JOBS);
    printed
}

/// A quote from outside must never take the program down, even if it finds a fault in the typesetter.
fn without_panic<T>(work: impl FnOnce() -> Result<T, TypesetError>) -> Result<T, TypesetError> {
    // Nothing that the work has half done is used again: it shares only the fonts, and the compiler's memory of finished results.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().cloned();
        let said = said.or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned()));
        Err(TypesetError::Broken { message: said.unwrap_or_else(|| "without a word".to_owned()) })
    })
}

fn print_remembering(job: &Job) -> Result<Printed, TypesetError> {
    let mut missing = BTreeSet::new();
    let mut world = ClosedWorld::new(job, "")?;
    let (mut document, mut warnings) = compile(&world)?;
    for _ in 0..ATTEMPTS {
        let found = missing_in(&document);
        if found.is_subset(&missing) {
            break;
        }
        missing.extend(found);
        world = ClosedWorld::new(job, &marks_for(&missing))?;
        (document, warnings) = compile(&world)?;
    }
    let bytes = export(&world, &document, &job.identifier)?;
    Ok(Printed { bytes, pages: document.pages().len(), missing: missing.into_iter().collect(), warnings })
}

fn compile(world: &ClosedWorld) -> Result<(PagedDocument, Vec<Remark>), TypesetError> {
    let compiled = typst::compile::<PagedDocument>(world);
    match compiled.output {
        Ok(document) => Ok((document, remarks(world, &compiled.warnings))),
        Err(errors) => Err(complain(world, &errors, |Remark { message, line, hint }, more| {
            TypesetError::Source { message, line, hint, more }
        })),
    }
}

fn export(world: &ClosedWorld, document: &PagedDocument, identifier: &str) -> Result<Vec<u8>, TypesetError> {
    let refused =
        |message: String| TypesetError::Refused { message, line: None, hint: None, more: Vec::new() };
    let options = PdfOptions {
        ident: Smart::Custom(identifier.to_owned()),
        creator: Smart::Custom(Some(CREATOR.to_owned())),
        timestamp: world.date().map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::Ua_1])
            .map_err(|error| refused(error.message().to_string()))?,
        tagged: true,
        ..PdfOptions::default()
    };
    let refuse = |Remark { message, line, hint }, more| TypesetError::Refused { message, line, hint, more };
    typst_pdf::pdf(document, &options).map_err(|errors| complain(world, &errors, refuse))
}

/// The first complaint, and the others with it.
fn complain(
    world: &ClosedWorld,
    errors: &EcoVec<SourceDiagnostic>,
    wrap: impl Fn(Remark, Vec<Remark>) -> TypesetError,
) -> TypesetError {
    let mut all = remarks(world, errors).into_iter();
    let first = all.next().unwrap_or_else(|| Remark {
        message: "no reason was given".to_owned(),
        line: None,
        hint: None,
    });
    wrap(first, all.collect())
}

fn remarks(world: &ClosedWorld, diagnostics: &EcoVec<SourceDiagnostic>) -> Vec<Remark> {
    diagnostics.iter().map(|diagnostic| remark(world, diagnostic)).collect()
}

fn remark(world: &ClosedWorld, diagnostic: &SourceDiagnostic) -> Remark {
    let hints: Vec<&str> = diagnostic.hints.iter().map(|hint| hint.v.as_str()).collect();
    Remark {
        message: diagnostic.message.to_string(),
        line: world.line_of(diagnostic),
        hint: (!hints.is_empty()).then(|| hints.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let failed: Result<(), _> = without_panic(|| panic!("out of {}", "range"));
        assert_eq!(failed, Err(TypesetError::Broken { message: "out of range".into() }));
        let failed: Result<(), _> = without_panic(|| panic!("plainly"));
        assert_eq!(failed, Err(TypesetError::Broken { message: "plainly".into() }));
    }
}
