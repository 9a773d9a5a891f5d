//! One window per workspace: a second start asks the first window to come forward, over a socket in the workspace.
//!
//! The socket lies in `local/`, readable by its owner alone, so it needs no D-Bus and asks nobody else.
//! The second start may name an address in the app, which the first window then shows.
//! It is a courtesy; who may write is decided by the ledger's lock.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Asks the window that has this workspace open to come forward, and to show an address; true when it answered.
pub fn ask(workspace: &Path, address: Option<&str>) -> bool {
    imp::ask(workspace, address).is_ok()
}

/// Answers such calls from now on, in a thread of its own, until what it gives back is dropped. Call it only while
/// holding the workspace's lock: a socket that lies there already is then a leftover, and makes room.
///
/// # Errors
/// Where the file system holds no sockets; the window then works without being called forward.
pub fn answer(
    workspace: &Path,
    come_forward: impl Fn(Option<String>) + Send + 'static,
) -> std::io::Result<Answering> {
    let ended = Arc::new(AtomicBool::new(false));
    imp::answer(workspace, Arc::clone(&ended), come_forward)?;
    Ok(Answering { workspace: workspace.to_owned(), ended })
}

/// A window that answers; dropped, it takes the socket away and ends its thread.
pub struct Answering {
    workspace: PathBuf,
    ended: Arc<AtomicBool>,
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::SeqCst);
        imp::leave(&self.workspace);
    }
}

#[cfg(unix)]
mod imp {
    use crate::address;
    use std::fs::{self, File, Permissions};
    use std::io::{self, BufRead, BufReader, Read, Write};
    use std::net::Shutdown;
    use std::os::fd::AsRawFd;
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::net::{UnixListener, UnixStream};
    use std::path::{Path, PathBuf};
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;
    use std::time::Duration;

    const NAME: &str = "window.sock";
    const FOCUS: &str = "focus";
    const OPEN: &str = "open ";
    const FOCUSED: &[u8] = b"focused\n";
    const PATIENCE: Duration = Duration::from_secs(2);
    /// The shortest limit for a socket's path among the systems that we run on, its closing zero left out.
    const LONGEST: usize = 103;

    /// Runs `with` on a path that is short enough for a socket. A deep workspace is reached through its open folder.
    fn reach<T>(workspace: &Path, with: impl FnOnce(PathBuf) -> io::Result<T>) -> io::Result<T> {
        let local = workspace.join("local");
        let direct = local.join(NAME);
        if direct.as_os_str().len() <= LONGEST || !cfg!(target_os = "linux") {
            return with(direct);
        }
        let folder = File::open(&local)?;
        with(PathBuf::from(format!("/proc/self/fd/{}/{NAME}", folder.as_raw_fd())))
    }

