//! What an operation was about, in words: the record that its command is named after, and the tables that it touched.

use crate::desk::Desk;
use crate::problem::Problem;
use crate::wire::{answer, label_of};
use ledger::OperationSummary;
use serde_json::Value;
use uuid::Uuid;

answer! {
    /// What an operation was about.
    pub struct About {
        /// Its main record; none where nothing of it can be told any more.
        pub record: Option<AboutRecord>,
        /// Each table touched, with the number of rows, in the order in which they first stand there.
        pub tables: Vec<AboutTable>,
        /// How many of its changes these numbers cover: all, or the first thousand.
        pub n_counted: u32,
    }

    /// The record that an operation was about.
    pub struct AboutRecord {
        /// Its table.
        pub table: String,
        /// Its id.
        pub id: Uuid,
        /// Its label, or that of what it is about where it has none of its own: of a stance, the claim.
        pub name: String,
    }

    /// How many rows of a table an operation touched.
    pub struct AboutTable {
        /// The table.
        pub table: String,
        /// How many of its rows.
        pub n: u32,
    }
}

/// How far a record without a name of its own is followed: credibility, evidence link, claim.
const FARTHEST: usize = 3;

/// The fields that say what a record without a name of its own is about, each with the table it points into, the first first.
fn points_to(table: &str) -> &'static [(&'static str, &'static str)] {
    match table {
        "account_claim" | "act" | "assessment" => &[("claim_id", "claim")],
        "appearance" => &[("statement_id", "statement")],
        "carrier" | "holder" | "reliability" => &[("actor_id", "actor")],
        "credibility" | "relevance" | "stance" => &[("link_id", "evidence_link")],
        "derivation" => &[("item_id", "item"), ("actor_id", "actor")],
        "evidence_link" => {
            &[("to_claim_id", "claim"), ("to_account_id", "account"), ("from_item_id", "item")]
        }
        "second_reading" | "verdict" => &[("assessment_id", "assessment")],
        _ => &[],
    }
}

/// What a record is called: after what it is about, or as itself.
fn called(desk: &Desk, table: &str, image: &Value, left: usize) -> Result<String, Problem> {
    let next = points_to(table).iter().find_map(|(field, into)| {
        let id = image.get(field)?.as_str()?;
        Some((*into, Uuid::parse_str(id).ok()?))
    });
    if let Some((into, id)) = next
        && left > 0
        && let Some(image) = desk.ledger.image(into, id)?
    {
        return called(desk, into, &image, left - 1);
    }
    // What was said of a rating is no name: it could be covered for who reads.
    Ok(match points_to(table).iter().any(|(_, into)| *into == "assessment") {
        true => table.replace('_', " "),
        false => label_of(table, image),
    })
}

/// What an operation was about.
pub(super) fn about(desk: &Desk, operation: &OperationSummary) -> Result<About, Problem> {
    let found = desk.ledger.about(operation)?;
    let record = match found.main {
        Some(main) => match main.after.as_ref().or(main.before.as_ref()) {
            Some(image) => {
                let name = called(desk, &main.table, image, FARTHEST)?;
                Some(AboutRecord { table: main.table, id: main.row, name })
            }
            None => None,
        },
        None => None,
    };
    Ok(About {
        record,
        tables: found.tables.into_iter().map(|(table, n)| AboutTable { table, n }).collect(),
        n_counted: found.counted,
    })
}
