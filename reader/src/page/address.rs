//! The only addresses that a safe copy may hold: places in itself, and pictures written out in it.

use crate::archive::Resources;
use crate::bounds;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Pictures that a browser draws without running or loading anything.
const DRAWN: [&str; 5] = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"];

/// The pictures of a copy, and how much room they have taken.
pub struct Pictures<'a> {
    resources: &'a Resources,
    left: usize,
}

impl<'a> Pictures<'a> {
    pub fn new(resources: &'a Resources) -> Self {
        Self { resources, left: bounds::EMBEDDED_TOTAL }
    }

    /// The address of a picture as it may stand in the copy, if it may.
    pub fn embed(&mut self, address: &str) -> Option<String> {
        let address = address.trim();
        let (media_type, bytes) = match strip_data(address) {
            Some(data) => of_data(data)?,
            None => {
                let part = self.resources.get(address)?;
                (part.media_type.clone(), part.bytes.clone())
            }
        };
        // What it says it is, and what it is.
        let found = evidence::media_type_of(&bytes);
        if !DRAWN.contains(&media_type.as_str()) && !DRAWN.contains(&found.as_str()) {
            return None;
        }
        let media_type = DRAWN.into_iter().find(|drawn| *drawn == found)?;
        let length = bytes.len().div_ceil(3) * 4;
        if bytes.len() > bounds::EMBEDDED || length > self.left {
            return None;
        }
        self.left -= length;
        Some(format!("data:{media_type};base64,{}", STANDARD.encode(bytes)))
    }

    /// The style sheet at an address, if the archive holds it.
    pub fn sheet(&self, address: &str) -> Option<String> {
        let part = self.resources.get(address.trim())?;
        let css = part.media_type.starts_with("text/css") || part.media_type.is_empty();
        css.then(|| crate::text::decode::decode(&part.bytes, part.charset.as_deref()).0)
    }
}

fn strip_data(address: &str) -> Option<&str> {
    let begins = address.get(..5)?;
    begins.eq_ignore_ascii_case("data:").then(|| &address[5..])
}

/// The kind and bytes of what stands after `data:`.
fn of_data(data: &str) -> Option<(String, Vec<u8>)> {
    let (head, body) = data.split_once(',')?;
    if body.len() > bounds::EMBEDDED * 2 {
        return None;
    }
    let mut words = head.split(';').map(|word| word.trim().to_ascii_lowercase());
    let media_type = words.next()?;
    let plain: String = body.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let bytes = unescape(&plain);
    let bytes = if words.any(|word| word == "base64") { STANDARD.decode(bytes).ok()? } else { bytes };
    Some((media_type, bytes))
}

/// Percent signs undone.
fn unescape(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |offset: usize| bytes.get(at + offset).and_then(|byte| (*byte as char).to_digit(16));
        match (bytes[at], hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
            }
            (byte, _, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}
