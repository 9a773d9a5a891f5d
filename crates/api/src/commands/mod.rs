//! The commands, one file per noun of the field, and the table of them all.

mod account;
mod actor;
pub(crate) mod alike;
mod around;
mod assessment;
mod bulk;
mod capture_bytes;
mod case;
mod case_list;
mod cell;
mod checklist;
mod claim;
mod comparison;
mod custody;
mod demo;
mod event;
mod evidence_link;
mod excerpt;
mod find;
mod finding;
mod history;
mod inquiry;
mod item;
pub(crate) mod local;
mod logo;
mod network;
mod of_capture;
mod on_link;
mod point;
mod reading;
mod related;
mod report;
pub(crate) mod scale;
mod search;
mod shown;
mod statement;
mod tables;
mod web;
mod workspace;

use crate::table::Command;

/// Every command, noun by noun.
pub(crate) fn all() -> Vec<Command> {
    let mut all = Vec::new();
    for part in [
        workspace::commands(),
        logo::commands(),
        case::commands(),
        actor::commands(),
        account::commands(),
        finding::commands(),
        event::commands(),
        point::commands(),
        claim::commands(),
        statement::commands(),
        item::commands(),
        capture_bytes::commands(),
        excerpt::commands(),
        reading::commands(),
        web::commands(),
        network::commands(),
        evidence_link::commands(),
        around::commands(),
        related::commands(),
        on_link::commands(),
        cell::commands(),
        comparison::commands(),
        assessment::commands(),
        scale::commands(),
        custody::commands(),
        of_capture::commands(),
        inquiry::commands(),
        checklist::commands(),
        report::commands(),
        search::commands(),
        history::commands(),
        demo::commands(),
        local::commands(),
    ] {
        all.extend(part);
    }
    all
}
