//! Coverage: how many cells of a matrix, row or column have a stance. It stands beside every score, for an empty row is never contradicted.
//!
//! coverage = cells with a settled stance (not applicable included) / all cells; unsettled and unrated cells are not covered and are counted apart.
//!
//! Source: our own.

use crate::grid::{DeskStance, DeskState};
use crate::matrix::Coverage;

/// Coverage over cells.
pub fn coverage<'a>(cells: impl IntoIterator<Item = &'a DeskStance>) -> Coverage {
    let mut out = Coverage { covered: 0, cells: 0, unsettled: 0, unrated: 0 };
    for cell in cells {
        out.cells += 1;
        match cell.state {
            DeskState::Agreed | DeskState::OneReader => out.covered += 1,
            DeskState::Unsettled => out.unsettled += 1,
            DeskState::Unrated => out.unrated += 1,
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::StanceValue;

    #[test]
    fn not_applicable_is_covered_and_disagreement_is_not() {
        let cell = |state, value| DeskStance { state, value, n_editors: 1 };
        let cells = [
            cell(DeskState::OneReader, Some(StanceValue::NotApplicable)),
            cell(DeskState::Agreed, Some(StanceValue::Supports)),
            cell(DeskState::Unsettled, None),
            cell(DeskState::Unrated, None),
            cell(DeskState::Unrated, None),
        ];
        let expected = Coverage { covered: 2, cells: 5, unsettled: 1, unrated: 2 };
        assert_eq!(coverage(&cells), expected, "each cell is counted once, in its kind");
    }
}
