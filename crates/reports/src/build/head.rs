//! What, where, when, other spellings; at which position; and what has to be said before anything else.

use super::{Desk, given, strong, text};
use crate::document::{Head, Inline};
use crate::text::one_line;
use crate::words;
use std::collections::BTreeSet;

impl Desk<'_> {
    pub(super) fn head(&self) -> Head {
        let case = &self.case.case;
        let house = self.case.house.as_ref();
        let example = case.example.then(|| {
            "Example: the editors, the house and the ratings in this report are fictional.".to_owned()
        });
        let note = house.and_then(|house| given(house.note.as_ref())).map(one_line);
        // A house that says it itself need not be said to.
        let says_so = note.as_deref().is_some_and(|note| note.to_lowercase().starts_with("example"));
        let example = example.filter(|_| !says_so);
        let warning = match (&example, &note) {
            (None, None) => None,
            (Some(one), None) | (None, Some(one)) => Some(one.clone()),
            (Some(example), Some(note)) => Some(format!("{example} {note}")),
        };
        let erased = self.case.n_erased();
        let mut banners: Vec<String> = [example, note].into_iter().flatten().collect();
        if erased > 0 {
            let places =
                words::count(erased, "record that it rests on holds", "records that it rests on hold");
            banners.push(format!("Something was erased: {places} text that was taken away, marked [erased] where it stood. An earlier report of the same position can hold it."));
        }
        let kind = self.facts.number.as_ref().map_or_else(
            || "Verification report, not published".to_owned(),
            |number| format!("Verification report {}", one_line(number)),
        );
        Head {
            title: case.name.clone(),
            title_lang: case.language.clone(),
            kind,
            house: house.and_then(|house| given(house.name.as_ref())).map(one_line),
            position: self.position(),
            warning,
            banners,
            standfirst: given(case.summary.as_ref()).map(str::to_owned),
            standfirst_lang: case.language.clone(),
            facts: self.what_where_when(),
            aside: self.aside(),
            language: self.options.language.to_owned(),
            version: self.facts.version.clone(),
        }
    }

    fn position(&self) -> Vec<Inline> {
        let stood = words::day_of(&self.facts.operation_time);
        match self.facts.known_by.as_deref().or(self.case.known_by.as_deref()) {
            Some(day) => vec![
                text("As it could be known on "),
                strong(words::date(day)),
                text(format!(", recorded by {stood}")),
            ],
            None => vec![text("The case as it stood on "), strong(stood)],
        }
    }

    fn what_where_when(&self) -> Vec<(String, Vec<Inline>)> {
        let case = &self.case.case;
        let mut facts = Vec::new();
        facts.extend(
            given(case.place.as_ref())
                .map(|place| ("Where".to_owned(), vec![Inline::Name(place.to_owned())])),
        );
        let when = match (given(case.date.as_ref()), given(case.date_words.as_ref())) {
            (Some(date), Some(written)) if words::date(date) != written => {
                Some(format!("{} ({})", words::date(date), one_line(written)))
            }
            (Some(date), _) => Some(words::date(date)),
            (None, Some(written)) => Some(one_line(written)),
            (None, None) => None,
        };
        facts.push(("When".to_owned(), vec![when.map_or_else(|| super::dim("not recorded"), text)]));
        facts.extend(given(case.why.as_ref()).map(|why| {
            (
                "Why it matters".to_owned(),
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
        let names = |names: BTreeSet<String>| words::and(&names.into_iter().collect::<Vec<_>>());
        let readers: BTreeSet<String> = ratings.iter().map(|rating| one_line(&rating.editor)).collect();
        let second: BTreeSet<String> =
            ratings.iter().filter_map(|rating| rating.second_reader.as_deref().map(one_line)).collect();
        if !readers.is_empty() {
            let again = if second.is_empty() {
                "; no second reader".to_owned()
            } else {
                format!("; read a second time by {}", names(second))
            };
            lines.push(vec![text(format!("Rated by {}{again}.", names(readers)))]);
        }
        if !self.case.names.is_empty() {
            let mut line = vec![text("Also written: ")];
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
            for (words, url) in
                [("Published by ", &house.url), ("Corrections policy: ", &house.corrections_url)]
            {
                if let Some(url) = given(url.as_ref()).and_then(crate::text::safe_url) {
                    lines
                        .push(vec![text(words), Inline::Link { url: url.to_owned(), text: vec![text(url)] }]);
                }
            }
        }
        lines
    }
}
