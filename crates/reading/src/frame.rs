//! What goes over the pipe.

use crate::{Answer, Failure, Want};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};
use std::path::PathBuf;

/// What every frame begins with.
const MARK: [u8; 4] = *b"READ";

/// What is asked of the child.
#[derive(Debug, Serialize, Deserialize)]
pub struct Request {
    /// The file.
    pub path: PathBuf,
    /// What is wanted of it, in the order of the answers.
    pub wants: Vec<Want>,
}

/// Writes one answer: mark, length, JSON.
///
/// # Errors
/// When the pipe is shut, or the answer is longer than can be written.
pub fn write_frame(out: &mut impl Write, answer: &Result<Answer, Failure>) -> io::Result<()> {
    let json = serde_json::to_vec(answer)?;
    let length = u32::try_from(json.len()).map_err(io::Error::other)?;
    out.write_all(&MARK)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&json)?;
    out.flush()
}

/// Reads one answer of at most `limit` bytes; nothing at the end. What is no answer is an error.
///
/// # Errors
/// When what comes is no answer, or the pipe breaks.
pub fn read_frame(from: &mut impl Read, limit: u32) -> io::Result<Option<Result<Answer, Failure>>> {
    let mut head = Vec::new();
    from.by_ref().take(8).read_to_end(&mut head)?;
    if head.is_empty() {
        return Ok(None);
    }
    let head: [u8; 8] = head.try_into().map_err(|_| io::Error::other("the answer is cut off"))?;
    let [a, b, c, d, length @ ..] = head;
    let length = u32::from_le_bytes(length);
    if [a, b, c, d] != MARK {
        return Err(io::Error::other("the answer does not begin as one"));
    }
    if length > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "the answer is longer than it may be"));
    }
    let mut json = Vec::new();
    from.by_ref().take(u64::from(length)).read_to_end(&mut json)?;
    if json.len() < length as usize {
        return Err(io::Error::other("the answer is cut off"));
    }
    Ok(Some(serde_json::from_slice(&json)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Problem;

    #[test]
    fn what_is_written_is_read() {
        let answer = Err(Failure { problem: Problem::Locked, detail: "x".to_owned() });
        let mut pipe = Vec::new();
        write_frame(&mut pipe, &answer).unwrap();
        let mut from = &pipe[..];
        assert_eq!(read_frame(&mut from, 1000).unwrap(), Some(answer), "the answer");
        assert_eq!(read_frame(&mut from, 1000).unwrap(), None, "and no more");
    }

    #[test]
    fn garbage_is_no_answer() {
        assert!(read_frame(&mut &b"hello, world"[..], 1000).is_err(), "no mark");
        assert!(read_frame(&mut &b"READ"[..], 1000).is_err(), "no length");
        assert!(read_frame(&mut &b"READ\xff\xff\xff\xff{}"[..], 1000).is_err(), "a length beyond the limit");
        assert!(read_frame(&mut &b"READ\x09\0\0\0{}"[..], 1000).is_err(), "shorter than it says");
        assert!(read_frame(&mut &b"READ\x02\0\0\0{}"[..], 1000).is_err(), "neither answer nor failure");
    }
}
