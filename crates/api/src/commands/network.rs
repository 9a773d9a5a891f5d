//! Settings of the network: what is allowed, and how pages are asked for. Outside the history.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::table::{Command, command};
use crate::wire::{Nothing, answer, wire};
use crate::workspace::network::Network;

wire! {
    /// Sets what is named of the network's settings, and leaves the rest; an empty text or 0 takes a setting back.
    pub struct NetworkSet {
        /// Whether the whole network is off.
        pub off: Option<bool>,
        /// Whether this machine and private networks may be asked.
        pub private: Option<bool>,
        /// The name under which servers are asked.
        pub user_agent: Option<String>,
        /// Address of a proxy: `http://` or `https://`, with name and password where it wants them.
        pub proxy: Option<String>,
        /// A file of certificates (PEM) that are trusted beside those of the public web.
        pub certificates: Option<String>,
        /// Largest answer, in megabytes.
        pub one_megabytes: Option<u32>,
        /// All answers of a capture, in megabytes.
        pub all_megabytes: Option<u32>,
        /// Time for one answer, in seconds.
        pub one_seconds: Option<u32>,
        /// Time for a capture, in seconds.
        pub all_seconds: Option<u32>,
        /// How many things a page may bring.
        pub resources: Option<u32>,
        /// Whether pages may be saved to the Wayback Machine on request.
        pub wayback: Option<bool>,
        /// A file with the two keys of an account there (access and secret).
        pub wayback_keys: Option<String>,
        /// The service, where it is not the Internet Archive's own.
        pub wayback_service: Option<String>,
    }
}

answer! {
    /// The settings of the network, and what is in force where nothing is set.
    pub struct NetworkShown {
        /// Whether the whole network is off.
        pub off: bool,
        /// Whether this machine and private networks may be asked.
        pub private: bool,
        /// The name that is set.
        pub user_agent: Option<String>,
        /// The name under which servers are asked where none is set.
        pub own_user_agent: String,
        /// Address of a proxy, without its password.
        pub proxy: Option<String>,
        /// A file of certificates.
        pub certificates: Option<String>,
        /// Largest answer in force, in megabytes.
        pub one_megabytes: u32,
        /// All answers of a capture, in megabytes.
        pub all_megabytes: u32,
        /// Time for one answer, in seconds.
        pub one_seconds: u32,
        /// Time for a capture, in seconds.
        pub all_seconds: u32,
        /// How many things a page may bring.
        pub resources: u32,
        /// Whether pages may be saved to the Wayback Machine on request.
        pub wayback: bool,
        /// A file with keys.
        pub wayback_keys: Option<String>,
        /// The service, where it is another one.
        pub wayback_service: Option<String>,
    }
}

fn shown(network: Network) -> NetworkShown {
    let limits = network.limits();
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    let path = |path: Option<std::path::PathBuf>| path.map(|path| path.display().to_string());
    NetworkShown {
        off: network.off,
        private: network.private,
        user_agent: network.user_agent,
        own_user_agent: web::USER_AGENT.to_owned(),
        proxy: network.proxy.map(without_password),
        certificates: path(network.certificates),
        one_megabytes: number(limits.one / 1_000_000),
        all_megabytes: number(limits.all / 1_000_000),
        one_seconds: number(limits.one_time.as_secs()),
        all_seconds: number(limits.all_time.as_secs()),
        resources: number(limits.resources as u64),
        wayback: network.wayback,
        wayback_keys: path(network.wayback_keys),
        wayback_service: network.wayback_service,
    }
}

/// What stands for the password of a proxy wherever its address is shown; sent back, it means the same password.
const HIDDEN: &str = "****";

fn without_password(proxy: String) -> String {
    match url::Url::parse(&proxy) {
        Ok(mut url) if url.password().is_some() => {
            let _ = url.set_password(Some(HIDDEN));
            url.to_string()
        }
        _ => proxy,
    }
}

