//! Side by side: what two or three accounts say, statement by statement in the order of time, and what only one of them speaks to.
//!
//! An account says something on a point if it answers it, or an editor recorded that it is silent on it; otherwise nobody has looked.
//! A statement stands with an account if it asserts, concedes or reports a claim of it, or if a holder of it made it.

use crate::case_at::CaseAt;
use crate::dating::When;
use crate::grid::CellState;
use crate::ids::*;
use crate::index::{Index, alive};
use crate::maps::Map;
use crate::order::letter;
use crate::points::points_grid;
use crate::records::*;
use crate::rule_error::RuleError;
use crate::words::{ActKind, Wording};

/// Two or three accounts, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct SideBySide {
    /// The accounts, in the order asked for.
    pub accounts: Vec<Side>,
    /// Every point of the case that one of them answers or is silent on, in the order of the points.
    pub points: Vec<SidePoint>,
}

/// One account.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct Side {
    /// The account.
    pub id: AccountId,
    /// Its letter.
    pub letter: String,
    /// Its name.
    pub name: String,
    /// Who holds it.
    pub holders: Vec<String>,
    /// Its statements in the order of time; those without any date last, in the order recorded.
    pub statements: Vec<SideStatement>,
    /// Claims of it that no statement bears on.
    pub unsaid: Vec<SideClaim>,
}

/// A statement, as it stands in a side.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct SideStatement {
    /// The statement.
    pub id: StatementId,
    /// Who spoke.
    pub speaker_id: ActorId,
    /// Their name.
    pub speaker: String,
    /// In which office.
    pub office: Option<String>,
    /// On whose behalf.
    pub on_behalf: Option<String>,
    /// The speaker, or whoever they speak for, held the account then.
    pub by_holder: bool,
    /// When (EDTF).
    pub date: Option<String>,
    /// The date as written.
    pub date_words: Option<String>,
    /// It has no date of its own and stands by that of an item.
    pub date_of_item: bool,
    /// First day it allows (YYYY-MM-DD).
    pub earliest: Option<String>,
    /// Last day it allows (YYYY-MM-DD).
    pub latest: Option<String>,
    /// Where.
    pub venue: Option<String>,
    /// The words as printed.
    pub words: String,
    /// How they are given.
    pub wording: Wording,
    /// Their language.
    pub language: Option<String>,
    /// Translation of the words.
    pub translation: Option<String>,
    /// Its language.
    pub translation_language: Option<String>,
    /// The claims that it bears on.
    pub claims: Vec<SideClaim>,
    /// The earlier statement that it differs from, where an editor said so.
    pub differs_from_id: Option<StatementId>,
    /// Why the editor said so.
    pub differs_reason: Option<String>,
}

/// A claim that a statement bears on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct SideClaim {
    /// The claim.
    pub id: ClaimId,
    /// Its text.
    pub text: String,
    /// What the statement does to it; none where no statement bears on it.
    pub act: Option<ActKind>,
    /// It belongs to this account.
    pub of_account: bool,
    /// Letters of the other accounts shown that have it too.
    pub shared_with: Vec<String>,
    /// The points that it answers, by their numbers.
    pub points: Vec<u32>,
    /// No other account shown has it or answers one of its points: only this one speaks to it.
    pub only_here: bool,
}

/// A point, with what each account shown does on it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema))]
pub struct SidePoint {
    /// The point.
    pub id: PointId,
    /// Its number.
    pub number: u32,
    /// The question.
    pub question: String,
    /// Answered, silent or not looked at, in the order of the accounts shown.
    pub states: Vec<CellState>,
    /// Letter of the one account shown that answers it; none where none or several do.
    pub only: Option<String>,
}

/// Puts two or three accounts of a case side by side.
///
/// # Errors
/// `not_found` for an account that is not in view; `two_or_three` for another number of them, or one twice.
pub fn side_by_side(case: &CaseAt, ids: &[AccountId]) -> Result<SideBySide, RuleError> {
    let twice = ids.iter().enumerate().any(|(at, id)| ids[..at].contains(id));
    if !(2..=3).contains(&ids.len()) || twice {
        let words = "Two or three different accounts stand side by side.";
        return Err(RuleError::new("two_or_three", words, "Choose two or three accounts of the case."));
    }
    let case = alive(case);
    let index = Index::new(&case);
    let order = case.accounts_in_order();
    let mut chosen = Vec::new();
    for id in ids {
        let place = order.iter().position(|account| account.uuid == *id).ok_or_else(|| {
            RuleError::new("not_found", "There is no such account in view.", "Choose accounts of this case.")
        })?;
        chosen.push((order[place], letter(place)));
    }
    let points = points(&case, &chosen);
    let mut numbers: Map<ClaimId, Vec<u32>> = Map::default();
    for answer in &case.answers {
        let number = case.points_in_order().iter().position(|point| point.uuid == answer.point_id);
        if let Some(number) = number.and_then(|at| u32::try_from(at + 1).ok()) {
            let of = numbers.entry(answer.claim_id).or_default();
            if !of.contains(&number) {
                of.push(number);
                of.sort_unstable();
            }
        }
    }
    let view = View { index: &index, chosen: &chosen, points: &points, numbers };
    let accounts = (0..chosen.len()).map(|at| view.side(at)).collect();
    Ok(SideBySide { accounts, points })
}

