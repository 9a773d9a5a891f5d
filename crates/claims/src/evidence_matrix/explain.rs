//! Explanations: each number opens to its formula, the rows that went in, and the result in words.

use super::cells::Filled;
use super::columns::Column;
use crate::grid::{DeskStance, DeskState};
use crate::matrix::{Explanation, Score};
use crate::methods::contradiction_score::{TIE, penalty};
use crate::words::{RelevanceValue, StanceValue};

/// "1 pair", "2 pairs".
pub(super) fn plural(n: u32, word: &str) -> String {
    if n == 1 { format!("1 {word}") } else { format!("{n} {word}s") }
}

fn stance(value: StanceValue) -> &'static str {
    match value {
        StanceValue::StronglySupports => "strongly supports",
        StanceValue::Supports => "supports",
        StanceValue::Neutral => "neutral",
        StanceValue::Contradicts => "contradicts",
        StanceValue::StronglyContradicts => "strongly contradicts",
        StanceValue::NotApplicable => "not applicable",
    }
}

fn shown(cell: &DeskStance) -> &'static str {
    match (cell.value, cell.state) {
        (Some(value), _) => stance(value),
        (None, DeskState::Unsettled) => "unsettled",
        (None, _) => "unrated",
    }
}

fn heads(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The contradiction score of a row, explained over its cells that hold a link.
pub(super) fn score(label: &str, score: &Score, columns: &[Column], cells: &[Filled]) -> Explanation {
    let linked = columns.iter().zip(cells).filter(|(_, filled)| !filled.cell.link_ids.is_empty());
    let rows = linked.map(|(column, filled)| {
        let cell = &filled.cell;
        let counts = match cell.shown.value {
            Some(StanceValue::StronglyContradicts) => "2",
            Some(StanceValue::Contradicts) => "1",
            Some(_) => "0",
            None => "-",
        };
        vec![
            [column.label.as_str(), " ", &column.name].concat(),
            shown(&cell.shown).to_owned(),
            counts.to_owned(),
            credibility(cell.credibility).to_owned(),
            relevance(cell.relevance).to_owned(),
            cell.contribution.map_or_else(|| "-".to_owned(), two_places),
        ]
    });
    let rated = || cells.iter().filter_map(|filled| filled.cell.shown.value);
    let against = rated().filter(|value| penalty(*value) > 0.0).count();
    let mut words = format!(
        "{label} scores {:.2} ({:.0} unweighted): {against} of {} contradict it. Lower is better; support does not lower it.",
        score.weighted,
        score.unweighted,
        plural(u32::try_from(rated().count()).unwrap_or(u32::MAX), "rated link"),
    );
    if score.n_credibility_not_judged > 0 {
        words += &format!(
            " Credibility not judged: {}, weight 1.",
            plural(score.n_credibility_not_judged, "link")
        );
    }
    if score.n_unsettled > 0 {
        let cells = plural(score.n_unsettled, "cell");
        words += &format!(" Unsettled, adding nothing: {cells}; settled either way, the score is ");
        words += &if score.high - score.low < TIE {
            format!("{:.2}.", score.low)
        } else {
            format!("between {:.2} and {:.2}.", score.low, score.high)
        };
    }
    Explanation {
        method: "contradiction_score".to_owned(),
        formula: "sum over rated links of stance × credibility × relevance; contradicts 1, strongly contradicts 2, any other 0"
            .to_owned(),
        words,
        heads: heads(&["Evidence", "Stance", "Counts", "Credibility", "Relevance", "Adds"]),
        rows: rows.collect(),
    }
}

/// The diagnosticity of a column, explained over its rows that are not merely unrated.
pub(super) fn diagnosticity(
    label: &str,
    value: Option<f64>,
    n: u32,
    labels: &[String],
    cells: &[&DeskStance],
) -> Explanation {
    let told = labels.iter().zip(cells).filter(|(_, cell)| cell.state != DeskState::Unrated);
    let rows = told.map(|(row, cell)| {
        let counts = cell.value.map_or("left out", signed).to_owned();
        vec![row.clone(), shown(cell).to_owned(), counts]
    });
    let words = match value {
        None => format!("Not defined for {label}: it takes two stances that apply, and there are {n}."),
        Some(value) if value < TIE => {
            format!("{label} has diagnosticity 0: it bears alike on all {n}, and does not tell them apart.")
        }
        Some(value) => format!(
            "{label} has diagnosticity {value:.2} over {n}: the higher (up to 2), the better it tells them apart."
        ),
    };
    Explanation {
        method: "diagnosticity".to_owned(),
        formula: "population standard deviation of the stances (+2, +1, 0, −1, −2) over the rows; not applicable, unrated and unsettled left out"
            .to_owned(),
        words,
        heads: heads(&["Row", "Stance", "Counts"]),
        rows: rows.collect(),
    }
}

/// "+2", "0", "−1".
fn signed(value: StanceValue) -> &'static str {
    match value {
        StanceValue::StronglySupports => "+2",
        StanceValue::Supports => "+1",
        StanceValue::Neutral => "0",
        StanceValue::Contradicts => "−1",
        StanceValue::StronglyContradicts => "−2",
        StanceValue::NotApplicable => "left out",
    }
}

fn credibility(value: Option<u8>) -> &'static str {
    match value {
        Some(1) => "1 (× 1.41)",
        Some(2) => "2 (× 1.41)",
        Some(3) => "3 (× 1.00)",
        Some(4) => "4 (× 0.71)",
        Some(5) => "5 (× 0.71)",
        Some(_) => "6 (× 1.00)",
        None => "not set (× 1.00)",
    }
}

fn relevance(value: Option<RelevanceValue>) -> &'static str {
    match value {
        Some(RelevanceValue::Low) => "low (× 0.71)",
        Some(RelevanceValue::Medium) => "medium (× 1.00)",
        Some(RelevanceValue::High) => "high (× 1.41)",
        None => "not set (× 1.00)",
    }
}

/// Two decimals of a number that is not below zero. (The general formatter costs ten times as much, and a matrix holds thousands.)
fn two_places(x: f64) -> String {
    let hundredths = (x * 100.0).round() as u64;
    if hundredths == 0 {
        return "0.00".to_owned();
    }
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::methods::contradiction_score::{contribution, credibility_weight, relevance_weight};

    #[test]
    fn what_is_written_is_what_is_counted() {
        let near = |text: &str, weight: f64| text.ends_with(&format!("(× {weight:.2})"));
        for value in [None, Some(1), Some(2), Some(3), Some(4), Some(5), Some(6)] {
            assert!(near(credibility(value), credibility_weight(value)), "credibility {value:?}");
            for other in
                [None, Some(RelevanceValue::Low), Some(RelevanceValue::Medium), Some(RelevanceValue::High)]
            {
                assert!(near(relevance(other), relevance_weight(other)), "relevance {other:?}");
                let adds = contribution(StanceValue::StronglyContradicts, value, other);
                assert_eq!(
                    two_places(adds),
                    format!("{adds:.2}"),
                    "the short formatter gives what the general one gives"
                );
            }
        }
        for value in StanceValue::ALL {
            let number = crate::methods::diagnosticity::number(*value);
            let text = number
                .map_or("left out".to_owned(), |x| format!("{x:+.0}").replace("+0", "0").replace('-', "−"));
            assert_eq!(signed(*value), text, "{value:?}");
        }
    }
}
