//! Files among the preserved ones that were made out of captures: the texts read out of them, and results of picture checks.

use claims::case_at::CaseAt;
use claims::ids::CaptureId;

/// A file that was made out of a capture.
pub(super) struct Made<'a> {
    /// Table of the record that names it.
    pub table: &'static str,
    /// That record.
    pub id: String,
    /// The capture.
    pub capture: CaptureId,
    /// SHA-256 of the file.
    pub sha256: &'a str,
    /// Its size in bytes.
    pub size: i64,
    /// Its media type.
    pub media_type: &'a str,
}

/// Those of a case, texts first.
pub(super) fn of(case: &CaseAt) -> impl Iterator<Item = Made<'_>> {
    let texts = case.capture_texts.iter().map(|text| Made {
        table: "capture_text",
        id: text.uuid.to_string(),
        capture: text.capture_id,
        sha256: &text.sha256,
        size: text.size,
        media_type: "text/plain",
    });
    let checks = case.picture_checks.iter().filter_map(|check| {
        Some(Made {
            table: "picture_check",
            id: check.uuid.to_string(),
            capture: check.capture_id,
            sha256: check.sha256.as_deref()?,
            size: check.size?,
            media_type: check.media_type.as_deref().unwrap_or(evidence::UNKNOWN_MEDIA_TYPE),
        })
    });
    texts.chain(checks)
}
