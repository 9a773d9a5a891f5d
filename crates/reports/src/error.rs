//! Why a report could not be made.

/// Why a report could not be made. The text is for people; the variant is what programs go by.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// A rationale cites something that is not in the case as shown: the report would have a footnote that leads nowhere.
    #[error("The rationale of “{label}” for the claim “{claim}” cites {which}, which {why}.")]
    BrokenCitation {
        /// The assessment.
        assessment: claims::ids::AssessmentId,
        /// The claim that it rates.
        claim_id: claims::ids::ClaimId,
        /// Text of the claim.
        claim: Box<str>,
        /// Label of the rating.
        label: Box<str>,
        /// The citation as it stands in the text, such as `[@0190…]`.
        which: String,
        /// What is wrong with it.
        why: Box<str>,
    },
    /// The case holds an identity that leads nowhere; the ledger keeps this from happening.
    #[error("The case refers to {what}, which it does not hold.")]
    Dangling {
        /// What is missing, with its identity.
        what: String,
    },
    /// ClaimReview needs the name and the address of the house.
    #[error("ClaimReview needs the {what} of the house. {hint}")]
    HouseMissing {
        /// What is missing: `name`, `url` or `name and url`.
        what: String,
        /// What to do.
        hint: String,
    },
    /// The sections asked for are no order that a report can stand in.
    #[error("{why}")]
    Sections {
        /// What is wrong with them.
        why: String,
        /// What to do.
        hint: &'static str,
    },
    /// A table could not be written.
    #[error("The table could not be written: {why}")]
    Table {
        /// Why.
        why: String,
    },
}
