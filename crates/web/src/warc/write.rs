//! Writing records. Each is hashed in one pass and packed in a second, so that none of them is ever in memory as a whole.

use super::digest::{Sha256Hex, sha1_name};
use super::http;
use crate::net::Hop;
use chrono::{DateTime, SecondsFormat, Utc};
use flate2::{Compression, GzBuilder};
use sha1::{Digest, Sha1};
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use uuid::Uuid;

/// Where a record lies, and what the index says of it.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    pub url: String,
    pub time: DateTime<Utc>,
    pub status: u16,
    pub media_type: Option<String>,
    /// `sha256:` of the payload.
    pub digest: String,
    pub offset: u64,
    pub length: u64,
}

/// Writes a WARC file.
pub(crate) struct Writer<W> {
    into: W,
    at: u64,
    info: String,
}

/// A block that can be read twice.
trait Block: Read + Seek {}
impl<T: Read + Seek> Block for T {}

/// Fields of a `warcinfo` or `metadata` block (`application/warc-fields`), ended by an empty line as tools expect.
fn fields(of: &[(&str, String)]) -> Vec<u8> {
    let mut text = String::new();
    for (name, value) in of {
        text.push_str(&format!("{name}: {}\r\n", one_line(value)));
    }
    text.push_str("\r\n");
    text.into_bytes()
}

fn one_line(value: &str) -> String {
    value.split(['\r', '\n']).map(str::trim).collect::<Vec<_>>().join(" ")
}

impl<W: Write> Writer<W> {
    /// Begins a file: the first record says who made it, with what.
    pub(crate) fn begin(into: W, about: &[(&str, String)], time: DateTime<Utc>) -> io::Result<Self> {
        let mut writer = Self { into, at: 0, info: String::new() };
        let id = new_id();
        let head =
            [("WARC-Type", "warcinfo".to_owned()), ("WARC-Record-ID", id.clone()), ("WARC-Date", date(time))];
        writer.record(&head, "application/warc-fields", &mut Cursor::new(fields(about)), None)?;
        writer.info = id;
        Ok(writer)
    }

    /// One exchange: the request and the answer, as they went over the line.
    pub(crate) fn exchange(&mut self, hop: &mut Hop) -> io::Result<Written> {
        let (response, request) = (new_id(), new_id());
        let target = ("WARC-Target-URI", hop.url.to_string());
        let mut head = vec![
            ("WARC-Type", "response".to_owned()),
            ("WARC-Record-ID", response.clone()),
            ("WARC-Date", date(hop.time)),
            target.clone(),
            ("WARC-Warcinfo-ID", self.info.clone()),
        ];
        if let Some(peer) = hop.peer {
            head.push(("WARC-IP-Address", peer.to_string()));
        }
        let from = payload_from(&mut hop.came)?;
        let (offset, digest) =
            self.record(&head, "application/http; msgtype=response", &mut hop.came, Some(from))?;
        let length = self.at - offset;
        let head = [
            ("WARC-Type", "request".to_owned()),
            ("WARC-Record-ID", request),
            ("WARC-Date", date(hop.time)),
            target,
            ("WARC-Concurrent-To", response),
            ("WARC-Warcinfo-ID", self.info.clone()),
        ];
        self.record(&head, "application/http; msgtype=request", &mut Cursor::new(hop.sent.as_slice()), None)?;
        Ok(Written {
            url: hop.url.to_string(),
            time: hop.time,
            status: hop.status,
            media_type: hop.media_type.clone(),
            digest,
            offset,
            length,
        })
    }

    /// What is known about a page beside what was sent.
    pub(crate) fn note(&mut self, url: &str, time: DateTime<Utc>, of: &[(&str, String)]) -> io::Result<()> {
        let head = [
            ("WARC-Type", "metadata".to_owned()),
            ("WARC-Record-ID", new_id()),
            ("WARC-Date", date(time)),
            ("WARC-Target-URI", url.to_owned()),
            ("WARC-Warcinfo-ID", self.info.clone()),
        ];
        self.record(&head, "application/warc-fields", &mut Cursor::new(fields(of)), None)?;
        Ok(())
    }

    /// Ends the file.
    pub(crate) fn end(mut self) -> io::Result<W> {
        self.into.flush()?;
        Ok(self.into)
    }

    /// Writes one record as one gzip member; gives where it begins, and the SHA-256 of its payload.
    fn record(
        &mut self,
        head: &[(&str, String)],
        content_type: &str,
        block: &mut dyn Block,
        payload_from: Option<Payload>,
    ) -> io::Result<(u64, String)> {
        let (mut whole, mut payload, mut sha256, mut size) =
            (Sha1::new(), Sha1::new(), Sha256Hex::default(), 0_u64);
        block.seek(SeekFrom::Start(0))?;
        let from = payload_from.as_ref().map_or(u64::MAX, |payload| payload.from);
        each_block(block, |bytes| {
            whole.update(bytes);
            let skip = usize::try_from(from.saturating_sub(size)).unwrap_or(usize::MAX).min(bytes.len());
            payload.update(&bytes[skip..]);
            sha256.update(&bytes[skip..]);
            size += bytes.len() as u64;
            Ok(())
        })?;
        let mut text = "WARC/1.1\r\n".to_owned();
        for (name, value) in head {
            text.push_str(&format!("{name}: {}\r\n", one_line(value)));
        }
        text.push_str(&format!("WARC-Block-Digest: {}\r\n", sha1_name(whole)));
        // What came in chunks has a payload that is not these bytes: its digest is left out rather than told two ways.
        if payload_from.is_some_and(|payload| !payload.chunked) {
            text.push_str(&format!("WARC-Payload-Digest: {}\r\n", sha1_name(payload)));
        }
        text.push_str(&format!("Content-Type: {content_type}\r\nContent-Length: {size}\r\n\r\n"));
        let offset = self.at;
        let counted = Counted { into: &mut self.into, size: &mut self.at };
        let mut packed = GzBuilder::new().write(counted, Compression::default());
        packed.write_all(text.as_bytes())?;
        block.seek(SeekFrom::Start(0))?;
        each_block(block, |bytes| packed.write_all(bytes))?;
        packed.write_all(b"\r\n\r\n")?;
        packed.finish()?;
        Ok((offset, sha256.name()))
    }
}

/// Where the payload of an answer begins.
struct Payload {
    from: u64,
    chunked: bool,
}

fn payload_from(came: &mut (impl Read + Seek)) -> io::Result<Payload> {
    came.seek(SeekFrom::Start(0))?;
    let mut start = Vec::new();
    came.take(300 * 1024).read_to_end(&mut start)?;
    let end = http::head_end(&start).unwrap_or(start.len());
    Ok(Payload { from: end as u64, chunked: http::head(&start[..end]).is_chunked() })
}

fn each_block(from: &mut dyn Block, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut block = vec![0; 64 * 1024];
    loop {
        match from.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(n) => each(&block[..n])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Counts what is written.
struct Counted<'a, W> {
    into: &'a mut W,
    size: &'a mut u64,
}

impl<W: Write> Write for Counted<'_, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let n = self.into.write(bytes)?;
        *self.size += n as u64;
        Ok(n)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.into.flush()
    }
}

fn new_id() -> String {
    format!("<urn:uuid:{}>", Uuid::now_v7())
}

fn date(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}
