//! Measuring: runs, medians, the 95th percentile, and the table that comes of it.

use std::fmt::Write;
use std::time::{Duration, Instant};

/// Times of many runs, sorted.
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs a thing that often after two runs that do not count.
    pub fn of(runs: usize, mut thing: impl FnMut(usize)) -> Self {
        thing(0);
        thing(1);
        let times = (0..runs).map(|run| {
            let began = Instant::now();
            thing(run + 2);
            began.elapsed()
        });
        Self::from(times.collect())
    }

    /// Times that were taken elsewhere.
    pub fn from(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The middle one.
    pub fn median(&self) -> Duration {
        self.0[self.0.len() / 2]
    }

    /// The one that 95 of 100 do not exceed.
    pub fn p95(&self) -> Duration {
        self.0[(self.0.len() * 95).div_ceil(100) - 1]
    }
}

/// A line of the table.
struct Line {
    what: String,
    measured: String,
    target: String,
    holds: Option<bool>,
    beside: String,
}

/// The table of all measurements.
#[derive(Default)]
pub struct Table(Vec<Line>);

impl Table {
    /// A time with its target.
    pub fn time(&mut self, what: &str, measured: Duration, target: Duration, beside: &str) {
        let line = Line {
            what: what.to_owned(),
            measured: shown(measured),
            target: format!("< {}", shown(target)),
            holds: Some(measured < target),
            beside: beside.to_owned(),
        };
        self.add(line);
    }

    /// A value without a target, or one that is judged elsewhere.
    pub fn value(&mut self, what: &str, measured: &str, beside: &str) {
        let line = Line {
            what: what.to_owned(),
            measured: measured.to_owned(),
            target: "-".to_owned(),
            holds: None,
            beside: beside.to_owned(),
        };
        self.add(line);
    }

    /// A value that is to stay below a bound.
    pub fn bound(&mut self, what: &str, measured: u64, bound: u64, unit: &str, beside: &str) {
        let line = Line {
            what: what.to_owned(),
            measured: format!("{measured} {unit}"),
            target: format!("< {bound} {unit}"),
            holds: Some(measured < bound),
            beside: beside.to_owned(),
        };
        self.add(line);
    }

    fn add(&mut self, line: Line) {
        eprintln!("{}: {}", line.what, line.measured);
        self.0.push(line);
    }

    /// The table as Markdown.
    pub fn markdown(&self) -> String {
        let mut out = "| what | measured | target | | beside it |\n|---|---|---|---|---|\n".to_owned();
        for line in &self.0 {
            let holds = match line.holds {
                Some(true) => "ok",
                Some(false) => "OVER",
                None => "",
            };
            let _ = writeln!(
                out,
                "| {} | {} | {} | {holds} | {} |",
                line.what, line.measured, line.target, line.beside
            );
        }
        out
    }
}

/// A time as people read it.
pub fn shown(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    match ms {
        ms if ms >= 10_000.0 => format!("{:.1} s", ms / 1000.0),
        ms if ms >= 1000.0 => format!("{:.2} s", ms / 1000.0),
        ms if ms >= 10.0 => format!("{ms:.0} ms"),
        ms => format!("{ms:.2} ms"),
    }
}

/// How many times longer one takes than the other.
pub fn ratio(one: Duration, other: Duration) -> String {
    format!("{:.1}x", one.as_secs_f64() / other.as_secs_f64().max(1e-9))
}
