//! Reports: preview, export to files, publish, and what was published.

mod bag;
mod export;
mod files;
mod made;
mod publish;
mod ready;
mod shown;

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{ById, List, Shown, answer, wire};
use bag::{Bagged, CaseBag};
use claims::blind::Covered;
use claims::case_at::CaseAt;
use claims::ids::{CaseId, ClaimId};
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
        /// Without the ratings that are covered for a second reader. None = as whoever asks sees a case: in the window true, else false.
        pub blind: Option<bool>,
        /// The formats that are to be published: what only one of them needs is then told as a block. None = no format in particular.
        pub formats: Option<Vec<ReportFormat>>,
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
        /// Ratings that are covered, since the reading is blind; the page says so in their places.
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
        /// Ratings that are covered in this file, since the reading is blind; it says so in their places.
        pub covered: Vec<Covered>,
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
    let covered = at::hidden(desk, context, request.case_id, request.blind)?;
    let mut blocks = blocks(desk, &case)?;
    claims::publish::cover(&mut blocks, &covered);
    blocks.extend(claims::publish::waiting(&case, &covered));
    let mut notes = claims::publish::notes(&case);
    if request.formats.is_some_and(|formats| formats.contains(&ReportFormat::Claimreview)) {
        notes.retain(|note| note.code != "house_missing");
        blocks.extend(claims::publish::house_missing(&case));
    }
    let case = claims::blind::without(case, &covered);
    let asked = Asked {
        preview: true,
        every_copy: true,
        ..Asked::of(request.sections, request.language.as_deref(), &covered)
    };
    let ready = ready(desk, context, case, asked, Copies::BySize)?;
    blocks.extend(ready.broken_copies());
    blocks.extend(ready.broken_logo());
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

/// What blocks publication of the case; a citation that leads nowhere says what it led to, if that is still to be found.
fn blocks(desk: &Desk, case: &CaseAt) -> Result<Vec<Block>, Problem> {
    let mut blocks = claims::publish::blocks(case);
    for line in blocks.iter_mut().filter(|line| line.code == "broken_citation") {
        let Some(id) = line.params.get("citation").and_then(|id| id.parse::<uuid::Uuid>().ok()) else {
            continue;
        };
        let Some(found) = desk.ledger.find(id)? else { continue };
        let name = crate::wire::label_of(&found.table, &found.image);
        if found.trashed && line.params.get("why").is_some_and(|why| why == "unknown") {
            line.params.insert("why".to_owned(), "trashed".to_owned());
            line.words = format!("{} It is “{name}”, which lies in the trash.", line.words);
        } else {
            line.words = format!("{} It is “{name}”.", line.words);
        }
        line.params.insert("cited".to_owned(), name);
        line.params.insert("cited_table".to_owned(), found.table);
    }
    Ok(blocks)
}

/// The claims whose ratings are covered, each once.
fn claims_of(covered: &[Covered]) -> Vec<ClaimId> {
    let mut claims: Vec<ClaimId> = covered.iter().map(|one| one.claim_id).collect();
    claims.dedup();
    claims
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "report.preview", ReportPreview => Preview, preview, "Shows the report as a self-contained page, and what blocks publication."),
        command!(Read "report.export", ReportExport => Exported, export::export, "Writes the report into a file, in one of six formats; writes nothing to the ledger."),
        command!(Read "report.export_all", ReportExportAll => ReportsExported, export::export_all, "Writes the report into a folder, in every format asked for; a format that is refused does not keep the others back."),
        command!(Write "report.publish", ReportPublish => ReportPublished, publish::publish, "Numbers the report, pins the operation, the sections and the language, writes the files and keeps their hashes."),
        command!(Write "case.bag", CaseBag => Bagged, bag::bag, "Packs a case into a new folder that stands without us (BagIt, RO-Crate): its report, its whole history, its preserved copies, and what checks them; the custody log says that they were handed out."),
        command!(Read "report.list", List => Vec<ReportShown>, shown::list, "Lists published reports, oldest first, with their files."),
        command!(Read "report.show", ById => ReportShown, shown::show, "Shows a published report, and whether each of its files is still there and unchanged."),
    ]
}
