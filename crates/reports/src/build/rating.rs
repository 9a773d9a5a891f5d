//! Ratings: drawn as a ladder, always with the word; a verdict only where a second reader agreed.

use super::{Desk, given, text};
use crate::document::{Block, Inline, Ladder};
use crate::error::ReportError;
use crate::text::one_line;
use crate::words::{Provenance, capital, takes_rating};
use claims::grid::RatingView;
use claims::ids::{AssessmentId, ClaimId, ScaleId, ScaleLabelId};
use claims::records::{Assessment, Claim, ScaleLabel};
use claims::words::SecondOutcome;

impl Desk<'_> {
    /// Labels of a scale in their order.
    pub(super) fn labels_of(&self, scale: ScaleId) -> Vec<&ScaleLabel> {
        let mut labels: Vec<&ScaleLabel> =
            self.case.labels.iter().filter(|label| label.scale_id == scale).collect();
        labels.sort_by(|a, b| a.position.cmp(&b.position));
        labels
    }

    /// A label as a place on its scale: the numbered labels are the places; one without a number stands outside.
    pub(super) fn ladder(&self, label: ScaleLabelId) -> Ladder {
        let Some(chosen) = self.index.labels.get(&label) else { return Ladder::Outside };
        let labels = self.labels_of(chosen.scale_id);
        let numbered: Vec<&&ScaleLabel> = labels.iter().filter(|label| label.number.is_some()).collect();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        match numbered.iter().position(|other| other.uuid == label) {
            Some(place) => Ladder::Place { place: count(place), places: count(numbered.len()) },
            None => Ladder::Outside,
        }
    }

    /// Mark and word of a rating, for a table.
    pub(super) fn rating_mark(&self, rating: &RatingView) -> Vec<Inline> {
        let ladder = self
            .index
            .assessments
            .get(&rating.assessment_id)
            .map_or(Ladder::Outside, |assessment| self.ladder(assessment.label_id));
        let mut line =
            vec![Inline::Ladder(ladder), text(" "), Inline::Strong(vec![self.said(one_line(&rating.label))])];
        if !rating.is_verdict {
            line.push(super::dim(self.w.rating.one_reader));
        }
        line
    }

    /// Mark and word of a claim without a rating.
    pub(super) fn unrated_mark(&self, claim: &Claim) -> Vec<Inline> {
        if self.is_covered(claim.uuid) {
            return vec![super::dim(self.w.rating.covered_short)];
        }
        let ladder = if takes_rating(claim.kind) { Ladder::Unrated { places: 5 } } else { Ladder::NotRated };
        vec![Inline::Ladder(ladder), text(" "), super::dim((self.w.lists.unrated_short)(claim.kind))]
    }

    /// Whether the claim is rated and its ratings are not for the reader of this copy.
    fn is_covered(&self, claim: ClaimId) -> bool {
        self.facts.covered.contains(&claim)
    }

    /// What the desk, or one reader, says of the claim, and why; then what others say, and what was said before.
    pub(super) fn rating_of(&mut self, claim: &Claim) -> Result<Vec<Block>, ReportError> {
        if self.is_covered(claim.uuid) {
            return Ok(vec![Block::Small(vec![text(self.w.rating.covered)])]);
        }
        let Some(rating) = claims::ratings::rating_of(self.case, claim.uuid) else {
            let ladder =
                if takes_rating(claim.kind) { Ladder::Unrated { places: 5 } } else { Ladder::NotRated };
            return Ok(vec![Block::Small(vec![
                Inline::Ladder(ladder),
                text(format!(" {}.", capital((self.w.lists.unrated)(claim.kind)))),
            ])]);
        };
        let Some(assessment) = self.index.assessments.get(&rating.assessment_id).copied() else {
            return Err(ReportError::Dangling { what: format!("the assessment {}", rating.assessment_id) });
        };
        let head = if rating.is_verdict { self.w.rating.verdict } else { self.w.rating.assessment };
        let mut boxes = vec![(
            head.to_owned(),
            vec![
                Inline::Ladder(self.ladder(assessment.label_id)),
                text(" "),
                self.said(one_line(&rating.label)),
            ],
        )];
        boxes.extend(rating.likelihood.map(|value| {
            let (word, range) = (self.w.lists.likelihood)(value);
            (self.w.rating.likelihood.to_owned(), vec![text(format!("{word}, {range}"))])
        }));
        boxes.extend(rating.confidence.map(|value| {
            (self.w.rating.confidence.to_owned(), vec![text((self.w.lists.confidence)(value))])
        }));
        let mut blocks = vec![Block::Boxes(boxes)];
        blocks.extend(self.rationale(assessment)?);
        blocks.push(Block::Small(vec![text(self.provenance(assessment, &rating))]));
        Ok(blocks)
    }

    fn provenance(&self, assessment: &Assessment, rating: &RatingView) -> String {
        let scale = self.case.scales.iter().find(|scale| scale.uuid == assessment.scale_id);
        let scale = scale.map_or_else(
            || one_line(&rating.scale),
            |scale| (self.w.summary.scale)(&one_line(&scale.name), scale.version),
        );
        let second = rating.second_reader.as_deref().map(one_line);
        let mut text = (self.w.rating.provenance)(&Provenance {
            scale: &scale,
            until: &self.date(&assessment.evidence_until),
            editor: &one_line(&rating.editor),
            second: second.as_deref(),
        });
        for reading in self.case.second_readings.iter().filter(|reading| {
            reading.assessment_id == assessment.uuid && reading.outcome == SecondOutcome::Disagrees
        }) {
            let who = one_line(self.index.editor(reading.editor_id));
            text.push_str(&(self.w.rating.disagreed)(&who, &one_line(&reading.reason)));
        }
        text
    }

    /// Assessments in force besides the one that stands, and those that were superseded.
    pub(super) fn other_ratings(&mut self, claim: ClaimId) -> Result<Vec<Block>, ReportError> {
        let main: Option<AssessmentId> =
            claims::ratings::rating_of(self.case, claim).map(|rating| rating.assessment_id);
        let in_force: Vec<&Assessment> = claims::ratings::assessments_in_force(self.case, claim);
        let all: Vec<&Assessment> = self.index.assessments_of.get(&claim).cloned().unwrap_or_default();
        let others: Vec<&Assessment> =
            in_force.iter().copied().filter(|assessment| Some(assessment.uuid) != main).collect();
        let superseded: Vec<&Assessment> = all
            .into_iter()
            .filter(|one| Some(one.uuid) != main && !in_force.iter().any(|other| other.uuid == one.uuid))
            .collect();
        let mut blocks = Vec::new();
        for (name, list) in [(self.w.rating.others, others), (self.w.rating.superseded, superseded)] {
            if list.is_empty() {
                continue;
            }
            blocks.push(Block::Heading { level: 4, label: None, text: vec![text(name)], id: None });
            for assessment in list {
                blocks.extend(self.earlier(assessment)?);
            }
        }
        Ok(blocks)
    }

    /// A rating that does not stand, or not alone: label, who, as of when, why, and why it was superseded.
    pub(super) fn earlier(&mut self, assessment: &Assessment) -> Result<Vec<Block>, ReportError> {
        let label = self
            .index
            .labels
            .get(&assessment.label_id)
            .map_or_else(String::new, |label| one_line(&label.name));
        let editor = one_line(self.index.editor(assessment.editor_id));
        let head = vec![
            Inline::Ladder(self.ladder(assessment.label_id)),
            text(" "),
            Inline::Strong(vec![self.said(label)]),
            text((self.w.rating.as_of_by)(&self.date(&assessment.evidence_until), &editor)),
        ];
        let mut blocks = vec![Block::Small(head)];
        blocks.extend(self.rationale(assessment)?.into_iter().map(small));
        let successor =
            self.case.assessments.iter().find(|other| other.supersedes_id == Some(assessment.uuid));
        if let Some(reason) = successor.and_then(|successor| given(successor.supersede_reason.as_ref())) {
            blocks.push(Block::Small(vec![text((self.w.rating.because)(reason))]));
        }
        Ok(blocks)
    }
}

fn small(block: Block) -> Block {
    match block {
        Block::Paragraph(words) => Block::Small(words),
        other => other,
    }
}
