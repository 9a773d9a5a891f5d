//! The library of excerpts, of a case or of the workspace.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::wire::{Nothing, answer, wire};
use claims::ids::{CaptureId, CaseId, ItemId};
use claims::records::Excerpt;
use claims::words::{ExcerptColour, ExcerptKind};
use ledger::ExcerptRequest;

/// How many excerpts a page has, if nobody says.
const PAGE: u32 = 50;

wire! {
    /// Looks for excerpts; case, accents and spelling variants of the words do not matter.
    pub struct ExcerptFind {
        /// Words in quote, translation, label or note; each as a beginning. None = all.
        pub words: Option<String>,
        /// Only those of items that this case refers to.
        pub case_id: Option<CaseId>,
        /// Only those of this item.
        pub item_id: Option<ItemId>,
        /// Only those of this capture.
        pub capture_id: Option<CaptureId>,
        /// Only those with this label.
        pub label: Option<String>,
        /// Only those of this colour.
        pub colour: Option<ExcerptColour>,
        /// Only words, regions or time spans.
        pub kind: Option<ExcerptKind>,
        /// Before the one with this key, for the next page.
        pub before: Option<i64>,
        /// At most so many; none = 50.
        pub limit: Option<u32>,
    }
}

answer! {
    /// An excerpt in the library.
    pub struct FoundExcerpt {
        /// Its id.
        pub id: claims::ids::ExcerptId,
        /// Its first words.
        pub name: String,
        /// The excerpt, with where it stands.
        pub excerpt: Excerpt,
        /// The item that it is of.
        pub item_id: ItemId,
        /// The item's label.
        pub item_name: String,
        /// Media type of its capture.
        pub media_type: String,
        /// Key for paging.
        pub key: i64,
    }

    /// A label that excerpts have.
    pub struct ExcerptLabel {
        /// The label.
        pub id: String,
        /// The same.
        pub name: String,
        /// How many excerpts in use have it.
        pub excerpts: u32,
    }
}

pub(super) fn find(desk: &mut Desk, _: &Context, request: ExcerptFind) -> Result<Vec<FoundExcerpt>, Problem> {
    let request = ExcerptRequest {
        words: request.words,
        case: request.case_id,
        item: request.item_id,
        capture: request.capture_id,
        label: request.label,
        colour: request.colour,
        kind: request.kind,
        before: request.before,
        limit: request.limit.unwrap_or(PAGE),
    };
    let found = desk.ledger.find_excerpts(&request)?.into_iter().map(|row| FoundExcerpt {
        id: row.excerpt.uuid,
        name: claims::text::first_words(&row.excerpt.quote),
        excerpt: row.excerpt,
        item_id: row.item,
        item_name: row.item_name,
        media_type: row.media_type,
        key: row.key,
    });
    Ok(found.collect())
}

pub(super) fn labels(desk: &mut Desk, _: &Context, _: Nothing) -> Result<Vec<ExcerptLabel>, Problem> {
    let labels = desk.ledger.excerpt_labels()?.into_iter();
    Ok(labels.map(|(name, excerpts)| ExcerptLabel { id: name.clone(), name, excerpts }).collect())
}
