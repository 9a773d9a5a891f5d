//! What each part of a report says.

use claims::grid::{Effort, PointRow};
use claims::matrix::{Agreement, Coverage, LeftOut};
use claims::words::{RowState, TranslationStatus};

/// How many stand side by side.
pub(crate) struct Counts<'a> {
    pub accounts: usize,
    pub points: usize,
    pub findings: usize,
    /// States that occur, with their number of rows.
    pub states: &'a [(RowState, u32)],
}

/// The points and the ratings.
pub(crate) struct Summary {
    pub counts: fn(&Counts<'_>) -> String,
    /// State of a row with its counts.
    pub row: fn(&PointRow) -> String,
    pub effort_warning: fn(&[Effort]) -> Option<String>,
    pub one_reader_note: &'static str,
    pub point: &'static str,
    pub findings: &'static str,
    pub rating: &'static str,
    pub caption: &'static str,
    pub later_differs: fn(&str) -> String,
    pub silent: &'static str,
    pub no_finding: &'static str,
    pub nothing_to_rate: &'static str,
    pub denies: &'static str,
    pub denies_plainly: &'static str,
    pub refuses: &'static str,
    /// A scale with its version.
    pub scale: fn(&str, u32) -> String,
    pub not_rated: &'static str,
    pub not_rated_why: &'static str,
}

/// What all accounts agree on.
pub(crate) struct Grounds {
    pub none: &'static str,
}

/// Points at issue, side by side.
pub(crate) struct Points {
    pub none: &'static str,
    pub findings: &'static str,
    pub caption: &'static str,
    pub held_by: fn(&[String]) -> String,
    pub steelman: &'static str,
    pub looked_for: &'static str,
    /// For which account and which point something was looked for; one of them is given.
    pub what_for: fn(Option<&str>, Option<u32>) -> String,
    /// Where, and up to when.
    pub looked_in: fn(&str, &str) -> String,
    pub earlier: fn(&str) -> String,
    pub second_hand: &'static str,
    pub for_against: fn(u32, u32) -> String,
    pub without_stance: fn(u32) -> String,
    pub standard: fn(&str) -> String,
    pub findings_note: &'static str,
}

/// Claim by claim.
pub(crate) struct Claims {
    pub none: &'static str,
    pub no_statement: &'static str,
    pub by: &'static str,
    /// Accounts that it is part of.
    pub part_of: fn(&[String]) -> String,
    /// Before the body; with the finding's own name, if it has one.
    pub finding_of: fn(Option<&str>) -> String,
    pub standard: fn(&str) -> String,
    pub earlier: &'static str,
    pub second_hand: &'static str,
    pub would_change: &'static str,
    pub found: &'static str,
    pub not_found: &'static str,
    pub looked_in: fn(&str) -> String,
}

/// A statement as printed.
pub(crate) struct Statements {
    /// In brackets after a translation: who made it, and where it stands.
    pub translated: fn(Option<&str>, Option<TranslationStatus>) -> String,
    /// Before the date of the earlier statement.
    pub differs: &'static str,
    pub on_behalf: fn(&str) -> String,
    /// The item, and through whom.
    pub in_item: fn(&str, Option<&str>) -> String,
    pub spoken_in: fn(&str) -> String,
}

/// Who rated what stands, and who agreed.
pub(crate) struct Provenance<'a> {
    pub scale: &'a str,
    pub until: &'a str,
    pub editor: &'a str,
    pub second: Option<&'a str>,
}

