//! Reading records of others: nothing that a file says about its own sizes is believed.

use super::LARGEST_HEAD;
use super::http::{self, Body, Head};
use crate::failure::Failure;
use flate2::bufread::GzDecoder;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

/// How many records of a file are listed.
const MOST: usize = 100_000;
/// Largest block that is passed over while a file is listed, in bytes; a file with a larger one is read up to there.
const LARGEST_BLOCK: u64 = 4_000_000_000;

/// One record of a file, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `response`, `resource` and so on.
    pub kind: String,
    /// The address.
    pub url: Option<String>,
    /// When (as written: RFC 3339).
    pub time: Option<String>,
    /// The media type of what the server gave.
    pub media_type: Option<String>,
    /// The status of the answer; none where it is no answer.
    pub status: Option<u16>,
    /// Where it begins in the file, in bytes.
    pub offset: u64,
}

/// One record that was kept: what a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// `response` or `resource`.
    pub kind: String,
    /// The address.
    pub url: String,
    /// When (as written: RFC 3339).
    pub time: String,
    /// The head of the answer; a `resource` has none but its media type.
    pub head: Head,
    /// The body, unpacked.
    pub body: Body,
}

/// The records of a file (`.warc` or `.warc.gz`), in their order.
///
/// *Errors*: [`Failure::BadArchive`] where it is none, or packed as a whole instead of record by record; [`Failure::Disk`].
pub fn index(path: &Path) -> Result<Vec<Entry>, Failure> {
    let mut file = BufReader::new(File::open(path)?);
    let mut entries = Vec::new();
    loop {
        let offset = file.stream_position()?;
        let first = skip_empty(&mut file)?;
        if first.is_none() || entries.len() >= MOST {
            return Ok(entries);
        }
        let packed = first == Some(0x1f);
        let offset = if packed { offset } else { file.stream_position()? };
        let entry = if packed {
            let mut member = BufReader::new(GzDecoder::new(&mut file));
            let entry = pass(&mut member, offset)?;
            let mut more = [0; 1];
            if read_some(&mut member, &mut more)? > 0 && more != *b"\r" && more != *b"\n" {
                return Err(Failure::archive("it is packed as a whole, not record by record"));
            }
            io::copy(&mut member.take(1024), &mut io::sink()).map_err(Failure::archive)?;
            entry
        } else {
            pass(&mut file, offset)?
        };
        entries.push(entry);
    }
}

fn read_some(from: &mut impl Read, into: &mut [u8]) -> Result<usize, Failure> {
    from.read(into).map_err(Failure::archive)
}

/// Passes over empty lines between records; gives the first byte after them.
fn skip_empty(file: &mut BufReader<File>) -> io::Result<Option<u8>> {
    loop {
        let first = file.fill_buf()?.first().copied();
        match first {
            Some(b'\r' | b'\n') => file.consume(1),
            other => return Ok(other),
        }
    }
}

/// Reads the head of a record and the head of the answer in it, and passes over the rest.
fn pass(from: &mut impl BufRead, offset: u64) -> Result<Entry, Failure> {
    let fields = fields(from)?;
    let length = fields.length()?;
    if length > LARGEST_BLOCK {
        return Err(Failure::archive(format!("a record says that it has {length} bytes")));
    }
    let mut block = from.take(length);
    let mut start = Vec::new();
    (&mut block).take(LARGEST_HEAD as u64).read_to_end(&mut start).map_err(Failure::archive)?;
    let passed = start.len() as u64 + io::copy(&mut block, &mut io::sink()).map_err(Failure::archive)?;
    if passed < length {
        return Err(Failure::archive("a record ends before its end"));
    }
    let kind = fields.get("warc-type").unwrap_or_default().to_owned();
    let (mut status, mut media_type) = (None, None);
    if kind == "response" {
        let head = http::head(&start[..http::head_end(&start).unwrap_or(start.len())]);
        (status, media_type) = (Some(head.status), head.media_type());
    } else if kind == "resource" {
        media_type = fields.get("content-type").map(crate::net::essence);
    }
    let owned = |name| fields.get(name).map(str::to_owned);
    Ok(Entry {
        url: owned("warc-target-uri").map(bare),
        time: owned("warc-date"),
        kind,
        media_type,
        status,
        offset,
    })
}

/// The record that begins at `offset`; its block, and what it unpacks to, may have `limit` bytes.
///
/// *Errors*: [`Failure::BadArchive`] where there is none, or it is larger.
pub fn record_at(file: &mut (impl Read + Seek), offset: u64, limit: u64) -> Result<Record, Failure> {
    file.seek(SeekFrom::Start(offset))?;
    let mut from = BufReader::new(file);
    let packed = from.fill_buf()?.first() == Some(&0x1f);
    if packed { record(&mut BufReader::new(GzDecoder::new(from)), limit) } else { record(&mut from, limit) }
}

