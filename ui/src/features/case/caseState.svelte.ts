import { untrack } from 'svelte';
import { type CaseView } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

/** The case on the screen, as it is looked at: by a date in the world, at a position of the history. */
export class CaseState {
  readonly shown = new Resource<CaseView>();
  readonly #desk: Desk;
  #id = '';
  /** What was read last: the case, how it was looked at, and after which change. */
  #read: string | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Reads the case, unless it was read after the last change. */
  load(id: string): Promise<void> {
    if (id !== this.#id) this.shown.clear();
    this.#id = id;
    const { known_by, as_of } = this.#desk.view;
    const wanted = JSON.stringify([id, known_by, as_of, untrack(() => this.#desk.revision)]);
    if (wanted === this.#read && !untrack(() => this.shown.problem)) return Promise.resolve();
    this.#read = wanted;
    return this.shown.load(() =>
      this.#desk.read('case.show', { case_id: id, ...this.#desk.view, blind: true }),
    );
  }

  /** No case is looked at: the next one is read anew. */
  leave(): void {
    this.#read = null;
  }
}
