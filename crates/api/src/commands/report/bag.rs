//! A case as a bag: its report, its whole history, its preserved files and the means to check them, in one folder that stands
//! without us.

use super::files::{copies_for, place, write};
use super::made;
use super::ready::{Asked, Ready, ready};
use crate::at;
use crate::checks::is_web;
use crate::commands::custody;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::progress::stopped;
use crate::wire::{answer, wire};
use claims::ids::{CaptureId, CaseId, OperationId};
use claims::records::Capture;
use claims::words::{HandedAs, ReportFormat};
use exchange::bag::{self, BagError, Info, Part, Source};
use exchange::ro_crate::{self, Crate, CrateFile, Work};
use reports::{BagFacts, FileState};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The script that checks an exported case without us; a copy goes into every bag.
const SCRIPT: &str = include_str!("../../../../../docs/verify_ledger.py");

wire! {
    /// A case as a bag, in a new folder.
    pub struct CaseBag {
        /// The case.
        pub case_id: CaseId,
        /// The folder; it must not be there.
        pub out: PathBuf,
        /// Language of the report in it (BCP 47). None = the house's; English stands in for one that reports cannot speak.
        pub language: Option<String>,
        /// Whether ratings that are covered for a second reader keep the bag back: it holds the whole history. None = as whoever asks
        /// sees a case: in the window true, else false.
        pub blind: Option<bool>,
        /// Leave out preserved files that are missing or have changed, and say so in the bag; without it they are refused.
        pub leave_out: Option<bool>,
    }
}

answer! {
    /// A case as a bag.
    pub struct Bagged {
        /// The folder.
        pub id: String,
        /// Its name.
        pub name: String,
        /// The operation at which the case is shown.
        pub shown: OperationId,
        /// How many files it holds.
        pub files: u64,
        /// How many bytes these have together.
        pub bytes: u64,
        /// SHA-256 of `tagmanifest-sha256.txt`, which covers every file in the bag.
        pub sha256: String,
        /// How many preserved copies are in it.
        pub copies: u64,
        /// The copies that are not, since their files are missing or have changed.
        pub left_out: Vec<CaptureId>,
        /// The operation that wrote the handing out into the custody log; none where no file was handed out.
        pub operation: Option<OperationId>,
    }
}

pub(super) fn bag(desk: &mut Desk, context: &Context, request: CaseBag) -> Result<Bagged, Problem> {
    desk.acting(context)?;
    let name = folder_name(&request.out)?;
    let case = at::case(desk, request.case_id, None, None)?;
    let covered = at::hidden(desk, context, request.case_id, request.blind)?;
    if !covered.is_empty() {
        return Err(crate::covering::covered().with("claims", covered.len()));
    }
    let asked = Asked { language: request.language.as_deref(), ..Asked::default() };
    let ready = ready(desk, context, case, asked, copies_for(&[ReportFormat::Html]))?;
    let (kept, left_out) = kept(&ready, request.leave_out.unwrap_or(false))?;
    let room = tempfile::tempdir().map_err(|error| crate::workspace::io(&std::env::temp_dir(), &error))?;
    let packed = packed(desk, context, &ready, &kept, left_out.len() as u64, room.path())?;

    let total = packed.len() as u64;
    let mut told = Ok(());
    let mut step = |done| {
        told = context.step("files", done, total);
        told.is_ok()
    };
    let written = bag::write(&request.out, &info(desk, &ready), &packed, &mut step).map_err(refused)?;
    // In the log of this case alone: another that has the same file need not say that this one is there.
    let handed: Vec<custody::Handed> =
        kept.iter().map(|copy| (copy.clone(), vec![request.case_id])).collect();
    let operation = match handed.is_empty() {
        true => None,
        false => {
            let logged = desk.write_aside(context, |tx| custody::log(tx, &handed, HandedAs::Bag, &name));
            // What the custody log does not know of must not leave the house.
            let logged = logged.inspect_err(|_| {
                let _ = std::fs::remove_dir_all(&request.out);
            })?;
            logged.operation
        }
    };
    Ok(Bagged {
        id: request.out.display().to_string(),
        name,
        shown: ready.case.operation,
        files: written.files,
        bytes: written.bytes,
        sha256: written.sha256,
        copies: kept.len() as u64,
        left_out,
        operation,
    })
}

/// The name of the folder, by which the custody log knows the bag.
fn folder_name(out: &Path) -> Result<String, Problem> {
    out.file_name().map(|name| name.to_string_lossy().into_owned()).ok_or_else(|| {
        Problem::new(Code::Invalid, format!("{} names no folder", out.display()))
            .hint("Name a folder that is not there yet.")
            .field("out")
    })
}

