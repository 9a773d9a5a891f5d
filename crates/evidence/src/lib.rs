//! THE SHELF: preserved files, named by their hash and never altered, and the anchors that hold an excerpt to its place.
//!
//! [`Shelf`] is the folder `files/` of a workspace. A file comes in by [`Shelf::put`] (copied, never moved or linked), lies under
//! `ab/cdef…` (the SHA-256 of its bytes, the first two digits as a folder) and is never written again. What a file was called
//! outside is metadata: no name from outside ever becomes part of a path here.
//!
//! [`anchor`] finds an excerpt again in a text. This crate knows no ledger, no clock and no network.

pub mod anchor;
mod containers;
mod error;
mod media;
mod shelf;

pub use error::ShelfError;
pub use media::{UNKNOWN_MEDIA_TYPE, media_type_of};
pub use shelf::{Integrity, Kept, Shelf, sha256_of, sha256_of_bytes};
