import { type ClaimKind } from '$lib/api/bindings';

/** Kinds that are shown without an empty rating. Whether a claim may be rated is decided by the api; this only chooses the mark. */
export function takesRating(kind: ClaimKind): boolean {
  return kind === 'factual' || kind === 'legal';
}
