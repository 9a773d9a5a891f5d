//! What may be stored in which field: dates, days, instants, zones, languages, addresses, lengths. Every add and every correction passes here.

use crate::at::day;
use crate::problem::{Code, Problem};
use claims::date::Edtf;
use serde_json::{Map, Value};

/// Checks the given fields of a record; null and absent fields pass.
///
/// *Errors*: `invalid`, naming the field.
pub fn fields(given: &Map<String, Value>) -> Result<(), Problem> {
    for (name, value) in given {
        let Value::String(text) = value else { continue };
        claims::text::check_text(&plain(name), text).map_err(|refused| {
            Problem { code: Code::Invalid, ..Problem::from(refused) }.field(name.clone())
        })?;
        one(name, text)?;
    }
    in_order(given)
}

/// An answer is asked for by a day that is not before the asking.
fn in_order(given: &Map<String, Value>) -> Result<(), Problem> {
    let date = |name| given.get(name).and_then(Value::as_str).and_then(|text| Edtf::parse(text).ok());
    let (Some(asked), Some(deadline)) = (date("asked"), date("deadline")) else { return Ok(()) };
    match (asked.earliest(), deadline.latest()) {
        (Some(asked), Some(deadline)) if deadline < asked => {
            Err(Problem::new(Code::Invalid, "the answer was asked for by a day before the asking")
                .hint("Correct one of the two dates.")
                .field("deadline"))
        }
        _ => Ok(()),
    }
}

/// Checks a whole record of a table: what its fields say together.
///
/// *Errors*: `invalid`, naming the field.
pub fn whole(table: &str, image: &Map<String, Value>) -> Result<(), Problem> {
    let refused = match table {
        "excerpt" => claims::excerpt::check_excerpt(&serde_json::from_value(Value::Object(image.clone()))?),
        "statement" => {
            claims::excerpt::check_statement(&serde_json::from_value(Value::Object(image.clone()))?)
        }
        _ => Ok(()),
    };
    refused.map_err(|(field, refused)| Problem { code: Code::Invalid, ..Problem::from(refused) }.field(field))
}

fn one(name: &str, text: &str) -> Result<(), Problem> {
    match name {
        "date" | "public_date" | "archive_date" | "accessed" | "from_date" | "to_date" | "until" | "asked" | "deadline" | "answered" => {
            Edtf::parse(text).map(|_| ()).map_err(|error| {
                Problem::new(Code::Invalid, error.to_string())
                    .hint("Write 2017-04-04, 2017-04, 2017, 2017-04-04~ (about), 2017-04-04? (uncertain) or [2017-04-04..2017-04-06] (one day between).")
                    .field(name)
            })
        }
        "evidence_until" | "known_by" => day(text, name).map(|_| ()),
        "earliest" | "latest" | "captured" | "started" | "ended" | "made" | "read" => chrono::DateTime::parse_from_rfc3339(text).map(|_| ()).map_err(|_| {
            Problem::new(Code::Invalid, format!("{text} is not an instant")).hint("Write an instant with its offset, such as 2017-04-04T06:30:00+03:00.").field(name)
        }),
        "zone" => text.parse::<chrono_tz::Tz>().map(|_| ()).map_err(|_| {
            Problem::new(Code::Invalid, format!("{text} is not a time zone")).hint("Use an IANA name such as Asia/Damascus, or leave it out where it is unknown.").field(name)
        }),
        "language" | "spoken_language" | "translation_language" => {
            claims::language::check_language(text).map(|_| ()).map_err(|error| Problem { code: Code::Invalid, ..Problem::from(error) }.field(name))
        }
        "url" | "archive_url" | "corrections_url" | "address" | "final_address" => address(name, text),
        _ => Ok(()),
    }
}

/// Whether it is an address on the web.
pub(crate) fn is_web(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| on_web(&url))
}

fn on_web(url: &url::Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.host().is_some()
}

fn address(name: &str, text: &str) -> Result<(), Problem> {
    let refuse = |words: &str| {
        Err(Problem::new(Code::Invalid, format!("{text}: {words}"))
            .hint("Give a full address that begins with https:// or http://.")
            .field(name))
    };
    match url::Url::parse(text) {
        Ok(url) if on_web(&url) => Ok(()),
        Ok(_) => refuse("only web addresses are kept as addresses"),
        Err(error) => refuse(&error.to_string()),
    }
}

fn plain(name: &str) -> String {
    name.trim_end_matches("_id").replace('_', " ")
}
