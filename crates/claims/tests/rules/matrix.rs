//! The evidence matrix: rows, columns, cells, margins.

use crate::build::{Build, To};
use claims::evidence_matrix::around::around;
use claims::evidence_matrix::{matrices, matrix};
use claims::grid::DeskState;
use claims::ids::*;
use claims::matrix::{LeftOutKind, MatrixOf, Whose};
use claims::order::EvidenceRef;
use claims::words::*;

struct World {
    b: Build,
    point: PointId,
    claims: [ClaimId; 2],
    editors: [EditorId; 2],
}

fn world() -> World {
    let mut b = Build::new();
    let point = b.point("What was released?");
    let editors = [b.editor("Ada"), b.editor("Ben")];
    let mut claims = Vec::new();
    for (n, value) in ["sarin", "chlorine"].iter().enumerate() {
        let actor = b.actor(&format!("speaker {n}"));
        let account = b.account(&format!("account {n}"), &[actor]);
        claims.push(b.given(account, actor, &format!("2017-04-0{}", n + 1), point, value).0);
    }
    World { b, point, claims: [claims[0], claims[1]], editors }
}

impl World {
    fn matrix(&self) -> claims::matrix::Matrix {
        matrix(&self.b.case, MatrixOf::Point(self.point), Whose::Desk, &[]).expect("the point is there")
    }

    /// An item with a link to each claim and a stance of the first editor on each (none = no link).
    fn evidence(&mut self, name: &str, stances: [Option<StanceValue>; 2]) -> (ItemId, Vec<EvidenceLinkId>) {
        let item = self.b.item(name, "2017-04-10");
        let mut links = Vec::new();
        for (claim, stance) in self.claims.into_iter().zip(stances) {
            if let Some(stance) = stance {
                let link = self.b.link_item(item, To::Claim(claim));
                self.b.stance(link, self.editors[0], Some(stance), None);
                links.push(link);
            }
        }
        (item, links)
    }
}

#[test]
fn the_worked_check_comes_out_of_a_whole_case() {
    use RelevanceValue::{High, Low, Medium};
    use StanceValue::{Contradicts as I, Neutral as N, StronglyContradicts as II, Supports as C};
    let mut w = world();
    for (n, (credibility, relevance, one, two)) in
        [(3, Medium, C, I), (2, High, II, C), (4, Medium, I, II), (5, Low, N, I)].into_iter().enumerate()
    {
        let (_, links) = w.evidence(&format!("item {n}"), [Some(one), Some(two)]);
        for link in links {
            w.b.weigh(link, Some(credibility), Some(relevance));
        }
    }
    let m = w.matrix();
    let labels: Vec<&str> = m.rows.iter().map(|r| r.label.as_str()).collect();
    assert_eq!(labels, ["A1", "B1"], "letter of the account, number of the point");
    let scores: Vec<(String, String)> = m
        .rows
        .iter()
        .map(|r| (format!("{:.4}", r.score.weighted), format!("{:.0}", r.score.unweighted)))
        .collect();
    let expected = [("4.7071".to_owned(), "3".to_owned()), ("2.9142".to_owned(), "4".to_owned())];
    assert_eq!(scores, expected, "the published values");
    assert_eq!(m.rows.iter().map(|r| r.rank).collect::<Vec<_>>(), [2, 1], "lower is better");
    let told: Vec<(&str, &[u32])> =
        m.leave_one_out.iter().map(|l| (l.name.as_str(), l.ranks.as_slice())).collect();
    assert_eq!(told, [("E2", &[1, 2][..])], "only the second piece of evidence decides");
    assert_eq!(m.leave_one_out[0].words, "Without E2, A1 comes first and B1 second.", "and says how");
    assert!((m.leave_one_out[0].scores[0] - 0.5_f64.sqrt()).abs() < 1e-12, "the score without it");
    let explanation = &m.rows[0].score.explanation;
    assert_eq!(
        (explanation.method.as_str(), explanation.rows.len()),
        ("contradiction_score", 4),
        "a row for each link"
    );
    assert!(explanation.rows.iter().all(|r| r.len() == explanation.heads.len()), "as many cells as heads");
    assert_eq!(
        explanation.rows[1],
        ["E2 item 1", "strongly contradicts", "2", "2 (× 1.41)", "high (× 1.41)", "4.00"]
    );
    assert_eq!(
        m.columns[3].diagnosticity.value,
        Some(0.5),
        "neutral and contradicts are half a step from their mean"
    );
    assert_eq!((m.coverage.covered, m.coverage.cells), (8, 8), "all is covered");
}

