//! Reports: preview, export to a file, publish.

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{editor, put};
use crate::table::{Command, command};
use crate::wire::{List, Named, Shown, Wrote, answer, wire};
use crate::workspace::{write_through, write_whole};
use claims::case_at::CaseAt;
use claims::ids::{CaseId, ReportFileId, ReportId};
use claims::publish::Block;
use claims::records::{Report, ReportFile};
use claims::words::{ReportFormat, Section};
use evidence::Integrity;
use ledger::{AsOf, Filter};
use reports::{Facts, FileLine, FileState, HeadLine, Model, Options, ReportError};
use std::path::{Path, PathBuf};

wire! {
    /// A report as it would be.
    pub struct ReportPreview {
        /// The case.
        pub case_id: CaseId,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
        /// The sections; none = all.
        pub sections: Option<Vec<Section>>,
    }

    /// A report into a file; the ledger is not touched.
    pub struct ReportExport {
        /// The case.
        pub case_id: CaseId,
        /// The format.
        pub format: ReportFormat,
        /// The file; replaced if it is there.
        pub out: PathBuf,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
        /// The sections; none = all.
        pub sections: Option<Vec<Section>>,
    }

    /// Publishes: numbers the report, pins the present operation, writes the files and keeps their hashes.
    pub struct ReportPublish {
        /// The case.
        pub case_id: CaseId,
        /// The folder for the files, named by the report's number.
        pub folder: PathBuf,
        /// The formats; none = HTML and PDF.
        pub formats: Option<Vec<ReportFormat>>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
        /// The sections; none = all.
        pub sections: Option<Vec<Section>>,
        /// The report that this one corrects.
        pub supersedes_id: Option<ReportId>,
        /// Why; needed with `supersedes_id`, and printed.
        pub reason: Option<String>,
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
        /// What blocks publication.
        pub blocks: Vec<Block>,
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
        /// Characters that no bundled font has; their codes stand in their place (PDF alone).
        pub missing_glyphs: Vec<String>,
    }
}

/// A case made ready for a report.
struct Ready {
    case: CaseAt,
    facts: Facts,
    model: Model,
}

