//! What came is written down: into the archive as it came, unpacked into one file for the copy.

use super::{Captured, Missing, Redirect, Wish};
use crate::failure::{Failure, Reach};
use crate::net::{Answer, essence};
use crate::page::{self, Copy, Kept, Need, Part, Use, Wanted};
use crate::rules::Limits;
use crate::wacz::{self, About};
use crate::warc::{Writer, Written, http};
use chrono::{DateTime, SecondsFormat, Utc};
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use tempfile::{NamedTempFile, TempPath};
use url::Url;

/// The page itself, once it came.
struct Main {
    redirects: Vec<Redirect>,
    final_address: Url,
    media_type: String,
    /// Which of what was kept is the page.
    part: usize,
    /// Its letters; none where it is no page, or cannot be read.
    html: Option<String>,
}

pub(super) struct Keeper {
    warc: Writer<BufWriter<File>>,
    records: Vec<Written>,
    kept: Kept,
    size: u64,
    limits: Limits,
    main: Option<Main>,
    missing: Vec<Missing>,
    started: DateTime<Utc>,
}

impl Keeper {
    pub(super) fn begin(wish: &Wish<'_>) -> Result<Self, Failure> {
        let started = Utc::now();
        let mut about = vec![
            ("software", wish.software.to_owned()),
            ("format", "WARC File Format 1.1".to_owned()),
            (
                "conformsTo",
                "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/".to_owned(),
            ),
            ("description", format!("A capture of {}", wish.address.trim())),
            ("http-header-user-agent", wish.rules.user_agent.clone()),
        ];
        about.extend(wish.operator.map(|who| ("operator", who.to_owned())));
        about.extend(wish.reason.map(|why| ("isPartOf", why.to_owned())));
        let file = tempfile::tempfile_in(wish.folder)?;
        Ok(Self {
            warc: Writer::begin(BufWriter::new(file), &about, started)?,
            records: Vec::new(),
            kept: Kept {
                file: tempfile::tempfile_in(wish.folder)?,
                parts: Vec::new(),
                by_address: HashMap::new(),
            },
            size: 0,
            limits: wish.rules.limits.clone(),
            main: None,
            missing: Vec::new(),
            started,
        })
    }

    pub(super) fn missing(&mut self, missing: Missing) {
        // A page that names a million things has its list cut: the archive says how it was.
        if self.missing.len() < 2000 {
            self.missing.push(missing);
        }
    }

    /// Takes the page itself; gives its address and what it needs.
    pub(super) fn page(&mut self, mut answer: Answer) -> Result<(Url, Vec<Need>), Failure> {
        let Some(last) = answer.hops.last() else {
            return Err(Failure::unreachable("", Reach::Broken, "nothing came"));
        };
        let (url, status) = (last.url.clone(), last.status);
        if !(200..300).contains(&status) {
            let said = format!("the server answered {status}");
            return Err(Failure::Unreachable {
                address: url.to_string(),
                why: Reach::Status,
                status: Some(status),
                said,
            });
        }
        let redirects = answer
            .hops
            .iter()
            .filter_map(|hop| {
                let to = hop.leads_to.as_ref()?.to_string();
                Some(Redirect { from: hop.url.to_string(), to, status: hop.status })
            })
            .collect();
        let first = answer.hops.first().map_or_else(|| url.clone(), |hop| hop.url.clone());
        self.write(&mut answer)?;
        let content_type = answer.content_type.clone();
        let said = content_type.as_deref().map(essence);
        // The page is the one thing that must come out whole.
        let limit = if said.as_deref().is_none_or(is_page) { self.limits.text } else { self.limits.one };
        let part = match self.unpack(&mut answer, &url, limit)? {
            Unpacked::Part(part) => part,
            Unpacked::TooLarge => return Err(Failure::TooLarge { address: url.to_string(), limit }),
            Unpacked::Broken(said) => return Err(Failure::unreachable(url.as_str(), Reach::Broken, said)),
        };
        self.kept.by_address.insert(first, part);
        let bytes = self.kept.read(part)?;
        let media_type = said.unwrap_or_else(|| guess(&bytes).to_owned());
        let html = is_page(&media_type).then(|| page::decoded(&bytes, content_type.as_deref()));
        let needs = html.as_deref().and_then(|html| page::needs_of_page(html, &url));
        let (needs, readable) = needs.map_or((Vec::new(), false), |(needs, _)| (needs, true));
        let html = html.filter(|_| readable);
        self.main = Some(Main { redirects, final_address: url.clone(), media_type, part, html });
        Ok((url, needs))
    }

    /// Takes one of the things that the page needs; gives what that needs in its turn.
    pub(super) fn resource(&mut self, need: &Need, mut answer: Answer) -> Result<Vec<Need>, Failure> {
        let Some(last) = answer.hops.last() else { return Ok(Vec::new()) };
        let (url, status) = (last.url.clone(), last.status);
        self.write(&mut answer)?;
        let address = need.url.to_string();
        if !(200..300).contains(&status) {
            self.missing(Missing { address, why: format!("the server answered {status}") });
            return Ok(Vec::new());
        }
        let style = need.wanted == Wanted::Style;
        let limit = if style { self.limits.text } else { self.limits.one };
        let part = match self.unpack(&mut answer, &url, limit)? {
            Unpacked::Part(part) => part,
            // The archive has it as it came; the copy goes without.
            Unpacked::TooLarge => {
                self.missing(Missing {
                    address,
                    why: format!("unpacked it is larger than {limit} bytes; the archive has it packed"),
                });
                return Ok(Vec::new());
            }
            Unpacked::Broken(said) => {
                self.missing(Missing {
                    address,
                    why: format!("it cannot be unpacked ({said}); the archive has it as it came"),
                });
                return Ok(Vec::new());
            }
        };
        self.kept.by_address.insert(need.url.clone(), part);
        self.kept.by_address.entry(url.clone()).or_insert(part);
        if !style {
            return Ok(Vec::new());
        }
        let css = page::decoded(&self.kept.read(part)?, answer.content_type.as_deref());
        Ok(page::needs_of_css(&css)
            .into_iter()
            .filter_map(|found| {
                let wanted = if found.what == Use::Import { Wanted::Style } else { Wanted::Thing };
                page::absolute(&url, &found.address).map(|url| Need { url, wanted })
            })
            .collect())
    }

