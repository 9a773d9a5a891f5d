//! Excerpts: marked in a copy, corrected, and found again in its text.

mod add;
mod edit;
mod export;
mod find;
mod import;
mod resolve;
pub(super) mod text_of;

use crate::record::noun;
use crate::table::{Command, command};
use crate::wire::{Nothing, Wrote};
use claims::records::Excerpt;

pub(super) use resolve::{Asked, resolve_all};

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "excerpt.add", add::ExcerptAdd => Wrote<Excerpt>, add::add, "Marks words, a region or a time span of a capture; words are anchored to their place in its text."),
        command!(Read "excerpt.resolve", resolve::Resolve => Vec<resolve::ExcerptPlace>, resolve::resolve, "Finds excerpts in the text that their capture has now: where they stood, moved with a score, or lost; none is silently shifted."),
        command!(Read "excerpt.find", find::ExcerptFind => Vec<find::FoundExcerpt>, find::find, "Finds excerpts by words, label, colour, kind, capture, item or case, newest first, each with its item and place."),
        command!(Read "excerpt.labels", Nothing => Vec<find::ExcerptLabel>, find::labels, "Lists the labels that excerpts have, with how many have each."),
        command!(Read "excerpt.export", export::ExcerptExport => export::ExportedExcerpts, export::export, "Writes the excerpts of a case, or all of the workspace, into a file, as W3C Web Annotations."),
        command!(Write "excerpt.import", import::ExcerptImport => import::ImportedExcerpts, import::import, "Makes excerpts of the annotations in a file (W3C Web Annotations, or Hypothesis's export): each is placed in its preserved copy, and what cannot be placed exactly is told."),
    ];
    let generic = noun!(Excerpt, list "excerpt.list", show "excerpt.show", edit "excerpt.edit", trash "excerpt.trash", restore "excerpt.restore");
    all.extend(generic.into_iter().map(|command| match command.name {
        "excerpt.edit" => edit::command(),
        _ => command,
    }));
    all
}
