//! The HTTP message inside a record: its head, and its body without the codings in which it came.

use crate::failure::Failure;
use flate2::read::{MultiGzDecoder, ZlibDecoder};
use std::io::{self, Read};

/// The head of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// 200 and so on; 0 where the first line says none.
    pub status: u16,
    /// Its headers in their order, names in small letters.
    pub headers: Vec<(String, String)>,
}

impl Head {
    /// The first header of that name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The media type without its parameters, in small letters.
    pub fn media_type(&self) -> Option<String> {
        self.get("content-type").map(crate::net::essence)
    }

    fn has_coding(&self, name: &str, coding: &str) -> bool {
        self.get(name)
            .is_some_and(|value| value.split(',').any(|one| one.trim().eq_ignore_ascii_case(coding)))
    }

    /// Whether the body comes in chunks.
    pub(crate) fn is_chunked(&self) -> bool {
        self.has_coding("transfer-encoding", "chunked")
    }
}

/// The body of an answer, unpacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether they are the thing itself; else they are packed in a way that is not known here.
    pub whole: bool,
}

/// Where the head ends and the body begins.
pub(crate) fn head_end(bytes: &[u8]) -> Option<usize> {
    let windows =
        |mark: &[u8]| bytes.windows(mark.len()).position(|part| part == mark).map(|at| at + mark.len());
    match (windows(b"\r\n\r\n"), windows(b"\n\n")) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// Reads a head.
pub(crate) fn head(bytes: &[u8]) -> Head {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).unwrap_or(0);
    let headers = lines
        .take_while(|line| !line.trim().is_empty())
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Head { status, headers }
}

/// Parts an answer into head and unpacked body, which may have `limit` bytes.
///
/// *Errors*: [`Failure::BadArchive`] where it is no HTTP, is broken, or unpacks to more.
pub(super) fn parted(message: &[u8], limit: u64) -> Result<(Head, Body), Failure> {
    let end = head_end(message).ok_or_else(|| Failure::archive("an answer has no end of its head"))?;
    let head = head(&message[..end]);
    let plain = if head.is_chunked() { unchunked(&message[end..])? } else { message[end..].to_vec() };
    let packed = head.get("content-encoding").unwrap_or_default().to_owned();
    let body = unpack(&plain[..], &packed, limit)?;
    Ok((head, body.unwrap_or(Body { bytes: plain, whole: false })))
}

/// Unpacks a body; none where its coding is not known here.
fn unpack(plain: &[u8], packed: &str, limit: u64) -> Result<Option<Body>, Failure> {
    let Some(mut reader) = unpacking(plain, packed) else { return Ok(None) };
    let mut bytes = Vec::new();
    reader.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(Failure::archive)?;
    if bytes.len() as u64 > limit {
        return Err(Failure::archive(format!("an answer unpacks to more than {limit} bytes")));
    }
    Ok(Some(Body { bytes, whole: true }))
}

/// A reader that unpacks a coding of content; none where it is not known here.
pub(crate) fn unpacking<'a>(plain: impl Read + 'a, coding: &str) -> Option<Box<dyn Read + 'a>> {
    match coding.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => Some(Box::new(plain)),
        "gzip" | "x-gzip" => Some(Box::new(MultiGzDecoder::new(plain))),
        "deflate" => Some(Box::new(ZlibDecoder::new(plain))),
        _ => None,
    }
}

/// A body without the marks between its chunks (RFC 9112, 7.1).
fn unchunked(mut rest: &[u8]) -> Result<Vec<u8>, Failure> {
    let broken = || Failure::archive("the chunks of an answer are broken");
    let mut out = Vec::with_capacity(rest.len());
    loop {
        let end = rest.iter().position(|byte| *byte == b'\n').ok_or_else(broken)?;
        let line = std::str::from_utf8(&rest[..end]).map_err(|_| broken())?;
        let digits = line.split(';').next().unwrap_or_default().trim();
        let size = usize::from_str_radix(digits, 16).map_err(|_| broken())?;
        rest = &rest[end + 1..];
        if size == 0 {
            return Ok(out);
        }
        out.extend_from_slice(rest.get(..size).ok_or_else(broken)?);
        rest = &rest[size..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).ok_or_else(broken)?;
    }
}

/// Copies at most `limit` bytes; whether that was all.
pub(crate) fn copy_within(
    from: &mut dyn Read,
    into: &mut dyn io::Write,
    limit: u64,
) -> io::Result<Option<u64>> {
    let copied = io::copy(&mut from.take(limit + 1), into)?;
    Ok((copied <= limit).then_some(copied))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_comes_out_of_its_codings() {
        let message = b"HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=x\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        let (head, body) = parted(message, 100).unwrap();
        assert_eq!((head.status, head.media_type().as_deref()), (200, Some("text/html")));
        assert_eq!(body.bytes, b"abcde");
        for broken in [&b"5\r\nab"[..], b"ffffffffffffffff\r\n", b"zz\r\n", b"", b"1\r\nab\r\n0\r\n\r\n"] {
            assert!(unchunked(broken).is_err(), "{broken:?}");
        }
    }

    #[test]
    fn a_bomb_is_refused_and_what_is_not_known_stays_packed() {
        use flate2::{Compression, write::GzEncoder};
        use std::io::Write;
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&vec![0; 1_000_000]).unwrap();
        let mut message = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".to_vec();
        message.extend(packed.finish().unwrap());
        assert!(parted(&message, 10_000).is_err(), "it unpacks to a hundred times more than is taken");
        assert_eq!(parted(&message, 1_000_000).unwrap().1.bytes.len(), 1_000_000);
        let (_, body) = parted(b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxyz", 100).unwrap();
        assert!(!body.whole && body.bytes == b"xyz");
    }
}
