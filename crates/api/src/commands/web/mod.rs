//! Pages of the web: captured on request, compared, saved to an archive. The errand itself is in `web`; here its fruits are kept.

pub(super) mod archived;
mod capture;
mod compare;
mod wayback;

use crate::problem::{Code, Problem};
use crate::table::Command;
use web::Failure;

/// What went wrong on the way, with what to do.
pub(super) fn problem(failure: Failure) -> Problem {
    let message = failure.to_string();
    match failure {
        Failure::NotAnAddress { address } => Problem::new(Code::Invalid, message)
            .field("address")
            .hint("Give it whole, beginning with http:// or https://, without a name and password.")
            .with("address", address),
        Failure::Refused { address, found, what } => Problem::new(Code::RefusedAddress, message)
            .hint("Pages of private networks are fetched only when Settings, Network, allow it.")
            .with("address", address)
            .with("found", found)
            .with("what", what),
        Failure::Unreachable { address, why, status, .. } => {
            let hint = match why {
                web::Reach::Name => "Check the address and the connection, and try again.",
                web::Reach::Connection => "The server may be down: try again later.",
                web::Reach::Certificate => {
                    "Its certificate cannot be trusted: check the address, or name the certificate in Settings, Network."
                }
                web::Reach::Broken => "Try again; if it stays so, save the page in your browser and attach the file.",
                web::Reach::Redirects => "Open it in your browser, and give the address where it ends.",
                web::Reach::Proxy => "Check the proxy in Settings, Network.",
                web::Reach::Status => {
                    "The server does not give it to us: save the page in your browser and attach the file."
                }
            };
            let problem = Problem::new(Code::UnreachablePage, message)
                .hint(hint)
                .with("address", address)
                .with("why", why.word());
            match status {
                Some(status) => problem.with("status", status),
                None => problem,
            }
        }
        Failure::TooLarge { address, limit } => Problem::new(Code::TooLarge, message)
            .hint("Settings, Network, say how much is taken; or save the page in your browser and attach the file.")
            .with("address", address)
            .with("limit", limit),
        Failure::TooSlow { address, seconds } => Problem::new(Code::TooSlow, message)
            .hint("Try again later; Settings, Network, say how long is waited.")
            .with("address", address)
            .with("seconds", seconds),
        Failure::Stopped => crate::progress::stopped(),
        Failure::Setting { setting, .. } => Problem::new(Code::Invalid, message)
            .hint("Mend it in Settings, Network.")
            .with("setting", setting),
        Failure::BadArchive { .. } => {
            Problem::new(Code::FileMissing, message).hint("Check the preserved file, or capture the page anew.")
        }
        Failure::Disk(error) => crate::workspace::io(std::path::Path::new("a temporary file"), &error),
    }
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = capture::commands();
    all.extend(compare::commands());
    all.extend(wayback::commands());
    all
}
