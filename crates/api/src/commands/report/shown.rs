//! Published reports as the window lists them: number, day, files, and what became of these.

use super::Exported;
use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::record::found;
use crate::wire::{ById, List, answer};
use crate::workspace::{Workspace, write_whole};
use claims::ids::{CaseId, EditorId, OperationId, ReportFileId, ReportId};
use claims::records::{Editor, Report, ReportFile};
use claims::words::{ReportFormat, Section};
use ledger::{Filter, HistoryRequest};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use ts_rs::TS;

answer! {
    /// A published report.
    pub struct ReportShown {
        /// Its id.
        pub id: ReportId,
        /// Its number.
        pub name: String,
        /// The case.
        pub case_id: CaseId,
        /// Its number, with the device's label; never reused.
        pub number: String,
        /// When it was published (instant); none where the history of the row is gone.
        pub published: Option<String>,
        /// The operation at which it shows the case.
        pub operation: OperationId,
        /// Time of that operation (instant).
        pub shown: Option<String>,
        /// Shown by what was public on this day.
        pub known_by: Option<String>,
        /// Its sections, in their order.
        pub sections: Vec<Section>,
        /// The language of its own words (BCP 47).
        pub language: String,
        /// Who published.
        pub editor_id: EditorId,
        /// Their name.
        pub editor: String,
        /// The report that this one supersedes.
        pub supersedes: Option<ReportRef>,
        /// The report that supersedes this one.
        pub superseded_by: Option<ReportRef>,
        /// Why it supersedes the other.
        pub reason: Option<String>,
        /// Whether it lies in the trash.
        pub trashed: bool,
        /// Its files.
        pub files: Vec<PublishedFile>,
    }

    /// Another report, by its number.
    pub struct ReportRef {
        /// Its id.
        pub id: ReportId,
        /// Its number.
        pub number: String,
    }

    /// A file of a published report.
    pub struct PublishedFile {
        /// Its id.
        pub id: ReportFileId,
        /// Its format.
        pub format: ReportFormat,
        /// SHA-256 of its bytes as published.
        pub sha256: String,
        /// Its size in bytes as published.
        pub size: u64,
        /// Where this machine wrote it; none = published on another, or before places were kept.
        pub path: Option<PathBuf>,
        /// What it is like now.
        pub state: PublishedState,
    }
}

/// What a published file is like now, where this machine wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublishedState {
    /// It is there, and its bytes are those published (`report.show` hashes them).
    Unchanged,
    /// It is there with its published size; its bytes were not read (`report.list`).
    SizeFits,
    /// It is there, and is not what was published.
    Changed,
    /// It is not there any more; it may have been moved.
    Missing,
    /// Where it was written is not known on this machine.
    Unknown,
}

/// Where this machine wrote the files of published reports; outside the history, since a path means nothing elsewhere.
#[derive(Default, Serialize, Deserialize)]
struct Places {
    files: BTreeMap<String, PathBuf>,
}

fn place(workspace: &Workspace) -> PathBuf {
    workspace.local().join("published.json")
}

/// What does not read counts as unknown.
fn places(workspace: &Workspace) -> Places {
    std::fs::read(place(workspace))
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .unwrap_or_default()
}

/// Remembers where the files of a report were written: by report and format, of which each has one.
pub(super) fn remember(workspace: &Workspace, report: &Report, files: &[Exported]) -> Result<(), Problem> {
    let mut known = places(workspace);
    for file in files {
        let out = std::path::absolute(&file.id).unwrap_or_else(|_| PathBuf::from(&file.id));
        known.files.insert(key(report.uuid, file.format), out);
    }
    write_whole(&place(workspace), &serde_json::to_vec_pretty(&known)?)
}

fn key(report: ReportId, format: ReportFormat) -> String {
    format!("{report} {}", format.as_str())
}

/// What a file at that place is like, compared with what was published.
fn state_of(path: &Path, file: &ReportFile, hashed: bool) -> PublishedState {
    let size = u64::try_from(file.size).unwrap_or_default();
    match std::fs::metadata(path) {
        Ok(found) if !found.is_file() || found.len() != size => PublishedState::Changed,
        Ok(_) if !hashed => PublishedState::SizeFits,
        Ok(_) => match evidence::sha256_of(path) {
            Ok((sha256, _)) if sha256 == file.sha256 => PublishedState::Unchanged,
            Ok(_) => PublishedState::Changed,
            Err(_) => PublishedState::Missing,
        },
        Err(_) => PublishedState::Missing,
    }
}

/// The files of a report, and what they are like now.
pub(super) fn shown_files(desk: &Desk, report: &Report, hashed: bool) -> Result<Vec<PublishedFile>, Problem> {
    let filter = Filter { equal: vec![("report_id", report.uuid.0)], ..Filter::default() };
    let files: Vec<ReportFile> = desk.ledger.list(&filter)?;
    let known = places(&desk.workspace);
    Ok(files
        .into_iter()
        .map(|file| {
            let path = known.files.get(&key(report.uuid, file.format)).cloned();
            PublishedFile {
                id: file.uuid,
                format: file.format,
                size: u64::try_from(file.size).unwrap_or_default(),
                state: path.as_deref().map_or(PublishedState::Unknown, |path| state_of(path, &file, hashed)),
                sha256: file.sha256,
                path,
            }
        })
        .collect())
}

fn shown(desk: &Desk, report: Report, all: &[Report], hashed: bool) -> Result<ReportShown, Problem> {
    let named = |other: &Report| ReportRef { id: other.uuid, number: other.number.clone() };
    let first = desk
        .ledger
        .history(&HistoryRequest { row: Some(report.uuid.0), ..HistoryRequest::default() })?
        .into_iter()
        .min_by_key(|operation| operation.position);
    let editor: Option<Editor> = desk.ledger.get(report.editor_id)?;
    Ok(ReportShown {
        files: shown_files(desk, &report, hashed)?,
        supersedes: all.iter().find(|other| Some(other.uuid) == report.supersedes_id).map(named),
        superseded_by: all
            .iter()
            .find(|other| !other.trashed && other.supersedes_id == Some(report.uuid))
            .map(named),
        published: first.map(|operation| operation.time),
        shown: desk.ledger.operation_line(report.operation)?.map(|operation| operation.time),
        sections: serde_json::from_str(&report.sections).unwrap_or_default(),
        language: report.language.unwrap_or_else(|| "en".to_owned()),
        editor: editor.map(|editor| editor.name).unwrap_or_default(),
        id: report.uuid,
        name: report.number.clone(),
        case_id: report.case_id,
        number: report.number,
        operation: report.operation,
        known_by: report.known_by,
        editor_id: report.editor_id,
        reason: report.reason,
        trashed: report.trashed,
    })
}

pub(super) fn list(desk: &mut Desk, _: &Context, request: List) -> Result<Vec<ReportShown>, Problem> {
    let filter = Filter {
        case: request.case_id,
        trashed: Some(request.trashed.unwrap_or(false)),
        after: request.after,
        limit: request.limit,
        ..Filter::default()
    };
    let reports: Vec<Report> = desk.ledger.list(&filter)?;
    let all: Vec<Report> = desk.ledger.list(&Filter { case: request.case_id, ..Filter::default() })?;
    reports.into_iter().map(|report| shown(desk, report, &all, false)).collect()
}

pub(super) fn show(desk: &mut Desk, _: &Context, request: ById) -> Result<ReportShown, Problem> {
    let report: Report = found(desk, request.id)?;
    let all: Vec<Report> = desk.ledger.list(&Filter { case: Some(report.case_id), ..Filter::default() })?;
    shown(desk, report, &all, true)
}