fn ready(
    desk: &Desk,
    context: &Context,
    case: CaseAt,
    number: Option<String>,
    sections: Option<Vec<Section>>,
) -> Result<Ready, Problem> {
    let operation = desk
        .ledger
        .operation_line(case.operation)?
        .ok_or_else(|| Problem::not_found("operation", case.operation))?;
    let device = desk
        .ledger
        .get::<claims::records::Device>(operation.device)?
        .map(|device| device.name)
        .unwrap_or_default();
    let head = HeadLine {
        device,
        n: u64::try_from(operation.n).unwrap_or_default(),
        hash: operation.hash.clone(),
        time: operation.time.clone(),
    };
    let mut integrity = Vec::new();
    for (done, capture) in case.captures.iter().enumerate() {
        context.step("files", done as u64, case.captures.len() as u64)?;
        let state = match desk.shelf.check(&capture.sha256)? {
            Integrity::Intact => FileState::Intact,
            Integrity::Changed { .. } => FileState::Changed,
            Integrity::Missing => FileState::Missing,
        };
        integrity.push(FileLine {
            capture: capture.uuid,
            sha256: capture.sha256.clone(),
            size: u64::try_from(capture.size).unwrap_or_default(),
            state,
        });
    }
    let facts = Facts {
        heads: vec![head],
        operation_hash: operation.hash,
        operation_time: operation.time,
        known_by: case.known_by.clone(),
        number,
        integrity,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let mut options = Options::default();
    if let Some(sections) = sections {
        options.sections = sections;
    }
    let model = reports::model(&case, &facts, &options).map_err(refused)?;
    Ok(Ready { case, facts, model })
}

fn refused(error: ReportError) -> Problem {
    let words = error.to_string();
    match error {
        ReportError::BrokenCitation { assessment, which, .. } => Problem::new(Code::Blocked, words)
            .hint("Supersede the assessment with one whose citations lead somewhere, or bring the record back from the trash.")
            .field("rationale")
            .with("assessment", assessment.to_string())
            .with("citation", which),
        ReportError::HouseMissing { what, hint } => Problem::new(Code::HouseMissing, words).hint(hint).with("what", what),
        _ => Problem::new(Code::Internal, words),
    }
}

/// The bytes of a report, for every format but JSON, which streams out of the ledger.
fn bytes(ready: &Ready, format: ReportFormat) -> Result<(Vec<u8>, Vec<char>), Problem> {
    let text = match format {
        ReportFormat::Html => reports::html(&ready.model),
        ReportFormat::Md => reports::markdown(&ready.model),
        ReportFormat::Csv => reports::csv(&ready.model),
        ReportFormat::Claimreview => {
            serde_json::to_string_pretty(&reports::claimreview(&ready.case, &ready.model).map_err(refused)?)?
                + "\n"
        }
        ReportFormat::Pdf => {
            let job = reports::typst(&ready.model);
            let day = ready
                .facts
                .operation_time
                .get(..10)
                .and_then(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
            let date = day.map(|day| {
                use chrono::Datelike;
                (day.year(), u8::try_from(day.month()).unwrap_or(1), u8::try_from(day.day()).unwrap_or(1))
            });
            let identifier = format!("{} {}", ready.case.case.uuid, ready.facts.operation_hash);
            let assets = job.assets.into_iter().map(|(path, bytes)| typeset::Asset { path, bytes }).collect();
            let printed = typeset::print(&typeset::Job { source: job.source, assets, date, identifier })
                .map_err(|error| {
                    Problem::new(Code::Internal, format!("the PDF could not be set: {error}"))
                })?;
            return Ok((printed.bytes, printed.missing));
        }
        ReportFormat::Json => return Err(Problem::new(Code::Internal, "JSON streams")),
    };
    Ok((text.into_bytes(), Vec::new()))
}

/// Writes one format to a file.
fn write(desk: &Desk, ready: &Ready, format: ReportFormat, out: &Path) -> Result<Exported, Problem> {
    let mut missing = Vec::new();
    if format == ReportFormat::Json {
        let mut files: Vec<serde_json::Value> = ready
            .facts
            .integrity
            .iter()
            .map(|file| serde_json::json!({ "capture": file.capture.to_string(), "sha256": file.sha256, "size": file.size, "path": format!("files/{}/{}", &file.sha256[..2], &file.sha256[2..]) }))
            .collect();
        if let Some(sha256) = ready.case.house.as_ref().and_then(|house| house.logo_sha256.as_deref()) {
            let size = desk.shelf.path_of(sha256).ok().and_then(|path| std::fs::metadata(path).ok());
            files.push(serde_json::json!({ "house": "logo", "sha256": sha256, "size": size.map(|data| data.len()), "path": format!("files/{}/{}", &sha256[..2], &sha256[2..]) }));
        }
        let mut extra = serde_json::Map::new();
        extra.insert("files".to_owned(), files.into());
        extra.insert("program".to_owned(), ready.facts.version.clone().into());
        let position = AsOf::Operation(ready.case.operation);
        write_through(out, |sink| {
            Ok(desk.ledger.export_case(ready.case.case.uuid, Some(&position), &mut &mut *sink, &extra)?)
        })?;
    } else {
        let (content, without) = bytes(ready, format)?;
        missing = without;
        write_whole(out, &content)?;
    }
    let (sha256, size) = evidence::sha256_of(out)?;
    Ok(Exported {
        id: out.display().to_string(),
        name: out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        format,
        size,
        sha256,
        operation: ready.case.operation,
        missing_glyphs: missing.into_iter().map(|glyph| format!("U+{:04X}", u32::from(glyph))).collect(),
    })
}

fn preview(desk: &mut Desk, context: &Context, request: ReportPreview) -> Result<Preview, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let blocks = claims::publish::blocks(&case);
    let ready = ready(desk, context, case, None, request.sections)?;
    Ok(Preview {
        shown: Shown::of(&ready.case),
        id: ready.case.case.uuid,
        name: ready.case.case.name.clone(),
        html: reports::html(&ready.model),
        blocks,
    })
}

fn export(desk: &mut Desk, context: &Context, request: ReportExport) -> Result<Exported, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let ready = ready(desk, context, case, None, request.sections)?;
    context.step("formats", 0, 1)?;
    write(desk, &ready, request.format, &request.out)
}

fn extension(format: ReportFormat) -> &'static str {
    match format {
        ReportFormat::Html => "html",
        ReportFormat::Pdf => "pdf",
        ReportFormat::Md => "md",
        ReportFormat::Claimreview => "jsonld",
        ReportFormat::Json => "json",
        ReportFormat::Csv => "csv",
    }
}

