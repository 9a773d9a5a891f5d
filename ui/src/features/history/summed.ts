import { type ChangeLine } from '$lib/api/bindings';

export type What = 'added' | 'removed' | 'changed';

export interface Sum {
  table: string;
  what: What;
  n: number;
}

/** How many records of each table came, went or changed, in the order in which they first stand there. */
export function summed(changes: readonly Pick<ChangeLine, 'table' | 'before' | 'after'>[]): Sum[] {
  const sums = new Map<string, Sum>();
  for (const { table, before, after } of changes) {
    const what: What = before === null ? 'added' : after === null ? 'removed' : 'changed';
    const sum = sums.get(`${table} ${what}`) ?? { table, what, n: 0 };
    sum.n += 1;
    sums.set(`${table} ${what}`, sum);
  }
  return [...sums.values()];
}
