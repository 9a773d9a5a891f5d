//! Accounts, who holds them, and which claims make them up.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use crate::record::{self, adds, living, noun, put};
use crate::table::{Command, command};
use crate::wire::{Wrote, wire};
use claims::ids::{AccountClaimId, AccountId, ActorId, CaseId, ClaimId, HolderId};
use claims::records::{Account, AccountClaim, Claim, Holder};
use ledger::{Filter, Tx};

wire! {
    /// Adds an account, with who holds it.
    pub struct AccountAdd {
        /// The case.
        pub case_id: CaseId,
        /// Name.
        pub name: String,
        /// In a sentence.
        pub summary: Option<String>,
        /// Its strongest form.
        pub steelman: Option<String>,
        /// Actors that hold it, without dates.
        pub holder_ids: Option<Vec<ActorId>>,
    }

    /// Puts the accounts of a case in an order.
    pub struct AccountOrder {
        /// The case.
        pub case_id: CaseId,
        /// All its accounts, first to last.
        pub account_ids: Vec<AccountId>,
    }

    /// Says that a claim belongs to an account.
    pub struct AccountClaimAdd {
        /// The account.
        pub account_id: AccountId,
        /// The claim.
        pub claim_id: ClaimId,
    }
}

adds! {
    /// Says that an actor holds an account.
    HolderAdd => Holder as HolderId {
        /// The account.
        account_id: AccountId,
        /// Who holds it.
        actor_id: ActorId,
        /// From (EDTF).
        from_date: Option<String>,
        /// To (EDTF).
        to_date: Option<String>,
    } |tx, me| { case_id: living::<Account>(tx, me.account_id.0)?.case_id }
}

fn add_account(desk: &mut Desk, context: &Context, request: AccountAdd) -> Result<Wrote<Account>, Problem> {
    desk.write_record(context, |tx| {
        let account = Account {
            uuid: AccountId(tx.id()),
            case_id: request.case_id,
            name: request.name,
            summary: request.summary,
            steelman: request.steelman,
            position: None,
            trashed: false,
            erased: None,
        };
        put(tx, &account)?;
        for actor_id in request.holder_ids.unwrap_or_default() {
            let holder = Holder {
                uuid: HolderId(tx.id()),
                case_id: account.case_id,
                account_id: account.uuid,
                actor_id,
                from_date: None,
                to_date: None,
                trashed: false,
                erased: None,
            };
            put(tx, &holder)?;
        }
        Ok(account)
    })
}

fn order(
    desk: &mut Desk,
    context: &Context,
    request: AccountOrder,
) -> Result<Wrote<claims::records::Case>, Problem> {
    desk.write_record(context, |tx| {
        let case = living::<claims::records::Case>(tx, request.case_id.0)?;
        let accounts: Vec<Account> =
            tx.list(&Filter { case: Some(request.case_id), trashed: Some(false), ..Filter::default() })?;
        let mut wanted = request.account_ids.clone();
        wanted.sort_unstable();
        wanted.dedup();
        if wanted.len() != accounts.len() || accounts.iter().any(|account| !wanted.contains(&account.uuid)) {
            return Err(Problem::new(Code::Invalid, "the order must name each account of the case once")
                .field("account_ids"));
        }
        let mut key: Option<String> = None;
        for id in &request.account_ids {
            let next = claims::fractional::between(key.as_deref(), None);
            let mut fields = serde_json::Map::new();
            fields.insert("position".to_owned(), next.clone().into());
            tx.edit::<Account>(id.0, fields)?;
            key = Some(next);
        }
        Ok(case)
    })
}

/// Adds a claim to an account, once; a claim of a finding belongs to no account.
pub fn belong(tx: &mut Tx<'_>, account: AccountId, claim: &Claim) -> Result<AccountClaim, Problem> {
    if claim.finding_id.is_some() {
        return Err(Problem::new(Code::Rule, "a finding's claim belongs to no account")
            .hint("Findings stand beside the accounts.")
            .field("account_ids"));
    }
    let there: Vec<AccountClaim> = tx.list(&Filter {
        equal: vec![("account_id", account.0), ("claim_id", claim.uuid.0)],
        trashed: Some(false),
        ..Filter::default()
    })?;
    if let Some(there) = there.into_iter().next() {
        return Ok(there);
    }
    let link = AccountClaim {
        uuid: AccountClaimId(tx.id()),
        case_id: claim.case_id,
        account_id: account,
        claim_id: claim.uuid,
        trashed: false,
        erased: None,
    };
    put(tx, &link)?;
    Ok(link)
}

/// Says that an actor holds an account, once: who holds it already stays as they are.
pub fn hold(tx: &mut Tx<'_>, account: AccountId, actor: ActorId) -> Result<(), Problem> {
    let there: Vec<Holder> = tx.list(&Filter {
        equal: vec![("account_id", account.0), ("actor_id", actor.0)],
        trashed: Some(false),
        ..Filter::default()
    })?;
    if !there.is_empty() {
        return Ok(());
    }
    let holder = Holder {
        uuid: HolderId(tx.id()),
        case_id: living::<Account>(tx, account.0)?.case_id,
        account_id: account,
        actor_id: actor,
        from_date: None,
        to_date: None,
        trashed: false,
        erased: None,
    };
    put(tx, &holder)
}

fn add_claim(
    desk: &mut Desk,
    context: &Context,
    request: AccountClaimAdd,
) -> Result<Wrote<AccountClaim>, Problem> {
    desk.write_record(context, |tx| {
        let claim = living::<Claim>(tx, request.claim_id.0)?;
        belong(tx, request.account_id, &claim)
    })
}

pub(super) fn commands() -> Vec<Command> {
    let mut all = vec![
        command!(Write "account.add", AccountAdd => Wrote<Account>, add_account, "Adds an account, with who holds it."),
        command!(Write "account.order", AccountOrder => Wrote<claims::records::Case>, order, "Puts the accounts of a case in an order."),
    ];
    all.extend(noun!(Account, list "account.list", show "account.show", edit "account.edit", trash "account.trash", restore "account.restore"));
    all.push(command!(Write "holder.add", HolderAdd => Wrote<Holder>, record::add::<HolderAdd>, "Says that an actor holds an account, from when to when."));
    all.extend(noun!(Holder, list "holder.list", show "holder.show", edit "holder.edit", trash "holder.trash", restore "holder.restore"));
    all.push(command!(Write "account_claim.add", AccountClaimAdd => Wrote<AccountClaim>, add_claim, "Says that a claim belongs to an account."));
    all.extend(noun!(AccountClaim, list "account_claim.list", show "account_claim.show", edit "account_claim.edit", trash "account_claim.trash", restore "account_claim.restore"));
    all
}
