import { type Hit } from '$lib/api/bindings';
import { type Place } from '$lib/place';

/** Where a hit leads: the place of the record itself, or the case that it belongs to. */
export function leads(hit: Hit): Place | undefined {
  if (hit.table === 'actor') return { view: 'sources', sub: hit.id };
  if (hit.case_id === null) return hit.table === 'item' ? { view: 'items', sub: hit.id } : undefined;
  const place = { view: 'case', id: hit.case_id } as const;
  if (hit.table === 'claim') return { ...place, tab: 'claims', sub: hit.id };
  if (hit.table === 'item') return { ...place, tab: 'evidence', sub: hit.id };
  return { ...place, tab: 'compare', sub: null };
}
