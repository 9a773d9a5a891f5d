//! How much of anything is read. Beyond these a file is refused as `too_large`; none is a guess that is made silently.

/// The largest file that is read whole into memory.
pub const FILE: u64 = 512 * 1024 * 1024;
/// The largest text that is kept, in bytes of UTF-8.
pub const TEXT: usize = 64 * 1024 * 1024;
/// The largest part of an archive that is unpacked.
pub const PART: u64 = 128 * 1024 * 1024;
/// The most entries of an archive that are looked at.
pub const ENTRIES: usize = 100_000;
/// The most records of a web archive that are looked at.
pub const RECORDS: usize = 200_000;
/// All that is unpacked out of one web archive for showing one page.
pub const RESOURCES: u64 = 64 * 1024 * 1024;
/// The largest single picture that is put into a safe copy of a page.
pub const EMBEDDED: usize = 8 * 1024 * 1024;
/// All pictures of one safe copy together, as base64.
pub const EMBEDDED_TOTAL: usize = 48 * 1024 * 1024;
/// All style sheets of one safe copy together.
pub const STYLES: usize = 4 * 1024 * 1024;
/// The longest HTML that is parsed.
pub const HTML: usize = 64 * 1024 * 1024;
/// The largest XML part of a document that is parsed.
pub const XML: usize = 64 * 1024 * 1024;
/// The most nodes of one XML part.
pub const XML_NODES: u32 = 4_000_000;
/// The most pixels of a picture that is decoded.
pub const PIXELS: u64 = 120_000_000;
/// The most memory that the decoder of one picture may take.
pub const PICTURE_MEMORY: u64 = 512 * 1024 * 1024;
/// The most values of metadata that are kept of one file.
pub const VALUES: usize = 2_000;
/// The longest single value of metadata, in characters; a longer one is cut, and says so.
pub const VALUE: usize = 4_000;
