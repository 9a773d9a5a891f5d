//! A report into files of one's choice; the ledger is not touched.

use super::Exported;
use super::files::{copies_for, extension, write};
use super::ready::{Asked, ready};
use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::wire::{answer, wire};
use claims::ids::{CaseId, OperationId};
use claims::words::{ReportFormat, Section};
use std::path::PathBuf;

wire! {
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
        /// The sections, in the order in which they are to stand, each once; the annex (`integrity`) stands last. None = all, in their usual order.
        pub sections: Option<Vec<Section>>,
        /// Language of the report's own words (BCP 47). None = the house's; English stands in for one that reports cannot speak.
        pub language: Option<String>,
        /// Without the ratings that are covered for a second reader. None = as whoever asks sees a case: in the window true, else false.
        pub blind: Option<bool>,
    }

    /// A report into a folder, in several formats; the ledger is not touched.
    pub struct ReportExportAll {
        /// The case.
        pub case_id: CaseId,
        /// The folder; made if it is not there.
        pub folder: PathBuf,
        /// Name of the files, without their endings; a file that is there is replaced. None = `report`.
        pub name: Option<String>,
        /// The formats, each once; none = all six.
        pub formats: Option<Vec<ReportFormat>>,
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
    }
}

answer! {
    /// A report in several files.
    pub struct ReportsExported {
        /// The folder.
        pub id: String,
        /// The operation at which the case is shown.
        pub operation: OperationId,
        /// The language that the report speaks (BCP 47).
        pub language: String,
        /// The language asked for, where reports cannot speak it and another stands in.
        pub language_asked: Option<String>,
        /// The files that were written, in the order of the formats.
        pub files: Vec<Exported>,
        /// The formats that could not be written, and why.
        pub refused: Vec<ExportRefused>,
    }

    /// A format that could not be written.
    pub struct ExportRefused {
        /// The format.
        pub format: ReportFormat,
        /// Why.
        pub problem: Problem,
    }
}

pub(super) fn export(desk: &mut Desk, context: &Context, request: ReportExport) -> Result<Exported, Problem> {
    let time = (request.as_of.as_deref(), request.known_by.as_deref());
    let (case, covered) = at::seen(desk, context, request.case_id, time, request.blind)?;
    let asked = Asked::of(request.sections, request.language.as_deref(), &covered);
    let ready = ready(desk, context, case, asked, copies_for(&[request.format]))?;
    let made = write(desk, context, &ready, request.format, &request.out, (0, 1))?;
    Ok(Exported { covered, ..made })
}

pub(super) fn export_all(
    desk: &mut Desk,
    context: &Context,
    request: ReportExportAll,
) -> Result<ReportsExported, Problem> {
    let formats = each_once(request.formats.unwrap_or_else(|| ReportFormat::ALL.to_vec()))?;
    let name = file_name(request.name)?;
    let time = (request.as_of.as_deref(), request.known_by.as_deref());
    let (case, covered) = at::seen(desk, context, request.case_id, time, request.blind)?;
    let asked = Asked::of(request.sections, request.language.as_deref(), &covered);
    let ready = ready(desk, context, case, asked, copies_for(&formats))?;
    let total = formats.len() as u64;
    std::fs::create_dir_all(&request.folder)
        .map_err(|error| crate::workspace::io(&request.folder, &error))?;
    let mut files = Vec::new();
    let mut refused = Vec::new();
    for (done, format) in formats.into_iter().enumerate() {
        // A file that was written whole stays; each is a report of its own.
        let out = request.folder.join(format!("{name}.{}", extension(format)));
        match write(desk, context, &ready, format, &out, (done as u64, total)) {
            Ok(file) => files.push(Exported { covered: covered.clone(), ..file }),
            // Only a format can lack something of its own; a full disk or a lost folder fails them all.
            Err(problem) if matches!(problem.code, Code::HouseMissing | Code::Rule) => {
                refused.push(ExportRefused { format, problem });
            }
            Err(problem) => return Err(problem),
        }
    }
    Ok(ReportsExported {
        id: request.folder.display().to_string(),
        operation: ready.case.operation,
        language: ready.language(),
        language_asked: ready.language_asked,
        files,
        refused,
    })
}

/// The formats, if none is named twice.
pub(super) fn each_once(formats: Vec<ReportFormat>) -> Result<Vec<ReportFormat>, Problem> {
    let twice = formats.iter().enumerate().find(|(place, format)| formats[..*place].contains(format));
    if let Some((_, format)) = twice {
        let words = format!("the format “{}” is named twice", format.as_str());
        return Err(Problem::new(Code::Invalid, words).hint("Name each format once.").field("formats"));
    }
    if formats.is_empty() {
        return Err(Problem::new(Code::Invalid, "no format is asked for")
            .hint("Name at least one, or leave the field out for the usual ones.")
            .field("formats"));
    }
    Ok(formats)
}

fn file_name(name: Option<String>) -> Result<String, Problem> {
    let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| "report".to_owned());
    let forbidden = |c: char| c.is_control() || "/\\:*?\"<>|".contains(c);
    if name.contains(forbidden) || name.starts_with('.') || name.len() > 200 {
        return Err(Problem::new(Code::Invalid, format!("“{name}” is no name for files"))
            .hint(
                "Leave out / \\ : * ? \" < > | and a dot at the beginning, and keep it under 200 characters.",
            )
            .field("name"));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_in_their_folder() {
        assert_eq!(file_name(None).unwrap(), "report");
        assert_eq!(file_name(Some(" Отчёт 1 ".into())).unwrap(), "Отчёт 1");
        for bad in ["../x", "a/b", "C:\\x", ".hidden", "a\nb"] {
            assert_eq!(file_name(Some(bad.into())).unwrap_err().field.as_deref(), Some("name"), "{bad:?}");
        }
    }

    #[test]
    fn a_format_named_twice_is_refused() {
        let twice = vec![ReportFormat::Html, ReportFormat::Pdf, ReportFormat::Html];
        assert!(each_once(twice).unwrap_err().message.contains("“html” is named twice"));
        assert_eq!(each_once(Vec::new()).unwrap_err().field.as_deref(), Some("formats"));
    }
}