#[test]
fn leaving_a_column_out_recomputes_everything() {
    use StanceValue::{Contradicts, Supports};
    let mut w = world();
    w.evidence("one", [Some(Contradicts), Some(Supports)]);
    w.evidence("two", [Some(Supports), Some(Contradicts)]);
    let of = MatrixOf::Point(w.point);
    let m = matrix(&w.b.case, of, Whose::Desk, &["E1".to_owned()]).unwrap();
    assert_eq!(m.columns.iter().map(|c| c.label.as_str()).collect::<Vec<_>>(), ["E2"], "labels stay");
    assert_eq!((m.rows[0].rank, m.rows[1].rank, m.coverage.cells), (1, 2, 2), "as if it were not there");
    let error = matrix(&w.b.case, of, Whose::Desk, &["E9".to_owned()]).unwrap_err();
    assert_eq!(error.code, "not_found", "an unknown label is a mistake, not nothing");
    let nowhere = MatrixOf::Point(PointId(uuid::Uuid::from_u128(0)));
    assert_eq!(
        matrix(&w.b.case, nowhere, Whose::Desk, &[]).unwrap_err().code,
        "not_found",
        "so is an unknown point"
    );
}

#[test]
fn an_unsettled_cell_adds_nothing_and_shows_its_range() {
    use StanceValue::{Contradicts, StronglyContradicts, Supports};
    let mut w = world();
    let (_, links) = w.evidence("one", [Some(Supports), Some(Contradicts)]);
    w.b.stance(links[0], w.editors[1], Some(StronglyContradicts), None);
    w.b.stance(links[1], w.editors[1], Some(Contradicts), None);
    let m = w.matrix();
    let cell = &m.rows[0].cells[0];
    assert_eq!(
        (cell.shown.state, cell.contribution, cell.shown.n_editors),
        (DeskState::Unsettled, None, 2),
        "they differ"
    );
    let score = &m.rows[0].score;
    assert_eq!(
        (score.weighted, score.low, score.high, score.n_unsettled),
        (0.0, 0.0, 2.0, 1),
        "0, or 2 if settled otherwise"
    );
    assert_eq!((m.coverage.covered, m.coverage.unsettled, m.coverage.unrated), (1, 1, 0), "counted apart");
    assert_eq!(m.rows[1].cells[0].shown.state, DeskState::Agreed, "the second is agreed by both");
    assert_eq!(m.columns[0].diagnosticity.value, None, "one stance left is not enough");
    assert_eq!(
        (m.columns[0].diagnosticity.n, m.columns[0].diagnosticity.n_unsettled),
        (1, 1),
        "and says why"
    );
    let own = matrix(&w.b.case, MatrixOf::Point(w.point), Whose::Editor(w.editors[1]), &[]).unwrap();
    assert_eq!(own.rows[0].score.weighted, 2.0, "one's own reading counts by itself");
    assert_eq!((own.rows[0].score.low, own.rows[0].score.high), (2.0, 2.0), "and has no range");
    assert_eq!(own.rows[0].cells[0].shown.state, DeskState::OneReader, "shown as one reader's");
    assert_eq!((m.agreement.n_pairs, m.agreement.alpha.is_some()), (2, true), "two cells were rated by two");
}

#[test]
fn two_links_for_a_pair_are_unsettled_until_one_is_trashed() {
    use StanceValue::{Contradicts, Supports};
    let mut w = world();
    let (item, _) = w.evidence("one", [Some(Contradicts), Some(Supports)]);
    let again = w.b.link_item(item, To::Claim(w.claims[0]));
    w.b.stance(again, w.editors[0], Some(Contradicts), None);
    let m = w.matrix();
    let cell = &m.rows[0].cells[0];
    assert_eq!(
        (cell.link_ids.len(), cell.shown.state, cell.contribution),
        (2, DeskState::Unsettled, None),
        "two links"
    );
    assert_eq!(
        (m.rows[0].score.weighted, m.rows[0].score.low, m.rows[0].score.high),
        (0.0, 1.0, 1.0),
        "either way 1"
    );
    w.b.case.links.last_mut().unwrap().trashed = true;
    let m = w.matrix();
    assert_eq!(
        (m.rows[0].cells[0].shown.state, m.rows[0].score.weighted),
        (DeskState::OneReader, 1.0),
        "one is left"
    );
}

