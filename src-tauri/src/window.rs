//! The window itself: its size and title, where it may go, and who calls it forward.

use crate::focus;
use crate::hands::{self, Hands, Jobs};
use crate::opening::Here;
use crate::place;
use crate::show::{self, Shown};
use std::sync::Arc;
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, Builder, Emitter, Manager, RunEvent, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent,
};

const LABEL: &str = "main";

/// Shows the window until it is closed.
///
/// # Errors
/// Where there is no display, or the system's webview does not start.
pub fn run(here: Here) -> tauri::Result<()> {
    let Here { door, folder, address } = here;
    let shown = folder.as_ref().map(|folder| folder.join("local").join("shown"));
    let writes = door.as_ref().is_ok_and(api::Door::can_write);
    // Only the window that writes keeps its place and answers to a second start: a reader leaves no trace.
    let folder = folder.filter(|_| writes);

    let mut builder = Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Hands(Arc::new(door)))
        .manage(Jobs::default())
        .manage(Shown(shown))
        .invoke_handler(tauri::generate_handler![
            hands::call,
            hands::cancel,
            show::show_file,
            show::show_folder
        ]);
    if let Some(folder) = &folder {
        builder = builder.plugin(place::remembered(folder));
    }
    let answering = folder.clone();
    let app = builder
        .setup(move |app| {
            open(app, writes, address.as_deref())?;
            if let Some(folder) = answering {
                let app = app.handle().clone();
                // Without a socket a second start reads beside this window, and is told so.
                let _ = focus::answer(&folder, move |address| come_forward(&app, address.as_deref()));
            }
            Ok(())
        })
        .build(tauri::generate_context!())?;
    let moved = folder.is_some().then(|| place::keep(app.handle().clone()));
    app.run(move |_, event| match (event, &folder, &moved) {
        (
            RunEvent::WindowEvent { event: WindowEvent::Resized(_) | WindowEvent::Moved(_), .. },
            _,
            Some(moved),
        ) => {
            let _ = moved.send(());
        }
        (RunEvent::Exit, Some(folder), _) => focus::leave(folder),
        _ => {}
    });
    Ok(())
}

fn open(app: &App, writes: bool, address: Option<&str>) -> tauri::Result<()> {
    let first = serde_json::to_string(&address)?;
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .initialization_script(format!("window.__counterclaim_address = {first}"))
        .title(if writes { "Counterclaim" } else { "Counterclaim (reading only)" })
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .on_navigation(ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    Ok(())
}

/// Whether an address is of the app itself: the page, and what it shows in frames of its own.
fn ours(url: &Url) -> bool {
    let page = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
    let dev = cfg!(not(feature = "custom-protocol")) && url.host_str() == Some("127.0.0.1");
    page || dev || matches!(url.scheme(), "about" | "blob")
}

/// Shows the window before all others, and tells the page the address that was asked for.
fn come_forward(app: &AppHandle, address: Option<&str>) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
    if let Some(address) = address {
        let _ = app.emit_to(LABEL, "open-address", address);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_at_home() {
        let may = |url: &str| ours(&url.parse().unwrap());
        assert!(
            may("tauri://localhost/index.html") && may("http://tauri.localhost/"),
            "the page, as each system names it"
        );
        assert!(may("about:srcdoc") && may("blob:tauri://localhost/1"), "a report in a frame");
        assert!(!may("https://example.org/") && !may("file:///etc/passwd"), "nothing else");
    }
}
