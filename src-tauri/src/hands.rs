//! The one command that the page may call: it hands name and payload to the door, off the thread that draws.

use api::{Code, Context, Door, Problem};
use serde_json::Value;
use std::sync::Arc;
use tauri::State;

/// The door, or what kept it shut.
pub struct Hands(pub Arc<Result<Door, Problem>>);

/// Runs a command of the table for the page.
#[tauri::command]
pub async fn call(hands: State<'_, Hands>, command: String, payload: Value) -> Result<Value, Problem> {
    let door = Arc::clone(&hands.0);
    let run = move || match door.as_ref() {
        Ok(door) => door.call(&command, payload, &Context::default()),
        Err(problem) => Err(problem.clone()),
    };
    tauri::async_runtime::spawn_blocking(run)
        .await
        .unwrap_or_else(|error| Err(Problem::new(Code::Internal, format!("the command broke off: {error}"))))
}
