//! Opening a package, ours or another's: its pages, its index, and one record at a time. Nothing is unpacked onto the disk.

use super::cdxj::surt;
use crate::failure::Failure;
use crate::warc::{Record, record_at};
use flate2::read::MultiGzDecoder;
use serde_json::Value;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use zip::{CompressionMethod, ZipArchive};

/// How many parts a package may have, and how many lines its index and its list of pages.
const MOST_PARTS: usize = 10_000;
const MOST_LINES: usize = 200_000;
/// Largest index or list of pages, unpacked, in bytes.
const LARGEST_LIST: u64 = 64_000_000;

/// A page that a package names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLine {
    /// Its address.
    pub url: String,
    /// When it was captured (as written: RFC 3339).
    pub time: String,
    /// Its title.
    pub title: Option<String>,
    /// Its text.
    pub text: Option<String>,
}

/// A record that the index names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The address.
    pub url: String,
    /// When, as 14 digits.
    pub time: String,
    /// The media type.
    pub media_type: String,
    /// The status of the answer.
    pub status: Option<u16>,
    /// Where it begins in its file, in bytes.
    pub offset: u64,
    /// The file in `archive/`.
    file: String,
    key: String,
}

/// An open package.
#[derive(Debug)]
pub struct Archive {
    file: File,
    zip: ZipArchive<File>,
    pages: Vec<PageLine>,
    index: Vec<Found>,
}

/// Opens a package.
///
/// *Errors*: [`Failure::BadArchive`] where it is none, has no list of pages or no index, or is larger than is read; [`Failure::Disk`].
pub fn open(path: &Path) -> Result<Archive, Failure> {
    let file = File::open(path)?;
    let mut zip = ZipArchive::new(file.try_clone()?).map_err(Failure::archive)?;
    if zip.len() > MOST_PARTS {
        return Err(Failure::archive(format!("it has {} parts", zip.len())));
    }
    let pages = pages(
        &text(&mut zip, "pages/pages.jsonl")?.ok_or_else(|| Failure::archive("it has no list of pages"))?,
    );
    let names: Vec<String> = zip
        .file_names()
        .filter_map(Result::ok)
        .filter(|name| name.starts_with("indexes/"))
        .map(|name| name.into_owned())
        .collect();
    let mut index = Vec::new();
    for name in names.iter().filter(|name| !name.ends_with(".idx") && !name.ends_with('/')) {
        let lines = text(&mut zip, name)?.unwrap_or_default();
        index.extend(lines.lines().take(MOST_LINES).filter_map(line));
    }
    if index.is_empty() {
        return Err(Failure::archive("it has no index"));
    }
    index.sort_by(|a, b| a.key.cmp(&b.key).then_with(|| a.time.cmp(&b.time)));
    Ok(Archive { file, zip, pages, index })
}

