//! The evidence matrix: which claims compete, which evidence bears on them, and the numbers in its margins.
//!
//! Links to an item or to a link form no cell: they are remarks on that column or cell and change no number.

pub mod around;
mod cells;
mod columns;
mod context;
mod explain;
mod margins;
pub mod on_claim;
mod rows;

use crate::case_at::CaseAt;
use crate::index::{Index, alive};
use crate::matrix::*;
use crate::rule_error::RuleError;
use context::Context;

/// The evidence matrix of a point or of the accounts, without the columns whose labels are left out: every number is then as if they were not there.
///
/// # Errors
/// `not_found` if there is no such point, or no column of a label that is left out.
pub fn matrix(case: &CaseAt, of: MatrixOf, whose: Whose, left_out: &[String]) -> Result<Matrix, RuleError> {
    let case = alive(case);
    let index = Index::new(&case);
    build(&Context::new(&index), of, whose, left_out)
}

/// Every matrix that has something in it: each point with two or more competing claims and evidence on one of them, in the order of the points,
/// then the accounts if any evidence bears on one.
pub fn matrices(case: &CaseAt, whose: Whose) -> Vec<Matrix> {
    let case = alive(case);
    let index = Index::new(&case);
    let context = Context::new(&index);
    let points = case.points_in_order().into_iter().map(|point| MatrixOf::Point(point.uuid));
    points
        .chain([MatrixOf::Accounts])
        .filter_map(|of| build(&context, of, whose, &[]).ok())
        .filter(|matrix| matrix.rows.len() >= 2 && !matrix.columns.is_empty())
        .collect()
}

fn build(
    context: &Context<'_, '_>,
    of: MatrixOf,
    whose: Whose,
    left_out: &[String],
) -> Result<Matrix, RuleError> {
    let (name, point_id, heads) = match of {
        MatrixOf::Accounts => ("Accounts".to_owned(), None, rows::accounts(context)),
        MatrixOf::Point(id) => {
            let points = context.index.case.points_in_order();
            let place = points.iter().position(|point| point.uuid == id).ok_or_else(|| {
                RuleError::new(
                    "not_found",
                    "There is no such point in this case.",
                    "Ask for a point of this case.",
                )
            })?;
            (points[place].question.clone(), Some(id), rows::claims(context, points[place], place + 1))
        }
    };
    let (columns, links) = columns::find(context, &heads, left_out)?;
    let grid = cells::grid(context, whose, &heads, &columns, &links);
    Ok(margins::assemble(context, name, point_id, heads, columns, grid))
}
