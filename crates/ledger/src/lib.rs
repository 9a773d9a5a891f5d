//! THE FILE: open, migrate, transact, history, undo, search, verify, back up. The only room that knows SQLite.
//!
//! One mechanism serves everything: the *image* of a row, a JSON object with references by UUID, generated from the schema of the file.
//! Nothing is written outside [`Ledger::transact`] and its kin; each write is one operation, in one transaction with its history.
//! No rule of the field lives here: `claims` judges, the ledger keeps.

mod around;
mod error;

mod capture;
mod hash;
mod image;
mod migrate;
mod row;
mod schema;
mod seal;

mod ledger;
mod transact;
mod tx;

mod alike;
mod as_of;
mod case_at;
mod cases;
mod cases_meant;
mod cases_of;
mod excerpts;
mod find;
mod history;
mod read;
mod tables;

mod derived;
mod fold;
mod search;

mod erase;
mod undo;

mod backup;
mod export;
mod verify;

pub use alike::{Like, LikeRow};
pub use around::{Identity, Scripted, Surroundings, System};
pub use case_at::AsOf;
pub use cases::{CaseRow, CasesRequest};
pub use erase::{Erase, Erased};
pub use error::{LedgerError, Result};
pub use excerpts::{ExcerptRequest, ExcerptRow};
pub use find::Found;
pub use history::{
    About, ChangeSum, ChangeView, Head, HistoryRequest, KindCount, OperationFull, OperationSummary,
};
pub use ledger::{Access, Ledger};
pub use read::Filter;
pub use search::{Hit, SearchRequest};
pub use tables::{ItemRow, SourceRow, TableRequest};
pub use transact::{Act, Changed, Done, Kind};
pub use tx::Tx;
pub use verify::{ErasedNote, Fault, Progress, Verified, VerifyRequest};
