//! The points grid: row states, current answers, comparisons, findings, effort.

use crate::build::{Build, To};
use claims::grid::CellState;
use claims::points::points_grid;
use claims::words::*;

/// Three accounts, one point; what each says ("" = a denial, "-" = silent, "." = not looked at), and what editors said of the pairs.
fn row(answers: [&str; 3], said: &[(usize, usize, Relation)]) -> (RowState, String, String, bool) {
    let mut b = Build::new();
    let point = b.point("What was released?");
    let mut ids = Vec::new();
    for (n, value) in answers.iter().enumerate() {
        let actor = b.actor("speaker");
        let account = b.account("account", &[actor]);
        match *value {
            "." => ids.push(None),
            "-" => {
                b.silence(account, point, "2017-04-12");
                ids.push(None);
            }
            value => ids.push(Some(b.given(account, actor, &format!("2017-04-0{}", n + 1), point, value).1)),
        }
    }
    for (a, other, relation) in said {
        let ids = ids[*a].zip(ids[*other]).expect("both answer");
        b.compare(ids.0, ids.1, Some(*relation), None);
    }
    let grid = points_grid(&b.case, false);
    let row = &grid.rows[0];
    let states: u32 = grid.states.iter().map(|s| s.count).sum();
    assert_eq!((states, grid.states.len()), (1, 7), "every row is counted once, zero counts included");
    (row.state, row.words.clone(), row.letters.clone(), row.common_ground)
}

