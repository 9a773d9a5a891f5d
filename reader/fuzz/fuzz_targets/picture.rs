//! Whatever the bytes are: an answer or a refusal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reader::{Want, child::answer};

fuzz_target!(|bytes: &[u8]| {
    for want in [Want::Metadata, Want::Fingerprint, Want::Thumbnail, Want::Histogram] {
        let _ = answer(bytes, want);
    }
});
