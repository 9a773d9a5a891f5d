//! A workspace of its own for each test, with a scripted clock, and short ways to call the door.

use api::{Context, Door, Opening, Problem, Wanted};
use ledger::Scripted;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// The editor who does most things.
pub const MARR: &str = "I. Marr";
/// The second reader.
pub const LIND: &str = "T. Lind";

/// A workspace, and the door to it.
pub struct Work {
    door: Option<Door>,
    around: Arc<Scripted>,
    called: Mutex<BTreeSet<String>>,
    /// The folder that holds the workspace and everything else of this test.
    pub folder: tempfile::TempDir,
}

impl Work {
    /// A new, empty workspace; the clock starts on a morning and counts a second at each look.
    pub fn new() -> Self {
        Self::at("2026-11-22T08:00:00Z")
    }

    /// A new, empty workspace at that time.
    pub fn at(time: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let around = Arc::new(Scripted::new(time.parse().unwrap(), 7));
        let mut work = Self { door: None, around, called: Mutex::default(), folder };
        work.door = Some(Door::open(work.opening(Wanted::Write)).unwrap());
        work
    }

    /// How to open this workspace once more.
    pub fn opening(&self, wanted: Wanted) -> Opening {
        Opening {
            workspace: Some(self.root()),
            wanted,
            program: "terminal".to_owned(),
            config: Some(self.folder.path().join("config")),
            around: Some(self.around.clone()),
        }
    }

    /// The workspace's folder.
    pub fn root(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    /// A path beside the workspace.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the workspace.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// The door.
    pub fn door(&self) -> &Door {
        self.door.as_ref().expect("the door is open")
    }

    /// Closes the door and lets the lock go.
    pub fn close(&mut self) {
        self.door = None;
    }

    /// Closes, and opens again with the same clock.
    pub fn reopen(&mut self) {
        self.close();
        self.door = Some(Door::open(self.opening(Wanted::Write)).unwrap());
    }

    /// Closes, and opens again at another time.
    pub fn reopen_at(&mut self, time: &str, seed: u64) {
        self.close();
        self.around = Arc::new(Scripted::new(time.parse().unwrap(), seed));
        self.door = Some(Door::open(self.opening(Wanted::Write)).unwrap());
    }

    /// What the door answers or refuses.
    pub fn tried(&self, editor: &str, name: &str, request: Value) -> Result<Value, Problem> {
        let context = Context { editor: Some(editor.to_owned()), ..Context::default() };
        let answer = self.door().call(name, request, &context);
        if answer.is_ok() {
            self.called.lock().unwrap().insert(name.to_owned());
        }
        answer
    }

    /// What the door answers or refuses a window, in which what a second reader may not see yet is covered.
    pub fn in_window(&self, editor: &str, name: &str, request: Value) -> Result<Value, Problem> {
        let context = Context { editor: Some(editor.to_owned()), blind: true, ..Context::default() };
        self.door().call(name, request, &context)
    }

    /// Calls as one editor; a refusal fails the test.
    pub fn by(&self, editor: &str, name: &str, request: Value) -> Value {
        let shown = request.to_string();
        self.tried(editor, name, request).unwrap_or_else(|problem| panic!("{name} {shown:.300}: {problem:?}"))
    }

    /// Calls as the first editor.
    pub fn call(&self, name: &str, request: Value) -> Value {
        self.by(MARR, name, request)
    }

    /// Calls as the first editor and gives the id of what was written.
    pub fn id(&self, name: &str, request: Value) -> String {
        text(&self.call(name, request)["id"])
    }

    /// The refusal of a call that must be refused, as JSON; it always has words, and what to do or a field where one can be named.
    pub fn refused(&self, name: &str, request: Value) -> Value {
        let shown = request.to_string();
        let problem = match self.tried(MARR, name, request) {
            Ok(answer) => panic!("{name} {shown:.300} must be refused, but answered {answer:.300}"),
            Err(problem) => problem,
        };
        assert!(!problem.message.trim().is_empty(), "a refusal says what happened");
        serde_json::to_value(problem).unwrap()
    }

    /// The code of a refusal.
    pub fn code(&self, name: &str, request: Value) -> String {
        text(&self.refused(name, request)["code"])
    }

    /// The names of the commands that answered so far.
    pub fn called(&self) -> BTreeSet<String> {
        self.called.lock().unwrap().clone()
    }

    /// Verifies, and fails the test on any fault.
    pub fn verified(&self) -> Value {
        let found = self.call("workspace.verify", json!({}));
        assert_eq!(found["ok"], json!(true), "the history verifies: {}", found["faults"]);
        found
    }

    /// The newest operation: its id.
    pub fn newest(&self) -> String {
        text(&self.call("history.list", json!({ "limit": 1 }))[0]["id"])
    }
}

/// A JSON string.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

/// A JSON array.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The row of a list whose field has that text.
pub fn row<'a>(rows: &'a Value, field: &str, wanted: &str) -> &'a Value {
    list(rows)
        .iter()
        .find(|row| row[field] == json!(wanted))
        .unwrap_or_else(|| panic!("no row with {field} {wanted}"))
}

/// One scale by its name, and the id of one of its labels.
pub fn scale(work: &Work, name: &str, label: &str) -> (String, String) {
    let scales = work.call("scale.list", json!({}));
    let scale = list(&scales).iter().find(|scale| scale["scale"]["name"] == json!(name)).unwrap();
    let label = row(&scale["labels"], "name", label);
    (text(&scale["id"]), text(&label["uuid"]))
}
