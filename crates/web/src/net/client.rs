//! One client: asks for an address, follows where it leads (each step checked anew), and answers with the raw exchanges.

use super::address;
use super::cookies::Jar;
use super::line::{Line, Lines, spool};
use super::names::{Names, Pinned};
use super::tee::TeeConnector;
use crate::failure::{Failure, Reach};
use crate::rules::Rules;
use chrono::{DateTime, Utc};
use std::io::{self, Read, Seek, Write};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tempfile::SpooledTempFile;
use ureq::http::Request;
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::unversioned::transport::{ConnectProxyConnector, Connector, RustlsConnector, TcpConnector};
use ureq::{Agent, Proxy};
use url::Url;

/// Largest head of an answer, in bytes.
const HEAD: usize = 256 * 1024;

/// Largest answer of a service, in bytes.
const SMALL: u64 = 1_000_000;
/// The longest that is waited for a connection.
const CONNECTING: Duration = Duration::from_secs(15);

/// Stops all clients of a capture, those that wait for a server too.
#[derive(Default)]
pub(crate) struct Stop {
    stopped: AtomicBool,
    agents: Mutex<Vec<Agent>>,
}

impl Stop {
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Stops: connections are closed, and no new one is opened.
    pub(crate) fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        for agent in self.agents.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            agent.shutdown();
        }
    }
}

/// One step of a fetch: what was asked, and what came, byte for byte.
#[derive(Debug)]
pub(crate) struct Hop {
    pub url: Url,
    pub status: u16,
    pub media_type: Option<String>,
    /// The request as it was sent.
    pub sent: Vec<u8>,
    /// The answer as it came: head, body, and the coding of the transfer.
    pub came: SpooledTempFile,
    pub time: DateTime<Utc>,
    pub peer: Option<IpAddr>,
    /// Where it leads on.
    pub leads_to: Option<Url>,
}

/// What came in the end, and the steps on the way there.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The steps; the last one is the answer itself.
    pub hops: Vec<Hop>,
    pub content_type: Option<String>,
    pub content_encoding: Option<String>,
    /// The body without the coding of the transfer, but as packed as it came.
    pub body: SpooledTempFile,
}

/// Asks servers. One for each thread: a client asks for one thing at a time.
pub(crate) struct Client {
    agent: Agent,
    lines: Lines,
    jar: Arc<Jar>,
    rules: Arc<Rules>,
    stop: Arc<Stop>,
    /// When the time of the capture is over.
    until: Instant,
}

impl Client {
    /// *Errors*: [`Failure::Setting`] for a proxy or certificates that cannot be used.
    pub(crate) fn new(
        rules: &Arc<Rules>,
        names: &Arc<dyn Names>,
        jar: &Arc<Jar>,
        all: &Arc<AtomicU64>,
        stop: &Arc<Stop>,
        until: Instant,
    ) -> Result<Self, Failure> {
        let setting = |setting, said: String| Failure::Setting { setting, said };
        let mut behind = None;
        let proxy = match &rules.proxy {
            Some(given) => {
                let read = Proxy::new(given).map_err(|error| setting("proxy", error.to_string()))?;
                if !matches!(Url::parse(given), Ok(url) if matches!(url.scheme(), "http" | "https")) {
                    return Err(setting("proxy", "it begins with http:// or https://".to_owned()));
                }
                behind = Some((read.host().to_owned(), read.port()));
                Some(read)
            }
            None => None,
        };
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .max_response_header_size(HEAD)
            .timeout_global(Some(rules.limits.one_time))
            .timeout_connect(Some(rules.limits.one_time.min(CONNECTING)))
            .user_agent(rules.user_agent.as_str())
            .accept("text/html,application/xhtml+xml,*/*;q=0.8")
            .accept_encoding("gzip")
            .tls_config(tls(rules)?)
            .proxy(proxy)
            .build();
        let lines = Lines::new(Arc::clone(all), rules.limits.one, rules.limits.all);
        let tee = TeeConnector { lines: lines.clone(), behind_proxy: behind.is_some() };
        let connector =
            ().chain(ConnectProxyConnector::default())
                .chain(TcpConnector::default())
                .chain(RustlsConnector::default())
                .chain(tee);
        let agent = Agent::with_parts(config, connector, Pinned::new(Arc::clone(names), rules, behind));
        stop.agents.lock().unwrap_or_else(PoisonError::into_inner).push(agent.clone());
        Ok(Self {
            agent,
            lines,
            jar: Arc::clone(jar),
            rules: Arc::clone(rules),
            stop: Arc::clone(stop),
            until,
        })
    }

