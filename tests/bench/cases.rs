//! What is measured: each target of the project, and beside it something that everybody knows.

use crate::fill::{self, Filled, sentence, word};
use crate::measure::{Table, Times, ratio, shown};
use api::{Context, Door, Opening, Wanted};
use claims::ids::{CaseId, PointId};
use claims::matrix::{MatrixOf, Whose};
use ledger::{Access, Identity, Ledger, System};
use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

const MS: Duration = Duration::from_millis(1);

/// A workspace under a folder, with its device.
pub struct Place {
    pub root: PathBuf,
    pub config: PathBuf,
}

impl Place {
    /// Makes a workspace there, with its scales.
    pub fn made(folder: &Path) -> Self {
        let place = Self { root: folder.join("workspace"), config: folder.join("config") };
        place.open(Wanted::Write);
        place
    }

    /// Opens its door.
    pub fn open(&self, wanted: Wanted) -> Door {
        Door::open(Opening {
            workspace: Some(self.root.clone()),
            wanted,
            program: "bench".to_owned(),
            config: Some(self.config.clone()),
            around: None,
        })
        .unwrap()
    }

    /// The ledger's file.
    pub fn ledger(&self) -> PathBuf {
        self.root.join("ledger.sqlite")
    }

    /// Reads the ledger without the door.
    fn reader(&self) -> Ledger {
        let identity = Identity {
            uuid: "00000000-0000-7000-8000-00000000000b".parse().unwrap(),
            name: "reader".to_owned(),
        };
        Ledger::open(&self.ledger(), Access::ReadOnly, identity, Arc::new(System::default()), &mut |_, _| {
            Ok(())
        })
        .unwrap()
    }
}

/// Calls as one editor.
pub fn call(door: &Door, name: &str, request: Value) -> Value {
    let context = Context { editor: Some("I. Marr".to_owned()), ..Context::default() };
    door.call(name, request, &context).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}

/// Opening, and the first page of the list.
pub fn opening(table: &mut Table, place: &Place) {
    let read = Times::of(20, |_| {
        let door = place.open(Wanted::Read);
        assert_eq!(call(&door, "case.list", json!({ "limit": 50 })).as_array().unwrap().len(), 50);
    });
    table.time(
        "open for reading + first 50 cases, warm (median of 20)",
        read.median(),
        50 * MS,
        &format!("p95 {}", shown(read.p95())),
    );
    let write = Times::of(20, |_| {
        let door = place.open(Wanted::Write);
        assert_eq!(call(&door, "case.list", json!({ "limit": 50 })).as_array().unwrap().len(), 50);
    });
    table.time(
        "open for writing + first 50 cases, warm (median of 20)",
        write.median(),
        50 * MS,
        &format!("p95 {}", shown(write.p95())),
    );
}

/// The grid and the matrix: worked out from a case in memory, and asked through the door.
pub fn comparing(table: &mut Table, place: &Place, filled: &Filled) {
    let ledger = place.reader();
    let case = |id: &str| ledger.case_at(id.parse::<CaseId>().unwrap(), None).unwrap().unwrap().living();
    let door = place.open(Wanted::Read);
    let grid = case(&filled.grid);
    let alone = Times::of(50, |_| assert_eq!(claims::points::points_grid(&grid, false).rows.len(), 20));
    let asked = Times::of(20, |_| drop(call(&door, "compare.points", json!({ "case_id": filled.grid }))));
    table.time(
        "points grid, 20 points x 6 accounts, 500 links (median of 50)",
        alone.median(),
        10 * MS,
        &format!("with reading the case and writing JSON: {}", shown(asked.median())),
    );
    let matrix = case(&filled.matrix);
    let of = MatrixOf::Point(filled.matrix_point.parse::<PointId>().unwrap());
    let alone = Times::of(50, |_| {
        let matrix = claims::evidence_matrix::matrix(&matrix, of, Whose::Desk, &[]).unwrap();
        assert_eq!(
            (matrix.rows.len(), matrix.columns.len()),
            (20, 200),
            "the matrix is as large as it should be"
        );
    });
    let asked = Times::of(10, |_| {
        drop(call(
            &door,
            "compare.matrix",
            json!({ "case_id": filled.matrix, "point_id": filled.matrix_point }),
        ))
    });
    table.time(
        "matrix, 200 x 20, with leave-one-out (median of 50)",
        alone.median(),
        5 * MS,
        &format!("with reading the case and writing JSON: {}", shown(asked.median())),
    );
}