/// Ratings.
pub(crate) struct Rating {
    pub verdict: &'static str,
    pub assessment: &'static str,
    pub one_reader: &'static str,
    pub likelihood: &'static str,
    pub confidence: &'static str,
    pub provenance: fn(&Provenance<'_>) -> String,
    /// Who, and why.
    pub disagreed: fn(&str, &str) -> String,
    pub others: &'static str,
    pub superseded: &'static str,
    /// Evidence until, and who.
    pub as_of_by: fn(&str, &str) -> String,
    pub because: fn(&str) -> String,
    /// Rated, and not shown to the reader of this copy.
    pub covered: &'static str,
    pub covered_short: &'static str,
    /// In the place of a citation that leads nowhere; in a preview alone.
    pub broken: &'static str,
}

/// The evidence on a claim.
pub(crate) struct Evidence {
    pub none: &'static str,
    pub supports: &'static str,
    pub against: &'static str,
    pub none_linked: &'static str,
    /// Pieces and origins, where these are fewer.
    pub pieces: fn(usize, usize) -> String,
    pub either: &'static str,
    pub open: &'static str,
    pub relevance: fn(&str) -> String,
    pub credibility: fn(&str) -> String,
    pub credibility_not_judged: &'static str,
    pub source: &'static str,
    pub reliability: fn(&str) -> String,
    pub nothing: &'static str,
    pub no_item: &'static str,
    pub an_excerpt: &'static str,
    pub bears: fn(&str) -> String,
    pub one_reader: fn(&str) -> String,
    /// Readings in force, joined.
    pub unsettled: fn(&str) -> String,
}

/// Timeline.
pub(crate) struct Timeline {
    pub none: &'static str,
    pub caption: &'static str,
    pub heads: [&'static str; 3],
    pub left_out: fn(&str) -> String,
    pub date_of_item: &'static str,
    pub the_event: &'static str,
    pub an_event: &'static str,
    pub not_recorded: &'static str,
    pub finding: &'static str,
    pub differs: &'static str,
}

/// Evidence matrix.
pub(crate) struct MatrixWords {
    pub none: &'static str,
    pub marks: &'static str,
    pub lower_is_better: &'static str,
    pub accounts: &'static str,
    pub the_evidence: &'static str,
    pub source: fn(&str) -> String,
    pub reliability: fn(&str) -> String,
    pub bears: fn(&str) -> String,
    /// Coverage, and the number of origins.
    pub coverage: fn(&Coverage, u32) -> String,
    pub agreement: fn(&Agreement) -> String,
    pub nothing_changes: &'static str,
    pub hangs_on: &'static str,
    /// What leaving something out does; with the labels of the rows.
    pub left_out: fn(&LeftOut, &[String]) -> String,
    pub claim: &'static str,
    /// Score, rank, covered.
    pub margins: [&'static str; 3],
    /// "3 of 8".
    pub of: fn(u32, u32) -> String,
    pub diagnosticity: &'static str,
    pub caption: fn(&str) -> String,
    /// Which columns a part of a wide matrix shows.
    pub columns: fn(usize, usize) -> String,
    /// From a number to a number.
    pub range: fn(&str, &str) -> String,
    pub unweighted: fn(&str) -> String,
    pub not_judged: fn(u32) -> String,
}

/// How the desk worked.
pub(crate) struct Method {
    pub paragraphs: [&'static str; 4],
    pub numbers: &'static str,
    pub formulas_caption: &'static str,
    pub formulas_heads: [&'static str; 3],
    /// Name, what it is, source.
    pub formulas: [[&'static str; 3]; 6],
    pub likelihood: &'static str,
    /// With each band and its range.
    pub bands: fn(&[(&str, &str)]) -> String,
    pub sources: &'static str,
    /// With the grades and the degrees of credibility, joined.
    pub grades: fn(&str, &str) -> String,
    pub effort: &'static str,
    pub effort_caption: &'static str,
    pub effort_heads: [&'static str; 5],
    pub scale: fn(&str, u32) -> String,
    pub scale_caption: fn(&str) -> String,
    pub scale_heads: [&'static str; 3],
    pub no_number: &'static str,
    pub no_meaning: &'static str,
}

/// Right of reply.
pub(crate) struct Reply {
    pub none: &'static str,
    pub no_date: &'static str,
    /// By when an answer was asked for.
    pub by: fn(&str) -> String,
    pub no_answer: &'static str,
    /// None came, and the day is over.
    pub no_answer_by: fn(&str) -> String,
    pub heads: [&'static str; 3],
    pub caption: &'static str,
}

/// A verdict that supersedes another.
pub(crate) struct Corrected<'a> {
    pub claim: &'a str,
    pub was: Option<&'a str>,
    pub is: &'a str,
}

/// Corrections.
pub(crate) struct Corrections {
    pub verdict: &'static str,
    /// A rating with the date up to which evidence was weighed.
    pub rating: fn(&str, &str) -> String,
    pub rated: fn(&Corrected<'_>) -> String,
    pub reason: fn(&str) -> String,
    pub report: &'static str,
    /// This number, and the one that it supersedes if that is in view.
    pub supersedes: fn(&str, Option<&str>) -> String,
    pub none: &'static str,
    /// Numbers of the reports published so far.
    pub published: fn(&[String]) -> String,
    pub how: &'static str,
}

/// Integrity annex.
pub(crate) struct Integrity {
    pub about: &'static str,
    pub copies: &'static str,
    pub no_copy: &'static str,
    pub copies_caption: &'static str,
    pub copies_heads: [&'static str; 5],
    pub bytes: fn(u64) -> String,
    pub intact: &'static str,
    pub changed: &'static str,
    pub missing: &'static str,
    pub size_fits: &'static str,
    pub not_checked: &'static str,
    pub excerpts: &'static str,
    pub excerpts_caption: &'static str,
    pub excerpts_heads: [&'static str; 3],
    /// How well it fits, from 0 to 1.
    pub moved: fn(Option<f64>) -> String,
    pub lost: &'static str,
    pub custody: &'static str,
    pub custody_caption: &'static str,
    pub custody_heads: [&'static str; 4],
    /// "In a bag: {name}", "As a copy, to be opened: {name}".
    pub in_bag: fn(&str) -> String,
    pub as_copy: fn(&str) -> String,
    pub files: &'static str,
    pub files_caption: &'static str,
    pub files_heads: [&'static str; 3],
    /// Number of the report and format.
    pub file: fn(&str, &str) -> String,
    pub chain: &'static str,
    pub shown_at: fn(&str) -> String,
    pub heads_caption: &'static str,
    pub heads: [&'static str; 4],
    pub check: &'static str,
    pub check_copy: &'static str,
    pub check_case: &'static str,
    pub check_workspace: &'static str,
    pub unseen: &'static str,
}
