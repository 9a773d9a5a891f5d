//! The workspace that the window shows now, and the change to another one.
//!
//! The other is opened first, by the rules of any start: its window comes forward where it has one, and a second opener
//! reads. Only when it is open is this one left; work under way ends on the door that it began on.

use crate::focus::{self, Answering};
use crate::opening::{self, Entered};
use api::{Code, Door, Problem};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The door, or what kept it shut.
pub type Open = Arc<Result<Door, Problem>>;

/// What the window shows.
pub struct Present {
    now: Mutex<Now>,
    /// Asked to look alone, it never writes, wherever it goes.
    read_only: bool,
    /// The folder of what this machine remembers; none = the platform's.
    config: Option<PathBuf>,
}

struct Now {
    door: Open,
    /// The folder, where one could be named.
    folder: Option<PathBuf>,
    /// Answers to a second start, while this is held.
    answering: Option<Answering>,
}

/// Where a change led.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Went {
    /// This window shows the other workspace.
    Here,
    /// A window that had it open came forward; this one is as it was.
    Elsewhere,
}

impl Present {
    /// What a start opened.
    pub fn new(door: Result<Door, Problem>, folder: Option<PathBuf>, read_only: bool) -> Self {
        let now = Now { door: Arc::new(door), folder, answering: None };
        Self { now: Mutex::new(now), read_only, config: None }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The door, to be held for as long as a call takes.
    pub fn door(&self) -> Open {
        Arc::clone(&self.now().door)
    }

    /// The folder.
    pub fn folder(&self) -> Option<PathBuf> {
        self.now().folder.clone()
    }

    /// The folder, if this window writes there.
    pub fn written(&self) -> Option<PathBuf> {
        let now = self.now();
        now.folder.clone().filter(|_| now.door.as_ref().as_ref().is_ok_and(Door::can_write))
    }

    /// Answers from now on to whoever starts a second time on this workspace, and remembers that it was open.
    /// Only the window that writes does: a reader leaves no trace.
    pub fn settle(&self, come_forward: impl Fn(Option<String>) + Send + 'static) {
        let Some(folder) = self.written() else { return };
        // Without a socket a second start reads beside this window, and is told so.
        let answering = focus::answer(&folder, come_forward).ok();
        self.now().answering = answering;
        // That it is not remembered is no fault of the workspace.
        let _ = api::remember(self.config.clone(), &folder);
    }

    /// Ends answering, at the end.
    pub fn leave(&self) {
        self.now().answering = None;
    }

    /// What a folder holds that somebody wants to open.
    ///
    /// *Errors*: those of [`api::look`]; `invalid` for the workspace that is open.
    pub fn look(&self, folder: &Path) -> Result<api::Holds, Problem> {
        let holds = api::look(folder)?;
        let real = |path: &Path| path.canonicalize().ok();
        if self.folder().is_some_and(|open| real(&open) == real(folder)) && self.door().is_ok() {
            return Err(Problem::new(Code::Invalid, "this workspace is open already, in this window")
                .hint("Choose the folder of another one.")
                .with("why", "here"));
        }
        Ok(holds)
    }

    /// Shows another workspace. Where that does not open, this one stays.
    ///
    /// *Errors*: those of [`Present::look`] and of opening.
    pub fn change(
        &self,
        folder: &Path,
        leaving: impl FnOnce(),
        come_forward: impl Fn(Option<String>) + Send + 'static,
    ) -> Result<Went, Problem> {
        self.look(folder)?;
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let door = match opening::enter(&folder, None, self.read_only, self.config.as_deref()) {
            Entered::Elsewhere => return Ok(Went::Elsewhere),
            Entered::Door(door) => (*door)?,
        };
        leaving();
        let before = std::mem::replace(
            &mut *self.now(),
            Now { door: Arc::new(Ok(door)), folder: Some(folder), answering: None },
        );
        drop(before);
        self.settle(come_forward);
        Ok(Went::Here)
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use api::{Context, Opening, Wanted};
    use serde_json::json;
    use std::fs;

    struct Desk {
        place: tempfile::TempDir,
        present: Present,
    }

    fn opening(folder: &Path, config: &Path, wanted: Wanted) -> Opening {
        Opening { config: Some(config.to_owned()), ..Opening::of(Some(folder.to_owned()), wanted, "window") }
    }

    impl Desk {
        fn new() -> Self {
            let place = tempfile::tempdir().unwrap();
            let (folder, config) = (place.path().join("one"), place.path().join("config"));
            let door = Door::open(opening(&folder, &config, Wanted::Write));
            let present = Present { config: Some(config), ..Present::new(door, Some(folder), false) };
            present.settle(|_| {});
            Self { place, present }
        }

        fn at(&self, name: &str) -> PathBuf {
            self.place.path().join(name)
        }

        fn change(&self, name: &str) -> Result<Went, Problem> {
            self.present.change(&self.at(name), || {}, |_| {})
        }

        fn door(&self, name: &str, wanted: Wanted) -> Result<Door, Problem> {
            Door::open(opening(&self.at(name), &self.at("config"), wanted))
        }
    }

    #[test]
    fn the_window_goes_over_and_the_first_workspace_is_free() {
        let desk = Desk::new();
        fs::create_dir(desk.at("two")).unwrap();
        let held = desk.present.door();
        assert_eq!(desk.change("two").unwrap(), Went::Here, "an empty folder becomes a workspace");
        assert_eq!(desk.present.folder(), Some(desk.at("two")), "the window is there now");
        assert!(focus::ask(&desk.at("two"), None), "a second start there calls it forward");
        assert!(!focus::ask(&desk.at("one"), None), "and no longer here");
        let context = Context { editor: Some("I. Marr".to_owned()), ..Context::default() };
        let late = held.as_ref().as_ref().unwrap().call("case.add", json!({ "name": "Late" }), &context);
        assert!(late.is_ok(), "work that had begun ends where it began");
        assert!(desk.door("one", Wanted::Write).is_err(), "and holds the lock so long");
        drop(held);
        assert!(
            desk.door("one", Wanted::Write).unwrap().can_write(),
            "then the first may be written by others"
        );
        let remembered = api::recent(Some(desk.at("config"))).unwrap();
        let paths: Vec<&Path> = remembered.iter().map(|one| one.path.as_path()).collect();
        assert_eq!(paths, [desk.at("two"), desk.at("one")], "both are remembered, the newest first");
        assert!(!desk.at("two").join("workspaces.json").exists(), "outside the workspaces");
        assert_eq!(desk.change("one").unwrap(), Went::Here, "the way back is open");
        assert!(
            focus::ask(&desk.at("one"), None) && !focus::ask(&desk.at("two"), None),
            "with all that goes along"
        );
    }

    #[test]
    fn where_the_other_does_not_open_this_one_stays() {
        let desk = Desk::new();
        fs::create_dir(desk.at("other")).unwrap();
        fs::write(desk.at("other/letter.txt"), "mine").unwrap();
        fs::create_dir(desk.at("broken")).unwrap();
        fs::write(desk.at("broken/ledger.sqlite"), "this is no ledger at all, whatever its name may say")
            .unwrap();
        for (wrong, code) in [
            ("other", Code::Exists),
            ("nowhere", Code::FileMissing),
            ("one", Code::Invalid),
            ("broken", Code::Damaged),
        ] {
            assert_eq!(desk.change(wrong).unwrap_err().code, code, "{wrong} is refused");
            assert_eq!(desk.present.folder(), Some(desk.at("one")), "the window stays where it is");
            assert!(desk.present.written().is_some() && focus::ask(&desk.at("one"), None), "and as it is");
        }
        assert_eq!(fs::read_dir(desk.at("other")).unwrap().count(), 1, "nothing was put beside the letter");
    }

    #[test]
    fn a_workspace_that_another_has_open_is_called_forward_or_read() {
        let desk = Desk::new();
        let terminal = desk.door("two", Wanted::Write).unwrap();
        assert_eq!(
            desk.change("two").unwrap(),
            Went::Here,
            "a terminal command has no window to come forward"
        );
        assert!(desk.present.written().is_none(), "beside it one reads");
        assert!(!focus::ask(&desk.at("two"), None), "and does not answer for it");
        drop(terminal);
        assert_eq!(desk.change("one").unwrap(), Went::Here, "back");
        let other = Present::new(desk.door("two", Wanted::Write), Some(desk.at("two")), false);
        let (told, tells) = std::sync::mpsc::channel();
        let other = Present { config: Some(desk.at("config")), ..other };
        other.settle(move |_| told.send(()).unwrap());
        assert_eq!(desk.change("two").unwrap(), Went::Elsewhere, "a window that has it comes forward");
        tells.recv().unwrap();
        assert!(desk.present.written() == Some(desk.at("one")), "and this one stays");
    }

    #[test]
    fn a_window_that_only_looks_writes_nowhere() {
        let desk = Desk::new();
        drop(desk.door("two", Wanted::Write).unwrap());
        fs::create_dir(desk.at("empty")).unwrap();
        let looks = Present { read_only: true, ..Desk::new().present };
        assert_eq!(looks.change(&desk.at("two"), || {}, |_| {}).unwrap(), Went::Here, "it goes along");
        assert!(looks.written().is_none(), "and only looks there too");
        let refused = looks.change(&desk.at("empty"), || {}, |_| {}).unwrap_err();
        assert_eq!(refused.code, Code::FileMissing, "it makes no workspace");
        assert_eq!(fs::read_dir(desk.at("empty")).unwrap().count(), 0, "nothing at all");
    }
}
