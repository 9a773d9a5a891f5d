//! Opening: new, old, newer, foreign, damaged and busy files; readers beside a writer; copies.

use crate::support::*;
use claims::records::*;
use ledger::{Access, Filter, Ledger, LedgerError, Result, Scripted};
use std::path::Path;
use std::sync::Arc;

fn reader(path: &Path) -> Result<Ledger> {
    Ledger::open(path, Access::ReadOnly, device(7), Arc::new(Scripted::new(start(), 7)), &mut |_, _| Ok(()))
}

fn error(result: Result<Ledger>) -> LedgerError {
    match result {
        Ok(_) => panic!("this is refused"),
        Err(error) => error,
    }
}

#[test]
fn it_opens_again_with_everything_there() {
    let mut desk = desk();
    let case = desk.case("One");
    let path = desk.path.clone();
    drop(desk.ledger);
    desk.ledger = open(&path, 3).unwrap();
    assert_eq!(desk.ledger.get::<Case>(case).unwrap().unwrap().name, "One");
    desk.verified();
}

#[test]
fn a_newer_file_is_refused_and_left_as_it_is() {
    let desk = desk();
    drop(desk.ledger);
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    conn.execute_batch("PRAGMA user_version = 99; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    drop(conn);
    let before = std::fs::read(&desk.path).unwrap();
    for result in [open(&desk.path, 1), reader(&desk.path)] {
        assert!(matches!(error(result), LedgerError::Newer { found: 99, known: 3 }));
    }
    assert_eq!(std::fs::read(&desk.path).unwrap(), before, "not a byte is changed");
}

#[test]
fn what_is_no_ledger_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("notes.txt");
    std::fs::write(
        &text,
        "These are notes, and long enough to be looked at as more than an empty file.".repeat(20),
    )
    .unwrap();
    assert!(matches!(error(open(&text, 1)), LedgerError::NotALedger { .. }));
    assert!(std::fs::read_to_string(&text).unwrap().starts_with("These are notes"));
    let foreign = folder.path().join("foreign.sqlite");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    assert!(matches!(error(open(&foreign, 1)), LedgerError::NotALedger { .. }));
    assert!(matches!(error(reader(&folder.path().join("nothing"))), LedgerError::Io { .. }));
    assert!(matches!(error(open(&folder.path().join("no/such/folder.sqlite"), 1)), LedgerError::Io { .. }));
    assert!(matches!(error(open(folder.path(), 1)), LedgerError::Io { .. }), "a folder is no ledger");
}

