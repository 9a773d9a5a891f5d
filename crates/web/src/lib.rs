//! THE WEB: a page is fetched on request, and kept: as an archive (WARC in WACZ), as one self-contained page, as text.
//!
//! This is the only place that asks anybody over a network. It knows nothing of a workspace: it writes temporary files, and who asked for
//! them keeps them.

mod archive;
mod capture;
mod changes;
mod failure;
mod net;
mod page;
mod rules;
pub mod wacz;
pub mod warc;
mod wayback;

pub use archive::{Archived, Whose, recognise};
pub use capture::{Captured, Missing, Redirect, Step, Wish, capture};
pub use changes::{Became, Change, changes};
pub use failure::{Failure, Reach};
pub use net::{Names, SystemNames, checked, what_is_wrong_with};
pub use page::text_of;
pub use rules::{Limits, Rules, USER_AGENT};
pub use wayback::{SERVICE, Saved, Saving, save};
