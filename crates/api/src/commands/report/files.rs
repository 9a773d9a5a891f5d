//! A report as bytes, and into files.

use super::ready::{Copies, Ready};
use super::{Exported, refused};
use crate::desk::Desk;
use crate::problem::{Code, Problem};
use crate::workspace::{write_through, write_whole};
use claims::words::ReportFormat;
use ledger::AsOf;
use std::path::Path;

pub(super) fn extension(format: ReportFormat) -> &'static str {
    match format {
        ReportFormat::Html => "html",
        ReportFormat::Pdf => "pdf",
        ReportFormat::Md => "md",
        ReportFormat::Claimreview => "jsonld",
        ReportFormat::Json => "json",
        ReportFormat::Csv => "csv",
    }
}

/// How closely a format wants the preserved copies looked at: data says nothing of their state.
pub(super) fn copies_for(formats: &[ReportFormat]) -> Copies {
    let prints =
        |format: &ReportFormat| matches!(format, ReportFormat::Html | ReportFormat::Pdf | ReportFormat::Md);
    if formats.iter().any(prints) { Copies::Hashed } else { Copies::NotNeeded }
}

/// The bytes of a report, for every format but JSON, which streams out of the ledger; and characters that no font has.
fn bytes(ready: &Ready, format: ReportFormat) -> Result<(Vec<u8>, Vec<char>), Problem> {
    let text = match format {
        ReportFormat::Html => reports::html(&ready.model),
        ReportFormat::Md => reports::markdown(&ready.model),
        ReportFormat::Csv => reports::csv(&ready.model),
        ReportFormat::Claimreview => {
            serde_json::to_string_pretty(&reports::claimreview(&ready.case, &ready.model).map_err(refused)?)?
                + "\n"
        }
        ReportFormat::Pdf => return pdf(ready),
        ReportFormat::Json => return Err(Problem::new(Code::Internal, "JSON streams")),
    };
    Ok((text.into_bytes(), Vec::new()))
}

fn pdf(ready: &Ready) -> Result<(Vec<u8>, Vec<char>), Problem> {
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
        .map_err(|error| Problem::new(Code::Internal, format!("the PDF could not be set: {error}")))?;
    Ok((printed.bytes, printed.missing))
}

/// Writes one format to a file.
pub(super) fn write(
    desk: &Desk,
    ready: &Ready,
    format: ReportFormat,
    out: &Path,
) -> Result<Exported, Problem> {
    let mut missing = Vec::new();
    if format == ReportFormat::Json {
        let mut files: Vec<serde_json::Value> = ready
            .facts
            .integrity
            .iter()
            .map(|file| serde_json::json!({ "capture": file.capture.to_string(), "sha256": file.sha256, "size": file.size, "path": format!("files/{}/{}", &file.sha256[..2], &file.sha256[2..]) }))
            .collect();
        if let Some(sha256) = ready.case.house.as_ref().and_then(|house| house.logo_sha256.as_deref()) {
            let size = desk.shelf.size_of(sha256)?;
            files.push(serde_json::json!({ "house": "logo", "sha256": sha256, "size": size, "path": format!("files/{}/{}", &sha256[..2], &sha256[2..]) }));
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
        language: ready.language(),
        language_asked: ready.language_asked.clone(),
        copies: if copies_for(&[format]) == Copies::NotNeeded { Copies::NotNeeded } else { ready.copies },
        missing_glyphs: missing.into_iter().map(|glyph| format!("U+{:04X}", u32::from(glyph))).collect(),
    })
}
