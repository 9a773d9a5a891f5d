//! Erasing a text for good: from the row and from the history, leaving a mark.

use crate::error::{LedgerError, Result};
use crate::image::{self, Image};
use crate::ledger::Ledger;
use crate::migrate;
use crate::transact::{Act, As, Done};
use crate::tx::Tx;
use claims::ids::{EditorId, OperationId};
use claims::records::ERASED;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::{Value, json};
use uuid::Uuid;

/// What to erase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Erase {
    /// Texts of a record, with all their earlier wordings.
    Fields {
        /// Table of the record.
        table: String,
        /// The record.
        row: Uuid,
        /// Columns, each one of [`Ledger::erasable`].
        fields: Vec<String>,
    },
    /// The reason that an operation gave.
    Reason(OperationId),
}

/// What was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Changes in the history whose images are gone.
    pub changes: u64,
    /// Whether the journal beside the file was emptied too; if not, another reader held it open, and it is emptied once all have closed.
    pub cleaned: bool,
}

/// The columns of each table whose text can be erased: what a person wrote, never a word of a closed list, a date or a reference.
static ERASABLE: &[(&str, &[&str])] = &[
    ("editor", &["name"]),
    ("house", &["name", "url", "corrections_url", "note"]),
    ("case", &["name", "summary", "place", "date_words", "why"]),
    ("case_name", &["name"]),
    ("tag", &["name"]),
    ("actor", &["name", "description", "url"]),
    ("actor_name", &["name"]),
    ("office", &["name"]),
    ("account", &["name", "summary", "steelman"]),
    (
        "item",
        &[
            "name",
            "title",
            "symbol",
            "date_words",
            "url",
            "archive_url",
            "container",
            "place",
            "pages",
            "note",
        ],
    ),
    ("author", &["name"]),
    ("derivation", &["note"]),
    ("capture", &["name", "how", "note", "address", "final_address", "tool", "reason"]),
    ("excerpt", &["quote", "page", "prefix", "suffix", "note", "label", "translation", "translator"]),
    ("finding", &["name", "standard"]),
    ("point", &["question", "note"]),
    ("claim", &["text", "note"]),
    (
        "statement",
        &[
            "office",
            "date_words",
            "time_words",
            "venue",
            "words",
            "translation",
            "translator",
            "differs_reason",
            "note",
        ],
    ),
    ("appearance", &["note"]),
    ("answer", &["value", "note"]),
    ("silence", &["looked"]),
    ("comparison", &["reason"]),
    ("reliability", &["reason"]),
    ("evidence_link", &["note"]),
    ("stance", &["note"]),
    ("scale", &["description"]),
    ("scale_label", &["meaning"]),
    ("assessment", &["rationale", "would_change", "supersede_reason"]),
    ("second_reading", &["reason"]),
    ("verdict", &["reason"]),
    ("inquiry", &["sought", "looked", "note"]),
    ("reply", &["asked_how", "words"]),
    ("report", &["reason"]),
    ("event", &["name", "date_words", "time_words", "place", "note"]),
    ("checklist_line", &["text", "note"]),
    ("handing_out", &["name"]),
    ("fetch", &["address", "final_address", "problem", "reason"]),
    ("capture_text", &["tool"]),
    ("metadata", &["name", "value", "tool"]),
    ("picture_check", &["settings", "note"]),
    ("device", &["name"]),
];

