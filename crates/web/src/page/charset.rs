//! From bytes to letters: by the mark at the beginning, else by what the server says, else by what the page says, else UTF-8.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a page its own word about its letters is looked for (WHATWG HTML, prescan: 1,024 bytes; pages go further).
const PRESCAN: usize = 4096;

/// The text of a page or style sheet.
pub(crate) fn decoded(bytes: &[u8], content_type: Option<&str>) -> String {
    let said = content_type.and_then(of_header);
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode_with_bom_removal(bytes).0.into_owned();
    }
    let encoding = said.or_else(|| of_page(bytes)).unwrap_or_else(|| match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // What no one names and is no UTF-8 is taken as browsers take it.
        Err(error) if error.error_len().is_none() => UTF_8,
        Err(_) => WINDOWS_1252,
    });
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

fn of_header(content_type: &str) -> Option<&'static Encoding> {
    content_type.split(';').skip(1).find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| of_label(value))?
    })
}

/// `charset=…` in a `meta` element, `@charset "…"` of a style sheet, or `encoding="…"` of XML.
fn of_page(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let places = [("<meta", "charset="), ("@charset ", ""), ("<?xml", "encoding=")];
    places.into_iter().find_map(|(begins, names)| {
        head.match_indices(begins).find_map(|(at, _)| {
            let rest = &head[at + begins.len()..];
            let rest = &rest[..rest
                .find(['>', ';', '\n'])
                .map_or(rest.len(), |end| (end + 60).min(rest.len()))
                .min(rest.len())];
            let end = rest.find('>').unwrap_or(rest.len());
            let value = &rest[..end];
            let from = value.find(names)? + names.len();
            of_label(&value[from..])
        })
    })
}

fn of_label(value: &str) -> Option<&'static Encoding> {
    let value = value.trim().trim_start_matches(['"', '\'']);
    let label: String =
        value.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.+".contains(*c)).collect();
    let found = Encoding::for_label(label.as_bytes())?;
    // A page that could be read so far is not in an encoding of two bytes, whatever it says.
    Some(if found == encoding_rs::UTF_16BE || found == encoding_rs::UTF_16LE { UTF_8 } else { found })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_the_server_or_the_page_says() {
        let cyrillic = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];
        assert_eq!(decoded(&cyrillic, Some("text/html; Charset=\"windows-1251\"")), "Привет");
        let mut page =
            b"<html><head><META http-equiv=content-type content='text/html; charset=windows-1251'>".to_vec();
        page.extend(cyrillic);
        assert!(decoded(&page, Some("text/html")).ends_with("Привет"), "the page says it itself");
        assert_eq!(
            decoded("\u{feff}да".as_bytes(), Some("text/html; charset=koi8-r")),
            "да",
            "the mark wins"
        );
        assert_eq!(decoded("да".as_bytes(), None), "да", "UTF-8 when nobody says anything");
        assert_eq!(
            decoded(&[0x63, 0x61, 0x66, 0xe9, 0x21], None),
            "café!",
            "what is no UTF-8 is taken as browsers do"
        );
        assert_eq!(decoded(b"\xff\xfeh\0i\0", None), "hi", "two bytes by their mark");
        assert_eq!(decoded("<meta charset=utf-16>да".as_bytes(), None), "<meta charset=utf-16>да");
        let _ = decoded(&"<meta charset=é".repeat(600).into_bytes(), None);
    }
}
