//! How the window is started: the words after its name.

use crate::address;
use std::ffi::OsString;
use std::path::PathBuf;

/// What a start asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The workspace folder; without one, the environment or the platform's data folder says.
    pub workspace: Option<PathBuf>,
    /// Open for reading alone, even where nobody writes.
    pub read_only: bool,
    /// A place of the app to show: `counterclaim://case/ID`.
    pub address: Option<String>,
}

/// What the start comes to.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    /// Open the window.
    Open(Start),
    /// Say this on standard output, and end well.
    Say(String),
}

pub const USAGE: &str = "\
usage: counterclaim-desktop [--workspace DIR] [--read-only] [ADDRESS]

  --workspace DIR   the workspace folder (or COUNTERCLAIM_WORKSPACE; else the platform's data folder)
  --read-only       look, and write nothing
  ADDRESS           a place to show, counterclaim://case/ID/claims/ID; a window that is open shows it
  --version         the version, and nothing else
";

/// Reads the words after the program's name.
///
/// # Errors
/// With a sentence that names the word that means nothing here.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Wish, String> {
    let mut start = Start::default();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--help" | "-h") => return Ok(Wish::Say(USAGE.into())),
            Some("--version" | "-V") => {
                return Ok(Wish::Say(format!("counterclaim-desktop {}\n", env!("CARGO_PKG_VERSION"))));
            }
            Some("--read-only") => start.read_only = true,
            Some("--workspace") => {
                let folder = words.next().ok_or("--workspace needs a folder after it")?;
                start.workspace = Some(folder.into());
            }
            Some(word) if word.starts_with("--workspace=") => {
                start.workspace = Some(word["--workspace=".len()..].into());
            }
            Some(word) if address::is_ours(word) => start.address = Some(word.to_owned()),
            _ => return Err(format!("{} means nothing here", word.to_string_lossy())),
        }
    }
    Ok(Wish::Open(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Result<Wish, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn the_workspace_can_be_named_either_way() {
        let wanted = Start { workspace: Some("a b".into()), ..Start::default() };
        assert_eq!(of(&["--workspace", "a b"]), Ok(Wish::Open(wanted)), "as two words");
        let wanted = Start { workspace: Some("a b".into()), read_only: true, address: None };
        assert_eq!(of(&["--read-only", "--workspace=a b"]), Ok(Wish::Open(wanted)), "as one word");
    }

    #[test]
    fn an_address_can_be_named() {
        let wanted = Start { address: Some("counterclaim://case/1".into()), ..Start::default() };
        assert_eq!(of(&["counterclaim://case/1"]), Ok(Wish::Open(wanted)), "one of ours");
        assert!(of(&["https://example.org/"]).is_err(), "and no other");
    }

    #[test]
    fn what_means_nothing_is_named() {
        assert_eq!(of(&["--frobnicate"]), Err("--frobnicate means nothing here".into()), "the word is in it");
        assert!(of(&["--workspace"]).is_err(), "a folder has to follow");
    }
}
