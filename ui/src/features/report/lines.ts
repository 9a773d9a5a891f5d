import { type Block } from '$lib/api/bindings';
import { type Place } from '$lib/place';
import { t } from '$lib/words';
import { type Named } from '$lib/words/en/blocks';

/** A line in the reader's language; one of a kind that the page does not know speaks as the api says it. */
export function lineWords(line: Block): string {
  const say = (t.blocks as Readonly<Record<string, ((named: Named) => string) | undefined>>)[line.code];
  return say ? say(line.params) : line.words;
}

/** Where what a line is about can be mended, or looked at. */
export function linePlace(line: Block, caseId: string): Place {
  const inCase = (
    tab: 'claims' | 'compare' | 'evidence' | 'review' | 'timeline',
    sub: string | null,
  ): Place => ({
    view: 'case',
    id: caseId,
    tab,
    sub,
  });
  switch (line.code) {
    // What is still to be rated, or to be read a second time.
    case 'covered':
    case 'no_verdict':
    case 'not_rated':
      return inCase('review', line.claim_id);
    case 'no_reply_asked':
      return inCase('review', 'reply');
    case 'house_missing':
    case 'logo_missing':
      return { view: 'settings' };
    case 'copy_missing':
    case 'copy_changed':
      return inCase('evidence', line.params.item_id ?? null);
  }
  if (line.claim_id !== null) return inCase('claims', line.claim_id);
  if (line.table === 'item') return inCase('evidence', line.uuid);
  if (line.table === 'statement' || line.table === 'finding') return inCase('timeline', null);
  return inCase('compare', null);
}
