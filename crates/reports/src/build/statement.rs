//! A statement as printed: the words, who said them, where and when, and through whom they are known.

use super::{Desk, dim, given, text};
use crate::document::{Block, Inline};
use crate::text::one_line;
use claims::records::{Act, Statement};
use claims::words::{TranslationStatus, Wording};

impl Desk<'_> {
    /// The words in a statement's own manner: quotation marks only for what was said word for word.
    pub(super) fn words_of(statement: &Statement) -> Inline {
        Inline::Quote {
            text: statement.words.clone(),
            lang: statement.language.clone(),
            marks: statement.wording == Wording::Quotation,
        }
    }

    /// Every statement that does something to the claim, in the order of their dates.
    pub(super) fn statements_on(&mut self, acts: &[&Act]) -> Vec<Block> {
        let mut dated: Vec<(Option<String>, &Act, &Statement)> = acts
            .iter()
            .filter_map(|act| {
                let statement = *self.index.statements.get(&act.statement_id)?;
                Some((self.order_of(statement), *act, statement))
            })
            .collect();
        dated.sort_by(|a, b| a.0.cmp(&b.0));
        dated.into_iter().flat_map(|(_, act, statement)| self.statement(act, statement)).collect()
    }

    /// Who translated, and where the translation stands.
    pub(super) fn translated(&self, who: Option<&String>, status: Option<TranslationStatus>) -> Inline {
        let who = given(who).map(one_line);
        dim((self.w.statement.translated)(who.as_deref(), status))
    }

    /// First day that the statement, or the earliest item it appears in, can be of.
    fn order_of(&self, statement: &Statement) -> Option<String> {
        let own = statement.date.as_deref().and_then(first_day);
        own.or_else(|| {
            let appearances = self.index.appearances_of.get(&statement.uuid)?;
            appearances
                .iter()
                .filter_map(|appearance| {
                    first_day(self.index.items.get(&appearance.item_id)?.date.as_deref()?)
                })
                .min()
        })
    }

    fn statement(&mut self, act: &Act, statement: &Statement) -> Vec<Block> {
        let mut line = vec![Self::words_of(statement)];
        line.extend(self.cite_statement(statement.uuid));
        let mut blocks = vec![Block::Paragraph(line)];
        if let Some(translation) = given(statement.translation.as_ref()) {
            let quoted = Inline::Quote {
                text: translation.to_owned(),
                lang: statement.translation_language.clone(),
                marks: statement.wording == Wording::Quotation,
            };
            let by = self.translated(statement.translator.as_ref(), statement.translation_status);
            blocks.push(Block::Paragraph(vec![quoted, by]));
        }
        blocks.push(Block::Small(self.attribution(Some(act), statement)));
        let mut after = vec![Block::Quote(blocks)];
        if let Some(earlier) =
            statement.differs_from_id.and_then(|id| self.index.statements.get(&id)).copied()
        {
            let mut line = vec![text(self.w.statement.differs)];
            line.extend(self.cite_statement(earlier.uuid));
            let date =
                given(earlier.date.as_ref()).map_or_else(|| self.w.lists.undated.to_owned(), self.w.date);
            line.insert(1, text(date));
            if let Some(reason) = given(statement.differs_reason.as_ref()) {
                line.extend([text(": "), self.said(reason)]);
            }
            after.push(Block::Small(line));
        }
        after
    }

    /// Who, in which office, on whose behalf, when, where, what it does to the claim, how it is given.
    pub(super) fn attribution(&self, act: Option<&Act>, statement: &Statement) -> Vec<Inline> {
        let mut line =
            vec![Inline::Strong(vec![Inline::Name(one_line(self.index.actor(statement.speaker_id)))])];
        let mut rest = Vec::new();
        rest.extend(given(statement.office.as_ref()).map(one_line));
        rest.extend(
            statement.on_behalf_id.map(|who| (self.w.statement.on_behalf)(&one_line(self.index.actor(who)))),
        );
        rest.push(self.date_of(statement));
        rest.extend(given(statement.time_words.as_ref()).map(one_line));
        rest.extend(given(statement.venue.as_ref()).map(one_line));
        rest.extend(act.map(|act| (self.w.lists.act)(act.kind).to_owned()));
        rest.extend((self.w.lists.wording)(statement.wording).map(str::to_owned));
        let appearances =
            self.index.appearances_of.get(&statement.uuid).map(Vec::as_slice).unwrap_or_default();
        for appearance in appearances {
            let Some(item) = self.index.items.get(&appearance.item_id) else { continue };
            let via = self.carriers(appearance.uuid);
            rest.push((self.w.statement.in_item)(&one_line(&item.name), via.as_deref()));
        }
        if let (Some(spoken), true) =
            (given(statement.spoken_language.as_ref()), statement.spoken_language != statement.language)
        {
            rest.push((self.w.statement.spoken_in)(&one_line(spoken)));
        }
        line.push(text(format!(", {}.", rest.join("; "))));
        line
    }

    fn date_of(&self, statement: &Statement) -> String {
        self.w
            .date_and_words(given(statement.date.as_ref()), given(statement.date_words.as_ref()))
            .unwrap_or_else(|| self.w.lists.undated.to_owned())
    }
}

fn first_day(date: &str) -> Option<String> {
    claims::date::Edtf::parse(date).ok()?.earliest().map(|day| day.to_string())
}
