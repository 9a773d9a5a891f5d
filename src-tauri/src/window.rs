//! The window itself: its size and title, where it may go, and who calls it forward.

use crate::hands::{self, Jobs};
use crate::opening::Here;
use crate::present::Present;
use crate::{drawing, place, show, workspaces};
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
    let Here { door, folder, address, read_only } = here;
    let app = Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Present::new(door, folder, read_only))
        .manage(Jobs::default())
        .invoke_handler(tauri::generate_handler![
            hands::call,
            hands::cancel,
            show::show_file,
            show::show_folder,
            workspaces::recent_workspaces,
            workspaces::forget_workspace,
            workspaces::look_at_folder,
            workspaces::open_workspace,
            workspaces::show_workspace
        ])
        .setup(move |app| {
            open(app, address.as_deref())?;
            let called = app.handle().clone();
            app.state::<Present>().settle(move |address| come_forward(&called, address.as_deref()));
            Ok(())
        })
        .build(tauri::generate_context!())?;
    let moved = place::keep(app.handle().clone(), LABEL);
    app.run(move |app, event| match event {
        RunEvent::WindowEvent { event: WindowEvent::Resized(_) | WindowEvent::Moved(_), .. } => {
            let _ = moved.send(());
        }
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { .. }, .. } => {
            if let Some(window) = app.get_webview_window(LABEL) {
                place::save(&window);
            }
        }
        RunEvent::Exit => app.state::<Present>().leave(),
        _ => {}
    });
    Ok(())
}

fn open(app: &App, address: Option<&str>) -> tauri::Result<()> {
    let first = serde_json::to_string(&address)?;
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .initialization_script(format!("window.__counterclaim_address = {first}"))
        .title("Counterclaim")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .on_navigation(ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // The page says in its title what it shows, and of which workspace.
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        .build()?;
    drawing::suit(&window)?;
    match app.state::<Present>().written() {
        Some(workspace) => place::restore(&window, &workspace),
        None => Ok(()),
    }
}

/// Whether an address is of the app itself: the page, and what it shows in frames of its own.
fn ours(url: &Url) -> bool {
    let page = url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost");
    let dev = cfg!(not(feature = "custom-protocol")) && url.host_str() == Some("127.0.0.1");
    page || dev || matches!(url.scheme(), "about" | "blob")
}

/// Shows the window before all others, and tells the page the address that was asked for.
pub fn come_forward(app: &AppHandle, address: Option<&str>) {
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
