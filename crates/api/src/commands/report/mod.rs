//! Reports: preview, export to files, publish, and what was published.

mod export;
mod files;
mod publish;
mod ready;
mod shown;

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{ById, List, Shown, answer, wire};
use claims::blind::Covered;
use claims::ids::CaseId;
use claims::publish::Block;
use claims::words::{ReportFormat, Section};
use export::{ReportExport, ReportExportAll, ReportsExported};
use publish::{ReportPublish, ReportPublished};
use ready::{Asked, Copies, ready};
use reports::ReportError;
use shown::ReportShown;

wire! {
    /// A report as it would be.
    pub struct ReportPreview {
        /// The case.
        pub case_id: CaseId,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
        /// The sections, in the order in which they are to stand, each once; the annex (`integrity`) stands last. None = all, in their usual order.
        pub sections: Option<Vec<Section>>,
        /// Language of the report's own words (BCP 47). None = the house's; English stands in for one that reports cannot speak.
        pub language: Option<String>,
        /// Without the ratings that are covered for a second reader. None = false.
        pub blind: Option<bool>,
    }
}

answer! {
    /// A report as it would be.
    pub struct Preview {
        /// Where it stands.
        pub shown: Shown,
        /// The case.
        pub id: CaseId,
        /// Its name.
        pub name: String,
        /// The page: self-contained, without script.
        pub html: String,
        /// The sections, in their order.
        pub sections: Vec<Section>,
        /// The language that the report speaks (BCP 47).
        pub language: String,
        /// The language asked for, where reports cannot speak it and another stands in.
        pub language_asked: Option<String>,
        /// How closely the preserved copies were looked at: a preview never reads their bytes.
        pub copies: Copies,
        /// Ratings that are left out, since the reading is blind.
        pub covered: Vec<Covered>,
        /// What blocks publication.
        pub blocks: Vec<Block>,
        /// What does not block it but should be looked at.
        pub notes: Vec<Block>,
    }

    /// A report in a file.
    pub struct Exported {
        /// The file.
        pub id: String,
        /// Its name.
        pub name: String,
        /// Its format.
        pub format: ReportFormat,
        /// Its size in bytes.
        pub size: u64,
        /// SHA-256 of its bytes.
        pub sha256: String,
        /// The operation at which the case is shown.
        pub operation: claims::ids::OperationId,
        /// The language that the report speaks (BCP 47).
        pub language: String,
        /// The language asked for, where reports cannot speak it and another stands in.
        pub language_asked: Option<String>,
        /// How closely the preserved copies were looked at.
        pub copies: Copies,
        /// Characters that no bundled font has; their codes stand in their place (PDF alone).
        pub missing_glyphs: Vec<String>,
    }
}

fn refused(error: ReportError) -> Problem {
    let words = error.to_string();
    match error {
        ReportError::BrokenCitation { assessment, claim_id, which, .. } => Problem::new(Code::Blocked, words)
            .hint("Supersede the assessment with one whose citations lead somewhere, or bring the record back from the trash.")
            .field("rationale")
            .with("table", "assessment")
            .with("record", assessment.to_string())
            .with("assessment", assessment.to_string())
            .with("claim", claim_id.to_string())
            .with("citation", which),
        ReportError::HouseMissing { what, hint } => Problem::new(Code::HouseMissing, words).hint(hint).with("what", what),
        ReportError::Sections { hint, .. } => Problem::new(Code::Invalid, words).hint(hint).field("sections"),
        _ => Problem::new(Code::Internal, words),
    }
}

fn preview(desk: &mut Desk, context: &Context, request: ReportPreview) -> Result<Preview, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let blocks = claims::publish::blocks(&case);
    let notes = claims::publish::notes(&case);
    let covered = at::hidden(desk, context, request.case_id, request.blind)?;
    let case = claims::blind::without(case, &covered);
    let asked =
        Asked { sections: request.sections, language: request.language.as_deref(), ..Asked::default() };
    let ready = ready(desk, context, case, asked, Copies::BySize)?;
    Ok(Preview {
        shown: Shown::of(&ready.case),
        id: ready.case.case.uuid,
        name: ready.case.case.name.clone(),
        html: reports::html(&ready.model),
        language: ready.language(),
        language_asked: ready.language_asked,
        sections: ready.sections,
        copies: ready.copies,
        covered,
        blocks,
        notes,
    })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "report.preview", ReportPreview => Preview, preview, "Shows the report as a self-contained page, and what blocks publication."),
        command!(Read "report.export", ReportExport => Exported, export::export, "Writes the report into a file, in one of six formats; writes nothing to the ledger."),
        command!(Read "report.export_all", ReportExportAll => ReportsExported, export::export_all, "Writes the report into a folder, in every format asked for; a format that is refused does not keep the others back."),
        command!(Write "report.publish", ReportPublish => ReportPublished, publish::publish, "Numbers the report, pins the operation, the sections and the language, writes the files and keeps their hashes."),
        command!(Read "report.list", List => Vec<ReportShown>, shown::list, "Lists published reports, oldest first, with their files."),
        command!(Read "report.show", ById => ReportShown, shown::show, "Shows a published report, and whether each of its files is still there and unchanged."),
    ]
}
