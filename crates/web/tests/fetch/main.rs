//! Captures from servers of our own: good ones, broken ones and those that mean harm. Nothing outside loopback is asked.

#![allow(clippy::unwrap_used)]

mod hostile;
mod keeping;
mod private;
mod server;

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use web::{Captured, Failure, Limits, Names, Rules, SystemNames, Wish};

type Numbers = dyn Fn(&str, u16) -> Vec<SocketAddr> + Send + Sync;

/// Names as a test says they are.
struct Told(Box<Numbers>);

impl Names for Told {
    fn look_up(&self, name: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        match (self.0)(name, port) {
            found if found.is_empty() => Err(io::Error::from(io::ErrorKind::NotFound)),
            found => Ok(found),
        }
    }
}

fn told(names: impl Fn(&str, u16) -> Vec<SocketAddr> + Send + Sync + 'static) -> Arc<dyn Names> {
    Arc::new(Told(Box::new(names)))
}

/// Rules of tests: loopback is allowed, and nothing takes long.
fn rules() -> Rules {
    let limits = Limits {
        one: 1_000_000,
        all: 5_000_000,
        text: 500_000,
        one_time: Duration::from_secs(5),
        all_time: Duration::from_secs(20),
        resources: 60,
        ..Limits::default()
    };
    Rules { private: true, limits, ..Rules::default() }
}

fn capture_with(
    address: &str,
    rules: Rules,
    names: Arc<dyn Names>,
    folder: &Path,
) -> Result<Captured, Failure> {
    let wish = Wish {
        address,
        rules,
        names,
        folder,
        software: "Counterclaim test",
        operator: Some("I. Marr"),
        reason: Some("It may be taken down"),
    };
    web::capture(&wish, &mut |_| true)
}

fn capture(address: &str, folder: &Path) -> Result<Captured, Failure> {
    capture_with(address, rules(), Arc::new(SystemNames), folder)
}

/// A capture that must fail, and must leave nothing behind.
fn refused(address: &str, rules: Rules) -> Failure {
    let folder = tempfile::tempdir().unwrap();
    let failure = capture_with(address, rules, Arc::new(SystemNames), folder.path()).expect_err(address);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no half capture stays: {failure}");
    failure
}
