//! Every chain from its first operation, and every change against its hash.

use super::{Check, ErasedNote, Fault, count};
use crate::error::Result;
use crate::hash::{self, ChangeFields, NO_PREV, OperationFields};
use crate::undo::operation_id;
use rusqlite::{OptionalExtension, Row, Rows};
use serde_json::Value;
use std::collections::HashMap;

/// Where a device's chain stands.
struct End {
    n: i64,
    hash: String,
    time: String,
}

/// How many erasures are listed.
const LISTED: usize = 10_000;

impl Check<'_> {
    pub(super) fn chains(&mut self, head: Option<&str>) -> Result<()> {
        let conn = self.conn;
        let total = count(conn, "operation")?;
        let mut operations = conn.prepare(
            "SELECT id, uuid, device, n, prev, seen, time, editor, name, kind, reason, reason_salt, reason_hash, undoes, schema, body, hash \
             FROM operation ORDER BY id",
        )?;
        let mut changes = conn.prepare(
            "SELECT operation_id, seq, table_name, row_uuid, case_uuid, before, after, salt, hash FROM change ORDER BY operation_id, seq",
        )?;
        let mut operations = operations.query([])?;
        let mut changes = Changes { rows: changes.query([])?, next: None };
        changes.advance()?;
        let mut ends: HashMap<String, End> = HashMap::new();
        while let Some(row) = operations.next()? {
            self.operation(row, &mut changes, &mut ends)?;
            if head.is_some() && head == row.get_ref(16)?.as_str().ok() {
                self.found.head_found = Some(true);
            }
            self.found.operations += 1;
            self.step("operations", self.found.operations, total)?;
        }
        if let Some(change) = changes.next {
            let words = format!("changes of an operation {} that is not there", change.operation);
            self.fault(Fault::new("change_without_operation", words));
        }
        Ok(())
    }

    fn operation(
        &mut self,
        row: &Row<'_>,
        changes: &mut Changes<'_>,
        ends: &mut HashMap<String, End>,
    ) -> Result<()> {
        let text = |at: usize| -> Result<String> { Ok(row.get(at)?) };
        let maybe = |at: usize| -> Result<Option<String>> { Ok(row.get(at)?) };
        let (id, uuid, device, n): (i64, String, String, i64) =
            (row.get(0)?, text(1)?, text(2)?, row.get(3)?);
        let (prev, seen, time) = (text(4)?, text(5)?, text(6)?);
        let (editor, name, kind, undoes) = (maybe(7)?, text(8)?, text(9)?, maybe(13)?);
        let (reason, salt, reason_hash) = (maybe(10)?, maybe(11)?, maybe(12)?);
        let (schema, body, link): (i64, String, String) = (row.get(14)?, text(15)?, text(16)?);

        let end = ends.get(&device);
        let (last, last_hash) = end.map_or((0, NO_PREV), |end| (end.n, end.hash.as_str()));
        if n != last + 1 {
            let words = format!("operation {n} of device {device} follows operation {last}");
            self.fault(Fault::new("chain", words).of(&uuid));
        } else if prev != last_hash {
            let words = format!("operation {n} of device {device} does not follow the one before it");
            self.fault(Fault::new("chain", words).of(&uuid));
        }
        if end.is_some_and(|end| end.time > time) {
            self.fault(Fault::new("time", "its time is before that of the operation before it").of(&uuid));
        }
        self.reason(&uuid, reason.as_deref(), salt.as_deref(), reason_hash.as_deref())?;
        self.seen(&uuid, &device, &seen)?;
        if let Some(undoes) = &undoes
            && !self.is_there("SELECT EXISTS (SELECT 1 FROM operation WHERE uuid = ?1)", undoes)?
        {
            self.fault(Fault::new("undoes", "it takes back an operation that is not there").of(&uuid));
        }

        let mut hashes = Vec::new();
        while let Some(change) = changes.next.take_if(|change| change.operation <= id) {
            if change.operation == id {
                self.change(&uuid, &change, hashes.len())?;
                hashes.extend_from_slice(change.hash.as_bytes());
                self.found.changes += 1;
            } else {
                let words = format!("changes of an operation {} that is not there", change.operation);
                self.fault(Fault::new("change_without_operation", words));
            }
            changes.advance()?;
        }
        let fields = OperationFields {
            uuid: &uuid,
            device: &device,
            n,
            seen: &seen,
            time: &time,
            editor: editor.as_deref(),
            name: &name,
            kind: &kind,
            undoes: undoes.as_deref(),
            schema,
            reason_hash: reason_hash.as_deref(),
            count: (hashes.len() / 64) as i64,
        };
        let mut again = hash::body(&fields);
        for hash in hashes.chunks(64) {
            again.feed(Some(hash));
        }
        if again.done() != body {
            self.fault(Fault::new("body", "the operation is not as it was hashed").of(&uuid));
        }
        if hash::link(&device, n, &prev, &body) != link {
            self.fault(Fault::new("hash", "the operation's hash is not that of its parts").of(&uuid));
        }
        ends.insert(device, End { n, hash: link, time });
        Ok(())
    }

    fn change(&mut self, operation: &str, change: &Change, hashed: usize) -> Result<()> {
        let seq = change.seq;
        if seq != (hashed / 64) as i64 + 1 {
            self.fault(Fault::new("seq", "changes are missing or out of order").of(operation).at(seq));
        }
        if change.hash.len() != 64 {
            self.fault(Fault::new("change_hash", "the change's hash is no hash").of(operation).at(seq));
            return Ok(());
        }
        let Some(salt) = &change.salt else {
            let named = self.was(operation, seq)?.is_some();
            if !named || change.before.is_some() || change.after.is_some() {
                let fault = Fault::new("image_missing", "an image is missing and no erasure names it");
                self.fault(fault.of(operation).at(seq).row(&change.table, &change.row));
            }
            return Ok(());
        };
        let fields = ChangeFields {
            seq,
            table: &change.table,
            row: &change.row,
            case: change.case.as_deref(),
            before: change.before.as_deref(),
            after: change.after.as_deref(),
        };
        if hash::unhex(salt).is_none_or(|salt| hash::change(&salt, &fields) != change.hash) {
            let fault = Fault::new("change_hash", "the change is not as it was hashed");
            self.fault(fault.of(operation).at(seq).row(&change.table, &change.row));
        }
        Ok(())
    }

    fn reason(
        &mut self,
        operation: &str,
        reason: Option<&str>,
        salt: Option<&str>,
        hash: Option<&str>,
    ) -> Result<()> {
        let stands = match (reason, salt, hash) {
            (None, None, None) => true,
            (Some(reason), Some(salt), Some(hash)) => {
                hash::unhex(salt).is_some_and(|salt| hash::reason(&salt, reason) == hash)
            }
            (None, None, Some(_)) => self.was(operation, 0)?.is_some(),
            _ => false,
        };
        if !stands {
            self.fault(Fault::new("reason", "the reason is not as it was hashed").of(operation));
        }
        Ok(())
    }

    /// What other devices' chains had come to, as this operation says, must be in these chains.
    fn seen(&mut self, operation: &str, device: &str, seen: &str) -> Result<()> {
        if seen == "[]" {
            return Ok(());
        }
        let heads: Vec<Value> = serde_json::from_str(seen).unwrap_or_default();
        let mut stands = !heads.is_empty();
        for head in heads {
            let known: Option<String> = self
                .conn
                .prepare_cached("SELECT hash FROM operation WHERE device = ?1 AND n = ?2")?
                .query_row((head["device"].as_str(), head["n"].as_i64()), |row| row.get(0))
                .optional()?;
            stands &=
                known.is_some() && known.as_deref() == head["hash"].as_str() && head["device"] != device;
        }
        if !stands {
            self.fault(
                Fault::new("seen", "it has seen operations of other devices that are not there")
                    .of(operation),
            );
        }
        Ok(())
    }

    /// What an erased change did to its row, if an erasure names it.
    pub(super) fn was(&self, operation: &str, seq: i64) -> Result<Option<String>> {
        let mut statement =
            self.conn.prepare_cached("SELECT was FROM erasure WHERE operation = ?1 AND seq = ?2 LIMIT 1")?;
        Ok(statement.query_row((operation, seq), |row| row.get(0)).optional()?)
    }

    fn is_there(&self, sql: &str, value: &str) -> Result<bool> {
        Ok(self.conn.prepare_cached(sql)?.query_row([value], |row| row.get(0))?)
    }

    /// Lists what was erased, by whom and when, and that it is gone.
    pub(super) fn erasures(&mut self) -> Result<()> {
        let conn = self.conn;
        let mut statement = conn.prepare(
            "SELECT e.operation, e.seq, (SELECT name FROM editor WHERE uuid = o.editor), o.time,
               CASE WHEN e.seq = 0 THEN EXISTS (SELECT 1 FROM operation AS x WHERE x.uuid = e.operation AND x.reason IS NOT NULL)
               ELSE EXISTS (SELECT 1 FROM operation AS x JOIN change AS c ON c.operation_id = x.id
                 WHERE x.uuid = e.operation AND c.seq = e.seq AND c.salt IS NOT NULL) END
             FROM erasure AS e
             LEFT JOIN change AS a ON a.row_uuid = e.uuid AND a.before IS NULL AND a.table_name = 'erasure'
             LEFT JOIN operation AS o ON o.id = a.operation_id ORDER BY e.uuid",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (operation, seq): (String, i64) = (row.get(0)?, row.get(1)?);
            if row.get(4)? {
                self.fault(Fault::new("erasure", "it was erased and is there again").of(&operation).at(seq));
            }
            if self.found.erased.len() < LISTED {
                let on = row.get::<_, Option<String>>(3)?.unwrap_or_default();
                self.found.erased.push(ErasedNote {
                    operation: operation_id(&operation),
                    seq,
                    by: row.get(2)?,
                    on,
                });
            }
        }
        Ok(())
    }
}

/// The changes of the file in order, one ahead.
struct Changes<'a> {
    rows: Rows<'a>,
    next: Option<Change>,
}

struct Change {
    operation: i64,
    seq: i64,
    table: String,
    row: String,
    case: Option<String>,
    before: Option<String>,
    after: Option<String>,
    salt: Option<String>,
    hash: String,
}

impl Changes<'_> {
    fn advance(&mut self) -> Result<()> {
        self.next = match self.rows.next()? {
            None => None,
            Some(row) => Some(Change {
                operation: row.get(0)?,
                seq: row.get(1)?,
                table: row.get(2)?,
                row: row.get(3)?,
                case: row.get(4)?,
                before: row.get(5)?,
                after: row.get(6)?,
                salt: row.get(7)?,
                hash: row.get(8)?,
            }),
        };
        Ok(())
    }
}
