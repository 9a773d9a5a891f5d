//! Correcting an excerpt: what it is called, noted, translated. Where it stands stays; so do words, since they stand in the copy.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record;
use crate::table::{Command, command};
use crate::wire::{Edit, Wrote};
use claims::records::Excerpt;
use claims::words::ExcerptKind;

fn edit(desk: &mut Desk, context: &Context, request: Edit<Excerpt>) -> Result<Wrote<Excerpt>, Problem> {
    if request.set.contains_key("quote")
        && record::found::<Excerpt>(desk, request.id)?.kind == ExcerptKind::Text
    {
        return Err(Problem::new(Code::Invalid, "quote cannot be corrected")
            .field("quote")
            .hint("The words stand in the copy: put the excerpt in the trash and mark it anew."));
    }
    record::edit(desk, context, request)
}

pub(super) fn command() -> Command {
    command!(Write "excerpt.edit", Edit<Excerpt> => Wrote<Excerpt>, edit, "Corrects what an excerpt is called, noted and translated; null clears a field. What an editor says is seen or heard in a region or time span can be corrected too.")
}