fn show(desk: &mut Desk, _: &Context, _: Nothing) -> Result<NetworkShown, Problem> {
    Ok(shown(Network::read(&desk.workspace)))
}

fn set(desk: &mut Desk, _: &Context, request: NetworkSet) -> Result<NetworkShown, Problem> {
    if !desk.door_can_write {
        return Err(Problem::new(Code::ReadOnly, "this workspace is open for reading only")
            .hint("Close the other window or command that writes here, and open it again."));
    }
    let mut network = Network::read(&desk.workspace);
    let words = |value: String| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
    let number = |field: &'static str, value: u32, least: u32, most: u32| match value {
        0 => Ok(None),
        value if (least..=most).contains(&value) => Ok(Some(u64::from(value))),
        _ => Err(Problem::new(Code::Invalid, format!("from {least} to {most}, or 0 for the program's own"))
            .field(field)),
    };
    if let Some(off) = request.off {
        network.off = off;
    }
    if let Some(private) = request.private {
        network.private = private;
    }
    if let Some(name) = request.user_agent {
        if name.len() > 500 || name.chars().any(|c| !(' '..='~').contains(&c)) {
            return Err(Problem::new(Code::Invalid, "a name for servers is one line of plain Latin letters")
                .field("user_agent"));
        }
        network.user_agent = words(name);
    }
    if let Some(proxy) = request.proxy {
        network.proxy = match words(proxy) {
            Some(proxy) => Some(proxy_of(&proxy, network.proxy.as_deref())?),
            None => None,
        };
    }
    if let Some(path) = request.certificates {
        network.certificates = words(path).map(Into::into);
        if let Some(path) = &network.certificates {
            crate::workspace::network::small_file(path, 5_000_000)
                .map_err(|problem| problem.field("certificates"))?;
        }
    }
    if let Some(value) = request.one_megabytes {
        network.one_megabytes = number("one_megabytes", value, 1, 2000)?;
    }
    if let Some(value) = request.all_megabytes {
        network.all_megabytes = number("all_megabytes", value, 1, 4000)?;
    }
    if let Some(value) = request.one_seconds {
        network.one_seconds = number("one_seconds", value, 1, 600)?;
    }
    if let Some(value) = request.all_seconds {
        network.all_seconds = number("all_seconds", value, 1, 3600)?;
    }
    if let Some(value) = request.resources {
        network.resources = number("resources", value, 1, 5000)?;
    }
    if let Some(wayback) = request.wayback {
        network.wayback = wayback;
    }
    if let Some(path) = request.wayback_keys {
        network.wayback_keys = words(path).map(Into::into);
        if let Some(path) = &network.wayback_keys {
            crate::workspace::network::small_file(path, 10_000)
                .map_err(|problem| problem.field("wayback_keys"))?;
        }
    }
    if let Some(service) = request.wayback_service {
        network.wayback_service = words(service);
    }
    network.write(&desk.workspace)?;
    Ok(shown(network))
}

/// A proxy that can be used; where its password is hidden, the one that is set stays.
fn proxy_of(given: &str, before: Option<&str>) -> Result<String, Problem> {
    let wrong = || {
        Problem::new(Code::Invalid, "a proxy is given as http://host:port or https://host:port")
            .field("proxy")
    };
    let mut url = url::Url::parse(given).map_err(|_| wrong())?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err(wrong());
    }
    if url.password() == Some(HIDDEN)
        && let Some(kept) = before.and_then(|before| url::Url::parse(before).ok())
    {
        let _ = url.set_password(kept.password());
    }
    Ok(url.to_string())
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "network.show", Nothing => NetworkShown, show, "Shows what is allowed of the network, and how pages are asked for."),
        command!(Read "network.set", NetworkSet => NetworkShown, set, "Sets what is named of the network's settings, on this machine and outside the history; an empty text or 0 takes a setting back."),
    ]
}
