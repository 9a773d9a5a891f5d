//! Language tags (BCP 47): whether one is well-formed, and in which direction its script runs.

use crate::rule_error::RuleError;
use oxilangtag::LanguageTag;

/// Scripts that run from right to left (ISO 15924).
const RTL_SCRIPTS: [&str; 14] = [
    "Arab", "Aran", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Samr", "Mand", "Mend", "Sogd", "Hung",
    "Yezi",
];

/// Languages that are written from right to left where no script is named (ISO 639).
const RTL_LANGUAGES: [&str; 24] = [
    "ar", "arc", "arz", "apc", "acm", "ary", "azb", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "mzn", "nqo",
    "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi",
];

/// Checks a language tag and gives it in its usual case ("ru", "ru-Latn", "ar").
/// Well-formed is enough: whether the language exists is not looked up. `und` says that it is not known.
///
/// # Errors
/// `bad_language` if it is not well-formed.
pub fn check_language(tag: &str) -> Result<String, RuleError> {
    match LanguageTag::parse_and_normalize(tag.trim()) {
        Ok(tag) => Ok(tag.into_inner()),
        Err(_) => Err(RuleError::new(
            "bad_language",
            format!("“{tag}” is not a language tag."),
            "Write it as BCP 47 does: en, ru, ar, ru-Latn; und if it is not known.",
        )),
    }
}

/// Whether texts in this language run from right to left: by the script if the tag names one, else by the language.
pub fn is_rtl(tag: &str) -> bool {
    let Ok(tag) = LanguageTag::parse_and_normalize(tag.trim()) else { return false };
    match tag.script() {
        Some(script) => RTL_SCRIPTS.contains(&script),
        None => RTL_LANGUAGES.contains(&tag.primary_language()),
    }
}

/// `rtl` or `ltr`, as HTML's `dir` wants it; none where the language is not known.
pub fn direction(tag: Option<&str>) -> Option<&'static str> {
    let tag = tag.filter(|tag| !tag.is_empty() && *tag != "und")?;
    Some(if is_rtl(tag) { "rtl" } else { "ltr" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_come_out_in_their_usual_case_or_are_refused() {
        for (tag, usual) in [("EN", "en"), ("ru-latn", "ru-Latn"), ("pt-br", "pt-BR"), ("und", "und")] {
            assert_eq!(check_language(tag).unwrap(), usual, "{tag} is well-formed");
        }
        for tag in ["", "e", "en_US", "русский", "-", "en--us"] {
            assert_eq!(check_language(tag).unwrap_err().code, "bad_language", "{tag:?} is not well-formed");
        }
    }

    #[test]
    fn direction_follows_the_script_then_the_language() {
        for (tag, rtl) in [
            ("ar", true),
            ("ar-Latn", false),
            ("he", true),
            ("az-Arab", true),
            ("ru", false),
            ("fa-IR", true),
        ] {
            assert_eq!(is_rtl(tag), rtl, "direction of {tag}");
        }
        assert_eq!(direction(None), None, "no language, no direction");
        assert_eq!(direction(Some("und")), None, "an unknown language has none");
        assert_eq!(direction(Some("ar")), Some("rtl"), "Arabic runs from right to left");
    }
}
