//! What is found in a file.

use serde::{Deserialize, Serialize};

/// What stands between two pages.
pub const PAGE_BREAK: char = '\u{c}';

/// The readable text of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The text; pages are told apart by [`PAGE_BREAK`].
    pub text: String,
    /// How many pages, where the file has pages.
    pub pages: Option<u32>,
    /// The encoding that the file was read in, where it had to be told.
    pub encoding: Option<String>,
}

/// A copy that is safe to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The copy, whole.
    pub html: String,
    /// The address that the page was archived from, where the archive says so.
    pub address: Option<String>,
    /// Whether the page had to be reduced to its words, since it could not be written anew faithfully.
    pub words_only: bool,
}

/// Where in a file a value stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// schema.org, written into a page as JSON-LD.
    JsonLd,
    /// `citation_…`, as publishers of papers write it.
    Highwire,
    /// `og:…`, `article:…`, `twitter:…`.
    OpenGraph,
    /// `DC.…`, `dcterms.…`.
    DublinCore,
    /// The page itself: its title, its own address, the times in its text.
    Page,
    /// The information dictionary of a PDF.
    PdfInfo,
    /// What a camera wrote.
    Exif,
    /// What an agency wrote (IPTC IIM).
    Iptc,
    /// What programs wrote (XMP).
    Xmp,
    /// Content credentials (C2PA).
    C2pa,
    /// The headers of a mail.
    Message,
    /// The properties of an office document.
    Document,
}

/// One value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// Where it stood.
    pub origin: Origin,
    /// What it is called there.
    pub name: String,
    /// As found.
    pub value: String,
    /// Whether it could harm a person: a place, a serial number.
    pub sensitive: bool,
}

/// What the content credentials of a file come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Credentials {
    /// There are none, which proves nothing.
    Absent,
    /// Something in them does not fit the file, or they are damaged.
    Invalid,
    /// The file is as it was signed; who signed it is not on a list of trust.
    Valid,
    /// The file is as it was signed, by someone on a list of trust.
    Trusted,
}

/// Everything that a file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The values, in the order of the file within each origin.
    pub values: Vec<Value>,
    /// The content credentials, for kinds of files that can carry them.
    pub credentials: Option<Credentials>,
    /// Parts that could not be read, each with its origin.
    pub faults: Vec<(Origin, String)>,
}

/// A perceptual hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// 256 bits as 64 hexadecimal digits.
    pub pdq: String,
    /// 0 to 100.
    pub quality: u8,
}

/// Pictures whose hashes differ in at most so many bits look alike.
pub const ALIKE_DISTANCE: u32 = 31;
/// Below this quality, a hash says nothing.
pub const ALIKE_QUALITY: u8 = 50;

/// How many hexadecimal digits a hash has.
const DIGITS: usize = 64;

/// In how many bits two hashes differ; nothing when one of them is no hash.
#[must_use]
pub fn distance(one: &str, other: &str) -> Option<u32> {
    let digits = |text: &str| -> Option<Vec<u32>> { text.chars().map(|c| c.to_digit(16)).collect() };
    let (one, other) = (digits(one)?, digits(other)?);
    let same_length = one.len() == DIGITS && other.len() == one.len();
    same_length.then(|| one.iter().zip(&other).map(|(a, b)| (a ^ b).count_ones()).sum())
}

/// A picture that was made out of another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rendition {
    /// The picture as a PNG.
    #[serde(with = "as_base64")]
    pub png: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The width of the picture that it was made of.
    pub full_width: u32,
    /// The height of the picture that it was made of.
    pub full_height: u32,
}

mod as_base64 {
    //! Bytes within JSON.
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD.decode(text).map_err(serde::de::Error::custom)
    }
}