#[test]
fn stances_are_superseded_withdrawn_and_forked() {
    use StanceValue::{Contradicts, Neutral, StronglyContradicts, Supports};
    let mut w = world();
    let item = w.b.item("one", "2017-04-10");
    let link = w.b.link_item(item, To::Claim(w.claims[0]));
    let [ada, ben] = w.editors;
    let first = w.b.stance(link, ada, Some(Supports), None);
    let second = w.b.stance(link, ada, Some(Contradicts), Some(first));
    let shown = |w: &World| w.matrix().rows[0].cells[0].clone();
    assert_eq!(shown(&w).shown.value, Some(Contradicts), "the superseding one counts");
    w.b.stance(link, ada, Some(StronglyContradicts), Some(first));
    let cell = shown(&w);
    let list: Vec<(StanceValue, bool)> = cell.stances.iter().map(|s| (s.value, s.forked)).collect();
    assert_eq!(
        list,
        [(StronglyContradicts, true), (Contradicts, true)],
        "a fork: the later first, both shown"
    );
    assert_eq!(
        (cell.shown.value, cell.shown.n_editors),
        (Some(StronglyContradicts), 1),
        "and the later counts, once"
    );
    w.b.stance(link, ada, None, Some(second));
    assert_eq!(shown(&w).shown.state, DeskState::Unrated, "the latest is a withdrawal: unrated");
    assert!(shown(&w).stances.is_empty(), "and nothing of it is in force");
    w.b.stance(link, ben, Some(Neutral), None);
    assert_eq!(shown(&w).shown.value, Some(Neutral), "another editor's stance stands by itself");
}

#[test]
fn what_bears_on_an_item_is_told_from_both_ends() {
    use StanceValue::{Contradicts, StronglyContradicts, Supports};
    let mut w = world();
    let (item, _) = w.evidence("seventh report", [Some(Contradicts), Some(Supports)]);
    let excerpt = w.b.excerpt(item, "most likely");
    let of_excerpt = w.b.link_excerpt(excerpt, To::Claim(w.claims[1]));
    let objection = w.b.claim("It did not visit the site.", None);
    let on_item = w.b.link_claim(objection, To::Item(item));
    w.b.stance(on_item, w.editors[0], Some(StronglyContradicts), None);
    let (bears, borne) = around(&w.b.case, EvidenceRef::Item(item));
    assert_eq!(bears.len(), 3, "on two claims, and once more by its excerpt");
    assert_eq!(bears[2].link.uuid, of_excerpt, "in the order recorded");
    assert_eq!(borne.len(), 1, "and one objection bears on it");
    assert_eq!(borne[0].from_name, "It did not visit the site.");
    assert_eq!(borne[0].to_name, "seventh report");
    assert_eq!(borne[0].desk.value, Some(StronglyContradicts), "with the desk's stance");
    assert_eq!(borne[0].stances.len(), 1, "and each editor's");
    let (bears, borne) = around(&w.b.case, EvidenceRef::Claim(objection));
    assert_eq!((bears.len(), borne.len()), (1, 0), "the same link, seen from the claim");
    assert_eq!(bears[0].link.uuid, on_item);
}

#[test]
fn remarks_change_no_number() {
    use StanceValue::{Contradicts, StronglyContradicts, Supports};
    let mut w = world();
    let (item, links) = w.evidence("seventh report", [Some(Contradicts), Some(Supports)]);
    let excerpt = w.b.excerpt(item, "most likely");
    let of_excerpt = w.b.link_excerpt(excerpt, To::Claim(w.claims[1]));
    w.b.stance(of_excerpt, w.editors[0], Some(Supports), None);
    let before = w.matrix();
    let objection = w.b.claim("It did not visit the site.", None);
    let on_item = w.b.link_claim(objection, To::Item(item));
    w.b.stance(on_item, w.editors[0], Some(StronglyContradicts), None);
    w.b.link_claim(objection, To::Link(links[0]));
    let after = w.matrix();
    assert_eq!(after.columns[0].remarks[0].link_id, on_item, "shown on the column of the item");
    assert_eq!(after.columns[1].remarks.len(), 1, "and on that of its excerpt");
    assert_eq!(after.rows[0].cells[0].remarks.len(), 1, "what bears on a link is shown on its cell");
    assert_eq!(
        (after.columns.len(), &after.coverage),
        (before.columns.len(), &before.coverage),
        "no column, no cell"
    );
    let numbers = |m: &claims::matrix::Matrix| m.rows.iter().map(|r| r.score.weighted).collect::<Vec<_>>();
    assert_eq!(numbers(&after), numbers(&before), "no number changes");
}

