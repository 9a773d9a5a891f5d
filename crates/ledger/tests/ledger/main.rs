//! The ledger seen from outside: every promise of the file, kept on real files.
#![allow(clippy::unwrap_used)]

mod support;

mod undoing;
mod writing;
