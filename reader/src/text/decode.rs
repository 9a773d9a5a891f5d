//! From bytes to characters.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The characters that bytes stand for, and the name of the encoding: a mark at the beginning first, then what was
/// declared, then UTF-8 if it is valid, then what the letters look like.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> (String, &'static str) {
    let encoding = if let Some((marked, _)) = Encoding::for_bom(bytes) {
        marked
    } else if let Some(named) = declared.and_then(|name| Encoding::for_label(name.trim().as_bytes())) {
        // A page that can be read at all is not in UTF-16 when it says so in plain letters.
        if named == UTF_16LE || named == UTF_16BE { UTF_8 } else { named }
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, chardetng::Utf8Detection::Allow)
    };
    let (text, _, _) = encoding.decode(bytes);
    (text.into_owned(), encoding.name())
}

/// One kind of line end: LF. Nothing else is changed.
pub fn line_ends(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_by_mark_by_name_and_by_letters() {
        let russian = "Правительство Сирии отрицает применение химического оружия в Хан-Шейхуне.";
        assert_eq!(decode(russian.as_bytes(), None), (russian.to_owned(), "UTF-8"), "valid UTF-8 is UTF-8");
        for encoding in [encoding_rs::WINDOWS_1251, encoding_rs::KOI8_R] {
            let (bytes, _, _) = encoding.encode(russian);
            assert_eq!(decode(&bytes, None).0, russian, "{} is told by its letters", encoding.name());
        }
        let arabic = "نفت الحكومة السورية استخدام الأسلحة الكيميائية في خان شيخون يوم الثلاثاء";
        let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(arabic);
        assert_eq!(decode(&bytes, None).0, arabic, "windows-1256 is told by its letters");
        assert_eq!(decode(b"\xff\xfeA\0", None).0, "A", "the mark of UTF-16 comes first, and is not text");
        assert_eq!(decode(b"\xef\xbb\xbfx", Some("koi8-r")).0, "x", "a mark is stronger than a name");
    }

    #[test]
    fn only_line_ends_are_changed() {
        assert_eq!(line_ends("a\r\nb\rc\n\u{a0}d  e"), "a\nb\nc\n\u{a0}d  e");
    }
}
