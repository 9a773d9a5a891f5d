//! Packing an archive. Every part is stored, none is packed a second time, so that a reader can jump to a record.

use super::cdxj;
use crate::failure::Failure;
use crate::warc::{Written, sha256_of};
use chrono::{DateTime, SecondsFormat, Utc};
use flate2::{Compression, GzBuilder};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What a package says of itself.
pub(crate) struct About<'a> {
    /// Name and version of the program.
    pub software: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    /// The address of the page, where it ended.
    pub address: &'a str,
    pub time: DateTime<Utc>,
    pub text: Option<&'a str>,
}

/// Where the WARC lies in the package.
const DATA: &str = "data.warc.gz";

/// Writes the package.
pub(crate) fn write(
    warc: &mut File,
    records: &[Written],
    about: &About<'_>,
    into: &mut File,
) -> Result<(), Failure> {
    let mut package = Package { zip: ZipWriter::new(into), resources: Vec::new() };
    let time = about.time.to_rfc3339_opts(SecondsFormat::Secs, true);
    warc.seek(SeekFrom::Start(0))?;
    package.add(&format!("archive/{DATA}"), warc)?;
    let lines = cdxj::lines(records, DATA);
    let index = packed(lines.concat().as_bytes())?;
    // One block holds all lines: the second index says where it begins.
    let (digest, length) = sha256_of(&mut index.as_slice())?;
    let begins = lines
        .first()
        .map(|line| line.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" "))
        .unwrap_or_default();
    let second = format!(
        "!meta 0 {}\n{begins} {}\n",
        json!({ "format": "cdxj-gzip-1.0", "filename": "index.cdx.gz" }),
        json!({ "offset": 0, "length": length, "digest": digest, "filename": "index.cdx.gz" }),
    );
    package.add("indexes/index.cdx.gz", &mut index.as_slice())?;
    package.add("indexes/index.idx", &mut second.as_bytes())?;
    let mut page = json!({ "id": "page", "url": about.address, "ts": time, "title": about.title });
    if let (Value::Object(page), Some(text)) = (&mut page, about.text) {
        page.insert("text".to_owned(), Value::from(text));
    }
    let pages = format!(
        "{}\n{page}\n",
        json!({ "format": "json-pages-1.0", "id": "pages", "title": "All pages", "hasText": about.text.is_some() })
    );
    package.add("pages/pages.jsonl", &mut pages.as_bytes())?;
    let description = json!({
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "title": about.title,
        "description": about.description,
        "software": about.software,
        "created": time,
        "modified": time,
        "mainPageUrl": about.address,
        "mainPageDate": time,
        "resources": package.resources,
    });
    let description = serde_json::to_vec_pretty(&description).map_err(io::Error::other)?;
    let (hash, _) = sha256_of(&mut description.as_slice())?;
    let digest = serde_json::to_vec_pretty(&json!({ "path": "datapackage.json", "hash": hash }))
        .map_err(io::Error::other)?;
    package.put("datapackage.json", &mut description.as_slice())?;
    package.put("datapackage-digest.json", &mut digest.as_slice())?;
    package.zip.finish().map_err(of_zip)?;
    Ok(())
}

struct Package<W: Write + Seek> {
    zip: ZipWriter<W>,
    resources: Vec<Value>,
}

impl<W: Write + Seek> Package<W> {
    /// Adds a part, and names it among the resources.
    fn add(&mut self, path: &str, from: &mut dyn Read) -> Result<(), Failure> {
        let (hash, bytes) = self.put(path, from)?;
        let name = path.rsplit('/').next().unwrap_or(path);
        self.resources.push(json!({ "name": name, "path": path, "hash": hash, "bytes": bytes }));
        Ok(())
    }

    fn put(&mut self, path: &str, from: &mut dyn Read) -> Result<(String, u64), Failure> {
        let how = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(zip::DateTime::default());
        self.zip.start_file(path, how).map_err(of_zip)?;
        let mut through = Through { from, into: &mut self.zip };
        Ok(sha256_of(&mut through)?)
    }
}

/// Copies what is read on its way.
struct Through<'a, W> {
    from: &'a mut dyn Read,
    into: &'a mut W,
}

impl<W: Write> Read for Through<'_, W> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.from.read(into)?;
        self.into.write_all(&into[..n])?;
        Ok(n)
    }
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = GzBuilder::new().write(Cursor::new(Vec::new()), Compression::default());
    packed.write_all(bytes)?;
    Ok(packed.finish()?.into_inner())
}

fn of_zip(error: zip::result::ZipError) -> Failure {
    match error {
        zip::result::ZipError::Io(error) => Failure::Disk(error),
        other => Failure::Disk(io::Error::other(other)),
    }
}
