import { type Hit } from '$lib/api/bindings';

/** Kinds in the order in which an editor looks for them; the others follow as they come. */
const order = ['case', 'claim', 'statement', 'point', 'answer', 'account', 'finding', 'item', 'actor'];

/** What stands for a hit once: a record of several cases is a hit in each. */
export const hitKey = (hit: Hit): string => `${hit.key} ${hit.case_id ?? ''}`;

/** The hits by kind, each kind in the order in which it was found. */
export function byKind(hits: readonly Hit[]): { table: string; hits: Hit[] }[] {
  const kinds = new Map<string, Hit[]>();
  for (const hit of hits) kinds.set(hit.table, [...(kinds.get(hit.table) ?? []), hit]);
  const place = (table: string): number => (order.indexOf(table) + order.length + 1) % (order.length + 1);
  return [...kinds]
    .map(([table, all]) => ({ table, hits: all }))
    .sort((a, b) => place(a.table) - place(b.table));
}
