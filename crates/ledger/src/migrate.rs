//! Formats: numbered texts that make the file what it is. They only add; their texts are kept in the file and must not differ.

use crate::capture;
use crate::derived;
use crate::error::{LedgerError, Result};
use crate::image::{self, Image};
use crate::ledger::Ledger;
use crate::schema::{FORMAT_1, FORMAT_2, FORMAT_3, Schema};
use crate::seal::Sealing;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::json;

/// One step of the format.
#[derive(Debug)]
pub(crate) struct Migration {
    /// From 1, without a gap.
    pub number: u32,
    /// The SQL that changes the schema. It only adds.
    pub text: &'static str,
    /// SQL that changes data; recorded like any other change.
    pub data: &'static str,
    /// What an image that is older than this step lacks, where the default of a column is not enough: (table, image).
    pub lift: Option<fn(&str, &mut Image)>,
}

/// Every step known here.
pub(crate) static MIGRATIONS: &[Migration] = &[
    Migration { number: 1, text: FORMAT_1, data: "", lift: None },
    Migration { number: 2, text: FORMAT_2, data: "", lift: None },
    Migration { number: 3, text: FORMAT_3, data: "", lift: None },
];

/// Marks the file as ours: "CCLM".
pub(crate) const APPLICATION_ID: i64 = 0x4343_4c4d;

/// The newest format among these.
pub(crate) fn newest(migrations: &[Migration]) -> u32 {
    migrations.last().map_or(0, |m| m.number)
}

/// The format of the file; none if it is empty. A file that is not ours, or newer, is refused.
pub(crate) fn format_of(
    conn: &Connection,
    path: &std::path::Path,
    known: &[Migration],
) -> Result<Option<u32>> {
    let not_ours = || LedgerError::NotALedger { path: path.to_path_buf() };
    let number = |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
    let application = match number("application_id") {
        Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => {
            return Err(not_ours());
        }
        other => other?,
    };
    let found = number("user_version")?;
    if application != APPLICATION_ID {
        let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let empty = application == 0 && found == 0 && tables == 0;
        return if empty { Ok(None) } else { Err(not_ours()) };
    }
    let known = newest(known);
    match u32::try_from(found) {
        Ok(found) if found > known => Err(LedgerError::Newer { found, known }),
        Ok(found) if found > 0 => Ok(Some(found)),
        _ => Err(LedgerError::Damaged { words: format!("its format is {found}") }),
    }
}

/// Refuses a file whose migrations are not those known by these numbers.
pub(crate) fn check_texts(conn: &Connection, migrations: &[Migration], format: u32) -> Result<()> {
    let mut statement = conn.prepare("SELECT number, text FROM migration ORDER BY number")?;
    let mut rows = statement.query([])?;
    let mut next = 1;
    while let Some(row) = rows.next()? {
        let (number, text): (u32, String) = (row.get(0)?, row.get(1)?);
        let known = migrations.iter().find(|m| m.number == number);
        if number != next || known.is_none_or(|m| m.text != text) {
            return Err(LedgerError::Damaged {
                words: format!("migration {number} is not the one known by this number"),
            });
        }
        next += 1;
    }
    if next != format + 1 {
        return Err(LedgerError::Damaged { words: format!("format {format} with {} migrations", next - 1) });
    }
    Ok(())
}

impl Ledger {
    /// Brings the file from format `from` (0 = empty) to the newest, in one operation.
    pub(crate) fn migrate(&mut self, from: u32) -> Result<()> {
        let migrations = self.migrations;
        let steps = || migrations.iter().filter(move |m| m.number > from);
        let around = self.around.clone();
        let time = self.time()?;
        let tx = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for step in steps() {
            tx.execute_batch(step.text)?;
        }
        if from == 0 {
            tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        }
        tx.pragma_update(None, "user_version", newest(migrations))?;
        if from == 0 {
            derived::create(&tx)?;
        } else {
            // What was derived stays found: it is made anew from the rows that were there before.
            derived::fill(&tx)?;
        }
        let schema = Schema::read(&tx, migrations)?;
        capture::arm(&tx, &schema)?;
        tx.execute("DELETE FROM temp.pending", [])?;
        if from == 0 {
            let row = json!({ "uuid": self.identity.uuid, "name": self.identity.name });
            add(&tx, &schema, "device", row)?;
        }
        for step in steps() {
            let row = json!({ "uuid": around.id(), "number": step.number, "text": step.text });
            add(&tx, &schema, "migration", row)?;
            tx.execute_batch(step.data)?;
        }
        let sealing = Sealing {
            uuid: around.id(),
            time,
            name: if from == 0 { "ledger.create" } else { "ledger.migrate" },
            kind: "background",
            editor: None,
            reason: None,
            undoes: None,
        };
        sealing.seal(&tx, &schema, &self.identity, &*around)?;
        tx.commit()?;
        self.schema = schema;
        self.armed = true;
        Ok(())
    }
}

