//! What is hashed, and how: docs/file-format.md says the same in words, with test vectors.
//!
//! Every hash is SHA-256 over a tag and fields, each preceded by its length, so that no two different inputs read alike.

use sha2::{Digest, Sha256};

/// A hash being made.
pub(crate) struct Hashing(Sha256);

impl Hashing {
    /// Starts with the tag of what is hashed.
    pub fn of(tag: &str) -> Self {
        Self(Sha256::new()).bytes(Some(tag.as_bytes()))
    }

    /// One field: 0x00 if there is none; else 0x01, the length as 64 bits big-endian, and the bytes.
    pub fn bytes(mut self, field: Option<&[u8]>) -> Self {
        self.feed(field);
        self
    }

    pub fn feed(&mut self, field: Option<&[u8]>) {
        match field {
            None => self.0.update([0]),
            Some(bytes) => {
                self.0.update([1]);
                self.0.update((bytes.len() as u64).to_be_bytes());
                self.0.update(bytes);
            }
        }
    }

    pub fn text(self, field: &str) -> Self {
        self.bytes(Some(field.as_bytes()))
    }

    pub fn maybe(self, field: Option<&str>) -> Self {
        self.bytes(field.map(str::as_bytes))
    }

    /// A number, as decimal digits.
    pub fn number(self, field: i64) -> Self {
        self.text(&field.to_string())
    }

    /// The hash, as 64 lower-case hex digits.
    pub fn done(self) -> String {
        hex(&self.0.finalize())
    }
}

/// One change, as it is hashed.
pub(crate) struct ChangeFields<'a> {
    pub seq: i64,
    pub table: &'a str,
    pub row: &'a str,
    pub case: Option<&'a str>,
    pub before: Option<&'a str>,
    pub after: Option<&'a str>,
}

/// The hash of a change.
pub(crate) fn change(salt: &[u8], change: &ChangeFields<'_>) -> String {
    Hashing::of("counterclaim change 1")
        .bytes(Some(salt))
        .number(change.seq)
        .text(change.table)
        .text(change.row)
        .maybe(change.case)
        .maybe(change.before)
        .maybe(change.after)
        .done()
}

/// The hash of a reason.
pub(crate) fn reason(salt: &[u8], reason: &str) -> String {
    Hashing::of("counterclaim reason 1").bytes(Some(salt)).text(reason).done()
}

/// The fields of an operation that its body covers.
pub(crate) struct OperationFields<'a> {
    pub uuid: &'a str,
    pub device: &'a str,
    pub n: i64,
    pub seen: &'a str,
    pub time: &'a str,
    pub editor: Option<&'a str>,
    pub name: &'a str,
    pub kind: &'a str,
    pub undoes: Option<&'a str>,
    pub schema: i64,
    pub reason_hash: Option<&'a str>,
    /// How many changes follow.
    pub count: i64,
}

/// Starts the body of an operation; the hash of every change follows, in order, each fed as text.
pub(crate) fn body(operation: &OperationFields<'_>) -> Hashing {
    Hashing::of("counterclaim operation 1")
        .text(operation.uuid)
        .text(operation.device)
        .number(operation.n)
        .text(operation.seen)
        .text(operation.time)
        .maybe(operation.editor)
        .text(operation.name)
        .text(operation.kind)
        .maybe(operation.undoes)
        .number(operation.schema)
        .maybe(operation.reason_hash)
        .number(operation.count)
}

/// The hash of an operation: its link of the chain.
pub(crate) fn link(device: &str, n: i64, prev: &str, body: &str) -> String {
    Hashing::of("counterclaim chain 1").text(device).number(n).text(prev).text(body).done()
}

/// What stands before the first operation of a chain.
pub(crate) const NO_PREV: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Bytes as lower-case hex digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
    text
}

/// Hex digits as bytes; none if they are not.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|i| u8::from_str_radix(text.get(i..i + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vectors() -> String {
        let salt = unhex("000102030405060708090a0b0c0d0e0f").unwrap();
        let row = "0190f000-0000-7000-8000-000000000003";
        let image = "{\"uuid\":\"0190f000-0000-7000-8000-000000000003\",\"name\":\"Хан-Шейхун\"}";
        let added =
            ChangeFields { seq: 1, table: "case", row, case: Some(row), before: None, after: Some(image) };
        let added_hash = change(&salt, &added);
        let removed =
            ChangeFields { seq: 2, table: "actor", row, case: None, before: Some("{}"), after: None };
        let removed_hash = change(&salt, &removed);
        let reason_hash = reason(&salt, "a reason");
        let (uuid, device) = ("0190f000-0000-7000-8000-000000000002", "0190f000-0000-7000-8000-000000000001");
        let fields = OperationFields {
            uuid,
            device,
            n: 1,
            seen: "[]",
            time: "2026-11-22T09:00:00.000Z",
            editor: None,
            name: "case.add",
            kind: "act",
            undoes: None,
            schema: 1,
            reason_hash: Some(&reason_hash),
            count: 2,
        };
        let body = body(&fields).text(&added_hash).text(&removed_hash).done();
        let link = link(device, 1, NO_PREV, &body);
        let none = Hashing::of("counterclaim change 1").bytes(None).done();
        format!(
            "tag `counterclaim change 1` and one absent field\n  {none}\n\
             change: salt 000102030405060708090a0b0c0d0e0f, seq 1, table case, row and case {row}, before absent,\n\
             after {image}\n  {added_hash}\n\
             change: the same salt, seq 2, table actor, the same row, case absent, before {{}}, after absent\n  {removed_hash}\n\
             reason: the same salt, `a reason`\n  {reason_hash}\n\
             body: uuid {uuid}, device {device}, n 1, seen [],\n\
             time 2026-11-22T09:00:00.000Z, editor absent, name case.add, kind act, undoes absent, schema 1,\n\
             the reason's hash above, count 2, the hashes of both changes above\n  {body}\n\
             hash: that device, n 1, prev 64 zeros, the body above\n  {link}\n"
        )
    }

    /// With UPDATE_EXPECT=1 the document is brought up to date.
    #[test]
    fn the_document_gives_these_vectors() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/file-format.md");
        let text = std::fs::read_to_string(path).unwrap();
        let (head, rest) =
            text.split_once("<!-- vectors -->\n```text\n").expect("the document has a place for vectors");
        let (old, tail) = rest.split_once("```\n").expect("and an end of it");
        let new = vectors();
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(path, format!("{head}<!-- vectors -->\n```text\n{new}```\n{tail}")).unwrap();
        } else {
            assert_eq!(
                old, new,
                "docs/file-format.md gives other test vectors; UPDATE_EXPECT=1 writes these"
            );
        }
    }

    #[test]
    fn lengths_keep_fields_apart() {
        let (one, two) =
            (Hashing::of("t").text("ab").text("c").done(), Hashing::of("t").text("a").text("bc").done());
        assert_ne!(one, two, "what is moved from one field to the next changes the hash");
        assert_ne!(
            Hashing::of("t").text("").done(),
            Hashing::of("t").maybe(None).done(),
            "empty is not absent"
        );
    }

    #[test]
    fn hex_and_back() {
        assert_eq!(hex(&[0, 0x0f, 0xff]), "000fff");
        assert_eq!(unhex("000fff"), Some(vec![0, 0x0f, 0xff]));
        assert_eq!((unhex("0"), unhex("zz"), unhex("é0")), (None, None, None));
    }
}
