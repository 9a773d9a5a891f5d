//! What is left of a case when the trash, and all that leans on it, is left out.

use crate::case_at::CaseAt;
use crate::ids::*;
use crate::maps::Set;
use crate::records::Record;

/// Hands the lists of a case that the trash matters to, by name, to a macro: written once, so that none is forgotten in one place.
macro_rules! with_lists {
    ($then:ident) => {
        $then!(
            names,
            tags,
            actors,
            actor_names,
            offices,
            reliabilities,
            accounts,
            holders,
            findings,
            points,
            claims,
            account_claims,
            statements,
            acts,
            appearances,
            carriers,
            answers,
            silences,
            comparisons,
            items,
            authors,
            derivations,
            captures,
            excerpts,
            capture_texts,
            metadata,
            picture_checks,
            fetches,
            links,
            stances,
            relevances,
            credibilities,
            assessments,
            second_readings,
            verdicts,
            inquiries,
            replies,
            events,
            checklist,
            handings_out,
            reports,
            report_files,
        )
    };
}

impl CaseAt {
    /// The case without trashed records and without whatever depends on one.
    ///
    /// A record goes with what it cannot be without: an answer with its claim, a stance with its link, a link with either end,
    /// a second reading and a verdict with their assessment. A reference that a record can be without is emptied instead:
    /// the publisher of an item, the excerpt of an appearance, the statement of an answer.
    /// Editors, scales and their labels stay even when trashed: what they said, or what was rated on them, still has to be named.
    /// The superseded records of a trashed one are in force again.
    #[must_use]
    pub fn living(mut self) -> CaseAt {
        macro_rules! untrash {
            ($($list:ident),+ $(,)?) => { $(self.$list.retain(|record| !record.trashed());)+ };
        }
        with_lists!(untrash);
        self.house = self.house.filter(|house| !house.trashed);
        prune(&mut self);
        self
    }

    /// How many records of the case have fields whose text was erased.
    pub fn n_erased(&self) -> usize {
        let is = |erased: &Option<String>| erased.as_deref().is_some_and(|fields| !fields.is_empty());
        macro_rules! count {
            ($($list:ident),+ $(,)?) => { 0 $(+ self.$list.iter().filter(|record| is(&record.erased)).count())+ };
        }
        usize::from(is(&self.case.erased)) + count!(editors, scales, labels) + with_lists!(count)
    }

    /// Whether no record of the case that the trash matters to lies in it: `living` would change nothing but loose references.
    pub(crate) fn has_trash(&self) -> bool {
        macro_rules! any {
            ($($list:ident),+ $(,)?) => { false $(|| self.$list.iter().any(Record::trashed))+ };
        }
        with_lists!(any)
    }
}

