//! How far long work is, and whether whoever asked still wants it.

use crate::problem::{Code, Problem};
use serde::Serialize;
use std::fmt;
use std::sync::Arc;
use ts_rs::TS;

/// How far a command is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// What is being done: `operations`, `rows`, `derived`, `files`, `copies`, `pages`, `bytes`, `resources`, `formats` or `steps`.
    pub stage: &'static str,
    /// How many are done.
    pub done: u64,
    /// Of how many.
    pub total: u64,
}

/// Called while a command works; `false` stops it. Cheap to clone.
#[derive(Clone)]
pub struct Watch(Arc<dyn Fn(&Progress) -> bool + Send + Sync>);

impl Watch {
    /// Watches with this; it is called often, from the thread that works, and must be quick.
    pub fn new(tell: impl Fn(&Progress) -> bool + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// Tells how far the work is; whether to go on.
    pub fn tell(&self, progress: &Progress) -> bool {
        (self.0)(progress)
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}

impl PartialEq for Watch {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Watch {}

/// It was stopped on request.
pub fn stopped() -> Problem {
    Problem::new(Code::Stopped, "it was stopped, and nothing was changed")
        .hint("Start it again when you like.")
}
