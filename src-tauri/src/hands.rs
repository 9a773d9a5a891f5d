//! The commands that the page may call: it hands name and payload to the door, off the thread that draws. Long work tells
//! how far it is, and can be stopped.

use crate::present::Present;
use api::{Code, Context, Problem, Progress, Watch};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tauri::ipc::{Channel, JavaScriptChannelId};
use tauri::{State, Webview};

/// The shortest time between two words about how far the work is.
const PAUSE: Duration = Duration::from_millis(100);

/// The work that can be stopped, by the number that the page gave it.
#[derive(Default)]
pub struct Jobs(Mutex<HashMap<u32, Arc<AtomicBool>>>);

impl Jobs {
    fn all(&self) -> MutexGuard<'_, HashMap<u32, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, job: u32) -> Arc<AtomicBool> {
        Arc::clone(self.all().entry(job).or_default())
    }

    fn end(&self, job: u32) {
        self.all().remove(&job);
    }

    /// Stops all work, since the page that asked for it goes.
    pub fn stop_all(&self) {
        for stopped in self.all().values() {
            stopped.store(true, Ordering::Relaxed);
        }
    }

    fn stop(&self, job: u32) {
        if let Some(stopped) = self.all().get(&job) {
            stopped.store(true, Ordering::Relaxed);
        }
    }
}

/// Runs a command of the table for the page. With a job it can be stopped, with a channel it tells how far it is.
#[tauri::command]
pub async fn call(
    webview: Webview,
    present: State<'_, Present>,
    jobs: State<'_, Jobs>,
    command: String,
    payload: Value,
    job: Option<u32>,
    progress: Option<JavaScriptChannelId>,
) -> Result<Value, Problem> {
    let door = present.door();
    let context = Context {
        watch: job.map(|job| watch(jobs.begin(job), progress.map(|channel| channel.channel_on(webview)))),
        blind: true,
        ..Context::default()
    };
    let run = move || match door.as_ref() {
        Ok(door) => door.call(&command, payload, &context),
        Err(problem) => Err(problem.clone()),
    };
    let answer = tauri::async_runtime::spawn_blocking(run)
        .await
        .unwrap_or_else(|error| Err(Problem::new(Code::Internal, format!("the command broke off: {error}"))));
    if let Some(job) = job {
        jobs.end(job);
    }
    answer
}

/// Stops a job, if it still runs; its call then answers `stopped`.
#[tauri::command]
pub fn cancel(jobs: State<'_, Jobs>, job: u32) {
    jobs.stop(job);
}

/// Tells the page how far the work is, now and then, until it is stopped.
fn watch(stopped: Arc<AtomicBool>, channel: Option<Channel<Progress>>) -> Watch {
    let told = Mutex::new(None::<(Instant, &'static str)>);
    Watch::new(move |progress| {
        if let Some(channel) = &channel {
            let mut last = told.lock().unwrap_or_else(PoisonError::into_inner);
            if worth_telling(*last, progress) {
                *last = Some((Instant::now(), progress.stage));
                let _ = channel.send(*progress);
            }
        }
        !stopped.load(Ordering::Relaxed)
    })
}

/// A new stage and each format are told at once, since what follows may take long; other steps when a while has passed.
fn worth_telling(last: Option<(Instant, &'static str)>, progress: &Progress) -> bool {
    last.is_none_or(|(when, stage)| {
        stage != progress.stage || progress.stage == "formats" || when.elapsed() >= PAUSE
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_stage_and_each_format_are_told_at_once() {
        let at = |stage, done| Progress { stage, done, total: 9 };
        let now = Some((Instant::now(), "files"));
        assert!(worth_telling(None, &at("files", 0)), "the first step");
        assert!(!worth_telling(now, &at("files", 1)), "the next one at once is too much");
        assert!(worth_telling(now, &at("formats", 0)), "another stage");
        assert!(worth_telling(Some((Instant::now(), "formats")), &at("formats", 1)), "the next format");
    }

    #[test]
    fn a_job_goes_on_until_it_is_stopped() {
        let jobs = Jobs::default();
        let work = watch(jobs.begin(7), None);
        let step = Progress { stage: "files", done: 1, total: 2 };
        assert!(work.tell(&step), "nobody stopped it");
        jobs.stop(8);
        assert!(work.tell(&step), "another job's stop does not touch it");
        jobs.stop(7);
        assert!(!work.tell(&step), "now it is stopped");
        jobs.end(7);
        assert!(jobs.all().is_empty(), "nothing is left of it");
        let (one, other) = (watch(jobs.begin(1), None), watch(jobs.begin(2), None));
        jobs.stop_all();
        assert!(!one.tell(&step) && !other.tell(&step), "where the page goes, all its work stops");
    }
}
