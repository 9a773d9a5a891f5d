//! What stands around the parts: the page, the head, the citations, the tables.

/// What the page says of itself.
pub(crate) struct Page {
    pub skip: &'static str,
    pub contents: &'static str,
    pub notes: &'static str,
    pub note: fn(u32) -> String,
    pub back: fn(u32) -> String,
    /// Back to the n-th reference of a note: n, then the note.
    pub back_nth: fn(u32, u32) -> String,
    /// In a note, before the hash of a copy.
    pub copy: &'static str,
    /// Which program made it, and that no machine rated.
    pub made: fn(&str) -> String,
    /// Not applicable, as characters.
    pub not_applicable: &'static str,
}

/// What, where, when; and what has to be said before anything else.
pub(crate) struct Head {
    pub example: &'static str,
    /// How a house's own note begins that says it is an example.
    pub example_begins: &'static str,
    pub erased: fn(usize) -> String,
    /// A copy for a second reader, in which so many claims stand without their ratings.
    pub covered: fn(usize) -> String,
    /// What a logo is called where the house has no name.
    pub logo: &'static str,
    pub unpublished: &'static str,
    pub number: fn(&str) -> String,
    /// Before the day of `known_by`.
    pub known_on: &'static str,
    /// After it, with the day of the operation.
    pub recorded_by: fn(&str) -> String,
    /// Before the day of the operation.
    pub stood_on: &'static str,
    pub place: &'static str,
    pub when: &'static str,
    pub why: &'static str,
    pub not_recorded: &'static str,
    /// Who rated, and who read it a second time (empty = nobody).
    pub rated_by: fn(&[String], &[String]) -> String,
    pub also_written: &'static str,
    pub published_by: &'static str,
    pub corrections_policy: &'static str,
}

/// Words of the citations and of the list of sources.
pub(crate) struct References {
    /// Locale of the citation style.
    pub locale: &'static str,
    /// The day on which a page was looked at, where the language sets the dates of a citation itself and not by the style.
    pub accessed: Option<fn(&str) -> String>,
    /// A word that the style has in English alone, and what stands for it.
    pub manuscript: Option<(&'static str, &'static str)>,
    pub none: &'static str,
    pub about: &'static str,
    pub no_date: &'static str,
    /// Before a year that is not certain.
    pub circa: &'static str,
    /// Month and day of a citation: "October 26".
    pub month_day: fn(i16, i16) -> String,
    pub archived: fn(Option<&str>) -> String,
    /// A time span of a recording: from, to.
    pub span: fn(&str, &str) -> String,
    pub region: &'static str,
    pub moved: &'static str,
    pub lost: &'static str,
    pub cited_not_read: &'static str,
    pub date: fn(&str) -> String,
    pub public: fn(&str) -> String,
    pub copy: &'static str,
    pub no_item: &'static str,
    pub page: fn(&str) -> String,
    pub via: fn(&str) -> String,
    /// Carriers, outermost first, as one phrase.
    pub carriers: fn(&[String]) -> String,
}

/// Heads and cells of the tables for a spreadsheet.
pub(crate) struct Csv {
    pub point: [&'static str; 5],
    /// Of an account: answer, statement, speaker and date, rating.
    pub account: [&'static str; 4],
    pub matrix: [&'static str; 18],
    pub one_readers: &'static str,
    pub second_hand: &'static str,
    pub denies: &'static str,
}
