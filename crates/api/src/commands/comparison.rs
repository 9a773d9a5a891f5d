//! Comparison: what an editor says of two answers, and the grid and matrices that follow from it all.

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, adds, editor, living, noun};
use crate::table::{Command, command};
use crate::wire::{Shown, Wrote, answer, wire};
use claims::grid::PointsGrid;
use claims::ids::{AccountId, ActorId, AnswerId, CaseId, ComparisonId, PointId};
use claims::matrix::{Matrix, MatrixOf, Whose};
use claims::records::{Answer, Comparison};
use claims::side_by_side::SideBySide;
use claims::words::Relation;
use ledger::{Filter, Tx};

adds! {
    /// Says how two answers to one point relate; supersedes what was said of the pair before.
    ComparisonAdd => Comparison as ComparisonId {
        /// One answer.
        answer_id: AnswerId,
        /// The other.
        other_id: AnswerId,
        /// Same, compatible or contradict; null withdraws.
        relation: Option<Relation>,
        /// Why.
        reason: String,
    } |tx, me| {
        case_id: pair(tx, me)?.case_id,
        editor_id: editor(tx)?,
        supersedes_id: latest(tx, me)?
    }
}

fn pair(tx: &Tx<'_>, request: &ComparisonAdd) -> Result<Answer, Problem> {
    let one = living::<Answer>(tx, request.answer_id.0)?;
    let other = living::<Answer>(tx, request.other_id.0)?;
    if one.uuid == other.uuid {
        return Err(Problem::new(Code::Rule, "an answer is not compared with itself").field("other_id"));
    }
    if one.point_id != other.point_id {
        return Err(Problem::new(Code::Rule, "only answers to one point are compared")
            .field("other_id")
            .hint("Choose two answers of the same row."));
    }
    Ok(one)
}

fn latest(tx: &Tx<'_>, request: &ComparisonAdd) -> Result<Option<ComparisonId>, Problem> {
    let mut of_pair = Vec::new();
    for (a, b) in [(request.answer_id, request.other_id), (request.other_id, request.answer_id)] {
        let found: Vec<Comparison> = tx.list(&Filter {
            equal: vec![("answer_id", a.0), ("other_id", b.0)],
            trashed: Some(false),
            ..Filter::default()
        })?;
        of_pair.extend(found);
    }
    Ok(of_pair.into_iter().map(|comparison| comparison.uuid).max())
}

wire! {
    /// The points grid of a case.
    pub struct ComparePoints {
        /// The case.
        pub case_id: CaseId,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
        /// True: without the ratings of others that the acting editor has still to read a second time, and has not rated.
        pub blind: Option<bool>,
        /// Agreed and compatible rows first.
        pub common_ground_first: Option<bool>,
    }

    /// Two or three accounts side by side.
    pub struct CompareSides {
        /// The case.
        pub case_id: CaseId,
        /// Two or three accounts, in the order in which they are to stand.
        pub account_ids: Vec<AccountId>,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
    }

    /// One evidence matrix of a case, or all.
    pub struct CompareMatrix {
        /// The case.
        pub case_id: CaseId,
        /// The point whose competing claims are the rows.
        pub point_id: Option<PointId>,
        /// The accounts are the rows. Without a point and without this: every matrix of the case.
        pub accounts: Option<bool>,
        /// Name of the editor whose own stances are shown; none = the desk's.
        pub whose: Option<String>,
        /// Labels of columns left out, for example E8.
        pub left_out: Option<Vec<String>>,
        /// Sources left out: every column of these actors.
        pub left_out_sources: Option<Vec<ActorId>>,
        /// An operation's id, or a time. None = now.
        pub as_of: Option<String>,
        /// A day: only what was public by then.
        pub known_by: Option<String>,
    }
}

