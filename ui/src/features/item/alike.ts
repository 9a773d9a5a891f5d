// Items that may be the same work twice: the same file, the same address, or the same name and date.
import { type Item } from '$lib/api/bindings';
import { fold } from '$shared/fold';
import { type Records } from './library.svelte';

export type Likeness = 'file' | 'url' | 'name';

export interface Alike {
  item: Item;
  why: Likeness;
}

/** An address without what does not tell pages apart: scheme, "www.", a closing slash, a place on the page. */
export function plainAddress(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');
}

export function alikeOf(records: Pick<Records, 'items' | 'captures'>, item: Item): Alike[] {
  const hashes = new Set(
    records.captures.filter((one) => one.item_id === item.uuid).map((one) => one.sha256),
  );
  const sameFile = new Set(
    records.captures.filter((one) => hashes.has(one.sha256)).map((one) => one.item_id as string),
  );
  const url = item.url === null ? '' : plainAddress(item.url);
  const name = fold(item.name.trim());
  return records.items.flatMap((other): Alike[] => {
    if (other.uuid === item.uuid) return [];
    if (sameFile.has(other.uuid)) return [{ item: other, why: 'file' }];
    if (url !== '' && other.url !== null && plainAddress(other.url) === url)
      return [{ item: other, why: 'url' }];
    if (name !== '' && fold(other.name.trim()) === name && other.date === item.date)
      return [{ item: other, why: 'name' }];
    return [];
  });
}