impl Ledger {
    /// Erases texts from a row and from every earlier image of it that holds any wording of them, as an operation named `erase`.
    ///
    /// The row stays, with `[erased]` in the fields and their names in `erased`; an image that is gone is named in the table `erasure`.
    /// A row that was undone can be erased from the history too. Undo never reverses it. Earlier backups and reports keep the text.
    ///
    /// Errors: `ReasonNeeded`; `NotErasable`; `NotFound` if the history knows no such row; `NoSuchOperation`.
    pub fn erase(&mut self, editor: EditorId, what: &Erase, reason: &str) -> Result<Done<Erased>> {
        if reason.trim().is_empty() {
            return Err(LedgerError::ReasonNeeded);
        }
        let act = Act { name: "erase", editor: Some(editor), reason: Some(reason), ..Act::default() };
        let kind = As { kind: "erase", undoes: None };
        let done = self.write(&act, kind, |tx| match what {
            Erase::Fields { table, row, fields } => erase_fields(tx, table, *row, fields),
            Erase::Reason(operation) => erase_reason(tx, *operation),
        })?;
        let cleaned = match done.operation {
            Some(_) => self.clean()?,
            None => true,
        };
        Ok(Done {
            value: Erased { changes: done.value, cleaned },
            operation: done.operation,
            changed: done.changed,
        })
    }

    /// The columns of a table whose text can be erased.
    pub fn erasable(table: &str) -> &'static [&'static str] {
        ERASABLE.iter().find(|(name, _)| *name == table).map_or(&[], |(_, columns)| columns)
    }

    /// Takes the text out of what lies beside the file: the temporary table and the journal.
    fn clean(&mut self) -> Result<bool> {
        self.conn.execute("DELETE FROM temp.pending", [])?;
        let busy: i64 = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(busy == 0)
    }
}

fn erase_fields(tx: &mut Tx<'_>, name: &str, row: Uuid, fields: &[String]) -> Result<u64> {
    let refused = |field: &str| LedgerError::NotErasable { table: name.into(), field: field.into() };
    if let Some(field) = fields.iter().find(|field| !Ledger::erasable(name).contains(&field.as_str())) {
        return Err(refused(field));
    }
    let Some(table) = tx.schema.table(name) else { return Err(refused("")) };
    let uuid = row.to_string();
    let now = image::current(tx.conn, table, &uuid)?;
    let stood = now.is_some();
    let Some(last) = now.map_or_else(|| last_image(tx.conn, name, &uuid), |now| Ok(Some(now)))? else {
        return Err(LedgerError::NotFound { table: name.into(), id: row });
    };
    let mut image: Image = serde_json::from_str(&last)?;
    let mut names: Vec<String> = fields.iter().filter(|field| is_text(&image, field)).cloned().collect();
    let erased = earlier(tx, name, &uuid, fields)?;
    if names.is_empty() && erased == 0 {
        return Ok(0);
    }
    for name in &names {
        image.insert(name.clone(), ERASED.into());
    }
    let marks = marks(&image, fields);
    image.insert("erased".into(), marks.into());
    if stood {
        names.push("erased".into());
        image::update(tx.conn, table, &uuid, &names, &image)?;
        let recorded = tx.conn.execute(
            "UPDATE temp.pending SET before = NULL WHERE row_uuid = ?1 AND table_name = ?2",
            [&uuid, name],
        )?;
        if recorded == 0 {
            // Marked just so before: the history still needs an image to go on from.
            note(tx, name, &uuid, &image, &[(None, Some(&image))])?;
        }
    } else {
        // The row was undone: it comes and goes in one breath, so that the history keeps a marked image of it.
        note(tx, name, &uuid, &image, &[(None, Some(&image)), (Some(&image), None)])?;
    }
    Ok(erased)
}

/// Whether the field holds a text that is not gone already.
fn is_text(image: &Image, field: &str) -> bool {
    image.get(field).and_then(Value::as_str).is_some_and(|text| text != ERASED)
}

/// The fields that are erased, in the order of their table's list.
fn marks(image: &Image, fields: &[String]) -> String {
    let old = image.get("erased").and_then(Value::as_str).unwrap_or_default();
    let mut marks: Vec<&str> = old.split(',').filter(|mark| !mark.is_empty()).collect();
    marks.extend(
        fields.iter().map(String::as_str).filter(|field| image.get(*field).is_some_and(|v| v == ERASED)),
    );
    let mut seen = std::collections::BTreeSet::new();
    marks.retain(|mark| seen.insert(*mark));
    marks.join(",")
}

