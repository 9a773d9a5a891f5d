import { type CellRate, type StanceValue } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { type Problem, problemFrom } from '$lib/api/problem';
import { SvelteMap } from 'svelte/reactivity';

/** Ratings in the order of the keys, one operation each. A cell is painted when its operation is acknowledged, not before. */
export class Rater {
  problem: Problem | undefined = $state.raw(undefined);
  waiting = $state(0);
  /** Stances acknowledged since the matrix was last read, by cell. */
  readonly acknowledged = new SvelteMap<string, StanceValue | null>();
  readonly #desk: Desk;
  #last: Promise<void> = Promise.resolve();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Nothing is dropped while an earlier rating is still being written; a refusal does not stop the later ones. */
  rate(cell: string, request: CellRate): Promise<boolean> {
    this.waiting++;
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
      }
    });
    this.#last = done.then(() => undefined);
    return done;
  }

  /** The matrix was read after these were acknowledged: it shows them itself now. */
  forget(cells: readonly string[]): void {
    for (const cell of cells) this.acknowledged.delete(cell);
  }
}
