//! The child as a program of its own, for tests: it reads as the real one does, or misbehaves as it is told to.

use std::io::Write;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    let word = std::env::args().nth(1).unwrap_or_default();
    match word.as_str() {
        "hang" => std::thread::sleep(Duration::from_secs(600)),
        "spin" => {
            limited();
            let mut n = 0_u64;
            while std::hint::black_box(n) < u64::MAX {
                n += 1;
            }
        }
        "abort" => std::process::abort(),
        "allocate" => {
            limited();
            let mut all = Vec::new();
            loop {
                all.push(std::hint::black_box(vec![1_u8; 64 * 1024 * 1024]));
            }
        }
        "deep" => {
            limited();
            return ExitCode::from(u8::from(deep(1) == 0));
        }
        "garbage" => say(b"this is no answer at all, not even nearly"),
        "flood" => {
            say(b"READ\xff\xff\xff\xff");
            loop {
                say(&[b'x'; 65536]);
            }
        }
        "half" => say(b"READ\x10\0\0\0{\"Ok"),
        "quiet" => {}
        "write" => {
            limited();
            let at = std::env::args().nth(2).unwrap_or_default();
            return ExitCode::from(if std::fs::write(at, "x").is_err() { 20 } else { 21 });
        }
        "open" => {
            limited();
            let at = std::env::args().nth(2).unwrap_or_default();
            return ExitCode::from(if std::fs::read(at).is_err() { 20 } else { 21 });
        }
        "connect" => {
            limited();
            let at = std::env::args().nth(2).unwrap_or_default();
            return ExitCode::from(if std::net::TcpStream::connect(at).is_err() { 20 } else { 21 });
        }
        "start" => {
            limited();
            let started = std::process::Command::new("/bin/true").status();
            return ExitCode::from(if started.is_err() { 20 } else { 21 });
        }
        _ => return reader::child::serve(),
    }
    ExitCode::SUCCESS
}

fn limited() {
    reader::child::limit_for_tests().expect("the limits are laid");
}

fn say(bytes: &[u8]) {
    let mut out = std::io::stdout();
    if out.write_all(bytes).and_then(|()| out.flush()).is_err() {
        std::process::exit(0);
    }
}

#[expect(unconditional_recursion, reason = "a stack that overflows is what is tested")]
fn deep(n: u64) -> u64 {
    std::hint::black_box(deep(std::hint::black_box(n + 1))) + 1
}
