// Which assessments of a claim stand against each other. What they mean, the api has said (the stage); this only finds the rows.

import { type Assessment, type ClaimReview, type ClaimView, type SecondReading } from '$lib/api/bindings';

/** An editor's assessment in force: their latest that none supersedes. */
export function inForceOf(view: ClaimView, editor: string | null): Assessment | undefined {
  return view.assessments.findLast(
    (one) => one.editor_id === editor && !view.assessments.some((later) => later.supersedes_id === one.uuid),
  );
}

export interface Pair {
  /** The assessment that the stage is about. */
  first: Assessment | undefined;
  /** The latest reading of it by another editor. */
  reading: SecondReading | undefined;
  /** The rating that stands against it: the reader's own. */
  second: Assessment | undefined;
  sameScale: boolean;
  sameLabel: boolean;
}

/** The assessment in question, and what stands beside it: the reader's rating, or that of whoever works here. */
export function pairOf(view: ClaimView, review: ClaimReview, me: string | null): Pair {
  const first = view.assessments.find((one) => one.uuid === review.assessment_id);
  const reading = view.second_readings.findLast((one) => one.assessment_id === first?.uuid);
  const other = reading?.editor_id ?? (first?.editor_id === me ? null : me);
  const second = inForceOf(view, other);
  const sameScale = first !== undefined && first.scale_id === second?.scale_id;
  return { first, reading, second, sameScale, sameLabel: sameScale && first?.label_id === second?.label_id };
}
