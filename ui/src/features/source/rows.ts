// The rows of the table of sources: actors with what they published, said and hold.
import { type ActorKind, type Grade, type Reliability, type SourceLine } from '$lib/api/bindings';
import { fold } from '$shared/fold';
import { type Records } from '$features/item/library.svelte';

export interface SourceRow {
  id: string;
  name: string;
  kind: ActorKind;
  description: string | null;
  names: string[];
  grade: Grade | null;
  items: number;
  statements: number;
  links: number;
  accounts: number;
}

/** The grades of an actor, the one in force first. */
export function gradesOf(records: Pick<Records, 'reliabilities'>, actorId: string): Reliability[] {
  return records.reliabilities.filter((one) => one.actor_id === actorId).toReversed();
}

/** Rows as the table of the workspace gives them. */
export function sourceRows(lines: readonly SourceLine[]): SourceRow[] {
  return lines.map((line) => ({
    id: line.id,
    name: line.name,
    kind: line.kind,
    description: line.description,
    names: line.names,
    grade: line.reliability,
    items: line.n_published,
    statements: line.n_statements,
    links: line.n_links,
    accounts: line.n_accounts,
  }));
}

export interface SourceFilter {
  words: string;
  kind: ActorKind | '';
  grade: Grade | 'none' | '';
}

export function filtered(rows: readonly SourceRow[], filter: SourceFilter): SourceRow[] {
  const words = fold(filter.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(({ name, kind, description, names, grade }) => {
    if (filter.kind !== '' && kind !== filter.kind) return false;
    if (filter.grade !== '' && (grade ?? 'none') !== filter.grade) return false;
    if (words.length === 0) return true;
    const text = fold([name, ...names, description ?? ''].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

export type SourceOrder = 'name' | 'kind' | 'grade' | 'items' | 'statements' | 'links' | 'accounts';

const byWords = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** In the order asked for; ungraded sources stand last either way, and equals stand by name. */
export function sorted(rows: readonly SourceRow[], by: SourceOrder, down: boolean): SourceRow[] {
  const turn = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const name = byWords.compare(a.name, b.name);
    if (by === 'name') return name * turn;
    if (by === 'kind') return byWords.compare(a.kind, b.kind) * turn || name;
    if (by === 'grade') {
      if (a.grade === null || b.grade === null) return a.grade === b.grade ? name : a.grade === null ? 1 : -1;
      return byWords.compare(a.grade, b.grade) * turn || name;
    }
    return (a[by] - b[by]) * turn || name;
  });
}

/** A name without case, accents, punctuation and the order of its words. */
function likeness(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '' && word !== 'the')
    .toSorted()
    .join(' ');
}

/** Other sources one of whose names reads like one of this source's. */
export function alike(rows: readonly SourceRow[], id: string): SourceRow[] {
  const keys = (row: SourceRow): string[] => [row.name, ...row.names].map(likeness);
  const own = rows.find((row) => row.id === id);
  if (!own) return [];
  const wanted = new Set(keys(own).filter((key) => key !== ''));
  return rows.filter((row) => row.id !== id && keys(row).some((key) => wanted.has(key)));
}