    /// Asks for an address and follows it to its end.
    ///
    /// *Errors*: those of [`Failure`] but `BadArchive`; an answer of 400 or more is none here.
    pub(crate) fn get(&self, address: &Url, referer: Option<&Url>) -> Result<Answer, Failure> {
        let mut hops: Vec<Hop> = Vec::new();
        let mut url = address::checked(address.as_str(), &self.rules)?;
        loop {
            if hops.len() > self.rules.limits.redirects {
                let said = format!("it leads on more than {} times", self.rules.limits.redirects);
                return Err(Failure::unreachable(address.as_str(), Reach::Redirects, said));
            }
            let (mut answer, hop) = self.one(&url, referer)?;
            let next = hop.leads_to.clone();
            hops.push(hop);
            match next {
                Some(next) => url = address::checked(next.as_str(), &self.rules)?,
                None => {
                    answer.hops = hops;
                    return Ok(answer);
                }
            }
        }
    }

    /// Asks a service for a small answer: sends a form, or asks alone. Redirects are not followed.
    ///
    /// *Errors*: as of [`Client::get`].
    pub(crate) fn ask(
        &self,
        url: &Url,
        headers: &[(&str, String)],
        form: Option<String>,
    ) -> Result<(u16, Vec<u8>), Failure> {
        let url = address::checked(url.as_str(), &self.rules)?;
        if let Some(failure) = self.ended(&url) {
            return Err(failure);
        }
        let method = if form.is_some() { "POST" } else { "GET" };
        let mut request = Request::builder().method(method).uri(url.as_str()).header("Connection", "close");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let sent = match form {
            Some(form) => {
                let request = request.header("Content-Type", "application/x-www-form-urlencoded").body(form);
                request.map_err(ureq::Error::from).and_then(|request| self.agent.run(request))
            }
            None => request.body(()).map_err(ureq::Error::from).and_then(|request| self.agent.run(request)),
        };
        let read = sent.and_then(|mut response| {
            let status = response.status().as_u16();
            Ok((status, response.body_mut().with_config().limit(SMALL).read_to_vec()?))
        });
        let line = self.lines.take();
        read.map_err(|error| self.named(&url, Wrong::Http(error), &line))
    }

    fn one(&self, url: &Url, referer: Option<&Url>) -> Result<(Answer, Hop), Failure> {
        if let Some(failure) = self.ended(url) {
            return Err(failure);
        }
        let time = Utc::now();
        let mut body = spool();
        let done = self.exchange(url, referer, &mut body);
        let line = self.lines.take();
        let head = done.map_err(|error| self.named(url, error, &line))?;
        let size = body.stream_position()?;
        body.rewind()?;
        let mut came = line.came;
        if !head.chunked {
            cut_behind(&mut came, size)?;
        }
        let answer = Answer {
            hops: Vec::new(),
            content_type: head.content_type.clone(),
            content_encoding: head.content_encoding,
            body,
        };
        let hop = Hop {
            url: url.clone(),
            status: head.status,
            media_type: head.content_type.as_deref().map(essence),
            sent: line.sent,
            came,
            time,
            peer: line.peer,
            leads_to: head.leads_to,
        };
        Ok((answer, hop))
    }

    fn exchange(&self, url: &Url, referer: Option<&Url>, body: &mut SpooledTempFile) -> Result<Head, Wrong> {
        let mut request = self.agent.get(url.as_str()).header("Connection", "close");
        // The page that names a resource is told to its own server alone; others learn no more than where it stands.
        if let Some(page) = referer.filter(|page| page.scheme() == url.scheme()) {
            let told = if page.origin() == url.origin() {
                page.to_string()
            } else {
                format!("{}/", page.origin().ascii_serialization())
            };
            request = request.header("Referer", told);
        }
        if let Some(cookies) = self.jar.give(url) {
            request = request.header("Cookie", cookies);
        }
        let mut response = request.call()?;
        for cookie in response.headers().get_all("set-cookie") {
            self.jar.take(url, &String::from_utf8_lossy(cookie.as_bytes()));
        }
        let header = |name: &str| {
            response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
        };
        let status = response.status().as_u16();
        let leads_to = match status {
            301 | 302 | 303 | 307 | 308 => header("location").and_then(|to| url.join(to.trim()).ok()),
            _ => None,
        };
        let head = Head {
            status,
            leads_to,
            chunked: header("transfer-encoding").is_some(),
            content_type: header("content-type"),
            content_encoding: header("content-encoding"),
        };
        let mut reader = response.body_mut().with_config().limit(u64::MAX).reader();
        let mut block = vec![0; 32 * 1024];
        loop {
            match reader.read(&mut block) {
                Ok(0) => return Ok(head),
                Ok(n) => body.write_all(&block[..n]).map_err(|error| Wrong::Own(Failure::Disk(error)))?,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(Wrong::Http(ureq::Error::from(error))),
            }
        }
    }