/// Drops what refers to a record that is not there, transitively, and empties references that a record can be without.
pub(crate) fn prune(case: &mut CaseAt) {
    let actors: Set<ActorId> = ids(&case.actors, |r| r.uuid);
    case.actor_names.retain(|r| actors.contains(&r.actor_id));
    case.offices.retain(|r| actors.contains(&r.actor_id));
    case.offices.iter_mut().for_each(|r| loosen(&mut r.body_id, &actors));
    case.reliabilities.retain(|r| actors.contains(&r.actor_id));
    case.replies.retain(|r| actors.contains(&r.actor_id));

    case.items.iter_mut().for_each(|r| loosen(&mut r.publisher_id, &actors));
    let items: Set<ItemId> = ids(&case.items, |r| r.uuid);
    case.authors.retain(|r| items.contains(&r.item_id) && stands(r.actor_id, &actors));
    case.derivations.retain(|r| {
        stands(r.item_id, &items)
            && stands(r.from_item_id, &items)
            && stands(r.actor_id, &actors)
            && stands(r.from_actor_id, &actors)
    });
    case.captures.retain(|r| items.contains(&r.item_id));
    let captures: Set<CaptureId> = ids(&case.captures, |r| r.uuid);
    case.captures.iter_mut().for_each(|r| loosen(&mut r.made_from_id, &captures));
    case.capture_texts.retain(|r| captures.contains(&r.capture_id));
    case.metadata.retain(|r| captures.contains(&r.capture_id));
    case.picture_checks.retain(|r| captures.contains(&r.capture_id));
    case.fetches.retain(|r| items.contains(&r.item_id));
    case.fetches.iter_mut().for_each(|r| loosen(&mut r.capture_id, &captures));
    case.excerpts.retain(|r| captures.contains(&r.capture_id));
    case.handings_out.retain(|r| captures.contains(&r.capture_id));
    let excerpts: Set<ExcerptId> = ids(&case.excerpts, |r| r.uuid);

    let accounts: Set<AccountId> = ids(&case.accounts, |r| r.uuid);
    let points: Set<PointId> = ids(&case.points, |r| r.uuid);
    case.holders.retain(|r| accounts.contains(&r.account_id) && actors.contains(&r.actor_id));
    case.findings.retain(|r| actors.contains(&r.body_id));
    case.findings.iter_mut().for_each(|r| loosen(&mut r.item_id, &items));
    let findings: Set<FindingId> = ids(&case.findings, |r| r.uuid);
    case.claims.retain(|r| stands(r.finding_id, &findings));
    case.claims.iter_mut().for_each(|r| loosen(&mut r.claimant_id, &actors));
    let claims: Set<ClaimId> = ids(&case.claims, |r| r.uuid);
    case.account_claims.retain(|r| accounts.contains(&r.account_id) && claims.contains(&r.claim_id));

    case.statements.retain(|r| actors.contains(&r.speaker_id));
    let statements: Set<StatementId> = ids(&case.statements, |r| r.uuid);
    for statement in &mut case.statements {
        loosen(&mut statement.on_behalf_id, &actors);
        loosen(&mut statement.differs_from_id, &statements);
        if statement.differs_from_id.is_none() {
            statement.differs_reason = None;
        }
    }
    case.acts.retain(|r| statements.contains(&r.statement_id) && claims.contains(&r.claim_id));
    case.appearances.retain(|r| statements.contains(&r.statement_id) && items.contains(&r.item_id));
    case.appearances.iter_mut().for_each(|r| loosen(&mut r.excerpt_id, &excerpts));
    let appearances: Set<AppearanceId> = ids(&case.appearances, |r| r.uuid);
    case.carriers.retain(|r| appearances.contains(&r.appearance_id) && actors.contains(&r.actor_id));

    case.answers.retain(|r| claims.contains(&r.claim_id) && points.contains(&r.point_id));
    case.answers.iter_mut().for_each(|r| loosen(&mut r.statement_id, &statements));
    let answers: Set<AnswerId> = ids(&case.answers, |r| r.uuid);
    case.silences.retain(|r| accounts.contains(&r.account_id) && points.contains(&r.point_id));
    case.comparisons.retain(|r| answers.contains(&r.answer_id) && answers.contains(&r.other_id));

    // A link can bear on another link, and so on: repeat until nothing more falls.
    loop {
        let links: Set<EvidenceLinkId> = ids(&case.links, |r| r.uuid);
        let before = case.links.len();
        case.links.retain(|r| {
            stands(r.from_item_id, &items)
                && stands(r.from_excerpt_id, &excerpts)
                && stands(r.from_claim_id, &claims)
                && stands(r.to_claim_id, &claims)
                && stands(r.to_account_id, &accounts)
                && stands(r.to_item_id, &items)
                && stands(r.to_link_id, &links)
        });
        if case.links.len() == before {
            case.stances.retain(|r| links.contains(&r.link_id));
            case.relevances.retain(|r| links.contains(&r.link_id));
            case.credibilities.retain(|r| links.contains(&r.link_id));
            break;
        }
    }

    case.assessments.retain(|r| claims.contains(&r.claim_id));
    let assessments: Set<AssessmentId> = ids(&case.assessments, |r| r.uuid);
    case.second_readings.retain(|r| assessments.contains(&r.assessment_id));
    case.second_readings.iter_mut().for_each(|r| loosen(&mut r.own_assessment_id, &assessments));
    case.verdicts.retain(|r| assessments.contains(&r.assessment_id));

    case.inquiries.retain_mut(|r| {
        let bound = r.account_id.is_some() || r.claim_id.is_some() || r.point_id.is_some();
        loosen(&mut r.account_id, &accounts);
        loosen(&mut r.claim_id, &claims);
        loosen(&mut r.point_id, &points);
        !bound || r.account_id.is_some() || r.claim_id.is_some() || r.point_id.is_some()
    });
    case.events.iter_mut().for_each(|r| loosen(&mut r.item_id, &items));
    let reports: Set<ReportId> = ids(&case.reports, |r| r.uuid);
    case.report_files.retain(|r| reports.contains(&r.report_id));
}

fn ids<R, I: std::hash::Hash + Eq>(records: &[R], id: impl Fn(&R) -> I) -> Set<I> {
    records.iter().map(id).collect()
}

/// Whether a reference that may be empty names nothing that is gone.
fn stands<I: std::hash::Hash + Eq>(reference: Option<I>, there: &Set<I>) -> bool {
    reference.is_none_or(|id| there.contains(&id))
}

/// Empties a reference to something that is gone.
fn loosen<I: std::hash::Hash + Eq>(reference: &mut Option<I>, there: &Set<I>) {
    if reference.as_ref().is_some_and(|id| !there.contains(id)) {
        *reference = None;
    }
}
