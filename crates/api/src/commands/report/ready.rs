//! A case made ready for a report: its place in the history, its preserved copies, its language, laid out.

use super::{claims_of, refused};
use crate::commands::excerpt;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use claims::blind::Covered;
use claims::case_at::CaseAt;
use claims::ids::ClaimId;
use claims::publish::Block;
use claims::records::Capture;
use claims::words::{AnchorState, Section};
use evidence::Integrity;
use reports::{
    ExcerptLine, Facts, FileLine, FileState, HeadLine, Language, Logo, LogoKind, Model, Options, Superseded,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// More than any logo that `house.logo` takes.
const LARGEST_LOGO: u64 = 4_000_000;

/// What is known of the preserved copies while a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Copies {
    /// Every copy was hashed now.
    Hashed,
    /// It was only seen whether each copy is there with its recorded size; its bytes were not read.
    BySize,
    /// What was asked for says nothing of the state of the copies.
    NotNeeded,
}

/// How a report was asked for.
#[derive(Default)]
pub(super) struct Asked<'a> {
    pub sections: Option<Vec<Section>>,
    pub language: Option<&'a str>,
    pub number: Option<String>,
    pub supersedes: Option<Superseded>,
    /// Claims whose ratings are covered for who asks; the case comes without these ratings.
    pub covered: Vec<ClaimId>,
    /// Citations that lead nowhere are marked, not refused.
    pub preview: bool,
    /// The copies are looked at though no section tells of them: a note that leads to a broken one is a broken note.
    pub every_copy: bool,
}

impl<'a> Asked<'a> {
    /// What a person chose, of a case from which these ratings were taken.
    pub(super) fn of(sections: Option<Vec<Section>>, language: Option<&'a str>, covered: &[Covered]) -> Self {
        Asked { sections, language, covered: claims_of(covered), ..Asked::default() }
    }
}

/// A case made ready for a report.
pub(super) struct Ready {
    pub case: CaseAt,
    pub facts: Facts,
    pub model: Model,
    pub sections: Vec<Section>,
    pub copies: Copies,
    /// What each preserved copy was found to be, if they were looked at.
    found: Vec<FileLine>,
    /// The house has a logo, and it cannot be read.
    logo_lost: bool,
    /// The language asked for, where the report cannot speak it and English stands in.
    pub language_asked: Option<String>,
}

impl Ready {
    pub(super) fn language(&self) -> String {
        self.model.language().tag().to_owned()
    }

    /// Copies to which notes lead, and which are not there or not what was preserved.
    pub(super) fn broken_copies(&self) -> Vec<Block> {
        let cited =
            |capture: &Capture| self.case.excerpts.iter().any(|excerpt| excerpt.capture_id == capture.uuid);
        let mut out = Vec::new();
        for line in &self.found {
            let (code, what) = match line.state {
                FileState::Missing => ("copy_missing", "is not among the files of this workspace"),
                FileState::Changed => ("copy_changed", "is not what was preserved"),
                FileState::Intact | FileState::SizeFits | FileState::NotChecked => continue,
            };
            let Some(capture) = self.case.captures.iter().find(|capture| capture.uuid == line.capture) else {
                continue;
            };
            if !cited(capture) {
                continue;
            }
            let item = self.case.items.iter().find(|item| item.uuid == capture.item_id);
            let name = item.map(|item| item.name.clone()).unwrap_or_default();
            let words = format!("A note leads to the preserved copy of “{name}”, which {what}.");
            out.push(
                Block::of(code, words, capture)
                    .with("item", name)
                    .with("item_id", capture.item_id.to_string())
                    .with("sha256", capture.sha256.clone()),
            );
        }
        out
    }

    /// The house's logo, where a report for readers would be refused for want of it.
    pub(super) fn broken_logo(&self) -> Option<Block> {
        let house = self.case.house.as_ref().filter(|_| self.logo_lost)?;
        Some(Block::of("logo_missing", "The logo of the house cannot be read.".to_owned(), house))
    }
}

/// The language of a report: the one asked for, else the house's; and the tag of one that the report cannot speak.
fn language(house: Option<&str>, asked: Option<&str>) -> Result<(Language, Option<String>), Problem> {
    let Some(tag) = asked.or(house).map(str::trim).filter(|tag| !tag.is_empty()) else {
        return Ok((Language::default(), None));
    };
    let tag = claims::language::check_language(tag)
        .map_err(|error| Problem::new(Code::Invalid, error.words).hint(error.hint).field("language"))?;
    Ok(match Language::of(&tag) {
        Some(language) => (language, None),
        None => (Language::default(), Some(tag)),
    })
}