#[test]
fn each_row_reads_as_its_answers_and_comparisons_say() {
    use Relation::{Compatible, Contradict, Same};
    use RowState as S;
    type Case = ([&'static str; 3], Vec<(usize, usize, Relation)>, RowState, &'static str, &'static str);
    let cases: Vec<Case> = vec![
        (["sarin", "Sarin. ", "."], vec![], S::Agreed, "agreed by 2, not looked at 1", "A = B"),
        (
            ["sarin", "chlorine", "-"],
            vec![],
            S::DifferentNotCompared,
            "different, not compared: 2 answer, silent 1",
            "A ? B",
        ),
        (
            ["sarin", "chlorine", "-"],
            vec![(0, 1, Contradict)],
            S::Contradicted,
            "contradicted: 2 answer, silent 1",
            "A ≠ B",
        ),
        (
            ["sarin", "nerve agent", "."],
            vec![(1, 0, Compatible)],
            S::Compatible,
            "compatible: 2 answer, not looked at 1",
            "A ≈ B",
        ),
        (
            ["sarin", "nerve agent", "."],
            vec![(0, 1, Same)],
            S::Agreed,
            "agreed by 2, not looked at 1",
            "A = B",
        ),
        (
            ["sarin", "sarin", "-"],
            vec![(0, 1, Contradict)],
            S::Contradicted,
            "contradicted: 2 answer, silent 1",
            "A ≠ B",
        ),
        (
            ["sarin", "-", "."],
            vec![],
            S::OneSideOnly,
            "one side only: 1 answers, silent 1, not looked at 1",
            "",
        ),
        (["-", "-", "."], vec![], S::Silent, "silent 2, not looked at 1", ""),
        ([".", ".", "."], vec![], S::NotLookedAt, "not looked at 3", ""),
        (
            ["sarin", "chlorine", "sarin"],
            vec![(0, 1, Contradict), (1, 2, Contradict)],
            S::Contradicted,
            "contradicted: 3 answer",
            "A = C ≠ B",
        ),
        (
            ["x", "y", "z"],
            vec![(0, 1, Contradict), (0, 2, Compatible)],
            S::Contradicted,
            "contradicted: 3 answer",
            "A ≠ B, A ≈ C, B ? C",
        ),
        (
            ["x", "y", "z"],
            vec![(0, 1, Same), (0, 2, Compatible)],
            S::DifferentNotCompared,
            "different, not compared: 3 answer",
            "A = B, A ≈ C, B ? C",
        ),
        (
            ["x", "y", "z"],
            vec![(0, 1, Same), (0, 2, Compatible), (1, 2, Compatible)],
            S::Compatible,
            "compatible: 3 answer",
            "A = B ≈ C",
        ),
        (
            ["x", "y", "z"],
            vec![(0, 1, Contradict), (0, 2, Contradict), (1, 2, Contradict)],
            S::Contradicted,
            "contradicted: 3 answer",
            "A ≠ B ≠ C",
        ),
        (
            ["", "", "."],
            vec![],
            S::DifferentNotCompared,
            "different, not compared: 2 answer, not looked at 1",
            "A ? B",
        ),
    ];
    for (answers, said, state, words, letters) in cases {
        let got = row(answers, &said);
        let ground = matches!(state, S::Agreed | S::Compatible);
        assert_eq!(got, (state, words.to_owned(), letters.to_owned(), ground), "{answers:?} with {said:?}");
    }
}

#[test]
fn a_grid_without_accounts_or_points_is_empty_and_sound() {
    let mut b = Build::new();
    assert!(points_grid(&b.case, true).rows.is_empty(), "no points, no rows");
    b.point("Who?");
    let grid = points_grid(&b.case, true);
    assert_eq!(grid.rows[0].state, RowState::NotLookedAt, "no accounts: nobody has looked");
    assert_eq!(grid.effort_warning, None, "no accounts, no uneven effort");
}

#[test]
fn the_current_answer_is_the_latest_by_the_date_of_its_statement() {
    let mut b = Build::new();
    let point = b.point("Will he receive him?");
    let actor = b.actor("spokesman");
    let account = b.account("account", &[actor]);
    let report = b.item("News report", "2017-04-12");
    let mut ids = Vec::new();
    // Recorded out of order: the dated one of the report, an older dated one elsewhere, two undated ones of the report, one without any date.
    for (value, date, item) in [
        ("confirmed", "2017-04-11", Some(report)),
        ("not planned", "2017-04-05", None),
        ("not on the agenda", "", Some(report)),
        ("if it is decided", "", Some(report)),
        ("long ago", "", None),
    ] {
        let claim = b.claim(value, Some(account));
        b.says(actor, date, ActKind::Asserts, claim, item);
        ids.push(b.answer(claim, point, value));
    }
    let grid = points_grid(&b.case, false);
    let cell = &grid.rows[0].cells[0];
    let current = cell.current.as_ref().unwrap();
    let earlier: Vec<&str> = cell.earlier.iter().filter_map(|a| a.value.as_deref()).collect();
    assert_eq!(
        current.value.as_deref(),
        Some("confirmed"),
        "undated ones stand before the dated one of the same item"
    );
    assert_eq!(
        earlier,
        ["if it is decided", "not on the agenda", "not planned", "long ago"],
        "latest first, undated by their item"
    );
    assert_eq!(
        cell.earlier[0].date.as_deref(),
        Some("2017-04-12"),
        "an undated one shows the date of its item"
    );
    assert_eq!(cell.earlier[3].date, None, "what has no date shows none");
    assert_eq!(grid.rows[0].state, RowState::OneSideOnly, "earlier versions are no second side");
}

#[test]
fn times_of_day_order_statements_of_one_day() {
    let mut b = Build::new();
    let point = b.point("When?");
    let actor = b.actor("spokesman");
    let account = b.account("account", &[actor]);
    b.given(account, actor, "2017-04-05", point, "evening");
    b.case.statements.last_mut().unwrap().earliest = Some("2017-04-05T18:00:00Z".to_owned());
    b.given(account, actor, "2017-04-05", point, "morning");
    b.case.statements.last_mut().unwrap().earliest = Some("2017-04-05T09:00:00+03:00".to_owned());
    let grid = points_grid(&b.case, false);
    assert_eq!(
        grid.rows[0].cells[0].current.as_ref().unwrap().value.as_deref(),
        Some("evening"),
        "by time, not by entry"
    );
}

#[test]
fn a_claim_is_second_hand_until_a_holder_asserts_it() {
    let mut b = Build::new();
    let point = b.point("How?");
    let (ours, theirs, office) = (b.actor("U.S. secretary"), b.actor("ministry"), b.actor("spokesman"));
    let account = b.account("Russian account", &[theirs]);
    let claim = b.claim("A lab was hit.", Some(account));
    b.says(ours, "2017-04-11", ActKind::Reports, claim, None);
    b.answer(claim, point, "a lab");
    let second_hand =
        |b: &Build| points_grid(&b.case, false).rows[0].cells[0].current.as_ref().unwrap().second_hand;
    assert!(second_hand(&b), "only the other side reports it");
    b.says(ours, "2017-04-11", ActKind::Asserts, claim, None);
    assert!(second_hand(&b), "whoever asserts it does not hold the account");
    b.says(office, "2017-04-05", ActKind::Asserts, claim, None);
    b.case.statements.last_mut().unwrap().on_behalf_id = Some(theirs);
    assert!(!second_hand(&b), "a spokesman speaks for the holder");
    b.case.holders[0].from_date = Some("2017-06".to_owned());
    assert!(second_hand(&b), "who did not hold it yet makes it no first-hand claim");
    let shown = points_grid(&b.case, false).rows[0].cells[0].current.clone().unwrap();
    assert_eq!(
        shown.statement.unwrap().speaker,
        "spokesman",
        "without a holder's, the earliest assertion stands"
    );
}

#[test]
fn the_comparison_in_force_is_the_latest_that_none_supersedes() {
    let mut b = Build::new();
    let point = b.point("What?");
    let (one, two) = (b.actor("one"), b.actor("two"));
    let (a, c) = (b.account("first", &[one]), b.account("second", &[two]));
    let (_, x) = b.given(a, one, "2017-04-01", point, "sarin");
    let (_, y) = b.given(c, two, "2017-04-02", point, "sarin");
    let pair = |b: &Build| points_grid(&b.case, false).rows[0].pairs[0].clone();
    assert!(
        pair(&b).offered && pair(&b).relation == Some(Relation::Same),
        "identical values are offered as same"
    );
    let first = b.compare(y, x, Some(Relation::Contradict), None);
    assert_eq!(
        pair(&b).relation,
        Some(Relation::Contradict),
        "an editor's word goes before the offer, either way round"
    );
    let second = b.compare(x, y, Some(Relation::Compatible), Some(first));
    assert_eq!(
        (pair(&b).relation, pair(&b).offered),
        (Some(Relation::Compatible), false),
        "the later supersedes"
    );
    b.compare(x, y, None, Some(second));
    let withdrawn = pair(&b);
    assert_eq!(
        (withdrawn.relation, withdrawn.offered),
        (Some(Relation::Same), true),
        "withdrawn: back to the offer"
    );
    assert_eq!((withdrawn.comparison_id, withdrawn.editor), (None, None), "and nobody said so");
}

#[test]
fn refusals_are_never_offered_as_common_ground() {
    let mut b = Build::new();
    let point = b.point("Who?");
    for n in 0..2 {
        let actor = b.actor("speaker");
        let account = b.account("account", &[actor]);
        let claim = b.claim("no comment", Some(account));
        let said = b.says(actor, &format!("2017-04-0{}", n + 1), ActKind::Asserts, claim, None);
        b.answer_in(claim, point, AnswerKind::Refusal, "no comment", Some(said));
    }
    assert_eq!(
        points_grid(&b.case, false).rows[0].state,
        RowState::DifferentNotCompared,
        "saying nothing twice agrees on nothing"
    );
}

#[test]
fn a_shared_claim_is_the_same_answer() {
    let mut b = Build::new();
    let point = b.point("Whose aircraft?");
    let (one, two) = (b.actor("one"), b.actor("two"));
    let (a, c) = (b.account("first", &[one]), b.account("second", &[two]));
    let (claim, _) = b.given(a, one, "2017-04-01", point, "");
    b.share(claim, c);
    let row = &points_grid(&b.case, false).rows[0];
    assert_eq!((row.state, row.letters.as_str()), (RowState::Agreed, "A = B"), "one answer, given by two");
    assert!(!row.cells[0].current.as_ref().unwrap().second_hand, "its speaker holds the first account");
    assert!(row.cells[1].current.as_ref().unwrap().second_hand, "no holder of the second has said it");
}

#[test]
fn findings_stand_beside_and_never_make_the_row() {
    let mut b = Build::new();
    let point = b.point("When?");
    let (one, body) = (b.actor("one"), b.actor("mechanism"));
    let account = b.account("first", &[one]);
    let (_, x) = b.given(account, one, "2017-04-05", point, "11:30 to 12:30");
    let finding = b.finding("Seventh report", body, "2017-10-26");
    let claim = b.claim_of_finding("About 06:30.", finding);
    let y = b.answer(claim, point, "06:30 to 07:00");
    b.compare(x, y, Some(Relation::Contradict), None);
    let grid = points_grid(&b.case, false);
    let row = &grid.rows[0];
    assert_eq!(
        (row.state, row.n_answer, row.pairs.len()),
        (RowState::OneSideOnly, 1, 0),
        "the finding is not a side"
    );
    let cell = &row.finding_cells[0];
    assert_eq!(
        cell.pairs[0].relation,
        Some(Relation::Contradict),
        "what the editor said stands in the finding's cell"
    );
    assert_eq!(
        (cell.pairs[0].a.as_str(), cell.pairs[0].b.as_str()),
        ("A", "B"),
        "letters go on after the accounts"
    );
    assert_eq!(cell.answer.as_ref().unwrap().date.as_deref(), Some("2017-10-26"), "dated by its finding");
    assert_eq!(grid.findings[0].letter, "B", "the column too");
}

#[test]
fn an_answer_given_since_shows_with_the_silence_recorded_before() {
    let mut b = Build::new();
    let point = b.point("When?");
    let one = b.actor("one");
    let account = b.account("first", &[one]);
    b.silence(account, point, "2017-04-12");
    b.given(account, one, "2017-04-20", point, "noon");
    let cell = &points_grid(&b.case, false).rows[0].cells[0];
    assert_eq!(
        (cell.state, cell.silences.len()),
        (CellState::Answered, 1),
        "the answer counts, the silence is shown"
    );
}

#[test]
fn strips_count_settled_stances_only() {
    let mut b = Build::new();
    let point = b.point("What?");
    let (one, ed, other) = (b.actor("one"), b.editor("Ada"), b.editor("Ben"));
    let account = b.account("first", &[one]);
    let (claim, _) = b.given(account, one, "2017-04-01", point, "sarin");
    let mut links = Vec::new();
    for n in 0..5 {
        let item = b.item(&format!("item {n}"), "2017-04-01");
        links.push(b.link_item(item, To::Claim(claim)));
    }
    b.stance(links[0], ed, Some(StanceValue::StronglySupports), None);
    b.stance(links[1], ed, Some(StanceValue::Contradicts), None);
    b.stance(links[2], ed, Some(StanceValue::Neutral), None);
    b.stance(links[3], ed, Some(StanceValue::Supports), None);
    b.stance(links[3], other, Some(StanceValue::Contradicts), None);
    let grid = points_grid(&b.case, false);
    let answer = grid.rows[0].cells[0].current.as_ref().unwrap();
    assert_eq!((answer.n_for, answer.n_against, answer.n_unrated), (1, 1, 2), "one unsettled, one unrated");
    let labels: Vec<&str> = answer.strip.iter().map(|m| m.label.as_str()).collect();
    assert_eq!(labels, ["E1", "E2", "E3", "E4", "E5"], "in the order of the evidence");
}

#[test]
fn common_ground_first_moves_rows_and_keeps_numbers() {
    let mut b = Build::new();
    let (one, two) = (b.actor("one"), b.actor("two"));
    let (a, c) = (b.account("first", &[one]), b.account("second", &[two]));
    for (value, other) in [("x", "y"), ("same", "same"), ("z", ""), ("both", "both")] {
        let point = b.point(value);
        b.given(a, one, "2017-04-01", point, value);
        b.given(c, two, "2017-04-02", point, other);
    }
    let numbers: Vec<u32> = points_grid(&b.case, true).rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [2, 4, 1, 3], "common ground first, each group in the order of the points");
}

#[test]
fn uneven_effort_is_said_in_plain_words() {
    let mut b = Build::new();
    let (one, two) = (b.actor("one"), b.actor("two"));
    let (a, c) = (b.account("first", &[one]), b.account("second", &[two]));
    let (x, _) = {
        let point = b.point("What?");
        b.given(c, two, "2017-04-09", point, "y");
        b.given(a, one, "2017-04-01", point, "x")
    };
    assert_eq!(points_grid(&b.case, false).effort_warning, None, "little was done for either");
    for n in 0..5 {
        let item = b.item(&format!("item {n}"), "2017-04-01");
        b.link_item(item, To::Claim(x));
        b.inquire(Some(a), None);
    }
    b.inquire(Some(c), None);
    b.inquire(Some(c), None);
    let grid = points_grid(&b.case, false);
    let expected = "Effort is uneven. Inquiries: A has 5, B has 2; evidence links: A has 5, B has 0.";
    assert_eq!(grid.effort_warning.as_deref(), Some(expected), "less than half, and three fewer");
    assert_eq!((grid.effort[0].links, grid.effort[0].rated), (5, 0), "linked and rated are counted apart");
}

#[test]
fn accounts_stand_by_their_first_statement_until_an_editor_orders_them() {
    let mut b = Build::new();
    let (one, two) = (b.actor("one"), b.actor("two"));
    let (late, early) = (b.account("late", &[one]), b.account("early", &[two]));
    let mute = b.account("mute", &[]);
    let point = b.point("What?");
    b.given(late, one, "2017-04-11", point, "x");
    let (claim, _) = b.given(early, two, "2017-04-05", point, "y");
    let order = |b: &Build| b.case.accounts_in_order().iter().map(|a| a.uuid).collect::<Vec<_>>();
    assert_eq!(order(&b), [early, late, mute], "by first statement; without one last");
    b.says(one, "2017-04-01", ActKind::Denies, claim, None);
    assert_eq!(order(&b), [early, late, mute], "a denial is no statement of the account it denies");
    b.case.accounts[2].position = Some("V".to_owned());
    assert_eq!(order(&b), [mute, early, late], "what an editor placed comes first");
    assert_eq!(b.case.letter_of(late).as_deref(), Some("C"), "letters follow the order");
}
