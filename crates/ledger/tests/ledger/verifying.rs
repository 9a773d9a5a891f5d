//! Damage: whatever is changed by other hands is seen by verify and by the script alike.

use crate::support::*;
use claims::ids::*;
use ledger::{Verified, VerifyRequest};

fn example() -> Desk {
    let mut desk = desk();
    let (one, two) = (desk.case("One"), desk.case("Two"));
    let item = desk.item("Report");
    let claim = desk.claim(one, "It was sarin");
    desk.claim(two, "elsewhere");
    let link = desk.link(one, item, claim);
    desk.stance(one, link, "supports");
    desk.edit::<claims::records::Claim>(claim, serde_json::json!({ "note": "seen" })).unwrap();
    desk.undo().unwrap();
    let editor = desk.editor;
    let act = ledger::Act {
        name: "case.edit",
        editor: Some(editor),
        reason: Some("a reason"),
        ..Default::default()
    };
    desk.ledger
        .transact(&act, |tx| {
            tx.edit::<claims::records::Case>(one, fields(serde_json::json!({ "place": "Idlib" })))
        })
        .unwrap();
    desk
}

/// What other hands do to the file.
fn harm(desk: &Desk, sql: &str) {
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; {sql}"))
        .unwrap();
}

fn verify(desk: &Desk, head: Option<String>) -> Verified {
    desk.ledger.verify(&VerifyRequest { head }, &mut |_| true).unwrap()
}

#[track_caller]
fn seen(sql: &str, code: &str) {
    let desk = example();
    harm(&desk, sql);
    let verified = verify(&desk, None);
    assert!(!verified.ok, "{sql} is seen");
    let codes: Vec<&str> = verified.faults.iter().map(|fault| fault.code.as_str()).collect();
    assert!(codes.contains(&code), "{sql} is seen as {code}: {codes:?}");
    if code != "derived" {
        let (exit, said) = script(&desk.path, &[]);
        assert_eq!(exit, 1, "the script sees {sql}: {said}");
        assert!(said.contains("FAULT"), "and says so: {said}");
    }
}

#[test]
fn a_good_ledger_verifies() {
    let desk = example();
    let verified = desk.verified();
    let last = desk.ledger.last().unwrap().unwrap();
    assert_eq!(verified.operations, last.position as u64);
    assert_eq!(verified.heads[0].hash, last.hash);
    let (code, said) = script(&desk.path, &["--head", &last.hash]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains(&format!("head {}", last.hash)), "the script prints the heads");
    assert_eq!(verify(&desk, Some(last.hash)).head_found, Some(true));
    let other = verify(&desk, Some("00".repeat(32)));
    assert_eq!((other.head_found, other.ok), (Some(false), false), "a head that is not there is said");
    assert_eq!(script(&desk.path, &["--head", &"00".repeat(32)]).0, 1);
}

#[test]
fn a_changed_row_is_seen() {
    seen("UPDATE claim SET text = 'It was chlorine' WHERE text = 'It was sarin'", "row");
}

#[test]
fn a_row_taken_out_is_seen() {
    seen("DELETE FROM stance", "row");
}

#[test]
fn an_unrecorded_row_is_seen() {
    seen("INSERT INTO actor (uuid, name) VALUES ('00000000-0000-7000-8000-0000000000aa', 'Nobody')", "row");
}

#[test]
fn a_changed_image_is_seen() {
    seen(
        "UPDATE change SET after = replace(after, 'sarin', 'water') WHERE after LIKE '%sarin%'",
        "change_hash",
    );
}

#[test]
fn an_image_that_is_no_json_is_seen() {
    seen("UPDATE change SET after = '{' WHERE after LIKE '%sarin%'", "row");
}

#[test]
fn a_changed_image_with_its_row_is_seen() {
    seen(
        "UPDATE change SET after = replace(after, 'sarin', 'water'), before = replace(before, 'sarin', 'water');
         UPDATE claim SET text = replace(text, 'sarin', 'water')",
        "change_hash",
    );
}

#[test]
fn a_changed_hash_is_seen() {
    seen("UPDATE operation SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE n = 4", "hash");
    seen("UPDATE change SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE operation_id = 4", "body");
    seen("UPDATE operation SET body = replace(body, substr(body, 1, 1), 'x') WHERE n = 4", "body");
}

#[test]
fn an_operation_taken_out_of_the_middle_is_seen() {
    seen("DELETE FROM change WHERE operation_id = 5; DELETE FROM operation WHERE id = 5", "chain");
}

#[test]
fn a_dropped_change_is_seen() {
    seen("DELETE FROM change WHERE operation_id = 1 AND seq = 2", "body");
    seen("DELETE FROM change WHERE operation_id = 6", "body");
}

