import { type CaseView, type Claim } from '$lib/api/bindings';

/** The letters of the accounts, or of the finding, that a claim belongs to: "A", "AB", "C". */
export function claimLetters(view: CaseView, claim: Claim): { letters: string; finding: boolean } {
  if (claim.finding_id) {
    const letter = view.findings.find((one) => one.finding_id === claim.finding_id)?.letter ?? '';
    return { letters: letter, finding: true };
  }
  const own = view.case.account_claims
    .filter((link) => link.claim_id === claim.uuid)
    .map((link) => link.account_id);
  const letters = view.accounts.filter((one) => own.includes(one.account_id)).map((one) => one.letter);
  return { letters: letters.join(''), finding: false };
}

/** The points that a claim answers, in their order, as numbers from 1. */
export function pointsOf(
  view: CaseView,
  claimId: string,
): { number: number; question: string; id: string }[] {
  const answered = new Set(
    view.case.answers.filter((answer) => answer.claim_id === claimId).map((answer) => answer.point_id),
  );
  return view.case.points
    .toSorted((a, b) => (a.position < b.position ? -1 : 1))
    .map((point, index) => ({ number: index + 1, question: point.question, id: point.uuid }))
    .filter((point) => answered.has(point.id));
}

/** A short label of a claim: letters and the number of its first point, "B1". */
export function claimLabel(view: CaseView, claim: Claim): string {
  const { letters } = claimLetters(view, claim);
  const first = pointsOf(view, claim.uuid)[0];
  return `${letters}${first ? String(first.number) : ''}`;
}

export interface ClaimGroup {
  number: number | null;
  question: string;
  claims: Claim[];
}

/** Claims by the first point that they answer; those that answer none stand last. */
export function grouped(view: CaseView): ClaimGroup[] {
  const groups = new Map<number, ClaimGroup>();
  const rest: Claim[] = [];
  for (const claim of view.case.claims) {
    const first = pointsOf(view, claim.uuid)[0];
    if (!first) rest.push(claim);
    else {
      const group = groups.get(first.number) ?? {
        number: first.number,
        question: first.question,
        claims: [],
      };
      group.claims.push(claim);
      groups.set(first.number, group);
    }
  }
  const ordered = [...groups.values()].toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  const byLetter = (a: Claim, b: Claim): number =>
    claimLabel(view, a).localeCompare(claimLabel(view, b), 'en');
  for (const group of ordered) group.claims.sort(byLetter);
  return rest.length ? [...ordered, { number: null, question: '', claims: rest }] : ordered;
}
