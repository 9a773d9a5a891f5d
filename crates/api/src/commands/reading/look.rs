//! Pictures that look alike, by their perceptual hash: pointed out, never taken for the same.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::record;
use crate::table::{Command, command};
use crate::wire::{ById, answer};
use claims::ids::{CaptureId, ItemId};
use claims::records::{Capture, Item};
use ledger::Filter;
use reading::{ALIKE_DISTANCE, ALIKE_QUALITY, distance};

/// No more than this many are told of.
const MOST: usize = 50;

answer! {
    /// A picture that looks like it.
    pub struct AlikePicture {
        /// The capture.
        pub id: CaptureId,
        /// Its file name.
        pub name: String,
        /// Its item.
        pub item_id: ItemId,
        /// Label of the item.
        pub item: String,
        /// In how many of 256 bits the hashes differ: 0 to 31.
        pub distance: u32,
    }
}

/// Pictures that look like this one, the nearest first; none where the hash says nothing.
pub fn alike(desk: &Desk, capture: &Capture) -> Result<Vec<AlikePicture>, Problem> {
    let tells = |capture: &Capture| capture.pdq_quality.unwrap_or(0) >= i64::from(ALIKE_QUALITY);
    let Some(pdq) = capture.pdq.as_deref().filter(|_| tells(capture)) else { return Ok(Vec::new()) };
    let all: Vec<Capture> = desk.ledger.list(&Filter { trashed: Some(false), ..Filter::default() })?;
    let mut near: Vec<(u32, Capture)> = all
        .into_iter()
        .filter(|other| other.uuid != capture.uuid && tells(other))
        .filter_map(|other| {
            let distance = distance(pdq, other.pdq.as_deref()?)?;
            (distance <= ALIKE_DISTANCE).then_some((distance, other))
        })
        .collect();
    near.sort_by_key(|(distance, other)| (*distance, other.uuid.0));
    near.truncate(MOST);
    let told = |(distance, other): (u32, Capture)| {
        let item = desk.ledger.get::<Item>(other.item_id.0)?;
        let item = item.map_or_else(String::new, |item| item.name);
        Ok(AlikePicture { id: other.uuid, name: other.name, item_id: other.item_id, item, distance })
    };
    near.into_iter().map(told).collect()
}

fn of(desk: &mut Desk, _: &Context, request: ById) -> Result<Vec<AlikePicture>, Problem> {
    let capture = record::found::<Capture>(desk, request.id)?;
    alike(desk, &capture)
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "capture.alike", ById => Vec<AlikePicture>, of, "Points out preserved pictures that look like one: copies, crops of little, other sizes and savings."),
    ]
}