/// Adds a row that the app itself makes.
pub(crate) fn add(conn: &Connection, schema: &Schema, table: &str, row: serde_json::Value) -> Result<()> {
    let (Some(table), serde_json::Value::Object(row)) = (schema.table(table), row) else {
        return Err(LedgerError::Damaged { words: format!("there is no table {table}") });
    };
    image::insert(conn, table, &row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Access, Act, AsOf, Identity, Scripted, VerifyRequest};
    use claims::ids::{CaseId, DeviceId, EditorId};
    use claims::records::{Case, Editor};
    use std::path::Path;
    use std::sync::Arc;
    use uuid::Uuid;

    /// A made-up next format: a new column, a new table, and a change of data.
    static NEXT: &[Migration] = &[
        Migration { number: 1, text: FORMAT_1, data: "", lift: None },
        Migration { number: 2, text: FORMAT_2, data: "", lift: None },
        Migration { number: 3, text: FORMAT_3, data: "", lift: None },
        Migration {
            number: 4,
            text: "ALTER TABLE \"case\" ADD COLUMN weight INTEGER NOT NULL DEFAULT 3;
                CREATE TABLE memo (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
                  trashed INTEGER NOT NULL DEFAULT 0, erased TEXT) STRICT;",
            data: "UPDATE \"case\" SET place = upper(place) WHERE place IS NOT NULL;",
            lift: Some(|table, image| {
                if table == "case"
                    && let Some(place) = image.get("place").and_then(|v| v.as_str()).map(str::to_uppercase)
                {
                    image.insert("place".into(), place.into());
                }
            }),
        },
    ];

    fn open(path: &Path, seed: u64, migrations: &'static [Migration], seen: &mut Vec<u32>) -> Result<Ledger> {
        let start = chrono::DateTime::UNIX_EPOCH + chrono::Duration::days(20_000 + seed as i64);
        let identity = Identity { uuid: DeviceId(Uuid::from_u128(1)), name: "d".into() };
        let mut before = |_: &Path, format: u32| {
            seen.push(format);
            Ok(())
        };
        Ledger::open_with(
            path,
            Access::Write,
            identity,
            Arc::new(Scripted::new(start, seed)),
            &mut before,
            migrations,
        )
    }

    fn is_good(ledger: &Ledger) {
        let verified = ledger.verify(&VerifyRequest::default(), &mut |_| true).unwrap();
        assert_eq!(verified.faults, [], "the migrated ledger verifies");
    }

    #[test]
    fn an_older_file_is_backed_up_migrated_and_still_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.sqlite");
        let mut seen = Vec::new();
        let mut ledger = open(&path, 1, MIGRATIONS, &mut seen).unwrap();
        let (editor, id) = (EditorId(ledger.around().id()), CaseId(ledger.around().id()));
        let person: Editor = serde_json::from_value(json!({ "uuid": editor, "name": "Mira" })).unwrap();
        let act = Act { name: "editor.add", background: true, ..Act::default() };
        ledger.transact(&act, |tx| tx.add(&person)).unwrap();
        let case: Case =
            serde_json::from_value(json!({ "uuid": id, "name": "One", "place": "Idlib", "status": "draft" }))
                .unwrap();
        let act = Act { name: "case.add", editor: Some(editor), ..Act::default() };
        ledger.transact(&act, |tx| tx.add(&case)).unwrap();
        let act = Act { name: "case.edit", editor: Some(editor), ..Act::default() };
        let fields = serde_json::Map::from_iter([("name".to_string(), json!("Two"))]);
        ledger.transact(&act, |tx| tx.edit::<Case>(id, fields)).unwrap();
        let old = ledger.last().unwrap().unwrap().uuid;
        drop(ledger);
        assert_eq!(seen, [0; 0], "a new file needs no backup");

        let mut ledger = open(&path, 2, NEXT, &mut seen).unwrap();
        assert_eq!(seen, [3], "the older file was offered for a backup first");
        let last = ledger.last().unwrap().unwrap();
        assert_eq!((last.name.as_str(), last.editor), ("ledger.migrate", None));
        assert_eq!(
            ledger.get::<Case>(id).unwrap().unwrap().place.as_deref(),
            Some("IDLIB"),
            "its data was changed, on record"
        );
        is_good(&ledger);
        let then = ledger.case_at(id, Some(&AsOf::Operation(old))).unwrap().unwrap();
        assert_eq!(then.case.name, "Two", "the past is read by the code of today");
        assert_eq!(then.case.place.as_deref(), Some("IDLIB"), "and lifted to its format");
        ledger.undo(editor, None, None).unwrap();
        assert_eq!(
            ledger.get::<Case>(id).unwrap().unwrap().name,
            "One",
            "what was done before can still be undone"
        );
        let weight: i64 = ledger.conn.query_row("SELECT weight FROM \"case\"", [], |row| row.get(0)).unwrap();
        assert_eq!(weight, 3, "with the default of what did not exist then");
        ledger.undo(editor, None, None).unwrap();
        ledger.redo(editor, None).unwrap();
        is_good(&ledger);
        drop(ledger);

        let newer = match open(&path, 3, MIGRATIONS, &mut seen) {
            Err(error) => error,
            Ok(_) => panic!("an older version refuses it"),
        };
        assert!(matches!(newer, LedgerError::Newer { found: 4, known: 3 }));
        open(&path, 4, NEXT, &mut seen).unwrap();
        assert_eq!(seen, [3], "it is migrated once");
    }

    #[test]
    fn a_backup_that_fails_leaves_the_file_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ledger.sqlite");
        drop(open(&path, 1, MIGRATIONS, &mut Vec::new()).unwrap());
        let identity = Identity { uuid: DeviceId(Uuid::from_u128(1)), name: "d".into() };
        let around = Arc::new(Scripted::new(chrono::DateTime::UNIX_EPOCH, 2));
        let refused = Ledger::open_with(
            &path,
            Access::Write,
            identity,
            around,
            &mut |_, _| Err(LedgerError::Full),
            NEXT,
        );
        assert!(matches!(refused, Err(LedgerError::Full)));
        is_good(&open(&path, 3, MIGRATIONS, &mut Vec::new()).unwrap());
    }

    #[test]
    fn migrations_are_numbered_without_a_gap() {
        for (at, step) in MIGRATIONS.iter().enumerate() {
            assert_eq!(step.number as usize, at + 1);
        }
    }
}
