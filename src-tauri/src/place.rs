//! Size and place of the window, kept with the workspace that it shows and outside its history.
//!
//! They are written a moment after they change, not at the end alone: an end can come without notice.

use crate::present::Present;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;
use tauri::{AppHandle, Manager, PhysicalPosition, PhysicalSize, WebviewWindow};

/// How long the window has to stand still before its place is written.
const QUIET: Duration = Duration::from_millis(300);

/// Where a window stands, in pixels of the screen. While it fills the screen, size and corner are those from before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    width: u32,
    height: u32,
    x: i32,
    y: i32,
    maximized: bool,
    fullscreen: bool,
}

impl Place {
    /// Whether something of it lies on a screen with that corner and size.
    fn meets(self, corner: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> bool {
        let within = |from: i32, long: u32, other: i32, far: u32| {
            let (from, other) = (i64::from(from), i64::from(other));
            from < other + i64::from(far) && other < from + i64::from(long)
        };
        within(self.x, self.width, corner.x, size.width) && within(self.y, self.height, corner.y, size.height)
    }
}

fn file(workspace: &Path) -> PathBuf {
    workspace.join("local").join("window.json")
}

/// What was kept there; nothing where nothing readable stands.
fn read(workspace: &Path) -> Option<Place> {
    let text = std::fs::read(file(workspace)).ok()?;
    serde_json::from_slice(&text).ok().filter(|place: &Place| place.width > 0 && place.height > 0)
}

/// Puts the window where it stood when this workspace was open last, if that is on a screen.
pub fn restore(window: &WebviewWindow, workspace: &Path) -> tauri::Result<()> {
    let Some(place) = read(workspace) else { return Ok(()) };
    let mut screens = window.available_monitors()?.into_iter();
    if screens.any(|screen| place.meets(*screen.position(), *screen.size())) {
        window.set_position(PhysicalPosition { x: place.x, y: place.y })?;
    }
    window.set_size(PhysicalSize { width: place.width, height: place.height })?;
    if place.maximized {
        window.maximize()?;
    }
    window.set_fullscreen(place.fullscreen)
}

/// Writes where the window stands, with the workspace that it shows for writing.
pub fn save(window: &WebviewWindow) {
    let present = window.state::<Present>();
    let Some(workspace) = present.written() else { return };
    let Ok(Some(place)) = now(window, read(&workspace)) else { return };
    if let Ok(text) = serde_json::to_vec_pretty(&place) {
        // Where it cannot be written the window opens elsewhere the next time: no fault worth a word.
        let _ = api::write_whole(&file(&workspace), &text);
    }
}

fn now(window: &WebviewWindow, before: Option<Place>) -> tauri::Result<Option<Place>> {
    if window.is_minimized()? {
        return Ok(None);
    }
    let (maximized, fullscreen) = (window.is_maximized()?, window.is_fullscreen()?);
    if let (true, Some(before)) = (maximized || fullscreen, before) {
        return Ok(Some(Place { maximized, fullscreen, ..before }));
    }
    let (size, corner) = (window.inner_size()?, window.outer_position()?);
    let place =
        Place { width: size.width, height: size.height, x: corner.x, y: corner.y, maximized, fullscreen };
    Ok((place.width > 0 && place.height > 0).then_some(place))
}

/// Writes the place once the window stands still after each sign that it moved. Runs until the sender is dropped.
pub fn keep(app: AppHandle, label: &'static str) -> Sender<()> {
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
            let there = app.clone();
            // On the window's own thread, which alone may ask the window.
            let _ = app.run_on_main_thread(move || {
                if let Some(window) = there.get_webview_window(label) {
                    save(&window);
                }
            });
        }
    });
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_where_a_screen_still_is() {
        let place = Place { width: 900, height: 700, x: 1900, y: 20, ..Place::default() };
        let screen = PhysicalSize { width: 1920, height: 1080 };
        assert!(place.meets(PhysicalPosition { x: 0, y: 0 }, screen), "a strip of it is in sight");
        assert!(place.meets(PhysicalPosition { x: 1920, y: 0 }, screen), "and the rest on the next screen");
        assert!(
            !place.meets(PhysicalPosition { x: -1920, y: 0 }, screen),
            "the screen on the other side has nothing of it"
        );
        assert!(!place.meets(PhysicalPosition { x: 0, y: 2000 }, screen), "nor one far below");
    }

    #[test]
    fn what_does_not_read_counts_as_none() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("local")).unwrap();
        assert_eq!(read(folder.path()), None, "nothing was kept");
        for wrong in ["", "{}", r#"{"width":0,"height":0,"x":0,"y":0,"maximized":false,"fullscreen":false}"#]
        {
            std::fs::write(file(folder.path()), wrong).unwrap();
            assert_eq!(read(folder.path()), None, "{wrong:?} is no place");
        }
    }
}
