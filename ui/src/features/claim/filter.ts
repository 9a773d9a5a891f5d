// Which claims of a case the list shows. It asks the api's own stages who has rated what; nothing is judged here.

import { type CaseView, type Claim, type ClaimKind, type ClaimReview } from '$lib/api/bindings';
import { fold } from '$shared/fold';
import { claimLabel, grouped, placeOf } from './labels';

export const states = ['all', 'unrated', 'rated', 'mine', 'waiting', 'none'] as const;
export type ClaimState = (typeof states)[number];

export interface ClaimFilter {
  words: string;
  /** The letter of an account or finding; empty = every one; '-' = in none. */
  letter: string;
  kind: ClaimKind | '';
  state: ClaimState;
}

export interface ClaimLine {
  claim: Claim;
  review: ClaimReview;
  /** The point under which it stands; the first of its group carries it as a heading. */
  heading: { number: number | null; question: string } | null;
}

export function inState(review: ClaimReview, state: ClaimState, me: string | null): boolean {
  const none = review.stage === 'takes_none' || review.stage === 'unclear';
  switch (state) {
    case 'all':
      return true;
    case 'none':
      return none;
    case 'unrated':
      return review.stage === 'to_rate';
    case 'rated':
      return !none && review.rated_by.length > 0;
    case 'mine':
      return me !== null && review.rated_by.includes(me);
    case 'waiting':
      return review.stage === 'waiting';
  }
}

/** Every claim that fits, by point; and how many there would be in each state. */
export function filtered(
  shown: CaseView,
  filter: ClaimFilter,
  me: string | null,
): { lines: ClaimLine[]; counts: Record<ClaimState, number> } {
  const reviews = new Map(shown.reviews.map((review) => [review.claim_id, review]));
  const wanted = fold(filter.words.trim()).split(/\s+/).filter(Boolean);
  const counts: Record<ClaimState, number> = { all: 0, unrated: 0, rated: 0, mine: 0, waiting: 0, none: 0 };
  const lines: ClaimLine[] = [];
  for (const group of grouped(shown)) {
    let first = true;
    for (const claim of group.claims) {
      const review = reviews.get(claim.uuid);
      if (!review) continue;
      const { letters } = placeOf(shown, claim.uuid);
      const text = fold(`${claimLabel(shown, claim)} ${claim.text}`);
      const fits =
        (filter.kind === '' || claim.kind === filter.kind) &&
        (filter.letter === '' ||
          (filter.letter === '-' ? letters === '' : letters.includes(filter.letter))) &&
        wanted.every((word) => text.includes(word));
      if (!fits) continue;
      for (const state of states) if (inState(review, state, me)) counts[state]++;
      if (!inState(review, filter.state, me)) continue;
      lines.push({
        claim,
        review,
        heading: first ? { number: group.number, question: group.question } : null,
      });
      first = false;
    }
  }
  return { lines, counts };
}
