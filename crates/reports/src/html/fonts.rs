//! The faces that the characters of a page need, as `@font-face` rules that hold them.

use std::fmt::Write;

struct Face {
    family: &'static str,
    style: &'static str,
    weight: &'static str,
    ranges: &'static [(u32, u32)],
    file: &'static [u8],
}

/// Latin is always there; another script comes in with its first character.
const LATIN: &[(u32, u32)] = &[
    (0x00, 0xff),
    (0x131, 0x131),
    (0x152, 0x153),
    (0x2bb, 0x2bc),
    (0x2c6, 0x2c6),
    (0x2da, 0x2da),
    (0x2dc, 0x2dc),
    (0x304, 0x304),
    (0x308, 0x308),
    (0x329, 0x329),
    (0x2000, 0x206f),
    (0x20ac, 0x20ac),
    (0x2122, 0x2122),
    (0x2191, 0x2191),
    (0x2193, 0x2193),
    (0x2212, 0x2212),
    (0x2215, 0x2215),
    (0xfeff, 0xfeff),
    (0xfffd, 0xfffd),
];
const LATIN_EXT: &[(u32, u32)] = &[
    (0x100, 0x2ba),
    (0x2bd, 0x2c5),
    (0x2c7, 0x2cc),
    (0x2ce, 0x2d7),
    (0x2dd, 0x2ff),
    (0x1d00, 0x1dbf),
    (0x1e00, 0x1e9f),
    (0x1ef2, 0x1eff),
    (0x20a0, 0x20ab),
    (0x20ad, 0x20c0),
    (0x2113, 0x2113),
    (0x2c60, 0x2c7f),
    (0xa720, 0xa7ff),
];
const CYRILLIC: &[(u32, u32)] =
    &[(0x301, 0x301), (0x400, 0x45f), (0x490, 0x491), (0x4b0, 0x4b1), (0x2116, 0x2116)];
const CYRILLIC_EXT: &[(u32, u32)] = &[
    (0x460, 0x48f),
    (0x492, 0x4af),
    (0x4b2, 0x52f),
    (0x1c80, 0x1c8a),
    (0x20b4, 0x20b4),
    (0x2de0, 0x2dff),
    (0xa640, 0xa69f),
    (0xfe2e, 0xfe2f),
];
const GREEK: &[(u32, u32)] =
    &[(0x370, 0x377), (0x37a, 0x37f), (0x384, 0x38a), (0x38c, 0x38c), (0x38e, 0x3a1), (0x3a3, 0x3ff)];
const ARABIC: &[(u32, u32)] = &[
    (0x600, 0x6ff),
    (0x750, 0x77f),
    (0x870, 0x88e),
    (0x890, 0x891),
    (0x897, 0x8e1),
    (0x8e3, 0x8ff),
    (0xfb50, 0xfdff),
    (0xfe70, 0xfe74),
    (0xfe76, 0xfefc),
];
const HEBREW: &[(u32, u32)] = &[(0x590, 0x5ff), (0x20aa, 0x20aa), (0xfb1d, 0xfb4f)];

const SERIF: &str = "Source Serif 4";
const SANS: &str = "Source Sans 3";

macro_rules! face {
    ($family:expr, $style:literal, $weight:literal, $ranges:expr, $file:literal) => {
        Face {
            family: $family,
            style: $style,
            weight: $weight,
            ranges: $ranges,
            file: include_bytes!(concat!("../../fonts/", $file, ".woff2")),
        }
    };
}

