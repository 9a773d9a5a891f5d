//! An HTTP answer as an archive keeps it: head, and a body whose transport has to be undone.

use super::{Part, content_type, unpack};
use crate::{Failure, bounds};
use flate2::read::{MultiGzDecoder, ZlibDecoder};

/// An answer: its status, and what it held.
pub struct Answer {
    pub status: u16,
    pub part: Part,
}

/// Reads an answer that was kept whole.
pub fn answer(block: &[u8], address: Option<String>) -> Result<Answer, Failure> {
    let end = find(block, b"\r\n\r\n").map(|at| (at, 4)).or_else(|| find(block, b"\n\n").map(|at| (at, 2)));
    let (head, body) = match end {
        Some((at, gap)) => (&block[..at], &block[at + gap..]),
        None => (block, &[][..]),
    };
    let head = String::from_utf8_lossy(&head[..head.len().min(256 * 1024)]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().unwrap_or_default();
    let status = status.split_whitespace().nth(1).and_then(|code| code.parse().ok());
    let status = status.ok_or_else(|| Failure::unreadable("an answer in the archive has no status"))?;
    let header = |name: &str| {
        let mut found = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        found
            .find(|(header, _)| header.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
    };
    let chunked =
        header("Transfer-Encoding").is_some_and(|value| value.to_ascii_lowercase().contains("chunked"));
    let joined;
    let body = match chunked.then(|| join(body)).flatten() {
        Some(bytes) => {
            joined = bytes;
            &joined[..]
        }
        // Many tools keep the header and undo the chunks.
        None => body,
    };
    let bytes = match header("Content-Encoding").map(|value| value.to_ascii_lowercase()).as_deref() {
        Some("gzip" | "x-gzip") if body.starts_with(&[0x1f, 0x8b]) => {
            unpack(MultiGzDecoder::new(body), bounds::PART, "an answer in the archive")?
        }
        Some("deflate") => {
            unpack(ZlibDecoder::new(body), bounds::PART, "an answer in the archive").or_else(|_| {
                unpack(flate2::read::DeflateDecoder::new(body), bounds::PART, "an answer in the archive")
            })?
        }
        Some("br") => {
            let stream = brotli_decompressor::Decompressor::new(body, 16 * 1024);
            unpack(stream, bounds::PART, "an answer in the archive").or_else(|failure| {
                match failure.problem {
                    crate::Problem::TooLarge => Err(failure),
                    _ => Ok(body.to_vec()),
                }
            })?
        }
        _ => body.to_vec(),
    };
    let (media_type, charset) = content_type(&header("Content-Type").unwrap_or_default());
    Ok(Answer { status, part: Part { address, media_type, charset, bytes } })
}

/// The chunks of a body joined, or nothing when they are not what they should be.
fn join(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(body.len());
    loop {
        let line = find(&body[..body.len().min(4096)], b"\r\n")?;
        let size = std::str::from_utf8(&body[..line]).ok()?;
        let size = usize::from_str_radix(size.split(';').next()?.trim(), 16).ok()?;
        body = &body[line + 2..];
        if size == 0 {
            return Some(out);
        }
        out.extend_from_slice(body.get(..size)?);
        body = body.get(size..)?.strip_prefix(b"\r\n")?;
    }
}

pub fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
