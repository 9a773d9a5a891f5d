//! The commands of the page about workspaces: which were open, what a folder holds, going over to another, showing this one.

use crate::hands::Jobs;
use crate::present::{Present, Went};
use crate::{show, window};
use api::{Code, Holds, Problem, Recent};
use std::path::PathBuf;
use tauri::{AppHandle, Manager, State};

/// The workspaces that were open last on this machine, without the present one.
#[tauri::command]
pub async fn recent_workspaces(present: State<'_, Present>) -> Result<Vec<Recent>, Problem> {
    let here = present.folder();
    let mut all = api::recent(None)?;
    all.retain(|one| Some(&one.path) != here.as_ref());
    Ok(all)
}

/// Takes a workspace off that list; its folder is not touched.
#[tauri::command]
pub async fn forget_workspace(path: PathBuf) -> Result<(), Problem> {
    api::forget(None, &path)
}

/// What a folder holds that somebody chose; nothing is made.
#[tauri::command]
pub async fn look_at_folder(present: State<'_, Present>, path: PathBuf) -> Result<Holds, Problem> {
    present.look(&path)
}

/// Shows another workspace in this window; an empty folder becomes one. The page is then loaded anew.
#[tauri::command]
pub async fn open_workspace(app: AppHandle, path: PathBuf) -> Result<Went, Problem> {
    let change = move || {
        let called = app.clone();
        app.state::<Present>().change(
            &path,
            || app.state::<Jobs>().stop_all(),
            move |address| window::come_forward(&called, address.as_deref()),
        )
    };
    tauri::async_runtime::spawn_blocking(change)
        .await
        .unwrap_or_else(|error| Err(Problem::new(Code::Internal, format!("opening broke off: {error}"))))
}

/// Shows the folder of the present workspace in the system's file manager: that one, and no other.
#[tauri::command]
pub async fn show_workspace(present: State<'_, Present>) -> Result<(), Problem> {
    let folder = present.folder().ok_or_else(|| Problem::new(Code::FileMissing, "no workspace is open"))?;
    if !folder.is_dir() {
        return Err(Problem::new(Code::FileMissing, format!("{} is not there", folder.display()))
            .hint("Its disk may be unplugged."));
    }
    show::hand_over(&folder)
}