/// One stance, committed with its history; beside it a bare write of the same size, and a plain table of SQLite.
pub fn writing(table: &mut Table, place: &Place, filled: &Filled) {
    let door = place.open(Wanted::Write);
    let journal = place.root.join("ledger.sqlite-wal");
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |data| data.len());
    let mut written = 0;
    let times = Times::of(300, |run| {
        let before = size(&journal);
        let value = ["supports", "contradicts", "neutral"][run / filled.links.len() % 3];
        call(
            &door,
            "stance.set",
            json!({ "link_id": filled.links[run % filled.links.len()], "value": value, "note": sentence(run) }),
        );
        written = written.max(size(&journal).saturating_sub(before));
    });
    let bytes = vec![7_u8; usize::try_from(written.max(4120)).unwrap()];
    let path = place.root.join("bare");
    let mut file = std::fs::File::create(&path).unwrap();
    let bare = Times::of(300, |_| {
        file.write_all(&bytes).unwrap();
        file.sync_data().unwrap();
    });
    std::fs::remove_file(path).unwrap();
    let plain = plain_sqlite(&place.root.join("plain.sqlite"));
    let beside = format!(
        "write + fdatasync of as many bytes ({}): p95 {} ({}); plain SQLite row, same settings: p95 {}",
        bytes.len(),
        shown(bare.p95()),
        ratio(times.p95(), bare.p95()),
        shown(plain.p95())
    );
    table.time(
        "one stance committed with its history, synchronous FULL (p95 of 300)",
        times.p95(),
        10 * MS,
        &beside,
    );
    table.value(
        "the same (median)",
        &shown(times.median()),
        &format!("bare {}, plain SQLite {}", shown(bare.median()), shown(plain.median())),
    );
}

fn plain_sqlite(path: &Path) -> Times {
    let file = rusqlite::Connection::open(path).unwrap();
    file.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())).unwrap();
    file.pragma_update(None, "synchronous", "FULL").unwrap();
    file.execute_batch("CREATE TABLE stance (id INTEGER PRIMARY KEY, link TEXT, value TEXT, note TEXT)")
        .unwrap();
    Times::of(300, |run| {
        file.execute(
            "INSERT INTO stance (link, value, note) VALUES (?1, ?2, ?3)",
            (format!("{run:036}"), "supports", sentence(run)),
        )
        .unwrap();
    })
}

/// Search for one word, two words, a beginning.
pub fn searching(table: &mut Table, place: &Place) {
    let door = place.open(Wanted::Read);
    let mut hits = 0;
    let times = Times::of(300, |run| {
        let words = match run % 3 {
            0 => word(run),
            1 => format!("{} {}", word(31), word(38 + run % 5)),
            _ => word(run).chars().take(4).collect(),
        };
        hits += call(&door, "search", json!({ "words": words })).as_array().unwrap().len();
    });
    table.time(
        "search, first 50 hits (p95 of 300)",
        times.p95(),
        3 * MS,
        &format!("median {}; {} hits a search", shown(times.median()), hits / 302),
    );
}

/// The report of a case with 100 claims.
pub fn reporting(table: &mut Table, place: &Place, filled: &Filled) {
    let door = place.open(Wanted::Read);
    let out = place.root.join("report");
    let html = Times::of(10, |_| drop(call(&door, "report.preview", json!({ "case_id": filled.report }))));
    table.time("report of 100 claims as HTML, from the ledger (median of 10)", html.median(), 150 * MS, "");
    let mut size = 0;
    let pdf = Times::of(3, |_| {
        let made =
            call(&door, "report.export", json!({ "case_id": filled.report, "format": "pdf", "out": out }));
        size = made["size"].as_u64().unwrap();
    });
    table.time("the same as PDF (median of 3)", pdf.median(), 1000 * MS, &format!("{} KB", size / 1024));
}

