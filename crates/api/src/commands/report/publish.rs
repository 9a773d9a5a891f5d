//! Publishing: the report gets its number, is pinned to the present operation, and its files are written.

use super::Exported;
use super::export::each_once;
use super::files::{extension, write};
use super::ready::{Asked, Copies, Ready, ready};
use super::shown::{PublishedFile, remember, shown_files};
use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{editor, put};
use crate::wire::{ChangedRow, answer, wire};
use claims::ids::{CaseId, OperationId, ReportFileId, ReportId};
use claims::publish::Block;
use claims::records::{Report, ReportFile};
use claims::words::{ReportFormat, Section};
use ledger::Filter;
use reports::Superseded;
use std::path::{Path, PathBuf};

wire! {
    /// Publishes: numbers the report, pins the present operation, writes the files and keeps their hashes.
    pub struct ReportPublish {
        /// The case.
        pub case_id: CaseId,
        /// The folder for the files, named by the report's number.
        pub folder: PathBuf,
        /// The formats, each once; none = HTML and PDF.
        pub formats: Option<Vec<ReportFormat>>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
        /// The sections, in the order in which they are to stand, each once; the annex (`integrity`) stands last. None = all, in their usual order.
        pub sections: Option<Vec<Section>>,
        /// Language of the report's own words (BCP 47). None = the house's; English stands in for one that reports cannot speak.
        pub language: Option<String>,
        /// The report that this one corrects.
        pub supersedes_id: Option<ReportId>,
        /// Why; needed with `supersedes_id`, and printed.
        pub reason: Option<String>,
        /// Refuse while ratings are covered for who publishes. None = in the window true, else false.
        pub blind: Option<bool>,
    }
}

answer! {
    /// A published report, with its files.
    pub struct ReportPublished {
        /// Its id.
        pub id: String,
        /// Its number.
        pub name: String,
        /// The record.
        pub record: Report,
        /// The operation that published it.
        pub operation: Option<OperationId>,
        /// What the operation changed.
        pub changed: Vec<ChangedRow>,
        /// The files that were written.
        pub files: Vec<PublishedFile>,
        /// The language that the report speaks (BCP 47).
        pub language: String,
        /// The language asked for, where reports cannot speak it and another stands in.
        pub language_asked: Option<String>,
        /// Characters that no bundled font has; their codes stand in their place (PDF alone).
        pub missing_glyphs: Vec<String>,
    }
}

pub(super) fn publish(
    desk: &mut Desk,
    context: &Context,
    request: ReportPublish,
) -> Result<ReportPublished, Problem> {
    desk.acting(context)?;
    let formats =
        each_once(request.formats.clone().unwrap_or_else(|| vec![ReportFormat::Html, ReportFormat::Pdf]))?;
    let case = at::case(desk, request.case_id, None, request.known_by.as_deref())?;
    let covered = at::hidden(desk, context, request.case_id, request.blind)?;
    nothing_blocks(super::blocks(desk, &case)?)?;
    nothing_blocks(claims::publish::waiting(&case, &covered))?;
    let supersedes = superseded(desk, &request)?;
    let number = next_number(desk)?;
    let asked = Asked {
        sections: request.sections.clone(),
        language: request.language.as_deref(),
        number: Some(number.clone()),
        supersedes,
        every_copy: true,
        ..Asked::default()
    };
    let ready = ready(desk, context, case, asked, Copies::Hashed)?;
    nothing_blocks(ready.broken_copies())?;
    let files = write_all(desk, context, &ready, &formats, &request.folder, &number)?;
    let paths: Vec<PathBuf> = files.iter().map(|file| PathBuf::from(&file.id)).collect();
    let wrote = desk.write_record(context, |tx| {
        let report = Report {
            uuid: ReportId(tx.id()),
            case_id: request.case_id,
            number,
            operation: ready.case.operation,
            known_by: ready.case.known_by.clone(),
            sections: serde_json::to_string(&ready.sections)?,
            editor_id: editor(tx)?,
            supersedes_id: request.supersedes_id,
            reason: request.reason.clone(),
            language: Some(ready.language()),
            trashed: false,
            erased: None,
        };
        put(tx, &report)?;
        for file in &files {
            let file = ReportFile {
                uuid: ReportFileId(tx.id()),
                case_id: request.case_id,
                report_id: report.uuid,
                format: file.format,
                sha256: file.sha256.clone(),
                size: i64::try_from(file.size).unwrap_or(i64::MAX),
                trashed: false,
                erased: None,
            };
            put(tx, &file)?;
        }
        Ok(report)
    });
    let wrote = wrote.inspect_err(|_| take_back(&paths))?;
    remember(&desk.workspace, &wrote.record, &files)?;
    Ok(ReportPublished {
        files: shown_files(desk, &wrote.record, false)?,
        id: wrote.id,
        name: wrote.name,
        record: wrote.record,
        operation: wrote.operation,
        changed: wrote.changed,
        language: ready.language(),
        language_asked: ready.language_asked,
        missing_glyphs: files.into_iter().flat_map(|file| file.missing_glyphs).collect(),
    })
}

