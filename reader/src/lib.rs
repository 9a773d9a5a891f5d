//! Reading foreign files: their text, a copy that is safe to show, their metadata, and what can be looked at in a
//! picture.
//!
//! A foreign file may be made to harm whoever reads it. So nothing in here runs in the program of the desk: the
//! program `counterclaim-reader` lays limits on itself (see [`child`]), reads the one file it is told, and answers over
//! a pipe. The app knows the questions and answers alone (crate `reading`).
//!
//! Nothing in here writes a file, opens a network connection, or changes what it reads.

mod archive;
mod bounds;
pub mod child;
mod html;
mod kind;
pub mod metadata;
pub mod page;
pub mod picture;
#[cfg(test)]
mod samples;
pub mod text;

pub use kind::Kind;
pub use reading::{Answer, Failure, Problem, Want};
