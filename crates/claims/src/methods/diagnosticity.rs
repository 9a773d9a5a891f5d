//! Diagnosticity of a piece of evidence: how much it tells the competing claims apart.
//!
//! d = √( Σ (sᵢ − s̄)² / n ), the population standard deviation of its stances over the claims, with strongly supports +2, supports +1, neutral 0,
//! contradicts −1, strongly contradicts −2. 0: it says the same of all; 2: it strongly supports one half and strongly contradicts the other.
//!
//! Source: Heuer, ch. 8 (evidence that bears alike on all hypotheses has no diagnostic value); the standard deviation as in Open Synthesis.

use crate::words::StanceValue;

/// The number of a stance; none for not applicable, which is left out.
pub fn number(stance: StanceValue) -> Option<f64> {
    match stance {
        StanceValue::StronglySupports => Some(2.0),
        StanceValue::Supports => Some(1.0),
        StanceValue::Neutral => Some(0.0),
        StanceValue::Contradicts => Some(-1.0),
        StanceValue::StronglyContradicts => Some(-2.0),
        StanceValue::NotApplicable => None,
    }
}

/// Population standard deviation of the stances, not applicable left out; none with fewer than two left ("not defined").
pub fn diagnosticity(stances: &[StanceValue]) -> Option<f64> {
    let numbers: Vec<f64> = stances.iter().copied().filter_map(number).collect();
    if numbers.len() < 2 {
        return None;
    }
    let n = f64::from(u32::try_from(numbers.len()).ok()?);
    let mean = numbers.iter().sum::<f64>() / n;
    Some((numbers.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use StanceValue::*;

    #[test]
    fn it_is_the_population_deviation_of_what_is_left() {
        for (stances, expected) in [
            (vec![StronglySupports, StronglyContradicts], Some(2.0)),
            (vec![Supports, Supports, Supports], Some(0.0)),
            (vec![Supports, Contradicts], Some(1.0)),
            (vec![StronglySupports, Contradicts, Contradicts], Some(2.0_f64.sqrt())),
            (vec![Supports, NotApplicable, Neutral], Some(0.5)),
            (vec![Supports, NotApplicable], None),
            (vec![Neutral], None),
            (vec![], None),
        ] {
            let got = diagnosticity(&stances);
            let near = match (got, expected) {
                (Some(a), Some(b)) => (a - b).abs() < 1e-12,
                (a, b) => a.is_none() && b.is_none(),
            };
            assert!(near, "{stances:?}: {got:?} is not {expected:?}");
        }
    }
}