fn record(from: &mut impl BufRead, limit: u64) -> Result<Record, Failure> {
    let fields = fields(from)?;
    let length = fields.length()?;
    if length > limit {
        return Err(Failure::archive(format!("a record has {length} bytes, more than {limit}")));
    }
    let mut block = Vec::new();
    from.take(length).read_to_end(&mut block).map_err(Failure::archive)?;
    if (block.len() as u64) < length {
        return Err(Failure::archive("a record ends before its end"));
    }
    let kind = fields.get("warc-type").unwrap_or_default().to_owned();
    let (head, body) = match kind.as_str() {
        "response" => http::parted(&block, limit)?,
        "resource" => {
            let kind = fields.get("content-type").unwrap_or("application/octet-stream").to_owned();
            let head = Head { status: 200, headers: vec![("content-type".to_owned(), kind)] };
            (head, Body { bytes: block, whole: true })
        }
        other => return Err(Failure::archive(format!("a record is no answer but {other:?}"))),
    };
    let url = fields.get("warc-target-uri").map(|url| bare(url.to_owned()));
    let url = url.ok_or_else(|| Failure::archive("a record has no address"))?;
    Ok(Record { kind, url, time: fields.get("warc-date").unwrap_or_default().to_owned(), head, body })
}

/// WARC 1.0 wrote addresses in angle brackets.
fn bare(url: String) -> String {
    url.strip_prefix('<').and_then(|url| url.strip_suffix('>')).map(str::to_owned).unwrap_or(url)
}

struct Fields(Vec<(String, String)>);

impl Fields {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn length(&self) -> Result<u64, Failure> {
        let said = self.get("content-length").unwrap_or_default();
        said.parse().map_err(|_| Failure::archive(format!("a record has the length {said:?}")))
    }
}

/// The head of a record.
fn fields(from: &mut impl BufRead) -> Result<Fields, Failure> {
    let mut from = from.take(LARGEST_HEAD as u64);
    let mut line = Vec::new();
    let mut next = |line: &mut Vec<u8>| -> Result<String, Failure> {
        line.clear();
        from.read_until(b'\n', line).map_err(Failure::archive)?;
        if line.last() != Some(&b'\n') {
            return Err(Failure::archive("a record has no end of its head"));
        }
        Ok(String::from_utf8_lossy(line).trim_end().to_owned())
    };
    let first = next(&mut line)?;
    if !first.starts_with("WARC/") {
        return Err(Failure::archive("a record does not begin as one"));
    }
    let mut fields: Vec<(String, String)> = Vec::new();
    loop {
        let text = next(&mut line)?;
        if text.is_empty() {
            return Ok(Fields(fields));
        }
        match text.split_once(':') {
            _ if text.starts_with([' ', '\t']) => {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(text.trim());
                }
            }
            Some((name, value)) => fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            None => return Err(Failure::archive("a record has a line that is no field")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        file
    }

    #[test]
    fn records_of_others_are_read_with_care() {
        let one = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://a.example/>\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Length: 47\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhey\r\n\r\n";
        let kept = file(format!("{one}{one}").as_bytes());
        let entries = index(kept.path()).unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[1].url.as_deref(), Some("http://a.example/"));
        assert_eq!((entries[1].status, entries[1].media_type.as_deref()), (Some(200), Some("text/html")));
        let record = record_at(&mut File::open(kept.path()).unwrap(), entries[1].offset, 1000).unwrap();
        assert_eq!(record.body.bytes, b"hey");
        for broken in [
            one.replace("47", "4600000000"),
            one.replace("47", "400"),
            one.replace("47", "-1"),
            one.replace("WARC/1.0", "HTTP/1.1"),
            format!("WARC/1.1\r\nX: {}", "y".repeat(100_000)),
            "WARC/1.1\r\nno field\r\n\r\n".to_owned(),
        ] {
            let broken = file(broken.as_bytes());
            assert!(matches!(index(broken.path()), Err(Failure::BadArchive { .. })));
            let refused = record_at(&mut File::open(broken.path()).unwrap(), 0, 1000);
            assert!(matches!(refused, Err(Failure::BadArchive { .. })));
        }
        assert!(
            record_at(&mut File::open(kept.path()).unwrap(), 999_999, 1000).is_err(),
            "there is nothing there"
        );
    }
}
