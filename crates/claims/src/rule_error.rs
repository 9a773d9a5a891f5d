//! A rule of the field that refuses: a code for programs, words and a hint for people.

use std::fmt;

/// Why something may not be done. `code` never changes its meaning; `words` and `hint` are plain English and may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// Stable code, lower case with underscores.
    pub code: &'static str,
    /// What is refused, and why.
    pub words: String,
    /// What can be done instead.
    pub hint: String,
}

impl RuleError {
    /// A refusal.
    pub fn new(code: &'static str, words: impl Into<String>, hint: impl Into<String>) -> Self {
        RuleError { code, words: words.into(), hint: hint.into() }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl std::error::Error for RuleError {}
