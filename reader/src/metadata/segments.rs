//! Where JPEG, PNG and WebP keep what programs wrote into them.

use std::io::Read;

/// The most that a compressed chunk may unpack to.
const UNPACKED: u64 = 8 * 1024 * 1024;

/// The segments of a JPEG before its picture: marker and content.
pub fn jpeg(bytes: &[u8]) -> Vec<(u8, &[u8])> {
    let mut segments = Vec::new();
    let Some(mut rest) = bytes.strip_prefix(&[0xff, 0xd8]) else { return segments };
    while let [0xff, marker, tail @ ..] = rest {
        match marker {
            0xff => rest = &rest[1..],
            0x01 | 0xd0..=0xd8 => rest = tail,
            0xd9 | 0xda => break,
            _ => {
                let [high, low, ..] = tail else { break };
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                let (Some(content), Some(after)) = (tail.get(2..length), tail.get(length..)) else { break };
                segments.push((*marker, content));
                rest = after;
            }
        }
    }
    segments
}

/// The XMP packets of a picture, in their order.
pub fn xmp(bytes: &[u8]) -> Vec<Vec<u8>> {
    const ADOBE: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
    if bytes.starts_with(&[0xff, 0xd8]) {
        let packets = jpeg(bytes).into_iter().filter(|(marker, _)| *marker == 0xe1);
        return packets.filter_map(|(_, content)| content.strip_prefix(ADOBE).map(<[u8]>::to_vec)).collect();
    }
    if bytes.starts_with(b"\x89PNG") {
        return png_texts(bytes);
    }
    if bytes.starts_with(b"RIFF") {
        return riff(bytes, b"XMP ");
    }
    within(bytes)
}

fn png_texts(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut packets = Vec::new();
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some(head) = rest.get(..8) {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let Some(content) = rest.get(8..).and_then(|tail| tail.get(..length)) else { break };
        if &head[4..8] == b"iTXt"
            && let Some(text) = content.strip_prefix(b"XML:com.adobe.xmp\0")
            && let [compressed, _, tail @ ..] = text
        {
            // Two words, language and translated name, each ended by a zero.
            let mut parts = tail.splitn(3, |byte| *byte == 0).skip(2);
            if let Some(body) = parts.next() {
                if *compressed == 1 {
                    let mut unpacked = Vec::new();
                    let stream = flate2::read::ZlibDecoder::new(body);
                    if stream.take(UNPACKED).read_to_end(&mut unpacked).is_ok() {
                        packets.push(unpacked);
                    }
                } else {
                    packets.push(body.to_vec());
                }
            }
        }
        rest = rest.get(12 + length..).unwrap_or_default();
    }
    packets
}

fn riff(bytes: &[u8], wanted: &[u8; 4]) -> Vec<Vec<u8>> {
    let mut packets = Vec::new();
    let mut rest = bytes.get(12..).unwrap_or_default();
    while let Some(head) = rest.get(..8) {
        let length = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize;
        let Some(content) = rest.get(8..).and_then(|tail| tail.get(..length)) else { break };
        if &head[..4] == wanted {
            packets.push(content.to_vec());
        }
        rest = rest.get(8 + length + length % 2..).unwrap_or_default();
    }
    packets
}

/// Other formats: a packet is text, and says where it begins and ends.
fn within(bytes: &[u8]) -> Vec<Vec<u8>> {
    let (begin, end) = (b"<x:xmpmeta".as_slice(), b"</x:xmpmeta>".as_slice());
    let find = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|window| window == what);
    let bytes = &bytes[..bytes.len().min(64 * 1024 * 1024)];
    let Some(start) = find(bytes, begin) else { return Vec::new() };
    let Some(length) = find(&bytes[start..], end) else { return Vec::new() };
    vec![bytes[start..start + length + end.len()].to_vec()]
}