    pub fn ask(workspace: &Path, address: Option<&str>) -> io::Result<()> {
        let mut stream = reach(workspace, UnixStream::connect)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        let line = address.map_or_else(|| format!("{FOCUS}\n"), |address| format!("{OPEN}{address}\n"));
        stream.write_all(line.as_bytes())?;
        stream.shutdown(Shutdown::Write)?;
        let mut said = [0; FOCUSED.len()];
        stream.read_exact(&mut said)?;
        if said == FOCUSED { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    pub fn answer(
        workspace: &Path,
        ended: Arc<AtomicBool>,
        come_forward: impl Fn(Option<String>) + Send + 'static,
    ) -> io::Result<()> {
        fs::create_dir_all(workspace.join("local"))?;
        clear(workspace);
        let listener = reach(workspace, |path| {
            let listener = UnixListener::bind(&path)?;
            fs::set_permissions(&path, Permissions::from_mode(0o600))?;
            Ok(listener)
        })?;
        thread::Builder::new().name("focus".into()).spawn(move || {
            for mut stream in listener.incoming().flatten() {
                if ended.load(Ordering::SeqCst) {
                    return;
                }
                // A caller that says nothing, or something else, is let go.
                let _ = stream.set_read_timeout(Some(PATIENCE));
                let Some(address) = heard(&stream) else { continue };
                come_forward(address);
                let _ = stream.write_all(FOCUSED);
            }
        })?;
        Ok(())
    }

    /// What a caller asks for: to come forward, with an address or without; none when it says anything else.
    fn heard(stream: &UnixStream) -> Option<Option<String>> {
        let most = u64::try_from(OPEN.len() + address::LONGEST + 1).unwrap_or(u64::MAX);
        let mut line = String::new();
        BufReader::new(stream.take(most)).read_line(&mut line).ok()?;
        let line = line.strip_suffix('\n')?;
        if line == FOCUS {
            return Some(None);
        }
        let named = line.strip_prefix(OPEN)?;
        address::is_ours(named).then(|| Some(named.to_owned()))
    }

    /// Wakes the thread that waits for callers, which then sees that it has ended, and takes the socket away.
    pub fn leave(workspace: &Path) {
        let _ = reach(workspace, UnixStream::connect);
        clear(workspace);
    }

    fn clear(workspace: &Path) {
        let _ = fs::remove_file(workspace.join("local").join(NAME));
    }
}

#[cfg(not(unix))]
mod imp {
    use std::io;
    use std::path::Path;
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;

    pub fn ask(_: &Path, _: Option<&str>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn answer(
        _: &Path,
        _: Arc<AtomicBool>,
        _: impl Fn(Option<String>) + Send + 'static,
    ) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn leave(_: &Path) {}
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::net::UnixStream;
    use std::sync::atomic::AtomicUsize;

    fn called(workspace: &Path) -> (Answering, Arc<AtomicUsize>) {
        let calls = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&calls);
        let answering = answer(workspace, move |_| {
            count.fetch_add(1, Ordering::SeqCst);
        });
        (answering.unwrap(), calls)
    }

    #[test]
    fn a_second_start_calls_the_first_window() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!ask(folder.path(), None), "nobody is there yet");
        let (answering, calls) = called(folder.path());
        assert!(
            ask(folder.path(), None) && ask(folder.path(), None),
            "the window answers, as often as it is asked"
        );
        assert_eq!(calls.load(Ordering::SeqCst), 2, "and comes forward each time");
        drop(answering);
        assert!(!ask(folder.path(), None), "it has left");
        assert!(!folder.path().join("local/window.sock").exists(), "and nothing is left of it");
        assert_eq!(calls.load(Ordering::SeqCst), 2, "leaving itself calls nobody");
    }

    #[test]
    fn a_leftover_makes_room_and_a_silent_caller_blocks_nobody() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("local")).unwrap();
        fs::write(folder.path().join("local/window.sock"), "left by a crash").unwrap();
        let (_answering, calls) = called(folder.path());
        drop(UnixStream::connect(folder.path().join("local/window.sock")).unwrap());
        assert!(ask(folder.path(), None), "the next caller is answered");
        assert_eq!(calls.load(Ordering::SeqCst), 1, "the silent one did not count");
    }

    #[test]
    fn a_deep_workspace_is_reached_too() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("d".repeat(120));
        fs::create_dir(&deep).unwrap();
        let _answering = called(&deep);
        assert!(ask(&deep, None), "the path is longer than a socket's may be");
    }

    #[test]
    fn an_address_is_handed_over_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let (told, tells) = std::sync::mpsc::channel();
        let _answering = answer(folder.path(), move |address| told.send(address).unwrap()).unwrap();
        assert!(ask(folder.path(), Some("counterclaim://case/1/claims/2")), "the window answers");
        assert_eq!(
            tells.recv().unwrap().as_deref(),
            Some("counterclaim://case/1/claims/2"),
            "and is told the address"
        );
        assert!(ask(folder.path(), None), "without one it comes forward alone");
        assert_eq!(tells.recv().unwrap(), None, "and is told none");
        let long = format!("counterclaim://{}", "a".repeat(5000));
        for wrong in ["https://example.org/", "counterclaim://a\u{7}", long.as_str()] {
            assert!(!ask(folder.path(), Some(wrong)), "{wrong} is no address of ours");
        }
        assert!(tells.try_recv().is_err(), "the window heard of none of them");
    }
}
