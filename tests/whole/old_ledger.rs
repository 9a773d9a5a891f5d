//! A ledger that an older format wrote, kept beside the tests: copied, opened and asked.

use crate::support::MARR;
use api::{Context, Door, Opening, Wanted};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// A copy of the workspace of that format, with its one preserved file, in a folder of its own.
pub fn copy_of(format: u32, file: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("whole/old/format-{format}"));
    let root = folder.path().join("workspace");
    let file = format!("files/{file}");
    std::fs::create_dir_all(root.join(&file).parent().unwrap()).unwrap();
    for name in ["ledger.sqlite", &file] {
        std::fs::copy(kept.join(name), root.join(name)).unwrap();
    }
    (folder, root)
}

/// Opens it, on the device whose identity lies beside it, or on a new one.
pub fn open(folder: &tempfile::TempDir, root: &Path, wanted: Wanted) -> Door {
    let config = Some(folder.path().join("config"));
    Door::open(Opening { config, ..Opening::of(Some(root.to_path_buf()), wanted, "terminal") }).unwrap()
}

/// What a command answers there.
pub fn ask(door: &Door, name: &str, request: Value) -> Value {
    let context = Context { editor: Some(MARR.to_owned()), ..Context::default() };
    door.call(name, request, &context).unwrap_or_else(|problem| panic!("{name}: {problem:?}"))
}
