//! WARC 1.1 (ISO 28500): exchanges as they went over the line, one gzip member for each record.

mod digest;
pub(crate) mod http;
mod read;
mod write;

pub(crate) use digest::sha256_of;
pub use http::{Body, Head};
pub use read::{Entry, Record, index, record_at};
pub(crate) use write::{Writer, Written};

/// Largest head of a record, in bytes.
const LARGEST_HEAD: usize = 64 * 1024;
