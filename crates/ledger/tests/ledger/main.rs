//! The ledger seen from outside: every promise of the file, kept on real files.
#![allow(clippy::unwrap_used)]

mod support;

mod any_sequence;
mod copies;
mod earlier;
mod erasing;
mod exporting;
mod format;
mod listing;
mod opening;
mod searching;
mod undoing;
mod verifying;
mod writing;
