// What a piece of evidence of a case can bear on, in the order of the accounts: each account, then its claims; findings and the rest last.
import { type CaseView } from '$lib/api/bindings';
import { claimLabel, placeOf } from '$features/claim/labels';
import { fold } from '$shared/fold';

export interface Target {
  /** The id of the claim or account. */
  id: string;
  kind: 'claim' | 'account';
  /** "B" or "B1"; empty where a claim stands in no account. */
  label: string;
  text: string;
  finding: boolean;
}

export function targetsOf(shown: CaseView): Target[] {
  const claims = shown.case.claims.map((claim) => {
    const place = placeOf(shown, claim.uuid);
    return {
      id: claim.uuid as string,
      kind: 'claim' as const,
      label: claimLabel(shown, claim),
      text: claim.text,
      finding: place.finding,
      letter: place.finding ? '' : place.letters.charAt(0),
      point: place.points[0]?.number ?? Infinity,
    };
  });
  const within = (letter: string): Target[] =>
    claims
      .filter((claim) => claim.letter === letter)
      .toSorted((a, b) => a.point - b.point)
      .map(({ id, kind, label, text, finding }) => ({ id, kind, label, text, finding }));
  const accounts = shown.accounts.flatMap(({ account_id, letter }) => {
    const account = shown.case.accounts.find((one) => one.uuid === account_id);
    const head: Target[] = account
      ? [{ id: account_id, kind: 'account', label: letter, text: account.name, finding: false }]
      : [];
    return [...head, ...within(letter)];
  });
  return [...accounts, ...within('')];
}

/** Those that hold every word that was typed, in their label or text. */
export function fitting(targets: readonly Target[], typed: string): Target[] {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [...targets];
  return targets.filter((target) => {
    const text = fold(`${target.label} ${target.text}`);
    return words.every((word) => text.includes(word));
  });
}
