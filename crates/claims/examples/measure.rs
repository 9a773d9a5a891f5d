//! Measures the views that have to be fast: `cargo run -p claims --release --example measure`.
//!
//! Three cases are made up: a grid of 20 points and 6 accounts with 500 links, and matrices of 20 claims by 200 pieces of evidence
//! and of 200 claims by 20, each cell with a link, two stances, relevance and credibility. Printed: best and median of 50 runs.

#[path = "../tests/rules/build.rs"]
#[allow(dead_code)]
mod build;

use build::{Build, To};
use claims::case_at::CaseAt;
use claims::evidence_matrix::matrix;
use claims::ids::PointId;
use claims::matrix::{MatrixOf, Whose};
use claims::points::points_grid;
use claims::words::{RelevanceValue, StanceValue};
use std::io::Write;
use std::time::{Duration, Instant};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let grid = grid_case();
    let runs = time(|| points_grid(&grid, true).rows.len());
    writeln!(out, "points grid, 20 points x 6 accounts, 500 links: {runs}")?;
    for (rows, columns) in [(20, 200), (200, 20)] {
        let (case, point) = matrix_case(rows, columns);
        let of = MatrixOf::Point(point);
        let told = matrix(&case, of, Whose::Desk, &[]).map_or(0, |made| made.leave_one_out.len());
        let runs = time(|| matrix(&case, of, Whose::Desk, &[]).map_or(0, |made| made.rows.len()));
        writeln!(out, "matrix, {rows} claims x {columns} evidence, leave-one-out ({told} told): {runs}")?;
    }
    Ok(())
}

fn time(mut run: impl FnMut() -> usize) -> String {
    let mut times: Vec<Duration> = (0..50)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    format!("best {:.2} ms, median {:.2} ms", times[0].as_secs_f64() * 1e3, times[25].as_secs_f64() * 1e3)
}

fn grid_case() -> CaseAt {
    let mut b = Build::new();
    let editor = b.editor("Ada");
    let points: Vec<PointId> = (0..20).map(|n| b.point(&format!("Question {n}?"))).collect();
    let items: Vec<_> = (0..100).map(|n| b.item(&format!("item {n}"), "2017-04-10")).collect();
    let mut claims = Vec::new();
    for a in 0..6 {
        let actor = b.actor(&format!("speaker {a}"));
        let account = b.account(&format!("account {a}"), &[actor]);
        for (p, point) in points.iter().enumerate() {
            let value = format!("value {}", (a + p) % 3);
            claims.push(b.given(account, actor, "2017-04-05", *point, &value).0);
        }
    }
    for n in 0..500 {
        let link = b.link_item(items[n * 7 % 100], To::Claim(claims[n * 11 % claims.len()]));
        b.stance(link, editor, Some(StanceValue::ALL[n % 6]), None);
    }
    b.case
}

fn matrix_case(rows: usize, columns: usize) -> (CaseAt, PointId) {
    let mut b = Build::new();
    let editors = [b.editor("Ada"), b.editor("Ben")];
    let point = b.point("Which?");
    let mut claims = Vec::new();
    for n in 0..rows {
        let actor = b.actor(&format!("speaker {n}"));
        let account = b.account(&format!("account {n}"), &[actor]);
        claims.push(b.given(account, actor, "2017-04-05", point, &format!("value {n}")).0);
    }
    for column in 0..columns {
        let item = b.item(&format!("item {column}"), "2017-04-10");
        for (row, claim) in claims.iter().enumerate() {
            let link = b.link_item(item, To::Claim(*claim));
            let stance = StanceValue::ALL[(row * 5 + column * 3 + row * column) % 6];
            for editor in editors {
                b.stance(link, editor, Some(stance), None);
            }
            let credibility = u8::try_from((row + column) % 6 + 1).ok();
            b.weigh(link, credibility, Some(RelevanceValue::ALL[column % 3]));
        }
    }
    (b.case, point)
}
