//! A copy of a preserved file to look at: what the app shows is a copy, never the preserved file.

use super::custody;
use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record;
use crate::table::{Command, command};
use crate::wire::{ById, answer};
use crate::workspace::io;
use claims::ids::CaptureId;
use claims::records::Capture;
use claims::words::HandedAs;
use std::path::Path;
use std::time::SystemTime;

/// How many copies are kept to look at; the oldest go.
const MOST: usize = 50;

answer! {
    /// A copy to look at.
    pub struct CopiedOut {
        /// The capture.
        pub id: CaptureId,
        /// File name of the copy.
        pub name: String,
        /// Where it lies.
        pub path: String,
        /// Its media type, by content.
        pub media_type: String,
    }
}

fn copy_out(desk: &mut Desk, context: &Context, request: ById) -> Result<CopiedOut, Problem> {
    let capture = record::found::<Capture>(desk, request.id)?;
    if !desk.door_can_write {
        return Err(Problem::new(
            Code::ReadOnly,
            "this workspace is open for reading only, so no copy is made in it",
        )
        .hint("Open it where it can be written to, or look at it in a backup."));
    }
    let (state, source) = (desk.shelf.check(&capture.sha256)?, desk.shelf.path_of(&capture.sha256)?);
    if state != evidence::Integrity::Intact {
        return Err(Problem::new(Code::FileMissing, "the preserved file is missing or has changed")
            .hint("Verify the workspace, and bring the file back from a backup.")
            .with("capture", capture.uuid.to_string()));
    }
    let root = desk.workspace.local().join("shown");
    // A folder of its own for each hash, so that the copy can bear the name under which the file came.
    let folder = root.join(&capture.sha256[..16]);
    std::fs::create_dir_all(&folder).map_err(|error| io(&folder, &error))?;
    let name = safe(&capture.name, &capture.media_type);
    let path = folder.join(&name);
    let whole = evidence::sha256_of(&path).is_ok_and(|(hash, _)| hash == capture.sha256);
    if !whole {
        context.step("bytes", 0, u64::try_from(capture.size).unwrap_or(0))?;
        copy(&source, &path)?;
    }
    thin(&root, &folder);
    let handed = custody::of(desk, capture)?;
    desk.write_aside(context, |tx| custody::log(tx, std::slice::from_ref(&handed), HandedAs::Copy, &name))?;
    let (capture, _) = handed;
    Ok(CopiedOut { id: capture.uuid, name, path: path.display().to_string(), media_type: capture.media_type })
}

/// Copies beside the place first, then moves it there; the copy is read-only.
fn copy(source: &Path, path: &Path) -> Result<(), Problem> {
    let folder = path.parent().unwrap_or(path);
    let mut beside =
        tempfile::Builder::new().prefix(".copy-").tempfile_in(folder).map_err(|error| io(folder, &error))?;
    let mut from = std::fs::File::open(source).map_err(|error| io(source, &error))?;
    std::io::copy(&mut from, beside.as_file_mut()).map_err(|error| io(path, &error))?;
    let mut permissions = beside.as_file().metadata().map_err(|error| io(path, &error))?.permissions();
    permissions.set_readonly(true);
    beside.as_file().set_permissions(permissions).map_err(|error| io(path, &error))?;
    // What stood there is an earlier copy, altered since: a copy is nobody's original.
    beside.persist(path).map_err(|error| io(path, &error.error))?;
    Ok(())
}

/// A name that no system takes for anything but a plain file, with an ending that fits its content.
fn safe(name: &str, media_type: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) || is_turning(c) { '_' } else { c })
        .take(100)
        .collect();
    let kept = kept.trim_matches(|c: char| c == '.' || c.is_whitespace() || c == '-').to_owned();
    let device = ["CON", "PRN", "AUX", "NUL", "COM1", "LPT1"];
    let stem = kept.split('.').next().unwrap_or_default().to_uppercase();
    let kept = if kept.is_empty() || device.contains(&stem.as_str()) { format!("copy_{kept}") } else { kept };
    let ending = ending(media_type);
    if kept.to_lowercase().ends_with(ending) { kept } else { format!("{kept}{ending}") }
}

/// Characters that turn the direction of writing, and so can make one ending look like another.
fn is_turning(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The ending that a file of this kind gets, whatever its name says: a copy must not open as a program.
fn ending(media_type: &str) -> &'static str {
    match media_type {
        "text/plain" => ".txt",
        "text/html" => ".html",
        "text/csv" => ".csv",
        "application/json" => ".json",
        "application/pdf" => ".pdf",
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "image/tiff" => ".tif",
        "video/mp4" => ".mp4",
        "video/webm" => ".webm",
        "audio/mpeg" => ".mp3",
        "audio/ogg" => ".ogg",
        "application/zip" => ".zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
        _ => ".bin",
    }
}

/// Takes the oldest copies away; what cannot be taken away stays, and is tried again next time.
fn thin(root: &Path, just_made: &Path) {
    let Ok(entries) = std::fs::read_dir(root) else { return };
    let mut folders: Vec<(SystemTime, std::path::PathBuf)> = entries
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()) && entry.path() != just_made)
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    folders.sort();
    let over = (folders.len() + 1).saturating_sub(MOST);
    for (_, folder) in folders.into_iter().take(over) {
        let _ = std::fs::remove_dir_all(folder);
    }
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Write "capture.copy_out", ById => CopiedOut, copy_out, "Writes a read-only copy of a preserved file into local/shown and tells where, so that it can be opened; the preserved file is not touched, and the custody log says that it was handed out."),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_bears_a_plain_name_and_an_ending_that_fits() {
        for (name, kind, safe_name) in [
            ("sheet.txt", "text/plain", "sheet.txt"),
            ("../../etc/passwd", "text/plain", "_.._etc_passwd.txt"),
            ("a\u{202e}gpj.exe", "application/octet-stream", "a_gpj.exe.bin"),
            ("CON", "image/png", "copy_CON.png"),
            ("", "application/pdf", "copy_.pdf"),
            ("-rf", "text/plain", "rf.txt"),
            ("Отчёт.PDF", "application/pdf", "Отчёт.PDF"),
        ] {
            assert_eq!(safe(name, kind), safe_name, "{name:?}");
        }
    }
}