/// The text of a part; none where there is no such part.
fn text(zip: &mut ZipArchive<File>, name: &str) -> Result<Option<String>, Failure> {
    let part = match zip.by_name(name) {
        Ok(part) => part,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(Failure::archive(error)),
    };
    let reader: Box<dyn Read> =
        if name.ends_with(".gz") { Box::new(MultiGzDecoder::new(part)) } else { Box::new(part) };
    let mut bytes = Vec::new();
    reader.take(LARGEST_LIST + 1).read_to_end(&mut bytes).map_err(Failure::archive)?;
    if bytes.len() as u64 > LARGEST_LIST {
        return Err(Failure::archive(format!("{name} is larger than {LARGEST_LIST} bytes")));
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn pages(lines: &str) -> Vec<PageLine> {
    lines
        .lines()
        .take(MOST_LINES)
        .filter_map(|line| {
            let page: Value = serde_json::from_str(line).ok()?;
            let get = |key: &str| page.get(key).and_then(Value::as_str).map(str::to_owned);
            Some(PageLine {
                url: get("url")?,
                time: get("ts").unwrap_or_default(),
                title: get("title"),
                text: get("text"),
            })
        })
        .collect()
}

fn line(line: &str) -> Option<Found> {
    let mut parts = line.splitn(3, ' ');
    let (key, time, more) = (parts.next()?, parts.next()?, parts.next()?);
    let more: Value = serde_json::from_str(more).ok()?;
    // Numbers come as numbers or as words.
    let get = |name: &str| match more.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    Some(Found {
        url: get("url")?,
        time: time.to_owned(),
        media_type: get("mime").unwrap_or_default(),
        status: get("status").and_then(|status| status.parse().ok()),
        offset: get("offset")?.parse().ok()?,
        file: get("filename")?,
        key: key.to_owned(),
    })
}

impl Archive {
    /// The pages that it names, in their order.
    pub fn pages(&self) -> &[PageLine] {
        &self.pages
    }

    /// What its index names, sorted by address and time.
    pub fn index(&self) -> &[Found] {
        &self.index
    }

    /// The line of the index for an address: the one that is no redirect, if there is one, and nearest to that time (14 digits).
    pub fn find(&self, url: &str, time: Option<&str>) -> Option<&Found> {
        let key = surt(url);
        let digits = |time: &str| {
            time.chars().filter(char::is_ascii_digit).take(14).collect::<String>().parse().unwrap_or(0_u64)
        };
        let wanted = time.map(digits);
        let from = self.index.partition_point(|one| one.key < key);
        let same = self.index[from..].iter().take_while(|one| one.key == key);
        same.min_by_key(|one| {
            let leads_on = one.status.is_some_and(|status| (300..400).contains(&status));
            (one.url != url, leads_on, wanted.map_or(0, |wanted| digits(&one.time).abs_diff(wanted)))
        })
    }

    /// A record of the index; its block, and what it unpacks to, may have `limit` bytes.
    ///
    /// *Errors*: [`Failure::BadArchive`] where the index lies, or the archive is packed a second time.
    pub fn record(&mut self, found: &Found, limit: u64) -> Result<Record, Failure> {
        let name = format!("archive/{}", found.file);
        let part = self.zip.by_name(&name).map_err(Failure::archive)?;
        if part.compression() != CompressionMethod::Stored {
            return Err(Failure::archive(
                "its archive is packed a second time, so that no record can be found in it",
            ));
        }
        let (from, size) = (part.data_start(), part.size());
        drop(part);
        let from = from.ok_or_else(|| Failure::archive("a part of it begins nowhere"))?;
        if found.offset >= size {
            return Err(Failure::archive("its index leads behind its end"));
        }
        let mut window = Window { file: &mut self.file, from, size, at: 0 };
        record_at(&mut window, found.offset, limit)
    }

    /// The record of its first page, where it ended; redirects on the way are followed inside the package.
    ///
    /// *Errors*: as of [`Archive::record`], and where the page is not in it.
    pub fn main(&mut self, limit: u64) -> Result<Record, Failure> {
        let page = self.pages.first().cloned().ok_or_else(|| Failure::archive("it names no page"))?;
        let (mut url, time) = (page.url, page.time);
        for _ in 0..=10 {
            let found = self.find(&url, Some(&time)).cloned();
            let found = found.ok_or_else(|| Failure::archive(format!("it has no record of {url}")))?;
            let record = self.record(&found, limit)?;
            let to = record.head.get("location").filter(|_| (300..400).contains(&record.head.status));
            match to.and_then(|to| url::Url::parse(&url).ok()?.join(to).ok()) {
                Some(next) => url = next.to_string(),
                None => return Ok(record),
            }
        }
        Err(Failure::archive("its page leads in a circle"))
    }
}

/// One part of a file as a file.
struct Window<'a> {
    file: &'a mut File,
    from: u64,
    size: u64,
    at: u64,
}

impl Read for Window<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.size.saturating_sub(self.at)).unwrap_or(usize::MAX).min(into.len());
        self.file.seek(SeekFrom::Start(self.from + self.at))?;
        let n = self.file.read(&mut into[..left])?;
        self.at += n as u64;
        Ok(n)
    }
}

impl Seek for Window<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
            SeekFrom::End(by) => self.size.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}
