//! The evidence on a claim: for and against, side by side, and what is neither.

use super::{Desk, dim, given, text};
use crate::document::{Block, EvidenceEntry, Inline, Mark};
use crate::text::one_line;
use claims::ids::ClaimId;
use claims::methods::independence::{Source, origins};
use claims::order::{EvidenceRef, evidence_of};
use claims::records::EvidenceLink;
use claims::words::{ExcerptKind, StanceValue};

impl Desk<'_> {
    pub(super) fn evidence_on(&mut self, claim: ClaimId) -> Vec<Block> {
        let links: Vec<&EvidenceLink> = self.index.links_on.get(&claim).cloned().unwrap_or_default();
        if links.is_empty() {
            return vec![Block::Small(vec![dim(self.w.evidence.none)])];
        }
        let mut supports = Vec::new();
        let mut against = Vec::new();
        let mut either = Vec::new();
        let mut open = Vec::new();
        for link in links {
            let entry = self.entry(link);
            let source = self.origin_of(link);
            match entry.mark {
                Mark::Value(StanceValue::StronglySupports | StanceValue::Supports) => {
                    supports.push((entry, source));
                }
                Mark::Value(StanceValue::StronglyContradicts | StanceValue::Contradicts) => {
                    against.push((entry, source));
                }
                Mark::Value(StanceValue::Neutral | StanceValue::NotApplicable) => either.push(entry),
                Mark::Unrated | Mark::Unsettled | Mark::NoLink => open.push(entry),
            }
        }
        let column = |name: &str, entries: Vec<(EvidenceEntry, Option<Source>)>| {
            let (entries, sources): (Vec<EvidenceEntry>, Vec<Option<Source>>) = entries.into_iter().unzip();
            if entries.is_empty() {
                return (name.to_owned(), vec![Block::Small(vec![dim(self.w.evidence.none_linked)])]);
            }
            let origins = origins(&self.case.derivations, &self.case.items, &sources) as usize;
            let pieces = entries.len();
            let mut blocks = vec![Block::Evidence(entries)];
            if origins < pieces {
                blocks.push(Block::Small(vec![dim((self.w.evidence.pieces)(pieces, origins))]));
            }
            (name.to_owned(), blocks)
        };
        let mut blocks = vec![Block::Columns(vec![
            column(self.w.evidence.supports, supports),
            column(self.w.evidence.against, against),
        ])];
        for (name, entries) in [(self.w.evidence.either, either), (self.w.evidence.open, open)] {
            if !entries.is_empty() {
                blocks.push(heading(name));
                blocks.push(Block::Evidence(entries));
            }
        }
        blocks
    }

    /// What the evidence comes from, for counting origins.
    fn origin_of(&self, link: &EvidenceLink) -> Option<Source> {
        match evidence_of(link)? {
            EvidenceRef::Item(id) => Some(Source::Item(id)),
            EvidenceRef::Excerpt(id) => {
                Some(Source::Item(self.index.item_of(self.index.excerpts.get(&id)?)?.uuid))
            }
            EvidenceRef::Claim(id) => self.index.claims.get(&id)?.claimant_id.map(Source::Actor),
        }
    }

    fn entry(&mut self, link: &EvidenceLink) -> EvidenceEntry {
        let (mark, stance) = self.desk_stance(link.uuid);
        let mut facts = vec![stance];
        facts.extend(
            self.relevance(link.uuid)
                .map(|value| (self.w.evidence.relevance)((self.w.lists.relevance)(value))),
        );
        facts.push(self.credibility(link.uuid).map_or_else(
            || self.w.evidence.credibility_not_judged.to_owned(),
            |value| (self.w.evidence.credibility)((self.w.lists.credibility)(value)),
        ));
        let mut lines = vec![vec![text(facts.join("; "))]];
        if let Some((source, grade)) = self.source_of(link) {
            lines.push(vec![
                text(self.w.evidence.source),
                Inline::Name(source),
                text((self.w.evidence.reliability)(grade)),
            ]);
        }
        lines.extend(self.remarks(link));
        let name = self.name_of(link);
        EvidenceEntry { mark, name, note: given(link.note.as_ref()).map(|note| self.said(note)), lines }
    }

    /// Label and name of the evidence, with the note that leads to it.
    fn name_of(&mut self, link: &EvidenceLink) -> Vec<Inline> {
        let Some(evidence) = evidence_of(link) else { return vec![text(self.w.evidence.nothing)] };
        let mut name = Vec::new();
        if let Some(label) = self.index.evidence.get(&evidence) {
            name.push(Inline::Dim(vec![text(label.clone()), text(" ")]));
        }
        match evidence {
            EvidenceRef::Item(id) => {
                name.push(text(
                    self.index
                        .items
                        .get(&id)
                        .map_or_else(|| self.w.evidence.no_item.to_owned(), |item| one_line(&item.name)),
                ));
                name.extend(self.cite_item(id));
            }
            EvidenceRef::Excerpt(id) => {
                let item = self.index.excerpts.get(&id).and_then(|excerpt| self.index.item_of(excerpt));
                name.push(text(
                    item.map_or_else(|| self.w.evidence.an_excerpt.to_owned(), |item| one_line(&item.name)),
                ));
                name.extend(self.cite_excerpt(id));
            }
            EvidenceRef::Claim(id) => {
                if let Some(claim) = self.index.claims.get(&id).copied() {
                    if let Some(who) = claim.claimant_id {
                        name.push(Inline::Name(one_line(self.index.actor(who))));
                        name.push(text(": "));
                    }
                    name.push(Inline::Foreign { text: claim.text.clone(), lang: claim.language.clone() });
                    if let Some(act) = self.index.acts_on.get(&id).and_then(|acts| acts.first()).copied() {
                        name.extend(self.cite_statement(act.statement_id));
                    }
                }
            }
        }
        name
    }

    /// The source of the evidence, if its reliability was rated.
    fn source_of(&self, link: &EvidenceLink) -> Option<(String, &'static str)> {
        let actor = match evidence_of(link)? {
            EvidenceRef::Item(id) => self.index.items.get(&id)?.publisher_id?,
            EvidenceRef::Excerpt(id) => self.index.item_of(self.index.excerpts.get(&id)?)?.publisher_id?,
            EvidenceRef::Claim(id) => self.index.claims.get(&id)?.claimant_id?,
        };
        Some((one_line(self.index.actor(actor)), (self.w.lists.grade)(self.grade(actor)?)))
    }

    /// What bears on this evidence, or on the way it is used here: it changes no number.
    fn remarks(&self, link: &EvidenceLink) -> Vec<Vec<Inline>> {
        let item = match evidence_of(link) {
            Some(EvidenceRef::Item(id)) => Some(id),
            Some(EvidenceRef::Excerpt(id)) => self
                .index
                .excerpts
                .get(&id)
                .and_then(|excerpt| self.index.item_of(excerpt))
                .map(|item| item.uuid),
            _ => None,
        };
        let on_item = item.and_then(|id| self.index.links_on_item.get(&id)).into_iter().flatten();
        let on_link = self.index.links_on_link.get(&link.uuid).into_iter().flatten();
        on_item.chain(on_link).map(|remark| self.remark(remark)).collect()
    }

    fn remark(&self, link: &EvidenceLink) -> Vec<Inline> {
        let (_, stance) = self.desk_stance(link.uuid);
        let mut line = vec![text((self.w.evidence.bears)(&stance))];
        match evidence_of(link) {
            Some(EvidenceRef::Claim(id)) => {
                if let Some(claim) = self.index.claims.get(&id) {
                    line.push(Inline::Foreign { text: claim.text.clone(), lang: claim.language.clone() });
                }
            }
            Some(EvidenceRef::Item(id)) => line
                .push(text(self.index.items.get(&id).map_or_else(String::new, |item| one_line(&item.name)))),
            Some(EvidenceRef::Excerpt(id)) => {
                if let Some(excerpt) = self.index.excerpts.get(&id) {
                    line.push(Inline::Quote {
                        text: excerpt.quote.clone(),
                        lang: excerpt.language.clone(),
                        marks: excerpt.kind == ExcerptKind::Text,
                    });
                }
            }
            None => {}
        }
        line
    }
}

fn heading(name: &str) -> Block {
    Block::Heading { level: 4, label: None, text: vec![text(name)], id: None }
}
