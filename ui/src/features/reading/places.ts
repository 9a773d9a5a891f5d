// From a citation to the exact place: the preserved copy, open at the excerpt.
import { type CaseAt, type CaseView } from '$lib/api/bindings';
import { formatPlace, type Place } from '$lib/place';

type Kept = Pick<CaseAt, 'captures' | 'excerpts'>;

/** Where an excerpt is read within a case; undefined where the case does not hold it. */
export function placeOfExcerpt(caseId: string, kept: Kept, id: string | null | undefined): Place | undefined {
  const excerpt = kept.excerpts.find((one) => one.uuid === id);
  const copy = kept.captures.find((one) => one.uuid === excerpt?.capture_id);
  if (!excerpt || !copy) return undefined;
  const read = { capture: copy.uuid, excerpt: excerpt.uuid };
  return { view: 'case', id: caseId, tab: 'evidence', sub: copy.item_id, read };
}

export function hrefOfExcerpt(shown: CaseView, id: string | null | undefined): string | undefined {
  const place = placeOfExcerpt(shown.id, shown.case, id);
  return place && formatPlace(place);
}

/** Where the words of a statement are read: the first appearance that names an excerpt. */
export function hrefOfStatement(shown: CaseView, statementId: string | null | undefined): string | undefined {
  for (const one of shown.case.appearances) {
    if (one.statement_id !== statementId || one.excerpt_id === null) continue;
    const href = hrefOfExcerpt(shown, one.excerpt_id);
    if (href !== undefined) return href;
  }
  return undefined;
}
