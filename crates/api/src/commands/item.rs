//! Items, their authors and derivations, and their preserved copies.

use crate::commands::alike::{self, Alike};
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, adds, editor, last_place, living, noun, put};
use crate::table::{Command, command};
use crate::wire::{ById, Edit, Wrote, answer, wire};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use claims::ids::{ActorId, AuthorId, CaptureId, DerivationId, ItemId};
use claims::records::{Author, Capture, Derivation, Item};
use claims::words::{Archive, DerivationKind, ItemKind, Reading};
use evidence::{Integrity, Kept};
use ledger::{Filter, Like};
use std::path::PathBuf;

/// Largest thing that can be pasted, in bytes.
const LARGEST_PASTED: usize = 50_000_000;

adds! {
    /// Adds an item.
    ItemAdd => Item as ItemId {
        /// The label by which the desk knows it.
        name: String,
        /// Kind.
        kind: ItemKind,
        /// Title as printed.
        title: Option<String>,
        /// Publisher.
        publisher_id: Option<ActorId>,
        /// Document symbol or number.
        symbol: Option<String>,
        /// The date on it (EDTF).
        date: Option<String>,
        /// The date as written.
        date_words: Option<String>,
        /// When it became public (EDTF); none = as its date.
        public_date: Option<String>,
        /// Address: a reference, nothing is fetched.
        url: Option<String>,
        /// Address of an archived copy.
        archive_url: Option<String>,
        /// Date of the archived copy (EDTF).
        archive_date: Option<String>,
        /// Whose archive it is.
        archive: Option<Archive>,
        /// Language (BCP 47).
        language: Option<String>,
        /// Newspaper, series or programme it appeared in.
        container: Option<String>,
        /// Place of publication.
        place: Option<String>,
        /// Pages.
        pages: Option<String>,
        /// When it was looked at (EDTF).
        accessed: Option<String>,
        /// Read, or cited from elsewhere.
        reading: Reading,
        /// Note.
        note: Option<String>,
    } |tx, me| {}

    /// Adds an author after the others: an actor, or a printed name.
    AuthorAdd => Author as AuthorId {
        /// The item.
        item_id: ItemId,
        /// The actor.
        actor_id: Option<ActorId>,
        /// The printed name.
        name: Option<String>,
    } |tx, me| {
        position: {
            let others: Vec<Author> = tx.list(&Filter { equal: vec![("item_id", me.item_id.0)], ..Filter::default() })?;
            last_place(others.iter().map(|author| Some(author.position.as_str())))
        }
    }

    /// Says that an item or actor derives from another.
    DerivationAdd => Derivation as DerivationId {
        /// The item that derives.
        item_id: Option<ItemId>,
        /// The actor that derives.
        actor_id: Option<ActorId>,
        /// From this item.
        from_item_id: Option<ItemId>,
        /// From this actor.
        from_actor_id: Option<ActorId>,
        /// How.
        kind: DerivationKind,
        /// Note.
        note: Option<String>,
    } |tx, me| {}
}

wire! {
    /// Attaches a file to an item: it is copied, hashed and kept; the original stays as it is.
    pub struct Attach {
        /// The item.
        pub item_id: ItemId,
        /// The file; or else `bytes_base64`.
        pub path: Option<PathBuf>,
        /// What was pasted, in Base64; at most 50 MB.
        pub bytes_base64: Option<String>,
        /// The file name under which what was pasted is kept.
        pub name: Option<String>,
        /// Note, for example "notes, not a copy".
        pub note: Option<String>,
    }
}

answer! {
    /// An item that was added, and those that look like it.
    pub struct AddedItem {
        #[serde(flatten)]
        /// What was written.
        pub wrote: Wrote<Item>,
        /// Items that look the same: pointed out, never refused.
        pub alike: Vec<Alike>,
    }

    /// A file that was attached, and the items that have it too.
    pub struct AttachedFile {
        #[serde(flatten)]
        /// What was written.
        pub wrote: Wrote<Capture>,
        /// Other items with the same file.
        pub alike: Vec<Alike>,
    }

    /// Whether a preserved file is as it was.
    pub struct CaptureCheck {
        /// The capture.
        pub id: CaptureId,
        /// Its file name.
        pub name: String,
        /// `intact`, `changed` or `missing`.
        pub state: String,
        /// Where it lies.
        pub path: String,
    }
}

fn add(desk: &mut Desk, context: &Context, request: ItemAdd) -> Result<AddedItem, Problem> {
    let mut like = Vec::new();
    let wrote = desk.write_record(context, |tx| {
        let mut item = record::Add::record(request, tx)?;
        super::web::archived::recognise(&mut item);
        like = alike::in_write(tx, &alike::like(&item))?;
        put(tx, &item)?;
        Ok(item)
    })?;
    Ok(AddedItem { wrote, alike: like })
}

