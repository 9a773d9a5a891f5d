//! Builders: a ledger in a folder of its own, and small records to put into it.

use chrono::{DateTime, Utc};
use claims::ids::*;
use claims::records::*;
use ledger::{Access, Act, Done, Identity, Ledger, LedgerError, Result, Scripted, Tx};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use std::sync::Arc;
use uuid::Uuid;

pub struct Desk {
    pub ledger: Ledger,
    pub editor: EditorId,
    pub path: PathBuf,
    pub folder: tempfile::TempDir,
}

pub fn start() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-22T09:00:00Z").unwrap().to_utc()
}

pub fn device(n: u128) -> Identity {
    Identity {
        uuid: DeviceId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + n)),
        name: format!("d{n}"),
    }
}

pub fn open(path: &std::path::Path, seed: u64) -> Result<Ledger> {
    let around = Arc::new(Scripted::new(start() + chrono::Duration::hours(seed as i64), seed));
    Ledger::open(path, Access::Write, device(1), around, &mut |_, _| Ok(()))
}

/// A ledger with one editor in it.
pub fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.sqlite");
    let mut ledger = open(&path, 1).unwrap();
    let editor = EditorId(ledger.around().id());
    let act = Act { name: "editor.add", background: true, ..Act::default() };
    let record: Editor = record(json!({ "uuid": editor, "name": "Mira Vale" }));
    ledger.transact(&act, |tx| tx.add(&record)).unwrap();
    Desk { ledger, editor, path, folder }
}

/// A record from the fields that matter.
pub fn record<R: DeserializeOwned>(fields: Value) -> R {
    serde_json::from_value(fields).unwrap()
}

pub fn fields(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => panic!("an object"),
    }
}

impl Desk {
    pub fn id(&self) -> Uuid {
        self.ledger.around().id()
    }

    /// One act by the editor.
    pub fn act<T>(&mut self, name: &str, f: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<Done<T>> {
        let act = Act { name, editor: Some(self.editor), ..Act::default() };
        self.ledger.transact(&act, f)
    }

    /// Adds a record in an act of its own; `fields` need no uuid.
    pub fn add<R: Record + DeserializeOwned + serde::Serialize>(&mut self, mut given: Value) -> R {
        given["uuid"] = json!(self.id());
        let made: R = record(given);
        self.act(&format!("{}.add", R::TABLE), |tx| tx.add(&made)).unwrap();
        made
    }

    pub fn edit<R: Record + DeserializeOwned>(
        &mut self,
        id: impl Into<Uuid>,
        given: Value,
    ) -> Result<Done<R>> {
        self.act(&format!("{}.edit", R::TABLE), |tx| tx.edit(id, fields(given)))
    }

    pub fn undo(&mut self) -> Result<Done<ledger::OperationSummary>> {
        let editor = self.editor;
        self.ledger.undo(editor, None, None)
    }

    pub fn redo(&mut self) -> Result<Done<ledger::OperationSummary>> {
        let editor = self.editor;
        self.ledger.redo(editor, None)
    }

    pub fn case(&mut self, name: &str) -> CaseId {
        self.add::<Case>(json!({ "name": name, "status": "draft" })).uuid
    }

    pub fn actor(&mut self, name: &str) -> ActorId {
        self.add::<Actor>(json!({ "name": name, "kind": "person" })).uuid
    }

    pub fn item(&mut self, name: &str) -> ItemId {
        self.add::<Item>(json!({ "name": name, "kind": "document", "reading": "read" })).uuid
    }

    pub fn account(&mut self, case: CaseId, name: &str) -> AccountId {
        self.add::<Account>(json!({ "case_id": case, "name": name })).uuid
    }

    pub fn point(&mut self, case: CaseId, question: &str) -> PointId {
        self.add::<Point>(json!({ "case_id": case, "question": question, "position": "a0" })).uuid
    }

    pub fn claim(&mut self, case: CaseId, text: &str) -> ClaimId {
        self.add::<Claim>(json!({ "case_id": case, "text": text, "kind": "factual" })).uuid
    }

    pub fn link(&mut self, case: CaseId, item: ItemId, claim: ClaimId) -> EvidenceLinkId {
        self.add::<EvidenceLink>(json!({ "case_id": case, "from_item_id": item, "to_claim_id": claim })).uuid
    }

    pub fn stance(&mut self, case: CaseId, link: EvidenceLinkId, value: &str) -> StanceId {
        let editor = self.editor;
        self.add::<Stance>(json!({ "case_id": case, "link_id": link, "editor_id": editor, "value": value }))
            .uuid
    }

    pub fn report(&mut self, case: CaseId, number: &str, operation: OperationId) -> ReportId {
        let editor = self.editor;
        self.add::<Report>(json!({ "case_id": case, "number": number, "operation": operation, "sections": "[]", "editor_id": editor })).uuid
    }

    /// Every row of every table but the history, as text: what must come back.
    pub fn tables(&self) -> String {
        dump(&self.path)
    }

    #[track_caller]
    pub fn verified(&self) -> ledger::Verified {
        let verified = self.ledger.verify(&ledger::VerifyRequest::default(), &mut |_| true).unwrap();
        assert_eq!(verified.faults, [], "a ledger that only we wrote has no fault");
        assert!(verified.ok, "and verifies");
        verified
    }
}

/// Every row of every table under history, without its row number and without those that history itself needs.
pub fn dump(path: &std::path::Path) -> String {
    let conn = rusqlite::Connection::open(path).unwrap();
    let mut text = String::new();
    let tables: Vec<String> = strings(
        &conn,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'x\\_%' ESCAPE '\\' AND name NOT IN ('operation', 'change') ORDER BY name",
    );
    for table in tables {
        let columns = strings(
            &conn,
            &format!("SELECT name FROM pragma_table_info('{table}') WHERE name <> 'id' ORDER BY cid"),
        );
        let list = columns
            .iter()
            .map(|name| match reference(&conn, &table, name) {
                Some(to) => format!("quote((SELECT uuid FROM \"{to}\" WHERE id = r.\"{name}\"))"),
                None => format!("quote(r.\"{name}\")"),
            })
            .collect::<Vec<_>>()
            .join(" || ' ' || ");
        for row in strings(&conn, &format!("SELECT {list} FROM \"{table}\" AS r ORDER BY uuid")) {
            text.push_str(&format!("{table} {row}\n"));
        }
    }
    text
}

fn reference(conn: &rusqlite::Connection, table: &str, column: &str) -> Option<String> {
    strings(conn, &format!("SELECT \"table\" FROM pragma_foreign_key_list('{table}') WHERE \"from\" = '{column}' AND \"to\" = 'id'")).pop()
}

pub fn strings(conn: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let mut statement = conn.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

#[track_caller]
pub fn refused<T: std::fmt::Debug>(result: Result<T>) -> LedgerError {
    result.expect_err("this is refused")
}

/// Runs docs/verify_ledger.py; gives its exit code and what it said.
pub fn script(file: &std::path::Path, arguments: &[&str]) -> (i32, String) {
    let script = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify_ledger.py");
    let out = std::process::Command::new("python3")
        .args(["-I", "-B"])
        .arg(script)
        .arg(file)
        .args(arguments)
        .output()
        .expect("python3 is there");
    let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
    (out.status.code().unwrap_or(-1), said)
}
