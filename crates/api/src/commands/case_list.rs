//! The list of cases: filtered, sorted, paged and counted; and the case that is meant.

use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::table::{Command, command};
use crate::wire::{Nothing, answer, wire};
use claims::ids::{CaseId, EditorId};
use claims::words::{CaseSort, CaseStatus};
use ledger::{CaseRow, CasesRequest};

wire! {
    /// Which cases to list.
    pub struct CaseList {
        /// Those in the trash instead.
        pub trashed: Option<bool>,
        /// Those put aside instead; without this they are left out.
        pub archived: Option<bool>,
        /// Only those of this status.
        pub status: Option<CaseStatus>,
        /// Only those that this editor takes care of.
        pub assignee_id: Option<EditorId>,
        /// Only those that nobody takes care of.
        pub unassigned: Option<bool>,
        /// Only those with this tag.
        pub tag: Option<String>,
        /// Words that each begin a word of the name or of another spelling: as one types.
        pub words: Option<String>,
        /// What they are sorted by; none = when they were added, newest first.
        pub sort: Option<CaseSort>,
        /// The other way round. What has no value stands last either way.
        pub backward: Option<bool>,
        /// After the case with this id, in the plain order: newest first.
        pub after: Option<CaseId>,
        /// Past so many, in any order.
        pub offset: Option<u32>,
        /// At most so many.
        pub limit: Option<u32>,
    }
}

wire! {
    /// Which cases to count.
    pub struct CaseCounts {
        /// Those in the trash instead.
        pub trashed: Option<bool>,
        /// Those put aside instead; without this they are left out.
        pub archived: Option<bool>,
        /// Only those that this editor takes care of.
        pub assignee_id: Option<EditorId>,
        /// Only those that nobody takes care of.
        pub unassigned: Option<bool>,
        /// Only those with this tag.
        pub tag: Option<String>,
        /// Words that each begin a word of the name or of another spelling: as one types.
        pub words: Option<String>,
    }

    /// Which case is meant.
    pub struct CaseFind {
        /// Its id, a unique beginning or end of its id (four characters or more), its name, or another spelling of it.
        pub words: String,
    }
}

answer! {
    /// A case in the list.
    pub struct CaseLine {
        /// Its id.
        pub id: CaseId,
        /// Its name.
        pub name: String,
        /// When (EDTF).
        pub date: Option<String>,
        /// Where.
        pub place: Option<String>,
        /// Where it stands.
        pub status: CaseStatus,
        /// Fictional editors, house and ratings.
        pub example: bool,
        /// Accounts.
        pub n_accounts: u32,
        /// Claims.
        pub n_claims: u32,
        /// Claims with an assessment.
        pub n_claims_rated: u32,
        /// Points.
        pub n_points: u32,
        /// Points where an account has neither answer nor silence.
        pub n_points_open: u32,
        /// Put aside.
        pub archived: bool,
        /// Who takes care of it.
        pub assignee_id: Option<EditorId>,
        /// That editor's name.
        pub assignee: Option<String>,
        /// Its tags, in the order of the alphabet.
        pub tags: Vec<String>,
        /// Time of its last change (instant).
        pub changed: Option<String>,
        /// Who made it.
        pub changed_by: Option<String>,
    }

    /// How many cases there are, and how many stand where.
    pub struct CasesCounted {
        /// All of them.
        pub n: u32,
        /// By status, in the order of the work; every status is there.
        pub statuses: Vec<StatusCount>,
    }

    /// How many cases stand there.
    pub struct StatusCount {
        /// Where.
        pub status: CaseStatus,
        /// How many.
        pub n: u32,
    }

    /// A tag in use.
    pub struct TagName {
        /// The tag.
        pub id: String,
        /// The same, to show.
        pub name: String,
        /// How many cases have it; nothing in the trash is counted.
        pub n_cases: u32,
    }
}