#[test]
fn a_shared_claim_is_one_row_and_findings_come_last() {
    let mut w = world();
    let actor = w.b.actor("third");
    let third = w.b.account("third", &[actor]);
    w.b.share(w.claims[0], third);
    let finding = w.b.finding("Report", actor, "2017-10-26");
    let claim = w.b.claim_of_finding("It was sarin.", finding);
    w.b.answer(claim, w.point, "sarin");
    let m = w.matrix();
    let labels: Vec<&str> = m.rows.iter().map(|r| r.label.as_str()).collect();
    assert_eq!(labels, ["AB1", "C1", "D1"], "one row per claim, by the letters that share it");
    assert_eq!(
        m.rows[2].by.as_deref(),
        Some("third, 26 October 2017"),
        "the body and the date of the finding"
    );
    assert!(m.columns.is_empty() && m.coverage.cells == 0, "no evidence, no columns");
    assert!(matrices(&w.b.case, Whose::Desk).is_empty(), "and nothing to show");
}

#[test]
fn accounts_take_only_links_that_target_an_account() {
    use StanceValue::{Contradicts, Supports};
    let mut w = world();
    w.evidence("of a claim", [Some(Contradicts), Some(Supports)]);
    let account = w.b.case.accounts[0].uuid;
    let item = w.b.item("of an account", "2017-04-10");
    let link = w.b.link_item(item, To::Account(account));
    w.b.stance(link, w.editors[0], Some(Contradicts), None);
    let all = matrices(&w.b.case, Whose::Desk);
    assert_eq!(
        all.iter().map(|m| m.name.as_str()).collect::<Vec<_>>(),
        ["What was released?", "Accounts"],
        "point, then accounts"
    );
    let columns: Vec<&str> = all[1].columns.iter().map(|c| c.label.as_str()).collect();
    assert_eq!(columns, ["E2"], "links of its claims are not an account's");
    assert_eq!(
        (all[1].rows[0].score.weighted, all[1].rows[0].rank, all[1].rows[1].rank),
        (1.0, 2, 1),
        "scored alike"
    );
}

#[test]
fn dependent_sources_count_once_and_fall_together() {
    use StanceValue::{Contradicts, Neutral};
    let mut w = world();
    let (agency, _) = w.evidence("agency", [Some(Contradicts), Some(Neutral)]);
    let (copy, _) = w.evidence("copy", [Some(Contradicts), Some(Neutral)]);
    w.evidence("other", [Some(Neutral), Some(Contradicts)]);
    w.b.derive(copy, agency);
    let m = w.matrix();
    assert_eq!((m.columns.len(), m.n_origins), (3, 2), "three pieces of evidence, two origins");
    assert_eq!(m.columns.iter().map(|c| c.origin).collect::<Vec<_>>(), [1, 1, 2], "which belong together");
    let told: Vec<(LeftOutKind, &str)> = m.leave_one_out.iter().map(|l| (l.what, l.name.as_str())).collect();
    let expected = [
        (LeftOutKind::Evidence, "E1"),
        (LeftOutKind::Evidence, "E2"),
        (LeftOutKind::Origin, "origin of E1, E2"),
    ];
    assert_eq!(
        told, expected,
        "each alone makes a tie, both together turn the order; the third changes nothing"
    );
    assert_eq!(
        m.leave_one_out[2].words, "Without the origin of E1, E2, A1 comes first and B1 second.",
        "in a sentence"
    );
}

#[test]
fn credibility_that_is_not_judged_is_counted_apart() {
    use StanceValue::{Contradicts, NotApplicable, Supports};
    let mut w = world();
    let (_, first) = w.evidence("one", [Some(Contradicts), Some(NotApplicable)]);
    w.evidence("two", [Some(Contradicts), Some(Supports)]);
    w.b.weigh(first[0], Some(6), Some(RelevanceValue::High));
    w.b.weigh(first[1], Some(1), None);
    let m = w.matrix();
    assert_eq!(m.rows[0].score.n_credibility_not_judged, 2, "6 and unset are both not judged");
    assert!(
        (m.rows[0].score.weighted - (1.0 + 2.0_f64.sqrt())).abs() < 1e-12,
        "and weigh 1; relevance still counts"
    );
    let d = &m.columns[0].diagnosticity;
    assert_eq!((d.value, d.n, d.n_not_applicable), (None, 1, 1), "not applicable is left out and counted");
    assert_eq!(m.coverage.covered, 4, "not applicable is covered");
    assert_eq!(
        m.agreement.words, "Not defined: no cell was rated by two editors.",
        "one editor agrees with nobody"
    );
}
