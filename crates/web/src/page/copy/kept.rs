//! What was kept of a page, as the copy finds it.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use url::Url;

/// One thing that was kept: where its bytes lie in the file of the capture.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    pub media_type: String,
    pub content_type: Option<String>,
    /// The address that it came from in the end: its own addresses are read against it.
    pub address: Url,
    pub from: u64,
    pub size: u64,
}

/// All that was kept, by the address under which the page asks for it.
#[derive(Debug)]
pub(crate) struct Kept {
    pub file: File,
    pub parts: Vec<Part>,
    pub by_address: HashMap<Url, usize>,
}

impl Kept {
    pub(super) fn find(&self, address: &Url) -> Option<usize> {
        self.by_address.get(address).copied()
    }

    /// The bytes of a part.
    pub(crate) fn read(&mut self, part: usize) -> io::Result<Vec<u8>> {
        let part = &self.parts[part];
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(part.from))?;
        (&mut self.file).take(part.size).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
