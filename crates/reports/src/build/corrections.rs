//! Right of reply, and what was corrected, with the reason.

use super::{Desk, given, sentence, strong, text};
use crate::document::{Block, Cell, Inline, Table, TableKind};
use crate::error::ReportError;
use crate::text::one_line;
use crate::words::Corrected;

impl Desk<'_> {
    pub(super) fn replies(&mut self) -> Vec<Block> {
        if self.case.replies.is_empty() {
            return vec![sentence(self.w.reply.none)];
        }
        let rows = self
            .case
            .replies
            .iter()
            .map(|reply| {
                let asked =
                    given(reply.asked.as_ref()).map_or_else(|| self.w.reply.no_date.to_owned(), self.w.date);
                let how = given(reply.asked_how.as_ref())
                    .map(|how| format!(", {}", one_line(how)))
                    .unwrap_or_default();
                let mut when = vec![vec![text(format!("{asked}{how}"))]];
                let deadline = given(reply.deadline.as_ref());
                when.extend(deadline.map(|day| vec![text((self.w.reply.by)(&self.date(day)))]));
                let mut answer = Vec::new();
                match (given(reply.answered.as_ref()), deadline) {
                    (Some(date), _) => answer.push(vec![text(self.date(date))]),
                    (None, Some(day)) if self.is_over(day) => {
                        answer.push(vec![super::dim((self.w.reply.no_answer_by)(&self.date(day)))]);
                    }
                    (None, _) => answer.push(vec![super::dim(self.w.reply.no_answer)]),
                }
                answer.extend(given(reply.words.as_ref()).map(|words| {
                    vec![Inline::Quote { text: words.to_owned(), lang: reply.language.clone(), marks: true }]
                }));
                vec![
                    Cell {
                        lines: vec![vec![Inline::Name(one_line(self.index.actor(reply.actor_id)))]],
                        ..Cell::default()
                    },
                    Cell { lines: when, ..Cell::default() },
                    Cell { lines: answer, ..Cell::default() },
                ]
            })
            .collect();
        let head = self.w.reply.heads.map(|name| vec![text(name)]).to_vec();
        vec![Block::Table(Table {
            kind: TableKind::Plain,
            caption: self.w.reply.caption.to_owned(),
            head,
            widths: vec![1.0, 1.2, 2.4],
            rows,
        })]
    }

    /// Whether all that a date can mean lies before the day on which the case is shown.
    fn is_over(&self, date: &str) -> bool {
        let last = claims::date::Edtf::parse(date).ok().and_then(|date| date.latest());
        last.is_some_and(|last| last.to_string().as_str() < self.facts.operation_time.get(..10).unwrap_or(""))
    }

    pub(super) fn corrections(&mut self) -> Result<Vec<Block>, ReportError> {
        let mut main = Vec::new();
        for verdict in self.case.verdicts.iter().filter(|verdict| verdict.supersedes_id.is_some()) {
            let old = self.case.verdicts.iter().find(|other| Some(other.uuid) == verdict.supersedes_id);
            let label = |id| {
                let assessment = self.index.assessments.get(&id)?;
                let label = self.index.labels.get(&assessment.label_id)?;
                let until = self.date(&assessment.evidence_until);
                Some((self.w.corrections.rating)(&one_line(&label.name), &until))
            };
            let Some(new) = self.index.assessments.get(&verdict.assessment_id).copied() else { continue };
            let claim =
                self.index.claims.get(&new.claim_id).map_or_else(String::new, |claim| one_line(&claim.text));
            let was = old.and_then(|old| label(old.assessment_id));
            let is = label(verdict.assessment_id).unwrap_or_default();
            let corrected = Corrected { claim: &claim, was: was.as_deref(), is: &is };
            let mut line =
                vec![strong(self.w.corrections.verdict), text((self.w.corrections.rated)(&corrected))];
            line.extend(
                given(verdict.reason.as_ref()).map(|reason| text((self.w.corrections.reason)(reason))),
            );
            line.push(text(format!(" ({})", one_line(self.index.editor(verdict.editor_id)))));
            main.push(Block::Paragraph(line));
        }
        for report in self.case.reports.iter().filter(|report| report.supersedes_id.is_some()) {
            let old = self.case.reports.iter().find(|other| Some(other.uuid) == report.supersedes_id);
            let old = old.map(|old| one_line(&old.number));
            let supersedes = (self.w.corrections.supersedes)(&one_line(&report.number), old.as_deref());
            let reason = given(report.reason.as_ref()).map(self.w.corrections.reason).unwrap_or_default();
            main.push(Block::Paragraph(vec![
                strong(self.w.corrections.report),
                text(format!("{supersedes}{reason}")),
            ]));
        }
        main.extend(
            self.supersedes()
                .map(|said| Block::Paragraph(vec![strong(self.w.corrections.report), text(said)])),
        );
        if main.is_empty() {
            main.push(sentence(self.w.corrections.none));
        }
        if !self.case.reports.is_empty() {
            let numbers: Vec<String> =
                self.case.reports.iter().map(|report| one_line(&report.number)).collect();
            main.push(Block::Small(vec![text((self.w.corrections.published)(&numbers))]));
        }
        if let Some(url) = self
            .case
            .house
            .as_ref()
            .and_then(|house| given(house.corrections_url.as_ref()))
            .and_then(crate::text::safe_url)
        {
            main.push(Block::Small(vec![
                text(self.w.corrections.how),
                Inline::Link { url: url.to_owned(), text: vec![text(url)] },
                text("."),
            ]));
        }
        let notes = self.notes.take();
        Ok(vec![Block::Beside { main, notes }])
    }
}
