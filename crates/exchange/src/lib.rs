//! WHAT COMES AND GOES: a case as others can take it, and check it, without us.
//!
//! [`bag`] writes a folder after BagIt 1.0 (RFC 8493): every file in it with its SHA-256. [`ro_crate`] describes what is in it
//! after RO-Crate 1.2, for people and machines that never heard of this program. [`annotation`] gives excerpts as W3C Web Annotations
//! and reads those of others. This crate knows no ledger, no shelf, no clock and
//! no network: who calls it says what goes in.

pub mod annotation;
pub mod bag;
pub mod ro_crate;