/// Takes the file, or what was pasted, onto the shelf.
fn take(desk: &Desk, context: &Context, request: &Attach) -> Result<Kept, Problem> {
    let refuse = |field: &str, words: &str| Err(Problem::new(Code::Invalid, words).field(field));
    match (&request.path, &request.bytes_base64) {
        (Some(path), None) => {
            let mut tell = |done, total| context.step("bytes", done, total).is_ok();
            Ok(desk.shelf.put_watched(path, &mut tell)?)
        }
        (None, Some(text)) => {
            if text.len() / 4 * 3 > LARGEST_PASTED {
                return refuse(
                    "bytes_base64",
                    "what was pasted is larger than 50 MB: save it as a file and attach that",
                );
            }
            let Ok(bytes) = BASE64.decode(text) else {
                return refuse("bytes_base64", "what was pasted is no Base64");
            };
            if bytes.is_empty() {
                return refuse("bytes_base64", "nothing was pasted");
            }
            let mut kept = desk.shelf.put_reader(&mut bytes.as_slice())?;
            kept.name = request
                .name
                .clone()
                .filter(|name| !name.trim().is_empty())
                .unwrap_or_else(|| "pasted".to_owned());
            Ok(kept)
        }
        _ => refuse("path", "give either a file or what was pasted"),
    }
}

fn attach(desk: &mut Desk, context: &Context, request: Attach) -> Result<AttachedFile, Problem> {
    desk.acting(context)?;
    record::found::<Item>(desk, request.item_id.0)?;
    let kept = take(desk, context, &request)?;
    let how = if request.path.is_some() { "attached" } else { "pasted" };
    let sought = Like { sha256: Some(kept.sha256.clone()), not: Some(request.item_id), ..Like::default() };
    let mut like = Vec::new();
    let wrote = desk.write_record(context, |tx| {
        let item = living::<Item>(tx, request.item_id.0)?;
        like = alike::in_write(tx, &sought)?;
        let same: Vec<Capture> = tx.list(&Filter {
            equal: vec![("item_id", item.uuid.0)],
            trashed: Some(false),
            ..Filter::default()
        })?;
        if let Some(there) = same.into_iter().find(|capture| capture.sha256 == kept.sha256) {
            return Ok(there);
        }
        let capture = Capture {
            uuid: CaptureId(tx.id()),
            item_id: item.uuid,
            sha256: kept.sha256,
            size: i64::try_from(kept.size).unwrap_or(i64::MAX),
            media_type: kept.media_type,
            name: kept.name,
            captured: tx.now().to_rfc3339_opts(chrono::SecondsFormat::Millis, true),
            how: how.to_owned(),
            editor_id: editor(tx)?,
            note: request.note,
            address: None,
            final_address: None,
            tool: None,
            reason: None,
            part: None,
            made_from_id: None,
            pdq: None,
            pdq_quality: None,
            trashed: false,
            erased: None,
        };
        put(tx, &capture)?;
        Ok(capture)
    })?;
    Ok(AttachedFile { wrote, alike: like })
}

fn check(desk: &mut Desk, _: &Context, request: ById) -> Result<CaptureCheck, Problem> {
    let capture = record::found::<Capture>(desk, request.id)?;
    let path = desk.shelf.path_of(&capture.sha256)?;
    let state = match desk.shelf.check(&capture.sha256)? {
        Integrity::Intact => "intact",
        Integrity::Changed { .. } => "changed",
        Integrity::Missing => "missing",
    };
    if desk.door_can_write {
        let now = desk.ledger.around().now();
        crate::workspace::checked::note(&desk.workspace, [(capture.sha256.as_str(), state)], now);
    }
    Ok(CaptureCheck {
        id: capture.uuid,
        name: capture.name,
        state: state.to_owned(),
        path: path.display().to_string(),
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "item.add", ItemAdd => AddedItem, add, "Adds an item: a work that carries information; items that look the same are pointed out."),
        command!(Write "item.attach", Attach => AttachedFile, attach, "Attaches a file to an item, or what was pasted: copied, hashed, kept; the original is untouched, and items with the same file are pointed out."),
    ];
    all.extend(noun!(Item, list "item.list", show "item.show", edit "item.edit", trash "item.trash", restore "item.restore"));
    // An address of an archive is recognised when it is corrected, too.
    all.retain(|command| command.name != "item.edit");
    all.push(command!(Write "item.edit", Edit<Item> => Wrote<Item>, super::web::archived::edit, "Corrects the named fields of one; null clears a field. An address of a web archive is recognised, and kept apart from that of the page."));
    all.extend(alike::commands());
    all.extend(super::tables::of_items());
    all.push(command!(Write "author.add", AuthorAdd => Wrote<Author>, record::add::<AuthorAdd>, "Adds an author of an item: an actor, or a printed name."));
    all.extend(noun!(Author, list "author.list", show "author.show", edit "author.edit", trash "author.trash", restore "author.restore"));
    all.push(command!(Write "derivation.add", DerivationAdd => Wrote<Derivation>, record::add::<DerivationAdd>, "Says that an item or actor derives from another: both then count as one origin."));
    all.extend(noun!(Derivation, list "derivation.list", show "derivation.show", edit "derivation.edit", trash "derivation.trash", restore "derivation.restore"));
    all.push(command!(Read "capture.check", ById => CaptureCheck, check, "Hashes a preserved file again and tells where it lies."));
    all.extend(super::shown::commands());
    all.extend(noun!(Capture, list "capture.list", show "capture.show", edit "capture.edit", trash "capture.trash", restore "capture.restore"));
    all
}
