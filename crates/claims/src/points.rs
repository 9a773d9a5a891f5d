//! The points grid: what each account and finding says to each point, and what the row then reads.

use crate::case_at::CaseAt;
use crate::grid::*;

/// The points grid of a case; `common_ground_first` puts agreed and compatible rows on top.
pub fn points_grid(case: &CaseAt, common_ground_first: bool) -> PointsGrid {
    let _ = (case, common_ground_first);
    PointsGrid {
        accounts: Vec::new(),
        findings: Vec::new(),
        rows: Vec::new(),
        states: Vec::new(),
        effort: Vec::new(),
        effort_warning: None,
    }
}
