//! Opens the workspace, or finds that it is open already.

use crate::focus;
use crate::start::Start;
use api::{Code, Door, Opening, Problem, Wanted, Workspace};
use std::path::{Path, PathBuf};
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
    /// It was asked to look alone.
    pub read_only: bool,
}

/// Where the workspace is open now.
pub enum Opened {
    /// In this process.
    Here(Box<Here>),
    /// In another window, which has come forward.
    Elsewhere,
}

/// What entering a workspace came to.
pub enum Entered {
    /// Its door, or what kept it shut.
    Door(Box<Result<Door, Problem>>),
    /// A window has it open, and came forward.
    Elsewhere,
}

/// Opens the workspace that the start names: for writing where nobody else writes, else for reading.
pub fn open(start: Start) -> Opened {
    let Start { workspace, read_only, address } = start;
    let here = |door, folder, address| Opened::Here(Box::new(Here { door, folder, address, read_only }));
    let folder = match Workspace::chosen(workspace) {
        Ok(workspace) => workspace.root().to_owned(),
        Err(problem) => return here(Err(problem), None, None),
    };
    match enter(&folder, address.as_deref(), read_only, None) {
        Entered::Door(door) => here(*door, Some(folder), address),
        Entered::Elsewhere => Opened::Elsewhere,
    }
}

/// Opens the workspace in a folder; a window that has it open is asked to come forward instead, and to show an address.
/// `config` is the folder of the device's identity; none = the platform's.
pub fn enter(folder: &Path, address: Option<&str>, read_only: bool, config: Option<&Path>) -> Entered {
    let door = |wanted| {
        let opening = Opening::of(Some(folder.to_owned()), wanted, "window");
        Door::open(Opening { config: config.map(Path::to_owned), ..opening })
    };
    if read_only {
        return Entered::Door(Box::new(door(Wanted::Read)));
    }
    for _ in 0..TRIES {
        if focus::ask(folder, address) {
            return Entered::Elsewhere;
        }
        match door(Wanted::Write) {
            Err(problem) if problem.code == Code::Locked => thread::sleep(PAUSE),
            opened => return Entered::Door(Box::new(opened)),
        }
    }
    Entered::Door(Box::new(door(Wanted::WriteOrRead)))
}
