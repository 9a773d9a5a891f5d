//! The contradiction score of a claim: how much the evidence speaks against it. Lower is better; support does not buy it down.
//!
//! score = Σ p(stance) · w(credibility) · w(relevance) over the rated links;
//! p: contradicts 1, strongly contradicts 2, any other 0.
//!
//! Source: the inconsistency score of PARC ACH (Heuer, Psychology of Intelligence Analysis, ch. 8; weights low 1/√2, medium 1, high √2), with the sign turned:
//! PARC counts I = −1 and II = −2.

use crate::words::{RelevanceValue, StanceValue};
use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};

/// What a stance adds before weighting: contradicts 1, strongly contradicts 2, any other 0.
pub fn penalty(stance: StanceValue) -> f64 {
    match stance {
        StanceValue::Contradicts => 1.0,
        StanceValue::StronglyContradicts => 2.0,
        StanceValue::StronglySupports
        | StanceValue::Supports
        | StanceValue::Neutral
        | StanceValue::NotApplicable => 0.0,
    }
}

/// Weight of relevance: low 1/√2, medium 1, high √2; unset 1.
pub fn relevance_weight(relevance: Option<RelevanceValue>) -> f64 {
    match relevance {
        Some(RelevanceValue::Low) => FRAC_1_SQRT_2,
        Some(RelevanceValue::High) => SQRT_2,
        Some(RelevanceValue::Medium) | None => 1.0,
    }
}

/// Weight of credibility (Admiralty 1-6): 1 and 2 √2, 3 1, 4 and 5 1/√2; 6 (cannot be judged) and unset 1.
pub fn credibility_weight(credibility: Option<u8>) -> f64 {
    match credibility {
        Some(1 | 2) => SQRT_2,
        Some(4 | 5) => FRAC_1_SQRT_2,
        _ => 1.0,
    }
}

/// Whether credibility counts as judged: set, and not 6.
pub fn credibility_judged(credibility: Option<u8>) -> bool {
    matches!(credibility, Some(1..=5))
}

/// What one rated link adds to the weighted score.
pub fn contribution(stance: StanceValue, credibility: Option<u8>, relevance: Option<RelevanceValue>) -> f64 {
    penalty(stance) * credibility_weight(credibility) * relevance_weight(relevance)
}

/// Weighted and unweighted score over rated links.
pub fn contradiction_score(
    links: impl IntoIterator<Item = (StanceValue, Option<u8>, Option<RelevanceValue>)>,
) -> (f64, f64) {
    links.into_iter().fold((0.0, 0.0), |(weighted, unweighted), (stance, credibility, relevance)| {
        (weighted + contribution(stance, credibility, relevance), unweighted + penalty(stance))
    })
}

/// Ranks by score, 1 = least contradicted; ties (nearer than 10⁻⁹) share the better rank.
pub fn ranks(scores: &[f64]) -> Vec<u32> {
    let mut sorted = scores.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = |score: &f64| sorted.partition_point(|other| *other < score - TIE) + 1;
    scores.iter().map(|score| u32::try_from(rank(score)).unwrap_or(u32::MAX)).collect()
}

/// Scores nearer than this are a tie: it is far above what rounding does, and far below any weight.
pub const TIE: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;
    use RelevanceValue::{High, Low, Medium};
    use StanceValue::{
        Contradicts as I, Neutral as N, StronglyContradicts as II, StronglySupports, Supports as C,
    };

    /// Credibility of the worked check: high 2, medium 3, low 4 on the Admiralty scale.
    const ROWS: [(Option<u8>, Option<RelevanceValue>, StanceValue, StanceValue); 4] = [
        (Some(3), Some(Medium), C, I),
        (Some(2), Some(High), II, C),
        (Some(4), Some(Medium), I, II),
        (Some(5), Some(Low), N, I),
    ];

    #[test]
    fn the_published_check_comes_out() {
        let (first_weighted, first) = contradiction_score(ROWS.map(|(c, r, one, _)| (one, c, r)));
        let (second_weighted, second) = contradiction_score(ROWS.map(|(c, r, _, two)| (two, c, r)));
        assert!(
            (first - 3.0).abs() < 1e-12 && (second - 4.0).abs() < 1e-12,
            "3 and 4 unweighted: {first} {second}"
        );
        assert!((first_weighted - 4.7071).abs() < 5e-5, "4.7071 weighted, got {first_weighted}");
        assert!((second_weighted - 2.9142).abs() < 5e-5, "2.9142 weighted, got {second_weighted}");
        assert_eq!(ranks(&[first, second]), [1, 2], "unweighted the first is less contradicted");
        assert_eq!(ranks(&[first_weighted, second_weighted]), [2, 1], "weights turn the order");
    }

    #[test]
    fn support_never_buys_down_and_the_unjudged_weighs_one() {
        let score =
            |stance| contradiction_score([(II, Some(1), Some(High)), (stance, Some(1), Some(High))]).0;
        assert!((score(StronglySupports) - score(N)).abs() < 1e-12, "support adds nothing and takes nothing");
        for credibility in [None, Some(3), Some(6)] {
            assert!((credibility_weight(credibility) - 1.0).abs() < 1e-12, "{credibility:?} weighs one");
        }
        assert!(
            !credibility_judged(None) && !credibility_judged(Some(6)) && credibility_judged(Some(5)),
            "6 is not bad"
        );
        assert_eq!(contradiction_score([]), (0.0, 0.0), "no links, nothing against it");
    }

    #[test]
    fn ties_share_the_better_rank() {
        assert_eq!(ranks(&[2.0, 0.0, 2.0 + 1e-12, 5.0]), [2, 1, 2, 4], "rounding is no difference");
        assert_eq!(ranks(&[]), Vec::<u32>::new(), "no rows, no ranks");
    }
}
