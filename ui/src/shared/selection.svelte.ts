import { SvelteSet } from 'svelte/reactivity';

/** Rows that were picked out for one act: by Space, Ctrl-click, Shift for a stretch, Ctrl-A for all. */
export class Selection {
  readonly keys = new SvelteSet<string>();
  #anchor: string | null = null;

  get size(): number {
    return this.keys.size;
  }

  has(key: string): boolean {
    return this.keys.has(key);
  }

  toggle(key: string): void {
    if (!this.keys.delete(key)) this.keys.add(key);
    this.#anchor = key;
  }

  /** Everything from the last one touched to this one, in the order shown. */
  reach(key: string, order: readonly string[]): void {
    const from = order.indexOf(this.#anchor ?? key);
    const to = order.indexOf(key);
    if (from < 0 || to < 0) return this.toggle(key);
    this.#anchor ??= key;
    for (const each of order.slice(Math.min(from, to), Math.max(from, to) + 1)) this.keys.add(each);
  }

  all(order: readonly string[]): void {
    for (const key of order) this.keys.add(key);
  }

  clear(): void {
    this.keys.clear();
    this.#anchor = null;
  }

  /** Forgets what is no longer shown, so that no act reaches what nobody sees. */
  keep(order: readonly string[]): void {
    const shown: Record<string, true> = Object.fromEntries(order.map((key) => [key, true]));
    for (const key of [...this.keys]) if (!shown[key]) this.keys.delete(key);
  }
}
