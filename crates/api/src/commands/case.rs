//! Cases, their other spellings and tags, and the whole of a case at one position.

use crate::at;
use crate::desk::{Context, Desk};
use crate::problem::Problem;
use crate::record::{self, adds, noun};
use crate::table::{Command, command};
use crate::wire::{At, Shown, Wrote, answer};
use claims::blind::Covered;
use claims::case_at::CaseAt;
use claims::grid::RatingView;
use claims::ids::{AccountId, CaseId, CaseNameId, ClaimId, EditorId, FindingId, TagId};
use claims::publish::Block;
use claims::records::{Case, CaseName, Tag};
use claims::review::ClaimReview;
use claims::timeline::Timeline;
use claims::words::CaseStatus;

adds! {
    /// Adds a case; only its name is needed.
    CaseAdd => Case as CaseId {
        /// Name.
        name: String,
        /// What happened, in neutral words.
        summary: Option<String>,
        /// Where.
        place: Option<String>,
        /// When (EDTF).
        date: Option<String>,
        /// The date as written.
        date_words: Option<String>,
        /// Why it matters.
        why: Option<String>,
        /// Who takes care of it.
        assignee_id: Option<EditorId>,
        /// Language of the case (BCP 47).
        language: Option<String>,
    } |tx, me| { status: CaseStatus::Draft, example: false, archived: false }

    /// Adds another spelling of a case's name.
    CaseNameAdd => CaseName as CaseNameId {
        /// The case.
        case_id: CaseId,
        /// The spelling.
        name: String,
        /// Its language (BCP 47).
        language: Option<String>,
    } |tx, me| {}

    /// Tags a case.
    TagAdd => Tag as TagId {
        /// The case.
        case_id: CaseId,
        /// The tag.
        name: String,
    } |tx, me| {}
}

answer! {
    /// A case in time.
    pub struct TimelineView {
        /// Where it stands.
        pub shown: Shown,
        #[serde(flatten)]
        /// The lanes.
        pub timeline: Timeline,
    }

    /// A case with everything in it, and what the rules say of it.
    pub struct CaseView {
        /// Its id.
        pub id: CaseId,
        /// Its name.
        pub name: String,
        /// Its records, without those in the trash.
        pub case: CaseAt,
        /// Letters of the accounts, in their order.
        pub accounts: Vec<AccountLetter>,
        /// Letters of the findings, in their order.
        pub findings: Vec<FindingLetter>,
        /// Every claim with its rating in force.
        pub ratings: Vec<ClaimRating>,
        /// Where each claim stands between its first rating and the verdict.
        pub reviews: Vec<ClaimReview>,
        /// Ratings that are covered for who works here, since the reading is blind.
        pub covered: Vec<Covered>,
        /// What blocks publication.
        pub blocks: Vec<Block>,
    }

    /// An account's letter.
    pub struct AccountLetter {
        /// The account.
        pub account_id: AccountId,
        /// A, B, C …
        pub letter: String,
    }

    /// A finding's letter.
    pub struct FindingLetter {
        /// The finding.
        pub finding_id: FindingId,
        /// After those of the accounts.
        pub letter: String,
    }

    /// A claim's rating in force.
    pub struct ClaimRating {
        /// The claim.
        pub claim_id: ClaimId,
        /// The rating; none = not rated.
        pub rating: Option<RatingView>,
    }
}

fn show(desk: &mut Desk, context: &Context, request: At) -> Result<CaseView, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    let covered = at::hidden(desk, context, request.case_id, request.blind)?;
    let reviews = claims::review::reviews(&case);
    let mut blocks = claims::publish::blocks(&case);
    claims::publish::cover(&mut blocks, &covered);
    let case = claims::blind::without(case, &covered);
    let accounts = case
        .accounts_in_order()
        .iter()
        .enumerate()
        .map(|(place, account)| AccountLetter {
            account_id: account.uuid,
            letter: claims::order::letter(place),
        })
        .collect::<Vec<_>>();
    let findings = case
        .findings_in_order()
        .iter()
        .enumerate()
        .map(|(place, finding)| FindingLetter {
            finding_id: finding.uuid,
            letter: claims::order::letter(accounts.len() + place),
        })
        .collect();
    let ratings = case
        .claims
        .iter()
        .map(|claim| ClaimRating {
            claim_id: claim.uuid,
            rating: claims::ratings::rating_of(&case, claim.uuid),
        })
        .collect();
    Ok(CaseView {
        id: case.case.uuid,
        name: case.case.name.clone(),
        accounts,
        findings,
        ratings,
        reviews,
        covered,
        blocks,
        case,
    })
}

fn timeline(desk: &mut Desk, _: &Context, request: At) -> Result<TimelineView, Problem> {
    let case = at::case(desk, request.case_id, request.as_of.as_deref(), request.known_by.as_deref())?;
    Ok(TimelineView { shown: Shown::of(&case), timeline: claims::timeline::timeline(&case) })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "case.add", CaseAdd => Wrote<Case>, record::add::<CaseAdd>, "Adds a case."),
        command!(Read "case.show", At => CaseView, show, "Shows a case with everything in it, at one position of its history, by what was public on one day."),
        command!(Read "case.timeline", At => TimelineView, timeline, "Shows a case in time: lanes for events, for each account, for findings and for publications."),
    ];
    all.extend(super::case_list::commands());
    let mut generic = noun!(Case, list "case.records", show "case.record", edit "case.edit", trash "case.trash", restore "case.restore").into_iter().collect::<Vec<_>>();
    generic.retain(|command| command.name != "case.records");
    all.extend(generic);
    all.extend(super::bulk::commands());
    all.push(command!(Write "case_name.add", CaseNameAdd => Wrote<CaseName>, record::add::<CaseNameAdd>, "Adds another spelling of a case's name."));
    all.extend(noun!(CaseName, list "case_name.list", show "case_name.show", edit "case_name.edit", trash "case_name.trash", restore "case_name.restore"));
    all.push(super::case_list::of_tags());
    all.push(command!(Write "tag.add", TagAdd => Wrote<Tag>, record::add::<TagAdd>, "Tags a case."));
    all.extend(noun!(Tag, list "tag.list", show "tag.show", edit "tag.edit", trash "tag.trash", restore "tag.restore"));
    all
}