static FACES: [Face; 20] = [
    face!(SERIF, "normal", "200 900", LATIN, "source-serif-4-latin-opsz-normal"),
    face!(SERIF, "normal", "200 900", LATIN_EXT, "source-serif-4-latin-ext-opsz-normal"),
    face!(SERIF, "normal", "200 900", CYRILLIC, "source-serif-4-cyrillic-opsz-normal"),
    face!(SERIF, "normal", "200 900", CYRILLIC_EXT, "source-serif-4-cyrillic-ext-opsz-normal"),
    face!(SERIF, "normal", "200 900", GREEK, "source-serif-4-greek-opsz-normal"),
    face!(SERIF, "italic", "200 900", LATIN, "source-serif-4-latin-wght-italic"),
    face!(SERIF, "italic", "200 900", LATIN_EXT, "source-serif-4-latin-ext-wght-italic"),
    face!(SERIF, "italic", "200 900", CYRILLIC, "source-serif-4-cyrillic-wght-italic"),
    face!(SERIF, "italic", "200 900", CYRILLIC_EXT, "source-serif-4-cyrillic-ext-wght-italic"),
    face!(SERIF, "italic", "200 900", GREEK, "source-serif-4-greek-wght-italic"),
    face!(SANS, "normal", "200 900", LATIN, "source-sans-3-latin-wght-normal"),
    face!(SANS, "normal", "200 900", LATIN_EXT, "source-sans-3-latin-ext-wght-normal"),
    face!(SANS, "normal", "200 900", CYRILLIC, "source-sans-3-cyrillic-wght-normal"),
    face!(SANS, "normal", "200 900", CYRILLIC_EXT, "source-sans-3-cyrillic-ext-wght-normal"),
    face!(SANS, "normal", "200 900", GREEK, "source-sans-3-greek-wght-normal"),
    face!("Noto Naskh Arabic", "normal", "400", ARABIC, "noto-naskh-arabic-arabic-400-normal"),
    face!("Noto Naskh Arabic", "normal", "700", ARABIC, "noto-naskh-arabic-arabic-700-normal"),
    face!("Noto Serif Hebrew", "normal", "400", HEBREW, "noto-serif-hebrew-hebrew-400-normal"),
    face!("Noto Serif Hebrew", "normal", "700", HEBREW, "noto-serif-hebrew-hebrew-700-normal"),
    face!("Source Code Pro", "normal", "400", LATIN, "source-code-pro-latin-400-normal"),
];

/// Rules for the faces that this page needs: of upright type by its characters, of italics by those between `<em>` and `</em>`.
pub(super) fn rules(page: &str, out: &mut String) {
    let upright = Used::of(page);
    let mut italic = Used::default();
    for emphasised in page.split("<em>").skip(1) {
        italic.add(emphasised.split("</em>").next().unwrap_or_default());
    }
    for face in &FACES {
        let used = if face.style == "italic" { &italic } else { &upright };
        if used.any(face.ranges) {
            rule(face, out);
        }
    }
}

fn rule(face: &Face, out: &mut String) {
    let _ = write!(
        out,
        "@font-face{{font-family:\"{}\";font-style:{};font-weight:{};font-display:block;src:url(data:font/woff2;base64,",
        face.family, face.style, face.weight
    );
    base64(face.file, out);
    out.push_str(") format(\"woff2\");unicode-range:");
    for (i, (from, to)) in face.ranges.iter().enumerate() {
        let comma = if i > 0 { "," } else { "" };
        let _ = if from == to {
            write!(out, "{comma}U+{from:04X}")
        } else {
            write!(out, "{comma}U+{from:04X}-{to:04X}")
        };
    }
    out.push_str("}\n");
}

/// Which characters of the Basic Multilingual Plane occur.
struct Used(Vec<u64>);

impl Default for Used {
    fn default() -> Self {
        Self(vec![0; 1024])
    }
}

impl Used {
    fn of(text: &str) -> Self {
        let mut used = Self::default();
        used.add(text);
        used
    }

    fn add(&mut self, text: &str) {
        for c in text.chars() {
            let code = u32::from(c) as usize;
            if let Some(word) = self.0.get_mut(code / 64) {
                *word |= 1 << (code % 64);
            }
        }
    }

    fn any(&self, ranges: &[(u32, u32)]) -> bool {
        ranges.iter().any(|&(from, to)| {
            (from..=to)
                .any(|code| self.0.get(code as usize / 64).is_some_and(|word| word & (1 << (code % 64)) != 0))
        })
    }
}

pub(super) fn base64(bytes: &[u8], out: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    out.reserve(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group =
            chunk.iter().fold(0u32, |group, byte| group << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * place) & 63) as usize];
            out.push(if place > chunk.len() { '=' } else { char::from(digit) });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_rfc() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            let mut out = String::new();
            base64(plain.as_bytes(), &mut out);
            assert_eq!(out, coded, "RFC 4648, section 10");
        }
    }

    #[test]
    fn a_script_brings_its_faces_and_no_other() {
        let faces = |text: &str| {
            let mut out = String::new();
            rules(text, &mut out);
            out.matches("@font-face").count()
        };
        assert_eq!(faces("plain"), 3, "serif, sans and code in Latin");
        assert_eq!(faces("plain خان"), 5, "and Arabic in two weights");
        assert_eq!(faces("plain Хан"), 5, "and Cyrillic in serif and sans");
        assert_eq!(faces("<em>plain</em>"), 4, "and the italic");
    }
}
