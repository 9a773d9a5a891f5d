//! Labels of the closed lists of words: what they are called in a report.

use claims::words::*;

/// Labels of the closed lists.
pub(crate) struct Lists {
    pub section: fn(Section) -> &'static str,
    pub claim_kind: fn(ClaimKind) -> &'static str,
    /// Why a claim of this kind has no rating here.
    pub unrated: fn(ClaimKind) -> &'static str,
    /// The same in a word or two, for a table.
    pub unrated_short: fn(ClaimKind) -> &'static str,
    pub act: fn(ActKind) -> &'static str,
    /// How words are given; a quotation needs no word.
    pub wording: fn(Wording) -> Option<&'static str>,
    pub stance: fn(StanceValue) -> &'static str,
    pub relevance: fn(RelevanceValue) -> &'static str,
    /// Credibility of the information (Admiralty code), 1 to 6.
    pub credibility: fn(u8) -> &'static str,
    /// Reliability of the source (Admiralty code).
    pub grade: fn(Grade) -> &'static str,
    /// Likelihood and its band (ICD 203).
    pub likelihood: fn(Likelihood) -> (&'static str, &'static str),
    pub confidence: fn(Confidence) -> &'static str,
    pub state: fn(RowState) -> &'static str,
    /// Between two letters: "A … B".
    pub relation: fn(Relation) -> &'static str,
    pub unrated_mark: &'static str,
    pub unsettled: &'static str,
    pub no_link: &'static str,
    pub silent: &'static str,
    pub not_looked_at: &'static str,
    pub undated: &'static str,
    pub not_defined: &'static str,
    /// Names that the case does not hold.
    pub no_actor: &'static str,
    pub no_editor: &'static str,
}

/// Whether a claim of this kind takes a rating.
pub(crate) fn takes_rating(kind: ClaimKind) -> bool {
    !matches!(kind, ClaimKind::Prediction | ClaimKind::Opinion | ClaimKind::Position)
}

/// The name of a format, the same in every language.
pub(crate) fn format_name(format: ReportFormat) -> &'static str {
    match format {
        ReportFormat::Html => "HTML",
        ReportFormat::Pdf => "PDF",
        ReportFormat::Md => "Markdown",
        ReportFormat::Claimreview => "ClaimReview",
        ReportFormat::Json => "JSON",
        ReportFormat::Csv => "CSV",
    }
}
