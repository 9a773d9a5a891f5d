import { type Desk } from '$lib/desk.svelte';
import { dateOf, type Day, dayOf } from './axis';

/** Moves the date up to which a case is known. What is chosen stands at once; the case follows when the hand rests. */
export class KnownByChoice {
  /** The day under the hand; null shows everything. */
  day: Day | null = $state(null);
  readonly #desk: Desk;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.follow();
  }

  /** Takes over a date that was set elsewhere. */
  follow(): void {
    if (this.#timer === undefined) this.day = dayOf(this.#desk.view.known_by) ?? null;
  }

  choose(day: Day | null): void {
    this.day = day;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.commit(), 120);
  }

  commit(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#desk.setKnownBy(this.day === null ? '' : dateOf(this.day));
  }

  /** What a key does on a line from `first` to `last`; false where it is no key of the slider. */
  press(key: string, first: Day, last: Day, mirrored = false): boolean {
    const at = this.day ?? last;
    const steps: Record<string, number> = {
      ArrowRight: mirrored ? -1 : 1,
      ArrowLeft: mirrored ? 1 : -1,
      ArrowUp: 1,
      ArrowDown: -1,
      PageUp: 30,
      PageDown: -30,
    };
    const step = steps[key];
    if (key === 'Home') this.choose(first);
    else if (key === 'End') this.choose(null);
    else if (step === undefined) return false;
    else if (this.day === null) this.choose(step < 0 ? Math.max(first, last + step) : null);
    else {
      const next = at + step;
      this.choose(next >= last && step > 0 ? (at >= last ? null : last) : Math.max(first, next));
    }
    return true;
  }
}
