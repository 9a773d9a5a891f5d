//! Asking a server for one thing: the address is checked, its number is pinned, and what goes over the line is written down.

mod address;
mod client;
mod cookies;
mod line;
mod names;
mod tee;

pub use address::{checked, what_is_wrong_with};
pub(crate) use client::{Answer, Client, Hop, Stop, essence};
pub use names::{Names, SystemNames};
