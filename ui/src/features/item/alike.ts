import { type Alike, type Item } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';

/** Items that look like this one, by its address, its DOI or ISBN, its title or one of its files, as the api finds them. */
export async function readAlike(desk: Desk, item: Item, hashes: readonly string[]): Promise<Alike[]> {
  const request = {
    url: item.url,
    symbol: item.symbol,
    title: item.title ?? item.name,
    publisher_id: item.publisher_id,
    not_id: item.uuid,
  };
  const [first, ...more] = hashes;
  const answers = await Promise.all([
    desk.read('item.alike', { ...request, sha256: first ?? null }),
    ...more.map((sha256) => desk.read('item.alike', { sha256, not_id: item.uuid })),
  ]);
  const found = new Map<string, Alike>();
  for (const one of answers.flat()) {
    const same = new Set([...(found.get(one.id)?.same ?? []), ...one.same]);
    found.set(one.id, { ...one, same: [...same] });
  }
  return [...found.values()];
}