/// The terminal command, from start to its first output.
pub fn starting(table: &mut Table, place: &Place) {
    let own = std::env::current_exe().unwrap();
    let binary = own.parent().and_then(Path::parent).unwrap().join("counterclaim");
    if !binary.is_file() {
        return table.value(
            "CLI start to first output",
            "not measured",
            "the release binary is not built: `make bench` builds it",
        );
    }
    let run = |arguments: &[&str]| {
        let output = Command::new(&binary)
            .args(["--workspace", place.root.to_str().unwrap()])
            .args(arguments)
            .env("COUNTERCLAIM_CONFIG", &place.config)
            .output()
            .unwrap();
        assert!(output.status.success() && !output.stdout.is_empty(), "it answers");
    };
    let list = Times::of(20, |_| run(&["--limit", "1", "case", "list"]));
    let table_of = Times::of(20, |_| run(&["commands"]));
    let nothing = Times::of(20, |_| drop(Command::new("true").output().unwrap()));
    let beside = format!(
        "p95 {}; `commands` {}; `true` {}",
        shown(list.p95()),
        shown(table_of.median()),
        shown(nothing.median())
    );
    table.time(
        "CLI start to its whole answer, `case list --limit 1` (median of 20)",
        list.median(),
        30 * MS,
        &beside,
    );
}

/// `as_of` of a case with 500 records in a long ledger.
pub fn going_back(table: &mut Table, place: &Place, case: &str, operations: usize) {
    let door = place.open(Wanted::Read);
    let position = {
        let history = call(&door, "history.list", json!({ "case_id": case, "limit": 2 }));
        history[1]["id"].as_str().unwrap().to_owned()
    };
    let mut records = 0;
    let times = Times::of(20, |_| {
        let shown = call(&door, "case.show", json!({ "case_id": case, "as_of": position }));
        records = shown["case"]["claims"].as_array().unwrap().len() + 1;
    });
    let now = Times::of(20, |_| drop(call(&door, "case.show", json!({ "case_id": case }))));
    table.time(
        &format!("as_of of a case of {records} records among {operations} operations (median of 20)"),
        times.median(),
        100 * MS,
        &format!("the present: {}", shown(now.median())),
    );
}

/// Runs a part of this program in a process of its own, and reads how long it took (ms) and its peak memory (MB).
pub fn apart(arguments: &[&str]) -> (Duration, u64) {
    let output =
        Command::new(std::env::current_exe().unwrap()).arg("apart").args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
    let mut numbers = said.split_whitespace().map(|number| number.parse::<u64>().unwrap());
    (Duration::from_micros(numbers.next().unwrap()), numbers.next().unwrap())
}

/// Verifying so many operations, in a process of its own.
pub fn verifying(table: &mut Table, place: &Place, operations: usize, target: Option<Duration>) {
    let root = place.root.to_str().unwrap();
    let (time, memory) = apart(&["verify", root]);
    let began = Instant::now();
    let summed =
        Command::new("sha256sum").arg(place.ledger()).output().is_ok_and(|output| output.status.success());
    let size = std::fs::metadata(place.ledger()).unwrap().len() / (1 << 20);
    let beside = match summed {
        true => format!("sha256sum of the file ({size} MB): {}", shown(began.elapsed())),
        false => format!("the file has {size} MB"),
    };
    let what = format!("verify of {operations} operations, without files");
    match target {
        Some(target) => table.time(&what, time, target, &beside),
        None => table.value(&what, &shown(time), &beside),
    }
    table.bound(&format!("the same: peak memory for {operations} operations"), memory, 256, "MB", "");
}

/// A long ledger, and how long an operation took in it.
pub fn long(table: &mut Table, folder: &Path, operations: usize) -> (Place, String) {
    let place = Place::made(folder);
    let began = Instant::now();
    let mut ledger = fill::open(&place.ledger(), &place.config);
    let case = fill::long(&mut ledger, operations);
    drop(ledger);
    let each = began.elapsed() / u32::try_from(operations).unwrap_or(1);
    table.value(
        &format!("{operations} operations written, synchronous NORMAL"),
        &format!("{} each", shown(each)),
        "",
    );
    (place, case)
}
