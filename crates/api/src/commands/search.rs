//! Search over cases, claims, statements, actors and items.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{answer, wire};
use claims::ids::CaseId;
use ledger::SearchRequest;
use uuid::Uuid;

wire! {
    /// Looks for words; case, accents and spelling variants do not matter.
    pub struct Search {
        /// The words; all must be there, each as a beginning.
        pub words: String,
        /// At most so many records of each table, so that no kind crowds out the others.
        pub per_kind: Option<u32>,
        /// Only in this case.
        pub case_id: Option<CaseId>,
        /// Before the hit with this key, for the next page.
        pub before: Option<i64>,
        /// About so many; none = 50. The hits of one record, one for each case that refers to it, stay together on a page.
        pub limit: Option<u32>,
    }
}

answer! {
    /// A record that holds the words.
    pub struct Hit {
        /// Its id.
        pub id: Uuid,
        /// Its display label.
        pub name: String,
        /// Its table: the kind by which a list groups it.
        pub table: String,
        /// The case it belongs to, or that refers to it: with `id` and `table`, the place that it leads to.
        pub case_id: Option<CaseId>,
        /// Name of that case.
        pub case_name: Option<String>,
        /// The words with what stands around them.
        pub snippet: String,
        /// In the trash.
        pub trashed: bool,
        /// Key for paging.
        pub key: i64,
    }
}

fn search(desk: &mut Desk, _: &Context, request: Search) -> Result<Vec<Hit>, Problem> {
    let request = SearchRequest {
        words: request.words,
        limit: request.limit.unwrap_or(50),
        per_table: request.per_kind,
        before: request.before,
        case: request.case_id,
    };
    Ok(desk
        .ledger
        .search(&request)?
        .into_iter()
        .map(|hit| Hit {
            id: hit.uuid,
            name: hit.name,
            table: hit.table,
            case_id: hit.case,
            case_name: hit.case_name,
            snippet: hit.snippet,
            trashed: hit.trashed,
            key: hit.key,
        })
        .collect())
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "search", Search => Vec<Hit>, search, "Looks for words everywhere, newest first; each hit names its table and the case that it leads to."),
    ]
}
