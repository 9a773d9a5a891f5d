//! Packed files: DOCX and WACZ. Nothing is ever unpacked to a disk; a part is asked for by its name.

use super::warc;
use super::{Part, Resources, unpack};
use crate::{Failure, Problem, bounds};
use serde_json::Value;
use std::io::Cursor;
use zip::ZipArchive;
use zip::result::ZipError;

/// A packed file.
pub struct Packed<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Packed<'a> {
    /// Reads the list of what is in it.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Failure> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(Failure::unreadable)?;
        if archive.len() > bounds::ENTRIES {
            return Err(Failure::too_large(format!("the archive has {} entries", archive.len())));
        }
        Ok(Self { archive })
    }

    /// The names of its parts, in their order; those that point elsewhere are left out.
    pub fn names(&self) -> Vec<String> {
        let is_plain = |name: &&str| {
            !name.starts_with('/')
                && !name.contains(['\\', '\0', ':'])
                && !name.split('/').any(|part| part == "..")
        };
        self.archive.file_names().filter(is_plain).map(str::to_owned).collect()
    }

    /// The part of this name, unpacked within `limit`.
    pub fn part(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, Failure> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
                return Err(Failure::of(Problem::Locked, "the archive asks for a password"));
            }
            Err(error) => return Err(Failure::unreadable(error)),
        };
        if part.size() > limit {
            return Err(Failure::too_large(format!("{name} says it unpacks to {} bytes", part.size())));
        }
        unpack(part, limit, name).map(Some)
    }
}

/// The page that a packed web archive (WACZ) is about: the first of its list of pages.
pub fn web_archive(bytes: &[u8]) -> Result<(Part, Resources), Failure> {
    let mut packed = Packed::open(bytes)?;
    let pages = packed.part("pages/pages.jsonl", bounds::PART)?.unwrap_or_default();
    let wanted = String::from_utf8_lossy(&pages).lines().find_map(|line| {
        let page: Value = serde_json::from_str(line).ok()?;
        page.get("url")?.as_str().map(str::to_owned)
    });
    let mut kept = Err(Failure::unreadable("there is no web archive in the WACZ"));
    let mut room = bounds::PART * 2;
    for name in packed.names() {
        if !name.starts_with("archive/") || !(name.ends_with(".warc.gz") || name.ends_with(".warc")) {
            continue;
        }
        let Some(archive) = packed.part(&name, room)? else { continue };
        room = room.saturating_sub(archive.len() as u64);
        match warc::page(&archive, wanted.as_deref()) {
            Ok((main, resources)) => {
                if wanted.is_none() || wanted == main.address {
                    return Ok((main, resources));
                }
                kept = kept.or(Ok((main, resources)));
            }
            Err(failure) => kept = kept.or(Err(failure)),
        }
    }
    kept
}
