//! The parent: starts the child, waits for its answers, and outlives whatever happens to it.

use crate::{Answer, Failure, Problem, Request, Want, read_frame};
use std::ffi::OsString;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

/// How often it is asked whether the reading should be stopped.
const GLANCE: Duration = Duration::from_millis(25);

/// The name of the program that reads; on Windows with its ending.
pub const PROGRAM: &str = "counterclaim-reader";

/// How foreign files are read: by which program, and within which time and length of the answer.
#[derive(Debug, Clone)]
pub struct Reader {
    /// The program.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// How long one answer may take.
    pub time: Duration,
    /// How long one answer may be, in bytes.
    pub length: u32,
}

impl Reader {
    /// A reader whose child is that program.
    #[must_use]
    pub fn new(program: PathBuf) -> Self {
        Self { program, arguments: Vec::new(), time: Duration::from_secs(60), length: 384 * 1024 * 1024 }
    }

    /// Reads a file: one answer or failure for each want, in their order. `stop` is asked again and again while the
    /// child is at work. A child that breaks down takes only the want that it was at with it.
    #[must_use]
    pub fn read(&self, path: &Path, wants: &[Want], stop: &dyn Fn() -> bool) -> Vec<Result<Answer, Failure>> {
        let mut answers = Vec::with_capacity(wants.len());
        let path = match path.canonicalize() {
            Ok(path) => path,
            Err(error) => return wants.iter().map(|_| Err(Failure::unreadable(&error))).collect(),
        };
        while answers.len() < wants.len() {
            let failure = self.round(&path, &wants[answers.len()..], &mut answers, stop).err();
            if answers.len() == wants.len() {
                break;
            }
            let failure =
                failure.unwrap_or_else(|| Failure::of(Problem::Failed, "the reading ended too early"));
            let for_all = matches!(failure.problem, Problem::Cancelled | Problem::Failed);
            answers.push(Err(failure.clone()));
            if for_all {
                answers.resize(wants.len(), Err(failure));
            }
        }
        answers
    }

    /// One child, as long as it answers.
    fn round(
        &self,
        path: &Path,
        wants: &[Want],
        answers: &mut Vec<Result<Answer, Failure>>,
        stop: &dyn Fn() -> bool,
    ) -> Result<(), Failure> {
        let mut running = self.start(path, wants).map_err(|error| Failure::of(Problem::Failed, error))?;
        for _ in wants {
            match running.next(self.time, stop) {
                Ok(Some(answer)) => answers.push(answer),
                Ok(None) => return Err(running.end()),
                Err(failure) => {
                    running.kill();
                    return Err(failure);
                }
            }
        }
        running.kill();
        Ok(())
    }

    fn start(&self, path: &Path, wants: &[Want]) -> io::Result<Running> {
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let request = Request { path: path.to_path_buf(), wants: wants.to_vec() };
        let mut line = serde_json::to_vec(&request)?;
        line.push(b'\n');
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        // From here on, whatever goes wrong, the child is waited for.
        let (send, frames) = sync_channel(1);
        let mut running = Running { child, frames };
        let (Some(mut stdin), Some(stdout)) = (stdin, stdout) else {
            running.kill();
            return Err(io::Error::other("the child has no pipes"));
        };
        // A child that ends before it listens is told of by its end, not by a broken pipe.
        let _ = stdin.write_all(&line);
        drop(stdin);
        let limit = self.length;
        thread::spawn(move || {
            let mut stdout = BufReader::new(stdout);
            loop {
                let frame = read_frame(&mut stdout, limit);
                let is_last = !matches!(frame, Ok(Some(_)));
                if send.send(frame).is_err() || is_last {
                    return;
                }
            }
        });
        Ok(running)
    }
}

type Frame = io::Result<Option<Result<Answer, Failure>>>;

/// A child at work.
struct Running {
    child: Child,
    frames: Receiver<Frame>,
}

impl Running {
    /// The next answer; none when the child ended without one.
    fn next(
        &mut self,
        time: Duration,
        stop: &dyn Fn() -> bool,
    ) -> Result<Option<Result<Answer, Failure>>, Failure> {
        let end = Instant::now() + time;
        loop {
            if stop() {
                return Err(Failure::of(Problem::Cancelled, "the reading was stopped"));
            }
            match self.frames.recv_timeout(GLANCE) {
                Ok(Ok(frame)) => return Ok(frame),
                Ok(Err(error)) if error.kind() == io::ErrorKind::FileTooLarge => {
                    return Err(Failure::too_large(error));
                }
                // A child that breaks down in the middle of an answer is told of by its end.
                Ok(Err(error)) => {
                    return match self.child.try_wait() {
                        Ok(Some(status)) if !status.success() => Ok(None),
                        _ => Err(Failure::of(Problem::Failed, error)),
                    };
                }
                Err(RecvTimeoutError::Timeout) if Instant::now() < end => {}
                Err(RecvTimeoutError::Timeout) => {
                    let seconds = time.as_secs_f64();
                    return Err(Failure::of(Problem::Stopped, format!("no answer within {seconds} seconds")));
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(None),
            }
        }
    }

    /// What the end of a child that gave no answer means.
    fn end(&mut self) -> Failure {
        // Its pipe is shut, so it is at its end, or does as if it were.
        for _ in 0..40 {
            match self.child.try_wait() {
                Ok(Some(status)) => return ended(status),
                Ok(None) => thread::sleep(GLANCE),
                Err(error) => return Failure::of(Problem::Failed, error),
            }
        }
        self.kill();
        Failure::of(Problem::Stopped, "the reading shut its pipe and went on")
    }

    fn kill(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

#[cfg(unix)]
fn ended(status: ExitStatus) -> Failure {
    use std::os::unix::process::ExitStatusExt;
    let Some(signal) = status.signal() else {
        return Failure::of(Problem::Failed, format!("the reading ended: {status}"));
    };
    // Abort (which is how memory and stack run out), kill, and processor time used up.
    if matches!(signal, 6 | 9 | 24) {
        return Failure::of(
            Problem::Stopped,
            format!("it took more memory, depth or time than it may ({status})"),
        );
    }
    Failure::unreadable(format!("the parser broke down at this file ({status})"))
}

#[cfg(not(unix))]
fn ended(status: ExitStatus) -> Failure {
    if status.code().is_some_and(|code| (0..16).contains(&code)) {
        return Failure::of(Problem::Failed, format!("the reading ended: {status}"));
    }
    Failure::of(Problem::Stopped, format!("it broke down at this file ({status})"))
}
