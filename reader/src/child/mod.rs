//! The child: lays limits on itself, reads the one file that it is told, answers, and ends.
//!
//! The request is one line of JSON on its
//! standard input; the answers are frames on its standard output, one for each thing that was asked, in that order.

mod limits;

use crate::{Answer, Failure, Kind, Want, bounds, metadata, page, picture, text};
use reading::{Request, write_frame};
use std::fs::File;
use std::io::{self, BufRead, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::thread;

/// The longest request, in bytes.
const REQUEST: u64 = 64 * 1024;
/// The stack of the parsers; some go as deep as a file tells them to.
const STACK: usize = 64 * 1024 * 1024;

/// Serves one request and ends. It is all that the program does.
#[must_use]
pub fn serve() -> ExitCode {
    // A panic is told in the answer; what a file made a parser say is not printed anywhere.
    std::panic::set_hook(Box::new(|_| {}));
    if limits::lay().is_err() {
        return ExitCode::from(3);
    }
    let (bytes, wants) = match begin() {
        Ok(begun) => begun,
        Err(_) => return ExitCode::from(4),
    };
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || answer_all(&bytes, &wants));
    match worker.map(thread::JoinHandle::join) {
        Ok(Ok(Ok(()))) => ExitCode::SUCCESS,
        _ => ExitCode::from(5),
    }
}

/// The bytes of the file, or why there are none, and what is wanted of them.
type Begun = (Result<Vec<u8>, Failure>, Vec<Want>);

/// The file, opened before the door is shut, and what is wanted of it.
fn begin() -> io::Result<Begun> {
    let mut line = String::new();
    io::stdin().lock().take(REQUEST).read_line(&mut line)?;
    let request: Request = serde_json::from_str(&line)?;
    let file = open(&request.path);
    limits::shut()?;
    Ok((file.and_then(whole), request.wants))
}

fn open(path: &Path) -> Result<File, Failure> {
    let file = File::open(path).map_err(Failure::unreadable)?;
    let about = file.metadata().map_err(Failure::unreadable)?;
    if !about.is_file() {
        return Err(Failure::unreadable("this is no file"));
    }
    if about.len() > bounds::FILE {
        return Err(Failure::too_large(format!(
            "the file is {} bytes long; at most {} are read",
            about.len(),
            bounds::FILE
        )));
    }
    Ok(file)
}

fn whole(file: File) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    file.take(bounds::FILE).read_to_end(&mut bytes).map_err(Failure::unreadable)?;
    Ok(bytes)
}

fn answer_all(bytes: &Result<Vec<u8>, Failure>, wants: &[Want]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    for want in wants {
        let answer = bytes.as_ref().map_err(Clone::clone).and_then(|bytes| {
            catch_unwind(AssertUnwindSafe(|| answer(bytes, *want)))
                .unwrap_or_else(|_| Err(Failure::unreadable("the parser gave up on this file")))
        });
        write_frame(&mut out, &answer)?;
    }
    out.flush()
}

/// One answer; also what the tests and fuzz targets of the parsers call.
pub fn answer(bytes: &[u8], want: Want) -> Result<Answer, Failure> {
    let kind = Kind::of(bytes);
    Ok(match want {
        Want::Text => Answer::Text(text::read(bytes, kind)?),
        Want::Page => Answer::Page(page::read(bytes, kind)?),
        Want::Metadata => Answer::Metadata(metadata::read(bytes, kind)?),
        Want::Fingerprint => Answer::Fingerprint(picture::fingerprint(bytes, kind)?),
        Want::Thumbnail => Answer::Rendition(picture::thumbnail(bytes, kind)?),
        Want::Histogram => Answer::Rendition(picture::histogram(bytes, kind)?),
        Want::ErrorLevel { quality, scale } => {
            Answer::Rendition(picture::error_level(bytes, kind, quality, scale)?)
        }
        Want::Picture => Answer::Rendition(picture::shown(bytes, kind)?),
    })
}

/// Lays the limits of the child on this process, without reading anything. Only tests of the limits call it.
///
/// # Errors
/// When the system refuses a limit.
#[doc(hidden)]
pub fn limit_for_tests() -> io::Result<()> {
    limits::lay()?;
    limits::shut()
}
