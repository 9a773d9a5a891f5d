//! Whole flows through the door, one binary.
#![allow(clippy::unwrap_used)]

mod demo;
mod flow;
mod nouns;
mod sample;
mod support;
mod two_times;
mod undoing;
mod verify_script;
mod workspace;
