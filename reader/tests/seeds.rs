//! The seeds of the fuzz targets, and the same with bytes changed, cut and doubled: each ends in an answer or a refusal.
#![allow(clippy::unwrap_used)]

use reader::child::answer;
use reader::{Kind, Want};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

const WANTS: [Want; 6] = [
    Want::Text,
    Want::Page,
    Want::Metadata,
    Want::Fingerprint,
    Want::Thumbnail,
    Want::ErrorLevel { quality: 90, scale: 10 },
];

/// Changed copies of each seed.
const COPIES: u32 = 60;

fn seeds() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds");
    let mut seeds = Vec::new();
    for folder in fs::read_dir(root).unwrap() {
        seeds.extend(fs::read_dir(folder.unwrap().path()).unwrap().map(|file| file.unwrap().path()));
    }
    seeds.sort();
    assert!(seeds.len() >= 14, "the seeds are there: {}", seeds.len());
    seeds
}

/// Small numbers that look like chance, the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }
}

fn changed(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = seed.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len());
        match dice.below(5) {
            0 => bytes[at] ^= 1 << dice.below(8),
            1 => bytes[at] = [0, 0xff, 0x7f, 0x80, b'9'][dice.below(5)],
            2 => bytes.truncate(at.max(8)),
            3 => {
                let end = (at + dice.below(32)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                let to = dice.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                let end = (at + dice.below(8)).min(bytes.len());
                bytes.drain(at..end);
            }
        }
        if bytes.is_empty() {
            bytes.push(b'x');
        }
    }
    bytes
}

#[test]
fn every_seed_is_read() {
    for path in seeds() {
        let bytes = fs::read(&path).unwrap();
        let kind = Kind::of(&bytes);
        let want = if kind == Kind::Picture { Want::Fingerprint } else { Want::Text };
        let read = answer(&bytes, want);
        assert!(read.is_ok(), "{} as {kind:?}: {read:?}", path.display());
        assert!(answer(&bytes, Want::Metadata).is_ok(), "metadata of {}", path.display());
    }
}

#[test]
fn changed_seeds_end_in_an_answer_or_a_refusal() {
    // As in the child: a deep stack, and panics of parsers caught.
    std::panic::set_hook(Box::new(|_| {}));
    let work = thread::Builder::new().stack_size(64 * 1024 * 1024).spawn(|| {
        let mut dice = Dice(0x1234_5678_9abc_def1);
        let mut slow = Vec::new();
        for path in seeds() {
            let seed = fs::read(&path).unwrap();
            for _ in 0..COPIES {
                let bytes = changed(&seed, &mut dice);
                let begun = Instant::now();
                for want in WANTS {
                    let _ = catch_unwind(AssertUnwindSafe(|| answer(&bytes, want)));
                }
                if begun.elapsed() > Duration::from_secs(20) {
                    slow.push((path.clone(), begun.elapsed()));
                }
            }
        }
        slow
    });
    let slow = work.unwrap().join().unwrap();
    assert!(slow.is_empty(), "none takes long: {slow:?}");
}
