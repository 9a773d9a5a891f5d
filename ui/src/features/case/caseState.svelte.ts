import { type CaseView } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

/** The case on the screen, as it is looked at: by a date in the world, at a position of the history. */
export class CaseState {
  readonly shown = new Resource<CaseView>();
  readonly #desk: Desk;
  #id = '';

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  load(id: string): Promise<void> {
    if (id !== this.#id) this.shown.clear();
    this.#id = id;
    return this.shown.load(() =>
      this.#desk.read('case.show', { case_id: id, ...this.#desk.view, blind: true }),
    );
  }
}
