//! All that a source can see while it is typeset: itself, its assets, the fonts, and the date it was given.

use crate::fonts::fonts;
use crate::{Asset, Job, TypesetError};
use std::collections::HashMap;
use std::sync::OnceLock;
use typst::diag::{FileError, FileResult, PackageError, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook, FontFamily, FontList, TextElem};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World, WorldExt};

/// Where the source itself stands among its assets.
const MAIN: &str = "main.typ";

/// What text is set in when the source names no font.
const DEFAULT_FAMILIES: [&str; 3] = ["Source Serif 4", "Noto Naskh Arabic", "Noto Serif Hebrew"];

/// The closed world of one job.
pub(crate) struct ClosedWorld {
    main: Source,
    assets: HashMap<FileId, Bytes>,
    date: Option<Datetime>,
}

impl ClosedWorld {
    /// The world of `job`; `preamble` stands before the source, on its first line, so that lines keep their numbers.
    pub(crate) fn new(job: &Job, preamble: &str) -> Result<Self, TypesetError> {
        let main = Source::new(id_of(MAIN)?, format!("{preamble}{}", job.source));
        let mut assets = HashMap::new();
        for Asset { path, bytes } in &job.assets {
            let id = id_of(path)?;
            if id == main.id() || assets.insert(id, Bytes::new(bytes.clone())).is_some() {
                return Err(TypesetError::Asset { path: path.clone() });
            }
        }
        Ok(Self { main, assets, date: date_of(job)? })
    }

    /// The line of the source that a complaint is about, from 1; when it arose inside an asset, the line that called there.
    pub(crate) fn line_of(&self, complaint: &SourceDiagnostic) -> Option<usize> {
        let own = (complaint.span.id() == Some(self.main.id())).then(|| self.range(complaint.span)).flatten();
        let called_from = || {
            complaint
                .trace
                .iter()
                .find(|call| call.span.id() == Some(self.main.id()))
                .and_then(|call| self.range(call.span))
        };
        let at = own.or_else(called_from)?;
        self.main.lines().byte_to_line(at.start).map(|line| line + 1)
    }

    /// Midnight UTC of the job's date.
    pub(crate) fn date(&self) -> Option<Datetime> {
        self.date
    }
}

impl World for ClosedWorld {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
        LIBRARY.get_or_init(|| {
            let mut library = <Library as LibraryExt>::default();
            let families = DEFAULT_FAMILIES.iter().map(|family| FontFamily::new(family)).collect();
            library.styles.set(TextElem::font, FontList(families));
            LazyHash::new(library)
        })
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts().book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let bytes = self.file(id)?;
        let text = bytes.as_str().map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if matches!(id.root(), VirtualRoot::Package(_)) {
            return Err(FileError::Package(PackageError::Other(Some(
                "packages are not available here".into(),
            ))));
        }
        if id == self.main.id() {
            return Ok(Bytes::from_string(self.main.text().to_owned()));
        }
        let found = self.assets.get(&id).cloned();
        found.ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().all.get(index).cloned()
    }

    /// The date of the job, wherever the reader is: the clock is never asked.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        let date = self.date?;
        Datetime::from_ymd(date.year()?, date.month()?, date.day()?)
    }
}

/// The compiler's name for a path. It remembers each forever, so only paths that a job names are given to it.
fn id_of(path: &str) -> Result<FileId, TypesetError> {
    let refused = || TypesetError::Asset { path: path.to_owned() };
    let path = VirtualPath::new(path).map_err(|_| refused())?;
    if path.is_root() {
        return Err(refused());
    }
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

fn date_of(job: &Job) -> Result<Option<Datetime>, TypesetError> {
    let Some((year, month, day)) = job.date else { return Ok(None) };
    match Datetime::from_ymd_hms(year, month, day, 0, 0, 0) {
        Some(date) if (1..=9999).contains(&year) => Ok(Some(date)),
        _ => Err(TypesetError::Date { year, month, day }),
    }
}
