//! Maps keyed by identities: the same as the standard ones, with a hash that is cheap on 16 random bytes.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fold>>;
pub(crate) type Set<K> = HashSet<K, BuildHasherDefault<Fold>>;

/// Folds what it is given into one word, by the two halves of a product: every bit of the input reaches every bit of the result.
#[derive(Default)]
pub(crate) struct Fold(u64);

/// Digits of pi and of the golden ratio: anything odd without a pattern does.
const START: u64 = 0x2436_A886_85A3_08D3;
const SPREAD: u128 = 0x9E37_79B9_7F4A_7C15;

impl Hasher for Fold {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, word: u64) {
        let product = u128::from(self.0 ^ word ^ START) * SPREAD;
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }

    fn write_usize(&mut self, word: usize) {
        self.write_u64(word as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}
