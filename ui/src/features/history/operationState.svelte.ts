import { type ChangeLine, type OperationView } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Resource } from '$lib/resource.svelte';

// A bulk import changes thousands of rows: they are fetched as one asks for them.
const first = 40;
const further = 200;

/** One operation, and as many of its changes as were asked for. */
export class OperationState {
  readonly shown = new Resource<OperationView>();
  changes: ChangeLine[] = $state.raw([]);
  readonly left = $derived((this.shown.value?.operation.n_changes ?? 0) - this.changes.length);
  #id = '';
  #turn = 0;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Reads it, again up to where it was read before: what was erased since is not kept. */
  async load(id: string): Promise<void> {
    const limit = id === this.#id ? Math.max(first, this.changes.length) : first;
    this.#id = id;
    const turn = ++this.#turn;
    await this.shown.load(() => this.#desk.read('history.show', { id, limit }));
    if (turn === this.#turn) this.changes = this.shown.value?.changes ?? [];
  }

  /** The next page of its changes. */
  async more(): Promise<void> {
    const turn = this.#turn;
    const after = this.changes.at(-1)?.seq ?? 0;
    const next = await this.#desk.read('history.show', { id: this.#id, after, limit: further });
    if (turn === this.#turn && after === (this.changes.at(-1)?.seq ?? 0))
      this.changes = [...this.changes, ...next.changes];
  }
}
