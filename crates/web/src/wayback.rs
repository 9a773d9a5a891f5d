//! Saving a page to the Wayback Machine: its own servers fetch the page, we ask for it and wait (Save Page Now 2, as its API document says).

use crate::failure::{Failure, Reach};
use crate::net::{Client, Names, Stop, checked};
use crate::rules::Rules;
use serde_json::Value;
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};
use url::Url;
use url::form_urlencoded::Serializer;

/// The service, unless another is set (tests speak to a double).
pub const SERVICE: &str = "https://web.archive.org";
/// The longest wait between two looks.
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// What is asked for.
pub struct Saving<'a> {
    /// The address of the page.
    pub address: &'a str,
    /// The service.
    pub service: &'a str,
    /// The keys of an account there (access and secret); without them few pages a day are taken.
    pub keys: Option<(String, String)>,
    /// How far it may go.
    pub rules: Rules,
    /// Who knows the numbers of names.
    pub names: Arc<dyn Names>,
}

/// A page that the Wayback Machine has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The address of the page, as the archive has it.
    pub original: String,
    /// The address of the archived copy.
    pub archived: String,
    /// When it was archived, as 14 digits.
    pub stamp: String,
}

/// Asks the archive to save a page, and waits until it did. `tell` hears that it still waits, and stops by `false`; what the archive was
/// asked to do it may then do all the same.
///
/// *Errors*: [`Failure`]; what the archive says is in its words.
pub fn save(saving: &Saving<'_>, tell: &mut dyn FnMut() -> bool) -> Result<Saved, Failure> {
    let page = checked(saving.address, &saving.rules)?;
    let service = Url::parse(saving.service)
        .map_err(|error| Failure::Setting { setting: "service", said: error.to_string() })?;
    let until = Instant::now() + saving.rules.limits.all_time;
    let stop = Arc::new(Stop::default());
    let (rules, jar) = (Arc::new(saving.rules.clone()), Arc::default());
    let client = Client::new(&rules, &saving.names, &jar, &Arc::new(AtomicU64::new(0)), &stop, until)?;
    let (send, receive) = mpsc::channel();
    std::thread::scope(|scope| {
        let asking = scope.spawn(|| {
            let done = asked(&client, saving, &service, &page, &stop, until);
            let _ = send.send(());
            done
        });
        while receive.recv_timeout(Duration::from_millis(100)).is_err() {
            if !tell() {
                stop.stop();
            }
        }
        asking.join().unwrap_or_else(|_| {
            Err(Failure::unreachable(saving.service, Reach::Broken, "the work broke off"))
        })
    })
}

fn asked(
    client: &Client,
    saving: &Saving<'_>,
    service: &Url,
    page: &Url,
    stop: &Stop,
    until: Instant,
) -> Result<Saved, Failure> {
    let no = |said: String| Failure::Unreachable {
        address: saving.service.to_owned(),
        why: Reach::Status,
        status: None,
        said,
    };
    let mut headers = vec![("Accept", "application/json".to_owned())];
    if let Some((access, secret)) = &saving.keys {
        headers.push(("Authorization", format!("LOW {access}:{secret}")));
    }
    let at = |path: &str| service.join(path).map_err(|error| no(error.to_string()));
    let form = Serializer::new(String::new()).append_pair("url", page.as_str()).finish();
    let begun = json(client, &at("/save")?, &headers, Some(form), &no)?;
    let get = |of: &Value, key: &str| of.get(key).and_then(Value::as_str).map(str::to_owned);
    let job = get(&begun, "job_id")
        .filter(|job| job.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'))
        .ok_or_else(|| no(get(&begun, "message").unwrap_or_else(|| "it gave no job".to_owned())))?;
    let mut wait = Duration::from_millis(250);
    loop {
        if stop.is_stopped() {
            return Err(Failure::Stopped);
        }
        if Instant::now() + wait >= until {
            let seconds = saving.rules.limits.all_time.as_secs();
            return Err(Failure::TooSlow { address: saving.service.to_owned(), seconds });
        }
        std::thread::sleep(wait);
        wait = (wait * 2).min(LONGEST_WAIT);
        let now = json(client, &at(&format!("/save/status/{job}"))?, &headers, None, &no)?;
        match get(&now, "status").as_deref() {
            Some("success") => {
                let stamp = get(&now, "timestamp")
                    .filter(|stamp| stamp.len() == 14 && stamp.bytes().all(|byte| byte.is_ascii_digit()))
                    .ok_or_else(|| no("it saved the page and does not say when".to_owned()))?;
                let original = get(&now, "original_url").unwrap_or_else(|| page.to_string());
                return Ok(Saved { archived: format!("{SERVICE}/web/{stamp}/{original}"), original, stamp });
            }
            Some("pending") => {}
            _ => {
                return Err(
                    no(get(&now, "message").unwrap_or_else(|| "it did not save the page".to_owned())),
                );
            }
        }
    }
}

/// An answer of the service, read.
fn json(
    client: &Client,
    url: &Url,
    headers: &[(&str, String)],
    form: Option<String>,
    no: &dyn Fn(String) -> Failure,
) -> Result<Value, Failure> {
    let (status, body) = client.ask(url, headers, form)?;
    let read = serde_json::from_slice::<Value>(&body).ok().filter(Value::is_object);
    let said = read.as_ref().and_then(|body| body.get("message")?.as_str()).unwrap_or_default();
    match read {
        Some(read) if (200..300).contains(&status) => Ok(read),
        _ => Err(no(format!("it answered {status} {said}").trim().to_owned())),
    }
}
