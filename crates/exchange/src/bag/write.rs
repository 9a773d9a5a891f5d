//! Writing a bag: whole, or not at all.

use super::name::{admit, listed};
use super::{BagError, Info, Part, Source, Written, at};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;

const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Writes the parts as a bag into the folder `out`, which must not be there. It is put together beside that place and moved there
/// when every file is written and hashed. `step` hears how many parts are done, and stops the work by answering `false`.
///
/// # Errors
/// Any [`BagError`]; what was written until then is gone.
pub fn write(
    out: &Path,
    info: &Info,
    parts: &[Part],
    step: &mut dyn FnMut(u64) -> bool,
) -> Result<Written, BagError> {
    let mut seen = BTreeSet::new();
    for part in parts {
        admit(&part.path, &mut seen)?;
    }
    if out.symlink_metadata().is_ok() {
        return Err(BagError::Exists { path: out.to_path_buf() });
    }
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(at(parent))?;
    let room = tempfile::Builder::new().prefix(".bag-").tempdir_in(parent).map_err(at(parent))?;
    let bag = room.path().join("bag");

    let mut manifest = String::new();
    let mut bytes = 0;
    for (done, part) in (0u64..).zip(parts) {
        if !step(done) {
            return Err(BagError::Stopped);
        }
        let (sha256, size) = lay(&bag.join("data"), part)?;
        bytes += size;
        manifest.push_str(&format!("{sha256}  data/{}\n", listed(&part.path)));
    }
    let files = parts.len() as u64;
    let mut tags = String::new();
    for (name, text) in [
        ("bag-info.txt", info.text(files, bytes)),
        ("bagit.txt", BAGIT.to_owned()),
        ("manifest-sha256.txt", manifest),
    ] {
        let part = Part { path: name.to_owned(), source: Source::Bytes(text.into_bytes()) };
        let (sha256, _) = lay(&bag, &part)?;
        tags.push_str(&format!("{sha256}  {name}\n"));
    }
    let last = Part { path: "tagmanifest-sha256.txt".to_owned(), source: Source::Bytes(tags.into_bytes()) };
    let (sha256, _) = lay(&bag, &last)?;
    if !step(files) {
        return Err(BagError::Stopped);
    }
    // A rename onto an empty folder that came meanwhile would replace it: that is looked at once more.
    if out.symlink_metadata().is_ok() {
        return Err(BagError::Exists { path: out.to_path_buf() });
    }
    fs::rename(&bag, out).map_err(at(out))?;
    File::open(parent).and_then(|folder| folder.sync_all()).map_err(at(parent))?;
    Ok(Written { files, bytes, sha256 })
}

/// Writes one file under `folder`, hashed on the way: its hash and size.
fn lay(folder: &Path, part: &Part) -> Result<(String, u64), BagError> {
    let path = folder.join(&part.path);
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(at(parent))?;
    }
    let mut out = File::create_new(&path).map_err(at(&path))?;
    let (sha256, size) = match &part.source {
        Source::Bytes(bytes) => copy(&mut bytes.as_slice(), &path, &mut out, &path)?,
        Source::File { path: from, sha256: wanted } => {
            let mut file = File::open(from).map_err(at(from))?;
            let (found, size) = copy(&mut file, from, &mut out, &path)?;
            if found != *wanted {
                return Err(BagError::Altered { path: from.clone(), wanted: wanted.clone(), found });
            }
            (found, size)
        }
    };
    out.sync_all().map_err(at(&path))?;
    Ok((sha256, size))
}

fn copy(
    from: &mut dyn Read,
    from_path: &Path,
    to: &mut File,
    to_path: &Path,
) -> Result<(String, u64), BagError> {
    let mut digest = Sha256::new();
    let mut block = vec![0; 128 * 1024];
    let mut size = 0;
    loop {
        let read = from.read(&mut block).map_err(at(from_path))?;
        if read == 0 {
            let hash = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
            return Ok((hash, size));
        }
        digest.update(&block[..read]);
        to.write_all(&block[..read]).map_err(at(to_path))?;
        size += read as u64;
    }
}
