//! Claim by claim: who said it where and when, the evidence on both sides, the rating and why, what would change it.

use super::{Desk, dim, given, sentence, strong, text};
use crate::document::{Block, Inline};
use crate::error::ReportError;
use crate::text::one_line;
use crate::words::{capital, takes_rating};
use claims::grid::AnswerView;
use claims::ids::ClaimId;
use claims::records::{Act, Claim, Inquiry};
use claims::words::InquiryOutcome;
use std::collections::HashSet;

/// A claim with the label under which it stands in the grid.
pub(super) struct Labelled {
    pub claim: ClaimId,
    pub label: Option<String>,
    /// Superseded by a later answer of its account.
    pub earlier: bool,
    pub second_hand: bool,
}

impl Desk<'_> {
    /// Every claim once: in the order of the points, accounts before findings, then those that answer no point.
    pub(super) fn labelled(&self) -> Vec<Labelled> {
        let mut seen = HashSet::new();
        let mut list = Vec::new();
        let mut add = |answer: &AnswerView, letter: &str, number: u32, earlier: bool| {
            if seen.insert(answer.claim_id) {
                list.push(Labelled {
                    claim: answer.claim_id,
                    label: Some(format!("{letter}{number}")),
                    earlier,
                    second_hand: answer.second_hand,
                });
            }
        };
        for row in &self.grid.rows {
            for (cell, account) in row.cells.iter().zip(&self.grid.accounts) {
                cell.current.iter().for_each(|answer| add(answer, &account.letter, row.number, false));
                cell.earlier.iter().for_each(|answer| add(answer, &account.letter, row.number, true));
            }
            for (cell, finding) in row.finding_cells.iter().zip(&self.grid.findings) {
                cell.answer.iter().for_each(|answer| add(answer, &finding.letter, row.number, false));
            }
        }
        let rest: Vec<&Claim> = self.case.claims.iter().filter(|claim| !seen.contains(&claim.uuid)).collect();
        list.extend(rest.into_iter().map(|claim| Labelled {
            claim: claim.uuid,
            label: None,
            earlier: false,
            second_hand: false,
        }));
        list
    }

    pub(super) fn claims(&mut self) -> Result<Vec<Block>, ReportError> {
        let labelled = self.labelled();
        if labelled.is_empty() {
            return Ok(vec![sentence(self.w.claims.none)]);
        }
        let mut blocks = Vec::with_capacity(labelled.len());
        for entry in labelled {
            let Some(claim) = self.index.claims.get(&entry.claim).copied() else { continue };
            blocks.push(self.claim(claim, &entry)?);
        }
        Ok(blocks)
    }

    fn claim(&mut self, claim: &Claim, entry: &Labelled) -> Result<Block, ReportError> {
        let id = format!("claim-{}", claim.uuid);
        let mut main = vec![
            Block::Heading {
                level: 3,
                label: entry.label.clone(),
                text: vec![Inline::Foreign { text: claim.text.clone(), lang: claim.language.clone() }],
                id: None,
            },
            Block::Small(self.what_it_is(claim, entry)),
        ];
        let acts: Vec<&Act> = self.index.acts_on.get(&claim.uuid).cloned().unwrap_or_default();
        if acts.is_empty() {
            main.push(Block::Small(vec![dim(self.w.claims.no_statement)]));
        }
        main.extend(self.statements_on(&acts));
        main.extend(self.rating_of(claim)?);
        if takes_rating(claim.kind) || self.index.links_on.contains_key(&claim.uuid) {
            main.extend(self.evidence_on(claim.uuid));
        }
        main.extend(self.inquiries(claim.uuid));
        let rating = claims::ratings::rating_of(self.case, claim.uuid);
        let assessment = rating.and_then(|rating| self.index.assessments.get(&rating.assessment_id).copied());
        if let Some(change) = assessment.and_then(|assessment| given(assessment.would_change.as_ref())) {
            main.push(heading(self.w.claims.would_change));
            main.push(Block::Paragraph(vec![self.said(change)]));
        }
        main.extend(self.other_ratings(claim.uuid)?);
        let notes = self.notes.take();
        Ok(Block::Anchored { id, blocks: vec![Block::Beside { main, notes }] })
    }

    /// Kind, claimant, account or finding, and how it is known.
    fn what_it_is(&mut self, claim: &Claim, entry: &Labelled) -> Vec<Inline> {
        let mut line = vec![text(capital((self.w.lists.claim_kind)(claim.kind)))];
        if let Some(who) = claim.claimant_id {
            line.extend([text(self.w.claims.by), Inline::Name(one_line(self.index.actor(who)))]);
        }
        let accounts: Vec<String> = self
            .grid
            .accounts
            .iter()
            .filter(|account| {
                self.case
                    .account_claims
                    .iter()
                    .any(|link| link.claim_id == claim.uuid && link.account_id == account.id)
            })
            .map(|account| format!("{} ({})", one_line(&account.name), account.letter))
            .collect();
        if !accounts.is_empty() {
            line.push(text((self.w.claims.part_of)(&accounts)));
        }
        let finding =
            claim.finding_id.and_then(|id| self.case.findings.iter().find(|finding| finding.uuid == id));
        if let Some(finding) = finding {
            let name = one_line(&finding.name);
            let own = name != one_line(self.index.actor(finding.body_id));
            line.push(text((self.w.claims.finding_of)(own.then_some(name.as_str()))));
            line.push(Inline::Name(one_line(self.index.actor(finding.body_id))));
            if let Some(standard) = given(finding.standard.as_ref()) {
                line.push(text((self.w.claims.standard)(&one_line(standard))));
            }
            line.extend(finding.item_id.and_then(|item| self.cite_item(item)));
        }
        if entry.earlier {
            line.push(text(self.w.claims.earlier));
        }
        if entry.second_hand {
            line.push(text(self.w.claims.second_hand));
        }
        super::stop(&mut line);
        if let Some(note) = given(claim.note.as_ref()) {
            line.extend([text(" "), self.said(note)]);
        }
        line
    }

    /// Recorded looks for evidence on the claim: what was found, and what should exist and does not.
    fn inquiries(&self, claim: ClaimId) -> Vec<Block> {
        let list: Vec<_> =
            self.case.inquiries.iter().filter(|inquiry| inquiry.claim_id == Some(claim)).collect();
        if list.is_empty() {
            return Vec::new();
        }
        let items =
            list.into_iter().map(|inquiry| vec![Block::Paragraph(self.looked_for_it(inquiry))]).collect();
        vec![heading(self.w.points.looked_for), Block::List { ordered: false, items }]
    }
}

fn heading(name: &str) -> Block {
    Block::Heading { level: 4, label: None, text: vec![text(name)], id: None }
}

impl Desk<'_> {
    /// One look for evidence: what came of it, what was sought, where and when.
    pub(super) fn looked_for_it(&self, inquiry: &Inquiry) -> Vec<Inline> {
        let outcome = match inquiry.outcome {
            InquiryOutcome::Found => self.w.claims.found,
            InquiryOutcome::NotFound => self.w.claims.not_found,
        };
        let mut line = vec![strong(format!("{outcome}: ")), self.said(one_line(&inquiry.sought))];
        line.extend(
            given(inquiry.looked.as_ref()).map(|looked| text((self.w.claims.looked_in)(&one_line(looked)))),
        );
        line.extend(given(inquiry.date.as_ref()).map(|date| text(format!(", {}", self.date(date)))));
        super::stop(&mut line);
        line.extend(given(inquiry.note.as_ref()).into_iter().flat_map(|note| [text(" "), self.said(note)]));
        line
    }
}
