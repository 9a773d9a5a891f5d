//! docs/file-format.md tells the truth about the file.

use crate::support::*;

fn document() -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/file-format.md");
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn every_table_is_explained() {
    let desk = desk();
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    let text = document();
    let tables = strings(
        &conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%fts5%' AND name NOT LIKE 'x\\_words%' ESCAPE '\\' AND name NOT LIKE 'x\\_parts%' ESCAPE '\\'",
    );
    assert!(tables.len() > 45, "the tables of the field, the history and the derived ones");
    for table in tables.iter().map(String::as_str).chain(["x_words", "x_parts"]) {
        assert!(
            text.contains(&format!("| `{table}` |")),
            "docs/file-format.md has a line for the table {table}"
        );
    }
}

#[test]
fn every_column_of_the_history_is_explained() {
    let desk = desk();
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    let text = document();
    for table in ["operation", "change", "erasure"] {
        for column in strings(&conn, &format!("SELECT name FROM pragma_table_info('{table}')")) {
            assert!(text.contains(&format!("`{column}`")), "docs/file-format.md explains {table}.{column}");
        }
    }
}

#[test]
fn the_file_says_what_it_is() {
    let desk = desk();
    let conn = rusqlite::Connection::open(&desk.path).unwrap();
    let number =
        |pragma: &str| conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((number("application_id"), number("user_version")), (0x4343_4c4d, 3));
    let loose = strings(
        &conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%' AND name NOT LIKE 'x\\_words%' ESCAPE '\\' AND name NOT LIKE 'x\\_parts%' ESCAPE '\\'",
    );
    assert_eq!(loose, Vec::<String>::new(), "every table is strict");
    let cascades = strings(
        &conn,
        "SELECT name FROM sqlite_schema WHERE sql LIKE '%CASCADE%' OR sql LIKE '%ON DELETE%' OR type IN ('trigger', 'view')",
    );
    assert_eq!(cascades, Vec::<String>::new(), "nothing in the file acts by itself");
}

#[test]
fn scripted_surroundings_give_the_same_file_again() {
    let heads = || desk().ledger.heads().unwrap();
    assert_eq!(heads(), heads(), "clock, identities and salts are all that comes from outside");
}