    fn write(&mut self, answer: &mut Answer) -> io::Result<()> {
        for hop in &mut answer.hops {
            self.records.push(self.warc.exchange(hop)?);
        }
        Ok(())
    }

    /// Unpacks a body behind what is there.
    fn unpack(&mut self, answer: &mut Answer, address: &Url, limit: u64) -> io::Result<Unpacked> {
        let coding = answer.content_encoding.clone().unwrap_or_default();
        answer.body.rewind()?;
        self.kept.file.seek(SeekFrom::Start(self.size))?;
        let Some(mut reader) = http::unpacking(&mut answer.body, &coding) else {
            return Ok(Unpacked::Broken(format!("it is packed as {coding:?}")));
        };
        let size = match http::copy_within(&mut reader, &mut self.kept.file, limit) {
            Ok(Some(size)) => size,
            Ok(None) => return Ok(Unpacked::TooLarge),
            Err(error)
                if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) =>
            {
                return Err(error);
            }
            Err(error) => return Ok(Unpacked::Broken(error.to_string())),
        };
        let content_type = answer.content_type.clone();
        let media_type =
            content_type.as_deref().map(essence).unwrap_or_else(|| "application/octet-stream".to_owned());
        let address = address.clone();
        self.kept.parts.push(Part { media_type, content_type, address, from: self.size, size });
        self.size += size;
        Ok(Unpacked::Part(self.kept.parts.len() - 1))
    }

    /// Puts the files together.
    pub(super) fn end(mut self, wish: &Wish<'_>) -> Result<Captured, Failure> {
        let Some(main) = self.main else {
            return Err(Failure::unreachable(wish.address, Reach::Broken, "nothing came"));
        };
        let ended = Utc::now();
        let address = main.final_address.to_string();
        let mut notes: Vec<(&str, String)> = main
            .redirects
            .iter()
            .map(|one| ("redirect", format!("{} {} {}", one.status, one.from, one.to)))
            .collect();
        notes.extend(self.missing.iter().map(|one| ("missing", format!("{} {}", one.address, one.why))));
        if !notes.is_empty() {
            self.warc.note(&address, ended, &notes)?;
        }
        let mut warc = self.warc.end()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        let read = main.html.as_deref().and_then(page::read);
        let title = read.as_ref().and_then(|read| read.title.clone());
        let archive = NamedTempFile::new_in(wish.folder)?;
        let about = About {
            software: wish.software,
            title: title.as_deref().unwrap_or(&address),
            description: &format!("Captured on request: {}", wish.address.trim()),
            address: &address,
            time: self.started,
            text: read.as_ref().map(|read| read.text.as_str()),
        };
        wacz::write(&mut warc, &self.records, &about, &mut archive.as_file().try_clone()?)?;
        let mut copy = None;
        if let Some(html) = &main.html {
            let time = self.started.to_rfc3339_opts(SecondsFormat::Secs, true);
            let said = [
                ("address", address.clone()),
                ("asked for", wish.address.trim().to_owned()),
                ("captured", time),
                ("with", wish.software.to_owned()),
            ];
            let mut file = BufWriter::new(NamedTempFile::new_in(wish.folder)?);
            let left_out =
                Copy::write(html, &main.final_address, &mut self.kept, self.limits.copy, &said, &mut file)?;
            if let Some(left_out) = left_out {
                if left_out > 0 {
                    let why = format!(
                        "{left_out} things did not fit into the copy for reading; the archive has them"
                    );
                    self.missing.push(Missing { address: address.clone(), why });
                }
                copy = Some(file.into_inner().map_err(io::IntoInnerError::into_error)?.into_temp_path());
            }
        }
        let text = match &read {
            Some(read) => Some(written(wish.folder, read.text.as_bytes())?),
            None => None,
        };
        let file = match main.html.is_none() && !is_page(&main.media_type) {
            true => Some((written(wish.folder, &self.kept.read(main.part)?)?, name_of(&main.final_address))),
            false => None,
        };
        Ok(Captured {
            address: wish.address.trim().to_owned(),
            final_address: address,
            redirects: main.redirects,
            started: self.started,
            ended,
            title,
            media_type: main.media_type,
            archive: archive.into_temp_path(),
            page: copy,
            text,
            file,
            kept: self.records.len(),
            missing: self.missing,
        })
    }
}

enum Unpacked {
    Part(usize),
    TooLarge,
    Broken(String),
}

fn written(folder: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    Ok(file.into_temp_path())
}

fn is_page(media_type: &str) -> bool {
    matches!(media_type, "text/html" | "application/xhtml+xml")
}

/// What a body is of which the server says nothing.
fn guess(bytes: &[u8]) -> &'static str {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(512)]).trim_start().to_ascii_lowercase();
    match () {
        () if start.starts_with("<!doctype html") || start.starts_with("<html") => "text/html",
        () => "application/octet-stream",
    }
}

/// The last part of an address, as a file name.
fn name_of(url: &Url) -> String {
    let last = url.path_segments().and_then(|mut parts| parts.next_back()).unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(150).collect();
    if name.is_empty() { url.host_str().unwrap_or("file").to_owned() } else { name }
}
