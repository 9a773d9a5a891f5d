//! THE DOOR: one table of commands, each with a typed request and response, used by the window, the terminal and the tests alike.
//!
//! ```no_run
//! use api::{Context, Door, Opening, Wanted};
//! let door = Door::open(Opening::of(None, Wanted::Write, "terminal"))?;
//! let context = Context { editor: Some("I. Marr".to_owned()), ..Context::default() };
//! let made = door.call("case.add", serde_json::json!({ "name": "Chemical release at Khan Shaykhun" }), &context)?;
//! # Ok::<(), api::Problem>(())
//! ```
//!
//! Here requests become records and rules are asked; the rules themselves are in `claims`, the history in `ledger`.

pub mod bindings;
pub mod table;

mod at;
mod checks;
mod child;
mod commands;
mod covering;
mod desk;
mod door;
mod problem;
mod progress;
mod record;
mod wire;
mod workspace;

pub use desk::Context;
pub use door::{Door, Opening, Wanted};
pub use problem::{Code, Problem};
pub use progress::{Progress, Watch};
pub use workspace::folder::{Holds, look};
pub use workspace::lock::Writer;
pub use workspace::recent::{Recent, forget, recent, remember};
pub use workspace::restore::{Restored, restore};
pub use workspace::{Workspace, write_whole};