/// The copies that go into the bag, and those that cannot.
fn kept(ready: &Ready, leave_out: bool) -> Result<(Vec<Capture>, Vec<CaptureId>), Problem> {
    let (mut kept, mut left_out) = (Vec::new(), Vec::new());
    for (capture, line) in ready.case.captures.iter().zip(&ready.facts.integrity) {
        match line.state {
            FileState::Intact => kept.push(capture.clone()),
            _ if leave_out => left_out.push(capture.uuid),
            _ => {
                let words = format!("the preserved file of “{}” is missing or has changed", capture.name);
                return Err(Problem::new(Code::FileMissing, words)
                    .hint("Bring it back from a backup, or leave it out: the bag then says so.")
                    .field("leave_out")
                    .with("capture", capture.uuid.to_string()));
            }
        }
    }
    Ok((kept, left_out))
}

/// Everything that goes into the bag, the description of it first. What is made for it lies in `room` until it is packed.
fn packed(
    desk: &Desk,
    context: &Context,
    ready: &Ready,
    kept: &[Capture],
    left_out: u64,
    room: &Path,
) -> Result<Vec<Part>, Problem> {
    let said = ready.model.language().bag();
    let mut parts = Vec::new();
    let mut files = Vec::new();
    for (done, (format, path, words, media_type)) in (0..).zip([
        (ReportFormat::Html, "report.html", said.report, "text/html"),
        (ReportFormat::Json, "case.json", said.case, "application/json"),
    ]) {
        let from = room.join(path);
        let written = write(desk, context, ready, format, &from, (done, 2))?;
        files.push(CrateFile {
            size: Some(written.size),
            sha256: Some(written.sha256.clone()),
            ..line(path, words, media_type)
        });
        parts.push(Part {
            path: path.to_owned(),
            source: Source::File { path: from, sha256: written.sha256 },
        });
    }
    let mut shelved = BTreeSet::new();
    let mut shelf = |path: &str, sha256: &str| -> Result<bool, Problem> {
        let new = shelved.insert(path.to_owned());
        if new {
            let source = Source::File { path: desk.shelf.path_of(sha256)?, sha256: sha256.to_owned() };
            parts.push(Part { path: path.to_owned(), source });
        }
        Ok(new)
    };
    for capture in kept {
        let path = place(&capture.sha256);
        if shelf(&path, &capture.sha256)? {
            files.push(copy_line(ready, capture, &path));
        }
    }
    for made in made::of(&ready.case).filter(|made| kept.iter().any(|copy| copy.uuid == made.capture)) {
        let path = place(made.sha256);
        if desk.shelf.size_of(made.sha256)?.is_some() && shelf(&path, made.sha256)? {
            let words = if made.table == "capture_text" { said.text } else { said.check };
            files.push(CrateFile {
                size: u64::try_from(made.size).ok(),
                sha256: Some(made.sha256.to_owned()),
                ..line(&path, words, made.media_type)
            });
        }
    }
    let house = ready.case.house.as_ref();
    if let Some(sha256) = house.and_then(|house| house.logo_sha256.as_deref()) {
        let path = place(sha256);
        if shelf(&path, sha256)? {
            let media_type = house
                .and_then(|house| house.logo_media_type.as_deref())
                .unwrap_or(evidence::UNKNOWN_MEDIA_TYPE);
            files.push(CrateFile { sha256: Some(sha256.to_owned()), ..line(&path, said.logo, media_type) });
        }
    }
    let facts = BagFacts {
        case: &ready.case.case.name,
        operation_hash: &ready.facts.operation_hash,
        operation_time: &ready.facts.operation_time,
        copies: kept.len() as u64,
        left_out,
        version: &ready.facts.version,
    };
    for (path, words, media_type, text) in [
        ("verify_ledger.py", said.script, "text/x-python", SCRIPT.to_owned()),
        ("README.txt", said.readme, "text/plain", (said.page)(&facts)),
    ] {
        files.push(CrateFile { size: Some(text.len() as u64), ..line(path, words, media_type) });
        parts.push(Part { path: path.to_owned(), source: Source::Bytes(text.into_bytes()) });
    }
    let described =
        serde_json::to_string_pretty(&ro_crate::describe(&described(desk, ready, kept, files)))? + "\n";
    let source = Source::Bytes(described.into_bytes());
    parts.insert(0, Part { path: ro_crate::FILE.to_owned(), source });
    Ok(parts)
}