fn points(case: &CaseAt, chosen: &[(&Account, String)]) -> Vec<SidePoint> {
    let grid = points_grid(case, false);
    let of = |row: &crate::grid::PointRow, id: AccountId| {
        row.cells.iter().find(|cell| cell.account_id == id).map_or(CellState::NotLookedAt, |cell| cell.state)
    };
    let rows = grid.rows.iter().map(|row| {
        let states: Vec<CellState> = chosen.iter().map(|(account, _)| of(row, account.uuid)).collect();
        let mut answering = chosen.iter().zip(&states).filter(|(_, state)| **state == CellState::Answered);
        let only = match (answering.next(), answering.next()) {
            (Some(((_, letter), _)), None) => Some(letter.clone()),
            _ => None,
        };
        SidePoint { id: row.id, number: row.number, question: row.question.clone(), states, only }
    });
    rows.filter(|row| row.states.iter().any(|state| *state != CellState::NotLookedAt)).collect()
}

/// What every side is made from.
struct View<'a, 'b> {
    index: &'b Index<'a>,
    chosen: &'b [(&'b Account, String)],
    points: &'b [SidePoint],
    /// Numbers of the points that a claim answers.
    numbers: Map<ClaimId, Vec<u32>>,
}

impl View<'_, '_> {
    fn has(&self, account: AccountId, claim: ClaimId) -> bool {
        self.index.claims_of.get(&account).is_some_and(|claims| claims.contains(&claim))
    }

    fn side(&self, at: usize) -> Side {
        let (account, letter) = &self.chosen[at];
        let case = self.index.case;
        let mut statements: Vec<(Option<&When>, SideStatement)> = Vec::new();
        let mut said = Vec::new();
        for statement in &case.statements {
            let acts: Vec<&Act> = case.acts.iter().filter(|act| act.statement_id == statement.uuid).collect();
            let by_holder = self.index.is_of_holder(statement, account.uuid);
            let of_account =
                acts.iter().any(|act| act.kind != ActKind::Denies && self.has(account.uuid, act.claim_id));
            if !of_account && !by_holder {
                continue;
            }
            said.extend(acts.iter().map(|act| act.claim_id));
            statements.push((
                self.index.whens.get(&statement.uuid),
                self.statement(at, statement, &acts, by_holder),
            ));
        }
        statements.sort_by_key(|(when, _)| (when.is_none(), when.map(When::key)));
        let holders = self.index.holders.get(&account.uuid).into_iter().flatten();
        let unsaid = case
            .claims
            .iter()
            .filter(|claim| self.has(account.uuid, claim.uuid) && !said.contains(&claim.uuid));
        Side {
            id: account.uuid,
            letter: letter.clone(),
            name: account.name.clone(),
            holders: holders.map(|holder| self.index.actor(holder.actor_id)).collect(),
            statements: statements.into_iter().map(|(_, statement)| statement).collect(),
            unsaid: unsaid.filter_map(|claim| self.claim(at, claim.uuid, None)).collect(),
        }
    }

    fn statement(&self, at: usize, statement: &Statement, acts: &[&Act], by_holder: bool) -> SideStatement {
        let when = self.index.whens.get(&statement.uuid);
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
        SideStatement {
            id: statement.uuid,
            speaker_id: statement.speaker_id,
            speaker: self.index.actor(statement.speaker_id),
            office: statement.office.clone(),
            on_behalf: statement.on_behalf_id.map(|id| self.index.actor(id)),
            by_holder,
            date: when.map(|when| when.date.as_str().to_owned()),
            date_words: statement.date_words.clone().or_else(|| when.map(|when| when.date.words("en"))),
            date_of_item: when.is_some_and(|when| when.of_item),
            earliest: when.and_then(|when| day(when.date.earliest())),
            latest: when.and_then(|when| day(when.date.latest())),
            venue: statement.venue.clone(),
            words: statement.words.clone(),
            wording: statement.wording,
            language: statement.language.clone(),
            translation: statement.translation.clone(),
            translation_language: statement.translation_language.clone(),
            claims: acts.iter().filter_map(|act| self.claim(at, act.claim_id, Some(act.kind))).collect(),
            differs_from_id: statement.differs_from_id,
            differs_reason: statement.differs_reason.clone(),
        }
    }

    fn claim(&self, at: usize, id: ClaimId, act: Option<ActKind>) -> Option<SideClaim> {
        let claim = self.index.claims.get(&id)?;
        let others = || self.chosen.iter().enumerate().filter(move |(other, _)| *other != at);
        let shared: Vec<String> = others()
            .filter(|(_, (other, _))| self.has(other.uuid, id))
            .map(|(_, (_, letter))| letter.clone())
            .collect();
        let points = self.numbers.get(&id).cloned().unwrap_or_default();
        let answered =
            points.iter().filter_map(|number| self.points.iter().find(|point| point.number == *number));
        let elsewhere = answered
            .flat_map(|point| others().map(move |(other, _)| point.states[other]))
            .any(|state| state == CellState::Answered);
        let of_account = self.has(self.chosen[at].0.uuid, id);
        Some(SideClaim {
            id,
            text: claim.text.clone(),
            act,
            of_account,
            only_here: of_account && shared.is_empty() && !elsewhere,
            shared_with: shared,
            points,
        })
    }
}
