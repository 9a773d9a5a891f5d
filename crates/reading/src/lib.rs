//! What may be asked of a foreign file, and what comes back.
//!
//! A foreign file may be made to harm whoever reads it. So the app links no parser of such files: [`Reader`] starts the
//! program `counterclaim-reader`, which lays limits on itself, reads the one file it is told, and answers over a pipe.
//! A crash, a hang or a flood there is a [`Failure`] here, and nothing else.

mod answer;
mod found;
mod frame;
mod reader;

pub use answer::{Answer, Failure, Problem, Want};
pub use found::{
    ALIKE_DISTANCE, ALIKE_QUALITY, Credentials, Fingerprint, Metadata, Origin, PAGE_BREAK, Page, Rendition,
    Text, Value, distance,
};
pub use frame::{Request, read_frame, write_frame};
pub use reader::{PROGRAM, Reader};

/// The name and version that stand beside everything that was read.
pub const TOOL: &str = concat!("counterclaim-reader ", env!("CARGO_PKG_VERSION"));
