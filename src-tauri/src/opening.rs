//! Opens the workspace, or finds that it is open already.

use crate::focus;
use crate::start::Start;
use api::{Code, Door, Opening, Problem, Wanted, Workspace};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// How often, and how far apart, a workspace that somebody writes in is tried again: a terminal command is soon
/// done, and a window that is just starting soon answers.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(100);

/// A workspace, as far as it could be opened.
pub struct Here {
    /// The door; or what kept it shut, which the window then shows in place of everything else.
    pub door: Result<Door, Problem>,
    /// The folder, where one could be named.
    pub folder: Option<PathBuf>,
    /// The place to show first.
    pub address: Option<String>,
}

/// Where the workspace is open now.
pub enum Opened {
    /// In this process.
    Here(Box<Here>),
    /// In another window, which has come forward.
    Elsewhere,
}

/// Opens the workspace that the start names: for writing where nobody else writes, else for reading.
pub fn open(start: Start) -> Opened {
    let folder = match Workspace::chosen(start.workspace) {
        Ok(workspace) => workspace.root().to_owned(),
        Err(problem) => {
            return Opened::Here(Box::new(Here { door: Err(problem), folder: None, address: None }));
        }
    };
    let door = |wanted| Door::open(Opening::of(Some(folder.clone()), wanted, "window"));
    let address = start.address;
    let here =
        |door| Opened::Here(Box::new(Here { door, folder: Some(folder.clone()), address: address.clone() }));

    if start.read_only {
        return here(door(Wanted::Read));
    }
    for _ in 0..TRIES {
        if focus::ask(&folder, address.as_deref()) {
            return Opened::Elsewhere;
        }
        match door(Wanted::Write) {
            Err(problem) if problem.code == Code::Locked => thread::sleep(PAUSE),
            opened => return here(opened),
        }
    }
    here(door(Wanted::WriteOrRead))
}
