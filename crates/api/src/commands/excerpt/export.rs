//! Excerpts as W3C Web Annotations in a file.

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::wire::{answer, wire};
use crate::workspace::write_whole;
use claims::ids::{CaptureId, CaseId, ItemId};
use claims::records::{Capture, ERASED, Excerpt, Item};
use exchange::annotation::{Annotation, Translation, page};
use ledger::Filter;
use std::collections::HashMap;
use std::path::PathBuf;

wire! {
    /// Writes excerpts into a file, as W3C Web Annotations.
    pub struct ExcerptExport {
        /// Those of this case; none = all of the workspace.
        pub case_id: Option<CaseId>,
        /// The case as of this position (an operation's id, or a time). None = now.
        pub as_of: Option<String>,
        /// The file; one that is there is replaced.
        pub out: PathBuf,
    }
}

answer! {
    /// Excerpts that were written into a file.
    pub struct ExportedExcerpts {
        /// Path of the file.
        pub id: String,
        /// Its name.
        pub name: String,
        /// How many were written.
        pub excerpts: u32,
        /// How many were left out, since their words were erased.
        pub erased: u32,
        /// SHA-256 of the file.
        pub sha256: String,
    }
}

pub(super) fn export(
    desk: &mut Desk,
    context: &Context,
    request: ExcerptExport,
) -> Result<ExportedExcerpts, Problem> {
    let (id, label, excerpts, captures, items) = match request.case_id {
        Some(case) => {
            let case = at::case(desk, case, request.as_of.as_deref(), None)?.living();
            (case.case.uuid.to_string(), case.case.name, case.excerpts, case.captures, case.items)
        }
        None => {
            let living = Filter { trashed: Some(false), ..Filter::default() };
            let last = desk.ledger.last()?.map_or_else(String::new, |last| last.uuid.to_string());
            let excerpts: Vec<Excerpt> = desk.ledger.list(&living)?;
            let captures: Vec<Capture> = desk.ledger.list(&living)?;
            let items: Vec<Item> = desk.ledger.list(&living)?;
            (last, "Counterclaim".to_owned(), excerpts, captures, items)
        }
    };
    let captures: HashMap<CaptureId, &Capture> =
        captures.iter().map(|capture| (capture.uuid, capture)).collect();
    let items: HashMap<ItemId, &Item> = items.iter().map(|item| (item.uuid, item)).collect();
    let mut written = Vec::new();
    let mut erased = 0;
    for (done, excerpt) in excerpts.iter().enumerate() {
        if done % 1000 == 0 {
            context.step("excerpts", done as u64, excerpts.len() as u64)?;
        }
        let Some(capture) = captures.get(&excerpt.capture_id) else { continue };
        let Some(item) = items.get(&capture.item_id) else { continue };
        if excerpt.quote == ERASED {
            erased += 1;
            continue;
        }
        written.push(annotation(excerpt, capture, item));
    }
    let text = serde_json::to_string_pretty(&page(&id, &label, &written))? + "\n";
    write_whole(&request.out, text.as_bytes())?;
    Ok(ExportedExcerpts {
        id: request.out.display().to_string(),
        name: request.out.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
        excerpts: u32::try_from(written.len()).unwrap_or(u32::MAX),
        erased,
        sha256: evidence::sha256_of_bytes(text.as_bytes()),
    })
}

fn annotation(excerpt: &Excerpt, capture: &Capture, item: &Item) -> Annotation {
    let kept = |text: &Option<String>| text.clone().filter(|text| text != ERASED);
    let number = |number: Option<i64>| number.and_then(|number| u64::try_from(number).ok());
    let address = [&capture.final_address, &capture.address, &item.url].into_iter().find_map(kept);
    let translation = kept(&excerpt.translation).map(|words| Translation {
        words,
        language: excerpt.translation_language.clone().unwrap_or_else(|| "und".to_owned()),
        translator: kept(&excerpt.translator),
        standing: excerpt.translation_status.map(|status| status.as_str().to_owned()),
    });
    Annotation {
        id: excerpt.uuid.to_string(),
        address,
        title: Some(item.title.clone().unwrap_or_else(|| item.name.clone())).filter(|title| title != ERASED),
        sha256: capture.sha256.clone(),
        media_type: capture.media_type.clone(),
        captured: capture.captured.clone(),
        quote: excerpt.quote.clone(),
        language: excerpt.language.clone(),
        prefix: kept(&excerpt.prefix),
        suffix: kept(&excerpt.suffix),
        position: number(excerpt.start).zip(number(excerpt.stop)),
        text_sha256: excerpt.text_sha256.clone(),
        page: number(excerpt.page_number),
        region: excerpt.region.clone(),
        span: number(excerpt.from_ms).zip(number(excerpt.to_ms)),
        colour: excerpt.colour.map(|colour| colour.as_str().to_owned()),
        label: kept(&excerpt.label),
        note: kept(&excerpt.note),
        translation,
    }
}
