//! From a name to numbers, once: every number is checked, and the connection goes to one of these and no other.

use super::address;
use crate::failure::{Failure, Reach};
use crate::rules::Rules;
use std::fmt;
use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::{Arc, mpsc};
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Who knows the numbers behind a name.
pub trait Names: Send + Sync + 'static {
    /// The numbers of a name, with the port.
    ///
    /// *Errors*: whatever the system says when it finds none.
    fn look_up(&self, name: &str, port: u16) -> io::Result<Vec<SocketAddr>>;
}

/// The names of the system.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemNames;

impl Names for SystemNames {
    fn look_up(&self, name: &str, port: u16) -> io::Result<Vec<SocketAddr>> {
        Ok((name, port).to_socket_addrs()?.collect())
    }
}

/// How many numbers of a name are tried.
const MOST: usize = 8;

/// Looks names up for one client, and lets none through that leads where it may not.
pub(super) struct Pinned {
    names: Arc<dyn Names>,
    private: bool,
    /// Host and port of the proxy: a person set it, so that it may stand in a private network.
    proxy: Option<(String, u16)>,
}

impl Pinned {
    pub(super) fn new(names: Arc<dyn Names>, rules: &Rules, proxy: Option<(String, u16)>) -> Self {
        Self { names, private: rules.private, proxy }
    }

    /// The numbers of that place, all of them checked.
    fn numbers(
        &self,
        address: &str,
        name: &str,
        port: u16,
        wait: Duration,
    ) -> Result<Vec<SocketAddr>, Failure> {
        let of_proxy = self.proxy.as_ref().is_some_and(|(host, at)| host == name && *at == port);
        let bare = name.trim_start_matches('[').trim_end_matches(']').to_owned();
        let (names, (send, receive)) = (Arc::clone(&self.names), mpsc::sync_channel(1));
        // The system's own call cannot be given a time: it gets a thread, and is left behind when it takes too long.
        let thread = std::thread::Builder::new().name("names".to_owned());
        thread.spawn(move || send.send(names.look_up(&bare, port)).ok()).map_err(Failure::Disk)?;
        let found = receive
            .recv_timeout(wait)
            .map_err(|_| Failure::TooSlow { address: address.to_owned(), seconds: wait.as_secs() })?
            .map_err(|error| Failure::unreachable(address, Reach::Name, error))?;
        if found.is_empty() {
            return Err(Failure::unreachable(address, Reach::Name, "the name has no number"));
        }
        for number in found.iter().map(SocketAddr::ip).filter(|_| !of_proxy) {
            let wrong = address::what_is_wrong_with(number);
            // One wrong number among many is enough: a name that mixes them means no good.
            if let Some(what) = wrong.filter(|_| !self.private || address::is_nobody(number)) {
                let (address, found) = (address.to_owned(), format!("{name} ({number})"));
                return Err(Failure::Refused { address, found, what });
            }
        }
        Ok(found)
    }
}

impl Resolver for Pinned {
    fn resolve(
        &self,
        uri: &Uri,
        _: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
        let wait = (*timeout.after).min(Duration::from_secs(20));
        let found = self
            .numbers(&uri.to_string(), uri.host().unwrap_or_default(), port, wait)
            .map_err(|failure| ureq::Error::Other(Box::new(failure)))?;
        let mut kept = self.empty();
        for number in found.into_iter().take(MOST) {
            kept.push(number);
        }
        Ok(kept)
    }
}

impl fmt::Debug for Pinned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pinned").field("private", &self.private).finish_non_exhaustive()
    }
}
