//! The child, well and ill: whatever happens to it, the parent lives on, in bounded time.
#![allow(clippy::unwrap_used)]

use reading::{Answer, Failure, Problem, Reader, Want};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// The example beside this test.
fn program() -> PathBuf {
    let here = std::env::current_exe().unwrap();
    let built = here.parent().and_then(Path::parent).unwrap().join("examples");
    built.join(format!("child{}", std::env::consts::EXE_SUFFIX))
}

fn reader(arguments: &[&str]) -> Reader {
    let mut reader = Reader::new(program());
    reader.time = Duration::from_secs(30);
    if !arguments.is_empty() {
        reader.arguments = arguments.iter().map(Into::into).collect();
    }
    reader
}

fn read(reader: &Reader, bytes: &[u8], wants: &[Want]) -> Vec<Result<Answer, Failure>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, bytes).unwrap();
    let answers = reader.read(&file, wants, &|| false);
    assert_eq!(fs::read(&file).unwrap(), bytes, "the file is as it was");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is written beside it");
    answers
}

fn problem(arguments: &[&str], time: Duration) -> Problem {
    let mut reader = reader(arguments);
    reader.time = time;
    let answers = read(&reader, b"words", &[Want::Text]);
    assert_eq!(answers.len(), 1, "one answer for one want");
    answers[0].as_ref().unwrap_err().problem
}

#[test]
fn what_is_wanted_comes_in_its_order() {
    let answers = read(
        &reader(&[]),
        b"<html><title>t</title><p>Hello</p>",
        &[Want::Text, Want::Fingerprint, Want::Page, Want::Metadata],
    );
    let Ok(Answer::Text(text)) = &answers[0] else { panic!("text: {:?}", answers[0]) };
    assert_eq!(text.text, "Hello");
    assert_eq!(answers[1].as_ref().unwrap_err().problem, Problem::NotOfThisKind, "a page is no picture");
    let Ok(Answer::Page(page)) = &answers[2] else { panic!("page: {:?}", answers[2]) };
    assert!(page.html.contains("<p>Hello</p>"), "{}", page.html);
    let Ok(Answer::Metadata(metadata)) = &answers[3] else { panic!("metadata: {:?}", answers[3]) };
    assert_eq!(metadata.values[0].value, "t");
}

#[test]
fn a_file_that_is_not_there_or_is_none_says_so() {
    let reader = reader(&[]);
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().join("nowhere"), folder.path().to_path_buf()] {
        let answers = reader.read(&path, &[Want::Text, Want::Page], &|| false);
        assert_eq!(answers.len(), 2);
        assert!(
            answers.iter().all(|answer| answer.as_ref().unwrap_err().problem == Problem::Unreadable),
            "{answers:?}"
        );
    }
}

#[test]
fn a_child_that_hangs_is_stopped() {
    let begun = Instant::now();
    assert_eq!(problem(&["hang"], Duration::from_millis(300)), Problem::Stopped);
    assert!(begun.elapsed() < Duration::from_secs(20), "and soon: {:?}", begun.elapsed());
    assert_eq!(problem(&["spin"], Duration::from_millis(300)), Problem::Stopped);
}

#[test]
fn a_reading_can_be_cancelled() {
    let asked = AtomicUsize::new(0);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let answers = reader(&["hang"])
        .read(&file, &[Want::Text, Want::Page], &|| asked.fetch_add(1, Ordering::Relaxed) > 3);
    let problems: Vec<_> = answers.iter().map(|answer| answer.as_ref().unwrap_err().problem).collect();
    assert_eq!(problems, [Problem::Cancelled, Problem::Cancelled], "all that was wanted");
}

#[test]
fn children_that_break_down_are_told_apart() {
    let long = Duration::from_secs(60);
    assert_eq!(problem(&["quiet"], long), Problem::Failed, "it ended without a word");
    assert_eq!(problem(&["garbage"], long), Problem::Failed, "no answer");
    assert_eq!(problem(&["half"], long), Problem::Failed, "half an answer");
    assert_eq!(problem(&["flood"], long), Problem::TooLarge, "an answer without end");
    let nowhere = Reader::new(PathBuf::from("/nowhere/at/all"));
    let answers = read(&nowhere, b"x", &[Want::Text]);
    assert_eq!(answers[0].as_ref().unwrap_err().problem, Problem::Failed, "no such program");
}

#[cfg(unix)]
#[test]
fn aborts_and_floods_of_memory_end_the_child_alone() {
    let long = Duration::from_secs(60);
    assert_eq!(problem(&["abort"], long), Problem::Stopped);
    assert_eq!(problem(&["deep"], long), Problem::Stopped, "a stack that overflows");
    let begun = Instant::now();
    assert_eq!(problem(&["allocate"], long), Problem::Stopped, "memory without end");
    assert!(begun.elapsed() < Duration::from_secs(40), "bounded: {:?}", begun.elapsed());
}

#[cfg(target_os = "linux")]
#[test]
fn with_its_limits_on_the_child_opens_writes_starts_and_calls_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("there");
    fs::write(&there, "x").unwrap();
    let new = folder.path().join("new");
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let cases: [&[&str]; 4] = [
        &["open", there.to_str().unwrap()],
        &["write", new.to_str().unwrap()],
        &["connect", &address],
        &["start"],
    ];
    for case in cases {
        let code = Command::new(program()).args(case).status().unwrap().code();
        assert_eq!(code, Some(20), "{case:?} is refused");
    }
    assert!(!new.exists(), "nothing was written");
}

#[test]
fn a_file_that_breaks_one_parser_is_still_read_by_the_others() {
    // A picture whose pixels are cut off, with its title in front.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\xff\xff\0\x01\xff\xff\x08\x02\0\0\0".to_vec();
    png.extend_from_slice(&[0; 64]);
    let answers = read(&reader(&[]), &png, &[Want::Fingerprint, Want::Metadata]);
    assert!(answers[0].is_err(), "{answers:?}");
    assert!(answers[1].is_ok(), "{answers:?}");
}

#[test]
fn a_page_made_to_take_for_ever_is_stopped() {
    let mut reader = reader(&[]);
    reader.time = Duration::from_secs(2);
    let begun = Instant::now();
    let answers = read(&reader, format!("<html>{}", "<div>".repeat(400_000)).as_bytes(), &[Want::Text]);
    assert_eq!(answers[0].as_ref().unwrap_err().problem, Problem::Stopped, "elements as deep as a well");
    assert!(begun.elapsed() < Duration::from_secs(30), "and soon: {:?}", begun.elapsed());
}