/// Refuses with the first line, if there is one.
fn nothing_blocks(lines: Vec<Block>) -> Result<(), Problem> {
    let Some(line) = lines.into_iter().next() else { return Ok(()) };
    let problem = Problem::new(Code::Blocked, line.words)
        .hint("Mend it, then publish.")
        .with("block", line.code)
        .with("table", line.table)
        .with("record", line.uuid);
    Err(match line.claim_id {
        Some(claim) => problem.with("claim", claim),
        None => problem,
    })
}

/// The report that this one corrects is of the same case and stands, and the reason is given.
fn superseded(desk: &Desk, request: &ReportPublish) -> Result<Option<Superseded>, Problem> {
    let Some(old) = request.supersedes_id else { return Ok(None) };
    let reason = request.reason.clone().filter(|reason| !reason.trim().is_empty());
    let Some(reason) = reason else {
        return Err(Problem::new(
            Code::Invalid,
            "a reason is needed: this report corrects an earlier one, and the correction is printed",
        )
        .field("reason"));
    };
    let old: Report = desk
        .ledger
        .get(old)?
        .filter(|old: &Report| !old.trashed)
        .ok_or_else(|| Problem::not_found("report", old).field("supersedes_id"))?;
    if old.case_id != request.case_id {
        return Err(Problem::new(Code::Invalid, format!("report {} is of another case", old.number))
            .hint("A report supersedes one of its own case.")
            .field("supersedes_id"));
    }
    let all: Vec<Report> = desk.ledger.list(&Filter { case: Some(request.case_id), ..Filter::default() })?;
    match all.iter().find(|other| !other.trashed && other.supersedes_id == Some(old.uuid)) {
        Some(later) => Err(Problem::new(
            Code::Invalid,
            format!("report {} was superseded by report {} already", old.number, later.number),
        )
        .hint("Supersede that one instead.")
        .field("supersedes_id")
        .with("report", later.uuid.to_string())
        .with("number", later.number.clone())),
        None => Ok(Some(Superseded { number: old.number, reason })),
    }
}

/// The device's label with the next number: never used twice, whatever became of a report.
fn next_number(desk: &Desk) -> Result<String, Problem> {
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
    Ok(format!("{device}-{}", last + 1))
}

/// Writes every format, or none: each is written under another name in a folder of its own beside them, and only when all are
/// there do they get their names. What was written before one failed, or before it was stopped, is gone with that folder.
fn write_all(
    desk: &Desk,
    context: &Context,
    ready: &Ready,
    formats: &[ReportFormat],
    folder: &Path,
    number: &str,
) -> Result<Vec<Exported>, Problem> {
    let made = !folder.exists();
    let written = write_beside(desk, context, ready, formats, folder, number);
    if written.is_err() && made {
        // Only an empty one goes; anything else in it is not ours.
        let _ = std::fs::remove_dir(folder);
    }
    written
}

fn write_beside(
    desk: &Desk,
    context: &Context,
    ready: &Ready,
    formats: &[ReportFormat],
    folder: &Path,
    number: &str,
) -> Result<Vec<Exported>, Problem> {
    let failed = |error: std::io::Error| crate::workspace::io(folder, &error);
    std::fs::create_dir_all(folder).map_err(failed)?;
    let outs: Vec<PathBuf> =
        formats.iter().map(|format| folder.join(format!("report-{number}.{}", extension(*format)))).collect();
    if let Some(out) = outs.iter().find(|out| out.exists()) {
        return Err(crate::workspace::io(out, &std::io::Error::from(std::io::ErrorKind::AlreadyExists)));
    }
    let beside = tempfile::Builder::new().prefix(".counterclaim-").tempdir_in(folder).map_err(failed)?;
    let total = formats.len() as u64;
    let mut files = Vec::new();
    for (done, (format, out)) in formats.iter().zip(&outs).enumerate() {
        let name = out.file_name().unwrap_or_default();
        let file = write(desk, context, ready, *format, &beside.path().join(name), (done as u64, total))?;
        files.push(Exported { id: out.display().to_string(), ..file });
    }
    // The last moment to stop.
    context.step("formats", total, total)?;
    for (done, out) in outs.iter().enumerate() {
        let from = beside.path().join(out.file_name().unwrap_or_default());
        std::fs::rename(from, out).map_err(|error| {
            take_back(&outs[..done]);
            crate::workspace::io(out, &error)
        })?;
    }
    Ok(files)
}

/// Takes files away that no report stands behind.
fn take_back(files: &[PathBuf]) {
    for file in files {
        // One that cannot be removed stays: it is named by a number that the next report will refuse to overwrite.
        let _ = std::fs::remove_file(file);
    }
}
