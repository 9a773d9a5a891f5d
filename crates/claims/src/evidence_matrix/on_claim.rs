//! The evidence on one claim, link by link, with every editor's stance: what a claim's own page shows.

use super::cells::editor_stances;
use super::context::Context;
use crate::answers::{statement_view, strip};
use crate::case_at::CaseAt;
use crate::grid::{Mark, StatementView};
use crate::ids::ClaimId;
use crate::index::{Index, alive};
use crate::matrix::{EditorStance, Remark};
use crate::words::RelevanceValue;

/// One link on a claim, with what editors make of it.
#[derive(Debug, Clone, PartialEq)]
pub struct EvidenceOn {
    /// The link, its evidence and the desk's stance.
    pub mark: Mark,
    /// Note of the link.
    pub note: Option<String>,
    /// Every editor's stance in force.
    pub stances: Vec<EditorStance>,
    /// Relevance in force.
    pub relevance: Option<RelevanceValue>,
    /// Credibility in force, 1-6.
    pub credibility: Option<u8>,
    /// What bears on the link itself; counted nowhere.
    pub remarks: Vec<Remark>,
}

/// The evidence on a claim, in the order of the evidence.
pub fn evidence_on(case: &CaseAt, claim: ClaimId) -> Vec<EvidenceOn> {
    let case = alive(case);
    let index = Index::new(&case);
    let context = Context::new(&index);
    let note_of = |mark: &Mark| {
        case.links.iter().find(|link| link.uuid == mark.link_id).and_then(|link| link.note.clone())
    };
    let on = |mark: Mark| EvidenceOn {
        note: note_of(&mark),
        stances: editor_stances(&context, &index.in_force(mark.link_id)),
        relevance: context.relevance.get(&mark.link_id).copied(),
        credibility: context.credibility.get(&mark.link_id).copied(),
        remarks: context.remarks_on_link(mark.link_id),
        mark,
    };
    strip(&index, claim).into_iter().map(on).collect()
}

/// The statements that assert, deny, report or concede a claim, in time order; those without any date first.
pub fn statements_on(case: &CaseAt, claim: ClaimId) -> Vec<StatementView> {
    let case = alive(case);
    let index = Index::new(&case);
    let mut on = index.statements_on(claim);
    on.sort_by_key(|(place, statement, _)| {
        (index.whens.get(&statement.uuid).map(crate::dating::When::key), *place)
    });
    on.into_iter().map(|(_, statement, act)| statement_view(&index, statement, Some(act))).collect()
}