/// Writes every format, or none: what was written before one failed, or before it was stopped, is taken away again.
fn write_all(
    desk: &Desk,
    context: &Context,
    ready: &Ready,
    number: &str,
    folder: &Path,
    formats: &[ReportFormat],
) -> Result<Vec<Exported>, Problem> {
    let mut files: Vec<Exported> = Vec::new();
    for (done, format) in formats.iter().enumerate() {
        let out = folder.join(format!("report-{number}.{}", extension(*format)));
        let written = context.step("formats", done as u64, formats.len() as u64).and_then(|()| {
            if out.exists() {
                let there = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
                return Err(crate::workspace::io(&out, &there));
            }
            write(desk, ready, *format, &out)
        });
        match written {
            Ok(file) => files.push(file),
            Err(problem) => {
                for file in &files {
                    let path = Path::new(&file.id);
                    std::fs::remove_file(path).map_err(|error| crate::workspace::io(path, &error))?;
                }
                return Err(problem);
            }
        }
    }
    Ok(files)
}

fn publish(desk: &mut Desk, context: &Context, request: ReportPublish) -> Result<Wrote<Report>, Problem> {
    desk.acting(context)?;
    let case = at::case(desk, request.case_id, None, request.known_by.as_deref())?;
    if let Some(block) = claims::publish::blocks(&case).first() {
        return Err(Problem::new(Code::Blocked, block.words.clone())
            .hint("Mend it, then publish.")
            .with("table", block.table.clone())
            .with("record", block.uuid.clone()));
    }
    if request.supersedes_id.is_some()
        && request.reason.as_ref().is_none_or(|reason| reason.trim().is_empty())
    {
        return Err(Problem::new(
            Code::Invalid,
            "a reason is needed: this report corrects an earlier one, and the correction is printed",
        )
        .field("reason"));
    }
    let device = desk
        .ledger
        .get::<claims::records::Device>(desk.ledger.device())?
        .map_or_else(|| "X".to_owned(), |device| device.name);
    let start = format!("{device}-");
    let reports: Vec<Report> = desk.ledger.list(&Filter::default())?;
    let last = reports
        .iter()
        .filter_map(|report| report.number.strip_prefix(&start)?.parse::<u32>().ok())
        .max()
        .unwrap_or(0);
    let number = format!("{device}-{}", last + 1);
    let sections = request.sections.clone().unwrap_or_else(|| Section::ALL.to_vec());
    let ready = ready(desk, context, case, Some(number.clone()), Some(sections.clone()))?;
    std::fs::create_dir_all(&request.folder)
        .map_err(|error| crate::workspace::io(&request.folder, &error))?;
    let formats = request.formats.clone().unwrap_or_else(|| vec![ReportFormat::Html, ReportFormat::Pdf]);
    let files = write_all(desk, context, &ready, &number, &request.folder, &formats)?;
    desk.write_record(context, |tx| {
        let report = Report {
            uuid: ReportId(tx.id()),
            case_id: request.case_id,
            number,
            operation: ready.case.operation,
            known_by: ready.case.known_by.clone(),
            sections: serde_json::to_string(&sections)?,
            editor_id: editor(tx)?,
            supersedes_id: request.supersedes_id,
            reason: request.reason,
            trashed: false,
            erased: None,
        };
        put(tx, &report)?;
        for file in files {
            let file = ReportFile {
                uuid: ReportFileId(tx.id()),
                case_id: request.case_id,
                report_id: report.uuid,
                format: file.format,
                sha256: file.sha256,
                size: i64::try_from(file.size).unwrap_or(i64::MAX),
                trashed: false,
                erased: None,
            };
            put(tx, &file)?;
        }
        Ok(report)
    })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "report.preview", ReportPreview => Preview, preview, "Shows the report as a self-contained page, and what blocks publication."),
        command!(Read "report.export", ReportExport => Exported, export, "Writes the report into a file, in one of six formats; writes nothing to the ledger."),
        command!(Write "report.publish", ReportPublish => Wrote<Report>, publish, "Numbers the report, pins the operation, writes the files and keeps their hashes."),
        command!(Read "report.list", List => Vec<Named<Report>>, crate::record::list::<Report>, "Lists published reports, oldest first."),
    ]
}