#[test]
fn a_damaged_file_is_an_error_and_not_a_panic() {
    let mut desk = desk();
    for n in 0..50 {
        desk.case(&format!("Case {n} {}", "with a long name ".repeat(30)));
    }
    let path = desk.path.clone();
    drop(desk.ledger);
    let good = std::fs::read(&path).unwrap();
    let mut seen = 0;
    for start in (0..good.len()).step_by(4096 * 3).skip(1) {
        let mut bad = good.clone();
        bad[start..start + 4096].fill(0xa5);
        std::fs::write(&path, &bad).unwrap();
        let _ = std::fs::remove_file(path.with_extension("sqlite-wal"));
        let result =
            open(&path, 1).and_then(|ledger| ledger.verify(&ledger::VerifyRequest::default(), &mut |_| true));
        match result {
            Ok(verified) => seen += u32::from(!verified.ok),
            Err(LedgerError::Damaged { .. }) => seen += 1,
            Err(LedgerError::Sqlite(_) | LedgerError::NotALedger { .. } | LedgerError::Json(_)) => seen += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert!(seen > 10, "pages of the history and of the tables were hit: {seen}");
}

#[test]
fn another_migration_under_a_known_number_is_damage() {
    let desk = desk();
    drop(desk.ledger);
    rusqlite::Connection::open(&desk.path)
        .unwrap()
        .execute("UPDATE migration SET text = text || ' '", [])
        .unwrap();
    assert!(matches!(error(open(&desk.path, 1)), LedgerError::Damaged { .. }));
}

#[test]
fn a_reader_reads_while_a_writer_writes_and_writes_nothing() {
    let mut desk = desk();
    let case = desk.case("One");
    let mut beside = reader(&desk.path).unwrap();
    let path = desk.path.clone();
    let stop = Arc::new(std::sync::atomic::AtomicBool::new(false));
    let reading = std::thread::spawn({
        let stop = stop.clone();
        move || {
            let ledger = reader(&path).unwrap();
            let mut seen = 0;
            while !stop.load(std::sync::atomic::Ordering::Relaxed) {
                let at = ledger.case_at(case, None).unwrap().unwrap();
                assert!(at.claims.len() >= seen, "each snapshot is whole and no older than the last");
                seen = at.claims.len();
                assert_eq!(at.claims.len(), at.answers.len(), "an operation is seen whole or not at all");
            }
            seen
        }
    });
    let point = desk.point(case, "What?");
    for n in 0..30 {
        let ids = [desk.id(), desk.id()];
        desk.act("claim.add", |tx| {
            tx.add(&record::<Claim>(serde_json::json!({ "uuid": ids[0], "case_id": case, "text": format!("{n}"), "kind": "factual" })))?;
            tx.add(&record::<Answer>(serde_json::json!({ "uuid": ids[1], "case_id": case, "claim_id": ids[0], "point_id": point, "kind": "value", "value": "x" })))
        })
        .unwrap();
    }
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    reading.join().unwrap();
    assert_eq!(
        beside.list::<Claim>(&Filter::default()).unwrap().len(),
        30,
        "a reader sees what was written since"
    );
    let act = ledger::Act { name: "case.add", ..Default::default() };
    let result = beside.transact(&act, |tx| tx.trash::<Case>(case));
    assert!(matches!(result, Err(LedgerError::ReadOnly)));
    let verified = beside.verify(&ledger::VerifyRequest::default(), &mut |_| true).unwrap();
    assert!(verified.ok, "a reader can verify: {:?}", verified.faults);
}

#[test]
fn a_second_writer_is_told_that_it_is_busy() {
    let mut desk = desk();
    let other = rusqlite::Connection::open(&desk.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let started = std::time::Instant::now();
    let id = desk.id();
    let result = desk.act("case.add", |tx| {
        tx.add(&record::<Case>(serde_json::json!({ "uuid": id, "name": "x", "status": "draft" })))
    });
    assert!(matches!(refused(result), LedgerError::Busy), "after {:?}", started.elapsed());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_still_read() {
    let mut desk = desk();
    let case = desk.case("One");
    let path = desk.path.clone();
    drop(desk.ledger);
    let mode = |path: &Path, bits: u32| {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(bits)).unwrap();
    };
    mode(&path, 0o444);
    mode(desk.folder.path(), 0o555);
    let read = reader(&path).and_then(|ledger| ledger.get::<Case>(case));
    let checked = script(&path, &[]);
    mode(desk.folder.path(), 0o755);
    assert_eq!(read.unwrap().unwrap().name, "One");
    assert_eq!(checked.0, 0, "{}", checked.1);
}

#[test]
fn a_backup_is_a_checked_copy_that_opens() {
    let mut desk = desk();
    let case = desk.case("One");
    let to = desk.folder.path().join("copy.sqlite");
    desk.ledger.backup_to(&to).unwrap();
    assert_eq!(script(&to, &[]).0, 0, "the copy verifies");
    let copy = reader(&to).unwrap();
    assert_eq!(copy.get::<Case>(case).unwrap().unwrap().name, "One");
    assert!(
        matches!(refused(desk.ledger.backup_to(&to)), LedgerError::Io { .. }),
        "it never writes over a file"
    );
    assert!(matches!(refused(desk.ledger.backup_to(Path::new("/no/such/folder/x"))), LedgerError::Io { .. }));
}

#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let mut desk = desk();
    let case = desk.case("One");
    let before = desk.tables();
    // A limit on the file's pages stands for the end of the disk.
    let around: Arc<Scripted> = Arc::new(Scripted::new(start() + chrono::Duration::days(1), 5));
    let path = desk.path.clone();
    drop(desk.ledger);
    desk.ledger = Ledger::open(&path, Access::Write, device(1), around, &mut |_, _| Ok(())).unwrap();
    desk.ledger.limit_pages(1).unwrap();
    let big = "long ".repeat(200_000);
    let result = desk.edit::<Case>(case, serde_json::json!({ "summary": big }));
    assert!(matches!(refused(result), LedgerError::Full));
    assert_eq!(desk.tables(), before, "nothing is lost and nothing half written");
    desk.ledger.limit_pages(1_000_000).unwrap();
    desk.edit::<Case>(case, serde_json::json!({ "summary": big })).unwrap();
    desk.verified();
}

#[test]
fn a_bulk_import_is_one_operation() {
    let mut desk = desk();
    let case = desk.case("One");
    let editor = desk.editor;
    let act = ledger::Act { name: "import", editor: Some(editor), bulk: true, ..Default::default() };
    let done = desk
        .ledger
        .transact(&act, |tx| {
            for n in 0..3000 {
                let id = tx.id();
                tx.add(&record::<Claim>(serde_json::json!({ "uuid": id, "case_id": case, "text": format!("claim {n}"), "kind": "factual" })))?;
            }
            Ok::<_, LedgerError>(())
        })
        .unwrap();
    assert_eq!(done.changed.len(), 1000, "the first thousand changed rows are named");
    assert_eq!(desk.ledger.last().unwrap().unwrap().n_changes, 3000);
    desk.verified();
    desk.undo().unwrap();
    assert!(desk.ledger.list::<Claim>(&Filter::default()).unwrap().is_empty());
    desk.verified();
}
