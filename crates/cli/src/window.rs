//! Starts the window at an address. A window that has the workspace open already comes forward and shows it.

use api::{Code, Problem};
use std::path::Path;
use std::process::{Command, Stdio};

const PROGRAM: &str = "counterclaim-desktop";

/// Starts the window that stands beside this program, else the one on the path, and leaves it running.
///
/// *Errors*: where there is no window to start.
pub fn open(workspace: Option<&Path>, address: &str) -> Result<(), Problem> {
    let beside = std::env::current_exe().ok().map(|own| own.with_file_name(PROGRAM));
    let program = beside.filter(|path| path.is_file()).unwrap_or_else(|| PROGRAM.into());
    let mut start = Command::new(&program);
    if let Some(folder) = workspace {
        // It may start in another folder.
        start.arg("--workspace").arg(std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf()));
    }
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        // Closing the terminal does not close the window.
        start.process_group(0);
    }
    start
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map(drop)
        .map_err(|error| {
            Problem::new(Code::Io, format!("{} does not start: {error}", program.display()))
                .hint("Install the window beside this command, or put it on the path; --print tells the address alone.")
        })
}
