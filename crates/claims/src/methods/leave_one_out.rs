//! Leave one out: which piece of evidence, source or group of dependent sources would change the ranking if it were dropped.
//!
//! For a set L of columns: score_i(L) = score_i − Σ_{j ∈ L} contribution_ij; ranks anew; a set is told only if a rank changes.
//!
//! Source: sensitivity analysis as step 6 of ACH (Heuer, ch. 8: "consider how sensitive your conclusion is to a few critical items of evidence").
//! Cost: one subtraction per row and column left out, so all single columns together cost as much as the scores themselves.

use super::contradiction_score::{TIE, ranks};

/// Scores and ranks of the rows without some columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Without {
    /// Score of each row.
    pub scores: Vec<f64>,
    /// Rank of each row.
    pub ranks: Vec<u32>,
}

/// Scores and ranks without the columns; none if every rank stays.
///
/// `contributions[row][column]`: what each cell adds, 0 where nothing. `totals`, `before`: score and rank of each row with all columns.
pub fn leave_out(
    contributions: &[Vec<f64>],
    totals: &[f64],
    before: &[u32],
    columns: &[usize],
) -> Option<Without> {
    // A column that nothing contradicts changes no score.
    if columns.iter().all(|column| contributions.iter().all(|row| row[*column] == 0.0)) {
        return None;
    }
    let scores: Vec<f64> = contributions
        .iter()
        .zip(totals)
        .map(|(row, total)| {
            let left = total - columns.iter().map(|column| row[*column]).sum::<f64>();
            if left.abs() < TIE { 0.0 } else { left }
        })
        .collect();
    let ranks = ranks(&scores);
    (ranks != before).then_some(Without { scores, ranks })
}

/// The result in a sentence: "Without E8, B2 comes first and C2 second."
pub fn words(name: &str, labels: &[String], ranks: &[u32]) -> String {
    let at = |rank: u32| -> Vec<&str> {
        labels.iter().zip(ranks).filter(|(_, r)| **r == rank).map(|(label, _)| label.as_str()).collect()
    };
    let first = at(1);
    let next = u32::try_from(first.len()).unwrap_or(u32::MAX).saturating_add(1);
    let second = at(next);
    let together = |labels: &[&str]| match labels {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    };
    if second.is_empty() {
        return format!("Without {name}, {} come first alike.", together(&first));
    }
    let lead = if first.len() == 1 {
        format!("{} comes first", first[0])
    } else {
        format!("{} come first alike", together(&first))
    };
    if first.len() == 1 && second.len() == 1 {
        format!("Without {name}, {lead} and {} second.", second[0])
    } else if second.len() == 1 {
        format!("Without {name}, {lead}, then {}.", second[0])
    } else {
        format!("Without {name}, {lead}, then {} alike.", together(&second))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_changes_the_ranking_is_told() {
        let contributions = vec![vec![2.0, 0.0, 0.1], vec![0.0, 1.0, 0.2]];
        let totals = [2.1, 1.2];
        let before = ranks(&totals);
        assert_eq!(before, [2, 1], "the second row is less contradicted");
        let without = leave_out(&contributions, &totals, &before, &[0]).unwrap();
        assert_eq!(without.ranks, [1, 2], "without the first column they change places");
        assert!((without.scores[0] - 0.1).abs() < 1e-12, "what is left is the rest");
        assert_eq!(leave_out(&contributions, &totals, &before, &[2]), None, "a small column changes no rank");
        let tie = leave_out(&contributions, &totals, &before, &[0, 1, 2]).unwrap();
        assert_eq!((tie.ranks, tie.scores), (vec![1, 1], vec![0.0, 0.0]), "without anything all are alike");
        assert_eq!(leave_out(&[], &[], &[], &[]), None, "no rows, nothing to tell");
    }

    #[test]
    fn the_sentence_names_who_comes_first() {
        let labels = ["A2".to_owned(), "B2".to_owned(), "C2".to_owned()];
        for (ranks, sentence) in [
            ([3, 1, 2], "Without E8, B2 comes first and C2 second."),
            ([1, 1, 3], "Without E8, A2 and B2 come first alike, then C2."),
            ([1, 2, 2], "Without E8, A2 comes first, then B2 and C2 alike."),
            ([1, 1, 1], "Without E8, A2, B2 and C2 come first alike."),
        ] {
            assert_eq!(words("E8", &labels, &ranks), sentence, "ranks {ranks:?}");
        }
    }
}
