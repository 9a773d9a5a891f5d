//! What, where, when, other spellings; at which position; and what has to be said before anything else.

use super::{Desk, given, strong, text};
use crate::document::{Head, Inline};
use crate::text::one_line;
use crate::words::Language;
use std::collections::BTreeSet;

impl Desk<'_> {
    pub(super) fn head(&self) -> Head {
        let case = &self.case.case;
        let house = self.case.house.as_ref();
        let example = case.example.then(|| self.w.head.example.to_owned());
        let note = house.and_then(|house| given(house.note.as_ref())).map(one_line);
        // A house that says it itself need not be said to.
        let says_so = note.as_deref().is_some_and(|note| {
            let note = note.to_lowercase();
            Language::ALL.iter().any(|language| note.starts_with(language.words().head.example_begins))
        });
        let example = example.filter(|_| !says_so);
        let warning = match (&example, &note) {
            (None, None) => None,
            (Some(one), None) | (None, Some(one)) => Some(one.clone()),
            (Some(example), Some(note)) => Some(format!("{example} {note}")),
        };
        let erased = self.case.n_erased();
        let mut banners: Vec<String> = [example, note].into_iter().flatten().collect();
        if erased > 0 {
            banners.push((self.w.head.erased)(erased));
        }
        if !self.facts.covered.is_empty() {
            banners.push((self.w.head.covered)(self.facts.covered.len()));
        }
        banners.extend(self.supersedes());
        let kind = self.facts.number.as_ref().map_or_else(
            || self.w.head.unpublished.to_owned(),
            |number| (self.w.head.number)(&one_line(number)),
        );
        Head {
            title: case.name.clone(),
            title_lang: case.language.clone(),
            kind,
            house: house.and_then(|house| given(house.name.as_ref())).map(one_line),
            logo: self.facts.logo.clone(),
            position: self.position(),
            warning,
            banners,
            standfirst: given(case.summary.as_ref()).map(str::to_owned),
            standfirst_lang: case.language.clone(),
            facts: self.what_where_when(),
            aside: self.aside(),
            version: self.facts.version.clone(),
        }
    }

    /// That this report corrects another, and why: whoever reads it learns so, whichever sections it has.
    pub(super) fn supersedes(&self) -> Option<String> {
        let (old, number) = (self.facts.supersedes.as_ref()?, self.facts.number.as_deref()?);
        let words = &self.w.corrections;
        let said = (words.supersedes)(&one_line(number), Some(&one_line(&old.number)));
        Some(format!("{said}{}", (words.reason)(&one_line(old.reason.trim()))))
    }

    fn position(&self) -> Vec<Inline> {
        let stood = self.w.day_of(&self.facts.operation_time);
        match self.facts.known_by.as_deref().or(self.case.known_by.as_deref()) {
            Some(day) => vec![
                text(self.w.head.known_on),
                strong(self.date(day)),
                text((self.w.head.recorded_by)(&stood)),
            ],
            None => vec![text(self.w.head.stood_on), strong(stood)],
        }
    }

    fn what_where_when(&self) -> Vec<(String, Vec<Inline>)> {
        let case = &self.case.case;
        let mut facts = Vec::new();
        facts.extend(
            given(case.place.as_ref())
                .map(|place| (self.w.head.place.to_owned(), vec![Inline::Name(place.to_owned())])),
        );
        let when = self.w.date_and_words(given(case.date.as_ref()), given(case.date_words.as_ref()));
        let when = when.map_or_else(|| super::dim(self.w.head.not_recorded), text);
        facts.push((self.w.head.when.to_owned(), vec![when]));
        facts.extend(given(case.why.as_ref()).map(|why| {
            (
                self.w.head.why.to_owned(),
                vec![Inline::Foreign { text: why.to_owned(), lang: case.language.clone() }],
            )
        }));
        facts
    }

    fn aside(&self) -> Vec<Vec<Inline>> {
        let mut lines = Vec::new();
        let ratings: Vec<_> = self
            .case
            .claims
            .iter()
            .filter_map(|claim| claims::ratings::rating_of(self.case, claim.uuid))
            .collect();
        let names = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>();
        let readers: BTreeSet<String> = ratings.iter().map(|rating| one_line(&rating.editor)).collect();
        let second: BTreeSet<String> =
            ratings.iter().filter_map(|rating| rating.second_reader.as_deref().map(one_line)).collect();
        if !readers.is_empty() {
            lines.push(vec![text((self.w.head.rated_by)(&names(readers), &names(second)))]);
        }
        if !self.case.names.is_empty() {
            let mut line = vec![text(self.w.head.also_written)];
            for (place, name) in self.case.names.iter().enumerate() {
                if place > 0 {
                    line.push(text(", "));
                }
                line.push(Inline::Foreign { text: one_line(&name.name), lang: name.language.clone() });
            }
            line.push(text("."));
            lines.push(line);
        }
        if let Some(house) = &self.case.house {
            for (words, url) in [
                (self.w.head.published_by, &house.url),
                (self.w.head.corrections_policy, &house.corrections_url),
            ] {
                if let Some(url) = given(url.as_ref()).and_then(crate::text::safe_url) {
                    lines
                        .push(vec![text(words), Inline::Link { url: url.to_owned(), text: vec![text(url)] }]);
                }
            }
        }
        lines
    }
}
