//! What SQL of ours may not do: what history could not see, and what plain `sqlite3` could not read.

use super::files;
use std::fs;
use std::io;
use std::path::Path;

/// Words that have no place in the SQL of the ledger, each with the reason.
const BARRED: [(&str, &str); 5] = [
    (
        "ON DELETE CASCADE",
        "a cascade fires when its parent is gone, and history cannot read the parent's identity",
    ),
    ("ON UPDATE CASCADE", "a cascade changes rows that no operation names"),
    ("REPLACE INTO", "REPLACE deletes rows without their triggers"),
    ("OR REPLACE", "REPLACE deletes rows without their triggers"),
    ("ON CONFLICT REPLACE", "REPLACE deletes rows without their triggers"),
];

pub fn faults(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    for path in files::below(&root.join("crates"), &[".sql"])? {
        faults.extend(of_sql(&files::name(root, &path), &fs::read_to_string(&path)?));
    }
    Ok(faults)
}

fn of_sql(place: &str, text: &str) -> Vec<String> {
    let code: Vec<&str> = text.lines().map(|line| line.split("--").next().unwrap_or_default()).collect();
    let code = code.join(" ").to_uppercase();
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut faults = Vec::new();
    for (word, reason) in BARRED {
        if code.contains(word) {
            faults.push(format!("{place}: {word}: {reason}"));
        }
    }
    for table in code.split("CREATE TABLE ").skip(1) {
        // Options stand after the last bracket of the statement.
        let statement = table.split(';').next().unwrap_or_default();
        let options = statement.rsplit(')').next().unwrap_or_default();
        if !options.contains("STRICT") {
            let name = table.split([' ', '(']).next().unwrap_or_default().to_lowercase();
            faults.push(format!("{place}: table {name} is not STRICT"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_history_cannot_see_is_seen() {
        let text = "CREATE TABLE a (b INTEGER REFERENCES c (d)\n ON DELETE\n CASCADE) STRICT;";
        assert_eq!(of_sql("x.sql", text).len(), 1, "a cascade is barred, however it is broken into lines");
        assert!(!of_sql("x.sql", "update or replace a set b = 1;").is_empty(), "REPLACE is barred");
        assert_eq!(of_sql("x.sql", "-- no REPLACE INTO here\nSELECT 1;").len(), 0, "a remark is no code");
    }

    #[test]
    fn a_table_that_takes_any_type_is_seen() {
        assert_eq!(of_sql("x.sql", "CREATE TABLE a (b TEXT CHECK (b <> ''));").len(), 1, "it is not STRICT");
        assert_eq!(of_sql("x.sql", "CREATE TABLE a (b TEXT CHECK (b <> '')) STRICT;").len(), 0, "it is");
    }
}