    /// Why nothing more is asked: the time of the capture is over, or it was stopped.
    fn ended(&self, url: &Url) -> Option<Failure> {
        if self.until <= Instant::now() {
            return Some(self.too_slow(url));
        }
        self.stop.is_stopped().then_some(Failure::Stopped)
    }

    fn too_slow(&self, url: &Url) -> Failure {
        let all = self.until <= Instant::now();
        let limit = if all { self.rules.limits.all_time } else { self.rules.limits.one_time };
        Failure::TooSlow { address: url.to_string(), seconds: limit.as_secs() }
    }

    /// Puts what HTTP says into our own words.
    fn named(&self, url: &Url, wrong: Wrong, line: &Line) -> Failure {
        let error = match wrong {
            Wrong::Own(failure) => return failure,
            Wrong::Http(error) => error,
        };
        if let Some(failure) = self.ended(url) {
            return failure;
        }
        if let Some(Failure::TooLarge { limit, .. }) = line.broken {
            return Failure::TooLarge { address: url.to_string(), limit };
        }
        let reach = |why, error: &dyn std::fmt::Display| Failure::unreachable(url.as_str(), why, error);
        match error {
            ureq::Error::Other(inner) => match inner.downcast::<Failure>() {
                Ok(own) => *own,
                Err(other) => reach(Reach::Broken, &other),
            },
            ureq::Error::Timeout(_) => self.too_slow(url),
            ureq::Error::HostNotFound => reach(Reach::Name, &"the name has no number"),
            ureq::Error::Tls(_) | ureq::Error::Rustls(_) | ureq::Error::Pem(_) => {
                reach(Reach::Certificate, &error)
            }
            ureq::Error::ConnectProxyFailed(_) | ureq::Error::InvalidProxyUrl => reach(Reach::Proxy, &error),
            ureq::Error::Io(inner) => of_io(url, &inner, self),
            other => reach(Reach::Broken, &other),
        }
    }
}

/// Cuts off what a server sent behind the end of its answer.
fn cut_behind(came: &mut SpooledTempFile, body: u64) -> io::Result<()> {
    came.rewind()?;
    let mut start = Vec::new();
    came.take(HEAD as u64 * 2).read_to_end(&mut start)?;
    match crate::warc::http::head_end(&start) {
        Some(head) => came.set_len(head as u64 + body),
        None => Ok(()),
    }
}

/// What the head of an answer says.
struct Head {
    status: u16,
    leads_to: Option<Url>,
    chunked: bool,
    content_type: Option<String>,
    content_encoding: Option<String>,
}

enum Wrong {
    Own(Failure),
    Http(ureq::Error),
}

impl From<ureq::Error> for Wrong {
    fn from(error: ureq::Error) -> Self {
        Self::Http(error)
    }
}

fn of_io(url: &Url, error: &io::Error, client: &Client) -> Failure {
    let said = error.to_string();
    // TLS speaks through the error of the connection below it.
    let certificate = ["certificate", "tls", "TLS", "UnknownIssuer"].iter().any(|word| said.contains(word));
    match error.kind() {
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => client.too_slow(url),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            Failure::Disk(io::Error::from(error.kind()))
        }
        _ if certificate => Failure::unreachable(url.as_str(), Reach::Certificate, said),
        io::ErrorKind::ConnectionRefused
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::AddrNotAvailable => Failure::unreachable(url.as_str(), Reach::Connection, said),
        _ => Failure::unreachable(url.as_str(), Reach::Broken, said),
    }
}

/// The certificates of the public web as Mozilla has them, and those of the settings.
fn tls(rules: &Rules) -> Result<TlsConfig, Failure> {
    let wrong = |said: String| Failure::Setting { setting: "certificates", said };
    let public = webpki_root_certs::TLS_SERVER_ROOT_CERTS
        .iter()
        .map(|one| Certificate::from_der(one.as_ref()).to_owned());
    let mut trusted: Vec<Certificate<'static>> = public.collect();
    if let Some(pem) = &rules.certificates {
        let before = trusted.len();
        for item in parse_pem(pem) {
            if let PemItem::Certificate(certificate) = item.map_err(|error| wrong(error.to_string()))? {
                trusted.push(certificate);
            }
        }
        if trusted.len() == before {
            return Err(wrong("there is no certificate in it (PEM)".to_owned()));
        }
    }
    Ok(TlsConfig::builder()
        .root_certs(RootCerts::from(trusted))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build())
}

/// A media type without its parameters, in small letters.
pub(crate) fn essence(content_type: &str) -> String {
    content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
