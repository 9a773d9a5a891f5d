//! The built terminal command, run in a workspace of its own.

use crate::support::text;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The built binary, beside which the tests are built.
pub fn binary() -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let folder = own.parent().and_then(|deps| deps.parent()).unwrap();
    let path = folder.join(format!("counterclaim{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.is_file(),
        "{} is not built: run `make test`, which builds the workspace first",
        path.display()
    );
    path
}

/// What a run left behind.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// Standard output as JSON, of a run that went well.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "it goes well: {}{}", self.out, self.err);
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The problem on standard error, of a run with `--json` that was refused.
    pub fn problem(&self) -> Value {
        assert_eq!(self.code, 1, "it is refused: {}{}", self.out, self.err);
        assert!(self.out.is_empty(), "nothing is answered: {}", self.out);
        let problem: Value =
            serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {}", self.err));
        for key in ["code", "message", "hint", "field", "params"] {
            assert!(problem.get(key).is_some(), "a problem has {key}: {problem}");
        }
        problem
    }
}

/// A terminal with a workspace and a config folder of its own.
pub struct Terminal {
    pub folder: tempfile::TempDir,
}

impl Terminal {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// The binary, told nothing but where settings go.
    pub fn command(&self) -> Command {
        let mut command = Command::new(binary());
        command.env_remove("COUNTERCLAIM_WORKSPACE").env("COUNTERCLAIM_CONFIG", self.path("config"));
        command.env("HOME", self.folder.path()).env("XDG_DATA_HOME", self.folder.path().join("data"));
        command.stdin(Stdio::null());
        command
    }

    pub fn end(mut command: Command) -> Ran {
        let output = command.output().unwrap();
        Ran {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Runs in the workspace, as I. Marr.
    pub fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = self.command();
        command.args(["--workspace", &self.path("workspace"), "--editor", "I. Marr"]).args(arguments);
        Self::end(command)
    }

    /// The same with `--json`.
    pub fn json(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["--json"], arguments].concat())
    }

    /// Calls a command of the table.
    pub fn call(&self, name: &str, request: Value) -> Value {
        self.run(&["call", name, &request.to_string()]).json()
    }

    pub fn case(&self, name: &str) -> String {
        text(&self.call("case.add", json!({ "name": name }))["id"])
    }
}
