// The statements of a case that can stand behind one more answer.
import { type CaseAt, type Statement } from '$lib/api/bindings';
import { t } from '$lib/words';

const SHOWN = 90;

function label(shown: CaseAt, statement: Statement): string {
  const speaker = shown.actors.find((actor) => actor.uuid === statement.speaker_id)?.name;
  const words = statement.words.replace(/\s+/g, ' ').trim();
  const cut = words.length > SHOWN ? `${words.slice(0, SHOWN).trimEnd()}…` : words;
  return t.compare.saidBefore(speaker ?? t.frame.notRecorded, statement.date, cut);
}

/** Those that bear on a claim of the account or finding, the latest recorded first. */
export function knownStatements(
  shown: CaseAt,
  accountId: string | null,
  findingId: string | null,
): { value: string; label: string }[] {
  const claims = new Set(
    accountId
      ? shown.account_claims.filter((one) => one.account_id === accountId).map((one) => one.claim_id)
      : shown.claims.filter((one) => one.finding_id === findingId).map((one) => one.uuid),
  );
  const bearing = new Set(
    shown.acts
      .filter((act) => act.kind === 'asserts' && claims.has(act.claim_id))
      .map((act) => act.statement_id),
  );
  return shown.statements
    .filter((statement) => bearing.has(statement.uuid))
    .map((statement) => ({ value: statement.uuid, label: label(shown, statement) }))
    .toReversed();
}

/** Whether an actor of that name holds the account. */
export function holdsAccount(shown: CaseAt, accountId: string, name: string): boolean {
  const actor = shown.actors.find((one) => one.name === name.trim());
  return shown.holders.some((one) => one.account_id === accountId && one.actor_id === actor?.uuid);
}
