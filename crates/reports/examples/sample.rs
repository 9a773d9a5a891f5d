//! Writes the small case of the tests in every format, to look at: `cargo run -p reports --example sample -- DIR`.
#![allow(clippy::unwrap_used, clippy::print_stdout)]

#[path = "../tests/fixture/mod.rs"]
#[allow(dead_code)]
mod fixture;

use std::path::PathBuf;
use std::time::Instant;

fn main() {
    let dir = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".to_owned()));
    let case = fixture::case();
    let model = reports::model(&case, &fixture::facts(), &reports::Options::default()).unwrap();
    std::fs::write(dir.join("report.html"), reports::html(&model)).unwrap();
    std::fs::write(dir.join("report.md"), reports::markdown(&model)).unwrap();
    std::fs::write(dir.join("report.typ"), reports::typst(&model).source).unwrap();
    std::fs::write(dir.join("report.csv"), reports::csv(&model)).unwrap();
    let large = fixture::large_case(100);
    for _ in 0..3 {
        let start = Instant::now();
        let model = reports::model(&large, &fixture::facts(), &reports::Options::default()).unwrap();
        let laid = start.elapsed();
        let page = reports::html(&model);
        println!(
            "107 claims: laid out in {laid:?}, HTML of {} bytes after {:?}",
            page.len(),
            start.elapsed()
        );
        std::fs::write(dir.join("large.typ"), reports::typst(&model).source).unwrap();
    }
}
