//! The threads of a capture: who asks next, what came, and when it is over.

use super::keep::Keeper;
use super::{Captured, Missing, Step, Wish};
use crate::failure::{Failure, Reach};
use crate::net::{Answer, Client, Stop, checked};
use crate::page::{Need, Wanted};
use std::collections::{HashSet, VecDeque};
use std::sync::atomic::AtomicU64;
use std::sync::mpsc::{RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use url::Url;

/// How often whoever waits is told, at least.
const LOOK: Duration = Duration::from_millis(100);

/// What is still to be asked.
#[derive(Default)]
struct Queue {
    /// By kind: style sheets, then things, then what is kept beside, then sounds and films.
    waiting: [VecDeque<Need>; 4],
    over: bool,
}

#[derive(Default)]
struct Work {
    queue: Mutex<Queue>,
    more: Condvar,
}

impl Work {
    fn hold(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, need: Need) {
        self.hold().waiting[need.wanted as usize].push_back(need);
        self.more.notify_one();
    }

    /// The next one; waits for it. None = there will be no more.
    fn next(&self) -> Option<Need> {
        let mut queue = self.hold();
        loop {
            if queue.over {
                return None;
            }
            if let Some(need) = queue.waiting.iter_mut().find_map(VecDeque::pop_front) {
                return Some(need);
            }
            queue = self.more.wait(queue).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn end(&self) {
        self.hold().over = true;
        self.more.notify_all();
    }
}

type Came = (Need, Result<Answer, Failure>);

/// Captures a page. `tell` hears how far it is, and stops it by `false`.
///
/// *Errors*: [`Failure`], for the page itself; what it needs and cannot be had is in [`Captured::missing`]. Then nothing is left behind.
pub fn capture(wish: &Wish<'_>, tell: &mut dyn FnMut(Step) -> bool) -> Result<Captured, Failure> {
    let address = checked(wish.address, &wish.rules)?;
    let until = Instant::now() + wish.rules.limits.all_time;
    let (rules, stop, jar) = (Arc::new(wish.rules.clone()), Arc::new(Stop::default()), Arc::default());
    let all = Arc::new(AtomicU64::new(0));
    let mut clients = Vec::new();
    for _ in 0..rules.limits.at_once.clamp(1, 16) {
        clients.push(Client::new(&rules, &wish.names, &jar, &all, &stop, until)?);
    }
    let keeper = Keeper::begin(wish)?;
    let work = Work::default();
    let page = Mutex::new(None::<Url>);
    let (send, receive) = sync_channel::<Came>(2);
    std::thread::scope(|scope| {
        for client in clients {
            let (send, work, page) = (send.clone(), &work, &page);
            scope.spawn(move || ask(&client, work, page, &send));
        }
        drop(send);
        let mut gathering =
            Gathering { wish, work: &work, page: &page, keeper, asked: HashSet::new(), done: 0, open: 0 };
        gathering.ask(Need { url: address.clone(), wanted: Wanted::Style });
        let ended = loop {
            let step = Step { done: gathering.done, total: gathering.done + gathering.open };
            if !tell(step) {
                break Err(Failure::Stopped);
            }
            if gathering.open == 0 {
                break Ok(());
            }
            if Instant::now() >= until {
                // Time is over: what is still on its way is missing.
                stop.stop();
            }
            match receive.recv_timeout(LOOK) {
                Ok((need, answer)) => {
                    if let Err(failure) = gathering.take(need, answer) {
                        break Err(failure);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    break Err(Failure::unreachable(address.as_str(), Reach::Broken, "the work broke off"));
                }
            }
        };
        work.end();
        stop.stop();
        // Whoever still wants to hand something over may go.
        drop(receive);
        ended?;
        gathering.keeper.end(wish)
    })
}

/// One thread: asks for what is next, until there is no more.
fn ask(client: &Client, work: &Work, page: &Mutex<Option<Url>>, send: &SyncSender<Came>) {
    while let Some(need) = work.next() {
        let from = page.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let answer = client.get(&need.url, from.as_ref());
        if send.send((need, answer)).is_err() {
            return;
        }
    }
}

struct Gathering<'a> {
    wish: &'a Wish<'a>,
    work: &'a Work,
    page: &'a Mutex<Option<Url>>,
    keeper: Keeper,
    asked: HashSet<Url>,
    done: usize,
    open: usize,
}

impl Gathering<'_> {
    fn ask(&mut self, need: Need) {
        if self.asked.contains(&need.url) {
            return;
        }
        // The page itself is none of its resources.
        if self.asked.len() > self.wish.rules.limits.resources {
            let why = format!("a page brings at most {} resources", self.wish.rules.limits.resources);
            self.keeper.missing(Missing { address: need.url.to_string(), why });
            return;
        }
        self.asked.insert(need.url.clone());
        self.open += 1;
        self.work.add(need);
    }

    fn take(&mut self, need: Need, answer: Result<Answer, Failure>) -> Result<(), Failure> {
        let first = self.done == 0;
        self.done += 1;
        self.open -= 1;
        let answer = match answer {
            Ok(answer) => answer,
            Err(failure) if first => return Err(failure),
            Err(failure @ Failure::Disk(_)) => return Err(failure),
            Err(failure) => {
                self.keeper.missing(Missing { address: need.url.to_string(), why: failure.to_string() });
                return Ok(());
            }
        };
        let needs = if first {
            let (page, needs) = self.keeper.page(answer)?;
            *self.page.lock().unwrap_or_else(PoisonError::into_inner) = Some(page);
            needs
        } else {
            self.keeper.resource(&need, answer)?
        };
        for need in needs {
            self.ask(need);
        }
        Ok(())
    }
}
