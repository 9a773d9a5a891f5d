import { type Item, type ItemKind, type Reading } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { type Brought } from '$lib/intake';
import { Act } from '$lib/resource.svelte';
import { t } from '$lib/words';
import { clock } from '$lib/words/plain';
import { Actors } from '$features/actor/actors.svelte';
import { Arrivals, type Arriving, fromBytes, fromPath } from './arrivals.svelte';
import { nameOfAddress } from './kinds';

/** What many items get at once; what is left empty stays as it is. */
export interface ForAll {
  kind: ItemKind | '';
  reading: Reading | '';
  publisher: string;
  date: string;
}

export interface Choice {
  id: string;
  label: string;
  run: () => void;
}

interface Ways {
  goto: (id: string | null, trail: boolean) => void;
  onadded: (ids: readonly string[]) => void;
}

/** What is done with the items of a list: taken in, pasted, corrected together, moved to the trash and back. */
export class Shelf {
  readonly #desk: Desk;
  readonly #ways: Ways;
  readonly arrivals: Arrivals;
  readonly bulk = new Act();
  readonly pasting = new Act();
  /** Words or an address that wait for a person to say what they are. */
  pasted: { text: string; url: string | null; files: readonly Arriving[] } | null = $state.raw(null);
  /** Words that are to be marked as an excerpt of the open item's copy. */
  forExcerpt: string | null = $state(null);

  constructor(desk: Desk, ways: Ways) {
    this.#desk = desk;
    this.#ways = ways;
    this.arrivals = new Arrivals(desk);
  }

  /** Another item is open: what waited for the one before is forgotten. */
  turn(): void {
    this.pasted = null;
    this.forExcerpt = null;
  }

  /** Asks for files: copies of one item, or each a new item. */
  async attach(itemId: string | null): Promise<void> {
    let paths: string[] = [];
    const asked = await this.bulk.run(async () => {
      paths = await this.#desk.dialogs.openMany(t.items.attachTitle);
    });
    if (asked) await this.take(paths.map(fromPath), itemId);
  }

  async take(files: readonly Arriving[], itemId: string | null): Promise<void> {
    this.pasted = null;
    this.#arrived(await this.arrivals.take(files, itemId), itemId);
  }

  /** What was dropped or pasted. With an item open a person says whether files are copies of it. */
  bring(what: Brought, open: Item | undefined): void {
    if (what.kind === 'text') return this.#takeText(what.text, what.url, open);
    const time = clock(Date.now());
    const files =
      what.kind === 'paths' ? what.paths.map(fromPath) : what.files.map((file) => fromBytes(file, time));
    if (open) this.pasted = { text: files.map((file) => file.name).join(', '), url: null, files };
    else void this.take(files, null);
  }

  async again(): Promise<void> {
    const itemId = this.arrivals.failed[0]?.itemId ?? null;
    this.#arrived(await this.arrivals.again(), itemId);
  }

  #arrived(held: readonly string[], itemId: string | null): void {
    if (itemId === null && held.length > 0) this.added(held);
  }

  added(ids: readonly string[]): void {
    this.#ways.onadded(ids);
    this.#ways.goto(ids[0] ?? null, true);
  }

  /** Moves items to the trash, or brings them back. */
  move(ids: readonly string[], back: boolean): Promise<boolean> {
    const command = back ? 'record.restore_all' : 'record.trash_all';
    return this.bulk.run(() => this.#desk.write(command, { table: 'item', ids: [...ids] }));
  }

  /** Gives the same to many items. */
  correctAll(ids: readonly string[], all: ForAll): Promise<boolean> {
    return this.bulk.run(async () => {
      const set: Partial<Pick<Item, 'kind' | 'reading' | 'date' | 'publisher_id'>> = {};
      if (all.kind !== '') set.kind = all.kind;
      if (all.reading !== '') set.reading = all.reading;
      if (all.date.trim() !== '') set.date = all.date.trim();
      if (all.publisher.trim() !== '') {
        const actors = new Actors(this.#desk);
        await actors.load();
        set.publisher_id = await actors.resolve({ name: all.publisher, kind: 'outlet' });
      }
      for (const id of ids) await this.#desk.write('item.edit', { id, set });
    });
  }

  /** An address makes an item, unless the open one has none yet. */
  #takeText(text: string, url: string | null, open: Item | undefined): void {
    const words = text.trim();
    if (words === '') return;
    if (url !== null && (open === undefined || open.url !== null)) void this.#addByUrl(url);
    else this.pasted = { text: words, url, files: [] };
  }

  /** What the pasted text can become. */
  choices(open: Item | undefined, hasCopy: boolean): Choice[] {
    if (!this.pasted) return [];
    const { text, url, files } = this.pasted;
    if (open && files.length > 0) {
      const copy = {
        id: 'copy',
        label: t.items.pastedAsCopy(files.length),
        run: () => void this.take(files, open.uuid),
      };
      const fresh = {
        id: 'items',
        label: t.items.pastedAsItems(files.length),
        run: () => void this.take(files, null),
      };
      return hasCopy || files.length > 1 ? [fresh, copy] : [copy, fresh];
    }
    if (open && url !== null)
      return [
        { id: 'url-here', label: t.items.pastedUrlHere, run: () => void this.#edit(open, { url }) },
        { id: 'url-new', label: t.items.pastedUrlNew, run: () => void this.#addByUrl(url) },
      ];
    if (!open) return [{ id: 'item', label: t.items.pastedAsItem, run: () => void this.#addByTitle(text) }];
    const note = open.note === null ? text : `${open.note}\n${text}`;
    const asNote = { id: 'note', label: t.items.pastedAsNote, run: () => void this.#edit(open, { note }) };
    if (!hasCopy) return [asNote];
    const asExcerpt = {
      id: 'excerpt',
      label: t.items.pastedAsExcerpt,
      run: () => {
        this.forExcerpt = text;
        this.pasted = null;
      },
    };
    return [asExcerpt, asNote];
  }

  async #addByUrl(url: string): Promise<void> {
    this.pasted = null;
    await this.#add({ name: nameOfAddress(url), kind: 'web_page', url, reading: 'read' });
  }

  async #addByTitle(title: string): Promise<void> {
    this.pasted = null;
    const name = title.replace(/\s+/g, ' ').slice(0, 200);
    await this.#add({ name, kind: 'document', reading: 'cited_not_read' });
  }

  async #add(item: { name: string; kind: ItemKind; reading: Reading; url?: string }): Promise<void> {
    await this.pasting.run(async () => {
      const { id } = await this.#desk.write('item.add', item);
      this.added([id]);
    });
  }

  async #edit(item: Item, set: { url?: string; note?: string }): Promise<void> {
    this.pasted = null;
    await this.pasting.run(() => this.#desk.write('item.edit', { id: item.uuid, set }));
  }
}
