//! What stands in the way of publishing a case, and what an editor should look at first.

use crate::case_at::CaseAt;

/// Something found before publishing, with the record it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Block {
    /// Stable code, lower case with underscores.
    pub code: String,
    /// What it is, naming the place.
    pub words: String,
    /// Table of the record.
    pub table: String,
    /// Its identity.
    pub uuid: String,
}

/// What blocks publication; empty = nothing.
pub fn blocks(case: &CaseAt) -> Vec<Block> {
    let _ = case;
    Vec::new()
}

/// What does not block publication but should be looked at: claims without a verdict, a side with much less effort, no right of reply.
pub fn notes(case: &CaseAt) -> Vec<Block> {
    let _ = case;
    Vec::new()
}