answer! {
    /// The points grid of a case.
    pub struct PointsView {
        /// Where it stands.
        pub shown: Shown,
        #[serde(flatten)]
        /// The grid.
        pub grid: PointsGrid,
    }

    /// Accounts side by side.
    pub struct SidesView {
        /// Where they stand.
        pub shown: Shown,
        #[serde(flatten)]
        /// The accounts, and the points that they speak to.
        pub sides: SideBySide,
    }

    /// Matrices of a case.
    pub struct Matrices {
        /// Where they stand.
        pub shown: Shown,
        /// In the order of the points; that of the accounts last.
        pub matrices: Vec<Matrix>,
    }
}

fn points(desk: &mut Desk, context: &Context, request: ComparePoints) -> Result<PointsView, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let covered = at::hidden(desk, context, request.case_id, request.blind)?;
    let case = claims::blind::without(case, &covered);
    Ok(PointsView {
        shown: Shown::of(&case),
        grid: claims::points::points_grid(&case, request.common_ground_first.unwrap_or(false)),
    })
}

fn matrix(desk: &mut Desk, _: &Context, request: CompareMatrix) -> Result<Matrices, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let whose = match &request.whose {
        None => Whose::Desk,
        Some(name) => {
            let known = desk.editor_called(name)?.ok_or_else(|| {
                Problem::new(Code::NotFound, format!("no editor is called {name}")).field("whose")
            })?;
            Whose::Editor(known.uuid)
        }
    };
    let labels = request.left_out.unwrap_or_default();
    let sources = request.left_out_sources.unwrap_or_default();
    let wholes = match (request.point_id, request.accounts.unwrap_or(false)) {
        (Some(point), _) => vec![claims::evidence_matrix::matrix(&case, MatrixOf::Point(point), whose, &[])?],
        (None, true) => vec![claims::evidence_matrix::matrix(&case, MatrixOf::Accounts, whose, &[])?],
        (None, false) => claims::evidence_matrix::matrices(&case, whose),
    };
    let columns = || wholes.iter().flat_map(|whole| &whole.columns);
    if let Some(unknown) = labels.iter().find(|label| !columns().any(|column| column.label == **label)) {
        return Err(Problem::new(Code::NotFound, format!("no column shown is {unknown}"))
            .hint("Leave out columns by the labels they show, such as E3.")
            .field("left_out"));
    }
    if let Some(unknown) = sources.iter().find(|id| !columns().any(|column| column.source_id == Some(**id))) {
        return Err(Problem::new(Code::NotFound, format!("no column shown is of the source {unknown}"))
            .field("left_out_sources"));
    }
    let mut matrices = Vec::new();
    for whole in wholes {
        let gone = |column: &&claims::matrix::MatrixColumn| {
            labels.contains(&column.label) || column.source_id.is_some_and(|id| sources.contains(&id))
        };
        let out: Vec<String> = whole.columns.iter().filter(gone).map(|column| column.label.clone()).collect();
        if out.is_empty() {
            matrices.push(whole);
            continue;
        }
        let of = whole.point_id.map_or(MatrixOf::Accounts, MatrixOf::Point);
        matrices.push(claims::evidence_matrix::matrix(&case, of, whose, &out)?);
    }
    Ok(Matrices { shown: Shown::of(&case), matrices })
}

fn sides(desk: &mut Desk, _: &Context, request: CompareSides) -> Result<SidesView, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let sides = claims::side_by_side::side_by_side(&case, &request.account_ids)?;
    Ok(SidesView { shown: Shown::of(&case), sides })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Read "compare.points", ComparePoints => PointsView, points, "The points grid: what each account and finding says to each point, and how they compare."),
        command!(Read "compare.matrix", CompareMatrix => Matrices, matrix, "The evidence matrix of a point, of the accounts, or all: scores, diagnosticity, coverage, leave-one-out, each explained."),
        command!(Read "compare.side_by_side", CompareSides => SidesView, sides, "Two or three accounts side by side: their statements in the order of time, and what only one of them speaks to."),
        command!(Write "comparison.add", ComparisonAdd => Wrote<Comparison>, record::add::<ComparisonAdd>, "Says of two answers to one point that they are the same, compatible or contradict, with a reason."),
    ];
    all.extend(noun!(Comparison, judgement list "comparison.list", show "comparison.show", trash "comparison.trash", restore "comparison.restore"));
    all
}
