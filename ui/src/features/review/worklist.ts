// The claims of a case in the order of the work: what waits for the editor who works here, then for others, then what is done.

import { type CaseView, type Claim, type ClaimReview } from '$lib/api/bindings';
import { grouped } from '$features/claim/labels';

export type WorkGroup = 'read' | 'back' | 'rate' | 'ready' | 'settle' | 'others' | 'verdict' | 'rest';

export interface WorkLine {
  claim: Claim;
  review: ClaimReview;
  group: WorkGroup;
  /** The first of its group carries the heading. */
  first: boolean;
}

const order: readonly WorkGroup[] = ['read', 'back', 'rate', 'ready', 'settle', 'others', 'verdict', 'rest'];
/** What the editor who works here can do something about. */
const forMe: ReadonlySet<WorkGroup> = new Set<WorkGroup>(['read', 'back', 'rate', 'ready', 'settle']);

/** The id of the editor of that name; none before their first change. */
export function editorId(shown: CaseView, name: string | null): string | null {
  return shown.case.editors.find((editor) => editor.name === name)?.uuid ?? null;
}

export function groupOf(review: ClaimReview, me: string | null): WorkGroup {
  switch (review.stage) {
    case 'to_rate':
      return 'rate';
    case 'waiting':
      return review.editor_id === me ? 'others' : 'read';
    case 'disagreed':
      return review.editor_id === me ? 'back' : 'others';
    case 'both_stand':
      return 'settle';
    case 'ready':
      return 'ready';
    case 'verdict':
      return 'verdict';
    case 'unclear':
    case 'takes_none':
      return 'rest';
  }
}

/** Inside a group the claims stand as on every screen: by point, then by account. */
export function workList(shown: CaseView, me: string | null): WorkLine[] {
  const reviews = new Map(shown.reviews.map((review) => [review.claim_id, review]));
  const lines = grouped(shown)
    .flatMap((group) => group.claims)
    .flatMap((claim) => {
      const review = reviews.get(claim.uuid);
      return review ? [{ claim, review, group: groupOf(review, me), first: false }] : [];
    })
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  return lines.map((line, at) => ({ ...line, first: line.group !== lines[at - 1]?.group }));
}

export function waitsForMe(line: WorkLine): boolean {
  return forMe.has(line.group);
}

/** The next line after this claim that waits for whoever works here; round to the top once. */
export function nextFor(lines: readonly WorkLine[], claimId: string | null): WorkLine | undefined {
  const at = lines.findIndex((line) => line.claim.uuid === claimId);
  return [...lines.slice(at + 1), ...lines.slice(0, Math.max(0, at))].find(waitsForMe);
}
