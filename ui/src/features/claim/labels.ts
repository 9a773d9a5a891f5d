import { type CaseView, type Claim } from '$lib/api/bindings';

/** Where a claim stands: the letters of its accounts or finding, and the points it answers. */
export interface ClaimPlace {
  letters: string;
  finding: boolean;
  points: { number: number; question: string; id: string }[];
}

const nowhere: ClaimPlace = { letters: '', finding: false, points: [] };
const indexes = new WeakMap<CaseView, Map<string, ClaimPlace>>();

/** The place of every claim of a case, worked out once for each view of it. */
function index(view: CaseView): Map<string, ClaimPlace> {
  const known = indexes.get(view);
  if (known) return known;
  const made = new Map<string, ClaimPlace>(
    view.case.claims.map((claim) => [claim.uuid, { ...nowhere, points: [] }]),
  );
  const findingLetters = new Map(view.findings.map((one) => [one.finding_id, one.letter]));
  for (const claim of view.case.claims) {
    const place = made.get(claim.uuid);
    if (place && claim.finding_id) {
      place.finding = true;
      place.letters = findingLetters.get(claim.finding_id) ?? '';
    }
  }
  for (const account of view.accounts) {
    for (const link of view.case.account_claims) {
      const place = link.account_id === account.account_id ? made.get(link.claim_id) : undefined;
      if (place && !place.finding) place.letters += account.letter;
    }
  }
  const points = view.case.points.toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const numbers = new Map(
    points.map((point, at) => [point.uuid, { number: at + 1, question: point.question, id: point.uuid }]),
  );
  for (const answer of view.case.answers) {
    const point = numbers.get(answer.point_id);
    const place = made.get(answer.claim_id);
    if (point && place && !place.points.includes(point)) place.points.push(point);
  }
  for (const place of made.values()) place.points.sort((a, b) => a.number - b.number);
  indexes.set(view, made);
  return made;
}

export function placeOf(view: CaseView, claimId: string): ClaimPlace {
  return index(view).get(claimId) ?? nowhere;
}

/** A short label of a claim: letters and the number of its first point, "B1". */
export function claimLabel(view: CaseView, claim: Pick<Claim, 'uuid'>): string {
  const place = placeOf(view, claim.uuid);
  return `${place.letters}${place.points[0]?.number ?? ''}`;
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
    const first = placeOf(view, claim.uuid).points[0];
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
  for (const group of ordered) {
    group.claims.sort((a, b) =>
      placeOf(view, a.uuid).letters.localeCompare(placeOf(view, b.uuid).letters, 'en'),
    );
  }
  return rest.length ? [...ordered, { number: null, question: '', claims: rest }] : ordered;
}
