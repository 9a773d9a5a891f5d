import { type OperationLine } from '$lib/api/bindings';

/** What an operation is about: the noun of its command. */
export const kindOf = (line: Pick<OperationLine, 'name'>): string => line.name.split('.')[0] ?? line.name;

/** Every kind among them, in the order of the alphabet. */
export function kindsOf(lines: readonly Pick<OperationLine, 'name'>[]): string[] {
  return [...new Set(lines.map(kindOf))].sort();
}
