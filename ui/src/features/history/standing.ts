import { type OperationLine } from '$lib/api/bindings';

// These are never taken back themselves.
const steps = new Set(['undo', 'redo', 'history.undo', 'history.redo', 'erase', 'record.erase']);

/** How many operations, down to this one, still stand and would be taken back with it; none if it is no such one itself. */
export function standing(
  lines: readonly Pick<OperationLine, 'id' | 'name' | 'undone'>[],
  id: string,
): number {
  const at = lines.findIndex((line) => line.id === id);
  const stands = lines.slice(0, at + 1).filter((line) => !line.undone && !steps.has(line.name));
  return stands.at(-1)?.id === id ? stands.length : 0;
}
