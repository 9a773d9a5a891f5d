//! Files that hold other files: mails, saved pages, packed documents and web archives.

use std::io::Read;

/// How far into a compressed file its beginning is unpacked, to see what it holds.
const GLANCE: u64 = 64;

/// Headers with which a mail begins; two of them make one.
const HEADERS: [&str; 14] = [
    "return-path",
    "received",
    "delivered-to",
    "message-id",
    "mime-version",
    "date",
    "from",
    "to",
    "subject",
    "content-type",
    "reply-to",
    "sender",
    "x-mailer",
    "dkim-signature",
];

/// What the head of a file says that is written in lines of name and value: a mail, a saved page, a web archive.
pub(crate) fn of_headers(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"WARC/1.") {
        return Some("application/warc");
    }
    let head = String::from_utf8_lossy(&head[..head.len().min(16 * 1024)]);
    let head = head.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    // Mailboxes put a line before each message.
    let head = match head.strip_prefix("From ") {
        Some(rest) => rest.split_once('\n')?.1,
        None => &head,
    };
    let mut seen = Vec::new();
    let mut related = false;
    let mut saved = false;
    for line in head.split('\n') {
        if line.starts_with([' ', '\t']) && !seen.is_empty() {
            continue;
        }
        let Some((name, value)) = line.split_once(':') else {
            // An empty line ends the headers; any other that is no header says that there are none.
            if line.is_empty() && !seen.is_empty() {
                break;
            }
            return None;
        };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            return None;
        }
        let name = name.to_ascii_lowercase();
        related |= name == "content-type" && value.to_ascii_lowercase().contains("multipart/related");
        saved |= name == "snapshot-content-location" || (name == "from" && value.contains("<Saved by"));
        seen.push(name);
    }
    let known = |names: &[&str]| names.iter().filter(|name| seen.iter().any(|seen| seen == *name)).count();
    if known(&HEADERS) < 2 {
        return None;
    }
    if related && (saved || known(&["to", "received", "message-id"]) == 0) {
        return Some("multipart/related");
    }
    // A note that begins "From: … To: …" is no mail until it has a date or a number, too.
    (known(&["from", "received", "return-path"]) > 0
        && known(&["date", "message-id", "received", "mime-version"]) > 0)
        .then_some("message/rfc822")
}

/// What a compressed or packed file is, more narrowly than its signature says.
pub(crate) fn of_container(kind: &'static str, head: &[u8]) -> &'static str {
    match kind {
        "application/gzip" => {
            let mut begin = Vec::new();
            // A head that is cut off still unpacks to its beginning.
            let _ = flate2::read::GzDecoder::new(head).take(GLANCE).read_to_end(&mut begin);
            if begin.starts_with(b"WARC/1.") { "application/warc" } else { kind }
        }
        "application/zip" => {
            let names = names(head);
            let holds = |begin: &str| names.iter().any(|name| name.starts_with(begin));
            let is_archive = |name: &String| name.starts_with("archive/") && name.contains(".warc");
            if names.iter().any(is_archive) || (holds("pages/pages.jsonl") && holds("datapackage")) {
                "application/wacz"
            } else if holds("word/document.xml") {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            } else {
                kind
            }
        }
        _ => kind,
    }
}

/// Whether a file begins with the mark of UTF-16.
pub(crate) fn is_utf16(head: &[u8]) -> bool {
    let marked =
        matches!(head, [0xff, 0xfe, second, ..] | [0xfe, 0xff, second, ..] if *second != 0 || head.len() > 3);
    // UTF-32 and sounds begin alike; half of the first letters of a text in UTF-16 are zeros, and none is all zeros.
    marked && !head.starts_with(&[0xff, 0xfe, 0, 0]) && head.len().is_multiple_of(2) && printable(head)
}

fn printable(head: &[u8]) -> bool {
    let big = head.starts_with(&[0xfe, 0xff]);
    let units = head[2..].chunks_exact(2).take(2000).map(|pair| match pair {
        [one, two] if big => u16::from_be_bytes([*one, *two]),
        [one, two] => u16::from_le_bytes([*one, *two]),
        _ => 0,
    });
    char::decode_utf16(units)
        .take(1900)
        .all(|unit| unit.is_ok_and(|c| matches!(c, '\n' | '\r' | '\t' | '\u{c}') || !c.is_control()))
}

/// The names of the first parts of a packed file, as its local headers give them.
fn names(head: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(found) = head[at..].windows(4).position(|window| window == b"PK\x03\x04") {
        let header = &head[at + found..];
        let length =
            header.get(26..28).map_or(0, |bytes| usize::from(u16::from_le_bytes([bytes[0], bytes[1]])));
        if let Some(name) = header.get(30..30 + length) {
            names.push(String::from_utf8_lossy(name).into_owned());
        }
        at += found + 4;
    }
    names
}

#[cfg(test)]
mod tests {
    use crate::media::media_type_of;
    use std::io::Write;

    #[test]
    fn mails_and_saved_pages_are_told_from_notes() {
        let mail = b"Received: from a by b\r\nFrom: A <a@example.org>\r\nSubject: x\r\n y\r\nDate: Tue, 4 Apr 2017 10:00:00 +0300\r\n\r\ncaf\xe9";
        assert_eq!(media_type_of(mail), "message/rfc822");
        let page = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n";
        assert_eq!(media_type_of(page), "multipart/related");
        assert_eq!(media_type_of(b"From: the editor\nTo: the desk\n\nPlease look at this.\n"), "text/plain");
        assert_eq!(media_type_of(b"Date: 4 April\nPlace: Khan Shaykhun\n"), "text/plain");
        assert_eq!(media_type_of(b"Note: this\nis text"), "text/plain");
    }

    #[test]
    fn web_archives_are_known_packed_and_not() {
        assert_eq!(media_type_of(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n"), "application/warc");
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n").unwrap();
        assert_eq!(media_type_of(&packed.finish().unwrap()), "application/warc");
        let mut other = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        other.write_all(b"something else").unwrap();
        assert_eq!(media_type_of(&other.finish().unwrap()), "application/gzip");
        let local = |name: &str| {
            let mut header = b"PK\x03\x04".to_vec();
            header.extend([0; 22]);
            header.extend((name.len() as u16).to_le_bytes());
            header.extend([0, 0]);
            header.extend(name.as_bytes());
            header
        };
        let wacz = [local("datapackage.json"), local("archive/data.warc.gz")].concat();
        assert_eq!(media_type_of(&wacz), "application/wacz");
        let docx = [local("[Content_Types].xml"), local("word/document.xml")].concat();
        assert!(media_type_of(&docx).ends_with("wordprocessingml.document"), "a Word document");
        assert_eq!(media_type_of(&local("a.txt")), "application/zip", "any other");
    }
}
