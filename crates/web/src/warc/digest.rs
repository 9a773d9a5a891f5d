//! Digests as archives write them: `sha1:` in Base32 inside WARC, `sha256:` in hexadecimal beside it.

use sha1::Sha1;
use sha2::{Digest, Sha256};
use std::io::{self, Read};

/// `sha1:` and 32 letters of Base32 (RFC 4648): what all WARC tools read.
pub(super) fn sha1_name(hasher: Sha1) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut name = "sha1:".to_owned();
    // 160 bits are 32 groups of five: nothing is left over.
    for block in hasher.finalize().chunks(5) {
        let bits = block.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        for group in (0..8).rev() {
            name.push(char::from(LETTERS[(bits >> (group * 5) & 31) as usize]));
        }
    }
    name
}

/// A SHA-256 that is still being made.
#[derive(Default)]
pub(crate) struct Sha256Hex(Sha256);

impl Sha256Hex {
    pub(crate) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// `sha256:` and 64 hexadecimal digits.
    pub(crate) fn name(self) -> String {
        self.0.finalize().iter().fold("sha256:".to_owned(), |name, byte| name + &format!("{byte:02x}"))
    }
}

/// `sha256:` and 64 hexadecimal digits of all that is read, and how much that was.
pub(crate) fn sha256_of(from: &mut dyn Read) -> io::Result<(String, u64)> {
    let (mut hasher, mut size, mut block) = (Sha256Hex::default(), 0, vec![0; 64 * 1024]);
    loop {
        match from.read(&mut block) {
            Ok(0) => return Ok((hasher.name(), size)),
            Ok(n) => {
                hasher.update(&block[..n]);
                size += n as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standards() {
        let mut abc = Sha1::new();
        abc.update(b"abc");
        // FIPS 180-2, A.1 (a9993e36 4706816a ba3e2571 7850c26c 9cd0d89d), in Base32.
        assert_eq!(sha1_name(abc), "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5");
        let (name, size) = sha256_of(&mut &b"abc"[..]).unwrap();
        assert_eq!(
            (name.as_str(), size),
            ("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3)
        );
    }
}
