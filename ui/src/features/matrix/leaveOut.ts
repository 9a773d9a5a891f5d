// Evidence that is left out together: all of one source, or of one origin.
import { type Evidence } from './grid';

export interface Bundle {
  name: string;
  labels: string[];
}

/** Evidence by what `of` says of it, in the order of first appearance; evidence of nothing known is in none. */
export function bundles(all: readonly Evidence[], of: (one: Evidence) => string | null): Bundle[] {
  const found = new Map<string, string[]>();
  for (const one of all) {
    const name = of(one);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), one.column.label]);
  }
  return [...found].map(([name, labels]) => ({ name, labels }));
}
