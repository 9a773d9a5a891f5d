//! The machine that the numbers are of.

use std::process::Command;

fn first_line(command: &str, arguments: &[&str]) -> String {
    let output = Command::new(command).args(arguments).output().ok();
    let said = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    said.lines().next().unwrap_or("unknown").trim().to_owned()
}

fn field(file: &str, name: &str) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with(name));
    line.and_then(|line| line.split_once(':')).map_or("unknown", |(_, value)| value.trim()).to_owned()
}

/// What it is, and when this was.
pub fn described() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!(
        "{} · {} · {cores} cores · {} memory · {} · SQLite {} · {} · load before {}",
        first_line("date", &["-u", "+%Y-%m-%d %H:%M UTC"]),
        field("/proc/cpuinfo", "model name"),
        field("/proc/meminfo", "MemTotal"),
        first_line("uname", &["-sr"]),
        rusqlite::version(),
        first_line("rustc", &["--version"]),
        load.split(' ').next().unwrap_or("unknown"),
    )
}

/// The most memory that this process has held at once, in MB.
pub fn peak_memory() -> u64 {
    let text = field("/proc/self/status", "VmHWM");
    text.split(' ').next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
