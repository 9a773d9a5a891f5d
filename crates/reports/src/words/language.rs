//! The languages that a report can speak.

use super::{Words, en, ru};

/// A language that a report can speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Russian.
    Russian,
}

impl Language {
    /// All of them.
    pub const ALL: [Language; 2] = [Language::English, Language::Russian];

    /// The language for a tag (BCP 47), by its first part: `ru-RU` is Russian. None = the report cannot speak it.
    #[must_use]
    pub fn of(tag: &str) -> Option<Self> {
        let primary = tag.trim().split('-').next()?;
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Its tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.words().tag
    }

    pub(crate) fn words(self) -> &'static Words {
        match self {
            Self::English => &en::EN,
            Self::Russian => &ru::RU,
        }
    }
}
