//! A case at one position of its history, by what was public on one day: the one way in which reads get at a case.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use chrono::{DateTime, NaiveDate, Utc};
use claims::blind::{Covered, covered};
use claims::case_at::CaseAt;
use claims::ids::{CaseId, EditorId, OperationId};
use ledger::AsOf;

/// Reads `as_of`: an operation's id, or a time.
///
/// *Errors*: `invalid` for words that are neither; `not_found` for an operation that is not there comes from the ledger.
pub fn as_of(words: Option<&str>) -> Result<Option<AsOf>, Problem> {
    let Some(words) = words.map(str::trim).filter(|words| !words.is_empty()) else { return Ok(None) };
    if let Ok(id) = words.parse::<OperationId>() {
        return Ok(Some(AsOf::Operation(id)));
    }
    if let Ok(time) = DateTime::parse_from_rfc3339(words) {
        return Ok(Some(AsOf::Time(time.with_timezone(&Utc))));
    }
    if let Ok(day) = NaiveDate::parse_from_str(words, "%Y-%m-%d")
        && let Some(end) = day.and_hms_milli_opt(23, 59, 59, 999)
    {
        return Ok(Some(AsOf::Time(end.and_utc())));
    }
    Err(Problem::new(Code::Invalid, format!("{words} is neither an operation nor a time"))
        .hint("Give an operation's id from the history, or a time such as 2026-11-22T10:00:00Z.")
        .field("as_of"))
}

/// Reads a day.
///
/// *Errors*: `invalid` for anything but YYYY-MM-DD.
pub fn day(words: &str, field: &str) -> Result<NaiveDate, Problem> {
    NaiveDate::parse_from_str(words, "%Y-%m-%d").map_err(|_| {
        Problem::new(Code::Invalid, format!("{words} is not a day"))
            .hint("Write a day as YYYY-MM-DD, for example 2017-04-12.")
            .field(field)
    })
}

/// The case as it stands, living records alone, filtered by `known_by`.
pub fn case(
    desk: &Desk,
    id: CaseId,
    position: Option<&str>,
    known_by: Option<&str>,
) -> Result<CaseAt, Problem> {
    let position = as_of(position)?;
    let case = desk.ledger.case_at(id, position.as_ref())?.ok_or_else(|| Problem::not_found("case", id))?;
    let case = case.living();
    match known_by.map(str::trim).filter(|words| !words.is_empty()) {
        Some(words) => Ok(claims::known_by::known_by(case, day(words, "known_by")?)),
        None => Ok(case),
    }
}

/// The case as whoever asks may see it: without the ratings that are covered for them; and these.
pub fn seen(
    desk: &Desk,
    context: &Context,
    id: CaseId,
    (position, known_by): (Option<&str>, Option<&str>),
    blind: Option<bool>,
) -> Result<(CaseAt, Vec<Covered>), Problem> {
    let case = case(desk, id, position, known_by)?;
    let covered = hidden(desk, context, id, blind)?;
    Ok((claims::blind::without(case, &covered), covered))
}

/// What of the others' ratings is covered for the acting editor, where `blind` is asked for, or the context is; [`without`] takes it away.
/// It goes by the present: a look into the past uncovers nothing.
///
/// [`without`]: claims::blind::without
pub fn hidden(
    desk: &Desk,
    context: &Context,
    case_id: CaseId,
    blind: Option<bool>,
) -> Result<Vec<Covered>, Problem> {
    if !blind.unwrap_or(context.blind) {
        return Ok(Vec::new());
    }
    let reader = match desk.editor_name(context) {
        Some(name) => desk.editor_called(&name)?.map(|editor| editor.uuid),
        None => None,
    };
    // An editor who has written nothing yet has no id: nothing is theirs, as with an id that is nowhere.
    let reader = reader.unwrap_or(EditorId(uuid::Uuid::nil()));
    Ok(covered(&case(desk, case_id, None, None)?, reader))
}
