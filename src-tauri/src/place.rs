//! Size and place of the window, kept with the workspace and outside its history.
//!
//! They are written a moment after they change, not at the end alone: an end can come without notice.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Runtime};
use tauri_plugin_window_state::{AppHandleExt, Builder, StateFlags};

/// How long the window has to stand still before its place is written.
const QUIET: Duration = Duration::from_millis(300);

fn kept() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN
}

/// Restores the place that was kept in this workspace, and keeps it at the end.
pub fn remembered<R: Runtime>(workspace: &Path) -> TauriPlugin<R> {
    // The plugin joins this to its own folder, and joining an absolute path gives that path.
    let file = workspace.join("local").join("window.json");
    Builder::new().with_state_flags(kept()).with_filename(file.to_string_lossy()).build()
}

/// Writes the place once the window stands still after each sign that it moved. Runs until the sender is dropped.
pub fn keep(app: AppHandle) -> Sender<()> {
    let (moved, moves) = channel();
    thread::spawn(move || {
        while moves.recv().is_ok() {
            loop {
                match moves.recv_timeout(QUIET) {
                    Ok(()) => {}
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            let window = app.clone();
            // On the window's own thread: the plugin asks the window while it holds what the window's events need.
            let _ = app.run_on_main_thread(move || {
                let _ = window.save_window_state(kept());
            });
        }
    });
    moved
}
