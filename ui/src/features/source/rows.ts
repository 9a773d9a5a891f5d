// The rows of the table of sources: actors with what they published, said and hold.
import { type Actor, type ActorKind, type Grade, type Reliability } from '$lib/api/bindings';
import { fold } from '$shared/fold';
import { type Records } from '$features/item/library.svelte';

export interface SourceRow {
  id: string;
  actor: Actor;
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

function tally(ids: Iterable<string | null | undefined>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id != null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

export function sourceRows(records: Records, actors: readonly Actor[] = records.actors): SourceRow[] {
  const names = new Map<string, string[]>();
  for (const one of records.actor_names)
    names.set(one.actor_id, [...(names.get(one.actor_id) ?? []), one.name]);
  // The list is oldest first: the last one of an actor is in force.
  const grades = new Map(records.reliabilities.map((one) => [one.actor_id, one.grade]));
  const published = new Map(records.items.map((item) => [item.uuid, item.publisher_id]));
  const itemOfCapture = new Map(records.captures.map((one) => [one.uuid, one.item_id]));
  const itemOfExcerpt = new Map(records.excerpts.map((one) => [one.uuid, itemOfCapture.get(one.capture_id)]));
  const items = tally(published.values());
  const statements = tally(records.statements.map((one) => one.speaker_id));
  const accounts = tally(records.holders.map((one) => one.actor_id));
  const links = tally(
    records.links.map((link) => {
      const item =
        link.from_item_id ?? (link.from_excerpt_id ? itemOfExcerpt.get(link.from_excerpt_id) : null);
      return item ? published.get(item) : null;
    }),
  );
  return actors.map((actor) => ({
    id: actor.uuid,
    actor,
    names: names.get(actor.uuid) ?? [],
    grade: grades.get(actor.uuid) ?? null,
    items: items.get(actor.uuid) ?? 0,
    statements: statements.get(actor.uuid) ?? 0,
    links: links.get(actor.uuid) ?? 0,
    accounts: accounts.get(actor.uuid) ?? 0,
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
  return rows.filter(({ actor, names, grade }) => {
    if (filter.kind !== '' && actor.kind !== filter.kind) return false;
    if (filter.grade !== '' && (grade ?? 'none') !== filter.grade) return false;
    if (words.length === 0) return true;
    const text = fold([actor.name, ...names, actor.description ?? ''].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

export type SourceOrder = 'name' | 'kind' | 'grade' | 'items' | 'statements' | 'links' | 'accounts';

const byWords = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** In the order asked for; ungraded sources stand last either way, and equals stand by name. */
export function sorted(rows: readonly SourceRow[], by: SourceOrder, down: boolean): SourceRow[] {
  const turn = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const name = byWords.compare(a.actor.name, b.actor.name);
    if (by === 'name') return name * turn;
    if (by === 'kind') return byWords.compare(a.actor.kind, b.actor.kind) * turn || name;
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
  const keys = (row: SourceRow): string[] => [row.actor.name, ...row.names].map(likeness);
  const own = rows.find((row) => row.id === id);
  if (!own) return [];
  const wanted = new Set(keys(own).filter((key) => key !== ''));
  return rows.filter((row) => row.id !== id && keys(row).some((key) => wanted.has(key)));
}
