//! WHAT LEAVES THE HOUSE: a case at one position of its history as a report.
//!
//! [`model`] lays the case out once, as a tree of parts, tables, quotes and numbered notes; [`html`], [`markdown`] and [`typst`] write
//! that tree down, so that every format says the same in the same order. [`claimreview`] and the tables of [`csv`] carry the same
//! ratings and counts as data.
//!
//! Pure: no clock, no randomness, no files. The same case and the same facts give the same bytes.

mod bag;
mod build;
mod claimreview;
mod csv;
mod document;
mod error;
mod facts;
mod html;
mod markdown;
mod notes;
mod reference;
mod rich;
mod script;
mod text;
mod typst;
mod words;

pub use bag::{BagFacts, BagWords};
pub use build::model;
pub use claimreview::claimreview;
pub use csv::{csv, csv_matrix, csv_points};
pub use document::Model;
pub use error::ReportError;
pub use facts::{ExcerptLine, Facts, FileLine, FileState, HeadLine, Logo, LogoKind, Options, Superseded};
pub use html::html;
pub use markdown::markdown;
pub use typst::{TypstJob, typst};
pub use words::Language;
