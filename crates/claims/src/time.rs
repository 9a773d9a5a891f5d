//! Times of day as spans: the earliest and the latest instant, with a zone if one is known.

use crate::rule_error::RuleError;
use chrono::{DateTime, Utc};

/// Checks the two instants (RFC 3339, with an offset) of a statement: both readable, earliest not after latest.
///
/// # Errors
/// `bad_time` if one cannot be read, `times_reversed` if they stand the wrong way round.
pub fn check_span(earliest: Option<&str>, latest: Option<&str>) -> Result<(), RuleError> {
    let read = |text: &str| {
        instant(text).ok_or_else(|| {
            let words = format!("“{text}” is not an instant.");
            RuleError::new(
                "bad_time",
                words,
                "Write 2017-04-04T06:30:00+03:00, or leave it empty where the zone is not known.",
            )
        })
    };
    let earliest = earliest.map(read).transpose()?;
    let latest = latest.map(read).transpose()?;
    if let (Some(earliest), Some(latest)) = (earliest, latest)
        && earliest > latest
    {
        let words = "The earliest time stands after the latest.";
        return Err(RuleError::new("times_reversed", words, "Put the earlier of the two first."));
    }
    Ok(())
}

/// Checks a time zone's form: an IANA name such as "Asia/Damascus", or "UTC". The database of zones is not consulted.
///
/// # Errors
/// `bad_zone` if it cannot be one.
pub fn check_zone(zone: &str) -> Result<(), RuleError> {
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
    };
    if zone.len() <= 64 && zone.split('/').all(part) {
        return Ok(());
    }
    let words = format!("“{zone}” is not the name of a time zone.");
    Err(RuleError::new(
        "bad_zone",
        words,
        "Write its IANA name, such as Asia/Damascus, or leave it empty: unknown stays unknown.",
    ))
}

/// Reads an instant (RFC 3339, any offset) as UTC.
pub fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|t| t.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_readable_and_run_forward() {
        for (earliest, latest, code) in [
            (None, None, None),
            (Some("2017-04-04T06:30:00+03:00"), None, None),
            (Some("2017-04-04T06:30:00+03:00"), Some("2017-04-04T03:30:00Z"), None),
            (Some("2017-04-04T06:30:00Z"), Some("2017-04-04T06:30:00+03:00"), Some("times_reversed")),
            (Some("06:30"), None, Some("bad_time")),
            (None, Some("2017-04-04T25:00:00Z"), Some("bad_time")),
            (None, Some("2017-04-04T06:30:00"), Some("bad_time")),
        ] {
            let got = check_span(earliest, latest).err().map(|e| e.code);
            assert_eq!(got, code, "span {earliest:?} to {latest:?}");
        }
    }

    #[test]
    fn zones_look_like_zones() {
        for zone in ["UTC", "Asia/Damascus", "America/Argentina/Buenos_Aires", "Etc/GMT+3"] {
            assert!(check_zone(zone).is_ok(), "{zone} is one");
        }
        for zone in ["", "+03:00", "../etc", "Damascus time", "a//b"] {
            assert!(check_zone(zone).is_err(), "{zone:?} is none");
        }
    }
}
