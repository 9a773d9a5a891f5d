import { type Desk } from '$lib/desk.svelte';
import { Act } from '$lib/resource.svelte';
import { readSaved, type SavedFilter } from './filter';

const key = 'case_filters';

/** The filters that this desk named; kept beside the ledger, not in its history. */
export class SavedFilters {
  all: readonly SavedFilter[] = $state.raw([]);
  readonly act = new Act();
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  load(): Promise<boolean> {
    return this.act.run(async () => {
      this.all = this.#read(await this.#desk.read('preference.list', {}));
    });
  }

  /** Keeps a filter under a name; one of the same name is replaced. */
  keep(saved: SavedFilter): Promise<boolean> {
    return this.#set([...this.all.filter((each) => each.name !== saved.name), saved]);
  }

  rename(from: string, to: string): Promise<boolean> {
    return this.#set(
      this.all
        .filter((each) => each.name === from || each.name !== to)
        .map((each) => (each.name === from ? { ...each, name: to } : each)),
    );
  }

  remove(name: string): Promise<boolean> {
    return this.#set(this.all.filter((each) => each.name !== name));
  }

  #set(value: readonly SavedFilter[]): Promise<boolean> {
    return this.act.run(async () => {
      this.all = this.#read(await this.#desk.read('preference.set', { key, value }));
    });
  }

  #read(kept: readonly { id: string; value: unknown }[]): SavedFilter[] {
    return readSaved(kept.find((each) => each.id === key)?.value).sort((a, b) =>
      a.name.localeCompare(b.name),
    );
  }
}
