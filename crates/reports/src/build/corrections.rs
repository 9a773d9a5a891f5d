//! Right of reply, and what was corrected, with the reason.

use super::{Desk, given, sentence, strong, text};
use crate::document::{Block, Cell, Inline, Table, TableKind};
use crate::error::ReportError;
use crate::text::one_line;
use crate::words;

impl Desk<'_> {
    pub(super) fn replies(&mut self) -> Vec<Block> {
        if self.case.replies.is_empty() {
            return vec![sentence("No request for a reply is recorded.")];
        }
        let rows = self
            .case
            .replies
            .iter()
            .map(|reply| {
                let asked =
                    given(reply.asked.as_ref()).map_or_else(|| "date not recorded".to_owned(), words::date);
                let how = given(reply.asked_how.as_ref())
                    .map(|how| format!(", {}", one_line(how)))
                    .unwrap_or_default();
                let mut answer = Vec::new();
                match given(reply.answered.as_ref()) {
                    Some(date) => answer.push(vec![text(words::date(date))]),
                    None => answer.push(vec![super::dim("no answer recorded")]),
                }
                answer.extend(given(reply.words.as_ref()).map(|words| {
                    vec![Inline::Quote { text: words.to_owned(), lang: reply.language.clone(), marks: true }]
                }));
                vec![
                    Cell {
                        lines: vec![vec![Inline::Name(one_line(self.index.actor(reply.actor_id)))]],
                        ..Cell::default()
                    },
                    Cell { lines: vec![vec![text(format!("{asked}{how}"))]], ..Cell::default() },
                    Cell { lines: answer, ..Cell::default() },
                ]
            })
            .collect();
        let head = ["Party", "Asked", "Answer"].map(|name| vec![text(name)]).to_vec();
        vec![Block::Table(Table {
            kind: TableKind::Plain,
            caption: "Who was asked for a reply, and what came".to_owned(),
            head,
            widths: vec![1.0, 1.2, 2.4],
            rows,
        })]
    }

    pub(super) fn corrections(&mut self) -> Result<Vec<Block>, ReportError> {
        let mut main = Vec::new();
        for verdict in self.case.verdicts.iter().filter(|verdict| verdict.supersedes_id.is_some()) {
            let old = self.case.verdicts.iter().find(|other| Some(other.uuid) == verdict.supersedes_id);
            let label = |id| {
                let assessment = self.index.assessments.get(&id)?;
                let label = self.index.labels.get(&assessment.label_id)?;
                Some(format!(
                    "“{}” (evidence up to {})",
                    one_line(&label.name),
                    words::date(&assessment.evidence_until)
                ))
            };
            let Some(new) = self.index.assessments.get(&verdict.assessment_id).copied() else { continue };
            let claim =
                self.index.claims.get(&new.claim_id).map_or_else(String::new, |claim| one_line(&claim.text));
            let was = old
                .and_then(|old| label(old.assessment_id))
                .unwrap_or_else(|| "a verdict that is not in view".to_owned());
            let is = label(verdict.assessment_id).unwrap_or_default();
            let mut line = vec![
                strong("Verdict corrected. "),
                text(format!("The claim “{claim}” was rated {was}; it is now rated {is}.")),
            ];
            line.extend(given(verdict.reason.as_ref()).map(|reason| text(format!(" Reason: {reason}"))));
            line.push(text(format!(" ({})", one_line(self.index.editor(verdict.editor_id)))));
            main.push(Block::Paragraph(line));
        }
        for report in self.case.reports.iter().filter(|report| report.supersedes_id.is_some()) {
            let old =
                self.case.reports.iter().find(|other| Some(other.uuid) == report.supersedes_id).map_or_else(
                    || "an earlier report".to_owned(),
                    |old| format!("report {}", one_line(&old.number)),
                );
            let reason =
                given(report.reason.as_ref()).map(|reason| format!(" Reason: {reason}")).unwrap_or_default();
            main.push(Block::Paragraph(vec![
                strong("Report superseded. "),
                text(format!("Report {} supersedes {old}.{reason}", one_line(&report.number))),
            ]));
        }
        if main.is_empty() {
            main.push(sentence("None: no verdict and no report of this case supersedes another."));
        }
        if !self.case.reports.is_empty() {
            main.push(Block::Small(vec![text(format!(
                "Published so far: {}.",
                words::and(
                    &self
                        .case
                        .reports
                        .iter()
                        .map(|report| format!("report {}", one_line(&report.number)))
                        .collect::<Vec<_>>()
                )
            ))]));
        }
        if let Some(url) = self
            .case
            .house
            .as_ref()
            .and_then(|house| given(house.corrections_url.as_ref()))
            .and_then(crate::text::safe_url)
        {
            main.push(Block::Small(vec![
                text("How this house corrects: "),
                Inline::Link { url: url.to_owned(), text: vec![text(url)] },
                text("."),
            ]));
        }
        let notes = self.notes.take();
        Ok(vec![Block::Beside { main, notes }])
    }
}
