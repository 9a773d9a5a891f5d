//! Where the program is that reads foreign files: beside this one.

use crate::problem::{Code, Problem};
use reading::{PROGRAM, Reader};
use std::path::PathBuf;

/// How foreign files are read here.
///
/// *Errors*: `file_missing` where the program that reads them is not beside this one.
pub(crate) fn reader() -> Result<Reader, Problem> {
    beside().map(Reader::new).ok_or_else(|| {
        Problem::new(Code::FileMissing, "the program that reads foreign files is not there")
            .hint("It is called counterclaim-reader, and lies beside this program: build or install both.")
    })
}

/// Beside this program, or one folder above: tests are built below the programs.
fn beside() -> Option<PathBuf> {
    let own = std::env::current_exe().ok()?;
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    own.ancestors().skip(1).take(2).map(|folder| folder.join(&name)).find(|path| path.is_file())
}
