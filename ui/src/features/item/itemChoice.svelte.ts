import { type CaseAt, type Item } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';
import { hereFirst } from './rows';

/** The items that a form can name: those of the case first, then all others of the workspace. */
export class ItemChoice {
  readonly #all = new Resource<Item[]>();
  readonly #shown: () => CaseAt;
  readonly #desk: Desk;

  constructor(desk: Desk, shown: () => CaseAt) {
    this.#desk = desk;
    this.#shown = shown;
  }

  load(): Promise<void> {
    return this.#all.load(() => this.#desk.read('item.list', {}));
  }

  get options(): { value: string; label: string }[] {
    const items = hereFirst(this.#shown().items, this.#all.value ?? []);
    return items.map((item) => ({ value: item.uuid, label: item.name }));
  }

  /** The item of that id, of the case or not. */
  find(id: string | null | undefined): Item | undefined {
    return [...this.#shown().items, ...(this.#all.value ?? [])].find((item) => item.uuid === id);
  }
}
