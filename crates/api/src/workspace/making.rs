//! A new folder that is being filled. Unless it is finished it is taken away again, with the folders made on the way to it.

use super::io;
use crate::problem::{Code, Problem};
use std::path::{Path, PathBuf};

/// The folder; dropped before [`Making::finish`], nothing of it is left.
pub struct Making {
    folder: PathBuf,
    /// The outermost folder that was made for it; none = it was there, and empty.
    made: Option<PathBuf>,
    finished: bool,
}

impl Making {
    /// Makes the folder, with those above it.
    ///
    /// *Errors*: `exists` if it is there and not empty; `io`, `disk_full`.
    pub fn begin(folder: &Path) -> Result<Self, Problem> {
        let full = match std::fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_some(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
            Err(error) => return Err(io(folder, &error)),
        };
        if full {
            return Err(Problem::new(
                Code::Exists,
                format!("{} is there already and not empty", folder.display()),
            )
            .hint("Name a folder that does not exist; nothing is overwritten.")
            .with("path", folder.display().to_string()));
        }
        let missing = folder.ancestors().take_while(|above| !above.as_os_str().is_empty() && !above.exists());
        let making =
            Self { folder: folder.to_owned(), made: missing.last().map(Path::to_owned), finished: false };
        std::fs::create_dir_all(folder).map_err(|error| io(folder, &error))?;
        Ok(making)
    }

    /// It is whole, and stays.
    pub fn finish(mut self) {
        self.finished = true;
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if self.finished {
            return;
        }
        // That something could not be taken away is the lesser news: why it was not finished is told.
        match &self.made {
            Some(made) => drop(std::fs::remove_dir_all(made)),
            None => {
                for entry in std::fs::read_dir(&self.folder).into_iter().flatten().flatten() {
                    let path = entry.path();
                    let _ = if path.is_dir() {
                        std::fs::remove_dir_all(&path)
                    } else {
                        std::fs::remove_file(&path)
                    };
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn what_is_not_finished_is_taken_away_and_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let deep = place.path().join("a/b");
        let making = Making::begin(&deep).unwrap();
        fs::write(deep.join("half"), "half").unwrap();
        drop(making);
        assert!(!place.path().join("a").exists(), "the folders made on the way go too");
        let there = place.path().join("there");
        fs::create_dir(&there).unwrap();
        let making = Making::begin(&there).unwrap();
        fs::create_dir(there.join("files")).unwrap();
        fs::write(there.join("files/half"), "half").unwrap();
        drop(making);
        assert_eq!(
            fs::read_dir(&there).unwrap().count(),
            0,
            "a folder that was there stays, as empty as it was"
        );
        Making::begin(&there).map(Making::finish).unwrap();
        fs::write(there.join("mine"), "mine").unwrap();
        assert_eq!(
            Making::begin(&there).err().unwrap().code,
            Code::Exists,
            "a folder with something in it is left"
        );
        assert!(there.join("mine").exists(), "with what is in it");
    }
}
