//! A report as bytes, and into files.

use super::ready::{Copies, Ready};
use super::{Exported, refused};
use crate::desk::{Context, Desk};
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

/// Where a preserved file lies beside an exported case: as on the shelf, so that the script finds it.
pub(super) fn place(sha256: &str) -> String {
    format!("files/{}/{}", &sha256[..2], &sha256[2..])
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

/// Hands on what is written for as long as it is wanted.
struct Stoppable<'a, F: Fn() -> bool> {
    sink: &'a mut dyn std::io::Write,
    wanted: F,
}

impl<F: Fn() -> bool> std::io::Write for Stoppable<'_, F> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match (self.wanted)() {
            true => self.sink.write(bytes),
            false => Err(std::io::Error::other("stopped")),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.sink.flush()
    }
}

/// Writes one format to a file, whole or not at all; it is the one after so many `done` of so many.
///
/// *Errors*: `stopped`, also when it was asked for while the format was set; `rule` for the whole history, where ratings are covered.
pub(super) fn write(
    desk: &Desk,
    context: &Context,
    ready: &Ready,
    format: ReportFormat,
    out: &Path,
    (done, total): (u64, u64),
) -> Result<Exported, Problem> {
    context.step("formats", done, total)?;
    let mut missing = Vec::new();
    if format == ReportFormat::Json && !ready.facts.covered.is_empty() {
        return Err(crate::covering::covered().with("claims", ready.facts.covered.len()));
    }
    if format == ReportFormat::Json {
        let mut files: Vec<serde_json::Value> = ready
            .facts
            .integrity
            .iter()
            .map(|file| serde_json::json!({ "capture": file.capture.to_string(), "sha256": file.sha256, "size": file.size, "path": place(&file.sha256) }))
            .collect();
        let listed =
            ready.facts.integrity.iter().map(|file| file.capture).collect::<std::collections::HashSet<_>>();
        for made in super::made::of(&ready.case).filter(|made| listed.contains(&made.capture)) {
            files.push(serde_json::json!({ made.table: made.id, "capture": made.capture.to_string(), "sha256": made.sha256, "size": made.size, "path": place(made.sha256) }));
        }
        if let Some(sha256) = ready.case.house.as_ref().and_then(|house| house.logo_sha256.as_deref()) {
            let size = desk.shelf.size_of(sha256)?;
            files.push(
                serde_json::json!({ "house": "logo", "sha256": sha256, "size": size, "path": place(sha256) }),
            );
        }
        let mut extra = serde_json::Map::new();
        extra.insert("files".to_owned(), files.into());
        extra.insert("program".to_owned(), ready.facts.version.clone().into());
        let position = AsOf::Operation(ready.case.operation);
        write_through(out, |sink| {
            let mut stoppable = Stoppable { sink, wanted: || context.step("formats", done, total).is_ok() };
            let made = desk.ledger.export_case(ready.case.case.uuid, Some(&position), &mut stoppable, &extra);
            // Whatever the writing says of a sink that refuses, it was stopped.
            context.step("formats", done, total)?;
            Ok(made?)
        })?;
    } else {
        let (content, without) = bytes(ready, format)?;
        missing = without;
        context.step("formats", done, total)?;
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
        covered: Vec::new(),
        missing_glyphs: missing.into_iter().map(|glyph| format!("U+{:04X}", u32::from(glyph))).collect(),
    })
}
