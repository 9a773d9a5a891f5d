//! How the page is drawn where the machine has no graphics card.
//!
//! WebKitGTK then has the processor imitate one: it makes and runs shaders for every picture, which took four times the
//! processor time of a start, and halved the speed of scrolling (docs/benchmarks.md). Without one it draws better plainly.
//! `COUNTERCLAIM_DRAWING` = `card` or `plain` decides in place of what the machine has.

#[cfg(target_os = "linux")]
use std::path::Path;
use tauri::WebviewWindow;

/// Where the kernel lists graphics cards.
#[cfg(target_os = "linux")]
const CARDS: &str = "/dev/dri";

/// Whether the machine has a graphics card that a program can draw with.
#[cfg(target_os = "linux")]
fn has_card(listed: &Path) -> bool {
    std::fs::read_dir(listed).is_ok_and(|found| {
        found.filter_map(Result::ok).any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}

/// Whether to draw plainly: as was asked for, else where there is no card.
#[cfg(target_os = "linux")]
fn plainly(asked: Option<&str>, listed: &Path) -> bool {
    match asked {
        Some("plain") => true,
        Some("card") => false,
        _ => !has_card(listed),
    }
}

/// Has the page drawn by the processor alone where there is no graphics card; elsewhere nothing changes.
///
/// # Errors
/// Where the window has gone.
#[cfg(target_os = "linux")]
pub fn suit(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    if !plainly(std::env::var("COUNTERCLAIM_DRAWING").ok().as_deref(), Path::new(CARDS)) {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = WebViewExt::settings(&view.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Other systems bring their own way without a card.
#[cfg(not(target_os = "linux"))]
pub fn suit(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_what_can_be_drawn_with() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!has_card(&folder.path().join("none")), "no folder, no card");
        std::fs::write(folder.path().join("card0"), "").unwrap();
        assert!(!has_card(folder.path()), "a screen alone draws nothing");
        std::fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(has_card(folder.path()));
    }

    #[test]
    fn a_wish_counts_more_than_the_machine() {
        let folder = tempfile::tempdir().unwrap();
        assert!(plainly(None, folder.path()) && plainly(Some("whatever"), folder.path()), "there is no card");
        assert!(!plainly(Some("card"), folder.path()));
        std::fs::write(folder.path().join("renderD128"), "").unwrap();
        assert!(!plainly(None, folder.path()), "there is one");
        assert!(plainly(Some("plain"), folder.path()));
    }
}
