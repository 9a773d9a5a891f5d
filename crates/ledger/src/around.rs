//! What the ledger takes from outside: the clock, new identities and salts; injected, so that tests and golden files can fix them.

use chrono::{DateTime, Duration, SubsecRound, Utc};
use claims::ids::DeviceId;
use std::sync::Mutex;
use uuid::{ContextV7, Timestamp, Uuid};

/// Clock, identities and randomness.
pub trait Surroundings: Send + Sync {
    /// The time now.
    fn now(&self) -> DateTime<Utc>;
    /// A new identity: a UUIDv7, later than every one given before by this value.
    fn id(&self) -> Uuid;
    /// 16 random bytes.
    fn salt(&self) -> [u8; 16];
}

/// The device that writes: its identity lives in the platform's config folder, never in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Identity of the device.
    pub uuid: DeviceId,
    /// Short label, printed in report numbers.
    pub name: String,
}

/// The real surroundings.
#[derive(Debug)]
pub struct System {
    counter: Mutex<ContextV7>,
}

impl System {
    /// The system's clock and randomness.
    pub fn new() -> Self {
        Self { counter: Mutex::new(ContextV7::new()) }
    }
}

impl Default for System {
    fn default() -> Self {
        Self::new()
    }
}

impl Surroundings for System {
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn id(&self) -> Uuid {
        let counter = self.counter.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Uuid::new_v7(Timestamp::now(&*counter))
    }

    fn salt(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Where the system gives no randomness, nothing that hides a text may be written.
        getrandom::fill(&mut bytes).expect("the system gives randomness");
        bytes
    }
}

/// Deterministic surroundings for tests: each look at the clock is one second later, identities and salts count up.
#[derive(Debug)]
pub struct Scripted {
    state: Mutex<(DateTime<Utc>, u64)>,
    seed: u64,
}

impl Scripted {
    /// Starts the clock at `start`; `seed` tells the identities and salts of one script from those of another.
    pub fn new(start: DateTime<Utc>, seed: u64) -> Self {
        Self { state: Mutex::new((start.trunc_subsecs(3), 0)), seed }
    }

    fn next(&self) -> (DateTime<Utc>, u64) {
        let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        state.1 += 1;
        *state
    }
}

impl Surroundings for Scripted {
    fn now(&self) -> DateTime<Utc> {
        let mut state = self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = state.0;
        state.0 = now + Duration::seconds(1);
        now
    }

    fn id(&self) -> Uuid {
        let (_, count) = self.next();
        // The time part counts up too, so that identities stay in the order in which they were given.
        let high = (0x0170_0000_0000_u64 + count) << 16 | 0x7000;
        let low = 0x8000_0000_0000_0000 | (self.seed & 0x3fff) << 48 | (count & 0xffff_ffff_ffff);
        Uuid::from_u64_pair(high, low)
    }

    fn salt(&self) -> [u8; 16] {
        let (_, count) = self.next();
        let mut bytes = [0; 16];
        bytes[..8].copy_from_slice(&self.seed.to_be_bytes());
        bytes[8..].copy_from_slice(&count.to_be_bytes());
        bytes
    }
}