/// A file that is described by what it is.
fn line(path: &str, words: &str, media_type: &str) -> CrateFile {
    CrateFile {
        path: path.to_owned(),
        name: path.rsplit('/').next().unwrap_or(path).to_owned(),
        media_type: media_type.to_owned(),
        note: Some(words.to_owned()),
        ..CrateFile::default()
    }
}

fn copy_line(ready: &Ready, capture: &Capture, path: &str) -> CrateFile {
    let editor = ready.case.editors.iter().find(|editor| editor.uuid == capture.editor_id);
    let note: Vec<&str> =
        [Some(capture.how.as_str()), capture.note.as_deref()].into_iter().flatten().collect();
    CrateFile {
        size: u64::try_from(capture.size).ok(),
        sha256: Some(capture.sha256.clone()),
        copy_of: Some(capture.item_id.to_string()),
        kept: Some(capture.captured.clone()),
        kept_by: editor.map(|editor| editor.name.clone()),
        name: capture.name.clone(),
        ..line(path, &note.join(". "), &capture.media_type)
    }
}

/// What the bag holds, for programs that know RO-Crate.
fn described(desk: &Desk, ready: &Ready, kept: &[Capture], files: Vec<CrateFile>) -> Crate {
    let words = ready.model.language().bag();
    let case = &ready.case;
    let mut editors: Vec<String> = Vec::new();
    for editor in &case.editors {
        if !editors.contains(&editor.name) {
            editors.push(editor.name.clone());
        }
    }
    let works =
        case.items.iter().filter(|item| kept.iter().any(|copy| copy.item_id == item.uuid)).map(|item| {
            let publisher =
                item.publisher_id.and_then(|id| case.actors.iter().find(|actor| actor.uuid == id));
            Work {
                id: item.uuid.to_string(),
                name: item.title.clone().unwrap_or_else(|| item.name.clone()),
                url: item.url.clone().filter(|url| is_web(url)),
                archived_at: item.archive_url.clone().filter(|url| is_web(url)),
                publisher: publisher.map(|actor| actor.name.clone()),
                date: item.date.clone().filter(|date| is_plain_date(date)),
                language: item.language.clone(),
            }
        });
    Crate {
        name: case.case.name.clone(),
        description: (words.description)(&case.case.name),
        date: today(desk),
        terms: words.terms.to_owned(),
        language: Some(ready.language()),
        publisher: house(ready).map(|(name, url)| (name.to_owned(), url.map(str::to_owned))),
        editors,
        works: works.collect(),
        files,
    }
}

/// What `bag-info.txt` says.
fn info(desk: &Desk, ready: &Ready) -> Info {
    let words = ready.model.language().bag();
    Info::default()
        .with("Source-Organization", house(ready).map_or("", |(name, _)| name))
        .with("External-Description", &(words.description)(&ready.case.case.name))
        .with("External-Identifier", &format!("urn:uuid:{}", ready.case.case.uuid))
        .with("Bagging-Date", &today(desk))
        .with("Bag-Software-Agent", &format!("Counterclaim {}", ready.facts.version))
}

/// The house's name, and its address if it is one on the web.
fn house(ready: &Ready) -> Option<(&str, Option<&str>)> {
    let house = ready.case.house.as_ref()?;
    Some((house.name.as_deref()?, house.url.as_deref().filter(|url| is_web(url))))
}

fn today(desk: &Desk) -> String {
    desk.ledger.around().now().format("%Y-%m-%d").to_string()
}

/// A date of ISO 8601 without any of EDTF's qualifiers: a year, a month or a day.
fn is_plain_date(date: &str) -> bool {
    let parts: Vec<&str> = date.split('-').collect();
    let digits = |(part, length): (&&str, usize)| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.len() <= 3 && parts.iter().zip([4, 2, 2]).all(digits)
}

fn refused(error: BagError) -> Problem {
    let words = error.to_string();
    match error {
        BagError::Stopped => stopped(),
        BagError::Exists { path } => crate::workspace::io(&path, &std::io::ErrorKind::AlreadyExists.into()),
        BagError::Io { path, source } => crate::workspace::io(&path, &source),
        BagError::Altered { .. } => Problem::new(Code::FileMissing, words)
            .hint("Verify the workspace, and bring the file back from a backup."),
        BagError::BadPath { .. } => Problem::new(Code::Internal, words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_dates_are_handed_on() {
        for date in ["2017", "2017-04", "2017-04-04"] {
            assert!(is_plain_date(date), "{date}");
        }
        for date in
            ["2017-04-04~", "201X", "2017-04-04/2017-04-06", "", "[2017-04-04..2017-04-06]", "2017-21-1-1"]
        {
            assert!(!is_plain_date(date), "{date}");
        }
    }
}
