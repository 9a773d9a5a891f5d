//! What the source got wrong, in words and with its line.

/// One complaint about the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What is wrong.
    pub message: String,
    /// Line of the source, from 1; `None` when it is about the whole, or about an asset.
    pub line: Option<usize>,
    /// What to try instead, when that is known.
    pub hint: Option<String>,
}

/// Why there is no PDF.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// The source does not compile.
    #[error("the source does not compile: {}", in_words(message, *line, hint.as_deref()))]
    Source {
        /// What is wrong.
        message: String,
        /// Line of the source, from 1.
        line: Option<usize>,
        /// What to try instead.
        hint: Option<String>,
        /// What else is wrong.
        more: Vec<Remark>,
    },
    /// The source compiles, but the result would not be PDF/UA-1: a picture without a description, a document without a title.
    #[error("not fit for PDF/UA-1: {}", in_words(message, *line, hint.as_deref()))]
    Refused {
        /// What is missing or not allowed.
        message: String,
        /// Line of the source, from 1.
        line: Option<usize>,
        /// What to try instead.
        hint: Option<String>,
        /// What else stands against it.
        more: Vec<Remark>,
    },
    /// The typesetter itself failed on this source. Its fault, not the source's; the program goes on.
    #[error("the typesetter failed: {message}")]
    Broken {
        /// What it said at last.
        message: String,
    },
    /// The path of an asset leads out of the document, holds a backslash, or is given twice.
    #[error("not a usable path for an asset: {path:?}")]
    Asset {
        /// The path as given.
        path: String,
    },
    /// There is no such day.
    #[error("no such date: {year:04}-{month:02}-{day:02}")]
    Date {
        /// Year as given.
        year: i32,
        /// Month as given.
        month: u8,
        /// Day as given.
        day: u8,
    },
}

fn in_words(message: &str, line: Option<usize>, hint: Option<&str>) -> String {
    let line = line.map(|line| format!("line {line}: ")).unwrap_or_default();
    let hint = hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
    format!("{line}{message}{hint}")
}
