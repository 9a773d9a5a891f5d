//! What can be said on the command line.

use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Compare and rate competing accounts of one event; every change is kept, undoable and verifiable.
#[derive(Parser)]
#[command(name = "counterclaim", version, propagate_version = true)]
pub struct Arguments {
    /// The workspace's folder; else COUNTERCLAIM_WORKSPACE, else the platform's data folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub workspace: Option<PathBuf>,
    /// Who acts; else the editor set for this workspace. A new name is added as an editor by the first write.
    #[arg(long, global = true, value_name = "NAME")]
    pub editor: Option<String>,
    /// Why, kept with the operation.
    #[arg(long, global = true, value_name = "WORDS")]
    pub reason: Option<String>,
    /// JSON instead of text; errors too.
    #[arg(long, global = true)]
    pub json: bool,
    /// At most so many rows; lists are complete without it.
    #[arg(long, global = true, value_name = "N")]
    pub limit: Option<u32>,
    /// Open for reading alone; a command that writes is refused.
    #[arg(long, global = true)]
    pub read_only: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make the workspace if it is not there, and show it.
    Init,
    /// Make the demo case, or give the one that is there.
    Demo,
    /// Cases.
    Case {
        /// What about them.
        #[command(subcommand)]
        command: CaseCommand,
    },
    /// Look for words in cases, claims, statements, actors and items.
    Search {
        /// The words; all must be there, each as a beginning.
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// List operations, newest first.
    History {
        /// Only those of this case: its id, part of its id, or its name.
        case: Option<String>,
    },
    /// Take back the last operation that still stands.
    Undo {
        /// Only of this case.
        #[arg(long)]
        case: Option<String>,
    },
    /// Do again what the last undo took back.
    Redo {
        /// Only of this case.
        #[arg(long)]
        case: Option<String>,
    },
    /// Check every chain, image, row and preserved file.
    Verify {
        /// A head's hash, noted earlier or printed in a report: is it part of this history?
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
        /// Leave the preserved files out.
        #[arg(long)]
        without_files: bool,
    },
    /// Back up the ledger and the list of file hashes; with --full, the files too, into a new folder.
    Backup {
        /// A new folder for everything.
        #[arg(long, value_name = "OUT")]
        full: Option<PathBuf>,
    },
    /// Restore a backup into a new folder, never over an old one.
    Restore {
        /// The backup: a .sqlite file, or the folder of a full one.
        file: PathBuf,
        /// The new folder.
        dir: PathBuf,
    },
    /// Write a case's report into a file; the ledger is not touched.
    Report {
        /// The case: its id, part of its id, or its name.
        case: String,
        /// html, pdf, md, claimreview, json or csv.
        #[arg(long, value_parser = ["html", "pdf", "md", "claimreview", "json", "csv"])]
        format: String,
        /// The file.
        #[arg(long)]
        out: PathBuf,
        /// The case as it was at an operation, or at a time.
        #[arg(long, value_name = "OPERATION|TIME")]
        as_of: Option<String>,
        /// Only what was public by this day, YYYY-MM-DD.
        #[arg(long, value_name = "DATE")]
        known_by: Option<String>,
        /// A section to write, again for each, in the order in which they are to stand; all without.
        #[arg(long = "section", value_name = "NAME")]
        sections: Vec<String>,
        /// Language of the report's own words: en or ru; the house's without.
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
    },
    /// Pack a case into a new folder that stands without us: its report, its history, its preserved copies, and what checks them.
    Bag {
        /// The case: its id, part of its id, or its name.
        case: String,
        /// The new folder.
        #[arg(long)]
        out: PathBuf,
        /// Language of the report in it: en or ru; the house's without.
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
        /// Leave out preserved files that are missing or have changed, and say so in the bag.
        #[arg(long)]
        leave_out: bool,
    },
    /// Excerpts as W3C Web Annotations: out into a file, or in from one.
    Excerpts {
        /// What about excerpts.
        #[command(subcommand)]
        command: ExcerptsCommand,
    },
    /// Attach a file to an item: copied, hashed, kept; the original is untouched.
    Attach {
        /// The item: its id.
        item: String,
        /// The file.
        file: PathBuf,
        /// Note, for example "notes, not a copy".
        #[arg(long)]
        note: Option<String>,
    },
    /// Read a preserved file, or read it again: its text, its metadata, the look of a picture.
    Read {
        /// The capture: its id.
        capture: String,
    },
    /// Fetch a page of the web with what it needs, and keep it: the raw exchange, a copy for reading, its text.
    Capture {
        /// The address.
        url: String,
        /// The item that it is a copy of: its id; without it a new item is added.
        #[arg(long)]
        item: Option<String>,
        /// Name of a new item; the title of the page without.
        #[arg(long, conflicts_with = "item")]
        name: Option<String>,
        /// Why it is saved.
        #[arg(long, value_name = "WORDS")]
        why: Option<String>,
        /// Allow addresses of this machine and of private networks, this once.
        #[arg(long)]
        allow_private: bool,
    },
    /// Open a case, or a record of it, in the window.
    Open {
        /// The case: its id, part of its id, or its name.
        case: String,
        /// A record: its id.
        record: Option<String>,
        /// Only print the address.
        #[arg(long)]
        print: bool,
    },
    /// The table of commands, with a JSON Schema of each request.
    Commands,
    /// Run any command of the table: JSON in, JSON out.
    Call {
        /// Its name, for example claim.add.
        name: String,
        /// The request as JSON; - reads it from standard input.
        request: String,
    },
}

/// What about excerpts.
#[derive(Subcommand)]
pub enum ExcerptsCommand {
    /// Write the excerpts of a case, or all of the workspace, into a file.
    Export {
        /// The case: its id, part of its id, or its name; all of the workspace without.
        #[arg(long)]
        case: Option<String>,
        /// The file.
        #[arg(long)]
        out: PathBuf,
    },
    /// Make excerpts of the annotations in a file: the W3C's, or Hypothesis's export. What cannot be placed is told.
    Import {
        /// The file.
        file: PathBuf,
        /// The capture that they are all of: its id; without, each says so itself.
        #[arg(long)]
        capture: Option<String>,
    },
}

/// What about cases.
#[derive(Subcommand)]
pub enum CaseCommand {
    /// List cases, newest first.
    List,
    /// Show a case with everything in it.
    Show {
        /// The case: its id, part of its id, or its name.
        case: String,
        /// The case as it was at an operation, or at a time.
        #[arg(long, value_name = "OPERATION|TIME")]
        as_of: Option<String>,
        /// Only what was public by this day, YYYY-MM-DD.
        #[arg(long, value_name = "DATE")]
        known_by: Option<String>,
    },
}