/// Takes both images and the salt of every change of the row that holds a text of these fields, and names each in `erasure`.
fn earlier(tx: &mut Tx<'_>, table: &str, uuid: &str, fields: &[String]) -> Result<u64> {
    let mut statement = tx.conn.prepare(
        "SELECT c.operation_id, c.seq, o.uuid, c.before, c.after, o.kind = 'erase' AND c.before IS NULL AND NOT EXISTS (
           SELECT 1 FROM change AS d WHERE d.operation_id = c.operation_id AND d.row_uuid = c.row_uuid AND d.after IS NULL AND d.salt IS NOT NULL)
         FROM change AS c JOIN operation AS o ON o.id = c.operation_id
         WHERE c.row_uuid = ?1 AND c.table_name = ?2 AND c.salt IS NOT NULL ORDER BY c.operation_id, c.seq",
    )?;
    let mut holding = Vec::new();
    let mut rows = statement.query([uuid, table])?;
    while let Some(row) = rows.next()? {
        let (before, after): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
        let mut holds = false;
        for image in [&before, &after].into_iter().flatten() {
            let image: Image = serde_json::from_str(image)?;
            holds |= fields.iter().any(|field| is_text(&image, field));
        }
        if holds {
            // An earlier erasure's image says nothing of before, though the row was there.
            let was = match (before, after, row.get::<_, bool>(5)?) {
                (None, Some(_), false) => "added",
                (Some(_), None, _) => "removed",
                _ => "changed",
            };
            holding.push((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get::<_, String>(2)?, was));
        }
    }
    drop(rows);
    drop(statement);
    for (operation, seq, uuid, was) in &holding {
        tx.conn
            .prepare_cached("UPDATE change SET before = NULL, after = NULL, salt = NULL WHERE operation_id = ?1 AND seq = ?2")?
            .execute((operation, seq))?;
        name_erasure(tx, uuid, *seq, was)?;
    }
    Ok(holding.len() as u64)
}

fn erase_reason(tx: &mut Tx<'_>, operation: OperationId) -> Result<u64> {
    let uuid = operation.to_string();
    let known: Option<bool> = tx
        .conn
        .query_row("SELECT reason IS NOT NULL FROM operation WHERE uuid = ?1", [&uuid], |row| row.get(0))
        .optional()?;
    match known {
        None => Err(LedgerError::NoSuchOperation { operation }),
        Some(false) => Ok(0),
        Some(true) => {
            tx.conn
                .execute("UPDATE operation SET reason = NULL, reason_salt = NULL WHERE uuid = ?1", [&uuid])?;
            name_erasure(tx, &uuid, 0, "reason")?;
            Ok(1)
        }
    }
}

fn name_erasure(tx: &Tx<'_>, operation: &str, seq: i64, was: &str) -> Result<()> {
    let row = json!({ "uuid": tx.id(), "operation": operation, "seq": seq, "was": was });
    migrate::add(tx.conn, tx.schema, "erasure", row)
}

/// The last image that the history still has of a row that is not there.
fn last_image(conn: &Connection, table: &str, uuid: &str) -> Result<Option<String>> {
    let found = conn
        .prepare_cached(
            "SELECT coalesce(after, before) FROM change WHERE row_uuid = ?1 AND table_name = ?2 AND salt IS NOT NULL
             ORDER BY operation_id DESC, seq DESC LIMIT 1",
        )?
        .query_row([uuid, table], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// Records changes that no trigger can see.
fn note(
    tx: &Tx<'_>,
    table: &str,
    uuid: &str,
    image: &Image,
    steps: &[(Option<&Image>, Option<&Image>)],
) -> Result<()> {
    let case = if table == "case" { image.get("uuid") } else { image.get("case_id") };
    let text = |image: &Option<&Image>| image.map(|image| Value::Object(image.clone()).to_string());
    for (before, after) in steps {
        tx.conn.execute(
            "INSERT INTO temp.pending (table_name, row_uuid, case_uuid, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![table, uuid, case.and_then(Value::as_str), text(before), text(after)],
        )?;
    }
    Ok(())
}
