//! WACZ 1.1.1: a WARC with its index, its pages and the digests of its parts, in one ZIP file whose archive can be read in place.

mod cdxj;
mod read;
mod write;

pub use read::{Archive, Found, PageLine, open};
pub(crate) use write::{About, write};
