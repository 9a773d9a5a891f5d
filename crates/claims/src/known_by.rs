//! `known_by`: the case as far as it was public on a day in the world.

use crate::case_at::CaseAt;
use chrono::NaiveDate;

/// The case as it was known in the world by the end of this day.
pub fn known_by(case: CaseAt, day: NaiveDate) -> CaseAt {
    let mut case = case.living();
    case.known_by = Some(day.format("%Y-%m-%d").to_string());
    case
}