fn list(desk: &mut Desk, _: &Context, request: CaseList) -> Result<Vec<CaseLine>, Problem> {
    let request = CasesRequest {
        trashed: request.trashed.unwrap_or(false),
        archived: request.archived.unwrap_or(false),
        status: request.status,
        assignee: request.assignee_id,
        unassigned: request.unassigned.unwrap_or(false),
        tag: request.tag,
        words: request.words,
        order: request.sort.unwrap_or(CaseSort::Added),
        backward: request.backward.unwrap_or(false),
        after: request.after,
        offset: request.offset.unwrap_or(0),
        limit: request.limit,
    };
    Ok(desk.ledger.cases(&request)?.into_iter().map(line).collect())
}

fn counts(desk: &mut Desk, _: &Context, request: CaseCounts) -> Result<CasesCounted, Problem> {
    let counts = desk.ledger.case_counts(&CasesRequest {
        trashed: request.trashed.unwrap_or(false),
        archived: request.archived.unwrap_or(false),
        assignee: request.assignee_id,
        unassigned: request.unassigned.unwrap_or(false),
        tag: request.tag,
        words: request.words,
        ..CasesRequest::default()
    })?;
    Ok(CasesCounted {
        n: counts.iter().map(|(_, n)| n).sum(),
        statuses: counts.into_iter().map(|(status, n)| StatusCount { status, n }).collect(),
    })
}

fn line(row: CaseRow) -> CaseLine {
    CaseLine {
        id: row.case.uuid,
        name: row.case.name,
        date: row.case.date,
        place: row.case.place,
        status: row.case.status,
        example: row.case.example,
        archived: row.case.archived,
        n_accounts: row.n_accounts,
        n_claims: row.n_claims,
        n_claims_rated: row.n_claims_rated,
        n_points: row.n_points,
        n_points_open: row.n_points_open,
        assignee_id: row.case.assignee_id,
        assignee: row.assignee,
        tags: row.tags,
        changed: row.changed,
        changed_by: row.changed_by,
    }
}

fn tag_names(desk: &mut Desk, _: &Context, _: Nothing) -> Result<Vec<TagName>, Problem> {
    let names = desk.ledger.tag_names()?;
    Ok(names.into_iter().map(|(name, n_cases)| TagName { id: name.clone(), name, n_cases }).collect())
}

/// The case that is meant: by id, by name, by another spelling, or by a unique beginning or end of an id; those in the trash count last.
fn find(desk: &mut Desk, _: &Context, request: CaseFind) -> Result<CaseLine, Problem> {
    let words = request.words.trim();
    let meant = desk.ledger.cases_meant(words)?;
    if meant.len() > 1 {
        let ids: Vec<String> = meant.iter().take(10).map(ToString::to_string).collect();
        return Err(Problem::new(
            crate::problem::Code::Ambiguous,
            format!("{} cases fit “{words}”", meant.len()),
        )
        .hint(format!("Name one by its id: {}.", ids.join(", ")))
        .with("cases", ids));
    }
    if let Some(row) = meant.first().map(|id| desk.ledger.case_row(*id)).transpose()?.flatten() {
        return Ok(line(row));
    }
    Err(Problem::new(crate::problem::Code::NotFound, format!("no case is called “{words}”"))
        .hint("`counterclaim case list` shows them all; `counterclaim search` looks inside.")
        .with("table", "case"))
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        command!(Read "case.list", CaseList => Vec<CaseLine>, list, "Lists cases with their counts, tags and last change: filtered, sorted and paged."),
        command!(Read "case.counts", CaseCounts => CasesCounted, counts, "Counts cases by status, with the filters of the list."),
        command!(Read "case.find", CaseFind => CaseLine, find, "Finds the case that is meant: by id, by part of an id, or by name."),
    ]
}

pub(super) fn of_tags() -> Command {
    command!(Read "tag.names", Nothing => Vec<TagName>, tag_names, "Lists the tags in use, each with the number of cases that have it.")
}