#[test]
fn operations_in_another_order_are_seen() {
    seen(
        "UPDATE operation SET n = CASE n WHEN 4 THEN 1005 ELSE 1004 END WHERE n IN (4, 5); UPDATE operation SET n = n - 1000 WHERE n > 1000",
        "chain",
    );
}

#[test]
fn changes_in_another_order_are_seen() {
    seen(
        "UPDATE change SET seq = 9 WHERE operation_id = 1 AND seq = 1; UPDATE change SET seq = 1 WHERE operation_id = 1 AND seq = 2;
         UPDATE change SET seq = 2 WHERE operation_id = 1 AND seq = 9",
        "change_hash",
    );
}

#[test]
fn another_author_time_or_reason_is_seen() {
    seen("UPDATE operation SET editor = NULL WHERE n = 4", "body");
    seen("UPDATE operation SET time = '2026-11-22T00:00:00.000Z' WHERE n = 4", "body");
    seen("UPDATE operation SET reason = 'another' WHERE reason IS NOT NULL", "reason");
    seen("UPDATE operation SET reason = NULL, reason_salt = NULL WHERE reason IS NOT NULL", "reason");
    seen("UPDATE operation SET seen = '[{\"device\":\"x\",\"n\":1,\"hash\":\"y\"}]' WHERE n = 4", "seen");
}

#[test]
fn an_image_that_no_erasure_names_is_missed() {
    seen(
        "UPDATE change SET before = NULL, after = NULL, salt = NULL WHERE operation_id = 6",
        "image_missing",
    );
}

#[test]
fn an_added_change_is_seen() {
    seen(
        "INSERT INTO change SELECT operation_id, 99, table_name, row_uuid, case_uuid, before, after, salt, hash FROM change WHERE operation_id = 6",
        "body",
    );
    seen(
        "INSERT INTO change SELECT 999, 1, table_name, row_uuid, case_uuid, before, after, salt, hash FROM change WHERE operation_id = 6",
        "change_without_operation",
    );
}

#[test]
fn another_schema_is_seen() {
    seen("ALTER TABLE claim ADD COLUMN hidden TEXT", "schema");
    seen("CREATE TABLE beside (a)", "schema");
    seen("DROP INDEX claim_of_case", "schema");
    seen("CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM claim; END", "schema");
}

#[test]
fn damaged_derived_tables_are_seen() {
    seen("UPDATE x_doc SET folded = 'water' WHERE folded LIKE '%sarin%'", "derived");
    seen("DELETE FROM x_doc WHERE table_name = 'claim'", "derived");
    seen("INSERT INTO x_of VALUES ('a', 'b', 'c')", "derived");
    seen("DELETE FROM x_same", "derived");
    seen("INSERT INTO x_same VALUES ('title', 'another', 'c')", "derived");
    seen("INSERT INTO x_words (x_words) VALUES ('delete-all')", "derived");
}

#[test]
fn verify_can_be_stopped() {
    let desk = example();
    let stopped = desk.ledger.verify(&VerifyRequest::default(), &mut |_| false).unwrap();
    assert!(stopped.stopped && !stopped.ok);
}

#[test]
fn the_script_hashes_files_again() {
    use sha2::Digest;
    let mut desk = desk();
    let files = desk.folder.path().join("files");
    let hash: String = sha2::Sha256::digest(b"abc").iter().map(|b| format!("{b:02x}")).collect();
    std::fs::create_dir_all(files.join(&hash[..2])).unwrap();
    let file = files.join(&hash[..2]).join(&hash[2..]);
    std::fs::write(&file, b"abc").unwrap();
    let item = desk.item("Report");
    let editor = desk.editor;
    desk.add::<claims::records::Capture>(
        serde_json::json!({ "item_id": item, "sha256": hash, "size": 3, "media_type": "text/plain",
        "name": "a.txt", "captured": "2026-11-22T09:00:00.000Z", "how": "attached", "editor_id": editor }),
    );
    assert_eq!(desk.ledger.file_hashes().unwrap(), [(hash, Some(3))]);
    let folder = files.to_str().unwrap();
    assert_eq!(script(&desk.path, &["--files", folder]).0, 0);
    std::fs::write(&file, b"abd").unwrap();
    assert_eq!(script(&desk.path, &["--files", folder]).0, 1, "a changed file is seen");
    std::fs::remove_file(&file).unwrap();
    assert_eq!(script(&desk.path, &["--files", folder]).0, 1, "a missing file is seen");
    let _ = OperationId(desk.id());
}
