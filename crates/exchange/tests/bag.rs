//! A bag is whole or not there; what is in it is listed, each file once, with the hash that it really has.

#![allow(clippy::unwrap_used)]

use exchange::bag::{BagError, Info, Part, Source, write};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn part(path: &str, bytes: &[u8]) -> Part {
    Part { path: path.to_owned(), source: Source::Bytes(bytes.to_vec()) }
}

/// The files under a folder, by their path from there.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    found
}

/// What a list of a bag says: hash by path.
fn listed(text: &[u8]) -> BTreeMap<String, String> {
    let text = String::from_utf8(text.to_vec()).unwrap();
    assert!(text.ends_with('\n'), "each line of a list is ended");
    text.lines()
        .map(|line| {
            let (hash, path) = line.split_once("  ").unwrap();
            (path.to_owned(), hash.to_owned())
        })
        .collect()
}

#[test]
fn every_file_is_listed_with_the_hash_that_it_has() {
    let room = tempfile::tempdir().unwrap();
    let kept = room.path().join("kept");
    fs::write(&kept, b"abc").unwrap();
    let parts = [
        part("report.html", "<p>Хан-Шейхун</p>".as_bytes()),
        part("empty", b""),
        Part { path: "files/ba/7816".into(), source: Source::File { path: kept, sha256: hash(b"abc") } },
        part("100%.txt", b"x"),
    ];
    let out = room.path().join("out/bag");
    let info = Info::default().with("Source-Organization", "The desk");
    let written = write(&out, &info, &parts, &mut |_| true).unwrap();

    let there = files(&out);
    let names: Vec<&str> = there.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "bag-info.txt",
            "bagit.txt",
            "data/100%.txt",
            "data/empty",
            "data/files/ba/7816",
            "data/report.html",
            "manifest-sha256.txt",
            "tagmanifest-sha256.txt",
        ]
    );
    assert_eq!(there["bagit.txt"], b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    let size: usize =
        there.iter().filter(|(name, _)| name.starts_with("data/")).map(|(_, bytes)| bytes.len()).sum();
    assert_eq!(written.bytes, size as u64);
    assert_eq!(written.files, 4);
    let info = String::from_utf8(there["bag-info.txt"].clone()).unwrap();
    assert_eq!(info, format!("Source-Organization: The desk\nPayload-Oxum: {size}.4\n"));

    let payload = listed(&there["manifest-sha256.txt"]);
    assert_eq!(payload.len(), 4, "each file once");
    for (path, said) in payload {
        assert_eq!(said, hash(&there[&path.replace("%25", "%")]), "{path} hashes to what the list says");
    }
    let tags = listed(&there["tagmanifest-sha256.txt"]);
    assert_eq!(tags.keys().collect::<Vec<_>>(), ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"]);
    for (path, said) in tags {
        assert_eq!(said, hash(&there[&path]), "{path} hashes to what the list says");
    }
    assert_eq!(written.sha256, hash(&there["tagmanifest-sha256.txt"]), "this hash covers them all");
}

#[test]
fn nothing_is_left_of_a_bag_that_failed_or_was_stopped() {
    let room = tempfile::tempdir().unwrap();
    let kept = room.path().join("kept");
    fs::write(&kept, b"altered").unwrap();
    let out = room.path().join("bags/bag");
    let altered = Part { path: "b".into(), source: Source::File { path: kept, sha256: hash(b"as it was") } };
    let gone =
        Part { path: "b".into(), source: Source::File { path: room.path().join("gone"), sha256: hash(b"") } };
    let info = Info::default();

    let error = write(&out, &info, &[part("a", b"x"), altered], &mut |_| true).unwrap_err();
    assert!(matches!(error, BagError::Altered { .. }), "an altered file is never packed: {error}");
    let error = write(&out, &info, &[part("a", b"x"), gone], &mut |_| true).unwrap_err();
    assert!(matches!(error, BagError::Io { .. }), "a file that is gone is told: {error}");
    let error = write(&out, &info, &[part("a", b"x"), part("b", b"y")], &mut |done| done < 1).unwrap_err();
    assert!(matches!(error, BagError::Stopped), "stopping stops: {error}");
    let error = write(&out, &info, &[part("a", b"x"), part("A", b"y")], &mut |_| true).unwrap_err();
    assert!(matches!(error, BagError::BadPath { .. }), "two files in one place are refused: {error}");
    assert_eq!(files(&room.path().join("bags")).len(), 0, "nothing is left behind");
}

#[test]
fn nothing_that_is_there_is_replaced() {
    let room = tempfile::tempdir().unwrap();
    let out = room.path().join("bag");
    let refused = || {
        let error = write(&out, &Info::default(), &[part("a", b"x")], &mut |_| true).unwrap_err();
        assert!(matches!(error, BagError::Exists { .. }), "{error}");
    };
    fs::create_dir(&out).unwrap();
    refused();
    fs::remove_dir(&out).unwrap();
    fs::write(&out, b"mine").unwrap();
    refused();
    assert_eq!(fs::read(&out).unwrap(), b"mine");
}
