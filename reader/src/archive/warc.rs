//! Web archives (WARC 1.0 and 1.1), compressed record by record or not at all.

use super::http::{self, find};
use super::{Part, Resources, is_page};
use crate::{Failure, bounds};
use flate2::bufread::MultiGzDecoder;
use std::io::{BufRead, BufReader, Read};

/// One record: what its head says, and its block.
struct Record {
    kind: String,
    address: Option<String>,
    media_type: String,
    block: Vec<u8>,
}

/// The page that the archive is about: the one at `wanted` if it is said, else the first that was answered well.
pub fn page(bytes: &[u8], wanted: Option<&str>) -> Result<(Part, Resources), Failure> {
    let mut found =
        Found { wanted, main: None, other: None, resources: Resources::default(), room: bounds::RESOURCES };
    if bytes.starts_with(&[0x1f, 0x8b]) {
        found.records(&mut BufReader::new(MultiGzDecoder::new(bytes)))?;
    } else {
        found.records(&mut BufReader::new(bytes))?;
    }
    let Found { main, other, resources, .. } = found;
    let main = main.or(other).ok_or_else(|| Failure::unreadable("there is no page in the archive"))?;
    Ok((main, resources))
}

struct Found<'a> {
    wanted: Option<&'a str>,
    main: Option<Part>,
    /// The first page, when another one is wanted and may never come.
    other: Option<Part>,
    resources: Resources,
    room: u64,
}

impl Found<'_> {
    fn records(&mut self, stream: &mut impl BufRead) -> Result<(), Failure> {
        for _ in 0..bounds::RECORDS {
            match record(stream, self.room) {
                Ok(Some(record)) => self.take(record)?,
                Ok(None) => return Ok(()),
                // What came before a damage is still there; without a page, the damage is what is told.
                Err(failure) if self.main.is_none() && self.other.is_none() => return Err(failure),
                Err(failure) if failure.problem == crate::Problem::TooLarge => return Err(failure),
                Err(_) => return Ok(()),
            }
        }
        Err(Failure::too_large("the archive has too many records"))
    }

    fn take(&mut self, record: Record) -> Result<(), Failure> {
        let part = match record.kind.as_str() {
            "response" if record.block.starts_with(b"HTTP/") => {
                let answer = http::answer(&record.block, record.address)?;
                if !(200..300).contains(&answer.status) {
                    return Ok(());
                }
                answer.part
            }
            "resource" => {
                let (media_type, charset) = super::content_type(&record.media_type);
                Part { address: record.address, media_type, charset, bytes: record.block }
            }
            _ => return Ok(()),
        };
        let left = self.room.checked_sub(part.bytes.len() as u64);
        self.room = left.ok_or_else(|| Failure::too_large("all that the archive holds together"))?;
        let here = part.address.as_deref();
        if is_page(&part.media_type) && self.main.is_none() && (self.wanted.is_none() || self.wanted == here)
        {
            self.main = Some(part);
        } else if is_page(&part.media_type) && self.other.is_none() && self.main.is_none() {
            self.other = Some(part);
        } else {
            self.resources.insert(part);
        }
        Ok(())
    }
}

/// The next record; blocks that hold no part of a page are passed over, not kept.
fn record(stream: &mut impl BufRead, room: u64) -> Result<Option<Record>, Failure> {
    let Some(head) = head(stream)? else { return Ok(None) };
    let header = |name: &str| {
        let mut lines = head.lines().skip(1).filter_map(|line| line.split_once(':'));
        lines
            .find(|(header, _)| header.trim().eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim().to_owned())
    };
    let length = header("Content-Length").and_then(|length| length.parse::<u64>().ok());
    let length = length.ok_or_else(|| Failure::unreadable("a record of the archive has no length"))?;
    let kind = header("WARC-Type").unwrap_or_default().to_ascii_lowercase();
    let mut block = Vec::new();
    if matches!(kind.as_str(), "response" | "resource") {
        if length > bounds::PART.min(room.saturating_add(1024 * 1024)) {
            return Err(Failure::too_large(format!(
                "a record of the archive says it is {length} bytes long"
            )));
        }
        stream.by_ref().take(length).read_to_end(&mut block).map_err(Failure::unreadable)?;
        if (block.len() as u64) < length {
            return Err(Failure::unreadable("a record of the archive is cut off"));
        }
    } else {
        std::io::copy(&mut stream.by_ref().take(length), &mut std::io::sink())
            .map_err(Failure::unreadable)?;
    }
    let address = header("WARC-Target-URI");
    let address = address.map(|address| address.trim_matches(['<', '>']).to_owned());
    Ok(Some(Record { kind, address, media_type: header("Content-Type").unwrap_or_default(), block }))
}

/// The head of a record, with the empty lines before it passed over; nothing at the end of the archive.
fn head(stream: &mut impl BufRead) -> Result<Option<String>, Failure> {
    let mut head = Vec::new();
    let mut limited = stream.by_ref().take(256 * 1024);
    loop {
        let begin = head.len();
        if limited.read_until(b'\n', &mut head).map_err(Failure::unreadable)? == 0 {
            break;
        }
        let line = &head[begin..];
        if line == b"\r\n" || line == b"\n" {
            if begin > 0 {
                break;
            }
            head.clear();
        }
    }
    if head.is_empty() {
        return Ok(None);
    }
    if !head.starts_with(b"WARC/") || find(&head, b"\n").is_none() {
        return Err(Failure::unreadable("a record of the archive does not begin as one"));
    }
    // Folded lines are joined, as mail has them.
    let head = String::from_utf8_lossy(&head).replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    Ok(Some(head))
}
