//! Speed on a large ledger; run by `make bench`. It prints what it measured and fails nothing:
//! numbers are of a machine, and a reader compares them with the targets beside them.
//!
//! `fill FOLDER` writes the ledger that `tests/e2e/bench.mjs` opens in the window. `BENCH_BIG=1` adds a ledger of 1,000,000 operations, which takes long to write.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr)]

mod cases;
mod fill;
mod long;
mod machine;
mod measure;
mod web;

use cases::Place;
use measure::{Table, shown};
use std::path::Path;
use std::time::{Duration, Instant};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["apart", "import", folder, rows] => apart(|| import(Path::new(folder), rows.parse().unwrap())),
        ["apart", "verify", root] => apart(|| verify(Path::new(root))),
        ["long", folder] => {
            let mut table = Table::default();
            long::items(&mut table, &Path::new(folder).join("items"));
            long::cases(&mut table, &Path::new(folder).join("cases"));
            long::excerpts(&mut table, &Path::new(folder).join("excerpts"));
            long::tables(&mut table, &Path::new(folder).join("tables"));
            println!("{}", table.markdown());
        }
        ["library", folder] => {
            let mut table = Table::default();
            long::excerpts(&mut table, &Path::new(folder).join("excerpts"));
            println!("{}", table.markdown());
        }
        ["web", folder] => {
            let mut table = Table::default();
            web::capture(&mut table, Path::new(folder));
            println!("{}", table.markdown());
        }
        ["fill", folder, ..] => fill_for_window(Path::new(folder)),
        _ => all(),
    }
}

/// The large ledger with 10,000 items, for the benchmarks of the window; prints where it is and its cases.
fn fill_for_window(folder: &Path) {
    let place = Place::made(folder);
    let mut ledger = fill::open(&place.ledger(), &place.config);
    let filled = fill::large(&mut ledger);
    fill::items(&mut ledger, 8_000);
    let told = serde_json::json!({
        "workspace": place.root,
        "grid": filled.grid,
        "matrix": filled.matrix,
        "point": filled.matrix_point,
        "report": filled.report,
    });
    println!("{told}");
}

/// One part in a process of its own: prints microseconds and megabytes.
fn apart(part: impl FnOnce() -> Duration) {
    let time = part();
    println!("{} {}", time.as_micros(), machine::peak_memory());
}

fn import(folder: &Path, rows: usize) -> Duration {
    let place = Place::made(folder);
    let mut ledger = fill::open(&place.ledger(), &place.config);
    let began = Instant::now();
    fill::import(&mut ledger, rows);
    began.elapsed()
}

fn verify(root: &Path) -> Duration {
    let opening = api::Opening {
        workspace: Some(root.to_path_buf()),
        ..api::Opening::of(None, api::Wanted::Read, "bench")
    };
    let door = api::Door::open(opening).unwrap();
    let began = Instant::now();
    let found = door
        .call("workspace.verify", serde_json::json!({ "files": false }), &api::Context::default())
        .unwrap();
    assert_eq!(found["ok"], serde_json::json!(true), "{}", found["faults"]);
    began.elapsed()
}

fn all() {
    let machine = machine::described();
    let folder = tempfile::tempdir().unwrap();
    let mut table = Table::default();

    let began = Instant::now();
    let place = Place::made(&folder.path().join("large"));
    let filled = {
        let mut ledger = fill::open(&place.ledger(), &place.config);
        fill::large(&mut ledger)
    };
    let size = std::fs::metadata(place.ledger()).unwrap().len() / (1 << 20);
    table.value(
        "10,000 claims, 50,000 links, 2,000 items written as one operation",
        &shown(began.elapsed()),
        &format!("the file has {size} MB"),
    );
    cases::opening(&mut table, &place);
    cases::comparing(&mut table, &place, &filled);
    cases::writing(&mut table, &place, &filled);
    cases::searching(&mut table, &place);
    cases::reporting(&mut table, &place, &filled);
    long::items(&mut table, &folder.path().join("items"));
    long::cases(&mut table, &folder.path().join("cases"));
    long::excerpts(&mut table, &folder.path().join("excerpts"));
    cases::starting(&mut table, &place);
    web::capture(&mut table, &folder.path().join("web"));

    let mut peaks = Vec::new();
    for rows in [10_000, 100_000] {
        let into = folder.path().join(format!("import-{rows}"));
        let (time, memory) = cases::apart(&["import", into.to_str().unwrap(), &rows.to_string()]);
        peaks.push((rows, time, memory));
    }
    let [(few, _, little), (many, time, much)] = peaks[..] else { unreachable!("two imports") };
    table.value(&format!("import of {many} rows as one operation"), &shown(time), "");
    table.bound("the same: peak memory", much, 256, "MB", &format!("{little} MB for {few} rows"));

    let (long, case) = cases::long(&mut table, &folder.path().join("long"), 100_000);
    cases::verifying(&mut table, &long, 100_000, Some(Duration::from_secs(3)));
    cases::going_back(&mut table, &long, &case, 100_000);
    if std::env::var_os("BENCH_BIG").is_some() {
        let (big, _) = cases::long(&mut table, &folder.path().join("big"), 1_000_000);
        cases::verifying(&mut table, &big, 1_000_000, None);
    }
    println!("\n{machine}\n\n{}", table.markdown());
}
