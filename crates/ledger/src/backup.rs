//! A checked copy of the ledger.

use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;
use std::time::Duration;

/// How long a copy waits for another to end its writing.
const PAUSE: Duration = Duration::from_millis(5);

impl Ledger {
    /// Writes a checked copy to `path`, which must not exist: copied page by page from one snapshot, checked, and synced to the disk.
    ///
    /// Errors: `Io` if the place is taken or cannot be written; `Full`; `Damaged` if the copy does not check. Then nothing is left there.
    pub fn backup_to(&self, path: &Path) -> Result<()> {
        self.backup_watched(path, &mut |_, _| true)
    }

    /// Like [`Ledger::backup_to`]; tells how many pages of how many are copied, and stops where that answers `false`.
    ///
    /// Errors: those of `backup_to`, and `Stopped`. Then nothing is left there.
    pub fn backup_watched(&self, path: &Path, watch: &mut dyn FnMut(u64, u64) -> bool) -> Result<()> {
        let at = |source: std::io::Error| LedgerError::Io { path: path.to_path_buf(), source };
        // Taken first, so that nothing of someone else's is written over.
        std::fs::File::create_new(path).map_err(at)?;
        let copied = self.copy_to(path, watch).and_then(|()| {
            std::fs::File::open(path).and_then(|file| file.sync_all()).map_err(at)?;
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            sync_folder(folder.unwrap_or(Path::new("."))).map_err(at)
        });
        if copied.is_err() {
            // What is half a copy must not look like one; that it cannot be removed either is the lesser news.
            let _ = std::fs::remove_file(path);
        }
        copied
    }

    fn copy_to(&self, path: &Path, watch: &mut dyn FnMut(u64, u64) -> bool) -> Result<()> {
        let mut copy = Connection::open(path)?;
        {
            let backup = Backup::new(&self.conn, &mut copy)?;
            loop {
                let step = backup.step(1024)?;
                let progress = backup.progress();
                let count = |pages: std::os::raw::c_int| u64::try_from(pages).unwrap_or_default();
                let total = count(progress.pagecount);
                if !watch(total - count(progress.remaining).min(total), total) {
                    return Err(LedgerError::Stopped);
                }
                match step {
                    StepResult::Done => break,
                    StepResult::Busy | StepResult::Locked => std::thread::sleep(PAUSE),
                    _ => {}
                }
            }
        }
        // A copy is one file, without a journal beside it.
        copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        let check: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if check != "ok" {
            return Err(LedgerError::Damaged { words: format!("the copy does not check: {check}") });
        }
        copy.close().map_err(|(_, error)| error)?;
        Ok(())
    }

    /// SHA-256 and size in bytes of every preserved file that the ledger names, each once, by hash: captures and the texts read out of
    /// them, results of picture checks, and logos.
    pub fn file_hashes(&self) -> Result<Vec<(String, Option<i64>)>> {
        // A logo that another took the place of can be brought back by undo, so it is kept as well.
        let mut sql = String::from(
            "SELECT sha256, max(size) FROM (
               SELECT DISTINCT json_extract(after, '$.logo_sha256') AS sha256, NULL AS size FROM change WHERE table_name = 'house' AND after IS NOT NULL",
        );
        // A file of an older format, open for reading, may not have them all.
        for table in ["capture", "capture_text", "picture_check"] {
            if self.schema.table(table).is_some() {
                sql.push_str(&format!(" UNION ALL SELECT sha256, size FROM {table}"));
            }
        }
        sql.push_str(") WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY sha256");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }
}

/// Makes the new name in a folder last; where a folder cannot be opened for that, the system does it by itself.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    std::fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}
