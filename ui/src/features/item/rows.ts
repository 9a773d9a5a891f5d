// The rows of the table of items: what is shown of each, what was asked for, and in which order.
import { type Item, type ItemKind, type ItemLine, type Reading } from '$lib/api/bindings';
import { fold } from '$shared/fold';
import { type Records } from './library.svelte';

export interface ItemRow {
  id: string;
  item: Pick<
    Item,
    | 'name'
    | 'kind'
    | 'title'
    | 'publisher_id'
    | 'symbol'
    | 'date'
    | 'date_words'
    | 'url'
    | 'language'
    | 'container'
    | 'place'
    | 'reading'
    | 'note'
  >;
  publisher: string;
  /** Ids of its preserved copies. */
  copies: string[];
  links: number;
  statements: number;
}

const byWords = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The items of a case first, then all others; each once. */
export function hereFirst(here: readonly Item[], all: readonly Item[]): Item[] {
  const known = new Set(here.map((item) => item.uuid));
  return [...here, ...all.filter((item) => !known.has(item.uuid))];
}

/** How often each id occurs. */
function tally(ids: Iterable<string | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Rows as the table of the workspace gives them. */
export function tableRows(lines: readonly ItemLine[]): ItemRow[] {
  return lines.map((line) => ({
    id: line.id,
    item: line,
    publisher: line.publisher ?? '',
    copies: line.captures,
    links: line.n_links,
    statements: line.n_statements,
  }));
}

/** The same out of the records of a case, as it was at an earlier operation. */
export function itemRows(records: Records, items: readonly Item[] = records.items): ItemRow[] {
  const names = new Map(records.actors.map((actor) => [actor.uuid, actor.name]));
  const itemOfCapture = new Map(records.captures.map((capture) => [capture.uuid, capture.item_id]));
  const itemOfExcerpt = new Map(
    records.excerpts.map((excerpt) => [excerpt.uuid, itemOfCapture.get(excerpt.capture_id) ?? null]),
  );
  const copies = new Map<string, string[]>();
  for (const capture of records.captures) {
    const list = copies.get(capture.item_id);
    if (list) list.push(capture.uuid);
    else copies.set(capture.item_id, [capture.uuid]);
  }
  const links = tally(
    records.links.map(
      (link) =>
        link.from_item_id ?? (link.from_excerpt_id && itemOfExcerpt.get(link.from_excerpt_id)) ?? null,
    ),
  );
  const statements = tally(records.appearances.map((appearance) => appearance.item_id));
  return items.map((item) => ({
    id: item.uuid,
    item,
    publisher: item.publisher_id === null ? '' : (names.get(item.publisher_id) ?? ''),
    copies: copies.get(item.uuid) ?? [],
    links: links.get(item.uuid) ?? 0,
    statements: statements.get(item.uuid) ?? 0,
  }));
}

/** The publishers of these items, by name. */
export function publishersOf(rows: readonly ItemRow[]): { id: string; name: string }[] {
  const found = new Map<string, string>();
  for (const row of rows) if (row.item.publisher_id) found.set(row.item.publisher_id, row.publisher);
  return [...found].map(([id, name]) => ({ id, name })).toSorted((a, b) => byWords.compare(a.name, b.name));
}

export interface ItemFilter {
  words: string;
  kind: ItemKind | '';
  /** A publisher's id. */
  publisher: string;
  copy: 'with' | 'without' | '';
  reading: Reading | '';
}

export const noFilter: Readonly<ItemFilter> = { words: '', kind: '', publisher: '', copy: '', reading: '' };

const haystacks = new WeakMap<ItemRow['item'], string>();

function haystack({ item, publisher }: ItemRow): string {
  const known = haystacks.get(item);
  if (known !== undefined) return known;
  const { name, title, symbol, url, container, place, note, date, date_words } = item;
  const made = fold(
    [name, title, publisher, symbol, url, container, place, note, date, date_words]
      .filter((part) => part !== null)
      .join('\n'),
  );
  haystacks.set(item, made);
  return made;
}

/** The rows that hold every word that was typed, in any of their fields, and that the other filters let through. */
export function filtered(rows: readonly ItemRow[], filter: ItemFilter): ItemRow[] {
  const words = fold(filter.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (filter.kind === '' || row.item.kind === filter.kind) &&
      (filter.publisher === '' || row.item.publisher_id === filter.publisher) &&
      (filter.reading === '' || row.item.reading === filter.reading) &&
      (filter.copy === '' || (filter.copy === 'with') === row.copies.length > 0) &&
      (words.length === 0 || words.every((word) => haystack(row).includes(word))),
  );
}

export type ItemOrder = 'name' | 'kind' | 'publisher' | 'date' | 'copies' | 'links' | 'statements';

/** In the order asked for; what has no value stands last either way, and equals stand by name. */
export function sorted(
  rows: readonly ItemRow[],
  by: ItemOrder,
  down: boolean,
  kindName: (kind: ItemKind) => string,
): ItemRow[] {
  const words = (row: ItemRow): string => {
    if (by === 'kind') return kindName(row.item.kind);
    if (by === 'publisher') return row.publisher;
    if (by === 'date') return row.item.date ?? '';
    return row.item.name;
  };
  const number = (row: ItemRow): number => {
    if (by === 'copies') return row.copies.length;
    return by === 'links' ? row.links : row.statements;
  };
  const counts = by === 'copies' || by === 'links' || by === 'statements';
  const turn = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const name = byWords.compare(a.item.name, b.item.name);
    if (counts) return (number(a) - number(b)) * turn || name;
    const [one, two] = [words(a), words(b)];
    if (one === '' || two === '') return one === two ? name : one === '' ? 1 : -1;
    const order = by === 'date' ? (one < two ? -1 : Number(one > two)) : byWords.compare(one, two);
    return order * turn || name;
  });
}
