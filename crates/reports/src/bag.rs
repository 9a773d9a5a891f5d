//! What a bag says in the report's own words: names of its files, and the page that tells a stranger how to check it.

use crate::words::Language;

/// What the page of a bag has to name.
#[derive(Debug, Clone, Copy)]
pub struct BagFacts<'a> {
    /// The case.
    pub case: &'a str,
    /// Hash of the operation at which the case is shown, 64 lower-case hex digits.
    pub operation_hash: &'a str,
    /// Its time (UTC, RFC 3339).
    pub operation_time: &'a str,
    /// How many preserved copies are in the bag.
    pub copies: u64,
    /// How many are left out, since their files are missing or have changed.
    pub left_out: u64,
    /// Version of the program.
    pub version: &'a str,
}

/// The words of a bag in one language.
#[derive(Debug)]
pub struct BagWords {
    /// What `report.html` is.
    pub report: &'static str,
    /// What `case.json` is.
    pub case: &'static str,
    /// What the script is.
    pub script: &'static str,
    /// What `README.txt` is.
    pub readme: &'static str,
    /// What the text read out of a preserved copy is.
    pub text: &'static str,
    /// What the result of a picture's check is.
    pub check: &'static str,
    /// What the house's logo is.
    pub logo: &'static str,
    /// On what terms the files may be used.
    pub terms: &'static str,
    /// What the bag as a whole is, for the case of this name.
    pub description: fn(&str) -> String,
    /// The page, as it stands in `README.txt`.
    pub page: fn(&BagFacts<'_>) -> String,
}

impl Language {
    /// The words of a bag in this language.
    #[must_use]
    pub fn bag(self) -> &'static BagWords {
        &self.words().bag
    }
}
