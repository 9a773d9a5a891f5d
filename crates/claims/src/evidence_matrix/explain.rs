//! Explanations: each number opens to its formula, the rows that went in, and the result in words.

use super::cells::Filled;
use super::columns::Column;
use crate::grid::{DeskStance, DeskState};
use crate::matrix::{Explanation, Score};
use crate::methods::contradiction_score::{TIE, credibility_weight, penalty, relevance_weight};
use crate::methods::diagnosticity::number;
use crate::words::StanceValue;

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
        let credibility = cell.credibility.map_or_else(|| "not set".to_owned(), |c| c.to_string());
        let relevance = cell.relevance.map_or("not set", |r| r.as_str());
        vec![
            format!("{} {}", column.label, column.name),
            shown(&cell.shown).to_owned(),
            cell.shown.value.map_or_else(|| "-".to_owned(), |value| format!("{:.0}", penalty(value))),
            format!("{credibility} (× {:.2})", credibility_weight(cell.credibility)),
            format!("{relevance} (× {:.2})", relevance_weight(cell.relevance)),
            cell.contribution.map_or_else(|| "-".to_owned(), |adds| format!("{adds:.2}")),
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
        let counts = cell.value.and_then(number).map_or_else(|| "left out".to_owned(), signed);
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
fn signed(x: f64) -> String {
    if x < 0.0 {
        format!("−{:.0}", -x)
    } else if x > 0.0 {
        format!("+{x:.0}")
    } else {
        "0".to_owned()
    }
}
