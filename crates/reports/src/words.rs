//! The report's own words for the closed word lists: neutral, and one word per thing.

use claims::words::*;

pub(crate) fn section(section: Section) -> &'static str {
    match section {
        Section::Summary => "The points and the ratings",
        Section::CommonGround => "What all accounts agree on",
        Section::Points => "Points at issue, side by side",
        Section::Claims => "Claim by claim",
        Section::Timeline => "Timeline",
        Section::Matrix => "Evidence matrix",
        Section::Method => "Method",
        Section::Sources => "Sources",
        Section::Reply => "Right of reply",
        Section::Corrections => "Corrections",
        Section::Integrity => "Integrity",
    }
}

pub(crate) fn claim_kind(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Factual => "factual claim",
        ClaimKind::Legal => "legal claim",
        ClaimKind::Prediction => "prediction",
        ClaimKind::Opinion => "opinion",
        ClaimKind::Position => "position (demand, wish or commitment)",
        ClaimKind::Unclear => "unclear claim",
    }
}

/// Why a claim of this kind has no rating here.
pub(crate) fn unrated(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Factual => "unrated",
        ClaimKind::Legal => "unrated: a legal claim is rated only on a scale made for law",
        ClaimKind::Prediction => "a prediction: kept, takes no truth rating",
        ClaimKind::Opinion => "an opinion: kept, takes no truth rating",
        ClaimKind::Position => "a position: kept, takes no truth rating",
        ClaimKind::Unclear => "unrated: not yet clear what is claimed",
    }
}

/// The same in a word or two, for a table.
pub(crate) fn unrated_short(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Factual | ClaimKind::Legal | ClaimKind::Unclear => "unrated",
        ClaimKind::Prediction => "prediction, not rated",
        ClaimKind::Opinion => "opinion, not rated",
        ClaimKind::Position => "position, not rated",
    }
}

pub(crate) fn takes_rating(kind: ClaimKind) -> bool {
    !matches!(kind, ClaimKind::Prediction | ClaimKind::Opinion | ClaimKind::Position)
}

pub(crate) fn act(act: ActKind) -> &'static str {
    match act {
        ActKind::Asserts => "asserts it",
        ActKind::Denies => "denies it",
        ActKind::Reports => "reports that another says so",
        ActKind::Concedes => "concedes it",
    }
}

pub(crate) fn wording(wording: Wording) -> Option<&'static str> {
    match wording {
        Wording::Quotation => None,
        Wording::PartialQuotation => Some("partly quoted"),
        Wording::Paraphrase => Some("in indirect speech"),
    }
}

pub(crate) fn stance(value: StanceValue) -> &'static str {
    match value {
        StanceValue::StronglySupports => "strongly supports",
        StanceValue::Supports => "supports",
        StanceValue::Neutral => "neutral",
        StanceValue::Contradicts => "contradicts",
        StanceValue::StronglyContradicts => "strongly contradicts",
        StanceValue::NotApplicable => "not applicable",
    }
}

pub(crate) fn relevance(value: RelevanceValue) -> &'static str {
    match value {
        RelevanceValue::Low => "low",
        RelevanceValue::Medium => "medium",
        RelevanceValue::High => "high",
    }
}

/// Credibility of the information (Admiralty code).
pub(crate) fn credibility(value: u8) -> &'static str {
    match value {
        1 => "1, confirmed by other sources",
        2 => "2, probably true",
        3 => "3, possibly true",
        4 => "4, doubtful",
        5 => "5, improbable",
        _ => "6, cannot be judged",
    }
}

/// Reliability of the source (Admiralty code).
pub(crate) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "A, completely reliable",
        Grade::B => "B, usually reliable",
        Grade::C => "C, fairly reliable",
        Grade::D => "D, not usually reliable",
        Grade::E => "E, unreliable",
        Grade::F => "F, cannot be judged",
    }
}

/// Likelihood with its band (ICD 203).
pub(crate) fn likelihood(value: Likelihood) -> &'static str {
    match value {
        Likelihood::AlmostNoChance => "Almost no chance, 1 to 5 %",
        Likelihood::VeryUnlikely => "Very unlikely, 5 to 20 %",
        Likelihood::Unlikely => "Unlikely, 20 to 45 %",
        Likelihood::RoughlyEvenChance => "Roughly even chance, 45 to 55 %",
        Likelihood::Likely => "Likely, 55 to 80 %",
        Likelihood::VeryLikely => "Very likely, 80 to 95 %",
        Likelihood::AlmostCertain => "Almost certain, 95 to 99 %",
    }
}

pub(crate) fn confidence(value: Confidence) -> &'static str {
    match value {
        Confidence::Low => "Low",
        Confidence::Moderate => "Moderate",
        Confidence::High => "High",
    }
}

pub(crate) fn state(state: RowState) -> &'static str {
    match state {
        RowState::Agreed => "agreed",
        RowState::Compatible => "compatible",
        RowState::Contradicted => "contradicted",
        RowState::DifferentNotCompared => "different, not compared",
        RowState::OneSideOnly => "one side only",
        RowState::Silent => "silent",
        RowState::NotLookedAt => "not looked at",
    }
}

pub(crate) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "the same as",
        Relation::Compatible => "compatible with",
        Relation::Contradict => "in contradiction with",
    }
}

pub(crate) fn format(format: ReportFormat) -> &'static str {
    match format {
        ReportFormat::Html => "HTML",
        ReportFormat::Pdf => "PDF",
        ReportFormat::Md => "Markdown",
        ReportFormat::Claimreview => "ClaimReview",
        ReportFormat::Json => "JSON",
        ReportFormat::Csv => "CSV",
    }
}

/// "1 point", "3 points".
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// "a, b and c".
pub(crate) fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A number with at most two decimals, no trailing zeros.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{:.2}", value + 0.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The day of an instant, as a date in words.
pub(crate) fn day_of(instant: &str) -> String {
    date(instant.get(..10).unwrap_or(instant))
}

/// A date (EDTF) in words; what cannot be read stands as it was written.
pub(crate) fn date(edtf: &str) -> String {
    claims::date::words_of(edtf, "en")
}

pub(crate) fn month_name(text: &str) -> Option<&'static str> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month: usize = text.parse().ok()?;
    NAMES.get(month.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_carry_no_idle_zeros() {
        assert_eq!(
            [number(0.0), number(-0.0), number(2.0), number(1.234), number(0.5)],
            ["0", "0", "2", "1.23", "0.5"]
        );
    }
}
