// What of a matrix is drawn: all of a small one, of a large one the lines and the evidence in sight, in both directions.
import { untrack } from 'svelte';
import { type Line } from './grid';
import { every, offsets, type Slot, slots } from './slots';

/** Sizes of a line that has a fixed one, in rem: down, and across. */
const size = { head: 1.875, row: 3.75, evidence: 4.625, claim: 9.5, numbers: 6, item: 2.75 };
/** Up to so many cells all are drawn. */
const many = 900;

/** The matrix that is looked at. */
export interface Seen {
  lines: readonly Line[];
  /** How much evidence there is. */
  evidence: number;
  transposed: boolean;
  /** Where the keyboard is: drawn even out of sight. */
  held: { line: number | null; evidence: number };
}

export class Sight {
  printing = $state(false);
  #area = $state.raw({ x: 0, y: 0, width: 1600, height: 1000, rem: 16 });
  readonly #seen: () => Seen;

  constructor(seen: () => Seen) {
    this.#seen = seen;
  }

  /** Whether everything is drawn. */
  readonly whole = $derived.by(() => {
    const { lines, evidence } = this.#seen();
    return this.printing || lines.length * evidence <= many;
  });

  // Where lines and evidence begin, in pixels.
  readonly #lineStarts = $derived.by(() => {
    const { lines, transposed } = this.#seen();
    const [head, row] = transposed ? [size.numbers, size.claim] : [size.head, size.row];
    return offsets(lines.map((line) => (line.kind === 'head' ? head : row) * this.#area.rem));
  });
  readonly #evidenceStarts = $derived.by(() => {
    const { evidence, transposed } = this.#seen();
    return offsets(Array(evidence).fill((transposed ? size.item : size.evidence) * this.#area.rem));
  });

  readonly lines: Slot[] = $derived.by(() => {
    const { lines, transposed, held } = this.#seen();
    return this.whole ? every(lines.length) : this.#within(this.#lineStarts, transposed, held.line);
  });
  readonly evidence: Slot[] = $derived.by(() => {
    const { evidence, transposed, held } = this.#seen();
    return this.whole ? every(evidence) : this.#within(this.#evidenceStarts, !transposed, held.evidence);
  });

  /** How many rows a page of the keyboard is. */
  get page(): number {
    const row = this.#seen().transposed ? size.item : size.row;
    return Math.max(1, Math.floor(this.#area.height / (row * this.#area.rem)) - 3);
  }

  #within(starts: readonly number[], across: boolean, held: number | null): Slot[] {
    const { x, y, width, height } = this.#area;
    return across ? slots(starts, x, x + width, held) : slots(starts, y, y + height, held);
  }

  /** Follows how an area is scrolled and sized, until what it gives back is called. */
  follow(area: HTMLElement): () => void {
    const look = (): void => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const { clientWidth: width, clientHeight: height } = area;
      const next = { x: Math.abs(area.scrollLeft), y: area.scrollTop, width, height, rem };
      if (Object.entries(next).some(([key, value]) => this.#area[key as keyof typeof next] !== value))
        this.#area = next;
    };
    untrack(look);
    area.addEventListener('scroll', look, { passive: true });
    const watch = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(look);
    watch?.observe(area);
    return () => {
      area.removeEventListener('scroll', look);
      watch?.disconnect();
    };
  }
}
