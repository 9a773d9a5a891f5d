//! Notes: from a statement, excerpt or item to the words in a preserved copy.

use super::{Desk, given, strong};
use crate::document::{Block, Inline, Note, Quoted};
use crate::error::ReportError;
use crate::notes::Place;
use crate::rich;
use crate::text::one_line;
use claims::cite::citations;
use claims::ids::{ExcerptId, ItemId, StatementId};
use claims::records::{Assessment, Capture, Excerpt, Item};
use claims::words::{AnchorState, ExcerptKind, Reading, Wording};

impl Desk<'_> {
    /// A reference to the note of a statement: who, when, and the words in the copy.
    pub(super) fn cite_statement(&mut self, id: StatementId) -> Option<Inline> {
        let statement = *self.index.statements.get(&id)?;
        let appearances = self.index.appearances_of.get(&id).map(Vec::as_slice).unwrap_or_default();
        let appearance =
            appearances.iter().find(|appearance| appearance.excerpt_id.is_some()).or(appearances.first());
        let excerpt = appearance
            .and_then(|appearance| appearance.excerpt_id)
            .and_then(|id| self.index.excerpts.get(&id))
            .copied();
        let item = excerpt
            .and_then(|excerpt| self.index.item_of(excerpt))
            .or_else(|| appearance.and_then(|appearance| self.index.items.get(&appearance.item_id).copied()));
        let copy = excerpt
            .and_then(|excerpt| self.index.captures.get(&excerpt.capture_id))
            .copied()
            .or_else(|| item.and_then(|item| self.index.copy_of(item.uuid)));
        let lead = (
            one_line(self.index.actor(statement.speaker_id)),
            given(statement.date.as_ref()).map(self.w.date),
        );
        // Speech that was reported must not read as if it were quoted.
        let marks = statement.wording == Wording::Quotation;
        let quote = match excerpt {
            Some(excerpt) => Some(Quoted {
                words: excerpt.quote.clone(),
                lang: excerpt.language.clone().or_else(|| statement.language.clone()),
                marks: marks && excerpt.kind == ExcerptKind::Text,
            }),
            None => marks.then(|| Quoted {
                words: statement.words.clone(),
                lang: statement.language.clone(),
                marks,
            }),
        };
        let mut remarks: Vec<String> = excerpt.map(|excerpt| self.place_in_copy(excerpt)).unwrap_or_default();
        remarks.extend(excerpt.and_then(|excerpt| given(excerpt.note.as_ref())).map(one_line));
        remarks.extend((self.w.lists.wording)(statement.wording).map(str::to_owned));
        remarks.extend(
            appearance
                .and_then(|appearance| self.carriers(appearance.uuid))
                .map(|via| (self.w.references.via)(&via)),
        );
        let translation = excerpt.map(|excerpt| self.translation(excerpt)).unwrap_or_default();
        let base = self.note(item, copy, remarks);
        Some(self.notes.cite(Place::Statement(id), |number| Note {
            number,
            lead: Some(lead),
            quote,
            translation,
            ..base
        }))
    }

    /// "TASS, in it the Associated Press": the carriers inside the item, outermost first.
    pub(super) fn carriers(&self, appearance: claims::ids::AppearanceId) -> Option<String> {
        let carriers = self.index.carriers_of.get(&appearance)?;
        let names: Vec<String> =
            carriers.iter().map(|carrier| one_line(self.index.actor(carrier.actor_id))).collect();
        (!names.is_empty()).then(|| (self.w.references.carriers)(&names))
    }

    pub(super) fn cite_excerpt(&mut self, id: ExcerptId) -> Option<Inline> {
        let excerpt = *self.index.excerpts.get(&id)?;
        let item = self.index.item_of(excerpt);
        let note = given(excerpt.note.as_ref()).map(one_line);
        let remarks = self.place_in_copy(excerpt).into_iter().chain(note).collect();
        let translation = self.translation(excerpt);
        let base = self.note(item, self.index.captures.get(&excerpt.capture_id).copied(), remarks);
        // Where a statement in indirect speech stands in it, it is no quotation of the speaker.
        let reported =
            self.case.appearances.iter().filter(|appearance| appearance.excerpt_id == Some(id)).any(
                |appearance| {
                    self.index
                        .statements
                        .get(&appearance.statement_id)
                        .is_some_and(|said| said.wording != Wording::Quotation)
                },
            );
        let quote = Some(Quoted {
            words: excerpt.quote.clone(),
            lang: excerpt.language.clone(),
            marks: !reported && excerpt.kind == ExcerptKind::Text,
        });
        Some(self.notes.cite(Place::Excerpt(id), |number| Note { number, quote, translation, ..base }))
    }

    /// The page, the region or the time span; and whether the words are still where they were marked.
    fn place_in_copy(&self, excerpt: &Excerpt) -> Vec<String> {
        let w = &self.w.references;
        let counted = || excerpt.page_number.map(|page| page.to_string());
        let page = given(excerpt.page.as_ref()).map(one_line).or_else(counted);
        let span = excerpt.from_ms.zip(excerpt.to_ms).map(|(from, to)| (w.span)(&clock(from), &clock(to)));
        let state =
            self.facts.excerpts.iter().find(|line| line.excerpt == excerpt.uuid).map(|line| line.state);
        let state = match state {
            Some(AnchorState::Moved) => Some(w.moved),
            Some(AnchorState::Lost) => Some(w.lost),
            Some(AnchorState::Exact | AnchorState::NoText) | None => None,
        };
        let mut places: Vec<String> = page.map(|page| (w.page)(&page)).into_iter().chain(span).collect();
        places.extend((excerpt.kind == ExcerptKind::Region).then(|| w.region.to_owned()));
        places.extend(state.map(str::to_owned));
        places
    }

    /// The translation of an excerpt's words, and who made it.
    fn translation(&self, excerpt: &Excerpt) -> Vec<Inline> {
        let Some(words) = given(excerpt.translation.as_ref()) else { return Vec::new() };
        let lang = excerpt.translation_language.clone();
        let marks = excerpt.kind == ExcerptKind::Text;
        let by = self.translated(excerpt.translator.as_ref(), excerpt.translation_status);
        vec![Inline::Quote { text: words.to_owned(), lang, marks }, by]
    }

    pub(super) fn cite_item(&mut self, id: ItemId) -> Option<Inline> {
        let item = *self.index.items.get(&id)?;
        let base = self.note(Some(item), self.index.copy_of(id), Vec::new());
        Some(self.notes.cite(Place::Item(id), |number| Note { number, ..base }))
    }

    /// A note without a number yet.
    fn note(&self, item: Option<&Item>, copy: Option<&Capture>, mut remarks: Vec<String>) -> Note {
        if item.is_some_and(|item| item.reading == Reading::CitedNotRead) {
            remarks.push(self.w.references.cited_not_read.to_owned());
        }
        Note {
            number: 0,
            lead: None,
            quote: None,
            translation: Vec::new(),
            item: item.map_or_else(|| self.w.references.no_item.to_owned(), |item| one_line(&item.name)),
            remarks,
            source: item.and_then(|item| self.sources.get(&item.uuid).copied()),
            hash: copy.map(|copy| copy.sha256.clone()),
            copy: copy.and_then(|copy| given(copy.note.as_ref())).map(one_line),
            annexed: copy.is_some_and(|copy| self.annexed.contains(&copy.sha256)),
            references: 0,
        }
    }

    /// The rationale as blocks, its citations as notes.
    pub(super) fn rationale(&mut self, assessment: &Assessment) -> Result<Vec<Block>, ReportError> {
        let mut blocks = rich::blocks(&assessment.rationale, &mut |which| {
            let note = self.place(which).and_then(|place| {
                let note = match place {
                    Place::Excerpt(id) => self.cite_excerpt(id),
                    Place::Item(id) => self.cite_item(id),
                    Place::Statement(id) => self.cite_statement(id),
                };
                note.ok_or_else(|| "is not in the case as shown".to_owned())
            });
            match note {
                Err(_) if self.mark_broken => Ok(strong(self.w.rating.broken)),
                note => note.map_err(|why| self.broken(assessment, which, &why)),
            }
        })?;
        if let Some(lang) = &self.own {
            rich::speak(&mut blocks, lang);
        }
        Ok(blocks)
    }

    /// What a citation names, or why it names nothing.
    fn place(&self, which: &str) -> Result<Place, String> {
        let excerpt: ExcerptId =
            which.trim().parse().map_err(|_| "is not the identity of a record".to_owned())?;
        let (item, statement) = (ItemId(excerpt.0), StatementId(excerpt.0));
        if self.index.excerpts.contains_key(&excerpt) {
            Ok(Place::Excerpt(excerpt))
        } else if self.index.statements.contains_key(&statement) {
            Ok(Place::Statement(statement))
        } else if self.index.items.contains_key(&item) {
            Ok(Place::Item(item))
        } else {
            Err("is no excerpt, item or statement of the case as shown".to_owned())
        }
    }

    fn broken(&self, assessment: &Assessment, which: &str, why: &str) -> ReportError {
        ReportError::BrokenCitation {
            assessment: assessment.uuid,
            claim_id: assessment.claim_id,
            claim: self
                .index
                .claims
                .get(&assessment.claim_id)
                .map_or_else(String::new, |claim| one_line(&claim.text))
                .into(),
            label: self
                .index
                .labels
                .get(&assessment.label_id)
                .map_or_else(String::new, |label| one_line(&label.name))
                .into(),
            which: format!("[@{}]", one_line(which)),
            why: why.into(),
        }
    }

    /// Every citation of every rationale leads somewhere, whichever sections are asked for.
    pub(super) fn check_citations(&self) -> Result<(), ReportError> {
        for assessment in &self.case.assessments {
            for citation in citations(&assessment.rationale) {
                let which = match &citation.id {
                    Ok(id) => id.to_string(),
                    Err(other) => other.clone(),
                };
                self.place(&which).map_err(|why| self.broken(assessment, &which, &why))?;
            }
        }
        Ok(())
    }
}

/// A place in a recording: minutes and seconds, with hours and parts of a second where there are any.
fn clock(ms: i64) -> String {
    let (seconds, rest) = (ms / 1000, ms % 1000);
    let rest = if rest == 0 { String::new() } else { format!(".{rest:03}") };
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}{rest}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_place_in_a_recording_reads_as_on_a_clock() {
        assert_eq!(
            (clock(0), clock(61_000), clock(3_661_050)),
            ("0:00".into(), "1:01".into(), "1:01:01.050".into())
        );
    }
}