/// Lays the report out. `copies` says how closely to look at the preserved files.
pub(super) fn ready(
    desk: &Desk,
    context: &Context,
    case: CaseAt,
    asked: Asked<'_>,
    copies: Copies,
) -> Result<Ready, Problem> {
    let house = case.house.as_ref().and_then(|house| house.language.as_deref());
    let (language, language_asked) = language(house, asked.language)?;
    let sections = asked.sections.unwrap_or_else(|| Section::ALL.to_vec());
    let options = Options { sections: sections.clone(), language, mark_broken: asked.preview };
    options.check().map_err(refused)?;
    let logo = logo(desk, &case, copies)?;
    let logo_lost = logo.is_none() && case.house.as_ref().is_some_and(|house| house.logo_sha256.is_some());
    let looked = copies;
    // Only the annex says what state a copy is in.
    let copies = if sections.contains(&Section::Integrity) { copies } else { Copies::NotNeeded };
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
    let integrity = look(desk, context, &case, copies)?;
    let found = match asked.every_copy && copies == Copies::NotNeeded {
        true => look(desk, context, &case, looked)?,
        false => integrity.clone(),
    };
    let excerpts = misplaced(desk, context, &case)?;
    let facts = Facts {
        heads: vec![head],
        operation_hash: operation.hash,
        operation_time: operation.time,
        known_by: case.known_by.clone(),
        number: asked.number,
        supersedes: asked.supersedes,
        covered: asked.covered,
        integrity,
        excerpts,
        logo,
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    let model = reports::model(&case, &facts, &options).map_err(refused)?;
    Ok(Ready { case, facts, model, sections, copies, found, logo_lost, language_asked })
}

/// The house's logo. A preview, and data, do without one that cannot be read; a page for readers does not.
fn logo(desk: &Desk, case: &CaseAt, copies: Copies) -> Result<Option<Logo>, Problem> {
    let house = case.house.as_ref();
    let Some(sha256) = house.and_then(|house| house.logo_sha256.as_deref()) else { return Ok(None) };
    let kind = house.and_then(|house| house.logo_media_type.as_deref()).and_then(LogoKind::of);
    let Some(kind) = kind else { return Ok(None) };
    match desk.shelf.read(sha256, LARGEST_LOGO) {
        Ok(bytes) => Ok(Some(Logo { bytes, kind })),
        Err(_) if copies != Copies::Hashed => Ok(None),
        Err(error) => Err(Problem::from(error)
            .hint("Set the logo anew, or take it away (house.logo).")
            .with("sha256", sha256.to_owned())),
    }
}

/// What each preserved copy is like.
fn look(desk: &Desk, context: &Context, case: &CaseAt, copies: Copies) -> Result<Vec<FileLine>, Problem> {
    let mut lines = Vec::with_capacity(case.captures.len());
    for (done, capture) in case.captures.iter().enumerate() {
        context.step("files", done as u64, case.captures.len() as u64)?;
        let size = u64::try_from(capture.size).unwrap_or_default();
        let state = match copies {
            Copies::NotNeeded => FileState::NotChecked,
            Copies::BySize => match desk.shelf.size_of(&capture.sha256)? {
                None => FileState::Missing,
                Some(found) if found == size => FileState::SizeFits,
                Some(_) => FileState::Changed,
            },
            Copies::Hashed => match desk.shelf.check(&capture.sha256)? {
                Integrity::Intact => FileState::Intact,
                Integrity::Changed { .. } => FileState::Changed,
                Integrity::Missing => FileState::Missing,
            },
        };
        lines.push(FileLine { capture: capture.uuid, sha256: capture.sha256.clone(), size, state });
    }
    Ok(lines)
}

/// The excerpts that are not where they were marked.
fn misplaced(desk: &Desk, context: &Context, case: &CaseAt) -> Result<Vec<ExcerptLine>, Problem> {
    let asked =
        excerpt::Asked { excerpts: &case.excerpts, captures: &case.captures, texts: &case.capture_texts };
    let places = excerpt::resolve_all(desk, context, &asked)?;
    let away =
        places.into_iter().filter(|place| matches!(place.state, AnchorState::Moved | AnchorState::Lost));
    Ok(away.map(|place| ExcerptLine { excerpt: place.id, state: place.state, score: place.score }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_not_spoken_is_told() {
        assert_eq!(language(None, None).unwrap(), (Language::English, None));
        assert_eq!(language(Some("ru"), None).unwrap(), (Language::Russian, None), "the house's");
        assert_eq!(language(Some("ru"), Some("en")).unwrap(), (Language::English, None));
        assert_eq!(language(None, Some("ru-RU")).unwrap(), (Language::Russian, None));
        assert_eq!(language(None, Some("AR")).unwrap(), (Language::English, Some("ar".to_owned())));
        assert_eq!(language(None, Some("русский")).unwrap_err().field.as_deref(), Some("language"));
    }
}
