//! What is known of a preserved copy: attempts to fetch it, its text, its metadata, checks of its picture. Each is only looked at here;
//! the work that finds it writes it.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::record::{self, Wire};
use crate::table::{Command, command};
use crate::wire::{ById, Named, wire};
use claims::ids::{CaptureId, ItemId};
use claims::records::{CaptureText, Fetch, Metadata, PictureCheck};
use ledger::Filter;
use uuid::Uuid;

wire! {
    /// A list of what belongs to captures, oldest first, paged by key.
    pub struct OfCapture {
        /// Only those of this capture.
        pub capture_id: Option<CaptureId>,
        /// Those in the trash instead of those in use.
        pub trashed: Option<bool>,
        /// After the record with this id.
        pub after: Option<Uuid>,
        /// At most so many.
        pub limit: Option<u32>,
    }

    /// A list of what belongs to items, oldest first, paged by key.
    pub struct OfItem {
        /// Only those of this item.
        pub item_id: Option<ItemId>,
        /// Those in the trash instead of those in use.
        pub trashed: Option<bool>,
        /// After the record with this id.
        pub after: Option<Uuid>,
        /// At most so many.
        pub limit: Option<u32>,
    }
}

fn listed<R: Wire>(
    desk: &Desk,
    whole: Option<(&'static str, Uuid)>,
    trashed: Option<bool>,
    after: Option<Uuid>,
    limit: Option<u32>,
) -> Result<Vec<Named<R>>, Problem> {
    let filter = Filter {
        equal: whole.into_iter().collect(),
        trashed: Some(trashed.unwrap_or(false)),
        after,
        limit,
        ..Filter::default()
    };
    desk.ledger.list::<R>(&filter)?.into_iter().map(record::named).collect()
}

fn of_capture<R: Wire>(desk: &mut Desk, _: &Context, request: OfCapture) -> Result<Vec<Named<R>>, Problem> {
    let whole = request.capture_id.map(|id| ("capture_id", id.0));
    listed(desk, whole, request.trashed, request.after, request.limit)
}

fn of_item<R: Wire>(desk: &mut Desk, _: &Context, request: OfItem) -> Result<Vec<Named<R>>, Problem> {
    let whole = request.item_id.map(|id| ("item_id", id.0));
    listed(desk, whole, request.trashed, request.after, request.limit)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "fetch.list", OfItem => Vec<Named<Fetch>>, of_item::<Fetch>, "Lists attempts to get pages of the web, oldest first."),
        command!(Read "fetch.show", ById => Named<Fetch>, record::show::<Fetch>, "Shows one attempt to get a page of the web."),
        command!(Read "capture_text.list", OfCapture => Vec<Named<CaptureText>>, of_capture::<CaptureText>, "Lists the texts that were read out of captures, oldest first."),
        command!(Read "capture_text.show", ById => Named<CaptureText>, record::show::<CaptureText>, "Shows which text was read out of a capture, and by what."),
        command!(Read "metadata.list", OfCapture => Vec<Named<Metadata>>, of_capture::<Metadata>, "Lists what captures say of themselves, as found, each value with its origin."),
        command!(Read "metadata.show", ById => Named<Metadata>, record::show::<Metadata>, "Shows one value that a capture says of itself."),
        command!(Read "picture_check.list", OfCapture => Vec<Named<PictureCheck>>, of_capture::<PictureCheck>, "Lists checks of pictures, oldest first."),
        command!(Read "picture_check.show", ById => Named<PictureCheck>, record::show::<PictureCheck>, "Shows one check of a picture."),
    ]
}
