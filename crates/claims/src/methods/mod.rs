//! THE FORMULAS: one file each, with its source. docs/methods.md says the same in prose, under the same names.

pub mod agreement;
pub mod contradiction_score;
pub mod coverage;
pub mod desk_stance;
pub mod diagnosticity;
pub mod independence;
pub mod leave_one_out;
