//! What other parts of the house make out of a preserved copy, put into the workspace as they do: its text on the shelf, its metadata,
//! a check of its picture, an attempt to fetch its item.

use crate::support::{MARR, Work, text};
use claims::ids::{DeviceId, EditorId};
use claims::records::{CaptureText, Editor, Fetch, Metadata, PictureCheck, Record};
use ledger::{Access, Act, Filter, Identity, Ledger, Scripted};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use sha2::Digest;
use std::sync::Arc;

const WHEN: &str = "2026-11-22T10:00:00.000Z";

/// The ledger of a workspace whose door is closed, and who acts in it.
struct Beside {
    ledger: Ledger,
    editor: EditorId,
}

impl Beside {
    fn of(work: &mut Work, seed: u64) -> Self {
        work.close();
        let stored = std::fs::read(work.path("config/device.json")).unwrap();
        let stored: Value = serde_json::from_slice(&stored).unwrap();
        let uuid: DeviceId = serde_json::from_value(stored["uuid"].clone()).unwrap();
        let identity = Identity { uuid, name: text(&stored["name"]) };
        let around = Arc::new(Scripted::new("2026-11-22T12:00:00Z".parse().unwrap(), 1000 + seed));
        let path = work.root().join("ledger.sqlite");
        let ledger = Ledger::open(&path, Access::Write, identity, around, &mut |_, _| Ok(())).unwrap();
        let editors: Vec<Editor> = ledger.list(&Filter::default()).unwrap();
        let editor = editors.iter().find(|editor| editor.name == MARR).unwrap().uuid;
        Self { ledger, editor }
    }

    fn add<R: Record + DeserializeOwned + serde::Serialize>(&mut self, mut fields: Value) -> String {
        let id = self.ledger.around().id();
        fields["uuid"] = json!(id);
        let made: R = serde_json::from_value(fields).unwrap();
        let name = format!("{}.add", R::TABLE);
        let act = Act { name: &name, editor: Some(self.editor), background: true, ..Act::default() };
        self.ledger.transact(&act, |tx| tx.add(&made)).unwrap();
        id.to_string()
    }
}

/// Puts bytes onto the shelf of a workspace: their SHA-256.
fn shelve(work: &Work, bytes: &[u8]) -> String {
    let sha256: String = sha2::Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let folder = work.root().join("files").join(&sha256[..2]);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(&sha256[2..]), bytes).unwrap();
    sha256
}

/// Says that this text was read out of a capture: the id of the record.
pub fn read_text(work: &mut Work, capture: &str, words: &str, seed: u64) -> String {
    let mut beside = Beside::of(work, seed);
    let sha256 = shelve(work, words.as_bytes());
    let pages = words.matches('\u{c}').count();
    let id = beside.add::<CaptureText>(json!({ "capture_id": capture, "sha256": sha256, "size": words.len(),
        "tool": "reader 1", "made": WHEN, "pages": if pages > 0 { Some(pages) } else { None } }));
    drop(beside);
    work.reopen_at("2026-11-22T14:00:00Z", 2000 + seed);
    id
}

/// One record of each kind: (noun, id).
pub fn one_of_each(work: &mut Work, item: &str, capture: &str) -> [(&'static str, String); 4] {
    let text = read_text(work, capture, "What the copy says.", 1);
    let result = shelve(work, b"a histogram");
    let mut beside = Beside::of(work, 2);
    let editor = beside.editor;
    let made = [
        ("capture_text", text),
        (
            "fetch",
            beside
                .add::<Fetch>(json!({ "item_id": item, "address": "https://post.example/a", "started": WHEN,
            "ended": WHEN, "state": "failed", "problem": "timeout", "editor_id": editor })),
        ),
        (
            "metadata",
            beside.add::<Metadata>(json!({ "capture_id": capture, "origin": "page", "name": "title",
            "value": "Blast", "sensitive": false, "withheld": false, "tool": "reader 1", "read": WHEN })),
        ),
        (
            "picture_check",
            beside.add::<PictureCheck>(json!({ "capture_id": capture, "kind": "histogram", "made": WHEN,
            "editor_id": editor, "sha256": result, "media_type": "image/png", "size": 11 })),
        ),
    ];
    drop(beside);
    work.reopen_at("2026-11-22T16:00:00Z", 3000);
    made
}
