//! Marks as inline SVG: hidden from those who hear the page, for the word always stands beside them.

use crate::document::{Ladder, Mark};
use claims::words::StanceValue;
use std::fmt::Write;

/// The stance marks, once for the whole page.
pub(super) fn definitions(out: &mut String) {
    const AXIS: &str = r#"<path d="M0 9h14" stroke="currentColor"/>"#;
    let for_block = |y: &str| {
        format!(
            r#"<rect x="3.6" y="{y}" width="6.8" height="2.8" fill="none" stroke="currentColor" stroke-width="1.2"/>"#
        )
    };
    let against_block =
        |y: &str| format!(r#"<rect x="3" y="{y}" width="8" height="3.6" fill="currentColor"/>"#);
    let marks = [
        ("ss", format!("{AXIS}{}{}", for_block("4.6"), for_block("0.4"))),
        ("s", format!("{AXIS}{}", for_block("4.6"))),
        ("n", r#"<path d="M1 9h12" stroke="currentColor" stroke-width="2.6"/>"#.to_owned()),
        ("c", format!("{AXIS}{}", against_block("10.4"))),
        ("cc", format!("{AXIS}{}{}", against_block("10.4"), against_block("14.9"))),
        ("na", r#"<path d="M4 14 10 4" stroke="currentColor" stroke-width="1.2"/>"#.to_owned()),
        ("un", r##"<rect x="3" y="5" width="8" height="8" fill="none" stroke="#7d7f76" stroke-dasharray="1.5 1.5"/>"##.to_owned()),
        ("us", format!(r#"{AXIS}<rect x="3.6" y="4.6" width="6.8" height="2.8" fill="none" stroke="currentColor" stroke-width="1.2" stroke-dasharray="1.6 1"/><rect x="3" y="10.4" width="8" height="3.6" fill="none" stroke="currentColor" stroke-dasharray="1.6 1"/>"#)),
        ("no", r##"<path d="M6 9h2" stroke="#7d7f76" stroke-width="1.4"/>"##.to_owned()),
    ];
    out.push_str(r#"<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>"#);
    for (name, shape) in marks {
        let _ = write!(out, r#"<symbol id="g-{name}" viewBox="0 0 14 19">{shape}</symbol>"#);
    }
    out.push_str("</defs></svg>\n");
}

pub(super) fn stance(mark: Mark, out: &mut String) {
    let name = match mark {
        Mark::Value(StanceValue::StronglySupports) => "ss",
        Mark::Value(StanceValue::Supports) => "s",
        Mark::Value(StanceValue::Neutral) => "n",
        Mark::Value(StanceValue::Contradicts) => "c",
        Mark::Value(StanceValue::StronglyContradicts) => "cc",
        Mark::Value(StanceValue::NotApplicable) => "na",
        Mark::Unrated => "un",
        Mark::Unsettled => "us",
        Mark::NoLink => "no",
    };
    let _ = write!(
        out,
        r##"<svg class="st" width="14" height="19" aria-hidden="true"><use href="#g-{name}"/></svg>"##
    );
}

pub(super) fn ladder(ladder: Ladder, out: &mut String) {
    match ladder {
        Ladder::Place { place, places } => steps(places, Some(place), out),
        Ladder::Unrated { places } => steps(places, None, out),
        Ladder::Outside => {
            out.push_str(r#"<svg width="34" height="11" viewBox="0 0 34 11" aria-hidden="true"><rect x=".5" y="1.5" width="33" height="8" fill="none" stroke="currentColor" stroke-dasharray="3 2"/></svg>"#);
        }
        Ladder::NotRated => {
            out.push_str(r#"<svg width="12" height="11" viewBox="0 0 12 11" aria-hidden="true"><path d="M1.5 4.5a2 2 0 0 1 2-2M6.5 4.5a2 2 0 0 1 2-2M1.5 4.5v3h3v-3zM6.5 4.5v3h3v-3z" fill="none" stroke="currentColor"/></svg>"#);
        }
    }
}

/// One place per numbered label; the chosen one is tall and solid. Without a choice all are dotted.
fn steps(places: u32, chosen: Option<u32>, out: &mut String) {
    let width = places * 7;
    let _ = write!(out, r#"<svg width="{width}" height="11" viewBox="0 0 {width} 11" aria-hidden="true">"#);
    for place in 0..places {
        let x = place * 7;
        let _ = match chosen {
            Some(chosen) if chosen == place => {
                write!(out, r#"<rect x="{x}" y="1" width="6" height="9" fill="currentColor"/>"#)
            }
            Some(_) => write!(
                out,
                r#"<rect x="{x}.5" y="4.5" width="5" height="2" fill="none" stroke="currentColor"/>"#
            ),
            None => write!(
                out,
                r##"<rect x="{x}.5" y="1.5" width="5" height="8" fill="none" stroke="#7d7f76" stroke-dasharray="1.5 1.6"/>"##
            ),
        };
    }
    out.push_str("</svg>");
}
