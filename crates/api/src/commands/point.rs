//! Points at issue, and silences on them.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, adds, editor, last_place, living, noun};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::ids::{AccountId, CaseId, PointId, SilenceId};
use claims::records::{Account, Point, Silence};
use ledger::Filter;

adds! {
    /// Adds a point at issue, after the others.
    PointAdd => Point as PointId {
        /// The case.
        case_id: CaseId,
        /// One neutral question.
        question: String,
        /// Note.
        note: Option<String>,
    } |tx, me| {
        position: {
            let others: Vec<Point> = tx.list(&Filter { case: Some(me.case_id), ..Filter::default() })?;
            last_place(others.iter().map(|point| Some(point.position.as_str())))
        }
    }

    /// Records that an account says nothing on a point.
    SilenceAdd => Silence as SilenceId {
        /// The account.
        account_id: AccountId,
        /// The point.
        point_id: PointId,
        /// Where you looked.
        looked: String,
        /// Up to when (EDTF).
        until: String,
    } |tx, me| { case_id: living::<Account>(tx, me.account_id.0)?.case_id, editor_id: editor(tx)? }
}

wire! {
    /// Moves a point.
    pub struct PointMove {
        /// The point.
        pub id: PointId,
        /// The point it stands after; none = first.
        pub after_id: Option<PointId>,
    }
}

fn move_point(desk: &mut Desk, context: &Context, request: PointMove) -> Result<Wrote<Point>, Problem> {
    desk.write_record(context, |tx| {
        let point = living::<Point>(tx, request.id.0)?;
        let mut others: Vec<Point> =
            tx.list(&Filter { case: Some(point.case_id), trashed: Some(false), ..Filter::default() })?;
        others.retain(|other| other.uuid != point.uuid);
        others.sort_by(|a, b| a.position.cmp(&b.position));
        let places: Vec<_> = others.iter().map(|other| (other.uuid, other.position.as_str())).collect();
        let key = record::place_after(&places, request.after_id)
            .ok_or_else(|| Problem::new(Code::Invalid, "that point is not in this case").field("after_id"))?;
        let mut fields = serde_json::Map::new();
        fields.insert("position".to_owned(), key.into());
        Ok(tx.edit::<Point>(point.uuid.0, fields)?)
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "point.add", PointAdd => Wrote<Point>, record::add::<PointAdd>, "Adds a point at issue: one neutral question."),
        command!(Write "point.move", PointMove => Wrote<Point>, move_point, "Moves a point in the order."),
    ];
    all.extend(noun!(Point, list "point.list", show "point.show", edit "point.edit", trash "point.trash", restore "point.restore"));
    all.push(command!(Write "silence.add", SilenceAdd => Wrote<Silence>, record::add::<SilenceAdd>, "Records that an account says nothing on a point: where you looked, up to when."));
    all.extend(noun!(Silence, list "silence.list", show "silence.show", edit "silence.edit", trash "silence.trash", restore "silence.restore"));
    all
}
