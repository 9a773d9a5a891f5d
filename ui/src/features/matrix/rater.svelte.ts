import { type CellRate, type StanceValue } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { type Problem, problemFrom } from '$lib/api/problem';

/** A cell, and the number of the rating that was acknowledged. */
interface Saved {
  cell: string;
  turn: number;
}

type Rated = StanceValue | null | undefined;

/** One cell by the keys. Each has signals of its own: a rating draws its cell anew, and no other. */
class Slot {
  /** The newest stance on its way to the ledger. */
  writing: Rated = $state.raw(undefined);
  /** The stance acknowledged since the matrix was last read. */
  acknowledged: Rated = $state.raw(undefined);
  /** The number of its newest rating, and of the one that was acknowledged last. */
  turn = 0;
  saved = 0;
}

/**
 * Ratings in the order of the keys, one operation each. A cell is painted at the key, marked as being saved until its
 * operation is acknowledged; one that is refused is what it was before, and the refusal is said.
 */
export class Rater {
  problem: Problem | undefined = $state.raw(undefined);
  waiting = $state(0);
  readonly #desk: Desk;
  // Not reactive on purpose: what is drawn are the slots, which stay.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #slots = new Map<string, Slot>();
  #count = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  #slot(cell: string): Slot {
    let slot = this.#slots.get(cell);
    if (!slot) this.#slots.set(cell, (slot = new Slot()));
    return slot;
  }

  /** Nothing is dropped while an earlier rating is still being written; a refusal does not stop the later ones. */
  rate(cell: string, request: CellRate): Promise<boolean> {
    const slot = this.#slot(cell);
    const turn = ++this.#count;
    this.waiting++;
    slot.turn = turn;
    slot.writing = request.value ?? null;
    const done = this.#last.then(async () => {
      try {
        await this.#desk.write('cell.rate', request);
        slot.acknowledged = request.value ?? null;
        slot.saved = turn;
        this.problem = undefined;
        return true;
      } catch (error) {
        this.problem = problemFrom(error);
        return false;
      } finally {
        this.waiting--;
        if (slot.turn === turn) slot.writing = undefined;
      }
    });
    this.#last = done.then(() => undefined);
    return done;
  }

  /** What a cell holds by the keys: what is on its way, else what was acknowledged since the matrix was read. */
  held(cell: string): Rated {
    const slot = this.#slot(cell);
    return slot.writing === undefined ? slot.acknowledged : slot.writing;
  }

  /** Whether the stance of a cell is on its way: not saved yet. */
  writing(cell: string): boolean {
    return this.#slot(cell).writing !== undefined;
  }

  /** The cells that were acknowledged since the matrix was read, and by which of their ratings. */
  get acknowledged(): Saved[] {
    const all = [...this.#slots].filter(([, slot]) => slot.acknowledged !== undefined);
    return all.map(([cell, slot]) => ({ cell, turn: slot.saved }));
  }

  /** The matrix was read after these were acknowledged: it shows them itself now, but for what was rated again meanwhile. */
  forget(told: readonly Saved[]): void {
    for (const { cell, turn } of told) {
      const slot = this.#slot(cell);
      if (slot.saved === turn) slot.acknowledged = undefined;
    }
  }
}
