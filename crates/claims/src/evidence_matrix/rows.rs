//! Rows: the claims of the current answers to a point, accounts' first, then findings'; or the accounts themselves.

use super::context::Context;
use crate::answers::{Given, best_statement, in_time};
use crate::ids::*;
use crate::order::letter;
use crate::records::*;

/// A row before its cells.
pub(super) struct Head {
    pub claim_id: Option<ClaimId>,
    pub account_id: Option<AccountId>,
    pub label: String,
    pub name: String,
    pub by: Option<String>,
    pub who: Option<String>,
    pub date: Option<String>,
}

/// The accounts as rows.
pub(super) fn accounts(context: &Context<'_, '_>) -> Vec<Head> {
    let index = context.index;
    let head = |(place, account): (usize, &Account)| {
        let holders = index.holders.get(&account.uuid).into_iter().flatten();
        let names: Vec<String> = holders.map(|holder| index.actor(holder.actor_id)).collect();
        let by = (!names.is_empty()).then(|| names.join(", "));
        Head {
            claim_id: None,
            account_id: Some(account.uuid),
            label: letter(place),
            name: account.name.clone(),
            by: by.clone(),
            who: by,
            date: None,
        }
    };
    index.case.accounts_in_order().into_iter().enumerate().map(head).collect()
}

/// The claims of the current answers to a point as rows: one row per claim, even if accounts share it ("AC1").
pub(super) fn claims(context: &Context<'_, '_>, point: &Point, number: usize) -> Vec<Head> {
    let index = context.index;
    let answers: Vec<(usize, &Answer)> =
        index.case.answers.iter().enumerate().filter(|(_, answer)| answer.point_id == point.uuid).collect();
    let accounts = index.case.accounts_in_order();
    let findings = index.case.findings_in_order();
    let mut out: Vec<(Head, String)> = Vec::new();
    let mut add = |letter: String, given: Option<Given<'_>>, account: Option<AccountId>| {
        let Some(given) = given else { return };
        match out.iter_mut().find(|(head, _)| head.claim_id == Some(given.claim.uuid)) {
            Some((_, letters)) => letters.push_str(&letter),
            None => out.push((head(context, &given, account), letter)),
        }
    };
    for (place, account) in accounts.iter().enumerate() {
        let Some(own) = index.claims_of.get(&account.uuid) else { continue };
        let mut given = in_time(index, answers.iter().copied().filter(|(_, a)| own.contains(&a.claim_id)));
        add(letter(place), given.pop(), Some(account.uuid));
    }
    for (place, finding) in findings.iter().enumerate() {
        let own = answers.iter().copied().filter(|(_, answer)| {
            index.claims.get(&answer.claim_id).is_some_and(|claim| claim.finding_id == Some(finding.uuid))
        });
        add(letter(accounts.len() + place), in_time(index, own).pop(), None);
    }
    let label = |(head, letters): (Head, String)| Head { label: format!("{letters}{number}"), ..head };
    out.into_iter().map(label).collect()
}

fn head(context: &Context<'_, '_>, given: &Given<'_>, account: Option<AccountId>) -> Head {
    let index = context.index;
    let finding = given.claim.finding_id.and_then(|id| index.findings.get(&id));
    let who = match finding {
        Some(finding) => Some(index.actor(finding.body_id)),
        None => {
            let speaker = best_statement(index, given, account).map(|(statement, _)| statement.speaker_id);
            speaker.or(given.claim.claimant_id).map(|id| index.actor(id))
        }
    };
    let date = given.when.as_ref().map(|when| when.date.words("en"));
    Head {
        claim_id: Some(given.claim.uuid),
        account_id: None,
        label: String::new(),
        name: given.answer.value.clone().unwrap_or_else(|| given.claim.text.clone()),
        by: match (who.clone(), date) {
            (Some(who), Some(date)) => Some(format!("{who}, {date}")),
            (who, date) => who.or(date),
        },
        who,
        date: given.when.as_ref().map(|when| when.date.as_str().to_owned()),
    }
}
