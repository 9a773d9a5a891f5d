//! What an excerpt has to say: words, a region, or a time span, and of which page; and what goes with a translation.

use crate::language::check_language;
use crate::records::{Excerpt, Statement};
use crate::rule_error::RuleError;
use crate::text::check_line;
use crate::words::{ExcerptKind, TranslationStatus};

/// A refusal, with the field that it is about.
pub type Refused = (&'static str, RuleError);

/// A region of a page or picture, in percent of its width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// From the left edge.
    pub x: f64,
    /// From the upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Region {
    /// Reads a W3C media fragment: `xywh=percent:x,y,w,h`.
    ///
    /// # Errors
    /// `bad_region` if it is no such fragment, has no extent, or reaches beyond the picture.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        let bad = |why: &str| {
            RuleError::new(
                "bad_region",
                format!("“{text}” is no region: {why}."),
                "Write xywh=percent:x,y,w,h with the left and upper edge, width and height in percent of the picture, from 0 to 100.",
            )
        };
        let rest =
            text.strip_prefix("xywh=percent:").ok_or_else(|| bad("it does not begin with xywh=percent:"))?;
        let numbers: Vec<f64> = rest
            .split(',')
            .map(number)
            .collect::<Option<_>>()
            .ok_or_else(|| bad("what follows are not plain numbers"))?;
        let [x, y, width, height] = numbers[..] else { return Err(bad("it needs four numbers")) };
        if width <= 0.0 || height <= 0.0 {
            return Err(bad("it has no extent"));
        }
        // A thousandth of a percent is what rounding may cost.
        if x + width > 100.001 || y + height > 100.001 {
            return Err(bad("it reaches beyond the picture"));
        }
        Ok(Self { x, y, width, height })
    }
}

/// A plain decimal number that is not negative: no sign, no exponent, no words.
fn number(text: &str) -> Option<f64> {
    let plain = !text.is_empty() && text.len() <= 12 && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if plain { text.parse().ok() } else { None }
}

/// Checks an excerpt as a whole.
///
/// # Errors
/// The field that is missing, too much, or wrong, and why.
pub fn check_excerpt(excerpt: &Excerpt) -> Result<(), Refused> {
    let needs = |field, words: &str, hint: &str| Err((field, RuleError::new("incomplete", words, hint)));
    let not_here =
        |field, words: &str, hint: &str| Err((field, RuleError::new("not_of_this_kind", words, hint)));
    let timed = excerpt.from_ms.is_some() || excerpt.to_ms.is_some();
    match excerpt.kind {
        ExcerptKind::Text if excerpt.region.is_some() => {
            return not_here(
                "region",
                "An excerpt of words has no region.",
                "Mark it as a region, or leave the region out.",
            );
        }
        ExcerptKind::Region if excerpt.region.is_none() => {
            return needs(
                "region",
                "A region needs its place in the picture.",
                "Give it as xywh=percent:x,y,w,h.",
            );
        }
        ExcerptKind::Text | ExcerptKind::Region if timed => {
            return not_here(
                "from_ms",
                "Only a time span has a beginning and an end in milliseconds.",
                "Mark it as a time span, or leave the times out.",
            );
        }
        ExcerptKind::Time if excerpt.page_number.is_some() => {
            return not_here("page_number", "A recording has no pages.", "Leave the page out.");
        }
        ExcerptKind::Time => match (excerpt.from_ms, excerpt.to_ms) {
            (Some(from), Some(to)) if from < 0 || from >= to => {
                let words = format!("The span ends at {to} ms, and begins at {from} ms.");
                return Err((
                    "to_ms",
                    RuleError::new("bad_span", words, "Let it begin at 0 or later, and end after that."),
                ));
            }
            (Some(_), Some(_)) => {}
            (from, _) => {
                let field = if from.is_none() { "from_ms" } else { "to_ms" };
                return needs(
                    field,
                    "A time span needs a beginning and an end.",
                    "Give both in milliseconds.",
                );
            }
        },
        ExcerptKind::Text | ExcerptKind::Region => {}
    }
    if let Some(region) = &excerpt.region {
        Region::parse(region).map_err(|refused| ("region", refused))?;
    }
    if excerpt.page_number.is_some_and(|page| page < 1) {
        let words = "Pages are counted from 1.";
        return Err((
            "page_number",
            RuleError::new(
                "bad_page",
                words,
                "Give the number of the page as it is counted, not as it is printed.",
            ),
        ));
    }
    if let Some(label) = &excerpt.label {
        check_line("label", label).map_err(|refused| ("label", refused))?;
    }
    check_translation(
        excerpt.translation.as_deref(),
        excerpt.translation_language.as_deref(),
        excerpt.translator.as_deref(),
        excerpt.translation_status,
    )
}

/// Checks what goes with a statement's translation.
///
/// # Errors
/// A standing without a translation; a translation that has a standing and no language.
pub fn check_statement(statement: &Statement) -> Result<(), Refused> {
    // Older statements may have a translation without a language; where it stands was not recorded then.
    if statement.translation_status.is_none() {
        return Ok(());
    }
    check_translation(
        statement.translation.as_deref(),
        statement.translation_language.as_deref(),
        statement.translator.as_deref(),
        statement.translation_status,
    )
}

fn check_translation(
    words: Option<&str>,
    language: Option<&str>,
    translator: Option<&str>,
    status: Option<TranslationStatus>,
) -> Result<(), Refused> {
    let refuse = |field, words: &str, hint: &str| Err((field, RuleError::new("incomplete", words, hint)));
    match (words, language) {
        (Some(_), None) => refuse(
            "translation_language",
            "A translation needs its language.",
            "Name it as BCP 47 does: en, ru, ar.",
        ),
        (Some(_), Some(language)) => {
            check_language(language).map(|_| ()).map_err(|refused| ("translation_language", refused))
        }
        (None, _) if language.is_some() || translator.is_some() || status.is_some() => {
            let field = match (language, translator) {
                (Some(_), _) => "translation_language",
                (None, Some(_)) => "translator",
                (None, None) => "translation_status",
            };
            refuse(
                field,
                "There is no translation that this could be said of.",
                "Write the translation too, or leave this out.",
            )
        }
        (None, _) => Ok(()),
    }
}
