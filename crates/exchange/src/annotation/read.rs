//! Annotations of others, and our own: what each says, as far as an excerpt can hold it. What cannot be taken is told, one by one.

use super::Translation;
use super::selectors::{each, sha256_of, target};
use serde_json::Value;
use thiserror::Error;

/// No more annotations than these are read from one file.
const MOST: usize = 100_000;

/// No longer text than this, in bytes, is taken from an annotation.
const LONGEST: usize = 1_000_000;

/// In what a position counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Units {
    /// Unicode code points, as the W3C asks.
    CodePoints,
    /// UTF-16 code units of the page's text, as Hypothesis counts.
    Utf16,
}

/// What an annotation says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Incoming {
    /// Its place in the file, from 1.
    pub number: usize,
    /// Its identity, as it is written.
    pub id: Option<String>,
    /// Addresses of what it is about.
    pub sources: Vec<String>,
    /// Hashes among them, of preserved copies.
    pub hashes: Vec<String>,
    /// The words.
    pub quote: Option<String>,
    /// Whether the words are said of what is seen or heard, and stand nowhere.
    pub described: bool,
    /// Their language.
    pub language: Option<String>,
    /// What stands before.
    pub prefix: Option<String>,
    /// What stands after.
    pub suffix: Option<String>,
    /// Where they begin and end, and in what that counts.
    pub position: Option<(u64, u64, Units)>,
    /// SHA-256 of the text in which the position counts.
    pub text_sha256: Option<String>,
    /// Page, counted from 1.
    pub page: Option<u64>,
    /// Page as printed.
    pub page_label: Option<String>,
    /// Region, as it is written.
    pub region: Option<String>,
    /// Time span in milliseconds.
    pub span: Option<(u64, u64)>,
    /// Colour, as it is written.
    pub colour: Option<String>,
    /// Tags.
    pub labels: Vec<String>,
    /// Comments, one after the other.
    pub note: Option<String>,
    /// Translation.
    pub translation: Option<Translation>,
}

/// An annotation that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Its place in the file, from 1.
    pub number: usize,
    /// Its identity, if it has one.
    pub id: Option<String>,
    /// Why: `not_an_annotation`, `reply`, `no_place`, `too_long`.
    pub why: &'static str,
}

/// What stands in a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Read {
    /// What can be taken.
    pub taken: Vec<Incoming>,
    /// What cannot.
    pub left: Vec<Left>,
}

/// Why a file is none of annotations.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    /// It is no JSON.
    #[error("this is no JSON: {0}")]
    Json(String),
    /// It holds no annotations.
    #[error("there are no annotations in this file")]
    None,
    /// It holds too many.
    #[error("there are {0} annotations in this file; {MOST} is the most that is read at once")]
    TooMany(usize),
}

/// Reads W3C annotations (one, a list, a page, a collection with its first page) or Hypothesis's export.
///
/// # Errors
/// [`ReadError`] for what holds no annotations at all; one that is wrong does not stop the others.
pub fn read(text: &str) -> Result<Read, ReadError> {
    // serde_json refuses what is nested too deep to be meant.
    let file: Value = serde_json::from_str(text).map_err(|error| ReadError::Json(error.to_string()))?;
    let (list, units): (Vec<&Value>, Units) = if file["annotations"].is_array() || file["rows"].is_array() {
        let key = if file["annotations"].is_array() { "annotations" } else { "rows" };
        (each(&file[key]).collect(), Units::Utf16)
    } else if file["items"].is_array() {
        (each(&file["items"]).collect(), Units::CodePoints)
    } else if file["first"]["items"].is_array() {
        (each(&file["first"]["items"]).collect(), Units::CodePoints)
    } else if file.is_array() || is_annotation(&file) {
        (each(&file).collect(), Units::CodePoints)
    } else {
        return Err(ReadError::None);
    };
    if list.is_empty() {
        return Err(ReadError::None);
    }
    if list.len() > MOST {
        return Err(ReadError::TooMany(list.len()));
    }
    let mut read = Read::default();
    for (number, one) in (1..).zip(list) {
        match annotation(one, number, units) {
            Ok(incoming) => read.taken.push(incoming),
            Err(why) => read.left.push(Left { number, id: one["id"].as_str().map(str::to_owned), why }),
        }
    }
    Ok(read)
}

fn is_annotation(value: &Value) -> bool {
    each(&value["type"]).any(|kind| kind == "Annotation")
}

fn annotation(one: &Value, number: usize, units: Units) -> Result<Incoming, &'static str> {
    let mut into = Incoming { number, id: one["id"].as_str().map(str::to_owned), ..Incoming::default() };
    match units {
        Units::CodePoints if !is_annotation(one) => return Err("not_an_annotation"),
        Units::CodePoints => bodies(one, &mut into),
        Units::Utf16 if !one.is_object() => return Err("not_an_annotation"),
        Units::Utf16 if each(&one["references"]).next().is_some() => return Err("reply"),
        Units::Utf16 => {
            into.sources.extend(one["uri"].as_str().map(str::to_owned));
            into.note = one["text"].as_str().map(str::to_owned);
            into.labels = each(&one["tags"]).filter_map(Value::as_str).map(str::to_owned).collect();
        }
    }
    for each in each(&one["target"]) {
        target(each, units, &mut into);
    }
    into.note = into.note.filter(|note| !note.trim().is_empty());
    into.hashes = into.sources.iter().filter_map(|source| sha256_of(source)).collect();
    let placed = into.quote.is_some() || into.region.is_some() || into.span.is_some();
    if !placed {
        return Err("no_place");
    }
    let texts = [&into.quote, &into.note, &into.prefix, &into.suffix, &into.region];
    if texts.into_iter().flatten().any(|text| text.len() > LONGEST) {
        return Err("too_long");
    }
    Ok(into)
}

fn bodies(one: &Value, into: &mut Incoming) {
    let mut notes: Vec<&str> = one["bodyValue"].as_str().into_iter().collect();
    for body in each(&one["body"]) {
        let Some(words) = body.as_str().or_else(|| body["value"].as_str()).filter(|words| !words.is_empty())
        else {
            continue;
        };
        let language = body["language"].as_str();
        match (body["role"].as_str(), body["purpose"].as_str()) {
            (Some("translation"), _) => {
                let Some(language) = language else { continue };
                into.translation = Some(Translation {
                    words: words.to_owned(),
                    language: language.to_owned(),
                    translator: body["creator"]["name"].as_str().map(str::to_owned),
                    standing: body["standing"].as_str().map(str::to_owned),
                });
            }
            (Some("description"), _) => {
                into.quote = Some(words.to_owned());
                into.described = true;
                into.language = language.map(str::to_owned);
            }
            (_, Some("tagging")) => into.labels.push(words.to_owned()),
            _ => notes.push(words),
        }
    }
    into.note = (!notes.is_empty()).then(|| notes.join("\n\n"));
}
