//! The workspace, its editors and its house.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{adds, noun};
use crate::table::{Command, command};
use crate::wire::{Named, Nothing, Wrote, answer, wire};
use crate::workspace::{backup, lock::Writer, restore::Restored, settings};
use claims::ids::{DeviceId, EditorId, HouseId};
use claims::records::{Editor, House};
use ledger::{Filter, Head};
use std::path::PathBuf;

answer! {
    /// The workspace as it stands.
    pub struct WorkspaceView {
        /// Its folder.
        pub id: String,
        /// The same, to show.
        pub name: String,
        /// Whether this opener may write.
        pub can_write: bool,
        /// Who writes, where it is another.
        pub writer: Option<Writer>,
        /// Name of the editor who acts here.
        pub editor: Option<String>,
        /// Heads of the chains of all devices.
        pub heads: Vec<HeadView>,
        /// Living cases.
        pub cases: u32,
        /// Version of the program.
        pub version: String,
    }

    /// The last operation of a device.
    pub struct HeadView {
        /// The device.
        pub device: DeviceId,
        /// Its place in the chain.
        pub n: i64,
        /// Its hash.
        pub hash: String,
        /// Its time (instant).
        pub time: String,
    }
}

wire! {
    /// Who acts in this workspace on this machine from now on.
    pub struct EditorUse {
        /// Name; a new one is added as an editor with the first write.
        pub name: String,
    }

    /// Sets the house's fields; those left out stay, an empty one is cleared.
    pub struct HouseSet {
        /// Name.
        pub name: Option<String>,
        /// Address of its site.
        pub url: Option<String>,
        /// Address of its corrections policy.
        pub corrections_url: Option<String>,
        /// Language of its reports (BCP 47).
        pub language: Option<String>,
        /// Printed on every page and export.
        pub note: Option<String>,
    }

    /// Restores a backup into a new folder.
    pub struct BackupRestore {
        /// The backup: a `.sqlite` file, or the folder of a full one. It is only read.
        pub from: PathBuf,
        /// The new folder; never over an old workspace.
        pub to: PathBuf,
    }

    /// Backs up now.
    pub struct BackupAdd {
        /// A new folder for a full backup, files included; none = the ledger's copy and the list of files into `backups/`.
        pub full: Option<PathBuf>,
    }
}

adds! {
    /// Adds an editor.
    EditorAdd => Editor as EditorId {
        /// Name, as printed.
        name: String,
    } |tx, me| {}
}

/// The identity of the one row of the house.
pub const HOUSE: HouseId = HouseId(uuid::uuid!("00000000-0000-7000-8000-000000000001"));

/// A head, for the wire.
pub fn head(head: &Head) -> HeadView {
    HeadView { device: head.device, n: head.n, hash: head.hash.clone(), time: head.time.clone() }
}

fn show(desk: &mut Desk, context: &Context, _: Nothing) -> Result<WorkspaceView, Problem> {
    let root = desk.workspace.root().display().to_string();
    let cases = desk
        .ledger
        .list::<claims::records::Case>(&Filter { trashed: Some(false), ..Filter::default() })?
        .len();
    Ok(WorkspaceView {
        id: root.clone(),
        name: root,
        can_write: desk.door_can_write,
        writer: desk.writer_elsewhere.clone(),
        editor: desk.editor_name(context),
        heads: desk.ledger.heads()?.iter().map(head).collect(),
        cases: u32::try_from(cases).unwrap_or(u32::MAX),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

fn use_editor(desk: &mut Desk, context: &Context, request: EditorUse) -> Result<Named<Editor>, Problem> {
    let name = request.name.trim().to_owned();
    if name.is_empty() {
        return Err(Problem::new(Code::Invalid, "the name is empty")
            .field("name")
            .hint("Write the name under which you work."));
    }
    let id = desk.acting(&Context { editor: Some(name.clone()), ..context.clone() })?;
    settings::write(&desk.workspace, &settings::Settings { editor: Some(name) })?;
    crate::record::named(crate::record::found::<Editor>(desk, id.0)?)
}

fn house(desk: &mut Desk, _: &Context, _: Nothing) -> Result<Option<House>, Problem> {
    Ok(desk.ledger.get::<House>(HOUSE)?)
}

fn set_house(desk: &mut Desk, context: &Context, request: HouseSet) -> Result<Wrote<House>, Problem> {
    let mut fields = match serde_json::to_value(&request)? {
        serde_json::Value::Object(fields) => fields,
        _ => serde_json::Map::new(),
    };
    fields.retain(|_, value| !value.is_null());
    // What is said to be empty is cleared; what is not named stays.
    for value in fields.values_mut().filter(|value| value.as_str().is_some_and(|text| text.trim().is_empty()))
    {
        *value = serde_json::Value::Null;
    }
    crate::checks::fields(&fields)?;
    desk.write_record(context, |tx| match tx.get::<House>(HOUSE)? {
        Some(_) => Ok(tx.edit::<House>(HOUSE, fields)?),
        None => {
            let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
            let house = House {
                uuid: HOUSE,
                name: said(request.name),
                url: said(request.url),
                corrections_url: said(request.corrections_url),
                language: said(request.language),
                note: said(request.note),
                logo_sha256: None,
                logo_media_type: None,
                trashed: false,
                erased: None,
            };
            tx.add(&house)?;
            Ok(house)
        }
    })
}

fn back_up(desk: &mut Desk, context: &Context, request: BackupAdd) -> Result<backup::Backup, Problem> {
    match request.full {
        Some(out) => backup::full(desk, context, &out),
        None => backup::daily(desk, context, desk.ledger.around().now()),
    }
}

fn restore(_: &mut Desk, context: &Context, request: BackupRestore) -> Result<Restored, Problem> {
    crate::workspace::restore::restore(context, &request.from, &request.to)
}

fn backups(desk: &mut Desk, _: &Context, _: Nothing) -> Result<Vec<backup::Backup>, Problem> {
    Ok(backup::list(&desk.workspace))
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Read "workspace.show", Nothing => WorkspaceView, show, "Shows the workspace: its folder, who acts, who writes, the heads of its history."),
        command!(Write "editor.use", EditorUse => Named<Editor>, use_editor, "Says who acts in this workspace on this machine."),
        command!(Write "editor.add", EditorAdd => Wrote<Editor>, crate::record::add::<EditorAdd>, "Adds an editor."),
    ];
    all.extend(noun!(Editor, list "editor.list", show "editor.show", edit "editor.edit", trash "editor.trash", restore "editor.restore"));
    all.extend([
        command!(Read "house.show", Nothing => Option<House>, house, "Shows the house that publishes, if it was set."),
        command!(Write "house.set", HouseSet => Wrote<House>, set_house, "Sets the house's name, addresses, language and note."),
        command!(Read "backup.add", BackupAdd => backup::Backup, back_up, "Backs up now: the ledger and the list of file hashes, or everything into a new folder."),
        command!(Read "backup.restore", BackupRestore => Restored, restore, "Restores a backup into a new folder, which becomes a workspace of its own; this one is not touched."),
        command!(Read "backup.list", Nothing => Vec<backup::Backup>, backups, "Lists the backups of this workspace, newest first."),
    ]);
    all
}
