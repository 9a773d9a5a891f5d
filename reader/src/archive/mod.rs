//! Files that hold a page with its parts: MHTML, WARC and WACZ.

mod http;
mod mhtml;
mod warc;
pub mod zip;

use crate::{Failure, Kind, kind};
use std::collections::HashMap;
use url::Url;

/// A part of an archive, its transport undone.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// The address it was kept under.
    pub address: Option<String>,
    /// The media type that came with it, without parameters, in lower case.
    pub media_type: String,
    /// The encoding that came with it.
    pub charset: Option<String>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The parts of an archive by their addresses, as the page at `base` names them.
#[derive(Debug, Default)]
pub struct Resources {
    base: Option<Url>,
    parts: HashMap<String, Part>,
}

impl Resources {
    /// The part that the page means by this address.
    pub fn get(&self, address: &str) -> Option<&Part> {
        if self.parts.is_empty() || address.is_empty() || address.len() > 8_000 {
            return None;
        }
        if let Some(part) = self.parts.get(address) {
            return Some(part);
        }
        let mut whole = self.base.as_ref()?.join(address).ok()?;
        whole.set_fragment(None);
        self.parts.get(whole.as_str())
    }

    #[cfg(test)]
    pub fn for_tests(base: &str) -> Self {
        Self { base: Url::parse(base).ok(), parts: HashMap::new() }
    }

    #[cfg(test)]
    pub fn add_for_tests(&mut self, part: Part) {
        self.insert(part);
    }

    fn insert(&mut self, part: Part) {
        if let Some(address) = part.address.clone() {
            self.parts.entry(address).or_insert(part);
        }
    }
}

/// The page that an archive is about, and what else it holds.
pub fn page(bytes: &[u8], kind: Kind) -> Result<(Part, Resources), Failure> {
    let (main, mut resources) = match kind {
        Kind::Mhtml => mhtml::page(bytes)?,
        Kind::Warc => warc::page(bytes, None)?,
        Kind::Wacz => zip::web_archive(bytes)?,
        other => return Err(kind::none("a page", other)),
    };
    resources.base = main.address.as_deref().and_then(|address| Url::parse(address).ok());
    Ok((main, resources))
}

/// The media type and encoding that a Content-Type names.
fn content_type(value: &str) -> (String, Option<String>) {
    let mut words = value.split(';');
    let media_type = words.next().unwrap_or_default().trim().to_ascii_lowercase();
    let charset = words.find_map(|word| {
        let (name, value) = word.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    });
    (media_type, charset.filter(|charset| !charset.is_empty()))
}

fn is_page(media_type: &str) -> bool {
    matches!(media_type, "text/html" | "application/xhtml+xml")
}

/// What a stream unpacks to, or a refusal when that passes `limit`.
fn unpack(mut stream: impl std::io::Read, limit: u64, what: &str) -> Result<Vec<u8>, Failure> {
    use std::io::Read;
    let mut bytes = Vec::new();
    stream.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(Failure::unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(Failure::too_large(format!("{what} unpacks to more than {limit} bytes")));
    }
    Ok(bytes)
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
