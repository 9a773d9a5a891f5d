import { type CellRate, type StanceValue } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { type Problem, problemFrom } from '$lib/api/problem';
import { SvelteMap } from 'svelte/reactivity';

/**
 * Ratings in the order of the keys, one operation each. A cell is painted at the key, marked as being saved until its
 * operation is acknowledged; one that is refused is what it was before, and the refusal is said.
 */
export class Rater {
  problem: Problem | undefined = $state.raw(undefined);
  waiting = $state(0);
  /** Stances on their way to the ledger, by cell: the newest of each. */
  readonly writing = new SvelteMap<string, StanceValue | null>();
  /** Stances acknowledged since the matrix was last read, by cell. */
  readonly acknowledged = new SvelteMap<string, StanceValue | null>();
  readonly #desk: Desk;
  /** The number of the newest rating of each cell. */
  readonly #newest: Record<string, number> = {};
  #count = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Nothing is dropped while an earlier rating is still being written; a refusal does not stop the later ones. */
  rate(cell: string, request: CellRate): Promise<boolean> {
    const turn = ++this.#count;
    this.waiting++;
    this.#newest[cell] = turn;
    this.writing.set(cell, request.value ?? null);
    const done = this.#last.then(async () => {
      try {
        await this.#desk.write('cell.rate', request);
        this.acknowledged.set(cell, request.value ?? null);
        this.problem = undefined;
        return true;
      } catch (error) {
        this.problem = problemFrom(error);
        return false;
      } finally {
        this.waiting--;
        if (this.#newest[cell] === turn) this.writing.delete(cell);
      }
    });
    this.#last = done.then(() => undefined);
    return done;
  }

  /** What a cell holds by the keys: what is on its way, else what was acknowledged since the matrix was read. */
  held(cell: string): StanceValue | null | undefined {
    const writing = this.writing.get(cell);
    return writing === undefined ? this.acknowledged.get(cell) : writing;
  }

  /** The matrix was read after these were acknowledged: it shows them itself now. */
  forget(cells: readonly string[]): void {
    for (const cell of cells) this.acknowledged.delete(cell);
  }
}
