//! Agreement between editors: Krippendorff's alpha.
//!
//! α = 1 − Dₒ / Dₑ, with Dₒ = Σ o_ck δ²(c,k) / n and Dₑ = Σ n_c n_k δ²(c,k) / (n (n − 1)) over the coincidence matrix
//! o_ck = Σ_u (ordered pairs of values c, k in unit u) / (m_u − 1). Units with fewer than two ratings are left out.
//! δ²: nominal 0 or 1; ordinal (Σ_{g=c..k} n_g − (n_c + n_k)/2)²; interval (c − k)²; ratio ((c − k)/(c + k))².
//! Where nothing varies Dₑ is 0 and alpha is not defined, never 1.
//!
//! Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).

/// How far two values are apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Same or not.
    Nominal,
    /// By the ratings that lie between.
    Ordinal,
    /// By their difference.
    Interval,
    /// By their difference over their sum.
    Ratio,
}

/// Alpha with what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// The number, at most 1; none = not defined (fewer than two ratings of any unit, or no variation).
    pub value: Option<f64>,
    /// Pairs of ratings compared: Σ m_u (m_u − 1) / 2.
    pub n_pairs: u32,
    /// Ratings that went in.
    pub n_ratings: u32,
}

/// Krippendorff's alpha over units, each with the ratings that it got (missing ones simply left out).
pub fn krippendorff_alpha<U: AsRef<[f64]>>(units: &[U], level: Level) -> Alpha {
    let paired: Vec<&[f64]> = units.iter().map(AsRef::as_ref).filter(|unit| unit.len() >= 2).collect();
    let mut values: Vec<f64> = paired.iter().flat_map(|unit| unit.iter().copied()).collect();
    let n_ratings = u32::try_from(values.len()).unwrap_or(u32::MAX);
    let n_pairs = paired.iter().map(|unit| unit.len() * (unit.len() - 1) / 2).sum::<usize>();
    let n_pairs = u32::try_from(n_pairs).unwrap_or(u32::MAX);
    values.sort_by(f64::total_cmp);
    values.dedup();
    let size = values.len();
    let place = |x: f64| values.partition_point(|v| *v < x);

    let mut coincidence = vec![0.0; size * size];
    for unit in &paired {
        let mut count = vec![0.0; size];
        unit.iter().for_each(|x| count[place(*x)] += 1.0);
        let others = f64::from(u32::try_from(unit.len() - 1).unwrap_or(u32::MAX));
        for c in (0..size).filter(|c| count[*c] > 0.0) {
            for k in 0..size {
                let same = if c == k { 1.0 } else { 0.0 };
                coincidence[c * size + k] += count[c] * (count[k] - same) / others;
            }
        }
    }
    let marginal: Vec<f64> = (0..size).map(|c| coincidence[c * size..(c + 1) * size].iter().sum()).collect();
    let n: f64 = marginal.iter().sum();
    let (mut observed, mut expected) = (0.0, 0.0);
    for c in 0..size {
        for k in 0..size {
            let apart = distance(level, &values, &marginal, c, k);
            observed += coincidence[c * size + k] * apart;
            expected += marginal[c] * marginal[k] * apart;
        }
    }
    let value = (expected > 0.0).then(|| 1.0 - (n - 1.0) * observed / expected);
    Alpha { value, n_pairs, n_ratings }
}

/// δ² of two values, by their places among the values that occur.
fn distance(level: Level, values: &[f64], marginal: &[f64], c: usize, k: usize) -> f64 {
    let (a, b) = (values[c], values[k]);
    let apart = match level {
        _ if c == k => 0.0,
        Level::Nominal => 1.0,
        Level::Ordinal => {
            let between: f64 = marginal[c.min(k)..=c.max(k)].iter().sum();
            between - (marginal[c] + marginal[k]) / 2.0
        }
        Level::Interval => a - b,
        Level::Ratio if a + b == 0.0 => 0.0,
        Level::Ratio => (a - b) / (a + b),
    };
    apart * apart
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Krippendorff's example: four observers, twelve units, 0 = not rated.
    const EXAMPLE: [[u8; 12]; 4] = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    ];

    fn example() -> Vec<Vec<f64>> {
        (0..12)
            .map(|u| EXAMPLE.iter().map(|row| row[u]).filter(|v| *v > 0).map(f64::from).collect())
            .collect()
    }

    #[test]
    fn the_published_values_come_out() {
        for (level, expected) in [
            (Level::Nominal, 0.743421),
            (Level::Ordinal, 0.815388),
            (Level::Interval, 0.849107),
            (Level::Ratio, 0.797403),
        ] {
            let got = krippendorff_alpha(&example(), level);
            let value = got.value.unwrap();
            assert!((value - expected).abs() < 5e-7, "{level:?}: {value} is not {expected}");
            assert_eq!(got.n_ratings, 40, "the last unit has one rating and drops out");
        }
    }

    #[test]
    fn without_variation_or_pairs_it_is_not_defined() {
        for (units, pairs) in [
            (vec![], 0),
            (vec![vec![1.0], vec![2.0]], 0),
            (vec![vec![1.0, 1.0], vec![1.0, 1.0, 1.0]], 4),
            (vec![vec![]], 0),
        ] {
            let got = krippendorff_alpha(&units, Level::Ordinal);
            assert_eq!((got.value, got.n_pairs), (None, pairs), "{units:?}: never 1.0 for want of variation");
        }
    }

    #[test]
    fn full_agreement_is_one_and_systematic_disagreement_is_below_zero() {
        let full = krippendorff_alpha(&[vec![1.0, 1.0], vec![2.0, 2.0]], Level::Nominal).value.unwrap();
        assert!((full - 1.0).abs() < 1e-12, "full agreement with variation is 1, got {full}");
        let against = krippendorff_alpha(&[vec![1.0, 2.0], vec![2.0, 1.0]], Level::Nominal).value.unwrap();
        assert!(against < 0.0, "worse than chance is negative, got {against}");
    }
}
